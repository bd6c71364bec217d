import type { Message } from '../message';
import type { Span } from '../text/span';

export const ENTITY_TYPES = [
  'person',
  'organisation',
  'place',
  'event',
  'work',
  'equipment',
  'group',
  'law',
  'other',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A stretch of a passage that may be a name. Offsets count from the passage's start. */
export interface Candidate extends Span {
  readonly type: EntityType;
  /** From 0 to 1: how sure the recogniser is that this is a name of this type. */
  readonly certainty: number;
  /** Why it was typed so. */
  readonly why: Message;
  /** What the surrounding text calls it: `Kremlin spokesman` before `Dmitry Peskov`. From the passage's start. */
  readonly description?: Span;
  /**
   * How probable each type is, if the recogniser says; otherwise the certainty is that of `type`. More than 1
   * where the text says it outright: `the CEO of`.
   */
  readonly types?: ReadonlyMap<EntityType, number>;
  /** The name without its title: `Anna Berg` of `President Anna Berg`; absent if there is no title. */
  readonly name?: Span;
}

/**
 * Finds names in one passage, without knowing the rest of the document: the rules, the trained tagger, or
 * both together.
 */
export type Recogniser = (passage: string) => readonly Candidate[];

/** A card that the user wrote in `entities.yaml`. It wins over what was detected. */
export interface EntityCard {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type?: EntityType;
  readonly description?: string;
  readonly links: readonly string[];
  /** Surfaces that look like this entity and are not. */
  readonly not: readonly string[];
  /** The card in its file, in UTF-16 units. */
  readonly span: Span;
}

export interface Mention {
  /** In the document. */
  readonly span: Span;
  readonly entityId: string;
}

/** What an entity is to another one of the document that it is easily confused with. */
export interface Relation {
  /** `Beijing` is China’s capital, `Chinese` are its people, the `Kremlin` stands for Russia’s government. */
  readonly kind: 'capital' | 'people' | 'government';
  readonly entityId: string;
}

export interface Entity {
  /** Stable within the document: made from type and name. */
  readonly id: string;
  /** The fullest name: `Center for Strategic and International Studies`. */
  readonly name: string;
  readonly type: EntityType;
  /** Every other surface seen or given by the card, the most frequent first: `CSIS`. */
  readonly aliases: readonly string[];
  /** What the document calls it, word for word, with white space joined. */
  readonly description?: string;
  /** Why it has its type. */
  readonly why: Message;
  /** In order of the text. Never empty. */
  readonly mentions: readonly Mention[];
  readonly card?: EntityCard;
  readonly relation?: Relation;
}

export interface EntityIndex {
  /** By number of mentions, the most first, then by name. */
  readonly entities: readonly Entity[];
  /** All mentions of all entities, in order of the text, not overlapping. */
  readonly mentions: readonly Mention[];
  readonly byId: ReadonlyMap<string, Entity>;
  /** The entity that a speaker is, by the speaker's id; only of speakers who are mentioned too. */
  readonly bySpeaker: ReadonlyMap<string, Entity>;
}
