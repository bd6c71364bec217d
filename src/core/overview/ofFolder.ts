import type { Corpus, CorpusDocument, CorpusEntity } from '../corpus/merge';
import { allTopics, type Topic } from '../topics/model';
import type { Matrix, Overview, Place } from './model';
import { indexed, mostCounted, Together, Tally } from './tally';

const MOST_TOPICS = 24;
const MOST_DOCUMENTS = 16;
const MOST_SPEAKERS = 12;
const MOST_ENTITIES = 14;

/** A passage that touches a topic, somewhere in the folder. */
interface Touched {
  readonly topic: string;
  readonly place: Place;
  readonly speaker: string | undefined;
}

/**
 * The overview of all interviews of a folder, from what the index keeps of them.
 *
 * @param titleOf how a document is called
 */
export function folderOverview(
  { documents, entities }: Corpus,
  taxonomy: readonly Topic[],
  titleOf: (document: CorpusDocument) => string,
): Overview {
  const all = documents.flatMap(touchedIn);
  const counts = counted(all.map(({ topic }) => topic));
  const most = new Set(mostCounted(counts, MOST_TOPICS));
  const topics = [...allTopics(taxonomy)].filter(({ id }) => most.has(id));
  return {
    documents: documents.map(({ uri }) => uri),
    topicsBySpeaker: topicsBySpeaker(topics, all),
    topicsByDocument: topicsByDocument(topics, all, documents.map(titleOf)),
    together: entitiesTogether(entities.slice(0, MOST_ENTITIES), documents),
  };
}

function touchedIn({ summary }: CorpusDocument, document: number): Touched[] {
  return summary.passages.flatMap(({ line, speaker, touches }) =>
    touches.map(({ topicId, start, end }) => ({
      topic: topicId,
      place: { document, start, end, line },
      speaker: speaker === undefined ? undefined : summary.speakers[speaker]?.name,
    })),
  );
}

function counted(keys: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) {
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function topicsBySpeaker(topics: readonly Topic[], all: readonly Touched[]): Matrix {
  const columns = mostCounted(counted(all.map(({ speaker }) => speaker)), MOST_SPEAKERS);
  const column = indexed(columns);
  return matrix(topics, columns, all, ({ speaker }) => column.get(speaker ?? ''));
}

function topicsByDocument(
  topics: readonly Topic[],
  all: readonly Touched[],
  titles: readonly string[],
): Matrix {
  const counts = new Map<number, number>();
  for (const { place } of all) counts.set(place.document, (counts.get(place.document) ?? 0) + 1);
  const most = mostCounted(counts, MOST_DOCUMENTS).sort((a, b) => a - b);
  const column = indexed(most);
  const names = most.map((index) => titles[index] ?? '');
  return matrix(topics, names, all, ({ place }) => column.get(place.document));
}

function matrix(
  topics: readonly Topic[],
  columns: readonly string[],
  all: readonly Touched[],
  columnOf: (touched: Touched) => number | undefined,
): Matrix {
  const rows = indexed(topics.map(({ id }) => id));
  const tally = new Tally();
  for (const touched of all) {
    const row = rows.get(touched.topic);
    const column = columnOf(touched);
    if (row !== undefined && column !== undefined) tally.add(row, column, touched.place);
  }
  return { rows: topics.map(({ label }) => label), columns, cells: tally.all() };
}

/** Which entities stand in the same passages, over all documents. */
function entitiesTogether(
  entities: readonly CorpusEntity[],
  documents: readonly CorpusDocument[],
): Matrix {
  const at = indexed(documents.map(({ uri }) => uri));
  const together = new Together<string>();
  entities.forEach(({ appearances }, index) => {
    for (const { document, entity } of appearances) {
      const place = at.get(document.uri) ?? 0;
      for (const { passage, start, end, line } of entity.mentions) {
        const where = { document: place, start, end, line };
        together.note(`${place} ${passage}`, index, where);
      }
    }
  });
  return together.matrix(entities.map(({ name }) => name));
}
