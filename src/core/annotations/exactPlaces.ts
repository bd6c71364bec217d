import {
  exactFitAfter,
  exactFitBefore,
  fitTogether,
  sideAfter,
  sideBefore,
  type Side,
} from './context';
import type { Field } from './field';
import type { Folded } from './fold';
import { isAt } from './runs';
import type { Sought } from './sought';

/** A place of exactly the words of a quote. */
export interface ExactPlace {
  /** Folded indexes. */
  readonly start: number;
  readonly end: number;
  /** How well what stands around it fits, from 0 to 1; 0 if it isn't known what stood there. */
  readonly fit: number;
  /** The fit of the better side that tells the place from others, and of the worse one. */
  readonly best: number;
  readonly worst: number;
  readonly before: Side;
  readonly after: Side;
  /** Whether it isn't known what stood there. */
  readonly isUnknown: boolean;
}

export interface ExactPlaces {
  /** The places looked at, the one that fits best first. */
  readonly places: readonly ExactPlace[];
  /** In how many places the words occur, looked at or not; infinite if in more than are counted. */
  readonly times: number;
  /** Where they begin, as folded indexes: all that were counted. */
  readonly starts: readonly number[];
  /** The place where they are spelt exactly as they were, if there is only one. */
  readonly verbatim: ExactPlace | undefined;
}

/** Up to how many places of one quote are counted: those nearest to where it stood. */
const MOST_COUNTED = 48;
/** How many of them are weighed carefully, besides the nearest ones. */
const MOST_WEIGHED = 6;
const CLOSEST = 4;

const WORD = /[\p{L}\p{N}\p{M}]/u;
const ASCII = 0x80;
/** A faster answer for most characters. */
const ASCII_WORD = Array.from({ length: ASCII }, (_, code) => WORD.test(String.fromCharCode(code)));

/**
 * Where the words of a quote begin, as folded indexes.
 *
 * @param most how many places are looked at, those nearest to `near`; `isAll` tells whether there are no others
 */
export function startsOf(
  field: Field,
  sought: Sought,
  near: number,
  most: number,
): { starts: number[]; isAll: boolean } {
  const { text, index } = field;
  const counted = sought.exact.map((gram) => ({ gram, count: index.count(gram.number) }));
  counted.sort((a, b) => a.count - b.count);
  const used = sought.isShort ? counted : counted.slice(0, 1);
  const starts = new Set<number>();
  const add = (start: number) => {
    if (isAt(text.units, start, sought.quote) && keepsWords(field, sought, start))
      starts.add(start);
  };
  for (const { gram } of used) {
    for (const at of index.nearest(gram.number, near + gram.at, most)) add(at - gram.at);
  }
  add(near);
  return { starts: [...starts], isAll: used.every(({ count }) => count <= most) };
}

/** Where the words of a quote stand. */
export function exactPlaces(field: Field, sought: Sought, near: number): ExactPlaces {
  const { text } = field;
  const { starts, isAll } = startsOf(field, sought, near, MOST_COUNTED);
  const byDistance = (a: number, b: number) => Math.abs(a - near) - Math.abs(b - near);
  const all = starts.sort(byDistance);
  const places = worthWeighing(text, sought, all)
    .map((start) => placeAt(text, sought, start))
    .sort((a, b) => b.fit - a.fit || byDistance(a.start, b.start));
  return {
    places,
    times: isAll ? all.length : Infinity,
    starts: all,
    verbatim: isAll ? verbatim(field, sought, all) : undefined,
  };
}

/** @param starts the closest first */
function worthWeighing(text: Folded, sought: Sought, starts: readonly number[]): readonly number[] {
  if (starts.length <= MOST_WEIGHED) return starts;
  const exactFit = (start: number) =>
    exactFitBefore(text, start, sought) + exactFitAfter(text, start + sought.quote.length, sought);
  return starts
    .map((start, nth) => ({ start, nth, fit: exactFit(start) }))
    .sort((a, b) => b.fit - a.fit)
    .filter(({ nth }, rank) => rank < MOST_WEIGHED || nth < CLOSEST)
    .map(({ start }) => start);
}

function verbatim(field: Field, sought: Sought, starts: readonly number[]): ExactPlace | undefined {
  const { alike } = sought.annotation.selector;
  if (alike === 'same') return undefined;
  const written = starts.filter((start) => isVerbatim(field, sought, start));
  const [only] = written;
  return only === undefined || written.length > 1 ? undefined : placeAt(field.text, sought, only);
}

/** Whether the words that begin at a folded index are spelt exactly as they were. */
export function isVerbatim({ original, text }: Field, sought: Sought, start: number): boolean {
  const before = sought.foldedQuote.offsets[0] as number;
  const from = (text.offsets[start] as number) - before;
  return original.startsWith(sought.annotation.selector.quote, from);
}

function placeAt(text: Folded, sought: Sought, start: number): ExactPlace {
  const end = start + sought.quote.length;
  const before = sideBefore(text, start, sought);
  const after = sideAfter(text, end, sought);
  const sides = [before, after] as const;
  const fits = sides.filter(({ isKnown }) => isKnown).map(({ fit }) => fit);
  const telling = sides.filter(({ isKnown, isShared }) => isKnown && !isShared);
  return {
    start,
    end,
    fit: fitTogether(...sides) ?? 0,
    best: Math.max(0, ...telling.map(({ fit }) => fit)),
    worst: fits.length === 0 ? 0 : Math.min(...fits),
    before,
    after,
    isUnknown: fits.length === 0,
  };
}

/** Whether the place begins and ends at words if the quote did: `likely` doesn't stand in `unlikely`. */
function keepsWords({ original, text }: Field, sought: Sought, start: number): boolean {
  const { offsets } = text;
  const { prefix, suffix } = sought.annotation.selector;
  const from = offsets[start] as number;
  const to = (offsets[start + sought.quote.length - 1] as number) + 1;
  if (isOfWord(original, from - 1) && isOfWord(original, from)) {
    if (!isOfWord(prefix, prefix.length - 1)) return false;
  }
  return !isOfWord(original, to) || !isOfWord(original, to - 1) || isOfWord(suffix, 0);
}

function isOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < ASCII ? ASCII_WORD[code] === true : WORD.test(text.charAt(at));
}
