import type * as vscode from 'vscode';

/** Holds what has to be disposed of together; what is added afterwards is disposed of at once. */
export class Disposables implements vscode.Disposable {
  private readonly held: vscode.Disposable[] = [];
  private ended = false;

  add<T extends vscode.Disposable>(disposable: T): T {
    if (this.ended) disposable.dispose();
    else this.held.push(disposable);
    return disposable;
  }

  dispose(): void {
    this.ended = true;
    for (const disposable of this.held.splice(0).reverse()) disposable.dispose();
  }
}
