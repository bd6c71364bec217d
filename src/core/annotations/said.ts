import type { ClaimKind } from '../claims/model';
import type { Annotation, Confidence, Status } from './model';
import type { InformationGrade, SourceGrade } from './rating';

/** What a person says of a claim by picking from lists: everything of an annotation but its note. */
export interface Said {
  readonly kind?: ClaimKind | undefined;
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  readonly status?: Status | undefined;
  readonly confidence?: Confidence | undefined;
  readonly source?: SourceGrade | undefined;
  readonly information?: InformationGrade | undefined;
}

export const NOTHING_SAID: Said = { tags: [], topics: [] };

/** @param found the detected kind, which holds until a person picks another */
export function saidOf(
  annotation: Omit<Annotation, 'id' | 'selector'>,
  found: ClaimKind | undefined,
): Said {
  const { kind = found, tags, topics, status, confidence, rating } = annotation;
  return { kind, tags, topics, status, confidence, ...rating };
}

/** What several claims have in common. */
export function inCommon([first = NOTHING_SAID, ...others]: readonly Said[]): Said {
  const same = <K extends keyof Said>(key: K) =>
    others.every((other) => other[key] === first[key]) ? first[key] : undefined;
  const shared = (key: 'tags' | 'topics') =>
    first[key].filter((value) => others.every((other) => other[key].includes(value)));
  return {
    kind: same('kind'),
    tags: shared('tags'),
    topics: shared('topics'),
    status: same('status'),
    confidence: same('confidence'),
    source: same('source'),
    information: same('information'),
  };
}

/**
 * An annotation after a person's picks changed from `before` to `after`; what is the same in both stays as
 * the annotation has it. A detected kind that is left picked is written down: the person has seen it, and
 * after an edit another may be detected. Whoever picks something has looked: the annotation needs no review
 * any more.
 */
export function resaid(annotation: Annotation, before: Said, after: Said): Annotation {
  const { id, selector, notTopics, note, coder, kind, status, confidence, rating } = annotation;
  const now = <K extends keyof Said>(key: K, present: Said[K]) =>
    after[key] === before[key] ? present : after[key];
  const newKind = now('kind', kind ?? after.kind);
  const newStatus = now('status', status);
  const newConfidence = now('confidence', confidence);
  const source = now('source', rating?.source);
  const information = now('information', rating?.information);
  const topics = list(annotation.topics, before.topics, after.topics);
  const refused = notTopics?.filter((id) => !topics.includes(id)) ?? [];
  return {
    id,
    selector,
    ...(newKind && { kind: newKind }),
    tags: list(annotation.tags, before.tags, after.tags),
    ...(newStatus && { status: newStatus }),
    ...(newConfidence && { confidence: newConfidence }),
    ...ratingOf(source, information),
    topics,
    ...(refused.length > 0 && { notTopics: refused }),
    ...(note !== undefined && { note }),
    ...(coder !== undefined && { coder }),
  };
}

function ratingOf(
  source: SourceGrade | undefined,
  information: InformationGrade | undefined,
): Pick<Annotation, 'rating'> {
  if (!source && !information) return {};
  return { rating: { ...(source && { source }), ...(information && { information }) } };
}

function list(
  present: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  const kept = present.filter((value) => after.includes(value) || !before.includes(value));
  return [...new Set([...kept, ...after.filter((value) => !before.includes(value))])];
}

/** Whether an annotation says nothing: no picks, no note, no dismissal. */
export function saysNothing(annotation: Annotation): boolean {
  const { tags, topics, ...others } = saidOf(annotation, undefined);
  return (
    tags.length === 0 &&
    topics.length === 0 &&
    Object.values(others).every((value) => value === undefined) &&
    (annotation.notTopics ?? []).length === 0 &&
    annotation.note === undefined &&
    !annotation.dismissed
  );
}
