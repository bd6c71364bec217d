import type { Span } from '../text/span';
import type { Field } from './field';
import type { Folded } from './fold';
import { GRAM, type GramIndex } from './grams';
import type { Pattern } from './nearly';
import { placesOf, sameAfter, sameBefore } from './runs';
import type { Sought } from './sought';

/** How well the context on one side of a place fits the old context of the quote. */
export interface Side {
  /** Whether the old context is known; in files that other programs wrote it may not be. */
  readonly isKnown: boolean;
  /** Whether the same words had the same context elsewhere, too. */
  readonly isShared: boolean;
  /** From 0 to 1: the share that is the same, or nearly the same, right beside the quote. */
  readonly fit: number;
}

/** Context is kept up to this many folded units; one of this length is shared with another place. */
export const MOST_CONTEXT = 160;

/** The largest share of a side that other places of the same words have, too: half as much is kept beyond it. */
export const MOST_SHARED = 2 / 3;

/** Unrelated texts have up to this much in common. */
const BY_CHANCE = 0.65;

/** An edited context may be this many units longer or shorter. */
const SLACK = 6;

/** How much of either side has to have closed up where the words between were cut out. */
const CUT = 0.6;
export const SHORTEST_CUT = 6;

/** How many places are looked at where the words may have been cut out. */
const MOST_CUTS = 32;

/** @param isRough whether only an exact match counts, which is much faster to find */
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

/** The share of the context before the quote, from 0 to 1, that is exactly the same before a place. */
export function exactFitBefore({ units }: Folded, at: number, { prefix }: Sought): number {
  if (prefix.length === 0) return at === 0 ? 1 : 0;
  return sameBefore(units, at, prefix) / prefix.length;
}

/** The same for the context after it. */
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

/** How far from a place its context is looked for, in case something was inserted between. */
export const NEARBY = 400;

/**
 * Whether the context of the quote still stands before and after the place, if not right beside it.
 *
 * @param starts all places of the same words: context beyond another one belongs to that one
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

/** How much of a side is right beside a place. A few letters don't count: they match by chance. */
function partOf(same: number, { length }: Uint16Array): number {
  return same === length || Math.min(same, length - same) >= SHORTEST_CUT ? same : 0;
}

/** A place where the words seem to have been cut out, as their context has closed up. */
export interface Cut {
  /** Folded index. */
  readonly at: number;
  /** How well it fits, from 0 to 1. */
  readonly fit: number;
}

/** Places where the context before the quote ends, or the context after it begins. */
export function seams(index: GramIndex, { before, after }: Sought, near: number): number[] {
  const all: number[] = [];
  if (before) for (const at of index.nearest(before.number, near, MOST_CUTS)) all.push(at + GRAM);
  if (after) all.push(...index.nearest(after.number, near, MOST_CUTS));
  return all;
}

/** How much of a context has to match for it to be recognised elsewhere. */
const NEAREST = 24;

/** Where the context before the quote occurs: folded indexes of its end, the nearest ones if there are many. */
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

/** The same for the context after it: where it begins. */
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

/** Whether both contexts of the quote are at a place, perhaps slightly edited, or close to it. */
export function isBetweenSides(text: Folded, sought: Sought, at: number): boolean {
  const [before, after] = [sideBefore(text, at, sought), sideAfter(text, at, sought)];
  const isBeside = (side: Side) => side.isKnown && side.fit >= CUT;
  return (
    (isBeside(before) && isBeside(after)) || isEnclosed(text, sought, { start: at, end: at }, [])
  );
}

/** The best place where the context before the quote is followed at once by the context after it. */
export function cutOut({ text, index }: Field, sought: Sought, near: number): Cut | undefined {
  const { units } = text;
  const { prefix, suffix } = sought;
  if (prefix.length < SHORTEST_CUT || suffix.length < SHORTEST_CUT) return undefined;
  const [last, first] = [prefix[prefix.length - 1], suffix[0]];
  let best: Cut | undefined;
  for (const at of seams(index, sought, near)) {
    // A cheap test first, which few places pass.
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
 * Whether the words are still there at a place where their context seems to have closed up: the context after
 * them may begin as they do, or the one before them end so. If they stood there twice, it is the other's place.
 *
 * @param left the share of the context before them that stands before that place
 * @param right the share of the context after them that stands after it
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
  // A near match can't be longer than the pattern.
  if (same >= pattern.length) return same / context.length;
  const bearable = Math.ceil(pattern.length * (1 - BY_CHANCE));
  const errors = pattern.errors(units, from, pattern.length + SLACK, bearable);
  const nearly = 1 - errors / pattern.length;
  // The pattern holds only the nearest part of a longer context.
  const share = pattern.length / context.length;
  return Math.max(same / context.length, nearly >= BY_CHANCE ? nearly * share : 0);
}
