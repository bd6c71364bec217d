import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/read';
import { withCode } from '../../../src/core/codebook/write';
import { inEnglish } from '../support/inEnglish';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

const BOOK = `codes:
  - name: Economy
    color: '#1f77b4'
    children:
      - name: Sanctions
        id: san
        description: Measures against trade.
        shortcut: 1
      - Prices
  - Ferry # ask Ruth
`;

function read(yaml: string) {
  const { codebook, problems } = parseCodebook(yaml);
  assert.deepEqual(problems, []);
  assert.ok(codebook);
  return codebook;
}

describe('A codebook', () => {
  it('is a tree of codes, each before those below it', () => {
    const book = read(BOOK);
    assert.deepEqual(
      book.all.map(({ code, above }) => [...above, code].map(({ name }) => name).join(' › ')),
      ['Economy', 'Economy › Sanctions', 'Economy › Prices', 'Ferry'],
    );
    const { code } = book.find('san') ?? {};
    assert.equal(code?.description, 'Measures against trade.');
    assert.equal(book.find('Economy')?.code.color, '#1f77b4');
  });

  it('may be a bare list, or empty', () => {
    assert.equal(read('- Ferry\n').all.length, 1);
    assert.equal(read('# nothing yet\n').all.length, 0);
  });

  it('finds codes by id (the name, unless another is given), in capitals or not', () => {
    const book = read(BOOK);
    assert.equal(book.find('ferry')?.code.name, 'Ferry');
    assert.equal(book.find('Sanctions'), undefined);
    assert.equal(book.nameOf('san'), 'Sanctions');
    assert.deepEqual(book.pathOf('san'), ['Economy', 'Sanctions']);
    assert.equal(book.withShortcut('1')?.id, 'san');
  });

  it('knows nothing of free tags, and calls them as they are called', () => {
    assert.equal(read(BOOK).nameOf('local politics'), 'local politics');
    assert.deepEqual(read(BOOK).pathOf('local politics'), ['local politics']);
  });

  const wrong: [what: string, yaml: string, words: string, says: RegExp, usable: boolean][] = [
    ['a code without a name', '- id: a\n', 'id: a\n', /needs a name/, false],
    ['a name twice', '- A\n- name: A\n', 'A', /Two codes are called “A”/, false],
    ['codes that are no list', 'codes: 5\n', '5', /expected to be a list/, false],
    [
      'codes below one that are no list',
      '- name: A\n  children: B\n',
      'B',
      /“children” is expected/,
      false,
    ],
    ['a colour in words', '- name: A\n  color: red\n', 'red', /“red” is no color/, true],
    ['a shortcut of two digits', '- name: A\n  shortcut: 12\n', '12', /no shortcut/, true],
    [
      'a shortcut twice',
      '- name: A\n  shortcut: 1\n- name: B\n  shortcut: 1\n',
      '1',
      /Two codes have the shortcut 1/,
      true,
    ],
    ['an unknown key', '- name: A\n  colour: red\n', 'colour', /“colour” is not known/, true],
    ['broken YAML', 'codes: [', '', /not valid YAML/, false],
  ];
  for (const [what, yaml, words, says, usable] of wrong) {
    it(`with ${what} has a problem at its place`, () => {
      const { codebook, problems } = parseCodebook(yaml);
      assert.equal(problems.length, 1);
      const [problem] = problems;
      assert.match(problem ? inEnglish(problem.message) : '', says);
      if (words) assert.equal(yaml.slice(problem?.start, problem?.end), words);
      assert.equal(codebook !== undefined, usable);
    });
  }

  it('may stand in the taxonomy, whose topics are as without it', () => {
    const { taxonomy, codebook, problems } = parseTaxonomy(
      'topics: [Ports]\ncodebook:\n  - name: Ferry\n    children: [Fares]\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      taxonomy?.topics.map(({ label }) => label),
      ['Ports'],
    );
    assert.deepEqual(codebook?.pathOf('Fares'), ['Ferry', 'Fares']);
    assert.equal(parseTaxonomy('topics: [Ports]\n').codebook, undefined);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, junk) => {
        for (const yaml of [json, junk]) {
          parseCodebook(yaml);
          withCode(yaml, 'A', 'own');
          withCode(yaml, 'A', 'taxonomy');
        }
      }),
    );
  });
});

describe('Adding a code', () => {
  it('starts a file', () => {
    assert.match(
      withCode(undefined, 'Ferry', 'own') ?? '',
      /^# Codes[^\n]+\n\ncodes:\n {2}- name: Ferry\n$/,
    );
  });

  it('adds to the end, and leaves everything else as it was', () => {
    assert.equal(withCode(BOOK, 'Fares', 'own'), `${BOOK}  - name: Fares\n`);
  });

  it('adds to a bare list, and to an empty file', () => {
    assert.equal(withCode('- Ferry\n', 'Fares', 'own'), '- Ferry\n- name: Fares\n');
    assert.equal(withCode('', 'Fares', 'own'), 'codes:\n  - name: Fares\n');
  });

  it('adds to the taxonomy’s section', () => {
    const yaml = '# ours\ntopics:\n  - Ports\ncodebook:\n  - Ferry\n';
    assert.equal(withCode(yaml, 'Fares', 'taxonomy'), `${yaml}  - name: Fares\n`);
  });

  for (const [what, yaml, place] of [
    ['a broken codebook', 'codes: [', 'own'],
    ['a broken taxonomy', 'codebook: 5\n', 'taxonomy'],
    ['a taxonomy that is a bare list', '- Ports\n', 'taxonomy'],
  ] as const) {
    it(`leaves alone ${what}`, () => {
      assert.equal(withCode(yaml, 'Fares', place), undefined);
    });
  }

  it('gives back what was added, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(name.trim() === name && name !== '');
        const { codebook } = parseCodebook(withCode(undefined, name, 'own') ?? '[');
        assert.equal(codebook?.find(name)?.code.name, name);
      }),
    );
  });
});
