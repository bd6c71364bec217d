import * as vscode from 'vscode';
import type { Speaker } from '../../core/interview/model';
import type { Reading } from '../../workspace/documents';

/**
 * The speakers that a person can choose from.
 *
 * @throws an error with a sentence for the user, if there are none
 */
export function speakersToChoose({ analysis }: Reading): readonly Speaker[] {
  const { speakers } = analysis.interview;
  if (speakers.length > 0) return speakers;
  throw new Error(vscode.l10n.t('No speaker has a label in this document, so none can be chosen.'));
}
