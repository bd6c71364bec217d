import assert from 'node:assert/strict';
import { findClaims } from '../../../src/core/claims/find';
import { lintClaims } from '../../../src/core/claims/lints';
import type { Claim } from '../../../src/core/claims/model';
import { inEnglish } from '../../../src/core/message';

/** The words at which something is hinted, if one speaker says all of a text. */
function hinted(text: string, source = { name: 'Holt', reported: false }): string[] {
  const claims = findClaims(text).map((claim): Claim => ({
    ...claim,
    isPremise: false,
    source,
    turn: 0,
  }));
  return lintClaims(claims, ({ start, end }) => text.slice(start, end)).map(
    ({ start, end, severity }) => {
      assert.equal(severity, 'hint');
      return text.slice(start, end);
    },
  );
}

describe('Hints on likelihoods', () => {
  it('mark a confidence in a sentence that states a likelihood', () => {
    assert.deepEqual(
      hinted('We assess with high confidence that the pier will probably close this year.'),
      ['high confidence'],
    );
  });

  it('mark the rarer of the two rows of terms', () => {
    assert.deepEqual(
      hinted(
        'The pier will probably close. The yard will likely follow. The ferry will probably stay.',
      ),
      ['likely'],
    );
  });

  it('say which term is of the other row', () => {
    const text = 'The pier will probably close. The yard will likely follow.';
    const source = { name: 'Holt', reported: false };
    const claims = findClaims(text).map((claim): Claim => ({
      ...claim,
      isPremise: false,
      source,
      turn: 0,
    }));
    const [problem] = lintClaims(claims, ({ start, end }) => text.slice(start, end));
    assert.match(
      problem ? inEnglish(problem.message) : '',
      /^“probably” is of the other row of terms than “likely”/,
    );
  });

  it('leave one row alone, and what is only reported', () => {
    assert.deepEqual(hinted('The pier will probably close. The yard will probably follow.'), []);
    assert.deepEqual(
      hinted('The pier will probably close. There is a 70 % chance that the yard follows.'),
      [],
    );
    const reported = { name: 'The ministry', reported: true };
    assert.deepEqual(
      hinted('The pier will probably close. The yard will likely follow.', reported),
      [],
    );
  });
});
