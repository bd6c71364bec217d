import * as vscode from 'vscode';

/** Does something in a later turn: while an extension starts, VS Code and all other extensions wait. */
export function soon(run: () => void): vscode.Disposable {
  const timer = setTimeout(run);
  return new vscode.Disposable(() => {
    clearTimeout(timer);
  });
}
