import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { deleteFile, openFile, writeFile } from './support/workspace';

const INTERVIEW = [
  'Island Courier: What will happen to the harbour?',
  '',
  'Halloran: The harbour will probably close in 2031. Nobody in Oslo has paid for it.',
  '',
  'Island Courier: And the ferry?',
  '',
  'Halloran: I think the ferry should stay. It carried 40,000 people last year.',
  '',
].join('\n');

/** Everything that the extension is asked for in a document. */
const ASKED: [command: string, ...args: unknown[]][] = [
  ['vscode.executeHoverProvider', new vscode.Position(0, 3)],
  ['vscode.executeCodeLensProvider'],
  ['vscode.executeDocumentSymbolProvider'],
  ['vscode.executeFoldingRangeProvider'],
  ['vscode.executeDefinitionProvider', new vscode.Position(0, 3)],
  ['vscode.executeReferenceProvider', new vscode.Position(0, 3)],
  ['vscode.executeDocumentHighlights', new vscode.Position(0, 3)],
  ['vscode.provideDocumentRangeSemanticTokens', new vscode.Range(0, 0, 50, 0)],
];

async function askAll(uri: vscode.Uri): Promise<void> {
  for (const [command, ...args] of ASKED) {
    await vscode.commands.executeCommand(command, uri, ...args);
  }
}

async function lensTitles(uri: vscode.Uri): Promise<string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    50,
  );
  return lenses.map(({ command }) => command?.title ?? '');
}

describe('Documents of all kinds are answered without an error', () => {
  const documents: Record<string, string | Uint8Array> = {
    'an empty file': '',
    'a file of line ends only': '\n'.repeat(20_000),
    'an interview with CRLF': INTERVIEW.replaceAll('\n', '\r\n'),
    'an interview with a byte order mark': `\uFEFF${INTERVIEW}`,
    'an interview with emoji': INTERVIEW.replaceAll('harbour', '⚓ harbour 👩‍🚀'),
    'an interview from right to left':
      'מראיין: מה קרה?\n\nדנה: הרבה קרה השנה.\n\nמראיין: ומה עכשיו?\n\nדנה: נראה.\n',
    'a binary file called .txt': new Uint8Array(4096).map((_, index) => (index * 37) % 256),
    'a file of 5 MB': INTERVIEW.repeat(Math.ceil(5_000_000 / INTERVIEW.length)),
    'one line of a megabyte': 'Name: '.repeat(170_000),
  };
  for (const [what, content] of Object.entries(documents)) {
    it(what, async () => {
      const uri = await writeFile('odd.txt', content);
      try {
        // VS Code itself may refuse to open what is binary; then there is nothing to answer for.
        const document = await Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(
          () => undefined,
        );
        if (document) await askAll(uri);
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await deleteFile('odd.txt');
      }
    });
  }

  it('an untitled document', async () => {
    const document = await vscode.workspace.openTextDocument({ content: INTERVIEW });
    assert.ok((await lensTitles(document.uri)).length > 0, 'An untitled interview has lenses.');
    await askAll(document.uri);
  });

  it('CRLF and LF give the same lenses', async () => {
    const titles = await Promise.all(
      ['\n', '\r\n'].map(async (eol, index) => {
        const uri = await writeFile(`eol-${index}.txt`, INTERVIEW.replaceAll('\n', eol));
        await vscode.workspace.openTextDocument(uri);
        const found = await lensTitles(uri);
        await deleteFile(`eol-${index}.txt`);
        return found;
      }),
    );
    assert.ok(titles[0]?.length);
    assert.deepEqual(titles[0], titles[1]);
  });

  it('answers for the text after an edit', async () => {
    const document = await openFile('strait-interview.txt');
    const before = (await lensTitles(document.uri)).join();
    const edit = new vscode.WorkspaceEdit();
    const end = document.lineAt(document.lineCount - 1).range.end;
    edit.insert(
      document.uri,
      end,
      '\nHarbour Review: And then?\n\nFerrant: Norway will probably join in 2030.\n',
    );
    await vscode.workspace.applyEdit(edit);
    const after = (await lensTitles(document.uri)).join();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.notEqual(after, before);
    assert.match(after, /prediction · likely/);
  });
});
