import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { deleteFile, fileUri, openFile, writeFile } from './support/workspace';

const NAME = 'claims-interview.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;
const PREDICTION = 'The delta will probably lose a third of its water by 2035.';

async function lenses(): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(NAME),
    100,
  );
  return found.map(({ command }) => command?.title ?? '');
}

/** The place of some words, as the arguments of a claim's commands. */
function place(document: vscode.TextDocument, words: string): [string, number, number] {
  const start = document.getText().indexOf(words);
  assert.notEqual(start, -1, words);
  return [document.uri.toString(), start, start + words.length];
}

async function annotations(): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(ANNOTATIONS)));
}

/** An annotation as a person or another program may write it. */
function yaml(quote: string, more: string): string {
  return `version: 1\nannotations:\n  - id: abc123\n    quote: ${quote}\n    at: [0, 1]\n    ${more}\n`;
}

describe('Lenses on claims', () => {
  afterEach(async () => {
    await deleteFile(ANNOTATIONS).catch(() => undefined);
    await eventually(async () => assert.ok(!(await lenses()).join().includes('edit…')));
  });

  it('say kind, estimative term and speaker of a lone claim', async () => {
    await openFile(NAME);
    await eventually(async () => {
      const titles = await lenses();
      assert.ok(titles.includes('prediction · likely · Osei — tag…'), titles.join('\n'));
    });
  });

  it('number the claims of a paragraph with many, and count the rest', async () => {
    await openFile(NAME);
    const titles = await lenses();
    assert.ok(titles.some((title) => title.startsWith('① ')));
    assert.ok(titles.some((title) => title.startsWith('② ')));
    assert.ok(
      titles.some((title) => /^\d more claims?…$/.test(title)),
      titles.join('\n'),
    );
  });

  it('leave questions and thanks alone', async () => {
    const document = await openFile(NAME);
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const lines = new Set(found.map(({ range }) => document.lineAt(range.start.line).text));
    assert.deepEqual(
      [...lines].map((line) => line.slice(0, 16)),
      ['Osei: The delta ', 'Osei: The minist'],
    );
  });

  it('show tags that another program wrote beside the document, at once', async () => {
    await openFile(NAME);
    await lenses();
    await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: [delta, open]'));
    await eventually(async () => {
      const titles = await lenses();
      assert.ok(
        titles.includes('$(tag) prediction · likely · Osei · delta, open — edit…'),
        titles.join('\n'),
      );
    });
  });

  it('keep tags on their words when lines are inserted above', async () => {
    const document = await openFile(NAME);
    await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: [delta]'));
    await eventually(async () => assert.match((await lenses()).join(), /delta — edit…/));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'A new first line.\n');
    await vscode.workspace.applyEdit(edit);
    assert.match((await lenses()).join(), /prediction · likely · Osei · delta — edit…/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('ask for a review when tagged words were changed, also after saving and opening again', async () => {
    const document = await openFile(NAME);
    const before = document.getText();
    await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: [delta]'));
    await eventually(async () => assert.match((await lenses()).join(), /delta — edit…/));
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(before.indexOf('a third'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 7)), 'a half');
    await vscode.workspace.applyEdit(edit);
    assert.match((await lenses()).join(), /delta · text changed: review — edit…/);
    await document.save();
    await eventually(async () => {
      assert.match(await annotations(), /quote: .* a half [^]*was: .* a third /);
    });
    assert.match((await lenses()).join(), /delta · text changed: review — edit…/);
    await writeFile(NAME, before);
    await eventually(() => assert.equal(document.getText(), before));
  });

  it('vanish when a claim is dismissed, for good, and come back by undo', async () => {
    const document = await openFile(NAME);
    await vscode.commands.executeCommand(
      'interviewLens.dismissClaim',
      ...place(document, PREDICTION),
    );
    assert.ok(!(await lenses()).some((title) => title.startsWith('prediction · likely')));
    assert.match(await annotations(), /quote: The delta will probably[^\n]+\n[^]*dismissed: true/);
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    assert.ok((await lenses()).includes('prediction · likely · Osei — tag…'));
  });

  it('lose their tags when these are removed', async () => {
    const document = await openFile(NAME);
    await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: [delta]'));
    await eventually(async () => assert.match((await lenses()).join(), /delta — edit…/));
    await vscode.commands.executeCommand(
      'interviewLens.removeTags',
      ...place(document, PREDICTION),
    );
    assert.ok((await lenses()).includes('prediction · likely · Osei — tag…'));
  });
});

describe('An annotation file that can’t be read', () => {
  for (const [what, content] of [
    ['broken YAML', 'version: 1\nannotations: [\n'],
    ['a merge conflict', 'version: 1\n<<<<<<< ours\nannotations: []\n=======\n>>>>>>> theirs\n'],
    ['a later version', 'version: 99\nannotations: []\n'],
  ] as const) {
    it(`is never written to: ${what}`, async () => {
      const document = await openFile(NAME);
      await writeFile(ANNOTATIONS, content);
      await eventually(() => {
        assert.ok(vscode.languages.getDiagnostics(fileUri(ANNOTATIONS)).length > 0, 'a problem');
      });
      await vscode.commands.executeCommand(
        'interviewLens.dismissClaim',
        ...place(document, PREDICTION),
      );
      assert.equal(await annotations(), content);
      await deleteFile(ANNOTATIONS);
    });
  }
});
