import type { Interview, Piece, Region, RegionKind, Turn } from './interview/model';
import { regionMoved } from './interview/structure';
import { trimmedIn, type Line, type TextLines } from './text/lines';
import { Sequence } from './text/sequence';
import { spanMoved, type Span } from './text/span';

/** A paragraph of speech, or of a region worth reading: the unit in which a document is analysed. */
export interface Passage {
  readonly span: Span;
  /** Undefined for text that nobody speaks. */
  readonly turn: Turn | undefined;
  readonly region: Region | undefined;
}

/** Regions in which names and topics count; the others are furniture. */
const READ: ReadonlySet<RegionKind> = new Set(['title', 'biography', 'introduction', 'editorNote']);

/** So many take about a millisecond. */
const PIECES_IN_A_STEP = 256;

/** Where a passage stands, from the beginning of its piece. */
interface PlacedPassage extends Span {
  /** Absent for what is spoken. */
  readonly region?: Region;
}

/** The passages of a piece of an interview with what was found out about them, wherever they stand. */
export interface ReadPiece<F> {
  readonly piece: Piece;
  readonly passages: readonly PlacedPassage[];
  /** In the same order. */
  readonly facts: readonly F[];
}

/** The passages of a piece, in the order of the text. */
function passagesIn(
  text: TextLines,
  { turn, regions }: Piece,
  start: number,
): readonly PlacedPassage[] {
  const spoken = turn?.paragraphs ?? [];
  const unspoken = regions
    .filter((region) => READ.has(region.kind))
    .flatMap((region) =>
      paragraphsIn(text, spanMoved(region.span, start)).map((span) => ({
        ...spanMoved(span, 0 - start),
        region,
      })),
    );
  if (unspoken.length === 0) return spoken;
  return [...unspoken, ...spoken].sort((a, b) => a.start - b.start);
}

/** The passages of an interview at their places in the text, in its order. */
export function passagesOf(
  { turns, starts }: Interview,
  read: Sequence<ReadPiece<unknown>>,
): Passage[] {
  const all: Passage[] = [];
  let index = 0;
  for (const { passages } of read) {
    const by = starts.at(index) as number;
    for (const passage of passages) {
      const span = spanMoved(passage, by);
      const { region } = passage;
      // What stands before the first turn is the first piece.
      if (!region) all.push({ span, turn: turns[index - 1], region });
      else all.push({ span, turn: undefined, region: regionMoved(region, by) });
    }
    index++;
  }
  return all;
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
    if ((text.lines.at(line) as Line).text.trim() !== '') continue;
    close(lineStart);
    start = lineEnd;
  }
  close(within.end);
  return paragraphs;
}

interface Entry<F> {
  /** The lines behind the first. */
  readonly others: readonly Line[];
  /** From the beginning of the first line. */
  readonly start: number;
  /** From the beginning of the last line. */
  readonly end: number;
  readonly facts: F;
  /** Another passage that begins on the line. */
  next: Entry<F> | undefined;
}

const NO_OTHERS: readonly Line[] = [];

/** Where a passage stands, by its first line and its last. */
interface Place extends Pick<Entry<unknown>, 'start' | 'end'> {
  readonly first: number;
  readonly last: number;
}

/**
 * Keeps what was found out about passages for as long as the lines they stand on are the same
 * objects: after an edit only the passages it touched are looked at again.
 */
export class PassageMemo<F> {
  private readonly byLine = new WeakMap<Line, Entry<F>>();
  /** Of the interview asked for last. */
  private pieces = Sequence.of<Piece>([]);
  private latest = Sequence.of<ReadPiece<F>>([]);

  constructor(private readonly make: (passage: string) => F) {}

  /** What is found out about the passages of each piece, in steps. */
  *reading(
    text: TextLines,
    { pieces, starts }: Interview,
  ): Generator<undefined, Sequence<ReadPiece<F>>> {
    const { first, endBefore, end } = this.pieces.changedTo(pieces);
    const made: ReadPiece<F>[] = [];
    for (const piece of pieces.slice(first, end)) {
      made.push(this.read(text, piece, starts.at(first + made.length) as number));
      if (made.length % PIECES_IN_A_STEP === 0) yield;
    }
    this.latest = this.latest.replaced(first, endBefore, made);
    this.pieces = pieces;
    return this.latest;
  }

  private read(text: TextLines, piece: Piece, start: number): ReadPiece<F> {
    const passages = passagesIn(text, piece, start);
    let line = text.lineAt(start);
    const facts = passages.map((passage) => {
      const span = spanMoved(passage, start);
      const place = placeOf(text, span, line);
      line = place.first;
      return this.sought(text, span, place);
    });
    return { piece, passages, facts };
  }

  private sought(text: TextLines, span: Span, place: Place): F {
    const line = text.lines.at(place.first) as Line;
    let rest: Entry<F> | undefined;
    for (let entry = this.byLine.get(line); entry; entry = entry.next) {
      if (isAt(entry, text, place)) return entry.facts;
      // What stood there before is not there any more.
      if (entry.start !== place.start) rest = { ...entry, next: rest };
    }
    const { start, end, first, last } = place;
    const others = first === last ? NO_OTHERS : text.lines.slice(first + 1, last + 1);
    const facts = this.make(text.slice(span));
    this.byLine.set(line, { others, start, end, facts, next: rest });
    return facts;
  }
}

function isAt({ others, start, end }: Entry<unknown>, text: TextLines, place: Place): boolean {
  if (start !== place.start || end !== place.end) return false;
  if (others.length !== place.last - place.first) return false;
  return others.every((line, index) => line === text.lines.at(place.first + 1 + index));
}

/** @param from a line at or before the one where the span starts */
function placeOf(text: TextLines, span: Span, from: number): Place {
  // Lines are walked through, as seeking each of many spans costs more than all else.
  const first = lineFrom(text, from, span.start);
  const last = lineFrom(text, first, Math.max(span.start, span.end - 1));
  const start = span.start - text.startOf(first);
  return { first, last, start, end: span.end - text.startOf(last) };
}

function lineFrom(text: TextLines, line: number, offset: number): number {
  let at = line;
  while (at + 1 < text.lines.length && text.startOf(at + 1) <= offset) at++;
  return at;
}
