import assert from 'node:assert/strict';
import { examine } from '../../../src/core/claims/sentence';
import { wordsOf } from '../../../src/core/claims/words';

/** The words of a sentence; those that are joined with the one before stand behind a `_`. */
function words(sentence: string): string {
  return wordsOf(sentence)
    .map(({ start, end, isJoined }, at) => {
      const sign = at === 0 ? '' : isJoined ? '_' : ' ';
      return sign + sentence.slice(start, end);
    })
    .join('');
}

describe('The words of a sentence', () => {
  const cases: [sentence: string, words: string][] = [
    ['The pier will fall.', 'The_pier_will_fall'],
    ['Well, it fell; so what?', 'Well it_fell so_what'],
    ['It fell – twice', 'It_fell twice'],
    // Clitics are words of their own.
    ['He’ll say it’s Holt’s.', 'He_’ll_say_it_’s_Holt_’s'],
    ["I don't, we've", "I_don't we_'ve"],
    // Quotes part nothing, nor do the stops of titles and initials.
    ['The “old” pier', 'The_old_pier'],
    ['Mr. Holt and Sen. Lind', 'Mr_Holt_and_Sen_Lind'],
    ['the U.S. Navy', 'the_U.S_Navy'],
    ['J. Holt', 'J_Holt'],
    ['It fell. Holt left.', 'It_fell Holt_left'],
    ['Mr.Holt', 'Mr.Holt'],
    // Numbers.
    ['1,200 boats in 2019–20', '1,200_boats_in_2019–20'],
    ['3rd of 12', '3rd_of_12'],
    ['20% more', '20 more'],
    ['pre-war Jean-Luc', 'pre-war_Jean-Luc'],
    ['', ''],
  ];
  for (const [sentence, expected] of cases) {
    it(sentence === '' ? 'of nothing' : sentence, () => {
      assert.equal(words(sentence), expected);
    });
  }

  it('are told in small letters, and which of them are numbers or have a capital', () => {
    const told = wordsOf('The U.S. sank 1,200 O’Briens 3rd ÉLAN').map(
      ({ lower, isCapital, isNumber }) => `${lower}${isCapital ? ' C' : ''}${isNumber ? ' N' : ''}`,
    );
    assert.deepEqual(told, ['the C', 'u.s C', 'sank', '1,200 N', "o'briens C", '3rd', 'élan C']);
  });
});

describe('The names of a sentence', () => {
  const cases: [sentence: string, names: number][] = [
    ['The pier will fall.', 0],
    ['The Old Pier will fall.', 1],
    ['Holt left.', 0],
    ['Ann Holt left.', 1],
    ['We and Ann Holt met Jon Lind and Lund.', 3],
    ['So I left, and I did it.', 0],
    ['In 2019 Holt left.', 1],
  ];
  for (const [sentence, names] of cases) {
    it(`are ${names}: ${sentence}`, () => {
      assert.equal(examine(sentence).names, names);
    });
  }

  it('are told beside its numbers', () => {
    assert.equal(examine('It cost 40 million.').hasNumber, true);
    assert.equal(examine('It cost forty million.').hasNumber, false);
  });
});
