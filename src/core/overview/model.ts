import type { Role } from '../interview/model';
import type { Span } from '../text/span';

/** Where something stands; offsets in UTF-16 units. */
export interface Place extends Span {
  /** Index into the overview's documents. */
  readonly document: number;
  /** From 0. */
  readonly line: number;
}

/** How often what a row and a column name meet. Cells of count 0 are left out. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** In order of the text, the first few; never empty. */
  readonly places: readonly Place[];
}

export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Cell[];
  /** Whether the columns are parts of one scale, so that not each needs its label. */
  readonly isScale?: true;
}

export interface BandSpeaker {
  readonly name: string;
  readonly role: Role;
  readonly turns: number;
  /** How much of all speech is theirs, from 0 to 1. */
  readonly share: number;
}

/** A turn as a stretch of all that is said, from 0 to 1. */
export interface BandTurn {
  /** Index into the band's speakers. */
  readonly speaker: number;
  readonly from: number;
  readonly to: number;
  readonly place: Place;
}

/** Who speaks when, and how much. */
export interface Band {
  readonly speakers: readonly BandSpeaker[];
  readonly turns: readonly BandTurn[];
}

/** What the pictures of one interview, or of many, are drawn from: plain data, fit to be sent. */
export interface Overview {
  /** The URIs of the documents that places count in. */
  readonly documents: readonly string[];
  readonly band?: Band;
  /** Topics along the interview: the columns are equal parts of all that is said. */
  readonly topicsAlong?: Matrix;
  readonly topicsBySpeaker?: Matrix;
  readonly topicsByDocument?: Matrix;
  /** Rows are kinds of claims, columns terms of ICD 203; the last column is of those without one. */
  readonly claims?: Matrix;
  /** Which entities stand in one passage: each pair once, under the one that is named more. */
  readonly together: Matrix;
}
