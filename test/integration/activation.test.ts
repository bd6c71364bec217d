import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

const [folder] = vscode.workspace.workspaceFolders ?? [];
assert.ok(folder, 'The tests need a workspace.');

describe('The extension', () => {
  it('becomes active when a plain text is opened', async () => {
    const extension = vscode.extensions.getExtension('interview-lens.interview-lens');
    assert.ok(extension, 'VS Code has not found the extension.');
    const file = vscode.Uri.joinPath(folder.uri, 'ferry-interview.txt');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that its manifest declares', async () => {
    const extension = vscode.extensions.getExtension('interview-lens.interview-lens');
    await extension?.activate();
    const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = declared.map(({ command }) => command).filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });
});

describe('The workspace of the tests', () => {
  it('finds, writes, renames, saves and deletes files, with events', async () => {
    const found = await vscode.workspace.findFiles('**/ferry-*.txt');
    assert.deepEqual(
      found.map((uri) => vscode.workspace.asRelativePath(uri)),
      ['ferry-interview.txt'],
    );
    const [first, second] = ['first.txt', 'second.txt'].map((name) =>
      vscode.Uri.joinPath(folder.uri, name),
    );
    assert.ok(first && second);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, 'second.txt'),
    );
    const created = new Promise((resolve) => watcher.onDidCreate(resolve));
    await vscode.workspace.fs.writeFile(first, new TextEncoder().encode('one'));
    await vscode.workspace.fs.rename(first, second);
    await created;
    watcher.dispose();
    const document = await vscode.workspace.openTextDocument(second);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(second, new vscode.Position(0, 3), ' two');
    await vscode.workspace.applyEdit(edit);
    assert.equal(await document.save(), true);
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(second));
    assert.equal(saved, 'one two');
    await vscode.workspace.fs.delete(second);
    await assert.rejects(async () => vscode.workspace.fs.stat(second));
  });
});
