import type { Speaker } from '../interview/model';
import { message, type Message } from '../message';
import type { Span } from '../text/span';
import { Evidence, heaviest, type PassageNames, type Place, type Surface } from './evidence';
import { FullNames } from './fullNames';
import type { Entity, EntityCard, EntityIndex, EntityType, Mention } from './model';
import { relationsOf } from './relations';
import { shownSurface, surfaceKey } from './surface';

/** What is this certain, and of another kind than the card whose surface it holds, is a name of its own. */
const SURE = 0.9;

/** What a name is in full tells more of its type than a word of it: `Paris` of `Valeska Paris`. */
const FULL_NAME = 4;

/** Surfaces that name the same. */
interface Cluster {
  readonly keys: Set<string>;
  readonly surfaces: Map<string, number>;
  readonly mentions: Span[];
  card: EntityCard | undefined;
}

/**
 * The entities of a document from what its passages show: surfaces that name the same are one
 * (`Hart` and `Brian Hart`, an abbreviation and what it stands for), types go by the weight of the
 * evidence, and cards of the user's win. Linear in the number of candidates.
 */
export function resolveEntities(
  passages: readonly PassageNames[],
  speakers: readonly Speaker[],
): EntityIndex {
  const evidence = new Evidence(speakers);
  const places = passages.flatMap((passage) => evidence.take(passage));
  const clusters = clustered(withoutOverlaps(places), evidence);
  const entities = clusters
    .map((cluster) => entityOf(cluster, evidence))
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.name < b.name ? -1 : 1));
  const unique = withRelations(withUniqueIds(entities));
  const mentions = unique
    .flatMap((entity) => entity.mentions)
    .sort((a, b) => a.span.start - b.span.start);
  return {
    entities: unique,
    mentions,
    byId: new Map(unique.map((entity) => [entity.id, entity])),
    bySpeaker: entitiesOfSpeakers(unique, speakers),
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

/**
 * In order of the text; of places that overlap, the card's, else the longer. Where a card's is only
 * a part of what surely is a name (`Park` of `Park Institute`), it is the longer one too.
 */
function withoutOverlaps(places: readonly Place[]): Place[] {
  const length = ({ span }: Place) => span.end - span.start;
  const sorted = [...places].sort(
    (a, b) =>
      a.span.start - b.span.start || Number(!!b.card) - Number(!!a.card) || length(b) - length(a),
  );
  const kept: Place[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (!last || place.span.start >= last.span.end) kept.push(place);
    else if (isBetter(place, last)) kept[kept.length - 1] = place;
  }
  return kept;
}

function isBetter(place: Place, last: Place): boolean {
  const isLonger = place.span.end - place.span.start > last.span.end - last.span.start;
  if (place.card && !last.card) return !isOfItsOwn(last, place, place.card);
  if (last.card && !place.card) return isLonger && isOfItsOwn(place, last, last.card);
  return isLonger;
}

/** Whether a name that was found holds a card's, and surely is of another kind than what the card is of. */
function isOfItsOwn(found: Place, hit: Place, card: EntityCard): boolean {
  const { type, certainty } = found;
  return contains(found, hit) && certainty >= SURE && type !== 'person' && type !== card.type;
}

function contains(outer: Place, inner: Place): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

function clustered(places: readonly Place[], evidence: Evidence): Cluster[] {
  const clusters = new Map<string, Cluster>();
  const fullNames = new FullNames(evidence);
  for (const place of places) {
    const named = fullNames.ownerOf(place);
    const card = place.card ?? cardFor(place.key, named, evidence);
    const owner = card ? cardKey(card) : named;
    if (!card && !evidence.isName(owner) && !evidence.isName(place.key)) continue;
    const cluster = clusters.get(owner) ?? newCluster(owner, card);
    cluster.keys.add(place.key);
    const shown = shownSurface(place.surface);
    cluster.surfaces.set(shown, (cluster.surfaces.get(shown) ?? 0) + 1);
    cluster.mentions.push(place.span);
    clusters.set(owner, cluster);
  }
  return [...clusters.values()];
}

/** The card of the name that a surface stands for, unless the card says that it doesn't. */
function cardFor(key: string, owner: string, { cards }: Evidence): EntityCard | undefined {
  const card = cards.get(owner);
  return card?.not.some((surface) => surfaceKey(surface) === key) ? undefined : card;
}

function cardKey(card: EntityCard): string {
  return `card:${card.span.start}`;
}

function newCluster(owner: string, card: EntityCard | undefined): Cluster {
  const keys = new Set(card ? [card.name, ...card.aliases].map(surfaceKey) : [owner]);
  return { keys, surfaces: new Map(), mentions: [], card };
}

function entityOf(cluster: Cluster, evidence: Evidence): Entity {
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
    mentions: cluster.mentions.map((span) => ({ span, entityId: id })),
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

/** Whether the type is told in one place at least, or beside the text. */
function isTyped(known: readonly Surface[]): boolean {
  return known.some(({ typed, count }) => typed > 0 || count === 0);
}

/** Whether one type has most of the weight in several places, if it is told in none. */
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

/** The other surfaces by frequency, then those of the card and the labels under which they speak. */
function aliasesOf({ surfaces, card, keys }: Cluster, name: string, evidence: Evidence): string[] {
  const byUse = [...surfaces].sort((a, b) => b[1] - a[1]).map(([surface]) => surface);
  const labels = [...keys].flatMap((key) => evidence.labels.get(key) ?? []);
  const all = new Set([...byUse, ...(card?.aliases ?? []), ...labels]);
  all.delete(name);
  return [...all];
}

/** The longest surface, be it from the text, a speaker's name or a definition. */
function fullestName({ keys, surfaces }: Cluster, { written }: Evidence): string {
  const defined = [...keys].flatMap((key) => written.get(key) ?? []);
  const all = [...surfaces.keys(), ...defined].map((name) => name.replace(/^the /, ''));
  return all.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? '';
}

/** Two entities may share type and name (two Smiths): their ids must not. */
function withUniqueIds(entities: readonly Entity[]): Entity[] {
  const taken = new Map<string, number>();
  return entities.map((entity) => {
    const count = (taken.get(entity.id) ?? 0) + 1;
    taken.set(entity.id, count);
    if (count === 1) return entity;
    const id = `${entity.id}:${count}`;
    const mentions = entity.mentions.map((mention): Mention => ({ ...mention, entityId: id }));
    return { ...entity, id, mentions };
  });
}

function withRelations(entities: readonly Entity[]): Entity[] {
  const relations = relationsOf(entities);
  return entities.map((entity) => {
    const relation = relations.get(entity.id);
    return relation ? { ...entity, relation } : entity;
  });
}
