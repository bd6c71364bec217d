import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Fold } from '../../src/core/fold';
import { Sequence } from '../../src/core/text/sequence';
import { runs } from './support/runs';

/** Words, each an object of its own, joined to one text. */
function joining(): {
  readonly fold: Fold<{ word: string }, string>;
  readonly taken: () => number;
} {
  let taken = 0;
  const fold = new Fold<{ word: string }, string>(
    (items) => {
      taken += items.length;
      return items.map(({ word }) => word).join('');
    },
    (texts) => texts.join(''),
  );
  return { fold, taken: () => taken };
}

const words = (count: number) => Array.from({ length: count }, (_, at) => ({ word: `${at} ` }));

describe('A sum of many', () => {
  it('is that of all items in their order, however they change', () => {
    const change = fc.record({
      at: fc.nat(3000),
      removed: fc.nat(120),
      added: fc.nat(120),
    });
    fc.assert(
      fc.property(fc.nat(3000), fc.array(change, { maxLength: 12 }), (count, changes) => {
        const { fold } = joining();
        let items = words(count);
        fold.of(Sequence.of(items));
        for (const { at, removed, added } of changes) {
          items = [...items.slice(0, at), ...words(added), ...items.slice(at + removed)];
          assert.equal(
            fold.of(Sequence.of(items)).join(''),
            items.map(({ word }) => word).join(''),
          );
        }
      }),
      runs(100),
    );
  });

  it('takes few items again when one changes, also after many were put in one by one', () => {
    const { fold, taken } = joining();
    let items = words(5000);
    fold.of(Sequence.of(items));
    for (let at = 0; at < 2000; at++) {
      items = [...items.slice(0, 1000 + at), { word: 'more ' }, ...items.slice(1000 + at)];
      fold.of(Sequence.of(items));
    }
    const before = taken();
    fold.of(Sequence.of(items.with(3000, { word: 'other ' })));
    assert.ok(taken() - before < 100, `${taken() - before} items`);
    assert.ok(fold.of(Sequence.of(items)).length < 64);
  });
});
