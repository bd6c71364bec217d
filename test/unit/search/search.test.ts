import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotations/model';
import type { Knowledge } from '../../../src/core/analysis';
import { summarising } from '../../../src/core/corpus/summarise';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { lastField, parseQuery } from '../../../src/core/search/query';
import { mayFit, searching, TopicNames } from '../../../src/core/search/search';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const INTERVIEW = `The Pilots of the Sound

Harbour Post: What did you see that night?

Lena Moberg: The ferry left late. I think that Daniel Brandt will probably be blamed for it.

Harbour Post: Was Brandt on board?

Moberg: He was in Norway. Daniel Brandt told me so himself, in the harbour.
`;

const { taxonomy } = parseTaxonomy(
  '- {label: Sea, terms: [], children: [{label: Ships, terms: [ferry]}]}',
);
assert(taxonomy);
const knowledge: Knowledge = {
  corrections: {},
  cards: new CardFinder([]),
  matcher: TopicMatcher.compile(taxonomy),
  recogniser: rulesRecogniser(loadGazetteer(gazetteer)),
};
const topics = new TopicNames(taxonomy);

function driven<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const quote = 'He was in Norway.';
const start = INTERVIEW.indexOf(quote);
const annotation: Annotation = {
  id: 'a',
  selector: { start, end: start + quote.length, quote, prefix: '', suffix: '' },
  tags: ['Alibi'],
  topics: [],
};
const document = {
  uri: 'file:///pilots.txt',
  summary: driven(summarising(INTERVIEW, knowledge, [annotation])),
};

describe('A search over interviews', () => {
  const cases: [query: string, lines: number[]][] = [
    ['speaker:moberg', [5, 9]],
    ['role:asks', [3, 7]],
    ['brandt', [5, 7, 9]],
    ['speaker:moberg brandt harbour', [9]],
    ['"daniel brandt told"', [9]],
    ['rand', []],
    ['topic:ships', [5]],
    ['topic:sea', [5]],
    ['entity:norway', [9]],
    ['kind:prediction', [5]],
    ['tag:alibi', [9]],
    ['speaker:moberg speaker:post board', [7]],
    ['title:pilots night', [3]],
    ['title:whales night', []],
    ['speaker:nobody', []],
    ['kind:commitment', []],
  ];
  for (const [query, lines] of cases) {
    it(`finds ${query}`, () => {
      const parsed = parseQuery(query);
      const found = driven(searching(INTERVIEW, document, {}, parsed, topics));
      const fits = mayFit(document, parsed, topics) ? found : [];
      assert.deepEqual(
        fits.map(({ line }) => line + 1),
        lines,
      );
    });
  }

  it('is done in small steps, also of the text’s structure', () => {
    const more = '\nHarbour Post: What was it like?\n\nMoberg: It was dark. Nobody came.\n';
    const long = INTERVIEW + more.repeat(1500);
    const counted = (query: string) => {
      const steps = searching(long, document, {}, parseQuery(query), topics);
      let count = 1;
      let step = steps.next();
      for (; !step.done; step = steps.next()) count++;
      return { count, found: step.value.length };
    };
    const { count, found } = counted('"nobody came"');
    assert.equal(found, 1500);
    assert.ok(count > 3100, `${count} steps`);
  });

  it('is read from what is typed', () => {
    const { fields, words } = parseQuery('Speaker:"Lena  Moberg" oil at 10:30 topic: "price cap');
    assert.deepEqual([...fields], [['speaker', ['lena moberg']]]);
    assert.deepEqual(words, ['oil', 'at', '10:30', 'price cap']);
  });

  it('knows which field is being written', () => {
    assert.deepEqual(lastField('oil speaker:le'), { field: 'speaker', value: 'le', start: 12 });
    assert.deepEqual(lastField('topic:"oil pr'), { field: 'topic', value: 'oil pr', start: 6 });
    assert.equal(lastField('speaker:lena oil'), undefined);
    assert.equal(lastField('spoken:le'), undefined);
  });
});
