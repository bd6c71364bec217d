import assert from 'node:assert/strict';
import { Codebook } from '../../../src/core/codebook/model';
import { codeOf, refusalCode, tagCode, TAGS } from '../../../src/core/exchange/aspects';
import { importCodes } from '../../../src/core/exchange/fromCodes';
import { derivedGuid } from '../../../src/core/exchange/guid';
import { Losses } from '../../../src/core/exchange/losses';
import type { Code } from '../../../src/core/exchange/refi/model';
import { aspectCodes, tagCodes, topicCodes, topicGuid } from '../../../src/core/exchange/toCodes';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { lossTexts } from './support';

const TAXONOMY = `topics:
  - id: sea
    label: The sea
    description: All that is salt
    color: "#1f77b4"
    terms:
      - tide
    exact:
      - SEA
    exclude:
      - sea change
    entities:
      - Port Office
    related:
      - trade
    notation: "7"
    icon: law
    children:
      - id: ice
        label: Ice
  - id: trade
    label:
      en: "Trade: by sea"
      de: Handel
    guid: 0f0e0d0c-0b0a-4908-8706-050403020100
codebook:
  - id: doubt
    name: To be doubted
    description: Nobody else says so
    color: "#c00"
    shortcut: "1"
    children:
      - id: hearsay
        name: Hearsay
`;

function parsed() {
  const { taxonomy, codebook } = parseTaxonomy(TAXONOMY);
  assert(taxonomy && codebook);
  return { topics: taxonomy.topics, codebook };
}

/** Codes as lines: those below are further in, and headings that nothing is coded with are in brackets. */
function told(codes: readonly Code[], indent = ''): string[] {
  return codes.flatMap(({ name, isCodable, color, description, children }) => {
    const parts = [isCodable ? name : `[${name}]`, color, description?.replaceAll('\n', ' ⏎ ')];
    return [indent + parts.filter(Boolean).join(' | '), ...told(children, `${indent}  `)];
  });
}

describe('The codes of a project that we write', () => {
  it('are the topics, which keep under their description what other tools have no place for', () => {
    assert.deepEqual(told(topicCodes(parsed().topics)), [
      'The sea | #1f77b4 | All that is salt ⏎ --- ⏎ id: sea ⏎ terms: ⏎   - tide ⏎ exact: ⏎   - SEA ⏎ exclude: ⏎   - sea change ⏎ entities: ⏎   - Port Office ⏎ related: ⏎   - trade ⏎ notation: "7" ⏎ icon: law',
      '  Ice | --- ⏎ id: ice',
      'Trade: by sea | --- ⏎ id: trade ⏎ label: ⏎   - "en: Trade: by sea" ⏎   - "de: Handel"',
    ]);
  });

  it('are the codebook and free tags, under a heading', () => {
    const { codebook } = parsed();
    assert.deepEqual(told(tagCodes(codebook, ['by ear'])), [
      '[Tags]',
      '  To be doubted | #c00 | Nobody else says so ⏎ --- ⏎ id: doubt ⏎ shortcut: "1"',
      '    Hearsay | --- ⏎ id: hearsay',
      '  by ear',
    ]);
    assert.deepEqual(tagCodes(Codebook.empty, []), []);
  });

  it('are of what can be said of claims only what was said, under headings', () => {
    const { topics } = parsed();
    const used = [
      codeOf({ aspect: 'kind', value: 'cause' }),
      codeOf({ aspect: 'status', value: 'open' }),
      refusalCode(topicGuid({ id: 'ice' })),
    ];
    assert.deepEqual(told(aspectCodes(new Set(used), topics)), [
      '[Claims]',
      '  [Kind of claim]',
      '    cause',
      '  [Status]',
      '    open',
      '  [Not this topic]',
      '    Ice',
    ]);
    assert.deepEqual(told(aspectCodes(new Set(used.slice(0, 1)), topics)), [
      '[Claims]',
      '  [Kind of claim]',
      '    cause',
    ]);
    assert.deepEqual(aspectCodes(new Set(), topics), []);
  });

  it('become again the file that they were made of', () => {
    const { topics, codebook } = parsed();
    const codes = [...topicCodes(topics), ...tagCodes(codebook, ['by ear'])];
    const { yaml, uses } = importCodes(codes, new Losses(), 'Talks');
    assert.equal(yaml, `# Imported from Talks.\n\n${TAXONOMY}`);
    assert.deepEqual(uses.get(topicGuid({ id: 'ice' })), { aspect: 'topic', value: 'ice' });
    assert.deepEqual(uses.get(tagCode('hearsay')), { aspect: 'tag', value: 'hearsay' });
    assert.deepEqual(uses.get(tagCode('by ear')), { aspect: 'tag', value: 'by ear' });
    assert.equal(uses.get(TAGS.guid), undefined);
  });
});

const guidOf = (name: string) => derivedGuid('another tool', name);

/** A code of another tool. */
function code(name: string, more: Partial<Code> = {}): Code {
  return { guid: guidOf(name), name, isCodable: true, children: [], ...more };
}

/** Codes each under the one before. */
function nested(depth: number, at = 1): Code[] {
  return at > depth ? [] : [code(`level ${at}`, { children: nested(depth, at + 1) })];
}

describe('The codes of another tool', () => {
  const LONG = `${'All that is salt and wet and cold. '.repeat(4)}So it is.`;
  const CASES: [what: string, codes: Code[], yaml: string[] | undefined, losses?: string[]][] = [
    ['are no file where there are none', [], undefined],
    [
      'are topics with their colours and descriptions, on one line',
      [code('The sea', { color: '#00f', description: LONG })],
      [
        'topics:',
        '  - id: the-sea',
        '    label: The sea',
        `    guid: ${guidOf('The sea')}`,
        `    description: ${LONG}`,
        '    color: "#00f"',
      ],
    ],
    [
      'have ids of their own where their names are alike, or have no letters',
      [code('Sea'), code('SEA'), code('sea!'), code('?')],
      ['sea / Sea', 'sea-2 / SEA', 'sea-3 / sea!', 'topic / ?'].flatMap((both, index) => {
        const [id, label] = both.split(' / ');
        const list = index === 0 ? ['topics:'] : [];
        const written = label === '?' ? '"?"' : label;
        return [
          ...list,
          `  - id: ${id}`,
          `    label: ${written}`,
          `    guid: ${guidOf(label ?? '')}`,
        ];
      }),
    ],
    [
      'that are headings only are topics, too, which is said',
      [code('Sea', { isCodable: false })],
      ['topics:', '  - id: sea', '    label: Sea', `    guid: ${guidOf('Sea')}`],
      ['1× Headings that no text can be coded with: here they are ordinary topics.'],
    ],
    [
      'are no codebook where tags have only names, and topics below topics',
      [
        { ...TAGS, isCodable: false, children: [code('free')] },
        code('Sea', { children: [code('Ice')] }),
      ],
      [
        'topics:',
        '  - id: sea',
        '    label: Sea',
        `    guid: ${guidOf('Sea')}`,
        '    children:',
        '      - id: ice',
        '        label: Ice',
        `        guid: ${guidOf('Ice')}`,
      ],
    ],
    [
      'are a codebook where tags have ids, as ours have, and what is above them is in it, too',
      [
        {
          ...TAGS,
          isCodable: false,
          children: [
            code('Doubt', { description: '---\nid: d', children: [code('Hearsay')] }),
            code('Said', { children: [code('Rumour', { description: '---\nid: r' })] }),
          ],
        },
      ],
      [
        'codebook:',
        '  - id: d',
        '    name: Doubt',
        '  - id: Said',
        '    name: Said',
        '    children:',
        '      - id: r',
        '        name: Rumour',
      ],
    ],
  ];
  for (const [what, codes, yaml, losses = []] of CASES) {
    it(what, () => {
      const counted = new Losses();
      const found = importCodes(codes, counted, 'A\r\n tool');
      const lines = yaml && ['# Imported from A tool.', '', ...yaml, ''];
      assert.deepEqual(found.yaml?.split('\n'), lines);
      assert.deepEqual(lossTexts(counted), losses);
    });
  }

  it('are counted, those below others, too', () => {
    assert.equal(importCodes(nested(3), new Losses(), 'x').topics, 3);
  });

  it('stand beside those that are deeper than anybody reads', () => {
    const { yaml, topics } = importCodes(nested(42), new Losses(), 'x');
    const { taxonomy, problems } = parseTaxonomy(yaml ?? '');
    assert.deepEqual(problems, []);
    assert.equal(topics, 42);
    let level = taxonomy?.topics ?? [];
    for (let depth = 1; depth < 40; depth++) level = level[0]?.children ?? [];
    assert.deepEqual(
      level.map(({ id, children }) => [id, children.length]),
      [
        ['level-40', 0],
        ['level-41', 0],
        ['level-42', 0],
      ],
    );
  });
});
