/** A value that is computed when it is first asked for. */
export function lazy<T>(compute: () => T): () => T {
  let box: { readonly value: T } | undefined;
  return () => (box ??= { value: compute() }).value;
}
