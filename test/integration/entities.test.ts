import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import { hoversOn } from './support/hovers';
import { deleteFile, openFile, positionOf, readFile, writeFile } from './support/workspace';

/** An interviewee who is introduced, and speaks once. */
const ONCE = [
  'Tove Rask is a pilot of the sound. The Harbour Review met her in Tarn.',
  '',
  'Harbour Review: How long have you been a pilot?',
  '',
  'Rask: For twenty years, and my father was one before me. Most of us stay as long as we can.',
  '',
].join('\n');

/** A person of whom nobody speaks but the editors, before and after. */
const NOTED = [
  'Pilot Tove Rask met Edda Holm in Tarn, where both of them live.',
  '',
  'Harbour Review: How long have you been a pilot?',
  '',
  'Rask: For twenty years, and my father was one before me. Most of us stay as long as we can.',
  '',
  '[Editor’s note: Edda Holm was asked for an answer, and gave none.]',
  '',
  'Harbour Review: Will you stay?',
  '',
  'Rask: Yes.',
  '',
].join('\n');

describe('Hovering over a name', () => {
  before(activated);

  const cards = [
    {
      name: 'Peskov',
      nth: 1,
      says: ['Dmitry Peskov', 'Kremlin spokesman', 'person', '3 mentions'],
    },
    { name: 'COP', nth: 1, says: ['Centre for Ocean Policy', 'organisation'] },
    { name: 'Wang Yi', nth: 0, says: ['Wang Yi', 'Chinese Foreign Minister'] },
    { name: 'Ferrant', nth: 0, says: ['Nadia Ferrant', 'fellow with the Maritime Law Project'] },
    { name: 'Beijing', nth: 0, says: ['Beijing', 'place', 'It is in the list of names'] },
    { name: 'European Union', nth: 0, says: ['European Union', 'EU', 'organisation'] },
  ];
  for (const { name, nth, says } of cards) {
    it(`tells of ${name}: ${says.join(', ')}`, async () => {
      const card = await hoversOn(await openFile('strait-interview.txt'), name, nth);
      for (const words of says) assert.ok(card.includes(words), `“${words}” is not in: ${card}`);
    });
  }

  it('tells who mentions him, with links to the lines', async () => {
    const card = await hoversOn(await openFile('strait-interview.txt'), 'Peskov');
    assert.match(card, /Harbour Review \(\[line 11\]/);
    assert.match(card, /Ferrant 2 \(\[line 9\].*\[13\]/);
  });

  it('tells where nobody speaks whether that is before the interview', async () => {
    await writeFile('noted.txt', NOTED);
    try {
      const card = await hoversOn(await openFile('noted.txt'), 'Edda Holm', 0);
      assert.match(card, /before the interview \(\[line 1\]/);
      assert.match(card, /spoken by nobody \(\[line 7\]/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await deleteFile('noted.txt');
    }
  });

  it('tells on a speaker’s label who speaks', async () => {
    const card = await hoversOn(await openFile('strait-interview.txt'), 'Ferrant: Very');
    for (const words of ['Nadia Ferrant', 'Maritime Law Project', 'Answers, 3 turns']) {
      assert.ok(card.includes(words), `“${words}” is not in: ${card}`);
    }
  });

  it('tells of a speaker’s name wherever it stands that he speaks', async () => {
    await writeFile('once.txt', ONCE);
    try {
      const card = await hoversOn(await openFile('once.txt'), 'Tove Rask', 0);
      assert.match(card, /Answers, 1 turn\n/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await deleteFile('once.txt');
    }
  });

  it('breaks long lines between words only', async () => {
    const document = await openFile('strait-interview.txt');
    const at = positionOf(document, 'Ferrant');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const [card] = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    assert.match(card?.value ?? '', /with the Maritime Law Project/);
  });

  it('shows nothing on other words', async () => {
    assert.equal(await hoversOn(await openFile('strait-interview.txt'), 'careful'), '');
  });

  it('shows nothing in a text that is no interview', async () => {
    assert.equal(await hoversOn(await openFile('shopping-list.txt'), 'two loaves'), '');
  });

  it('gives what the user wrote on a card before what was detected', async () => {
    const yaml =
      'entities:\n  - name: Dmitry Peskov\n    aliases: [Peskov]\n    description: Speaks [softly](command:x)\n';
    const cardFile = await writeFile('entities.yaml', yaml);
    try {
      const document = await openFile('strait-interview.txt');
      await eventually(async () => {
        const card = await hoversOn(document, 'Peskov', 1);
        assert.ok(card.includes('Speaks'), card);
        assert.ok(!card.includes('](command:x)'), 'Mark-up from a file must be shown as text.');
      });
      const definition = await locations('vscode.executeDefinitionProvider', document, 'Peskov');
      assert.deepEqual(
        definition.map(({ path }) => path),
        [cardFile.path],
      );
    } finally {
      await deleteFile('entities.yaml');
    }
    const document = await openFile('strait-interview.txt');
    await eventually(async () => {
      assert.ok((await hoversOn(document, 'Peskov', 1)).includes('Kremlin spokesman'));
    });
  });
});

describe('A file of cards', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await deleteFile('entities.yaml');
  });

  it('is made with an example, which is no card; what is there is opened as it is', async () => {
    const document = await openFile('strait-interview.txt');
    await vscode.commands.executeCommand('interviewLens.openEntities');
    const yaml = await readFile('entities.yaml');
    assert.match(yaml, /^# Your own cards: .*\n#\n# {3}- name: [^]*\nentities: \[\]\n$/);
    const example = yaml
      .replace(/^# Your.*\n#\n/, 'entities:\n')
      .replace(/^# {2}|^entities: \[\]\n/gm, '');
    await writeFile('entities.yaml', example.replace('Anna Berg', 'Dmitry Peskov'));
    await eventually(async () => {
      assert.match(await hoversOn(document, 'Peskov', 1), /Harbour master of Tarn/);
    });
    await vscode.commands.executeCommand('interviewLens.openEntities');
    assert.match(await readFile('entities.yaml'), /Dmitry Peskov/);
  });
});

describe('Putting a name right', () => {
  after(() => deleteFile('entities.yaml'));

  const corrections = [
    {
      what: 'what is no name is written down, and found no more',
      command: 'interviewLens.notAnEntity',
      args: ['person:wang yi'],
      writes: /^not:\n {2}- Wang Yi$/m,
      card: /^$/,
    },
    {
      what: 'two that are one get a card with both names',
      command: 'interviewLens.mergeEntity',
      args: ['person:wang yi', 'Dmitry Peskov'],
      writes: /- name: Dmitry Peskov\n[^-]*aliases:\n {6}- Peskov\n {6}- Wang Yi/,
      card: /Dmitry Peskov/,
    },
    {
      what: 'a card is made of what was found',
      command: 'interviewLens.createCard',
      args: ['person:wang yi'],
      writes: /- name: Wang Yi\n {4}type: person\n {4}description: Chinese Foreign Minister/,
      card: /Open card/,
    },
  ];
  for (const { what, command, args, writes, card } of corrections) {
    it(what, async () => {
      const document = await openFile('strait-interview.txt');
      try {
        await vscode.commands.executeCommand(command, document.uri.toString(), ...args);
        assert.match(await readFile('entities.yaml'), writes);
        await eventually(async () => {
          assert.match(await hoversOn(document, 'Wang Yi'), card);
        });
      } finally {
        // A file that comes and goes within a moment may be deleted unnoticed.
        await writeFile('entities.yaml', '');
      }
      await eventually(async () => {
        assert.match(await hoversOn(document, 'Wang Yi'), /Create card/);
      });
    });
  }

  it('is offered under the light bulb', async () => {
    const document = await openFile('strait-interview.txt');
    const at = positionOf(document, 'Wang Yi');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    const titles = actions.map(({ title }) => title);
    for (const title of ['Create card of “Wang Yi”', 'Merge “Wang Yi” with…']) {
      assert.ok(titles.includes(title), titles.join(', '));
    }
  });

  it('is warned of in the file, at its line and column', async () => {
    const uri = await writeFile('entities.yaml', 'entities:\n  - name: Oslo\n    type: town\n');
    await eventually(() => {
      const [problem] = vscode.languages.getDiagnostics(uri);
      assert.match(problem?.message ?? '', /“town” is no type/);
      assert.deepEqual([problem?.range.start.line, problem?.range.start.character], [2, 10]);
    });
  });
});

describe('From name to name', () => {
  it('goes to the first mention as the definition', async () => {
    const document = await openFile('strait-interview.txt');
    const found = await locations('vscode.executeDefinitionProvider', document, 'Peskov', 2);
    assert.deepEqual(found, [{ path: document.uri.path, words: 'Dmitry Peskov' }]);
  });

  it('finds all references', async () => {
    const document = await openFile('strait-interview.txt');
    const found = await locations('vscode.executeReferenceProvider', document, 'Peskov');
    assert.deepEqual(
      found.map(({ words }) => words),
      ['Dmitry Peskov', 'Peskov', 'Peskov'],
    );
  });

  it('highlights all mentions', async () => {
    const document = await openFile('strait-interview.txt');
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      positionOf(document, 'Peskov'),
    );
    const words = highlights.map(({ range }) => document.getText(range));
    assert.deepEqual(words, ['Dmitry Peskov', 'Peskov', 'Peskov']);
  });
});

async function locations(
  command: string,
  document: vscode.TextDocument,
  words: string,
  nth = 0,
): Promise<{ path: string; words: string }[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    command,
    document.uri,
    positionOf(document, words, nth),
  );
  return Promise.all(
    found.map(async ({ uri, range }) => {
      const target = await vscode.workspace.openTextDocument(uri);
      return { path: uri.path, words: target.getText(range) };
    }),
  );
}
