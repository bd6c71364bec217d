import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Folder, isSameWording } from '../../../src/core/annotations/fold';
import { GRAM, GramIndex } from '../../../src/core/annotations/grams';
import { placeInStep } from '../../../src/core/annotations/inStep';
import { Pattern } from '../../../src/core/annotations/nearly';
import { originalSpan } from '../../../src/core/annotations/place';
import { mayBeRepeated } from '../../../src/core/annotations/repeated';
import { isAt, placesOf, sameAfter, sameBefore } from '../../../src/core/annotations/runs';
import { foldedAnnotation } from '../../../src/core/annotations/sought';
import { placesOf as verbatimPlaces } from '../../../src/core/annotations/verbatim';
import { finished } from '../../../src/core/steps';
import { TextLines } from '../../../src/core/text/lines';
import { runs } from '../support/runs';

const folder = new Folder();

describe('Whether words are the same, however they are typeset', () => {
  const same: [a: string, b: string][] = [
    ['He said “soon”.', 'He said "soon".'],
    ['He said «soon».', 'He said „soon”.'],
    ['It’s so.', "It's so."],
    ['We go … soon.', 'We go ... soon.'],
    ['We go . . . soon.', 'We go … soon.'],
    ['Soon – if at all.', 'Soon—if at all.'],
    ['Soon -- if at all.', 'Soon – if at all.'],
    ['Soon --- if at all.', 'Soon – if at all.'],
    ['Soon - if at all.', 'Soon – if at all.'],
    ['a well‑known pier', 'a well-known pier'],
    ['The *old* pier', 'The _old_ pier'],
    ['The  old\npier ', ' The old pier'],
    ['The old\u00a0pier', 'The old pier'],
    ['The cof\u00adfee\u200b house', 'The coffee house'],
    ['Cafe\u0301', 'Café'],
    ['水は\n冷たい', '水は冷たい'],
  ];
  for (const [a, b] of same) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)} are`, () => {
      assert.ok(isSameWording(a, b));
      assert.ok(isSameWording(b, a));
    });
  }

  const others: [a: string, b: string][] = [
    ['He said “soon”.', "He said 'soon'."],
    ['He left.', 'He left!'],
    ['He left', 'he left'],
    ['The old pier', 'The oldpier'],
    ['a well-known pier', 'a well known pier'],
    ['a well-known pier', 'a well - known pier'],
    ['Soon -- if at all.', 'Soon --- if at all.'],
    ['----', '-----'],
    ['----', '--'],
    ['We go.. soon.', 'We go... soon.'],
    ['Cafe', 'Café'],
    ['水は冷たい', '水は冷たくない'],
  ];
  for (const [a, b] of others) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)} are not`, () => {
      assert.ok(!isSameWording(a, b));
      assert.ok(!isSameWording(b, a));
    });
  }
});

describe('The place of words that were found by their letters', () => {
  // Bars stand around what was annotated, and around where it stands now.
  const cases: [what: string, before: string, after: string][] = [
    ['has their quotation marks', 'A: |“Soon.”| Well.', 'A: Oh. |“Soon.”| Well.'],
    ['has other quotation marks', 'A: |“Soon.”| Well.', 'A: Oh. |"Soon."| Well.'],
    ['has other marks instead', 'A: |“Soon”| Well.', 'A: Oh. |*Soon*| Well.'],
    ['has the marks in another layout', 'A: |Soon . . . |Well.', 'A: Oh. |Soon … |Well.'],
    ['has as many marks', 'A: |“(Soon)”| Well.', 'A: Oh. [|"*Soon*"|] Well.'],
    ['has no marks that are new', 'A: |Soon| Well.', 'A: Oh. “|Soon|” Well.'],
    ['has no marks where they are gone', 'A: |“Soon”| Well.', 'A: Oh. |Soon| Well.'],
    ['has no space that was not theirs', 'A: |“Soon”| Well.', 'A: Oh. ( |Soon| ) Well.'],
    ['has the spaces that were theirs', 'A:| “Soon” |Well.', 'A: Oh.| “Soon” |Well.'],
    ['has a full stop', 'A: We go |soon.| Well.', 'A: Oh, we go |soon.|” Well.'],
    ['has a dash as it was', 'A: |Soon --| well.', 'A: Oh. |Soon --|- well.'],
    ['begins at the beginning', '|“Soon.”| Well.', '|“Soon.”| Oh well.'],
    ['begins behind the last word', '|(Soon)| Well.', 'Oh. |(Soon)| Well.'],
    ['is a whole word, if it was', 'I |pay| them.', 'I |repaying| them.'],
    ['is a part of a word, if it was', 'I re|pay|ed them.', 'I pre|pay|ed them.'],
    ['ends with a word, if it did', 'I re|pay| them.', 'I pre|paying| them.'],
    ['begins with a word, if it did', 'I |pay|ed them.', 'I |repay|ed them.'],
    ['is what it was of a script without spaces', '水|は冷|たい', '水も|は冷|たい'],
    ['ends at the end', 'A: |Soon.|', 'A: Oh. |Soon.|'],
  ];
  for (const [what, before, after] of cases) {
    it(what, () => {
      const [prefix = '', quote = '', suffix = ''] = before.split('|');
      const selector = { start: prefix.length, end: prefix.length + quote.length, quote };
      const text = after.replaceAll('|', '');
      const [folded, foldedQuote] = [folder.fold(text), folder.fold(quote)];
      const [start = -1] = placesOf(foldedQuote.units, folded.units, 0, folded.units.length);
      const place = { start, end: start + foldedQuote.units.length };
      const span = originalSpan(text, folded, place, { ...selector, prefix, suffix }, foldedQuote);
      const shown = [text.slice(0, span.start), text.slice(span.start, span.end)];
      assert.equal([...shown, text.slice(span.end)].join('|'), after);
    });
  }
});

describe('Whether words may be said again', () => {
  const often = 'A: And the tide? B: The tide. '.repeat(1001);
  // Bars stand around the words.
  const cases: [what: string, marked: string, mayBe: boolean][] = [
    ['not where they stand once', 'A: |The pier is old.| B: I see.', false],
    ['where they come again', 'A: |The pier is old.| B: I see. The pier is old.', true],
    ['where they came before', 'A: The pier is old. B: I see. |The pier is old.|', true],
    ['where they come at once', '|The pier is old.| The pier is old.', true],
    ['where they came just before', 'The pier is old. |The pier is old.|', true],
    ['in other marks, over lines', 'A: |The pier is old.| B: “The pier\n*is* old”', true],
    [
      'with much white space between',
      `A: |The pier is old.| B: The pier${' '.repeat(60)}is old.`,
      true,
    ],
    ['not where only some of them come again', 'A: |The pier is old.| B: The pier is new.', false],
    ['not where they come in another order', 'A: |The pier is old.| B: Is old the pier.', false],
    ['not in themselves', '|ha ha| ha', false],
    ['not across them', 'The |pier is| old. So.', false],
    ['where one of them stands before them, too', 'Old pier. |The pier| is old. The pier.', true],
    ['where all of them stand very often', `|The tide.| ${often}`, true],
    ['where they are none', 'A: |–| B', true],
  ];
  for (const [what, marked, mayBe] of cases) {
    it(what, () => {
      const [before = '', quote = '', behind = ''] = marked.split('|');
      const span = { start: before.length, end: before.length + quote.length };
      assert.equal(mayBeRepeated(before + quote + behind, span), mayBe);
    });
  }
});

const units = (text: string) => Uint16Array.from(text, (unit) => unit.charCodeAt(0));

describe('A run of letters', () => {
  const text = units('abcabd');

  it('is at a place as a whole, within the text', () => {
    for (const [start, run, is] of [
      [0, 'abc', true],
      [3, 'abc', false],
      [3, 'abd', true],
      [4, 'bde', false],
      [-1, 'abc', false],
      [6, '', true],
    ] as const) {
      assert.equal(isAt(text, start, units(run)), is, `${run} at ${start}`);
    }
  });

  it('is found wherever it is as a whole', () => {
    for (const [run, from, to, places] of [
      ['ab', 0, 6, [0, 3]],
      ['ab', 1, 6, [3]],
      ['ab', 0, 4, [0]],
      ['ab', 0, 5, [0, 3]],
      ['abd', 0, 6, [3]],
      ['x', 0, 6, []],
      ['', 2, 5, [2, 5]],
      ['abcabda', 0, 6, []],
    ] as const) {
      assert.deepEqual(placesOf(units(run), text, from, to), places, `${run} in ${from}–${to}`);
    }
  });

  it('is the same as far as it is', () => {
    for (const [at, run, before, after] of [
      [3, 'abc', 3, 2],
      [3, 'xbc', 2, 0],
      [2, 'xxab', 2, 0],
      [0, 'abc', 0, 3],
      [6, 'abd', 3, 0],
      [3, 'abdx', 0, 3],
    ] as const) {
      assert.equal(sameBefore(text, at, units(run)), before, `${run} before ${at}`);
      assert.equal(sameAfter(text, at, units(run)), after, `${run} after ${at}`);
    }
  });

  /** Errors of the best beginning of `text`, counted slowly. */
  function slowly(pattern: string, text: string): number {
    let row = Array.from({ length: pattern.length + 1 }, (_, at) => at);
    let best = pattern.length;
    [...text].forEach((unit, column) => {
      const next = [column + 1];
      for (let at = 1; at <= pattern.length; at++) {
        const other = (row[at - 1] as number) + Number(pattern[at - 1] !== unit);
        next.push(Math.min(other, (row[at] as number) + 1, (next[at - 1] as number) + 1));
      }
      row = next;
      best = Math.min(best, row.at(-1) as number);
    });
    return best;
  }

  const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
  it('is nearly the same as what begins or ends at a place, by the fewest errors', () => {
    fc.assert(
      fc.property(few, few, few, fc.nat(14), (pattern, before, behind, most) => {
        fc.pre(pattern !== '');
        const all = units(before + behind);
        const back = (one: string) => [...one].reverse().join('');
        const ahead = behind.slice(0, most);
        const past = back(before).slice(0, most);
        const at = before.length;
        const after = new Pattern(units(pattern), 1).errors(all, at, most);
        assert.equal(after, slowly(pattern, ahead));
        const sooner = new Pattern(units(pattern), -1).errors(all, at - 1, most);
        assert.equal(sooner, slowly(back(pattern), past));
      }),
      runs(300),
    );
  });

  it('is compared by its nearest 32 units', () => {
    const long = 'abcdefghijklmnopqrstuvwxyz0123456789';
    assert.equal(new Pattern(units(long), 1).length, 32);
    assert.equal(new Pattern(units(long), 1).errors(units(long.slice(0, 32)), 0, 40), 0);
    assert.equal(new Pattern(units(long), -1).errors(units(long.slice(4)), 31, 40), 0);
    assert.equal(new Pattern(units('abc'), 1).length, 3);
  });

  it('needs no exact count of more errors than can be borne', () => {
    const pattern = new Pattern(units('abcdefgh'), 1);
    assert.equal(pattern.errors(units('abcxefgh'), 0, 8, 1), 1);
    assert.ok(pattern.errors(units('xxxxxxxx'), 0, 8, 2) > 2);
  });
});

describe('An index of short runs of letters', () => {
  const words = fc
    .array(fc.constantFrom('ab', 'a', 'abab', 'ba', 'c', '. ', ' ', ' '), { maxLength: 60 })
    .map((parts) => parts.join(''));

  it('knows all places of a run, and of a shorter one where it is words', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: GRAM }))),
        (text, wanted) => {
          const folded = folder.fold(text);
          const index = new GramIndex();
          const asked = wanted.flatMap(([at, length]) => {
            if (at + length > folded.units.length) return [];
            const run = folded.units.slice(at, at + length);
            return [{ run, number: index.want(folded.units, at, length) }];
          });
          finished(index.find(folded));
          const isEdge = (at: number) =>
            at === 0 ||
            at === folded.units.length ||
            (folded.offsets[at] ?? 0) - (folded.offsets[at - 1] ?? 0) > 1;
          for (const { run, number } of asked) {
            const all = placesOf(run, folded.units, 0, folded.units.length);
            const places = all.filter(
              (at) => run.length === GRAM || (isEdge(at) && isEdge(at + run.length)),
            );
            assert.deepEqual([...index.nearest(number, 0, 1000)], places);
            assert.equal(index.count(number), places.length);
          }
        },
      ),
      runs(300),
    );
  });

  it('knows of very many places the nearest', () => {
    const folded = folder.fold('abcdefgh'.repeat(100));
    const index = new GramIndex();
    const number = index.want(folded.units, 0);
    finished(index.find(folded));
    const nearest = (near: number, most: number) => [...index.nearest(number, near, most)];
    assert.equal(index.count(number), 100);
    assert.deepEqual(nearest(400, 4), [384, 392, 400, 408]);
    assert.deepEqual(nearest(0, 3), [0, 8, 16]);
    assert.deepEqual(nearest(9999, 3), [776, 784, 792]);
    assert.equal(nearest(0, 100).length, 100);
  });

  it('knows all of a long text', () => {
    const long = folder.fold(`${'x'.repeat(70_000)}abcdefgh${'x'.repeat(70_000)}abcdefgh end`);
    const index = new GramIndex();
    const number = index.want(units('abcdefgh'), 0);
    const short = index.want(units('end'), 0, 3);
    finished(index.find(long));
    assert.deepEqual([...index.nearest(number, 0, 9)], [70_000, 140_008]);
    assert.deepEqual([...index.nearest(short, 0, 9)], [140_016]);
  });
});

describe('The places of words from which a person may choose', () => {
  const cases: [what: string, words: string, text: string, starts: number[]][] = [
    ['are all', 'ebb', 'ebb and ebb', [0, 8]],
    ['are none of other words', 'ebb', 'Ebb and flow', []],
    ['are none of no words', ' ', 'a b c', []],
    ['are not within one another', 'haha', 'hahahaha', [0, 4]],
    ['are ten at most', 'x', 'x'.repeat(20), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ];
  for (const [what, words, text, starts] of cases) {
    it(what, () => {
      const expected = starts.map((start) => ({ start, end: start + words.length }));
      assert.deepEqual(verbatimPlaces(words, TextLines.of(text)), expected);
    });
  }
});

describe('Words that have moved with their neighbours', () => {
  const prefix = 'We asked the keeper. ';
  const quote = 'The gate was shut.';
  const suffix = ' Nobody knew why it was.';
  const passage = prefix + quote + suffix;
  const letters = (text: string) => folder.fold(text).units.length;

  /** Where words are found that are expected so far off; with `alike`, it is known that their context tells them. */
  function found(
    text: string,
    off: number,
    selector: { prefix?: string; quote?: string; suffix?: string; alike?: 'same' } = {},
  ): string | undefined {
    const all = { start: 0, end: 0, prefix, quote, suffix, ...selector };
    const annotation = { id: 'a', selector: all, tags: [], topics: [] };
    const folded = folder.fold(text);
    const start = letters(text.slice(0, text.indexOf(all.quote)));
    const place = placeInStep(folded, foldedAnnotation(annotation, folder), [start + off]);
    return place && text.slice(folded.offsets[place.start], folded.offsets[place.end]).trim();
  }

  const far = 'x'.repeat(2000);
  const cases: [
    what: string,
    text: string,
    off: number,
    more: Parameters<typeof found>[2],
    is: boolean,
  ][] = [
    ['are found where they are expected', passage, 0, {}, true],
    ['are found a little behind', far + passage + far, -64, {}, true],
    ['are found a little before', far + passage + far, 64, {}, true],
    ['are not found far behind', far + passage + far, -65 - letters(quote), {}, false],
    ['are not found far before', far + passage + far, 65, {}, false],
    [
      'are found farther off if it is known what tells them',
      far + passage + far,
      512,
      { alike: 'same' },
      true,
    ],
    ['are not found as far as anywhere', far + passage + far, 513, { alike: 'same' }, false],
    ['are not found without what stood before them', `${quote}${suffix}`, 0, {}, false],
    ['are not found without what stood behind them', `${prefix}${quote}`, 0, {}, false],
    ['are not found in a passage that stands twice', `${passage} ${passage}`, 0, {}, false],
    ['are not found beside a copy of half of it', `${passage} ${quote}${suffix}`, 0, {}, false],
    [
      'are not found by too little around them',
      passage,
      0,
      { prefix: 'keeper. ', suffix: ' Nobody k' },
      false,
    ],
    [
      'are found by enough around them',
      passage,
      0,
      { prefix: 'the keeper. ', suffix: ' Nobody kn' },
      true,
    ],
    ['are not found if they are none', passage, 0, { quote: '.' }, false],
  ];
  for (const [what, text, off, more, is] of cases) {
    it(what, () => {
      assert.equal(found(text, off, more) !== undefined, is);
    });
  }
});
