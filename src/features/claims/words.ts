import * as vscode from 'vscode';
import type { Confidence, Status } from '../../core/annotations/model';
import {
  ratingText,
  type InformationGrade,
  type Rating,
  type SourceGrade,
} from '../../core/annotations/rating';
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

export function nameOfStatus(status: Status): string {
  const names: Record<Status, string> = {
    open: vscode.l10n.t('open'),
    verified: vscode.l10n.t('verified'),
    disputed: vscode.l10n.t('disputed'),
    refuted: vscode.l10n.t('refuted'),
  };
  return names[status];
}

/** The codicon of a status; for claims that are tagged but have none, a tag. */
export function iconOfStatus(status: Status | undefined): string {
  const icons: Record<Status, string> = {
    open: 'circle-large-outline',
    verified: 'check',
    disputed: 'question',
    refuted: 'circle-slash',
  };
  return status ? icons[status] : 'tag';
}

/** A grade of the Admiralty code for a source, in words. */
export function nameOfSource(grade: SourceGrade): string {
  const names: Record<SourceGrade, string> = {
    A: vscode.l10n.t('completely reliable'),
    B: vscode.l10n.t('usually reliable'),
    C: vscode.l10n.t('fairly reliable'),
    D: vscode.l10n.t('not usually reliable'),
    E: vscode.l10n.t('unreliable'),
    F: vscode.l10n.t('reliability cannot be judged'),
  };
  return names[grade];
}

/** A grade of the Admiralty code for information, in words. */
export function nameOfInformation(grade: InformationGrade): string {
  const names: Record<InformationGrade, string> = {
    '1': vscode.l10n.t('confirmed by other sources'),
    '2': vscode.l10n.t('probably true'),
    '3': vscode.l10n.t('possibly true'),
    '4': vscode.l10n.t('doubtful'),
    '5': vscode.l10n.t('improbable'),
    '6': vscode.l10n.t('truth cannot be judged'),
  };
  return names[grade];
}

/** A rating in words: `usually reliable; probably true`. */
export function nameOfRating({ source, information }: Rating): string {
  return [
    ...(source ? [nameOfSource(source)] : []),
    ...(information ? [nameOfInformation(information)] : []),
  ].join('; ');
}

/** Names codes and topics, by codebook and taxonomy. */
export interface Naming {
  readonly nameOfTag: (tag: string) => string;
  readonly nameOfTopic: (id: string) => string;
}

/** Where all tags of a claim share a line, more than this many are only counted. */
const MOST_TAGS = 3;

/** What a person said about a claim besides kind, status and rating. */
export function tagsOf({ annotation }: ShownClaim, { nameOfTag, nameOfTopic }: Naming): string {
  if (!annotation) return '';
  const { tags, topics, confidence, note } = annotation;
  const names = [...tags.map(nameOfTag), ...topics.map(nameOfTopic)];
  const more = names.length - MOST_TAGS;
  return [
    ...(more > 1 ? [...names.slice(0, MOST_TAGS), `+${more}`] : names),
    ...(confidence ? [nameOfConfidence(confidence)] : []),
    ...(note ? [vscode.l10n.t('note')] : []),
  ].join(', ');
}

/** `verified · B2`, as far as a person has said. */
export function checkedAs({ annotation }: ShownClaim): string {
  const { status, rating } = annotation ?? {};
  return [...(status ? [nameOfStatus(status)] : []), ...(rating ? [ratingText(rating)] : [])].join(
    ' · ',
  );
}

/** Whether the words of a tagged claim were changed, so that it has to be reviewed. */
export function needsReview({ state }: ShownClaim): boolean {
  return state === 'changed';
}

/** Whether the words of a tagged claim are in the text more than once, so that it has to be reviewed which are meant. */
export function isPlaceUnsure({ grade }: ShownClaim): boolean {
  return grade === 'place';
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

/**
 * `① prediction · unlikely · Hart — tag…`; tagged: `✓ verified · B2 · prediction · unlikely · Hart ·
 * Sanctions — edit…`. Words from the document can't be icons in it.
 */
export function lensTitle(claim: ShownClaim, index: number, row: LensRow, naming: Naming): string {
  const { annotation } = claim;
  const parts = [checkedAs(claim), summaryOf(claim), tagsOf(claim, naming)];
  if (isPlaceUnsure(claim)) parts.push(vscode.l10n.t('which of the same words: review'));
  else if (needsReview(claim)) parts.push(vscode.l10n.t('text changed: review'));
  const text = withoutIcons(plain(parts.filter((part) => part !== '').join(' · ')));
  const action = annotation ? vscode.l10n.t('edit…') : vscode.l10n.t('tag…');
  // VS Code removes a space after an icon, but not a no-break space.
  const icon = annotation ? `$(${iconOfStatus(annotation.status)})\u00a0` : '';
  return [numberMark(index, row), icon + text, '—', action].filter(Boolean).join(' ');
}

/** Text that a label doesn't read as an icon, as it does `$(name)`. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}
