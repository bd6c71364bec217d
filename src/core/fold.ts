import { finished } from './steps';
import { Sequence } from './text/sequence';

/** So many items are added up to one sum. */
const FAN = 32;
/** So many sums are added up to one: few, as all of them are when one changes, and sums are larger than items. */
const FAN_OF_SUMS = 8;

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
    private readonly fan = FAN,
  ) {}

  /** A few sums that make up the whole, in order. Items are the same if they are the same objects. */
  of(items: Sequence<T>): readonly S[] {
    return finished(this.summing(items));
  }

  /** As {@link of}, in steps. */
  *summing(items: Sequence<T>): Generator<undefined, readonly S[]> {
    this.sums = yield* this.summed(items);
    this.items = items;
    if (this.sums.length <= FAN_OF_SUMS) return Array.from(this.sums, ({ value }) => value);
    const sumOf = (sums: readonly Sum<S>[]) => this.add(sums.map(({ value }) => value));
    this.above ??= new Fold(sumOf, this.add, FAN_OF_SUMS);
    return yield* this.above.summing(this.sums);
  }

  private *summed(items: Sequence<T>): Generator<undefined, Sequence<Sum<S>>> {
    const { sums } = this;
    const { first, endBefore, end } = this.items.changedTo(items);
    if (first === end && first === endBefore) return sums;
    const counts = sums.slice(0, sums.length).map(({ count }) => count);
    const countOf = (at: number) => counts[at] as number;
    let [front, from] = [0, 0];
    while (front < sums.length && from + countOf(front) <= first) from += countOf(front++);
    let [back, to] = [sums.length, this.items.length];
    while (back > front && to - countOf(back - 1) >= endBefore) to -= countOf(--back);
    // What comes between two sums is added to one of them, lest there be ever more small ones.
    if (front === back && front > 0) from -= countOf(--front);
    to += items.length - this.items.length;
    const made: Sum<S>[] = [];
    for (let at = from; at < to; at += this.fan) {
      const some = items.slice(at, Math.min(at + this.fan, to));
      made.push({ count: some.length, value: this.sumOf(some) });
      yield;
    }
    return sums.replaced(front, back, made);
  }
}
