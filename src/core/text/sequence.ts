/** What of a sequence is other than before: the items in `[first, end)`, where there were those to `endBefore`. */
export interface Changed {
  readonly first: number;
  readonly endBefore: number;
  readonly end: number;
}

/** So many items stand together at most; about half of that where they were not put in one by one. */
const MOST = 512;
/** Fewer are put together with their neighbours. */
const FEWEST = 64;

/**
 * A long sequence that is never changed: with other items it is a new one, which shares all but a part
 * with the one before. So neither replacing items nor finding out which differ walks through all.
 */
export class Sequence<T> implements Iterable<T> {
  readonly length: number;
  /** The number of the first item of each part. */
  readonly offsets: Uint32Array;

  /** @param parts neighbours, which later sequences share */
  private constructor(readonly parts: readonly (readonly T[])[]) {
    this.offsets = new Uint32Array(parts.length);
    let length = 0;
    for (const [at, part] of parts.entries()) {
      this.offsets[at] = length;
      length += part.length;
    }
    this.length = length;
  }

  static of<T>(items: readonly T[]): Sequence<T> {
    return new Sequence(partsOf(items));
  }

  /** The item of a number, from 0; undefined if there is none. */
  at(index: number): T | undefined {
    const part = this.partAt(index);
    return this.parts[part]?.[index - (this.offsets[part] as number)];
  }

  /** The items in `[first, end)`. */
  slice(first: number, end: number): T[] {
    const items: T[] = [];
    for (let part = Math.max(0, this.partAt(first)); part < this.parts.length; part++) {
      const offset = this.offsets[part] as number;
      if (offset >= end) break;
      for (const item of this.part(part).slice(Math.max(0, first - offset), end - offset)) {
        items.push(item);
      }
    }
    return items;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const part of this.parts) yield* part;
  }

  /** Other items from `first` to before `end`. */
  replaced(first: number, end: number, others: readonly T[]): Sequence<T> {
    const { parts } = this;
    if (parts.length === 0) return Sequence.of(others);
    let from = Math.min(this.partAt(first), parts.length - 1);
    let to = Math.max(from, this.partAt(end - 1)) + 1;
    const count =
      this.endOf(to - 1) - (this.offsets[from] as number) + others.length - (end - first);
    if (count < FEWEST && to < parts.length) to++;
    else if (count < FEWEST && from > 0) from--;
    const middle = [
      ...this.slice(this.offsets[from] as number, first),
      ...others,
      ...this.slice(end, this.endOf(to - 1)),
    ];
    return new Sequence([...parts.slice(0, from), ...partsOf(middle), ...parts.slice(to)]);
  }

  /** Where this one and a later one differ, between the items at their ends that are the same objects. */
  changedTo(after: Sequence<T>): Changed {
    const parts = this.changedParts(after);
    let first = this.offsets[parts.first] ?? this.length;
    const shorter = Math.min(this.length, after.length);
    while (first < shorter && this.at(first) === after.at(first)) first++;
    const inParts = this.length - (this.offsets[parts.endBefore] ?? this.length);
    let shared = Math.min(inParts, shorter - first);
    while (
      shared < shorter - first &&
      this.at(this.length - 1 - shared) === after.at(after.length - 1 - shared)
    ) {
      shared++;
    }
    return { first, endBefore: this.length - shared, end: after.length - shared };
  }

  /** The numbers of the parts that this one and a later one don't share, between those at their ends that are. */
  changedParts({ parts }: Sequence<T>): Changed {
    const shorter = Math.min(this.parts.length, parts.length);
    let first = 0;
    while (first < shorter && this.parts[first] === parts[first]) first++;
    let shared = 0;
    while (shared < shorter - first && this.parts.at(-1 - shared) === parts.at(-1 - shared)) {
      shared++;
    }
    return { first, endBefore: this.parts.length - shared, end: parts.length - shared };
  }

  /** The number of the part in which an item stands; the last one for any behind. */
  partAt(index: number): number {
    return lastAtOrBefore(this.offsets, index);
  }

  private part(part: number): readonly T[] {
    return this.parts[part] ?? [];
  }

  private endOf(part: number): number {
    return this.offsets[part + 1] ?? this.length;
  }
}

/** The index of the last of some ascending numbers that is at most `limit`; −1 if there is none. */
export function lastAtOrBefore(numbers: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function partsOf<T>(items: readonly T[]): (readonly T[])[] {
  if (items.length === 0) return [];
  if (items.length <= MOST) return [items];
  const parts: (readonly T[])[] = [];
  const size = Math.ceil(items.length / Math.ceil(items.length / (MOST / 2)));
  for (let at = 0; at < items.length; at += size) parts.push(items.slice(at, at + size));
  return parts;
}
