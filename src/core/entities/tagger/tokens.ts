import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';

const WORD = String.raw`[\p{L}\p{M}\p{N}]`;

/**
 * `U.S.` is one token, and so are `O’Brien` and `don’t`; a possessive `’s` is one of its own. A hyphen stays
 * with a lower-case part: `pro-` `Beijing`, `Wai` `-keung`. Other marks are tokens of their own.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?:\p{Lu}\.){2,}`,
    String.raw`['’]s(?!${WORD})`,
    String.raw`(?<=${WORD})[-‑]\p{Ll}+`,
    String.raw`\p{Ll}{1,12}[-‑](?=\p{Lu})`,
    String.raw`${WORD}+(?:['’](?!s(?!${WORD}))[\p{L}\p{M}]+)*`,
    String.raw`[^\s]`,
  ].join('|'),
  'gu',
);
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [TOKEN];

/** The tokens of a passage, in order; offsets in UTF-16 units. */
export function taggerTokens(passage: string): Span[] {
  const tokens: Span[] = [];
  for (const { 0: token, index } of matchesOf(passage, TOKEN)) {
    tokens.push({ start: index, end: index + token.length });
  }
  return tokens;
}
