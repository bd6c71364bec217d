import * as vscode from 'vscode';
import { TextLines } from '../core/text/lines';
import { toRange } from './positions';

/** Words of a document to go to; `start` and `end` in UTF-16 units. */
export interface PassagePlace {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** The document of a place, and how to show it so that the place is selected. */
export interface Showing {
  readonly document: vscode.TextDocument;
  readonly options: vscode.TextDocumentShowOptions;
}

/** @throws what VS Code says if the document can’t be opened */
export async function showingOf({ uri, start, end }: PassagePlace): Promise<Showing> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const selection = toRange(TextLines.of(document.getText()), { start, end });
  return { document, options: { selection, viewColumn: columnOf(document) } };
}

/** The column that shows the document already; from a tab that is no editor (the overview), the first one. */
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  const { visibleTextEditors, activeTextEditor } = vscode.window;
  const shown = visibleTextEditors.find((editor) => editor.document === document);
  return shown?.viewColumn ?? activeTextEditor?.viewColumn ?? vscode.ViewColumn.One;
}
