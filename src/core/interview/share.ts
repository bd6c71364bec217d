/** The share of some items that pass a test; 0 if there are none. */
export function share<T>(items: readonly T[], test: (item: T, index: number) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
