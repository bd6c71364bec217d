import { CLAIM_KINDS, type ClaimKind } from './model';
import type { Scores } from './scores';
import type { Sentence } from './sentence';
import type { Signal } from './signals';
import { REGULAR_PAST, type Word } from './words';

/** What a number adds to a fact. */
const NUMBER = 0.6;
/** What the tense of a verb adds to a fact at most. */
const TENSE = 0.6;
/** What an adjective adds to a judgement by its ending. */
const EVALUATIVE = 0.5;
/** What a signal in a relative clause counts: `a line that nobody should cross` recommends nothing. */
const RELATIVE = 0.3;
/** What a stated likelihood adds, what being about the future adds, and what a reported source adds to a fact. */
const ESTIMATED = 1.2;
const TO_COME = 0.6;
const REPORTED = 0.5;
/** How much the learned scores count besides the signals, and the most they can count. */
const LEARNED = 0.4;
const MOST_LEARNED = 0.5;
/** The same for judgements, more of which are made without any of the phrases. */
const MOST_JUDGED = 1.2;
const JUDGED = 0.4;

const RELATIVE_PRONOUN = new Set(['who', 'which', 'whose', 'whom']);
const BEFORE_CLAUSE =
  /^(?:thinks?|thought|believes?|believed|sa(?:y|ys|id)|argues?|argued|hopes?|feels?|felt|knows?|knew|suggest(?:s|ed)?|recommends?|means?|meant|clear|sure|certain|convinced|likely|unlikely|true|important|vital|essential|is|was|'s|be|fact|view|opinion|so|such|insist(?:s|ed)?|expect(?:s|ed)?|warn(?:s|ed)?|claim(?:s|ed)?|agree[sd]?|told|shows?|showed|assume[sd]?|possible|chance|chances|odds|and|but|or)$/;
/** Signals of these kinds are verbs, so that a word in -ed beside them is a participle. */
const FINITE: ReadonlySet<ClaimKind | undefined> = new Set<ClaimKind>([
  'prediction',
  'recommendation',
  'commitment',
]);
const EVALUATIVE_ENDING =
  /^(?!un(?:til|less)|regard|never|none|various|previous|religious)[a-z]{2,}(?:ful|less|ous)$/;

/**
 * The kind of a claim: that for which most speaks, of its phrases and of what was learned about
 * facts and judgements; ties go to the rarer kind.
 */
export function kindOf(sentence: Sentence, scores: Scores): ClaimKind {
  const weights = new Map<ClaimKind, number>();
  const add = (kind: ClaimKind, weight: number) =>
    weights.set(kind, (weights.get(kind) ?? 0) + weight);
  for (const [{ kind }, weight] of phraseWeights(sentence)) if (kind) add(kind, weight);
  addShapes(sentence, add);
  add('fact', Math.min(MOST_LEARNED, LEARNED * scores.checkable));
  add('judgement', Math.min(MOST_JUDGED, JUDGED + LEARNED * scores.judgement));
  const weight = (kind: ClaimKind) => weights.get(kind) ?? -Infinity;
  return CLAIM_KINDS.reduce((best, kind) => (weight(kind) >= weight(best) ? kind : best));
}

/** What each row of signals counts in a sentence; of the rows of tenses only the heaviest is kept. */
function phraseWeights({ words, hits }: Sentence): Map<Signal, number> {
  const weights = new Map<Signal, number>();
  const isRelative = relativeClauses(words);
  for (const { value, from } of hits) {
    const weight = value.weight * (isRelative[from] ? RELATIVE : 1);
    weights.set(value, Math.max(weight, weights.get(value) ?? 0));
  }
  const tenses = [...weights].filter(([{ tense }]) => tense).sort(([, a], [, b]) => b - a);
  for (const [signal] of tenses.slice(1)) weights.delete(signal);
  return weights;
}

/**
 * For each word, whether it is in a relative clause, which lasts until the next punctuation.
 * `that` after a verb of saying or thinking begins what is said, not a relative clause.
 */
function relativeClauses(words: readonly Word[]): boolean[] {
  let isInside = false;
  return words.map(({ lower, isJoined }, index) => {
    const wasInside = isInside && isJoined;
    const before = words[index - 1];
    const begins =
      RELATIVE_PRONOUN.has(lower) ||
      (lower === 'that' && isJoined && before !== undefined && !BEFORE_CLAUSE.test(before.lower));
    isInside = wasInside || begins;
    return wasInside;
  });
}

/** Adds what speaks for a kind by the shape of words rather than by a phrase. */
function addShapes(sentence: Sentence, add: (kind: ClaimKind, weight: number) => void): void {
  const { words, hasNumber, likelihood, source, hits, isFuture } = sentence;
  if (hasNumber) add('fact', NUMBER);
  const hasVerb = hits.some(({ value: { kind, tense } }) => tense ?? FINITE.has(kind));
  if (!hasVerb && words.some(({ lower }) => REGULAR_PAST.test(lower))) add('fact', TENSE);
  if (words.some(({ lower }) => EVALUATIVE_ENDING.test(lower))) add('judgement', EVALUATIVE);
  if (source) add('fact', REPORTED);
  if (isFuture) add('prediction', TO_COME);
  if (likelihood) add(isOver(sentence) ? 'judgement' : 'prediction', ESTIMATED);
}

/** Whether a likelihood is about the past: `it was probably too late`. */
function isOver({ hits, isFuture }: Sentence): boolean {
  const isToCome = hits.some(({ value: { kind, weight } }) => kind === 'prediction' && weight >= 1);
  return !isToCome && !isFuture && hits.some(({ value: { tense } }) => tense === 'past');
}
