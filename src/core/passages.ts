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
  readonly end: number;
  readonly facts: F;
}

/**
 * Keeps what was found out about passages for as long as the lines they stand on are the same
 * objects: after an edit only the passages it touched are looked at again.
 */
export class PassageMemo<F> {
  private readonly entries = new WeakMap<Line, Map<number, Entry<F>>>();

  constructor(private readonly make: (passage: string) => F) {}

  get(text: TextLines, span: Span): F {
    const first = text.lineAt(span.start);
    const last = text.lineAt(Math.max(span.start, span.end - 1));
    const start = span.start - (text.starts[first] as number);
    const end = span.end - (text.starts[last] as number);
    const line = text.lines[first] as Line;
    const known = this.entries.get(line)?.get(start);
    if (known && known.end === end && sameLines(known.lines, text.lines, first, last)) {
      return known.facts;
    }
    const facts = this.make(text.slice(span));
    const ofLine = this.entries.get(line) ?? new Map<number, Entry<F>>();
    ofLine.set(start, { lines: text.lines.slice(first, last + 1), end, facts });
    this.entries.set(line, ofLine);
    return facts;
  }
}

function sameLines(
  known: readonly Line[],
  lines: readonly Line[],
  first: number,
  last: number,
): boolean {
  return (
    known.length === last - first + 1 && known.every((line, index) => line === lines[first + index])
  );
}
