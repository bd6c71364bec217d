import * as vscode from 'vscode';
import { annotationFolderOf, annotationUri, documentOf } from './annotationPlace';
import type { AnnotationPlaces } from './annotationPlaces';
import { Disposables } from './disposables';
import { typeOf } from './typeOf';

/** An annotation file that has to be moved or deleted along with something else. */
interface Follower {
  readonly document: vscode.Uri;
  readonly file: vscode.Uri;
}

/**
 * Lets annotation files follow their documents: when a document is renamed, moved or deleted in VS Code, so is
 * its annotation file, in the same step, so that one undo brings both back. When a folder is, the annotation
 * files in it follow anyway; those of its documents that are kept in another folder are made to.
 */
export function followDocuments(places: AnnotationPlaces): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    vscode.workspace.onWillRenameFiles((event) => {
      event.waitUntil(renamed(places, event.files));
    }),
  );
  disposables.add(
    vscode.workspace.onWillDeleteFiles((event) => {
      event.waitUntil(deleted(places, event.files));
    }),
  );
  return disposables;
}

async function renamed(
  places: AnnotationPlaces,
  files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
): Promise<vscode.WorkspaceEdit> {
  await places.looked();
  const edit = new vscode.WorkspaceEdit();
  const moving = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    for (const { document, file } of await followersOf(places, oldUri)) {
      const path = newUri.path + document.path.slice(oldUri.path.length);
      const to = annotationUri(newUri.with({ path }));
      // Whoever moves both has decided about both. A file that is there already is never replaced.
      if (moving.has(file.toString()) || (await typeOf(to)) !== undefined) continue;
      edit.renameFile(file, to);
    }
  }
  return edit;
}

async function deleted(
  places: AnnotationPlaces,
  files: readonly vscode.Uri[],
): Promise<vscode.WorkspaceEdit> {
  await places.looked();
  const edit = new vscode.WorkspaceEdit();
  const going = new Set(files.map(String));
  for (const uri of files) {
    for (const { file } of await followersOf(places, uri)) {
      if (!going.has(file.toString())) edit.deleteFile(file, { ignoreIfNotExists: true });
    }
  }
  return edit;
}

/** The annotation file of a document; for a folder, those of its documents that are kept elsewhere. */
async function followersOf(places: AnnotationPlaces, uri: vscode.Uri): Promise<Follower[]> {
  const file = places.of(uri);
  if (((await typeOf(file)) ?? 0) & vscode.FileType.File) return [{ document: uri, file }];
  if ((await typeOf(uri)) !== vscode.FileType.Directory) return [];
  const folder = annotationFolderOf(uri);
  const kept = folder ? await annotationsUnder(folder) : [];
  const isUnder = (one: vscode.Uri) => one.path.startsWith(`${uri.path}/`);
  const strays = places.strays.filter((one) => isUnder(one.document) && !isUnder(one.file));
  return [...kept, ...strays];
}

async function annotationsUnder(folder: vscode.Uri): Promise<Follower[]> {
  if ((await typeOf(folder)) !== vscode.FileType.Directory) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const file = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return annotationsUnder(file);
      const document = type === vscode.FileType.File ? documentOf(file) : undefined;
      return document ? [{ document, file }] : [];
    }),
  );
  return found.flat();
}
