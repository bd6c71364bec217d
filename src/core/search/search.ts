import { Analyser } from '../analysis';
import type { CorpusDocument } from '../corpus/merge';
import type { DocumentSummary, EntitySummary } from '../corpus/model';
import { CardFinder } from '../entities/cardFinder';
import { ROLES, type Corrections, type Role, type Turn } from '../interview/model';
import { TextLines } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import { TopicMatcher } from '../topics/matcher';
import { allTopics, type Taxonomy } from '../topics/model';
import type { Field, Query } from './query';

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

/** What a search needs of a taxonomy: the ids of topics whose label, or one above, has some words. */
export class TopicNames {
  private readonly paths = new Map<string, string>();

  constructor({ topics }: Taxonomy) {
    const note = (some: Taxonomy['topics'], above: string) => {
      for (const { id, label, children } of some) {
        const path = `${above}\n${label.toLowerCase()}\n${id}`;
        this.paths.set(id, path);
        note(children, path);
      }
    };
    note(topics, '');
  }

  fits(topicId: string, value: string): boolean {
    return (this.paths.get(topicId) ?? topicId.toLowerCase()).includes(value);
  }
}

/** Whether a document can have a passage that fits, as far as its summary tells: most can’t. */
export function mayFit(
  { uri, summary }: CorpusDocument,
  { fields }: Query,
  topics: TopicNames,
): boolean {
  const some = (field: Field, fits: (value: string) => boolean) =>
    fields.get(field)?.some(fits) ?? true;
  return (
    some('title', (value) => titleOf(uri, summary).includes(value)) &&
    some('speaker', (value) => summary.speakers.some(({ name }) => has(name, value))) &&
    some('role', (value) => summary.speakers.some((speaker) => hasRole(speaker, value))) &&
    some('entity', (value) => summary.entities.some((entity) => isNamed(entity, value))) &&
    some('kind', (value) => summary.made.some(({ kind }) => kind?.startsWith(value))) &&
    some('tag', (value) => summary.made.some(({ tags }) => tags.some((tag) => has(tag, value)))) &&
    some('topic', (value) =>
      summary.passages.some(({ touches }) =>
        touches.some(({ topicId }) => topics.fits(topicId, value)),
      ),
    )
  );
}

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

/** `asks` and `answers` say the same as the names of roles. */
function hasRole({ role }: { readonly role: Role }, value: string): boolean {
  if (value.startsWith('ask')) return role === 'interviewer';
  if (value.startsWith('answer')) return role === 'interviewee' || role === 'panellist';
  return role.startsWith(value);
}

function isNamed({ name, aliases }: EntitySummary, value: string): boolean {
  return [name, ...aliases].some((each) => has(each, value));
}

function titleOf(uri: string, { title }: DocumentSummary): string {
  return (title ?? uri).toLowerCase();
}

function has(text: string, value: string): boolean {
  return text.toLowerCase().includes(value);
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

/** What the last field of a search may be completed by. */
export function valuesOf(
  field: Field,
  documents: readonly CorpusDocument[],
  taxonomy: Taxonomy,
): string[] {
  const summaries = documents.map(({ summary }) => summary);
  const all: Record<Field, () => Iterable<string | undefined>> = {
    speaker: () => summaries.flatMap(({ speakers }) => speakers.map(({ name }) => name)),
    role: () => ROLES,
    topic: () => [...allTopics(taxonomy.topics)].map(({ label }) => label),
    entity: () => summaries.flatMap(({ entities }) => entities.map(({ name }) => name)),
    kind: () => summaries.flatMap(({ made }) => made.map(({ kind }) => kind)),
    tag: () => summaries.flatMap(({ made }) => made.flatMap(({ tags }) => tags)),
    title: () => summaries.map(({ title }) => title),
  };
  const counts = new Map<string, number>();
  for (const value of all[field]()) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
