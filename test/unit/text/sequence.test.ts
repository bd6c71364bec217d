import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lastAtOrBefore, Sequence } from '../../../src/core/text/sequence';
import { runs } from '../support/runs';

/** What is shared between sequences: nothing but the time that they take shows it from outside. */
const partsOf = (sequence: Sequence<unknown>) => Reflect.get(sequence, 'parts') as unknown[];

const items = (count: number) => Array.from({ length: count }, (_, at) => ({ at }));

/** Some items from a place on give way to others; most often few to few. */
const change = fc.record({
  at: fc.nat(6000),
  removed: fc.oneof(fc.nat(3), fc.nat(3000)),
  added: fc.oneof(fc.nat(3), fc.nat(3000)),
});

describe('A long sequence', () => {
  /** One letter an item. */
  const cases: [before: string, after: string, gone: string, come: string, first: number][] = [
    ['', '', '', '', 0],
    ['abc', 'abc', '', '', 3],
    ['abc', 'aXc', 'b', 'X', 1],
    ['abc', 'Xbc', 'a', 'X', 0],
    ['abc', 'abX', 'c', 'X', 2],
    ['abc', 'ac', 'b', '', 1],
    ['ac', 'abc', '', 'b', 1],
    ['abc', '', 'abc', '', 0],
    ['', 'abc', '', 'abc', 0],
    // Of two that are the same the later one came.
    ['aa', 'aaa', '', 'a', 2],
    ['aaa', 'aa', 'a', '', 2],
    ['abcd', 'aXYd', 'bc', 'XY', 1],
  ];
  for (const [before, after, gone, come, first] of cases) {
    it(`from “${before}” to “${after}”: “${gone}” is gone, “${come}” has come`, () => {
      const changed = Sequence.of([...before]).changedTo(Sequence.of([...after]));
      assert.equal(changed.first, first);
      assert.equal(before.slice(first, changed.endBefore), gone);
      assert.equal(after.slice(first, changed.end), come);
    });
  }

  it('is what an array with the same changes is, and tells where it differs', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.array(change, { maxLength: 20 }), (count, changes) => {
        let plain = items(count);
        let sequence = Sequence.of(plain);
        for (const { at, removed, added } of changes) {
          const first = at % (plain.length + 1);
          const end = Math.min(plain.length, first + removed);
          const others = items(added);
          plain = plain.toSpliced(first, end - first, ...others);
          const before = sequence;
          sequence = before.replaced(first, end, others);
          assert.equal(sequence.length, plain.length);
          assert.deepEqual([...sequence], plain);
          assert.equal(sequence.at(first), plain[first]);
          assert.equal(sequence.at(-1), undefined);
          assert.equal(sequence.at(plain.length), undefined);
          assert.deepEqual(sequence.slice(first, end + 9), plain.slice(first, end + 9));
          const isSame = end === first && added === 0;
          assert.deepEqual(
            before.changedTo(sequence),
            isSame
              ? { first: plain.length, endBefore: plain.length, end: plain.length }
              : { first, endBefore: end, end: first + added },
          );
        }
      }),
      runs(60),
    );
  });

  it('differs nowhere from one of the same items that was made by itself', () => {
    const plain = items(3000);
    const made = Sequence.of(plain.slice(0, 1000)).replaced(1000, 1000, plain.slice(1000));
    const { first, endBefore, end } = Sequence.of(plain).changedTo(made);
    assert.deepEqual([first, endBefore, end], [3000, 3000, 3000]);
  });

  it('shares all but a part with the one before, also after many were put in one by one', () => {
    let sequence = Sequence.of(items(20_000));
    for (let at = 0; at < 2000; at++) sequence = sequence.replaced(900 + at, 900 + at, [{ at }]);
    const after = sequence.replaced(5000, 5001, [{ at: 0 }]);
    const shared = partsOf(after).filter((part) => partsOf(sequence).includes(part));
    assert.equal(shared.length, partsOf(after).length - 1);
    assert.ok(partsOf(after).length < 22_000 / 64, `${partsOf(after).length} parts`);
  });
});

describe('Ascending numbers', () => {
  it('tells the last of one that is at most another', () => {
    const last = [1, 2, 3, 4, 5, 9].map((line) => lastAtOrBefore([2, 4, 5], line));
    assert.deepEqual(last, [-1, 0, 0, 1, 2, 2]);
    assert.equal(lastAtOrBefore([], 3), -1);
  });
});
