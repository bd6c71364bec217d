import * as vscode from 'vscode';

/** The only commands that a link in a hover may run. */
const LINKED = [
  'interviewLens.revealPassage',
  'interviewLens.createCard',
  'interviewLens.openCard',
  'interviewLens.mergeEntity',
  'interviewLens.notAnEntity',
  'interviewLens.explainEntity',
  'interviewLens.tagClaim',
  'interviewLens.markVerified',
  'interviewLens.markDisputed',
  'interviewLens.markRefuted',
  'interviewLens.removeTags',
  'interviewLens.dismissClaim',
];

/** Longer names and descriptions are cut: a card is read at a glance. */
const LONGEST = 200;

/** Characters with a meaning somewhere in Markdown. */
const MARKUP = /[\\`*_{}[\]()#+\-.!~<>&|=:@]/g;

/** A Markdown string in which only our own commands can be links. {@link addText} adds text from documents. */
export function card(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('', true);
  markdown.isTrusted = { enabledCommands: LINKED };
  return markdown;
}

/** Adds text from a document or a file as plain text: no mark-up, no control or direction characters. */
export function addText(markdown: vscode.MarkdownString, text: string): vscode.MarkdownString {
  return markdown.appendMarkdown(escaped(plain(text)));
}

/**
 * VS Code's own `appendText` doesn't escape characters that begin HTML, a list or a link to an address, and
 * makes all spaces no-break ones, so that long lines break within words. A backslash doesn't prevent icons,
 * as these are looked for after it has been removed.
 */
function escaped(text: string): string {
  return text.replace(MARKUP, '\\$&').replaceAll('$\\(', '$$&#40;');
}

/** A text on one line, without control and direction characters, cut where it is too long. */
export function plain(text: string): string {
  const line = text.slice(0, LONGEST + 1).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/**
 * Adds a link that runs one of our commands; `label` is ours, never the document's. Its tooltip is shown as
 * text, whatever its source.
 */
export function addLink(
  markdown: vscode.MarkdownString,
  label: string,
  command: string,
  args: readonly unknown[],
  tooltip?: string,
): vscode.MarkdownString {
  const title = tooltip === undefined ? '' : ` "${plain(tooltip).replace(/["\\&<>]/g, ' ')}"`;
  return markdown.appendMarkdown(`[${label}](${commandUri(command, args)}${title})`);
}

/** As {@link addLink}, with a label from a document or a file, which is shown as text. */
export function addTextLink(
  markdown: vscode.MarkdownString,
  label: string,
  command: string,
  args: readonly unknown[],
): vscode.MarkdownString {
  addText(markdown.appendMarkdown('['), label);
  return markdown.appendMarkdown(`](${commandUri(command, args)})`);
}

/** Brackets, which would end a link early, are encoded, too. */
function commandUri(command: string, args: readonly unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, (bracket) =>
    bracket === '(' ? '%28' : '%29',
  );
  return `command:${command}?${query}`;
}
