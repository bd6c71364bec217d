import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { deleteFile, fileUri, isThere, openFile, writeFile } from './support/workspace';

const NAME = 'claims-interview.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;
const PREDICTION = 'The delta will probably lose a third of its water by 2035.';

async function lenses(): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(NAME),
    100,
  );
  return found.map(({ command }) => (command?.title ?? '').replaceAll('\u00a0', ' '));
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

async function exists(name: string): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(fileUri(name))).then(
    () => true,
    () => false,
  );
}

/** Runs a command that opens the tag picker, and accepts what is picked there. */
async function accepting(command: string, ...args: unknown[]): Promise<void> {
  let isOver = false;
  const run = vscode.commands.executeCommand(command, ...args).then(() => (isOver = true));
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(isOver, 'The picker is still open.');
  });
  await run;
}

describe('Lenses on claims', () => {
  afterEach(async () => {
    // Emptied first: a file that is made and deleted at once may never be told of.
    await writeFile(ANNOTATIONS, 'version: 1\n');
    await eventually(async () => assert.ok(!(await lenses()).join().includes('edit…')));
    await deleteFile(ANNOTATIONS);
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
    await eventually(async () => {
      const titles = await lenses();
      for (const wanted of [/^① /, /^② /, /^\d more claims?…$/]) {
        assert.ok(
          titles.some((title) => wanted.test(title)),
          titles.join('\n'),
        );
      }
    });
  });

  it('leave questions and thanks alone', async () => {
    const document = await openFile(NAME);
    await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      const lines = [...new Set(found.map(({ range }) => range.start.line))].sort((a, b) => a - b);
      assert.deepEqual(
        lines.map((line) => document.lineAt(line).text.slice(0, 16)),
        ['Osei: The delta ', 'Osei: The minist'],
      );
    });
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

  it('tell what was tagged: accepting what was found writes it beside the document', async () => {
    const document = await openFile(NAME);
    await accepting('interviewLens.tagClaim', ...place(document, PREDICTION));
    const yaml = await annotations();
    assert.match(yaml, /id: [a-z2-9]{6}\n/);
    assert.ok(yaml.includes(`quote: ${PREDICTION}\n`), yaml);
    assert.ok((await lenses()).includes('$(tag) prediction · likely · Osei — edit…'));
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    assert.ok((await lenses()).includes('prediction · likely · Osei — tag…'));
  });

  it('are tagged again by redo; what somebody else has changed since is not taken back', async () => {
    const document = await openFile(NAME);
    await accepting('interviewLens.tagClaim', ...place(document, PREDICTION));
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    await vscode.commands.executeCommand('interviewLens.redoTagging');
    const tagged = await annotations();
    assert.ok(tagged.includes(`quote: ${PREDICTION}\n`), tagged);
    const noted = `${tagged}    note: hers\n`;
    await writeFile(ANNOTATIONS, noted);
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    assert.equal(await annotations(), noted);
  });

  it('are given back to the finder from wherever the person is by then', async () => {
    const document = await openFile(NAME);
    await accepting('interviewLens.tagClaim', ...place(document, PREDICTION));
    await openFile('shopping-list.txt');
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    assert.ok(!(await isThere(ANNOTATIONS)));
  });

  it('are of the claim that stands there now, though asked for at a place of before', async () => {
    const document = await openFile(NAME);
    const [uri, start, end] = place(document, PREDICTION);
    await accepting('interviewLens.tagClaim', uri, start + 6, end + 6);
    assert.ok((await annotations()).includes(`quote: ${PREDICTION}\n`), await annotations());
  });

  it('are of the cursor’s claim from the editor’s menu, which gives the document', async () => {
    const document = await openFile(NAME);
    const [, start] = place(document, PREDICTION);
    const at = document.positionAt(start + 3);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(at, at);
    await accepting('interviewLens.tagClaim', document.uri);
    assert.ok((await annotations()).includes(`quote: ${PREDICTION}\n`), await annotations());
  });

  it('are made of selected words, without the space around them', async () => {
    const document = await openFile(NAME);
    const [, start, end] = place(document, 'Who decides?');
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(
      document.positionAt(start - 1),
      document.positionAt(end + 1),
    );
    await accepting('interviewLens.tagSelection');
    assert.match(await annotations(), /quote: Who decides\?\n/);
  });

  it('need no review any more once somebody has looked at the new words', async () => {
    const document = await openFile(NAME);
    await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: [delta]'));
    await eventually(async () => assert.match((await lenses()).join(), /delta — edit…/));
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('a third'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 7)), 'a half');
    await vscode.workspace.applyEdit(edit);
    assert.match((await lenses()).join(), /delta · text changed: review — edit…/);
    const changed = PREDICTION.replace('a third', 'a half');
    await accepting('interviewLens.tagClaim', ...place(document, changed));
    assert.ok((await annotations()).includes(`quote: ${changed}\n`), await annotations());
    assert.match((await lenses()).join(), /Osei · delta — edit…/);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are not made by dismissing a sentence that is no claim', async () => {
    const document = await openFile(NAME);
    const thanks = place(document, 'Thank you for coming.');
    await vscode.commands.executeCommand('interviewLens.dismissClaim', ...thanks);
    assert.equal(await exists(ANNOTATIONS), false);
  });

  it('show words of a file as words, never as icons', async () => {
    await openFile(NAME);
    await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: ["$(error) loud"]'));
    const tagged = await eventually(async () => {
      const title = (await lenses()).find((one) => one.includes('loud'));
      assert.ok(title);
      return title;
    });
    assert.ok(!tagged.includes('$(error)'), tagged);
  });

  for (const [setting, expected] of [
    ['tagged', ['$(tag) prediction · likely · Osei · delta — edit…']],
    ['off', []],
  ] as const) {
    it(`follow the setting: ${setting}`, async () => {
      await openFile(NAME);
      await writeFile(ANNOTATIONS, yaml(PREDICTION, 'tags: [delta]'));
      await eventually(async () => assert.match((await lenses()).join(), /delta — edit…/));
      const settings = vscode.workspace.getConfiguration('interviewLens.claims');
      await settings.update('lens', setting, vscode.ConfigurationTarget.Global);
      try {
        await eventually(async () => assert.deepEqual(await lenses(), expected));
      } finally {
        await settings.update('lens', undefined, vscode.ConfigurationTarget.Global);
      }
      await eventually(async () => assert.match((await lenses()).join(), /more claims?…/));
    });
  }

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
  /** What was decided meanwhile is written once the file can be read; then it is taken out again. */
  const cleared = async () => {
    await eventually(async () => assert.match(await annotations(), /dismissed: true/));
    await eventually(async () =>
      assert.doesNotMatch((await lenses()).join(), /prediction · likely/),
    );
    await writeFile(ANNOTATIONS, 'version: 1\n');
    await eventually(async () => assert.match((await lenses()).join(), /prediction · likely/));
    await deleteFile(ANNOTATIONS);
  };

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
      await cleared();
    });
  }

  it('gets what was decided meanwhile once it can be read again, beside what others wrote', async () => {
    const document = await openFile(NAME);
    const conflict = 'version: 1\n<<<<<<< ours\nannotations: []\n=======\n>>>>>>> theirs\n';
    await writeFile(ANNOTATIONS, conflict);
    await eventually(() => {
      const [{ range } = {}] = vscode.languages.getDiagnostics(fileUri(ANNOTATIONS));
      assert.deepEqual([range?.start.line, range?.start.character], [1, 0], 'line and column');
    });
    await vscode.commands.executeCommand(
      'interviewLens.dismissClaim',
      ...place(document, PREDICTION),
    );
    assert.equal(await annotations(), conflict);
    await writeFile(ANNOTATIONS, yaml('Who decides?', 'tags: [delta]'));
    await eventually(async () => {
      const merged = await annotations();
      assert.ok(merged.includes('id: abc123') && merged.includes('dismissed: true'), merged);
    });
    await cleared();
  });
});
