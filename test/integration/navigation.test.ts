import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually';
import { activated } from './support/extension';
import { deleteFile, openFile, positionOf, writeFile } from './support/workspace';

function ask<T>(command: string, document: vscode.TextDocument, ...args: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, document.uri, ...args);
}

function symbols(document: vscode.TextDocument): Thenable<vscode.DocumentSymbol[]> {
  return ask('vscode.executeDocumentSymbolProvider', document);
}

/** The outline as text: two blanks for each level. */
function drawn(entries: readonly vscode.DocumentSymbol[], indent = ''): string[] {
  return entries.flatMap(({ name, detail, children }) => [
    `${indent}${name} – ${detail}`,
    ...drawn(children, `${indent}  `),
  ]);
}

function crossing(entries: readonly vscode.DocumentSymbol[], around?: vscode.Range): string[] {
  return entries.flatMap(({ name, range, selectionRange, children }) => [
    ...(around && !around.contains(range) ? [name] : []),
    ...(range.contains(selectionRange) ? [] : [name]),
    ...crossing(children, range),
  ]);
}

describe('The outline', () => {
  before(activated);

  it('has each question with its answers, and what nobody speaks by name', async () => {
    const outline = drawn(await symbols(await openFile('pier.txt')));
    const questions = outline.filter((line) => /^(?:Q\d| )/.test(line));
    assert.deepEqual(questions, [
      'Q1 When did you first hear of the plan for a second pier? – The Coast Quarterly',
      '  Ines Calder – In the spring of 1973. Arvid Lund, who led the Varnholm Harbour Board then, call…',
      'Q2 Why was it built after all? – The Coast Quarterly',
      '  Ines Calder – Because the fishermen paid for it. [laughs] They probably lost money every year…',
      'Q3 What would you do differently today? – The Coast Quarterly',
      '  Ines Calder – I would ask the people of Varnholm first.',
    ]);
    assert.ok(outline.includes('Title – The Pier That Nobody Wanted'), outline.join('\n'));
    assert.ok(outline.some((line) => line.startsWith('Biography – Ines Calder is a port')));
  });

  it('has entries that stand in one another and never cross', async () => {
    const entries = await symbols(await openFile('pier.txt'));
    assert.ok(entries.length > 3);
    assert.deepEqual(crossing(entries), []);
  });

  it('has questions that reach to the next one, so that they stay in sight above their answers', async () => {
    const entries = await symbols(await openFile('pier.txt'));
    const questions = entries.filter(({ name }) => /^Q\d/.test(name));
    const lines = questions.map(({ range }) => [range.start.line, range.end.line]);
    assert.deepEqual(lines.slice(0, 2), [
      [6, 11],
      [12, 15],
    ]);
  });

  it('is as good with line ends of Windows', async () => {
    const document = await openFile('pier.txt');
    const expected = drawn(await symbols(document));
    const uri = await writeFile('pier-crlf.txt', document.getText().replaceAll('\n', '\r\n'));
    const entries = await symbols(await vscode.workspace.openTextDocument(uri));
    assert.deepEqual(drawn(entries), expected);
    await deleteFile('pier-crlf.txt');
  });

  it('is empty for what is no interview', async () => {
    assert.deepEqual((await symbols(await openFile('minutes.txt'))) ?? [], []);
  });
});

describe('Folding', () => {
  it('folds a question with its answers, and an answer of several paragraphs', async () => {
    const document = await openFile('pier.txt');
    const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document);
    const folds = ranges.map(({ start, end }) => `${start + 1}–${end + 1}`);
    for (const fold of ['7–11', '9–11', '13–15', '17–19']) {
      assert.ok(folds.includes(fold), `${fold} is not among ${folds.join(', ')}.`);
    }
  });
});

describe('Growing the selection', () => {
  it('goes from the word to the sentence, the paragraph, the answer, the question with it', async () => {
    const document = await openFile('pier.txt');
    const [innermost] = await ask<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document,
      [positionOf(document, 'drawn')],
    );
    const texts: string[] = [];
    for (let step = innermost; step; step = step.parent as vscode.SelectionRange) {
      texts.push(document.getText(step.range));
    }
    const starts = [
      'drawn',
      'He had drawn',
      'In the spring',
      'Calder: In',
      'The Coast Quarterly: W',
    ];
    const found = starts.map((start) => texts.findIndex((text) => text.startsWith(start)));
    assert.ok(!found.includes(-1), `${found} of ${texts.join(' | ')}`);
    assert.deepEqual(
      [...found].sort((a, b) => a - b),
      found,
    );
  });
});

describe('Going from question to question', () => {
  const starts = [
    'The Coast Quarterly: When',
    'The Coast Quarterly: Why',
    'The Coast Quarterly: What',
  ];

  async function visited(command: string, from: vscode.Position, times: number): Promise<string[]> {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(from, from);
    const found: string[] = [];
    for (let step = 0; step < times; step++) {
      await vscode.commands.executeCommand(command);
      const { active } = editor.selection;
      found.push(
        editor.document.lineAt(active.line).text.slice(active.character, active.character + 25),
      );
    }
    return found.map((text) => starts.find((start) => text.startsWith(start)) ?? text);
  }

  it('goes down to the next, and on from the first', async () => {
    await openFile('pier.txt');
    assert.deepEqual(await visited('interviewLens.nextQuestion', new vscode.Position(0, 0), 4), [
      ...starts,
      starts[0],
    ]);
  });

  it('goes up to the one before, and on from the last', async () => {
    const document = await openFile('pier.txt');
    const from = positionOf(document, 'Because the fishermen');
    assert.deepEqual(await visited('interviewLens.previousQuestion', from, 3), [
      starts[1],
      starts[0],
      starts[2],
    ]);
  });

  it('stays where it is in what is no interview', async () => {
    await openFile('minutes.txt');
    const from = new vscode.Position(2, 4);
    await visited('interviewLens.nextQuestion', from, 1);
    assert.deepEqual(vscode.window.activeTextEditor?.selection.active, from);
  });
});

describe('Going through turns', () => {
  before(activated);

  const run = (command: string) => vscode.commands.executeCommand(`interviewLens.${command}`);

  function editorAt(document: vscode.TextDocument, words: string): vscode.TextEditor {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor, 'No editor is active.');
    const position = positionOf(document, words);
    editor.selection = new vscode.Selection(position, position);
    return editor;
  }

  it('goes to the next and the previous turn, around the ends', async () => {
    const document = await openFile('pier.txt');
    const editor = editorAt(document, 'In the spring');
    const lines: number[] = [];
    for (const command of ['nextTurn', 'nextTurn', 'previousTurn', 'previousTurn']) {
      await run(command);
      lines.push(editor.selection.active.line + 1);
    }
    assert.deepEqual(lines, [13, 15, 13, 9]);
    editorAt(document, 'The Coast Quarterly: When');
    await run('previousTurn');
    assert.equal(editor.selection.active.line + 1, 19);
  });

  it('selects the turn at the cursor', async () => {
    const document = await openFile('pier.txt');
    const editor = editorAt(document, 'I thought that');
    await run('selectTurn');
    const words = document.getText(editor.selection);
    assert.match(words, /^Calder: In the spring[^]+already said no twice\.$/);
  });

  it('copies the interview, or what is selected of it, as a Markdown transcript', async () => {
    const document = await openFile('pier.txt');
    const editor = editorAt(document, 'Because');
    await run('copyTranscript');
    const whole = await vscode.env.clipboard.readText();
    assert.match(whole, /^---\ntitle: "The Pier That Nobody Wanted"\n/);
    assert.match(whole, /^ {2}- name: "Ines Calder"\n {4}role: interviewee\n/m);
    assert.match(whole, /\n---\n\n# The Pier That Nobody Wanted\n\n/);
    assert.match(whole, /^\*\*Ines Calder:\*\* Because .* it\. \*\\\[laughs\\\]\* They/m);
    const start = positionOf(document, 'the fishermen');
    editor.selection = new vscode.Selection(start, start.translate(0, 'the fishermen'.length));
    await run('copyTranscript');
    assert.equal(await vscode.env.clipboard.readText(), '**Ines Calder:** the fishermen\n');
  });

  it('folds what nobody speaks together, and unfolds it', async () => {
    const document = await openFile('pier.txt');
    const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document);
    assert.ok(ranges.some(({ start, end }) => start === 0 && end === 4));
    const editor = editorAt(document, 'In the spring');
    const shown = () => editor.visibleRanges.map(({ start, end }) => [start.line, end.line]);
    await run('foldSilence');
    await eventually(() => {
      assert.ok(shown().length > 1, JSON.stringify(shown()));
    });
    await run('unfoldSilence');
    await eventually(() => {
      assert.equal(shown().length, 1, JSON.stringify(shown()));
    });
  });
});
