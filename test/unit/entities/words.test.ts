import assert from 'node:assert/strict';
import { wordsOf } from '../../../src/core/entities/words';

describe('Words as names are made of', () => {
  const words: [text: string, words: string][] = [
    ['We met U.S. officials.', 'We|met|U.S.|officials'],
    ['the U.S.A. won', 'the|U.S.A.|won'],
    ['It was plan B. Lind left', 'It|was|plan|B|Lind|left'],
    ['e.g. Lind', 'e|g|Lind'],
    ["O’Brien’s boat, O'Neill's", "O’Brien|s|boat|O'Neill|s"],
    ['They’ll say it’s', 'They|ll|say|it|s'],
    // A hyphen joins a model with its number, and an article with its name.
    ['F-16s and Su‑35', 'F-16s|and|Su‑35'],
    ['Omar al-Rawi, al-qaeda', 'Omar|al-Rawi|al|qaeda'],
    ['Karl-Heinz, U.S.-China', 'Karl|Heinz|U.S.|China'],
    ['Page-16, f-16, F-16000, F-16abcd', 'Page|16|f|16|F|16000|F|16abcd'],
    ['AT&T, R&D', 'AT&T|R&D'],
    ['Lind&Sons, ABCD&T, A&b', 'Lind|Sons|ABCD|T|A|b'],
    ['A & B', 'A|B'],
    ['A+B', 'A|B'],
    ['', ''],
  ];
  for (const [text, expected] of words) {
    it(text === '' ? 'of nothing' : text, () => {
      const found = wordsOf(text);
      assert.equal(found.map((word) => word.text).join('|'), expected);
      for (const { start, end, text: word } of found) assert.equal(text.slice(start, end), word);
    });
  }

  /** Where each word that may begin something has `^` before it, and each that is joined `_`. */
  function joined(text: string): string {
    return wordsOf(text)
      .map(({ text: word, isInitial, isJoined }, at) => {
        const sign = isInitial ? '^' : isJoined ? '_' : '';
        return `${at > 0 ? ' ' : ''}${sign}${word}`;
      })
      .join('');
  }

  const joins: [text: string, joined: string][] = [
    ['We met Anna Berg', '^We _met _Anna _Berg'],
    ['We met Anna  Berg\n  Lind', '^We _met _Anna _Berg ^Lind'],
    ['We met Mr. Lind, J. Berg and St. Paul', '^We _met _Mr _Lind J _Berg _and _St _Paul'],
    ['We met Anna, Berg and (Lind)', '^We _met _Anna Berg _and ^Lind'],
    ['We met. Anna left! Berg: Lind', '^We _met ^Anna _left ^Berg ^Lind'],
    ['“Anna” said, “Lind', '^Anna ^said ^Lind'],
    ['We met U.S.-China, pro‑Beijing', '^We _met _U.S _China pro _Beijing'],
    ['We met Anna – Berg', '^We _met _Anna ^Berg'],
    ['We met Anna—Berg', '^We _met _Anna Berg'],
    ['* Anna\n- Berg', '^Anna ^Berg'],
  ];
  for (const [text, expected] of joins) {
    it(`stand alone or joined: ${text.replaceAll('\n', ' ⏎ ')}`, () => {
      assert.equal(joined(text).replaceAll('U.S.', 'U.S'), expected);
    });
  }

  it('have a capital, or are abbreviations', () => {
    const told = wordsOf(
      'Anna met NATO, U.N., G7, A, pre-Soviet al-Rawi and Élan, I Don’t, Dan’t',
    ).map(
      ({ text, isCapital, isAcronym }) => `${text}${isAcronym ? ' AA' : isCapital ? ' A' : ''}`,
    );
    assert.deepEqual(told, [
      ...['Anna A', 'met', 'NATO AA', 'U.N. AA', 'G7 AA', 'A A', 'pre', 'Soviet A', 'al-Rawi A'],
      ...['and', 'Élan A', 'I A', 'Don', 't', 'Dan', 't'],
    ]);
  });

  it('are told in small letters, with straight apostrophes', () => {
    assert.deepEqual(
      wordsOf('O’Brien of ÉLAN').map(({ lower }) => lower),
      ["o'brien", 'of', 'élan'],
    );
  });
});
