import { finished } from '../steps';
import type { TextLines } from '../text/lines';
import { lastStartingAtOrBefore, overlaps, type Span } from '../text/span';
import { MOST_CONTEXT } from './context';
import { decide, lookAlikes } from './decide';
import type { Field } from './field';
import { difference, type Grade } from './difference';
import { Folder, foldedIndex, isSameWording, type Folded } from './fold';
import type { Expected, Found } from './found';
import { GramIndex } from './grams';
import { placeInStep } from './inStep';
import type { Anchored, Annotation, Selector } from './model';
import { mayBeRepeated } from './repeated';
import { originalSpan } from './place';
import { foldedAnnotation, soughtOf, type FoldedAnnotation, type Sought } from './sought';

/** Units of context kept on either side of a quote, as Hypothesis does. */
const CONTEXT = 32;

/** Where the same words occur elsewhere, at least this much context is kept beyond what both places share. */
const BEYOND = 8;

/** How many annotations are folded or compared between two pauses. */
const AT_ONCE = 50;

/** For rules and empty lines, at least this many letters of context are kept … */
const LEAST = 12;
/** … within this many units. */
const MOST_UNITS = 1000;

/** Of many annotations, about this many are sought first … */
const SEEDS = 16;
/** … if that is no more than one in this many. */
const LEAST_APART = 4;

/** From this fit on a place is certain, so that others can be judged by it. */
const SURE_FIT = 0.8;

/** Words may be this many folded units, and this share of the distance, from where their neighbours suggest. */
const CLOSE = 2;
const CLOSE_SHARE = 0.02;
const FARTHEST = 10;

/** The selector of one span, as {@link selectAll} makes it, but without looking for similar words elsewhere. */
export function select(text: TextLines, span: Span): Selector {
  const whole = text.toString();
  if (mayBeRepeated(whole, span)) return selectAll(text, [span])[0] as Selector;
  return { ...selector(whole, span, CONTEXT, CONTEXT), alike: 'none' };
}

/**
 * The selectors of spans: their words, 32 units on either side (more where the same words occur elsewhere in
 * the same surroundings), and whether the text holds anything like them.
 */
export function selectAll(text: TextLines, spans: readonly Span[]): Selector[] {
  return finished(selectSteps(text, spans));
}

/** As {@link selectAll}, with pauses after a few milliseconds each. */
export function* selectSteps(
  text: TextLines,
  spans: readonly Span[],
): Generator<undefined, Selector[]> {
  if (spans.length === 0) return [];
  const original = text.toString();
  const annotations = spans.map((span) => ({
    id: '',
    selector: selector(original, span, CONTEXT, CONTEXT),
    tags: [],
    topics: [],
  }));
  const { text: whole, folded } = yield* foldAll(original, annotations);
  const { field, sought } = yield* fieldOf(original, whole, folded);
  const selectors: Selector[] = [];
  for (const [number, span] of spans.entries()) {
    yield;
    const own = {
      start: foldedIndex(field.text, span.start),
      end: foldedIndex(field.text, span.end),
    };
    const words = sought[number] as Sought;
    const { alike, times, places } = lookAlikes(field, words, own);
    const [before, behind] = contextOver(field.text, own, places, span);
    const plain = selector(original, span, before, behind);
    const isCounted = times > 1 && times < Infinity;
    selectors.push({ ...plain, alike, ...(isCounted && { times }) });
  }
  return selectors;
}

function selector(text: string, { start, end }: Span, before: number, behind: number): Selector {
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - before), start),
    suffix: text.slice(end, end + behind),
  };
}

/** How many units of context tell a span from the other places of the same or similar words. */
function contextOver(
  { units, offsets }: Folded,
  own: Span,
  places: readonly Span[],
  span: Span,
): [number, number] {
  let [before, behind] = [0, 0];
  for (const { start, end } of places) {
    let left = 0;
    while (
      left < MOST_CONTEXT &&
      left < start &&
      units[start - 1 - left] === units[own.start - 1 - left]
    )
      left++;
    let right = 0;
    while (
      right < MOST_CONTEXT &&
      units[own.end + right] !== undefined &&
      units[end + right] === units[own.end + right]
    )
      right++;
    before = Math.max(before, left);
    behind = Math.max(behind, right);
    if (Math.min(before, behind) === MOST_CONTEXT) break;
  }
  const first = offsets[Math.max(0, Math.floor(own.start - beyond(before)))] ?? 0;
  const last = offsets[Math.min(units.length, Math.ceil(own.end + beyond(behind)))] ?? span.end;
  return [
    Math.max(CONTEXT, Math.min(MOST_UNITS, span.start - first)),
    Math.max(CONTEXT, Math.min(MOST_UNITS, last - span.end)),
  ];
}

/** A context longer than the shared part, so that the other places fit clearly worse. */
function beyond(shared: number): number {
  return shared + Math.max(shared === 0 ? LEAST : BEYOND, shared / 2);
}

/** Folds a text, and annotations. */
function* foldAll(
  original: string,
  annotations: readonly Annotation[],
): Generator<undefined, { text: Folded; folded: FoldedAnnotation[] }> {
  const folder = new Folder();
  const text = yield* folder.steps(original);
  const folded: FoldedAnnotation[] = [];
  for (const annotation of annotations) {
    folded.push(foldedAnnotation(annotation, folder));
    if (folded.length % AT_ONCE === 0) yield;
  }
  return { text, folded };
}

/** Looks for the grams of annotations in a text. */
function* fieldOf(
  original: string,
  text: Folded,
  folded: readonly FoldedAnnotation[],
): Generator<undefined, { field: Field; sought: Sought[] }> {
  const index = new GramIndex();
  const sought: Sought[] = [];
  for (const one of folded) {
    sought.push(soughtOf(one, index));
    if (sought.length % AT_ONCE === 0) yield;
  }
  yield* index.find(text);
  return { field: { original, text, index }, sought };
}

/**
 * Finds the words of annotations in a text that may have changed since. It looks, in this order, for the
 * old position; the same words in the same context (line breaks, straightened quotes and layout don't
 * count as differences); other words in the old context, in which case the annotation is `changed` and
 * has to be reviewed; and the same words in another context, if they are too telling to be said twice.
 * Whatever fits two places, or none well enough, is an orphan.
 *
 * The selectors are those of the W3C Web Annotation model (position, then quote). Unlike with
 * Hypothesis' scorer, no place wins by being the best of bad ones: similar words count only between
 * their old neighbours, and not if those neighbours have closed up elsewhere, where the words were cut.
 *
 * @returns one result for each annotation, in the same order; offsets in UTF-16 units
 */
export function reanchor(text: string, annotations: readonly Annotation[]): Anchored[] {
  return finished(reanchorSteps(text, annotations));
}

/** As {@link reanchor}, with pauses after a few milliseconds each. */
export function* reanchorSteps(
  text: string,
  annotations: readonly Annotation[],
): Generator<undefined, Anchored[]> {
  const found: (Found | undefined)[] = annotations.map((annotation) => inPlace(text, annotation));
  const missing = annotations.flatMap((_, index) => (found[index] ? [] : [index]));
  if (missing.length > 0) yield* seek(text, annotations, missing, found);
  const anchored: Anchored[] = [];
  for (const [index, annotation] of annotations.entries()) {
    anchored.push(anchoredAs(text, annotation, found[index]));
    if (anchored.length % AT_ONCE === 0) yield;
  }
  return anchored;
}

/** Anchors only those annotations whose words and context are unchanged and in place; the others are left out. */
export function anchoredInPlace(text: string, annotations: readonly Annotation[]): Anchored[] {
  return annotations.flatMap((annotation) => {
    const found = inPlace(text, annotation);
    return found ? [anchoredAs(text, annotation, found)] : [];
  });
}

/** Where an annotation stands if its words and context are unchanged and in place. */
function inPlace(text: string, { selector }: Annotation): Found | undefined {
  const { start, end, quote, prefix, suffix } = selector;
  const isHere =
    quote !== '' &&
    start >= 0 &&
    end === start + quote.length &&
    text.startsWith(quote, start) &&
    text.startsWith(suffix, end) &&
    text.slice(Math.max(0, start - prefix.length), start) === prefix;
  return isHere ? { span: { start, end }, fit: 1, isSure: true } : undefined;
}

/** A search for annotations, with what it has found so far. */
interface Search {
  readonly original: string;
  readonly text: Folded;
  readonly annotations: readonly Annotation[];
  /** Those that aren't found yet are undefined. */
  readonly found: (Found | undefined)[];
}

/** An annotation still to be found, with its index. */
interface Missing {
  readonly number: number;
  readonly folded: FoldedAnnotation;
}

/** Seeks the annotations numbered in `missing`, and puts them in `found`. */
function* seek(
  original: string,
  annotations: readonly Annotation[],
  missing: readonly number[],
  found: (Found | undefined)[],
): Generator<undefined, void> {
  const { text, folded } = yield* foldAll(
    original,
    missing.map((number) => annotations[number] as Annotation),
  );
  const all = missing
    .map((number, nth) => ({ number, folded: folded[nth] as FoldedAnnotation }))
    .sort((a, b) => startOf(a) - startOf(b));
  // A few show how far the text has moved; most of the others then needn't be sought everywhere.
  const apart = Math.ceil(all.length / SEEDS);
  const seeds = apart < LEAST_APART ? all : all.filter((_, nth) => nth % apart === 0);
  const search: Search = { original, text, annotations, found };
  yield* seekEverywhere(search, seeds);
  if (seeds.length < all.length) {
    yield* seekInStep(search, all);
    const rest = all.filter(({ number }) => !found[number]?.isSure);
    yield* seekEverywhere(search, rest);
  }
  giveUpTaken(annotations, found);
}

function startOf({ folded }: Missing): number {
  return folded.annotation.selector.start;
}

/** Finds annotations that have moved by as much as their neighbours. */
function* seekInStep(
  { original, text, annotations, found }: Search,
  all: readonly Missing[],
): Generator<undefined, void> {
  const drifts = driftsOf(annotations, found);
  let next = 0;
  let last: Drift | undefined;
  for (const [nth, { number, folded }] of all.entries()) {
    if (nth % AT_ONCE === 0) yield;
    if (found[number]?.isSure) continue;
    const { selector } = folded.annotation;
    for (; (drifts[next]?.start ?? Infinity) <= selector.start; next++) last = drifts[next];
    const near = [last, drifts[next]].filter((drift) => drift !== undefined);
    const at = near.map(({ by }) => foldedIndex(text, Math.max(0, selector.start + by)));
    const place = placeInStep(text, folded, at);
    if (!place) continue;
    const span = originalSpan(original, text, place, selector, folded.foldedQuote);
    found[number] = { span, fit: 1, isSure: true };
    const { start } = selector;
    last = { start, end: start, by: span.start - start };
  }
}

/** Seeks annotations wherever they may be. */
function* seekEverywhere(
  { original, text, annotations, found }: Search,
  all: readonly Missing[],
): Generator<undefined, void> {
  if (all.length === 0) return;
  const { field, sought } = yield* fieldOf(
    original,
    text,
    all.map(({ folded }) => folded),
  );
  const place = (offset: number) => foldedIndex(text, offset);
  // What the first round finds tells where to expect the others.
  for (const isLast of [false, true]) {
    const drifts = driftsOf(annotations, found);
    for (const [nth, { number, folded }] of all.entries()) {
      if (isLast && found[number]) continue;
      const { start } = folded.annotation.selector;
      const expected = expectedAt(start, drifts, place) ?? { at: [place(start)], within: 0 };
      found[number] = decide(field, sought[nth] as Sought, expected, isLast);
      yield;
    }
  }
}

/** How far an annotation that was found for certain has moved; `start` is its old position. */
interface Drift extends Span {
  readonly by: number;
}

function driftsOf(
  annotations: readonly Annotation[],
  found: readonly (Found | undefined)[],
): Drift[] {
  return annotations
    .flatMap(({ selector: { start } }, number) => {
      const at = found[number];
      return at?.isSure && at.fit >= SURE_FIT
        ? [{ start, end: start, by: at.span.start - start }]
        : [];
    })
    .sort((a, b) => a.start - b.start);
}

/** Where words should be, judging by the nearest annotations on either side that were found for certain. */
function expectedAt(
  start: number,
  drifts: readonly Drift[],
  place: (offset: number) => number,
): Expected | undefined {
  const last = lastStartingAtOrBefore(drifts, start, (drift) => drift);
  const near = [drifts[last], drifts[last + 1]].filter((drift) => drift !== undefined);
  if (near.length === 0) return undefined;
  const distance = Math.max(...near.map((drift) => Math.abs(drift.start - start)));
  return {
    at: near.map(({ by }) => place(Math.max(0, start + by))),
    within: CLOSE + Math.min(FARTHEST, distance * CLOSE_SHARE),
  };
}

/**
 * Gives up places on words that certainly belong to another annotation: as these are unchanged, they
 * can't be what has become of words that stood elsewhere.
 */
function giveUpTaken(annotations: readonly Annotation[], found: (Found | undefined)[]): void {
  const sure = found
    .flatMap((at, number) => (at?.isSure && at.fit >= SURE_FIT ? [{ number, span: at.span }] : []))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const longest = sure.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  for (const [number, at] of found.entries()) {
    if (!at || (at.isSure && at.fit >= SURE_FIT)) continue;
    const own = annotations[number] as Annotation;
    const from = lastStartingAtOrBefore(sure, at.span.start - longest, ({ span }) => span);
    for (let next = Math.max(0, from); next < sure.length; next++) {
      const { number: other, span } = sure[next] as (typeof sure)[number];
      if (span.start >= at.span.end) break;
      if (!overlaps(span, at.span)) continue;
      const { selector } = annotations[other] as Annotation;
      if (!overlaps(selector, own.selector)) found[number] = undefined;
    }
  }
}

function anchoredAs(text: string, annotation: Annotation, found: Found | undefined): Anchored {
  if (!found) return { annotation, span: undefined, state: 'orphan' };
  const { span } = found;
  const { selector, was } = annotation;
  const words = text.slice(span.start, span.end);
  if (was !== undefined || !isSameWording(selector.quote, words)) {
    return { annotation, span, state: 'changed', grade: gradeOf(annotation, words) };
  }
  if (!found.isSure) return { annotation, span, state: 'changed', grade: 'place' };
  const isExact = span.start === selector.start && words === selector.quote;
  return { annotation, span, state: isExact ? 'exact' : 'moved' };
}

/** Why a changed annotation has to be reviewed. */
export function gradeOf({ was, selector }: Annotation, words: string): Grade | 'place' {
  // Until somebody has reviewed it, the file keeps the old words even if they are the same.
  if (was === selector.quote && isSameWording(was, words)) return 'place';
  return difference(was ?? selector.quote, words).grade ?? 'slight';
}
