/** The share of some items that pass a test; 0 if there are none. */
export function share<T>(items: readonly T[], test: (item: T, index: number) => boolean): number {
  let passing = 0;
  for (let index = 0; index < items.length; index++) {
    if (test(items[index] as T, index)) passing++;
  }
  return items.length === 0 ? 0 : passing / items.length;
}
