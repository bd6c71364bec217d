import assert from 'node:assert/strict';
import {
  BARE_CLAIM,
  exclusive,
  isClaimBy,
  meant,
  saidBy,
  tagNamed,
  withOffer,
  type Pick,
} from '../../../src/features/claims/picks';

const pick = (section: Pick['section'], value: string, icon = ''): Pick => {
  return { section, value, label: icon + value };
};
const fact = pick('kind', 'fact', '$(checklist) ');
const cause = pick('kind', 'cause');
const water = pick('tag', 'Water', '$(tag) ');
const high = pick('confidence', 'high confidence');
const add = pick('offer', 'wat');
const drones = pick('topic', 'Drones and missiles');
const sport = pick('topic', 'Sport');
const green = pick('tag', 'Green energy', '$(tag) ');
const energy = pick('topic', 'Energy');
const sourceB = pick('source', 'B', 'B · ');
const doubtful = pick('information', '4', '4 · ');
const ferry = { ...pick('tag', 'ferry-id'), label: 'Transport › Ferry', shortcut: '1' };
const items = [fact, cause, water, green, ferry, high, sourceB, doubtful, drones, sport, energy];

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
  const cases: [string, string, Pick[]][] = [
    ['source and information at once', 'b4', [sourceB, doubtful]],
    ['the code with that shortcut', '1', [ferry]],
    ['the code of that name, wherever it stands', 'ferry', [ferry]],
    ['the code of that id', 'ferry-id', [ferry]],
    ['the tag of exactly that name', ' water ', [water]],
    ['the topic of exactly that name, though a tag has the word, too', 'energy', [energy]],
    ['what begins so, though what stands before has the word, too', 'ener', [energy]],
    ['the first that begins so', 'fac', [fact]],
    ['a topic that begins with the word: the new tag is offered below', 'drones', [drones]],
    ['what has a word that begins so', 'miss', [drones]],
    ['a new tag, where words only have it amid them', 'port', []],
    ['a new tag, where nothing has the words', 'insurance', []],
    ['not the name of an icon', 'checklist', []],
  ];
  for (const [what, typed, expected] of cases) {
    it(`“${typed}”: ${what}`, () => {
      assert.deepEqual(meant(items, typed), expected);
    });
  }

  it('stands right above the offer of a new tag; where nothing is meant, that is the first', () => {
    assert.deepEqual(withOffer([fact, drones, sport], drones, add), [fact, drones, add, sport]);
    assert.deepEqual(withOffer([fact, drones, sport], undefined, add), [add, fact, drones, sport]);
  });

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

  it('say that it is a claim, of a kind or of none, and nothing where nothing is picked', () => {
    const claim = pick('kind', BARE_CLAIM);
    assert.deepEqual(saidBy([claim]), saidBy([]));
    assert.deepEqual(exclusive([claim], [claim, fact]), [fact]);
    assert.deepEqual([[claim], [fact], [water], []].map(isClaimBy), [true, true, false, false]);
  });
});
