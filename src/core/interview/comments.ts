import type { Block } from './layout';
import type { LineFacts } from './lineFacts';

/** What a line is of a comment in HTML: all of it, its first or its last line, or one between them. */
export type CommentPart = 'whole' | 'begins' | 'within' | 'ends';

/** The part that a line has by itself, whether or not the comment is closed elsewhere. */
export function commentPart(line: string): CommentPart | undefined {
  const text = line.trim();
  const opens = text.startsWith('<!--');
  const closes = text.endsWith('-->');
  if (opens && closes) return 'whole';
  if (opens) return text.includes('-->') ? undefined : 'begins';
  return closes && !text.includes('<!--') ? 'ends' : undefined;
}

/**
 * What is known of lines where those of comments over several lines are blank: translators keep the
 * original there, paragraph by paragraph. What is never closed is no comment.
 *
 * @param blank what is known of a blank line
 */
export function withoutComments(facts: LineFacts[], blank: () => LineFacts): LineFacts[] {
  if (!facts.some(({ comment }) => comment === 'begins')) return facts;
  const silent = { ...blank(), comment: 'within' as const };
  let end = -1;
  // From behind, so that it is known at its first line whether a comment is closed.
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

/** Blank lines above a comment. */
const MOST_BLANK = 6;
/** So many lines around an edit may be told by what stands there. */
const NEAR = 40;

/** Whether a comment stands in some lines or near them. */
export function isCommentNear(facts: readonly LineFacts[], first: number, end: number): boolean {
  return facts
    .slice(Math.max(0, first - NEAR), end + NEAR)
    .some(({ comment }) => comment !== undefined);
}

/** The line behind a comment, if one is the next that has text from a line on; otherwise that line. */
export function behindComment(facts: readonly LineFacts[], line: number): number {
  let [behind, at] = [line, line];
  for (; facts[at]?.isBlank && at - behind <= MOST_BLANK; at++) {
    if (facts[at]?.comment) behind = at + 1;
  }
  return behind;
}

/** The comments in some lines, one by one where blank lines part them. */
export function commentsIn(facts: readonly LineFacts[], first: number, end: number): Block[] {
  const found: Block[] = [];
  let start = -1;
  for (let line = first; line <= end; line++) {
    const isInside = line < end && facts[line]?.comment !== undefined && facts[line]?.isBlank;
    if (isInside && start < 0) start = line;
    if (isInside || start < 0) continue;
    found.push({ first: start, end: line });
    start = -1;
  }
  return found;
}
