import type { Cell, Place } from './model';

/** So many places of a cell are kept: more than anybody steps through. */
const MOST_PLACES = 50;

/** Counts what meets in a row and a column. */
export class Tally {
  private readonly cells = new Map<string, Cell & { count: number; readonly places: Place[] }>();

  add(row: number, column: number, place: Place): void {
    const key = `${row} ${column}`;
    const cell = this.cells.get(key) ?? { row, column, count: 0, places: [] };
    cell.count++;
    if (cell.places.length < MOST_PLACES) cell.places.push(place);
    this.cells.set(key, cell);
  }

  /** By row, then by column. */
  all(): Cell[] {
    return [...this.cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  }
}

/** The keys that were counted most, at most `most` of them, the most counted first. */
export function mostCounted<K>(counts: ReadonlyMap<K, number>, most: number): K[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([key]) => key);
}

/** Each item's index. */
export function indexed<K>(items: readonly K[]): Map<K, number> {
  return new Map(items.map((item, index) => [item, index]));
}
