import type { Analysis } from '../analysis';
import type { Interview } from '../interview/model';
import type { TopicPassage } from '../topics/count';
import type { TextLines } from '../text/lines';
import type { Span } from '../text/span';
import type { TopicHit } from '../topics/model';
import type { TopicTouch, TouchedPassage } from './model';

/** How many units are shown before the words that touch a topic, and in all. */
const BEFORE_HIT = 24;
const EXCERPT = 120;

/** What is kept of the passages that touch topics, in order of the text. */
export function touchedPassages(
  { text, interview }: Pick<Analysis, 'text' | 'interview'>,
  touched: ReadonlyMap<string, readonly TopicPassage[]>,
  speakers: ReadonlyMap<string, number>,
): TouchedPassage[] {
  const byStart = new Map<number, { passage: TopicPassage; window: Span; touches: TopicTouch[] }>();
  for (const [topicId, passages] of touched) {
    for (const passage of passages) {
      const { span, hits } = passage;
      const first = hits[0] as TopicHit;
      const known = byStart.get(span.start) ?? {
        passage,
        window: windowOn(text, span, first),
        touches: [],
      };
      byStart.set(span.start, known);
      const isSeen = known.window.start <= first.start && first.end <= known.window.end;
      const own = isSeen ? undefined : windowOn(text, span, first);
      known.touches.push({
        topicId,
        start: first.start,
        end: first.end,
        hits: hits.length,
        ...(own && { from: own.start, excerpt: onOneLine(text.slice(own)) }),
        ...(passage.byHand !== undefined && { byHand: true }),
      });
    }
  }
  const questions = questionNumbers(interview);
  return [...byStart.values()]
    .sort((a, b) => a.passage.span.start - b.passage.span.start)
    .map(({ passage: { span, turn }, window, touches }): TouchedPassage => {
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
        touches: touches.sort((a, b) => a.start - b.start),
      };
    });
}

/** The text around a hit, within its passage; it doesn't begin in the middle of a word. */
function windowOn(text: TextLines, passage: Span, hit: Span): Span {
  const from = Math.max(passage.start, hit.start - BEFORE_HIT);
  const space = text.slice({ start: from, end: hit.start }).search(/\s/);
  const start = from === passage.start || space < 0 ? from : from + space + 1;
  return { start, end: Math.min(passage.end, start + EXCERPT) };
}

/** Unit by unit, so that everything keeps its place. */
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
