import { sentences } from '../text/sentences';
import { shifted, type Span } from '../text/span';
import { likelihoodOf } from './estimative';
import { CLAIM_KINDS, type ClaimKind, type PassageClaim } from './model';
import { ACCORDING, NAME_INSIDE, NUMBER, REPORTED, SIGNALS } from './signals';

const FEWEST_WORDS = 4;
/** Longer sentences are lists or not sentences at all; only so much of one is looked at. */
const LONGEST_SENTENCE = 1200;
/** A sentence is a claim from this strength on. */
const STRONG_ENOUGH = 0.8;
/** What a name within adds to a fact. */
const NAMED = 0.3;
/** Who asserts for himself is no reported source. */
const OWN_VOICE = /^(?:I|we|you|it|that|this|which|who|what|there|he|she|they|and|but|so)$/i;

interface Strength {
  readonly kind: ClaimKind;
  readonly weight: number;
  readonly signals: readonly string[];
}

/**
 * The claims of a passage: sentences in which somebody asserts, predicts, judges, explains,
 * recommends or promises. Questions, greetings and fragments are none. In order of the text.
 */
export function findClaims(passage: string): PassageClaim[] {
  return sentences(passage).flatMap((span) => {
    const sentence = passage.slice(span.start, Math.min(span.end, span.start + LONGEST_SENTENCE));
    return claimIn(sentence, span) ?? [];
  });
}

function claimIn(sentence: string, span: Span): PassageClaim | undefined {
  if (/[?？؟]["'”’)\]]*$/.test(sentence)) return undefined;
  const plain = sentence.replace(/’/g, "'");
  if (plain.split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS) return undefined;
  const strength = strongest(plain);
  if (!strength || strength.weight < STRONG_ENOUGH) return undefined;
  const likelihood = likelihoodOf(sentence);
  const source = sourceIn(plain);
  return {
    ...span,
    kind: strength.kind,
    ...(likelihood && {
      likelihood: { ...likelihood, words: shifted(likelihood.words, span.start) },
    }),
    ...(source && { reported: shifted(source, span.start) }),
    salience: salience(plain, strength, likelihood !== undefined),
    signals: strength.signals,
  };
}

/** The kind for which most speaks, less what speaks against any; ties go to the rarer kind. */
function strongest(sentence: string): Strength | undefined {
  const weights = new Map<ClaimKind, number>();
  const signals: string[] = [];
  let against = 0;
  for (const { kind, weight, words } of SIGNALS) {
    const found = words.exec(sentence);
    if (!found) continue;
    if (!kind) against += weight;
    else {
      weights.set(kind, (weights.get(kind) ?? 0) + weight);
      signals.push(found[0]);
    }
  }
  // What is said of somebody by name can be checked.
  if (sentence.search(NAME_INSIDE) >= 0) weights.set('fact', (weights.get('fact') ?? 0) + NAMED);
  const byWeight = CLAIM_KINDS.filter((kind) => weights.has(kind)).sort(
    (a, b) =>
      (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
      CLAIM_KINDS.indexOf(b) - CLAIM_KINDS.indexOf(a),
  );
  const [kind] = byWeight;
  return kind && { kind, weight: (weights.get(kind) ?? 0) - against, signals };
}

/** The words that name who is reported to say it; undefined if the speaker says it himself. */
function sourceIn(sentence: string): Span | undefined {
  const found = REPORTED.exec(sentence) ?? ACCORDING.exec(sentence);
  const source = found?.groups?.['source']?.trimEnd();
  if (!found || source === undefined) return undefined;
  const start = found.index + found[0].indexOf(source);
  const clause = clauseStart(source);
  const words = source.slice(clause);
  if (OWN_VOICE.test(words.split(' ').at(-1) ?? '') || OWN_VOICE.test(words)) return undefined;
  return { start: start + clause, end: start + source.length };
}

/** A source doesn't reach back over a conjunction. */
function clauseStart(source: string): number {
  const last = [
    ...source.matchAll(/\b(?:but|and|that|because|when|while|as|if|so|since|where|which) /g),
  ].at(-1);
  return last ? last.index + last[0].length : 0;
}

function salience(sentence: string, { kind, weight }: Strength, isEstimative: boolean): number {
  const names = Math.min(2, sentence.match(NAME_INSIDE)?.length ?? 0);
  const base = kind === 'fact' ? 0.2 : 0.35;
  const score =
    base +
    0.1 * Math.min(3, weight) +
    0.08 * names +
    (NUMBER.test(sentence) ? 0.12 : 0) +
    (isEstimative ? 0.25 : 0);
  return Math.min(1, score);
}
