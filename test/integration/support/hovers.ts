import * as vscode from 'vscode';
import { positionOf } from './workspace';

/** All that is shown when hovering over the `nth` occurrence (from 0) of some words, without backslashes before full stops and colons. */
export async function hoversOn(
  document: vscode.TextDocument,
  words: string,
  nth = 0,
): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, words, nth),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replace(/\\(?=[.:])/g, '');
}
