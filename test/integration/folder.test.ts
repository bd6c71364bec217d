import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { hoversOn } from './support/hovers';
import { deleteFile, fileUri, openFile, positionOf, writeFile } from './support/workspace';

const LIGHTHOUSE = `The Keeper of the Light

Sound Gazette: Who mans the light at Varnholm today?

Tove Aasen: Nobody does. Edvard Rustad left in March. I think that Rustad will probably not come back to Varnholm.

Sound Gazette: What did Edvard Rustad take with him?

Aasen: The log. Edvard Rustad wrote every ship into it.
`;

const PILOTS = `The Pilots of the Sound

Sound Gazette: Did you know the keeper?

Jorun Lie: We all knew Rustad. He answered on the radio at any hour.

Sound Gazette: What will change?

Lie: The service will probably be slower. Rustad had a boat of his own, and Varnholm has none.
`;

/** `file: words` of every reference of a name. */
async function references(document: vscode.TextDocument, words: string): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    positionOf(document, words),
  );
  return Promise.all(
    found.map(async ({ uri, range }) => {
      const bytes = await vscode.workspace.fs.readFile(uri);
      const lines = new TextDecoder().decode(bytes).split('\n');
      const line = lines[range.start.line] ?? '';
      const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      return `${file}: ${line.slice(range.start.character, range.end.character)}`;
    }),
  );
}

const ofLighthouse = ['Edvard Rustad', 'Rustad', 'Edvard Rustad', 'Edvard Rustad'].map(
  (words) => `lighthouse.txt: ${words}`,
);
const ofPilots = ['pilots.srt: Rustad', 'pilots.srt: Rustad'];

describe('The interviews of the folder', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await writeFile('lighthouse.txt', LIGHTHOUSE);
    await writeFile('pilots.srt', PILOTS);
    // Leaving files out is the file system's part of a search; the tests' own in the browser has none.
    if (fileUri('').scheme === 'file') await writeFile('node_modules/left-out.txt', PILOTS);
    document = await openFile('lighthouse.txt');
  });

  after(async () => {
    await deleteFile('lighthouse.txt');
    if (fileUri('').scheme !== 'file') return;
    await vscode.workspace.fs.delete(fileUri('node_modules'), { recursive: true });
  });

  it('are where references are found, also of who is called by the surname there', async () => {
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), [...ofLighthouse, ...ofPilots]);
    });
  });

  it('are told of on the card: which, who says most, and what occurs with it', async () => {
    const card = await hoversOn(document, 'Edvard Rustad');
    assert.match(
      card,
      /Also in 1 other interview: \[The Pilots of the Sound\]\(command:[^)]*\) \(2\)/,
    );
    assert.match(
      card,
      /Most by: Tove Aasen \\\(3\\\), Jorun Lie \\\(2\\\), Sound Gazette \\\(1\\\)/,
    );
    assert.match(card, /Together with: Varnholm/);
  });

  it('are told apart by their files where they have the same title', async () => {
    await writeFile('second.txt', PILOTS);
    try {
      await eventually(async () => {
        const card = (await hoversOn(document, 'Edvard Rustad')).replaceAll('\\', '');
        assert.match(card, /\[The Pilots of the Sound \(pilots\.srt\)\]/);
        assert.match(card, /\[The Pilots of the Sound \(second\.txt\)\]/);
      });
    } finally {
      await deleteFile('second.txt');
    }
    await eventually(async () => {
      assert.match(await hoversOn(document, 'Edvard Rustad'), /\[The Pilots of the Sound\]/);
    });
  });

  it('are where “Go to Symbol in Workspace” looks, for names and for speakers', async () => {
    const find = async (query: string) => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return symbols.map(({ name, containerName }) => `${name}: ${containerName}`);
    };
    assert.deepEqual(await find('edvrust'), ['Edvard Rustad: person, in 2 interviews']);
    assert.deepEqual(await find('Jorun'), ['Jorun Lie: speaks in The Pilots of the Sound']);
  });

  it('are shown in the Entities view', async () => {
    await vscode.commands.executeCommand('interviewLens.entitiesOfFolder');
    await vscode.commands.executeCommand('interviewLens.entitiesOfDocument');
  });

  it('are followed as their files change', async () => {
    await writeFile('pilots.srt', PILOTS.replaceAll('Rustad', 'nobody'));
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), ofLighthouse);
    });
    await writeFile('pilots.srt', PILOTS);
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), [...ofLighthouse, ...ofPilots]);
    });
  });

  it('are read as they stand in the editor, not as they were saved', async () => {
    const pilots = await openFile('pilots.srt');
    const write = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      const whole = new vscode.Range(0, 0, pilots.lineCount, 0);
      edit.replace(pilots.uri, whole, text);
      await vscode.workspace.applyEdit(edit);
    };
    await write(PILOTS.replaceAll('Rustad', 'nobody'));
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), ofLighthouse);
    });
    await write(PILOTS);
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), [...ofLighthouse, ...ofPilots]);
    });
    await pilots.save();
    await openFile('lighthouse.txt');
  });

  it('are found among many that come and go, huge ones and such as are no text', async () => {
    await writeFile('flood/huge.txt', PILOTS.repeat(10_000_000 / PILOTS.length));
    await writeFile('flood/no-text.txt', new Uint8Array(5000));
    const names = Array.from({ length: 120 }, (_, index) => `flood/${index}.txt`);
    await Promise.all(names.map((name) => writeFile(name, PILOTS)));
    await Promise.all(names.slice(2).map((name) => deleteFile(name)));
    const ofFlood = ['0.txt: Rustad', '0.txt: Rustad', '1.txt: Rustad', '1.txt: Rustad'];
    await eventually(async () => {
      const found = await references(document, 'Rustad');
      assert.deepEqual(found.sort(), [...ofFlood, ...ofLighthouse, ...ofPilots].sort());
    });
    await vscode.workspace.fs.delete(fileUri('flood'), { recursive: true });
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), [...ofLighthouse, ...ofPilots]);
    });
  });

  it('are read again on demand', async () => {
    await vscode.commands.executeCommand('interviewLens.stopIndex');
    await vscode.commands.executeCommand('interviewLens.rebuildIndex');
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), [...ofLighthouse, ...ofPilots]);
    });
  });

  it('are forgotten with their files', async () => {
    await deleteFile('pilots.srt');
    await eventually(async () => {
      assert.deepEqual(await references(document, 'Rustad'), ofLighthouse);
    });
  });
});

describe('What was detected wrongly', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await writeFile('lighthouse.txt', LIGHTHOUSE);
    await writeFile('entities.yaml', '# ours\n- name: Elsewhere # first\n');
    document = await openFile('lighthouse.txt');
  });

  after(async () => {
    await deleteFile('lighthouse.txt');
    await deleteFile('entities.yaml');
  });

  async function actionOn(words: string, title: RegExp): Promise<vscode.Command> {
    const at = positionOf(document, words);
    return eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      const found = actions.find((action) => title.test(action.title));
      assert.ok(found?.command, `Only: ${actions.map((action) => action.title).join(', ')}`);
      return found.command;
    });
  }

  async function cardFile(): Promise<string> {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri('entities.yaml')));
  }

  it('is merged with what it is', async () => {
    const { command, arguments: args = [] } = await actionOn('Varnholm', /Merge “Varnholm” with…/);
    await vscode.commands.executeCommand(command, ...(args as unknown[]), 'Edvard Rustad');
    const yaml = await cardFile();
    assert.match(yaml, /^# ours\n- name: Elsewhere # first\n- name: Edvard Rustad\n/);
    assert.match(yaml, /- Varnholm\n/);
    await eventually(async () => {
      assert.match(await hoversOn(document, 'Varnholm'), /Edvard Rustad.*Also: .*Varnholm/s);
    });
    await writeFile('entities.yaml', '# ours\n- name: Elsewhere # first\n');
    await eventually(async () => {
      assert.doesNotMatch(await hoversOn(document, 'Varnholm'), /Rustad\*\*/);
    });
  });

  it('is no entity any more, if the user says so', async () => {
    const { command, arguments: args = [] } = await actionOn('Rustad', /is not an entity/);
    await vscode.commands.executeCommand(command, ...(args as unknown[]));
    const yaml = await cardFile();
    assert.match(yaml, /# ours/);
    assert.match(yaml, /# first/);
    assert.match(yaml, /not:\n {2}- Edvard Rustad\n/);
    await eventually(async () => {
      assert.doesNotMatch(await hoversOn(document, 'Edvard Rustad'), /Rustad|person/);
    });
  });
});
