import assert from 'node:assert/strict';
import { completionsAt, keyAt } from '../../../src/core/topics/help';
import { TOPIC_KEYS } from '../../../src/core/topics/keys';

/** `|` is where the cursor is. */
function at(yaml: string): [text: string, offset: number] {
  return [yaml.replace('|', ''), yaml.indexOf('|')];
}

const place = (key: string) => TOPIC_KEYS.findIndex(({ name }) => name === key);

describe('While a taxonomy is written', () => {
  const cases: [what: string, yaml: string, offers: string][] = [
    ['keys of the file', '|\n', 'topics include codebook'],
    ['keys of a topic', 'topics:\n  - label: A\n    col|', 'color'],
    [
      'keys that are not there yet',
      '- label: A\n  terms: [x]\n  |\n  icon: eye\n',
      'no label, terms, icon',
    ],
    ['keys of another topic', '- label: A\n- |\n', 'label'],
    ['ids', '- label: A\n  related: [b, |\n', 'id: '],
    ['ids of a list', '- label: A\n  related:\n    - b|\n', 'id: b'],
    ['icons', '- label: A\n  icon: gl|\n', 'icon: gl'],
    ['names', '- label: A\n  entities:\n    - Ha|', 'entity: Ha'],
    ['ids of a list that begins the file', 'related:\n  - "b|', 'id: b'],
    ['ids of a list with a comment', '- label: A\n  related: # these\n    - b|', 'id: b'],
    ['topics below another', 'children:\n- label: A\n  terms:\n    - x\n- col|', 'color'],
    [
      'nothing in the list nearest above',
      '- label: A\n  related: [b]\n  terms:\n    - b|',
      'nothing',
    ],
    ['nothing in a term', '- label: A\n  terms:\n    - wa|\n', 'nothing'],
    ['nothing in a label', '- label: A b|\n', 'nothing'],
  ];
  for (const [what, yaml, offers] of cases) {
    it(`it is offered: ${what}`, () => {
      const [text, offset] = at(yaml);
      const found = completionsAt(text, offset);
      const names = (found?.keys ?? []).map(({ name }) => name);
      if (offers === 'nothing') assert.equal(found, undefined);
      else if (offers.includes(': ')) {
        assert.equal(`${found?.kind}: ${text.slice(found?.start, found?.end)}`, offers);
      } else if (offers.startsWith('no ')) {
        for (const name of offers.slice(3).split(', ')) assert.ok(!names.includes(name), name);
        assert.ok(names.includes('color'));
      } else {
        for (const name of offers.split(' '))
          assert.ok(names.includes(name), `${name} of ${names.join()}`);
      }
    });
  }

  /** Not offered, since they stand there already. */
  const taken: [what: string, yaml: string, keys: string[]][] = [
    [
      'those above and below',
      '- label: A\n  terms: [x]\n  |\n  icon: eye\n',
      ['label', 'terms', 'icon'],
    ],
    ['those below the first', '- label: A\n  icon: eye\n- |\n  color: red\n', ['color']],
    ['none of the next topic', '- label: A\n  |\n- label: B\n  icon: eye\n', ['label']],
    ['none of the topic before', '- icon: eye\n- label: B\n  |\n', ['label']],
    [
      'none of the topic above',
      '- label: A\n  color: red\n  children:\n    - id: b\n      |\n  icon: eye\n',
      ['id'],
    ],
    [
      'none of the topics below',
      '- label: A\n  children:\n    - icon: eye\n  |\n',
      ['label', 'children'],
    ],
    ['those before a blank line', '- label: A\n\n  |', ['label']],
    ['those behind spaces', '-   label: A\n    |', ['label']],
    ['none that stand in a text', '- label: a color: red\n  |\n', ['label']],
  ];
  for (const [what, yaml, keys] of taken) {
    it(`keys are offered but for ${what}`, () => {
      const found = completionsAt(...at(yaml));
      assert.ok(found);
      const offered = new Set(found.keys.map(({ name }) => name));
      assert.deepEqual(
        TOPIC_KEYS.map(({ name }) => name).filter((name) => !offered.has(name)),
        [...keys].sort((a, b) => place(a) - place(b)),
      );
    });
  }

  it('what is typed of a key is replaced', () => {
    const [text, offset] = at('- label: A\n  col|\n');
    const { start, end } = completionsAt(text, offset) ?? {};
    assert.equal(text.slice(start, end), 'col');
  });

  const keys: [yaml: string, key: string | undefined][] = [
    ['- label: A\n  |terms: [x]\n  icon: eye', 'terms'],
    ['- label: A\n  terms|: [x]', 'terms'],
    ['- {label: A, terms: [x], ic|on: eye}', 'icon'],
    ['- {label: A,ic|on: eye}', 'icon'],
    ['-   la|bel: A\n', 'label'],
    ['| - label: A\n', undefined],
    ['- label: A|\n', undefined],
    ['- lable|: A\n', undefined],
    ['- label: all terms|: A\n', undefined],
  ];
  for (const [yaml, key] of keys) {
    it(`${key ?? 'no key'} is under the pointer in ${JSON.stringify(yaml)}`, () => {
      const [text, offset] = at(yaml);
      const found = keyAt(text, offset);
      assert.equal(found && text.slice(found.start, found.end), key);
    });
  }

  it('a key tells what it means', () => {
    assert.equal(keyAt(...at('- label: A\n  ter|ms: [x]\n'))?.key.name, 'terms');
    assert.equal(keyAt(...at('- {label: A, altL|abel: x}\n'))?.key.name, 'terms');
    assert.equal(keyAt(...at('- label: terms|\n')), undefined);
  });
});
