import * as vscode from 'vscode';

/** The path of a document in exports and tools: from its workspace folder, with slashes. */
export function pathOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri);
  // Outside of any folder it would be the full path, which is nobody's business.
  return vscode.workspace.getWorkspaceFolder(uri) ? path : path.slice(path.lastIndexOf('/') + 1);
}
