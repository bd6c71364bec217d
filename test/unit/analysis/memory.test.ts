import assert from 'node:assert/strict';
import { shippedKnowledge } from '../../../scripts/bench/knowledge';
import { analysedIn } from '../../../scripts/bench/memory';
import { generateInterview } from '../../bench/generate';

const UNITS = 300_000;
/** For each unit of text; its lines are counted apart. */
const MOST_BYTES = 15;

describe('What is known of a long document', () => {
  it('takes little memory', () => {
    const { analysis, ofAnalysis } = analysedIn(generateInterview(UNITS), shippedKnowledge());
    assert.ok(analysis.entities().entities.length > 0);
    const bytes = ofAnalysis / UNITS;
    assert.ok(bytes > 1 && bytes < MOST_BYTES, `${bytes} bytes`);
  });
});
