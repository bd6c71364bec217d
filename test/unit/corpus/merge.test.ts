import assert from 'node:assert/strict';
import { companionsOf, speakingIn, whoMentions } from '../../../src/core/corpus/about';
import { mergeDocuments, type Corpus } from '../../../src/core/corpus/merge';
import { NO_INTERVIEW, type EntitySummary } from '../../../src/core/corpus/model';
import { surfaceKey } from '../../../src/core/entities/surface';
import type { EntityType } from '../../../src/core/entities/model';

type Line = [
  type: EntityType,
  name: string,
  aliases?: string[],
  passages?: number[],
  more?: Pick<EntitySummary, 'hasCard' | 'description'>,
];

/** Documents by name, each with what it mentions: the first speaker does, but nobody in passage 8 and the other in 9. */
function folder(documents: Record<string, Line[]>): Corpus {
  return mergeDocuments(
    Object.entries(documents).map(([uri, lines]) => ({
      uri,
      summary: {
        ...NO_INTERVIEW,
        isInterview: true,
        speakers: [speaker(uri === 'c' ? 'ana Reyes' : 'Ana Reyes'), speaker('Tom Lund')],
        entities: lines.map(entity),
      },
    })),
  );
}

function speaker(name: string) {
  const span = { start: 0, end: 1 };
  return { name, label: name, role: 'other' as const, turns: 1, span, line: 0 };
}

function entity([type, name, aliases = [], passages = [0], more]: Line): EntitySummary {
  return {
    id: `${type}:${surfaceKey(name)}`,
    name,
    type,
    aliases,
    ...more,
    mentions: passages.map((passage, index) => ({
      start: index,
      end: index + 1,
      line: 0,
      character: index,
      passage,
      ...(passage !== 8 && { speaker: passage === 9 ? 1 : 0 }),
      excerpt: name,
      at: 0,
    })),
  };
}

/** `Name: documents` of each entity of a folder. */
function shown(corpus: Corpus): string[] {
  return corpus.entities
    .map(({ name, appearances }) => {
      return `${name}: ${appearances.map(({ document }) => document.uri).join(' ')}`;
    })
    .sort();
}

/** `Name passages` of what occurs with an entity. */
function companions(name: string, corpus: Corpus): string[] {
  const entity = corpus.entities.find((one) => one.name === name);
  assert.ok(entity);
  return companionsOf(entity, corpus).map(
    ({ entity: { name }, passages }) => `${name} ${passages}`,
  );
}

const CASES: { what: string; given: Record<string, Line[]>; gives: string[] }[] = [
  {
    what: 'the same type and name are one',
    given: { a: [['place', 'Skerry']], b: [['place', 'Skerry']] },
    gives: ['Skerry: a b'],
  },
  {
    what: 'the same name of another type is another',
    given: { a: [['person', 'Paris']], b: [['place', 'Paris']] },
    gives: ['Paris: a', 'Paris: b'],
  },
  {
    what: 'a name whose type is not known joins the only one of that name',
    given: { a: [['other', 'Varnholm']], b: [['place', 'Varnholm']] },
    gives: ['Varnholm: a b'],
  },
  {
    what: 'a name whose type is not known joins neither of two',
    given: {
      a: [['other', 'Paris']],
      b: [['place', 'Paris']],
      c: [['person', 'Paris']],
    },
    gives: ['Paris: a', 'Paris: b', 'Paris: c'],
  },
  {
    what: 'articles, capitals and quotes do not tell apart',
    given: { a: [['organisation', 'the World Bank']], b: [['organisation', 'World Bank']] },
    gives: ['the World Bank: a b'],
  },
  {
    what: 'a lone surname joins the only one who has it',
    given: { a: [['person', 'Brian Hart', ['Hart']]], b: [['person', 'Hart']] },
    gives: ['Brian Hart: a b'],
  },
  {
    what: 'the order of the documents does not matter',
    given: { a: [['person', 'Hart']], b: [['person', 'Brian Hart']] },
    gives: ['Brian Hart: a b'],
  },
  {
    what: 'a lone surname that two share joins neither',
    given: {
      a: [['person', 'Brian Hart', ['Hart']]],
      b: [['person', 'Lena Hart', ['Hart']]],
      c: [['person', 'Hart']],
      d: [['person', 'Hart']],
    },
    gives: ['Brian Hart: a', 'Hart: c d', 'Lena Hart: b'],
  },
  {
    what: 'a first name is nobody in particular',
    given: { a: [['person', 'Anna Berg', ['Anna', 'Berg']]], b: [['person', 'Anna']] },
    gives: ['Anna Berg: a', 'Anna: b'],
  },
  {
    what: 'a full name with an initial is who it is elsewhere',
    given: {
      a: [['person', 'Sergei Lavrov', ['Sergei V. Lavrov']]],
      b: [['person', 'Sergei V. Lavrov']],
    },
    gives: ['Sergei V. Lavrov: a b'],
  },
  {
    what: 'an honorific with a surname joins nobody',
    given: {
      a: [['person', 'Brian Hart', ['Mr. Hart']]],
      b: [['person', 'Lena Hart', ['Mr. Hart']]],
    },
    gives: ['Brian Hart: a', 'Lena Hart: b'],
  },
  {
    what: 'an abbreviation joins the only one it stands for',
    given: {
      a: [['organisation', 'Centre for Ocean Policy', ['COP']]],
      b: [['organisation', 'COP']],
    },
    gives: ['Centre for Ocean Policy: a b'],
  },
  {
    what: 'an abbreviation of two does not join them',
    given: {
      a: [['organisation', 'Centre for Ocean Policy', ['COP']]],
      b: [['organisation', 'College of Pilots', ['COP']]],
      c: [['organisation', 'COP']],
    },
    gives: ['COP: c', 'Centre for Ocean Policy: a', 'College of Pilots: b'],
  },
  {
    what: 'long names that are aliases of one another are one, over any number of steps',
    given: {
      a: [['organisation', 'European Union', ['European Community']]],
      b: [['organisation', 'European Community', ['Common Market']]],
      c: [['organisation', 'Common Market']],
    },
    gives: ['European Community: a b c'],
  },
  {
    what: 'what most documents call it is its name',
    given: {
      a: [['organisation', 'European Community']],
      b: [['organisation', 'Common Market', ['European Community']]],
      c: [['organisation', 'Common Market']],
    },
    gives: ['Common Market: a b c'],
  },
  {
    what: 'of two names that are as usual and as long, the first by the alphabet is its name',
    given: {
      a: [['organisation', 'Water Fund', ['Ocean Fund']]],
      b: [['organisation', 'Ocean Fund']],
    },
    gives: ['Ocean Fund: a b'],
  },
  {
    what: 'a full name is its name, however many documents have only a short one',
    given: {
      a: [['person', 'Hart']],
      b: [['person', 'Hart']],
      c: [['person', 'Brian Hart', ['Hart']]],
    },
    gives: ['Brian Hart: a b c'],
  },
  {
    what: 'a name on a card is its name, however short',
    given: {
      a: [['person', 'Hart', ['Brian Hart'], [0], { hasCard: true }]],
      b: [['person', 'Hart', ['Brian Hart'], [0], { hasCard: true }]],
    },
    gives: ['Hart: a b'],
  },
  {
    what: 'a first name is shared with somebody of another surname',
    given: {
      a: [['person', 'Brian Hart', ['Brian Marsh']]],
      b: [['person', 'Brian Marsh']],
    },
    gives: ['Brian Hart: a', 'Brian Marsh: b'],
  },
  {
    what: 'the last word of an organisation’s name is not what it is called',
    given: { a: [['organisation', 'World Bank']], b: [['organisation', 'Bank']] },
    gives: ['Bank: b', 'World Bank: a'],
  },
  {
    what: 'the first word of an organisation’s name is, if it was called so',
    given: {
      a: [['organisation', 'Varnholm Institute', ['Varnholm']]],
      b: [['organisation', 'Varnholm']],
    },
    gives: ['Varnholm Institute: a b'],
  },
];

describe('Entities over a folder', () => {
  for (const { what, given, gives } of CASES) {
    it(what, () => {
      assert.deepEqual(shown(folder(given)), gives.sort());
    });
  }

  it('finds the entity of a document’s entity', () => {
    const corpus = folder({ a: [['person', 'Brian Hart', ['Hart']]], b: [['person', 'Hart']] });
    assert.equal(corpus.find('b', 'person:hart')?.name, 'Brian Hart');
    assert.equal(corpus.find('b', 'person:brian hart'), undefined);
    assert.equal(corpus.find('c', 'person:hart'), undefined);
  });

  it('leaves documents out that are no interviews', () => {
    assert.deepEqual(mergeDocuments([{ uri: 'a', summary: NO_INTERVIEW }]).documents, []);
  });

  it('puts first what stands in most documents, then what is mentioned most, then by name', () => {
    const corpus = folder({
      a: [
        ['place', 'Skerry', [], [1, 2, 3]],
        ['place', 'Norway'],
        ['place', 'Oslo'],
      ],
      b: [
        ['place', 'Bergen'],
        ['place', 'Norway'],
      ],
    });
    assert.deepEqual(
      corpus.entities.map(({ name, documents, mentions }) => ({ name, documents, mentions })),
      [
        { name: 'Norway', documents: 2, mentions: 2 },
        { name: 'Skerry', documents: 1, mentions: 3 },
        { name: 'Bergen', documents: 1, mentions: 1 },
        { name: 'Oslo', documents: 1, mentions: 1 },
      ],
    );
  });

  const described = { description: 'a shipowner of Bergen' };
  const DESCRIBED: [what: string, lines: Line[], aliases: string[], description?: string][] = [
    [
      'a card before all documents',
      [
        ['person', 'Brian Hart', ['Hart', 'old Hart'], [0], { description: 'the one who left' }],
        ['person', 'Brian Hart', ['Skipper'], [0], { ...described, hasCard: true }],
      ],
      ['Hart', 'old Hart', 'Skipper'],
      'a shipowner of Bergen',
    ],
    [
      'the first document that says something',
      [
        ['person', 'Brian Hart', ['Hart']],
        ['person', 'Brian Hart', [], [0], described],
      ],
      ['Hart'],
      'a shipowner of Bergen',
    ],
    [
      'nothing where no document does',
      [
        ['person', 'Brian Hart'],
        ['person', 'Brian Hart'],
      ],
      [],
    ],
  ];
  for (const [what, [one, other], aliases, description] of DESCRIBED) {
    it(`describes it by ${what}, with all its aliases`, () => {
      const [hart] = folder({ a: [one as Line], b: [other as Line] }).entities;
      assert.deepEqual([hart?.aliases, hart?.description], [aliases, description]);
      assert.equal(hart && 'description' in hart, description !== undefined);
    });
  }

  it('tells who says most about it, one name being one speaker', () => {
    const corpus = folder({
      a: [['place', 'Norway', [], [9, 8, 1, 2]]],
      c: [['place', 'Norway', [], [1, 9]]],
    });
    const norway = corpus.entities[0];
    assert.ok(norway);
    assert.deepEqual(whoMentions(norway), [
      { name: 'Ana Reyes', mentions: 3 },
      { name: 'Tom Lund', mentions: 2 },
    ]);
    const reversed = mergeDocuments([...corpus.documents].reverse()).entities[0];
    assert.ok(reversed);
    assert.deepEqual(whoMentions(reversed)[0], { name: 'ana Reyes', mentions: 3 });
  });

  it('tells where somebody speaks, if the name says enough', () => {
    const documents = ['Ana Reyes, Tom Lund', 'Tom, Ana Lund', 'Tom, tom Lund'].map(
      (names, at) => ({
        uri: String(at),
        summary: { ...NO_INTERVIEW, isInterview: true, speakers: names.split(', ').map(speaker) },
      }),
    );
    const where = (name: string) =>
      speakingIn(name, mergeDocuments(documents)).map(({ document, speaker: { name: as } }) => {
        return `${document.uri} as ${as}`;
      });
    assert.deepEqual(where('Tom Lund'), ['0 as Tom Lund', '2 as tom Lund']);
    assert.deepEqual(where('Tom'), []);
  });

  it('tells with what it occurs, by passages', () => {
    const corpus = folder({
      a: [
        ['place', 'Norway', [], [1, 1, 2]],
        ['person', 'Brian Hart', ['Hart'], [1, 1, 2]],
        ['place', 'Oslo', [], [3]],
      ],
      b: [
        ['place', 'Norway', [], [4]],
        ['place', 'Skerry', [], [4]],
        ['place', 'Bergen', [], [4]],
        ['person', 'Hart', [], [4]],
      ],
    });
    assert.deepEqual(companions('Norway', corpus), ['Brian Hart 3', 'Bergen 1', 'Skerry 1']);
  });

  it('looks in the 200 documents that mention it most, however many there are', () => {
    const many = Array.from({ length: 200 }, (_, index): [string, Line[]] => [
      `often ${index}`,
      [
        ['place', 'Norway', [], [1, 2]],
        ['place', 'Oslo', [], [2]],
      ],
    ]);
    const once: Line[] = [
      ['place', 'Norway'],
      ['place', 'Bergen'],
    ];
    const corpus = folder({ once, ...Object.fromEntries(many) });
    assert.deepEqual(companions('Norway', corpus), ['Oslo 200']);
  });
});
