import assert from 'node:assert/strict';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import type { Candidate, EntityType } from '../../../src/core/entities/model';
import { isEnglish, taggedRecogniser } from '../../../src/core/entities/recogniser';
import { TAGGED_TYPES, type TaggedType } from '../../../src/core/entities/tagger/labels';
import type { Tagged } from '../../../src/core/entities/tagger/tagger';
import { message } from '../../../src/core/message';

type ByTagger = readonly [surface: string, type: TaggedType, certainty: number, isBest?: false];
type ByRules = readonly [surface: string, type: EntityType, certainty: number];

const lists = loadGazetteer(gazetteer);
const WHY = message('A rule says so.');

function together(
  text: string,
  tagged: readonly ByTagger[],
  rules: readonly ByRules[] = [],
): readonly Candidate[] {
  const spanOf = (surface: string) => {
    const start = text.indexOf(surface);
    assert.ok(start >= 0, surface);
    return { start, end: start + surface.length };
  };
  const byTagger = tagged.map(([surface, type, certainty, isBest = true]): Tagged => {
    const types = TAGGED_TYPES.map((each) => (each === type ? certainty : 0));
    return { ...spanOf(surface), type, certainty, types, isBest };
  });
  const byRules = rules.map(([surface, type, certainty]): Candidate => {
    return { ...spanOf(surface), type, certainty, why: WHY };
  });
  return taggedRecogniser(
    () => byTagger,
    () => byRules,
    lists,
  )(text);
}

/** What is found, as `surface type`, with `?` where the document has to tell whether it is a name. */
function found(text: string, tagged: readonly ByTagger[], rules?: readonly ByRules[]): string[] {
  return together(text, tagged, rules).map(({ start, end, type, certainty }) => {
    return `${text.slice(start, end)} ${type}${certainty < 0.3 ? '?' : ''}`;
  });
}

describe('The tagger and the rules together', () => {
  const CHAIR = 'She holds the Lind Chair in River Studies there.';
  const PAIR = 'It is about the U.S.-China pair.';
  const AND = 'It is about the Lund and Malm pair.';
  const SPOKESMAN = 'Then Kremlin spokesman Peskov spoke.';
  type Case = [what: string, text: string, ByTagger[], ByRules[], found: string[]];
  const cases: Case[] = [
    [
      'find what either finds, in order',
      'We met Holt in Lund.',
      [['Lund', 'PLACE', 0.9]],
      [['Holt', 'person', 0.9]],
      ['Holt person', 'Lund place'],
    ],
    [
      'leave open what the tagger doubts',
      'We met Holt.',
      [['Holt', 'PERSON', 0.5]],
      [],
      ['Holt other?'],
    ],
    [
      'leave open what only the rules take for one',
      'We met Holt.',
      [],
      [['Holt', 'person', 0.6]],
      ['Holt person?'],
    ],
    [
      'keep what the rules take for one and the tagger may, too',
      'We met Holt.',
      [['Holt', 'PERSON', 0.3, false]],
      [['Holt', 'person', 0.6]],
      ['Holt person'],
    ],
    [
      'leave open what the tagger hardly takes for one',
      'We met Holt.',
      [['Holt', 'PERSON', 0.2, false]],
      [['Holt', 'person', 0.6]],
      ['Holt person?'],
    ],
    [
      'leave open what both doubt',
      'We met Holt.',
      [['Holt', 'PERSON', 0.5, false]],
      [['Holt', 'person', 0.5]],
      ['Holt person?'],
    ],
    [
      'keep events and laws, of which the tagger knows nothing',
      'It was the Salt War then.',
      [],
      [['Salt War', 'event', 0.6]],
      ['Salt War event'],
    ],
    // Where both find something and it isn't the same.
    [
      'keep the longer name of sure rules',
      CHAIR,
      [['River Studies', 'ORG', 0.8]],
      [['Lind Chair in River Studies', 'organisation', 0.9]],
      ['Lind Chair in River Studies organisation'],
    ],
    [
      'keep the shorter name of a surer tagger',
      CHAIR,
      [['River Studies', 'ORG', 0.9]],
      [['Lind Chair in River Studies', 'organisation', 0.9]],
      ['River Studies organisation'],
    ],
    [
      'keep the shorter name where rules aren’t sure',
      CHAIR,
      [['River Studies', 'ORG', 0.8]],
      [['Lind Chair in River Studies', 'organisation', 0.6]],
      ['River Studies organisation'],
    ],
    [
      'keep the longer name of the tagger',
      CHAIR,
      [['Lind Chair in River Studies', 'ORG', 0.8]],
      [['River Studies', 'organisation', 0.9]],
      ['Lind Chair in River Studies organisation'],
    ],
    [
      'keep two names with a hyphen between',
      PAIR,
      [['U.S.-China', 'ORG', 0.8]],
      [
        ['U.S.', 'place', 0.9],
        ['China', 'place', 0.9],
      ],
      ['U.S. place', 'China place'],
    ],
    [
      'keep one with other words between',
      AND,
      [['Lund and Malm', 'ORG', 0.8]],
      [
        ['Lund', 'place', 0.9],
        ['Malm', 'place', 0.9],
      ],
      ['Lund and Malm organisation'],
    ],
    [
      'keep two with a common noun between, of a person',
      SPOKESMAN,
      [['Kremlin spokesman Peskov', 'PERSON', 0.8]],
      [
        ['Kremlin', 'organisation', 0.9],
        ['Peskov', 'person', 0.9],
      ],
      ['Kremlin organisation', 'Peskov person'],
    ],
    [
      'keep one with a common noun between, of an organisation',
      SPOKESMAN,
      [['Kremlin spokesman Peskov', 'ORG', 0.8]],
      [
        ['Kremlin', 'organisation', 0.9],
        ['Peskov', 'person', 0.9],
      ],
      ['Kremlin spokesman Peskov organisation'],
    ],
    // Which kind it is.
    [
      'take a people for no place',
      'It is South Korean there.',
      [['South Korean', 'PLACE', 0.9]],
      [['South Korean', 'group', 0.9]],
      ['South Korean group'],
    ],
    [
      'take nobody for a people',
      'It is South Korean there.',
      [['South Korean', 'PERSON', 0.9]],
      [['South Korean', 'group', 0.9]],
      ['South Korean person'],
    ],
    [
      'take what rules are sure of, where the tagger isn’t',
      'We met Holt.',
      [['Holt', 'ORG', 0.7]],
      [['Holt', 'place', 0.9]],
      ['Holt place'],
    ],
    [
      'take what the tagger is sure of',
      'We met Holt.',
      [['Holt', 'ORG', 0.8]],
      [['Holt', 'place', 0.9]],
      ['Holt organisation'],
    ],
    [
      'take what the tagger says where rules aren’t sure',
      'We met Holt.',
      [['Holt', 'ORG', 0.7]],
      [['Holt', 'place', 0.6]],
      ['Holt organisation'],
    ],
    [
      'take what the tagger says where rules know nothing',
      'We met Holt.',
      [['Holt', 'ORG', 0.7]],
      [['Holt', 'other', 0.9]],
      ['Holt organisation'],
    ],
    [
      'take what rules say of what is neither a person nor a place',
      'We read the Salt Law.',
      [['Salt Law', 'MISC', 0.9]],
      [['Salt Law', 'law', 0.6]],
      ['Salt Law law'],
    ],
    [
      'take no person for one where rules aren’t sure',
      'We met Holt.',
      [['Holt', 'MISC', 0.9]],
      [['Holt', 'person', 0.6]],
      ['Holt other'],
    ],
    [
      'take no rule for another name',
      'We met Ann Holt.',
      [['Ann Holt', 'ORG', 0.7]],
      [['Holt', 'place', 0.9]],
      ['Ann Holt organisation'],
    ],
    // Articles and titles.
    [
      'leave out an article',
      'The Kremlin knows.',
      [],
      [['The Kremlin', 'organisation', 0.9]],
      ['Kremlin organisation'],
    ],
    [
      'keep a title',
      'We met President Ann Holt.',
      [['Ann Holt', 'PERSON', 0.9]],
      [],
      ['President Ann Holt person'],
    ],
    [
      'keep a title of what only rules find',
      'We met President Ann Holt.',
      [],
      [['Ann Holt', 'person', 0.9]],
      ['President Ann Holt person'],
    ],
    [
      'keep several titles',
      'We met Deputy Prime Minister Ann Holt.',
      [['Ann Holt', 'PERSON', 0.9]],
      [],
      ['Deputy Prime Minister Ann Holt person'],
    ],
    [
      'keep what the title is of',
      'We met Secretary of State Ann Holt.',
      [['Ann Holt', 'PERSON', 0.9]],
      [],
      ['Secretary of State Ann Holt person'],
    ],
    [
      'keep no other words',
      'We met Secretary of Fun Ann Holt.',
      [['Ann Holt', 'PERSON', 0.9]],
      [],
      ['Ann Holt person'],
    ],
    [
      'keep no title of a place',
      'We met President Holt.',
      [['Holt', 'PLACE', 0.9]],
      [],
      ['Holt place'],
    ],
    [
      'keep no title of a place that only rules find',
      'We met President Holt.',
      [],
      [['Holt', 'place', 0.9]],
      ['Holt place'],
    ],
    [
      'keep no title in small letters',
      'We met president Holt.',
      [['Holt', 'PERSON', 0.9]],
      [],
      ['Holt person'],
    ],
  ];
  for (const [what, text, tagged, rules, expected] of cases) {
    it(what, () => {
      assert.deepEqual(found(text, tagged, rules), expected);
    });
  }

  const names: [text: string, surface: string, name: string | undefined][] = [
    ['We met President Ann Holt.', 'Ann Holt', 'Ann Holt'],
    ['We met President Ann Holt.', 'President Ann Holt', 'Ann Holt'],
    ['We met the Secretary of State Ann Holt.', 'Secretary of State Ann Holt', 'Ann Holt'],
    ['We met Mr. Holt.', 'Mr. Holt', 'Holt'],
    ['We met Ann Holt.', 'Ann Holt', undefined],
  ];
  for (const [text, surface, name] of names) {
    it(`know the name without its title: ${text.replace(surface, `[${surface}]`)}`, () => {
      const [one] = together(text, [[surface, 'PERSON', 0.9]]);
      assert.equal(one?.name && text.slice(one.name.start, one.name.end), name);
    });
  }

  it('are as sure of a name as the surer of them, if they agree', () => {
    const sure = (tagged: number, rules: ByRules[]) =>
      together('We met Holt.', [['Holt', 'PERSON', tagged]], rules)[0]?.certainty ?? 0;
    assert.ok(sure(0.9, []) < 0.97 && sure(0.9, []) > 0.9);
    assert.ok(sure(0.7, []) < sure(0.9, []));
    assert.equal(sure(0.7, [['Holt', 'person', 1]]), 1);
    assert.equal(sure(0.7, [['Holt', 'place', 0.6]]), sure(0.7, []));
  });

  it('tell why', () => {
    const why = (type: TaggedType, certainty: number, rules: ByRules[] = []) =>
      together('We met Holt.', [['Holt', type, certainty]], rules)[0]?.why.text;
    assert.equal(why('PERSON', 0.9), 'It is used as names of persons are.');
    assert.equal(why('ORG', 0.9), 'It is used as names of organisations are.');
    assert.equal(why('PLACE', 0.9), 'It is used as names of places are.');
    assert.equal(why('MISC', 0.9), 'It is used as names are.');
    assert.equal(why('PERSON', 0.5), 'It is used as names are.');
    assert.equal(why('PERSON', 0.9, [['Holt', 'person', 0.6]]), WHY.text);
    assert.equal(
      why('PERSON', 0.9, [['Holt', 'place', 0.6]]),
      'It is used as names of persons are.',
    );
  });

  it('tell how probable each kind is, which changes with the kind', () => {
    const types = (rules: ByRules[], type: TaggedType = 'ORG') => {
      const [one] = together('We met Holt.', [['Holt', type, 0.7]], rules);
      return [...(one?.types ?? [])].filter(([, share]) => share > 0);
    };
    assert.deepEqual(types([]), [['organisation', 0.7]]);
    assert.deepEqual(types([['Holt', 'place', 0.9]]), [['place', 0.7]]);
    assert.deepEqual(types([], 'MISC'), [['other', 0.7]]);
  });

  it('find nothing in another language', () => {
    const german =
      'Das ist der Hafen von Lund, und die Leute waren alle da, weil das Schiff aus dem Norden kam.';
    assert.deepEqual(found(german, [['Lund', 'PLACE', 0.9]]), []);
  });
});

describe('A passage is English', () => {
  const yes = [
    'Lund harbour',
    'Javier de la Torre, mayor',
    'She shouted “nicht” twice, and left.',
    'They say that the ferry was late and the crew had left.',
    'Ann Holt met Jon Lind, Bo Dahl and Cy Berg in Lund on the old pier one day in May.',
  ];
  for (const passage of yes) it(passage, () => assert.equal(isEnglish(passage), true));

  const no = [
    'Das ist der Hafen, und die Leute waren alle da, weil ein Schiff kam.',
    'Le port est plein, et quand un bateau arrive, tous vont voir.',
    'Warum geschieht dann nichts?',
    'Pourquoi Lyon est grande ?',
    '¿Dónde está Ana Ruiz?',
    '港は昔いつもいっぱいだった',
    'Порт',
    '12 — 13',
  ];
  for (const passage of no) it(`not: ${passage}`, () => assert.equal(isEnglish(passage), false));
});
