import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import {
  deleteFile,
  fileUri,
  openFile,
  positionOf,
  readFile,
  writeFile,
} from './support/workspace';

const SETTING = 'interviewLens.annotations.folder';

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

describe('Annotation files when the setting wants them elsewhere', () => {
  const CLAIM = 'The delta will probably lose a third of its water by 2035.';
  const TALKS = ['strayed/one.txt', 'strayed/two.txt', 'strayed/both.txt'] as const;
  const [ONE, TWO, BOTH] = TALKS;
  const beside = (name: string) => `${name}.annotations.yaml`;
  const kept = (name: string) => `set-apart/${beside(name)}`;
  const fileWith = (status: string) =>
    `# mine\nversion: 1\nannotations:\n  - id: abc123\n    quote: ${CLAIM}\n    at: [0, 1]\n    status: ${status}\n`;

  const want = (folder: string | undefined) =>
    vscode.workspace.getConfiguration().update(SETTING, folder);

  const move = () => vscode.commands.executeCommand('interviewLens.moveAnnotationFiles');

  /** Resolves when a lens of a document shows a status. */
  const shown = (name: string, status: string) =>
    eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        fileUri(name),
        100,
      );
      const titles = found.map(({ command }) => command?.title ?? '').join('\n');
      assert.ok(titles.includes(`${status} ·`), `${name}: ${status} in\n${titles}`);
    });

  const mark = (document: vscode.TextDocument, command: string) => {
    const start = document.offsetAt(positionOf(document, CLAIM));
    const place = [document.uri.toString(), start, start + CLAIM.length];
    return vscode.commands.executeCommand(`interviewLens.${command}`, ...place);
  };

  before(activated);

  beforeEach(async () => {
    const text = await readFile('claims-interview.txt');
    for (const name of TALKS) await writeFile(name, text);
  });

  afterEach(async () => {
    await want(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const name of ['strayed', 'set-apart']) {
      if (await exists(name)) await vscode.workspace.fs.delete(fileUri(name), { recursive: true });
    }
  });

  it('are used where they are, and moved when somebody wants it, there and back', async () => {
    await writeFile(beside(ONE), fileWith('verified'));
    const one = await openFile(ONE);
    await shown(ONE, 'verified');
    await want('set-apart');
    await shown(ONE, 'verified');
    await mark(one, 'markDisputed');
    await shown(ONE, 'disputed');
    assert.match(await readFile(beside(ONE)), /# mine[^]*status: disputed/);
    assert.ok(!(await exists(kept(ONE))), 'It has one file.');

    await mark(await openFile(TWO), 'markVerified');
    assert.ok(await exists(kept(TWO)), 'A new one stands where the setting wants it.');
    await writeFile(beside(TWO), fileWith('refuted'));

    await move();
    assert.match(await readFile(kept(ONE)), /# mine[^]*status: disputed/);
    assert.ok(!(await exists(beside(ONE))), 'It is not left behind.');
    await shown(ONE, 'disputed');
    assert.match(await readFile(kept(TWO)), /status: verified/, 'None takes the place of another.');
    assert.match(await readFile(beside(TWO)), /status: refuted/, 'The other one stays.');
    await shown(TWO, 'verified');

    await want('');
    await shown(ONE, 'disputed');
    await move();
    assert.match(await readFile(beside(ONE)), /# mine[^]*status: disputed/);
    await shown(ONE, 'disputed');
    assert.match(await readFile(kept(TWO)), /status: verified/);
    assert.match(await readFile(beside(TWO)), /status: refuted/);
  });

  it('follow their document, wherever they stand', async () => {
    await writeFile(kept(BOTH), fileWith('verified'));
    await want('set-apart');
    await openFile(BOTH);
    await shown(BOTH, 'verified');
    await want('elsewhere');
    await shown(BOTH, 'verified');
    await applied((edit) => {
      edit.renameFile(fileUri(BOTH), fileUri('strayed/moved.txt'));
    });
    const moved = `elsewhere/${beside('strayed/moved.txt')}`;
    assert.match(await readFile(moved), /status: verified/);
    assert.ok(!(await exists(kept(BOTH))), 'It went with the document.');
    await vscode.workspace.fs.delete(fileUri('elsewhere'), { recursive: true });
  });

  it('stay where they are in use when the setting can’t be used', async () => {
    await writeFile(kept(ONE), fileWith('verified'));
    await want('set-apart');
    await openFile(ONE);
    await shown(ONE, 'verified');
    await want('../elsewhere');
    await shown(ONE, 'verified');
    await mark(await openFile(TWO), 'markRefuted');
    assert.match(await readFile(beside(TWO)), /status: refuted/, 'New ones stand beside.');
    await deleteFile(beside(TWO));
  });
});
