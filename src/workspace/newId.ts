import type { Annotation } from '../core/annotations/model';

/** Six characters that no other annotation of the file has. */
export function newId(annotations: readonly Annotation[]): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const taken = new Set(annotations.map(({ id }) => id));
  for (;;) {
    const random = crypto.getRandomValues(new Uint8Array(6));
    const id = [...random].map((byte) => letters[byte % letters.length]).join('');
    if (!taken.has(id)) return id;
  }
}
