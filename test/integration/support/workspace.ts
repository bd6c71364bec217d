import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './eventually';

/** The URI of a file of the tests' workspace. */
export function fileUri(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'The tests need a workspace.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the tests' workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  // VS Code refuses where another editor is being opened at that moment.
  await eventually(() => vscode.window.showTextDocument(document));
  return document;
}

export async function writeFile(name: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(name);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
  return uri;
}

export async function readFile(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
}

/** Whether there is such a file. */
export async function isThere(name: string): Promise<boolean> {
  return vscode.workspace.fs.stat(fileUri(name)).then(
    () => true,
    () => false,
  );
}

export async function deleteFile(name: string): Promise<void> {
  await vscode.workspace.fs.delete(fileUri(name));
}

/** The position of the `nth` occurrence (from 0) of some words in a document. */
export function positionOf(document: vscode.TextDocument, words: string, nth = 0): vscode.Position {
  const text = document.getText();
  let offset = text.indexOf(words);
  for (let index = 0; index < nth; index++) offset = text.indexOf(words, offset + 1);
  assert.notEqual(offset, -1, `“${words}” is not in ${document.uri.path}.`);
  return document.positionAt(offset);
}
