import * as vscode from 'vscode';
import { documentPath, filePath, readFolder } from '../core/annotations/folder';

export const FOLDER_SETTING = 'interviewLens.annotations.folder';

/** The value of the setting for a workspace folder, valid or not. */
export function folderSetting(root: vscode.Uri): unknown {
  return vscode.workspace.getConfiguration(undefined, root).get(FOLDER_SETTING);
}

/** Where a workspace folder keeps annotation files: a path in it; '' beside their documents. */
export function placeIn(root: vscode.Uri): string {
  const folder = readFolder(folderSetting(root));
  return folder.kind === 'in' ? folder.path : '';
}

/** Where the annotations of a document are to be kept: beside it, or in the folder of the setting. */
export function annotationUri(document: vscode.Uri): vscode.Uri {
  const { root, path, place } = within(document);
  return document.with({ path: root + filePath(path, place) });
}

/** The folder for the annotation files of a folder's documents; undefined if they are beside their documents. */
export function annotationFolderOf(folder: vscode.Uri): vscode.Uri | undefined {
  const { root, path, place } = within(folder);
  return place === '' ? undefined : folder.with({ path: `${root}${place}/${path}` });
}

/** The document whose annotation file this is to be, if it is one. */
export function documentOf(file: vscode.Uri): vscode.Uri | undefined {
  const { root, path, place } = within(file);
  const document = documentPath(path, place) ?? documentPath(path, '');
  return document === undefined ? undefined : file.with({ path: root + document });
}

/** The path of the workspace folder, with a slash at its end; the path in it; and where it keeps annotation files. */
function within(uri: vscode.Uri): { root: string; path: string; place: string } {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const root = folder?.uri.path.replace(/\/?$/, '/');
  // The workspace folder isn't within itself.
  if (!folder || root === undefined || !uri.path.startsWith(root)) {
    return { root: '', path: uri.path, place: '' };
  }
  return { root, path: uri.path.slice(root.length), place: placeIn(folder.uri) };
}
