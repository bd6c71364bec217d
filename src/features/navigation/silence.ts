import type { Interview, Turn } from '../../core/interview/model';
import { contains, lastStartingAtOrBefore, type Span } from '../../core/text/span';

/**
 * The stretches that nobody speaks, in order; adjacent ones are joined. What is within a paragraph of speech,
 * such as a laugh, belongs to the speech.
 */
export function silences({ turns, regions }: Pick<Interview, 'turns' | 'regions'>): Span[] {
  const speech = turns.flatMap(marks);
  const found: Span[] = [];
  let before: number | undefined;
  for (const { span } of regions) {
    const index = lastStartingAtOrBefore(speech, span.start, (one) => one);
    const around = speech[index];
    if (around && contains(around, span.start)) continue;
    const last = found.at(-1);
    if (last && index === before) {
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else found.push(span);
    before = index;
  }
  return found;
}

/** The paragraphs of a turn, and its beginning, so that empty turns count, too. */
function marks({ span, paragraphs }: Turn): Span[] {
  return [{ start: span.start, end: span.start }, ...paragraphs];
}
