import type { TextLines } from '../text/lines';
import type { Span } from '../text/span';

/** So many places are listed. */
const MOST = 10;

/** Where words stand to the letter, for a person to choose from; the first few. */
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
