import assert from 'node:assert/strict';
import type { Candidate, EntityIndex } from '../../../src/core/entities/model';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { findNames } from '../../../src/core/entities/findNames';
import { markedRecogniser } from '../support/marked';
import { resolved } from '../support/resolved';

function entitiesOf(marked: string): { text: string; index: EntityIndex } {
  const { text, recogniser } = markedRecogniser(marked);
  const names = findNames(text, recogniser, new CardFinder([]));
  const passage = { span: { start: 0, end: text.length }, names };
  return { text, index: resolved([passage]) };
}

/** The entities of a marked text, each as its surfaces in order of the text, as they are written. */
function joined(marked: string): string[] {
  const { text, index } = entitiesOf(marked);
  return index.entities
    .map(({ mentions }) => mentions.map(({ span }) => text.slice(span.start, span.end)).join(' = '))
    .sort();
}

describe('Which names are one', () => {
  const one: [text: string, same: string][] = [
    // Persons.
    ['[p:Sergei Lavrov] and [p:Sergei V. Lavrov] and [p:S. Lavrov]', 'a middle name, an initial'],
    ['[p:Anna Maria Berg], or [p:Anna Berg], or [p:Maria Berg]', 'one of two first names'],
    ['[p:Ichiyō Higuchi], [p:Ichiyo Higuchi] and [p:Higuchi Ichiyō]', 'accents, the surname first'],
    ['[p:Daniel Berg] and [p:Dan Berg]', 'a first name cut short'],
    ['[p:Martin Lind Jr.] is [p:Martin Lind]', 'a generation'],
    ['Mr. [p:Lind] met us. [p:Jon Lind] stayed.', 'a surname that comes first'],
    ["[p:Jean‑Luc O’Brien], [p:Jean-Luc O'Brien], [p:O’Brien]", 'hyphens and quotes'],
    ['[p:Anna\nBerg] and [p:Anna Berg]', 'a line break within'],
    ['[p:Mary Jane] and [p:Mary Jane Watson]', 'a beginning'],
    ['[p:Anna K. Lind] and [p:Anna Karin Lind]', 'an initial between'],
    ['[p:Anna Karin Maria Lind] and [p:Anna Lind]', 'two names between'],
    ['[p:Jon K. Lind Jr.] and [p:Jon Lind Jr.]', 'a generation that both have'],
    ['[p:Jon Lind III] and [p:Jon Lind]', 'a generation by its number'],
    // Organisations.
    ['the [o:Ministry of Defence], then the [o:Ministry]', 'the head alone'],
    ['[o:Columbia University], then [o:Columbia]', 'without its head'],
    ['the [o:General Assembly of the United Nations] and the [o:General Assembly]', 'a beginning'],
    ['the [o:Boston Red Sox] and the [o:Red Sox]', 'an end'],
    ['the [o:Church of Scientology] and [o:Scientology]', 'what it is of'],
    ['the [o:Harbour and Coast Board], later [o:HCB]', 'initials without small words'],
    ['the [o:Port of Lind Authority], later [o:POLA]', 'initials with small words'],
    ['the [o:U.N.], the [o:UN] and the [o:United Nations]', 'full stops'],
    ['[o:al-Qaeda] and [o:Al Qaeda]', 'a hyphen or a space'],
    ['the [o:Ministry of Defence of Norway], the [o:Ministry of Defence]', 'a beginning of two'],
    ['the [o:Northern Council of the Coast], the [o:Council]', 'the head of a beginning'],
    ['the [o:Harbour-Coast Board], later [o:HCB]', 'initials over a hyphen'],
    // Places and others.
    ['the [l:United States], the [l:U.S.], the [l:USA] and [l:America]', 'a state'],
    ['the [e:Winter Harbour Games], the [e:Games]', 'an event'],
    ['[w:Google Chrome] and [w:Chrome]', 'a thing with its maker'],
    ['[g:Kenyan] and [g:Kenyans]', 'a people'],
  ];
  for (const [text, what] of one) {
    it(`${what}: ${text.replace(/\s/g, ' ')}`, () => {
      const all = [...text.matchAll(/\[\w:([^\]]+)\]/g)].map((match) => match[1]);
      assert.deepEqual(joined(text), [all.join(' = ')]);
    });
  }

  const apart: [text: string, entities: string[]][] = [
    ['[p:John Smith] and [p:Anna Smith]', ['Anna Smith', 'John Smith']],
    ['[p:George W. Lind] and [p:George H. W. Lind]', ['George H. W. Lind', 'George W. Lind']],
    ['[p:Jon Lind Sr.] and [p:Jon Lind Jr.]', ['Jon Lind Jr.', 'Jon Lind Sr.']],
    ['[p:Paul Lind] and [p:Pauline Lind]', ['Paul Lind', 'Pauline Lind']],
    ['[p:Anna Lind] and [p:Annabel Lind]', ['Anna Lind', 'Annabel Lind']],
    ['[l:Moscow] is in [l:Russia]', ['Moscow', 'Russia']],
    ['[l:Virginia] and [l:West Virginia]', ['Virginia', 'West Virginia']],
    ['[l:Washington] and the [o:Washington Post]', ['Washington', 'Washington Post']],
    ['[l:Helsinki] and the [o:University of Helsinki]', ['Helsinki', 'University of Helsinki']],
    ['[l:China] and the [g:Chinese]', ['China', 'Chinese']],
    ['[l:Paris] and [p:Ann Paris]', ['Ann Paris', 'Paris']],
    ['the [o:House Committee] of the [o:House]', ['House', 'House Committee']],
    // What two may be called is neither’s.
    [
      '[p:Mary Jane], [p:Mary Jane Watson], [p:Mary Jane Lind]',
      ['Mary Jane', 'Mary Jane Lind', 'Mary Jane Watson'],
    ],
    ['[p:A. Lind], [p:Anna Lind], [p:Alf Lind]', ['A. Lind', 'Alf Lind', 'Anna Lind']],
    ['[p:Anna K. Lind] and [p:Anna M. Lind]', ['Anna K. Lind', 'Anna M. Lind']],
    ['[p:Dan Berg] and [p:Dana Berg]', ['Dan Berg', 'Dana Berg']],
    ['[p:Anna Lind] and [p:Lind Anna Karin]', ['Anna Lind', 'Lind Anna Karin']],
    ['[p:Lind Jr.] and [p:Jon Berg Jr.]', ['Jon Berg Jr.', 'Lind Jr.']],
    // Only organisations go on by their beginning, and only some things by their end.
    ['the [e:Battle of Lund] and the [e:Battle]', ['Battle', 'Battle of Lund']],
    ['[g:South Koreans] and [g:Koreans]', ['Koreans', 'South Koreans']],
    ['the [o:Harbour Board] and [p:HB]', ['HB', 'Harbour Board']],
    ['the [o:Harbour Board] and [o:hb]', ['Harbour Board', 'hb']],
    ['[g:Kenyans] and [p:Kenyan]', ['Kenyan', 'Kenyans']],
    ['[w:Kenyans] and [w:Kenyan]', ['Kenyan', 'Kenyans']],
  ];
  for (const [text, entities] of apart) {
    it(`and which are not: ${text}`, () => {
      assert.deepEqual(joined(text), entities);
    });
  }

  const several: [what: string, text: string, entities: string[]][] = [
    [
      'a surname of two goes with the one right before, else with the one most spoken of',
      `[p:John Smith] and [p:Anna Smith] came. [p:Smith] sat down. ${'He spoke of the weather. '.repeat(6)}[p:Anna Smith] left. [p:Anna Smith] was ill. ${'It rained. '.repeat(12)}So [p:Smith] said.`,
      ['Anna Smith = Smith = Anna Smith = Anna Smith = Smith', 'John Smith'],
    ],
    [
      'a title tells two apart',
      'Mr. [p:John Smith] and Mrs. [p:Anna Smith] came. Mr. [p:Smith] sat down, Mrs. [p:Smith] stood.',
      ['Anna Smith = Smith', 'John Smith = Smith'],
    ],
    [
      'so does a pronoun',
      '[p:John Smith] took his hat. [p:Anna Smith] took hers. Mr. [p:Smith] sat down.',
      ['Anna Smith', 'John Smith = Smith'],
    ],
    [
      'two of whom only the titles are told stay two',
      'Mr. [p:Smith] and Mrs. [p:Smith] came. Mr. [p:Smith] left.',
      ['Smith', 'Smith = Smith'],
    ],
    [
      'a surname of two that comes before both goes with the one most spoken of in all',
      '[p:Smith] spoke. [p:John Smith] and [p:Anna Smith] came. [p:Anna Smith] sat down.',
      ['John Smith', 'Smith = Anna Smith = Anna Smith'],
    ],
    [
      'a title that fits neither is somebody else’s',
      'Mr. [p:Smith] left. [p:Anna Smith] took her hat. [p:Ruth Smith] took hers, and she left.',
      ['Anna Smith', 'Ruth Smith', 'Smith'],
    ],
    [
      'a head of two goes with the one right before',
      'The [o:Ministry of Defence] and the [o:Ministry of Health] agree. The [o:Ministry] wrote.',
      ['Ministry of Defence', 'Ministry of Health = Ministry'],
    ],
    [
      'an acronym of two is of neither',
      'The [o:Harbour Board] and the [o:Health Bureau] and [o:HB].',
      ['HB', 'Harbour Board', 'Health Bureau'],
    ],
  ];
  for (const [what, text, entities] of several) {
    it(what, () => {
      assert.deepEqual(joined(text), entities);
    });
  }

  it('has the type of the full name, whatever its words alone look like', () => {
    const { text, recogniser } = markedRecogniser(
      `[p:Valeska Berlin] left. ${'[p:Berlin] came. '.repeat(4)}`,
    );
    const [full, ...short] = recogniser(text);
    const vague = short.map((name): Candidate => ({
      ...name,
      types: new Map([
        ['place', 0.6],
        ['person', 0.3],
      ]),
    }));
    const names = findNames(text, () => [full as Candidate, ...vague], new CardFinder([]));
    const passage = { span: { start: 0, end: text.length }, names };
    const { entities } = resolved([passage]);
    assert.deepEqual(
      entities.map(({ name, type, mentions }) => [name, type, mentions.length]),
      [['Valeska Berlin', 'person', 5]],
    );
  });

  it('is that with the title where nothing else is told', () => {
    const { entities } = entitiesOf(
      'Mr. [p:Smith] and Mrs. [p:Smith] came. Mr. [p:Smith] left.',
    ).index;
    assert.deepEqual(
      entities.map(({ name }) => name),
      ['Mr. Smith', 'Mrs. Smith'],
    );
    const others = entitiesOf('Mr. [p:Smith] left. Mrs. [p:Anna Smith] took her hat.').index;
    assert.deepEqual(
      others.entities.map(({ name }) => name),
      ['Anna Smith', 'Mr. Smith'],
    );
    const one = entitiesOf('Mr. [p:Smith] left, and Mr. [p:Smith] came.').index;
    assert.deepEqual(
      one.entities.map(({ name }) => name),
      ['Smith'],
    );
  });

  it('goes as far as its abbreviation tells', () => {
    const text = 'the [o:Council on Trade] and Fishing (CTF), and the [o:CTF]';
    assert.deepEqual(joined(text), ['Council on Trade and Fishing = CTF']);
  });
});

describe('What stands for a state without being one with it', () => {
  const cases: [text: string, relations: string[]][] = [
    [
      '[l:Beijing] and the [g:Chinese] of [l:China]',
      ['Beijing: capital of China', 'Chinese: people of China'],
    ],
    ['[g:Americans] in the [l:U.S.]', ['Americans: people of U.S.']],
    ['[l:Washington] for the [l:United States]', ['Washington: capital of United States']],
    ['the [o:Kremlin] in [l:Russia]', ['Kremlin: government of Russia']],
    ['[l:Kyiv], where nothing is said of the state', []],
    ['[l:Georgetown] in [l:Guyana]', ['Georgetown: capital of Guyana']],
    ['the people of [l:China] and [p:Beijing]', []],
    ['[o:China] and [l:Beijing]', ['Beijing: capital of China']],
    ['[p:China] and [l:Beijing]', []],
    ['[l:Chinese] of [l:China]', []],
    ['[g:Beijing] and [l:China]', []],
    ['[l:Luxembourg], state and capital', []],
    [
      '[g:French] and [l:Paris] of [l:France]',
      ['French: people of France', 'Paris: capital of France'],
    ],
    [
      'the [o:Pentagon] and [l:Downing Street] of the [l:United States] and the [l:United Kingdom]',
      ['Downing Street: government of United Kingdom', 'Pentagon: government of United States'],
    ],
  ];
  for (const [text, relations] of cases) {
    it(text, () => {
      const { entities, byId } = entitiesOf(text).index;
      const told = entities.flatMap(({ name, relation }) =>
        relation ? [`${name}: ${relation.kind} of ${byId.get(relation.entityId)?.name}`] : [],
      );
      assert.deepEqual(told.sort(), relations);
    });
  }
});
