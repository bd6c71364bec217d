import type { Edit } from '../text/lines';
import type { Span } from '../text/span';
import { difference } from './difference';
import type { Anchored } from './model';
import { isInWord } from './place';

/** An edit as an editor tells of it, and what of it changes the text. */
export interface Replacement {
  readonly whole: Edit;
  readonly inner: Edit;
}

/** What an edit replaced together with all around it stays what it was if at least so much of it, of 1, is left. */
const LEFT = 0.5;

const LETTER = /[\p{L}\p{N}]/u;
const PAIR = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/;

/**
 * An edit without what the old text and the new one have in common at both ends, up to whole words. A file that
 * was changed elsewhere comes as one edit of all lines from the first change to the last. Where words come
 * once instead of twice, or the other way round, nobody can tell which of them: the edit keeps both.
 *
 * @param removed what stood where the edit is
 */
export function replacement(whole: Edit, removed: string): Replacement {
  const { start, end, text } = whole;
  const shorter = Math.min(removed.length, text.length);
  let head = 0;
  while (head < shorter && removed[head] === text[head]) head++;
  if (head === removed.length && head === text.length) {
    return { whole, inner: { start: end, end, text: '' } };
  }
  let tail = 0;
  while (tail < shorter && removed.at(-1 - tail) === text.at(-1 - tail)) tail++;
  if (head + tail > shorter) {
    const isSaid = LETTER.test(removed.slice(shorter - tail, head));
    [head, tail] = [isSaid ? shorter - tail : head, shorter - head];
  }
  const isWithin = (one: string, at: number) =>
    isInWord(one, at) || PAIR.test(one.slice(Math.max(0, at - 1), at + 1));
  while (head > 0 && (isWithin(removed, head) || isWithin(text, head))) head--;
  const ends = [removed, text] as const;
  while (tail > 0 && ends.some((one) => isWithin(one, one.length - tail))) tail--;
  const inner = {
    start: start + head,
    end: end - tail,
    text: text.slice(head, text.length - tail),
  };
  return { whole, inner };
}

/** Where a span is after an edit, and whether the edit changed its words. */
export function moved(
  span: Span,
  { whole, inner }: Replacement,
): { span: Span | undefined; touched: boolean } {
  const after = movedBy(span, inner);
  const isCovered = whole.start <= span.start && whole.end >= span.end;
  if (!after.touched || !isCovered) return after;
  const before = Math.max(0, inner.start - span.start);
  const behind = Math.max(0, span.end - inner.end);
  const isLeft = before + behind >= (span.end - span.start) * LEFT;
  return isLeft ? after : { span: undefined, touched: true };
}

function movedBy(span: Span, edit: Edit): { span: Span | undefined; touched: boolean } {
  const by = edit.text.length - (edit.end - edit.start);
  if (edit.end <= span.start)
    return { span: { start: span.start + by, end: span.end + by }, touched: false };
  if (edit.start >= span.end) return { span, touched: false };
  // What was replaced together with words outside stands outside; what was typed inside, inside.
  const startsInside =
    edit.start > span.start || (edit.start === span.start && edit.end < span.end);
  const start = startsInside ? span.start : edit.start + edit.text.length;
  const end = edit.end <= span.end ? span.end + by : edit.start;
  return { span: end > start ? { start, end } : undefined, touched: true };
}

/**
 * Whether a place where the words of an annotation were found is to be taken instead of the one where edits have
 * left it, if they have: one that they have cut is not all of it.
 *
 * @param wordsAt the present words of a span
 */
export function isBetter(
  found: Anchored,
  known: Anchored | undefined,
  wordsAt: (span: Span) => string,
): boolean {
  if (!known) return true;
  if (!found.span) return false;
  if (!known.span) return true;
  if (known.state !== 'changed') return false;
  if (found.state !== 'changed') return true;
  const isWider =
    found.span.start <= known.span.start &&
    found.span.end >= known.span.end &&
    found.span.end - found.span.start > known.span.end - known.span.start;
  if (!isWider) return false;
  const missing = (span: Span) => endsMissing(found.annotation.selector.quote, wordsAt(span));
  return missing(found.span) < missing(known.span);
}

/** At how many of their two ends words are missing, and nothing stands in their place. */
function endsMissing(quote: string, words: string): number {
  const { parts } = difference(quote, words.trim());
  const isMissingFirst = parts[0]?.kind === 'removed' && parts[1]?.kind !== 'added';
  return Number(isMissingFirst) + Number(parts.at(-1)?.kind === 'removed');
}
