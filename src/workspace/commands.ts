import * as vscode from 'vscode';

/** Registers a command whose errors are shown to the person who ran it, as the sentence they carry. */
export function registerCommand<A extends unknown[]>(
  id: string,
  run: (...args: A) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: A) => {
    try {
      return await run(...args);
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(sentence);
      return undefined;
    }
  });
}
