import * as vscode from 'vscode';
import { annotationUri } from './annotations';
import { Disposables } from './disposables';

/**
 * Lets annotation files follow their documents: when a document is renamed, moved or deleted in VS Code
 * the file beside it is, too, in the same step, so that one undo brings both back. With a folder its
 * annotation files move anyway.
 */
export function followDocuments(): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    vscode.workspace.onWillRenameFiles((event) => {
      event.waitUntil(renamed(event.files));
    }),
  );
  disposables.add(
    vscode.workspace.onWillDeleteFiles((event) => {
      event.waitUntil(deleted(event.files));
    }),
  );
  return disposables;
}

async function renamed(
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const moving = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    const from = annotationUri(oldUri);
    const to = annotationUri(newUri);
    // Whoever moves both has decided about both; what stands there already is never replaced.
    if (moving.has(from.toString()) || !(await isFile(from)) || (await isFile(to))) continue;
    edit.renameFile(from, to);
  }
  return edit;
}

async function deleted(files: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const going = new Set(files.map(String));
  for (const file of files) {
    const uri = annotationUri(file);
    if (going.has(uri.toString()) || !(await isFile(uri))) continue;
    edit.deleteFile(uri, { ignoreIfNotExists: true });
  }
  return edit;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}
