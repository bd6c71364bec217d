import type { Span } from '../text/span';
import { isSameWording, type Folded } from './fold';
import type { Selector } from './model';

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const IDEOGRAPH = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;

/** How many units at the ends of a quote are looked at. */
export const MOST_MARKS = 80;

/** The longest word that is looked at as one. */
const LONGEST_WORD = 40;

/**
 * The span in the original text of a folded one: whole words, if the quote was, and with the marks at the
 * ends of the quote, which folding drops.
 */
export function originalSpan(
  text: string,
  folded: Folded,
  { start: first, end: last }: Span,
  { prefix, quote, suffix }: Selector,
  foldedQuote: Folded,
): Span {
  const { offsets } = folded;
  let start = offsets[first] as number;
  let end = (offsets[last - 1] as number) + 1;
  if (!isInWord(prefix + quote, prefix.length)) {
    for (let left = LONGEST_WORD; left > 0 && isInWord(text, start); left--) start--;
  }
  if (!isInWord(quote + suffix, quote.length)) {
    for (let left = LONGEST_WORD; left > 0 && isInWord(text, end); left--) end++;
  }
  const own = foldedQuote.offsets;
  const before = quote.slice(0, own[0]);
  const behind = quote.slice((own[own.length - 2] as number) + 1);
  const gapStart = first === 0 ? 0 : (offsets[first - 1] as number) + 1;
  const gapBefore = text.slice(Math.max(gapStart, start - MOST_MARKS), start);
  const gapBehind = text.slice(end, Math.min(offsets[last] as number, end + MOST_MARKS));
  return {
    start: start - marks(gapBefore.length, before, (length) => gapBefore.slice(-length)),
    end: end + marks(gapBehind.length, behind, (length) => gapBehind.slice(0, length)),
  };
}

/** How many units of a gap are the quote's marks; if they are other marks, as many as the quote had. */
function marks(most: number, quoted: string, take: (length: number) => string): number {
  const wanted = quoted.trim();
  if (wanted === '') return 0;
  for (const isAlike of [isSameMarks, isSameWording]) {
    const fits = (length: number) =>
      length <= most && hasSpacesOf(take(length), quoted) && isAlike(take(length), quoted);
    for (let length = 1; length <= most; length++) {
      if (!fits(length)) continue;
      // A rule is a rule as a whole, however long.
      while (fits(length + 1)) length++;
      return length;
    }
  }
  let length = 0;
  while (length < Math.min(most, wanted.length) && /^\S+$/.test(take(length + 1))) length++;
  return length;
}

/** As {@link isSameWording}, but three dashes differ from two. */
function isSameMarks(a: string, b: string): boolean {
  return a.replace(/\s+/g, ' ') === b.replace(/\s+/g, ' ');
}

/** Whether white space stands at the same ends of both. */
function hasSpacesOf(a: string, b: string): boolean {
  return /^\s/.test(a) === /^\s/.test(b) && /\s$/.test(a) === /\s$/.test(b);
}

/** Whether an offset stands between two letters of one word. */
export function isInWord(text: string, at: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text[at] ?? ''];
  return (
    LETTER.test(before) && LETTER.test(after) && !IDEOGRAPH.test(before) && !IDEOGRAPH.test(after)
  );
}
