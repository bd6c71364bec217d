import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { Disposables } from '../../workspace/disposables';
import type { DocumentStore, Reading } from '../../workspace/documents';
import { toRange } from '../../workspace/positions';
import { rowsOf } from './rows';

/** Decorations may lag behind typing for so long; they are not read while typing. */
const PAUSE_MS = 120;

/** Marks claims in the text: underlined faintly, tagged ones more so. */
export class ClaimDecorations implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly claim = this.type('dotted', 'interviewLens.claimBorder');
  private readonly tagged = this.type('solid', 'interviewLens.taggedClaimBorder', {
    overviewRulerColor: new vscode.ThemeColor('interviewLens.taggedClaimBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  });

  constructor(private readonly documents: DocumentStore) {
    const schedule = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.refresh(), PAUSE_MS);
    };
    this.disposables.add(documents.onDidChange(schedule));
    this.disposables.add(vscode.window.onDidChangeVisibleTextEditors(schedule));
    // A change of language closes a document and opens it again in the same editor.
    this.disposables.add(vscode.workspace.onDidOpenTextDocument(schedule));
    schedule();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private type(
    style: string,
    color: string,
    more: vscode.DecorationRenderOptions = {},
  ): vscode.TextEditorDecorationType {
    return this.disposables.add(
      vscode.window.createTextEditorDecorationType({
        borderWidth: '0 0 1px 0',
        borderStyle: style,
        borderColor: new vscode.ThemeColor(color),
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        ...more,
      }),
    );
  }

  private async refresh(): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) {
      const reading = await this.documents.readInterview(editor.document);
      // What was read of an older version stands elsewhere now; the next change comes anyway.
      if (reading && reading.version !== editor.document.version) continue;
      this.show(editor, reading);
    }
  }

  private show(editor: vscode.TextEditor, reading: Reading | undefined): void {
    const claims = reading ? underlined(reading) : [];
    const rangesOf = (some: readonly ShownClaim[]) =>
      reading ? some.map((claim) => toRange(reading.analysis.text, claim)) : [];
    editor.setDecorations(this.claim, rangesOf(claims.filter((claim) => !claim.annotation)));
    editor.setDecorations(this.tagged, rangesOf(claims.filter((claim) => claim.annotation)));
  }
}

/** Tagged claims and those with a lens; where every sentence is a claim, more lines would say nothing. */
function underlined(reading: Reading): ShownClaim[] {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims', reading.document);
  if (!settings.get('underline', true)) return [];
  const tagged = reading.claims().filter(({ annotation }) => annotation);
  return [...new Set([...tagged, ...rowsOf(reading).flatMap(({ shown }) => shown)])];
}
