import type { Speaker } from '../interview/model';
import { message, type Message } from '../message';
import { STEPS, type FoundNames, type NamedCandidate } from './findNames';
import type { Gender } from './gender';
import { ENTITY_TYPES, type EntityCard, type EntityType } from './model';
import type { Place } from './places';
import { firstWord, lastWord, shownSurface, surfaceKey } from './surface';

/** A surface is a name if it was taken for one with this certainty anywhere, … */
export const CERTAIN = 0.6;
/** … or with this one, if it recurs or has several words. */
const OPEN = 0.3;

/** All that the document shows of one surface. */
export interface Surface {
  readonly key: string;
  /** What speaks for each type, in whole steps of certainty: their sums don’t depend on the order. */
  readonly types: Map<EntityType, number>;
  /** As written in its first place. */
  shown: string;
  count: number;
  /** In how many of its places the text tells the type. */
  typed: number;
  certainty: number;
  why: Message;
  description: string | undefined;
  /** How often the text tells each gender for this name. */
  readonly genders: Record<Gender, number>;
}

/** The places of a key that mean the same, except where the surrounding text tells them apart. */
export interface Use {
  /** The first of them. */
  readonly place: Place;
  count: number;
  /** How often each surface is there, as it is shown. */
  readonly surfaces: Map<string, number>;
}

/** What tells uses apart: the key, with the title or the card if there is one. */
export function useKey({ key, title, card }: Place): string {
  if (card) return `${key}\n${cardKey(card)}`;
  return title ? `${key}\n${title.gender}` : key;
}

export function cardKey(card: EntityCard): string {
  return `card:${card.span.start}`;
}

/** What some passages show, or the whole document, by surface. */
export class Evidence {
  readonly surfaces = new Map<string, Surface>();
  /** What an abbreviation stands for. */
  readonly longForms = new Map<string, string>();
  /** Keys of persons' full names by their first word and by their last. */
  readonly fullNames = new Map<string, Set<string>>();
  /** Speakers' labels, by the full name of the person. */
  readonly labels = new Map<string, readonly string[]>();
  /** Cards of which something was found, by the keys of their names. */
  readonly cards = new Map<string, EntityCard>();
  /** How to show a surface that isn't from a candidate. */
  readonly written = new Map<string, string>();
  readonly uses = new Map<string, Use>();

  constructor(speakers: readonly Speaker[] = []) {
    for (const { name, labels, description } of speakers) {
      const isFull = description !== undefined || /\s/.test(name);
      if (!isFull || ROLE.test(name)) continue;
      const why = message('They speak in this document.');
      const surface = this.surface(surfaceKey(name), name, why);
      // `The Cipher Brief` asks: a magazine.
      surface.types.set(/^the /i.test(name) ? 'organisation' : 'person', STEPS);
      surface.typed = 1;
      surface.certainty = 1;
      surface.description = description;
      this.written.set(surface.key, name);
      this.labels.set(surface.key, labels);
      for (const label of [name, ...labels]) this.addFullName(surfaceKey(label), surface.key);
    }
  }

  /** Adds what a passage shows. */
  take({ candidates, acronyms, cards, places }: FoundNames): void {
    for (const { short, long } of acronyms) {
      this.longForms.set(surfaceKey(short), surfaceKey(long));
      this.written.set(surfaceKey(long), shownSurface(long));
    }
    for (const candidate of candidates) this.note(candidate);
    for (const card of cards) this.addCard(card);
    for (const place of places) {
      const surfaces = [[shownSurface(place.surface), 1]] as const;
      this.addUse(useKey(place), { place, count: 1, surfaces });
    }
  }

  /** Adds the evidence of the passages that follow these. */
  add(later: Evidence): void {
    for (const [short, long] of later.longForms) this.longForms.set(short, long);
    for (const [key, name] of later.written) this.written.set(key, name);
    for (const [key, card] of later.cards) this.cards.set(key, card);
    for (const [short, names] of later.fullNames) {
      for (const name of names) this.addFullName(short, name);
    }
    for (const surface of later.surfaces.values()) this.addSurface(surface);
    for (const [key, use] of later.uses) this.addUse(key, use);
  }

  isName(key: string): boolean {
    const surface = this.surfaces.get(key);
    if (!surface) return false;
    if (surface.certainty >= CERTAIN) return true;
    return surface.certainty >= OPEN && (surface.count > 1 || key.includes(' '));
  }

  /** The type with most evidence; undefined if there is none. */
  typeOf(key: string): EntityType | undefined {
    const surface = this.surfaces.get(key);
    return surface && heaviest(surface.types)?.[0];
  }

  private addCard(card: EntityCard): void {
    for (const name of [card.name, ...card.aliases]) {
      const key = surfaceKey(name);
      this.cards.set(key, card);
      if (card.type === 'person' && key.includes(' ')) this.addFullName(lastWord(key), key);
    }
  }

  private addSurface(later: Surface): void {
    const { key, types, count, typed, certainty, why, description, genders } = later;
    const surface = this.surface(key, later.shown, why);
    surface.count += count;
    surface.typed += typed;
    for (const [type, weight] of types) addTo(surface.types, type, weight);
    if (certainty > surface.certainty) {
      surface.certainty = certainty;
      surface.why = why;
    }
    surface.description ??= description;
    surface.genders.female += genders.female;
    surface.genders.male += genders.male;
  }

  private addUse(
    key: string,
    {
      place,
      count,
      surfaces,
    }: Omit<Use, 'surfaces'> & { surfaces: Iterable<readonly [string, number]> },
  ): void {
    const use = this.uses.get(key) ?? { place, count: 0, surfaces: new Map<string, number>() };
    this.uses.set(key, use);
    use.count += count;
    for (const [surface, times] of surfaces) addTo(use.surfaces, surface, times);
  }

  private note(candidate: NamedCandidate): void {
    const { key, type, certainty, why, said, weights, title, gender } = candidate;
    const surface = this.surface(key, candidate.surface, why);
    surface.count++;
    if (type !== 'other') surface.typed++;
    for (let at = 0; at < weights.length; at += 2) {
      const each = ENTITY_TYPES[weights.charCodeAt(at)] as EntityType;
      addTo(surface.types, each, weights.charCodeAt(at + 1));
    }
    if (certainty > surface.certainty) {
      surface.certainty = certainty;
      surface.why = why;
    }
    surface.description ??= said;
    if (title) surface.genders[title.gender] += TITLE_WEIGHT;
    if (gender) surface.genders[gender]++;
    if (type !== 'person' || !key.includes(' ')) return;
    this.addFullName(firstWord(key), key);
    this.addFullName(lastWord(key), key);
  }

  private addFullName(short: string, full: string): void {
    const names = this.fullNames.get(short) ?? new Set<string>();
    names.add(full);
    this.fullNames.set(short, names);
  }

  private surface(key: string, written: string, why: Message): Surface {
    const known = this.surfaces.get(key);
    if (known) return known;
    const made: Surface = {
      key,
      types: new Map(),
      shown: shownSurface(written),
      count: 0,
      typed: 0,
      certainty: 0,
      why,
      description: undefined,
      genders: { female: 0, male: 0 },
    };
    this.surfaces.set(key, made);
    return made;
  }
}

/** A title tells more than a following pronoun. */
const TITLE_WEIGHT = 10;

/** `The Chairman`, `The Interviewer`: a role, not a name. */
const ROLE = /^the \S+$/i;

export function heaviest(types: ReadonlyMap<EntityType, number>): [EntityType, number] | undefined {
  return [...types].sort((a, b) => b[1] - a[1])[0];
}

function addTo<K>(sums: Map<K, number>, key: K, by: number): void {
  sums.set(key, (sums.get(key) ?? 0) + by);
}
