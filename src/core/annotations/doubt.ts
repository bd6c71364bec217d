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

/** Where both sides fit this well, nothing else is looked for. */
export const CLEAR_FIT = 0.85;
/** A side with at least this fit counts as fitting. */
export const BOTH_FIT = 0.6;
/** How much better than another place of the same words one has to fit. */
export const MARGIN_AMONG_SAME = 0.25;
/** How much better a place has to fit than the one where the words seem to have been cut out. */
const MARGIN_OVER_CUT = 0.2;

/** A place of the same words, with all that may speak against it. */
interface Case {
  readonly field: Field;
  readonly sought: Sought;
  readonly exact: ExactPlaces;
  readonly place: ExactPlace;
  readonly others: readonly ExactPlace[];
  readonly cut: Cut | undefined;
}

/**
 * Whether a place of the same words is the annotation's beyond doubt: they occurred once and still do, or their
 * context tells the place from all others. If it isn't known whether they occurred once, one side isn't
 * enough, unless the quote is all there is.
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
 * Whether a place may be that of a twin, the same words that stood near by: if words were deleted together with
 * everything up to their twin, or moved away from it, their context closes up to the twin.
 */
function mayBeNeighbour({ units }: Folded, sought: Sought, place: ExactPlace): boolean {
  const { prefix, quote, suffix } = sought;
  const { start, end } = place;
  // New words may stand between, but not the quote itself.
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

/** Whether the kept context before a quote begins in the middle of the same words. */
function isCutBefore({ prefix, quote }: Sought): boolean {
  return cuts(quote).some((length) => isAt(prefix, 0, quote.subarray(quote.length - length)));
}

/** The same for the context after it: whether it ends in the middle of them. */
function isCutBehind({ suffix, quote }: Sought): boolean {
  return cuts(quote).some((length) =>
    isAt(suffix, suffix.length - length, quote.subarray(0, length)),
  );
}

/** How much may be left of a quote that is cut; a few letters occur anywhere. */
function cuts({ length }: Uint16Array): number[] {
  const most = Math.min(length, MOST_CONTEXT) - SHORTEST_CUT;
  return Array.from({ length: Math.max(0, most) }, (_, nth) => SHORTEST_CUT + nth);
}

/** How far from a place the context of a twin is looked for; a few letters occur anywhere. */
function reachOf({ length }: Uint16Array): number {
  return length < SHORTEST_CUT ? 0 : NEARBY;
}

/** Whether the selector is only a telling quote, as somebody writes by hand who means the one place of it. */
function isQuoteOnly({ annotation: { selector }, isTelling }: Sought): boolean {
  const { alike, prefix, suffix } = selector;
  return alike === undefined && prefix === '' && suffix === '' && isTelling;
}

/** Whether words that occurred once occur only at a place, or are where they were. */
function isTheOne(field: Field, sought: Sought, exact: ExactPlaces, place: ExactPlace): boolean {
  if (exact.verbatim?.start === place.start) return true;
  if (place.before.fit === 1 && stoodAt(field, sought, place)) return true;
  return exact.times === 1 && isWritten(field, sought, place);
}

function isToldByBoth({ field, sought, exact, place, others }: Case): boolean {
  if (leftBehind(field, sought, exact).both) return false;
  if (stoodAt(field, sought, place)) return others.every(({ fit }) => fit <= place.fit);
  // If a passage was doubled, the copy may have more of the old context than the original.
  const isDoubled = others.some((other) => other.before.fit === 1 && stoodAt(field, sought, other));
  if (isDoubled || mayBeTwin(field.text, sought, place)) return false;
  // A place with all of its context is only rivalled by one that also has all, if the kept context told them apart.
  const isTold = sought.annotation.selector.alike !== undefined;
  const least = isTold && place.worst === 1 ? Number.EPSILON : MARGIN_AMONG_SAME;
  return others.every(({ fit }) => fit <= place.fit - least);
}

function isToldByOne(one: Case): boolean {
  const { field, sought, exact, place, others, cut } = one;
  const { alike, times } = sought.annotation.selector;
  // Of words that occurred too often to be counted, nobody can tell whether one is gone.
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
 * Whether the context of a place may as well be that of the same words elsewhere: what looks like an edited
 * context may be exactly the other one's.
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

/** Whether the context of the words is found without the words: there they may have been changed. */
interface LeftBehind {
  readonly before: boolean;
  readonly after: boolean;
  /** Whether both sides are, with as much between them as the words can have become. */
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

/** Whether a place is the only one within the old context, and no other place fits otherwise. */
function isOnlyEnclosed({ field: { text }, sought, exact, place, others }: Case): boolean {
  const isBetween = (one: ExactPlace) => isEnclosed(text, sought, one, exact.starts);
  return (
    isBetween(place) && others.every((other) => betterSide(other) < BOTH_FIT && !isBetween(other))
  );
}

/** Whether a place where the words seem to have been cut out fits so well that another one can't be theirs. */
export function isOverruled(fit: number, cut: Cut | undefined): boolean {
  return cut !== undefined && (cut.fit === 1 || fit < Math.min(1, cut.fit + MARGIN_OVER_CUT));
}
