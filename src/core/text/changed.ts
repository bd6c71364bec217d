/** What of a sequence is other than before: the items in `[first, end)`, where there were those to `endBefore`. */
export interface Changed {
  readonly first: number;
  readonly endBefore: number;
  readonly end: number;
}

/** Where two sequences differ, between the items at their beginning and end that are the same objects. */
export function changedBetween(before: ArrayLike<unknown>, after: ArrayLike<unknown>): Changed {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let endBefore = before.length;
  let end = after.length;
  while (end > first && endBefore > first && before[endBefore - 1] === after[end - 1]) {
    endBefore--;
    end--;
  }
  return { first, endBefore, end };
}

/** A sequence with other items from `first` to before `end`; the one before stays as it is. */
export function replaced<T>(
  items: readonly T[],
  first: number,
  end: number,
  others: readonly T[],
): T[] {
  // Spreading long sequences, or passing them as arguments, is much slower.
  if (others.length !== end - first) return items.slice(0, first).concat(others, items.slice(end));
  const copy = items.slice();
  for (const [at, other] of others.entries()) copy[first + at] = other;
  return copy;
}
