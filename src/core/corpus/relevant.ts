import type { CardFinder } from '../entities/cardFinder';
import { tokenize } from '../text/tokens';

/**
 * The cards that can matter to a text, as a string to compare: those with a surface whose first word occurs in
 * it. A change of any other card doesn't change the names in the text.
 */
export function relevantCards(text: string, { cards, notNames }: CardFinder): string {
  const composed = text.normalize('NFC');
  const stands = (surface: string) => {
    const [first] = tokenize(surface);
    if (!first) return false;
    // The text may have a curly apostrophe instead.
    return /^['’]$/.test(first.text) || composed.includes(first.text.normalize('NFC'));
  };
  const relevant = cards
    .filter(({ name, aliases, not }) => [name, ...aliases, ...not].some(stands))
    .map(({ name, aliases, type, description, not }) => [name, aliases, type, description, not]);
  // “Not names” are compared regardless of capitals, so that any of them may matter.
  return JSON.stringify([relevant, notNames]);
}
