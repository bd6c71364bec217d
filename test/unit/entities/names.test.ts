import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acronymsIn } from '../../../src/core/entities/acronyms';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';
import { findNames } from '../../../src/core/entities/findNames';
import type { Entity, EntityIndex, EntityType } from '../../../src/core/entities/model';
import type { Speaker } from '../../../src/core/interview/model';
import { withCard, withMerged, withNotNames } from '../../../src/core/entities/writeCard';
import { shippedRecogniser } from '../../evaluate/shipped';
import { resolved, type PassageNames } from '../support/resolved';

const recogniser = shippedRecogniser();

/** The entities of a text of several paragraphs, with the user's cards. */
function entitiesIn(text: string, cardsYaml = '', speakers: readonly Speaker[] = []): EntityIndex {
  const { cards: list, notNames } = parseCards(cardsYaml);
  const cards = new CardFinder(list ?? [], notNames);
  const passages: PassageNames[] = [];
  let start = 0;
  for (const paragraph of text.split('\n')) {
    const span = { start, end: start + paragraph.length };
    passages.push({ span, names: findNames(paragraph, recogniser, cards) });
    start = span.end + 1;
  }
  return resolved(passages, speakers);
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
      'I met Kremlin spokesman Dmitry Peskov there.',
      'Dmitry Peskov',
      'person',
      'Kremlin spokesman',
    ],
    ['Does Peskov agree? I met Dmitry Peskov.', 'Dmitry Peskov', 'person'],
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
    ['We met Commodore Anna Berg there.', 'Anna Berg', 'person', 'Commodore'],
    ['We met Hon. Anna Berg there.', 'Anna Berg', 'person'],
    ['We met Senators Berg and Lind there.', 'Berg', 'person', 'Senators'],
    ["The Cable Operators' Association paid.", "Cable Operators' Association", 'organisation'],
    ['She joined the Project 2049 Institute last year.', 'Project 2049 Institute', 'organisation'],
    ['He flew to Kenya in May.', 'Kenya', 'place'],
    ['They crossed the Gulf of Finland at night.', 'Gulf of Finland', 'place'],
    ['They signed the Montreux Convention in 1936.', 'Montreux Convention', 'law'],
    ['He did tricks at the Baltic Ring Convention.', 'Baltic Ring Convention', 'event'],
    ['She spoke at the Lisbon Fishing Conference.', 'Lisbon Fishing Conference', 'event'],
    ['We spoke of the Vietnam War at length.', 'Vietnam War', 'event'],
    ['The Norwegian fleet waited.', 'Norwegian', 'group'],
    ['Relations between the U.S.-China pair are cold.', 'China', 'place'],
  ];

  it('that what meets has, too, is no event', () => {
    const index = entitiesIn('The Nordic Episcopal Conference has a secretary now.');
    assert.ok(index.entities.every(({ type }) => type !== 'event'));
  });

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

/** `with [Anna Berg|person|director] in [Oslo|place]`: the text, and what is marked in it. */
function marked(sentence: string): { text: string; names: string[] } {
  const names: string[] = [];
  const text = sentence.replace(/\[([^|\]]+)\|([^\]]+)\]/g, (_, name: string, rest: string) => {
    names.push(`${name}|${rest}`);
    return name;
  });
  return { text, names };
}

/** The names found in a text, written as they are marked. */
function markedIn(text: string): string[] {
  const { mentions, byId } = entitiesIn(text);
  return mentions.map(({ span, entityId }) => {
    const { type, description } = byId.get(entityId) as Entity;
    const parts: (string | EntityType)[] = [text.slice(span.start, span.end), type];
    return [...parts, ...(description === undefined ? [] : [description])].join('|');
  });
}

describe('A name', () => {
  for (const [units, names] of [
    [250, 1],
    [350, 0],
    [100_000, 0],
  ] as const) {
    it(`of ${units} letters is ${names === 1 ? 'one' : 'none'}`, () => {
      const name = `Anna ${'Berg-'.repeat(units / 5 - 2)}Lund`;
      const { candidates } = findNames(`It is ${name}.`, recogniser, new CardFinder([], []));
      assert.equal(candidates.filter(({ end, start }) => end - start > 20).length, names);
    });
  }
});

describe('The names in a sentence are all that are marked', () => {
  const sentences = [
    // Dates, and words that are written large.
    'It began in [Kenya|place] on Thursday, 4 January, they say.',
    'We took a HUGE box of DVDs, OK, and Don’t look back.',
    'He met [Anna Berg|person] Tuesday in [Oslo|place].',
    // Titles with what they are of.
    'Then [Secretary of State Maria Kovac|person|Secretary of State] spoke.',
    'We saw the President of [Kenya|place] again.',
    'The letter to [Deputy Secretary of Defense Lind|person|Deputy Secretary of Defense] was lost.',
    'It was the [Norwegian|group] [Foreign Minister Lars Holm|person|Norwegian Foreign Minister] who left.',
    'I was told by [Col. Lars Holm|person|Col] about it.',
    // Names with small words and hyphens in them.
    'People feared [Omar al-Rawi|person] there.',
    'We know of [Omar al-Rawi|person], a cousin.',
    'The [Government of Kenya|organisation] paid.',
    'She holds the [Lind Chair in River Studies|organisation] there.',
    'We worked in [Genève|place], in the [Middle East|place] and in [Europe|place].',
    'Many in the [West|place] agree, but we drove west.',
    // Things.
    'They bought an [F-16|equipment] and the [USS Lind|equipment] too.',
    'Here the [Lind|person] administration failed.',
    'It breaks the [Penal Code|law] and the [Code of Civil Procedure|law], they say.',
    'I wrote all of it in [VS Code|other] on my own.',
    // What is no name: many of a kind, tags, what somebody heard.
    'We asked the NGOs and some CEOs about it.',
    'I met <a href="https://harbour.example/Anna Lind">[Anna Berg|person]</a> in [Oslo|place] again.',
    'I saw it in [Oslo|place]. [Inaudible] It was [Anna Berg|person] who paid. (Laughter.)',
    // Who is like others, and what somebody does with others, describe nobody.
    'I spoke for my fellow [Norwegians|group] there.',
    'It was [Anna Berg|person], who I work with, at the time.',
  ];
  for (const sentence of sentences) {
    it(sentence, () => {
      const { text, names } = marked(sentence);
      assert.deepEqual(markedIn(text), names);
    });
  }
});

describe('Time stays linear', () => {
  const hostile: [what: string, piece: string][] = [
    ['names with titles between', 'Anna chief '],
    ['gaps', ' '],
    ['line ends', '\n'],
    ['connectors', 'President of '],
    ['open brackets', '(ABC'],
  ];
  for (const [what, piece] of hostile) {
    it(`for ${what} without end`, () => {
      const timeFor = (length: number) => {
        const text = `A${piece.repeat(length / piece.length)}-B`;
        const started = performance.now();
        const names = findNames(text, recogniser, new CardFinder([]));
        resolved([{ span: { start: 0, end: text.length }, names }]);
        return performance.now() - started;
      };
      timeFor(2000);
      const [short, long] = [timeFor(5000), timeFor(40_000)];
      // Eight times as much; quadratic time is 64 times as long. Other work may come between.
      assert.ok(long < 24 * short + 200, `${short} ms, then ${long} ms`);
    });
  }
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

  it('are one for a first name', () => {
    const entity = named(entitiesIn('I knew Anna Berg. Later Anna left.'), 'Anna Berg');
    assert.deepEqual(entity.aliases, ['Anna']);
  });

  it('are found at the beginning of a sentence where the word is a common one', () => {
    const index = entitiesIn('We saw Anna Cook there. Cook was late.\nCook it well, they say.');
    assert.equal(named(index, 'Anna Cook').mentions.length, 2);
  });

  it('are one for a people in singular and plural', () => {
    const entity = named(entitiesIn('The Kenyan team left. We like Kenyans.'), 'Kenyans');
    assert.deepEqual(entity.aliases, ['Kenyan']);
  });

  it('have the speakers’ full names and descriptions', () => {
    const speaker = {
      id: 'kovac',
      name: 'Maria Kovac',
      label: 'Kovac',
      labels: ['Kovac'],
      role: 'interviewee' as const,
      description: 'director of the port',
    };
    const entity = named(entitiesIn('Thank you, Ms. Kovac.', '', [speaker]), 'Maria Kovac');
    assert.equal(entity.type, 'person');
    assert.equal(entity.description, 'director of the port');
    assert.deepEqual(entitiesIn('Thank you.', '', [speaker]).entities, []);
  });

  it('of a magazine that asks are an organisation’s', () => {
    const asking = ['The Harbour Letter'];
    const speaker = { id: 'l', name: asking[0] ?? '', label: '', labels: asking };
    const index = entitiesIn('He spoke to The Harbour Letter.', '', [
      { ...speaker, role: 'interviewer' },
    ]);
    assert.equal(named(index, 'The Harbour Letter').type, 'organisation');
  });

  it('have descriptions cut between words', () => {
    const long = `director of ${'the old northern harbour '.repeat(5)}and more`;
    const { description } = named(entitiesIn(`We asked Anna Berg, ${long}, twice.`), 'Anna Berg');
    assert.match(description ?? '', /^director of the old .{60,120} …$/);
    assert.ok(long.startsWith((description ?? '').replace(/ …$/, '')));
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

  it('is of the surname too, and not of what it says it is not', () => {
    const index = entitiesIn('We met Jo Park. Park left. Then Jo Ltd closed.', card);
    assert.equal(named(index, 'Jo Park').mentions.length, 2);
    assert.equal(index.mentions.length, 3);
    const without = card.replace('[Jo Ltd]', '[Park]');
    assert.equal(
      named(entitiesIn('We met Jo Park. Park left.', without), 'Jo Park').mentions.length,
      1,
    );
  });

  it('is not of a longer name of another kind', () => {
    const kenya = '- name: Kenya\n  type: place\n';
    const index = entitiesIn('The Kenya River Project began in Kenya.', kenya);
    assert.equal(named(index, 'Kenya').mentions.length, 1);
    assert.equal(named(index, 'Kenya River Project').type, 'organisation');
  });

  it('is not made of what is said to be no name', () => {
    const text = 'Then Daniel Brandt met Lena Moberg.';
    const { entities } = entitiesIn(text, 'not: [daniel brandt]\n');
    assert.deepEqual(
      entities.map(({ name }) => name),
      ['Lena Moberg'],
    );
  });

  it('is found with either apostrophe', () => {
    const index = entitiesIn('We met O’Brien.', "- name: Ann O'Brien\n  aliases: [O'Brien]\n");
    assert.equal(named(index, "Ann O'Brien").mentions.length, 1);
  });

  const scripts: [script: string, name: string, text: string][] = [
    ['Han', '朴乔', '我们见到了[朴乔]。'],
    ['Han, with a space on the card', '中国 电力', '[中国电力]来了'],
    ['Japanese', '東京電力', '昨日、[東京電力]は発表した。'],
    [
      'Korean, with particles',
      '김철수',
      '[김철수]는 왔다. 그는 [김철수]에게서 들었다. 김철은 없다.',
    ],
    ['Thai', 'สมชาย', 'เขาพบ[สมชาย]ที่บ้าน'],
    ['Khmer', 'សុខា', 'ខ្ញុំជួប[សុខា]នៅផ្ទះ'],
    ['Cyrillic', 'Анна Берг', '[Анна Берг] пришла.'],
    ['Arabic', 'أحمد علي', 'قال [أحمد علي] إن'],
    ['Devanagari', 'आशा', '[आशा] ने कहा, आशाओं'],
    ['Latin, its accents apart', 'José Niño', 'Then [Jose\u0301 Nin\u0303o] spoke.'],
  ];
  for (const [script, name, marked] of scripts) {
    it(`is found in ${script}`, () => {
      const { cards } = parseCards(`- name: ${name}\n`);
      const text = marked.replace(/[[\]]/g, '');
      const found = new CardFinder(cards ?? []).find(text);
      const expected = [...marked.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]);
      assert.deepEqual(
        found.map(({ start, end }) => text.slice(start, end)),
        expected,
      );
    });
  }

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

  const merges: { what: string; yaml: string | undefined; gives: string | undefined }[] = [
    {
      what: 'a new file gets a card with both names',
      yaml: undefined,
      gives: 'entities:\n  - name: Ann Berg\n    type: person\n    aliases:\n      - A. Berg\n',
    },
    {
      what: 'a card that is there gets an alias, and keeps its comments',
      yaml: '# ours\n- name: Ann Berg # she\n  aliases: [Ann]\n- name: Oslo\n',
      gives: '# ours\n- name: Ann Berg # she\n  aliases: [Ann, A. Berg]\n- name: Oslo\n',
    },
    {
      what: 'one alias becomes two',
      yaml: '- name: Ann Berg\n  aliases: Ann\n',
      gives: '- name: Ann Berg\n  aliases:\n    - Ann\n    - A. Berg\n',
    },
    {
      what: 'two cards become one, which keeps what was on both',
      yaml: '- name: A. Berg\n  not: [Berg]\n  links: https://a.example\n# hers\n- name: Ann Berg\n',
      gives:
        '# hers\n- name: Ann Berg\n  aliases:\n    - A. Berg\n  links:\n    - https://a.example\n  not:\n    - Berg\n',
    },
    { what: 'a broken file is left alone', yaml: 'entities: [', gives: undefined },
    { what: 'so is one that holds no cards', yaml: 'entities: yes', gives: undefined },
  ];
  for (const { what, yaml, gives } of merges) {
    it(`is merged with another: ${what}`, () => {
      const card = { name: 'Ann Berg', type: 'person', aliases: [] } as const;
      const other = { name: 'A. Berg', type: 'person', aliases: [] } as const;
      assert.equal(withMerged(yaml, card, other), gives);
    });
  }

  const refusals: [what: string, yaml: string | undefined, gives: string][] = [
    ['a new file', undefined, 'entities: []\nnot:\n  - Very\n'],
    [
      'a list of cards',
      '# ours\n- name: Oslo # there\n',
      'entities:\n  # ours\n  - name: Oslo # there\nnot:\n  - Very\n',
    ],
    [
      'a list that is there, once',
      'not: [Well, Very]\nentities:\n  - name: Oslo\n',
      'not: [Well, Very]\nentities:\n  - name: Oslo\n',
    ],
  ];
  for (const [what, yaml, gives] of refusals) {
    it(`is not what is no name: “Very” is written to ${what}`, () => {
      const written = withNotNames(yaml, ['Very', 'very']);
      assert.equal(written, gives);
      assert.deepEqual(parseCards(written).problems, []);
      assert.ok(parseCards(written).notNames.includes('Very'));
    });
  }

  it('that has the name of another has a problem, at its name', () => {
    const yaml =
      '- name: Ann Berg\n  aliases: [Berg]\n- name: Lars Berg\n  aliases: [berg, Lars]\n';
    const { cards, problems } = parseCards(yaml);
    assert.equal(cards?.length, 2);
    assert.deepEqual(
      problems.map(({ start, end, severity }) => [yaml.slice(start, end), severity]),
      [['Lars Berg', 'warning']],
    );
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
      assert.deepEqual(acronymsIn(text), [{ short, long, at: text.indexOf(long) }]);
    });
  }

  it('are not every word in brackets', () => {
    assert.deepEqual(acronymsIn('He left (Oslo) and came (with Anna).'), []);
  });
});
