import { transitionsOf, type Transitions } from './chain';
import { LABELS } from './labels';

/**
 * Finds numbers by hashes, with open addressing; -1 where there is none. To keep the file small, only the
 * highest bits of a hash are kept: just enough for false hits to be rare.
 */
export class HashTable {
  private readonly hashes: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  constructor(
    private readonly bits: number,
    hashes: Int32Array,
    values: ArrayLike<number>,
  ) {
    const size = 2 ** Math.ceil(Math.log2(2 * hashes.length + 2));
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.values = new Int32Array(size).fill(-1);
    hashes.forEach((hash, index) => {
      const slot = this.slot(hash);
      this.hashes[slot] = hash;
      this.values[slot] = values[index] as number;
    });
  }

  get(hash: number): number {
    return this.values[this.slot(highBits(hash, this.bits))] as number;
  }

  private slot(hash: number): number {
    let slot = hash & this.mask;
    while (this.values[slot] !== -1 && this.hashes[slot] !== hash) slot = (slot + 1) & this.mask;
    return slot;
  }
}

export function highBits(hash: number, bits: number): number {
  return hash >>> (32 - bits);
}

/** With this many bits, one unknown word in 140 passes for one of the 120,000 words, … */
export const WORD_BITS = 24;
/** … and with these, one unknown feature in 1,100 for one of the 60,000. */
export const FEATURE_BITS = 26;

/** What the tagger has learned. */
export interface Weights {
  /** Clusters of words, by the hash of the word. */
  readonly clusters: HashTable;
  /** Rows of {@link emissions}, by the hash of the feature. */
  readonly rows: HashTable;
  /** `row * LABELS + label`, in units of {@link scale}. */
  readonly emissions: Int8Array;
  readonly scale: number;
  readonly transitions: Transitions;
}

const CUT_OFF = 'The file of weights is cut off.';

/** `ILW1`, with which the file begins. */
export const MAGIC = 0x31574c49;

/**
 * Reads the file of weights that `npm run train:entities` writes: little-endian, a header of five
 * 32-bit numbers (magic, words, features, labels, scale as a float), the transitions as floats, the
 * words (hashes in ascending order as differences of variable length, then 16-bit clusters), the
 * features (hashes likewise, then a signed byte for each label).
 *
 * @throws if the file isn't of this form
 */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [magic, words, features, labels] = [0, 4, 8, 12].map((at) => view.getUint32(at, true));
  if (magic !== MAGIC || labels !== LABELS || words === undefined || features === undefined) {
    throw new Error('This is no file of weights of this version.');
  }
  const scale = view.getFloat32(16, true);
  let at = 20;
  const transitions = transitionsOf(
    Float64Array.from({ length: LABELS * LABELS }, (_, index) =>
      view.getFloat32(at + 4 * index, true),
    ),
  );
  at += 4 * LABELS * LABELS;
  const wordHashes = readHashes(bytes, at, words);
  at = wordHashes.end;
  const clusters = Uint16Array.from({ length: words }, (_, index) =>
    view.getUint16(at + 2 * index, true),
  );
  const featureHashes = readHashes(bytes, at + 2 * words, features);
  at = featureHashes.end;
  if (at + features * LABELS > bytes.length) throw new Error(CUT_OFF);
  const rows = Int32Array.from({ length: features }, (_, row) => row);
  return {
    clusters: new HashTable(WORD_BITS, wordHashes.hashes, clusters),
    rows: new HashTable(FEATURE_BITS, featureHashes.hashes, rows),
    emissions: new Int8Array(bytes.buffer, bytes.byteOffset + at, features * LABELS),
    scale,
    transitions,
  };
}

/** Ascending unsigned numbers as differences, seven bits a byte, the lowest first. */
function readHashes(
  bytes: Uint8Array,
  from: number,
  count: number,
): { hashes: Int32Array; end: number } {
  const hashes = new Int32Array(count);
  let at = from;
  let last = 0;
  for (let index = 0; index < count; index++) {
    let difference = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error(CUT_OFF);
      difference += (byte & 127) * factor;
      if (byte < 128) break;
    }
    last += difference;
    hashes[index] = last;
  }
  return { hashes, end: at };
}
