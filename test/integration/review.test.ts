import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { HeldEdits } from '../../src/workspace/heldEdits';
import { MemoryFiles } from '../host/memfs/files';
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

const NAME = 'review-interview.txt';
const ANNOTATIONS = `${NAME}.annotations.yaml`;
const TEXT = [
  'Reporter: What becomes of the harbour?',
  'Okafor: The harbour will probably close in June. We have known that for years.',
  'Reporter: Who told you?',
  'Okafor: The port authority told us in March.',
  'Reporter: And the ferries?',
  'Okafor: The ferries will go from the old pier.',
  '',
].join('\n');

/** An annotation of the second line, or of words that are in no line. */
function annotated(quote: string): string {
  return [
    'version: 1',
    'annotations:',
    '  - id: abc123',
    `    quote: ${quote}`,
    '    prefix: "of the harbour?\\nOkafor: "',
    '    suffix: " We have known that for years."',
    '    at: [47, 87]',
    '    tags: [harbour]',
    '',
  ].join('\n');
}

const WORDS = 'The harbour will probably close in June.';
const CHANGED = 'The harbour will probably close in May.';
/** So many lenses are given their titles. */
const RESOLVED = 20;
/** What the lens says of words that are as they were. */
const TAGGED = /harbour — edit…/;
/** Stands in the text, but nothing that stood around it does. */
const MOVED = 'The port authority told us in March.';
const GONE = 'Nobody has asked the fishermen so far.';

describe('Annotations whose words have changed or gone', () => {
  let document: vscode.TextDocument;

  before(activated);

  async function opened(quote: string): Promise<void> {
    await writeFile(ANNOTATIONS, annotated(quote));
    await writeFile(NAME, TEXT);
    document = await openFile(NAME);
  }

  function select(words: string): void {
    const start = positionOf(document, words);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document, document, 'The interview is in the active editor.');
    editor.selection = new vscode.Selection(start, start.translate(0, words.length));
  }

  async function lenses(): Promise<string> {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      RESOLVED,
    );
    return found.map(({ command }) => command?.title).join('\n');
  }

  async function lensSays(words: RegExp): Promise<void> {
    await eventually(async () => {
      assert.match(await lenses(), words);
    });
  }

  async function stands(words: string): Promise<void> {
    await eventually(async () => {
      const yaml = await readFile(ANNOTATIONS);
      assert.ok(yaml.includes(words) && yaml.includes('tags: [harbour]'), yaml);
    });
  }

  /** Takes the first of what can be done about the annotation: the present words are right. */
  async function accept(): Promise<void> {
    let isOver = false;
    const run = vscode.commands
      .executeCommand('interviewLens.reviewChanged', document.uri.toString(), 'abc123')
      .then(() => (isOver = true));
    await eventually(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      assert.ok(isOver, 'The list is still open.');
    });
    await run;
  }

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await deleteFile(ANNOTATIONS);
    await deleteFile(NAME);
  });

  it('are attached to selected words, and back', async () => {
    await opened(GONE);
    select('The port authority told us in March.');
    await vscode.commands.executeCommand(
      'interviewLens.reattach',
      document.uri.toString(),
      'abc123',
    );
    await stands('quote: The port authority told us in March.');
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    await stands(`quote: ${GONE}`);
  });

  it('take the new words when a person accepts them, and the old ones back', async () => {
    await opened(CHANGED);
    await accept();
    await stands('quote: The harbour will probably close in June.');
    await vscode.commands.executeCommand('interviewLens.undoTagging');
    await stands(`quote: ${CHANGED}`);
  });

  it('say so where the same words stand away from all that stood around them', async () => {
    await opened(MOVED);
    await lensSays(/harbour · which of the same words: review — edit…/);
  });

  it('are at their words again when the file is changed elsewhere before and behind them', async () => {
    await opened(WORDS);
    await lensSays(TAGGED);
    const text = TEXT.replace('What becomes', 'And what becomes').replace('old pier', 'new pier');
    await writeFile(NAME, text);
    await eventually(() => {
      assert.equal(document.getText(), text);
    });
    await lensSays(TAGGED);
  });

  it('keep all of their words when the file is changed elsewhere among them and behind them', async () => {
    const [, second = '', third, fourth = ''] = TEXT.split('\n');
    const words = [second.slice('Okafor: '.length), third, fourth].join('\n');
    const start = TEXT.indexOf(words);
    await writeFile(
      ANNOTATIONS,
      [
        'version: 1',
        'annotations:',
        '  - id: abc123',
        `    quote: ${JSON.stringify(words)}`,
        '    prefix: "of the harbour?\\nOkafor: "',
        '    suffix: "\\nReporter: And the ferries?"',
        `    at: [${start}, ${start + words.length}]`,
        '    tags: [harbour]',
        '',
      ].join('\n'),
    );
    await writeFile(NAME, TEXT);
    document = await openFile(NAME);
    await lensSays(TAGGED);
    const text = TEXT.replace('in March', 'in April').replace('old pier', 'new pier');
    await writeFile(NAME, text);
    await eventually(() => {
      assert.equal(document.getText(), text);
    });
    await lensSays(/harbour · text changed: review/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'Reporter: Good morning.\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    await lensSays(/harbour · text changed: review/);
    await accept();
    await stands('told us in April."');
  });

  it('are at their words again when these were cut and come back by an undo', async () => {
    await opened(WORDS);
    await lensSays(TAGGED);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(1).rangeIncludingLineBreak);
    await vscode.workspace.applyEdit(edit);
    await eventually(async () => {
      assert.doesNotMatch(await lenses(), TAGGED);
    });
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), TEXT);
    await lensSays(TAGGED);
  });

  it('are under the light bulb', async () => {
    await opened(CHANGED);
    const start = positionOf(document, 'probably');
    await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(start, start),
      );
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes('Review Changed Text…'), titles.join());
    });
  });
});

describe('What is held for an annotation file that can’t be read', () => {
  const folder = 'held-edits';

  it('is held again when VS Code has been started anew', async () => {
    const log = vscode.window.createOutputChannel('Held edits', { log: true });
    const [one, other] = [fileUri('one.txt'), fileUri('other.txt')];
    const edits = [{ remove: 'abc123' }];
    await new HeldEdits(fileUri(folder), log).keep(one, edits);
    await new HeldEdits(fileUri(folder), log).keep(other, [{ remove: 'def456' }]);
    await new HeldEdits(fileUri(folder), log).keep(other, []);
    const anew = new HeldEdits(fileUri(folder), log);
    assert.deepEqual([await anew.of(one), await anew.of(other)], [edits, []]);
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
    log.dispose();
  });

  it('is written when the file can be read again, also where nobody tells that it changed', async () => {
    const files = new SilentFiles();
    const provider = vscode.workspace.registerFileSystemProvider('silent', files);
    const folder = vscode.Uri.from({ scheme: 'silent', path: '/' });
    const [interview, annotations] = ['quiet.txt', 'quiet.txt.annotations.yaml'].map((name) =>
      vscode.Uri.joinPath(folder, name),
    );
    assert.ok(interview && annotations);
    files.createDirectory(folder);
    const write = (uri: vscode.Uri, text: string) => {
      files.writeFile(uri, new TextEncoder().encode(text), { create: true, overwrite: false });
    };
    const words = 'The port will probably close before 2031.';
    write(
      interview,
      `Post: What of the port?\n\nAasen: ${words}\n\nPost: And you?\n\nAasen: I stay.\n`,
    );
    write(annotations, 'version: 99\nannotations: []\n');
    const document = await vscode.workspace.openTextDocument(interview);
    const start = document.getText().indexOf(words);
    const place = [interview.toString(), start, start + words.length];
    await vscode.commands.executeCommand('interviewLens.dismissClaim', ...place);
    files.delete(annotations, { recursive: false });
    await eventually(() => {
      assert.match(new TextDecoder().decode(files.readFile(annotations)), /dismissed: true/);
    });
    provider.dispose();
  });
});

/** Files whose changes nobody is told of, as on some drives of a network. */
class SilentFiles extends MemoryFiles {
  override readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
}
