import assert from 'node:assert/strict';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import { findNames, nameTheSame, type FoundNames } from '../../../src/core/entities/findNames';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import type { Candidate, Entity } from '../../../src/core/entities/model';
import { EntityResolver } from '../../../src/core/entities/resolve';
import { rulesRecogniser } from '../../../src/core/entities/rules';
import { message } from '../../../src/core/message';
import { markedRecogniser } from '../support/marked';
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

const MET_ANNA = 'We met [p:Anna Berg].';
const IRS = '[o:Institute for River Studies]';
const far = ` ${'and so it went on, '.repeat(8)}`;

describe('Names after an edit', () => {
  const BEFORE = `We met Anna Berg in Oslo.\nMr. Berg was late, and so was NATO.\nNorway pays.`;
  const BERGS = 'Anna Berg came.\nCarl Berg came.\nCarl Berg left.\nAnna Berg sat.';
  const SPOKE = `${BERGS}\nIt rained.\nThen Berg spoke.\nIt snowed.`;
  /** With `kept`, what is known of who is who stays, and is only moved. */
  const edits: [what: string, before: string, after: string, kept?: 'kept'][] = [
    ['a letter behind all names', BEFORE, BEFORE.replace('pays.', 'pays!!'), 'kept'],
    ['a letter between two names', BEFORE, BEFORE.replace('late', 'lately'), 'kept'],
    ['a letter before all names', BEFORE, BEFORE.replace('We', 'Well we'), 'kept'],
    ['words taken away', BEFORE, BEFORE.replace(' was late, and', ', and'), 'kept'],
    [
      'two passages of which one names another',
      BEFORE,
      BEFORE.replace('We', 'Well we').replace('Norway', 'Egypt'),
    ],
    ['a passage more', BEFORE, `${BEFORE}\nIt rained.`],
    ['a letter where a short name stands', SPOKE, SPOKE.replace('spoke', 'spoke up'), 'kept'],
    [
      'a letter between a full name and a short one',
      SPOKE,
      SPOKE.replace('rained', 'rained there'),
      'kept',
    ],
    ['much between a full name and a short one', SPOKE, SPOKE.replace('rained', `rained${far}`)],
    ['much behind both', SPOKE, SPOKE.replace('snowed', `snowed${far}`), 'kept'],
    ['much before both', SPOKE, SPOKE.replace('came', `came${far}`), 'kept'],
    ['a name more', BEFORE, BEFORE.replace('Norway', 'Norway and Egypt')],
    ['a name less', BEFORE, BEFORE.replace('Anna Berg in ', '')],
    ['a name that becomes another', BEFORE, BEFORE.replace('Anna', 'Hanna')],
    ['another title', BEFORE, BEFORE.replace('Mr.', 'Ms.')],
    ['what is told of somebody', BEFORE, BEFORE.replace('Berg in', 'Berg, a director, in')],
    [
      'names in another order',
      BEFORE,
      BEFORE.replace('Mr. Berg', 'NATO').replace('was NATO', 'was Mr. Berg'),
    ],
    [
      'two passages at once',
      BEFORE,
      BEFORE.replace('late', 'early').replace('pays', 'paid'),
      'kept',
    ],
    ['passages that change places', BEFORE, BEFORE.split('\n').reverse().join('\n')],
    ['nothing', BEFORE, BEFORE, 'kept'],
    [
      'the full name is not right before the short one any more',
      `Anna Berg came. Carl Berg came. Carl Berg left. Anna Berg sat. ${far.slice(0, 60)} Berg spoke.`,
      `Anna Berg came. Carl Berg came. Carl Berg left. Anna Berg sat. ${far} Berg spoke.`,
    ],
  ];
  for (const [what, before, after, kept] of edits) {
    it(`are those of a fresh reading: ${what}`, () => {
      const resolver = new EntityResolver();
      const [first] = resolved(passagesOf(before), [], resolver).entities;
      const now = resolved(passagesOf(after), [], resolver);
      assert.deepEqual(now, resolved(passagesOf(after)));
      assert.equal(isKept(first, now.byId.get(first?.id ?? '')), kept === 'kept');
      const back = resolved(passagesOf(before));
      assert.deepEqual(resolved(passagesOf(before), [], resolver), back);
    });
  }

  it('are those of a fresh reading where somebody else speaks', () => {
    const speaker = {
      id: 'b',
      name: 'Berg',
      label: 'Berg',
      labels: ['Berg'],
      role: 'other',
    } as const;
    const director = { ...speaker, name: 'Anna Berg', description: 'director' };
    const resolver = new EntityResolver();
    const text = passagesOf(BEFORE);
    const [first] = resolved(text, [speaker], resolver).entities;
    const same = resolved(passagesOf(BEFORE), [{ ...speaker }], resolver);
    assert.ok(isKept(first, same.byId.get(first?.id ?? '')));
    for (const speakers of [[director], [director, speaker], []]) {
      assert.deepEqual(resolved(text, speakers, resolver), resolved(text, speakers));
    }
  });
});

/** Whether an entity is what it was before, which was not joined anew. */
function isKept(before: Entity | undefined, now: Entity | undefined): boolean {
  return before !== undefined && before.aliases === now?.aliases;
}

describe('Two passages name the same', () => {
  const WHY = message('It is {0}.', 'so');
  const anna: Candidate = { start: 7, end: 16, type: 'person', certainty: 1, why: WHY };
  const found = (text: string, ...candidates: readonly Candidate[]) =>
    findNames(text, () => candidates, cards);
  const MET = 'We met Anna Berg.';

  const marked: [what: string, one: string, other: string, isSame: boolean][] = [
    ['elsewhere', MET_ANNA, 'Later on we met [p:Anna Berg] there.', true],
    ['another', MET_ANNA, 'We met [p:Anna Lind].', false],
    ['one more', MET_ANNA, 'We met [p:Anna Berg] and [p:Lind].', false],
    ['in another order', '[p:Lind], [p:Berg]', '[p:Berg], [p:Lind]', false],
    ['written otherwise', MET_ANNA, 'We met [p:ANNA BERG].', false],
    ['of another kind', '[p:Lund]', '[l:Lund]', false],
    ['with the same title', 'Mr. [p:Holt]', 'It was Mr. [p:Holt].', true],
    ['with a title', 'Mr. [p:Holt]', '[p:Holt]', false],
    ['with another title', 'Mr. [p:Holt]', 'Mrs. [p:Holt]', false],
    ['with a title written otherwise', 'Mr. [p:Holt]', 'Mr [p:Holt]', false],
    ['of another gender', '[p:Jo Berg] took her hat.', '[p:Jo Berg] took his hat.', false],
    ['with its abbreviation', `the ${IRS} (IRS)`, `Once the ${IRS} (IRS)`, true],
    ['with no abbreviation', `the ${IRS} (IRS)`, `the ${IRS}`, false],
    ['with another abbreviation', `the ${IRS} (IRS)`, `the ${IRS} (IRSt)`, false],
  ];
  for (const [what, one, other, isSame] of marked) {
    it(`${isSame ? 'where it stands' : 'but not'} ${what}: ${one} / ${other}`, () => {
      const [a, b] = [one, other].map((each) => {
        const { text, recogniser } = markedRecogniser(each);
        return findNames(text, recogniser, cards);
      });
      assert.equal(nameTheSame(a as FoundNames, b as FoundNames), isSame);
    });
  }

  const told: [what: string, other: Partial<Candidate>, isSame: boolean][] = [
    ['all', {}, true],
    ['how certain it is', { certainty: 0.5 }, false],
    ['a little less certain', { certainty: 0.999 }, true],
    ['what speaks for another kind', { types: new Map([['place', 0.5]]) }, false],
    ['the reason', { why: message('It is that.') }, false],
    ['what the reason is about', { why: message('It is {0}.', 'this') }, false],
    ['what is said of it', { description: { start: 0, end: 2 } }, false],
  ];
  for (const [what, other, isSame] of told) {
    it(`${isSame ? 'where that is the same' : 'but not where that differs'}: ${what}`, () => {
      assert.equal(nameTheSame(found(MET, anna), found(MET, { ...anna, ...other })), isSame);
    });
  }
});
