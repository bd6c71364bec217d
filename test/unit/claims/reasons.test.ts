import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Reason } from '../../../src/core/claims/model';
import { reasonsFor } from '../../../src/core/claims/reasons';

const told = (reasons: readonly Reason[]) =>
  reasons.map((reason) => ('word' in reason ? reason.word : `(${reason.trait})`));

describe('Why a sentence is called a claim', () => {
  it('its kind: by the words that speak for it, as they stand in the text', () => {
    assert.deepEqual(reasonsFor('Overall, we don’t expect that the treaty WILL hold.').kind, [
      'don’t expect',
      'WILL',
    ]);
  });

  it('its kind: by a likelihood that is stated, once', () => {
    assert.deepEqual(reasonsFor('A frost is very likely.').kind, ['very likely']);
    assert.deepEqual(reasonsFor('The pier will probably close.').kind, ['will probably']);
  });

  it('can be checked: by words as they stand in the text, but by digits as such', () => {
    assert.deepEqual(told(reasonsFor('Closed were NINE schools in 1994.').raised), [
      'NINE',
      'Closed',
      '(number)',
    ]);
  });

  it('can be checked: what raised it stands apart from what lowered it', () => {
    const { raised } = reasonsFor('The council closed nine schools in 1994.');
    assert.ok(told(raised).includes('(number)'), told(raised).join());
    const { lowered } = reasonsFor('We must always believe in our children.');
    assert.ok(told(lowered).includes('(recommendation)'), told(lowered).join());
  });

  it('tells few reasons, each of them of the sentence, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { raised, lowered } = reasonsFor(text);
        for (const side of [raised, lowered]) {
          assert.ok(side.length <= 3);
          for (const reason of side) if ('word' in reason) assert.ok(text.includes(reason.word));
        }
      }),
    );
  });
});
