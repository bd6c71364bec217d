import assert from 'node:assert/strict';
import { mergeDocuments, type CorpusDocument } from '../../../src/core/corpus/merge';
import { NO_INTERVIEW, type DocumentSummary } from '../../../src/core/corpus/model';
import { folderOverview } from '../../../src/core/overview/ofFolder';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const { taxonomy } = parseTaxonomy(`
topics:
  - { id: sea, label: Sea, terms: [ferry], children: [{ id: ports, label: Ports, terms: [quay] }] }
  - { id: money, label: Money, terms: [budget] }
`);
assert(taxonomy);

const titleOf = ({ summary: { title = '' } }: CorpusDocument) => title;

/** A summary with passages `line speaker topic…`, in each of which the named entities stand. */
function summary(
  title: string,
  speakers: readonly string[],
  passages: readonly [
    line: number,
    speaker: number | undefined,
    topics: string[],
    names: string[],
  ][],
): DocumentSummary {
  const at = (line: number) => ({ start: line * 100, end: line * 100 + 5, line });
  const names = [...new Set(passages.flatMap(([, , , all]) => all))];
  return {
    ...NO_INTERVIEW,
    isInterview: true,
    title,
    speakers: speakers.map((name) => ({
      name,
      label: name,
      role: 'other',
      turns: 1,
      span: { start: 0, end: 1 },
      line: 0,
    })),
    passages: passages.map(([line, speaker, topics]) => ({
      ...at(line),
      ...(speaker !== undefined && { speaker }),
      excerpt: '',
      from: 0,
      touches: topics.map((topicId) => ({ ...at(line), topicId, hits: 1 })),
    })),
    entities: names.map((name) => ({
      id: `person:${name}`,
      name,
      type: 'person',
      aliases: [],
      mentions: passages.flatMap(([line, , , all], passage) =>
        all.includes(name) ? [{ ...at(line), character: 0, passage, excerpt: name, at: 0 }] : [],
      ),
    })),
  };
}

const DOCUMENTS = [
  {
    uri: 'file:///a.txt',
    summary: summary(
      'Pilots',
      ['Lena Moberg', 'Harbour Post'],
      [
        [3, 0, ['sea', 'ports'], ['Daniel Brandt', 'Anna Lind']],
        [5, 1, ['sea'], ['Daniel Brandt']],
      ],
    ),
  },
  {
    uri: 'file:///b.txt',
    summary: summary(
      'Keepers',
      ['Lena Moberg'],
      [
        [7, 0, ['money'], ['Anna Lind', 'Daniel Brandt']],
        [9, undefined, ['money'], []],
      ],
    ),
  },
];

/** `Sea × Pilots: 2, a.txt 4 6` for each cell of a picture. */
function told(picture: 'topicsByDocument' | 'topicsBySpeaker' | 'together'): string[] {
  assert.ok(taxonomy);
  const overview = folderOverview(mergeDocuments(DOCUMENTS), taxonomy.topics, titleOf);
  const matrix = overview[picture];
  assert.ok(matrix);
  const { rows, columns, cells } = matrix;
  return cells.map(({ row, column, count, places }) => {
    const where = places.map(({ document, line }) => `${overview.documents[document]}:${line + 1}`);
    const files = where.map((place) => place.replace('file:///', ''));
    return `${rows[row]} × ${columns[column]}: ${count}, ${files.join(' ')}`;
  });
}

describe('The overview of a folder', () => {
  it('tells which interviews touch which topic', () => {
    assert.deepEqual(told('topicsByDocument'), [
      'Sea × Pilots: 2, a.txt:4 a.txt:6',
      'Ports × Pilots: 1, a.txt:4',
      'Money × Keepers: 2, b.txt:8 b.txt:10',
    ]);
  });

  it('tells who speaks of which topic, in whichever interview', () => {
    assert.deepEqual(told('topicsBySpeaker'), [
      'Sea × Lena Moberg: 1, a.txt:4',
      'Sea × Harbour Post: 1, a.txt:6',
      'Ports × Lena Moberg: 1, a.txt:4',
      'Money × Lena Moberg: 1, b.txt:8',
    ]);
  });

  it('tells which names occur together over all interviews', () => {
    assert.deepEqual(told('together'), ['Daniel Brandt × Anna Lind: 2, a.txt:4 b.txt:8']);
  });

  it('shows interviews in the order of the folder, not by how much they touch', () => {
    const corpus = mergeDocuments([...DOCUMENTS].reverse());
    const { topicsByDocument } = folderOverview(corpus, taxonomy.topics, titleOf);
    assert.deepEqual(topicsByDocument?.columns, ['Keepers', 'Pilots']);
  });

  it('is of nothing where nothing is', () => {
    const empty = folderOverview(mergeDocuments([]), taxonomy.topics, titleOf);
    assert.deepEqual(empty.topicsByDocument?.cells, []);
    assert.deepEqual(empty.together.cells, []);
  });
});
