import type { Speaker } from '../interview/model';
import { message, type Message } from '../message';
import type { Span } from '../text/span';
import { SAME_PLACE } from './equivalents';
import type { FoundNames, NamedCandidate } from './findNames';
import type { Entity, EntityCard, EntityIndex, EntityType, Mention } from './model';
import { firstWord, lastWord, shownSurface, surfaceKey } from './surface';

/** What was found in one passage by itself; offsets count from the passage's start. */
export interface PassageNames extends FoundNames {
  /** In the document. */
  readonly span: Span;
  readonly text: string;
}

/** A surface is a name if it was taken for one with this certainty anywhere, … */
const CERTAIN = 0.6;
/** … or with this one, and it recurs or has several words. */
const OPEN = 0.3;
/** What is this certain, and of another kind than the card whose surface it holds, is a name of its own. */
const SURE = 0.9;
const LONGEST_DESCRIPTION = 140;

/** One place where a name may stand. */
interface Place {
  readonly span: Span;
  readonly key: string;
  readonly surface: string;
  readonly certainty: number;
  readonly type: EntityType | undefined;
  readonly card: EntityCard | undefined;
}

/** All that the document shows of one surface. */
interface Surface {
  readonly key: string;
  readonly types: Map<EntityType, number>;
  count: number;
  certainty: number;
  why: Message;
  description: string | undefined;
}

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
  const unique = withUniqueIds(entities);
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

/** What the whole document shows, by surface. */
class Evidence {
  readonly surfaces = new Map<string, Surface>();
  /** What an abbreviation stands for. */
  readonly longForms = new Map<string, string>();
  /** Keys of persons' full names by their first word and by their last. */
  readonly fullNames = new Map<string, Set<string>>();
  /** Labels under which the person of a full name speaks. */
  readonly labels = new Map<string, readonly string[]>();
  /** Cards of which something was found, by the keys of their names. */
  readonly cards = new Map<string, EntityCard>();
  /** How a surface is written in full, where it is not from a candidate. */
  readonly written = new Map<string, string>();

  constructor(speakers: readonly Speaker[]) {
    for (const { name, labels, description } of speakers) {
      const isFull = description !== undefined || /\s/.test(name);
      if (!isFull || ROLE.test(name)) continue;
      const why = message('They speak in this document.');
      const surface = this.surface(surfaceKey(name), why);
      // `The Cipher Brief` asks: a magazine.
      surface.types.set(/^the /i.test(name) ? 'organisation' : 'person', 1);
      surface.certainty = 1;
      surface.description = description;
      this.written.set(surface.key, name);
      this.labels.set(surface.key, labels);
      for (const label of [name, ...labels]) this.addFullName(surfaceKey(label), surface.key);
    }
  }

  /** Adds what a passage shows; gives the places in it. */
  take({ span, text, candidates, acronyms, cardHits }: PassageNames): Place[] {
    for (const { short, long } of acronyms) {
      this.longForms.set(surfaceKey(short), surfaceKey(long));
      this.written.set(surfaceKey(long), shownSurface(long));
    }
    const places = candidates.map((candidate): Place => {
      this.note(candidate, text);
      const { surface, key } = candidate;
      const { certainty, type } = candidate;
      return { span: placed(candidate, span), key, surface, certainty, type, card: undefined };
    });
    for (const hit of cardHits) {
      const { card } = hit;
      const surface = text.slice(hit.start, hit.end);
      const key = surfaceKey(surface);
      places.push({ span: placed(hit, span), key, surface, certainty: 1, type: card.type, card });
      this.addCard(card);
    }
    return places;
  }

  private addCard(card: EntityCard): void {
    for (const name of [card.name, ...card.aliases]) {
      const key = surfaceKey(name);
      this.cards.set(key, card);
      if (card.type === 'person' && key.includes(' ')) this.addFullName(lastWord(key), key);
    }
  }

  isName(key: string): boolean {
    const surface = this.surfaces.get(key);
    if (!surface) return false;
    if (surface.certainty >= CERTAIN) return true;
    return surface.certainty >= OPEN && (surface.count > 1 || key.includes(' '));
  }

  private note(candidate: NamedCandidate, text: string): void {
    const { key } = candidate;
    const surface = this.surface(key, candidate.why);
    const { type, certainty, why, description, types } = candidate;
    surface.count++;
    // That the rules know no type is no evidence for there being none.
    const told = types ?? (type === 'other' ? [] : [[type, certainty] as const]);
    for (const [each, weight] of told) {
      surface.types.set(each, (surface.types.get(each) ?? 0) + weight);
    }
    if (certainty > surface.certainty) {
      surface.certainty = certainty;
      surface.why = why;
    }
    if (description) {
      surface.description ??= shortened(text.slice(description.start, description.end));
    }
    if (type !== 'person' || !key.includes(' ')) return;
    this.addFullName(firstWord(key), key);
    this.addFullName(lastWord(key), key);
  }

  private addFullName(short: string, full: string): void {
    const names = this.fullNames.get(short) ?? new Set<string>();
    names.add(full);
    this.fullNames.set(short, names);
  }

  private surface(key: string, why: Message): Surface {
    const known = this.surfaces.get(key);
    if (known) return known;
    const made: Surface = {
      key,
      types: new Map(),
      count: 0,
      certainty: 0,
      why,
      description: undefined,
    };
    this.surfaces.set(key, made);
    return made;
  }
}

/** `The Chairman`, `The Interviewer`: what they do, not what they are called. */
const ROLE = /^the \S+$/i;

/** On one line, and cut between words where it is too long. */
function shortened(description: string): string {
  const shown = shownSurface(description);
  if (shown.length <= LONGEST_DESCRIPTION) return shown;
  const cut = shown.slice(0, LONGEST_DESCRIPTION);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`;
}

function placed({ start, end }: Span, passage: Span): Span {
  return { start: start + passage.start, end: end + passage.start };
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
  /** The full name that a surname last stood for. */
  const latest = new Map<string, string>();
  for (const place of places) {
    const named = ownerOf(place.key, evidence, latest);
    const card = place.card ?? cardFor(place.key, named, evidence);
    const owner = card ? cardKey(card) : named;
    if (!card && !evidence.isName(owner) && !evidence.isName(place.key)) continue;
    const cluster = clusters.get(owner) ?? newCluster(owner, card);
    cluster.keys.add(place.key);
    const shown = shownSurface(place.surface);
    cluster.surfaces.set(shown, (cluster.surfaces.get(shown) ?? 0) + 1);
    cluster.mentions.push(place.span);
    clusters.set(owner, cluster);
    if (place.key.includes(' ')) {
      latest.set(firstWord(place.key), place.key);
      latest.set(lastWord(place.key), place.key);
    }
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

/** The key of the fullest name that a surface stands for. */
function ownerOf(key: string, evidence: Evidence, latest: ReadonlyMap<string, string>): string {
  const long = evidence.longForms.get(key);
  if (long !== undefined) return long;
  const same = SAME_PLACE.get(key);
  if (same !== undefined) return same;
  if (key.includes(' ')) return withMiddleName(key, evidence);
  const full = evidence.fullNames.get(key);
  if (!full || isSurelyOther(evidence.surfaces.get(key))) return singular(key, evidence);
  const [only] = full;
  if (full.size === 1 && only !== undefined) return only;
  const nearest = latest.get(key);
  return nearest !== undefined && full.has(nearest) ? nearest : key;
}

/** `Russians` are the `Russian`, if the document has that too. */
function singular(key: string, { surfaces }: Evidence): string {
  const isGroup = surfaces.get(key)?.types.has('group') === true;
  const one = key.replace(/s$/, '');
  return isGroup && surfaces.get(one)?.types.has('group') ? one : key;
}

/** `Sergei V. Lavrov` is `Sergei Lavrov`, if that stands in the document too. */
function withMiddleName(key: string, { surfaces }: Evidence): string {
  const short = key.replace(/ \p{L}\.? /u, ' ');
  return short !== key && surfaces.has(short) ? short : key;
}

/** A place or an organisation that happens to be called like somebody. */
function isSurelyOther(surface: Surface | undefined): boolean {
  if (!surface) return false;
  const [type, weight] = heaviest(surface.types) ?? [];
  if (type === undefined || weight === undefined || type === 'person' || type === 'other')
    return false;
  const person = surface.types.get('person') ?? 0;
  return surface.certainty > CERTAIN && weight - person > SURELY * surface.count;
}

/** By so much, of 1, another type has to be more probable than that it is a person’s. */
const SURELY = 0.6;

function heaviest(types: ReadonlyMap<EntityType, number>): [EntityType, number] | undefined {
  return [...types].sort((a, b) => b[1] - a[1])[0];
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
    for (const [type, weight] of surface.types) types.set(type, (types.get(type) ?? 0) + weight);
  }
  return heaviest(types)?.[0] ?? 'other';
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
