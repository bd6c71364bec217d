import * as vscode from 'vscode';
import { readFolder } from '../core/annotations/folder';

const SUFFIX = '.annotations.yaml';

export const FOLDER_SETTING = 'interviewLens.annotations.folder';

/** Where annotation files of a workspace folder are kept, if not beside their documents. */
interface Kept {
  /** The path of the workspace folder, with a slash at its end. */
  readonly root: string;
  readonly path: string;
}

function keptFor(uri: vscode.Uri): Kept | undefined {
  const workspace = vscode.workspace.getWorkspaceFolder(uri);
  if (!workspace) return undefined;
  const setting = vscode.workspace.getConfiguration(undefined, workspace.uri).get(FOLDER_SETTING);
  const folder = readFolder(setting);
  if (folder.kind !== 'in') return undefined;
  return { root: workspace.uri.path.replace(/\/?$/, '/'), path: folder.path };
}

/**
 * Where the annotations of a document are kept: beside it, or in the folder of the setting, under the path that
 * the document has in the workspace folder, so that documents of the same name don't meet.
 */
export function annotationUri(document: vscode.Uri): vscode.Uri {
  return document.with({ path: `${annotationPath(document)}${SUFFIX}` });
}

/** The same for all documents of a folder: undefined where they move with it. */
export function annotationFolderOf(folder: vscode.Uri): vscode.Uri | undefined {
  const path = annotationPath(folder);
  return path === folder.path ? undefined : folder.with({ path });
}

function annotationPath(uri: vscode.Uri): string {
  const kept = keptFor(uri);
  if (!kept || !uri.path.startsWith(kept.root)) return uri.path;
  return `${kept.root}${kept.path}/${uri.path.slice(kept.root.length)}`;
}

/** The document whose annotation file this is, if it is one. */
export function documentOf(file: vscode.Uri): vscode.Uri | undefined {
  if (!file.path.endsWith(SUFFIX)) return undefined;
  const path = file.path.slice(0, -SUFFIX.length);
  const kept = keptFor(file);
  const within = kept && `${kept.root}${kept.path}/`;
  if (!within || !path.startsWith(within)) return file.with({ path });
  return file.with({ path: kept.root + path.slice(within.length) });
}
