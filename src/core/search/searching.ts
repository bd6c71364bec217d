import { Analyser } from '../analysis';
import type { CorpusDocument } from '../corpus/merge';
import type { DocumentSummary } from '../corpus/model';
import { CardFinder } from '../entities/cardFinder';
import type { Corrections, Turn } from '../interview/model';
import { TextLines } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import { TopicMatcher } from '../topics/matcher';
import type { Field, Query } from './query';
import { has, hasRole, isNamed, type TopicNames } from './search';

/** A passage that fits a search. */
export interface FoundPassage {
  readonly span: Span;
  /** What in it is to be selected: the first word, name or claim that was searched for. */
  readonly focus: Span;
  /** From 0. */
  readonly line: number;
  readonly speaker: string | undefined;
  /** The whole passage. */
  readonly words: string;
}

/** A condition on a passage; undefined where it doesn't hold, else what of the passage is meant. */
type Condition = (passage: Span, turn: Turn | undefined) => Span | undefined;

/**
 * The passages of a document that fit a search, in order of the text. Its structure is read anew, in
 * small steps; names, topics and claims are those of its summary.
 */
export function* searching(
  text: string,
  { summary }: CorpusDocument,
  corrections: Corrections,
  query: Query,
  topics: TopicNames,
): Generator<undefined, FoundPassage[]> {
  const lines = TextLines.of(text);
  const knowledge = { ...BARE, corrections };
  const analysis = yield* new Analyser(knowledge).structuring(lines, knowledge);
  const conditions = conditionsOf(summary, query, topics);
  const found: FoundPassage[] = [];
  for (const { span, turn } of analysis.passages()) {
    yield;
    const words = lines.slice(span);
    const stands = query.words.map((word) => placeOf(words, word));
    if (stands.some((at) => at < 0)) continue;
    const focuses = conditions.map((holds) => holds(span, turn));
    if (focuses.some((focus) => focus === undefined)) continue;
    const [word] = query.words;
    const at = span.start + (stands[0] ?? 0);
    const named = word === undefined ? undefined : { start: at, end: at + word.length };
    const focus = named ?? focuses.find((one) => one !== span) ?? span;
    found.push({
      span,
      focus,
      line: lines.lineAt(focus.start),
      speaker: turn?.speaker?.name,
      words,
    });
  }
  return found;
}

const BARE = {
  cards: new CardFinder([]),
  matcher: TopicMatcher.compile({ topics: [] }),
  recogniser: () => [],
};

function conditionsOf(summary: DocumentSummary, query: Query, topics: TopicNames): Condition[] {
  return [...query.fields].flatMap(([field, values]): Condition[] => {
    if (field === 'title') return [];
    if (field === 'speaker') {
      return [(span, turn) => (values.some((value) => spokenBy(turn, value)) ? span : undefined)];
    }
    if (field === 'role') {
      return [
        (span, turn) => (values.some((value) => turn && hasRole(turn, value)) ? span : undefined),
      ];
    }
    const places = placesOf(field, values, summary, topics);
    return [(span) => places.find((place) => overlaps(place, span))];
  });
}

function placesOf(
  field: Field,
  values: readonly string[],
  { entities, passages, made }: DocumentSummary,
  topics: TopicNames,
): readonly Span[] {
  const fits = (test: (value: string) => boolean) => values.some(test);
  if (field === 'entity') {
    return entities
      .filter((entity) => fits((value) => isNamed(entity, value)))
      .flatMap(({ mentions }) => mentions);
  }
  if (field === 'topic') {
    return passages.flatMap(({ touches }) =>
      touches.filter(({ topicId }) => fits((value) => topics.fits(topicId, value))),
    );
  }
  return field === 'kind'
    ? made.filter(({ kind }) => fits((value) => kind?.startsWith(value) ?? false))
    : made.filter(({ tags }) => fits((value) => tags.some((tag) => has(tag, value))));
}

function spokenBy(turn: Turn | undefined, value: string): boolean {
  const speaker = turn?.speaker;
  return (
    speaker !== undefined && [speaker.name, ...speaker.labels].some((name) => has(name, value))
  );
}

/** Where words begin in a text, at the start of a word; -1 if they don’t stand there. White space is alike. */
function placeOf(text: string, words: string): number {
  const folded = text.replace(/\s/g, ' ').toLowerCase();
  // Lower case may have another length (İ); then only that it stands there is known.
  for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(folded[at - 1] ?? '')) return folded.length === text.length ? at : 0;
  }
  return -1;
}
