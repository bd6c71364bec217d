import * as vscode from 'vscode';

/** How long a hint stays in the status bar. */
const HINT_MS = 4000;

/** Selects a range, and scrolls to it if it is out of sight. */
export function show(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export function hint(sentence: string): void {
  vscode.window.setStatusBarMessage(sentence, HINT_MS);
}
