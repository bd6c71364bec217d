import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';

const root = path.resolve(__dirname, '../../..');

/** Where sentences for the user are made; the core gives them out as messages, by `message`. */
const ROOMS = ['src/features', 'src/workspace', 'src/webview'];

/** What is read by others than the user, or in English for a reason: beginnings of words in a file. */
const EXEMPT: readonly (readonly [file: string, words: RegExp, why: string])[] = [
  ['agents/tools.ts', /^/, 'language models read it'],
  ['claims/codebookCommands.ts', /^# Codes/, 'the beginning of a file, whose keys are English'],
  ['entities/cardCommands.ts', /^#\n# {3}- name/, 'the beginning of a file, whose keys are English'],
  ['workspace/wholeFile.ts', /^# The end/, 'the last line of a copy that nobody sees'],
  ['topics/taxonomyHelp.ts', /^[a-z -]+$/, 'names of icons'],
  ['workspace/taxonomy.ts', /^media/, 'can only happen to who changes the extension'],
  ['overview/pictures.ts', /^Plot drew/, 'can only happen to who changes the extension'],
];

/** Properties whose text the user reads. */
const SHOWN =
  /^(?:title|label|description|detail|place[hH]older|prompt|tooltip|message|ariaLabel|openLabel|saveLabel|textContent|innerText)$/;
/** Calls whose texts the user reads. */
const SHOWING =
  /^(?:show\w+Message|showQuickPick|showInputBox|append(?:Text|Markdown)|setStatusBarMessage|TreeItem|MarkdownString|Hover|Diagnostic|CodeAction|DocumentSymbol|addText|separator)$/;
/** These give texts out in the user’s language, or write them into the log. */
const NOT_LOOKED_INTO = /^(?:t|message|localise|debug|info|warn|error|split)$/;

/** The strings of a file that a user would read in English, whatever the language is. */
function unlocalised(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && NOT_LOOKED_INTO.test(calledName(node))) return;
    if (ts.isTypeNode(node) || isKey(node)) return;
    const words = wordsOf(node);
    const isRead = words !== undefined && isForReading(words) && !isExempt(fileName, words);
    if (isRead && (isShown(node) || isProse(words))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${fileName}:${line + 1}: ${words}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isExempt(fileName: string, text: string): boolean {
  return EXEMPT.some(([file, words]) => fileName.endsWith(file) && words.test(text));
}

function isKey(node: ts.Node): boolean {
  const { parent } = node;
  return parent !== undefined && ts.isPropertyAssignment(parent) && parent.name === node;
}

function calledName({ expression }: ts.CallExpression | ts.NewExpression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

/** The text of a literal, with a hole for each value that is put into it. */
function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

/** Ids, paths, icons, colours and the like are no words, nor is the product’s name. */
function isForReading(text: string): boolean {
  const words = text.replace(/\$\([\w~-]+\)|\{\}|command:\S*|Interview Lens/g, ' ');
  return /\p{L}{2}/u.test(words);
}

/** Several words with blanks between them, as no id has them; elements of HTML, styles and directives are none. */
function isProse(text: string): boolean {
  return !/^[<\d]|-src /.test(text) && /\p{L}{2,}[,;:]? (?:\p{L}+[,;:]? )*\p{L}{2,}/u.test(text);
}

/** Whether a text stands where it is shown. */
function isShown(node: ts.Node): boolean {
  let at: ts.Node = node;
  while (ts.isConditionalExpression(at.parent) || ts.isParenthesizedExpression(at.parent))
    at = at.parent;
  const { parent } = at;
  if (ts.isPropertyAssignment(parent) && parent.initializer === at)
    return SHOWN.test(parent.name.getText());
  if (ts.isBinaryExpression(parent) && parent.right === at) {
    const isSet = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
    return isSet && ts.isPropertyAccessExpression(parent.left) && SHOWN.test(parent.left.name.text);
  }
  const isCall = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return isCall && SHOWING.test(calledName(parent));
}

function sources(): { name: string; text: string }[] {
  return ROOMS.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`)
      .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') })),
  );
}

describe('Strings for the user', () => {
  it('come from vscode.l10n, all of them', () => {
    assert.deepEqual(
      sources().flatMap(({ name, text }) => unlocalised(name, text)),
      [],
    );
  });

  // Each of them would stay English in every language.
  for (const [line, isFound] of [
    ["void vscode.window.showInformationMessage('Saved.');", true],
    ['void vscode.window.showErrorMessage(`Broken: ${name}`);', true],
    ["item.tooltip = isOpen ? 'Open' : undefined;", true],
    ["const item = { label: 'Tag', id: 'tag' };", true],
    ["markdown.appendMarkdown('$(edit) Edit');", true],
    ["throw new Error('The file is broken.');", true],
    ["void vscode.window.showInformationMessage(vscode.l10n.t('Saved.'));", false],
    ["const item = { label: `$(${icon}) ${name}`, id: 'a-tag' };", false],
    ["log.warn('The index could not be kept');", false],
    ["run('interviewLens.tagClaim');", false],
  ] as const) {
    it(`${isFound ? 'is found' : 'is nothing to find'}: ${line}`, () => {
      assert.equal(unlocalised('example.ts', line).length, isFound ? 1 : 0);
    });
  }
});
