import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotations/model';
import type { Knowledge } from '../../../src/core/analysis';
import { summarising } from '../../../src/core/corpus/summing';
import { NO_INTERVIEW } from '../../../src/core/corpus/model';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { ROLES, type Role } from '../../../src/core/interview/model';
import { lastField, parseQuery, type Field } from '../../../src/core/search/query';
import { mayFit, TopicNames, valuesOf } from '../../../src/core/search/search';
import { searching } from '../../../src/core/search/searching';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const INTERVIEW = `The Pilots of the Sound

Harbour Post: What did you see that night?

Lena Moberg: The ferry left late. I think that Daniel Brandt will probably be blamed for it.

Harbour Post: Was Brandt on board?

Moberg: He was in Norway. Daniel Brandt told me so himself, in the harbour.
`;

const { taxonomy } = parseTaxonomy(`
- { label: Sea, terms: [], children: [{ label: Ships, terms: [ferry] }] }
- { label: Guilt, terms: [blamed, board] }
`);
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

/** What a person said of some words. */
function tagged(quote: string, tags: readonly string[]): Annotation {
  const start = INTERVIEW.indexOf(quote);
  const selector = { start, end: start + quote.length, quote, prefix: '', suffix: '' };
  return { id: quote, selector, tags, topics: [] };
}

const annotations = [
  tagged('What did you see', ['Night watch', 'Opening']),
  tagged('He was in Norway.', ['Alibi']),
];
const document = {
  uri: 'file:///pilots.txt',
  summary: driven(summarising(INTERVIEW, knowledge, annotations)),
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
    ['speaker:nobody speaker:post board', [7]],
    ['speaker:lena', [5, 9]],
    ['role:answers', [5, 9]],
    ['role:interviewee harbour', [9]],
    ['role:narrator role:asks', [3, 7]],
    ['topic:ships topic:nothing', [5]],
    ['role:narrator', []],
    ['"the ferry"', [5]],
    ['pilots', [1]],
    ['topic:guilt', [5, 7]],
    ['entity:daniel', [5, 7, 9]],
    ['kind:pred', [5]],
    ['kind:diction', []],
    ['tag:opening', [3]],
    ['title:pilots night', [3]],
    ['title:txt night', []],
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

  const focuses: [query: string, focus: string, speaker: string | undefined][] = [
    ['speaker:moberg harbour', 'harbour', 'Lena Moberg'],
    ['harbour brandt', 'harbour', 'Lena Moberg'],
    ['entity:norway harbour', 'harbour', 'Lena Moberg'],
    ['speaker:moberg entity:norway', 'Norway', 'Lena Moberg'],
    ['tag:alibi', 'He was in Norway.', 'Lena Moberg'],
    ['role:asks speaker:post board', 'board', 'Harbour Post'],
    ['role:asks', 'What did you see that night?', 'Harbour Post'],
    ['the', 'The', undefined],
  ];
  for (const [query, words, speaker] of focuses) {
    it(`goes to “${words}” for ${query}`, () => {
      const [found] = driven(searching(INTERVIEW, document, {}, parseQuery(query), topics));
      assert.ok(found);
      assert.equal(INTERVIEW.slice(found.focus.start, found.focus.end), words);
      assert.equal(found.speaker, speaker);
      assert.equal(found.words, INTERVIEW.slice(found.span.start, found.span.end));
    });
  }

  it('goes to the beginning of a passage whose letters get longer in lower case', () => {
    const text = INTERVIEW.replace('He was in Norway', 'İzmir is far off');
    const [found] = driven(searching(text, document, {}, parseQuery('harbour'), topics));
    assert.equal(found?.focus.start, found?.span.start);
  });

  const roles: [value: string, fits: Role[]][] = [
    ['asks', ['interviewer']],
    ['answers', ['interviewee', 'panellist']],
    ['interview', ['interviewer', 'interviewee']],
    ['narrator', ['narrator']],
    ['tor', []],
  ];
  for (const [value, fits] of roles) {
    it(`looks for role:${value} where ${fits.join(' or ') || 'nobody'} speaks`, () => {
      const [speaker] = document.summary.speakers;
      assert.ok(speaker);
      const query = parseQuery(`role:${value}`);
      const found = ROLES.filter((role) => {
        const summary = { ...document.summary, speakers: [{ ...speaker, role }] };
        return mayFit({ ...document, summary }, query, topics);
      });
      assert.deepEqual(found, fits);
    });
  }

  it('looks at the name of a document without a title', () => {
    const untitled = { ...document, summary: NO_INTERVIEW };
    assert.ok(mayFit(untitled, parseQuery('title:pilots'), topics));
    assert.ok(!mayFit(untitled, parseQuery('title:whales'), topics));
  });

  it('finds a topic that the taxonomy no longer has by its id', () => {
    assert.ok(topics.fits('Whales', 'whale'));
    assert.ok(!topics.fits('Whales', 'ship'));
  });

  const values: [field: Field, values: string[]][] = [
    ['speaker', ['Lena Moberg', 'Harbour Post']],
    ['role', [...ROLES]],
    ['topic', ['Sea', 'Ships', 'Guilt']],
    ['entity', ['Daniel Brandt', 'Norway']],
    ['tag', ['Night watch', 'Opening', 'Alibi']],
    ['title', ['The Pilots of the Sound']],
  ];
  for (const [field, offered] of values) {
    it(`offers values for ${field}, those of most documents first`, () => {
      const [post, moberg] = document.summary.speakers;
      assert.ok(post && moberg);
      const untitled = { ...NO_INTERVIEW, isInterview: true, speakers: [moberg] };
      const documents = [document, { uri: 'file:///keepers.txt', summary: untitled }];
      assert.ok(taxonomy);
      assert.deepEqual(valuesOf(field, documents, taxonomy), offered);
    });
  }

  it('offers the kinds of claims that there are', () => {
    assert.ok(taxonomy);
    assert.deepEqual(valuesOf('kind', [document], taxonomy).sort(), ['fact', 'prediction']);
  });

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
    assert.deepEqual(parseQuery(' "" " price  cap "  title: ').words, ['price cap']);
    assert.deepEqual(parseQuery('oil title:').words, ['oil']);
    assert.deepEqual([...parseQuery('tag:" red  flag "').fields], [['tag', ['red flag']]]);
  });

  const written: [text: string, field: string][] = [
    ['oil speaker:le', 'speaker le, at 12'],
    ['topic:"oil pr', 'topic oil pr, at 6'],
    ['kind:', 'kind , at 5'],
    ['speaker:lena kind:pr', 'kind pr, at 18'],
    ['speaker:"lena m" kind:"pr', 'kind pr, at 22'],
    ['topic:"at kind:x', 'topic at kind:x, at 6'],
    ['speaker:lena oil', 'none'],
    ['speaker:"lena" oil', 'none'],
    ['spoken:le', 'none'],
    ['', 'none'],
  ];
  for (const [text, field] of written) {
    it(`knows which field is being written in “${text}”: ${field}`, () => {
      const last = lastField(text);
      const told = last && `${last.field} ${last.value}, at ${last.start}`;
      assert.equal(told ?? 'none', field);
    });
  }
});
