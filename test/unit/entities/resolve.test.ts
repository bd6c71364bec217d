import assert from 'node:assert/strict';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import { findNames } from '../../../src/core/entities/findNames';
import type { Candidate, Entity, EntityIndex, EntityType } from '../../../src/core/entities/model';
import type { Speaker } from '../../../src/core/interview/model';
import { message } from '../../../src/core/message';
import { resolved } from '../support/resolved';

/** A name in a text: how it is written, what is thought of it, and how surely. */
type Name = readonly [surface: string, more?: Partial<Candidate>];

/** The entities of a text in which names stand in this order, each found behind the one before. */
function entitiesIn(
  text: string,
  names: readonly Name[],
  { cards = '', speakers = [] as readonly Speaker[] } = {},
): EntityIndex {
  let at = 0;
  const candidates = names.map(([surface, more]): Candidate => {
    const start = text.indexOf(surface, at);
    assert.ok(start >= 0, surface);
    at = start + surface.length;
    return { start, end: at, type: 'person', certainty: 1, why: message('It is.'), ...more };
  });
  const finder = new CardFinder(parseCards(cards).cards ?? []);
  const found = findNames(text, () => candidates, finder);
  return resolved([{ span: { start: 0, end: text.length }, names: found }], speakers);
}

/** `name (aliases) type: how often`. */
function told({ entities }: EntityIndex): string[] {
  return entities.map(({ name, aliases, type, mentions }) => {
    const also = aliases.length > 0 ? ` (${aliases.join(', ')})` : '';
    return `${name}${also} ${type}: ${mentions.length}`;
  });
}

const types = (shares: Partial<Record<EntityType, number>>): Partial<Candidate> => ({
  types: new Map(Object.entries(shares) as [EntityType, number][]),
});
const speaker = (name: string, more: Partial<Speaker> = {}): Speaker => {
  return { id: name, name, label: name, labels: [name], role: 'other', ...more };
};

describe('The entities of a document', () => {
  it('stand by how often they are named, then by name', () => {
    const text = 'Lind, Abel, Holt, Holt, Berg, Berg';
    const names: Name[] = text.split(', ').map((name) => [name]);
    assert.deepEqual(told(entitiesIn(text, names)), [
      ...['Berg person: 2', 'Holt person: 2', 'Abel person: 1', 'Lind person: 1'],
    ]);
  });

  it('have their fullest name, and the others by how often they are there', () => {
    const text = 'Holt, Ann, Ann, Ann Holt';
    assert.deepEqual(
      told(
        entitiesIn(
          text,
          text.split(', ').map((name) => [name] as const),
        ),
      ),
      ['Ann Holt (Ann, Holt) person: 4'],
    );
  });

  it('have a name in small letters where it is there', () => {
    const text = 'ANN HOLT, Ann Holt, NATO, Nato';
    assert.deepEqual(
      told(
        entitiesIn(
          text,
          text.split(', ').map((name) => [name] as const),
        ),
      ),
      ['Ann Holt (ANN HOLT) person: 2', 'NATO (Nato) person: 2'],
    );
  });

  it('have a name without its article', () => {
    const names: Name[] = [['the Harbour Board', { type: 'organisation' }]];
    assert.deepEqual(told(entitiesIn('It is the Harbour Board.', names)), [
      'Harbour Board (the Harbour Board) organisation: 1',
    ]);
  });

  it('are named at places in order', () => {
    const { mentions } = entitiesIn('Holt met Lind and Holt.', [['Holt'], ['Lind'], ['Holt']]);
    assert.deepEqual(
      mentions.map(({ span, entityId }) => `${span.start} ${entityId}`),
      ['0 person:holt', '9 person:lind', '18 person:holt'],
    );
  });

  const surely: [what: string, text: string, names: Name[], told: string[]][] = [
    ['are what is surely a name', 'Holt left.', [['Holt', { certainty: 0.6 }]], ['Holt person: 1']],
    ['are not what may be one, once', 'Holt left.', [['Holt', { certainty: 0.5 }]], []],
    [
      'are what may be one, twice',
      'Holt, Holt',
      [
        ['Holt', { certainty: 0.3 }],
        ['Holt', { certainty: 0.3 }],
      ],
      ['Holt person: 2'],
    ],
    [
      'are what may be one, of two words',
      'Ann Holt',
      [['Ann Holt', { certainty: 0.3 }]],
      ['Ann Holt person: 1'],
    ],
    [
      'are not what is hardly one',
      'Ann Holt, Ann Holt',
      [
        ['Ann Holt', { certainty: 0.25 }],
        ['Ann Holt', { certainty: 0.25 }],
      ],
      [],
    ],
    [
      'are what is one elsewhere',
      'Holt, Holt',
      [['Holt', { certainty: 0.1 }], ['Holt']],
      ['Holt person: 2'],
    ],
    // Which kind.
    [
      'are of the kind that most speaks for',
      'Lund, Lund',
      [
        ['Lund', types({ person: 0.4, place: 0.6 })],
        ['Lund', types({ person: 0.7, place: 0.2 })],
      ],
      ['Lund person: 2'],
    ],
    [
      'are of the kind of the full name',
      'Ann Lund, Lund, Lund',
      [
        ['Ann Lund', types({ person: 0.6 })],
        ['Lund', types({ person: 0.3, place: 0.6 })],
        ['Lund', types({ person: 0.3, place: 0.6 })],
      ],
      ['Ann Lund (Lund) person: 3'],
    ],
    [
      'are of no kind where none is told, once',
      'Lund',
      [['Lund', { type: 'other', ...types({ place: 0.5 }) }]],
      ['Lund other: 1'],
    ],
    [
      'are of a kind where most speaks for it, though none is told',
      'Lund, Lund',
      [
        ['Lund', { type: 'other', ...types({ place: 0.5 }) }],
        ['Lund', { type: 'other', ...types({ place: 0.5 }) }],
      ],
      ['Lund place: 2'],
    ],
    [
      'are of no kind where none is told and none has most',
      'Lund, Lund',
      [
        ['Lund', { type: 'other', ...types({ place: 0.4, person: 0.3, work: 0.3 }) }],
        ['Lund', { type: 'other', ...types({ place: 0.4, person: 0.3, work: 0.3 }) }],
      ],
      ['Lund other: 2'],
    ],
    [
      'are places, where a person hardly has the name',
      'Ann Paris, Paris',
      [['Ann Paris'], ['Paris', types({ place: 0.9, person: 0.1 })]],
      ['Ann Paris person: 1', 'Paris place: 1'],
    ],
    [
      'are persons, where a place hardly has the name',
      'Ann Paris, Paris',
      [['Ann Paris'], ['Paris', types({ place: 0.6, person: 0.3 })]],
      ['Ann Paris (Paris) person: 2'],
    ],
  ];
  for (const [what, text, names, expected] of surely) {
    it(what, () => {
      assert.deepEqual(told(entitiesIn(text, names)), expected);
    });
  }

  it('say why by what was surest', () => {
    const named = (word: string, certainty: number): Name => [
      'Holt',
      { certainty, why: message(word) },
    ];
    const why = (names: Name[]) => entitiesIn('Holt, Holt', names).entities[0]?.why.text;
    assert.equal(why([named('first', 0.6), named('second', 0.9)]), 'second');
    assert.equal(why([named('first', 0.9), named('second', 0.6)]), 'first');
    assert.equal(why([named('first', 0.9), named('second', 0.9)]), 'first');
  });

  it('have what is said of them first', () => {
    const text = 'Holt. Holt, a pilot. Holt, a judge.';
    const [entity] = entitiesIn(text, [
      ['Holt'],
      ['Holt', { description: { start: 12, end: 19 } }],
      ['Holt', { description: { start: 27, end: 34 } }],
    ]).entities;
    assert.equal(entity?.description, 'a pilot');
  });

  it('have ids of their own, where two have one name', () => {
    const text = 'Mr. Holt met Mrs. Holt and Mr. Jon Holt and Mrs. Ann Holt.';
    const { entities, byId } = entitiesIn(text, [['Holt'], ['Holt'], ['Jon Holt'], ['Ann Holt']]);
    assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length);
    for (const entity of entities) assert.equal(byId.get(entity.id), entity);
  });
});

describe('Who speaks', () => {
  const speakers = [
    speaker('Ann Holt', { labels: ['HOLT'], description: 'pilot' }),
    speaker('The Chairman'),
    speaker('The Harbour Letter'),
    speaker('Bo'),
  ];

  it('is an entity where the text names them', () => {
    const found = entitiesIn('Holt left. Bo left.', [['Holt'], ['Bo', { certainty: 0.5 }]], {
      speakers,
    });
    assert.deepEqual(told(found), ['Ann Holt (Holt, HOLT) person: 1']);
    const [holt] = found.entities;
    assert.equal(holt?.description, 'pilot');
    assert.equal(holt.why.text, 'They speak in this document.');
    assert.deepEqual([...found.bySpeaker], [['Ann Holt', holt]]);
  });

  it('is nobody by what they do, and no person by the name of a magazine', () => {
    const names: Name[] = [
      ['Chairman', { certainty: 0.5 }],
      ['Harbour Letter', { certainty: 0.3, type: 'other' }],
    ];
    const found = entitiesIn('The Chairman read the Harbour Letter.', names, { speakers });
    assert.deepEqual(told(found), ['The Harbour Letter (Harbour Letter) organisation: 1']);
  });

  it('is a person, whatever they are taken for in the text', () => {
    const names: Name[] = [['Ann Holt', { certainty: 0.3, type: 'other' }]];
    const found = entitiesIn('Then Ann Holt left.', names, { speakers });
    assert.deepEqual(told(found), ['Ann Holt (HOLT) person: 1']);
  });

  it('is somebody by one word, where it is told who', () => {
    const pilot = [speaker('Bo', { description: 'pilot' })];
    const found = entitiesIn('Bo left.', [['Bo', { certainty: 0.1 }]], { speakers: pilot });
    assert.deepEqual(told(found), ['Bo person: 1']);
  });
});

describe('What is on a card', () => {
  const cards =
    '- name: Ann Holt\n  aliases: [AH, Annie]\n  type: work\n  not: [Holt Ltd]\n- name: Lund Board\n';

  it('is what the entity is called and is, with all of its names', () => {
    const text = 'AH left. Holt left. Ann left.';
    const found = entitiesIn(text, [['Holt'], ['Ann']], { cards });
    assert.deepEqual(told(found), [
      'Ann person: 1',
      'Ann Holt (AH, Annie) work: 1',
      'Holt person: 1',
    ]);
    const entity = found.entities.find(({ card }) => card) as Entity;
    assert.equal(entity.why.text, 'Your card says so.');
  });

  it('tells no kind, unless the text does', () => {
    const found = entitiesIn('The Lund Board met.', [['Lund Board', { type: 'organisation' }]], {
      cards,
    });
    assert.deepEqual(told(found), ['Lund Board organisation: 1']);
    assert.deepEqual(told(entitiesIn('The Lund Board met.', [], { cards })), [
      'Lund Board other: 1',
    ]);
  });
});
