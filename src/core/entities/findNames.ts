import { acronymsIn, type Acronym } from './acronyms';
import type { CardFinder } from './cardFinder';
import { genderBehind, titleBefore, type Gender, type Title } from './gender';
import type { Candidate, EntityCard, Recogniser } from './model';
import { placesIn, type Place } from './places';
import { shownSurface, surfaceKey } from './surface';

const LONGEST_DESCRIPTION = 140;
/** How many steps of certainty are told apart. */
export const STEPS = 20;

/** A candidate with what stands around it: found out once for a passage, not for every version. */
export interface NamedCandidate extends Candidate {
  readonly surface: string;
  readonly key: string;
  /** Before a person's name, where it tells the gender. */
  readonly title: Title | undefined;
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
  const { start, end } = candidate.name ?? candidate;
  const surface = passage.slice(start, end);
  const key = surfaceKey(surface);
  const isPerson = candidate.type === 'person';
  const title = isPerson ? titleBefore(passage, start) : undefined;
  const isTold = isPerson && !title && key.includes(' ');
  const gender = isTold ? genderBehind(passage, candidate.end) : undefined;
  const { description } = candidate;
  const said = description && shortened(passage.slice(description.start, description.end));
  return { ...rounded(candidate), surface, key, title, gender, said };
}

/** So that a letter typed near by, which makes a name a little more or less certain, changes nothing. */
function rounded(candidate: Candidate): Candidate {
  const { certainty, types } = candidate;
  return {
    ...candidate,
    certainty: round(certainty),
    ...(types && { types: new Map([...types].map(([type, share]) => [type, round(share)])) }),
  };
}

function round(share: number): number {
  return Math.round(share * STEPS) / STEPS;
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
  return a === b || withoutOffsets(a) === withoutOffsets(b);
}

const OFFSETS: ReadonlySet<string> = new Set(['start', 'end', 'at']);

function withoutOffsets(names: FoundNames): string {
  return JSON.stringify(names, (key, value: unknown) => {
    if (OFFSETS.has(key)) return undefined;
    return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  });
}
