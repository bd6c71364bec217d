import { isWordEdge, type Folded } from './fold';

/** Units of a gram: longer ones are lost by more edits, shorter ones stand everywhere. */
export const GRAM = 8;

/** So many units are looked at between two pauses. */
const SLICE = 1 << 16;
/** Of a run that is shorter than a gram so many places are kept. */
const MOST_PLACES = 20_000;
const FACTOR = 0x01000193;
const SIEVE_BITS = 20;

/** A run of units of an annotation, or of what stood around it, that is looked for in the text. */
export interface Gram {
  /** Where it begins, in folded units from the quote's start; negative in the prefix. */
  readonly at: number;
  /** Its number in the index. */
  readonly number: number;
}

/**
 * Where certain runs of {@link GRAM} units stand in a text, and shorter ones as whole words. One pass finds
 * all of one length.
 */
export class GramIndex {
  private readonly numbers = new Map<number, number>();
  private readonly lengths = new Set<number>();
  /** A bit for each hash that is asked for, by its first bits: most places are told by it. */
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

  /** Looks for all grams asked for. A place may be wrong: grams are told by their hash only. */
  *find(text: Folded): Generator<undefined, void> {
    const found: number[] = [];
    const counts = new Uint32Array(this.numbers.size + 1);
    for (const length of this.lengths) yield* this.findAll(text, length, found, counts);
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

  /** Puts the numbers and places of all grams of one length in `found`, and counts them. */
  private *findAll(
    text: Folded,
    length: number,
    found: number[],
    counts: Uint32Array,
  ): Generator<undefined, void> {
    let hash = 0;
    for (let at = 0; at < length - 1 && at < text.units.length; at++) {
      hash = (Math.imul(hash, FACTOR) + (text.units[at] as number)) | 0;
    }
    for (let from = length - 1; from < text.units.length; from += SLICE) {
      if (from >= SLICE) yield;
      hash = this.slice(text, length, from, hash, found, counts);
    }
  }

  /**
   * Looks at the runs that end from `from` on.
   *
   * @param hash of the units before that
   * @returns the same for the next slice
   */
  private slice(
    text: Folded,
    length: number,
    from: number,
    hash: number,
    found: number[],
    counts: Uint32Array,
  ): number {
    const { sieve, numbers } = this;
    const { units } = text;
    const drop = power(FACTOR, length - 1);
    const isApart = (start: number) => isWordEdge(text, start) && isWordEdge(text, start + length);
    const to = Math.min(units.length, from + SLICE);
    for (let at = from; at < to; at++) {
      hash = (Math.imul(hash, FACTOR) + (units[at] as number)) | 0;
      const mixed = mix(hash, length);
      const start = at - length + 1;
      hash = (hash - Math.imul(drop, units[start] as number)) | 0;
      const bit = mixed >>> (32 - SIEVE_BITS);
      if (((sieve[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
      const number = numbers.get(mixed);
      if (number === undefined) continue;
      const count = counts[number + 1] as number;
      if (length < GRAM && (count >= MOST_PLACES || !isApart(start))) continue;
      found.push(number, start);
      counts[number + 1] = count + 1;
    }
    return hash;
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
  for (let index = at; index < at + length; index++) {
    hash = (Math.imul(hash, FACTOR) + (units[index] as number)) | 0;
  }
  return mix(hash, length);
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
