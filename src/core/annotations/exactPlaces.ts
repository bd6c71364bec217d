import { fitTogether, sideAfter, sideBefore } from './context';
import type { Folded } from './fold';
import type { GramIndex } from './grams';
import type { Sought } from './sought';

/** A place where the words of a quote stand, all of them and no others. */
export interface ExactPlace {
  /** Folded indexes. */
  readonly start: number;
  readonly end: number;
  /** How well what stands around it fits, from 0 to 1; 0 if it isn't known what stood there. */
  readonly fit: number;
  /** The same of the side that fits better and tells the place from others, and of the one that fits worse. */
  readonly best: number;
  readonly worst: number;
  /** Whether it isn't known what stood there. */
  readonly isUnknown: boolean;
}

export interface ExactPlaces {
  /** The places looked at, the one that fits best first. */
  readonly places: readonly ExactPlace[];
  /** Whether the words stand in more than one place, looked at or not. */
  readonly isRepeated: boolean;
}

/** So many places of one quote are looked at, those nearest to where it stood. */
const MOST = 32;
/** So many of them, and those where it stood, are weighed with care. */
const MOST_WEIGHED = 6;
const CLOSE = 16;

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Where the words of a quote stand. Of a short one only where something around them fits, too. */
export function exactPlaces(
  original: string,
  text: Folded,
  index: GramIndex,
  sought: Sought,
  near: number,
  most = MOST,
): ExactPlaces {
  const counted = sought.exact.map((gram) => ({ gram, count: index.count(gram.number) }));
  counted.sort((a, b) => a.count - b.count);
  const used = sought.isShort ? counted : counted.slice(0, 1);
  const starts = new Set<number>();
  for (const { gram } of used) {
    for (const at of index.nearest(gram.number, near + gram.at, most)) {
      const start = at - gram.at;
      if (!starts.has(start) && isThere(text.units, start, sought.quote)) starts.add(start);
    }
  }
  if (isThere(text.units, near, sought.quote)) starts.add(near);
  const rough = [...starts]
    .filter((start) => keepsWords(original, text, sought, start))
    .map((start) => placeAt(text, sought, start, true))
    .sort((a, b) => b.fit - a.fit || Math.abs(a.start - near) - Math.abs(b.start - near));
  const places = rough
    .filter(({ start }, rank) => rank < MOST_WEIGHED || Math.abs(start - near) <= CLOSE)
    .map(({ start }) => placeAt(text, sought, start))
    .sort((a, b) => b.fit - a.fit || Math.abs(a.start - near) - Math.abs(b.start - near));
  const isMore = used.some(({ count }) => count > most);
  return { places, isRepeated: rough.length > 1 || isMore };
}

function placeAt(text: Folded, sought: Sought, start: number, isRough = false): ExactPlace {
  const end = start + sought.quote.length;
  const sides = [
    sideBefore(text, start, sought, isRough),
    sideAfter(text, end, sought, isRough),
  ] as const;
  const fits = sides.filter(({ isKnown }) => isKnown).map(({ fit }) => fit);
  const telling = sides.filter(({ isKnown, isShared }) => isKnown && !isShared);
  return {
    start,
    end,
    fit: fitTogether(...sides) ?? 0,
    best: Math.max(0, ...telling.map(({ fit }) => fit)),
    worst: fits.length === 0 ? 0 : Math.min(...fits),
    isUnknown: fits.length === 0,
  };
}

function isThere(units: Uint16Array, start: number, quote: Uint16Array): boolean {
  if (start < 0 || start + quote.length > units.length) return false;
  for (let at = 0; at < quote.length; at++) if (units[start + at] !== quote[at]) return false;
  return true;
}

/** Whether the place begins and ends at words if the quote did: `likely` doesn't stand in `unlikely`. */
function keepsWords(original: string, { offsets }: Folded, sought: Sought, start: number): boolean {
  const { prefix, suffix } = sought.annotation.selector;
  const from = offsets[start] as number;
  const to = (offsets[start + sought.quote.length - 1] as number) + 1;
  const isIn = (before: string | undefined) => before !== undefined && WORD.test(before);
  if (!isIn(prefix.at(-1)) && isIn(original[from - 1]) && isIn(original[from])) return false;
  return isIn(suffix[0]) || !isIn(original[to]) || !isIn(original[to - 1]);
}
