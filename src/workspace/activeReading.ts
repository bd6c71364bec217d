import * as vscode from 'vscode';
import { Disposables } from './disposables';
import type { DocumentStore, Reading } from './documents';

/** Views needn't follow every keystroke; they wait until typing pauses for this long. */
const PAUSE_MS = 150;

/**
 * The reading of the document that the views are about: the active editor's, or, while a file is
 * active that is never an interview (a taxonomy, say), the one shown before.
 */
export class ActiveReading implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<Reading | undefined>());
  private document: vscode.TextDocument | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest: Reading | undefined;

  /** Fires with the new reading; undefined when there is no document to be about. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly documents: DocumentStore) {
    this.disposables.add(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.follow(editor?.document);
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.document) this.follow(vscode.window.activeTextEditor?.document);
      }),
    );
    // A change of language closes a document and opens it again, with no other editor active.
    this.disposables.add(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.follow(document);
      }),
    );
    this.disposables.add(
      documents.onDidChange((document) => {
        if (!document || document === this.document) this.schedule(PAUSE_MS);
      }),
    );
    this.follow(vscode.window.activeTextEditor?.document);
  }

  get reading(): Reading | undefined {
    return this.latest;
  }

  /** The reading, if the document is an interview. */
  get interview(): Reading | undefined {
    return this.latest?.analysis.interview.recognition.isInterview ? this.latest : undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private follow(document: vscode.TextDocument | undefined): void {
    const keepsShown = this.document && !this.document.isClosed;
    if (keepsShown && !(document && this.documents.isRead(document))) return;
    this.document = document;
    this.schedule(0);
  }

  private schedule(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), pause);
  }

  private async refresh(): Promise<void> {
    const document = this.document;
    const reading = document && (await this.documents.read(document));
    if (document !== this.document) return;
    this.latest = reading;
    this.changed.fire(reading);
  }
}
