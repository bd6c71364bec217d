import { hashText } from '../../src/core/entities/tagger/hash';
import { LABELS } from '../../src/core/entities/tagger/labels';
import { WORD_SEED } from '../../src/core/entities/tagger/scorer';
import { FEATURE_BITS, highBits, MAGIC, WORD_BITS } from '../../src/core/entities/tagger/weights';
import type { Learned } from './crf';

/** Weights of less than half of this are dropped: they say little and take space. */
const STEP = 0.08;

/** What was learned, before it is written. */
export interface Trained {
  readonly clusters: ReadonlyMap<string, number>;
  /** Hashes, in the order of their rows. */
  readonly features: readonly number[];
  readonly learned: Learned;
}

/** Writes weights in the form that `readWeights` reads: eight bits each. */
export function encode({ clusters, features, learned }: Trained): Uint8Array {
  const { weights, transitions } = learned;
  const header = new DataView(new ArrayBuffer(20 + 4 * LABELS * LABELS));
  const words = sorted(
    [...clusters].map(([word, cluster]) => [
      highBits(hashText(WORD_SEED, word), WORD_BITS),
      cluster,
    ]),
  );
  const rows = sorted(features.map((hash, row) => [highBits(hash, FEATURE_BITS), row]));
  [MAGIC, words.length, rows.length, LABELS].forEach((value, index) => {
    header.setUint32(4 * index, value, true);
  });
  header.setFloat32(16, STEP, true);
  transitions.forEach((value, index) => {
    header.setFloat32(20 + 4 * index, value, true);
  });
  const quantised = rows.flatMap(([, row]) =>
    Array.from(weights.subarray(row * LABELS, (row + 1) * LABELS), (weight) =>
      Math.max(-127, Math.min(127, Math.round(weight / STEP))),
    ),
  );
  return Buffer.concat([
    new Uint8Array(header.buffer),
    differences(words.map(([hash]) => hash)),
    new Uint8Array(Uint16Array.from(words, ([, cluster]) => cluster).buffer),
    differences(rows.map(([hash]) => hash)),
    new Uint8Array(Int8Array.from(quantised).buffer),
  ]);
}

/** By hash; of those that share one, the first. */
function sorted(
  pairs: readonly (readonly [hash: number, value: number])[],
): (readonly [number, number])[] {
  const seen = new Set<number>();
  return pairs.filter(([hash]) => !seen.has(hash) && seen.add(hash)).sort(([a], [b]) => a - b);
}

function differences(ascending: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const value of ascending) {
    let rest = value - last;
    last = value;
    while (rest > 127) {
      bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}
