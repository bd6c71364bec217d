import { acronymsIn, type Acronym } from './acronyms';
import type { CardFinder, CardHit } from './cardFinder';
import type { Candidate, Recogniser } from './model';
import { surfaceKey } from './surface';

/** A candidate with what it reads, so that this is made once for a passage, not for every version. */
export interface NamedCandidate extends Candidate {
  readonly surface: string;
  readonly key: string;
}

/** The names in one passage by itself; offsets count from the passage's start. */
export interface FoundNames {
  readonly candidates: readonly NamedCandidate[];
  readonly acronyms: readonly Acronym[];
  readonly cardHits: readonly CardHit[];
}

/** Looks for names, definitions of abbreviations and the user's cards in one passage. */
export function findNames(passage: string, recogniser: Recogniser, cards: CardFinder): FoundNames {
  const acronyms = acronymsIn(passage);
  return {
    candidates: recogniser(passage)
      .map((found) => {
        const candidate = inFull(found, acronyms);
        const { start, end } = candidate.name ?? candidate;
        const surface = passage.slice(start, end);
        return { ...candidate, surface, key: surfaceKey(surface) };
      })
      .filter(({ key }) => !cards.isNoName(key)),
    acronyms,
    cardHits: cards.find(passage),
  };
}

/** `Council on Trade and Fishing (CTF)` is one name, as the letters of its abbreviation tell. */
function inFull(candidate: Candidate, acronyms: readonly Acronym[]): Candidate {
  const { start, end, type } = candidate;
  const long = acronyms.find(({ at }) => at === start)?.long;
  if (type !== 'organisation' || long === undefined) return candidate;
  return { ...candidate, end: Math.max(end, start + long.length) };
}
