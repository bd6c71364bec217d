import type { Span } from '../text/span';
import type { TopicMatcher } from './matcher';
import type { TopicHit } from './model';

/** An entity of a document: all its names, and where it is named. */
export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly { readonly span: Span }[];
}

/** Where naming somebody or something touches a topic, in order of the text. */
export function namedTopics(entities: readonly Named[], matcher: TopicMatcher): TopicHit[] {
  const hits = entities.flatMap(({ name, aliases, mentions }) => {
    const topicIds = matcher.topicsOf([name, ...aliases]);
    return mentions.flatMap(({ span: { start, end } }) =>
      topicIds.map((topicId) => ({ topicId, start, end })),
    );
  });
  return hits.sort((a, b) => a.start - b.start);
}
