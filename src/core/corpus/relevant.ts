import type { CardFinder } from '../entities/cardFinder';
import { tokenize } from '../text/tokens';

/**
 * What of the cards can matter to a text, as a string to compare: every card some surface of which
 * begins with something that stands in it. A change of any other card leaves its names as they are.
 */
export function relevantCards(text: string, { cards, notNames }: CardFinder): string {
  const composed = text.normalize('NFC');
  const stands = (surface: string) => {
    const [first] = tokenize(surface);
    if (!first) return false;
    // An apostrophe may stand as a curly one.
    return /^['’]$/.test(first.text) || composed.includes(first.text.normalize('NFC'));
  };
  const relevant = cards
    .filter(({ name, aliases, not }) => [name, ...aliases, ...not].some(stands))
    .map(({ name, aliases, type, description, not }) => [name, aliases, type, description, not]);
  // What is no name is compared without regard to capitals, so that all of it may matter.
  return JSON.stringify([relevant, notNames]);
}
