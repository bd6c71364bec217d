import { lastAtOrBefore, Sequence } from './sequence';
import { trimmed, type Span } from './span';

/**
 * One line of a document. Lines are never changed, and every version of a document that contains a
 * line holds the same object: what is found out about a line can be kept in a `WeakMap` by it.
 */
export interface Line {
  /** What stands on the line, without its terminator. */
  readonly text: string;
  readonly terminator: '' | '\n' | '\r\n' | '\r';
}

/** Empty lines are shared: a file of a million of them must not cost a million objects. */
const EMPTY = {
  '\n': { text: '', terminator: '\n' },
  '\r\n': { text: '', terminator: '\r\n' },
  '\r': { text: '', terminator: '\r' },
} as const satisfies Record<string, Line>;

/** A change of a text: the units in `[start, end)` are replaced by `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** Splits after `\n`, `\r\n` and `\r`, as VS Code does. The last line may be empty. */
function split(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let nextReturn = text.indexOf('\r');
  let nextFeed = text.indexOf('\n');
  while (nextReturn >= 0 || nextFeed >= 0) {
    const returns = nextReturn >= 0 && (nextFeed < 0 || nextReturn < nextFeed);
    const end = returns ? nextReturn : nextFeed;
    const terminator = !returns ? '\n' : nextFeed === end + 1 ? '\r\n' : '\r';
    lines.push(start === end ? EMPTY[terminator] : { text: text.slice(start, end), terminator });
    start = end + terminator.length;
    if (nextReturn >= 0 && nextReturn < start) nextReturn = text.indexOf('\r', start);
    if (nextFeed >= 0 && nextFeed < start) nextFeed = text.indexOf('\n', start);
  }
  lines.push({ text: text.slice(start), terminator: '' });
  return lines;
}

/**
 * A text as a sequence of lines. It is never changed; {@link TextLines.edited} makes a new one that
 * shares all lines the edit doesn't touch.
 */
export class TextLines {
  readonly length: number;
  /** The offset at which each part of the lines begins. */
  private readonly partStarts: Uint32Array;

  /** @param inParts for each part of the lines, where they begin in it, and last where it ends */
  private constructor(
    readonly lines: Sequence<Line>,
    private readonly inParts: readonly Uint32Array[],
  ) {
    this.partStarts = new Uint32Array(inParts.length);
    let length = 0;
    for (let part = 0; part < inParts.length; part++) {
      this.partStarts[part] = length;
      length += inParts[part]?.at(-1) as number;
    }
    this.length = length;
  }

  /** Splits `text`; the empty text has one empty line. */
  static of(text: string): TextLines {
    const lines = Sequence.of(split(text));
    return new TextLines(lines, lines.parts.map(startsIn));
  }

  /** The offset at which a line begins, in UTF-16 units; where the text ends if there is none. */
  startOf(line: number): number {
    if (line >= this.lines.length) return this.length;
    const { lines, partStarts, inParts } = this;
    const part = lines.partAt(line);
    const within = inParts[part]?.[line - (lines.offsets[part] as number)] as number;
    return (partStarts[part] as number) + within;
  }

  /** The number of the line (from 0) in which `offset` stands; the last one if it is past the end. */
  lineAt(offset: number): number {
    const { lines, partStarts, inParts } = this;
    const part = Math.max(0, lastAtOrBefore(partStarts, offset));
    const within = lastAtOrBefore(
      inParts[part] as Uint32Array,
      offset - (partStarts[part] as number),
    );
    return Math.min(Math.max(0, (lines.offsets[part] as number) + within), lines.length - 1);
  }

  /** The span of a line without its terminator. */
  lineSpan(line: number): Span {
    const start = this.startOf(line);
    return { start, end: start + (this.lines.at(line)?.text.length ?? 0) };
  }

  /** The text in a span. */
  slice({ start, end }: Span): string {
    let result = '';
    for (let index = this.lineAt(start); index < this.lines.length; index++) {
      const lineStart = this.startOf(index);
      if (lineStart >= end) break;
      const { text, terminator } = this.lines.at(index) as Line;
      const from = Math.max(0, start - lineStart);
      const to = end - lineStart;
      result += text.slice(from, to);
      if (to > text.length)
        result += terminator.slice(Math.max(0, from - text.length), to - text.length);
    }
    return result;
  }

  /** The whole text. */
  toString(): string {
    return this.slice({ start: 0, end: this.length });
  }

  /** The text after an edit. Lines that the edit doesn't touch are the same objects as before. */
  edited({ start, end, text }: Edit): TextLines {
    // One line more on either side, because a \r and a \n may come to stand together or apart.
    const first = Math.max(0, this.lineAt(start) - 1);
    const last = Math.min(this.lines.length - 1, this.lineAt(end) + 1);
    const from = this.startOf(first);
    const to = this.startOf(last + 1);
    const before = this.slice({ start: from, end: start });
    const after = this.slice({ start: end, end: to });
    const middle = split(before + text + after);
    // Where more lines follow, the empty one behind the last terminator is the next of them.
    if (last < this.lines.length - 1) middle.pop();
    keepLike(middle, this.lines.slice(first, last + 1));
    return this.with(this.lines.replaced(first, last + 1, middle));
  }

  /** Other lines, most parts of which are the same, so that where lines begin in them is known. */
  private with(lines: Sequence<Line>): TextLines {
    const { first, endBefore, end } = this.lines.changedParts(lines);
    return new TextLines(lines, [
      ...this.inParts.slice(0, first),
      ...lines.parts.slice(first, end).map(startsIn),
      ...this.inParts.slice(endBefore),
    ]);
  }
}

function startsIn(part: readonly Line[]): Uint32Array {
  const starts = new Uint32Array(part.length + 1);
  for (const [index, line] of part.entries()) {
    starts[index + 1] = (starts[index] as number) + lengthOf(line);
  }
  return starts;
}

/** Takes the old lines at the beginning and the end of new ones, where they are alike. */
function keepLike(lines: Line[], old: readonly Line[]): void {
  const shorter = Math.min(lines.length, old.length);
  let first = 0;
  while (first < shorter && areAlike(lines[first], old[first])) {
    lines[first] = old[first++] as Line;
  }
  for (let back = 1; back <= shorter - first; back++) {
    const [at, from] = [lines.length - back, old.length - back];
    if (!areAlike(lines[at], old[from])) return;
    lines[at] = old[from] as Line;
  }
}

function areAlike(a: Line | undefined, b: Line | undefined): boolean {
  return a?.text === b?.text && a?.terminator === b?.terminator;
}

function lengthOf({ text, terminator }: Line): number {
  return text.length + terminator.length;
}

/** A span of a text without the white space at its ends, as {@link trimmed}; only the span is looked at. */
export function trimmedIn(text: TextLines, { start, end }: Span): Span {
  if (start >= end) return { start, end: start };
  const inner = trimmed(text.slice({ start, end }), { start: 0, end: end - start });
  return { start: start + inner.start, end: start + inner.end };
}
