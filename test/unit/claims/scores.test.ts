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
import { CLAIM_KINDS } from '../../../src/core/claims/model';
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

describe('The signs of a sentence', () => {
  const SIXTY = `They saw ${'one boat and another '.repeat(15)}there.`;
  const cases: [sentence: string, signs: string][] = [
    ['It fell.', 'names 0, numbers 0, length 4'],
    ['It fell on Holt.', 'names 1, numbers 0, length 6'],
    ['It fell on Ann and Bo and Cy and Di.', 'names 3, numbers 0, length 13'],
    ['It cost 3, 4 or 5 million.', 'names 0, numbers 2, length 9'],
    ['It cost 3 million.', 'names 0, numbers 1, length 6'],
    [SIXTY, 'names 0, numbers 0, length more'],
    ['It lasted.', 'names 0, numbers 0, length 4, past'],
    ['It fell?', 'names 0, numbers 0, length 4, question, question mark'],
    ['“It fell?” is it.', 'names 0, numbers 0, length 6, question mark, quotation'],
    ['It fell by 4%.', 'names 0, numbers 1, length 6, money'],
    ['It fell …', 'names 0, numbers 0, length 4, trails off, no end'],
    ['It fell', 'names 0, numbers 0, length 4, no end'],
    ['It fell.”)', 'names 0, numbers 0, length 4'],
  ];
  for (const [sentence, expected] of cases) {
    it(sentence.slice(0, 60), () => {
      // Which phrases stand in it is tested elsewhere.
      const kinds = new Set<string>(['', 'none', ...CLAIM_KINDS]);
      const signs = signsOf(examine(sentence));
      assert.equal(signs[0], '');
      assert.deepEqual(
        signs.filter((sign) => !kinds.has(sign)),
        expected.split(', '),
      );
    });
  }

  it('tell of a likelihood, of who is reported, and of kinds, each once', () => {
    const signs = signsOf(examine('Officials said it will probably fall, and it will rise.'));
    assert.deepEqual(
      ['likelihood', 'reported', 'prediction'].map(
        (sign) => signs.filter((one) => one === sign).length,
      ),
      [1, 1, 1],
    );
    const none = signsOf(examine('It fell.'));
    assert.ok(!none.includes('likelihood') && !none.includes('reported'));
  });
});

describe('The weights of words', () => {
  const count = weights.words.split(' ').length;

  it('are what is written for them, and among the first words more', () => {
    const codes = written(Array.from({ length: 2 * STEPS + 1 }, (_, at) => at - STEPS));
    const stepOf = (column: string, at: number) => codes.indexOf(column[at] ?? '') - STEPS;
    const words = weights.words.split(' ');
    for (const score of SCORES) {
      for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
        const anywhere = stepOf(weights.anywhere[score], at);
        const first = stepOf(weights.first[score], at);
        const [alone = 0] = wordParts([words[at] ?? ''], score);
        assert.ok(Math.abs(alone - weights.step * (anywhere + first / 2)) < 1e-9);
        // Behind four others, of which nothing is known.
        const behind = wordParts(['?1', '?2', '?3', '?4', words[at] ?? ''], score).at(-1) ?? 0;
        assert.ok(Math.abs(behind - (weights.step * anywhere) / Math.sqrt(5)) < 1e-9);
      }
    }
  });

  it('count each word once, and all numbers as one', () => {
    assert.deepEqual(scoredWords(examine('It fell, and it cost 3 or 4.').words), [
      ...['it', 'fell', 'and', 'cost', '#', 'or'],
    ]);
  });

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
