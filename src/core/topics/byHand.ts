import type { Analysis } from '../analysis';
import type { Anchored, Annotation } from '../annotations/model';
import type { Passage } from '../passages';
import { lastStartingAtOrBefore, overlaps, type Span } from '../text/span';
import type { TopicPassage } from './count';

/** Whether an annotation only says which topics its words touch, or don't. */
export function isOnTopics(annotation: Annotation): boolean {
  const { kind, tags, status, confidence, rating, note, topics, notTopics = [] } = annotation;
  const says = kind ?? status ?? confidence ?? rating ?? note;
  return says === undefined && tags.length === 0 && topics.length + notTopics.length > 0;
}

/**
 * The passages that touch each topic, corrected by people: with those that they tagged with a topic, and
 * without those of which they said “Not This Topic”.
 *
 * @param found by topic id, in order of the text, as its terms and names find them
 */
export function withByHand(
  found: ReadonlyMap<string, readonly TopicPassage[]>,
  { passages }: Pick<Analysis, 'passages'>,
  anchored: readonly Anchored[],
): ReadonlyMap<string, readonly TopicPassage[]> {
  const said = anchored.filter(
    ({ annotation: { topics, notTopics = [] } }) => topics.length + notTopics.length > 0,
  );
  if (said.length === 0) return found;
  const byTopic = new Map([...found].map(([id, list]) => [id, [...list]]));
  for (const { annotation, span } of said) {
    if (!span) continue;
    for (const topicId of annotation.notTopics ?? []) refuse(byTopic, topicId, span);
    const touched = passagesIn(passages(), span);
    for (const topicId of annotation.topics) {
      for (const passage of touched) put(byTopic, topicId, passage, span, annotation.id);
    }
  }
  for (const list of byTopic.values()) list.sort((a, b) => a.span.start - b.span.start);
  return byTopic;
}

/** Takes away what was found within a span. */
function refuse(byTopic: Map<string, TopicPassage[]>, topicId: string, refused: Span): void {
  const left = (byTopic.get(topicId) ?? []).flatMap((passage) => {
    if (!overlaps(passage.span, refused)) return [passage];
    const { span, turn } = passage;
    const hits = passage.hits.filter((hit) => !overlaps(hit, refused));
    return hits.length > 0 ? [{ span, turn, hits }] : [];
  });
  if (left.length > 0) byTopic.set(topicId, left);
  else byTopic.delete(topicId);
}

function put(
  byTopic: Map<string, TopicPassage[]>,
  topicId: string,
  { span, turn }: Passage,
  said: Span,
  annotationId: string,
): void {
  const list = byTopic.get(topicId) ?? [];
  byTopic.set(topicId, list);
  const index = list.findIndex((passage) => passage.span.start === span.start);
  const known = list[index];
  if (known) {
    list[index] = { span, turn, hits: known.hits, byHand: annotationId };
    return;
  }
  const start = Math.max(span.start, said.start);
  const end = Math.min(span.end, said.end);
  list.push({ span, turn, hits: [{ topicId, start, end }], byHand: annotationId });
}

function passagesIn(passages: readonly Passage[], span: Span): Passage[] {
  const found: Passage[] = [];
  const first = Math.max(
    0,
    lastStartingAtOrBefore(passages, span.start, (one) => one.span),
  );
  for (let index = first; index < passages.length; index++) {
    const passage = passages[index] as Passage;
    if (passage.span.start >= span.end) break;
    if (overlaps(passage.span, span)) found.push(passage);
  }
  return found;
}
