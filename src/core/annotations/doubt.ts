import type { Span } from '../text/span';
import { isPossible } from './changedPlaces';
import {
  isEnclosed,
  MOST_CONTEXT,
  MOST_SHARED,
  NEARBY,
  SHORTEST_CUT,
  sideAfter,
  sideBefore,
  standsAfter,
  standsBefore,
  type Cut,
} from './context';
import type { ExactPlace, ExactPlaces } from './exactPlaces';
import { isRepeatedAtEdge } from './edges';
import { isOneGone, isWritten, spanOf, type Field } from './field';
import type { Folded } from './fold';
import { isAt, placesOf } from './runs';
import type { Sought } from './sought';

/** Where both sides fit so well nothing else is looked for. */
export const CLEAR_FIT = 0.85;
/** A side that fits so much does. */
export const BOTH_FIT = 0.6;
/** By how much a place has to fit better than another one of the same words. */
export const MARGIN_AMONG_SAME = 0.25;
/** By how much better a place has to fit than the one where the words seem to be cut out. */
const MARGIN_OVER_CUT = 0.2;

/** A place of the same words, and what can be said against it. */
interface Case {
  readonly field: Field;
  readonly sought: Sought;
  readonly exact: ExactPlaces;
  readonly place: ExactPlace;
  readonly others: readonly ExactPlace[];
  readonly cut: Cut | undefined;
}

/**
 * Whether a place of the same words is theirs beyond doubt: they stood once and stand once, or what stood
 * around them tells it from all others. If it isn't known whether they stood once, one side isn't enough,
 * unless a quote is all there is.
 */
export function isBeyondDoubt(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  cut: Cut | undefined,
  place: ExactPlace,
): boolean {
  if (isRepeatedAtEdge(field, sought, place)) return false;
  const { alike } = sought.annotation.selector;
  const stoodOnce = alike === 'none' || alike === 'similar';
  if (stoodOnce && isTheOne(field, sought, exact, place)) return true;
  if (isQuoteOnly(sought) && exact.times === 1 && isWritten(field, sought, place)) return true;
  if (isOneGone(sought, exact) && place.worst < 1) return false;
  if (mayBeNeighbour(field.text, sought, place)) return false;
  const others = exact.places.filter(({ start }) => start !== place.start);
  const one: Case = { field, sought, exact, place, others, cut };
  return place.worst >= CLEAR_FIT ? isToldByBoth(one) : isToldByOne(one);
}

/**
 * Whether a place may be that of the same words that stood near by: where words were deleted together with all up
 * to their twin, or moved away from it, what stood on the other side closes up to that.
 */
function mayBeNeighbour({ units }: Folded, sought: Sought, place: ExactPlace): boolean {
  const { prefix, quote, suffix } = sought;
  const { start, end } = place;
  // New words may stand between, but not itself.
  const isBehind = () =>
    placesOf(quote, suffix, 0, suffix.length).some((twin) => {
      const rest = suffix.subarray(twin + quote.length);
      const near = placesOf(rest, units, end, end + rest.length + reachOf(rest));
      return near.some((at) => at === end || !isAt(units, at - quote.length, quote));
    });
  const isBefore = () =>
    placesOf(quote, prefix, 0, prefix.length).some((twin) => {
      const rest = prefix.subarray(0, twin);
      const near = placesOf(rest, units, Math.max(0, start - twin - reachOf(rest)), start);
      return near.some((at) => at + twin === start || !isAt(units, at + twin, quote));
    });
  return (
    (place.after.fit < 1 && (isCutBehind(sought) || isBehind())) ||
    (place.before.fit < 1 && (isCutBefore(sought) || isBefore()))
  );
}

/** Whether what is kept of what stood before a quote begins within another one of the same. */
function isCutBefore({ prefix, quote }: Sought): boolean {
  return cuts(quote).some((length) => isAt(prefix, 0, quote.subarray(quote.length - length)));
}

/** The same of what stood behind it. */
function isCutBehind({ suffix, quote }: Sought): boolean {
  return cuts(quote).some((length) =>
    isAt(suffix, suffix.length - length, quote.subarray(0, length)),
  );
}

/** How much may be left of a quote that is cut; a few letters stand anywhere. */
function cuts({ length }: Uint16Array): number[] {
  const most = Math.min(length, MOST_CONTEXT) - SHORTEST_CUT;
  return Array.from({ length: Math.max(0, most) }, (_, nth) => SHORTEST_CUT + nth);
}

/** How far from a place what stood beside a twin is looked for; a few letters stand anywhere. */
function reachOf({ length }: Uint16Array): number {
  return length < SHORTEST_CUT ? 0 : NEARBY;
}

/** Whether there is nothing but words that say enough, as somebody writes them down who means the only ones. */
function isQuoteOnly({ annotation: { selector }, isTelling }: Sought): boolean {
  const { alike, prefix, suffix } = selector;
  return alike === undefined && prefix === '' && suffix === '' && isTelling;
}

/** Whether words that stood once stand there only, or where they stood. */
function isTheOne(field: Field, sought: Sought, exact: ExactPlaces, place: ExactPlace): boolean {
  if (exact.verbatim?.start === place.start) return true;
  if (place.before.fit === 1 && stoodAt(field, sought, place)) return true;
  return exact.times === 1 && isWritten(field, sought, place);
}

function isToldByBoth({ field, sought, exact, place, others }: Case): boolean {
  if (leftBehind(field, sought, exact).both) return false;
  if (stoodAt(field, sought, place)) return others.every(({ fit }) => fit <= place.fit);
  // Of a passage that stands twice in a row the copy may have more around it that is as it was.
  const isDoubled = others.some((other) => other.before.fit === 1 && stoodAt(field, sought, other));
  if (isDoubled || mayBeTwin(field.text, sought, place)) return false;
  // Where all around is as it was, others that are as good have to have all of it, too, if what is kept told them.
  const isTold = sought.annotation.selector.alike !== undefined;
  const least = isTold && place.worst === 1 ? Number.EPSILON : MARGIN_AMONG_SAME;
  return others.every(({ fit }) => fit <= place.fit - least);
}

function isToldByOne(one: Case): boolean {
  const { field, sought, exact, place, others, cut } = one;
  const { alike, times } = sought.annotation.selector;
  // Of words that stood there too often to be counted nobody can tell whether one is gone.
  if (alike === 'same' && times === undefined) return false;
  const left = leftBehind(field, sought, exact);
  if (!left.before && !left.after && isOnlyEnclosed(one)) return true;
  const isUnknown = alike === undefined;
  if (isUnknown && (exact.times > 1 || !sought.isTelling)) return false;
  if (place.best < CLEAR_FIT || isOverruled(place.fit, cut)) return false;
  if (mayBeTwin(field.text, sought, place)) return false;
  if (place.before.fit > place.after.fit ? left.before : left.after) return false;
  return others.every(
    (other) =>
      betterSide(other) <= place.best - MARGIN_AMONG_SAME &&
      other.fit <= place.fit - MARGIN_AMONG_SAME,
  );
}

/**
 * Whether what stands around a place may as well be what stood around the same words elsewhere: what is nearly
 * the same may be the same there, and is no edit then.
 */
function mayBeTwin(text: Folded, sought: Sought, { start, end, worst }: ExactPlace): boolean {
  if (sought.annotation.selector.alike !== 'same' || worst === 1) return false;
  const sides = [sideBefore(text, start, sought, true), sideAfter(text, end, sought, true)];
  return !sides.some(({ isKnown, isShared, fit }) => isKnown && !isShared && fit > MOST_SHARED);
}

function betterSide({ before, after }: ExactPlace): number {
  return Math.max(before.fit, after.fit);
}

function stoodAt(field: Field, sought: Sought, place: Span): boolean {
  return spanOf(field, sought, place).start === sought.annotation.selector.start;
}

/** What stood around words, where the words themselves don't stand: there they may have been changed. */
interface LeftBehind {
  readonly before: boolean;
  readonly after: boolean;
  /** Whether both sides stand so, with as much between as the words can have become. */
  readonly both: boolean;
}

function leftBehind({ text, index }: Field, sought: Sought, exact: ExactPlaces): LeftBehind {
  const { starts } = exact;
  const { length } = sought.quote;
  const { times } = sought.annotation.selector;
  const isNoneGone = times !== undefined && exact.times >= times;
  const near = starts[0] ?? 0;
  const ends = starts.map((start) => start + length);
  // New words may stand between.
  const isBefore = (at: number) => starts.some((start) => at <= start && start - at <= NEARBY);
  const isBehind = (at: number) => ends.some((end) => end <= at && at - end <= NEARBY);
  const { units } = text;
  const { quote } = sought;
  const lefts = standsBefore(text, index, sought, near).filter((at) => !isAt(units, at, quote));
  const rights = standsAfter(text, index, sought, near).filter(
    (at) => !isAt(units, at - length, quote),
  );
  const isAround = (left: number, right: number) =>
    isPossible(right - left, length) &&
    !starts.some((start) => start < right && left < start + length);
  return {
    before: lefts.some((at) => !isBefore(at)),
    after: rights.some((at) => !isBehind(at)),
    both: !isNoneGone && lefts.some((left) => rights.some((right) => isAround(left, right))),
  };
}

/** Whether a place, and no other, stands between what stood on either side, and nothing else fits others. */
function isOnlyEnclosed({ field: { text }, sought, exact, place, others }: Case): boolean {
  const isBetween = (one: ExactPlace) => isEnclosed(text, sought, one, exact.starts);
  return (
    isBetween(place) && others.every((other) => betterSide(other) < BOTH_FIT && !isBetween(other))
  );
}

/** Whether a place fits too badly against one where the words seem to be cut out. */
export function isOverruled(fit: number, cut: Cut | undefined): boolean {
  return cut !== undefined && (cut.fit === 1 || fit < Math.min(1, cut.fit + MARGIN_OVER_CUT));
}
