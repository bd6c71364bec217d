import assert from 'node:assert/strict';
import type { Anchored, Annotation } from '../../../src/core/annotations/model';
import { isOnTopics, withByHand } from '../../../src/core/topics/byHand';
import type { TopicPassage } from '../../../src/core/topics/count';

const selector = { start: 0, end: 1, quote: 'x', prefix: '', suffix: '' };
const annotation = (more: Partial<Annotation>): Annotation => ({
  id: 'a',
  selector,
  tags: [],
  topics: [],
  ...more,
});

describe('An annotation that only says of topics', () => {
  const cases: [what: string, more: Partial<Annotation>, isOn: boolean][] = [
    ['that its words touch one', { topics: ['sea'] }, true],
    ['that its words don’t touch one', { notTopics: ['sea'] }, true],
    ['both', { topics: ['sea'], notTopics: ['war'], coder: 'Ann' }, true],
    ['nothing', {}, false],
    ['nothing of them, in an empty list', { notTopics: [] }, false],
    ['more: a tag', { topics: ['sea'], tags: ['x'] }, false],
    ['more: a kind', { topics: ['sea'], kind: 'fact' }, false],
    ['more: a status', { topics: ['sea'], status: 'open' }, false],
    ['more: how sure it is', { topics: ['sea'], confidence: 'low' }, false],
    ['more: a rating', { topics: ['sea'], rating: { source: 'A' } }, false],
    ['more: a note', { topics: ['sea'], note: '' }, false],
  ];
  for (const [what, more, isOn] of cases) {
    it(`${isOn ? 'says' : 'doesn’t only say'} ${what}`, () => {
      assert.equal(isOnTopics(annotation(more)), isOn);
    });
  }
});

// Bars stand around passages; between them is what belongs to none.
const MARKED = 'Title |The ferry was late.| |The old ferry, our ferry, sank.| |It rained.|';
const TEXT = MARKED.replaceAll('|', '');
const PASSAGES = [...MARKED.matchAll(/\|([^|]*[^| ])\|/g)].map(({ 1: words = '' }) => {
  const start = TEXT.indexOf(words);
  return { span: { start, end: start + words.length }, turn: undefined, region: undefined };
});
const [LATE, SANK, RAIN] = PASSAGES.map(({ span }) => span) as [Span, Span, Span];

interface Span {
  readonly start: number;
  readonly end: number;
}

const within = (words: string, nth = 0): Span => {
  let start = TEXT.indexOf(words);
  for (let left = nth; left > 0; left--) start = TEXT.indexOf(words, start + 1);
  return { start, end: start + words.length };
};
const hit = (topicId: string, span: Span) => ({ topicId, ...span });
const FOUND: ReadonlyMap<string, readonly TopicPassage[]> = new Map([
  [
    'sea',
    [
      { span: LATE, turn: undefined, hits: [hit('sea', within('ferry'))] },
      {
        span: SANK,
        turn: undefined,
        hits: [hit('sea', within('ferry', 1)), hit('sea', within('ferry', 2))],
      },
    ],
  ],
]);

type Said = readonly [span: Span | undefined, more: Partial<Annotation>];

/** `topic: words that touch it | those of the next passage`, with who said so. */
function touched(said: readonly Said[]): string[] {
  const anchored = said.map(([span, more], at): Anchored => ({
    annotation: annotation({ id: `a${at}`, ...more }),
    span,
    state: span ? 'exact' : 'orphan',
  }));
  const byTopic = withByHand(FOUND, { passages: () => PASSAGES }, anchored);
  return [...byTopic].map(([topic, passages]) => {
    const told = passages.map(({ span, hits, byHand }) => {
      for (const { topicId, start, end } of hits) {
        assert.ok(topicId === topic && span.start <= start && end <= span.end);
      }
      const words = hits.map(({ start, end }) => TEXT.slice(start, end)).join(', ');
      return byHand === undefined ? words : `${words} (${byHand})`;
    });
    return `${topic}: ${told.join(' | ')}`;
  });
}

describe('What people say of topics', () => {
  const cases: [what: string, said: Said[], touched: string[]][] = [
    ['of nothing', [], ['sea: ferry | ferry, ferry']],
    [
      'of another topic: the words that they mean',
      [[within('rained'), { topics: ['rain'] }]],
      ['sea: ferry | ferry, ferry', 'rain: rained (a0)'],
    ],
    [
      'of words in two passages: the part in each',
      [[{ start: within('sank').start, end: within('It').end }, { topics: ['x'] }]],
      ['sea: ferry | ferry, ferry', 'x: sank. (a0) | It (a0)'],
    ],
    [
      'of what was found: its terms still are',
      [[SANK, { topics: ['sea'] }]],
      ['sea: ferry | ferry, ferry (a0)'],
    ],
    [
      'of a passage before others: it stands in order',
      [
        [RAIN, { topics: ['x'] }],
        [LATE, { topics: ['x'] }],
      ],
      ['sea: ferry | ferry, ferry', 'x: The ferry was late. (a1) | It rained. (a0)'],
    ],
    [
      'of words in no passage: nothing',
      [
        [within('Title'), { topics: ['x'] }],
        [{ start: LATE.end, end: SANK.start }, { topics: ['x'] }],
      ],
      ['sea: ferry | ferry, ferry'],
    ],
    [
      'of words from the title on',
      [[{ start: 0, end: LATE.start + 3 }, { topics: ['x'] }]],
      ['sea: ferry | ferry, ferry', 'x: The (a0)'],
    ],
    [
      'of words that are gone: nothing',
      [[undefined, { topics: ['x'], notTopics: ['sea'] }]],
      ['sea: ferry | ferry, ferry'],
    ],
    ['that a passage isn’t on one', [[SANK, { notTopics: ['sea'] }]], ['sea: ferry']],
    [
      'that some words aren’t: others of the passage are',
      [[within('old ferry'), { notTopics: ['sea'] }]],
      ['sea: ferry | ferry'],
    ],
    [
      'that words without a term aren’t: nothing changes',
      [[within('sank'), { notTopics: ['sea'] }]],
      ['sea: ferry | ferry, ferry'],
    ],
    [
      'that nothing is: the topic is gone',
      [
        [LATE, { notTopics: ['sea'] }],
        [SANK, { notTopics: ['sea'] }],
      ],
      [],
    ],
    [
      'that a passage isn’t on a topic that wasn’t found',
      [[SANK, { notTopics: ['x'] }]],
      ['sea: ferry | ferry, ferry'],
    ],
    [
      'that it isn’t on one, but on another',
      [[SANK, { notTopics: ['sea'], topics: ['x'] }]],
      ['sea: ferry', 'x: The old ferry, our ferry, sank. (a0)'],
    ],
    ['else', [[SANK, { tags: ['x'] }]], ['sea: ferry | ferry, ferry']],
  ];
  for (const [what, said, expected] of cases) {
    it(`is heard: ${what}`, () => {
      const before = JSON.stringify([...FOUND]);
      assert.deepEqual(touched(said), expected);
      assert.equal(JSON.stringify([...FOUND]), before);
    });
  }
});
