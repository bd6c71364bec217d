import type { Speaker } from '../interview/model';
import { spanMoved, type Span } from '../text/span';
import { Evidence, type PassageNames } from './evidence';
import type { FoundNames } from './findNames';
import { RIGHT_BEFORE } from './fullNames';
import type { Entity, EntityIndex, Mention } from './model';
import { resolveEntities } from './resolve';

/** A passage with what was found in it by itself. */
export interface NamedPassage {
  /** In the document. */
  readonly span: Span;
  readonly text: string;
  /** The same object for as long as the passage is the same. */
  readonly names: FoundNames;
}

interface Resolved {
  readonly passages: readonly NamedPassage[];
  readonly speakers: readonly Speaker[];
  readonly index: EntityIndex;
}

/** Everything that begins at an offset or behind it has moved. */
interface Shift {
  readonly from: number;
  readonly by: number;
}

/**
 * The entities of the versions of one document. Who is who takes a look at all names; after an edit
 * that neither adds a name, nor takes one away, nor tells anything else of them, they have only moved.
 * The result is always that of {@link resolveEntities}.
 */
export class EntityFollower {
  private last: Resolved | undefined;

  resolve(passages: readonly NamedPassage[], speakers: readonly Speaker[]): EntityIndex {
    const shift = this.last && shiftBetween(this.last, passages, speakers);
    const index =
      this.last && shift
        ? moved(this.last.index, shift)
        : resolveEntities(passages.map(withNames), speakers);
    this.last = { passages, speakers, index };
    return index;
  }
}

function withNames({ span, text, names }: NamedPassage): PassageNames {
  return { span, text, ...names };
}

/** How the names have moved, if nothing else has become of them. */
function shiftBetween(
  { passages: before, speakers: known }: Resolved,
  after: readonly NamedPassage[],
  speakers: readonly Speaker[],
): Shift | undefined {
  if (known !== speakers || before.length !== after.length) return undefined;
  const at = before.findIndex((one, index) => !isInPlace(one, after[index] as NamedPassage));
  const [one, other] = [before[at], after[at]];
  if (!one || !other) return { from: Infinity, by: 0 };
  const by = other.span.end - one.span.end;
  for (let index = at + 1; index < before.length; index++) {
    const [was, is] = [before[index], after[index]] as [NamedPassage, NamedPassage];
    if (was.names !== is.names || is.span.start - was.span.start !== by) return undefined;
  }
  const shift = one.names === other.names ? shiftOfWhole(one, other, by) : shiftWithin(one, other);
  return shift && !bringsTogether(before, at, shift) ? shift : undefined;
}

function isInPlace(a: NamedPassage, b: NamedPassage): boolean {
  return a.names === b.names && a.span.start === b.span.start;
}

function shiftOfWhole(one: NamedPassage, other: NamedPassage, by: number): Shift | undefined {
  return other.span.start - one.span.start === by ? { from: one.span.start, by } : undefined;
}

/** How names have moved within a passage that shows the same as before; those before the edit have not. */
function shiftWithin(one: NamedPassage, other: NamedPassage): Shift | undefined {
  const [was, is] = [shownBy(one), shownBy(other)];
  if (was.tells !== is.tells) return undefined;
  const by = other.span.end - one.span.end;
  let from = one.span.end;
  for (const [index, span] of was.spans.entries()) {
    const now = is.spans[index] as Span;
    const distance = now.start - span.start;
    if (now.end - span.end !== distance || (distance !== 0 && distance !== by)) return undefined;
    if (distance !== 0) from = Math.min(from, span.start);
    // In order of the text, those that have moved stand behind all that have not.
    else if (span.start >= from) return undefined;
  }
  return { from, by };
}

/** All that a passage tells of names, as it can be compared, and where they stand in the document. */
function shownBy(passage: NamedPassage): { readonly tells: string; readonly spans: Span[] } {
  const evidence = new Evidence([]);
  const places = evidence.take(withNames(passage));
  const spans = places.map(({ span }) => span);
  const tells = places.map((place) => ({ ...place, span: undefined }));
  return { tells: JSON.stringify([tells, evidence], listed), spans };
}

function listed(_: string, value: unknown): unknown {
  return value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
}

/** Whether a name comes to stand right behind another, or not right behind it any more. */
function bringsTogether(
  passages: readonly NamedPassage[],
  at: number,
  { from, by }: Shift,
): boolean {
  if (by === 0) return false;
  const far = RIGHT_BEFORE + Math.abs(by);
  const ends: number[] = [];
  const starts: number[] = [];
  for (let index = at; (passages[index]?.span.end ?? 0) > from - far && index >= 0; index--) {
    for (const { start, end } of placesOf(passages[index] as NamedPassage))
      if (start < from) ends.push(end);
  }
  for (let index = at; (passages[index]?.span.start ?? Infinity) < from + far; index++) {
    for (const { start } of placesOf(passages[index] as NamedPassage))
      if (start >= from) starts.push(start);
  }
  const isNear = (distance: number) => distance < RIGHT_BEFORE;
  return ends.some((end) =>
    starts.some((start) => isNear(start - end) !== isNear(start + by - end)),
  );
}

function placesOf({ span, names: { candidates, cardHits } }: NamedPassage): Span[] {
  return [...candidates, ...cardHits].map((place) => spanMoved(place, span.start));
}

function moved(index: EntityIndex, { from, by }: Shift): EntityIndex {
  if (by === 0 || from === Infinity) return index;
  const lists = new Map<string, Mention[]>();
  const mentions = index.mentions.map((mention): Mention => {
    const { span, entityId } = mention;
    if (span.start < from) return mention;
    const now = { span: { start: span.start + by, end: span.end + by }, entityId };
    const list = lists.get(entityId);
    if (list) list.push(now);
    else lists.set(entityId, [now]);
    return now;
  });
  const byId = new Map<string, Entity>();
  const entities = index.entities.map((entity): Entity => {
    const later = lists.get(entity.id);
    const now = later
      ? { ...entity, mentions: [...entity.mentions.slice(0, -later.length), ...later] }
      : entity;
    byId.set(now.id, now);
    return now;
  });
  const bySpeaker = new Map<string, Entity>();
  for (const [speaker, { id }] of index.bySpeaker) bySpeaker.set(speaker, byId.get(id) as Entity);
  return { entities, mentions, byId, bySpeaker };
}
