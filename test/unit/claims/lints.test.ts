import assert from 'node:assert/strict';
import { findClaims } from '../../../src/core/claims/find';
import { lintClaims } from '../../../src/core/claims/lints';
import type { Claim } from '../../../src/core/claims/model';
import { inEnglish } from '../support/inEnglish';

type Source = Claim['source'];
const HOLT: Source = { name: 'Holt', reported: false };

/** The claims of a text, each said by the next of some people, who take turns. */
function claimsOf(text: string, ...sources: readonly Source[]): Claim[] {
  return findClaims(text).map((claim, index) => ({
    ...claim,
    isPremise: false,
    source: sources[index % sources.length] ?? HOLT,
    turn: 0,
  }));
}

/** The words at which something is hinted. */
function hinted(text: string, ...sources: readonly Source[]): string[] {
  return lintClaims(claimsOf(text, ...sources), ({ start, end }) => text.slice(start, end)).map(
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

  it('stand in order of the text, whichever of the two they are', () => {
    assert.deepEqual(
      hinted(
        'The pier will probably close. The yard will likely follow. We assess with high confidence that the ferry will probably stay.',
      ),
      ['likely', 'high confidence'],
    );
  });

  it('leave alone what is of neither row, and what states no likelihood', () => {
    assert.deepEqual(hinted('There is no doubt that the pier will close.'), []);
    assert.deepEqual(
      hinted(
        'There is no doubt that the pier will close. The yard is old. It will probably follow.',
      ),
      [],
    );
  });

  it('leave each speaker a row of their own', () => {
    const text = 'The pier will probably close. The yard will likely follow.';
    const abel = { name: 'Abel', reported: false };
    assert.deepEqual(hinted(text, HOLT, abel), []);
    assert.deepEqual(hinted(text, HOLT, HOLT), ['probably']);
  });

  it('say which term is of the other row', () => {
    const text = 'The pier will probably close. The yard will likely follow.';
    const [problem] = lintClaims(claimsOf(text), ({ start, end }) => text.slice(start, end));
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
