import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { inEnglish } from '../support/inEnglish';
import { allTopics, type Topic } from '../../../src/core/topics/model';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import type { OtherFile } from '../../../src/core/yaml/otherFile';

describe('A taxonomy', () => {
  it('is a list of topics, of any depth', () => {
    const { taxonomy, problems } = parseTaxonomy(
      'topics:\n  - label: Sea Trade\n    terms: tanker\n    children:\n      - Insurance\n',
    );
    assert.deepEqual(problems, []);
    const [topic] = taxonomy?.topics ?? [];
    assert.equal(topic?.id, 'sea-trade');
    assert.deepEqual(topic.terms, ['tanker']);
    assert.deepEqual(
      topic.children.map(({ id, label, terms }) => ({ id, label, terms })),
      [{ id: 'insurance', label: 'Insurance', terms: ['Insurance'] }],
    );
  });

  it('may be a bare list, or empty', () => {
    assert.equal(parseTaxonomy('- label: A\n').taxonomy?.topics.length, 1);
    assert.equal(parseTaxonomy('# nothing yet\n').taxonomy?.topics.length, 0);
  });

  const wrong: [what: string, yaml: string, words: string, says: RegExp, usable: boolean][] = [
    ['no label', '- terms: [a]\n', 'terms: [a]\n', /needs a label/, false],
    [
      'the same id twice',
      '- label: A\n- id: a\n  label: B\n',
      'a',
      /Two topics have the id “a”/,
      false,
    ],
    ['topics that are no list', 'topics: 5\n', '5', /“topics” is expected to be a list/, false],
    [
      'topics below one that are no list',
      'topics:\n  - label: A\n    children: B\n',
      'B',
      /“children” is expected to be a list/,
      false,
    ],
    [
      'a key that is not known',
      '- label: A\n  colour: red\n',
      'colour',
      /“colour” is not known/,
      true,
    ],
    ['no colour', '- label: A\n  color: red\n', 'red', /“red” is no color/, true],
    ['a term without letters', '- label: A\n  terms: ["--"]\n', '"--"', /found nowhere/, true],
    [
      'a term that is excluded',
      '- label: A\n  terms: [wars]\n  exclude: [war]\n',
      'wars',
      /never counts/,
      true,
    ],
    [
      'a term twice',
      '- label: A\n  terms: [war, oil, wars]\n',
      'wars',
      /is in this topic twice/,
      true,
    ],
    [
      'a term of another topic',
      '- label: A\n  terms: [war]\n- label: B\n  terms: [oil, WARS, war]\n',
      'war',
      /is a term of “A”, too/,
      true,
    ],
    ['a word of every passage', '- label: A\n  terms: [The]\n', 'The', /nearly every/, true],
    ['a short beginning', '- label: A\n  terms: [in*]\n', 'in*', /very many words/, true],
    [
      'a * that means nothing',
      '- label: A\n  terms: ["*ship"]\n',
      '"*ship"',
      /has no effect/,
      true,
    ],
    [
      'NEAR with one side',
      '- label: A\n  terms: ["-- NEAR/5 b"]\n',
      '"-- NEAR/5 b"',
      /on both sides/,
      true,
    ],
    [
      'NEAR with the other side',
      '- label: A\n  terms: ["b NEAR/5 --"]\n',
      '"b NEAR/5 --"',
      /on both sides/,
      true,
    ],
    [
      'NEAR twice',
      '- label: A\n  terms: [b NEAR/5 c NEAR/5 d]\n',
      'b NEAR/5 c NEAR/5 d',
      /more than one NEAR/,
      true,
    ],
    ['NEAR of nothing', '- label: A\n  terms: [b NEAR/0 c]\n', 'b NEAR/0 c', /from 1 to 100/, true],
    [
      'NEAR of too much',
      '- label: A\n  terms: [b NEAR/1 c, d NEAR/100 e, f NEAR/101 g]\n',
      'f NEAR/101 g',
      /from 1 to 100/,
      true,
    ],
    [
      'a term of too many words',
      `- label: A\n  terms: [${'b '.repeat(30).trim()}, ${'c '.repeat(31).trim()}]\n`,
      'c '.repeat(31).trim(),
      /more than 30 words/,
      true,
    ],
    [
      'too many words near others',
      `- label: A\n  terms: [b NEAR/2 ${'c '.repeat(31).trim()}]\n`,
      `b NEAR/2 ${'c '.repeat(31).trim()}`,
      /more than 30 words/,
      true,
    ],
    [
      'the same near the same, the other way round',
      '- label: A\n  terms: [oil NEAR/5 gas, gas NEAR/4 oil, gas NEAR/5 oil]\n',
      'gas NEAR/5 oil',
      /is in this topic twice/,
      true,
    ],
    ['a topic above that is not', '- {label: A, broader: sea}\n', 'sea', /No topic has/, true],
    [
      'a topic above that is meant otherwise',
      '- label: A\n  broader: tarde\n- label: Trade\n',
      'tarde',
      /Did you mean “trade”/,
      true,
    ],
    [
      'a cycle',
      '- {label: A, broader: b}\n- {label: B, broader: c}\n- {label: C, broader: a}\n',
      'a',
      /“C” would be under itself/,
      false,
    ],
    ['a topic under itself', '- {label: A, broader: a}\n', 'a', /“A” would be under itself/, false],
    [
      'a topic above that isn’t there',
      '- {label: Sea, broader: nowhere}\n',
      'nowhere',
      /No topic has the id “nowhere”\.$/,
      true,
    ],
    [
      'a topic below that is called otherwise',
      '- {label: Sea, id: sea}\n- {label: War, narrower: [see]}\n',
      'see',
      /Did you mean “sea”/,
      true,
    ],
    [
      'a related topic that isn’t there',
      '- {label: Sea, related: [nowhere]}\n',
      'nowhere',
      /No topic has the id “nowhere”\.$/,
      true,
    ],
    [
      'two places for a topic',
      '- {label: A, narrower: [c]}\n- {label: B, narrower: [c]}\n- C\n',
      'c',
      /is already under “A”/,
      true,
    ],
  ];
  for (const [what, yaml, words, says, usable] of wrong) {
    it(`with ${what} has a problem at its place`, () => {
      const { taxonomy, problems } = parseTaxonomy(yaml);
      assert.equal(problems.length, 1);
      const [problem] = problems;
      assert.match(problem ? inEnglish(problem.message) : '', says);
      assert.equal(yaml.slice(problem?.start, problem?.end), words);
      assert.equal(taxonomy !== undefined, usable);
    });
  }

  const mended: [what: string, yaml: string, after: string][] = [
    ['a key', '- label: A\n  trems: [x]\n', '- label: A\n  terms: [x]\n'],
    [
      'an id',
      '- label: A\n- id: a # mine\n  label: B\n',
      '- label: A\n- id: a-2 # mine\n  label: B\n',
    ],
    [
      'an id of a related topic',
      '- Sea\n- {label: War, related: [see]}\n',
      '- Sea\n- {label: War, related: [sea]}\n',
    ],
    [
      'a third of an id',
      '- {label: A, id: a}\n- {label: B, id: a-2}\n- {label: C, id: a}\n',
      '- {label: A, id: a}\n- {label: B, id: a-2}\n- {label: C, id: a-3}\n',
    ],
    [
      'a label’s id below a line with a comma',
      '- Sea # {a, b\n- label: Sea\n',
      '- Sea # {a, b\n- id: sea-2\n  label: Sea\n',
    ],
    ['a label’s id', '- label: A\n- label: A\n', '- label: A\n- id: a-2\n  label: A\n'],
    ['an id in braces', '- Sea\n- {label: Sea}\n', '- Sea\n- {id: sea-2, label: Sea}\n'],
    ['a term in brackets', '- label: A\n  terms: [x, X, y]\n', '- label: A\n  terms: [x, y]\n'],
    ['the last in brackets', '- label: A\n  terms: [x, X]\n', '- label: A\n  terms: [x]\n'],
    [
      'a term of a list',
      '- label: A\n  terms:\n    - x\n    - X # again\n    - y\n',
      '- label: A\n  terms:\n    - x\n    - y\n',
    ],
  ];
  for (const [what, yaml, after] of mended) {
    it(`is mended by the fix of a problem with ${what}`, () => {
      const [fix] = parseTaxonomy(yaml).problems.flatMap(({ fixes = [] }) => fixes);
      let text = yaml;
      for (const { start, end, text: put } of fix?.edits ?? []) {
        text = text.slice(0, start) + put + text.slice(end);
      }
      assert.equal(text, after);
      assert.deepEqual(parseTaxonomy(after).problems, []);
    });
  }

  const read: [yaml: string, topic: Partial<Topic>][] = [
    [
      'Sea & Salt!',
      {
        id: 'sea-salt',
        label: 'Sea & Salt!',
        terms: ['Sea & Salt!'],
        exact: [],
        exclude: [],
        entities: [],
        children: [],
      },
    ],
    ['{label: "--"}', { id: 'topic', terms: [] }],
    [
      '{label: Sea, color: "#1f77b4", icon: globe, notation: 7}',
      { color: '#1f77b4', icon: 'globe', notation: '7' },
    ],
    [
      '{label: Sea, guid: 0F0E0D0C-0b0a-4908-8706-050403020100}',
      { guid: '0F0E0D0C-0b0a-4908-8706-050403020100' },
    ],
    ['{label: Sea, color: blue, icon: "no icon", guid: none}', {}],
    ['{label: Sea, description: Wet, scopeNote: Deep}', { description: 'Wet Deep' }],
    [
      '{label: Sea, terms: [a1, b1], exact: [c1], exclude: [d1], entities: [e1]}',
      { terms: ['a1', 'b1'], exact: ['c1'], exclude: ['d1'], entities: ['e1'] },
    ],
    ['{label: Sea, terms: [a1], exact: true}', { terms: [], exact: ['a1'] }],
    ['{label: Sea, terms: [a1], exact: false}', { terms: ['a1'], exact: [] }],
    [
      '{label: Sea, terms: [a1], exact: {en: [b1], de: [c1]}}',
      { terms: ['a1'], exact: ['b1', 'c1'] },
    ],
    ['{label: {en: Sea, de: Meer}}', { label: 'Sea', labels: { en: 'Sea', de: 'Meer' } }],
    ['{label: {de: Meer, sv: Hav}}', { label: 'Meer', id: 'meer' }],
  ];
  for (const [yaml, expected] of read) {
    it(`is read with all that it says, and nothing else: ${yaml}`, () => {
      const [topic] = parseTaxonomy(`- ${yaml}\n- Other\n`).taxonomy?.topics ?? [];
      const {
        id,
        label,
        terms,
        exact,
        exclude,
        entities,
        children,
        related,
        span,
        file,
        labels,
        ...said
      } = topic ?? assert.fail('It is no topic.');
      const all = {
        id,
        label,
        terms,
        exact,
        exclude,
        entities,
        children,
        related,
        span,
        file,
        labels,
      };
      const optional = ['color', 'icon', 'notation', 'guid', 'description'];
      for (const [key, value] of Object.entries(expected)) {
        assert.deepEqual({ ...all, ...said }[key as keyof Topic], value, key);
      }
      assert.deepEqual(
        Object.keys(said),
        optional
          .filter((key) => key in expected)
          .sort((a, b) => Object.keys(said).indexOf(a) - Object.keys(said).indexOf(b)),
      );
    });
  }

  it('may hold codes, or none', () => {
    const of = (yaml: string) => parseTaxonomy(yaml).codebook;
    assert.equal(of('topics: [Sea]\n'), undefined);
    assert.ok(of('topics: [Sea]\ncodebook: []\n'));
    assert.equal(of('topics: [Sea]\ncodebook: [{id: x, name: Y}]\n')?.find('x')?.code.name, 'Y');
  });

  it('may say twice where a topic is, and relate it only to what is there', () => {
    const yaml =
      '- label: A\n  related: [b, gone]\n  children: [{label: B, broader: a}]\n  narrower: [c]\n- {label: C, broader: a}\n';
    const { taxonomy, problems } = parseTaxonomy(yaml);
    assert.equal(problems.length, 1);
    const [a, none] = taxonomy?.topics ?? [];
    assert.equal(none, undefined);
    assert.deepEqual(
      a?.children.map(({ id }) => id),
      ['b', 'c'],
    );
    assert.deepEqual(a.related, ['b']);
  });

  it('tells of very many problems the errors first, in order of the file', () => {
    const warned = Array.from(
      { length: 300 },
      (_, at) => `- {label: T${at}, related: [nowhere-${at}]}\n`,
    );
    const yaml = `${warned.join('')}- T0\n`;
    const { problems } = parseTaxonomy(yaml);
    assert.equal(problems.length, 200);
    assert.equal(problems.at(-1)?.severity, 'error');
    const starts = problems.map(({ start }) => start);
    assert.deepEqual(
      starts,
      [...starts].sort((one, other) => one - other),
    );
    assert.equal(starts[0], yaml.indexOf('nowhere-0'));
  });

  it('may be written with the keys of SKOS', () => {
    const { taxonomy, problems } = parseTaxonomy(
      `- prefLabel: {en: Trade, de: Handel}
  altLabel: {en: [commerce], de: [Gewerbe]}
  hiddenLabel: comerce
  scopeNote: What crosses borders.
  notation: 7.2
  narrower: [tariffs, label: Ports]
- {id: tariffs, label: Tariffs}
- {label: Quotas, broader: trade, related: [tariffs]}
`,
      { language: 'de-ch' },
    );
    assert.deepEqual(problems, []);
    const [trade, none] = taxonomy?.topics ?? [];
    assert.equal(none, undefined);
    assert.equal(trade?.label, 'Handel');
    assert.equal(trade.id, 'trade');
    assert.equal(trade.notation, '7.2');
    assert.deepEqual(trade.labels, { en: 'Trade', de: 'Handel' });
    assert.deepEqual(trade.terms, ['commerce', 'Gewerbe', 'comerce']);
    assert.equal(trade.description, 'What crosses borders.');
    assert.deepEqual(
      trade.children.map(({ label }) => label),
      ['Ports', 'Tariffs', 'Quotas'],
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, junk) => {
        parseTaxonomy(json);
        parseTaxonomy(junk);
      }),
    );
  });
});

describe('A taxonomy of several files', () => {
  const files: Record<string, string> = {
    'sea/ports.yaml': 'include: ../more.yaml\ntopics: [Ports]\n',
    'more.yaml': '- {label: More, broader: top}\n',
    'round.yaml': 'include: round.yaml\ntopics: []\n',
    'broken.yaml': 'topics: [\n',
    'again.yaml': '- {label: Top}\n',
  };
  const read = (path: string): OtherFile => {
    if (path.startsWith('..')) return { kind: 'outside' };
    const text = files[path];
    return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
  };

  it('has the topics of all of them, each with its file', () => {
    const yaml = 'include: [sea/ports.yaml, more.yaml]\ntopics: [Top]\n';
    const { taxonomy, problems } = parseTaxonomy(yaml, { read });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [...allTopics(taxonomy?.topics ?? [])].map(({ label, file }) => [label, file]),
      [
        ['Top', ''],
        ['More', 'more.yaml'],
        ['Ports', 'sea/ports.yaml'],
      ],
    );
  });

  const refused: [path: string, says: RegExp][] = [
    ['nowhere.yaml', /There is no file/],
    ['../secret.yaml', /outside of the workspace folder/],
    ['sea/../../secret.yaml', /outside of the workspace folder/],
    ['/etc/passwd.yaml', /is no path/],
    ['file:///etc/x.yaml', /is no path/],
    ['C:/x.yaml', /is no path/],
    ['sea\\\\x.yaml', /is no path/],
    ['x.yaml?y.yaml', /is no path/],
    ['x.yaml#y.yaml', /is no path/],
    ['.yamlx', /is no path/],
    ['ports.txt', /is no path/],
  ];
  for (const [path, says] of refused) {
    it(`can’t include ${path}`, () => {
      const { taxonomy, problems } = parseTaxonomy(`include: "${path}"\n`, { read });
      assert.equal(taxonomy, undefined);
      assert.match(problems[0] ? inEnglish(problems[0].message) : '', says);
    });
  }

  const asked: [includes: string, files: Record<string, string>, paths: string[]][] = [
    ['a.yaml', { 'a.yaml': '- Ash' }, ['a.yaml']],
    ['[a.yaml, a.yaml]', { 'a.yaml': '- Ash' }, ['a.yaml']],
    ['./sea/./a.yaml', { 'sea/a.yaml': '- Ash' }, ['sea/a.yaml']],
    ['sea//A.YML', { 'sea/A.YML': '- Ash' }, ['sea/A.YML']],
    ['sea/../a.yaml', { 'a.yaml': '- Ash' }, ['a.yaml']],
    [
      'sea/a.yaml',
      { 'sea/a.yaml': 'include: b.yaml\ntopics: [Ash]\n', 'sea/b.yaml': '- Birch' },
      ['sea/a.yaml', 'sea/b.yaml'],
    ],
    [
      'sea/a.yaml',
      { 'sea/a.yaml': 'include: ../b.yaml\ntopics: [Ash]\n', 'b.yaml': '- Birch' },
      ['sea/a.yaml', 'b.yaml'],
    ],
    [
      '[a.yaml, b.yaml]',
      {
        'a.yaml': 'include: c.yaml\ntopics: [Ash]\n',
        'b.yaml': 'include: c.yaml\ntopics: [Birch]\n',
        'c.yaml': '- Cork',
      },
      ['a.yaml', 'c.yaml', 'b.yaml'],
    ],
  ];
  for (const [include, ours, paths] of asked) {
    it(`includes ${include} as ${paths.join(' and ')}, each once`, () => {
      const read: string[] = [];
      const { taxonomy, problems, included } = parseTaxonomy(
        `include: ${include}\ntopics: [Top]\n`,
        {
          read: (path) => {
            read.push(path);
            return { kind: 'text', text: ours[path] ?? assert.fail(`It asks for ${path}.`) };
          },
        },
      );
      assert.deepEqual(read, paths);
      assert.deepEqual([problems, [...included.values()].flat()], [[], []]);
      assert.equal(taxonomy?.topics.length, paths.length + 1);
    });
  }

  it('has a hundred at most', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `f${at}.yaml`);
    const with_ = (count: number) =>
      parseTaxonomy(`include: [${names(count).join(', ')}]\ntopics: [Top]\n`, {
        read: (path) => ({ kind: 'text', text: `- ${path.replace('.yaml', '')}` }),
      });
    assert.equal(with_(99).taxonomy?.topics.length, 100);
    const { taxonomy, problems } = with_(100);
    assert.equal(taxonomy, undefined);
    assert.match(inEnglish(problems[0]!.message), /More than 100 files/);
    assert.equal(problems.length, 1);
  });

  it('tells what is wrong in the file that it is in, and mends it there', () => {
    const other = '# ours\n- label: Top\n';
    const { problems, included } = parseTaxonomy('include: other.yaml\ntopics: [Top]\n', {
      read: () => ({ kind: 'text', text: other }),
    });
    assert.deepEqual(problems, []);
    const [problem] = included.get('other.yaml') ?? [];
    const [edit] = problem?.fixes?.[0]?.edits ?? [];
    assert.ok(edit);
    assert.equal(
      other.slice(0, edit.start) + edit.text + other.slice(edit.end),
      '# ours\n- id: top-2\n  label: Top\n',
    );
  });

  it('has codes only if it says so itself, and nothing is wrong', () => {
    const code = 'codebook: [{ id: doubt, name: To be doubted }]\n';
    const read = (): OtherFile => ({ kind: 'text', text: `${code}topics: [Sea]\n` });
    const of = (yaml: string) => parseTaxonomy(yaml, { read }).codebook?.find('doubt')?.code.name;
    assert.equal(of(`${code}topics: [Top]\n`), 'To be doubted');
    assert.equal(of('topics: [Top]\n'), undefined);
    assert.equal(of('include: other.yaml\ntopics: [Top]\n'), undefined);
    assert.equal(of(`${code}topics: [Top, Top]\n`), undefined);
  });

  it('can’t include itself, have an id twice, or a broken part', () => {
    for (const [path, says] of [
      ['round.yaml', /includes this file/],
      ['again.yaml', /Two topics have the id “top”/],
      ['broken.yaml', /not valid YAML/],
    ] as const) {
      const { taxonomy, included } = parseTaxonomy(`include: ${path}\ntopics: [Top]\n`, { read });
      assert.equal(taxonomy, undefined);
      const [problem] = included.get(path) ?? [];
      assert.match(problem ? inEnglish(problem.message) : '', says);
    }
  });
});

describe('The starter taxonomy', () => {
  it('has no problems', () => {
    const { taxonomy, problems } = parseTaxonomy(
      readFileSync('media/starter-taxonomy.yaml', 'utf8'),
    );
    assert.deepEqual(problems, []);
    assert.ok((taxonomy?.topics.length ?? 0) >= 10);
  });
});
