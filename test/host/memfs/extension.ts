import * as vscode from 'vscode';
import { MemoryFiles } from './files';

const scheme = 'memfs';

/** What VS Code calls to list files; still a proposal in its API, so not in `@types/vscode`. */
interface FileSearch {
  registerFileSearchProvider(
    scheme: string,
    provider: {
      provideFileSearchResults(query: unknown, options: { folder: vscode.Uri }): vscode.Uri[];
    },
  ): vscode.Disposable;
}

/** Offers the files that the web host's server delivers as the workspace `memfs:/workspace`. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const files = new MemoryFiles();
  await fill(files, vscode.Uri.joinPath(context.extensionUri, '../workspace.json'));
  const search = vscode.workspace as unknown as FileSearch;
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
    // VS Code leaves out what the search's patterns don't match.
    search.registerFileSearchProvider(scheme, {
      provideFileSearchResults: (_query, options) => files.files(options.folder),
    }),
  );
}

/** The server's answer: paths within the workspace, folders before what is in them, and contents. */
async function fill(files: MemoryFiles, source: vscode.Uri): Promise<void> {
  const response = await fetch(source.toString(true));
  const entries = (await response.json()) as [path: string, base64: string | null][];
  for (const [path, base64] of [['', null] as const, ...entries]) {
    const uri = vscode.Uri.from({ scheme, path: `/workspace${path}` });
    if (base64 === null) files.createDirectory(uri);
    else files.writeFile(uri, fromBase64(base64), { create: true, overwrite: false });
  }
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
