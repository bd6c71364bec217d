import assert from 'node:assert/strict';
import { completionsAt, keyAt } from '../../../src/core/topics/help';

/** `|` is where the cursor is. */
function at(yaml: string): [text: string, offset: number] {
  return [yaml.replace('|', ''), yaml.indexOf('|')];
}

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

  it('a key tells what it means', () => {
    assert.equal(keyAt(...at('- label: A\n  ter|ms: [x]\n'))?.key.name, 'terms');
    assert.equal(keyAt(...at('- {label: A, altL|abel: x}\n'))?.key.name, 'terms');
    assert.equal(keyAt(...at('- label: terms|\n')), undefined);
  });
});
