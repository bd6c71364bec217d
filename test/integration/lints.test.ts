import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { deleteFile, fileUri, openFile, writeFile } from './support/workspace';

const NAME = 'pier-interview.txt';
const TEXT = `The Pier and the Yard

The River Review: The council has sold the old pier for two million. What happens to it?

Osei: We assess with high confidence that the pier will probably close. The yard will likely follow.

The River Review: Who pays for it?

Osei: The council pays for all of it, and it has never asked the crews.

The River Review: And what about the ferry?

Osei: The ferry stays where it is.

The River Review: Thank you.

Osei: Thank you for coming.
`;

function hints(): string[] {
  return vscode.languages.getDiagnostics(fileUri(NAME)).map(({ message, severity, source }) => {
    assert.equal(severity, vscode.DiagnosticSeverity.Hint);
    assert.equal(source, 'Interview Lens');
    return message;
  });
}

async function lenses(): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(NAME),
    100,
  );
  return found.map(({ command }) => command?.title ?? '');
}

/** Does something while a setting has another value. */
async function having(setting: string, value: boolean, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims');
  await settings.update(setting, value, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await settings.update(setting, undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('Hints on likelihoods in the editor', () => {
  before(() => writeFile(NAME, TEXT));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteFile(NAME);
  });

  it('stand at a likelihood beside a confidence, and at terms of the other row', async () => {
    await openFile(NAME);
    await eventually(() => {
      const [both, mixed, ...others] = hints();
      assert.match(both ?? '', /^“high confidence” says how sure the speaker is/);
      assert.match(mixed ?? '', /^“probably” is of the other row of terms than “likely”/);
      assert.deepEqual(others, []);
    });
  });

  it('go when they are switched off, and come back', async () => {
    await openFile(NAME);
    await having('lints', false, () => eventually(() => assert.deepEqual(hints(), [])));
    await eventually(() => assert.equal(hints().length, 2));
  });

  it('go with the words', async () => {
    const document = await openFile(NAME);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(TEXT.indexOf('We assess with high confidence that the'));
    edit.replace(
      document.uri,
      new vscode.Range(at, at.translate(0, 'We assess with high confidence that the'.length)),
      'The',
    );
    await vscode.workspace.applyEdit(edit);
    await eventually(() => assert.equal(hints().length, 1));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('Premises of questions', () => {
  before(() => writeFile(NAME, TEXT));
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteFile(NAME);
  });

  it('have lenses where the setting says so', async () => {
    await openFile(NAME);
    const isPremise = (title: string) => /^premise · fact · The River Review/.test(title);
    assert.ok(!(await lenses()).some(isPremise));
    await having('premises', true, () =>
      eventually(async () => {
        const titles = await lenses();
        assert.ok(titles.some(isPremise), titles.join('\n'));
      }),
    );
  });
});
