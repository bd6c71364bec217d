import type { PieceStarts, Speaker } from '../interview/model';
import { Fold } from '../fold';
import { lazy } from '../lazy';
import { message, type Message } from '../message';
import { Sequence } from '../text/sequence';
import { spanMoved, type Span } from '../text/span';
import { cardKey, Evidence, heaviest, useKey, type Surface } from './evidence';
import { nameTheSame, type FoundNames } from './findNames';
import type { Place } from './places';
import { Context, endsOf, FullNames, holds, type Nearness, type PlaceAt } from './fullNames';
import type { Entity, EntityCard, EntityIndex, EntityType, Mention } from './model';
import { relationsOf } from './relations';
import { shownSurface, surfaceKey } from './surface';

/** A passage, with the names that may be in it. */
interface Named {
  names(): FoundNames;
}

/** Some passages with the names in them, which stay the same object as long as nothing in it changes. */
export interface NamedPiece {
  /** From where the piece begins, in order. */
  readonly passages: readonly Span[];
  readonly facts: readonly Named[];
}

/** How much more a full name tells about the type than one word of it: `Valeska Paris` against `Paris`. */
const FULL_NAME = 4;

/** Surfaces that name the same entity. */
interface Cluster {
  readonly keys: Set<string>;
  readonly surfaces: Map<string, number>;
  card: EntityCard | undefined;
  mentions: number;
}

/** An entity without the places where it is named. */
type Known = Omit<Entity, 'mentions'>;

/** What a document names, apart from where exactly. */
interface Resolved {
  readonly speakers: readonly Speaker[];
  readonly pieces: Sequence<NamedPiece>;
  readonly entities: readonly Known[];
  readonly owners: Owners;
}

/** Which entity each place names. */
interface Owners {
  /** By {@link useKey}; undefined where it is none. */
  readonly byUse: ReadonlyMap<string, Known | undefined>;
  /** For places whose meaning depends on what comes before them. */
  readonly byPlace: WeakMap<Place, Known>;
  /** Decisions that depended on how far apart two places are. */
  readonly nearness: readonly Nearness[];
}

/**
 * Resolves the entities of one document, version after version. After an edit that changes no names nothing is
 * resolved anew, places only move; after others only what changed is counted again. The result is always the
 * same as a fresh resolver's.
 */
export class EntityResolver {
  private readonly evidence = new Fold(evidenceIn, (parts) => evidenceOf(parts));
  private last: Resolved | undefined;
  /** The pieces of the last version, and for each the one that was counted: it names the same. */
  private pieces = Sequence.of<NamedPiece>([]);
  private counted = Sequence.of<NamedPiece>([]);

  /**
   * The entities of a document, from the candidates in its passages. Surfaces that name the same entity are
   * joined (`Hart` and `Brian Hart`, an abbreviation and what it stands for), types go by the weight of the
   * evidence, and the user's cards take precedence. Linear in the number of candidates.
   *
   * @param starts where the pieces begin
   */
  resolve(
    pieces: Sequence<NamedPiece>,
    starts: PieceStarts,
    speakers: readonly Speaker[],
  ): EntityIndex {
    const known = this.last && moved(this.last, pieces, starts, speakers);
    this.last = known ?? this.afresh(pieces, starts, speakers);
    return placed(this.last, starts);
  }

  /** Counts the names of pieces ahead of time, in steps: {@link resolve} is quicker then. */
  *preparing(pieces: Sequence<NamedPiece>): Generator<undefined, void> {
    yield* this.evidence.summing(this.countable(pieces));
  }

  /** The pieces, but of those that name what they did before the ones that were counted: most edits change no names. */
  private countable(pieces: Sequence<NamedPiece>): Sequence<NamedPiece> {
    const { first, endBefore, end } = this.pieces.changedTo(pieces);
    const before = this.counted.slice(first, endBefore);
    const now = pieces.slice(first, end).map((piece, at) => {
      const known = before[at];
      return known && nameAlike(piece, known) ? known : piece;
    });
    const areCounted = now.length === before.length && now.every((one, at) => one === before[at]);
    if (!areCounted) this.counted = this.counted.replaced(first, endBefore, now);
    this.pieces = pieces;
    return this.counted;
  }

  private afresh(
    pieces: Sequence<NamedPiece>,
    starts: PieceStarts,
    speakers: readonly Speaker[],
  ): Resolved {
    const evidence = evidenceOf(this.evidence.of(this.countable(pieces)), new Evidence(speakers));
    return { speakers, pieces, ...resolved(evidence, pieces, starts) };
  }
}

function evidenceIn(pieces: readonly NamedPiece[]): Evidence {
  const evidence = new Evidence();
  for (const { facts } of pieces) for (const passage of facts) evidence.take(passage.names());
  return evidence;
}

function evidenceOf(parts: readonly Evidence[], evidence = new Evidence()): Evidence {
  for (const part of parts) evidence.add(part);
  return evidence;
}

/** The same entities at their new places; undefined if the text names something else by now. */
function moved(
  last: Resolved,
  pieces: Sequence<NamedPiece>,
  starts: PieceStarts,
  speakers: readonly Speaker[],
): Resolved | undefined {
  if (pieces.length !== last.pieces.length || !areSame(speakers, last.speakers)) return undefined;
  const { first, end } = last.pieces.changedTo(pieces);
  const changed = pieces.slice(first, end);
  const before = last.pieces.slice(first, end);
  if (!changed.every((piece, at) => nameAlike(piece, nth(before, at)))) return undefined;
  const spanOf = (at: PlaceAt) => spanAt(pieces, starts, at);
  const { nearness, byPlace } = last.owners;
  for (const one of nearness) {
    const isApart = one.short.piece < first || one.full.piece >= end;
    if (!isApart && !holds(one, spanOf)) return undefined;
  }
  const places = before.flatMap(placesIn);
  for (const [index, place] of changed.flatMap(placesIn).entries()) {
    const owner = byPlace.get(nth(places, index));
    if (owner) byPlace.set(place, owner);
  }
  return { ...last, pieces, speakers };
}

function nameAlike(a: NamedPiece, b: NamedPiece): boolean {
  return (
    a.facts.length === b.facts.length &&
    a.facts.every((passage, at) => nameTheSame(passage.names(), nth(b.facts, at).names()))
  );
}

function placesIn({ facts }: NamedPiece): Place[] {
  return facts.flatMap((passage) => passage.names().places);
}

/** Whether the speakers are the same; after most edits they are even the same objects. */
function areSame(a: readonly Speaker[], b: readonly Speaker[]): boolean {
  const areOnes = a.length === b.length && a.every((speaker, at) => speaker === b[at]);
  return areOnes || JSON.stringify(a) === JSON.stringify(b);
}

function resolved(
  evidence: Evidence,
  pieces: Sequence<NamedPiece>,
  starts: PieceStarts,
): Pick<Resolved, 'entities' | 'owners'> {
  const clusters = new Clusters(evidence);
  const fullNames = new FullNames(evidence);
  const meanings = new Map<string, string | readonly string[]>();
  const ofUse = new Map<string, Cluster | undefined>();
  for (const [key, use] of evidence.uses) {
    const meaning = fullNames.meaningOf(use.place);
    meanings.set(key, meaning);
    if (typeof meaning !== 'string') continue;
    const cluster = clusters.of(use.place, meaning);
    ofUse.set(key, cluster);
    if (cluster) for (const [surface, count] of use.surfaces) add(cluster, surface, count);
  }
  const context = new Context(evidence);
  const ofPlace = new Map<Place, Cluster>();
  for (const at of placesThatMatter(meanings, pieces)) {
    const place = placeAt(pieces, at);
    const meaning = meanings.get(useKey(place)) ?? place.key;
    const owner = context.ownerOf(place.key, meaning, at, spanAt(pieces, starts, at));
    const cluster = typeof meaning === 'string' ? undefined : clusters.of(place, owner);
    if (!cluster) continue;
    ofPlace.set(place, cluster);
    add(cluster, shownSurface(place.surface), 1);
  }
  const { entities, entityOf } = clusters.entities();
  const byPlace = new WeakMap<Place, Known>();
  for (const [place, cluster] of ofPlace) byPlace.set(place, entityOf.get(cluster) as Known);
  return {
    entities,
    owners: {
      byUse: new Map([...ofUse].map(([key, cluster]) => [key, cluster && entityOf.get(cluster)])),
      byPlace,
      nearness: context.nearness,
    },
  };
}

/** The places that may mean one of several entities, and those that help to tell which. */
function placesThatMatter(
  meanings: ReadonlyMap<string, string | readonly string[]>,
  pieces: Sequence<NamedPiece>,
): PlaceAt[] {
  const shorts = new Set<string>();
  const owners = new Set<string>();
  for (const [key, meaning] of meanings) {
    if (typeof meaning === 'string') continue;
    shorts.add(key.split('\n', 1)[0] as string);
    for (const name of meaning) owners.add(name);
  }
  if (shorts.size === 0) return [];
  const matters = (meaning: string | readonly string[]) =>
    typeof meaning !== 'string' ||
    owners.has(meaning) ||
    endsOf(meaning).some((word) => shorts.has(word));
  const uses = new Set([...meanings].flatMap(([key, meaning]) => (matters(meaning) ? [key] : [])));
  const places: PlaceAt[] = [];
  let piece = 0;
  for (const { facts } of pieces) {
    for (const [passage, named] of facts.entries()) {
      for (const [place, at] of named.names().places.entries()) {
        if (uses.has(useKey(at))) places.push({ piece, passage, place });
      }
    }
    piece++;
  }
  return places;
}

/** Which surfaces name the same entity. */
class Clusters {
  private readonly byOwner = new Map<string, Cluster>();

  constructor(private readonly evidence: Evidence) {}

  /** The cluster of a place that stands for a name; undefined if it isn't a name. */
  of(place: Place, named: string): Cluster | undefined {
    const { evidence, byOwner } = this;
    const card = place.card ?? cardFor(place.key, named, evidence);
    const owner = card ? cardKey(card) : named;
    if (!card && !evidence.isName(owner) && !evidence.isName(place.key)) return undefined;
    const cluster = byOwner.get(owner) ?? newCluster(owner, card);
    cluster.keys.add(place.key);
    byOwner.set(owner, cluster);
    return cluster;
  }

  /** What they are, by use. */
  entities(): { entities: readonly Known[]; entityOf: ReadonlyMap<Cluster, Known> } {
    const byUse = [...this.byOwner.values()]
      .map((cluster) => ({ cluster, known: knownOf(cluster, this.evidence) }))
      .sort(
        (a, b) => b.cluster.mentions - a.cluster.mentions || (a.known.name < b.known.name ? -1 : 1),
      );
    const entities = withRelations(withUniqueIds(byUse.map(({ known }) => known)));
    const entityOf = new Map(
      byUse.map(({ cluster }, index) => [cluster, nth(entities, index)] as const),
    );
    return { entities, entityOf };
  }
}

function add(cluster: Cluster, surface: string, count: number): void {
  cluster.surfaces.set(surface, (cluster.surfaces.get(surface) ?? 0) + count);
  cluster.mentions += count;
}

/** A mention at its present place. What it is in its passage is kept anyway: a megabyte of text has 14,000. */
class PlacedMention implements Mention {
  constructor(
    private readonly place: Span,
    private readonly by: number,
    readonly entityId: string,
  ) {}

  get span(): Span {
    return spanMoved(this.place, this.by);
  }
}

/** The entities with their mentions, which are made when first asked for. */
function placed(
  { speakers, pieces, entities, owners }: Resolved,
  starts: PieceStarts,
): EntityIndex {
  const mentions = lazy(() => {
    const all: Mention[] = [];
    const byId = new Map(entities.map(({ id }) => [id, [] as Mention[]]));
    let piece = 0;
    for (const { passages, facts } of pieces) {
      const start = starts.at(piece++) as number;
      for (const [passage, span] of passages.entries()) {
        const by = start + span.start;
        for (const place of nth(facts, passage).names().places) {
          const owner = owners.byUse.get(useKey(place)) ?? owners.byPlace.get(place);
          if (!owner) continue;
          const mention = new PlacedMention(place, by, owner.id);
          all.push(mention);
          byId.get(owner.id)?.push(mention);
        }
      }
    }
    // Without the room that growing lists have left.
    for (const [id, own] of byId) byId.set(id, own.slice());
    return { all: all.slice(), byId };
  });
  const made = entities.map((known): Entity => {
    return {
      ...known,
      get mentions() {
        return mentions().byId.get(known.id) ?? [];
      },
    };
  });
  return {
    entities: made,
    get mentions() {
      return mentions().all;
    },
    byId: new Map(made.map((entity) => [entity.id, entity])),
    bySpeaker: entitiesOfSpeakers(made, speakers),
  };
}

function entitiesOfSpeakers(
  entities: readonly Entity[],
  speakers: readonly Speaker[],
): Map<string, Entity> {
  const byName = new Map(entities.map((entity) => [surfaceKey(entity.name), entity]));
  return new Map(
    speakers.flatMap(({ id, name }) => {
      const entity = byName.get(surfaceKey(name));
      return entity ? [[id, entity] as const] : [];
    }),
  );
}

/** The card of the name that a surface stands for, unless the card says that it doesn't. */
function cardFor(key: string, owner: string, { cards }: Evidence): EntityCard | undefined {
  const card = cards.get(owner);
  return card?.not.some((surface) => surfaceKey(surface) === key) ? undefined : card;
}

function newCluster(owner: string, card: EntityCard | undefined): Cluster {
  const keys = new Set(card ? [card.name, ...card.aliases].map(surfaceKey) : [owner]);
  return { keys, surfaces: new Map(), card, mentions: 0 };
}

function knownOf(cluster: Cluster, evidence: Evidence): Known {
  const { card } = cluster;
  const known = [...cluster.keys].flatMap((key) => evidence.surfaces.get(key) ?? []);
  const type = card?.type ?? typeOf(known);
  const name = card?.name ?? fullestName(cluster, evidence);
  const id = `${type}:${surfaceKey(name)}`;
  const description =
    card?.description ?? known.find((surface) => surface.description !== undefined)?.description;
  return {
    id,
    name,
    type,
    aliases: aliasesOf(cluster, name, evidence),
    ...(description !== undefined && { description }),
    why: card ? message('Your card says so.') : whyOf(known),
    ...(card && { card }),
  };
}

function typeOf(known: readonly Surface[]): EntityType {
  const types = new Map<EntityType, number>();
  for (const surface of known) {
    const factor = surface.key.includes(' ') ? FULL_NAME : 1;
    for (const [type, weight] of surface.types) {
      types.set(type, (types.get(type) ?? 0) + factor * weight);
    }
  }
  const [type, weight] = heaviest(types) ?? ['other', 0];
  return isTyped(known) || isAgreed(known, weight, types) ? type : 'other';
}

/** Whether at least one place, or something beside the text, tells the type. */
function isTyped(known: readonly Surface[]): boolean {
  return known.some(({ typed }) => typed > 0);
}

/** Whether several places together agree on a type that none of them tells alone. */
function isAgreed(
  known: readonly Surface[],
  weight: number,
  types: ReadonlyMap<EntityType, number>,
): boolean {
  const places = known.reduce((sum, { count }) => sum + count, 0);
  const total = [...types.values()].reduce((sum, each) => sum + each, 0);
  return places > 1 && weight >= total / 2;
}

function whyOf(known: readonly Surface[]): Message {
  const best = [...known].sort((a, b) => b.certainty - a.certainty)[0];
  return best?.why ?? message('It is written like a name.');
}

/** The other surfaces by frequency, then those of the card and the labels of the speaker. */
function aliasesOf({ surfaces, card, keys }: Cluster, name: string, evidence: Evidence): string[] {
  const byUse = [...surfaces].sort((a, b) => b[1] - a[1]).map(([surface]) => surface);
  const labels = [...keys].flatMap((key) => evidence.labels.get(key) ?? []);
  const all = new Set([...byUse, ...(card?.aliases ?? []), ...labels]);
  all.delete(name);
  return [...all];
}

/** The longest surface, be it from the text, a speaker's name or a definition; rather `Lars Holm` than `LARS HOLM`. */
function fullestName({ keys, surfaces }: Cluster, { written }: Evidence): string {
  const defined = [...keys].flatMap((key) => written.get(key) ?? []);
  const all = [...surfaces.keys(), ...defined].map((name) => name.replace(/^the /, ''));
  const loud = (name: string) => Number(name.includes(' ') && name === name.toUpperCase());
  const [fullest = ''] = all.sort(
    (a, b) => b.length - a.length || loud(a) - loud(b) || (a < b ? -1 : 1),
  );
  return fullest;
}

/** Two entities may share type and name (two Smiths): their ids must not. */
function withUniqueIds(entities: readonly Known[]): Known[] {
  const taken = new Map<string, number>();
  return entities.map((entity) => {
    const count = (taken.get(entity.id) ?? 0) + 1;
    taken.set(entity.id, count);
    return count === 1 ? entity : { ...entity, id: `${entity.id}:${count}` };
  });
}

function withRelations(entities: readonly Known[]): Known[] {
  const relations = relationsOf(entities);
  return entities.map((entity) => {
    const relation = relations.get(entity.id);
    return relation ? { ...entity, relation } : entity;
  });
}

function pieceAt(pieces: Sequence<NamedPiece>, { piece }: PlaceAt): NamedPiece {
  return pieces.at(piece) as NamedPiece;
}

function placeAt(pieces: Sequence<NamedPiece>, at: PlaceAt): Place {
  return nth(nth(pieceAt(pieces, at).facts, at.passage).names().places, at.place);
}

/** Where a place is in the document. */
function spanAt(pieces: Sequence<NamedPiece>, starts: PieceStarts, at: PlaceAt): Span {
  const { start } = nth(pieceAt(pieces, at).passages, at.passage);
  return spanMoved(placeAt(pieces, at), (starts.at(at.piece) as number) + start);
}

function nth<T>(items: ArrayLike<T>, index: number): T {
  return items[index] as T;
}
