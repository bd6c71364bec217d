import { LABELS, mayBegin, mayEnd, mayFollow } from './labels';

/** Pairs of labels that may follow one another, each as `before * LABELS + after`. */
export const PAIRS: readonly number[] = Array.from(
  { length: LABELS * LABELS },
  (_, pair) => pair,
).filter((pair) => mayFollow(Math.floor(pair / LABELS), pair % LABELS));

const COUNT = PAIRS.length;
const BEFORE = Uint8Array.from(PAIRS, (pair) => Math.floor(pair / LABELS));
const AFTER = Uint8Array.from(PAIRS, (pair) => pair % LABELS);
const BEGINS = Uint8Array.from({ length: LABELS }, (_, label) => Number(mayBegin(label)));
const ENDS = Uint8Array.from({ length: LABELS }, (_, label) => Number(mayEnd(label)));

/** What a chain of labels is scored by. */
export interface Chain {
  /** The score of each label at each token: `token * LABELS + label`. */
  readonly emissions: Float64Array;
  readonly transitions: Transitions;
}

/** The scores of one label after another, and their exponentials, in the order of {@link PAIRS}. */
export interface Transitions {
  readonly scores: Float64Array;
  readonly factors: Float64Array;
}

/** @param scores `before * LABELS + after` */
export function transitionsOf(scores: ArrayLike<number>): Transitions {
  const ofPairs = Float64Array.from(PAIRS, (pair) => scores[pair] as number);
  return { scores: ofPairs, factors: ofPairs.map(Math.exp) };
}

/** Arrays to work in, which chains use one after the other, as most are short. */
export class Room {
  private readonly arrays: Float64Array[] = [];

  /** An array of zeros; the one that was taken under the same number before is overwritten. */
  take(number: number, length: number): Float64Array {
    let array = this.arrays[number];
    if (!array || array.length < length) {
      array = new Float64Array(2 * length);
      this.arrays[number] = array;
    }
    return array.subarray(0, length).fill(0);
  }
}

/** Probabilities from both ends of a chain, scaled at each token. */
interface Passes {
  readonly local: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

/**
 * The forward–backward algorithm with scaling (Rabiner, “A tutorial on hidden Markov models”, 1989)
 * on a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001).
 */
function passesOf({ emissions, transitions: { factors } }: Chain, room: Room): Passes {
  const length = emissions.length / LABELS;
  const local = room.take(0, emissions.length);
  const forward = room.take(1, emissions.length);
  const backward = room.take(2, emissions.length);
  exponentials(emissions, local);
  for (let label = 0; label < LABELS; label++) {
    forward[label] = (BEGINS[label] as number) * (local[label] as number);
    backward[(length - 1) * LABELS + label] = ENDS[label] as number;
  }
  scale(forward, 0);
  for (let at = 1; at < length; at++) {
    const here = at * LABELS;
    for (let pair = 0; pair < COUNT; pair++) {
      const after = here + (AFTER[pair] as number);
      const from = forward[here - LABELS + (BEFORE[pair] as number)] as number;
      forward[after] = (forward[after] as number) + from * (factors[pair] as number);
    }
    for (let label = here; label < here + LABELS; label++) {
      forward[label] = (forward[label] as number) * (local[label] as number);
    }
    scale(forward, here);
  }
  for (let at = length - 2; at >= 0; at--) {
    const here = at * LABELS;
    for (let pair = 0; pair < COUNT; pair++) {
      const before = here + (BEFORE[pair] as number);
      const after = here + LABELS + (AFTER[pair] as number);
      const to = (backward[after] as number) * (local[after] as number);
      backward[before] = (backward[before] as number) + to * (factors[pair] as number);
    }
    scale(backward, here);
  }
  return { local, forward, backward };
}

/**
 * How probable each label is at each token: `token * LABELS + label`. The result is in `room`, until that
 * is used for another chain.
 */
export function labelProbabilities(chain: Chain, room = new Room()): Float64Array {
  return fromBothEnds(passesOf(chain, room), room);
}

function fromBothEnds({ forward, backward }: Passes, room: Room): Float64Array {
  const labels = room.take(3, forward.length);
  for (let index = 0; index < labels.length; index++) {
    labels[index] = (forward[index] as number) * (backward[index] as number);
  }
  for (let from = 0; from < labels.length; from += LABELS) scale(labels, from);
  return labels;
}

/** As {@link labelProbabilities}, with the probability of each of {@link PAIRS} at each two neighbours. */
export function marginals(chain: Chain): { labels: Float64Array; pairs: Float64Array } {
  const room = new Room();
  const passes = passesOf(chain, room);
  return {
    labels: fromBothEnds(passes, room),
    pairs: pairProbabilities(passes, chain.transitions),
  };
}

function exponentials(emissions: Float64Array, local: Float64Array): void {
  for (let at = 0; at < emissions.length; at += LABELS) {
    let highest = -Infinity;
    for (let label = at; label < at + LABELS; label++) {
      const score = emissions[label] as number;
      if (score > highest) highest = score;
    }
    for (let label = at; label < at + LABELS; label++) {
      local[label] = Math.exp((emissions[label] as number) - highest);
    }
  }
}

/** Makes the values of one token sum up to 1. */
function scale(values: Float64Array, from: number): void {
  let sum = 0;
  for (let label = from; label < from + LABELS; label++) sum += values[label] as number;
  if (sum === 0) return;
  for (let label = from; label < from + LABELS; label++) {
    values[label] = (values[label] as number) / sum;
  }
}

function pairProbabilities(
  { local, forward, backward }: Passes,
  { factors }: Transitions,
): Float64Array {
  const length = local.length / LABELS;
  const pairs = new Float64Array(Math.max(0, length - 1) * COUNT);
  for (let at = 0; at + 1 < length; at++) {
    let sum = 0;
    for (let pair = 0; pair < COUNT; pair++) {
      const after = (at + 1) * LABELS + (AFTER[pair] as number);
      const value =
        (forward[at * LABELS + (BEFORE[pair] as number)] as number) *
        (factors[pair] as number) *
        (local[after] as number) *
        (backward[after] as number);
      pairs[at * COUNT + pair] = value;
      sum += value;
    }
    for (let pair = at * COUNT; sum > 0 && pair < (at + 1) * COUNT; pair++) {
      pairs[pair] = (pairs[pair] as number) / sum;
    }
  }
  return pairs;
}

/** The labels that together score highest, by the Viterbi algorithm. */
export function bestLabels({ emissions, transitions }: Chain, room = new Room()): Uint8Array {
  const length = emissions.length / LABELS;
  const scores = room.take(0, emissions.length).fill(-Infinity);
  const from = room.take(1, emissions.length);
  for (let label = 0; label < LABELS; label++) {
    if (BEGINS[label]) scores[label] = emissions[label] as number;
  }
  for (let at = 1; at < length; at++) {
    const here = at * LABELS;
    for (let pair = 0; pair < COUNT; pair++) {
      const before = BEFORE[pair] as number;
      const after = here + (AFTER[pair] as number);
      const score =
        (scores[here - LABELS + before] as number) + (transitions.scores[pair] as number);
      if (score <= (scores[after] as number)) continue;
      scores[after] = score;
      from[after] = before;
    }
    for (let label = here; label < here + LABELS; label++) {
      scores[label] = (scores[label] as number) + (emissions[label] as number);
    }
  }
  return backtracked(scores, from, length);
}

function backtracked(scores: Float64Array, from: Float64Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  const end = (length - 1) * LABELS;
  let best = 0;
  for (let label = 1; label < LABELS; label++) {
    if (ENDS[label] && (scores[end + label] as number) > (scores[end + best] as number))
      best = label;
  }
  for (let at = length - 1; at >= 0; at--) {
    labels[at] = best;
    best = from[at * LABELS + best] as number;
  }
  return labels;
}
