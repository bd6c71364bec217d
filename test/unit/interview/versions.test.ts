import assert from 'node:assert/strict';
import { TwoLists } from '../../../src/core/interview/twoLists';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { marksAlike } from '../../../src/core/interview/scripts/marks';
import {
  emptyTally,
  endAlike,
  saidAgain,
  saidAt,
  saidIn,
  tally,
} from '../../../src/core/interview/scripts/said';
import {
  areEqual,
  beginningOf,
  haveOthers,
  movedBy,
  versionsOf,
} from '../../../src/core/interview/versions';
import { finished } from '../../../src/core/steps';

const TALK = [
  'ANN: How was it?',
  'BO: It was cold.',
  'So we went home.',
  '',
  'ANN: And then?',
  'BO: We slept.',
];

const factsIn = (texts: readonly string[]) => texts.map((text) => factsOf(text));

/** The versions before and after some lines were replaced by others. */
function versions(first: number, count: number, lines: readonly string[], text = TALK) {
  const changed = { first, endBefore: first + count, end: first + lines.length };
  return versionsOf(factsIn(text), changed, factsIn(lines), new TwoLists());
}

describe('An edit', () => {
  // Lines that were only changed in words; what came or went; whether it changes who may ask.
  const followed: [what: string, edit: [number, number, string[]], told: string][] = [
    ['of words in a speech', [2, 1, ['So we all went home.']], '1 changed'],
    ['of words behind a label', [1, 1, ['BO: It was very cold and wet.']], '1 changed'],
    ['of words behind two labels', [4, 2, ['ANN: And so?', 'BO: I slept.']], '2 changed'],
    ['that adds a paragraph', [3, 0, ['It rained.']], '0 changed, +1'],
    ['that adds a blank line', [2, 0, ['']], '0 changed, +1'],
    ['that takes away a paragraph', [2, 2, []], '0 changed, -2'],
    ['that parts a paragraph', [2, 1, ['So we', '', 'went home.']], '1 changed, +2'],
    ['that makes a paragraph blank', [2, 1, ['']], '0 changed, -1, +1'],
    ['that makes a paragraph ask', [2, 1, ['So we went home?']], '1 changed, may ask'],
    ['that makes a speech ask', [1, 1, ['BO: It was cold?']], '1 changed, may ask'],
    ['that adds a question', [3, 0, ['Was it dry?']], '0 changed, +1, may ask'],
    ['that takes back a question', [4, 1, ['ANN: And then.']], '1 changed, may ask'],
    ['of nothing', [2, 0, []], '0 changed'],
  ];
  for (const [what, edit, told] of followed) {
    it(`${what} changes only words`, () => {
      const found = versions(...edit) ?? assert.fail('It is not followed.');
      const { first, rest, endBefore, end, areAsking, after } = found;
      const parts = [
        `${rest - first} changed`,
        endBefore > rest && `-${endBefore - rest}`,
        end > rest && `+${end - rest}`,
        areAsking && 'may ask',
      ];
      assert.equal(parts.filter(Boolean).join(', '), told);
      assert.equal(haveOthers(found), endBefore > rest || end > rest);
      assert.equal(after.length, TALK.length + movedBy(found));
      assert.deepEqual(
        after.slice(end),
        TALK.slice(endBefore).map((line) => factsOf(line)),
      );
    });
  }

  const others: [what: string, edit: [number, number, string[]]][] = [
    ['adds a speech', [3, 0, ['BO: It rained.']]],
    ['takes a speech away', [1, 1, []]],
    ['makes a paragraph a speech', [2, 1, ['BO: So we went home.']]],
    ['makes a speech a paragraph', [1, 1, ['It was cold.']]],
    ['changes who speaks', [1, 1, ['CY: It was cold.']]],
    ['adds a heading', [3, 0, ['## Home']]],
    ['makes a paragraph a heading', [2, 1, ['## Home']]],
    ['adds a bold line', [3, 0, ['**Home**']]],
    ['adds an item', [3, 0, ['- home']]],
    ['adds a quotation', [3, 0, ['> home']]],
    ['adds a stage direction', [3, 0, ['[Laughter]']]],
    ['adds a comment', [3, 0, ['<!-- home -->']]],
    ['adds a picture', [3, 0, ['![home](home.png)']]],
    ['adds code', [3, 0, ['```']]],
  ];
  for (const [what, edit] of others) {
    it(`changes more than words where it ${what}`, () => {
      assert.equal(versions(...edit), undefined);
    });
  }

  it('is in the passage that begins before it, if all of it is', () => {
    const starts = [0, 1, 4, 5];
    const of = (...edit: Parameters<typeof versions>) => {
      return beginningOf(starts, versions(...edit) ?? assert.fail('It is not followed.'));
    };
    assert.equal(of(2, 1, ['So.']), 1);
    assert.equal(of(1, 1, ['BO: So.']), 1);
    assert.equal(of(3, 0, ['So.']), 1);
    assert.equal(of(4, 0, ['So.']), 1);
    assert.equal(of(1, 0, ['So.']), 0);
    assert.equal(of(0, 0, ['So.']), undefined);
    assert.equal(of(4, 2, ['ANN: So?', 'BO: So.']), undefined);
  });
});

describe('After an edit', () => {
  const text = [
    'ANN: Why?',
    'BO: So.',
    'It was.',
    'ANN: Oh?',
    '[Laughter]',
    '',
    'And so.',
    '— A',
    '— B',
    'and so.',
    '— D',
  ];
  const of = (edit: [number, number, string[]]) =>
    versions(...edit, text) ?? assert.fail('It is not followed.');

  const endings: [what: string, edit: [number, number, string[]], areAlike: boolean][] = [
    ['blank lines come below a question', [1, 0, ['', '']], true],
    ['a blank line goes', [5, 1, []], true],
    ['words come below a question', [1, 0, ['He asked.']], false],
    ['words come below a question and a stage direction', [5, 0, ['He asked.']], false],
    ['words below a question and a stage direction go', [6, 1, []], false],
    ['words come below words', [2, 0, ['He said.']], true],
    ['words below words go', [2, 1, []], true],
    ['words come first', [0, 0, ['He asked.']], true],
  ];
  for (const [what, edit, areAlike] of endings) {
    it(`turns end ${areAlike ? 'as before' : 'otherwise'} where ${what}`, () => {
      assert.equal(endAlike(of(edit)), areAlike);
    });
  }

  const beside: [what: string, edit: [number, number, string[]], areAlike: boolean][] = [
    ['a blank line comes between two', [8, 0, ['']], false],
    ['the only line between two goes', [9, 1, []], false],
    ['a further line comes between two', [9, 0, ['']], true],
    ['a line comes above the first', [7, 0, ['']], true],
    ['a line comes among others', [2, 0, ['']], true],
  ];
  for (const [what, edit, areAlike] of beside) {
    it(`marks are ${areAlike ? 'as' : 'no more as'} close where ${what}`, () => {
      assert.equal(marksAlike(of(edit)), areAlike);
    });
  }

  it('what a turn shows is counted again', () => {
    const starts = [0, 1, 3];
    const [was, is] = saidAgain(of([2, 1, ['I was.', 'So it was.']]), starts, 1);
    assert.deepEqual(was, saidIn(factsIn(['BO: So.', 'It was.']), 0, 2));
    assert.deepEqual(is, saidIn(factsIn(['BO: So.', 'I was.', 'So it was.']), 0, 3));
    const [last, now] = saidAgain(of([6, 1, []]), starts, 2);
    assert.deepEqual([last.asks, now.asks], [false, false]);
    assert.ok(now.words < last.words);
  });

  it('all turns show what each does', () => {
    const facts = factsIn(text);
    assert.deepEqual(finished(saidAt(facts, [0, 1, 3])), [
      saidIn(facts, 0, 1),
      saidIn(facts, 1, 3),
      saidIn(facts, 3, text.length),
    ]);
    assert.deepEqual(finished(saidAt(facts, [])), []);
  });

  it('what is counted of turns is counted with all they show, and taken out again', () => {
    const said = saidIn(
      factsIn(['ANN: Welcome to the show. May I ask what we did?', 'The boat was wet?']),
      0,
      2,
    );
    const counts = emptyTally();
    tally(counts, said);
    tally(counts, said);
    const twice = Object.fromEntries(Object.entries(emptyTally()).map(([key]) => [key, 0]));
    const own = {
      turns: 2,
      words: 2 * said.words,
      asking: 2,
      questions: 2,
      sayI: 2,
      sayWe: 2,
      nameSubjects: 2,
      ofTheirOwn: 2,
      hosting: 2,
    };
    assert.deepEqual(counts, { ...twice, ...own });
    tally(counts, said, -1);
    tally(counts, said, -1);
    assert.deepEqual(counts, emptyTally());
  });
});

describe('Two things', () => {
  it('are equal where all of the one is the same in the other', () => {
    const list: string[] = [];
    for (const [a, b, is] of [
      [{ x: 1 }, { x: 1 }, true],
      [{ x: 1 }, { x: 2 }, false],
      [{ x: 1 }, { x: 1, y: 2 }, true],
      [{ x: 1, y: 2 }, { x: 1 }, false],
      [{ x: list }, { x: list }, true],
      [{ x: list }, { x: [] }, false],
      [undefined, undefined, true],
      [undefined, { x: 1 }, false],
      [{ x: 1 }, undefined, false],
    ] as const) {
      assert.equal(areEqual(a, b), is);
    }
  });
});
