import assert from 'node:assert/strict';
import { exclusive, meant, saidBy, tagNamed, type Pick } from '../../../src/features/claims/picks';

const pick = (section: Pick['section'], value: string, icon = ''): Pick => {
  return { section, value, label: icon + value };
};
const fact = pick('kind', 'fact', '$(checklist) ');
const cause = pick('kind', 'cause');
const water = pick('tag', 'Water', '$(tag) ');
const high = pick('confidence', 'high confidence');
const add = pick('offer', 'wat');
const sourceB = pick('source', 'B', 'B · ');
const doubtful = pick('information', '4', '4 · ');
const ferry = { ...pick('tag', 'ferry-id'), label: 'Transport › Ferry', shortcut: '1' };
const items = [fact, cause, water, ferry, high, sourceB, doubtful];

describe('Picks of the tag picker', () => {
  const cases: [string, Pick[], Pick[], Pick[]][] = [
    ['a second kind takes the place of the first', [fact], [fact, cause], [cause]],
    [
      'a kind leaves tags and confidence alone',
      [water, high],
      [water, high, fact],
      [water, high, fact],
    ],
    ['taking a pick back leaves the others', [fact, water], [water], [water]],
    [
      'grades of source and information stand beside each other',
      [sourceB],
      [sourceB, doubtful],
      [sourceB, doubtful],
    ],
  ];
  for (const [what, before, selected, kept] of cases) {
    it(what, () => {
      assert.deepEqual(exclusive(before, selected), kept);
    });
  }
});

describe('What is meant by typing and Enter', () => {
  const cases: [string, Pick | undefined, string, Pick | Pick[] | undefined][] = [
    ['source and information at once', undefined, 'b4', [sourceB, doubtful]],
    [
      'the same, where the focus is on the offer of it',
      pick('offer', 'b4'),
      'b4',
      [sourceB, doubtful],
    ],
    ['the code with that shortcut', undefined, '1', ferry],
    ['the code of that name, wherever it stands', fact, 'ferry', ferry],
    ['the code of that id', fact, 'ferry-id', ferry],
    ['the row in focus that has the words', fact, 'fac', fact],
    ['the tag of exactly that name, wherever the focus is', fact, ' water ', water],
    ['a new tag, where the focus is on that offer', add, 'wat', undefined],
    ['a new tag, where the focus is still on a row of before', fact, 'insurance', undefined],
    ['the row that has the words, where the focus is still on one of before', fact, 'high', high],
    ['the same, where the focus is on an offer of before', add, 'high', high],
    ['a new tag, where nothing has the words', undefined, 'insurance', undefined],
    ['not the name of an icon', fact, 'checklist', undefined],
  ];
  for (const [what, focused, typed, expected] of cases) {
    it(`“${typed}”: ${what}`, () => {
      assert.deepEqual(meant(items, focused, typed), expected ? [expected].flat() : []);
    });
  }

  it('a tag may be called as a kind is', () => {
    assert.equal(tagNamed(items, 'fact'), undefined);
  });
});

describe('What some picks say', () => {
  it('is read off their sections', () => {
    const said = saidBy([cause, water, ferry, sourceB, doubtful, pick('status', 'disputed')]);
    const { kind, tags, source, information, status, confidence } = said;
    assert.deepEqual(
      { kind, tags, source, information, status, confidence },
      {
        kind: 'cause',
        tags: ['Water', 'ferry-id'],
        source: 'B',
        information: '4',
        status: 'disputed',
        confidence: undefined,
      },
    );
  });
});
