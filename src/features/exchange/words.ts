import * as vscode from 'vscode';
import type { Loss } from '../../core/exchange/losses';
import type { Order, ReportWords } from '../../core/exchange/report';
import type { Row } from '../../core/exchange/rows';
import { escaped } from '../../core/transcript/escape';
import { nameOfKind, nameOfTerm } from '../../workspace/claimNames';
import { localise } from '../../workspace/localise';

/** What a report says in the user's language. */
export function reportWords(title: string, order: Order): ReportWords {
  return {
    title,
    rest: order === 'topic' ? vscode.l10n.t('Under no topic') : vscode.l10n.t('Spoken by nobody'),
    place: ({ document, line, lastLine }) =>
      line === lastLine
        ? vscode.l10n.t('{0}, line {1}', document, line)
        : vscode.l10n.t('{0}, lines {1}–{2}', document, line, lastLine),
    said,
  };
}

function said(row: Row): string[] {
  const { kind, likelihood, reported, tags, topics, confidence, status, rating, coder, found } =
    row;
  return [
    kind && nameOfKind(kind),
    likelihood && nameOfTerm(likelihood),
    reported !== undefined && vscode.l10n.t('as {0} is reported to say', reported),
    ...tags,
    ...topics.map(({ label }) => label),
    confidence && vscode.l10n.t('confidence: {0}', confidence),
    status && vscode.l10n.t('status: {0}', status),
    rating && vscode.l10n.t('rating: {0}', rating),
    coder !== undefined && vscode.l10n.t('by {0}', coder),
    found && vscode.l10n.t('found automatically'),
  ].filter((word) => typeof word === 'string');
}

/** What couldn't be carried over, as a list in Markdown. */
export function lossList(losses: readonly Loss[]): string {
  if (losses.length === 0) return vscode.l10n.t('Nothing was lost.');
  return losses
    .map(({ message, times }) => `- ${times} × ${escaped(localise(message))}`)
    .join('\n');
}
