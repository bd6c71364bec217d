import { Analyser, type Analysis, type Knowledge } from '../analysis';
import { TextLines } from '../text/lines';

/**
 * Analyses a text in steps, so that whoever drives it can let others go first. A step is a passage;
 * only structure and the joining of names are one step each, however long the text is.
 */
export function* analysing(text: string, knowledge: Knowledge): Generator<undefined, Analysis> {
  const analysis = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
  if (!analysis.interview.recognition.isInterview) return analysis;
  for (const passage of analysis.passages()) {
    yield;
    analysis.prepare(passage);
  }
  yield;
  analysis.entities();
  yield;
  analysis.claims();
  return analysis;
}
