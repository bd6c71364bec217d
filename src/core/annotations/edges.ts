import type { Span } from '../text/span';
import type { Field } from './field';
import { isWordEdge } from './fold';
import { isAt } from './runs';
import type { Sought } from './sought';

/** The longest repetition beside a quote that is looked for, in folded units. */
const LONGEST = 48;

/** What stands between two sentences. */
const SENTENCE_END = /[.!?…。！？\n]/;

/**
 * Whether words that were added right beside a place repeat the end of the quote: in `it is not not` nobody
 * can tell which `not` was added, so that the quote `it is not` may have been negated.
 *
 * @param place folded indexes
 */
export function isRepeatedAtEdge(field: Field, sought: Sought, { start, end }: Span): boolean {
  const { prefix, quote, suffix } = sought;
  // It isn't known what stood beside it.
  if (prefix.length + suffix.length === 0) return false;
  const { units } = field.text;
  const most = Math.min(LONGEST, quote.length - 1);
  for (let length = 1; length <= most; length++) {
    const tail = quote.subarray(quote.length - length);
    if (isAt(units, end, tail) && !isBegunAs(suffix, tail)) {
      if (isApart(field, sought, quote.length - length, end, end + length)) return true;
    }
    const head = quote.subarray(0, length);
    if (isAt(units, start - length, head) && !isEndedAs(prefix, head)) {
      if (isApart(field, sought, length, start, start - length)) return true;
    }
  }
  return false;
}

/** Whether what is repeated are whole words, of the same sentence. */
function isApart(
  { original, text }: Field,
  { foldedQuote }: Sought,
  inQuote: number,
  near: number,
  far: number,
): boolean {
  const between = original.slice((text.offsets[near - 1] as number) + 1, text.offsets[near]);
  return isWordEdge(foldedQuote, inQuote) && isWordEdge(text, far) && !SENTENCE_END.test(between);
}

/** Whether what stood behind a quote begins as a run does, as far as it is kept. */
function isBegunAs(suffix: Uint16Array, run: Uint16Array): boolean {
  return suffix.length > 0 && isAt(run, 0, suffix.subarray(0, run.length));
}

/** Whether what stood before a quote ends as a run does, as far as it is kept. */
function isEndedAs(prefix: Uint16Array, run: Uint16Array): boolean {
  const kept = prefix.subarray(Math.max(0, prefix.length - run.length));
  return kept.length > 0 && isAt(run, run.length - kept.length, kept);
}
