import { compact } from '../compact';
import { compiling } from '../firstUse';
import { COSTLY as OF_SENTENCES, sentences } from '../text/sentences';
import { spanMoved, type Span } from '../text/span';
import { confidenceAmong } from './confidence';
import { COSTLY as OF_FUTURE } from './future';
import { kindOf } from './kinds';
import type { ClaimKind, PassageClaim } from './model';
import { preparingScores, scoresOf, type Scores } from './scores';
import { examine, LONGEST_SENTENCE, preparingSentences, type Sentence } from './sentence';
import { COSTLY as OF_WORDS, QUESTION, wordsOf, type Word } from './words';

const FEWEST_WORDS = 3;
/** A sentence is a claim from this score on: better one too many than one that is missed. */
const CLAIM = -0.9;
/** What is taken from the score of procedure, and of what only concerns the speaker: `I took the bus`. */
const PROCEDURE = 1.6;
const ANECDOTE = 1;
/** What a stated likelihood, a name and a number add to the worth of a claim. */
const ESTIMATED = 0.4;
const NAME = 0.04;
const NUMBER = 0.08;

/** A passage of at least this many words isn't English if its share of the commonest words is lower than this. */
const ENOUGH_TO_TELL = 20;
const COMMON_SHARE = 0.1;
/** Only words that aren't also among the commonest of other languages: no `in`, `was`, `so`, `me`. */
const COMMON = new Set(
  'the of to and that this it for we you they with have are not i is a our their his her your from at by but or will would can has been were which who what when there all more than also'.split(
    ' ',
  ),
);

/** Builds what finding claims needs ahead of time, in steps; otherwise the first search does it at once. */
export function* preparingClaims(): Generator<undefined, void> {
  yield* compiling(OF_SENTENCES, OF_WORDS, OF_FUTURE);
  yield* preparingSentences();
  yield* preparingScores();
}

/**
 * The claims of a passage: sentences in which somebody asserts, predicts, judges, explains,
 * recommends or promises. Questions, greetings, procedure and fragments are none, and what isn't
 * English has none. In order of the text; offsets count from the passage's start.
 */
export function findClaims(passage: string): readonly PassageClaim[] {
  const parts = sentences(passage).map((sentence) => {
    const span = spokenIn(passage, sentence);
    const text = passage.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE));
    return { span, text, words: wordsOf(text) };
  });
  if (!isEnglish(parts.flatMap(({ words }) => words))) return [];
  return compact(parts.flatMap(({ span, text, words }) => claimIn(span, text, words) ?? []));
}

/** What a transcriber notes before a sentence, which nobody says: `[laughs] It’s a story.` */
const NOTED = /(?:\[[^\]\n]{1,60}\]\s+)+(?=["'“‘]?\p{Lu})/uy;

function spokenIn(passage: string, { start, end }: Span): Span {
  NOTED.lastIndex = start;
  const noted = NOTED.exec(passage)?.[0].length ?? 0;
  return start + noted < end ? { start: start + noted, end } : { start, end };
}

function isEnglish(words: readonly Word[]): boolean {
  if (words.length < ENOUGH_TO_TELL) return true;
  return words.filter(({ lower }) => COMMON.has(lower)).length >= COMMON_SHARE * words.length;
}

function claimIn(span: Span, text: string, words: readonly Word[]): PassageClaim | undefined {
  if (words.length < FEWEST_WORDS || QUESTION.test(text)) return undefined;
  const sentence = examine(text, words);
  const scores = scoresOf(sentence);
  const kind = kindOf(sentence, scores);
  if (scores.claim - chatter(sentence, kind) < CLAIM) return undefined;
  const { likelihood, source, isFuture } = sentence;
  const confidence = confidenceAmong(words);
  // All claims of a document are kept: objects written out like this take far less memory than spread ones.
  return {
    start: span.start,
    end: span.end,
    kind,
    likelihood: likelihood && {
      term: likelihood.term,
      words: spanMoved(likelihood.words, span.start),
    },
    confidence: confidence && { ...confidence, words: spanMoved(confidence.words, span.start) },
    reported: source && spanMoved(source, span.start),
    isFuture,
    checkability: probability(scores.checkable),
    salience: salience(sentence, scores),
  };
}

/** What speaks against a claim that has neither a name nor a number to check it by. */
function chatter({ words, hits, names, hasNumber }: Sentence, kind: ClaimKind): number {
  if (names > 0 || hasNumber) return 0;
  if (hits.some(({ value }) => value.isProcedure)) return PROCEDURE;
  return kind === 'fact' && words[0]?.lower === 'i' ? ANECDOTE : 0;
}

/** From 0 to 1, by how likely it is to be a checkable claim, and by what there is to check it by. */
function salience({ likelihood, names, hasNumber }: Sentence, scores: Scores): number {
  const score =
    0.25 * probability(scores.claim) +
    0.3 * probability(scores.checkable) +
    NAME * Math.min(2, names) +
    (hasNumber ? NUMBER : 0) +
    (likelihood ? ESTIMATED : 0);
  return Math.min(1, score);
}

function probability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
