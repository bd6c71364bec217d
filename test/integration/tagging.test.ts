import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { hoversOn } from './support/hovers';
import { deleteFile, fileUri, isThere, openFile, positionOf, writeFile } from './support/workspace';

const NAME = 'claims-interview.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;
const CODEBOOK = 'codebook.yaml';
const PREDICTION = 'The delta will probably lose a third of its water by 2035.';
const FACT = 'Some engineers have said that the rock is too weak for a dam.';

async function read(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));
}

const annotations = () => read(ANNOTATIONS);

async function lenses(): Promise<string> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(NAME),
    100,
  );
  return found.map(({ command }) => (command?.title ?? '').replaceAll('\u00a0', ' ')).join('\n');
}

/** The place of some words, as the arguments of a claim's commands. */
function place(document: vscode.TextDocument, words: string): [string, number, number] {
  const start = document.offsetAt(positionOf(document, words));
  return [document.uri.toString(), start, start + words.length];
}

/** Puts a cursor into each of some words. */
async function cursorsIn(document: vscode.TextDocument, ...words: string[]): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  editor.selections = words.map((one) => {
    const at = positionOf(document, one).translate(0, 3);
    return new vscode.Selection(at, at);
  });
}

const run = (command: string, ...args: unknown[]) =>
  vscode.commands.executeCommand(`interviewLens.${command}`, ...args);

describe('Tagging claims', () => {
  afterEach(async () => {
    await writeFile(ANNOTATIONS, 'version: 1\n');
    await eventually(async () => assert.ok(!(await lenses()).includes('edit…')));
    await deleteFile(ANNOTATIONS);
  });

  it('marks them as verified, disputed, refuted or open, in the file and above the text', async () => {
    const document = await openFile(NAME);
    for (const [command, status, icon] of [
      ['markVerified', 'verified', 'check'],
      ['markDisputed', 'disputed', 'question'],
      ['markRefuted', 'refuted', 'circle-slash'],
      ['markOpen', 'open', 'circle-large-outline'],
    ] as const) {
      await run(command, ...place(document, PREDICTION));
      assert.match(await annotations(), new RegExp(`quote: ${PREDICTION}\\n[^]*status: ${status}`));
      const title = `$(${icon}) ${status} · prediction · likely · Osei — edit…`;
      assert.ok((await lenses()).includes(title), await lenses());
    }
    assert.equal((await annotations()).match(/id:/g)?.length, 1, 'one annotation all the time');
    await run('undoTagging');
    assert.match(await annotations(), /status: refuted/);
  });

  it('shows rating, code and status in the lens, and in words when hovering', async () => {
    const document = await openFile(NAME);
    await writeFile(
      ANNOTATIONS,
      `version: 1\nannotations:\n  - id: abc123\n    quote: ${PREDICTION}\n    at: [0, 1]\n` +
        '    tags: [delta]\n    status: verified\n    rating: B2\n    note: "Ask *her*"\n    coder: Ruth\n',
    );
    const title = '$(check) verified · B2 · prediction · likely · Osei · delta, note — edit…';
    await eventually(async () => assert.ok((await lenses()).includes(title), await lenses()));
    const hover = await hoversOn(document, 'third of its water');
    for (const words of [
      'verified · prediction · likely',
      '55–80 %',
      'usually reliable; probably true',
      'Note: Ask',
      'Coder: Ruth',
      'command:interviewLens.markDisputed',
    ]) {
      assert.ok(hover.includes(words), `${words} in ${hover}`);
    }
    assert.ok(!hover.includes('*her*'), 'a note is text, not Markdown');
  });

  const cards: [where: string, words: string, card: RegExp][] = [
    [
      'on one with a lens: kind, likelihood, how far it can be checked',
      'lose a third',
      /^It reads as a prediction because of “will probably”. {2}\n“probably” means likely \\\(55–80 %\\\). {2}\nIt can (?:very )?probably be checked. {2}\n.*\[Tag…\]\(command:interviewLens.tagClaim\?/s,
    ],
    ['not on one that is only counted', 'should publish', /^$/],
    ['not where nothing is claimed', 'Who decides', /^$/],
  ];
  for (const [where, words, card] of cards) {
    it(`says why it was found, ${where}`, async () => {
      assert.match(await hoversOn(await openFile(NAME), words), card);
    });
  }

  it('does so for all cursors at once, and undoes it at once', async () => {
    const document = await openFile(NAME);
    await cursorsIn(document, PREDICTION, FACT);
    await run('markVerified');
    const yaml = await annotations();
    assert.equal(yaml.match(/status: verified/g)?.length, 2, yaml);
    await run('undoTagging');
    assert.ok(!(await isThere(ANNOTATIONS)), 'the file was made for it');
  });

  it('is undone by a second try where the file could not be read at the first', async () => {
    const document = await openFile(NAME);
    await run('markVerified', ...place(document, FACT));
    const yaml = await annotations();
    await writeFile(ANNOTATIONS, `${yaml}<<<<<<< HEAD\n`);
    await run('undoTagging');
    assert.match(await annotations(), /status: verified[^]*<<<<<<< HEAD/);
    await writeFile(ANNOTATIONS, yaml);
    await run('undoTagging');
    assert.ok(!(await isThere(ANNOTATIONS)), 'the file was made for it');
  });

  it('tags what is said behind a label, where the cursor stands on that', async () => {
    const document = await openFile(NAME);
    const editor = await vscode.window.showTextDocument(document);
    const onLabels = ['Osei: The delta', 'Osei: Thank'].map((words) => {
      const at = positionOf(document, words).translate(0, 2);
      return new vscode.Selection(at, at);
    });
    editor.selections = onLabels;
    await run('markVerified');
    const quotes = [...(await annotations()).matchAll(/quote: (.*)/g)].map(([, quote]) => quote);
    assert.deepEqual(quotes, [PREDICTION, 'Thank you for coming.']);
  });

  it('repeats what was said last, on other words', async () => {
    const document = await openFile(NAME);
    await run('markDisputed', ...place(document, PREDICTION));
    await cursorsIn(document, FACT);
    await run('tagAgain');
    assert.match(await annotations(), new RegExp(`quote: ${FACT}\\n[^]*status: disputed`));
  });

  it('repeats it on selected words that were no claim', async () => {
    const document = await openFile(NAME);
    await run('markDisputed', ...place(document, PREDICTION));
    const editor = await vscode.window.showTextDocument(document);
    const from = positionOf(document, 'Who decides?');
    editor.selection = new vscode.Selection(from, from.translate(0, 12));
    await run('tagAgain');
    assert.match(await annotations(), /quote: Who decides\?\n[^]*?status: disputed/);
  });

  it('dismisses several at once', async () => {
    const document = await openFile(NAME);
    await cursorsIn(document, PREDICTION, FACT);
    await run('dismissClaim');
    const yaml = await annotations();
    assert.equal(yaml.match(/dismissed: true/g)?.length, 2, yaml);
    await run('undoTagging');
  });

  it('signs with the coder, and leaves alone what another coder said', async () => {
    const document = await openFile(NAME);
    const settings = vscode.workspace.getConfiguration('interviewLens');
    await settings.update('coder', 'Ann', vscode.ConfigurationTarget.Global);
    try {
      await run('markVerified', ...place(document, PREDICTION));
      assert.match(await annotations(), /coder: Ann/);
      await settings.update('coder', 'Bea', vscode.ConfigurationTarget.Global);
      await run('markRefuted', ...place(document, PREDICTION));
      await run('markDisputed', ...place(document, PREDICTION));
      const yaml = await annotations();
      assert.equal(yaml.match(/id:/g)?.length, 2, yaml);
      assert.match(yaml, /status: verified\n {4}coder: Ann/);
      assert.match(yaml, /status: disputed\n {4}coder: Bea/);
      assert.ok(!yaml.includes('refuted'), yaml);
    } finally {
      await settings.update('coder', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('removes no tags of another coder', async () => {
    const document = await openFile(NAME);
    const settings = vscode.workspace.getConfiguration('interviewLens');
    await settings.update('coder', 'Ann', vscode.ConfigurationTarget.Global);
    try {
      await run('markVerified', ...place(document, PREDICTION));
      await settings.update('coder', 'Bea', vscode.ConfigurationTarget.Global);
      await run('removeTags', ...place(document, PREDICTION));
      assert.match(await annotations(), /status: verified\n {4}coder: Ann/);
      await settings.update('coder', 'Ann', vscode.ConfigurationTarget.Global);
      await run('removeTags', ...place(document, PREDICTION));
      assert.ok(!(await isThere(ANNOTATIONS)), 'the file was made for it');
    } finally {
      await settings.update('coder', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('An annotation file of which nothing is left', () => {
  const EMPTY = 'version: 1\n';

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile(ANNOTATIONS, EMPTY);
    await eventually(async () => assert.ok(!(await lenses()).includes('edit…')));
    await deleteFile(ANNOTATIONS);
  });

  it('goes away if tagging made it, and comes again', async () => {
    const document = await openFile(NAME);
    for (const status of ['markVerified', 'markDisputed']) {
      await run(status, ...place(document, PREDICTION));
    }
    await run('undoTagging');
    assert.match(await annotations(), /verified/);
    await run('undoTagging');
    assert.ok(!(await isThere(ANNOTATIONS)));
    await run('redoTagging');
    assert.match(await annotations(), /verified/);
    await run('removeTags', ...place(document, PREDICTION));
    assert.ok(!(await isThere(ANNOTATIONS)));
  });

  it('goes away also if its document was closed in between', async () => {
    const document = await openFile(NAME);
    await run('markVerified', ...place(document, PREDICTION));
    // A change of language closes a document, and opens it again.
    await vscode.languages.setTextDocumentLanguage(document, 'interview');
    await run('undoTagging');
    assert.ok(!(await isThere(ANNOTATIONS)));
    await vscode.languages.setTextDocumentLanguage(await openFile(NAME), 'plaintext');
  });

  const stays: [why: string, before: string | undefined, meanwhile: (yaml: string) => string][] = [
    ['it was there before', EMPTY, (yaml) => yaml],
    ['there is a comment in it', undefined, (yaml) => `# Ask Ruth.\n${yaml}`],
    ['there is a comment at its end', undefined, (yaml) => `${yaml}# Ask Ruth.\n`],
    ['there is another key in it', undefined, (yaml) => `project: dam\n${yaml}`],
    ['somebody has laid it out anew', undefined, (yaml) => `${yaml}\n`],
  ];
  for (const [why, before, meanwhile] of stays) {
    it(`stays if ${why}`, async () => {
      const document = await openFile(NAME);
      if (before !== undefined) await writeFile(ANNOTATIONS, before);
      await run('markVerified', ...place(document, PREDICTION));
      await writeFile(ANNOTATIONS, meanwhile(await annotations()));
      await run('undoTagging');
      const yaml = await annotations();
      assert.match(yaml, /version: 1/);
      assert.ok(!yaml.includes('quote'), yaml);
    });
  }

  it('stays if somebody has it open', async () => {
    const document = await openFile(NAME);
    await run('markVerified', ...place(document, PREDICTION));
    await openFile(ANNOTATIONS);
    await run('undoTagging');
    assert.match(await annotations(), /version: 1\n$/);
  });
});

describe('An annotation file that is looked at', () => {
  it('is checked, though nobody has opened its document', async () => {
    await writeFile('alone.txt', 'Words.\n');
    const yaml = 'version: 1\ndocument:\n  interview: perhaps\n';
    await writeFile('alone.txt.annotations.yaml', yaml);
    try {
      const { uri } = await openFile('alone.txt.annotations.yaml');
      const [problem] = await eventually(() => {
        const found = vscode.languages.getDiagnostics(uri);
        assert.ok(found.length > 0, 'a problem');
        return found;
      });
      assert.match(problem?.message ?? '', /“perhaps” is no interview/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      await deleteFile('alone.txt.annotations.yaml');
      await deleteFile('alone.txt');
    }
  });
});

describe('The codebook', () => {
  const codes = 'codes:\n  - name: Water\n    id: w\n    shortcut: 3\n';

  afterEach(async () => {
    await writeFile(ANNOTATIONS, 'version: 1\n');
    await eventually(async () => assert.ok(!(await lenses()).includes('edit…')));
    await deleteFile(ANNOTATIONS);
    await writeFile(CODEBOOK, 'codes: []\n');
    await eventually(() => {
      assert.deepEqual(vscode.languages.getDiagnostics(fileUri(CODEBOOK)), []);
    });
    await deleteFile(CODEBOOK);
  });

  it('gives a code by its digit, and its name in the lens', async () => {
    await writeFile(CODEBOOK, codes);
    const document = await openFile(NAME);
    await cursorsIn(document, PREDICTION);
    await eventually(async () => {
      await run('giveCode', '3');
      assert.match(await annotations(), /tags: \[w\]/);
    });
    await eventually(async () => assert.match(await lenses(), /Osei · Water — edit…/));
  });

  it('says what is wrong at its place, while the last good one stays in use', async () => {
    await writeFile(CODEBOOK, codes);
    await openFile(NAME);
    await writeFile(
      ANNOTATIONS,
      `version: 1\nannotations:\n  - id: abc123\n    quote: ${PREDICTION}\n    at: [0, 1]\n    tags: [w]\n`,
    );
    await eventually(async () => assert.match(await lenses(), /Osei · Water — edit…/));
    await writeFile(CODEBOOK, 'codes:\n  - id: w\n');
    const [problem] = await eventually(() => {
      const found = vscode.languages.getDiagnostics(fileUri(CODEBOOK));
      assert.ok(found.length > 0, 'a problem');
      return found;
    });
    assert.match(problem?.message ?? '', /needs a name/);
    assert.equal(problem?.range.start.line, 1);
    assert.match(await lenses(), /Osei · Water — edit…/);
  });

  it('gets a free tag, and keeps the rest as it was', async () => {
    await writeFile(CODEBOOK, `# ours\n${codes}`);
    await openFile(NAME);
    await run('addToCodebook', { id: 'x', tag: 'Rice', children: () => [] });
    assert.equal(await read(CODEBOOK), `# ours\n${codes}  - name: Rice\n`);
  });
});

describe('Notes as comments', () => {
  it('are made, changed and deleted in the annotation file', async () => {
    const settings = vscode.workspace.getConfiguration('interviewLens');
    await settings.update('notes.showAsComments', true, vscode.ConfigurationTarget.Global);
    try {
      const document = await openFile(NAME);
      await cursorsIn(document, PREDICTION);
      const range = new vscode.Range(
        positionOf(document, PREDICTION),
        positionOf(document, 'by 2035'),
      );
      const thread = { uri: document.uri, range, comments: [], dispose: () => undefined };
      await run('createNote', { thread, text: 'Ask the ministry.' });
      assert.match(
        await annotations(),
        new RegExp(`quote: ${PREDICTION}\\n[^]*note: Ask the ministry\\.\\n`),
      );
      await run('undoTagging');
      assert.ok(!(await isThere(ANNOTATIONS)));
    } finally {
      await settings.update('notes.showAsComments', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
