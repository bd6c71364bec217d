import assert from 'node:assert/strict';
import { matchesOf } from '../../../src/core/text/matches';

describe('All matches in a text', () => {
  const cases: [text: string, expression: RegExp][] = [
    ['', /\w+/g],
    ['no number', /\d+/g],
    ['1 and 22, and 333', /\d(\d)?/g],
    ['déjà 😀 vu', /[^\s]/gu],
    ['one\ntwo', /^\w+$/gm],
  ];
  for (const [text, expression] of cases) {
    it(`of ${expression} in “${text}” are those that matchAll finds, however far it was used before`, () => {
      const expected = [...text.matchAll(expression)];
      expression.lastIndex = 3;
      assert.deepEqual(matchesOf(text, expression), expected);
      assert.deepEqual(matchesOf(text, expression), expected);
    });
  }
});
