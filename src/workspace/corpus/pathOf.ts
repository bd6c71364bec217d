import * as vscode from 'vscode';

/** By which exports and tools name a document: from its folder, with slashes. */
export function pathOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  // Outside of any folder it would be the whole path, which is nobody's business.
  return vscode.workspace.getWorkspaceFolder(uri) ? path : path.slice(path.lastIndexOf('/') + 1);
}
