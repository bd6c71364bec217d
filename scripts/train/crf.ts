import { marginals, PAIRS, transitionsOf } from '../../src/core/entities/tagger/chain';
import { LABELS } from '../../src/core/entities/tagger/labels';

/** A stretch of text to learn from: the rows of the features of each token, and what it is. */
export interface Example {
  readonly features: readonly Int32Array[];
  readonly labels: Uint8Array;
  /** Whether the text is of the kind that the tagger is for. */
  readonly isTarget: boolean;
  readonly weight: number;
}

export interface TrainingOptions {
  readonly rows: number;
  /** For each row whether its weights may differ in the target’s kind of text. */
  readonly adapts: Uint8Array;
  readonly epochs: number;
  /** The weights are the mean of those after this many last epochs. */
  readonly averaged: number;
  /** The share of features that are left out, at random, at each step; unseen names are found better so. */
  readonly dropout: number;
  readonly rate: number;
  readonly decay: number;
  readonly seeds: number;
}

export interface Learned {
  /** `row * LABELS + label`. */
  readonly weights: Float32Array;
  readonly transitions: Float64Array;
}

/** Weights with the sums of squares of their gradients, for AdaGrad (Duchi et al., 2011). */
class Table {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;

  constructor(
    size: number,
    private readonly rate: number,
    private readonly decay: number,
  ) {
    this.weights = new Float32Array(size);
    this.squares = new Float32Array(size).fill(1e-6);
  }

  push(at: number, gradient: number): void {
    const weight = this.weights[at] as number;
    const full = gradient - this.decay * weight;
    const square = (this.squares[at] as number) + full * full;
    this.squares[at] = square;
    this.weights[at] = weight + (this.rate * full) / Math.sqrt(square);
  }

  /** Pushes the weights of all labels in a row. */
  pushRow(row: number, gradients: Float64Array): void {
    const base = row * LABELS;
    for (let label = 0; label < LABELS; label++) {
      this.push(base + label, gradients[label] as number);
    }
  }
}

/**
 * Trains a linear-chain CRF by stochastic gradients. Each weight is the sum of a general one and one
 * of the target’s own kind of text, so that other texts help without having the last word (Daumé,
 * “Frustratingly easy domain adaptation”, ACL 2007). Deterministic.
 */
function trainOnce(
  examples: readonly Example[],
  options: TrainingOptions,
  seed: number,
  start?: Learned,
): Learned {
  const { rows, epochs, rate, decay } = options;
  const random = randomOf(seed);
  const general = new Table(rows * LABELS, rate, decay);
  const target = new Table(rows * LABELS, rate, decay * 2);
  const steps = new Table(LABELS * LABELS, rate, 0);
  if (start) {
    general.weights.set(start.weights);
    steps.weights.set(start.transitions);
  }
  const sum = new Float32Array(rows * LABELS);
  const order = examples.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      learn(examples[at] as Example, { general, target, steps }, options, random);
    }
    if (epoch < epochs - options.averaged) continue;
    for (let at = 0; at < sum.length; at++) {
      const weight = (general.weights[at] as number) + (target.weights[at] as number);
      sum[at] = (sum[at] as number) + weight / options.averaged;
    }
  }
  return {
    weights: sum,
    transitions: Float64Array.from(steps.weights),
  };
}

/**
 * Trains as often as `options.seeds` says, each time in another order, and takes the mean of the
 * weights: what one of them learned by chance, the others didn’t.
 */
export function train(
  examples: readonly Example[],
  options: TrainingOptions,
  start?: Learned,
): Learned {
  const { rows, seeds } = options;
  const mean = {
    weights: new Float32Array(rows * LABELS),
    transitions: new Float64Array(LABELS * LABELS),
  };
  for (let seed = 1; seed <= seeds; seed++) {
    const { weights, transitions } = trainOnce(examples, options, seed, start);
    addTo(mean.weights, weights, 1 / seeds);
    addTo(mean.transitions, transitions, 1 / seeds);
  }
  return mean;
}

function addTo(sum: Float32Array | Float64Array, values: ArrayLike<number>, factor: number): void {
  for (let at = 0; at < sum.length; at++) {
    sum[at] = (sum[at] as number) + factor * (values[at] as number);
  }
}

interface Tables {
  readonly general: Table;
  readonly target: Table;
  readonly steps: Table;
}

function learn(
  example: Example,
  tables: Tables,
  { dropout, adapts }: TrainingOptions,
  random: () => number,
): void {
  const { labels, isTarget, weight } = example;
  // The kept ones make up for those left out, so that the weights fit when none is.
  const factor = 1 / (1 - dropout);
  const kept = example.features.map((rows) => some(rows, dropout, random));
  const emissions = new Float64Array(kept.length * LABELS);
  kept.forEach((rows, at) => {
    for (const row of rows) {
      add(emissions, at, tables.general.weights, row, factor);
      if (isTarget && adapts[row]) add(emissions, at, tables.target.weights, row, factor);
    }
  });
  const transitions = transitionsOf(tables.steps.weights);
  const probabilities = marginals({ emissions, transitions });
  const gradients = new Float64Array(LABELS);
  kept.forEach((rows, at) => {
    let greatest = 0;
    for (let label = 0; label < LABELS; label++) {
      const truth = Number(labels[at] === label);
      const gradient = weight * (truth - (probabilities.labels[at * LABELS + label] as number));
      gradients[label] = factor * gradient;
      greatest = Math.max(greatest, Math.abs(gradient));
    }
    if (greatest < LEAST_GRADIENT) return;
    for (const row of rows) {
      tables.general.pushRow(row, gradients);
      if (isTarget && adapts[row]) tables.target.pushRow(row, gradients);
    }
  });
  for (let at = 0; at + 1 < kept.length; at++) {
    const truth = (labels[at] as number) * LABELS + (labels[at + 1] as number);
    PAIRS.forEach((pair, index) => {
      const probability = probabilities.pairs[at * PAIRS.length + index] as number;
      const gradient = weight * (Number(pair === truth) - probability);
      if (Math.abs(gradient) >= 1e-4) tables.steps.push(pair, gradient);
    });
  }
}

/** What is known this well already teaches nothing. */
const LEAST_GRADIENT = 3e-3;

/** A random part of some rows. */
function some(rows: Int32Array, dropout: number, random: () => number): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (const row of rows) if (random() >= dropout) kept[count++] = row;
  return kept.subarray(0, count);
}

function add(
  emissions: Float64Array,
  at: number,
  weights: Float32Array,
  row: number,
  factor: number,
): void {
  for (let label = 0; label < LABELS; label++) {
    const index = at * LABELS + label;
    emissions[index] =
      (emissions[index] as number) + factor * (weights[row * LABELS + label] as number);
  }
}

/** Numbers from 0 to before 1 that look random and are the same each time (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(items: number[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] as number, items[at] as number];
  }
}
