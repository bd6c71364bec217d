import assert from 'node:assert/strict';
import {
  conventionOf,
  counterOf,
  spanIn,
  type Convention,
} from '../../../src/core/exchange/refi/convention';

const TEXT = 'We 🚣 row.\r\nAt high tide 🌊 we rest.\r\nNobody rows at ebb 🐚 here.';
const WORDS = ['row', 'At high tide', 'we rest', 'Nobody', 'rows at ebb', 'here', 'high', 'ebb'];

/** How a program writes positions. */
const COUNTS: Record<Convention['unit'], (before: string) => number> = {
  codePoints: (before) => [...before].length,
  crlfAsOne: (before) => [...before.replaceAll('\r\n', '\n')].length,
  utf16: (before) => before.length,
};

/** A source as a program with a convention writes it. */
function written(
  words: readonly string[],
  { unit, first, inclusive }: Convention,
  quoteOf: (words: string) => string,
  text = TEXT,
) {
  const count = COUNTS[unit];
  const ranges = words.map((one) => {
    const at = text.indexOf(one);
    const start = count(text.slice(0, at)) + first;
    const end = count(text.slice(0, at + one.length)) + first - Number(inclusive);
    return { start, end, quote: quoteOf(one) };
  });
  return { text, ranges };
}

/** The words that ranges mean, as their file is understood. */
function understood(sources: Parameters<typeof conventionOf>[0]): (string | undefined)[] {
  const convention = conventionOf(sources);
  return sources.flatMap(({ text, ranges }) =>
    ranges.map((range) => {
      const span = spanIn(counterOf(text, convention), range, convention);
      return span && text.slice(span.start, span.end);
    }),
  );
}

const same = (words: string) => words;
const none = () => '';

describe('How a file counts', () => {
  for (const unit of ['codePoints', 'crlfAsOne', 'utf16'] as const) {
    for (const first of [0, 1] as const) {
      for (const inclusive of [false, true]) {
        const convention = { unit, first, inclusive };
        const name = `${unit} from ${first}, the end ${inclusive ? 'at' : 'behind'} the last one`;
        it(`is told by a single quote: ${name}`, () => {
          assert.deepEqual(understood([written(['rows at ebb'], convention, same)]), [
            'rows at ebb',
          ]);
        });

        it(`is told by whole words, if there are several: ${name}`, () => {
          assert.deepEqual(understood([written(WORDS, convention, none)]), WORDS);
        });
      }
    }
  }

  const usual: Convention = { unit: 'codePoints', first: 0, inclusive: false };
  it('is as the standard says where nothing tells', () => {
    assert.deepEqual(conventionOf([]), usual);
    assert.deepEqual(conventionOf([{ text: TEXT, ranges: [] }]), usual);
    assert.deepEqual(
      conventionOf([{ text: 'x', ranges: [{ start: 9, end: 99, quote: 'x' }] }]),
      usual,
    );
  });

  it('is not from 1 because of one range that cuts a word', () => {
    // Somebody selected “t high tide.”
    const text = 'We all row at high tide.';
    assert.deepEqual(understood([{ text, ranges: [{ start: 12, end: 24, quote: '' }] }]), [
      't high tide.',
    ]);
  });

  it('is told by what all texts of the file have together', () => {
    const fromOne: Convention = { unit: 'utf16', first: 1, inclusive: true };
    const plain = written(['low'], fromOne, none, 'In the low water.');
    assert.deepEqual(understood([plain, written(['here'], fromOne, same)]), ['low', 'here']);
  });

  // What names of selections are in the tools.
  const names: [what: string, text: string, words: string, name: string][] = [
    ['cut with an ellipsis', TEXT, 'Nobody rows at ebb', 'Nobody ro…'],
    ['cut with full stops', TEXT, 'Nobody rows at ebb', 'Nobody ro...'],
    ['without its line end', 'All 🚣 at sea.\r\nWe rest. So it is.', 'sea.\r\nWe', 'sea. We'],
    ['with what XML can’t hold replaced', 'A 🚣 b\u0001c d', 'b\u0001c', 'b\ufffdc'],
  ];
  const conventions: Convention[] = [
    { unit: 'utf16', first: 0, inclusive: false },
    { unit: 'utf16', first: 1, inclusive: true },
    { unit: 'codePoints', first: 1, inclusive: false },
  ];
  for (const [what, text, words, name] of names) {
    it(`is told by a quote ${what}`, () => {
      for (const convention of conventions) {
        assert.deepEqual(understood([written([words], convention, () => name, text)]), [words]);
      }
    });
  }

  it('is not told by a name that is no quote', () => {
    for (const name of ['Quotation 7', '…', ' ']) {
      assert.deepEqual(understood([written(WORDS, usual, () => name)]), WORDS);
    }
  });

  it('has no place outside of the text, between two or for no words', () => {
    const ranges = [
      [-1, 3],
      [0, 999],
      [0.5, 3],
      [3, 3],
      [5, 3],
    ] as const;
    for (const unit of ['codePoints', 'crlfAsOne', 'utf16'] as const) {
      const convention: Convention = { unit, first: 0, inclusive: false };
      const counter = counterOf(TEXT, convention);
      for (const [start, end] of ranges) {
        assert.equal(spanIn(counter, { start, end, quote: '' }, convention), undefined);
      }
      const end = COUNTS[unit](TEXT);
      const whole = spanIn(counter, { start: 0, end, quote: '' }, convention);
      assert.deepEqual(whole, { start: 0, end: TEXT.length });
    }
  });
});
