import { loadGazetteer } from '../../src/core/entities/gazetteer';
import gazetteer from '../../src/core/entities/gazetteer.json';
import { tellsWord } from '../../src/core/entities/tagger/features';
import { LABELS } from '../../src/core/entities/tagger/labels';
import { train, type Example, type Learned, type TrainingOptions } from './crf';
import type { LabelledPassage } from './data';
import type { Trained } from './encode';
import { exampleOf, Hasher, Rows, type Hashed } from './examples';

/** Features that occur less often are too rare to learn from. */
const LEAST_OCCURRENCES = 2;
/** Texts of another kind than the target’s count less. */
const OTHER_WEIGHT = 0.5;
/** How many features are kept. */
const KEPT = 55_000;

const LEARNING: Omit<TrainingOptions, 'rows' | 'adapts'> = {
  epochs: 5,
  averaged: 3,
  dropout: 0.5,
  rate: 0.05,
  decay: 0.001,
  seeds: 6,
};
const TUNING = { ...LEARNING, epochs: 3, averaged: 2, rate: 0.02 };

export interface Sets {
  /** Of the kind of text that the tagger is for. */
  readonly target: readonly LabelledPassage[];
  readonly others: readonly LabelledPassage[];
}

/**
 * Learns to tag names, keeps the features that say most and learns their weights once more.
 */
export function trainTagger(
  sets: Sets,
  clusters: ReadonlyMap<string, number>,
  log: (line: string) => void,
): Trained {
  const hasher = new Hasher(loadGazetteer(gazetteer), (word) => clusters.get(word) ?? 0);
  const target = sets.target.flatMap((passage) => hasher.hashed(passage));
  const others = sets.others.flatMap((passage) => hasher.hashed(passage));
  const all = new Rows();
  for (const { features } of [...target, ...others]) {
    for (const hash of features.flat()) all.count(hash);
  }
  all.settle(LEAST_OCCURRENCES);
  log(`${all.size} features of ${target.length} and ${others.length} stretches of text …`);
  const examples = (rows: Rows): Example[] => [
    ...target.map((hashed: Hashed) => exampleOf(hashed, rows, true, 1)),
    ...others.map((hashed) => exampleOf(hashed, rows, false, OTHER_WEIGHT)),
  ];
  const learned = train(examples(all), optionsFor(all, LEARNING));
  const kept = mostTelling(all, learned, KEPT);
  log(`${kept.size} features kept, learned once more …`);
  const pruned = train(examples(kept), optionsFor(kept, TUNING), rowsOf(kept, all, learned));
  return { clusters, features: kept.hashes(), learned: pruned };
}

function optionsFor(rows: Rows, learning: typeof LEARNING): TrainingOptions {
  const adapts = Uint8Array.from(rows.hashes(), (hash) => Number(!tellsWord(hash)));
  return { ...learning, rows: rows.size, adapts };
}

/** The features with the greatest weights and frequencies. */
function mostTelling(all: Rows, { weights }: Learned, count: number): Rows {
  const importance = new Map(
    all.hashes().map((hash, row) => {
      const own = weights.subarray(row * LABELS, (row + 1) * LABELS);
      const square = own.reduce((sum, weight) => sum + weight * weight, 0);
      return [hash, square * Math.sqrt(all.occurrences(hash))];
    }),
  );
  const values = [...importance.values()].sort((a, b) => b - a);
  const least = values[count] ?? 0;
  return all.those((hash) => (importance.get(hash) ?? 0) > least);
}

/** The weights of some of the features. */
function rowsOf(kept: Rows, all: Rows, { weights, transitions }: Learned): Learned {
  const some = new Float32Array(kept.size * LABELS);
  kept.hashes().forEach((hash, row) => {
    const from = (all.row(hash) ?? 0) * LABELS;
    some.set(weights.subarray(from, from + LABELS), row * LABELS);
  });
  return { weights: some, transitions };
}
