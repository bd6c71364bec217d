import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentences } from '../../../src/core/text/sentences';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('Sentences', () => {
  const cases: readonly (readonly [what: string, sentences: readonly string[]])[] = [
    ['plain', ['The boat left.', 'Nobody waved!', 'Why?']],
    ['titles', ['Dr. Ama Boateng met Mrs. Lind.', 'They talked.']],
    ['initials', ['J. R. Lindqvist wrote it.', 'So did K. Oduya.']],
    ['a single letter at the end', ['We chose plan B.', 'Nobody liked it.']],
    ['U.S. within', ['The U.S. Navy came.', 'It stayed.']],
    ['U.S. at the end', ['They left the U.S.', 'The harbour closed.']],
    ['No as a word', ['No.', 'Nothing was paid.']],
    ['No as a number', ['It is berth No. 7 at the pier.', 'It leaks.']],
    ['a time of day', ['We sailed at 5 p.m.', 'The sea was calm.']],
    ['an ellipsis within', ['I waited... and waited.', 'Then it came.']],
    ['an ellipsis character', ['I don’t know…', 'The ice was thin.']],
    ['a quotation with a tag', ['“Stop!” he shouted.', 'We stopped.']],
    ['a stage direction', ['They paid for it.', '[laughs] They did.']],
    ['an insertion in brackets', ['We paid… [but] for now we wait.', 'So be it.']],
    ['emphasis', ['**The dock is ours.**', 'We built it.']],
    ['an address', ['See https://pier.example/?q=Ice and go.', 'It is free.']],
    ['Japanese', ['船が出た。', '誰もいない！']],
  ];
  for (const [what, expected] of cases) {
    it(`${what}: ${expected.join(' | ')}`, () => {
      assert.deepEqual(split(expected.join(expected[0]?.endsWith('。') ? '' : ' ')), expected);
    });
  }

  it('go over the line ends of a wrapped paragraph, but not over an empty line', () => {
    const text = 'The ferry was\nlate. It\r\nwas full\n\nNobody came';
    assert.deepEqual(split(text), ['The ferry was\nlate.', 'It\r\nwas full', 'Nobody came']);
  });

  it('begin anew with each item of a list', () => {
    assert.deepEqual(split('- ice\n- fuel\n2. nets are dear'), [
      '- ice',
      '- fuel',
      '2. nets are dear',
    ]);
  });

  it('are found across the ends of the pieces that are looked at', () => {
    const sentence = 'The crew went ashore and came back with bread.';
    assert.deepEqual(split(Array(400).fill(sentence).join(' ')), Array(400).fill(sentence));
  });

  it('are not broken by a length without any end', () => {
    assert.equal(split('word '.repeat(5000)).length, 1);
  });

  it('hold everything but white space, in order, without any at their ends', () => {
    const part = fc.constantFrom(
      'U.S.',
      'Dr.',
      '…',
      '“',
      '”',
      '\n',
      '\r\n',
      ' ',
      '. ',
      'Ann',
      'said',
      '😀',
      '。',
      '?',
      '[',
      '-',
      '3',
      '*',
      'İ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 300 }),
        (parts) => {
          const text = parts.join('');
          let last = 0;
          for (const { start, end } of sentences(text)) {
            assert.ok(start >= last && end > start && end <= text.length);
            assert.equal(text.slice(last, start).trim(), '');
            assert.equal(text.slice(start, end).trim(), text.slice(start, end));
            last = end;
          }
          assert.equal(text.slice(last).trim(), '');
        },
      ),
    );
  });
});
