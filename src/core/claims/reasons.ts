import { lazy } from '../lazy';
import type { ClaimKind, Reason, Reasons, Trait } from './model';
import { kindOf } from './kinds';
import { scoredWords, scoresOf, signsOf, weightsOfSign, wordParts } from './scores';
import { examine, LONGEST_SENTENCE, type Sentence } from './sentence';

/** The most reasons that are given for and against, and the least weight of one, in log odds. */
const MOST = 3;
const LEAST = 0.2;

/** Signs that a reader can see, by trait, with the sign that a sentence would have instead. */
const TRAITS: readonly (readonly [trait: Trait, signs: readonly string[], instead?: string])[] = [
  ['name', ['names 1', 'names 2', 'names 3'], 'names 0'],
  ['noName', ['names 0'], 'names 1'],
  ['number', ['numbers 1', 'numbers 2'], 'numbers 0'],
  ['noNumber', ['numbers 0'], 'numbers 1'],
  ['short', ['length 4', 'length 6', 'length 9'], 'length 18'],
  ['past', ['past']],
  ['money', ['money']],
  ['reported', ['reported']],
  ['unfinished', ['no end', 'trails off']],
  ['commitment', ['commitment']],
  ['judgement', ['judgement']],
  ['recommendation', ['recommendation']],
];
const BY_SIGN = lazy(
  () =>
    new Map(
      TRAITS.flatMap(([trait, signs, instead]) =>
        signs.map((sign): [string, Part] => {
          const without = instead === undefined ? 0 : checkable(instead);
          return [sign, { reason: { trait }, weight: checkable(sign) - without }];
        }),
      ),
    ),
);

/**
 * Why a sentence is called a claim of its kind, by the phrases that speak for it, and why it can be
 * checked, or can't: the words and traits that weigh most in the learned score. As the score is a sum, this
 * is exactly what each of them contributes.
 *
 * @param text the claim's, which is examined again: reasons are asked for one claim at a time
 */
export function reasonsFor(text: string): Reasons {
  const sentence = examine(text.slice(0, LONGEST_SENTENCE));
  const kind = kindOf(sentence, scoresOf(sentence));
  const parts = [...wordReasons(sentence), ...traitReasons(sentence)].sort(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight),
  );
  const told = (isOf: (weight: number) => boolean) =>
    parts
      .filter(({ weight }) => isOf(weight))
      .slice(0, MOST)
      .map(({ reason }) => reason);
  return {
    kind: kindWords(sentence, kind),
    raised: told((weight) => weight >= LEAST),
    lowered: told((weight) => weight <= -LEAST),
  };
}

interface Part {
  readonly reason: Reason;
  readonly weight: number;
}

function wordReasons({ text, words }: Sentence): Part[] {
  const scored = scoredWords(words);
  return wordParts(scored, 'checkable').flatMap((weight, at) => {
    // Numbers are given as a trait.
    if (Math.abs(weight) < LEAST || scored[at] === '#') return [];
    const word = words.find(({ lower }) => lower === scored[at]);
    return word ? { reason: { word: text.slice(word.start, word.end) }, weight } : [];
  });
}

function traitReasons(sentence: Sentence): Part[] {
  return signsOf(sentence).flatMap((sign) => BY_SIGN().get(sign) ?? []);
}

function checkable(sign: string): number {
  return weightsOfSign(sign)?.checkable ?? 0;
}

/**
 * The words that led to a kind, as written in the sentence. What counts by its shape only, such as a
 * name, is left out: a reader sees it.
 */
function kindWords({ text, words, hits, likelihood }: Sentence, kind: ClaimKind): string[] {
  const signals = hits
    .filter(({ value }) => value.kind === kind)
    .map(({ from, to }) => {
      const [first, last] = [words[from], words[to - 1]];
      return text.slice(first?.start, last?.end);
    });
  const estimate = likelihood && text.slice(likelihood.words.start, likelihood.words.end);
  const isNew = estimate !== undefined && !signals.some((signal) => signal.includes(estimate));
  return isNew ? [...signals, estimate] : signals;
}
