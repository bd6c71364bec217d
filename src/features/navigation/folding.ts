import * as vscode from 'vscode';
import type { TextLines } from '../../core/text/lines';
import type { Span } from '../../core/text/span';
import { Disposables } from '../../workspace/disposables';
import type { DocumentStore, Reading } from '../../workspace/documents';
import { onDidChangeBesideEdits } from '../../workspace/renewed';
import { silences } from './silence';

/** Folds questions with their answers, long turns, and what nobody speaks. */
export class InterviewFolding implements vscode.FoldingRangeProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());

  readonly onDidChangeFoldingRanges = this.changed.event;

  constructor(private readonly documents: DocumentStore) {
    this.disposables.add(
      onDidChangeBesideEdits(documents, () => {
        this.changed.fire();
      }),
    );
  }

  async provideFoldingRanges(
    document: vscode.TextDocument,
  ): Promise<vscode.FoldingRange[] | undefined> {
    const reading = await this.documents.readInterview(document);
    return reading && foldingRanges(reading);
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function foldingRanges({ analysis: { text, interview } }: Reading): vscode.FoldingRange[] {
  const { Region, Comment } = vscode.FoldingRangeKind;
  // Of ranges that start on the same line VS Code keeps the first: the exchange, not its question.
  return [
    ...interview.exchanges.map(({ span }) => fold(text, span, Region)),
    ...silences(interview).map((span) => fold(text, span, Comment)),
    ...interview.regions.map(({ span }) => fold(text, span, Comment)),
    ...interview.turns.map(({ span }) => fold(text, span)),
  ].filter(({ start, end }) => start < end);
}

function fold(text: TextLines, span: Span, kind?: vscode.FoldingRangeKind): vscode.FoldingRange {
  const first = text.lineAt(span.start);
  const last = text.lineAt(Math.max(span.start, span.end - 1));
  return new vscode.FoldingRange(first, last, kind);
}
