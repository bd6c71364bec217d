import type { CorpusDocument } from '../corpus/merge';
import type { DocumentSummary, EntitySummary } from '../corpus/model';
import { ROLES, type Role } from '../interview/model';
import { allTopics, type Taxonomy } from '../topics/model';
import type { Field, Query } from './query';

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

/** `asks` and `answers` say the same as the names of roles. */
export function hasRole({ role }: { readonly role: Role }, value: string): boolean {
  if (value.startsWith('ask')) return role === 'interviewer';
  if (value.startsWith('answer')) return role === 'interviewee' || role === 'panellist';
  return role.startsWith(value);
}

export function isNamed({ name, aliases }: EntitySummary, value: string): boolean {
  return [name, ...aliases].some((each) => has(each, value));
}

function titleOf(uri: string, { title }: DocumentSummary): string {
  return (title ?? uri).toLowerCase();
}

/** `value` is in lower case. */
export function has(text: string, value: string): boolean {
  return text.toLowerCase().includes(value);
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
