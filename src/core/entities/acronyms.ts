import { matchesOf } from '../text/matches';

const PARENTHESES = /\(([^()]{2,60})\)/g;
const SHORT_FORM = /^(?=.*\p{Lu})[\p{L}\p{N}][\p{L}\p{N}.&-]{1,9}$/u;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [SHORT_FORM];

/** An abbreviation with what it stands for, both as written in the text. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
  /** Where the long form begins. */
  readonly at: number;
}

/**
 * Abbreviations that a text defines, `long form (SF)` or `SF (long form)`, by the algorithm of
 * Schwartz and Hearst: “A simple algorithm for identifying abbreviation definitions in biomedical
 * text”, Pacific Symposium on Biocomputing 2003.
 */
export function acronymsIn(text: string): Acronym[] {
  if (!text.includes('(')) return [];
  const found: Acronym[] = [];
  for (const { 1: inside = '', index } of matchesOf(text, PARENTHESES)) {
    const before = text.slice(Math.max(0, index - 150), index).trimEnd();
    if (SHORT_FORM.test(inside)) {
      const long = longForm(inside, wordsBefore(before, inside.length));
      if (long !== undefined)
        found.push({ short: inside, long, at: text.lastIndexOf(long, index) });
    } else {
      const short = before.split(/\s+/).at(-1) ?? '';
      const isShort = SHORT_FORM.test(short) && longForm(short, inside) === inside;
      if (isShort) found.push({ short, long: inside, at: index + 1 });
    }
  }
  return found;
}

/** The words that may make up the long form: at most min(|A| + 5, 2·|A|). */
function wordsBefore(text: string, letters: number): string {
  const words = text.split(/\s+/);
  return words.slice(-Math.min(letters + 5, letters * 2)).join(' ');
}

/** The shortest end of `text` that contains the letters of the short form in order. */
function longForm(short: string, text: string): string | undefined {
  let at = text.length - 1;
  for (let index = short.length - 1; index >= 0; index--) {
    const letter = (short[index] as string).toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const mustBegin = index === 0;
    while (at >= 0 && (text[at]?.toLowerCase() !== letter || (mustBegin && isInside(text, at))))
      at--;
    if (at < 0) return undefined;
    at--;
  }
  const long = text.slice(text.lastIndexOf(' ', at + 1) + 1);
  return long.length > short.length && long.includes(' ') ? long : undefined;
}

function isInside(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] as string);
}
