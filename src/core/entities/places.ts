import type { CardHit } from './cardFinder';
import type { Title } from './gender';
import type { EntityCard, EntityType } from './model';
import { surfaceKey } from './surface';
import type { Span } from '../text/span';

/** A name this certain, of another kind than the card whose surface it contains, is a name of its own. */
const SURE = 0.9;

/** One place in a passage where a name may stand; offsets count from the passage's start. */
export interface Place extends Span {
  readonly key: string;
  readonly surface: string;
  readonly certainty: number;
  readonly type: EntityType | undefined;
  readonly card: EntityCard | undefined;
  /** Before it, where it tells the gender: `Mrs. Smith`. */
  readonly title: Title | undefined;
}

/** The places of a passage in order, none over another. */
export function placesIn(
  passage: string,
  candidates: readonly Place[],
  cardHits: readonly CardHit[],
): Place[] {
  const ofCards = cardHits.map(({ start, end, card }): Place => {
    const surface = passage.slice(start, end);
    const key = surfaceKey(surface);
    return { start, end, key, surface, certainty: 1, type: card.type, card, title: undefined };
  });
  return withoutOverlaps([...candidates, ...ofCards]);
}

/**
 * In order of the text; of places that overlap, the card's, or else the longer one. Where the card's is only
 * part of a certain name (`Park` of `Park Institute`), it is also the longer one.
 */
function withoutOverlaps(places: Place[]): Place[] {
  const kept: Place[] = [];
  places.sort(
    (a, b) => a.start - b.start || Number(!!b.card) - Number(!!a.card) || lengthOf(b) - lengthOf(a),
  );
  for (const place of places) {
    const last = kept.at(-1);
    if (!last || place.start >= last.end) kept.push(place);
    else if (isBetter(place, last)) kept[kept.length - 1] = place;
  }
  return kept;
}

function isBetter(place: Place, last: Place): boolean {
  const isLonger = lengthOf(place) > lengthOf(last);
  if (place.card && !last.card) return !isOfItsOwn(last, place, place.card);
  if (last.card && !place.card) return isLonger && isOfItsOwn(place, last, last.card);
  return isLonger;
}

/** Whether a name that was found contains a card's, and certainly is of another kind. */
function isOfItsOwn(found: Place, hit: Place, card: EntityCard): boolean {
  const { type, certainty } = found;
  return contains(found, hit) && certainty >= SURE && type !== 'person' && type !== card.type;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
