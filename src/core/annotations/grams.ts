import { isWordEdge, type Folded } from './fold';

/** Units of a gram: longer ones are lost to more edits, shorter ones occur everywhere. */
export const GRAM = 8;

/** How many units are looked at between two pauses. */
const SLICE = 1 << 16;
/** How many places are kept of a run that is shorter than a gram. */
const MOST_PLACES = 20_000;
const FACTOR = 0x01000193;
const SIEVE_BITS = 20;

/** A run of units of an annotation, or of its context, that is looked for in the text. */
export interface Gram {
  /** Where it begins, in folded units from the quote's start; negative in the prefix. */
  readonly at: number;
  /** Its number in the index. */
  readonly number: number;
}

/**
 * Where certain runs of {@link GRAM} units occur in a text, and shorter ones as whole words. One pass finds
 * all of the former, and another all of the latter.
 */
export class GramIndex {
  private readonly numbers = new Map<number, number>();
  private readonly lengths = new Set<number>();
  /** A bit for each hash that is asked for, by its first bits: most places are ruled out by it. */
  private readonly sieve = new Uint32Array(1 << (SIEVE_BITS - 5));
  private starts = new Uint32Array(0);
  private places = new Uint32Array(0);

  /**
   * Asks for the gram at `at` of `units`; of a shorter run only places that begin and end as words do are found.
   *
   * @returns its number, for {@link nearest}
   */
  want(units: Uint16Array, at: number, length = GRAM): number {
    this.lengths.add(length);
    const hash = hashAt(units, at, length);
    const bit = hash >>> (32 - SIEVE_BITS);
    this.sieve[bit >>> 5] = (this.sieve[bit >>> 5] as number) | (1 << (bit & 31));
    const known = this.numbers.get(hash);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(hash, number);
    return number;
  }

  /** Looks for all grams asked for. A place may be wrong, as only hashes are compared. */
  *find(text: Folded): Generator<undefined, void> {
    const found: number[] = [];
    const counts = new Uint32Array(this.numbers.size + 1);
    yield* this.findGrams(text, found, counts);
    yield* this.findShort(text, found, counts);
    for (let number = 1; number < counts.length; number++) {
      counts[number] = (counts[number] as number) + (counts[number - 1] as number);
    }
    this.starts = counts.slice();
    this.places = new Uint32Array(found.length / 2);
    for (let index = 0; index < found.length; index += 2) {
      const number = found[index] as number;
      const at = counts[number] as number;
      this.places[at] = found[index + 1] as number;
      counts[number] = at + 1;
    }
  }

  /** Puts the numbers and places of all grams in `found`, and counts them. */
  private *findGrams(
    { units }: Folded,
    found: number[],
    counts: Uint32Array,
  ): Generator<undefined, void> {
    let hash = 0;
    for (let at = 0; at < GRAM - 1 && at < units.length; at++) hash = added(hash, units[at]);
    for (let from = GRAM - 1; from < units.length; from += SLICE) {
      if (from >= SLICE) yield;
      hash = this.gramsOfSlice(units, from, hash, found, counts);
    }
  }

  /**
   * Looks at the grams that end from `from` on.
   *
   * @param hash of the units before that
   * @returns the same for the next slice
   */
  private gramsOfSlice(
    units: Uint16Array,
    from: number,
    hash: number,
    found: number[],
    counts: Uint32Array,
  ): number {
    const drop = power(FACTOR, GRAM - 1);
    const to = Math.min(units.length, from + SLICE);
    for (let at = from; at < to; at++) {
      hash = added(hash, units[at]);
      const mixed = mix(hash, GRAM);
      const start = at - GRAM + 1;
      hash = (hash - Math.imul(drop, units[start] as number)) | 0;
      const number = this.numberOf(mixed);
      if (number !== undefined) place(number, start, found, counts);
    }
    return hash;
  }

  /** The same for shorter runs, of which only whole words count: all lengths at once. */
  private *findShort(
    text: Folded,
    found: number[],
    counts: Uint32Array,
  ): Generator<undefined, void> {
    const longest = Math.max(0, ...[...this.lengths].filter((length) => length < GRAM));
    if (longest === 0) return;
    for (let from = 0; from < text.units.length; from += SLICE) {
      if (from > 0) yield;
      this.shortOfSlice(text, from, longest, found, counts);
    }
  }

  /** Looks at the words that begin from `from` on. */
  private shortOfSlice(
    text: Folded,
    from: number,
    longest: number,
    found: number[],
    counts: Uint32Array,
  ): void {
    const { units } = text;
    const to = Math.min(units.length, from + SLICE);
    for (let start = from; start < to; start++) {
      if (!isWordEdge(text, start)) continue;
      const most = Math.min(longest, units.length - start);
      let hash = 0;
      for (let length = 1; length <= most; length++) {
        hash = added(hash, units[start + length - 1]);
        if (!isWordEdge(text, start + length)) continue;
        const number = this.numberOf(mix(hash, length));
        if (number === undefined || (counts[number + 1] as number) >= MOST_PLACES) continue;
        place(number, start, found, counts);
      }
    }
  }

  private numberOf(mixed: number): number | undefined {
    const bit = mixed >>> (32 - SIEVE_BITS);
    if (((this.sieve[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return undefined;
    return this.numbers.get(mixed);
  }

  /** How often a gram stands in the text. */
  count(number: number): number {
    return (this.starts[number + 1] as number) - (this.starts[number] as number);
  }

  /** Where a gram stands, in order; of very many places those nearest to `near`. */
  nearest(number: number, near: number, most: number): Uint32Array {
    const all = this.places.subarray(this.starts[number], this.starts[number + 1]);
    if (all.length <= most) return all;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((all[middle] as number) < near) low = middle + 1;
      else high = middle;
    }
    const from = Math.min(Math.max(0, low - (most >>> 1)), all.length - most);
    return all.subarray(from, from + most);
  }
}

function hashAt(units: Uint16Array, at: number, length: number): number {
  let hash = 0;
  for (let index = at; index < at + length; index++) hash = added(hash, units[index]);
  return mix(hash, length);
}

/** The hash of a run with one unit more. */
function added(hash: number, unit: number | undefined): number {
  return (Math.imul(hash, FACTOR) + (unit as number)) | 0;
}

function place(number: number, start: number, found: number[], counts: Uint32Array): void {
  found.push(number, start);
  counts[number + 1] = (counts[number + 1] as number) + 1;
}

/** Spreads a rolling hash over all bits (the finaliser of MurmurHash3); runs of other lengths get others. */
function mix(hash: number, length: number): number {
  const own = hash + length - GRAM;
  let mixed = Math.imul(own ^ (own >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) result = Math.imul(result, base);
  return result;
}
