import search from 'approx-string-match';
import { trimmed, type Span } from '../text/span';
import { exactFitAfter, exactFitBefore, sideAfter, sideBefore, type Side } from './context';
import { difference, type Difference, type Part } from './difference';
import { spanOf, type Field } from './field';
import type { Folded } from './fold';
import { GRAM, type Gram, type GramIndex } from './grams';
import { Pattern } from './nearly';
import type { Sought } from './sought';

/** A place whose words may be what an edit has made of the quote. */
export interface ChangedPlace {
  /** In the original text. */
  readonly span: Span;
  /** Folded indexes. */
  readonly start: number;
  readonly end: number;
  /** How well what stands around it fits, from 0 to 1. */
  readonly fit: number;
  /** Whether both sides fit. */
  readonly isBetween: boolean;
  readonly difference: Difference;
  /** How much of the words is the same, from 0 to 1; of few words, how much of the letters, if that is more. */
  readonly likeness: number;
}

/** How many candidates for each end are looked at: those nearest to where the quote stood. */
const MOST_ENDS = 16;
/** How many of them, the best fitting, are weighed carefully. */
const MOST_WEIGHED = 8;
/** How many pairs of ends are compared word by word. */
const MOST_COMPARED = 4;

/** How much longer or shorter an edited quote may be: this many units, and this share of its length. */
const ROOM = 48;
const STRETCH = 0.75;

/** The share of the quote in which an approximate search allows errors, and the longest quote it is made for. */
const ERRORS = 0.3;
const LONGEST_SEARCHED = 1000;

/** A side with at least this fit counts as fitting. */
const FITS = 0.6;

interface End {
  /** Folded index. */
  readonly at: number;
  readonly side: Side;
  /** Whether the quote's own words stand at this end. */
  readonly isOwn: boolean;
}

/**
 * Places whose words may be the quote after an edit, the best first. Either end of such a place is
 * recognised by the context of the quote, or by the quote's own first or last words; where an edit
 * took both, an approximate search finds the end.
 *
 * @param taken folded stretches in which no such place may begin or end
 * @param isWorth whether a place of this fit is wanted; if none is, nothing is compared word by word
 */
export function changedPlaces(
  field: Field,
  sought: Sought,
  near: number,
  taken: readonly Span[],
  isWorth: (fit: number, isBetween: boolean) => boolean = () => true,
): ChangedPlace[] {
  const { text, index } = field;
  const { length } = sought.quote;
  const lefts = leftEnds(text, index, sought, near).filter(
    ({ at }) => !taken.some(({ start, end }) => start <= at && at < end),
  );
  const rights = rightEnds(text, index, sought, near + length).filter(
    ({ at }) => !taken.some(({ start, end }) => start < at && at <= end),
  );
  const pairs: [End, End][] = [];
  for (const left of lefts) {
    for (const right of rights)
      if (isPossible(right.at - left.at, length)) pairs.push([left, right]);
  }
  if (!pairs.some(isFit)) pairs.push(...searched(text, sought, lefts, rights, isWorth));
  if (!pairs.some((pair) => isWorth(fitOf(pair), isFit(pair)))) return [];
  const own = ([left, right]: [End, End]) => (left.isOwn ? 0.5 : 0) + (right.isOwn ? 0.5 : 0);
  const stretch = ([left, right]: [End, End]) => Math.abs(right.at - left.at - length) / length;
  const worth = (pair: [End, End]) => 2 * fitOf(pair) + own(pair) - stretch(pair);
  return pairs
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, MOST_COMPARED)
    .map((pair) => placeOf(field, sought, pair))
    .sort((a, b) => b.fit + b.difference.similarity - a.fit - a.difference.similarity);
}

function fitOf([left, right]: [End, End]): number {
  return (left.side.fit + right.side.fit) / 2;
}

function isFit([left, right]: [End, End]): boolean {
  return left.side.fit >= FITS && right.side.fit >= FITS;
}

/** Whether an edit may have turned words of one length into words of another. */
export function isPossible(length: number, before: number): boolean {
  return length > 0 && Math.abs(length - before) <= before * STRETCH + ROOM;
}

function placeOf(field: Field, sought: Sought, [left, right]: [End, End]): ChangedPlace {
  const { original, text } = field;
  const { selector } = sought.annotation;
  const whole = spanOf(field, sought, { start: left.at, end: right.at });
  const own = difference(selector.quote, original.slice(whole.start, whole.end));
  return {
    span: withoutAdditions(original, selector.quote, whole, own),
    start: left.at,
    end: right.at,
    fit: fitOf([left, right]),
    isBetween: isFit([left, right]),
    difference: own,
    likeness: Math.max(
      own.similarity,
      sought.isTelling ? 0 : lettersAlike(text, sought, left, right),
    ),
  };
}

function lettersAlike({ units }: Folded, { quote }: Sought, left: End, right: End): number {
  const pattern = new Pattern(quote, 1);
  return 1 - pattern.errors(units, left.at, right.at - left.at) / pattern.length;
}

/** How often the rest is looked at again: one addition may hide another. */
const MOST_ROUNDS = 3;

/** A stretch without what was added before or after the quote rather than within it. */
function withoutAdditions(
  original: string,
  quote: string,
  whole: Span,
  { parts }: Difference,
  rounds = MOST_ROUNDS,
): Span {
  const before = surplus(parts, true);
  const behind = surplus([...parts].reverse(), false);
  if (before + behind === 0 || before + behind >= whole.end - whole.start) return whole;
  const inner = trimmed(original, { start: whole.start + before, end: whole.end - behind });
  if (rounds === 0) return inner;
  const rest = difference(quote, original.slice(inner.start, inner.end));
  return withoutAdditions(original, quote, inner, rest, rounds - 1);
}

/**
 * How many characters at an end are neither the quote's own nor a replacement for them: a replacement has no
 * more words than were removed.
 *
 * @param parts from the end on
 */
function surplus([first, second, third]: readonly Part[], isBefore: boolean): number {
  if (first?.kind === 'same') return slid(first.text, second, third, isBefore);
  // Read from the beginning, what was removed comes first; read from the end, what was added.
  const [removed, added] = first?.kind === 'removed' ? [first, second] : [second, first];
  if (added?.kind !== 'added') return 0;
  if (removed?.kind !== 'removed') return added.text.length;
  const kept = removed.text.match(/\S+/g)?.length ?? 0;
  return excess(added.text, kept, isBefore);
}

/** The length of what precedes the last `kept` words, or follows the first ones. */
function excess(text: string, kept: number, isBefore: boolean): number {
  const words = [...text.matchAll(/\S+/g)];
  const border = isBefore ? words.at(-kept) : words[kept - 1];
  if (words.length <= kept || !border) return 0;
  return isBefore ? border.index : text.length - border.index - border[0].length;
}

/** The same difference slid along, where an addition ends like what precedes it: `a [b a] c` is also `[a b] a c`. */
function slid(
  same: string,
  second: Part | undefined,
  third: Part | undefined,
  isBefore: boolean,
): number {
  if (second?.kind !== 'added' || third?.kind !== 'same') return 0;
  const [end, added] = [same.trim(), second.text.trim()];
  if (isBefore ? !added.endsWith(end) : !added.startsWith(end)) return 0;
  return same.length + second.text.length - end.length;
}

function leftEnds(text: Folded, index: GramIndex, sought: Sought, near: number): End[] {
  const side = (at: number) => sideBefore(text, at, sought);
  const exactFit = (at: number) => exactFitBefore(text, at, sought);
  const { before, head, prefix } = sought;
  const ends = endsAt(index, near, [before, GRAM], [head, 0], side, exactFit);
  // The context before the quote is too short for a gram: the quote stood at the beginning of the text.
  if (!before) addEdge(ends, prefix.length, side(prefix.length));
  return ends;
}

function rightEnds(text: Folded, index: GramIndex, sought: Sought, near: number): End[] {
  const side = (at: number) => sideAfter(text, at, sought);
  const exactFit = (at: number) => exactFitAfter(text, at, sought);
  const { after, tail, suffix } = sought;
  const ends = endsAt(index, near, [after, 0], [tail, GRAM], side, exactFit);
  const last = text.units.length - suffix.length;
  if (!after && last >= 0) addEdge(ends, last, side(last));
  return ends;
}

/**
 * The best fitting ends at which a gram of the context, or one of the quote's own, occurs.
 *
 * @param near where the end stood
 */
function endsAt(
  index: GramIndex,
  near: number,
  context: readonly [Gram | undefined, number],
  own: readonly [Gram | undefined, number],
  side: (at: number) => Side,
  exactFit: (at: number) => number,
): End[] {
  const addPlaces = (places: Set<number>, [gram, shift]: readonly [Gram | undefined, number]) => {
    if (!gram) return places;
    for (const at of index.nearest(gram.number, near - shift, MOST_ENDS)) places.add(at + shift);
    return places;
  };
  const owns = addPlaces(new Set(), own);
  const all = addPlaces(addPlaces(new Set(), context), own);
  return Array.from(all, (at) => ({ at, fit: exactFit(at) }))
    .sort((a, b) => b.fit - a.fit || Math.abs(a.at - near) - Math.abs(b.at - near))
    .slice(0, MOST_WEIGHED)
    .map(({ at }) => ({ at, isOwn: owns.has(at), side: side(at) }));
}

function addEdge(ends: End[], at: number, side: Side): void {
  if (side.isKnown && side.fit === 1) ends.push({ at, side, isOwn: false });
}

/** Pairs of which one end is known by its context, and the other one found by an approximate search. */
function* searched(
  text: Folded,
  sought: Sought,
  lefts: End[],
  rights: End[],
  isWorth: (fit: number, isBetween: boolean) => boolean,
): Generator<[End, End]> {
  const { quote } = sought;
  if (quote.length < GRAM || quote.length > LONGEST_SEARCHED) return;
  const room = Math.floor(quote.length * (1 + ERRORS)) + GRAM;
  // All of the other side may stand at the end that is found.
  const mayBeWorth = ({ side: { fit } }: End) => fit >= FITS && isWorth((fit + 1) / 2, true);
  const best = (ends: End[]) => ends.filter(mayBeWorth).sort((a, b) => b.side.fit - a.side.fit)[0];
  const left = best(lefts);
  const right = best(rights);
  if (left) {
    const found = nearly(text, { start: left.at, end: left.at + room }, quote);
    if (found)
      yield [left, { at: found.end, side: sideAfter(text, found.end, sought), isOwn: false }];
  }
  if (right) {
    const found = nearly(text, { start: Math.max(0, right.at - room), end: right.at }, quote);
    if (found)
      yield [{ at: found.start, side: sideBefore(text, found.start, sought), isOwn: false }, right];
  }
}

function nearly({ units }: Folded, window: Span, quote: Uint16Array): Span | undefined {
  const read = (some: Uint16Array) => String.fromCharCode(...some);
  const most = Math.floor(quote.length * ERRORS);
  const [found] = search(read(units.subarray(window.start, window.end)), read(quote), most);
  return found && found.end > found.start
    ? { start: window.start + found.start, end: window.start + found.end }
    : undefined;
}
