import * as vscode from 'vscode';
import { TextLines, type Edit } from '../core/text/lines';
import { Disposables } from './disposables';

/** One of the edits of an event. */
export interface TextStep {
  readonly edit: Edit;
  /** The text right before it; undefined where that isn't known, as after a change of line ends. */
  readonly before: TextLines | undefined;
}

/** An event that changed a document, edit by edit. */
export interface TextEdits {
  readonly document: vscode.TextDocument;
  readonly steps: readonly TextStep[];
}

interface Followed {
  readonly lines: TextLines;
  readonly version: number;
  readonly eol: vscode.EndOfLine;
}

/**
 * The lines of open documents, kept once for everybody who reads them. Edits are applied to them, so that
 * the lines an edit doesn't touch stay the same objects from version to version.
 */
export class OpenTexts implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly edited = this.disposables.add(new vscode.EventEmitter<TextEdits>());
  private readonly followed = new WeakMap<vscode.TextDocument, Followed>();

  /** Fires after an edit of a document whose text somebody has asked for; {@link of} gives the new text by then. */
  readonly onDidEdit = this.edited.event;

  constructor() {
    this.disposables.add(
      vscode.workspace.onDidChangeTextDocument((event) => {
        this.follow(event);
      }),
    );
  }

  /** The present text of a document; the same object as long as nothing in it changes. */
  of(document: vscode.TextDocument): TextLines {
    const known = this.followed.get(document);
    if (known?.version === document.version && known.eol === document.eol) return known.lines;
    const lines = TextLines.of(document.getText());
    this.keep(document, lines);
    return lines;
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private keep(document: vscode.TextDocument, lines: TextLines): void {
    const { version, eol } = document;
    this.followed.set(document, { lines, version, eol });
  }

  private follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const known = this.followed.get(document);
    // Documents that nobody asked about (logs, for one, change all the time) are nobody's concern.
    if (!known || contentChanges.length === 0) return;
    // Other line ends move everything, and come without edits.
    const isKnown = known.version !== document.version && known.eol === document.eol;
    let lines = isKnown ? known.lines : undefined;
    const steps = contentChanges.map(({ rangeOffset: start, rangeLength, text }): TextStep => {
      const edit = { start, end: start + rangeLength, text };
      const before = lines;
      lines = lines?.edited(edit);
      return { edit, before };
    });
    // An event that was missed shows in the count; then the text is split afresh when it is next asked for.
    if (lines?.lines.length === document.lineCount) this.keep(document, lines);
    this.edited.fire({ document, steps });
  }
}
