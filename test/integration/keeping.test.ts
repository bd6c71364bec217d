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
