/**
 * Whether a text contains all words of a filter, in any order, even as parts of words, whatever their
 * capitals and accents. Words in quotation marks have to stand together. Everything passes an empty filter.
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
