import assert from 'node:assert/strict';
import { shippedKnowledge } from '../../../scripts/bench/knowledge';
import { usedBytes } from '../../../scripts/bench/memory';
import { Analyser } from '../../../src/core/analysis';
import { finished } from '../../../src/core/steps';
import { TextLines } from '../../../src/core/text/lines';
import { generateInterview } from '../../bench/generate';

const UNITS = 300_000;
/** For each unit of text; its lines are counted apart. */
const MOST_BYTES = 15;

describe('What is known of a long document', () => {
  const known = shippedKnowledge();
  const text = generateInterview(UNITS);
  const analysed = (lines: TextLines) => {
    const analyser = new Analyser(known);
    return { analyser, analysis: finished(analyser.analysing(lines, known)) };
  };

  it('takes little memory', () => {
    // Tables, caches and code that don't grow with the text come first.
    analysed(TextLines.of(text));
    const lines = TextLines.of(text);
    const before = usedBytes();
    const held = analysed(lines);
    const bytes = (usedBytes() - before) / UNITS;
    assert.ok(held.analysis.entities().entities.length > 0);
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes`);
    assert.ok(bytes > 1, 'nothing was held');
  });
});
