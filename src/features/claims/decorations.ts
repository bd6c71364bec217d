import * as vscode from 'vscode';
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
      const reading = await this.documents.read(editor.document);
      // What was read of an older version stands elsewhere now; the next change comes anyway.
      if (!reading || reading.version !== editor.document.version) continue;
      this.show(editor, reading);
    }
  }

  private show(editor: vscode.TextEditor, reading: Reading): void {
    const isInterview = reading.analysis.interview.recognition.isInterview;
    const settings = vscode.workspace.getConfiguration('interviewLens.claims', reading.document);
    const underlines = isInterview && settings.get('underline', true);
    // Where every sentence is a claim, lines under all of them would say nothing.
    const claims = underlines ? rowsOf(reading).flatMap(({ shown }) => shown) : [];
    const ranges = (tagged: boolean) =>
      claims
        .filter(({ annotation }) => (annotation !== undefined) === tagged)
        .map((claim) => toRange(reading.analysis.text, claim));
    editor.setDecorations(this.claim, ranges(false));
    editor.setDecorations(this.tagged, ranges(true));
  }
}
