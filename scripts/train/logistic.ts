/** The columns of an example that aren’t 0. */
export interface Row {
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

const PENALTY = 8;
const ROUNDS = 160;
const POWER_ROUNDS = 15;

/**
 * Logistic regression with an L2 penalty on all columns but the first, which has to be 1 in each row,
 * by accelerated gradient descent (Nesterov, 1983). Deterministic.
 *
 * @param targets from 0 to 1: how likely the answer is yes
 * @returns a weight for each column
 */
export function logistic(
  rows: readonly Row[],
  targets: readonly number[],
  columns: number,
): Float64Array {
  const rate = 1 / (0.25 * largestEigenvalue(rows, columns) + PENALTY);
  let current = new Float64Array(columns);
  let ahead = new Float64Array(columns);
  let momentum = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = ahead.map((weight, column) => (column === 0 ? 0 : PENALTY * weight));
    rows.forEach((row, at) => {
      add(slope, row, 1 / (1 + Math.exp(-dot(ahead, row))) - (targets[at] as number));
    });
    const next = ahead.map((weight, column) => weight - rate * (slope[column] as number));
    const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const push = (momentum - 1) / nextMomentum;
    ahead = next.map((weight, column) => weight + push * (weight - (current[column] as number)));
    current = next;
    momentum = nextMomentum;
  }
  return current;
}

/** Of the matrix of second moments, by power iteration. */
function largestEigenvalue(rows: readonly Row[], columns: number): number {
  let vector = new Float64Array(columns).fill(1);
  let norm = 1;
  for (let round = 0; round < POWER_ROUNDS; round++) {
    const next = new Float64Array(columns);
    for (const row of rows) add(next, row, dot(vector, row));
    norm = Math.hypot(...next);
    vector = next.map((value) => value / norm);
  }
  return norm;
}

function dot(weights: Float64Array, { columns, values }: Row): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at++)
    sum += (weights[columns[at] as number] as number) * (values[at] as number);
  return sum;
}

function add(sums: Float64Array, { columns, values }: Row, factor: number): void {
  for (let at = 0; at < columns.length; at++)
    (sums[columns[at] as number] as number) += factor * (values[at] as number);
}
