import type { Message } from '../message';
import type { Sequence } from '../text/sequence';
import type { Span } from '../text/span';

/**
 * What somebody does in an interview: asks, answers, answers as one of a panel, tells the story in
 * between, calls in from outside, or none of these.
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
  /** Made from the name: unique in the document, and unaffected by edits elsewhere in it. */
  readonly id: string;
  /** The fullest name the document gives: `Brian Hart`. */
  readonly name: string;
  /** The most frequent label: `Hart`. */
  readonly label: string;
  /** Every label the document uses for this speaker. */
  readonly labels: readonly string[];
  readonly role: Role;
  /** What the document says the speaker is: `fellow with the China Power Project`. */
  readonly description?: string;
}

/** Where a turn and its parts stand. */
export interface PlacedTurn {
  /** From the label to the last word; may contain interruptions that nobody speaks. */
  readonly span: Span;
  /** The label, its mark-up and colon included, if there is one. */
  readonly label: Span | undefined;
  /** The spoken paragraphs in order, without label, interruptions and surrounding white space. */
  readonly paragraphs: readonly Span[];
}

/**
 * One speaker’s speech until the next label. If adjacent labelled passages belong to one speaker,
 * each is a turn. Don't spread it: its fields may be getters.
 */
export interface Turn extends PlacedTurn {
  readonly index: number;
  /** Undefined if the turn has no label (questions in bold type and the like). */
  readonly speaker: Speaker | undefined;
  readonly role: Role;
}

/** A question (one turn of an interviewer, or several in a row) with the turns that answer it. */
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
 * One turn with its regions, or the text before the first turn. Offsets count from the start of the
 * piece, so that it stays the same object after edits elsewhere.
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
  /** In descending order of strength. */
  readonly reasons: readonly Reason[];
  /** Whether the user decided, and not the evidence. */
  readonly byHand: boolean;
}

/** Where the document gives details about itself. The participants are among the speakers. */
export interface Metadata {
  readonly title?: Span;
  readonly date?: Span;
  readonly place?: Span;
  /** Who published it: a magazine, a channel, an archive. */
  readonly outlet?: Span;
}

/** Where pieces begin, by their number from 0. */
export type PieceStarts = Pick<readonly number[], 'at'>;

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
  /** The text before the first turn, then each turn; the footer is in none of them. */
  readonly pieces: Sequence<Piece>;
  /** The offsets at which the pieces begin. */
  readonly starts: PieceStarts;
}

/** What a user has decided about a document; kept in its annotation file and never overridden. */
export interface Corrections {
  /** Whether it is an interview; undefined leaves it to the evidence. */
  readonly interview?: boolean;
  /** Labels or names of those who ask; everybody else answers. Undefined leaves it to the evidence. */
  readonly interviewers?: readonly string[];
  /** Roles of individual speakers, by label or name; they take precedence over `interviewers`. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Labels that are not speakers. */
  readonly notSpeakers?: readonly string[];
  /** Groups of labels or names that belong to one person; the name to show comes first. */
  readonly samePerson?: readonly (readonly string[])[];
}
