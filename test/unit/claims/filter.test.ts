import assert from 'node:assert/strict';
import { passes } from '../../../src/core/claims/filter';

const TEXT = 'The Côte ferry will\n stop. prediction · likely · verified · B2';

describe('A filter', () => {
  for (const [filter, expected] of [
    ['', true],
    ['ferry', true],
    ['FERRY verified', true],
    ['cote', true],
    ['verified ferry b2', true],
    ['ferry refuted', false],
    ['"will stop"', true],
    ['“will stop” ferry', true],
    ['"stop will"', false],
    ['"ferry', true],
    ['.*', false],
  ] as const) {
    it(`${JSON.stringify(filter)} ${expected ? 'lets pass' : 'keeps out'}`, () => {
      assert.equal(passes(TEXT, filter), expected);
    });
  }
});
