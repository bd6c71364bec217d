import assert from 'node:assert/strict';
import type { LabelUse } from '../../../src/core/interview/scripts/labels';
import { peopleOf } from '../../../src/core/interview/people/people';

/** People as `name – description: their labels`, of labels in the order in which they first stand. */
function people(
  labels: readonly string[],
  preamble = '',
  samePerson: readonly (readonly string[])[] = [],
): string[] {
  const uses = labels.map((name, line): LabelUse => {
    return { name, key: name.toLowerCase(), lines: [line, line + 50], style: '', isWeak: false };
  });
  return peopleOf(uses, preamble, samePerson).map(({ name, description, labels: own }) => {
    const who = description === undefined ? name : `${name} – ${description}`;
    return `${who}: ${own.map((use) => use.name).join(' = ')}`;
  });
}

describe('Labels that are one person’s', () => {
  const cases: [what: string, labels: string[], people: string[]][] = [
    ['the surname and the full name', ['HART', 'Brian Hart'], ['Brian Hart: Brian Hart = HART']],
    ['the first name', ['Brian Hart', 'Brian'], ['Brian Hart: Brian Hart = Brian']],
    ['initials', ['Brian Hart', 'BH'], ['Brian Hart: Brian Hart = BH']],
    ['initials with stops', ['Brian Hart', 'B.H.'], ['Brian Hart: Brian Hart = B.H.']],
    ['a title', ['Hart', 'Senator Hart'], ['Hart: Hart = Senator Hart']],
    ['how they speak', ['Ann', 'Ann (laughing)'], ['Ann: Ann (laughing) = Ann']],
    ['what they do', ['SALEH, HOST', 'SALEH'], ['SALEH – HOST: SALEH, HOST = SALEH']],
    ['brackets', ['Brian Hart (BH)', 'BH'], ['Brian Hart: Brian Hart (BH) = BH']],
    [
      'two with one surname, whose labels are in full',
      ['Brian Hart', 'Ann Hart'],
      ['Brian Hart: Brian Hart', 'Ann Hart: Ann Hart'],
    ],
    [
      'not one of two who have the surname',
      ['Brian Hart', 'Ann Hart', 'Hart'],
      ['Brian Hart: Brian Hart', 'Ann Hart: Ann Hart', 'Hart: Hart'],
    ],
    [
      'two who speak as one are somebody else',
      ['Dan and Dave', 'Dan'],
      ['Dan and Dave: Dan and Dave', 'Dan: Dan'],
    ],
    [
      'in the order in which they first speak',
      ['Bo', 'Ann Lee', 'Lee'],
      ['Bo: Bo', 'Ann Lee: Ann Lee = Lee'],
    ],
    [
      'what stands behind a comma belongs to no single label',
      ['Holm, the pilot', 'Ann'],
      ['Holm, the pilot: Holm, the pilot', 'Ann: Ann'],
    ],
  ];
  for (const [what, labels, expected] of cases) {
    it(what, () => {
      assert.deepEqual(people(labels), expected);
    });
  }
});

describe('What stands before the first turn tells of a label', () => {
  const cases: [what: string, label: string, preamble: string, person: string][] = [
    ['the full name', 'Hart', 'We spoke with Brian Hart there.', 'Brian Hart'],
    ['the full name, without a title', 'Hart', 'We met Senator Brian Hart there.', 'Brian Hart'],
    ['the same of one cut short', 'Hart', 'We met Dr. Brian Hart there.', 'Brian Hart'],
    ['the same of a hearing', 'HART', 'At 10 a.m., Hon. Brian Hart presiding.', 'Brian Hart'],
    [
      'the full name that is there most often',
      'Hart',
      'Ann Hart and Brian Hart and Brian Hart',
      'Brian Hart',
    ],
    ['nothing in the full name of a title', 'Hart', 'We met Senator Hart there.', 'Hart'],
    ['the full name, without what he is', 'Hart', 'Der Schäfer Brian Hart spricht.', 'Brian Hart'],
    ['the full name, though with an article', 'Hart', 'Der Brian Hart spricht.', 'Der Brian Hart'],
    ['nothing behind the end of a sentence', 'Hart', 'It was Friday. Hart left.', 'Hart'],
    ['nothing in another word', 'Hart', 'We met Brian Harting there.', 'Hart'],
    ['nothing of a word in small letters', 'Doctor', 'The Old doctor came.', 'Doctor'],
    ['nothing of short names', 'Bo', 'We met Ann Bo there.', 'Bo'],
    ['no fuller name of a full one', 'Ann Hart', 'We met Mary Ann Hart there.', 'Ann Hart'],
    [
      'who they are',
      'Ann Hart',
      'Ann Hart is a pilot from Lund. She left.',
      'Ann Hart – pilot from Lund',
    ],
    [
      'who they are, behind a comma',
      'Ann Hart',
      'We met Ann Hart, the last  pilot of Lund.',
      'Ann Hart – last pilot of Lund',
    ],
    [
      'who they are, where it is told',
      'Ann Hart',
      'Ann Hart left. Ann Hart serves as director, and she stays.',
      'Ann Hart – director',
    ],
    [
      'who they are, behind their age',
      'Ann Hart',
      'Ann Hart (61) was mayor of Lund',
      'Ann Hart – mayor of Lund',
    ],
    [
      'nothing in what somebody asks them',
      'Ann Hart',
      'They laugh about “Ann Hart, are you?” at 00:55:10',
      'Ann Hart',
    ],
    [
      'nothing in what leads to the conversation',
      'Ann Hart',
      'With the help of Ann Hart, may I show you:',
      'Ann Hart',
    ],
    ['who the one with the full name is', 'Hart', 'Brian Hart, a pilot.', 'Brian Hart – pilot'],
  ];
  for (const [what, label, preamble, person] of cases) {
    it(what, () => {
      assert.deepEqual(people([label], preamble), [`${person}: ${label}`]);
    });
  }

  it('nothing where they are only listed', () => {
    const listed = 'SPEAKERS\nAnn Hart, Bo Dahl and Cy Lind';
    assert.deepEqual(people(['Ann Hart', 'Bo Dahl', 'Cy Lind'], listed), [
      'Ann Hart: Ann Hart',
      'Bo Dahl: Bo Dahl',
      'Cy Lind: Cy Lind',
    ]);
  });

  it('whether they ask or answer', () => {
    const announced = (label: string, preamble: string) => {
      const use = { name: label, key: label.toLowerCase(), lines: [0], style: '', isWeak: false };
      return peopleOf([use], preamble)[0]?.announced;
    };
    assert.equal(announced('Ann Hart', 'Interviewed by Ann Hart'), 1);
    assert.equal(announced('Ann Hart', 'Guest: Ann Hart'), -1);
    assert.equal(announced('Hart', 'Interviewed by Ann Hart. Hosted by Ann Hart.'), 2);
    assert.equal(announced('Ann Hart', 'Ann Hart'), 0);
    const [ann, bo] = ['Ann Hart', 'Bo Dahl'].map((name, line) => {
      return { name, key: name.toLowerCase(), lines: [line], style: '', isWeak: false };
    });
    const told = 'Interviewed by Ann Hart. Hosted by Bo Dahl. Hosted by Bo Dahl.';
    assert.equal(peopleOf([ann!, bo!], told, [['Ann Hart', 'Bo Dahl']])[0]?.announced, 3);
  });
});

describe('A person decides that labels are one person’s', () => {
  const labels = ['Ann', 'Bo', 'Cy'];
  const cases: [what: string, same: string[][], people: string[]][] = [
    ['who has the first of the names', [['Annie', 'ann', 'cy']], ['Annie: Ann = Cy', 'Bo: Bo']],
    ['by names that are here', [['Gone', 'Away']], ['Ann: Ann', 'Bo: Bo', 'Cy: Cy']],
    ['which gives one label another name', [['Bob', 'Bo']], ['Ann: Ann', 'Bob: Bo', 'Cy: Cy']],
    [
      'more than once',
      [
        ['Ann', 'Bo'],
        ['Ann', 'Cy'],
      ],
      ['Ann: Cy = Ann = Bo'],
    ],
  ];
  for (const [what, same, expected] of cases) {
    it(what, () => {
      assert.deepEqual(people(labels, '', same), expected);
    });
  }

  it('by a name that only the text before the first turn tells, or by a label of theirs', () => {
    const preamble = 'We met Brian Hart there.';
    for (const same of [
      ['Brian Hart', 'Bo'],
      ['Brian Hart', 'HART', 'Bo'],
    ]) {
      assert.deepEqual(people(['Bo', 'Hart'], preamble, [same]), ['Brian Hart: Hart = Bo']);
    }
    assert.deepEqual(people(['Bo', 'Hart', 'BH'], preamble, [['Boss', 'hart', 'bo']]), [
      'Boss: Hart = Bo',
      'BH: BH',
    ]);
  });

  it('and keeps what is told of any of them', () => {
    const preamble = 'Bo Dahl, a pilot. Interviewed by Ann Lee';
    const same = [['Ann Lee', 'Bo Dahl']];
    assert.deepEqual(people(['Ann Lee', 'Bo Dahl'], preamble, same), [
      'Ann Lee – pilot: Ann Lee = Bo Dahl',
    ]);
  });
});
