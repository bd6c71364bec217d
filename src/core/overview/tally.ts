import type { Cell, Matrix, Place } from './model';

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

/** Counts in how many passages, told by their keys, two entities stand together. */
export class Together<K> {
  private readonly passages = new Map<K, Map<number, Place>>();

  /** Notes that an entity stands in a passage; the first place of each counts. */
  note(passage: K, entity: number, place: Place): void {
    const within = this.passages.get(passage) ?? new Map<number, Place>();
    if (!within.has(entity)) within.set(entity, place);
    this.passages.set(passage, within);
  }

  /**
   * Each pair once, in the order of where the entity of its row stands. Half of a square would be
   * empty: there are rows and columns only for what has a cell in them.
   */
  matrix(names: readonly string[]): Matrix {
    const tally = new Tally();
    const inOrder = [...this.passages.values()].flatMap((within) =>
      [...within].map(([row, place]) => ({ row, place, within })),
    );
    inOrder.sort((a, b) => a.place.document - b.place.document || a.place.start - b.place.start);
    for (const { row, place, within } of inOrder) {
      for (const column of within.keys()) if (row < column) tally.add(row, column, place);
    }
    const cells = tally.all();
    const rows = met(cells.map(({ row }) => row));
    const columns = met(cells.map(({ column }) => column));
    const name = (index: number) => names[index] ?? '';
    return {
      rows: [...rows.keys()].map(name),
      columns: [...columns.keys()].map(name),
      cells: cells.map((cell) => ({
        ...cell,
        row: rows.get(cell.row) as number,
        column: columns.get(cell.column) as number,
      })),
    };
  }
}

/** Where the entities that have a cell stand among one another, in their order. */
function met(entities: readonly number[]): Map<number, number> {
  return indexed([...new Set(entities)].sort((a, b) => a - b));
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
