import type { Analysis } from '../analysis';
import type { Interview } from '../interview/model';
import type { TopicPassage } from '../topics/count';
import type { TextLines } from '../text/lines';
import type { Span } from '../text/span';
import type { TopicTouch, TouchedPassage } from './model';

/** Units shown before the words that touch a topic, and in all. */
const BEFORE_HIT = 24;
const EXCERPT = 120;

/** What is kept of the passages that touch topics, in order of the text. */
export function touchedPassages(
  { text, interview }: Pick<Analysis, 'text' | 'interview'>,
  touched: ReadonlyMap<string, readonly TopicPassage[]>,
  speakers: ReadonlyMap<string, number>,
): TouchedPassage[] {
  const byStart = new Map<number, { passage: TopicPassage; touches: TopicTouch[] }>();
  const shown = new Map<number, Span>();
  for (const [topicId, passages] of touched) {
    for (const passage of passages) {
      const first = passage.hits[0] ?? passage.span;
      const known = byStart.get(passage.span.start) ?? { passage, touches: [] };
      byStart.set(passage.span.start, known);
      const window = shown.get(passage.span.start) ?? windowOn(text, passage.span, first);
      shown.set(passage.span.start, window);
      const isSeen = window.start <= first.start && first.end <= window.end;
      const own = isSeen ? undefined : windowOn(text, passage.span, first);
      known.touches.push({
        topicId,
        start: first.start,
        end: first.end,
        hits: passage.hits.length,
        ...(own && { from: own.start, excerpt: onOneLine(text.slice(own)) }),
        ...(passage.byHand !== undefined && { byHand: true }),
      });
    }
  }
  const questions = questionNumbers(interview);
  return [...byStart.entries()]
    .sort(([a], [b]) => a - b)
    .map(([start, { passage, touches }]): TouchedPassage => {
      const { span, turn } = passage;
      touches.sort((a, b) => a.start - b.start);
      const window = shown.get(start) as Span;
      const speaker = turn?.speaker && speakers.get(turn.speaker.id);
      const question = turn && questions.get(turn.index);
      return {
        start: span.start,
        end: span.end,
        line: text.lineAt(span.start),
        ...(speaker !== undefined && { speaker }),
        ...(question !== undefined && { question }),
        from: window.start,
        excerpt: onOneLine(text.slice(window)),
        touches,
      };
    });
}

/** The words around a hit, within its passage; none is cut at the start. */
function windowOn(text: TextLines, passage: Span, hit: Span): Span {
  const from = Math.max(passage.start, hit.start - BEFORE_HIT);
  const space = text.slice({ start: from, end: hit.start }).search(/\s/);
  const start = from === passage.start || space < 0 ? from : from + space + 1;
  return { start, end: Math.min(passage.end, start + EXCERPT) };
}

/** Unit by unit, so that what stands in it stays where it is. */
function onOneLine(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** By turn: the number of the question that it asks or answers, from 1. */
function questionNumbers({ exchanges }: Interview): Map<number, number> {
  return new Map(
    exchanges.flatMap(({ question, answers }, index) =>
      [question, ...answers].map((turn) => [turn.index, index + 1] as const),
    ),
  );
}
