import * as vscode from 'vscode';
import { annotationFolderOf, annotationUri, documentOf } from './annotationPlace';
import { Disposables } from './disposables';

/**
 * Lets annotation files follow their documents: when a document is renamed, moved or deleted in VS Code
 * its file is, too, in the same step, so that one undo brings both back. With a folder the annotation files
 * that stand in it move anyway, and those that are kept in another one are moved there.
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
    for (const from of await annotationsOf(oldUri)) {
      const document = documentOf(from) ?? oldUri;
      const path = newUri.path + document.path.slice(oldUri.path.length);
      const to = annotationUri(newUri.with({ path }));
      // Whoever moves both has decided about both; what stands there already is never replaced.
      if (moving.has(from.toString()) || (await typeOf(to)) !== undefined) continue;
      edit.renameFile(from, to);
    }
  }
  return edit;
}

async function deleted(files: readonly vscode.Uri[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const going = new Set(files.map(String));
  for (const file of files) {
    for (const uri of await annotationsOf(file)) {
      if (!going.has(uri.toString())) edit.deleteFile(uri, { ignoreIfNotExists: true });
    }
  }
  return edit;
}

/** The annotation file of a document; of a folder those of its documents, if they are kept in another one. */
async function annotationsOf(uri: vscode.Uri): Promise<vscode.Uri[]> {
  const file = annotationUri(uri);
  if (((await typeOf(file)) ?? 0) & vscode.FileType.File) return [file];
  const folder = annotationFolderOf(uri);
  const isFolder = folder && (await typeOf(uri)) === vscode.FileType.Directory;
  return isFolder ? annotationsUnder(folder) : [];
}

async function annotationsUnder(folder: vscode.Uri): Promise<vscode.Uri[]> {
  if ((await typeOf(folder)) !== vscode.FileType.Directory) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return annotationsUnder(uri);
      return type === vscode.FileType.File && documentOf(uri) ? [uri] : [];
    }),
  );
  return found.flat();
}

/** Undefined for what isn't there. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
