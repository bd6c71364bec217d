import type { Turn } from '../interview/model';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import { excluding, type PassageTopics } from './matcher';
import type { TopicHit } from './model';

/** A passage that touches a topic; all spans in the document. */
export interface TopicPassage {
  readonly span: Span;
  /** Undefined for text that nobody speaks. */
  readonly turn: Turn | undefined;
  /** The topic's terms in it and the names that touch it, in order. Never empty. */
  readonly hits: readonly TopicHit[];
  /** The id of the annotation by which a person said so, if one did. */
  readonly byHand?: string;
}

/** A passage with what its terms find; their offsets count from the passage's start. */
export interface PassageHits extends PassageTopics {
  readonly span: Span;
  readonly turn: Turn | undefined;
}

/**
 * The passages of a document by the topics they touch, in order of the text.
 *
 * @param named names that touch topics; their spans are the document's
 */
export function topicPassages(
  passages: readonly PassageHits[],
  named: readonly TopicHit[] = [],
): Map<string, TopicPassage[]> {
  const byPassage = namedIn(passages, named);
  const byTopic = new Map<string, TopicPassage[]>();
  for (const passage of passages) {
    const { span, turn } = passage;
    for (const [topicId, hits] of grouped(passage, byPassage.get(passage) ?? [])) {
      const list = byTopic.get(topicId) ?? [];
      byTopic.set(topicId, list);
      list.push({ span, turn, hits });
    }
  }
  return byTopic;
}

function namedIn(
  passages: readonly PassageHits[],
  named: readonly TopicHit[],
): Map<PassageHits, TopicHit[]> {
  const byPassage = new Map<PassageHits, TopicHit[]>();
  for (const hit of named) {
    const passage = passages[lastStartingAtOrBefore(passages, hit.start, ({ span }) => span)];
    if (!passage || hit.end > passage.span.end) continue;
    const list = byPassage.get(passage) ?? [];
    byPassage.set(passage, list);
    list.push(hit);
  }
  return byPassage;
}

function grouped(
  { span, hits, excluded }: PassageHits,
  named: readonly TopicHit[],
): Map<string, TopicHit[]> {
  const groups = new Map<string, TopicHit[]>();
  const inDocument = ({ topicId, start, end }: TopicHit) => ({
    topicId,
    start: start + span.start,
    end: end + span.start,
  });
  for (const hit of hits) push(groups, inDocument(hit));
  if (named.length === 0) return groups;
  const isExcluded = excluding(excluded.map(inDocument));
  for (const hit of named) {
    const known = groups.get(hit.topicId) ?? [];
    const isNew = !known.some(({ start, end }) => start < hit.end && hit.start < end);
    if (isNew && !isExcluded(hit)) push(groups, hit);
  }
  for (const group of groups.values()) group.sort((a, b) => a.start - b.start);
  return groups;
}

function push(groups: Map<string, TopicHit[]>, hit: TopicHit): void {
  const group = groups.get(hit.topicId);
  if (group) group.push(hit);
  else groups.set(hit.topicId, [hit]);
}
