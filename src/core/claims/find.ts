import { sentences } from '../text/sentences';
import { shifted, type Span } from '../text/span';
import { likelihoodAmong } from './estimative';
import { CLAIM_KINDS, type ClaimKind, type Likelihood, type PassageClaim } from './model';
import { PhraseTable, type Hit } from './phrases';
import { reportedSource } from './reported';
import { SIGNALS, type Signal } from './signals';
import { wordsOf, type Word } from './words';

const FEWEST_WORDS = 4;
/** Longer sentences are lists or no sentences at all; only so much of one is looked at. */
const LONGEST_SENTENCE = 1200;
/** A sentence is a claim from this strength on. */
const STRONG_ENOUGH = 0.6;
/** What digits add to a fact, and what they, no, one and more names add to whatever is claimed. */
const NUMBER = 0.6;
const CONCRETE = 0.3;
const NAMES = [0, 0.4, 0.6];
/** What the tense of a verb adds to a fact at most. */
const TENSE = 0.6;
/** Signals of these kinds are verbs, so that a word in -ed beside them is a participle. */
const FINITE: ReadonlySet<ClaimKind | undefined> = new Set<ClaimKind>([
  'prediction',
  'recommendation',
  'commitment',
]);
/** What an adjective adds to a judgement by its ending. */
const EVALUATIVE = 0.5;
/** What a signal in a relative clause counts: `a line that nobody should cross` recommends nothing. */
const RELATIVE = 0.3;
const RELATIVE_PRONOUN = new Set(['who', 'which', 'whose', 'whom']);
const BEFORE_CLAUSE =
  /^(?:thinks?|thought|believes?|believed|sa(?:y|ys|id)|argues?|argued|hopes?|feels?|felt|knows?|knew|suggest(?:s|ed)?|recommends?|means?|meant|clear|sure|certain|convinced|likely|unlikely|true|important|vital|essential|is|was|'s|be|fact|view|opinion|so|such|insist(?:s|ed)?|expect(?:s|ed)?|warn(?:s|ed)?|claim(?:s|ed)?|agree[sd]?|told|shows?|showed|assume[sd]?|possible|chance|chances|odds|and|but|or)$/;
/** What a stated likelihood adds, and what a reported source adds to a fact. */
const ESTIMATED = 1.2;
const REPORTED = 0.5;
/** What it takes from a fact that it is only about who tells it: `I took the bus`. */
const ANECDOTE = 0.5;

const QUESTION = /[?？؟]["'”’»)\]*_]*$/;
const REGULAR_PAST = /^[a-z]{3,}(?<!ee)ed$/;
const EVALUATIVE_ENDING =
  /^(?!un(?:til|less)|regard|never|none|various|previous|religious)[a-z]{2,}(?:ful|less|ous)$/;
/** A passage of so many words that has fewer of the commonest words than this isn't English. */
const ENOUGH_TO_TELL = 20;
const COMMON_SHARE = 0.12;
const COMMON = new Set(
  'the of to and that this it for we you they with have are not i is a'.split(' '),
);

const TABLE = new PhraseTable(SIGNALS.map((signal) => [signal, signal.phrases] as const));

/** What was found out about a sentence, for the decision. */
interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
  readonly hits: readonly Hit<Signal>[];
  readonly likelihood: Likelihood | undefined;
  readonly source: Span | undefined;
  readonly names: number;
  readonly hasNumber: boolean;
}

interface Strength {
  readonly kind: ClaimKind;
  readonly weight: number;
}

/**
 * The claims of a passage: sentences in which somebody asserts, predicts, judges, explains,
 * recommends or promises. Questions, greetings, procedure and fragments are none, and what isn't
 * English has none. In order of the text; offsets count from the passage's start.
 */
export function findClaims(passage: string): PassageClaim[] {
  const parts = sentences(passage).map((span) => {
    const text = passage.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE));
    return { span, text, words: wordsOf(text) };
  });
  if (!isEnglish(parts.flatMap(({ words }) => words))) return [];
  return parts.flatMap(({ span, text, words }) => claimIn(span, text, words) ?? []);
}

function isEnglish(words: readonly Word[]): boolean {
  if (words.length < ENOUGH_TO_TELL) return true;
  return words.filter(({ lower }) => COMMON.has(lower)).length >= COMMON_SHARE * words.length;
}

function claimIn(span: Span, text: string, words: readonly Word[]): PassageClaim | undefined {
  if (words.length < FEWEST_WORDS || QUESTION.test(text)) return undefined;
  const sentence: Sentence = {
    text,
    words,
    hits: TABLE.find(words),
    likelihood: likelihoodAmong(words, text),
    source: reportedSource(words, text),
    names: namesIn(words),
    hasNumber: words.some(({ isNumber }) => isNumber),
  };
  const strength = strongest(sentence);
  if (!strength || strength.weight < STRONG_ENOUGH) return undefined;
  const { likelihood, source } = sentence;
  return {
    ...span,
    kind: strength.kind,
    ...(likelihood && {
      likelihood: { ...likelihood, words: shifted(likelihood.words, span.start) },
    }),
    ...(source && { reported: shifted(source, span.start) }),
    salience: salience(sentence, strength),
    signals: signalsOf(sentence, strength.kind),
  };
}

/** Runs of words with a capital; the sentence's first word doesn't count, for it always has one. */
function namesIn(words: readonly Word[]): number {
  let names = 0;
  for (let index = 1; index < words.length; index++) {
    const word = words[index] as Word;
    const isName = word.isCapital && word.lower !== 'i';
    if (isName && (index === 1 || !(words[index - 1] as Word).isCapital)) names++;
  }
  return names;
}

/** The kind for which most speaks, less what speaks against any; ties go to the rarer kind. */
function strongest(sentence: Sentence): Strength | undefined {
  const weights = new Map<ClaimKind, number>();
  let against = 0;
  for (const [{ kind }, weight] of phraseWeights(sentence)) {
    if (kind) weights.set(kind, (weights.get(kind) ?? 0) + weight);
    else against += weight;
  }
  addShapes(sentence, weights);
  const kind = [...weights.keys()].sort(
    (a, b) =>
      (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
      CLAIM_KINDS.indexOf(b) - CLAIM_KINDS.indexOf(a),
  )[0];
  return kind && { kind, weight: (weights.get(kind) ?? 0) + concreteness(sentence) - against };
}

/** What each row of signals that is there counts; rows of tenses but for the heaviest are left out. */
function phraseWeights({ words, hits }: Sentence): Map<Signal, number> {
  const weights = new Map<Signal, number>();
  const isRelative = relativeClauses(words);
  for (const { value, from } of hits) {
    const weight = value.weight * (value.kind && isRelative[from] ? RELATIVE : 1);
    weights.set(value, Math.max(weight, weights.get(value) ?? 0));
  }
  const tenses = [...weights].filter(([{ tense }]) => tense).sort(([, a], [, b]) => b - a);
  for (const [signal] of tenses.slice(1)) weights.delete(signal);
  return weights;
}

/**
 * For each word whether it stands in a relative clause, which lasts until the next punctuation.
 * `that` behind a verb of saying or thinking begins what is said, not a relative clause.
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

/** What speaks for a kind by the shape of words, not by a phrase. */
function addShapes(sentence: Sentence, weights: Map<ClaimKind, number>): void {
  const { words, names, hasNumber, likelihood, source, hits } = sentence;
  const add = (kind: ClaimKind, weight: number) =>
    weights.set(kind, (weights.get(kind) ?? 0) + weight);
  if (hasNumber) add('fact', NUMBER);
  const hasVerb = hits.some(({ value: { kind, tense } }) => tense ?? FINITE.has(kind));
  if (!hasVerb && words.some(({ lower }) => REGULAR_PAST.test(lower))) add('fact', TENSE);
  if (words.some(({ lower }) => EVALUATIVE_ENDING.test(lower))) add('judgement', EVALUATIVE);
  if (source) add('fact', REPORTED);
  if (likelihood) add(isOver(sentence) ? 'judgement' : 'prediction', ESTIMATED);
  if (words[0]?.lower === 'i' && names === 0 && !hasNumber) add('fact', -ANECDOTE);
}

/** Whether a likelihood is of what has been: `it was probably too late`. */
function isOver({ hits }: Sentence): boolean {
  const isToCome = hits.some(({ value: { kind, weight } }) => kind === 'prediction' && weight >= 1);
  return !isToCome && hits.some(({ value: { tense } }) => tense === 'past');
}

/** Names and numbers make any claim worth more: it can be held against something. */
function concreteness({ names, hasNumber }: Sentence): number {
  return (NAMES[Math.min(names, NAMES.length - 1)] ?? 0) + (hasNumber ? CONCRETE : 0);
}

/**
 * The words that led to a kind, as they stand in the sentence. What spoke by its shape only, such as
 * a name, is left out: it shows by itself.
 */
function signalsOf({ text, words, hits, likelihood }: Sentence, kind: ClaimKind): string[] {
  const signals = hits
    .filter(({ value }) => value.kind === kind)
    .map(({ from, to }) => text.slice((words[from] as Word).start, (words[to - 1] as Word).end));
  const estimate = likelihood && text.slice(likelihood.words.start, likelihood.words.end);
  const isNew = estimate !== undefined && !signals.some((signal) => signal.includes(estimate));
  return isNew ? [...signals, estimate] : signals;
}

/** From 0 to 1. What is stated with a likelihood, a number or a name is worth more than a remark. */
function salience(sentence: Sentence, { kind, weight }: Strength): number {
  const { likelihood, hasNumber, names } = sentence;
  const score =
    (kind === 'fact' ? 0.15 : 0.3) +
    0.08 * Math.min(3, weight) +
    0.06 * Math.min(2, names) +
    (hasNumber ? 0.12 : 0) +
    (likelihood ? 0.25 : 0);
  return Math.min(1, score);
}
