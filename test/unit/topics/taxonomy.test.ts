import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { inEnglish } from '../../../src/core/message';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

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
    ['topics that are no list', 'topics: 5\n', '5', /expected to be a list/, false],
    [
      'a key that is not known',
      '- label: A\n  colour: red\n',
      'colour',
      /“colour” is not known/,
      true,
    ],
    ['no colour', '- label: A\n  color: red\n', 'red', /“red” is no color/, true],
    ['a term without letters', '- label: A\n  terms: ["--"]\n', '["--"]', /found nowhere/, true],
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

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, junk) => {
        parseTaxonomy(json);
        parseTaxonomy(junk);
      }),
    );
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
