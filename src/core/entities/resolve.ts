import type { Speaker } from '../interview/model';
import { lazy } from '../lazy';
import { message, type Message } from '../message';
import { spanMoved, type Span } from '../text/span';
import { Evidence, heaviest, type Surface } from './evidence';
import { nameTheSame, type FoundNames } from './findNames';
import { FullNames, holds, type Nearness, type PlaceAt } from './fullNames';
import type { Entity, EntityCard, EntityIndex, EntityType, Mention } from './model';
import type { Place } from './places';
import { relationsOf } from './relations';
import { shownSurface, surfaceKey } from './surface';

/** A passage with the names in it. */
export interface PassageNames {
  /** In the document. */
  readonly span: Span;
  readonly names: FoundNames;
}

/** What a name is in full tells more of its type than a word of it: `Paris` of `Valeska Paris`. */
const FULL_NAME = 4;

/** Surfaces that name the same. */
interface Cluster {
  readonly keys: Set<string>;
  readonly surfaces: Map<string, number>;
  card: EntityCard | undefined;
  mentions: number;
}

/** An entity without the places where it is named. */
type Known = Omit<Entity, 'mentions'>;

/** What a document names, wherever exactly that stands in it. */
interface Resolved {
  readonly speakers: readonly Speaker[];
  readonly passages: readonly PassageNames[];
  readonly entities: readonly Known[];
  /** Which entity each place of each passage is of; undefined where it is none. */
  readonly owners: readonly (readonly (Known | undefined)[])[];
  /** What was decided by how far apart two places are. */
  readonly nearness: readonly Nearness[];
}

/**
 * The entities of the versions of one document. After an edit that names nothing else than before,
 * nothing is joined anew: places only move. The result is always that of a fresh resolver.
 */
export class EntityResolver {
  private last: Resolved | undefined;

  /**
   * The entities of a document from what its passages show: surfaces that name the same are one
   * (`Hart` and `Brian Hart`, an abbreviation and what it stands for), types go by the weight of the
   * evidence, and cards of the user's win. Linear in the number of candidates.
   */
  resolve(passages: readonly PassageNames[], speakers: readonly Speaker[]): EntityIndex {
    const known = this.last && moved(this.last, passages, speakers);
    this.last = known ?? resolved(passages, speakers);
    return placed(this.last);
  }
}

/** The same entities at other places; undefined where something else is named. */
function moved(
  last: Resolved,
  passages: readonly PassageNames[],
  speakers: readonly Speaker[],
): Resolved | undefined {
  const namesTheSame =
    areSame(speakers, last.speakers) &&
    passages.length === last.passages.length &&
    passages.every(({ names }, index) => nameTheSame(names, nth(last.passages, index).names));
  if (!namesTheSame) return undefined;
  const spanOf = ({ passage, place }: PlaceAt) => spanIn(nth(passages, passage), place);
  return last.nearness.every((one) => holds(one, spanOf))
    ? { ...last, passages, speakers }
    : undefined;
}

/** Whether the same speak; after most edits they are the same objects. */
function areSame(a: readonly Speaker[], b: readonly Speaker[]): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function resolved(passages: readonly PassageNames[], speakers: readonly Speaker[]): Resolved {
  const evidence = new Evidence(speakers);
  for (const { names } of passages) evidence.take(names);
  const fullNames = new FullNames(evidence);
  const clusters = new Map<string, Cluster>();
  const owners = passages.map((passage, at) =>
    passage.names.places.map((place, index) => {
      const named = fullNames.ownerOf(place, { passage: at, place: index }, spanIn(passage, index));
      return joined(place, named, clusters, evidence);
    }),
  );
  const byUse = [...clusters.values()]
    .map((cluster) => ({ cluster, known: knownOf(cluster, evidence) }))
    .sort(
      (a, b) => b.cluster.mentions - a.cluster.mentions || (a.known.name < b.known.name ? -1 : 1),
    );
  const entities = withRelations(withUniqueIds(byUse.map(({ known }) => known)));
  const entityOf = new Map(
    byUse.map(({ cluster }, index) => [cluster, nth(entities, index)] as const),
  );
  return {
    speakers,
    passages,
    entities,
    owners: owners.map((ofPassage) => ofPassage.map((cluster) => cluster && entityOf.get(cluster))),
    nearness: fullNames.nearness,
  };
}

/** Puts a place to the surfaces that name the same. */
function joined(
  place: Place,
  named: string,
  clusters: Map<string, Cluster>,
  evidence: Evidence,
): Cluster | undefined {
  const card = place.card ?? cardFor(place.key, named, evidence);
  const owner = card ? cardKey(card) : named;
  if (!card && !evidence.isName(owner) && !evidence.isName(place.key)) return undefined;
  const cluster = clusters.get(owner) ?? newCluster(owner, card);
  cluster.keys.add(place.key);
  const shown = shownSurface(place.surface);
  cluster.surfaces.set(shown, (cluster.surfaces.get(shown) ?? 0) + 1);
  cluster.mentions++;
  clusters.set(owner, cluster);
  return cluster;
}

/** The entities with their mentions, which are made when first asked for. */
function placed({ speakers, passages, entities, owners }: Resolved): EntityIndex {
  const mentions = lazy(() => {
    const all: Mention[] = [];
    const byId = new Map(entities.map(({ id }) => [id, [] as Mention[]]));
    for (const [at, ofPassage] of owners.entries()) {
      for (const [index, owner] of ofPassage.entries()) {
        if (!owner) continue;
        const mention = { span: spanIn(nth(passages, at), index), entityId: owner.id };
        all.push(mention);
        byId.get(owner.id)?.push(mention);
      }
    }
    return { all, byId };
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

function cardKey(card: EntityCard): string {
  return `card:${card.span.start}`;
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

/** Where a place of a passage is in the document. */
function spanIn({ span, names }: PassageNames, place: number): Span {
  return spanMoved(nth(names.places, place), span.start);
}

function nth<T>(items: readonly T[], index: number): T {
  return items[index] as T;
}
