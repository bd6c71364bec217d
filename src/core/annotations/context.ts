import type { Span } from '../text/span';
import type { Folded } from './fold';
import { GRAM, type GramIndex } from './grams';
import type { Pattern } from './nearly';
import { placesOf, sameAfter, sameBefore } from './runs';
import type { Sought } from './sought';

/** How well what stands before or behind a place fits what stood before or behind the quote. */
export interface Side {
  /** Whether it is known what stood there; it isn't in files that others wrote. */
  readonly isKnown: boolean;
  /** Whether the same stood beside the same words elsewhere. */
  readonly isShared: boolean;
  /** From 0 to 1: what is the same right beside the quote, or nearly the same. */
  readonly fit: number;
}

/** Context is kept up to this many folded units; what is as long stands elsewhere, too. */
export const MOST_CONTEXT = 160;

/** At most so much of a side is shared with the same words elsewhere, as an annotation keeps half as much beyond. */
export const MOST_SHARED = 2 / 3;

/** Texts that have nothing to do with each other share up to this much. */
const BY_CHANCE = 0.65;

/** A context that was edited may be so many units longer or shorter. */
const SLACK = 6;

/** So much of either side has to stand together where the words between were cut out. */
const CUT = 0.6;
export const SHORTEST_CUT = 6;

/** So many places where the words may have been cut out are looked at. */
const MOST_CUTS = 32;

/** @param isRough whether it is enough to look at what is exactly the same, which is much faster */
export function sideBefore({ units }: Folded, at: number, sought: Sought, isRough = false): Side {
  const { prefix, nearBefore, annotation } = sought;
  if (prefix.length === 0) {
    const isKnown = annotation.selector.start === 0;
    return { isKnown, isShared: false, fit: at === 0 ? 1 : 0 };
  }
  const isShared = prefix.length >= MOST_CONTEXT;
  const same = sameBefore(units, at, prefix);
  if (isRough || same === prefix.length) {
    return { isKnown: true, isShared, fit: same / prefix.length };
  }
  return { isKnown: true, isShared, fit: fitOf(same, prefix, nearBefore, units, at - 1) };
}

export function sideAfter({ units }: Folded, at: number, sought: Sought, isRough = false): Side {
  const { suffix, nearAfter, prefix } = sought;
  if (suffix.length === 0) {
    const isKnown = prefix.length > 0;
    return { isKnown, isShared: false, fit: at === units.length ? 1 : 0 };
  }
  const isShared = suffix.length >= MOST_CONTEXT;
  const same = sameAfter(units, at, suffix);
  if (isRough || same === suffix.length) {
    return { isKnown: true, isShared, fit: same / suffix.length };
  }
  return { isKnown: true, isShared, fit: fitOf(same, suffix, nearAfter, units, at) };
}

/** How much of what stood right before the quote, from 0 to 1, stands right before a place to the unit. */
export function exactFitBefore({ units }: Folded, at: number, { prefix }: Sought): number {
  if (prefix.length === 0) return at === 0 ? 1 : 0;
  return sameBefore(units, at, prefix) / prefix.length;
}

/** The same of what stood right behind it. */
export function exactFitAfter({ units }: Folded, at: number, { suffix }: Sought): number {
  if (suffix.length === 0) return at === units.length ? 1 : 0;
  return sameAfter(units, at, suffix) / suffix.length;
}

/** Both sides together; undefined if neither is known. */
export function fitTogether(before: Side, after: Side): number | undefined {
  const known = [before, after].filter(({ isKnown }) => isKnown);
  if (known.length === 0) return undefined;
  return known.reduce((sum, { fit }) => sum + fit, 0) / known.length;
}

/** So far from a place what stood beside it is looked for, once something was inserted between. */
export const NEARBY = 400;

/**
 * Whether what stood beside the quote still stands before the place and behind it, if not right beside it.
 *
 * @param starts where the same words stand, this place or others: what stands beyond one of those is beside that
 */
export function isEnclosed(
  { units }: Folded,
  { prefix, quote, suffix }: Sought,
  { start, end }: Span,
  starts: readonly number[],
): boolean {
  if (prefix.length < SHORTEST_CUT || suffix.length < SHORTEST_CUT) return false;
  const left = start - partOf(sameBefore(units, start, prefix), prefix);
  const right = end + partOf(sameAfter(units, end, suffix), suffix);
  const isFree = (from: number, to: number) =>
    !starts.some((other) => from <= other && other + quote.length <= to);
  const before = prefix.subarray(0, prefix.length - (start - left));
  const behind = suffix.subarray(right - end);
  return (
    placesOf(before, units, Math.max(0, left - NEARBY), left).some((at) =>
      isFree(at + before.length, left),
    ) && placesOf(behind, units, right, right + NEARBY).some((at) => isFree(right, at))
  );
}

/** How much of a side stands right beside a place: a few letters do by chance, also of what stands farther off. */
function partOf(same: number, { length }: Uint16Array): number {
  return same === length || Math.min(same, length - same) >= SHORTEST_CUT ? same : 0;
}

/** A place where words seem to have been cut out: what stood around them stands together. */
export interface Cut {
  /** Folded index. */
  readonly at: number;
  /** How well it fits, from 0 to 1. */
  readonly fit: number;
}

/** Places where what stood before the quote ends, or what stood behind it begins. */
export function seams(index: GramIndex, { before, after }: Sought, near: number): number[] {
  const all: number[] = [];
  if (before) for (const at of index.nearest(before.number, near, MOST_CUTS)) all.push(at + GRAM);
  if (after) all.push(...index.nearest(after.number, near, MOST_CUTS));
  return all;
}

/** So much of what stood right beside a quote is known again elsewhere. */
const NEAREST = 24;

/** Where what stood right before the quote stands, as folded indexes of its end; the nearest ones, if many. */
export function standsBefore(
  { units }: Folded,
  index: GramIndex,
  sought: Sought,
  near: number,
): number[] {
  const { before, prefix } = sought;
  if (!before) return [];
  const least = Math.min(prefix.length, NEAREST);
  const ends = Array.from(index.nearest(before.number, near, MOST_CUTS), (at) => at + GRAM);
  return ends.filter((at) => sameBefore(units, at, prefix) >= least);
}

/** The same of what stood right behind it: where it begins. */
export function standsAfter(
  { units }: Folded,
  index: GramIndex,
  sought: Sought,
  near: number,
): number[] {
  const { after, suffix } = sought;
  if (!after) return [];
  const least = Math.min(suffix.length, NEAREST);
  const starts = Array.from(index.nearest(after.number, near, MOST_CUTS));
  return starts.filter((at) => sameAfter(units, at, suffix) >= least);
}

/** Whether what stood on either side of the quote stands there, edited a little, or near by. */
export function isBetweenSides(text: Folded, sought: Sought, at: number): boolean {
  const [before, after] = [sideBefore(text, at, sought), sideAfter(text, at, sought)];
  const isBeside = (side: Side) => side.isKnown && side.fit >= CUT;
  return (
    (isBeside(before) && isBeside(after)) || isEnclosed(text, sought, { start: at, end: at }, [])
  );
}

/** The place that fits best where what stood before the quote is followed at once by what stood behind it. */
export function cutOut(
  { units }: Folded,
  index: GramIndex,
  sought: Sought,
  near: number,
): Cut | undefined {
  const { prefix, suffix } = sought;
  if (prefix.length < SHORTEST_CUT || suffix.length < SHORTEST_CUT) return undefined;
  const [last, first] = [prefix[prefix.length - 1], suffix[0]];
  let best: Cut | undefined;
  for (const at of seams(index, sought, near)) {
    // Both sides begin here; that is soon seen, and seldom so.
    if (units[at - 1] !== last || units[at] !== first) continue;
    const left = sameBefore(units, at, prefix) / prefix.length;
    const right = sameAfter(units, at, suffix) / suffix.length;
    const fit = (left + right) / 2;
    if (left < CUT || right < CUT || fit <= (best?.fit ?? 0)) continue;
    if (!isStillThere(units, sought, at, left, right)) best = { at, fit };
  }
  return best;
}

/**
 * Whether words stand right at a place where all around them seems to close up: what stood behind them may begin
 * as they do, and what stood before them may end so. It is another one's place if they stood there twice.
 *
 * @param left how much of what stood before them stands before that place, of 1
 * @param right how much of what stood behind them stands behind it
 */
function isStillThere(
  units: Uint16Array,
  { annotation, quote }: Sought,
  at: number,
  left: number,
  right: number,
): boolean {
  const { alike } = annotation.selector;
  const stoodOnce = alike === 'none' || alike === 'similar';
  return (
    ((stoodOnce || right < 1) && sameAfter(units, at, quote) === quote.length) ||
    ((stoodOnce || left < 1) && sameBefore(units, at, quote) === quote.length)
  );
}

function fitOf(
  same: number,
  context: Uint16Array,
  pattern: Pattern,
  units: Uint16Array,
  from: number,
): number {
  // Whatever is nearly the same is no more than the pattern.
  if (same >= pattern.length) return same / context.length;
  const bearable = Math.ceil(pattern.length * (1 - BY_CHANCE));
  const errors = pattern.errors(units, from, pattern.length + SLACK, bearable);
  const nearly = 1 - errors / pattern.length;
  // Of a longer context only what is nearest is compared so.
  const share = pattern.length / context.length;
  return Math.max(same / context.length, nearly >= BY_CHANCE ? nearly * share : 0);
}
