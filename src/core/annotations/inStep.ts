import type { Span } from '../text/span';
import { MOST_CONTEXT } from './context';
import type { Folded } from './fold';
import { isAt, placesOf } from './runs';
import type { FoldedAnnotation } from './sought';

/** How many folded units words may be from where their neighbours suggest, because of edits between them. */
const ROOM = 64;
/** … and how many if the kept context is known to tell them from the same words elsewhere. */
const FAR_ROOM = 512;

/** How many units of context tell words from the same ones close by. */
const LEAST_CONTEXT = 16;

/**
 * The one place, close to where words are expected, at which they have all of their context: they have moved
 * in step with their neighbours, through edits elsewhere or a new layout of the whole text.
 *
 * @param at folded indexes at which they may begin
 * @returns folded indexes; undefined if there is no such place, or more than one
 */
export function placeInStep(
  { units }: Folded,
  { annotation, prefix, quote, suffix }: FoldedAnnotation,
  at: readonly number[],
): Span | undefined {
  if (quote.length === 0 || prefix.length + suffix.length < LEAST_CONTEXT) return undefined;
  const places = new Set<number>();
  const hasBefore = (start: number) => isAt(units, start - prefix.length, prefix);
  const hasBehind = (start: number) => isAt(units, start + quote.length, suffix);
  const isTold = Math.min(prefix.length, suffix.length) < MOST_CONTEXT;
  const room = annotation.selector.alike && isTold ? FAR_ROOM : ROOM;
  for (const expected of at) {
    const [from, to] = [Math.max(0, expected - room), expected + room + quote.length];
    for (const start of placesOf(quote, units, from, to)) {
      // Of a passage that stands twice in a row it may be the copy that has all around it.
      if (hasBefore(start) || hasBehind(start)) places.add(start);
    }
  }
  const [only] = places;
  if (only === undefined || places.size > 1 || !hasBefore(only) || !hasBehind(only))
    return undefined;
  return { start: only, end: only + quote.length };
}
