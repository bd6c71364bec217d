import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acronymsIn } from '../../../src/core/entities/acronyms';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import { findNames } from '../../../src/core/entities/findNames';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import type { Entity, EntityIndex } from '../../../src/core/entities/model';
import { resolveEntities } from '../../../src/core/entities/resolve';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { withCard } from '../../../src/core/entities/writeCard';

const recogniser = rulesRecogniser(loadGazetteer(gazetteer));

/** The entities of a text of several paragraphs, with the user's cards. */
function entitiesIn(text: string, cardsYaml = ''): EntityIndex {
  const cards = new CardFinder(parseCards(cardsYaml).cards ?? []);
  const passages: Parameters<typeof resolveEntities>[0][number][] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    const span = { start, end: start + paragraph.length };
    passages.push({ span, text: paragraph, ...findNames(paragraph, recogniser, cards) });
    start = span.end + 1;
  }
  return resolveEntities(passages, []);
}

function named(index: EntityIndex, name: string): Entity {
  const entity = index.entities.find((one) => one.name === name);
  assert.ok(entity, `${name} is not among: ${index.entities.map((one) => one.name).join(', ')}`);
  return entity;
}

describe('A name in a sentence', () => {
  const cases: [sentence: string, name: string, type: string, description?: string][] = [
    ['Then Kremlin spokesman Dmitry Peskov spoke.', 'Dmitry Peskov', 'person', 'Kremlin spokesman'],
    [
      'We met Chinese Foreign Minister Qin Gang there.',
      'Qin Gang',
      'person',
      'Chinese Foreign Minister',
    ],
    [
      'Anna Berg is a fellow with the Port Project.',
      'Anna Berg',
      'person',
      'fellow with the Port Project',
    ],
    [
      'We asked Anna Berg, director of the harbour, about it.',
      'Anna Berg',
      'person',
      'director of the harbour',
    ],
    [
      'He worked for the Ministry of Foreign Affairs in Oslo.',
      'Ministry of Foreign Affairs',
      'organisation',
    ],
    ['She joined the Project 2049 Institute last year.', 'Project 2049 Institute', 'organisation'],
    ['He flew to Kenya in May.', 'Kenya', 'place'],
    ['They crossed the Gulf of Finland at night.', 'Gulf of Finland', 'place'],
    ['They signed the Montreux Convention in 1936.', 'Montreux Convention', 'law'],
    ['We spoke of the Vietnam War at length.', 'Vietnam War', 'event'],
    ['The Norwegian fleet waited.', 'Norwegian', 'group'],
    ['Relations between the U.S.-China pair are cold.', 'China', 'place'],
  ];
  for (const [sentence, name, type, description] of cases) {
    it(`${name} is a ${type}${description ? `: ${description}` : ''}`, () => {
      const entity = named(entitiesIn(sentence), name);
      assert.equal(entity.type, type);
      assert.equal(entity.description, description);
    });
  }

  it('is none at the beginning of a sentence by its capital alone', () => {
    assert.deepEqual(
      entitiesIn('Senior officers left. Providing aid is hard. In May it rained.').entities,
      [],
    );
  });

  it('has its reason', () => {
    assert.match(named(entitiesIn('He flew to Kenya.'), 'Kenya').why.text, /list of names/);
  });
});

describe('Names over a document', () => {
  it('are one: full name, surname, possessive', () => {
    const entity = named(
      entitiesIn('We met Maria Kovac. Kovac smiled.\nThat was Kovac’s idea.'),
      'Maria Kovac',
    );
    assert.equal(entity.mentions.length, 3);
    assert.deepEqual(entity.aliases, ['Kovac']);
  });

  it('are two, if two have the surname: each goes with the nearest before', () => {
    const index = entitiesIn(
      'We met John Smith. Smith left.\nThen came Anna Smith, and Smith sat down.',
    );
    assert.equal(named(index, 'John Smith').mentions.length, 2);
    assert.equal(named(index, 'Anna Smith').mentions.length, 2);
  });

  it('are one with the abbreviation that the text defines', () => {
    const entity = named(
      entitiesIn('the Institute for River Studies (IRS) wrote.\nLater the IRS fell silent.'),
      'Institute for River Studies',
    );
    assert.deepEqual(entity.aliases, ['IRS']);
    assert.equal(entity.mentions.length, 3);
  });

  it('are one for the names of a state', () => {
    const entity = named(
      entitiesIn('The United States said no. The U.S. and the USA agree.'),
      'United States',
    );
    assert.equal(entity.mentions.length, 3);
  });

  it('keep a capital apart from its country', () => {
    const index = entitiesIn('He spoke for Moscow, which is in Russia.');
    assert.notEqual(named(index, 'Moscow').id, named(index, 'Russia').id);
  });

  it('stand where they are said to', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Anna Berg',
            'Berg',
            'in',
            'Oslo.',
            'The',
            'NATO',
            '(',
            ')',
            '’s',
            'and',
            '\n',
            'U.S.',
          ),
          { maxLength: 25 },
        ),
        (words) => {
          const text = words.join(' ');
          let last = 0;
          for (const { span } of entitiesIn(text).mentions) {
            assert.ok(last <= span.start && span.start < span.end && span.end <= text.length);
            assert.equal(text.slice(span.start, span.end).trim().length, span.end - span.start);
            last = span.end;
          }
        },
      ),
    );
  });

  it('never make it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void entitiesIn(text)));
  });
});

describe('A card of the user’s', () => {
  const card =
    '- name: Jo Park\n  aliases: [Jo, 朴乔]\n  type: person\n  description: Our source.\n  not: [Jo Ltd]\n';

  it('wins over what was detected', () => {
    const entity = named(entitiesIn('They met Jo in Oslo. Jo Park left.', card), 'Jo Park');
    assert.equal(entity.description, 'Our source.');
    assert.equal(entity.mentions.length, 2);
    assert.equal(entity.card?.name, 'Jo Park');
  });

  it('is found in scripts without spaces', () => {
    assert.equal(named(entitiesIn('我们见到了朴乔。', card), 'Jo Park').mentions.length, 1);
  });

  it('is added to the file with its comments kept, and only to a file that can be read', () => {
    const added = withCard('# ours\nentities:\n  - name: A # first\n', {
      name: 'B',
      type: 'place',
      aliases: [],
    });
    assert.equal(added, '# ours\nentities:\n  - name: A # first\n  - name: B\n    type: place\n');
    assert.equal(withCard('entities: [', { name: 'B', type: 'place', aliases: [] }), undefined);
    assert.match(withCard(undefined, { name: 'B', type: 'place', aliases: [] }) ?? '', /name: B/);
  });

  it('with a dangerous link has a problem and no link', () => {
    const { cards, problems } = parseCards(
      '- name: A\n  links: ["javascript:alert(1)", "https://a.example"]\n',
    );
    assert.deepEqual(cards?.[0]?.links, ['https://a.example']);
    assert.equal(problems.length, 1);
  });
});

describe('Abbreviations that a text defines', () => {
  const cases: [text: string, short: string, long: string][] = [
    [
      'the Center for Strategic and International Studies (CSIS) said',
      'CSIS',
      'Center for Strategic and International Studies',
    ],
    [
      'at IMSS (Institute for Maritime Security Studies) since',
      'IMSS',
      'Institute for Maritime Security Studies',
    ],
  ];
  for (const [text, short, long] of cases) {
    it(`${short} is ${long}`, () => {
      assert.deepEqual(acronymsIn(text), [{ short, long }]);
    });
  }

  it('are not every word in brackets', () => {
    assert.deepEqual(acronymsIn('He left (Oslo) and came (with Anna).'), []);
  });
});
