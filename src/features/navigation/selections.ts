import * as vscode from 'vscode';
import { sentences } from '../../core/text/sentences';
import { itemAt, shifted, type Span } from '../../core/text/span';
import type { DocumentStore, Reading } from '../../workspace/documents';
import { toOffset, toRange, toSpan } from '../../workspace/positions';

/** Grows a selection from the word to the sentence, the paragraph, the turn, the question's exchange. */
export class InterviewSelections implements vscode.SelectionRangeProvider {
  constructor(private readonly documents: DocumentStore) {}

  async provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
  ): Promise<vscode.SelectionRange[] | undefined> {
    const reading = await this.documents.readInterview(document);
    return reading && positions.map((position) => selectionAt(reading, position));
  }
}

function selectionAt(reading: Reading, position: vscode.Position): vscode.SelectionRange {
  const { text } = reading.analysis;
  const spans = spansAround(reading, position).sort((a, b) => b.end - b.start - (a.end - a.start));
  let selection: vscode.SelectionRange | undefined;
  for (const span of spans) {
    const range = toRange(text, span);
    // A stretch that crosses a larger one (a word at a label's colon) can't be a step on the way.
    if (selection && !selection.range.contains(range)) continue;
    selection = new vscode.SelectionRange(range, selection);
  }
  return selection ?? new vscode.SelectionRange(new vscode.Range(position, position));
}

/** The stretches around a position; a cursor at the end of something still belongs to it. */
function spansAround({ document, analysis }: Reading, position: vscode.Position): Span[] {
  const { text, interview } = analysis;
  const offset = toOffset(text, position);
  const at = <T>(items: readonly T[], spanOf: (item: T) => Span) => {
    const item = itemAt(items, offset, spanOf) ?? itemAt(items, offset - 1, spanOf);
    return item ? [spanOf(item)] : [];
  };
  const word = document.getWordRangeAtPosition(position);
  const paragraphs = at(analysis.passages(), ({ span }) => span);
  const sentencesHere = paragraphs.flatMap((paragraph) =>
    at(
      sentences(text.slice(paragraph)).map((sentence) => shifted(sentence, paragraph.start)),
      (span) => span,
    ),
  );
  return [
    ...(word ? [toSpan(text, word)] : []),
    ...sentencesHere,
    ...paragraphs,
    ...at(interview.regions, ({ span }) => span),
    ...at(interview.turns, ({ span }) => span),
    ...at(interview.exchanges, ({ span }) => span),
  ];
}
