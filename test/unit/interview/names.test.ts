import assert from 'node:assert/strict';
import { bare, formsOf, withoutManner } from '../../../src/core/interview/people/names';

describe('What names in labels are compared by', () => {
  const cases: [written: string, compared: string][] = [
    ['Hart', 'hart'],
    ['Senator Hart', 'hart'],
    ['DR. LEE', 'lee'],
    ['The Honorable Ruth Abel', 'ruth abel'],
    // `Herr` is one, the beginning of a name isn’t.
    ['Herr Holm', 'holm'],
    ['Herriot', 'herriot'],
    ['Hart.', 'hart'],
    ['K.P.', 'kp'],
    ['k. p.', 'kp'],
    ['A.B.C.D.', 'abcd'],
    // Longer, it is no name put short.
    ['A.B.C.D.E.', 'a.b.c.d.e'],
    ['Al.Be.', 'al.be'],
  ];
  for (const [written, compared] of cases) {
    it(`${written} by “${compared}”`, () => {
      assert.equal(bare(written), compared);
    });
  }
});

describe('How a name is said is no part of it', () => {
  const cases: [label: string, name: string][] = [
    ['Ann (laughing)', 'Ann'],
    ['Ann [by phone]', 'Ann'],
    ['Ann（offscreen）', 'Ann'],
    // In capitals stands who or where it is.
    ['Ann (JC)', 'Ann (JC)'],
    ['Ann (Utah)', 'Ann (Utah)'],
    ['Ann (laughing) Lee', 'Ann (laughing) Lee'],
    ['Ann (so (she) says)', 'Ann (so (she) says)'],
  ];
  for (const [label, name] of cases) {
    it(`${label}: ${name}`, () => {
      assert.equal(withoutManner(label), name);
    });
  }
});

describe('A name stands elsewhere', () => {
  const cases: [name: string, forms: string[]][] = [
    ['Hart', ['hart']],
    ['Senator Hart', ['hart']],
    ['Brian Hart', ['brian hart', 'brian', 'hart', 'bh']],
    ['Mr. Brian Hart', ['brian hart', 'brian', 'hart', 'bh']],
    ['Brian Lee  Hart', ['brian lee  hart', 'brian lee hart', 'brian', 'hart', 'blh', 'bh']],
    ['Brian Hart (BH), fellow', ['brian hart (bh), fellow', 'brian hart', 'brian', 'hart', 'bh']],
    ['Brian Hart, fellow', ['brian hart, fellow', 'brian hart', 'brian', 'hart', 'bh']],
    ['Ann, host', ['ann, host', 'ann']],
    ['Ann (Utah)', ['ann (utah)', 'ann', 'utah']],
    ['Ann（安）', ['ann（安）', 'ann', '安']],
    ['Ann (May) Lee', ['ann (may) lee', 'ann lee', 'ann', 'lee', 'al']],
    ['(Utah)', ['(utah)', 'utah']],
    // An article stands for nothing.
    ['The Harbour Letter', ['the harbour letter', 'letter', 'thl']],
    // Two who speak as one are neither of them.
    ['Dan and Dave', ['dan and dave']],
    ['Dan & Dave', ['dan & dave']],
    ['Dan Anders Lind', ['dan anders lind', 'dan', 'lind', 'dal', 'dl']],
  ];
  for (const [name, forms] of cases) {
    it(`as ${forms.slice(1).join(', ') || 'nothing else'}: ${name}`, () => {
      assert.deepEqual([...formsOf(name)].sort(), [...forms].sort());
    });
  }
});
