import { finished } from './steps';
import { Sequence } from './text/sequence';

/** So many items, or sums of items, are added up to one. */
const FAN = 32;

/** Some neighbours, added up. */
interface Sum<S> {
  readonly count: number;
  readonly value: S;
}

/**
 * Adds up a long sequence again and again, as it changes a little each time: sums of neighbours are
 * kept, and sums of those, so that only those of which something changed are made anew. What is added
 * must come out the same however it is parenthesised; its order stays.
 */
export class Fold<T, S> {
  private items = Sequence.of<T>([]);
  private sums = Sequence.of<Sum<S>>([]);
  private above: Fold<Sum<S>, S> | undefined;

  /** @param add the sum of some neighbours in order; what it gets stays as it is */
  constructor(
    private readonly sumOf: (items: readonly T[]) => S,
    private readonly add: (sums: readonly S[]) => S,
  ) {}

  /** A few sums that make up the whole, in order. Items are the same if they are the same objects. */
  of(items: Sequence<T>): readonly S[] {
    return finished(this.summing(items));
  }

  /** As {@link of}, in steps. */
  *summing(items: Sequence<T>): Generator<undefined, readonly S[]> {
    this.sums = yield* this.summed(items);
    this.items = items;
    if (this.sums.length <= FAN) return Array.from(this.sums, ({ value }) => value);
    this.above ??= new Fold((sums) => this.add(sums.map(({ value }) => value)), this.add);
    return yield* this.above.summing(this.sums);
  }

  private *summed(items: Sequence<T>): Generator<undefined, Sequence<Sum<S>>> {
    const { sums } = this;
    const { first, endBefore, end } = this.items.changedTo(items);
    if (first === end && first === endBefore) return sums;
    const countOf = (at: number) => (sums.at(at) as Sum<S>).count;
    let [front, from] = [0, 0];
    while (front < sums.length && from + countOf(front) <= first) from += countOf(front++);
    let [back, to] = [sums.length, this.items.length];
    while (back > front && to - countOf(back - 1) >= endBefore) to -= countOf(--back);
    // What comes between two sums is added to one of them, lest there be ever more small ones.
    if (front === back && front > 0) from -= countOf(--front);
    to += items.length - this.items.length;
    const made: Sum<S>[] = [];
    for (let at = from; at < to; at += FAN) {
      const some = items.slice(at, Math.min(at + FAN, to));
      made.push({ count: some.length, value: this.sumOf(some) });
      yield;
    }
    return sums.replaced(front, back, made);
  }
}
