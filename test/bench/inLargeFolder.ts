// Runs in VS Code's extension host; scripts/bench/largeFolder.ts makes the folder and reads the result.
import * as vscode from 'vscode';

/** So many files change at once. */
const FLOOD = 10_000;
const AT_ONCE = 50;
const PAUSE_MS = 250;
const LIMIT_MS = 6 * 60_000;

/** Stands once in each document, so that its references tell how many have been read. */
const NAME = 'Water Law Project';

/** What VS Code calls. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The bench needs a folder.');
  const root = folder.uri;
  const all = await vscode.workspace.findFiles('*.txt');
  const document = await vscode.workspace.openTextDocument(
    vscode.Uri.joinPath(root, 'interview-0.txt'),
  );
  await vscode.window.showTextDocument(document);
  const rows: Record<string, string>[] = [];
  const row = (what: string, figure: string) => rows.push({ what, figure });
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const before = process.memoryUsage();
  const indexing = await waited(document, async () => (await known(document)) === all.length);
  row(`interviews read, from opening the first: ${all.length}`, seconds(indexing.ms));
  row('hover while they are read, median / most', latencies(indexing.hovers));
  row('lenses while they are read, median / most', latencies(indexing.lenses));
  const after = process.memoryUsage();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  row('memory of the extension host when the bench begins', megabytes(before.rss));
  row('memory of the extension host with all read', megabytes(after.rss));
  row('of that its heap', megabytes(after.heapUsed));
  const flood = vscode.Uri.joinPath(root, 'flood');
  const start = performance.now();
  for (const text of ['created', 'changed']) await writeAll(flood, text);
  row(
    `${FLOOD} files created and then changed, by the bench itself`,
    seconds(performance.now() - start),
  );
  const other = vscode.Uri.joinPath(root, 'interview-1.txt');
  const bytes = await vscode.workspace.fs.readFile(other);
  const changed = new TextDecoder().decode(bytes).replaceAll(NAME, 'project');
  await vscode.workspace.fs.writeFile(other, new TextEncoder().encode(changed));
  const settled = await waited(document, async () => (await known(document)) === all.length - 1);
  row('an interview that is changed after them is read anew', seconds(settled.ms));
  row('hover until then, median / most', latencies(settled.hovers));
  row('memory of the extension host after that', megabytes(process.memoryUsage().rss));
  const result = vscode.Uri.joinPath(root, 'result.json');
  await vscode.workspace.fs.writeFile(result, new TextEncoder().encode(JSON.stringify(rows)));
}

/** In how many documents the name is known by now. */
async function known(document: vscode.TextDocument): Promise<number> {
  const at = document.positionAt(document.getText().indexOf(NAME) + 1);
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    at,
  );
  return new Set(found.map(({ uri }) => uri.toString())).size;
}

interface Waited {
  readonly ms: number;
  readonly hovers: readonly number[];
  readonly lenses: readonly number[];
}

/** Asks as an editor does until something is so. */
async function waited(
  document: vscode.TextDocument,
  isSo: () => Promise<boolean>,
): Promise<Waited> {
  const start = performance.now();
  const [hovers, lenses]: [number[], number[]] = [[], []];
  const at = document.positionAt(document.getText().indexOf('Daniel Brandt'));
  const { uri } = document;
  while (!(await isSo())) {
    if (performance.now() - start > LIMIT_MS) throw new Error('The folder was not read in time.');
    hovers.push(
      await timed(() => vscode.commands.executeCommand('vscode.executeHoverProvider', uri, at)),
    );
    lenses.push(
      await timed(() => vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri)),
    );
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return { ms: performance.now() - start, hovers, lenses };
}

async function writeAll(folder: vscode.Uri, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < FLOOD; from += AT_ONCE) {
    const names = Array.from({ length: AT_ONCE }, (_, index) => `${from + index}.dat`);
    await Promise.all(
      names.map((name) => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes)),
    );
  }
}

async function timed(request: () => Thenable<unknown>): Promise<number> {
  const start = performance.now();
  await request();
  return performance.now() - start;
}

function latencies(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const shown = (value: number | undefined) => `${(value ?? NaN).toFixed(0)} ms`;
  return `${shown(sorted[sorted.length >> 1])} / ${shown(sorted.at(-1))}`;
}
