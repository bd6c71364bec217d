import * as vscode from 'vscode';
import { TextLines } from '../../core/text/lines';
import { toRange } from '../../workspace/positions';

/**
 * The command behind every link into a text: opens the document and puts the cursor there.
 * Arguments: the document's URI as a string, start and end in UTF-16 units.
 */
export function registerReveal(): vscode.Disposable {
  return vscode.commands.registerCommand(
    'interviewLens.revealPassage',
    async (uri: string, start: number, end: number) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      const range = toRange(TextLines.of(document.getText()), { start, end });
      await vscode.window.showTextDocument(document, {
        selection: range,
        viewColumn: columnOf(document),
      });
    },
  );
}

/** Where the document is in sight already; from a tab that is no editor (the overview), the first column. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const { visibleTextEditors, activeTextEditor } = vscode.window;
  const shown = visibleTextEditors.find((editor) => editor.document === document);
  return shown?.viewColumn ?? activeTextEditor?.viewColumn ?? vscode.ViewColumn.One;
}
