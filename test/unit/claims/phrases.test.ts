import assert from 'node:assert/strict';
import { PhraseTable } from '../../../src/core/claims/phrases';
import { wordsOf } from '../../../src/core/claims/words';

describe('Phrases', () => {
  const rows = [
    ['view', ['in my|our (humble) view|frame_of_mind']],
    ['will', ["will|'ll"]],
    ['never', ['will never']],
    ['not', ["i don't"]],
  ] as const;
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['In my view it holds.', ['view: In my view']],
    ['In our humble frame of mind.', ['view: In our humble frame of mind']],
    ['In my other view.', []],
    ['It’ll hold, they will.', ['will: ’ll', 'will: will']],
    ['It will never hold.', ['never: will never']],
    ['It will, never mind.', ['will: will']],
    ['I don’t.', ['not: I don’t']],
  ];
  it('are taken up in steps, a phrase in each, once', () => {
    const inSteps = new PhraseTable([
      ['a', ['one', 'two (more)']],
      ['b', ['three']],
    ]);
    assert.equal([...inSteps.preparing()].length, 3);
    assert.equal([...inSteps.preparing()].length, 0);
    const found = inSteps.find(wordsOf('Three or two more.')).map(({ value }) => value);
    assert.deepEqual(found, ['b', 'a']);
  });

  for (const [sentence, expected] of cases) {
    it(`${sentence} → ${expected.join(', ') || 'none'}`, () => {
      const words = wordsOf(sentence);
      const found = new PhraseTable(rows).find(words).map(({ value, from, to }) => {
        return `${value}: ${sentence.slice(words[from]?.start, words[to - 1]?.end)}`;
      });
      assert.deepEqual(found, expected);
    });
  }
});
