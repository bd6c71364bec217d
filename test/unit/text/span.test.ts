import assert from 'node:assert/strict';
import {
  byPlace,
  contains,
  itemAt,
  lastStartingAtOrBefore,
  overlaps,
  shifted,
  spanMoved,
  trimmed,
  type Span,
} from '../../../src/core/text/span';

/** Spans are drawn: `[` stands at the start, `)` at the end. */
function drawn(picture: string): Span {
  return { start: picture.indexOf('['), end: picture.indexOf(')') };
}

describe('Spans', () => {
  const inside: [offset: number, isInside: boolean][] = [
    [1, false],
    [2, true],
    [4, true],
    [5, false],
  ];
  for (const [offset, isInside] of inside) {
    it(`from 2 to before 5 ${isInside ? 'contain' : 'don’t contain'} ${offset}`, () => {
      assert.equal(contains({ start: 2, end: 5 }, offset), isInside);
    });
  }

  const pairs: [a: string, b: string, doOverlap: boolean][] = [
    ['[  )', '    [  )', false],
    ['[  )', '   [  )', false],
    ['[  )', '  [  )', true],
    ['[    )', ' [ )', true],
    [' [ )', ' [ )', true],
  ];
  for (const [a, b, doOverlap] of pairs) {
    it(`${a} and ${b} ${doOverlap ? 'overlap' : 'don’t overlap'}`, () => {
      assert.equal(overlaps(drawn(a), drawn(b)), doOverlap);
      assert.equal(overlaps(drawn(b), drawn(a)), doOverlap);
    });
  }

  it('stand in the order of the text, the shorter one first', () => {
    const spans = ['  [ )', '[    )', '[ )', ' [)'].map(drawn);
    assert.deepEqual(spans.sort(byPlace), ['[ )', '[    )', ' [)', '  [ )'].map(drawn));
  });

  it('that are moved keep what else they hold only if that is wanted', () => {
    const named = { start: 3, end: 7, name: 'pier' };
    assert.deepEqual(shifted(named, 2), { start: 5, end: 9, name: 'pier' });
    assert.deepEqual(spanMoved(named, -2), { start: 1, end: 5 });
  });

  const padded: [text: string, words: string][] = [
    ['words', 'words'],
    ['  two words \n', 'two words'],
    [' \n ', ''],
    ['', ''],
  ];
  for (const [text, words] of padded) {
    it(`of ${JSON.stringify(text)} without white space are of “${words}”`, () => {
      const around = `x${text}y`;
      const span = trimmed(around, { start: 1, end: 1 + text.length });
      assert.equal(around.slice(span.start, span.end), words);
      assert.ok(span.start >= 1 && span.end <= 1 + text.length && span.start <= span.end);
    });
  }

  const items = [drawn('[ )'), drawn('   [ )'), drawn('      [)')];
  const places: [offset: number, item: number | undefined, last: number][] = [
    [-1, undefined, -1],
    [0, 0, 0],
    [1, 0, 0],
    [2, undefined, 0],
    [3, 1, 1],
    [5, undefined, 1],
    [6, 2, 2],
    [7, undefined, 2],
    [99, undefined, 2],
  ];
  for (const [offset, item, last] of places) {
    it(`at ${offset}: ${item === undefined ? 'none' : `number ${item}`}, and ${last} begins last`, () => {
      const self = (span: Span) => span;
      assert.equal(itemAt(items, offset, self), item === undefined ? undefined : items[item]);
      assert.equal(lastStartingAtOrBefore(items, offset, self), last);
    });
  }
});
