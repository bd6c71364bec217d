import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inEnglish } from '../support/inEnglish';
import { parseYaml } from '../../../src/core/yaml/read';
import { runs } from '../support/runs';

/** What is said of a text, with the words that it is said of. */
function problems(yaml: string): string[] {
  return parseYaml(yaml).problems.map(
    ({ start, message }) => `${yaml.slice(0, start).split('\n').length}: ${inEnglish(message)}`,
  );
}

describe('YAML of the user’s', () => {
  const refused: [what: string, yaml: string, says: RegExp][] = [
    ['an open bracket', 'a: [1, 2\nb: 3\n', /^[123]: This is not valid YAML/],
    ['a key twice', 'a: 1\na: 2\n', /^2: “a” is here twice/],
    ['the key of all objects', '__proto__: {x: 1}\n', /^1: “__proto__” can’t be a key/],
    ['tags that would be misread', 'a: !secret x\n', /^1: This is not read: .*!secret/],
    ['a merge conflict', 'a: 1\n<<<<<<< HEAD\nb: 2\n', /^2: The file holds a merge conflict/],
    ['references', 'a: &x [1]\nb: *x\n', /^2: References/],
    ['brackets a thousand deep', '['.repeat(1000) + ']'.repeat(1000), /^1: The file is nested too/],
    ['list marks a thousand deep', `${'- '.repeat(1000)}x`, /nested too deeply/],
    ['keys a thousand deep', `${'? '.repeat(1000)}x`, /nested too deeply/],
    ['indentation hundreds deep', `a:\n${' '.repeat(400)}b: 1\n`, /^2: The file is nested too/],
    ['braces a thousand deep', '{a: '.repeat(1000), /^1: The file is nested too/],
    ['2 MB', `a: ${'x'.repeat(2_000_000)}`, /^1: The file is too large/],
  ];
  for (const [what, yaml, says] of refused) {
    it(`is refused with a sentence: ${what}`, () => {
      const { document } = parseYaml(yaml);
      assert.equal(document, undefined);
      assert.match(problems(yaml)[0] ?? '', says);
    });
  }

  const slips: [what: string, yaml: string, says: RegExp][] = [
    ['an open bracket', 'a:\n  - tags: [a\n  - id: x\n', /^3: .*close the bracket before it/],
    ['an open brace', 'a: {x: 1\nb: 2\n', /close the bracket before it/],
    ['a line that stands too far left', 'a:\n    b: 1\n   c: 2\n', /^3: .*Indent the line like/],
    ['an open quotation', 'a: "x\nb: 2\n', /A closing quotation mark.* is missing/],
    ['a dash that was forgotten', '- b: 1\n  c: 2\n d: 3\n', /a “- ” before an item is missing/],
    ['a tab', 'a:\n\tb: 1\n', /^2: .*spaces instead of tabs/],
    ['a colon in a value', 'note: He said: no\n', /^1: .*Put a value that holds a colon in/],
    ['a line that stands too far right', 'a: x\n  b: y\n', /^1: .*the next line no deeper/],
    ['a colon that was forgotten', 'topics\n  - label: x\n', /^1: .*A key needs a colon/],
    ['a colon without a blank', 'a:1\nb: 2\n', /^1: .*a colon and a space behind it/],
    ['a sign at the beginning', 'a: @x\n', /^1: .*begins with such a sign/],
    ['words behind a quotation', 'a: "x" y\n', /^1: .*put the whole value in quotation marks/],
    ['an apostrophe within apostrophes', "a: 'it's'\n", /put the whole value in quotation/],
    ['a backslash', 'a: "C:\\q"\n', /^1: .*Write a backslash.* twice/],
    [
      'what no sentence of ours tells',
      `"${'k'.repeat(1030)}": 1\n`,
      /^1: This is not valid YAML: /,
    ],
  ];
  for (const [what, yaml, says] of slips) {
    it(`with a slip says what to do: ${what}`, () => {
      assert.match(problems(yaml)[0] ?? '', says);
      assert.match(problems(yaml)[0] ?? '', /This is not valid YAML[.:] /);
    });
  }

  const read: [what: string, yaml: string][] = [
    ['a thousand lists in brackets, one after another', '- [a, [b]]\n'.repeat(1000)],
    ['a thousand maps in braces, one after another', '- { a: { b: 1 } }\n'.repeat(1000)],
    ['brackets a hundred deep', `${'['.repeat(100)}${']'.repeat(100)}`],
    ['a line that goes on after many blanks', `a: x${' '.repeat(500)}y\n`],
    ['dashes within a text', `a: x ${'- '.repeat(70)}y\n`],
    ['braces a hundred deep', `${'{ a: '.repeat(99)}{}${' }'.repeat(99)}`],
    ['brackets that close more than they open', `a: "${']'.repeat(50)}${'['.repeat(100)}"\n`],
    ['what only looks like a conflict', 'a: x <<<<<<< HEAD\nb: <<<<<<<<\n'],
    ['the same key in maps of their own', '- { a: 1 }\n- { a: 2 }\n'],
  ];
  for (const [what, yaml] of read) {
    it(`is read: ${what}`, () => {
      assert.deepEqual(problems(yaml), []);
    });
  }

  const places: [what: string, yaml: string, marked: string][] = [
    ['the mark of a conflict', 'a: 1\n<<<<<<< HEAD\nb: 2\n', '<<<<<<<'],
    ['the second key', 'a: 1\nbee: 2\nbee: 3\n', 'bee'],
    ['the bracket that is too deep', `a: ${'['.repeat(101)}`, '['],
  ];
  for (const [what, yaml, marked] of places) {
    it(`marks what is wrong: ${what}`, () => {
      const [{ start = -1, end = -1 } = {}] = parseYaml(yaml).problems;
      assert.equal(yaml.slice(start, end), marked);
      assert.equal(start, yaml.lastIndexOf(marked));
    });
  }

  it('tells of a hundred problems, not of all', () => {
    assert.equal(problems('- ]\n'.repeat(2000)).length, 100);
    assert.equal(problems('a: 1\n'.repeat(2000)).length, 100);
  });

  it('never throws, and its problems lie within the file', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]{}:,-?&*!|>\'"%@` \n\tab1#<') }),
        (yaml) => {
          for (const { start, end } of parseYaml(yaml).problems) {
            assert.ok(0 <= start && start < end && end <= yaml.length + 1, `${start}–${end}`);
          }
        },
      ),
      runs(2000),
    );
  });
});
