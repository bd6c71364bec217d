/** The parts of an interview that a search can name. */
export const FIELDS = ['speaker', 'role', 'topic', 'entity', 'kind', 'tag', 'title'] as const;
export type Field = (typeof FIELDS)[number];

/** What is searched for: each condition has to hold; a condition by what any of its values says. */
export interface Query {
  /** In lower case. A field that is not named is absent. */
  readonly fields: ReadonlyMap<Field, readonly string[]>;
  /** Words that have to stand in the passage, in lower case; several in quotes stand together. */
  readonly words: readonly string[];
}

/**
 * Reads a search: `speaker:hart topic:sanctions kind:prediction "price cap" oil`. The same field twice
 * means the one or the other. What is no field is a word, with its colon.
 */
export function parseQuery(text: string): Query {
  const fields = new Map<Field, string[]>();
  const words: string[] = [];
  const parts = text.toLowerCase().matchAll(/(\w+):(?=\s|$)|(?:(\w+):)?(?:"([^"]*)"?|([^\s"]+))/g);
  for (const [whole, alone, name = alone, quoted, plain] of parts) {
    const value = (quoted ?? plain ?? '').replace(/\s+/g, ' ').trim();
    const field = FIELDS.find((known) => known === name);
    if (!field) {
      const word = whole.replaceAll('"', '').replace(/\s+/g, ' ').trim();
      if (word !== '') words.push(word);
    } else if (value !== '') fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  return { fields, words };
}

/** The field whose value is being written at the end of a search, with what there is of it. */
export function lastField(
  text: string,
): { field: Field; value: string; start: number } | undefined {
  const written = /(?:^|\s)(\w+):(?:"([^"]*)|([^\s"]*))$/.exec(text.toLowerCase());
  const [, name, quoted, value = quoted ?? ''] = written ?? [];
  const field = FIELDS.find((known) => known === name);
  if (!field) return undefined;
  const quote = quoted === undefined ? 0 : 1;
  return { field, value, start: text.length - value.length - quote };
}
