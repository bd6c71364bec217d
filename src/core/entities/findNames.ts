import { COSTLY as OF_TOKENS } from '../text/tokens';
import { acronymsIn, COSTLY as OF_ACRONYMS, type Acronym } from './acronyms';
import type { CardFinder } from './cardFinder';
import type { Message } from '../message';
import { compiling } from '../firstUse';
import { COSTLY as OF_GENDER, genderBehind, titleBefore, type Gender } from './gender';
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
/** How many steps of certainty are told apart. */
export const STEPS = 20;

/** A candidate with what stands around it: found out once for a passage, not for every version. */
export interface NamedCandidate extends Place {
  readonly type: EntityType;
  readonly card: undefined;
  readonly why: Message;
  /** How much speaks for which type: the number of a type in {@link ENTITY_TYPES}, then its steps, and so on. */
  readonly weights: readonly number[];
  /** What a pronoun behind a person's full name tells. */
  readonly gender: Gender | undefined;
  /** The description's words as they are shown. */
  readonly said: string | undefined;
}

/** The names in one passage by itself; offsets count from the passage's start. */
export interface FoundNames {
  readonly candidates: readonly NamedCandidate[];
  readonly acronyms: readonly Acronym[];
  /** Where names stand: candidates and the user's cards, in order, none over another. */
  readonly places: readonly Place[];
  /** The cards of which something stands here. */
  readonly cards: readonly EntityCard[];
}

/** Has compiled what names are found by, in steps. The first are found without, too, at once. */
export function preparingNames(): Generator<undefined, void> {
  return compiling(OF_TOKENS, OF_WORDS, OF_TAGGER, OF_NAMES, OF_ACRONYMS, OF_GENDER);
}

/** Looks for names, definitions of abbreviations and the user's cards in one passage. */
export function findNames(passage: string, recogniser: Recogniser, cards: CardFinder): FoundNames {
  const acronyms = acronymsIn(passage);
  const candidates = recogniser(passage)
    .map((candidate) => named(inFull(candidate, acronyms), passage))
    .filter(({ key }) => !cards.isNoName(key));
  const hits = cards.find(passage);
  return {
    candidates,
    acronyms,
    places: placesIn(passage, candidates, hits),
    cards: hits.map(({ card }) => card),
  };
}

/** `Council on Trade and Fishing (CTF)` is one name, as the letters of its abbreviation tell. */
function inFull(candidate: Candidate, acronyms: readonly Acronym[]): Candidate {
  const { start, end, type } = candidate;
  const long = acronyms.find(({ at }) => at === start)?.long;
  if (type !== 'organisation' || long === undefined) return candidate;
  return { ...candidate, end: Math.max(end, start + long.length) };
}

function named(candidate: Candidate, passage: string): NamedCandidate {
  const { type, why, description } = candidate;
  const { start, end } = candidate.name ?? candidate;
  const surface = passage.slice(start, end);
  const key = surfaceKey(surface);
  const isPerson = type === 'person';
  const title = isPerson ? titleBefore(passage, start) : undefined;
  const isTold = isPerson && !title && key.includes(' ');
  return {
    start: candidate.start,
    end: candidate.end,
    key,
    surface,
    // So that a letter typed near by, which makes a name a little more or less certain, changes nothing.
    certainty: inSteps(candidate.certainty) / STEPS,
    type,
    card: undefined,
    title,
    why,
    weights: weightsOf(candidate),
    gender: isTold ? genderBehind(passage, candidate.end) : undefined,
    said: description && shortened(passage.slice(description.start, description.end)),
  };
}

/** That the rules know no type is no evidence for there being none. */
function weightsOf({ type, certainty, types }: Candidate): number[] {
  const told = types ?? new Map(type === 'other' ? [] : [[type, certainty]]);
  const weights: number[] = [];
  for (const [each, share] of told) {
    const steps = inSteps(share);
    if (steps > 0) weights.push(ENTITY_TYPES.indexOf(each), steps);
  }
  // Without the room that a growing array has left.
  return weights.slice();
}

function inSteps(share: number): number {
  return Math.round(share * STEPS);
}

/** On one line, and cut between words where it is too long. */
function shortened(description: string): string {
  const shown = shownSurface(description);
  if (shown.length <= LONGEST_DESCRIPTION) return shown;
  const cut = shown.slice(0, LONGEST_DESCRIPTION);
  return `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))} …`;
}

/**
 * Whether two passages name the same in the same order, wherever in them that stands: what is told
 * from names over the document is the same then.
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
    areAlike(a.weights, b.weights, (one, other) => one === other) &&
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
