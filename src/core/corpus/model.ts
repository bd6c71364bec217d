import type { ClaimKind } from '../claims/model';
import type { EntityType } from '../entities/model';
import type { Role } from '../interview/model';
import type { Span } from '../text/span';

/** To be raised with every change of what a summary holds or how it is made: kept ones are then dropped. */
export const SUMMARY_VERSION = 5;

/** A mention, with what is shown of it while its document isn't open. */
export interface MentionSummary extends Span {
  /** From 0. */
  readonly line: number;
  /** Its start in its line, in UTF-16 units. */
  readonly character: number;
  /** The number of its passage: mentions of one passage occur together. */
  readonly passage: number;
  /** The speaker's place in the summary's list; absent where nobody speaks, or nobody known. */
  readonly speaker?: number;
  /** Words around it, on one line. */
  readonly excerpt: string;
  /** Where the mention starts in the excerpt. */
  readonly at: number;
}

export interface EntitySummary {
  /** As in the document's own index. */
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly aliases: readonly string[];
  readonly description?: string;
  /** Whether the user wrote a card on it. */
  readonly hasCard?: true;
  /** In order of the text. Never empty. */
  readonly mentions: readonly MentionSummary[];
}

export interface SpeakerSummary {
  readonly name: string;
  readonly label: string;
  readonly role: Role;
  readonly description?: string;
  readonly turns: number;
  /** The id of the entity that the speaker is, if they are mentioned too. */
  readonly entityId?: string;
  /** The first turn. */
  readonly span: Span;
  /** Of the first turn, from 0. */
  readonly line: number;
}

/** What searching needs of a claim. */
export interface ClaimSummary extends Span {
  readonly kind?: ClaimKind;
  /** The person's codes. */
  readonly tags: readonly string[];
}

/** How a passage touches a topic. */
export interface TopicTouch extends Span {
  readonly topicId: string;
  /** How many terms and names of the topic there are; `start` and `end` are the first one’s. */
  readonly hits: number;
  /** Words around the first hit, and where they start, unless it is in the passage’s excerpt. */
  readonly excerpt?: string;
  readonly from?: number;
  /** Whether a person said so. */
  readonly byHand?: true;
}

/** A passage that touches topics, with what is shown of it while its document isn't open. */
export interface TouchedPassage extends Span {
  /** From 0. */
  readonly line: number;
  /** The speaker's place in the summary's list; absent where nobody speaks, or nobody known. */
  readonly speaker?: number;
  /** The number of the question that it asks or answers, from 1. */
  readonly question?: number;
  /** Words of it, on one line, and where they start in the document. */
  readonly excerpt: string;
  readonly from: number;
  /** Never empty. */
  readonly touches: readonly TopicTouch[];
}

/** What the folder's index keeps of one document: plain data, which can be kept as JSON. */
export interface DocumentSummary {
  readonly version: number;
  /** If not, the rest is empty. */
  readonly isInterview: boolean;
  readonly title?: string;
  readonly turns: number;
  readonly speakers: readonly SpeakerSummary[];
  /** The most mentioned first. */
  readonly entities: readonly EntitySummary[];
  /** The number of detected claims. */
  readonly claims: number;
  /** The claims, detected and made by hand, in order of the text. */
  readonly made: readonly ClaimSummary[];
  /** The passages that touch topics, in order of the text. */
  readonly passages: readonly TouchedPassage[];
}

export const NO_INTERVIEW: DocumentSummary = {
  version: SUMMARY_VERSION,
  isInterview: false,
  turns: 0,
  speakers: [],
  entities: [],
  claims: 0,
  made: [],
  passages: [],
};
