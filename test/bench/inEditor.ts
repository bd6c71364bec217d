// Runs in VS Code's extension host; scripts/bench/editor.ts puts the files there and reads the result.
import * as vscode from 'vscode';

const TIMES = 12;

/** What VS Code calls. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The bench needs a folder.');
  const rows: Record<string, string>[] = [];
  for (const name of ['30 KB', '1 MB']) {
    const uri = vscode.Uri.joinPath(folder.uri, `${name}.txt`);
    rows.push(...(await measured(name, await vscode.workspace.openTextDocument(uri))));
  }
  const result = vscode.Uri.joinPath(folder.uri, 'result.json');
  await vscode.workspace.fs.writeFile(result, new TextEncoder().encode(JSON.stringify(rows)));
}

async function measured(
  name: string,
  document: vscode.TextDocument,
): Promise<Record<string, string>[]> {
  const editor = await vscode.window.showTextDocument(document);
  const text = document.getText();
  const at = document.positionAt(text.indexOf('Daniel Brandt', text.length / 2));
  const typed = document.positionAt(text.indexOf('. ', text.length / 2) + 2);
  const requests: [what: string, request: () => Thenable<unknown>][] = [
    [
      'hover',
      () => vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at),
    ],
    [
      'lenses',
      () => vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri),
    ],
    [
      'outline',
      () => vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', document.uri),
    ],
    [
      'colours',
      () => vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', document.uri),
    ],
    [
      'references',
      () => vscode.commands.executeCommand('vscode.executeReferenceProvider', document.uri, at),
    ],
  ];
  const first = await timed(requests[0]?.[1] ?? (() => Promise.resolve()));
  const rows: Record<string, string>[] = [
    {
      text: name,
      what: 'the first answer, of a hover',
      'median ms': first.toFixed(1),
      'most ms': '',
    },
  ];
  for (const isAfterLetter of [false, true]) {
    for (const [what, request] of requests) {
      const times: number[] = [];
      for (let time = 0; time < TIMES; time++) {
        if (isAfterLetter) await editor.edit((edit) => edit.insert(typed, 'x'));
        times.push(await timed(request));
      }
      times.sort((a, b) => a - b);
      rows.push({
        text: name,
        what: isAfterLetter ? `${what}, after a letter` : what,
        'median ms': (times[TIMES >> 1] ?? NaN).toFixed(1),
        'most ms': (times.at(-1) ?? NaN).toFixed(1),
      });
    }
  }
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return rows;
}

async function timed(request: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await request();
  return performance.now() - start;
}
