const NONE: readonly never[] = Object.freeze([]);

/**
 * A list to be kept: without the room that a growing array has left, and one for all that are empty.
 * In a document of a megabyte such room takes as much as the text.
 */
export function compact<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? NONE : items.slice();
}
