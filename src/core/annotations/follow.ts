import type { Edit } from '../text/lines';
import { shifted, trimmed, type Span } from '../text/span';
import { gradeOf } from './anchor';
import { difference } from './difference';
import type { Anchored, Annotation } from './model';
import { isInWord } from './place';

/** An edit as the editor reports it, and the part of it that really changes the text. */
export interface Replacement {
  readonly whole: Edit;
  readonly inner: Edit;
}

/** Words that were replaced along with everything around them are still the same if this share of them is left. */
const LEFT = 0.5;

const LETTER = /[\p{L}\p{N}]/u;
const PAIR = /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/;

/**
 * Takes from an edit what the old and the new text have in common at both ends, up to whole words. A file that
 * was changed by another program comes as one edit of all lines from the first change to the last. Where words
 * now come once instead of twice, or the other way round, nobody can tell which of them: the edit keeps both.
 *
 * @param removed the old text in place of the edit
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
  // What replaces words across an end belongs outside; what was typed inside, inside.
  const startsInside =
    edit.start > span.start || (edit.start === span.start && edit.end < span.end);
  const start = startsInside ? span.start : edit.start + edit.text.length;
  const end = edit.end <= span.end ? span.end + by : edit.start;
  return { span: end > start ? { start, end } : undefined, touched: true };
}

/**
 * Annotations after some edits, which move them.
 *
 * @param wordsAt the words of a span after the edits
 */
export function followed(
  anchored: readonly Anchored[],
  edits: readonly Replacement[],
  wordsAt: (span: Span) => string,
): readonly Anchored[] {
  if (edits.length === 0) return anchored;
  return anchored.map((one) => {
    let { span } = one;
    let isTouched = false;
    for (const edit of edits) {
      if (!span) break;
      const after = moved(span, edit);
      isTouched ||= after.touched;
      span = after.span;
    }
    if (span === one.span) return one;
    if (!isTouched) return { ...one, span };
    return judgedAt({ ...one, span: span && withoutSpace(span, wordsAt(span)) }, wordsAt);
  });
}

/** A span without the white space that an edit has left at its ends; undefined if nothing else is left. */
function withoutSpace(span: Span, words: string): Span | undefined {
  const { start, end } = trimmed(words, { start: 0, end: words.length });
  return end > start ? shifted({ start, end }, span.start) : undefined;
}

/** An annotation with what is to be said of the words that edits have left at its place. */
export function judgedAt(
  { annotation, span }: Anchored,
  wordsAt: (span: Span) => string,
): Anchored {
  if (!span) return { annotation, span, state: 'orphan' };
  return { annotation, span, ...judged(annotation, wordsAt(span)) };
}

function judged(annotation: Annotation, words: string): Pick<Anchored, 'state' | 'grade'> {
  const { was, selector } = annotation;
  // Words that were changed and changed back are as they were.
  if (was === undefined && words === selector.quote) return { state: 'exact' };
  return { state: 'changed', grade: gradeOf(annotation, words) };
}

/**
 * Whether the place where a search found an annotation is better than the one where edits have left it, if any:
 * edits may have cut it.
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

/** At how many of the two ends words are missing without a replacement. */
function endsMissing(quote: string, words: string): number {
  const { parts } = difference(quote, words.trim());
  const isMissingFirst = parts[0]?.kind === 'removed' && parts[1]?.kind !== 'added';
  return Number(isMissingFirst) + Number(parts.at(-1)?.kind === 'removed');
}
