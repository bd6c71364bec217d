import * as vscode from 'vscode';

/**
 * Documents without the doubles that are reached through symbolic links: VS Code’s search follows links, and
 * what it finds twice would count twice. Documents that are only reached through a link stay.
 */
export async function withoutTwins(documents: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const links = await linksAmong(documents);
  if (links.size === 0) return [...documents];
  const isLinked = (uri: vscode.Uri) => [uri, ...foldersOf(uri)].some((one) => links.has(key(one)));
  const kept = documents.filter((uri) => !isLinked(uri));
  const seen = new Set(await Promise.all(kept.map(identity)));
  for (const uri of documents.filter(isLinked)) {
    const own = await identity(uri);
    if (own === undefined || seen.has(own)) continue;
    seen.add(own);
    kept.push(uri);
  }
  return kept;
}

/** The links among documents and the folders that they are in. */
async function linksAmong(documents: readonly vscode.Uri[]): Promise<Set<string>> {
  const folders = new Map<string, vscode.Uri>();
  for (const uri of documents) {
    for (const one of [uri, ...foldersOf(uri)]) {
      const folder = vscode.Uri.joinPath(one, '..');
      folders.set(key(folder), folder);
    }
  }
  const links = await Promise.all([...folders.values()].map(linksIn));
  return new Set(links.flat());
}

async function linksIn(folder: vscode.Uri): Promise<string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([, type]) => (type & vscode.FileType.SymbolicLink) !== 0)
      .map(([name]) => key(vscode.Uri.joinPath(folder, name)));
  } catch {
    // It has been removed since it was listed.
    return [];
  }
}

/** The folders that a document is in, below that of the workspace. */
function foldersOf(uri: vscode.Uri): vscode.Uri[] {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const folders: vscode.Uri[] = [];
  let folder = vscode.Uri.joinPath(uri, '..');
  while (root && folder.path.length > root.path.length) {
    folders.push(folder);
    folder = vscode.Uri.joinPath(folder, '..');
  }
  return folders;
}

/** Equal for both ways to the same file; undefined if it is gone. Extensions aren’t told where links lead. */
async function identity(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { ctime, mtime, size } = await vscode.workspace.fs.stat(uri);
    return `${ctime} ${mtime} ${size}`;
  } catch {
    return undefined;
  }
}

function key(uri: vscode.Uri): string {
  return uri.toString();
}
