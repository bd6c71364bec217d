import type { TextLines } from '../text/lines';
import type { Span } from '../text/span';

/** How many places are listed. */
const MOST = 10;

/** The first few places of exactly these words, for a person to choose from. */
export function placesOf(words: string, text: TextLines): Span[] {
  const places: Span[] = [];
  if (words.trim() === '') return places;
  const whole = text.toString();
  for (
    let start = whole.indexOf(words);
    start >= 0 && places.length < MOST;
    start = whole.indexOf(words, start + words.length)
  ) {
    places.push({ start, end: start + words.length });
  }
  return places;
}
