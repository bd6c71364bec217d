import { select } from '../annotations/anchor';
import type { FileEdit } from '../annotations/write';
import type { Anchored, Annotation } from '../annotations/model';
import type { TextLines } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import { isOnTopics } from './byHand';

/** What a person says about the topics of some words. */
export interface TopicStatement {
  /** Ids of topics that the words touch. */
  readonly touches?: readonly string[];
  /** Ids of topics that a person said they touch, which is taken back. */
  readonly takesBack?: readonly string[];
  /** Ids of topics that they don’t touch, though terms or names were found. */
  readonly refuses?: readonly string[];
}

/**
 * The edits of an annotation file that say which topics some words touch. An annotation on the same words is
 * changed rather than doubled; one that says nothing any more is removed.
 *
 * @param newId makes an id that no annotation has
 */
export function sayingTopics(
  anchored: readonly Anchored[],
  text: TextLines,
  span: Span,
  { touches = [], takesBack = [], refuses = [] }: TopicStatement,
  newId: () => string,
): FileEdit[] {
  const not = new Set([...takesBack, ...refuses]);
  const changed = unsaid(anchored, span, not, new Set(touches));
  if (touches.length + refuses.length > 0) {
    const known = anchored.find(
      ({ annotation, span: place }) =>
        isOnTopics(annotation) && place?.start === span.start && place.end === span.end,
    )?.annotation;
    const before: Annotation = (known && (changed.get(known.id) ?? known)) ?? {
      id: newId(),
      selector: select(text, span),
      tags: [],
      topics: [],
    };
    const topics = [...new Set([...before.topics, ...touches])];
    const notTopics = [...new Set([...(before.notTopics ?? []), ...refuses])];
    changed.set(before.id, saying(before, topics, notTopics));
  }
  const wereOnTopics = new Set(
    anchored
      .map(({ annotation }) => annotation)
      .filter(isOnTopics)
      .map(({ id }) => id),
  );
  return [...changed.values()].map((annotation) =>
    wereOnTopics.has(annotation.id) && !isOnTopics(annotation)
      ? { remove: annotation.id }
      : { put: annotation },
  );
}

/** Takes what says otherwise from the annotations of some words. */
function unsaid(
  anchored: readonly Anchored[],
  span: Span,
  topicsGone: ReadonlySet<string>,
  refusalsGone: ReadonlySet<string>,
): Map<string, Annotation> {
  const changed = new Map<string, Annotation>();
  for (const { annotation, span: place } of anchored) {
    if (!place || !overlaps(place, span)) continue;
    const { topics, notTopics = [] } = annotation;
    const left = topics.filter((id) => !topicsGone.has(id));
    const notLeft = notTopics.filter((id) => !refusalsGone.has(id));
    if (left.length === topics.length && notLeft.length === notTopics.length) continue;
    changed.set(annotation.id, saying(annotation, left, notLeft));
  }
  return changed;
}

/** An annotation with other topics. Empty fields are absent, as when it is read from its file. */
function saying(
  annotation: Annotation,
  topics: readonly string[],
  notTopics: readonly string[],
): Annotation {
  const said: { -readonly [K in keyof Annotation]: Annotation[K] } = { ...annotation, topics };
  if (notTopics.length > 0) said.notTopics = notTopics;
  else delete said.notTopics;
  return said;
}
