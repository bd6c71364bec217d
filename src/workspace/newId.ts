/**
 * Six characters.
 *
 * @param taken the ids that the other annotations of the file have
 */
export function newId(taken: ReadonlySet<string>): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  for (;;) {
    const random = crypto.getRandomValues(new Uint8Array(6));
    const id = [...random].map((byte) => letters[byte % letters.length]).join('');
    if (!taken.has(id)) return id;
  }
}
