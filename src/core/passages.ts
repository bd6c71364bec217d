import type { Interview, Region, RegionKind, Turn } from './interview/model';
import { trimmedIn, type Line, type TextLines } from './text/lines';
import type { Span } from './text/span';

/** A paragraph of speech, or of a region worth reading: the unit in which a document is analysed. */
export interface Passage {
  readonly span: Span;
  /** Undefined for text that nobody speaks. */
  readonly turn: Turn | undefined;
  readonly region: Region | undefined;
}

/** Regions in which names and topics count; the others are furniture. */
const READ: ReadonlySet<RegionKind> = new Set(['title', 'biography', 'introduction', 'editorNote']);

/** The passages of an interview, in the order of the text. */
export function passagesOf(text: TextLines, interview: Interview): Passage[] {
  const spoken = interview.turns.flatMap((turn) =>
    turn.paragraphs.map((span) => ({ span, turn, region: undefined })),
  );
  const unspoken = interview.regions
    .filter((region) => READ.has(region.kind))
    .flatMap((region) =>
      paragraphsIn(text, region.span).map((span) => ({ span, turn: undefined, region })),
    );
  return [...unspoken, ...spoken].sort((a, b) => a.span.start - b.span.start);
}

/** The stretches of lines between blank ones, without white space at their ends. */
function paragraphsIn(text: TextLines, within: Span): Span[] {
  const paragraphs: Span[] = [];
  let start = within.start;
  const close = (end: number) => {
    const span = trimmedIn(text, { start, end: Math.min(end, within.end) });
    if (span.end > span.start) paragraphs.push(span);
  };
  for (let line = text.lineAt(within.start); line < text.lines.length; line++) {
    const { start: lineStart, end: lineEnd } = text.lineSpan(line);
    if (lineStart >= within.end) break;
    if ((text.lines[line] as Line).text.trim() !== '') continue;
    close(lineStart);
    start = lineEnd;
  }
  close(within.end);
  return paragraphs;
}

interface Entry<F> {
  readonly lines: readonly Line[];
  /** From the beginning of the first line. */
  readonly start: number;
  /** From the beginning of the last line. */
  readonly end: number;
  readonly facts: F;
}

/** Where a passage stands, by its first line and its last. */
interface Place extends Omit<Entry<unknown>, 'lines' | 'facts'> {
  readonly first: number;
  readonly last: number;
}

/**
 * Keeps what was found out about passages for as long as the lines they stand on are the same
 * objects: after an edit only the passages it touched are looked at again.
 */
export class PassageMemo<F> {
  private readonly byLine = new WeakMap<Line, Entry<F>[]>();
  /** Of the passages asked for last. */
  private latest: readonly Entry<F>[] = [];

  constructor(private readonly make: (passage: string) => F) {}

  /** What is found out about some passages, which are in order of the text. */
  of(text: TextLines, passages: readonly Passage[]): F[] {
    const more = this.latest.length - passages.length;
    let line = 0;
    this.latest = passages.map(({ span }, index) => {
      const place = placeOf(text, span, line);
      line = place.first;
      // Most are where they were, counted from the start or from the end.
      for (const entry of [this.latest[index], this.latest[index + more]]) {
        if (entry && isAt(entry, text, place)) return entry;
      }
      return this.sought(text, span, place);
    });
    return this.latest.map(({ facts }) => facts);
  }

  private sought(text: TextLines, span: Span, place: Place): Entry<F> {
    const first = text.lines[place.first] as Line;
    const onLine = this.byLine.get(first) ?? [];
    const known = onLine.find((entry) => isAt(entry, text, place));
    if (known) return known;
    const { start, end } = place;
    const lines = text.lines.slice(place.first, place.last + 1);
    const entry = { lines, start, end, facts: this.make(text.slice(span)) };
    // What stood there before is not there any more.
    const others = onLine.filter((other) => other.start !== start);
    this.byLine.set(first, [...others, entry]);
    return entry;
  }
}

function isAt(entry: Entry<unknown>, text: TextLines, place: Place): boolean {
  const { lines, start, end } = entry;
  if (start !== place.start || end !== place.end) return false;
  if (lines.length !== place.last - place.first + 1) return false;
  return lines.every((line, index) => line === text.lines[place.first + index]);
}

/** @param from a line at or before the one where the span starts */
function placeOf(text: TextLines, span: Span, from: number): Place {
  // Lines are walked through, as seeking each of many spans costs more than all else.
  const first = lineFrom(text, from, span.start);
  const last = lineFrom(text, first, Math.max(span.start, span.end - 1));
  const start = span.start - (text.starts[first] as number);
  return { first, last, start, end: span.end - (text.starts[last] as number) };
}

function lineFrom({ starts }: TextLines, line: number, offset: number): number {
  let at = line;
  while (at + 1 < starts.length && (starts[at + 1] as number) <= offset) at++;
  return at;
}
