import * as vscode from 'vscode';
import type { Confidence } from '../../core/annotations/model';
import { numberMark, type LensRow } from '../../core/claims/lenses';
import type { ClaimKind } from '../../core/claims/model';
import type { ShownClaim } from '../../core/claims/shown';
import { nameOfKind, nameOfTerm } from '../../workspace/claimNames';
import { plain } from '../../workspace/markdown';

/** The codicon of a kind. */
export function iconOfKind(kind: ClaimKind | undefined): string {
  const icons: Record<ClaimKind, string> = {
    fact: 'checklist',
    prediction: 'telescope',
    judgement: 'law',
    cause: 'type-hierarchy-sub',
    recommendation: 'lightbulb',
    commitment: 'verified',
  };
  return kind ? icons[kind] : 'quote';
}

export function nameOfConfidence(confidence: Confidence): string {
  const names: Record<Confidence, string> = {
    low: vscode.l10n.t('low confidence'),
    moderate: vscode.l10n.t('moderate confidence'),
    high: vscode.l10n.t('high confidence'),
  };
  return names[confidence];
}

/** The tags that a person gave a claim, with confidence and topics. */
export function tagsOf({ annotation }: ShownClaim): string {
  if (!annotation) return '';
  const { tags, topics, confidence, note } = annotation;
  return [
    ...tags,
    ...topics,
    ...(confidence ? [nameOfConfidence(confidence)] : []),
    ...(note ? [vscode.l10n.t('note')] : []),
  ].join(', ');
}

/** Whether the words of a tagged claim were changed, so that somebody has to look. */
export function needsReview({ state }: ShownClaim): boolean {
  return state === 'changed';
}

/** `prediction · unlikely · Hart`, without tags. */
export function summaryOf({ kind, likelihood, source, claim }: ShownClaim): string {
  return [
    ...(claim?.isPremise ? [vscode.l10n.t('premise')] : []),
    kind ? nameOfKind(kind) : vscode.l10n.t('claim'),
    ...(likelihood ? [nameOfTerm(likelihood.term)] : []),
    ...(claim?.confidence ? [nameOfConfidence(claim.confidence.level)] : []),
    ...(source?.name ? [source.name] : []),
  ].join(' · ');
}

/** `① prediction · unlikely · Hart — tag…`; words from the document can't be icons in it. */
export function lensTitle(claim: ShownClaim, index: number, row: LensRow): string {
  const tags = tagsOf(claim);
  const parts = [summaryOf(claim), tags].filter((part) => part !== '');
  if (needsReview(claim)) parts.push(vscode.l10n.t('text changed: review'));
  const text = withoutIcons(plain(parts.join(' · ')));
  const action = claim.annotation ? vscode.l10n.t('edit…') : vscode.l10n.t('tag…');
  const mark = [numberMark(index, row), claim.annotation ? '$(tag)' : ''].filter(Boolean);
  return [...mark, text, '—', action].join(' ');
}

/** Labels read `$(name)` as an icon; document text must not. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
