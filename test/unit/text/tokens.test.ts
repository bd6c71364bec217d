import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenize } from '../../../src/core/text/tokens';
import { runs } from '../support/runs';

describe('The tokens of a text', () => {
  /** Words are written in capitals in what is expected, other characters as they are. */
  const cases: [text: string, tokens: string][] = [
    ['', ''],
    [' \n\t', ''],
    ['the old pier', 'THE OLD PIER'],
    ['Wait, what?', 'WAIT , WHAT ?'],
    ['don’t', 'DON ’ T'],
    ['dual-use', 'DUAL - USE'],
    ['U.S.', 'U . S .'],
    ['in 2034, 3.5 %', 'IN 2034 , 3 . 5 %'],
    ['$5m', '$ 5M'],
    ['déjà vu', 'DÉJÀ VU'],
    ['e\u0301te', 'E\u0301TE'],
    ['война и мир', 'ВОЙНА И МИР'],
    ['東京へ行く', '東 京 へ 行 く'],
    ['the 東京 Times', 'THE 東 京 TIMES'],
    ['ok 😀', 'OK 😀'],
  ];
  for (const [text, expected] of cases) {
    it(`of “${text}” are “${expected}”`, () => {
      const shown = tokenize(text).map((token) =>
        token.isWord ? token.text.toUpperCase() : token.text,
      );
      assert.equal(shown.join(' '), expected);
      for (const token of tokenize(text)) {
        const isWritten = /[\p{L}\p{N}]/u.test(token.text);
        assert.equal(token.isWord, isWritten, token.text);
      }
    });
  }

  it('stand where they say, one after the other, and leave out only white space', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'Z', '7', ' ', '\n', '.', '’', '東', 'ก', '😀', '\u0301'),
    });
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          assert.equal(text.slice(token.start, token.end), token.text);
          assert.equal(text.slice(last, token.start).trim(), '');
          last = token.end;
        }
        assert.equal(text.slice(last).trim(), '');
      }),
      runs(1000),
    );
  });
});
