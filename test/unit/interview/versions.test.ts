import assert from 'node:assert/strict';
import { TwoLists } from '../../../src/core/interview/twoLists';
import { factsOf } from '../../../src/core/interview/lineFacts';
import {
  areEqual,
  beginningOf,
  haveOthers,
  movedBy,
  versionsOf,
} from '../../../src/core/interview/versions';

const TALK = [
  'ANN: How was it?',
  'BO: It was cold.',
  'So we went home.',
  '',
  'ANN: And then?',
  'BO: We slept.',
];

/** The versions before and after some lines were replaced by others. */
function versions(first: number, count: number, lines: readonly string[]) {
  const factsIn = (texts: readonly string[]) => texts.map((text) => factsOf(text));
  const changed = { first, endBefore: first + count, end: first + lines.length };
  return versionsOf(factsIn(TALK), changed, factsIn(lines), new TwoLists());
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
