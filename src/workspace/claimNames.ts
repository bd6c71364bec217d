import * as vscode from 'vscode';
import type { ClaimKind, EstimativeTerm } from '../core/claims/model';

/** A kind of claim in the user's language. */
export function nameOfKind(kind: ClaimKind): string {
  const names: Record<ClaimKind, string> = {
    fact: vscode.l10n.t('fact'),
    prediction: vscode.l10n.t('prediction'),
    judgement: vscode.l10n.t('judgement'),
    cause: vscode.l10n.t('cause'),
    recommendation: vscode.l10n.t('recommendation'),
    commitment: vscode.l10n.t('commitment'),
  };
  return names[kind];
}

/** A term of ICD 203 in the user's language. */
export function nameOfTerm(term: EstimativeTerm): string {
  const names: Record<EstimativeTerm, string> = {
    'almost no chance': vscode.l10n.t('almost no chance'),
    'very unlikely': vscode.l10n.t('very unlikely'),
    unlikely: vscode.l10n.t('unlikely'),
    'roughly even chance': vscode.l10n.t('roughly even chance'),
    likely: vscode.l10n.t('likely'),
    'very likely': vscode.l10n.t('very likely'),
    'almost certain': vscode.l10n.t('almost certain'),
  };
  return names[term];
}
