import * as vscode from 'vscode';

/**
 * Where in a document words are that nobody speaks, such as a title or an editor's note.
 *
 * @param start where the words begin
 * @param interview where the interview begins; undefined if nobody speaks in the document
 */
export function unspokenName(start: number, interview: number | undefined): string {
  return interview !== undefined && start < interview
    ? vscode.l10n.t('before the interview')
    : vscode.l10n.t('spoken by nobody');
}
