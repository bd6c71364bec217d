import assert from 'node:assert/strict';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import { withCard, withMerged, withNotNames } from '../../../src/core/entities/writeCard';
import { inEnglish } from '../support/inEnglish';

describe('A file of cards', () => {
  it('holds what is told of each, and what is no name', () => {
    const { cards, notNames, problems } = parseCards(`entities:
  - name: " Ann Holt "
    type: person
    aliases: [Ann, " AH "]
    description: A pilot.
    links: [https://holt.example, mailto:ann@holt.example]
    not: [Holt Ltd]
  - name: Lund
not: [Well]
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(notNames, ['Well']);
    const told = cards?.map(({ name, type, aliases, description, links, not }) => {
      return { name, type, aliases, description, links, not };
    });
    const [ann, lund] = [
      {
        name: 'Ann Holt',
        type: 'person',
        aliases: ['Ann', 'AH'],
        description: 'A pilot.',
        links: ['https://holt.example', 'mailto:ann@holt.example'],
        not: ['Holt Ltd'],
      },
      { name: 'Lund', type: undefined, aliases: [], description: undefined, links: [], not: [] },
    ];
    assert.deepEqual(told, [ann, lund]);
  });

  const problems: [
    what: string,
    yaml: string,
    cards: number | undefined,
    problem: RegExp | undefined,
  ][] = [
    ['is empty', '', 0, undefined],
    ['is a bare list', '- name: Lund\n- name: Malm\n', 2, undefined],
    ['holds a card without a name', '- type: place\n- name: Malm\n', 1, /^A card needs a name/],
    ['holds a card that is a word', '- Lund\n- name: Malm\n', 1, /^Keys with values/],
    ['holds a card of an unknown type', '- name: Lund\n  type: town\n', 1, /^“town” is no type\./],
    [
      'holds two cards of one name',
      '- name: Lund\n- name: LUND\n',
      2,
      /^“lund” is on the card of “Lund”/,
    ],
    ['holds a card with a name twice', '- name: Lund\n  aliases: [lund]\n', 1, undefined],
    ['holds a link that is none', '- name: Lund\n  links: [www.lund.example]\n', 1, /is no link/],
    ['is broken', '- name: [', undefined, /not valid YAML/],
  ];
  for (const [what, yaml, count, problem] of problems) {
    it(what, () => {
      const { cards, notNames, problems: found } = parseCards(yaml);
      assert.equal(cards?.length, count);
      assert.deepEqual(notNames, []);
      assert.equal(found.length, problem ? 1 : 0);
      if (problem) assert.match(inEnglish(found[0]!.message), problem);
    });
  }

  it('with an unknown type has a card without one', () => {
    const card = parseCards('- name: Lund\n  type: town\n').cards?.[0];
    assert.ok(card && !('type' in card) && !('description' in card));
  });
});

describe('Cards are found', () => {
  const CARDS = `
- name: Holt
- name: Ann Holt
  aliases: [AH, the pilot]
  not: [Ann Holt Ltd, Ann]
- name: 김철수
`;
  const cases: [marked: string, names: string[]][] = [
    ['[Holt] left.', ['Holt']],
    ['[Ann Holt] left.', ['Ann Holt']],
    ['[AH] met [Holt].', ['Ann Holt', 'Holt']],
    ['Holts and holt left.', []],
    ['Ann left.', []],
    ['So [the pilot] left. “[The pilot] left.”', ['Ann Holt', 'Ann Holt']],
    ['[The pilot] left.', ['Ann Holt']],
    ['It was The pilot, THE pilot.', []],
    // What the card says it is not, holds another card’s name.
    ['Ann [Holt] Ltd left.', ['Holt']],
    ['Ann [Holt] Ltd met [Ann Holt].', ['Holt', 'Ann Holt']],
    ['[김철수]는 [김철수]', ['김철수', '김철수']],
    ['', []],
  ];
  for (const [marked, names] of cases) {
    it(`in “${marked}”`, () => {
      const text = marked.replace(/[[\]]/g, '');
      const found = new CardFinder(parseCards(CARDS).cards ?? []).find(text);
      assert.deepEqual(
        found.map(({ card }) => card.name),
        names,
      );
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        [...marked.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]),
      );
    });
  }

  it('of a name that is also said to be none, not at all', () => {
    const { cards } = parseCards('- name: Holt\n  aliases: [AH]\n  not: [holt]\n');
    const found = new CardFinder(cards ?? []).find('Holt met AH.');
    assert.deepEqual(
      found.map(({ start }) => start),
      [9],
    );
  });

  it('but for what is no name', () => {
    const finder = new CardFinder([], ['Very Well']);
    assert.deepEqual(
      ['very well', 'well'].map((key) => finder.isNoName(key)),
      [true, false],
    );
    assert.equal(new CardFinder([]).isNoName('well'), false);
  });
});

describe('A card is written', () => {
  const ANN = { name: 'Ann Holt', type: 'person', aliases: ['Ann'] } as const;
  const OTHER = { name: 'A. Holt', type: 'person', aliases: [] } as const;

  it('with all that is told of it', () => {
    assert.equal(
      withCard('', { ...ANN, description: 'A pilot' }),
      'entities:\n  - name: Ann Holt\n    type: person\n    aliases:\n      - Ann\n    description: A pilot\n',
    );
  });

  it('into a file that so far only tells what is no name', () => {
    assert.equal(
      withCard('not: [Well]\n', OTHER),
      'not: [Well]\nentities:\n  - name: A. Holt\n    type: person\n',
    );
  });

  it('on one line, however long that is', () => {
    const description = 'She has been a pilot in the harbour of Lund and in others. '.repeat(4);
    const written = withCard('', { ...ANN, description: `${description}So it is.` });
    assert.ok(written?.includes(`description: ${description}So it is.\n`));
  });

  for (const list of ['[Well]', '[ Well ]']) {
    it(`so that the rest of the file stays as it was: ${list}`, () => {
      const cards = `not: ${list}\nentities:\n- name: Lund # ours\n`;
      assert.equal(withCard(cards, OTHER), `${cards}- name: A. Holt\n  type: person\n`);
    });
  }

  const merges: [what: string, yaml: string, merged: string][] = [
    [
      'with itself is left as it is',
      '- name: A. Holt\n- name: Ann Holt\n  aliases: [ A. Holt ]\n',
      '- name: Ann Holt\n  aliases: [ A. Holt ]\n',
    ],
    [
      'beside something that is no card',
      '- Lund\n- name: Ann Holt\n',
      '- Lund\n- name: Ann Holt\n  aliases:\n    - A. Holt\n',
    ],
    [
      'whose name was an alias of the other',
      '- name: Ann Holt\n- name: A. Holt\n  aliases: [ann holt, AH]\n',
      '- name: Ann Holt\n  aliases:\n    - A. Holt\n    - AH\n',
    ],
  ];
  for (const [what, yaml, merged] of merges) {
    it(`and merged ${what}`, () => {
      assert.equal(withMerged(yaml, { ...ANN, aliases: [] }, OTHER), merged);
    });
  }

  it('not again, where all of it is there', () => {
    const yaml = 'entities: []\nnot: [ Well ]\n';
    assert.equal(withNotNames(yaml, ['well']), yaml);
  });
});
