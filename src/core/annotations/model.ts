import type { ClaimKind } from '../claims/model';
import type { Corrections } from '../interview/model';
import type { Span } from '../text/span';
import type { Grade } from './difference';
import type { Rating } from './rating';

/**
 * Where an annotation stands: a TextQuoteSelector and a TextPositionSelector of the W3C Web
 * Annotation model in one, but with offsets in UTF-16 units.
 */
export interface Selector extends Span {
  readonly quote: string;
  /** Up to 32 units before the quote; more where it occurs elsewhere with the same before it. */
  readonly prefix: string;
  /** The same after it. */
  readonly suffix: string;
  /**
   * Whether the same or similar words occurred elsewhere in the text. If so, they could be mistaken for
   * these once these are deleted, so that more evidence is asked for; the most where this isn't known, as
   * in files that other programs wrote.
   */
  readonly alike?: Alike;
  /** How often the same words occurred in the text, if more than once but not very often. */
  readonly times?: number;
}

export const ALIKE = ['none', 'similar', 'same'] as const;
export type Alike = (typeof ALIKE)[number];

export const CONFIDENCES = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How far a person has got with checking. */
export const STATUSES = ['open', 'verified', 'disputed', 'refuted'] as const;
export type Status = (typeof STATUSES)[number];

/** What a person said of a stretch of text. */
export interface Annotation {
  /** Short and unique in its file; made outside the core, as it is random. */
  readonly id: string;
  readonly selector: Selector;
  /** The words that were annotated, if they have changed since and nobody has reviewed that yet. */
  readonly was?: string;
  readonly kind?: ClaimKind;
  /** The person's codes: each the id of a code of the codebook, or a free tag. */
  readonly tags: readonly string[];
  readonly confidence?: Confidence;
  readonly rating?: Rating;
  readonly status?: Status;
  /** Ids of topics. */
  readonly topics: readonly string[];
  /** Ids of topics that a person says the words don’t touch, whatever the topics’ terms find. */
  readonly notTopics?: readonly string[];
  readonly note?: string;
  /** True if the person said that this is no claim. */
  readonly dismissed?: boolean;
  /** Who said all this; undefined if people don't sign what they say. */
  readonly coder?: string;
}

/** What a person decides about a document: keys of the file, and variables of a source in an exchange. */
export const DOCUMENT_KEYS = [
  'interview',
  'interviewers',
  'roles',
  'notSpeakers',
  'samePerson',
] as const satisfies readonly (keyof Corrections)[];

/** What stands in the YAML file beside a document. */
export interface AnnotationFile {
  readonly corrections: Corrections;
  /** Sorted by position. */
  readonly annotations: readonly Annotation[];
}

/** An annotation with its place in the present text. */
export interface Anchored {
  readonly annotation: Annotation;
  /** Undefined for an orphan: its words are not in the text any more. */
  readonly span: Span | undefined;
  /** `moved`: the quote is elsewhere than the file says; `changed`: there are other words in its place. */
  readonly state: 'exact' | 'moved' | 'changed' | 'orphan';
  /**
   * Whether a change may be one of meaning; only where the state is `changed`. `place`: the words are the
   * same, but they also occur elsewhere, and the context doesn't tell which of them are meant.
   */
  readonly grade?: Grade | 'place';
}
