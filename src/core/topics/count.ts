import type { Turn } from '../interview/model';
import { lastStartingAtOrBefore, type Span } from '../text/span';
import { excluding, type PassageTopics } from './matcher';
import type { TopicHit } from './model';

/** A passage that touches a topic; all spans are the document's. Don't spread it: its fields may be getters. */
export interface TopicPassage {
  readonly span: Span;
  /** Undefined for text that nobody speaks. */
  readonly turn: Turn | undefined;
  /** The topic's terms in it and the names that touch it, in order. Never empty. */
  readonly hits: readonly TopicHit[];
  /** The id of the annotation by which a person said so, if somebody did. */
  readonly byHand?: string;
}

/** A passage with the terms found in it; their offsets count from the passage's start. */
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
  const add = (topicId: string, passage: TopicPassage) => {
    const list = byTopic.get(topicId);
    if (list) list.push(passage);
    else byTopic.set(topicId, [passage]);
  };
  for (const passage of passages) {
    const { span, turn } = passage;
    const names = byPassage.get(passage);
    if (names) for (const [id, hits] of grouped(passage, names)) add(id, { span, turn, hits });
    else for (const id of topicsOf(passage.hits)) add(id, new FoundPassage(passage, id));
  }
  return byTopic;
}

/** Hits get their places when asked for: most passages of a long text are never looked at before the next edit. */
class FoundPassage implements TopicPassage {
  constructor(
    private readonly passage: PassageHits,
    private readonly topicId: string,
  ) {}

  get span(): Span {
    return this.passage.span;
  }

  get turn(): Turn | undefined {
    return this.passage.turn;
  }

  get hits(): readonly TopicHit[] {
    const { hits, span } = this.passage;
    return hits.filter(({ topicId }) => topicId === this.topicId).map((hit) => placed(hit, span));
  }
}

function topicsOf(hits: readonly TopicHit[]): Iterable<string> {
  return hits.length < 2
    ? hits.map(({ topicId }) => topicId)
    : new Set(hits.map(({ topicId }) => topicId));
}

function placed({ topicId, start, end }: TopicHit, { start: by }: Span): TopicHit {
  return { topicId, start: start + by, end: end + by };
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
  for (const hit of hits) push(groups, placed(hit, span));
  const isExcluded = excluding(excluded.map((hit) => placed(hit, span)));
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
