import { tokenize } from '../text/tokens';
import type { Span } from '../text/span';

/** A word of a name: `U.S.`, `O’Brien` and `Jean-Luc` are one each; a possessive ’s is cut off. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  /** Two or more letters, all capitals: `NATO`, `U.S.`. */
  readonly isAcronym: boolean;
  /** Whether a sentence, a quotation or a list item may begin here, so that the capital means nothing. */
  readonly isInitial: boolean;
  /** Whether only white space separates this word from the one before. */
  readonly isJoined: boolean;
}

const CONTRACTION = /^(?:s|t|d|m|ll|re|ve)$/i;
const INITIALISM = /^\p{Lu}$/u;
/** The Arabic article, which is written in lower case within a name. */
const ARTICLE = /^(?:al|el|ar|as|ash|an|ad|az|at)$/i;
const BEGINS = /[.!?…:;“"«‹(\n*_#>[]\s*$|[-–—]\s+$/;
/** Full stops after these belong to the name. */
const ABBREVIATED =
  /^(?:mr|mrs|ms|dr|prof|st|gen|sen|rep|gov|col|lt|maj|sgt|cpl|spc|capt|cmdr|adm|jr|sr|\p{L})$/iu;

/** How much between two words is looked at; indents are shorter. */
const LONGEST_GAP = 80;

/** The words of a passage, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const tokens = tokenize(text);
  let previousEnd = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token?.isWord) continue;
    const { start } = token;
    let { end } = token;
    for (;;) {
      const mark = tokens[index + 1];
      const next = tokens[index + 2];
      if (!mark || mark.isWord || mark.start !== end) break;
      const isNext = next?.isWord === true && next.start === mark.end;
      if (isNext && joins(mark.text, text.slice(start, end), next.text)) {
        end = next.end;
        index += 2;
      } else {
        // The last full stop of U.S. is part of it.
        if (mark.text === '.' && /\.\p{Lu}$/u.test(text.slice(start, end))) end = mark.end;
        break;
      }
    }
    const between = text.slice(Math.max(previousEnd, start - LONGEST_GAP), start);
    words.push(wordAt(text, start, end, between, words.at(-1)));
    previousEnd = end;
  }
  return words;
}

function joins(mark: string, before: string, after: string): boolean {
  if (mark === '.') return /(?:^|\.)\p{Lu}$/u.test(before) && INITIALISM.test(after);
  if (mark === "'" || mark === '’') return !CONTRACTION.test(after);
  if (mark === '-' || mark === '‑') {
    if (ARTICLE.test(before)) return /^\p{Lu}/u.test(after);
    // `F-16`, `Su-35s`.
    return /^\p{Lu}\p{L}{0,2}$/u.test(before) && /^\d{1,4}\p{L}{0,3}$/u.test(after);
  }
  if (mark === '&') return /^\p{Lu}{1,3}$/u.test(before) && /^\p{Lu}{1,3}$/u.test(after);
  return false;
}

function wordAt(
  text: string,
  start: number,
  end: number,
  between: string,
  before: Word | undefined,
): Word {
  const word = text.slice(start, end);
  const isCapital = CAPITAL.test(word) && !isNegation(word, text.slice(end, end + 3));
  // Most words need no closer look.
  const isWithin = between === ' ' && before !== undefined;
  const isAbbreviation =
    !isWithin && between.trim() === '.' && before !== undefined && ABBREVIATED.test(before.text);
  return {
    start,
    end,
    text: word,
    lower: word.toLowerCase().replace(/’/g, "'"),
    isCapital,
    isAcronym: isCapital && ACRONYM.test(word),
    isInitial: !isWithin && !isAbbreviation && (before === undefined || begins(between)),
    isJoined: isWithin || isAbbreviation || joinsWords(between),
  };
}

function begins(between: string): boolean {
  return BEGINS.test(between) || /[”"’']\s/.test(between);
}

function joinsWords(between: string): boolean {
  return /^[^\S\n]*\n?[^\S\n]*$/.test(between) || between === '-' || between === '‑';
}

const CAPITAL = /^(?:\p{Lu}|\p{Ll}{2,3}[-‑]\p{Lu})/u;
const ACRONYM = /^(?:\p{Lu}[\p{Lu}\p{N}&-]+|(?:\p{Lu}\.){2,}|\p{Lu}\.\p{Lu})$/u;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [CAPITAL, ACRONYM];

/** `Don’t` is no Don. */
function isNegation(word: string, behind: string): boolean {
  return /n$/i.test(word) && /^['’]t(?!\p{L})/u.test(behind);
}
