import * as vscode from 'vscode';
import { showingOf } from '../../workspace/passagePlace';

/**
 * The command behind every link into a text: opens the document and puts the cursor there.
 * Arguments: the document's URI as a string, start and end in UTF-16 units.
 */
export function registerReveal(): vscode.Disposable {
  return vscode.commands.registerCommand(
    'interviewLens.revealPassage',
    async (uri: string, start: number, end: number) => {
      const { document, options } = await showingOf({ uri, start, end });
      await vscode.window.showTextDocument(document, options);
    },
  );
}
