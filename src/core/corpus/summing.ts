import { Analyser, type Knowledge } from '../analysis';
import { reanchorSteps } from '../annotations/anchor';
import type { Annotation } from '../annotations/model';
import { TextLines } from '../text/lines';
import type { DocumentSummary } from './model';
import { summaryOf } from './summarise';

/** Analyses a text and sums it up, in the steps of {@link Analyser.analysing}. */
export function* summarising(
  text: string,
  knowledge: Knowledge,
  annotations: readonly Annotation[] = [],
): Generator<undefined, DocumentSummary> {
  const analysis = yield* new Analyser(knowledge).analysing(TextLines.of(text), knowledge);
  const summary = summaryOf(analysis, yield* reanchorSteps(text, annotations));
  yield;
  return detached(summary);
}

/** A copy of its own: otherwise parts of strings may keep the whole text in memory, six times as large. */
function detached(summary: DocumentSummary): DocumentSummary {
  return JSON.parse(JSON.stringify(summary)) as DocumentSummary;
}
