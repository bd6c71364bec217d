import { lazy } from '../lazy';
import type { Sentence } from './sentence';
import weights from './weights.json';
import { QUESTION, REGULAR_PAST, type Word } from './words';

/** What was learned about sentences; `media/claims.weights.md` tells how. */
export const SCORES = ['claim', 'checkable', 'judgement'] as const;
export type Score = (typeof SCORES)[number];

/** Log odds: above 0, it is more likely than not. */
export type Scores = Readonly<Record<Score, number>>;

/** The form in which weights are compiled in; {@link written} writes a column. */
export interface Weights {
  /** Separated by spaces, in the order of the columns. */
  readonly words: string;
  /** What one step of a column is worth. */
  readonly step: number;
  /** For each score, what a word counts anywhere in the sentence: one character a word. */
  readonly anywhere: Readonly<Record<Score, string>>;
  /** For each score, what it counts in addition among the first words. */
  readonly first: Readonly<Record<Score, string>>;
  /** What each sign counts; every sentence has the sign `''`. */
  readonly signs: Readonly<Record<string, Scores>>;
}

/** The words at the beginning of a sentence, with subject and verb as a rule, say most about it. */
export const FIRST_WORDS = 4;
export const STEPS = 45;
const LOWEST_CODE = 35;
const BACKSLASH = 92;

/** Writes steps from -{@link STEPS} to {@link STEPS} as characters that JSON needs not escape. */
export function written(steps: readonly number[]): string {
  const codes = steps.map((step) => step + STEPS + LOWEST_CODE);
  return String.fromCharCode(...codes.map((code) => (code < BACKSLASH ? code : code + 1)));
}

function step(column: string, at: number): number {
  const code = column.charCodeAt(at);
  return (code > BACKSLASH ? code - 1 : code) - LOWEST_CODE - STEPS;
}

const LENGTHS = [4, 6, 9, 13, 18, 25, 35, 50];
const TRAILS_OFF = /(?:\.\.\.|…|--?|[–—])\s*$/;
const ENDED = /[.!?。！？]["'”’»)\]*_]*$/;

/** What is scored of a sentence besides its words: its length, names, numbers, marks, and phrases by kind. */
export function signsOf({ text, words, hits, likelihood, source, names }: Sentence): string[] {
  const length = LENGTHS.findIndex((most) => words.length < most);
  const numbers = words.filter(({ isNumber }) => isNumber).length;
  const signs = [
    '',
    `names ${Math.min(3, names)}`,
    `numbers ${Math.min(2, numbers)}`,
    `length ${LENGTHS[length] ?? 'more'}`,
    ...new Set(hits.map(({ value }) => value.kind ?? 'none')),
  ];
  const also = (sign: string, is: boolean) => is && signs.push(sign);
  also(
    'past',
    words.some(({ lower }) => REGULAR_PAST.test(lower)),
  );
  also('question', QUESTION.test(text));
  also('question mark', text.includes('?'));
  also('quotation', /["“]/.test(text));
  also('money', /[%$€£]/.test(text));
  also('trails off', TRAILS_OFF.test(text));
  also('no end', !ENDED.test(text));
  also('likelihood', likelihood !== undefined);
  also('reported', source !== undefined);
  return signs;
}

/** The words that are scored: each once, in the order of their first occurrence. */
export function scoredWords(words: readonly Word[]): string[] {
  return [...new Set(words.map(({ lower, isNumber }) => (isNumber ? '#' : lower)))];
}

/** How much each of this many words counts, so that a long sentence doesn’t score by its length. */
export function share(words: number): number {
  return 1 / Math.sqrt(Math.max(1, words));
}

/** A column, decoded once, so that scoring is only addition. */
function steps(column: string): Int8Array {
  return Int8Array.from({ length: column.length }, (_, at) => step(column, at));
}

const table = lazy(() => ({
  places: new Map(weights.words.split(' ').map((word, at) => [word, at])),
  columns: SCORES.map((score) => ({
    score,
    anywhere: steps(weights.anywhere[score]),
    first: steps(weights.first[score]),
  })),
}));

/** Reads the columns, as a step of its own: it takes longer than a sentence. */
export function* preparingScores(): Generator<undefined, void> {
  table();
  yield;
}

/** How likely a sentence is to be a claim, to be checkable, and to judge: sums over its words and signs. */
export function scoresOf(sentence: Sentence): Scores {
  const { places, columns } = table();
  const words = scoredWords(sentence.words);
  const signs = signsOf(sentence).map(weightsOfSign);
  const found = words.map((word) => places.get(word) ?? -1);
  const sums: Record<Score, number> = { claim: 0, checkable: 0, judgement: 0 };
  for (const { score, anywhere, first } of columns) {
    let all = 0;
    let early = 0;
    for (const [order, at] of found.entries()) {
      if (at < 0) continue;
      all += anywhere[at] as number;
      if (order < FIRST_WORDS) early += first[at] as number;
    }
    sums[score] = weights.step * (all * share(words.length) + early * share(FIRST_WORDS));
    for (const sign of signs) sums[score] += sign?.[score] ?? 0;
  }
  return sums;
}

/** What each of the scored words adds to a score, in their order. */
export function wordParts(words: readonly string[], score: Score): number[] {
  const { places, columns } = table();
  const { anywhere, first } = columns[SCORES.indexOf(score)] as (typeof columns)[number];
  return words.map((word, order) => {
    const at = places.get(word);
    if (at === undefined) return 0;
    const early = order < FIRST_WORDS ? (first[at] as number) * share(FIRST_WORDS) : 0;
    return weights.step * ((anywhere[at] as number) * share(words.length) + early);
  });
}

/** What a sign adds to each score; undefined for one that was never seen in training. */
export function weightsOfSign(sign: string): Scores | undefined {
  return (weights as Weights).signs[sign];
}
