import type { Span } from '../text/span';
import type { StatedConfidence } from './confidence';

export const CLAIM_KINDS = [
  'fact',
  'prediction',
  'judgement',
  'cause',
  'recommendation',
  'commitment',
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The terms of ICD 203, from the least likely. */
export const ESTIMATIVE_TERMS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;
export type EstimativeTerm = (typeof ESTIMATIVE_TERMS)[number];

/** What makes a sentence more or less checkable, besides its words. */
export type Trait =
  | 'name'
  | 'noName'
  | 'number'
  | 'noNumber'
  | 'short'
  | 'past'
  | 'money'
  | 'reported'
  | 'unfinished'
  | 'commitment'
  | 'judgement'
  | 'recommendation';

/** A word as written in the text, or a trait of the sentence. */
export type Reason = { readonly word: string } | { readonly trait: Trait };

/** What led to a claim's kind, and to its checkability. */
export interface Reasons {
  /** The words that speak for the kind, as written in the text. */
  readonly kind: readonly string[];
  /** What raised the learned score, the strongest first. */
  readonly raised: readonly Reason[];
  readonly lowered: readonly Reason[];
}

export interface Likelihood {
  readonly term: EstimativeTerm;
  /** The words that say so. */
  readonly words: Span;
}

/** A claim in one passage; offsets count from the passage's start. */
export interface PassageClaim extends Span {
  readonly kind: ClaimKind;
  readonly likelihood: Likelihood | undefined;
  readonly confidence: StatedConfidence | undefined;
  /** Who is reported to claim it, as the text says (`Some Russian officials`); else the speaker does. */
  readonly reported: Span | undefined;
  /** Whether it is about the future, whatever its kind: plans and dates may be facts. */
  readonly isFuture: boolean;
  /** From 0 to 1: how likely it states something that evidence can show to be true or false. */
  readonly checkability: number;
  /** From 0 to 1: how much it deserves a look; the highest are shown first. */
  readonly salience: number;
}

/** A claim in a document; all spans count from the document's start. Don't spread it: its fields may be getters. */
export interface Claim extends Span {
  readonly kind: ClaimKind;
  readonly likelihood?: Likelihood;
  readonly confidence?: StatedConfidence;
  /** Whether an interviewer makes it, on the way to a question: what the answer may take for granted. */
  readonly isPremise: boolean;
  /** Who claims it: the speaker's name, or who is reported to. */
  readonly source: { readonly name: string; readonly reported: boolean };
  /** Index of the turn in which it is made. */
  readonly turn: number;
  readonly isFuture: boolean;
  readonly checkability: number;
  readonly salience: number;
}
