import type { Gazetteer } from '../gazetteer';
import { pairFeatures, roleFeatures, wordFacts, type Role, type WordFacts } from './features';
import { hashText } from './hash';
import { LABELS } from './labels';
import { EDGE, type Segment, type Surroundings } from './sequence';
import type { Weights } from './weights';

/** How many words, and pairs of words, are remembered; then all are forgotten. */
const MOST_WORDS = 20_000;
const MOST_PAIRS = 50_000;
/** Words have ids below this, so that those of two words make the id of a pair. */
const MOST_IDS = 2 ** 26;

/** The seed of the hashes of words; features have others. */
export const WORD_SEED = 7;

/** A word with its scores in each role, once they have been asked for. */
export interface ScoredWord extends WordFacts {
  readonly id: number;
  readonly scores: (Float64Array | undefined)[];
}

/**
 * Scores the labels of tokens. Most features concern one word in one role, or a pair of words. Their sums are
 * remembered, as texts repeat most of their words.
 */
export class Scorer {
  /** Stands for what is before and after a text. */
  readonly edge: ScoredWord = { ...EDGE, id: 0, scores: [] };
  private readonly words = new Map<string, ScoredWord>();
  private readonly pairs = new Map<number, Float64Array>();
  private lastId = 0;

  constructor(
    private readonly weights: Weights,
    private readonly gazetteer: Gazetteer,
  ) {}

  word(text: string): ScoredWord {
    const known = this.words.get(text);
    if (known) return known;
    if (this.words.size >= MOST_WORDS) this.words.clear();
    const clusters = (lower: string) =>
      Math.max(0, this.weights.clusters.get(hashText(WORD_SEED, lower)));
    const facts = wordFacts(text, this.gazetteer, clusters);
    const made = { ...facts, id: ++this.lastId, scores: [] };
    this.words.set(text, made);
    return made;
  }

  /** Adds the scores of the labels of a segment’s tokens to `emissions`: `token * LABELS + label`. */
  addTo(emissions: Float64Array, around: Surroundings<ScoredWord>, { from, to }: Segment): void {
    for (let at = from; at < to; at++) {
      const words = around.byRole(at);
      for (let role = 0; role < words.length; role++) {
        const word = words[role];
        if (!word) continue;
        const scores = (word.scores[role] ??= this.sum(roleFeatures(word, role as Role)));
        add(emissions, (at - from) * LABELS, scores, 0);
      }
    }
    for (let at = from; at <= to; at++) {
      const scores = this.ofPair(around.word(at - 1), around.word(at));
      const base = (at - from) * LABELS;
      if (at < to) add(emissions, base, scores, 0);
      if (at > from) add(emissions, base - LABELS, scores, LABELS);
    }
  }

  /** The scores of a pair for its second word, followed by those for its first. */
  private ofPair(a: ScoredWord, b: ScoredWord): Float64Array {
    const key = a.id * MOST_IDS + b.id;
    const known = this.pairs.get(key);
    if (known) return known;
    if (this.pairs.size >= MOST_PAIRS) this.pairs.clear();
    const made = new Float64Array(2 * LABELS);
    made.set(this.sum(pairFeatures(a, b, 0)));
    made.set(this.sum(pairFeatures(a, b, 1)), LABELS);
    this.pairs.set(key, made);
    return made;
  }

  private sum(features: readonly number[]): Float64Array {
    const { rows, emissions, scale } = this.weights;
    const sum = new Float64Array(LABELS);
    for (const feature of features) {
      const row = rows.get(feature);
      if (row < 0) continue;
      for (let label = 0; label < LABELS; label++) {
        sum[label] = (sum[label] as number) + (emissions[row * LABELS + label] as number) * scale;
      }
    }
    return sum;
  }
}

function add(emissions: Float64Array, base: number, scores: Float64Array, from: number): void {
  for (let label = 0; label < LABELS; label++) {
    emissions[base + label] =
      (emissions[base + label] as number) + (scores[from + label] as number);
  }
}
