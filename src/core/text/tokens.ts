import { matchesOf } from './matches';
import type { Span } from './span';

/** A run of letters, marks and digits, or one other character that is no white space. */
export interface Token extends Span {
  readonly text: string;
  readonly isWord: boolean;
}

/** Han, kana and the like are written without spaces: each character is a word by itself. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s]/gu;
const TOKEN_UNSPACED =
  /(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}])+|[\p{L}\p{M}\p{N}]|[^\s]/gu;
const WORD_START = /^[\p{L}\p{M}\p{N}]/u;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [UNSPACED, TOKEN, TOKEN_UNSPACED, WORD_START];

/**
 * Splits a text into tokens, in the order of the text. Nothing is normalised:
 * `text.slice(token.start, token.end) === token.text`. `don’t`, `U.S.` and `dual-use` are several
 * tokens; who needs them as one joins them.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchesOf(text, UNSPACED.test(text) ? TOKEN_UNSPACED : TOKEN)) {
    const start = match.index;
    const token = match[0];
    tokens.push({ start, end: start + token.length, text: token, isWord: WORD_START.test(token) });
  }
  return tokens;
}
