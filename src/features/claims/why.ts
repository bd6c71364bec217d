import * as vscode from 'vscode';
import type { Analysis } from '../../core/analysis';
import { RANGES } from '../../core/claims/icd203';
import type { Likelihood, Reason, Trait } from '../../core/claims/model';
import type { ShownClaim } from '../../core/claims/shown';
import { nameOfKind, nameOfTerm } from '../../workspace/claimNames';
import { plain } from '../../workspace/markdown';

/** `likely (55–80 %)`: the term with its range of ICD 203. */
export function nameOfLikelihood({ term }: Likelihood): string {
  return vscode.l10n.t('{0} ({1}–{2} %)', nameOfTerm(term), ...RANGES[term]);
}

/**
 * Why a sentence is called what it is, a line each: by which words it is of its kind, what they say of
 * a likelihood, and how far it can be checked, with what raised that and what lowered it.
 */
export function whyLines(shown: ShownClaim, analysis: Analysis): string[] {
  const { claim } = shown;
  if (!claim) return [];
  const { kind, raised, lowered } = analysis.reasonsFor(shown);
  const words = kind.map(quoted).join(', ');
  const lines = [
    words === ''
      ? vscode.l10n.t('{0}, by the sentence as a whole', nameOfKind(claim.kind))
      : vscode.l10n.t('{0}, by {1}', nameOfKind(claim.kind), words),
  ];
  if (claim.likelihood) {
    const { start, end } = claim.likelihood.words;
    const text = analysis.text.slice(shown);
    const stated = text.slice(start - claim.start, end - claim.start);
    lines.push(vscode.l10n.t('{0} means {1}', quoted(stated), nameOfLikelihood(claim.likelihood)));
  }
  const percent = Math.round(100 * claim.checkability);
  lines.push(vscode.l10n.t('Can be checked: {0} % likely', percent));
  if (raised.length > 0) lines.push(vscode.l10n.t('Speaks for it: {0}', listed(raised)));
  if (lowered.length > 0) lines.push(vscode.l10n.t('Speaks against it: {0}', listed(lowered)));
  return lines;
}

function listed(reasons: readonly Reason[]): string {
  return reasons
    .map((reason) => ('word' in reason ? quoted(reason.word) : nameOfTrait(reason.trait)))
    .join(', ');
}

function quoted(words: string): string {
  return vscode.l10n.t('“{0}”', plain(words));
}

function nameOfTrait(trait: Trait): string {
  const names: Record<Trait, string> = {
    name: vscode.l10n.t('a name'),
    noName: vscode.l10n.t('no name in it'),
    number: vscode.l10n.t('a number'),
    noNumber: vscode.l10n.t('no number in it'),
    short: vscode.l10n.t('that it is short'),
    past: vscode.l10n.t('the past tense'),
    money: vscode.l10n.t('an amount of money or a share'),
    reported: vscode.l10n.t('that somebody is reported'),
    unfinished: vscode.l10n.t('that it breaks off'),
    commitment: vscode.l10n.t('words of a commitment'),
    judgement: vscode.l10n.t('words of a judgement'),
    recommendation: vscode.l10n.t('words of a recommendation'),
  };
  return names[trait];
}
