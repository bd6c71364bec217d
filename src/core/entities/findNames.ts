import { COSTLY as OF_TOKENS } from '../text/tokens';
import { acronymsIn, COSTLY as OF_ACRONYMS, type Acronym } from './acronyms';
import type { CardFinder } from './cardFinder';
import type { Message } from '../message';
import { compact } from '../compact';
import { compiling } from '../firstUse';
import { COSTLY as OF_GENDER, genderBehind, titleBefore, type Gender, type Title } from './gender';
import {
  ENTITY_TYPES,
  type Candidate,
  type EntityCard,
  type EntityType,
  type Recogniser,
} from './model';
import { placesIn, type Place } from './places';
import { COSTLY as OF_NAMES } from './recogniser';
import { shownSurface, surfaceKey } from './surface';
import { COSTLY as OF_TAGGER } from './tagger/tokens';
import { COSTLY as OF_WORDS } from './words';

const LONGEST_DESCRIPTION = 140;
/** Nobody has a longer name; a hostile text must not get longer ones into links and lists. */
const LONGEST_NAME = 300;
/** How many steps of certainty are told apart. */
export const STEPS = 20;

/** What the text around a name tells about it. */
interface Around {
  readonly title: Title | undefined;
  /** What a pronoun after a person's full name tells. */
  readonly gender: Gender | undefined;
  /** The description's words as they are shown. */
  readonly said: string | undefined;
}

const NOTHING_AROUND: Around = { title: undefined, gender: undefined, said: undefined };

/**
 * A candidate with what the text around it tells, found once for a passage rather than for every version.
 * As a long document has tens of thousands, what recurs is shared, and what can be computed isn't stored.
 */
export class NamedCandidate implements Place {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  /** How much speaks for which type, as code units: the index of a type in {@link ENTITY_TYPES}, its steps, and so on. */
  readonly weights: string;
  /** Certainty, in steps. */
  private readonly steps: number;

  constructor(
    candidate: Candidate,
    readonly why: Message,
    private readonly surfaceAndKey: Pick<Place, 'surface' | 'key'>,
    private readonly around: Around,
  ) {
    this.start = candidate.start;
    this.end = candidate.end;
    this.type = candidate.type;
    this.weights = weightsOf(candidate);
    this.steps = inSteps(candidate.certainty);
  }

  get surface(): string {
    return this.surfaceAndKey.surface;
  }

  get key(): string {
    return this.surfaceAndKey.key;
  }

  /** In steps, so that a letter typed near by, which makes a name slightly more or less certain, changes nothing. */
  get certainty(): number {
    return this.steps / STEPS;
  }

  get card(): undefined {
    return undefined;
  }

  get title(): Title | undefined {
    return this.around.title;
  }

  get gender(): Gender | undefined {
    return this.around.gender;
  }

  get said(): string | undefined {
    return this.around.said;
  }
}

/** The names in one passage by itself; offsets count from the passage's start. */
export interface FoundNames {
  readonly candidates: readonly NamedCandidate[];
  readonly acronyms: readonly Acronym[];
  /** Where there are names: candidates and the user's cards, in order, not overlapping. */
  readonly places: readonly Place[];
  /** The cards of which something was found here. */
  readonly cards: readonly EntityCard[];
}

/** Compiles what finding names needs ahead of time, in steps; otherwise the first search does it at once. */
export function preparingNames(): Generator<undefined, void> {
  return compiling(OF_TOKENS, OF_WORDS, OF_TAGGER, OF_NAMES, OF_ACRONYMS, OF_GENDER);
}

/** How many different ones are kept; a hostile text must not fill the memory. */
const MOST_RECURRING = 20_000;

/** What recurs in the passages of a document, each once: surfaces with their keys, and reasons. */
export class Recurring {
  private readonly surfaces = new Map<string, Pick<Place, 'surface' | 'key'>>();
  private readonly reasons = new Map<string, Message>();

  surfaceAndKey(surface: string): Pick<Place, 'surface' | 'key'> {
    return once(this.surfaces, surface, () => ({ surface, key: surfaceKey(surface) }));
  }

  reason(why: Message): Message {
    return once(this.reasons, [why.text, ...why.args].join('\n'), () => why);
  }
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_RECURRING) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/**
 * Looks for names, definitions of abbreviations and the user's cards in one passage.
 *
 * @param recurring what other passages of the document have said
 */
export function findNames(
  passage: string,
  recogniser: Recogniser,
  cards: CardFinder,
  recurring = new Recurring(),
): FoundNames {
  const acronyms = acronymsIn(passage);
  const candidates = recogniser(passage)
    .filter(({ start, end }) => end - start <= LONGEST_NAME)
    .map((candidate) => named(inFull(candidate, acronyms), passage, recurring))
    .filter(({ key }) => !cards.isNoName(key));
  const hits = cards.find(passage);
  const kept = compact(candidates);
  const places = placesIn(passage, candidates, hits);
  return {
    candidates: kept,
    acronyms: compact(acronyms),
    // Mostly they are the same.
    places: areAlike<Place>(places, kept, (one, other) => one === other) ? kept : compact(places),
    cards: compact(hits.map(({ card }) => card)),
  };
}

/** `Council on Trade and Fishing (CTF)` is one name, as its abbreviation shows. */
function inFull(candidate: Candidate, acronyms: readonly Acronym[]): Candidate {
  const { start, end, type } = candidate;
  const long = acronyms.find(({ at }) => at === start)?.long;
  if (type !== 'organisation' || long === undefined) return candidate;
  return { ...candidate, end: Math.max(end, start + long.length) };
}

function named(candidate: Candidate, passage: string, recurring: Recurring): NamedCandidate {
  const { start, end } = candidate.name ?? candidate;
  const surfaceAndKey = recurring.surfaceAndKey(passage.slice(start, end));
  return new NamedCandidate(
    candidate,
    recurring.reason(candidate.why),
    surfaceAndKey,
    aroundOf(candidate, passage, start, surfaceAndKey.key),
  );
}

/** @param start of the name itself, without what belongs to the candidate before it */
function aroundOf(candidate: Candidate, passage: string, start: number, key: string): Around {
  const { type, description } = candidate;
  const isPerson = type === 'person';
  const title = isPerson ? titleBefore(passage, start) : undefined;
  const isTold = isPerson && !title && key.includes(' ');
  const gender = isTold ? genderBehind(passage, candidate.end) : undefined;
  const said = description && shortened(passage.slice(description.start, description.end));
  return title || gender || said !== undefined ? { title, gender, said } : NOTHING_AROUND;
}

/** If the rules know no type, that is no evidence for there being none. */
function weightsOf({ type, certainty, types }: Candidate): string {
  const told = types ?? new Map(type === 'other' ? [] : [[type, certainty]]);
  let weights = '';
  for (const [each, share] of told) {
    const steps = inSteps(share);
    if (steps > 0) weights += String.fromCharCode(ENTITY_TYPES.indexOf(each), steps);
  }
  return weights;
}

function inSteps(share: number): number {
  return Math.round(share * STEPS);
}

/** On one line, and cut between words if it is too long. */
function shortened(description: string): string {
  const shown = shownSurface(description);
  if (shown.length <= LONGEST_DESCRIPTION) return shown;
  const cut = shown.slice(0, LONGEST_DESCRIPTION);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`;
}

/**
 * Whether two passages name the same in the same order, wherever exactly: then the document's entities are the
 * same, too.
 */
export function nameTheSame(a: FoundNames, b: FoundNames): boolean {
  return (
    a === b ||
    (areAlike(a.candidates, b.candidates, isOne) &&
      areAlike(a.acronyms, b.acronyms, isOneAcronym) &&
      areAlike(a.places, b.places, isOnePlace) &&
      areAlike(a.cards, b.cards, (one, other) => one === other))
  );
}

function areAlike<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (one: T, other: T) => boolean,
): boolean {
  return a.length === b.length && a.every((one, at) => isSame(one, b[at] as T));
}

function isOne(a: NamedCandidate, b: NamedCandidate): boolean {
  return (
    isOnePlace(a, b) &&
    a.gender === b.gender &&
    a.said === b.said &&
    a.weights === b.weights &&
    a.why.text === b.why.text &&
    areAlike(a.why.args, b.why.args, (one, other) => one === other)
  );
}

function isOnePlace(a: Place, b: Place): boolean {
  return (
    a.key === b.key &&
    a.surface === b.surface &&
    a.certainty === b.certainty &&
    a.type === b.type &&
    a.card === b.card &&
    a.title?.gender === b.title?.gender &&
    a.title?.written === b.title?.written
  );
}

function isOneAcronym(a: Acronym, b: Acronym): boolean {
  return a.short === b.short && a.long === b.long;
}
