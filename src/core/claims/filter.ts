/**
 * Whether a text has all words of a filter in it, in any order, anywhere in its words, in capitals or
 * not, with accents or not. Words in quotation marks have to stand together. An empty filter has none.
 */
export function passes(text: string, filter: string): boolean {
  const folded = fold(text);
  return partsOf(filter).every((part) => folded.includes(part));
}

function partsOf(filter: string): string[] {
  return fold(filter)
    .split('"')
    .flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(' ')));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
