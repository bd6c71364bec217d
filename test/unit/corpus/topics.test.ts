import assert from 'node:assert/strict';
import { filteringTopics, topicsNamed } from '../../../src/core/corpus/filterTopics';
import type { CorpusDocument } from '../../../src/core/corpus/merge';
import { NO_INTERVIEW, type TouchedPassage } from '../../../src/core/corpus/model';
import { speakerOf, TopicCounter, type TopicPlace } from '../../../src/core/corpus/topics';
import { finished } from '../../../src/core/steps';
import { allTopics, type Topic } from '../../../src/core/topics/model';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const { taxonomy } = parseTaxonomy(`
- { id: sea, label: The Sea, terms: [ferry], children: [
    { id: ports, label: Ports, terms: [quay], children: [{ id: cranes, label: Cranes, terms: [crane] }] },
    { id: fish, label: Fish, terms: [herring] } ] }
- { id: money, label: Money, terms: [budget] }
- { id: war, label: War, terms: [war] }
`);
assert(taxonomy);

type Row = [line: number, speaker: number | undefined, excerpt: string, topics: string[]];

function passage([line, speaker, excerpt, topics]: Row): TouchedPassage {
  const at = (offset: number) => ({ start: line * 100 + offset, end: line * 100 + offset + 5 });
  return {
    ...at(0),
    line,
    ...(speaker !== undefined && { speaker }),
    excerpt,
    from: line * 100,
    touches: topics.map((topic, index) => {
      const [topicId = '', own] = topic.split(' in ');
      return {
        ...at(index),
        topicId,
        hits: 1,
        ...(own && { excerpt: own, from: line * 100 + 50 }),
      };
    }),
  };
}

function document(title: string, names: readonly string[], rows: readonly Row[]): CorpusDocument {
  const span = { start: 0, end: 1 };
  const [uri = '', shown] = title.split(': ');
  const speakers = names.map((name) => {
    return { name, label: name, role: 'other' as const, turns: 1, span, line: 0 };
  });
  const passages = rows.map(passage);
  const summary = { ...NO_INTERVIEW, isInterview: true, speakers, passages };
  return { uri, summary: shown === undefined ? summary : { ...summary, title: shown } };
}

const FOLDER = [
  document(
    'pilots.txt: Pilots of the Sound',
    ['Lena Moberg', 'Harbour Post'],
    [
      [3, 1, 'Who pays for the quay?', ['ports', 'money']],
      [5, 0, 'The ferry does, by the crane.', ['sea', 'cranes', 'money in a budget of its own']],
      [7, 0, 'Herring on the quay.', ['fish', 'ports']],
    ],
  ),
  document(
    'keepers.txt',
    ['LENA Moberg', 'Tom Lund'],
    [
      [2, undefined, 'How the ferry was lost', ['sea']],
      [4, 0, 'My ferry was.', ['sea', 'sea']],
      [6, 1, 'And the cranes.', ['cranes', 'gone']],
    ],
  ),
];

const counted = (documents = FOLDER) => finished(new TopicCounter(taxonomy).counting(documents));

function topicOf(wanted: string): Topic {
  const topic = [...allTopics(taxonomy?.topics ?? [])].find(({ id }) => id === wanted);
  assert.ok(topic);
  return topic;
}

/** `pilots.txt:4 Lena Moberg, by sea` of each place. */
const told = (places: readonly TopicPlace[]) =>
  places.map((place) => {
    const { document, passage, touch } = place;
    const who = speakerOf(place)?.name ?? 'nobody';
    return `${document.uri}:${passage.line + 1} ${who}, by ${touch.topicId}`;
  });

describe('Topics over a folder', () => {
  const COUNTS: [topic: string, passages: number, speakers: number, documents: number][] = [
    ['sea', 6, 3, 2],
    ['ports', 4, 3, 2],
    ['cranes', 2, 2, 2],
    ['fish', 1, 1, 1],
    ['money', 2, 2, 1],
    ['war', 0, 0, 0],
  ];
  for (const [topic, passages, speakers, documents] of COUNTS) {
    it(`counts ${topic} with what is below it: ${passages} passages of ${speakers} people`, () => {
      assert.deepEqual(counted().of(topic), { passages, speakers, documents });
    });
  }

  it('counts the topics that are touched, and none that the taxonomy no longer has', () => {
    assert.equal(counted().touched, 5);
    assert.equal(counted().of('gone').passages, 0);
  });

  it('counts again what changed, and takes the rest from before', () => {
    const counter = new TopicCounter(taxonomy);
    const before = finished(counter.counting(FOLDER));
    const more = document('new.txt', ['Tom Lund'], [[1, 0, 'To war.', ['war']]]);
    const after = finished(counter.counting([...FOLDER, more]));
    assert.deepEqual([before.of('war').passages, after.of('war').passages], [0, 1]);
    assert.deepEqual(after.of('sea'), before.of('sea'));
    assert.deepEqual(told(after.placesOf('war')), ['new.txt:2 Tom Lund, by war']);
  });

  it('shows the passages of a topic itself', () => {
    assert.deepEqual(told(counted().placesOf('sea')), [
      'pilots.txt:6 Lena Moberg, by sea',
      'keepers.txt:3 nobody, by sea',
      'keepers.txt:5 LENA Moberg, by sea',
    ]);
    assert.deepEqual(told(counted().placesOf('war')), []);
  });

  it('shows the passages of a topic and of those below it, each once', () => {
    assert.deepEqual(told(counted().placesBelow(topicOf('ports'))), [
      'pilots.txt:4 Harbour Post, by ports',
      'pilots.txt:6 Lena Moberg, by cranes',
      'pilots.txt:8 Lena Moberg, by ports',
      'keepers.txt:7 Tom Lund, by cranes',
    ]);
  });

  it('tells who speaks most of a topic, one name being one person', () => {
    assert.deepEqual(counted().speakersOf('sea'), [
      { name: 'Lena Moberg', passages: 3 },
      { name: 'Harbour Post', passages: 1 },
      { name: 'Tom Lund', passages: 1 },
    ]);
    assert.deepEqual(counted([...FOLDER].reverse()).speakersOf('ports'), [
      { name: 'Lena Moberg', passages: 2 },
      { name: 'Tom Lund', passages: 1 },
      { name: 'Harbour Post', passages: 1 },
    ]);
  });

  it('tells with which others a topic is spoken of, most often first, but for those below it', () => {
    assert.deepEqual(counted([...FOLDER].reverse()).companionsOf(topicOf('sea')), [
      { topicId: 'money', passages: 2 },
      { topicId: 'gone', passages: 1 },
    ]);
    assert.deepEqual(counted().companionsOf(topicOf('money')), [
      { topicId: 'ports', passages: 1 },
      { topicId: 'sea', passages: 1 },
      { topicId: 'cranes', passages: 1 },
    ]);
  });
});

describe('The filter of topics', () => {
  const CASES: { filter: string; leaves: string[]; why: string }[] = [
    {
      filter: 'herring',
      leaves: ['pilots.txt:8 fish ports'],
      why: 'a word of the passage',
    },
    {
      filter: '  QUAY   pays ',
      leaves: ['pilots.txt:4 ports money'],
      why: 'all words have to be there, capitals and spaces don’t matter',
    },
    {
      filter: 'lund',
      leaves: ['keepers.txt:7 cranes gone'],
      why: 'who speaks',
    },
    {
      filter: 'sound',
      leaves: [
        'pilots.txt:4 ports money',
        'pilots.txt:6 sea cranes money',
        'pilots.txt:8 fish ports',
      ],
      why: 'the title of the document',
    },
    {
      filter: 'keepers',
      leaves: ['keepers.txt:3 sea', 'keepers.txt:5 sea sea', 'keepers.txt:7 cranes gone'],
      why: 'its name where it has no title',
    },
    {
      filter: 'txt',
      leaves: ['keepers.txt:3 sea', 'keepers.txt:5 sea sea', 'keepers.txt:7 cranes gone'],
      why: 'a name is not shown beside a title',
    },
    {
      filter: 'cranes',
      leaves: ['pilots.txt:6 cranes', 'keepers.txt:7 cranes gone'],
      why: 'the topic; other topics of the passage are left out',
    },
    {
      filter: 'ports',
      leaves: [
        'pilots.txt:4 ports',
        'pilots.txt:6 cranes',
        'pilots.txt:8 ports',
        'keepers.txt:7 cranes',
      ],
      why: 'a topic above',
    },
    {
      filter: 'ferry budget',
      leaves: ['pilots.txt:6 money'],
      why: 'words around the topic’s own hit',
    },
    { filter: 'moberg cranes', leaves: ['pilots.txt:6 cranes'], why: 'who speaks of what' },
    { filter: 'walrus', leaves: [], why: 'what nobody says' },
    { filter: 'gone', leaves: [], why: 'the id of a topic is no label' },
  ];
  for (const { filter, leaves, why } of CASES) {
    it(`“${filter}” finds ${why}`, () => {
      const documents = finished(filteringTopics(FOLDER, taxonomy, filter));
      const left = documents.flatMap(({ uri, summary }) =>
        summary.passages.map(({ line, touches }) => {
          return `${uri}:${line + 1} ${touches.map(({ topicId }) => topicId).join(' ')}`;
        }),
      );
      assert.deepEqual(left, leaves);
      assert.ok(documents.every(({ summary }) => summary.passages.length > 0));
    });
  }

  it('goes one document at a time, so that others can go first', () => {
    assert.equal([...filteringTopics(FOLDER, taxonomy, 'sea')].length, FOLDER.length);
  });

  const NAMED: [filter: string, topics: string[]][] = [
    ['sea', ['sea', 'ports', 'cranes', 'fish']],
    ['PORTS', ['sea', 'ports', 'cranes']],
    ['fish', ['sea', 'fish']],
    ['sea cranes', ['sea', 'ports', 'cranes']],
    ['money fish', []],
    ['walrus', []],
  ];
  for (const [filter, topics] of NAMED) {
    it(`“${filter}” names ${topics.join(', ') || 'no topic'}, to be shown even if nothing touches it`, () => {
      assert.deepEqual([...topicsNamed(taxonomy, filter)], topics);
    });
  }
});
