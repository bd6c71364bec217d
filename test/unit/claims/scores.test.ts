import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  scoredWords,
  SCORES,
  scoresOf,
  signsOf,
  STEPS,
  weightsOfSign,
  wordParts,
  written,
} from '../../../src/core/claims/scores';
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

  it('are the sum of what its words and signs count', () => {
    const sentence = examine(
      'Holt told us in 2019 that the yard is too small and too old for 9 boats.',
    );
    for (const score of SCORES) {
      const words = wordParts(scoredWords(sentence.words), score);
      const signs = signsOf(sentence).map((sign) => weightsOfSign(sign)?.[score] ?? 0);
      const sum = [...words, ...signs].reduce((a, b) => a + b);
      assert.ok(Math.abs(sum - scoresOf(sentence)[score]) < 1e-9);
    }
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
