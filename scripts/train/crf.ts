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
  /** The weights are the mean of those after so many last epochs. */
  readonly averaged: number;
  /** The share of features that are left out, at random, at each step; unseen names are found better so. */
  readonly dropout: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
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
}

/**
 * Trains a linear-chain CRF by stochastic gradients. Each weight is the sum of a general one and one
 * of the target’s own kind of text, so that other texts help without having the last word (Daumé,
 * “Frustratingly easy domain adaptation”, ACL 2007). Deterministic.
 */
export function train(
  examples: readonly Example[],
  options: TrainingOptions,
  start?: Learned,
): Learned {
  const { rows, epochs, rate, decay } = options;
  const random = randomOf(options.seed);
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
  // Those that are kept speak for those that are left out, so that the weights fit when none is.
  const factor = 1 / (1 - dropout);
  const kept = example.features.map((rows) => rows.filter(() => random() >= dropout));
  const emissions = new Float64Array(kept.length * LABELS);
  kept.forEach((rows, at) => {
    for (const row of rows) {
      add(emissions, at, tables.general.weights, row, factor);
      if (isTarget && adapts[row]) add(emissions, at, tables.target.weights, row, factor);
    }
  });
  const transitions = transitionsOf(tables.steps.weights);
  const probabilities = marginals({ emissions, transitions });
  kept.forEach((rows, at) => {
    for (let label = 0; label < LABELS; label++) {
      const truth = Number(labels[at] === label);
      const gradient = weight * (truth - (probabilities.labels[at * LABELS + label] as number));
      if (Math.abs(gradient) < 1e-4) continue;
      for (const row of rows) {
        tables.general.push(row * LABELS + label, factor * gradient);
        if (isTarget && adapts[row]) tables.target.push(row * LABELS + label, factor * gradient);
      }
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
