import type { Changed } from '../text/sequence';

/** Two lists that are the same but for the items in a place. */
interface Two<T> {
  readonly one: T[];
  readonly other: T[];
  /** Which items of the one differ from those of the other. */
  readonly changed: Changed;
}

/**
 * A long list as it is before and after a change, version after version: two lists take turns, so that none is
 * copied for a change of some items. (A copy is as long as the document, and mostly costs by what the collector
 * of garbage has to do.) The list of a version is only good until the one after the next is made.
 */
export class TwoLists<T> {
  private last: Two<T> | undefined;

  /** The list with other items in a place; `list` stays as it is. */
  changed(list: readonly T[], changed: Changed, items: readonly T[]): readonly T[] {
    const one = list as T[];
    const other = this.likeness(one);
    replace(other, changed.first, changed.endBefore, items);
    this.last = { one, other, changed };
    return other;
  }

  /** Another list that has the same items. */
  private likeness(list: T[]): T[] {
    if (list !== this.last?.one && list !== this.last?.other) return list.slice();
    const { one, other, changed } = this.last;
    const { first, endBefore, end } = changed;
    // What was made of the one was not taken over.
    if (list === one) return replace(other, first, end, one.slice(first, endBefore));
    return replace(one, first, endBefore, other.slice(first, end));
  }
}

function replace<T>(list: T[], first: number, end: number, items: readonly T[]): T[] {
  list.splice(first, end - first, ...items);
  return list;
}
