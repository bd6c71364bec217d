import { allTopics, type Taxonomy } from '../topics/model';
import type { CorpusDocument } from './merge';
import type { TouchedPassage } from './model';

/**
 * Reduces documents to the passages in which all words of a filter are found: in the passage itself, as far
 * as it is kept, its speaker, its document’s title or the topic that it touches. Capitals don’t matter. One
 * step a document.
 */
export function* filteringTopics(
  documents: readonly CorpusDocument[],
  taxonomy: Taxonomy,
  filter: string,
): Generator<undefined, CorpusDocument[]> {
  const words = wordsOf(filter);
  const labels = labelPaths(taxonomy);
  const filtered: CorpusDocument[] = [];
  for (const document of documents) {
    yield;
    const { summary } = document;
    const title = (summary.title ?? document.uri).toLowerCase();
    const passages = summary.passages.flatMap((passage): TouchedPassage[] => {
      const speaker = passage.speaker === undefined ? '' : summary.speakers[passage.speaker]?.name;
      const around = `${passage.excerpt}\n${speaker ?? ''}`.toLowerCase();
      const left = words.filter((word) => !title.includes(word) && !around.includes(word));
      const touches = passage.touches.filter(({ topicId, excerpt = '' }) => {
        const own = `${labels.get(topicId) ?? ''}\n${excerpt.toLowerCase()}`;
        return left.every((word) => own.includes(word));
      });
      return touches.length > 0 ? [{ ...passage, touches }] : [];
    });
    if (passages.length > 0) filtered.push({ ...document, summary: { ...summary, passages } });
  }
  return filtered;
}

/** The ids of the topics whose own label contains all words of a filter, with those above and below them. */
export function topicsNamed(taxonomy: Taxonomy, filter: string): Set<string> {
  const words = wordsOf(filter);
  const named = new Set<string>();
  const paths = labelPaths(taxonomy);
  for (const topic of allTopics(taxonomy.topics)) {
    const below = [...allTopics([topic])];
    const isNamed = below.some(({ id }) => words.every((word) => paths.get(id)?.includes(word)));
    if (isNamed) named.add(topic.id);
  }
  return named;
}

function wordsOf(filter: string): string[] {
  return filter.toLowerCase().split(/\s+/);
}

/** The label of each topic with those above it, in lower case. */
function labelPaths(taxonomy: Taxonomy): Map<string, string> {
  const paths = new Map<string, string>();
  const note = (topics: Taxonomy['topics'], above: string) => {
    for (const { id, label, children } of topics) {
      const path = `${above}\n${label.toLowerCase()}`;
      paths.set(id, path);
      note(children, path);
    }
  };
  note(taxonomy.topics, '');
  return paths;
}
