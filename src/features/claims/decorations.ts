import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { Disposables } from '../../workspace/disposables';
import type { DocumentStore, Reading } from '../../workspace/documents';
import { toRange } from '../../workspace/positions';
import { gutterIcon, MARKS, type Mark } from './markIcons';
import { rowsOf } from './rows';
import { needsReview } from './words';

/** How long decorations may lag behind typing; nobody looks at them while typing. */
const PAUSE_MS = 120;

/** The lines under claims, which differ not only in colour. */
const LINES: Readonly<Record<Mark, vscode.DecorationRenderOptions>> = {
  tagged: { borderStyle: 'solid' },
  open: { borderStyle: 'solid' },
  verified: { borderStyle: 'solid' },
  disputed: { borderStyle: 'dashed' },
  refuted: { borderStyle: 'double', borderWidth: '0 0 3px 0' },
  changed: {
    borderStyle: 'dashed',
    borderColor: new vscode.ThemeColor('editorWarning.foreground'),
    overviewRulerColor: new vscode.ThemeColor('editorWarning.foreground'),
  },
};

/** Marks claims in the text: underlines them, tagged ones more strongly, and marks their lines in the gutter. */
export class ClaimDecorations implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly claim = this.line('interviewLens.claimBorder', { borderStyle: 'dotted' });
  private readonly lines = new Map(
    MARKS.map((mark) => [mark, this.line('interviewLens.taggedClaimBorder', ruled(mark))]),
  );
  private readonly gutter = new Map(
    MARKS.map((mark) => [mark, this.type({ ...gutterIcon(mark) })]),
  );

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

  private line(
    color: string,
    options: vscode.DecorationRenderOptions,
  ): vscode.TextEditorDecorationType {
    return this.type({
      borderWidth: '0 0 1px 0',
      borderColor: new vscode.ThemeColor(color),
      ...options,
    });
  }

  private type(options: vscode.DecorationRenderOptions): vscode.TextEditorDecorationType {
    const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
    return this.disposables.add(
      vscode.window.createTextEditorDecorationType({ rangeBehavior, ...options }),
    );
  }

  private async refresh(): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) {
      const reading = await this.documents.readInterview(editor.document);
      // In an older version, things were elsewhere; another change will follow anyway.
      if (reading && reading.version !== editor.document.version) continue;
      this.show(editor, reading);
    }
  }

  private show(editor: vscode.TextEditor, reading: Reading | undefined): void {
    const claims = reading ? underlined(reading) : [];
    const rangesOf = (some: readonly ShownClaim[]) =>
      reading ? some.map((claim) => toRange(reading.analysis.text, claim)) : [];
    editor.setDecorations(this.claim, rangesOf(claims.filter((claim) => !claim.annotation)));
    const tagged = (mark: Mark) => rangesOf(claims.filter((claim) => markOf(claim) === mark));
    for (const [mark, type] of this.lines) editor.setDecorations(type, tagged(mark));
    const inGutter = reading ? gutterLines(reading) : new Map<Mark, vscode.Range[]>();
    for (const [mark, type] of this.gutter) editor.setDecorations(type, inGutter.get(mark) ?? []);
  }
}

function ruled(mark: Mark): vscode.DecorationRenderOptions {
  return {
    overviewRulerColor: new vscode.ThemeColor('interviewLens.taggedClaimBorder'),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
    ...LINES[mark],
  };
}

function markOf(claim: ShownClaim): Mark | undefined {
  if (!claim.annotation) return undefined;
  return needsReview(claim) ? 'changed' : (claim.annotation.status ?? 'tagged');
}

/** The beginnings of lines with tagged claims, by the mark that the line gets. */
function gutterLines({ document, analysis, claims }: Reading): Map<Mark, vscode.Range[]> {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims', document);
  if (!settings.get('gutter', true)) return new Map();
  const byLine = new Map<number, Mark>();
  for (const claim of claims()) {
    const mark = markOf(claim);
    const line = analysis.text.lineAt(claim.start);
    const before = byLine.get(line);
    if (!mark || (before && MARKS.indexOf(before) <= MARKS.indexOf(mark))) continue;
    byLine.set(line, mark);
  }
  const places = new Map<Mark, vscode.Range[]>(MARKS.map((mark) => [mark, []]));
  for (const [line, mark] of byLine) places.get(mark)?.push(new vscode.Range(line, 0, line, 0));
  return places;
}

/** Tagged claims and those with a lens. As nearly every sentence is a claim, underlining all would say nothing. */
function underlined(reading: Reading): ShownClaim[] {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims', reading.document);
  if (!settings.get('underline', true)) return [];
  const tagged = reading.claims().filter(({ annotation }) => annotation);
  return [...new Set([...tagged, ...rowsOf(reading).flatMap(({ shown }) => shown)])];
}
