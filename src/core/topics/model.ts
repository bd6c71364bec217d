import type { Span } from '../text/span';

export interface Topic {
  /** Unique in the taxonomy. */
  readonly id: string;
  /** In the reader's language, if the taxonomy has it. */
  readonly label: string;
  /** By language, where the taxonomy tells them apart. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly description?: string;
  /** Words and phrases as written in the taxonomy, which count in all their forms. */
  readonly terms: readonly string[];
  /** Words and phrases that count only as written. */
  readonly exact: readonly string[];
  /** Phrases in which a term doesn't count. */
  readonly exclude: readonly string[];
  /** Names of people, organisations, places: naming one of them touches the topic. */
  readonly entities: readonly string[];
  /** Ids of topics that have to do with it. */
  readonly related: readonly string[];
  /** The topic's number or code in a scheme: `7.2`. */
  readonly notation?: string;
  /** `#rgb` or `#rrggbb`. */
  readonly color?: string;
  /** The name of a codicon. */
  readonly icon?: string;
  /** The GUID of the topic in other tools, if it came from one. */
  readonly guid?: string;
  readonly children: readonly Topic[];
  /** The topic in its file, in UTF-16 units. */
  readonly span: Span;
  /** The path of an included file, from the folder of the taxonomy's own; '' for that. */
  readonly file: string;
}

export interface Taxonomy {
  readonly topics: readonly Topic[];
}

/** A term of a topic found in a text, or a name that touches it. */
export interface TopicHit extends Span {
  readonly topicId: string;
}

/** The topics of a taxonomy, each before those below it. */
export function* allTopics(topics: readonly Topic[]): Generator<Topic> {
  for (const topic of topics) {
    yield topic;
    yield* allTopics(topic.children);
  }
}
