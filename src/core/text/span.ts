/** A half-open stretch of text, `[start, end)`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** Whether two spans share at least one unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The order of the text: of two that begin together the shorter one first. */
export function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/**
 * A plain span elsewhere. Unlike {@link shifted} it copies nothing else: for the hot paths.
 *
 * @param by back by `0 - offset`: `-offset` may be −0, after which V8 keeps the offsets of all spans as
 * doubles, each in an object of its own
 */
export function spanMoved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function shifted<S extends Span>(span: S, by: number): S {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** The span without the white space at its ends; empty at its start if nothing else is in it. */
export function trimmed(text: string, span: Span): Span {
  const inner = text.slice(span.start, span.end);
  const start = span.start + inner.length - inner.trimStart().length;
  return { start, end: Math.max(start, span.start + inner.trimEnd().length) };
}

/**
 * The item whose span contains `offset`, by binary search.
 *
 * @param items sorted by start and not overlapping
 */
export function itemAt<T>(
  items: readonly T[],
  offset: number,
  spanOf: (item: T) => Span,
): T | undefined {
  const index = lastStartingAtOrBefore(items, offset, spanOf);
  const item = items[index];
  return item && contains(spanOf(item), offset) ? item : undefined;
}

/** The index of the last item that starts at or before `offset`; -1 if there is none. */
export function lastStartingAtOrBefore<T>(
  items: readonly T[],
  offset: number,
  spanOf: (item: T) => Span,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spanOf(items[middle] as T).start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
