import * as vscode from 'vscode';
import { numberMark } from '../../core/claims/lenses';
import { Disposables } from '../../workspace/disposables';
import type { DocumentStore } from '../../workspace/documents';
import { toPosition } from '../../workspace/positions';
import { rowsOf } from './rows';

/**
 * The numbers that tie lenses to their sentences. Inlay hints rather than decorations, as these would
 * push the end of a wrapped line out of sight.
 */
export class ClaimNumbers implements vscode.InlayHintsProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());

  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly documents: DocumentStore) {
    this.disposables.add(
      documents.onDidChange(() => {
        this.changed.fire();
      }),
    );
  }

  async provideInlayHints(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.InlayHint[]> {
    const reading = await this.documents.readInterview(document);
    if (!reading) return [];
    return rowsOf(reading).flatMap((row) =>
      row.shown.flatMap((claim, index) => {
        const position = toPosition(reading.analysis.text, claim.start);
        const mark = numberMark(index, row);
        if (mark === '' || !range.contains(position)) return [];
        const hint = new vscode.InlayHint(position, mark);
        hint.paddingRight = true;
        return [hint];
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}
