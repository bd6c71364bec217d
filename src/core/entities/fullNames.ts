import { Joins } from '../joins';
import type { Span } from '../text/span';
import { samePlaces } from './equivalents';
import { heaviest, type Evidence, type Surface } from './evidence';
import { STEPS } from './findNames';
import type { Gender } from './gender';
import type { EntityType } from './model';
import type { Place } from './places';
import { firstWord, lastWord, shownSurface, squeezed } from './surface';
import { CONNECTORS, ORGANISATION_HEADS } from './vocabulary';

/** Nobody has longer names, and comparing the words of names has to end. */
const MOST_WORDS = 12;
/** How many full names with the same surname are compared with each other. */
const MOST_NAMESAKES = 40;
/** How much more probable, from 0 to 1, another type has to be than that the name is a person’s. */
const SURELY = 0.6;
/** How close, in units, a short name follows a full one if it goes with it, whoever else has that name. */
const RIGHT_BEFORE = 100;

/** A place: its piece of the document, the passage in that, and its index among the places there. */
export interface PlaceAt {
  readonly piece: number;
  readonly passage: number;
  readonly place: number;
}

/** A full name and a short one whose distance decided which entity the short one means. */
export interface Nearness {
  readonly full: PlaceAt;
  readonly short: PlaceAt;
  readonly isNear: boolean;
}

/**
 * Whether a full name and a short one are still as near, or as far, so that the decision stands.
 *
 * @param spanOf where a place is in the document now
 */
export function holds(
  { full, short, isNear }: Nearness,
  spanOf: (place: PlaceAt) => Span,
): boolean {
  return isRightBefore(spanOf(full), spanOf(short)) === isNear;
}

function isRightBefore(full: Span, short: Span): boolean {
  return short.start - full.end < RIGHT_BEFORE;
}

/** Generations tell people of the same name apart. */
const GENERATION = /^(?:jr|sr|junior|senior|i{2,3}|iv)\.?$/;

/** Who or what was named in full, and where in the document. */
interface Named {
  readonly owner: string;
  readonly at: PlaceAt;
  readonly span: Span;
}

/**
 * Decides which of several entities a short name means: the one named in full right before, or else the one
 * named most often so far, or else in all. Gets the places that matter in order of the text.
 */
export class Context {
  /** How often an entity was named so far. */
  private readonly uses = new Map<string, number>();
  /** Who or what was last named in full, by first word and by last. */
  private readonly named = new Map<string, Named>();
  /** The decisions so far that depended on how far apart two places are. */
  readonly nearness: Nearness[] = [];

  constructor(private readonly evidence: Evidence) {}

  /**
   * The key of the name that a place is of.
   *
   * @param meaning what {@link FullNames.meaningOf} gives for it
   * @param span where the place is in the document
   */
  ownerOf(key: string, meaning: string | readonly string[], at: PlaceAt, span: Span): string {
    const owner = typeof meaning === 'string' ? meaning : this.spokenOf(key, meaning, at, span);
    this.uses.set(owner, (this.uses.get(owner) ?? 0) + 1);
    if (key.includes(' ')) {
      for (const word of endsOf(owner)) this.named.set(word, { owner, at, span });
    }
    return owner;
  }

  private spokenOf(short: string, names: readonly string[], at: PlaceAt, span: Span): string {
    const named = this.named.get(short);
    if (named && names.includes(named.owner)) {
      const isNear = isRightBefore(named.span, span);
      this.nearness.push({ full: named.at, short: at, isNear });
      if (isNear) return named.owner;
    }
    const usesOf = (name: string) => this.uses.get(name) ?? 0;
    const countOf = (name: string) => this.evidence.surfaces.get(name)?.count ?? 0;
    const [most = short] = [...names].sort(
      (a, b) => usesOf(b) - usesOf(a) || countOf(b) - countOf(a),
    );
    return most;
  }
}

/** The words of a full name that may stand for it. */
export function endsOf(name: string): [string, string] {
  return [firstWord(name), lastWord(name)];
}

/**
 * Which surfaces of a document name the same entity, by their spelling: `Hart` and `Brian Hart`, `MIT` and
 * what it stands for, `the Ministry` and the one named before. What the document doesn’t settle stays apart:
 * mistaking two for one is worse than mistaking one for two.
 * Linear in the number of surfaces.
 */
export class FullNames {
  /** Joins of surfaces, under the fullest name. */
  private readonly joins = new Joins();
  /** The longer names that a name may be part of, if there are several: `ministry`. */
  private readonly wholes = new Map<string, readonly string[]>();

  constructor(private readonly evidence: Evidence) {
    for (const [short, long] of evidence.longForms) this.join(short, long);
    const names = [...evidence.surfaces.values()].filter(({ key }) => evidence.isName(key));
    this.joinSpellings(names);
    this.joinPersons(names.filter(({ key }) => evidence.typeOf(key) === 'person'));
    const long = names.filter(({ key }) => key.includes(' ') && wordsOf(key).length <= MOST_WORDS);
    this.joinInitials(names, long);
    this.joinParts(names, long);
  }

  /**
   * The key of the fullest name that a surface stands for; several, if it depends on the text before each place
   * which of them that is.
   */
  meaningOf({ key, title, surface }: Place): string | readonly string[] {
    const root = this.root(key);
    if (root !== key) return root;
    const wholes = this.wholes.get(key);
    if (wholes) return wholes;
    if (key.includes(' ')) return key;
    const { fullNames, surfaces, written } = this.evidence;
    const own = surfaces.get(key);
    const full = isSurelyOther(own) ? undefined : fullNames.get(key);
    const meant = [...new Set([...(full ?? [])].map((name) => this.root(name)))];
    const fitting = meant.filter((name) => fits(surfaces.get(name), title?.gender));
    if (fitting.length > 0) return fitting.length > 1 ? fitting : (fitting[0] as string);
    const isOneOfTwo = meant.length > 0 || (own && own.genders.female > 0 && own.genders.male > 0);
    if (!title || !isOneOfTwo) return this.singular(key);
    // All that is known of them is that they are a Mr. and a Mrs. of that name.
    const titled = `${title.gender} ${key}`;
    if (!written.has(titled)) written.set(titled, `${title.written} ${shownSurface(surface)}`);
    return titled;
  }

  /** `U.N.` and `UN`, `al-Qaeda` and `Al Qaeda`, and names of states that texts use for each other. */
  private joinSpellings(names: readonly Surface[]): void {
    const bySpelling = new Map<string, Surface>();
    for (const surface of names) {
      const spelling = squeezed(surface.key);
      const first = bySpelling.get(spelling);
      if (first) this.join(surface.key, first.key);
      else bySpelling.set(spelling, surface);
      const same = samePlaces().get(spelling);
      if (same !== undefined) this.join(surface.key, same);
    }
  }

  private joinPersons(persons: readonly Surface[]): void {
    const bySurname = new Map<string, string[]>();
    for (const { key } of persons) {
      const surname = lastWord(withoutGeneration(key));
      if (key.includes(' ')) add(bySurname, surname, key);
    }
    for (const namesakes of bySurname.values()) this.joinNamesakes(namesakes);
    this.joinTurned(persons);
    this.joinBegun(persons);
  }

  /** `Sergei Lavrov` is the `Sergei V. Lavrov` of the text, if only one can be meant. */
  private joinNamesakes(namesakes: readonly string[]): void {
    const some = [...namesakes].sort((a, b) => b.length - a.length).slice(0, MOST_NAMESAKES);
    some.forEach((key, index) => {
      const longer = some.slice(0, index).filter((other) => isOnePerson(key, other));
      const roots = new Set(longer.map((other) => this.root(other)));
      const [only, other] = roots;
      if (only !== undefined && other === undefined) this.join(key, only);
    });
  }

  /** `Higuchi Ichiyo` is `Ichiyo Higuchi`: not everybody's surname comes last. */
  private joinTurned(persons: readonly Surface[]): void {
    for (const { key } of persons) {
      const [first, last, more] = wordsOf(key);
      const turned = `${last} ${first}`;
      if (last !== undefined && more === undefined && this.evidence.typeOf(turned) === 'person') {
        this.join(key, turned);
      }
    }
  }

  /** `Mary Jane` with the only `Mary Jane Watson`. */
  private joinBegun(persons: readonly Surface[]): void {
    const byBeginning = new Map<string, string[]>();
    for (const { key } of persons) {
      const words = wordsOf(key).slice(0, MOST_WORDS);
      for (let end = 2; end < words.length; end++) {
        add(byBeginning, words.slice(0, end).join(' '), key);
      }
    }
    for (const { key } of persons) this.joinOnly(key, byBeginning.get(key) ?? []);
  }

  /** `MIT` with `Massachusetts Institute of Technology`, if nothing defines it. */
  private joinInitials(names: readonly Surface[], long: readonly Surface[]): void {
    const byInitials = new Map<string, string[]>();
    for (const { key } of long) {
      for (const initials of initialsOf(key)) add(byInitials, initials, key);
    }
    for (const { key, shown } of names) {
      if (!ACRONYM.test(shown)) continue;
      const fitting = (byInitials.get(squeezed(key)) ?? []).filter((name) =>
        this.isOneKind(key, name),
      );
      this.joinOnly(key, fitting);
    }
  }

  /** `Red Sox` with `Boston Red Sox`; and heads, with which the text goes on alone: `the Ministry`. */
  private joinParts(names: readonly Surface[], long: readonly Surface[]): void {
    const wholes = new Map<string, string[]>();
    for (const { key } of long) {
      const type = this.evidence.typeOf(key);
      if (type === undefined) continue;
      for (const part of partsOf(key, type)) add(wholes, part, key);
    }
    for (const { key } of names) {
      const fitting = (wholes.get(key) ?? []).filter((name) => this.isOneKind(key, name));
      const [only, ...others] = new Set(fitting.map((name) => this.root(name)));
      if (only === undefined) continue;
      if (others.length === 0) this.join(key, only);
      else this.wholes.set(key, [only, ...others]);
    }
  }

  /** Joins a name with a list of names, if these are all of one entity. */
  private joinOnly(key: string, names: readonly string[]): void {
    const [only, other] = new Set(names.map((name) => this.root(name)));
    if (only !== undefined && other === undefined) this.join(key, only);
  }

  private isOneKind(a: string, b: string): boolean {
    const [one, two] = [this.evidence.typeOf(a), this.evidence.typeOf(b)];
    return one === two || one === undefined || two === undefined;
  }

  /** `Russians` is `Russian`, if the document has that, too. */
  private singular(key: string): string {
    const { surfaces } = this.evidence;
    const isGroup = surfaces.get(key)?.types.has('group') === true;
    const one = key.replace(/s$/, '');
    return isGroup && surfaces.get(one)?.types.has('group') ? one : key;
  }

  private join(key: string, fuller: string): void {
    this.joins.join(key, fuller);
  }

  private root(key: string): string {
    return this.joins.root(key);
  }
}

const ACRONYM = /^(?=\P{Lu}*\p{Lu}\P{Lu}*\p{Lu})[\p{Lu}\p{N}.&-]{2,10}$/u;

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function wordsOf(key: string): string[] {
  return key.split(' ');
}

function withoutGeneration(key: string): string {
  const words = wordsOf(key.replace(/,/g, ''));
  while (words.length > 2 && GENERATION.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

/**
 * Whether a name can be a short form of a longer one with the same surname: the longer one ends with all of its
 * words, or it has the same first name and leaves out some words in between.
 */
function isOnePerson(short: string, long: string): boolean {
  const [a, b] = [short, long].map(withoutGeneration) as [string, string];
  const generations = [short.slice(a.length), long.slice(b.length)];
  if (generations.every(Boolean) && generations[0] !== generations[1]) return false;
  if (b.endsWith(` ${a}`)) return true;
  const [first, ...middle] = wordsOf(a).slice(0, -1);
  const [other, ...others] = wordsOf(b).slice(0, -1);
  if (!isOneGivenName(first ?? '', other ?? '')) return false;
  return middle.every((word, index) => isOneGivenName(word, others[index] ?? word));
}

/** Whether given names are the same, or one is the other’s initial or short form: `Dan`. */
function isOneGivenName(a: string, b: string): boolean {
  const [short, long] = [a, b]
    .map((name) => name.replace(/\.$/, ''))
    .sort((one, other) => one.length - other.length) as [string, string];
  if (short === long) return true;
  if (!long.startsWith(short)) return false;
  return (
    short.length === 1 ||
    (CUT.test(short) && long.length > short.length + 1 && !FEMININE.test(long))
  );
}

/** `Anna` is no Annabel. */
const CUT = /^\p{L}{2,4}[^aeiouy]$/u;
/** `Paul` is no Pauline. */
const FEMININE = /(?:in[ae]|ett[ae]|ell[ae]|elle|i?ana|ia)$/;

/** With and without the small words. */
function initialsOf(key: string): Set<string> {
  const words = key.split(/[ -]/).filter(Boolean);
  const large = words.filter((word) => !CONNECTORS.has(word));
  return new Set([words, large].map((some) => some.map((word) => word[0]).join('')));
}

/** What a text may go on to call something with a name of several words. */
function partsOf(key: string, type: EntityType): string[] {
  const words = wordsOf(key);
  if (type === 'person' || type === 'place' || type === 'group') return [];
  const ends = words.slice(1).map((_, index) => words.slice(index + 1));
  const parts = ends.filter(([first = '']) => !CONNECTORS.has(first));
  if (type === 'organisation') parts.push(...beginningsOf(words));
  return parts.map((part) => part.join(' '));
}

/** `Harvard` of `Harvard University`, `Security Council` and `Council` of `Security Council of the United Nations`. */
function beginningsOf(words: readonly string[]): string[][] {
  const beginnings = words.flatMap((word, index) =>
    index > 0 && CONNECTORS.has(word) && !CONNECTORS.has(words[index - 1] ?? '')
      ? [words.slice(0, index)]
      : [],
  );
  const heads = beginnings
    .flatMap((beginning) => beginning.slice(-1))
    .filter((head) => ORGANISATION_HEADS.has(head));
  const [head = '', before = ''] = [...words].reverse();
  // The House Committee is no House.
  if (ORGANISATION_HEADS.has(head) && !ORGANISATION_HEADS.has(before)) {
    beginnings.push(words.slice(0, -1));
  }
  return [...beginnings, ...heads.map((head) => [head])];
}

/** Whether nothing known about a person’s gender speaks against it. */
function fits(surface: Surface | undefined, gender: Gender | undefined): boolean {
  if (!surface || !gender) return true;
  const { female, male } = surface.genders;
  return gender === 'female' ? female >= male : male >= female;
}

/** Whether it is a place or an organisation that happens to have the name of a person. */
function isSurelyOther(surface: Surface | undefined): boolean {
  if (!surface) return false;
  const [type, weight = 0] = heaviest(surface.types) ?? [];
  if (type === 'other') return false;
  const person = surface.types.get('person') ?? 0;
  return weight - person > SURELY * STEPS * surface.count;
}
