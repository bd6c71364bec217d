import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import {
  deleteFile,
  fileUri,
  isThere,
  openFile,
  positionOf,
  readFile,
  writeFile,
} from './support/workspace';

const NAME = 'strait-interview.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;

const TAXONOMY = `topics:
  - label: Straits
    terms: [strait]
  - label: Talks
    terms: [talks, sanction]
`;

const SECOND = `The Pilot of the North

Harbour Review: Which strait is open?

Maja Lind: The northern strait is. It has been since March.

Harbour Review: And who keeps it open?

Lind: Nobody knows.
`;

const ASKED = '> What did the talks change?\n>\n> — Harbour Review';
const ANSWERED = /> Very little\. [^\n]* before the summer\.\n>\n> — Nadia Ferrant/;

const BY_KEY = { view: true };

/** Commands of the extension by their short ids, of VS Code by their full ones. */
async function run(id: string, ...args: unknown[]): Promise<void> {
  await vscode.commands.executeCommand(id.includes('.') ? id : `interviewLens.${id}`, ...args);
}

/** The quotes of what is selected in the tree; empty if nothing is. */
async function quotes(...given: unknown[]): Promise<string> {
  await vscode.env.clipboard.writeText('');
  await run('copyPassages', ...given);
  return vscode.env.clipboard.readText();
}

/** Selects in the tree the passage of a topic that begins with some words, once it is there. */
async function selected(
  document: vscode.TextDocument,
  topic: string,
  words: string,
): Promise<void> {
  const start = document.offsetAt(positionOf(document, words));
  await eventually(async () => {
    await run('revealTopic', topic, document.uri.toString(), start);
    assert.match(await quotes(), new RegExp(`> ${words}`));
  });
}

async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('interviewLens.topics');
  await settings.update(name, value, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Global);
  }
}

describe('The Topics view', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await activated();
    await writeFile('taxonomy.yaml', TAXONOMY);
  });

  beforeEach(async () => {
    document = await openFile(NAME);
    await run('interviewLens.topics.focus');
    await selected(document, 'straits', 'Nadia Ferrant is a fellow');
  });

  after(async () => {
    await run('workbench.action.closeAllEditors');
    await deleteFile('taxonomy.yaml');
  });

  it('has what is selected copied as quotes, with speaker, source and line', async () => {
    await selected(document, 'talks', 'What did the talks');
    await run('list.expandSelectionDown');
    const copied = await quotes(BY_KEY);
    assert.ok(copied.includes(`${ASKED}, *The Strait After the Storm*, ${NAME}:7`), copied);
    assert.match(copied, ANSWERED);
  });

  it('has keys mean what has the focus, though another passage is selected', async () => {
    await selected(document, 'talks', 'What did the talks');
    await run('list.focusDown');
    assert.match(await quotes(), /talks change\?[^]*Harbour Review/);
    const focused = await quotes(BY_KEY);
    assert.match(focused, ANSWERED);
    assert.ok(!focused.includes(ASKED));
  });

  it('follows the cursor', async () => {
    await withSetting('followCursor', true, async () => {
      const editor = await vscode.window.showTextDocument(document);
      const at = positionOf(document, 'round of sanctions');
      editor.selection = new vscode.Selection(at, at);
      await eventually(async () => assert.match(await quotes(), ANSWERED));
    });
  });

  it('shows the whole folder', async () => {
    await writeFile('second-strait.txt', SECOND);
    await run('topicsOfFolder');
    try {
      const second = await vscode.workspace.openTextDocument(fileUri('second-strait.txt'));
      await selected(second, 'straits', 'The northern strait');
      await selected(document, 'straits', 'Nadia Ferrant is a fellow');
    } finally {
      await run('topicsOfDocument');
      await deleteFile('second-strait.txt');
    }
  });

  it('names topics above questions, if that is switched on', async () => {
    const lenses = async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      const ours = all.filter(({ command }) => command?.command === 'interviewLens.revealTopic');
      return ours.map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
    };
    assert.deepEqual(await lenses(), []);
    await withSetting('lens', true, () =>
      eventually(async () => assert.deepEqual(await lenses(), ['7: Talks'])),
    );
  });

  describe('changed by hand', () => {
    afterEach(async () => {
      // What was said is taken back by us, so that nothing of it is held for a file that is gone.
      await run('undoTagging');
      await eventually(async () => assert.ok(!(await isThere(ANNOTATIONS))));
    });

    it('takes a passage from a topic, and the keys go on with the next', async () => {
      await selected(document, 'talks', 'Very little');
      await run('notThisTopic', BY_KEY);
      assert.match(await readFile(ANNOTATIONS), /quote: Very little[^]*notTopics: \[talks\]/);
      await eventually(async () => assert.match(await quotes(BY_KEY), /^> What did the talks/));
    });

    it('moves a passage to another topic', async () => {
      await eventually(async () => {
        // In a view that is renewed just then the key means nothing.
        await selected(document, 'talks', 'Very little');
        const moving = run('movePassageTo', BY_KEY);
        await eventually(async () => {
          // The first that is offered: Straits.
          await run('workbench.action.acceptSelectedQuickOpenItem');
          assert.match(await readFile(ANNOTATIONS), /topics: \[straits\]/);
        }, 5_000);
        await moving;
      });
      assert.match(await readFile(ANNOTATIONS), /notTopics: \[talks\]/);
      await selected(document, 'straits', 'Very little');
    });
  });
});

describe('The search over interviews', () => {
  const editorOf = (name: string) =>
    vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(name));

  before(async () => {
    await activated();
    await writeFile('taxonomy.yaml', TAXONOMY);
    await run('topicsOfFolder');
    const document = await openFile(NAME);
    await run('interviewLens.topics.focus');
    // Then the index knows of the topics.
    await selected(document, 'talks', 'Very little');
  });

  beforeEach(async () => {
    await run('workbench.action.closeAllEditors');
    const document = await openFile('ferry-interview.txt');
    const at = positionOf(document, 'Skerry');
    const editor = await eventually(() => vscode.window.showTextDocument(document));
    editor.selection = new vscode.Selection(at, at);
    // An editor that gets the focus late closes the box: then it is opened again.
    await eventually(async () => {
      await run('searchInterviews', 'speaker:ferrant topic:talks unlikely');
      await eventually(() => {
        const shown = editorOf(NAME);
        assert.equal(shown?.document.getText(shown.selection), 'unlikely', 'It is shown ahead.');
      }, 2_000);
    });
  });

  after(async () => {
    await run('topicsOfDocument');
    await run('workbench.action.closeAllEditors');
    await deleteFile('taxonomy.yaml');
  });

  it('goes to what is chosen', async () => {
    await run('workbench.action.acceptSelectedQuickOpenItem');
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.path, fileUri(NAME).path);
      assert.equal(editor.document.getText(editor.selection), 'unlikely');
    });
  });

  it('leads back to where one was, if nothing is', async () => {
    await run('workbench.action.closeQuickOpen');
    await eventually(() => {
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.path, fileUri('ferry-interview.txt').path);
      const { start } = editor.selection;
      assert.deepEqual(start, positionOf(editor.document, 'Skerry'));
    });
  });
});

describe('A taxonomy that is written', () => {
  const TYPED = 'topics:\n  - label: Straits\n    terms: [strait]\n    col\n    related: [\n';

  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    await deleteFile('taxonomy.yaml');
  });

  /** What is offered behind some words. */
  async function offered(document: vscode.TextDocument, words: string): Promise<string[]> {
    const at = positionOf(document, words).translate(0, words.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
    );
    return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('is completed: keys, and what they take', async () => {
    await writeFile('taxonomy.yaml', TAXONOMY);
    await openFile(NAME);
    const document = await openFile('taxonomy.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), TYPED);
    await vscode.workspace.applyEdit(edit);
    try {
      await eventually(async () => assert.ok((await offered(document, 'col')).includes('color')));
      // While what is typed is broken, the topics are those from before.
      assert.ok((await offered(document, 'related: [')).includes('talks'));
    } finally {
      await run('workbench.action.files.revert');
    }
  });

  it('holds as it was saved, where it is broken before anybody has looked', async () => {
    await writeFile('taxonomy.yaml', '');
    await writeFile('other.yaml', TAXONOMY);
    const document = await openFile('other.yaml');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '    related: [\n');
    await vscode.workspace.applyEdit(edit);
    const settings = vscode.workspace.getConfiguration('interviewLens');
    await settings.update('taxonomy.file', 'other.yaml');
    try {
      await eventually(async () =>
        assert.ok((await offered(document, 'related: [')).includes('talks')),
      );
    } finally {
      await settings.update('taxonomy.file', undefined);
      await run('workbench.action.files.revert');
      await deleteFile('other.yaml');
    }
  });

  it('explains its keys', async () => {
    await writeFile('taxonomy.yaml', TAXONOMY);
    await openFile(NAME);
    const document = await openFile('taxonomy.yaml');
    await eventually(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        positionOf(document, 'terms'),
      );
      const [content] = hovers.flatMap(({ contents }) => contents);
      assert.ok(content, 'There is a hover.');
      assert.match(typeof content === 'string' ? content : content.value, /[Ww]ords/);
    });
  });

  it('is mended by what its problems offer', async () => {
    await writeFile('taxonomy.yaml', TAXONOMY.replace('terms', 'trems'));
    await openFile(NAME);
    const document = await openFile('taxonomy.yaml');
    // A document that was open a moment ago may lag behind its file.
    const at = await eventually(() => positionOf(document, 'trems'));
    const fix = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      const found = actions.find(({ edit, title }) => edit && title.includes('terms'));
      assert.ok(found?.edit, actions.map(({ title }) => title).join());
      return found.edit;
    });
    await vscode.workspace.applyEdit(fix);
    assert.equal(document.getText(), TAXONOMY);
    await document.save();
  });
});
