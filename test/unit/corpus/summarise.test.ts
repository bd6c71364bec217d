import assert from 'node:assert/strict';
import { Analyser, type Knowledge } from '../../../src/core/analysis';
import { topicSummaryOf } from '../../../src/core/corpus/summarise';
import { summarising } from '../../../src/core/corpus/summing';
import { recounting } from '../../../src/core/corpus/recount';
import { NO_INTERVIEW, type DocumentSummary } from '../../../src/core/corpus/model';
import type { Annotation } from '../../../src/core/annotations/model';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { TextLines } from '../../../src/core/text/lines';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const { taxonomy } = parseTaxonomy(`
- { label: Money, terms: [budget] }
- { label: Sea, terms: [ferry, harbour] }
`);
const { cards } = parseCards('- { name: Daniel Brandt, description: a shipowner of Bergen }\n');
assert(taxonomy && cards);
const knowledge: Knowledge = {
  corrections: {},
  cards: new CardFinder(cards),
  matcher: TopicMatcher.compile(taxonomy),
  recogniser: rulesRecogniser(loadGazetteer(gazetteer)),
};

const INTERVIEW = `# The  Pilots of the Sound

Lena Moberg, a pilot of the Skerry station, talks about the ferry of Daniel Brandt.

**Harbour Post:** What did you see that night, Ms. Moberg?

**Lena Moberg:** The ferry left late, which is why everybody who stood on the quay of
Bergen that night remembers it, and why Daniel Brandt, who owns it, will probably be
asked about the budget, and once more about the harbour and all that it costs.

**Harbour Post:** Was Brandt on board?

**Moberg:** He was in Norway. Daniel Brandt told me so himself, in the harbour.
`;

function summaryOf(
  text: string,
  annotations: readonly Annotation[] = [],
): { summary: DocumentSummary; steps: number } {
  return driven(summarising(text, knowledge, annotations));
}

function driven(steps: Generator<undefined, DocumentSummary>) {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return { summary: value, steps: count };
  }
}

/** What a person said of some words of the interview. */
function saying(quote: string, said: Partial<Annotation>): Annotation {
  const start = INTERVIEW.indexOf(quote);
  const selector = { start, end: start + quote.length, quote, prefix: '', suffix: '' };
  return { id: quote, selector, tags: [], topics: [], ...said };
}

describe('The summary of a document', () => {
  it('names who speaks, in which role, and where first', () => {
    const { summary } = summaryOf(INTERVIEW);
    assert.equal(summary.turns, 4);
    assert.deepEqual(
      summary.speakers.map(({ span, ...speaker }) => ({
        ...speaker,
        first: INTERVIEW.slice(span.start, span.end).slice(0, 30),
      })),
      [
        {
          name: 'Harbour Post',
          label: 'Harbour Post',
          role: 'interviewer',
          turns: 2,
          line: 4,
          first: '**Harbour Post:** What did you',
        },
        {
          name: 'Lena Moberg',
          label: 'Lena Moberg',
          role: 'interviewee',
          description: 'pilot of the Skerry station, talks about the ferry of Daniel Brandt',
          entityId: 'person:lena moberg',
          turns: 2,
          line: 6,
          first: '**Lena Moberg:** The ferry lef',
        },
      ],
    );
  });

  const ASKED = 'Ann: Why did you go?\n\nBo: I had to.\n\nAnn: Where to?\n\nBo: Home.\n';
  const TITLES: [what: string, text: string, title: string | undefined][] = [
    ['is on one line and without the marks of a heading', INTERVIEW, 'The Pilots of the Sound'],
    ['is without emphasis', `## **Going home**\n\n${ASKED}`, 'Going home'],
    ['keeps what only looks like a mark', `C# and _why_ I left\n\n${ASKED}`, 'C# and _why_ I left'],
    [
      'of front matter is as given',
      `---\ntitle: "Home, at last"\n---\n\n${ASKED}`,
      'Home, at last',
    ],
    [
      'is cut where it would fill a view',
      `---\ntitle: ${'home '.repeat(50)}\n---\n\n${ASKED}`,
      'home '.repeat(40),
    ],
    ['is none where none is given', ASKED, undefined],
  ];
  for (const [what, text, title] of TITLES) {
    it(`says what it is called: a title ${what}`, () => {
      assert.equal(summaryOf(text).summary.title, title);
    });
  }

  it('knows names by what the document and the cards say of them', () => {
    const { entities } = summaryOf(INTERVIEW).summary;
    assert.deepEqual(
      entities.map(({ mentions, ...entity }) => ({ ...entity, mentions: mentions.length })),
      [
        {
          id: 'person:daniel brandt',
          name: 'Daniel Brandt',
          type: 'person',
          aliases: ['Brandt'],
          description: 'a shipowner of Bergen',
          hasCard: true,
          mentions: 4,
        },
        {
          id: 'person:lena moberg',
          name: 'Lena Moberg',
          type: 'person',
          aliases: ['Moberg'],
          description: 'pilot of the Skerry station, talks about the ferry of Daniel Brandt',
          mentions: 2,
        },
        { id: 'place:bergen', name: 'Bergen', type: 'place', aliases: [], mentions: 1 },
        { id: 'place:norway', name: 'Norway', type: 'place', aliases: [], mentions: 1 },
        { id: 'other:skerry', name: 'Skerry', type: 'other', aliases: [], mentions: 1 },
      ],
    );
  });

  it('places each mention: line, column, passage, who says it, and with which words', () => {
    const { entities, speakers } = summaryOf(INTERVIEW).summary;
    const lines = INTERVIEW.split('\n');
    const placed = entities.flatMap(({ mentions }) =>
      mentions.map(({ start, end, line, character, passage, speaker, at, excerpt }) => {
        const words = INTERVIEW.slice(start, end);
        assert.equal(excerpt.slice(at, at + words.length), words);
        assert.equal(lines[line]?.slice(character, character + words.length), words);
        const who = speaker === undefined ? 'nobody' : speakers[speaker]?.label;
        return `${line + 1}:${character + 1} passage ${passage}, ${who}: ${excerpt}`;
      }),
    );
    assert.deepEqual(placed, [
      '3:70 passage 1, nobody:  about the ferry of Daniel Brandt.',
      '8:41 passage 3, Lena Moberg: members it, and why Daniel Brandt, who owns it, will probably be',
      '11:23 passage 4, Harbour Post: Was Brandt on board?',
      '13:31 passage 5, Lena Moberg: He was in Norway. Daniel Brandt told me so himself, in the harbo',
      '3:1 passage 1, nobody: Lena Moberg, a pilot of the Skerry station, talks about the ferr',
      '5:52 passage 2, Harbour Post: see that night, Ms. Moberg?',
      '8:1 passage 3, Lena Moberg: tood on the quay of Bergen that night remembers it, and why Dani',
      '13:23 passage 5, Lena Moberg: He was in Norway. Daniel Brandt told me so himself, in the harbo',
      '3:29 passage 1, nobody: erg, a pilot of the Skerry station, talks about the ferry of Dan',
    ]);
  });

  it('holds the claims, detected and made by hand, with the person’s codes', () => {
    const { summary } = summaryOf(INTERVIEW, [
      saying('He was in Norway.', { tags: ['alibi'] }),
      saying('Was Brandt on board?', { tags: ['presence'] }),
    ]);
    assert.deepEqual(
      summary.made.map(({ start, end, kind = 'no kind', tags }) => {
        return `${kind} [${tags.join(' ')}] ${INTERVIEW.slice(start, end).slice(0, 20)}`;
      }),
      [
        'prediction [] The ferry left late,',
        'no kind [presence] Was Brandt on board?',
        'fact [alibi] He was in Norway.',
        'fact [] Daniel Brandt told m',
      ],
    );
    assert.equal(summary.claims, 3);
  });

  it('is the same after it was kept as JSON', () => {
    const { summary } = summaryOf(INTERVIEW);
    assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
  });

  it('is made in steps, so that others can go first', () => {
    assert.ok(summaryOf(INTERVIEW).steps > 4);
  });

  it('is empty for a text that is no interview', () => {
    assert.deepEqual(summaryOf('Milk\nDaniel Brandt\nTwo loaves\n').summary, NO_INTERVIEW);
  });

  it('tells as much of topics where names were not looked for', () => {
    const analysis = new Analyser(knowledge).analyse(TextLines.of(INTERVIEW), knowledge);
    const { summary } = summaryOf(INTERVIEW);
    const onTopics = topicSummaryOf(analysis, analysis.topics());
    const nameless = { entities: [], claims: 0, made: [] };
    assert.deepEqual(onTopics, { ...summary, ...nameless, speakers: onTopics.speakers });
    const told = ({ speakers }: DocumentSummary) =>
      speakers.map(({ name, role, turns, line }) => ({ name, role, turns, line }));
    assert.deepEqual(told(onTopics), told(summary));
    assert.ok(onTopics.speakers.every((speaker) => !('entityId' in speaker)));
  });
});

describe('What is kept of a passage that touches topics', () => {
  /** `line, who, question: words | topic, hits, own words`. */
  const told = ({ passages, speakers }: DocumentSummary) =>
    passages.map(({ line, speaker, question = 'none', from, excerpt, touches }) => {
      assert.equal(INTERVIEW.slice(from, from + excerpt.length).replace(/\n/g, ' '), excerpt);
      const who = speaker === undefined ? 'nobody' : speakers[speaker]?.label;
      const ways = touches.map((touch) => {
        const { topicId, hits, start, end, excerpt: own, from: at = 0, byHand } = touch;
        if (own) assert.equal(INTERVIEW.slice(at, at + own.length).replace(/\n/g, ' '), own);
        const seen = own === undefined ? '' : ` in “${own}”`;
        return `${topicId}${byHand ? ' by hand' : ''} ${hits}: ${INTERVIEW.slice(start, end)}${seen}`;
      });
      return [`${line + 1}, ${who}, question ${question}: ${excerpt}`, ...ways];
    });

  it('is who speaks, answering what, and words around the first hit of each topic', () => {
    assert.deepEqual(told(summaryOf(INTERVIEW).summary), [
      ['3, nobody, question none: talks about the ferry of Daniel Brandt.', 'sea 1: ferry'],
      [
        '7, Lena Moberg, question 1: The ferry left late, which is why everybody who stood on the quay of Bergen that night remembers it, and why Daniel Bran',
        'sea 2: ferry',
        'money 1: budget in “be asked about the budget, and once more about the harbour and all that it costs.”',
      ],
      ['13, Lena Moberg, question 2: me so himself, in the harbour.', 'sea 1: harbour'],
    ]);
  });

  it('is also what a person said, the topics in the order of the words', () => {
    const { summary } = summaryOf(INTERVIEW, [
      saying('in the harbour.', { notTopics: ['sea'] }),
      saying('The ferry left late', { topics: ['money'] }),
      saying('Was Brandt', { topics: ['sea', 'money'] }),
    ]);
    assert.deepEqual(told(summary).slice(1), [
      [
        '7, Lena Moberg, question 1: The ferry left late, which is why everybody who stood on the quay of Bergen that night remembers it, and why Daniel Bran',
        'sea 2: ferry',
        'money by hand 1: budget in “be asked about the budget, and once more about the harbour and all that it costs.”',
      ],
      [
        '11, Harbour Post, question 2: Was Brandt on board?',
        'sea by hand 1: Was Brandt',
        'money by hand 1: Was Brandt',
      ],
    ]);
  });
});

describe('Topics counted anew by another taxonomy', () => {
  it('are those that the whole analysis would give', () => {
    const other = parseTaxonomy(
      `- {label: Night, terms: [night, late], entities: [Norway]}
- {label: Blame, terms: [blame NEAR/5 probably], entities: [Daniel Brandt]}
`,
    ).taxonomy;
    assert(other);
    const annotation = saying('The ferry left late', { topics: ['blame'], notTopics: ['night'] });
    const known = { ...knowledge, matcher: TopicMatcher.compile(other) };
    const whole = driven(summarising(INTERVIEW, known, [annotation])).summary;
    const before = summaryOf(INTERVIEW).summary;
    const again = driven(recounting(INTERVIEW, known, [annotation], before)).summary;
    assert.deepEqual(again, whole);
    assert.deepEqual(
      whole.passages.map(({ line, touches }) => [
        line,
        touches.map(({ topicId, byHand }) => `${topicId}${byHand ? ' by hand' : ''}`),
      ]),
      [
        [2, ['blame']],
        [4, ['night']],
        [6, ['night', 'blame by hand']],
        [10, ['blame']],
        [12, ['night', 'blame']],
      ],
    );
  });

  it('are none of a text that is no interview, which is not even read', () => {
    const again = driven(recounting('Two late ferries\n', knowledge, [], NO_INTERVIEW));
    assert.deepEqual(again, { summary: NO_INTERVIEW, steps: 0 });
  });
});
