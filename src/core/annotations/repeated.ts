import type { Span } from '../text/span';

const NO_LETTERS = /[^\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{N}]+/gu;
/** How many of the longest words are considered; the rarest of them is looked for. */
const WORDS = 4;
/** If a word occurs more often than this, its places aren't looked at one by one. */
const MOST_PLACES = 2000;
/** How much more white space other places of the same words may hold. */
const ROOM = 64;

/**
 * Whether words may occur elsewhere in a text, in whatever layout. This is far faster than a look at the whole
 * text, and says yes when in doubt.
 */
export function mayBeRepeated(text: string, span: Span): boolean {
  const quote = text.slice(span.start, span.end);
  const words = [...new Set(quote.match(WORD))].sort((a, b) => b.length - a.length);
  const places = words
    .slice(0, WORDS)
    .map((word) => placesOf(word, text))
    .sort((a, b) => a.length - b.length)[0];
  if (!places || places.length > MOST_PLACES) return true;
  const sought = lettersOf(quote);
  const room = 2 * quote.length + ROOM;
  return places
    .filter((at) => at < span.start || at >= span.end)
    .some((at) => {
      const before = text.slice(Math.max(at <= span.start ? 0 : span.end, at - room), at);
      const behind = text.slice(at, at < span.start ? Math.min(span.start, at + room) : at + room);
      return lettersOf(before + behind).includes(sought);
    });
}

function lettersOf(text: string): string {
  return text.replace(NO_LETTERS, '');
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    places.push(at);
    if (places.length > MOST_PLACES) break;
  }
  return places;
}
