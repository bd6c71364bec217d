import { lastAtOrBefore } from './layout';

/** What stands at some lines of a document. Never changed; when lines come or go, it is made anew. */
export class ByLine<T> {
  /**
   * @param lines in order
   * @param values what stands at each of them, in the same order
   */
  constructor(
    readonly lines: readonly number[],
    readonly values: readonly T[],
  ) {}

  /** What is told of lines in any order. */
  static of<T>(entries: Iterable<readonly [line: number, value: T]>): ByLine<T> {
    const sorted = [...entries].sort(([a], [b]) => a - b);
    return new ByLine(
      sorted.map(([line]) => line),
      sorted.map(([, value]) => value),
    );
  }

  /**
   * What is told of the lines of each of some lists, which have none in common.
   *
   * @param length so many lines has the document
   */
  static ofLists<T>(
    values: readonly T[],
    linesOf: readonly (readonly number[])[],
    length: number,
  ): ByLine<T> {
    // Whose a line is, from 1 on: of tens of thousands of lines, sorting takes ten times as long.
    const owners = new Uint32Array(length);
    for (const [at, lines] of linesOf.entries()) for (const line of lines) owners[line] = at + 1;
    const [lines, of]: [number[], T[]] = [[], []];
    for (let line = 0; line < length; line++) {
      const owner = owners[line] as number;
      if (owner === 0) continue;
      lines.push(line);
      of.push(values[owner - 1] as T);
    }
    return new ByLine(lines, of);
  }

  get(line: number): T | undefined {
    const index = lastAtOrBefore(this.lines, line);
    return this.lines[index] === line ? this.values[index] : undefined;
  }

  has(line: number): boolean {
    return this.lines[lastAtOrBefore(this.lines, line)] === line;
  }

  /** The same where the lines from one on stand so many further down. */
  moved(from: number, by: number): ByLine<T> {
    return new ByLine(linesMoved(this.lines, from, by), this.values);
  }
}

/** Lines in order where those from one on stand so many further down. */
export function linesMoved(lines: readonly number[], from: number, by: number): readonly number[] {
  if (by === 0) return lines;
  const moved = lines.slice();
  for (let index = lastAtOrBefore(lines, from - 1) + 1; index < moved.length; index++) {
    moved[index] = (moved[index] as number) + by;
  }
  return moved;
}
