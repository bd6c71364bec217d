import { runsOf, type Block } from '../layout';
import type { LineFacts } from './lineFacts';

/** Which part of an HTML comment a line is: all of it, its first or last line, or one between. */
export type CommentPart = 'whole' | 'begins' | 'within' | 'ends';

/** The part that the line by itself suggests, whether or not the comment is closed elsewhere. */
export function commentPart(line: string): CommentPart | undefined {
  const text = line.trim();
  const opens = text.startsWith('<!--');
  const closes = text.endsWith('-->');
  if (opens && closes) return 'whole';
  if (opens) return text.includes('-->') ? undefined : 'begins';
  return closes && !text.includes('<!--') ? 'ends' : undefined;
}

/**
 * The facts about the lines, with the lines of multi-line comments turned into blank ones:
 * translators keep the original in comments, paragraph by paragraph. An opening that is never
 * closed doesn't begin a comment.
 *
 * @param blank makes the facts of a blank line
 */
export function withoutComments(facts: LineFacts[], blank: () => LineFacts): LineFacts[] {
  if (!facts.some(({ comment }) => comment === 'begins')) return facts;
  const silent = { ...blank(), comment: 'within' as const };
  let end = -1;
  // Backwards, so that at the first line of a comment it is known whether it is closed.
  const shown = facts.slice();
  for (let line = facts.length - 1; line >= 0; line--) {
    const { comment } = facts[line] as LineFacts;
    if (comment === 'ends') end = line;
    if (comment !== 'begins') continue;
    if (end > line) shown.fill(silent, line, end + 1);
    end = -1;
  }
  return shown;
}

/** Most blank lines between a question and a comment below it. */
const MOST_BLANK = 6;
/** How many lines before and after an edit may be read differently because of a comment there. */
const NEAR = 40;

/** Whether there is a comment in the lines from `first` to before `end`, or near them. */
export function isCommentNear(facts: readonly LineFacts[], first: number, end: number): boolean {
  return facts
    .slice(Math.max(0, first - NEAR), end + NEAR)
    .some(({ comment }) => comment !== undefined);
}

/**
 * The line after a comment, if a comment comes next, after blank lines at most; otherwise `line`
 * itself.
 */
export function behindComment(facts: readonly LineFacts[], line: number): number {
  let [behind, at] = [line, line];
  for (; facts[at]?.isBlank && at - behind <= MOST_BLANK; at++) {
    if (facts[at]?.comment) behind = at + 1;
  }
  return behind;
}

/**
 * The blocks of comment lines from `first` to before `end`; blank lines outside of comments
 * separate them.
 */
export function commentsIn(facts: readonly LineFacts[], first: number, end: number): Block[] {
  return runsOf(first, end, (line) => {
    const at = facts[line];
    return at?.comment !== undefined && at.isBlank;
  });
}
