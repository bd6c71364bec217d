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
 * Why a sentence is called what it is, one line each: which words make it of its kind, what they say about a
 * likelihood, and how well it can be checked, with what makes that easier or harder.
 */
export function whyLines(shown: ShownClaim, analysis: Analysis): string[] {
  const { claim } = shown;
  if (!claim) return [];
  const { kind, raised, lowered } = analysis.reasonsFor(shown);
  const name = nameOfKind(claim.kind);
  const lines = [
    kind.length === 0
      ? vscode.l10n.t('It reads as a {0}, taken as a whole.', name)
      : vscode.l10n.t('It reads as a {0} because of {1}.', name, listed(kind.map(quoted))),
  ];
  if (claim.likelihood) {
    const { start, end } = claim.likelihood.words;
    const text = analysis.text.slice(shown);
    const stated = text.slice(start - claim.start, end - claim.start);
    lines.push(vscode.l10n.t('{0} means {1}.', quoted(stated), nameOfLikelihood(claim.likelihood)));
  }
  lines.push(checking(claim.checkability));
  const isLikely = claim.checkability >= 0.5;
  const easier = reasonsOf(raised, isLikely);
  const harder = reasonsOf(lowered, !isLikely);
  if (easier) lines.push(vscode.l10n.t('What makes that easier is {0}.', easier));
  if (harder) lines.push(vscode.l10n.t('What makes that harder is {0}.', harder));
  return lines;
}

/** How likely it is that a claim can be checked, in words; the bounds are those of ICD 203. */
function checking(checkability: number): string {
  if (checkability >= 0.8) return vscode.l10n.t('It can very probably be checked.');
  if (checkability >= 0.55) return vscode.l10n.t('It can probably be checked.');
  if (checkability >= 0.45) return vscode.l10n.t('It can perhaps be checked.');
  if (checkability >= 0.2) return vscode.l10n.t('It can probably not be checked.');
  return vscode.l10n.t('It can hardly be checked.');
}

/**
 * The reasons to be told. Traits explain themselves; a word that counts in the learned score explains little,
 * and is only told if it decides and nothing else does.
 */
function reasonsOf(reasons: readonly Reason[], isDecisive: boolean): string {
  const traits = reasons.flatMap((reason) =>
    'trait' in reason ? [nameOfTrait(reason.trait)] : [],
  );
  const words = reasons.flatMap((reason) => ('word' in reason ? [quoted(reason.word)] : []));
  if (traits.length > 0 || !isDecisive) return listed(traits);
  if (words.length === 1) return vscode.l10n.t('the word {0}', words[0] ?? '');
  return words.length > 1 ? vscode.l10n.t('such words as {0}', listed(words)) : '';
}

/** `a, b and c`, in the user's language. */
function listed(parts: readonly string[]): string {
  // VS Code's English is American, with a comma before “and”; ours is not.
  const { language } = vscode.env;
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(parts);
}

function quoted(words: string): string {
  return vscode.l10n.t('“{0}”', plain(words));
}

function nameOfTrait(trait: Trait): string {
  const names: Record<Trait, string> = {
    name: vscode.l10n.t('a name'),
    noName: vscode.l10n.t('the lack of a name'),
    number: vscode.l10n.t('a number'),
    noNumber: vscode.l10n.t('the lack of a number in digits'),
    short: vscode.l10n.t('its shortness'),
    past: vscode.l10n.t('the past tense'),
    money: vscode.l10n.t('an amount of money or a share'),
    reported: vscode.l10n.t('the report of others’ words'),
    unfinished: vscode.l10n.t('its broken end'),
    commitment: vscode.l10n.t('words of a commitment'),
    judgement: vscode.l10n.t('words of a judgement'),
    recommendation: vscode.l10n.t('words of a recommendation'),
  };
  return names[trait];
}
