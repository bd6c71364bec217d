import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotations/model';
import { isOnTopics, withByHand } from '../../../src/core/topics/byHand';
import { topicPassages } from '../../../src/core/topics/count';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const { taxonomy } = parseTaxonomy(`
- { id: sea, label: Sea, terms: [ferry, north sea], exclude: [bank of norway] }
- { id: money, label: Money, terms: [bank] }
`);
assert(taxonomy);
const matcher = TopicMatcher.compile(taxonomy);

/** A line each; what stands before `|` is no passage, as a label is none. */
function passagesOf(text: string) {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start + line.indexOf('|') + 1;
    const span = { start: from, end: start + line.length };
    start += line.length + 1;
    return { span, turn: undefined, region: undefined };
  });
}

/** `topic line: words, …` of all that touches a topic. */
function touched(text: string, named: readonly [topicId: string, words: string][]): string[] {
  const passages = passagesOf(text).map((passage) => {
    return { ...passage, ...matcher.find(text.slice(passage.span.start, passage.span.end)) };
  });
  const names = named.map(([topicId, words]) => {
    const start = text.indexOf(words);
    assert.ok(start >= 0, words);
    return { topicId, start, end: start + words.length };
  });
  return [...topicPassages(passages, names)].flatMap(([topic, list]) =>
    list.map(({ span, hits }) => {
      const words = hits.map(({ topicId, start, end }) => {
        assert.equal(topicId, topic);
        return text.slice(start, end);
      });
      return `${topic} ${text.slice(0, span.start).split('\n').length}: ${words.join(', ')}`;
    }),
  );
}

describe('A passage touches a topic by its terms and by names', () => {
  const CASES: {
    what: string;
    text: string;
    named: [topicId: string, words: string][];
    gives: string[];
  }[] = [
    {
      what: 'terms alone',
      text: 'Ann:|The ferry and the ferry.\nBo:|A bank.',
      named: [],
      gives: ['sea 1: ferry, ferry', 'money 2: bank'],
    },
    {
      what: 'a name alone',
      text: 'Ann:|We went.\nBo:|To Norway.',
      named: [['sea', 'Norway']],
      gives: ['sea 2: Norway'],
    },
    {
      what: 'both, in the order of the words',
      text: 'Ann:|From Oslo a ferry goes to Norway.',
      named: [
        ['sea', 'Norway'],
        ['sea', 'Oslo'],
      ],
      gives: ['sea 1: Oslo, ferry, Norway'],
    },
    {
      what: 'other topics of a passage with a name, too',
      text: 'Ann:|A bank of Oslo has a ferry.',
      named: [['sea', 'Oslo']],
      gives: ['money 1: bank', 'sea 1: Oslo, ferry'],
    },
    {
      what: 'words that are a term and a name but once',
      text: 'Ann:|The North Sea and Oslo.',
      named: [
        ['sea', 'The North Sea'],
        ['sea', 'Oslo'],
      ],
      gives: ['sea 1: North Sea, Oslo'],
    },
    {
      what: 'a name right behind a term',
      text: 'Ann:|The ferry-Oslo.',
      named: [['sea', '-Oslo']],
      gives: ['sea 1: ferry, -Oslo'],
    },
    {
      what: 'no name in what the topic excludes',
      text: 'Ann:|The Bank of Norway and Norway.\nBo:|Norway, then.',
      named: [['sea', 'Norway']],
      gives: ['money 1: Bank'],
    },
    {
      what: 'no name that stands in a label, or reaches over the end of a passage',
      text: 'Oslo:|We went to New\nYork:|Yes.',
      named: [
        ['sea', 'Oslo'],
        ['sea', 'New\nYork'],
      ],
      gives: [],
    },
    {
      what: 'a name that is all of a passage',
      text: 'Ann:|Oslo\nBo:|Why?',
      named: [['sea', 'Oslo']],
      gives: ['sea 1: Oslo'],
    },
  ];
  for (const { what, text, named, gives } of CASES) {
    it(`counts ${what}`, () => {
      assert.deepEqual(touched(text, named), gives);
    });
  }
});

const NOTHING_SAID: Annotation = {
  id: 'a',
  selector: { start: 0, end: 1, quote: '', prefix: '', suffix: '' },
  tags: [],
  topics: [],
};

describe('What is said of some words is only on topics', () => {
  const CASES: [what: string, said: Partial<Annotation>, isOn: boolean][] = [
    ['if it names a topic', { topics: ['sea'] }, true],
    ['if it refuses one', { notTopics: ['sea'] }, true],
    ['but not if it names none', {}, false],
    ['but not with a kind', { topics: ['sea'], kind: 'fact' }, false],
    ['but not with a status', { topics: ['sea'], status: 'open' }, false],
    ['but not with confidence', { topics: ['sea'], confidence: 'low' }, false],
    ['but not with a rating', { topics: ['sea'], rating: { source: 'B' } }, false],
    ['but not with a note', { topics: ['sea'], note: 'x' }, false],
    ['but not with a code', { topics: ['sea'], tags: ['x'] }, false],
  ];
  for (const [what, said, isOn] of CASES) {
    it(what, () => {
      assert.equal(isOnTopics({ ...NOTHING_SAID, ...said }), isOn);
    });
  }
});

describe('What a person says of topics', () => {
  const TEXT = 'Ann:|A ferry, the ferry.\nBo:|It was late.\nAnn:|A bank.\nBo:|The ferry.';
  const CASES: { what: string; said: [words: string, Partial<Annotation>][]; gives: string[] }[] = [
    {
      what: 'holds for the words that they chose, in all passages that these reach into',
      said: [['late.\nAnn:|A bank', { topics: ['sea'] }]],
      gives: [
        'sea 1: ferry, ferry',
        'sea 2 by hand: late.',
        'sea 3 by hand: A bank',
        'sea 4: ferry',
        'money 3: bank',
      ],
    },
    {
      what: 'leaves what terms find in the same passage',
      said: [['The', { topics: ['sea'] }]],
      gives: ['sea 1: ferry, ferry', 'sea 4 by hand: ferry', 'money 3: bank'],
    },
    {
      what: 'takes away only the words that they refused',
      said: [['A ferry', { notTopics: ['sea'] }]],
      gives: ['sea 1: ferry', 'sea 4: ferry', 'money 3: bank'],
    },
    {
      what: 'takes a topic away that has no other words',
      said: [['A bank', { notTopics: ['money', 'sea', 'war'] }]],
      gives: ['sea 1: ferry, ferry', 'sea 4: ferry'],
    },
    {
      what: 'may be on a topic that nothing else touches',
      said: [['It was late', { topics: ['war'] }]],
      gives: ['sea 1: ferry, ferry', 'sea 4: ferry', 'money 3: bank', 'war 2 by hand: It was late'],
    },
    {
      what: 'counts for nothing once its words are gone from the text',
      said: [['no such words', { topics: ['war'] }]],
      gives: ['sea 1: ferry, ferry', 'sea 4: ferry', 'money 3: bank'],
    },
  ];
  for (const { what, said, gives } of CASES) {
    it(what, () => {
      const passages = passagesOf(TEXT);
      const found = topicPassages(
        passages.map((passage) => {
          return { ...passage, ...matcher.find(TEXT.slice(passage.span.start, passage.span.end)) };
        }),
      );
      const anchored = said.map(([words, what]) => {
        const start = TEXT.indexOf(words);
        return {
          annotation: { ...NOTHING_SAID, ...what },
          span: start < 0 ? undefined : { start, end: start + words.length },
          state: start < 0 ? ('orphan' as const) : ('exact' as const),
        };
      });
      const told = [...withByHand(found, { passages: () => passages }, anchored)].flatMap(
        ([topic, list]) =>
          list.map(({ span, hits, byHand }) => {
            const words = hits.map(({ start, end }) => TEXT.slice(start, end)).join(', ');
            const line = TEXT.slice(0, span.start).split('\n').length;
            return `${topic} ${line}${byHand === undefined ? '' : ' by hand'}: ${words}`;
          }),
      );
      assert.deepEqual(told, gives);
    });
  }
});
