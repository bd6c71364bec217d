import assert from 'node:assert/strict';
import { relevantCards } from '../../../src/core/corpus/relevant';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { parseCards } from '../../../src/core/entities/cards';

function of(text: string, yaml: string): string {
  const { cards, notNames } = parseCards(yaml);
  return relevantCards(text, new CardFinder(cards ?? [], notNames));
}

describe('What of the cards matters to a text', () => {
  const text = 'Ann O’Brien met the pilots.';
  const none = of(text, '');
  const cases: [what: string, yaml: string, matters: boolean][] = [
    ['a card whose name is in it', '- name: Ann Berg\n', true],
    ['a card of whose aliases one is', '- name: Lena Berg\n  aliases: [Berg, Ann]\n', true],
    ['a card whose false friend is', '- name: Lena Berg\n  not: [the pilots]\n', true],
    ['a card of somebody else', '- name: Lena Berg\n  aliases: [Berg]\n', false],
    ['a card of a letter that is not in it', '- name: Q Branch\n', false],
    ['a card that begins with an apostrophe, which may stand as another', '- name: ’Hara\n', true],
    ['what is no name', 'not: [met]\n', true],
  ];
  for (const [what, yaml, matters] of cases) {
    it(`${what} ${matters ? 'does' : 'does not'}`, () => {
      assert.equal(of(text, yaml) !== none, matters);
    });
  }

  const changes: [what: string, yaml: string][] = [
    ['name', '- name: Ann Berg-Lund\n'],
    ['alias', '- name: Ann Berg\n  aliases: [Annie]\n'],
    ['type', '- name: Ann Berg\n  type: organisation\n'],
    ['description', '- name: Ann Berg\n  description: a pilot\n'],
    ['false friend', '- name: Ann Berg\n  not: [Ann Arbor]\n'],
  ];
  for (const [what, yaml] of changes) {
    it(`is something else once a card that matters has another ${what}`, () => {
      assert.notEqual(of(text, yaml), of(text, '- name: Ann Berg\n'));
    });
  }

  it('is the same wherever the card stands in its file', () => {
    assert.equal(of(text, '- name: Ann\n'), of(text, '# note\n- name: Berg\n- name: Ann\n'));
  });
});
