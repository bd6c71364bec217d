import assert from 'node:assert/strict';
import { companionsOf, speakingIn, whoMentions } from '../../../src/core/corpus/about';
import { mergeDocuments, type Corpus } from '../../../src/core/corpus/merge';
import { NO_INTERVIEW, type EntitySummary } from '../../../src/core/corpus/model';
import { surfaceKey } from '../../../src/core/entities/surface';
import type { EntityType } from '../../../src/core/entities/model';

type Line = [type: EntityType, name: string, aliases?: string[], passages?: number[]];

/** Documents by name, each with what it mentions; the first speaker says it all. */
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

function entity([type, name, aliases = [], passages = [0]]: Line): EntitySummary {
  return {
    id: `${type}:${surfaceKey(name)}`,
    name,
    type,
    aliases,
    mentions: passages.map((passage, index) => ({
      start: index,
      end: index + 1,
      line: 0,
      character: index,
      passage,
      speaker: passage === 9 ? 1 : 0,
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

  it('puts first what stands in most documents', () => {
    const corpus = folder({
      a: [
        ['place', 'Skerry', [], [1, 2, 3]],
        ['place', 'Norway'],
      ],
      b: [['place', 'Norway']],
    });
    assert.deepEqual(
      corpus.entities.map(({ name, documents, mentions }) => ({ name, documents, mentions })),
      [
        { name: 'Norway', documents: 2, mentions: 2 },
        { name: 'Skerry', documents: 1, mentions: 3 },
      ],
    );
  });

  it('tells who says most about it, one name being one speaker', () => {
    const corpus = folder({
      a: [['place', 'Norway', [], [1, 2, 9]]],
      c: [['place', 'Norway', [], [1, 9]]],
    });
    const norway = corpus.entities[0];
    assert.ok(norway);
    assert.deepEqual(whoMentions(norway), [
      { name: 'Ana Reyes', mentions: 3 },
      { name: 'Tom Lund', mentions: 2 },
    ]);
  });

  it('tells where somebody speaks, if the name says enough', () => {
    const corpus = folder({ a: [], c: [] });
    const where = (name: string) => speakingIn(name, corpus).map(({ document }) => document.uri);
    assert.deepEqual(where('Ana Reyes'), ['a', 'c']);
    assert.deepEqual(where('Reyes'), []);
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
        ['person', 'Hart', [], [4]],
        ['place', 'Bergen', [], [4]],
      ],
    });
    const norway = corpus.find('a', 'place:norway');
    assert.ok(norway);
    assert.deepEqual(
      companionsOf(norway, corpus).map(({ entity, passages }) => `${entity.name} ${passages}`),
      ['Brian Hart 3', 'Bergen 1'],
    );
  });
});
