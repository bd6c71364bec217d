import type { Interview, Turn } from '../../core/interview/model';
import { contains, lastStartingAtOrBefore, type Span } from '../../core/text/span';

/**
 * The stretches that nobody speaks, in order: regions that follow one another are one. What stands
 * within a paragraph of speech, such as a laugh, belongs to it.
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

/** Where a turn speaks, and its beginning, which holds no words. */
function marks({ span, paragraphs }: Turn): Span[] {
  return [{ start: span.start, end: span.start }, ...paragraphs];
}
