import { message, type Message } from '../message';
import type { Inflections } from './inflections';
import type { WordScanner } from './words';

/** A word of a term, and which words of a text match it. */
export interface TermWord {
  /** Equal for words that match the same words of a text. */
  readonly key: string;
  readonly kind: 'inflected' | 'exact' | 'beginning';
  /** What is looked for: in lower case, unless capitals count. */
  readonly text: string;
  /** Whether what ends other phrases may come before it in a text, as it does in the term. */
  readonly afterStop: boolean;
}

export type Phrase = readonly TermWord[];

/** A term as it is looked for: a phrase, or two near each other. */
export interface Term {
  readonly phrases: readonly [Phrase] | readonly [Phrase, Phrase];
  /** How many words apart the two may be; 0 for a single phrase. */
  readonly within: number;
}

/** Longer phrases aren't terms. */
const MOST_WORDS = 30;
const MOST_WITHIN = 100;

/** The shortest beginning that `word*` may have. */
export const SHORTEST_BEGINNING = 2;

const NEAR = /\sNEAR\/(\d{1,6})\s/;

/**
 * Reads a term: words in a row; `sanction*` for all words that begin so; `sanctions NEAR/5 companies`
 * for two phrases at most five words apart, in either order.
 *
 * @param isExact whether only the words as written count: no other forms, and capitals as they are
 * @returns the term, or why it finds nothing
 */
export function readTerm(
  text: string,
  isExact: boolean,
  scanner: WordScanner,
  inflections: Inflections,
): Term | Message {
  const [left = '', distance, right, more] = text.split(NEAR);
  const phrase = (part: string) => phraseOf(part, isExact, scanner, inflections);
  const first = phrase(left);
  if (distance === undefined || right === undefined) {
    return first.length === 0
      ? message('“{0}” has no letters, so it is found nowhere.', text)
      : ended(text, [first], 0);
  }
  if (more !== undefined) {
    return message('“{0}” has more than one NEAR. Write a term for each pair.', text);
  }
  const second = phrase(right);
  if (first.length === 0 || second.length === 0) {
    return message('NEAR needs words on both sides: “sanctions NEAR/5 companies”.');
  }
  if (Number(distance) < 1 || Number(distance) > MOST_WITHIN) {
    return message('NEAR counts from 1 to {0} words.', MOST_WITHIN);
  }
  return ended(text, [first, second], Number(distance));
}

function ended(text: string, phrases: Term['phrases'], within: number): Term | Message {
  if (phrases.some(({ length }) => length > MOST_WORDS)) {
    return message('“{0}” has more than {1} words, so it is found nowhere.', text, MOST_WORDS);
  }
  return { phrases, within };
}

function phraseOf(
  text: string,
  isExact: boolean,
  scanner: WordScanner,
  inflections: Inflections,
): TermWord[] {
  const { texts, ends, stops } = scanner.scan(text);
  return texts.map((word, index): TermWord => {
    const end = ends[index] as number;
    const isBeginning =
      text[end] === '*' && word.length >= SHORTEST_BEGINNING && !scanner.isUnspaced(word);
    const afterStop = index > 0 && (stops[index] as boolean);
    return { ...wordOf(word, isExact, isBeginning, inflections), afterStop };
  });
}

function wordOf(
  word: string,
  isExact: boolean,
  isBeginning: boolean,
  inflections: Inflections,
): Omit<TermWord, 'afterStop'> {
  const plain = word.normalize('NFKC');
  const lower = folded(word);
  if (isBeginning) return { kind: 'beginning', text: lower, key: `${lower}*` };
  // `NATO`, `IT`, `eBay`: capitals inside a word tell it from others. In exact words all capitals count.
  const hasCapitals = /\p{Lu}/u.test(isExact ? plain : plain.slice(1));
  if (hasCapitals) return { kind: 'exact', text: plain, key: `=${plain}` };
  if (isExact) return { kind: 'exact', text: lower, key: `=${lower}` };
  return { kind: 'inflected', text: lower, key: inflections.baseOf(lower) };
}

/** A word as it is compared where capitals don’t count; also without the optional marks of Arabic. */
export function folded(word: string): string {
  const lower = word.normalize('NFKC').toLowerCase();
  if (!/\p{sc=Arab}/u.test(lower)) return lower;
  return lower.replace(/[\u064b-\u0652\u0640]/g, '').replace(/[أإآ]/g, 'ا');
}

/** Equal for terms that find the same. */
export function keyOf({ phrases, within }: Term): string {
  const sides = phrases.map((phrase) => phrase.map(({ key }) => key).join(' '));
  return within > 0 ? `${sides.sort().join(' NEAR ')}/${within}` : (sides[0] as string);
}
