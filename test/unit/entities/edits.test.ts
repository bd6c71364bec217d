import assert from 'node:assert/strict';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { findNames } from '../../../src/core/entities/findNames';

import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import { EntityResolver } from '../../../src/core/entities/resolve';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { resolved, type PassageNames } from '../support/resolved';

const recogniser = rulesRecogniser(loadGazetteer(gazetteer));
const cards = new CardFinder([]);
const known = new Map<string, ReturnType<typeof findNames>>();

/** The passages of a text, one a line; what was found in one is the same object wherever it stands. */
function passagesOf(text: string): PassageNames[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const names = known.get(line) ?? findNames(line, recogniser, cards);
    known.set(line, names);
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return { span, names };
  });
}

const far = ` ${'and so it went on, '.repeat(8)}`;

describe('Names after an edit', () => {
  const BEFORE = `We met Anna Berg in Oslo.\nMr. Berg was late, and so was NATO.\nNorway pays.`;
  const edits: [what: string, before: string, after: string][] = [
    ['a letter behind all names', BEFORE, BEFORE.replace('pays.', 'pays!!')],
    ['a letter between two names', BEFORE, BEFORE.replace('late', 'lately')],
    ['a letter before all names', BEFORE, BEFORE.replace('We', 'Well we')],
    ['words taken away', BEFORE, BEFORE.replace(' was late, and', ', and')],
    ['a name more', BEFORE, BEFORE.replace('Norway', 'Norway and Egypt')],
    ['a name less', BEFORE, BEFORE.replace('Anna Berg in ', '')],
    ['a name that becomes another', BEFORE, BEFORE.replace('Anna', 'Hanna')],
    ['another title', BEFORE, BEFORE.replace('Mr.', 'Ms.')],
    ['what is told of somebody', BEFORE, BEFORE.replace('Berg in', 'Berg, a fisherman, in')],
    ['names in another order', BEFORE, BEFORE.replace('was NATO', 'NATO was')],
    ['two passages at once', BEFORE, BEFORE.replace('late', 'early').replace('pays', 'paid')],
    ['passages that change places', BEFORE, BEFORE.split('\n').reverse().join('\n')],
    ['nothing', BEFORE, BEFORE],
    [
      'the full name is not right before the short one any more',
      `Anna Berg came. Carl Berg came. Carl Berg left. Anna Berg sat. ${far.slice(0, 60)} Berg spoke.`,
      `Anna Berg came. Carl Berg came. Carl Berg left. Anna Berg sat. ${far} Berg spoke.`,
    ],
  ];
  for (const [what, before, after] of edits) {
    it(`are those of a fresh reading: ${what}`, () => {
      const resolver = new EntityResolver();
      resolved(passagesOf(before), [], resolver);
      const fresh = resolved(passagesOf(after));
      assert.deepEqual(resolved(passagesOf(after), [], resolver), fresh);
      const back = resolved(passagesOf(before));
      assert.deepEqual(resolved(passagesOf(before), [], resolver), back);
    });
  }

  it('are only moved where no name was touched: what is known of who is who stays', () => {
    const resolver = new EntityResolver();
    const [first] = resolved(passagesOf(BEFORE), [], resolver).entities;
    const now = resolved(passagesOf(BEFORE.replace('late', 'lately')), [], resolver);
    assert.equal(now.byId.get(first?.id ?? '')?.why, first?.why);
    assert.ok(now.entities.some((one) => one.mentions.some(({ span }) => span.start > 40)));
  });
});
