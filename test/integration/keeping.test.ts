import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from './support/extension';
import { fileUri, writeFile } from './support/workspace';

const YAML = 'version: 1\nannotations:\n  - id: abc123\n    quote: Who pays?\n    at: [10, 19]\n';

async function exists(name: string): Promise<boolean> {
  return Promise.resolve(vscode.workspace.fs.stat(fileUri(name))).then(
    () => true,
    () => false,
  );
}

async function applied(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  change(edit);
  assert.ok(await vscode.workspace.applyEdit(edit), 'The edit was made.');
}

describe('The annotation file beside a document', () => {
  before(activated);

  beforeEach(async () => {
    await writeFile('kept.txt', 'Reporter: Who pays?\n');
    await writeFile('kept.txt.annotations.yaml', YAML);
  });

  afterEach(async () => {
    for (const name of ['kept.txt', 'moved.txt']) {
      for (const file of [name, `${name}.annotations.yaml`]) {
        if (await exists(file)) await vscode.workspace.fs.delete(fileUri(file));
      }
    }
  });

  it('is renamed with it', async () => {
    await applied((edit) => {
      edit.renameFile(fileUri('kept.txt'), fileUri('moved.txt'));
    });
    assert.deepEqual(
      [await exists('kept.txt.annotations.yaml'), await exists('moved.txt.annotations.yaml')],
      [false, true],
    );
  });

  it('stays where another one is in the way, so that neither is lost', async () => {
    await writeFile('moved.txt.annotations.yaml', 'version: 1\n');
    await applied((edit) => {
      edit.renameFile(fileUri('kept.txt'), fileUri('moved.txt'));
    });
    assert.ok(await exists('kept.txt.annotations.yaml'));
    const there = await vscode.workspace.fs.readFile(fileUri('moved.txt.annotations.yaml'));
    assert.equal(new TextDecoder().decode(there), 'version: 1\n');
  });

  it('is deleted with it', async () => {
    await applied((edit) => {
      edit.deleteFile(fileUri('kept.txt'));
    });
    assert.ok(!(await exists('kept.txt.annotations.yaml')));
  });
});

describe('Annotation files in a folder of their own', () => {
  const FOLDER = 'kept-annotations';
  const SETTING = 'interviewLens.annotations.folder';
  const kept = (name: string) => `${FOLDER}/${name}.annotations.yaml`;

  before(async () => {
    await activated();
    await vscode.workspace.getConfiguration().update(SETTING, FOLDER);
  });

  after(async () => {
    await vscode.workspace.getConfiguration().update(SETTING, undefined);
    for (const name of [FOLDER, 'one', 'two', 'three']) {
      if (await exists(name)) await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
    }
  });

  it('don’t meet where documents of two folders have one name, and follow them', async () => {
    for (const folder of ['one', 'two']) {
      await writeFile(`${folder}/talk.txt`, 'Reporter: Who pays?\n');
      await writeFile(kept(`${folder}/talk.txt`), YAML);
    }
    await writeFile(`${FOLDER}/two/of-mine.txt`, 'This is no annotation file.\n');
    await applied((edit) => {
      edit.renameFile(fileUri('one/talk.txt'), fileUri('one/moved.txt'));
    });
    assert.ok(await exists(kept('one/moved.txt')), 'It is renamed with its document.');
    assert.ok(await exists(kept('two/talk.txt')), 'That of the other one stays.');
    await applied((edit) => {
      edit.renameFile(fileUri('two'), fileUri('three'));
    });
    assert.ok(await exists(kept('three/talk.txt')), 'It is moved with the folder.');
    assert.ok(await exists(`${FOLDER}/two/of-mine.txt`), 'What else stands there stays.');
    await applied((edit) => {
      edit.deleteFile(fileUri('one/moved.txt'));
    });
    assert.ok(!(await exists(kept('one/moved.txt'))), 'It is deleted with its document.');
  });
});
