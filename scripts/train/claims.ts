import {
  FIRST_WORDS,
  SCORES,
  STEPS,
  scoredWords,
  share,
  signsOf,
  written,
  type Score,
  type Scores,
  type Weights,
} from '../../src/core/claims/scores';
import type { LabelledSentence } from './claimLabels';
import type { Embeddings } from './embeddings';
import { logistic, type Row } from './logistic';

/** How likely a score’s answer is yes, by the letters of a label. */
const TARGETS: Readonly<Record<Score, (letters: string) => number>> = {
  claim: (letters) => (letters === 'n' ? 0 : letters === 'a' ? 0.5 : 1),
  // What is to come can be checked only when it has come.
  checkable: (letters) => (/[vak]/.test(letters) ? 1 : letters.includes('p') ? 0.5 : 0),
  // What predicts or promises is told by its verbs.
  judgement: (letters) => (/[jr]/.test(letters) && !/[pk]/.test(letters) ? 1 : 0),
};
/** A word in at least this many labelled sentences has a weight of its own besides that of its vector. */
const FEWEST = 3;
/** How much words by themselves and their vectors count against signs: regularisation is the same for all. */
const OWN = 2.5;
const VECTOR = 2;
/** A word is kept if at least one of its columns has this many steps. */
const FEWEST_STEPS = 3;

/** Columns: a constant, signs, words, then their vectors anywhere and among the first. */
interface Columns {
  readonly signs: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly anywhere: number;
  readonly first: number;
  readonly count: number;
}

/**
 * Learns the scores by logistic regression over words, signs, and word vectors. As a sum of vectors is linear,
 * what was learned about them comes down to one number for each word: the vectors needn’t be shipped.
 */
export function trainClaims(
  examples: readonly LabelledSentence[],
  embeddings: Embeddings,
): Weights {
  const vectorAt = new Map(embeddings.words.map((word, at) => [word, at]));
  const columns = columnsOf(examples, embeddings.dimensions);
  const rows = examples.map(({ sentence }) => rowOf(sentence, columns, embeddings, vectorAt));
  const learned = SCORES.map((score) =>
    logistic(
      rows,
      examples.map(({ letters }) => TARGETS[score](letters)),
      columns.count,
    ),
  );
  return weightsOf(learned, columns, embeddings, vectorAt);
}

function columnsOf(examples: readonly LabelledSentence[], dimensions: number): Columns {
  const counts = new Map<string, number>();
  const signs = new Set<string>();
  for (const { sentence } of examples) {
    for (const word of scoredWords(sentence.words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const sign of signsOf(sentence)) signs.add(sign);
  }
  const words = [...counts].filter(([, count]) => count >= FEWEST).map(([word]) => word);
  // The constant has the empty name; sorted, it is the first.
  const numbered = (names: readonly string[], from: number) =>
    new Map([...names].sort().map((name, at) => [name, from + at]));
  const anywhere = signs.size + words.length;
  return {
    signs: numbered([...signs], 0),
    words: numbered(words, signs.size),
    anywhere,
    first: anywhere + dimensions,
    count: anywhere + 2 * dimensions,
  };
}

function rowOf(
  sentence: LabelledSentence['sentence'],
  columns: Columns,
  { vectors, dimensions }: Embeddings,
  vectorAt: ReadonlyMap<string, number>,
): Row {
  const row = new Map<number, number>();
  const add = (column: number, value: number) => row.set(column, (row.get(column) ?? 0) + value);
  for (const sign of signsOf(sentence)) add(columns.signs.get(sign) ?? -1, 1);
  const words = scoredWords(sentence.words);
  words.forEach((word, order) => {
    const own = columns.words.get(word);
    if (own !== undefined) add(own, OWN * share(words.length));
    const at = vectorAt.get(word);
    if (at === undefined) return;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const value = VECTOR * (vectors[at * dimensions + dimension] as number);
      add(columns.anywhere + dimension, value * share(words.length));
      if (order < FIRST_WORDS) add(columns.first + dimension, value * share(FIRST_WORDS));
    }
  });
  return { columns: Int32Array.from(row.keys()), values: Float64Array.from(row.values()) };
}

function weightsOf(
  learned: readonly Float64Array[],
  columns: Columns,
  { words: vocabulary, vectors, dimensions }: Embeddings,
  vectorAt: ReadonlyMap<string, number>,
): Weights {
  const along = (weights: Float64Array, from: number, word: string) => {
    const at = vectorAt.get(word);
    if (at === undefined) return 0;
    let sum = 0;
    for (let dimension = 0; dimension < dimensions; dimension++)
      sum +=
        (weights[from + dimension] as number) * (vectors[at * dimensions + dimension] as number);
    return VECTOR * sum;
  };
  const all = [...new Set([...columns.words.keys(), ...vocabulary])].map((word) => {
    const own = columns.words.get(word);
    const anywhere = learned.map(
      (weights) =>
        along(weights, columns.anywhere, word) +
        (own === undefined ? 0 : OWN * (weights[own] as number)),
    );
    const first = learned.map((weights) => along(weights, columns.first, word));
    return { word, values: [...anywhere, ...first] };
  });
  const most = all.reduce((most, { values }) => Math.max(most, ...values.map(Math.abs)), 0);
  const step = most / STEPS;
  const kept = all
    .map(({ word, values }) => ({ word, steps: values.map((value) => Math.round(value / step)) }))
    .filter(({ steps }) => steps.some((count) => Math.abs(count) >= FEWEST_STEPS))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
  const column = (at: number) => written(kept.map(({ steps }) => steps[at] as number));
  const perScore = <T>(value: (at: number) => T) =>
    Object.fromEntries(SCORES.map((score, at) => [score, value(at)])) as Record<Score, T>;
  const rounded = (value: number) => Math.round(value * 1000) / 1000;
  return {
    words: kept.map(({ word }) => word).join(' '),
    step: Number(step.toPrecision(6)),
    anywhere: perScore(column),
    first: perScore((at) => column(SCORES.length + at)),
    signs: Object.fromEntries(
      [...columns.signs].map(([sign, column]): [string, Scores] => [
        sign,
        perScore((at) => rounded((learned[at] as Float64Array)[column] as number)),
      ]),
    ),
  };
}
