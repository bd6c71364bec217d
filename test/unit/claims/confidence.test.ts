import assert from 'node:assert/strict';
import { confidenceAmong } from '../../../src/core/claims/confidence';
import { wordsOf } from '../../../src/core/claims/words';

describe('Confidence', () => {
  const cases = [
    ['We assess with high confidence that the strait stays open.', 'high', 'high confidence'],
    ['I’m quite confident that they will sign.', 'high', '’m quite confident'],
    ['We have moderate confidence in that.', 'moderate', 'moderate confidence'],
    ['The agency judged, with low confidence, that it leaked.', 'low', 'low confidence'],
    ['I am not very confident that it holds.', 'low', 'am not very confident'],
    ['We don’t have high confidence in these numbers.', 'low', 'don’t have high confidence'],
  ] as const;
  for (const [sentence, level, words] of cases) {
    it(`${sentence} → ${level}`, () => {
      const found = confidenceAmong(wordsOf(sentence));
      assert.equal(found?.level, level);
      assert.equal(sentence.slice(found.words.start, found.words.end), words);
    });
  }

  it('is not stated where confidence is only spoken of', () => {
    assert.equal(confidenceAmong(wordsOf('The vote of confidence failed.')), undefined);
    assert.equal(confidenceAmong(wordsOf('They lost confidence in the bank.')), undefined);
  });
});
