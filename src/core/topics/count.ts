import type { Turn } from '../interview/model';
import type { Span } from '../text/span';
import type { Topic, TopicHit } from './model';

/** A passage that touches a topic; all spans in the document. */
export interface TopicPassage {
  readonly span: Span;
  /** Undefined for text that nobody speaks. */
  readonly turn: Turn | undefined;
  /** The topic's terms in it, in order. Never empty. */
  readonly hits: readonly TopicHit[];
}

/** A passage with its hits, whose offsets count from the passage's start. */
export interface PassageHits {
  readonly span: Span;
  readonly turn: Turn | undefined;
  readonly hits: readonly TopicHit[];
}

/** The passages of a document by the topics they touch, in order of the text. */
export function topicPassages(passages: readonly PassageHits[]): Map<string, TopicPassage[]> {
  const byTopic = new Map<string, TopicPassage[]>();
  for (const { span, turn, hits } of passages) {
    for (const [topicId, ofTopic] of grouped(hits, span.start)) {
      const list = byTopic.get(topicId) ?? [];
      list.push({ span, turn, hits: ofTopic });
      byTopic.set(topicId, list);
    }
  }
  return byTopic;
}

function grouped(hits: readonly TopicHit[], by: number): Map<string, TopicHit[]> {
  const groups = new Map<string, TopicHit[]>();
  for (const { topicId, start, end } of hits) {
    const group = groups.get(topicId) ?? [];
    group.push({ topicId, start: start + by, end: end + by });
    groups.set(topicId, group);
  }
  return groups;
}

/** The passages that touch a topic or one below it, each once, in order of the text. */
export function rolledUp(
  topic: Topic,
  touched: ReadonlyMap<string, readonly TopicPassage[]>,
): TopicPassage[] {
  const byStart = new Map<number, TopicPassage>();
  const collect = ({ id, children }: Topic) => {
    for (const passage of touched.get(id) ?? []) byStart.set(passage.span.start, passage);
    children.forEach(collect);
  };
  collect(topic);
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}
