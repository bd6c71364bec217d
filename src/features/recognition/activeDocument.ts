import * as vscode from 'vscode';
import type { DocumentStore, Reading } from '../../workspace/documents';
import type { Services } from '../../workspace/services';

/**
 * The reading of the document in the active editor.
 *
 * @throws an error with a sentence for the user, if there is no document that can be an interview
 */
export async function activeReading(documents: DocumentStore): Promise<Reading> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    throw new Error(vscode.l10n.t('Open a plain text or Markdown file first.'));
  }
  const reading = await documents.read(document);
  if (!reading) {
    throw new Error(
      vscode.l10n.t(
        'This document is not read: its language mode is {0}. Interviews are looked for in plain text, Markdown and some other markup, where the settings allow it. If it is one, switch its language mode to Interview.',
        document.languageId,
      ),
    );
  }
  return reading;
}

/** The latest reading of the active editor's document; undefined if it can't have one; `notYet` before it has. */
export type Known = { readonly reading: Reading | undefined } | 'notYet';

export function knownOfActive({ active, documents }: Services): Known {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !documents.isRead(document)) return { reading: undefined };
  const { reading } = active;
  return reading?.document === document ? { reading } : 'notYet';
}
