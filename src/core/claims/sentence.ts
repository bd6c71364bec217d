import type { Span } from '../text/span';
import { likelihoodAmong, preparingLikelihoods } from './estimative';
import { aboutFuture } from './future';
import type { Likelihood } from './model';
import { PhraseTable, type Hit } from './phrases';
import { reportedSource } from './reported';
import { SIGNALS, type Signal } from './signals';
import { wordsOf, type Word } from './words';

/** A sentence with what its words show; spans count from its start. */
export interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
  /** Phrases that speak for a kind of claim, or against any. */
  readonly hits: readonly Hit<Signal>[];
  readonly likelihood: Likelihood | undefined;
  /** Who is reported to say it. */
  readonly source: Span | undefined;
  /** How many names it has; the first word doesn't count, for it always has a capital. */
  readonly names: number;
  readonly hasNumber: boolean;
  /** Whether it speaks of what is to come. */
  readonly isFuture: boolean;
}

/** Longer sentences are lists, or no sentences at all; only this many units of one are looked at. */
export const LONGEST_SENTENCE = 1200;

const TABLE = new PhraseTable(SIGNALS.map((signal) => [signal, signal.phrases] as const));

/** Builds the tables for {@link examine} ahead of time, in steps. */
export function* preparingSentences(): Generator<undefined, void> {
  yield* TABLE.preparing();
  yield* preparingLikelihoods();
}

/** Looks at one sentence. */
export function examine(text: string, words: readonly Word[] = wordsOf(text)): Sentence {
  return {
    text,
    words,
    hits: TABLE.find(words),
    likelihood: likelihoodAmong(words, text),
    source: reportedSource(words, text),
    names: namesIn(words),
    hasNumber: words.some(({ isNumber }) => isNumber),
    isFuture: aboutFuture(words, text),
  };
}

/** Runs of words with a capital, but for the first word. */
function namesIn(words: readonly Word[]): number {
  let names = 0;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as Word;
    const isName = word.isCapital && word.lower !== 'i';
    if (isName && (index === 1 || !(words[index - 1] as Word).isCapital)) names++;
  }
  return names;
}
