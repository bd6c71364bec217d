import type { Edit, TextLines } from '../text/lines';
import type { Span } from '../text/span';
import type { Anchored, Annotation, Selector } from './model';

/** Units of context kept on either side of a quote, as Hypothesis does. */
const CONTEXT = 32;

/** So many places of one quote are judged; a quote that stands more often says nothing. */
const MOST_PLACES = 1000;

/** A quote of this length that stands nowhere else needs less context, but some: a look-alike has none. */
const TELLING_QUOTE = 24;
const SOME_CONTEXT = 0.2;

/** How much of the context has to be there, of 1, where the quote is short or stands twice. */
const TELLING_CONTEXT = 0.5;

/** The selector of a span: its words and 32 units on either side. */
export function select(text: TextLines, span: Span): Selector {
  const before = { start: Math.max(0, span.start - CONTEXT), end: span.start };
  const after = { start: span.end, end: Math.min(text.length, span.end + CONTEXT) };
  return {
    ...span,
    quote: text.slice(span),
    prefix: text.slice(before),
    suffix: text.slice(after),
  };
}

/**
 * Finds the words of annotations in a text that may have changed since: where they stood, else
 * wherever the same words stand in the same context. Other line breaks and straightened quotes are
 * the same words. Words that changed are not guessed at: the annotation becomes an orphan.
 *
 * The method is that of the W3C Web Annotation selectors (position, then quote); unlike Hypothesis'
 * scorer, a look-alike in another context doesn't count.
 *
 * @returns one result for each annotation, in the same order; offsets in UTF-16 units
 */
export function reanchor(text: string, annotations: readonly Annotation[]): Anchored[] {
  const folded = fold(text);
  return annotations.map((annotation) => {
    const { selector } = annotation;
    if (text.slice(selector.start, selector.end) === selector.quote && selector.quote !== '') {
      const span = { start: selector.start, end: selector.end };
      if (contextAt(folded, selector, foldedSpan(folded, span)) >= TELLING_CONTEXT) {
        return { annotation, span, state: annotation.was === undefined ? 'exact' : 'changed' };
      }
    }
    const span = find(folded, selector);
    if (!span) return { annotation, span, state: 'orphan' };
    return { annotation, span, state: annotation.was === undefined ? 'moved' : 'changed' };
  });
}

/** Where a span is after an edit, and whether the edit changed its words. */
export function moved(span: Span, edit: Edit): { span: Span | undefined; touched: boolean } {
  const by = edit.text.length - (edit.end - edit.start);
  if (edit.end <= span.start)
    return { span: { start: span.start + by, end: span.end + by }, touched: false };
  if (edit.start >= span.end) return { span, touched: false };
  // What was replaced together with words outside stands outside; what was typed inside, inside.
  const startsInside =
    edit.start > span.start || (edit.start === span.start && edit.end < span.end);
  const start = startsInside ? span.start : edit.start + edit.text.length;
  const end = edit.end <= span.end ? span.end + by : edit.start;
  return { span: end > start ? { start, end } : undefined, touched: true };
}

/** A text in which what doesn't change the words is alike, with the way back to its offsets. */
interface Folded {
  readonly text: string;
  /** Offset in the original of each unit, and of the end. */
  readonly offsets: Uint32Array;
}

const ALIKE: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '\u00a0': ' ',
};

/** White space of any kind and length becomes one space, quotes become straight. */
function fold(text: string): Folded {
  const offsets = new Uint32Array(text.length + 1);
  const units: string[] = [];
  let wasSpace = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] as string;
    const isSpace = /\s/.test(unit);
    if (isSpace && wasSpace) continue;
    wasSpace = isSpace;
    offsets[units.length] = index;
    units.push(isSpace ? ' ' : (ALIKE[unit] ?? unit));
  }
  offsets[units.length] = text.length;
  return { text: units.join(''), offsets: offsets.subarray(0, units.length + 1) };
}

/** The folded span of an original one. */
function foldedSpan({ offsets }: Folded, { start, end }: Span): Span {
  return { start: firstAtOrAfter(offsets, start), end: firstAtOrAfter(offsets, end) };
}

function firstAtOrAfter(offsets: Uint32Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the same words that fits best; undefined if none, or no single one, fits. */
function find(folded: Folded, selector: Selector): Span | undefined {
  const quote = fold(selector.quote).text;
  if (quote.trim() === '') return undefined;
  const places = occurrences(folded.text, quote);
  const wanted = firstAtOrAfter(folded.offsets, selector.start);
  const judged = places
    .map((start) => ({
      start,
      context: contextAt(folded, selector, { start, end: start + quote.length }),
    }))
    .sort(
      (a, b) => b.context - a.context || Math.abs(a.start - wanted) - Math.abs(b.start - wanted),
    );
  const best = judged[0];
  if (!best) return undefined;
  const isUnique = places.length === 1 && quote.length >= TELLING_QUOTE;
  if (best.context < (isUnique ? SOME_CONTEXT : TELLING_CONTEXT)) return undefined;
  const { offsets } = folded;
  const last = best.start + quote.length - 1;
  return { start: offsets[best.start] as number, end: (offsets[last] as number) + 1 };
}

function occurrences(text: string, quote: string): number[] {
  const places: number[] = [];
  let at = text.indexOf(quote);
  while (at >= 0 && places.length < MOST_PLACES) {
    places.push(at);
    at = text.indexOf(quote, at + 1);
  }
  return places;
}

/** How much of prefix and suffix stands around a place, from 0 to 1; 1 where there is no context. */
function contextAt({ text }: Folded, { prefix, suffix }: Selector, { start, end }: Span): number {
  const before = fold(prefix).text;
  const after = fold(suffix).text;
  const there = text.slice(Math.max(0, start - before.length), start);
  const length = before.length + after.length;
  if (length === 0) return 1;
  const same = commonEnd(before, there) + commonStart(after, text.slice(end, end + after.length));
  return same / length;
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
    length++;
  return length;
}
