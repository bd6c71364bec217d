import assert from 'node:assert/strict';
import { Analyser, type Knowledge } from '../../../src/core/analysis';
import type { Anchored, Annotation } from '../../../src/core/annotations/model';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { documentOverview, PARTS } from '../../../src/core/overview/ofDocument';
import type { Matrix, Overview } from '../../../src/core/overview/model';
import { TextLines } from '../../../src/core/text/lines';
import { withByHand } from '../../../src/core/topics/byHand';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { shippedRecogniser } from '../../evaluate/shipped';

const { taxonomy } = parseTaxonomy(`
topics:
  - label: Sea
    terms: [ferry, harbour]
  - label: Money
    terms: [budget]
  - label: Weather
    terms: [storm]
`);
assert(taxonomy);
const knowledge: Knowledge = {
  corrections: {},
  cards: new CardFinder([]),
  matcher: TopicMatcher.compile(taxonomy),
  recogniser: shippedRecogniser(),
};

const INTERVIEW = `After the storm, the pilots of Norway speak.

Harbour Post: Did the ferry leave?

Lena Moberg: The ferry left late. It will probably not leave on time again. Daniel Brandt said so in Norway.

Harbour Post: Who pays for the harbour?

Moberg: The budget does. Daniel Brandt and the Harbour Authority will certainly ask Norway for more.
`;

function overviewOf(text: string, anchored: readonly Anchored[] = []): Overview {
  const analysis = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
  return documentOverview({
    uri: 'file:///pilots.txt',
    analysis,
    claims: analysis.claims(),
    touched: withByHand(analysis.topics(), analysis, anchored),
    taxonomy: taxonomy?.topics ?? [],
  });
}

/** `Sea × Lena Moberg: 1, line 5` for each cell. */
function told({ rows, columns, cells }: Matrix): string[] {
  return cells.map(({ row, column, count, places }) => {
    const lines = places.map(({ line }) => line + 1).join(' ');
    return `${rows[row]} × ${columns[column]}: ${count}, line ${lines}`;
  });
}

describe('The overview of an interview', () => {
  it('tells who speaks when, and how much', () => {
    const overview = overviewOf(INTERVIEW);
    assert.ok(overview.band);
    const { speakers, turns } = overview.band;
    assert.deepEqual(
      speakers.map(({ name, role, turns: count }) => `${name}, ${role}, ${count} turns`),
      ['Harbour Post, interviewer, 2 turns', 'Lena Moberg, interviewee, 2 turns'],
    );
    assert.deepEqual(
      turns.map(({ speaker, place }) => `${speakers[speaker]?.name}, line ${place.line + 1}`),
      [
        'Harbour Post, line 3',
        'Lena Moberg, line 5',
        'Harbour Post, line 7',
        'Lena Moberg, line 9',
      ],
    );
    assert.equal(turns[0]?.from, 0);
    assert.equal(turns.at(-1)?.to, 1);
    turns.slice(1).forEach(({ from }, index) => assert.equal(from, turns[index]?.to));
    const all = speakers.reduce((sum, { share }) => sum + share, 0);
    assert.ok(Math.abs(all - 1) < 1e-9);
  });

  it('tells who speaks of which topic; what nobody speaks does not count', () => {
    const overview = overviewOf(INTERVIEW);
    assert.ok(overview.topicsBySpeaker);
    assert.deepEqual(told(overview.topicsBySpeaker), [
      'Sea × Lena Moberg: 2, line 5 9',
      'Sea × Harbour Post: 2, line 3 7',
      'Money × Lena Moberg: 1, line 9',
    ]);
  });

  it('counts what was tagged by hand, and leaves out what was said to be another topic', () => {
    const saying = (words: string, more: Partial<Annotation>): Anchored => {
      const start = INTERVIEW.indexOf(words);
      const span = { start, end: start + words.length };
      const selector = { ...span, quote: words, prefix: '', suffix: '' };
      return {
        annotation: { id: words, selector, tags: [], topics: [], ...more },
        span,
        state: 'exact',
      };
    };
    const { topicsBySpeaker, topicsAlong } = overviewOf(INTERVIEW, [
      saying('The ferry left late.', { notTopics: ['sea'] }),
      saying('Who pays', { topics: ['money', 'weather'] }),
    ]);
    assert.ok(topicsBySpeaker && topicsAlong);
    assert.deepEqual(told(topicsBySpeaker), [
      'Sea × Harbour Post: 2, line 3 7',
      'Sea × Lena Moberg: 1, line 9',
      'Money × Harbour Post: 1, line 7',
      'Money × Lena Moberg: 1, line 9',
      'Weather × Harbour Post: 1, line 7',
    ]);
    assert.deepEqual(topicsAlong.rows, ['Sea', 'Money', 'Weather']);
  });

  it('places topics along the interview', () => {
    const overview = overviewOf(INTERVIEW);
    assert.ok(overview.topicsAlong);
    const { rows, columns, cells } = overview.topicsAlong;
    assert.deepEqual(rows, ['Sea', 'Money']);
    assert.equal(columns.length, PARTS);
    const sea = cells.filter(({ row }) => row === 0).map(({ column }) => column);
    assert.deepEqual(
      sea,
      [...sea].sort((a, b) => a - b),
    );
    assert.equal(sea[0], 0);
    const parts = cells.filter(({ row }) => row === 1).map(({ column }) => columns[column]);
    assert.equal(parts.length, 1);
    assert.match(parts[0] ?? '', /^[5-7]\d\u00a0%$/);
  });

  it('places a topic at the part of what is said in which its paragraph begins', () => {
    /** Twenty paragraphs of the same length: each is one part. */
    const paragraphs = Array.from({ length: 20 }, (_, index) => {
      const word = [0, 3, 10, 19].includes(index) ? 'ferry' : 'night';
      return `It was ${word} number ${index + 10}${index % 10 === 0 ? '?' : '.'}`;
    });
    const speech = (from: number, to: number) => paragraphs.slice(from, to).join('\n\n');
    const { topicsAlong, band } = overviewOf(
      `Harbour Post: ${speech(0, 1)}\n\nLena Moberg: ${speech(1, 10)}\n\nHarbour Post: ${speech(10, 11)}\n\nLena Moberg: ${speech(11, 20)}\n`,
    );
    assert.ok(topicsAlong && band);
    assert.deepEqual(
      topicsAlong.cells.map(({ column }) => topicsAlong.columns[column]),
      ['0\u00a0%', '15\u00a0%', '50\u00a0%', '95\u00a0%'],
    );
    assert.ok(topicsAlong.isScale);
    assert.deepEqual(
      band.speakers.map(({ name, share }) => `${name} ${Math.round(share * 100)} %`),
      ['Harbour Post 10 %', 'Lena Moberg 90 %'],
    );
    assert.deepEqual(
      band.turns.map(({ from, to }) => `${Math.round(from * 100)}–${Math.round(to * 100)} %`),
      ['0–5 %', '5–50 %', '50–55 %', '55–100 %'],
    );
  });

  it('counts claims by kind and likelihood', () => {
    const overview = overviewOf(INTERVIEW);
    assert.ok(overview.claims);
    const { rows, columns, cells } = overview.claims;
    const predictions = cells.filter(({ row }) => rows[row] === 'prediction');
    assert.ok(predictions.some(({ column }) => columns[column] === 'unlikely'));
    assert.equal(columns.at(-1), '');
  });

  it('tells which names occur together, each pair once', () => {
    const overview = overviewOf(INTERVIEW);
    const { together } = overview;
    const { rows, columns, cells } = together;
    const pairs = cells.map(({ row, column }) => [rows[row], columns[column]].sort().join(' × '));
    assert.deepEqual([...new Set(pairs)], pairs);
    const pair = told(together).find((cell) => /Norway.*Brandt|Brandt.*Norway/.test(cell));
    assert.match(pair ?? '', /: 2, line 5 9$/);
  });

  it('has no row and no column without a mark for them', () => {
    const overview = overviewOf(INTERVIEW);
    const { rows, columns, cells } = overview.together;
    assert.deepEqual(new Set(cells.map(({ row }) => row)), new Set(rows.keys()));
    assert.deepEqual(new Set(cells.map(({ column }) => column)), new Set(columns.keys()));
  });

  it('leads to where things stand', () => {
    const overview = overviewOf(INTERVIEW);
    assert.deepEqual(overview.documents, ['file:///pilots.txt']);
    const places = [
      ...(overview.band?.turns.map(({ place }) => place) ?? []),
      ...together(overview),
    ];
    for (const { start, end, line } of places) {
      assert.ok(0 <= start && start < end && end <= INTERVIEW.length);
      assert.equal(INTERVIEW.slice(0, start).split('\n').length - 1, line);
    }
  });

  it('is plain data', () => {
    const overview = overviewOf(INTERVIEW);
    assert.deepEqual(JSON.parse(JSON.stringify(overview)), overview);
  });
});

function together({ together: { cells } }: Overview) {
  return cells.flatMap(({ places }) => places);
}
