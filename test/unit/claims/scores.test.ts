import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scoresOf, STEPS, written } from '../../../src/core/claims/scores';
import { examine } from '../../../src/core/claims/sentence';
import weights from '../../../src/core/claims/weights.json';

const scores = (text: string) => scoresOf(examine(text));

describe('Scores of a sentence', () => {
  it('tell what can be checked from what only judges', () => {
    const fact = scores('The ferry carried 400 people in March.');
    const view = scores('I think that it is a matter of trust.');
    assert.ok(fact.checkable > view.checkable);
    assert.ok(view.judgement > fact.judgement);
  });

  it('tell a claim from procedure', () => {
    assert.ok(scores('They have closed two of the yards.').claim > 0);
    assert.ok(scores('Let me turn to the next question.').claim < 0);
  });

  it('are numbers, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const score of Object.values(scores(text))) assert.ok(Number.isFinite(score));
      }),
    );
  });
});

describe('The weights of words', () => {
  const count = weights.words.split(' ').length;

  it('are one character a word in each column', () => {
    for (const columns of [weights.anywhere, weights.first])
      for (const column of Object.values(columns)) assert.equal(column.length, count);
  });

  it('are written without what JSON escapes', () => {
    const steps = Array.from({ length: 2 * STEPS + 1 }, (_, at) => at - STEPS);
    const column = written(steps);
    assert.equal(JSON.stringify(column), `"${column}"`);
    assert.equal(new Set(column).size, steps.length);
  });
});
