import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TwoLists } from '../../../src/core/interview/twoLists';
import { runs } from '../support/runs';

/** Letters that give way to others, and whether the list with those is the next version or is given up. */
const edit = fc.record({
  first: fc.nat(12),
  gone: fc.nat(3),
  come: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
  isTaken: fc.boolean(),
  isAfresh: fc.boolean(),
});

describe('A list before and after each change', () => {
  it('has the items of the versions, whether or not they are taken over', () => {
    fc.assert(
      fc.property(fc.array(edit), (edits) => {
        const lists = new TwoLists<string>();
        let list: readonly string[] = ['r', 'i', 'v', 'e', 'r'];
        let copy = [...list];
        for (const { first, gone, come, isTaken, isAfresh } of edits) {
          // Read afresh, the same items are in a list of their own.
          if (isAfresh) list = [...list];
          const from = Math.min(first, list.length);
          const to = Math.min(from + gone, list.length);
          const changed = { first: from, endBefore: to, end: from + come.length };
          const after = lists.changed(list, changed, come);
          const expected = copy.toSpliced(from, to - from, ...come);
          assert.deepEqual([after, list], [expected, copy]);
          if (isTaken) [list, copy] = [after, expected];
        }
      }),
      runs(300),
    );
  });

  it('are two lists in turns: none is copied for a change', () => {
    const lists = new TwoLists<string>();
    const first = ['s', 'a', 'l', 't'];
    const second = lists.changed(first, { first: 0, endBefore: 1, end: 1 }, ['h']);
    const third = lists.changed(second, { first: 3, endBefore: 4, end: 3 }, []);
    assert.equal(third, first);
    assert.deepEqual([second.join(''), third.join('')], ['halt', 'hal']);
  });
});
