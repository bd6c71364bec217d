import { lastAtOrBefore } from '../text/sequence';

/**
 * A sorted map from line numbers to values. Immutable; when lines are inserted or deleted, a new
 * one is made.
 */
export class ByLine<T> {
  /**
   * @param lines line numbers, ascending
   * @param values the value at each of these lines, in the same order
   */
  constructor(
    readonly lines: readonly number[],
    readonly values: readonly T[],
  ) {}

  /** From entries in any order. */
  static of<T>(entries: Iterable<readonly [line: number, value: T]>): ByLine<T> {
    const sorted = [...entries].sort(([a], [b]) => a - b);
    return new ByLine(
      sorted.map(([line]) => line),
      sorted.map(([, value]) => value),
    );
  }

  /**
   * From lists of lines that have no line in common: each line of `linesOf[i]` gets `values[i]`.
   *
   * @param length number of lines in the document
   */
  static ofLists<T>(
    values: readonly T[],
    linesOf: readonly (readonly number[])[],
    length: number,
  ): ByLine<T> {
    // The index of the list that has a line, plus 1; 0 if none has. Sorting tens of thousands of
    // lines would take ten times as long.
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

  /** The same values at other lines. */
  at(lines: readonly number[]): ByLine<T> {
    return lines === this.lines ? this : new ByLine(lines, this.values);
  }
}

/** Ascending line numbers, where those from `from` on have moved down by `by`. */
export function linesMoved(lines: readonly number[], from: number, by: number): readonly number[] {
  if (by === 0) return lines;
  const moved = lines.slice();
  for (let index = lastAtOrBefore(lines, from - 1) + 1; index < moved.length; index++) {
    moved[index] = (moved[index] as number) + by;
  }
  return moved;
}
