import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedBetween, replaced } from '../../../src/core/text/changed';
import { runs } from '../support/runs';

describe('What is other than before', () => {
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
      const changed = changedBetween([...before], [...after]);
      assert.equal(changed.first, first);
      assert.equal(before.slice(first, changed.endBefore), gone);
      assert.equal(after.slice(first, changed.end), come);
    });
  }

  it('put in the place of what is gone gives what is there now', () => {
    const items = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 });
    fc.assert(
      fc.property(items, items, (before, after) => {
        const kept = [...before];
        const { first, endBefore, end } = changedBetween(before, after);
        assert.deepEqual(replaced(before, first, endBefore, after.slice(first, end)), after);
        assert.deepEqual(before, kept);
      }),
      runs(1000),
    );
  });
});
