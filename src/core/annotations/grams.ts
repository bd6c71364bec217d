import type { Folded } from './fold';

/** Units of a gram: longer ones are lost by more edits, shorter ones stand everywhere. */
export const GRAM = 8;

/** So many units are looked at between two pauses. */
const SLICE = 1 << 16;
const FACTOR = 0x01000193;
const SIEVE_BITS = 20;

/** A run of units of an annotation, or of what stood around it, that is looked for in the text. */
export interface Gram {
  /** Where it begins, in folded units from the quote's start; negative in the prefix. */
  readonly at: number;
  /** Its number in the index. */
  readonly number: number;
}

/** Where certain runs of {@link GRAM} units stand in a text. One pass finds all of all grams. */
export class GramIndex {
  private readonly numbers = new Map<number, number>();
  /** A bit for each hash that is asked for, by its first bits: most places are told by it. */
  private readonly sieve = new Uint32Array(1 << (SIEVE_BITS - 5));
  private starts = new Uint32Array(0);
  private places = new Uint32Array(0);

  /**
   * Asks for the gram at `at` of `units`.
   *
   * @returns its number, for {@link places}
   */
  want(units: Uint16Array, at: number): number {
    const hash = hashAt(units, at);
    const bit = hash >>> (32 - SIEVE_BITS);
    this.sieve[bit >>> 5] = (this.sieve[bit >>> 5] as number) | (1 << (bit & 31));
    const known = this.numbers.get(hash);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(hash, number);
    return number;
  }

  /** Looks for all grams asked for. A place may be wrong: grams are told by their hash only. */
  *find({ units }: Folded): Generator<undefined, void> {
    const found: number[] = [];
    const counts = new Uint32Array(this.numbers.size + 1);
    const drop = power(FACTOR, GRAM);
    let hash = 0;
    for (let at = 0; at < units.length; at++) {
      hash = (Math.imul(hash, FACTOR) + (units[at] as number)) | 0;
      if (at >= GRAM) hash = (hash - Math.imul(drop, units[at - GRAM] as number)) | 0;
      if (at < GRAM - 1) continue;
      const mixed = mix(hash);
      const bit = mixed >>> (32 - SIEVE_BITS);
      if ((this.sieve[bit >>> 5] as number) & (1 << (bit & 31))) {
        const number = this.numbers.get(mixed);
        if (number !== undefined) {
          found.push(number, at - GRAM + 1);
          counts[number + 1] = (counts[number + 1] as number) + 1;
        }
      }
      if (at % SLICE === SLICE - 1) yield;
    }
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

function hashAt(units: Uint16Array, at: number): number {
  let hash = 0;
  for (let index = at; index < at + GRAM; index++) {
    hash = (Math.imul(hash, FACTOR) + (units[index] as number)) | 0;
  }
  return mix(hash);
}

/** Spreads a rolling hash over all bits (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) result = Math.imul(result, base);
  return result;
}
