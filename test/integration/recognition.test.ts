import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import { deleteFile, fileUri, isThere, openFile, positionOf, writeFile } from './support/workspace';

const INTERVIEW = [
  'Rook: Who keeps the light?',
  '',
  'Wren: My sister does. She has kept it for nine years.',
  '',
  'Rook: Is she paid for it?',
  '',
  'Wren: Not since the county sold the tower.',
  '',
].join('\n');

async function questions(document: vscode.TextDocument): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (symbols ?? []).map(({ name, detail }) => `${detail}: ${name}`);
}

async function annotationsOf(name: string): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(fileUri(`${name}.annotations.yaml`));
  return new TextDecoder().decode(bytes);
}

function run(command: string): Thenable<unknown> {
  return vscode.commands.executeCommand(`interviewLens.${command}`);
}

/** Accepts the picker that a command opens, as it is, and waits for the command's end. */
async function accepted(command: Thenable<unknown>): Promise<void> {
  let ended = false;
  void command.then(() => (ended = true));
  await eventually(async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(ended, 'The picker was not accepted.');
  });
}

describe('Recognition', () => {
  before(activated);

  const asRecognised = ['Rook: Q1 Who keeps the light?', 'Rook: Q2 Is she paid for it?'];

  async function opened(name: string): Promise<vscode.TextDocument> {
    await writeFile(name, INTERVIEW);
    return openFile(name);
  }

  async function closed(name: string): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await deleteFile(name);
    await deleteFile(`${name}.annotations.yaml`).catch(() => undefined);
  }

  it('can be overruled by hand, and left to the evidence again', async () => {
    const document = await opened('light-1.txt');
    await eventually(async () => assert.deepEqual(await questions(document), asRecognised));

    await run('treatAsNoInterview');
    assert.match(await annotationsOf('light-1.txt'), /interview: false/);
    await eventually(async () => assert.deepEqual(await questions(document), []));

    await run('recogniseAgain');
    assert.ok(!(await isThere('light-1.txt.annotations.yaml')));
    await eventually(async () => assert.deepEqual(await questions(document), asRecognised));
    await closed('light-1.txt');
  });

  it('takes a document for an interview that does not look like one', async () => {
    await writeFile('light-2.txt', 'Wren keeps the light.\n\nNobody pays her.\n');
    await openFile('light-2.txt');
    await run('treatAsInterview');
    assert.match(await annotationsOf('light-2.txt'), /interview: true/);
    await closed('light-2.txt');
  });

  it('offers those who ask as chosen, and keeps who is chosen', async () => {
    const document = await opened('light-3.txt');
    await accepted(run('setInterviewers'));
    assert.match(await annotationsOf('light-3.txt'), /interviewers: \[Rook\]/);

    const byHand = 'version: 1\ndocument:\n  interviewers: [Wren]\n';
    await writeFile('light-3.txt.annotations.yaml', byHand);
    await eventually(async () => {
      assert.equal(
        (await questions(document))[1],
        'Wren: Q1 My sister does. She has kept it for nine years.',
      );
    });
    await accepted(run('setInterviewers'));
    assert.match(await annotationsOf('light-3.txt'), /interviewers: \[Wren\]/);
    await closed('light-3.txt');
  });

  it('keeps that a label is no speaker, beside what was decided before, and takes it back', async () => {
    const document = await opened('light-6.txt');
    await writeFile(
      'light-6.txt.annotations.yaml',
      'version: 1\ndocument:\n  interviewers: [Wren]\n',
    );
    await eventually(async () => assert.match((await questions(document))[1] ?? '', /^Wren: Q1/));
    await vscode.commands.executeCommand('interviewLens.notSpeaker', document.uri, 'Rook');
    const yaml = await annotationsOf('light-6.txt');
    assert.match(yaml, /notSpeakers: \[Rook\]/);
    assert.match(yaml, /interviewers: \[Wren\]/);
    await run('undoTagging');
    const after = await annotationsOf('light-6.txt');
    assert.doesNotMatch(after, /notSpeakers/);
    assert.match(after, /interviewers: \[Wren\]/);
    await closed('light-6.txt');
  });

  it('keeps what a speaker does, set by hand', async () => {
    const document = await opened('light-8.txt');
    await eventually(async () => assert.deepEqual(await questions(document), asRecognised));
    await accepted(vscode.commands.executeCommand('interviewLens.setRole', document.uri, 'Wren'));
    assert.match(await annotationsOf('light-8.txt'), /roles: \{ ?Wren: interviewer ?\}/);
    await eventually(async () => assert.notDeepEqual(await questions(document), asRecognised));
    await closed('light-8.txt');
  });

  it('offers at a label, and only there, that it is no speaker', async () => {
    const document = await opened('light-7.txt');
    const offered = async (words: string) => {
      const at = positionOf(document, words);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      return (actions ?? []).map(({ title }) => title);
    };
    assert.ok((await offered('Wren:')).includes('“Wren” is no speaker'));
    assert.ok(!(await offered('sister')).some((title) => title.includes('no speaker')));
    await closed('light-7.txt');
  });

  it('follows a change of language mode, and knows an interview in each', async () => {
    const before = await opened('light-4.txt');
    assert.equal(before.languageId, 'plaintext');
    await run('switchLanguage');
    const document = await eventually(() => {
      const active = vscode.window.activeTextEditor?.document;
      assert.equal(active?.languageId, 'interview');
      return active as vscode.TextDocument;
    });
    assert.deepEqual(await questions(document), asRecognised);
    await closed('light-4.txt');
  });

  it('follows what is typed', async () => {
    const document = await opened('light-5.txt');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      positionOf(document, 'Rook: Is'),
      'Rook: Where is she?\n\nWren: Up.\n\n',
    );
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await questions(document), [
      'Rook: Q1 Who keeps the light?',
      'Rook: Q2 Where is she?',
      'Rook: Q3 Is she paid for it?',
    ]);
    await closed('light-5.txt');
  });

  for (const [language, label] of [
    ['latex', (name: string) => `\\textbf{${name}:}`],
    ['restructuredtext', (name: string) => `:${name}:`],
  ] as const) {
    it(`is read in ${language}, unless the setting says no`, async () => {
      const content = INTERVIEW.replaceAll(/^(Rook|Wren):/gm, (_, name: string) => label(name));
      const document = await vscode.workspace.openTextDocument({ language, content });
      await eventually(async () => assert.deepEqual(await questions(document), asRecognised));
      const settings = vscode.workspace.getConfiguration('interviewLens');
      await settings.update('recognise.otherMarkup', false, vscode.ConfigurationTarget.Workspace);
      await eventually(async () => assert.deepEqual(await questions(document), []));
      await settings.update(
        'recognise.otherMarkup',
        undefined,
        vscode.ConfigurationTarget.Workspace,
      );
    });
  }

  it('leaves plain text alone where the setting says so', async () => {
    const document = await opened('light-6.txt');
    const settings = vscode.workspace.getConfiguration('interviewLens');
    await settings.update('recognise.plainText', false, vscode.ConfigurationTarget.Workspace);
    await eventually(async () => assert.deepEqual(await questions(document), []));
    await settings.update('recognise.plainText', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(async () => assert.deepEqual(await questions(document), asRecognised));
    await closed('light-6.txt');
  });
});
