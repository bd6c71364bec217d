import type { Span } from '../text/span';

export interface Topic {
  /** Unique in the taxonomy. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Words and phrases as written in the taxonomy. */
  readonly terms: readonly string[];
  /** Phrases in which a term doesn't count. */
  readonly exclude: readonly string[];
  /** `#rgb` or `#rrggbb`. */
  readonly color?: string;
  /** The name of a codicon. */
  readonly icon?: string;
  /** By which other tools know the topic, if it came from one. */
  readonly guid?: string;
  readonly children: readonly Topic[];
  /** Where the topic stands in its file, in UTF-16 units. */
  readonly span: Span;
}

export interface Taxonomy {
  readonly topics: readonly Topic[];
}

/** A term of a topic found in a text. */
export interface TopicHit extends Span {
  readonly topicId: string;
}
