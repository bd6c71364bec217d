import assert from 'node:assert/strict';
import { Inflections } from '../../../src/core/topics/inflections';
import { itemSpan } from '../../../src/core/topics/itemSpan';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import { namedTopics } from '../../../src/core/topics/named';
import { quotesAsMarkdown, type Quote } from '../../../src/core/topics/quote';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { WordScanner } from '../../../src/core/topics/words';

describe('The forms of a word', () => {
  /** A word, what it is a form of, and some forms that count, or don’t. */
  const cases: [word: string, base: string, forms: string, none?: string][] = [
    ['sanction', 'sanction', 'sanctions sanctioned sanctioning'],
    ['policies', 'policy', 'policy policies policied', 'policie'],
    ['cried', 'cry', 'cries crying'],
    ['tie', 'tie', 'ties tied tying', 'tieing'],
    // Whether the last letter is doubled, and whether an e is left out.
    ['planned', 'plan', 'plan plans planning', 'planing planed'],
    ['controlled', 'control', 'control controlling'],
    ['called', 'call', 'call calling', 'cal'],
    ['selling', 'sell', 'sell sold', 'sel'],
    ['fixing', 'fix', 'fix fixes fixed', 'fixxed'],
    ['played', 'play', 'play plays playing', 'plaied playyed'],
    ['snow', 'snow', 'snowed', 'snowwed'],
    ['enter', 'enter', 'entered enterred'],
    ['hopping', 'hop', 'hop hopped', 'hope hoping'],
    ['hoping', 'hope', 'hope hoped hopes', 'hop hopeing'],
    ['negotiated', 'negotiate', 'negotiating'],
    ['invade', 'invade', 'invaded invading'],
    ['agree', 'agree', 'agreed agreeing', 'agreing'],
    ['dye', 'dye', 'dyed dyeing'],
    ['need', 'need', 'needs needed', 'ne'],
    ['string', 'string', 'strings', 'str'],
    // Plurals.
    ['boxes', 'box', 'box', 'boxs'],
    ['churches', 'church', 'church'],
    ['classes', 'class', 'class', 'clas'],
    ['fuzzes', 'fuzz', 'fuzz'],
    ['hero', 'hero', 'heroes heros'],
    ['bus', 'bus', 'buses', 'bu'],
    ['crises', 'crisis', 'crisis'],
    ['news', 'news', 'news', 'new'],
    ['men', 'man', 'man'],
    ['went', 'go', 'go gone goes'],
    // Other languages.
    ['الحرب', 'حرب', 'حرب والحرب للحرب'],
    ['حرب', 'حرب', 'الحرب'],
    ['größen', 'größen', 'größen', 'größ'],
    ['eu', 'eu', 'eu', 'eus'],
  ];
  const inflections = new Inflections();
  for (const [word, base, forms, none = ''] of cases) {
    it(`${word} is of ${base}`, () => {
      assert.equal(inflections.baseOf(word), base);
      const found = inflections.formsOf(word);
      assert.ok(found.has(word) && found.has(base));
      const missing = forms.split(' ').filter((form) => !found.has(form));
      assert.deepEqual(missing, []);
      assert.deepEqual(
        none.split(' ').filter((form) => found.has(form)),
        [],
      );
    });
  }
});

describe('The words of a text', () => {
  /** Words apart by blanks; `/` before one that a phrase doesn’t go on to. */
  const cases: [text: string, words: string][] = [
    ['The river rose', 'The river rose'],
    ['war. Crime, rose', 'war /Crime /rose'],
    ['war-crime “of” *war*', 'war crime of war'],
    ['war — crime', 'war /crime'],
    ['war (crime', 'war /crime'],
    ['The U.S. navy', 'The US navy'],
    ['the U.S.A. won', 'the USA won'],
    ['A.B', 'AB'],
    ['J. Berg', 'J /Berg'],
    ['a.b U.Sx', 'a /b U /Sx'],
    ['9.11', '9 /11'],
    ["Iran’s, Iran'S wars", 'Iran /Iran wars'],
    ['It’sa', 'It sa'],
    ['港へ行く', '港 へ 行 く'],
    ['สมชาย', 'ส ม ช า ย'],
    ['e\u0301lan', 'e\u0301lan'],
    ['x🌊y', 'x /y'],
    ['𝒜lan b', '𝒜lan b'],
    ['X.Y.Zoo', 'XY Zoo'],
    ['A.B.', 'AB'],
    ['A. B. Berg', 'A /B /Berg'],
    ['É.U. rise', 'ÉU rise'],
    ['u.s. navy', 'u /s /navy'],
    ['AB.C. rise', 'AB /C /rise'],
    ['Z.A. rise', 'ZA rise'],
    ['é.u.', 'é /u'],
    ['a港b', 'a 港 b'],
    ['か\u3099き', 'か\u3099 き'],
    ['港.川', '港 /川'],
    ['x\u200dy', 'x\u200dy'],
    ['🌊🌊 x', '/x'],
    ['x\ud83d y', 'x /y'],
    ['x 🌊', 'x'],
    ['𠮷野', '𠮷 野'],
    ["Iran’s港 Iran's", 'Iran s 港 Iran'],
    ['x’t’s', 'x t'],
    ['@war [crime', '/war /crime'],
    ['', ''],
  ];
  for (const [text, expected] of cases) {
    it(text === '' ? 'of nothing' : text, () => {
      const scanner = new WordScanner();
      for (let times = 0; times < 2; times++) {
        const { starts, ends, texts, stops } = scanner.scan(text);
        assert.equal(texts.map((word, at) => (stops[at] ? `/${word}` : word)).join(' '), expected);
        texts.forEach((word, at) => {
          assert.equal(text.slice(starts[at], ends[at]).replaceAll('.', ''), word);
        });
      }
    });
  }

  it('are of a script without spaces, or not', () => {
    const scanner = new WordScanner();
    assert.deepEqual(
      ['港', 'river', '', '.'].map((text) => scanner.isUnspaced(text)),
      [true, false, false, false],
    );
  });
});

describe('What is taken out of a file with an item of a list', () => {
  /** `[…]` is the item, and what is left is the file without it. */
  const cases: [what: string, marked: string, left: string][] = [
    ['its comma', 'terms: {[a], b}', 'terms: {b}'],
    ['its comma over lines', 'terms: {[a]\n  ,\n  b}', 'terms: {b}'],
    ['the comma before the last', 'terms: {a, [b]}', 'terms: {a}'],
    ['nothing else, if it is alone', 'terms: {[a]}', 'terms: {}'],
    ['its line', 'terms:\n  - [a]\n  - b\n', 'terms:\n  - b\n'],
    ['its line with a comment', 'terms:\n  - [a] # why\n  - b\n', 'terms:\n  - b\n'],
    ['its line at the end of the file', 'terms:\n  - a\n  - [b]', 'terms:\n  - a\n'],
    ['its line at the beginning', '- [a]\n- b\n', '- b\n'],
    ['its line with two units at its end', '- [a]\r\n- b\r\n', '- b\r\n'],
    ['not a line with something else', '- [a]: 1\n- b\n', '- : 1\n- b\n'],
  ];
  for (const [what, marked, left] of cases) {
    it(`is ${what}`, () => {
      const at = { start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
      const yaml = marked.replace(/[[\]]/g, '');
      const { start, end } = itemSpan(yaml, at);
      assert.equal(yaml.slice(0, start) + yaml.slice(end), left);
    });
  }
});

describe('Quotes as Markdown', () => {
  const quote: Quote = {
    words: 'We *rowed*.\n \nAll day.',
    speaker: 'Ann_Holt',
    title: 'Talk <1>',
    path: 'talks/a.txt',
    line: 3,
  };

  it('have their words as they are, with speaker, title and line', () => {
    assert.equal(
      quotesAsMarkdown([{ label: 'Water', quotes: [quote] }]),
      '> We \\*rowed\\*.\n>\n> All day.\n>\n> — Ann\\_Holt, *Talk \\<1\\>*, talks/a.txt:3\n',
    );
  });

  it('have headings where there are several topics, and nobody where nobody speaks', () => {
    const other = { ...quote, words: 'It rained.', speaker: undefined };
    assert.equal(
      quotesAsMarkdown([
        { label: 'Water', quotes: [other, other] },
        { label: '#1', quotes: [] },
      ]),
      `## Water\n\n${'> It rained.\n>\n> — *Talk \\<1\\>*, talks/a.txt:3\n\n'.repeat(2)}## \\#1\n`,
    );
  });
});

describe('Who is named touches topics', () => {
  it('by any of the names, in order of the text', () => {
    const { taxonomy } = parseTaxonomy(
      'topics: [{ label: Port, entities: [Ann Holt] }, { label: Sea, entities: [Navy, AH] }]',
    );
    assert(taxonomy);
    const named = (name: string, aliases: string[], ...starts: number[]) => ({
      name,
      aliases,
      mentions: starts.map((start) => ({ span: { start, end: start + 2 } })),
    });
    const hits = namedTopics(
      [named('Ann Holt', ['AH'], 9, 1), named('Navy', [], 5), named('Lund', [], 3)],
      TopicMatcher.compile(taxonomy),
    );
    assert.deepEqual(
      hits.map(({ topicId, start, end }) => `${start}–${end} ${topicId}`),
      ['1–3 port', '1–3 sea', '5–7 sea', '9–11 port', '9–11 sea'],
    );
  });
});
