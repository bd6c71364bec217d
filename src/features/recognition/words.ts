import * as vscode from 'vscode';
import type { Recognition } from '../../core/interview/model';
import type { Message } from '../../core/message';
import { localise } from '../../workspace/localise';
import { plain } from '../../workspace/markdown';
import { inert } from './inert';

/** A sentence from the core, which may hold the document's words. */
export function sentence(message: Message): string {
  return inert(plain(localise(message)));
}

/** The one or two strongest reasons that speak for what was found. */
export function mainReasons({ reasons, isInterview }: Recognition): string {
  const agreeing = reasons.filter(({ weight }) => (isInterview ? weight > 0 : weight < 0));
  const strongest = (agreeing.length > 0 ? agreeing : reasons).slice(0, 2);
  if (strongest.length === 0)
    return vscode.l10n.t('Nothing in it looks like questions and answers.');
  return strongest.map(({ message }) => sentence(message)).join(' · ');
}

export function speakerCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 speaker') : vscode.l10n.t('{0} speakers', count);
}

export function questionCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 question') : vscode.l10n.t('{0} questions', count);
}

export function turnCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 turn') : vscode.l10n.t('{0} turns', count);
}
