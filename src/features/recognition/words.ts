import * as vscode from 'vscode';
import type { Recognition } from '../../core/interview/model';
import type { Message } from '../../core/message';
import { localise } from '../../workspace/localise';
import { plain } from '../../workspace/markdown';
import { inert } from '../../workspace/inert';

/** A sentence from the core, which may hold the document's words. */
export function sentence(message: Message): string {
  return inert(plain(localise(message)));
}

/** The strongest reason that speaks for what was found. */
export function mainReason({ reasons, isInterview }: Recognition): string {
  const agreeing = reasons.find(({ weight }) => weight > 0 === isInterview);
  const strongest = agreeing ?? reasons[0];
  return strongest
    ? sentence(strongest.message)
    : vscode.l10n.t('Nothing in it looks like questions and answers.');
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
