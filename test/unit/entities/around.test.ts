import assert from 'node:assert/strict';
import { acronymsIn } from '../../../src/core/entities/acronyms';
import { descriptionAfter } from '../../../src/core/entities/apposition';
import { genderBehind, titleBefore } from '../../../src/core/entities/gender';
import { placesIn, type Place } from '../../../src/core/entities/places';
import type { EntityCard, EntityType } from '../../../src/core/entities/model';
import {
  firstWord,
  lastWord,
  shownSurface,
  squeezed,
  surfaceKey,
} from '../../../src/core/entities/surface';

/** The text without the brackets around a name, and where that stands. */
function named(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('[');
  return { text: marked.replace(/[[\]]/g, ''), start, end: marked.indexOf(']') - 1 };
}

describe('What stands before a name', () => {
  const titles: [marked: string, title: string][] = [
    ['I met Mrs. [Smith].', 'female Mrs.'],
    ['I met Mr [Smith].', 'male Mr'],
    ['Lady  [Smith] came.', 'female Lady'],
    ['Sir\n[Smith] came.', 'male Sir'],
    ['“MS. [Smith] came.', 'female MS.'],
    ['I met [Smith].', ''],
    ['The farms [Smith] owned', ''],
    ['Then Mr., I think, [Smith] came.', ''],
    ['Dr. [Smith] came.', ''],
  ];
  for (const [marked, title] of titles) {
    it(`tells ${title || 'no gender'}: ${marked.replace('\n', ' ⏎ ')}`, () => {
      const { text, start } = named(marked);
      const found = titleBefore(text, start);
      assert.equal(found ? `${found.gender} ${found.written}` : '', title);
    });
  }
});

describe('What stands behind a name', () => {
  const pronouns: [marked: string, gender: string | undefined][] = [
    ['[Jo Park] took her hat.', 'female'],
    ['[Jo Park] saw himself.', 'male'],
    ['[Jo Park] met him, and she left.', 'male'],
    ['[Jo Park] left the others here.', undefined],
    [`[Jo Park] left. ${'It rained on and on. '.repeat(4)}He was ill.`, undefined],
  ];
  for (const [marked, gender] of pronouns) {
    it(`tells ${gender ?? 'no gender'}: ${marked}`, () => {
      const { text, end } = named(marked);
      assert.equal(genderBehind(text, end), gender);
    });
  }

  const descriptions: [marked: string, description: string | undefined][] = [
    ['[Jo Park], director of the port, left.', 'director of the port'],
    ['[Jo Park], a pilot and author, left.', 'pilot and author'],
    ['[Jo Park] is a retired judge.', 'retired judge'],
    ['[Jo Park] (b. 1950) was the first mayor of Lund; then he left.', 'first mayor of Lund'],
    ['[Jo Park], born here, is now an editor.', 'editor'],
    ['[Jo Park], who runs the port, left.', 'who runs the port'],
    ['[Jo Park], vice-president of the bank (LB), left.', 'vice-president of the bank (LB)'],
    ['[Jo Park], who pays for the port?', undefined],
    // No words for a person.
    ['[Lund], the old town, is small.', undefined],
    [
      '[Jo Park], the old and the tired and the very poor man from Lund who was a judge, left.',
      undefined,
    ],
    ['[Jo Park], ma, left.', undefined],
    ['[Jo Park] left, director of nothing.', undefined],
    ['[Jo Park], Director of the port, left.', undefined],
    [`[Jo Park] ${'left and '.repeat(40)}, director of the port`, undefined],
  ];
  for (const [marked, description] of descriptions) {
    it(`says who it is, ${description ?? 'or doesn’t'}: ${marked.slice(0, 100)}`, () => {
      const { text, end } = named(marked);
      const found = descriptionAfter(text, end);
      assert.equal(found && text.slice(found.start, found.end), description);
    });
  }
});

describe('Abbreviations that a text defines', () => {
  const cases: [text: string, found: string[]][] = [
    ['the Harbour Board (HB) and the Port Office (PO)', ['HB: Harbour Board', 'PO: Port Office']],
    ['the Board of Harbours and Coasts (BHC)', ['BHC: Board of Harbours and Coasts']],
    ['the Port-and-River Office (PRO)', ['PRO: Port-and-River Office']],
    ['HB (Harbour Board)', ['HB: Harbour Board']],
    ['The new HB (Harbour Board) met.', ['HB: Harbour Board']],
    ['the U.N.-led Harbour Board (H.B.)', ['H.B.: Harbour Board']],
    ['the Group of 7 Ports (G7P)', ['G7P: Group of 7 Ports']],
    // The letters have to begin a word, stand in order and make up all of it.
    ['the Old Harbour (HX)', []],
    ['a rhubarb (HB)', []],
    ['the Board of Harbours (HB)', []],
    ['HB (the Harbour Board)', []],
    ['Harbours (HS)', []],
    // What stands in brackets may be anything.
    ['the harbour board (hb)', []],
    ['the Harbour Board (see HB)', []],
    ['the Harbour Board (1999)', []],
    ['the Harbour Board HB', []],
    ['He ran the Harbour of all the many old and new towns of this Board (HB)', []],
  ];
  for (const [text, found] of cases) {
    it(`${found.join(', ') || 'none'} in “${text}”`, () => {
      const acronyms = acronymsIn(text);
      assert.deepEqual(
        acronyms.map(({ short, long }) => `${short}: ${long}`),
        found,
      );
      for (const { long, at } of acronyms) assert.equal(text.slice(at, at + long.length), long);
    });
  }
});

describe('What names are compared by', () => {
  const keys: [surface: string, key: string][] = [
    ['Ichiyō  Higuchi', 'ichiyo higuchi'],
    ['O’Brien', "o'brien"],
    ['Jean‑Luc', 'jean-luc'],
    ['The\nPort Office', 'port office'],
    ['the', 'the'],
    ['Theodor', 'theodor'],
    ['U.N.', 'u.n'],
    ['Smith Jr.', 'smith jr.'],
    ['आशा', 'आशा'],
  ];
  for (const [surface, key] of keys) {
    it(`“${key}” for ${surface.replace('\n', ' ⏎ ')}`, () => {
      assert.equal(surfaceKey(surface), key);
    });
  }

  it('their words, and all of them without blanks and marks', () => {
    assert.deepEqual(['anna maria berg', 'berg'].map(firstWord), ['anna', 'berg']);
    assert.deepEqual(['anna maria berg', 'berg'].map(lastWord), ['berg', 'berg']);
    assert.equal(squeezed("al-qa'eda u.n"), 'alqaedaun');
    assert.equal(shownSurface('Anna\n  Berg'), 'Anna Berg');
  });
});

describe('Where names overlap', () => {
  const card = (name: string, type?: EntityType): EntityCard => ({
    name,
    ...(type && { type }),
    aliases: [],
    links: [],
    not: [],
    span: { start: 0, end: 1 },
  });

  /** The places that are kept, of names that were found (`name type certainty`) and of cards. */
  function kept(
    text: string,
    found: readonly [surface: string, type: EntityType, certainty: number][],
    cards: readonly EntityCard[] = [],
  ): string[] {
    const spanOf = (surface: string) => {
      const start = text.indexOf(surface);
      return { start, end: start + surface.length };
    };
    const places = found.map(([surface, type, certainty]): Place => {
      const own = { surface, key: surfaceKey(surface), type, certainty };
      return { ...spanOf(surface), ...own, card: undefined, title: undefined };
    });
    const hits = cards.map((one) => ({ ...spanOf(one.name), card: one }));
    return placesIn(text, places, hits).map((place) =>
      place.card ? `${place.surface} (card)` : place.surface,
    );
  }

  const TEXT = 'The Park Institute of Lund and Anna Park met.';

  it('those that don’t are all kept, in order of the text', () => {
    const found: [string, EntityType, number][] = [
      ['Lund', 'place', 0.6],
      ['Park Institute', 'organisation', 0.6],
    ];
    assert.deepEqual(kept(TEXT, found), ['Park Institute', 'Lund']);
    assert.deepEqual(
      kept('AnnaPark', [
        ['Anna', 'person', 1],
        ['Park', 'person', 1],
      ]),
      ['Anna', 'Park'],
    );
  });

  it('the longer is kept, wherever it begins', () => {
    const whole: [string, EntityType, number] = ['Park Institute of Lund', 'organisation', 0.6];
    assert.deepEqual(kept(TEXT, [['Park', 'person', 0.9], whole]), [whole[0]]);
    assert.deepEqual(kept(TEXT, [whole, ['Lund and Anna', 'other', 0.9]]), [whole[0]]);
    assert.deepEqual(
      kept(TEXT, [
        ['of Lund', 'place', 1],
        ['Lund and Anna', 'other', 0.3],
      ]),
      ['Lund and Anna'],
    );
  });

  const institute = (certainty: number, type: EntityType = 'organisation') =>
    [['Park Institute', type, certainty]] as [string, EntityType, number][];
  const cards: [what: string, names: () => string[], kept: string[]][] = [
    [
      'a card’s is kept, though it is shorter',
      () => kept(TEXT, institute(0.6), [card('Park', 'person')]),
      ['Park (card)'],
    ],
    [
      'a card’s isn’t kept within what surely is a name of another kind',
      () => kept(TEXT, institute(0.9), [card('Park', 'person')]),
      ['Park Institute'],
    ],
    [
      'a card’s is kept within what surely is a name of its own kind',
      () => kept(TEXT, institute(0.9), [card('Park', 'organisation')]),
      ['Park (card)'],
    ],
    [
      'a card’s is kept within what surely is a person’s',
      () => kept(TEXT, institute(0.9, 'person'), [card('Park', 'place')]),
      ['Park (card)'],
    ],
    [
      'a card’s in the middle of a name of another kind isn’t kept',
      () => kept(TEXT, institute(0.9), [card('Institute', 'work')]),
      ['Park Institute'],
    ],
    [
      'a card’s that goes on behind a name is kept',
      () => kept(TEXT, institute(0.9), [card('Institute of Lund', 'place')]),
      ['Institute of Lund (card)'],
    ],
    [
      'a card’s at the same place is kept',
      () => kept(TEXT, institute(1, 'person'), [card('Park Institute')]),
      ['Park Institute (card)'],
    ],
    [
      'a card’s is kept before a name that begins within it',
      () =>
        kept(TEXT, [['Institute of Lund', 'place', 0.9]], [card('Park Institute', 'organisation')]),
      ['Park Institute (card)'],
    ],
    [
      'of two cards’ the longer is kept',
      () => kept(TEXT, [], [card('Park'), card('Park Institute')]),
      ['Park Institute (card)'],
    ],
  ];
  for (const [what, names, expected] of cards) {
    it(what, () => {
      assert.deepEqual(names(), expected);
    });
  }
});
