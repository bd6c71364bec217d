import assert from 'node:assert/strict';
import type { Knowledge } from '../../../src/core/analysis';
import { summarising } from '../../../src/core/corpus/summarise';
import { recounting } from '../../../src/core/corpus/recount';
import type { DocumentSummary } from '../../../src/core/corpus/model';
import type { Annotation } from '../../../src/core/annotations/model';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const { taxonomy } = parseTaxonomy('topics: [{ label: Sea, terms: [ferry, harbour] }]');
assert(taxonomy);
const knowledge: Knowledge = {
  corrections: {},
  cards: new CardFinder([]),
  matcher: TopicMatcher.compile(taxonomy),
  recogniser: rulesRecogniser(loadGazetteer(gazetteer)),
};

const INTERVIEW = `The Pilots of the Sound

Harbour Post: What did you see that night?

Lena Moberg: The ferry left late. I think that Daniel Brandt will probably be blamed for it.

Harbour Post: Was Brandt on board?

Moberg: He was in Norway. Daniel Brandt told me so himself, in the harbour.
`;

function summaryOf(text: string): { summary: DocumentSummary; steps: number } {
  return driven(summarising(text, knowledge));
}

function driven(steps: Generator<undefined, DocumentSummary>) {
  for (let count = 0; ; count++) {
    const { done, value } = steps.next();
    if (done) return { summary: value, steps: count };
  }
}

describe('The summary of a document', () => {
  const { summary, steps } = summaryOf(INTERVIEW);

  it('names title, speakers and counts', () => {
    assert.equal(summary.title, 'The Pilots of the Sound');
    assert.deepEqual(
      summary.speakers.map(({ name, role, turns, line }) => ({ name, role, turns, line })),
      [
        { name: 'Harbour Post', role: 'interviewer', turns: 2, line: 2 },
        { name: 'Lena Moberg', role: 'interviewee', turns: 2, line: 4 },
      ],
    );
    assert.equal(summary.turns, 4);
    assert.ok(summary.claims > 0);
    assert.deepEqual(
      summary.passages.map(({ touches }) => touches.map(({ topicId }) => topicId)),
      [['sea'], ['sea']],
    );
  });

  it('places each mention, with its speaker and the words around', () => {
    const brandt = summary.entities.find(({ name }) => name === 'Daniel Brandt');
    assert.ok(brandt);
    const placed = brandt.mentions.map(
      ({ start, end, line, character, speaker = -1, at, excerpt }) => {
        const words = INTERVIEW.slice(start, end);
        assert.equal(excerpt.slice(at, at + end - start), words);
        assert.equal(INTERVIEW.split('\n')[line]?.slice(character, character + end - start), words);
        return `${line + 1} ${summary.speakers[speaker]?.name}: ${words}`;
      },
    );
    assert.deepEqual(placed, [
      '5 Lena Moberg: Daniel Brandt',
      '7 Harbour Post: Brandt',
      '9 Lena Moberg: Daniel Brandt',
    ]);
  });

  it('is the same after it was kept as JSON', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(summary)), summary);
  });

  it('is made in steps, so that others can go first', () => {
    assert.ok(steps > 4);
  });

  it('is empty for a text that is no interview', () => {
    const { summary } = summaryOf('Milk\nDaniel Brandt\nTwo loaves\n');
    assert.equal(summary.isInterview, false);
    assert.deepEqual(summary.entities, []);
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
    const quote = 'The ferry left late.';
    const start = INTERVIEW.indexOf(quote);
    const annotation: Annotation = {
      id: 'a',
      selector: { start, end: start + quote.length, quote, prefix: '', suffix: '' },
      tags: [],
      topics: ['blame'],
      notTopics: ['night'],
    };
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
        [2, ['night']],
        [4, ['blame by hand']],
        [6, ['blame']],
        [8, ['night', 'blame']],
      ],
    );
  });
});
