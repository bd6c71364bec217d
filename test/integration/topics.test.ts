import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { deleteFile, fileUri, openFile, writeFile } from './support/workspace';

function problems(name: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(fileUri(name));
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
