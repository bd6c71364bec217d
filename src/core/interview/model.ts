import type { Message } from '../message';
import type { Sequence } from '../text/sequence';
import type { Span } from '../text/span';

/**
 * What someone does in an interview: asks, answers, answers with others on a panel, tells the story
 * in between, calls in from outside, or none of these.
 */
export const ROLES = [
  'interviewer',
  'interviewee',
  'panellist',
  'narrator',
  'caller',
  'other',
] as const;
export type Role = (typeof ROLES)[number];

export interface Speaker {
  /** Stable within the document and under edits elsewhere in it: made from the name. */
  readonly id: string;
  /** The fullest name the document gives: `Brian Hart`. */
  readonly name: string;
  /** The label used most: `Hart`. */
  readonly label: string;
  /** Every label under which this speaker stands in the document. */
  readonly labels: readonly string[];
  readonly role: Role;
  /** What the document says the speaker is: `fellow with the China Power Project`. */
  readonly description?: string;
}

/** Where a turn and its parts stand. */
export interface PlacedTurn {
  /** From the label to the last word; interruptions that nobody speaks may stand inside. */
  readonly span: Span;
  /** The label with its mark-up and colon, if there is one. */
  readonly label: Span | undefined;
  /** The paragraphs spoken, without label, interruptions and white space at the ends; in order. */
  readonly paragraphs: readonly Span[];
}

/**
 * One speaker’s speech until the next speaks. Adjacent labelled segments of one speaker are turns of
 * their own. Not to be spread: its fields may be computed.
 */
export interface Turn extends PlacedTurn {
  readonly index: number;
  /** Undefined where the document has no labels (bold questions and the like). */
  readonly speaker: Speaker | undefined;
  readonly role: Role;
}

/** A question (an interviewer's turns that follow one another) with the turns that answer it. */
export interface Exchange {
  readonly question: Turn;
  readonly answers: readonly Turn[];
  readonly span: Span;
}

/** A stretch of text that nobody speaks. */
export type RegionKind =
  | 'frontMatter'
  | 'title'
  | 'byline'
  | 'date'
  | 'biography'
  | 'introduction'
  | 'heading'
  | 'editorNote'
  | 'notice'
  | 'sponsor'
  | 'pullQuote'
  | 'stageDirection'
  | 'timestamp'
  | 'footer';

export interface Region {
  readonly kind: RegionKind;
  readonly span: Span;
}

/**
 * What one turn holds, or what stands before the first. Offsets count from where the piece begins, so
 * that after an edit elsewhere it is the same object.
 */
export interface Piece {
  readonly turn: PlacedTurn | undefined;
  readonly regions: readonly Region[];
}

/** One piece of evidence for (positive weight) or against (negative) a document being an interview. */
export interface Reason {
  readonly weight: number;
  readonly message: Message;
}

export interface Recognition {
  readonly isInterview: boolean;
  /** From 0 (certainly none) to 1 (certainly one); an interview from 0.5. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly Reason[];
  /** Whether a person decided, not the evidence. */
  readonly byHand: boolean;
}

/** What the document says about itself, where it stands. The participants are the speakers. */
export interface Metadata {
  readonly title?: Span;
  readonly date?: Span;
  readonly place?: Span;
  /** Who published it: a magazine, a channel, an archive. */
  readonly outlet?: Span;
}

export interface Interview {
  readonly recognition: Recognition;
  readonly title: Span | undefined;
  readonly metadata: Metadata;
  /** In order of their first turn. */
  readonly speakers: readonly Speaker[];
  /** In order of the text, not overlapping. */
  readonly turns: readonly Turn[];
  readonly exchanges: readonly Exchange[];
  /** In order of the text; none overlaps a paragraph of a turn, but for stage directions. */
  readonly regions: readonly Region[];
  /** What stands before the first turn, then each turn; the footer is in none. */
  readonly pieces: Sequence<Piece>;
  /** Where the pieces begin. */
  readonly starts: Uint32Array;
}

/** What a person decided about a document; kept in its annotation file and never overridden. */
export interface Corrections {
  /** Whether it is an interview; undefined leaves it to the evidence. */
  readonly interview?: boolean;
  /** Labels or names of those who ask; everybody else answers. Undefined leaves it to the evidence. */
  readonly interviewers?: readonly string[];
  /** What single speakers do, by label or name, whatever else is decided. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Labels that are no speakers. */
  readonly notSpeakers?: readonly string[];
  /** Labels or names that are one person each, the name to show first. */
  readonly samePerson?: readonly (readonly string[])[];
}
