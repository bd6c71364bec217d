import type { Knowledge } from '../../src/core/analysis';
import { readShard, shardOf, writeShard, type Kept } from '../../src/core/corpus/kept';
import { companionsOf } from '../../src/core/corpus/about';
import { mergeDocuments, merging, type CorpusDocument } from '../../src/core/corpus/merge';
import { summarising } from '../../src/core/corpus/summing';
import { generateInterview } from '../../test/bench/generate';
import { shippedKnowledge } from './knowledge';
import { usedBytes } from './memory';
import type { Row, Table } from './table';

const SIZE = 30_000;

/** What the index over a folder costs, apart from reading files: the first time and the next. */
export function folderIndex(): Table[] {
  const known = shippedKnowledge();
  const rows = [100, 1000].map((count) => measured(count, known));
  const note = `Interviews of ${SIZE / 1000} KB each, apart from reading them: read for the first time (cold), kept, and read from what was kept (warm), by the clock. The work is done in steps, between which the editor gets its turn.`;
  return [{ title: 'The index over a folder', note, rows }];
}

function measured(count: number, known: Knowledge): Row {
  const texts = folder(count);
  const before = usedBytes() / 1e6;
  const steps: number[] = [];
  const start = performance.now();
  const documents = texts.map((text, index): CorpusDocument => ({
    uri: `file:///folder/${index}.txt`,
    summary: timed(summarising(text, known), steps),
  }));
  const corpus = timed(merging(documents), steps);
  const cold = performance.now() - start;
  const memory = usedBytes() / 1e6 - before;
  const [most] = corpus.entities;
  const hovering = performance.now();
  if (most) companionsOf(most, corpus);
  const hovered = performance.now() - hovering;
  const keeping = performance.now();
  const shards = written(documents);
  const kept = performance.now() - keeping;
  const again = performance.now();
  const read = shards.flatMap((shard) => readShard(shard));
  mergeDocuments(read.map(({ uri, summary }) => ({ uri, summary })));
  const warm = performance.now() - again;
  steps.sort((a, b) => a - b);
  return {
    documents: count,
    'cold s': (cold / 1000).toFixed(2),
    'kept ms': kept.toFixed(0),
    'warm ms': warm.toFixed(0),
    'MB kept': (shards.join('').length / 1e6).toFixed(1),
    'step p99 ms': steps[Math.floor(steps.length * 0.99)]?.toFixed(1) ?? '',
    'longest step ms': steps.at(-1)?.toFixed(1) ?? '',
    'MB in memory': memory.toFixed(0),
    'card ms': hovered.toFixed(0),
    entities: corpus.entities.length,
  };
}

/** Interviews that share most of their names, and each have some of their own. */
function folder(count: number): string[] {
  const text = generateInterview(SIZE);
  return Array.from({ length: count }, (_, index) => {
    const own = String.fromCharCode(97 + (index % 26), 97 + ((index / 26) % 26));
    return text.replaceAll('Okafor', `Okafor${own}`).replaceAll('Haddad', `Had${own}`);
  });
}

/** Drives some work; adds how long each of its steps took, in milliseconds. */
function timed<T>(work: Generator<undefined, T>, steps: number[]): T {
  for (;;) {
    const start = performance.now();
    const { done, value } = work.next();
    steps.push(performance.now() - start);
    if (done) return value;
  }
}

function written(documents: readonly CorpusDocument[]): string[] {
  const shards = new Map<number, Kept[]>();
  for (const { uri, summary } of documents) {
    const kept = { uri, mtime: 0, size: SIZE, knowledge: '', key: uri, taxonomy: '', summary };
    const shard = shards.get(shardOf(uri)) ?? [];
    shard.push(kept);
    shards.set(shardOf(uri), shard);
  }
  return [...shards.values()].map(writeShard);
}
