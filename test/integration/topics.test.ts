import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { deleteFile, fileUri, isThere, openFile, positionOf, writeFile } from './support/workspace';

function problems(name: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(fileUri(name));
}

async function textOf(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
}

/** VS Code learns late what became of a file that it holds open, and saves nothing over it until then. */
async function knownAsItIs(name: string): Promise<void> {
  const { path } = fileUri(name);
  await eventually(async () => {
    const open = vscode.workspace.textDocuments.find((document) => document.uri.path === path);
    if (open) assert.equal(open.getText(), await textOf(name));
  });
}

/** Replaces the text of a file that is open, too. */
async function replaced(name: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(fileUri(name));
  await knownAsItIs(name);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  assert.ok(await document.save(), `${name} was not saved.`);
}

describe('The taxonomy', () => {
  afterEach(async () => {
    await deleteFile('taxonomy.yaml').catch(() => undefined);
  });

  it('is written from the starter, and never over one that is there', async () => {
    await openFile('strait-interview.txt');
    await vscode.commands.executeCommand('interviewLens.createTaxonomy');
    const opened = vscode.window.activeTextEditor?.document;
    assert.equal(opened?.uri.path, fileUri('taxonomy.yaml').path);
    assert.match(opened.getText(), /^topics:/m);
    await writeFile('taxonomy.yaml', 'topics: [{ label: Mine, terms: [strait] }]\n');
    await vscode.commands.executeCommand('interviewLens.createTaxonomy');
    await eventually(() => {
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /Mine/);
    });
  });

  it('shows what is wrong in it at its line and column, until it is mended', async () => {
    await openFile('strait-interview.txt');
    await writeFile('taxonomy.yaml', 'topics:\n  - label: Straits\n    terms: [strait\n');
    await eventually(() => {
      const [problem] = problems('taxonomy.yaml');
      assert.ok(problem, 'A broken file has a problem.');
      assert.equal(problem.source, 'Interview Lens');
      assert.ok(problem.range.start.line >= 2, `line ${problem.range.start.line}`);
    });
    await writeFile('taxonomy.yaml', 'topics:\n  - label: Straits\n    terms: [strait]\n');
    await eventually(() => assert.deepEqual(problems('taxonomy.yaml'), []));
  });
});

describe('A taxonomy of several files', () => {
  afterEach(async () => {
    await deleteFile('taxonomy.yaml').catch(() => undefined);
    await deleteFile('more.yaml').catch(() => undefined);
  });

  it('is followed in all of them, and reads nothing outside of the folder', async () => {
    await openFile('strait-interview.txt');
    await writeFile('more.yaml', '- label: Ports\n  trems: [port]\n');
    await writeFile('taxonomy.yaml', 'include: [more.yaml]\ntopics: [{ label: Straits }]\n');
    await eventually(() => {
      const [problem] = problems('more.yaml');
      assert.match(problem?.message ?? '', /Did you mean “terms”/);
    });
    await writeFile('more.yaml', '- label: Ports\n  terms: [port]\n');
    await eventually(() => assert.deepEqual(problems('more.yaml'), []));
    await writeFile('taxonomy.yaml', 'include: [../secret.yaml]\ntopics: [{ label: Straits }]\n');
    await eventually(() => {
      assert.match(problems('taxonomy.yaml')[0]?.message ?? '', /outside of the workspace folder/);
    });
  });
});

describe('A taxonomy changed from its tree', () => {
  const YAML = '# Ours.\ntopics:\n  - label: Straits # all\n    terms: [strait]\n  - Ports\n';

  beforeEach(async () => {
    await openFile('strait-interview.txt');
    await writeFile('taxonomy.yaml', YAML);
    await knownAsItIs('taxonomy.yaml');
    await settled('straits');
  });

  afterEach(async () => {
    await deleteFile('taxonomy.yaml').catch(() => undefined);
  });

  /** Resolves when the taxonomy has a topic: it can be tagged with. */
  async function settled(topicId: string): Promise<void> {
    await eventually(async () => {
      const before = await textOf('taxonomy.yaml');
      await vscode.commands.executeCommand('interviewLens.addToTopic', topicId, 'sound');
      assert.notEqual(await textOf('taxonomy.yaml'), before);
    });
    await replaced('taxonomy.yaml', YAML);
  }

  it('keeps its comments and order', async () => {
    await vscode.commands.executeCommand('interviewLens.newTopic', undefined, 'Peace');
    assert.equal(await textOf('taxonomy.yaml'), `${YAML}  - label: Peace\n    terms: [Peace]\n`);
    await eventually(async () => {
      await vscode.commands.executeCommand('interviewLens.moveTopic', 'peace', 'straits');
      assert.match(await textOf('taxonomy.yaml'), /children:\n {6}- label: Peace/);
    });
  });

  it('can be undone in its editor', async () => {
    await vscode.commands.executeCommand('interviewLens.addToTopic', 'straits', 'narrows');
    assert.match(await textOf('taxonomy.yaml'), /terms: \[strait, narrows\]/);
    const document = await openFile('taxonomy.yaml');
    await vscode.commands.executeCommand('undo');
    await eventually(() => assert.equal(document.getText(), YAML));
    await document.save();
  });
});

describe('A passage', () => {
  afterEach(async () => {
    await deleteFile('strait-interview.txt.annotations.yaml').catch(() => undefined);
    await deleteFile('taxonomy.yaml').catch(() => undefined);
  });

  it('is tagged with a topic by hand', async () => {
    const document = await openFile('strait-interview.txt');
    await writeFile('taxonomy.yaml', '- label: Straits\n');
    const at = positionOf(document, 'sanctions is unlikely');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('interviewLens.tagTopic', 'straits');
    assert.match(
      await textOf('strait-interview.txt.annotations.yaml'),
      /quote: .*sanctions is unlikely[^\n]*\n[^]*topics: \[straits\]/,
    );
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    assert.ok(!(await isThere('strait-interview.txt.annotations.yaml')));
  });
});

describe('Going to a passage', () => {
  it('puts the cursor on the words', async () => {
    const uri = fileUri('strait-interview.txt');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const start = text.indexOf('sanctions is unlikely');
    const end = start + 'sanctions'.length;
    await vscode.commands.executeCommand('interviewLens.revealPassage', uri.toString(), start, end);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.getText(editor.selection), 'sanctions');
  });
});
