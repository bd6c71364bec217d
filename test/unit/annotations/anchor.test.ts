import assert from 'node:assert/strict';
import fc from 'fast-check';
import { reanchor, select, selectAll } from '../../../src/core/annotations/anchor';
import type { Annotation } from '../../../src/core/annotations/model';
import { TextLines } from '../../../src/core/text/lines';

const BEFORE = [
  'Reporter: What now?',
  'Adeyemi: The bridge will probably stay closed. We don’t know who pays.',
  'Reporter: And then?',
  'Adeyemi: The county says “soon”. The bridge will probably stay closed until May.',
].join('\n');

function annotationOn(quote: string, text = BEFORE, nth = 0): Annotation {
  let start = text.indexOf(quote);
  for (let index = 0; index < nth; index++) start = text.indexOf(quote, start + 1);
  const selector = select(TextLines.of(text), { start, end: start + quote.length });
  return { id: 'a', selector, tags: [], topics: [] };
}

/** What becomes of an annotation of `quote` when BEFORE has become `after`: the words, or the state. */
function found(quote: string, after: string, nth = 0): string {
  const [anchored] = reanchor(after, [annotationOn(quote, BEFORE, nth)]);
  const span = anchored?.span;
  return `${anchored?.state}: ${span ? after.slice(span.start, span.end) : '–'}`;
}

describe('An annotation, when the text was changed elsewhere', () => {
  const quote = 'We don’t know who pays.';
  const cases: [what: string, after: string, result: string][] = [
    ['nothing changed', BEFORE, `exact: ${quote}`],
    ['lines were inserted above', `A title\n\n${BEFORE}`, `moved: ${quote}`],
    ['the file has CRLF now', BEFORE.replaceAll('\n', '\r\n'), `moved: ${quote}`],
    [
      'quotes were straightened',
      BEFORE.replaceAll('’', "'").replaceAll('“', '"').replaceAll('”', '"'),
      "moved: We don't know who pays.",
    ],
    [
      'the paragraph was wrapped',
      BEFORE.replace('don’t know', 'don’t\nknow'),
      'moved: We don’t\nknow who pays.',
    ],
    [
      'a word of it changed',
      BEFORE.replace('who pays', 'who paid'),
      'changed: We don’t know who paid.',
    ],
    ['it was negated', BEFORE.replace('We don’t know', 'We know'), 'changed: We know who pays.'],
    ['it was deleted', BEFORE.replace(` ${quote}`, ''), 'orphan: –'],
  ];
  for (const [what, after, result] of cases) {
    it(`${what} → ${result.split(':')[0]}`, () => {
      assert.equal(found(quote, after), result);
    });
  }

  const talk = [
    'A: Ugh. Is it safe?',
    'B: Yes. The tide turns at six, and then we wait.',
    'A: Is it deep?',
    'B: Yes. But... nobody swims there.',
    'A: But who would?',
  ].join('\n');
  // A bar stands where the words should be found.
  const among: [what: string, quote: string, nth: number, after: string][] = [
    [
      'a short one that is said once is found wherever it stands',
      'Ugh.',
      0,
      `${talk.replace('Ugh. ', '')}\nB: Let me see. |Ugh. Not now.`,
    ],
    [
      'one that is written so once is found among the same words written otherwise',
      'But...',
      0,
      `B: |But... first,\n${talk.replace('But... ', '')}`,
    ],
    [
      'one that is said twice is found where new words stand on both sides of it',
      'Yes.',
      1,
      talk.replace('B: Yes. But', 'B: Well, hm, I mean, |Yes. And yet. But'),
    ],
    [
      'one that is said twice is found by one side, as none of them is missing',
      'Yes.',
      0,
      talk.replace('A: Ugh. Is it safe?\nB: ', 'C: |'),
    ],
    [
      'one that is said twice isn’t its twin when one is missing',
      'Yes.',
      0,
      talk.replace('Yes. The tide turns at six, and then we wait.\nA: Is it deep?\nB: ', ''),
    ],
  ];
  for (const [what, quote, nth, marked] of among) {
    it(what, () => {
      let start = -1;
      for (let left = nth; left >= 0; left--) start = talk.indexOf(quote, start + 1);
      const selectors = selectAll(TextLines.of(talk), [{ start, end: start + quote.length }]);
      const annotations = selectors.map((selector) => ({
        id: 'a',
        selector,
        tags: [],
        topics: [],
      }));
      const [anchored] = reanchor(marked.replace('|', ''), annotations);
      assert.equal(anchored?.span?.start ?? -1, marked.indexOf('|'));
    });
  }

  // Annotated words stand between bars; where they should be found, between brackets: [in silence], {for review}.
  const pays = [
    'A: Hello there. |The ferry company pays nobody.| It is poor.',
    'B: So it seems.',
    'A: The ferry company pays nobody. Ever.',
  ].join('\n');
  const late = 'A: We came late. |The council had closed the gate by then.| Nobody knew.\nB: Why?';
  const doubts: [what: string, before: string, after: string, isForeign?: boolean][] = [
    [
      'said once, and moved',
      'A: Hello. |The pier is old.| It creaks.\nB: I see.',
      'A: Hello. It creaks.\nB: I see. [The pier is old.]',
    ],
    [
      'moved, in a file that doesn’t say whether they were said once',
      'A: Hello there, all of you. |The pier is old.| It creaks at night.\nB: I see.',
      'A: Hello there, all of you. It creaks at night.\nB: I see. {The pier is old.}',
      true,
    ],
    [
      'deleted in such a file, and said elsewhere',
      pays,
      'A: Hello there. It is poor.\nB: So it seems.\nA: {The ferry company pays nobody.} Ever.',
      true,
    ],
    [
      'edited in such a file, and said elsewhere',
      pays,
      pays.replace(/\|(.*)pays(.*)\|/, '{$1paid$2}'),
      true,
    ],
    ['deleted, and said elsewhere', pays, pays.replace(/\|.*\| /, '')],
    [
      'said twice, and moved away from all that stood around it',
      'A: Is it |safe now?| We shall see.\nB: Is the winter hard?\nA: The pier is safe now? Hardly.',
      'A: Is it We shall see.\nB: Is the winter hard?\nA: The pier is {safe now?} Hardly.\nB: Well, safe now?',
    ],
    [
      'in a paragraph that stands twice now',
      'A: Hello.\n\nB: It rains. |The roof leaks badly.|\n\nA: Oh.',
      'A: Hello.\n\nB: It rains. [The roof leaks badly.]\n\nB: It rains. The roof leaks badly.\n\nA: Oh.',
    ],
    [
      'few, and mended',
      'A: You are Mr. Hale?\nB: |Murch, plese.|\nA: I am sorry about that.',
      'A: You are Mr. Hale?\nB: {Murch, please.}\nA: I am sorry about that.',
    ],
    [
      'edited, and more written before them',
      late,
      late.replace(
        /\|(.*)closed(.*)\|/,
        'It was dark, it was cold, and we had no lamp. {$1locked$2}',
      ),
    ],
    ['replaced by others', late, late.replace(/\|.*\|/, 'My brother fell ill in the boat.')],
    [
      'whose last word stood there again before',
      'A: We asked. |He said no|, no, never again in that year.',
      'A: We asked. [He said no], no, never once more in that year.',
    ],
    [
      'whose first word stood there already before',
      'A: That was, I think, very, |very late for all of us| by then.',
      'A: It came, I think, very, [very late for all of us] by then.',
    ],
    [
      'behind which a sentence begins with their last word',
      'A: Now |we wait for the tide.| The boat is small.',
      'A: Now [we wait for the tide.] Tide and wind go on. The boat is small.',
    ],
    [
      'behind which a word is as their last letters',
      'A: I saw |the old man| at the gate.',
      'A: I saw [the old man] an hour ago at the gate.',
    ],
    [
      'behind which a word begins as their last one',
      'A: |She told him no| in the end.',
      'A: [She told him no] now and then in the end.',
    ],
    [
      'between new ones, in a file that doesn’t say whether they were said once',
      'A: No, not yet. “Soon”, they said.\nB: We row at six. |The pier is old.|\nA: No, not yet. Who will mend it?',
      'A: No, not yet. “Soon”, they said.\nB: We row at six. It rained for all of seven days. [The pier is old.] Nobody had a lantern by then.\nA: No, not yet. Who will mend it?',
      true,
    ],
    [
      'said twice, none of which is missing, and joined to the line above',
      'A: Yes. It will rain, I think. Yes.\nB: No, not yet. The keeper shuts the gate before the flood comes.\nA: The pier is cold. |It will rain, I think.| And then we waited for the tide, all of us, until noon.\nB: Yes.',
      'A: Yes. It will rain, I think. Yes.\nB: No, not yet. The keeper shuts the gate before the flood comes.\n[It will rain, I think.] And then we waited for the tide, all of us, until noon.\nB: Yes.',
    ],
    [
      'of which the letters run into the next ones',
      'A: It is not safe.\nB: I see.\nA: Yes. |Yes.| The pier is cold.\nB: The mill stood still.\nA: Well... yes. The keeper shut the gate.',
      'A: It is not safe.\nB: I see.\nA: Yes. {YesThe} pier is cold.\nB: The mill stood still.\nA: Well... yes. The keeper shut the gate.',
    ],
    [
      'deleted between lines, where the next one is like them',
      'A: “Soon”, they said. “Soon”, they said.\n\n|B: The pier is old.|\n\nA: The pier is old.\n\nB: The keeper shut the gate before the flood came.',
      'A: “Soon”, they said. “Soon”, they said.\n\n\n\nA: The pier is old.\n\nB: The keeper shut the gate before the flood came.',
    ],
    [
      'deleted with what stood behind it, where the next line begins with the same',
      'A: It rains. “Soon”, they said.\nB: We row at six. I see.\nA: No, not yet. |“Soon”, they said.| It is safe.\nB: “Soon”, they said.\nA: The pier is old. The keeper shuts the gate before the flood comes.',
      'A: It rains. “Soon”, they said.\nB: We row at six. I see.\nA: No, not yet. \nB: “Soon”, they said.\nA: The pier is old. The keeper shuts the gate before the flood comes.',
    ],
    [
      'said twice, behind which a word of the next sentence was mended',
      'A: Yes. It is not safe.\nB: The pier is cold.\nA: It is safe. The keeper shut the gate before the flood came. |Yes.|\nB: The piir is cold. Yes.\nA: The mill stood still for a week.',
      'A: Yes. It is not safe.\nB: The pier is cold.\nA: It is safe. The keeper shut the gate before the flood came. [Yes.]\nB: The pier is cold. Yes.\nA: The mill stood still for a week.',
    ],
    [
      'in a paragraph that stands twice now, of which it is the end',
      'A: Yes.\n\nB: The pier is old. We row at six.\n\nA: The keeper shuts the gate before the flood comes. The pier is old. |We row at six.|\n\nB: The mill stood still for a week.',
      'A: Yes.\n\nB: The pier is old. We row at six.\n\nA: The keeper shuts the gate before the flood comes. The pier is old. {We row at six.}\n\nA: The keeper shuts the gate before the flood comes. The pier is old. We row at six.\n\nB: The mill stood still for a week.',
    ],
  ];
  for (const [what, marked, expected, isForeign] of doubts) {
    it(`of words ${what}: ${/[[{]/.exec(expected)?.[0] ?? 'given up'}`, () => {
      const [before = '', quote = '', behind = ''] = marked.split('|');
      const span = { start: before.length, end: before.length + quote.length };
      const selector = select(TextLines.of(before + quote + behind), span);
      const { start, end, prefix, suffix } = selector;
      const foreign = { start, end, quote, prefix, suffix };
      const annotation = {
        id: 'a',
        selector: isForeign ? foreign : selector,
        tags: [],
        topics: [],
      };
      const [head = '', words, tail = ''] = expected.split(/[[\]{}]/);
      const after = head + (words ?? '') + tail;
      const [anchored] = reanchor(after, [annotation]);
      const { state, span: there } = anchored ?? {};
      assert.equal(there && after.slice(there.start, there.end), words);
      if (words === undefined) return;
      assert.equal(there?.start, head.length);
      assert.equal(state === 'changed', expected.includes('{'));
    });
  }

  it('is shown without what was written before it, when it was edited, too', () => {
    const long = 'The county says “soon”. The bridge will probably stay closed until May.';
    const edited = long.replace('May', 'June');
    const after = BEFORE.replace(long, `It rains, they say. ${edited}`);
    assert.equal(found(long, after), `changed: ${edited}`);
  });

  it('is none of what else may come of a text, and stands within it', () => {
    const words = fc.constantFrom(
      'Yes. ',
      'The bridge will close. ',
      'No',
      '\n',
      '…',
      'ß',
      '😀',
      '“',
      'a b',
    );
    const texts = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.array(fc.tuple(fc.nat(200), fc.nat(40))),
        (before, after, ends) => {
          const lines = TextLines.of(before);
          const annotations = ends.map(([at, length], index) => {
            const start = Math.min(at, before.length);
            const end = Math.min(start + length, before.length);
            return {
              id: String(index),
              selector: select(lines, { start, end }),
              tags: [],
              topics: [],
            };
          });
          const results = reanchor(after, annotations);
          assert.deepEqual(
            results.map(({ annotation }) => annotation),
            annotations,
          );
          for (const { span, state } of results) {
            assert.equal(span === undefined, state === 'orphan');
            if (span) assert(0 <= span.start && span.start < span.end && span.end <= after.length);
          }
        },
      ),
    );
  });

  for (const [words, result] of [
    ['The county says “soon”. The bridge will probably stay closed until May.', 'moved'],
    ['The bridge will probably stay closed', 'for review'],
  ] as const) {
    it(`is found by its words alone if they stand once, for review if twice: ${words}`, () => {
      const selector = { start: 0, end: 1, quote: words, prefix: '', suffix: '' };
      const [anchored] = reanchor(BEFORE, [{ id: 'a', selector, tags: [], topics: [] }]);
      const isSure = anchored?.state === 'moved' || anchored?.state === 'exact';
      assert.equal(isSure ? anchored.state : 'for review', result);
    });
  }

  it('is found by its words alone though the word before them is the same as their first', () => {
    const quote = 'very late for all of us by then.';
    const selector = { start: 0, end: 1, quote, prefix: '', suffix: '' };
    const [anchored] = reanchor(`It was very, ${quote}`, [
      { id: 'a', selector, tags: [], topics: [] },
    ]);
    assert.equal(anchored?.state, 'moved');
  });

  it('is told from a look-alike by what stands around it', () => {
    const twice = 'The bridge will probably stay closed';
    const after = `Preface.\n${BEFORE}`;
    for (const nth of [0, 1]) {
      const [anchored] = reanchor(after, [annotationOn(twice, BEFORE, nth)]);
      assert.equal(anchored?.span?.start, annotationOn(twice, after, nth).selector.start);
    }
  });

  it('doesn’t jump to a look-alike when its own words are deleted', () => {
    const twice = 'The bridge will probably stay closed';
    const after = BEFORE.replace('The bridge will probably stay closed. ', '');
    const [anchored] = reanchor(after, [annotationOn(twice)]);
    assert.equal(anchored?.state, 'orphan');
  });

  it('stays up for review as long as its file says that the words were others', () => {
    const annotation = { ...annotationOn(quote), was: 'We know who pays.' };
    for (const text of [BEFORE, `Above.\n${BEFORE}`]) {
      assert.equal(reanchor(text, [annotation])[0]?.state, 'changed');
    }
  });

  it('is told from forty like it by what stands around each', () => {
    const lines = Array.from(
      { length: 40 },
      (_, n) => `Q: Were ${n} boats there?\nA: Yes. And ${n} oars.`,
    );
    const text = lines.join('\n');
    const starts = [...text.matchAll(/Yes/g)].map(({ index }) => index);
    const spans = starts.map((start) => ({ start, end: start + 4 }));
    const selectors = selectAll(TextLines.of(text), spans);
    const after = `A title\n\n${[...lines.slice(20), ...lines.slice(0, 20)].join('\n')}`;
    for (const n of [0, 7, 15, 19, 20, 25, 39]) {
      const [selector] = selectors.slice(n);
      assert.ok(selector);
      const [anchored] = reanchor(after, [{ id: 'a', selector, tags: [], topics: [] }]);
      assert.equal(anchored?.span?.start, after.indexOf(`Yes. And ${n} oars`), `${n}`);
      // What stood beside these stands elsewhere.
      const isBeside = n === 19 || n === 20;
      assert.equal(anchored.state, isBeside ? 'changed' : 'moved', `${n}`);
    }
  });

  it('is a part of a word where it was', () => {
    const text = 'A: We repay them, and they repay us.';
    const start = text.indexOf('pay');
    const selector = select(TextLines.of(text), { start, end: start + 3 });
    const after = `B: So?\n${text}`;
    const [anchored] = reanchor(after, [{ id: 'a', selector, tags: [], topics: [] }]);
    assert.deepEqual(anchored?.span, { start: start + 7, end: start + 10 });
  });

  it('is found where those around it went, though the same words and their surroundings come again', () => {
    const verse = ['Q: And then?', 'A: Then the bell rang, and we rowed on.', 'Q: How far?', ''];
    const text = Array.from({ length: 300 }, (_, n) =>
      [...verse, `A: As far as pier ${n}.`].join('\n'),
    ).join('\n');
    const quote = 'Then the bell rang, and we rowed on.';
    const starts = [...text.matchAll(/Then the bell/g)].map(({ index }) => index);
    const selectors = selectAll(
      TextLines.of(text),
      starts.map((start) => ({ start, end: start + quote.length })),
    );
    const annotations = selectors.map((selector, n) => {
      return { id: String(n), selector, tags: [], topics: [] };
    });
    const after = `A title\r\n${text.replaceAll('\n', '\r\n')}`;
    const results = reanchor(after, annotations);
    assert.deepEqual(
      results.map(({ span }) => span?.start),
      [...after.matchAll(/Then the bell/g)].map(({ index }) => index),
    );
    const silent = results.filter(({ state }) => state === 'moved').length;
    assert(silent > 290, `${silent} in silence`);
  });

  /** How far from their places annotations on many a verse like others are found once some are deleted. */
  function amongVerses(piers: string): { silent: number[]; reviewed: number[] } {
    const quote = 'Then the bell rang.';
    let state = 1;
    const verses = Array.from({ length: 3000 }, (_, n) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const text = `Q: Pier ${piers[(state >>> 16) % piers.length]}?\nA: ${quote}\n`;
      return { text, isKept: n % 30 < 24, isAnnotated: n % 30 === 12 };
    });
    const annotated = (kept: typeof verses) => {
      const texts = kept.map(({ text }) => text);
      const ends = kept.flatMap(({ isAnnotated }, n) =>
        isAnnotated ? [texts.slice(0, n + 1).join('').length - 1] : [],
      );
      return { text: texts.join(''), starts: ends.map((end) => end - quote.length) };
    };
    const before = annotated(verses);
    const after = annotated(verses.filter(({ isKept }) => isKept));
    const spans = before.starts.map((start) => ({ start, end: start + quote.length }));
    const annotations = selectAll(TextLines.of(before.text), spans).map((selector, n) => {
      return { id: String(n), selector, tags: [], topics: [] };
    });
    const off = reanchor(after.text, annotations).flatMap(({ span, state }, n) =>
      span ? [{ state, by: span.start - (after.starts[n] as number) }] : [],
    );
    const of = (isChanged: boolean) =>
      off.flatMap(({ state, by }) => ((state === 'changed') === isChanged ? [by] : []));
    return { silent: of(false), reviewed: of(true) };
  }

  it('is never another of very many like it in silence', () => {
    const { silent } = amongVerses('abc');
    assert.deepEqual(new Set(silent), new Set([0]));
  });

  it('is found where those around it went, past what was deleted between, though there are many like it', () => {
    const silent = Array.from({ length: 100 }, () => 0);
    assert.deepEqual(amongVerses('abcdefghijkl'), { silent, reviewed: [] });
  });

  it('is found among 1,000 in a megabyte', () => {
    const text = Array.from(
      { length: 20_000 },
      (_, n) => `Speaker: It was number ${n} of all.`,
    ).join('\n');
    const spans = Array.from({ length: 1000 }, (_, n) => {
      const quote = `number ${n * 17} of`;
      const start = text.indexOf(quote);
      return { start, end: start + quote.length };
    });
    const annotations = selectAll(TextLines.of(text), spans).map((selector, n) => {
      return { id: String(n), selector, tags: [], topics: [] };
    });
    const results = reanchor(`New.\n${text}`, annotations);
    assert.equal(results.filter(({ state }) => state === 'moved').length, 1000);
  });
});

describe('An annotation of words that stand close by, too', () => {
  const often = '\nA: And that? B: Yes.'.repeat(60);
  // Bars stand around what was annotated.
  const cases: [what: string, before: string, after: string][] = [
    [
      'the rule under a heading is shortened',
      'What was said.\n\n|How the pier works\n------------------|\n\nIt floats.',
      'What was said.\n\nHow the pier works\n-----\n\nIt floats.',
    ],
    [
      'it is deleted with all up to the next of many like it',
      `A: Somebody else can do it. |Yes.| It has to be me. Yes. Of course. Of course.${often}`,
      `A: Somebody else can do it. Yes. Of course. Of course.${often}`,
    ],
    [
      'it is deleted with what stood behind it, and the same comes a little later, among many like it',
      `A: Some boats. |Yes.|\nB: Or four or five boats?\nA: Yes.\nB: When you come to four or five boats?${often}`,
      `A: Some boats.\nB: Or four or five boats?\nA: Yes.\nB: When you come to four or five boats?${often}`,
    ],
    [
      'it is moved away, and what stood before it stands before its twin',
      'Read this:\n\n* `|row the whole boat|` home\n* `row the whole boat-house` home\n\nMore of it.\n\nThe end:\n',
      'Read this:\n\n* `row the whole boat-house` home\n\nMore of it.\n\nThe end:\n* `row the whole boat` home\n',
    ],
    [
      'it is moved away, and of its twin before it only the end was kept beside it',
      'The list of all.\n\n* At noon: the song of the oars and boats, again\n\n## And the |song of the oars and boats|, again\n\n* Hale: four oars of ash.\n',
      '## And the song of the oars and boats, again\n\nThe list of all.\n\n* At noon: the song of the oars and boats, again\n\n* Hale: four oars of ash.\n',
    ],
    [
      'it is moved away, and of its twin behind it only the beginning was kept beside it',
      'A: And we sang: |song of the oars and boats of ash|, then, song of the oars and boats of ash. We slept well.\nB: Oh.',
      'A: And we sang: song of the oars and boats of ash. We slept well.\nB: Oh. Song of the oars and boats of ash, then.',
    ],
    [
      'it is changed, and its twin stands right behind it',
      `We did what we could. |Yes.| Yes. But the last part of the year was long.${often}`,
      `We did what we could. Yse. Yes. But the last part of the year was long.${often}`,
    ],
    [
      'it may have been denied at its end',
      'A: The lock is old, and |opening it by hand is not| as hard as it looks.',
      'A: The lock is old, and opening it by hand is not not as hard as it looks.',
    ],
    [
      'it may have been denied at its beginning',
      'A: The keeper said that the gate |will not open before noon|, whatever we pay.',
      'A: The keeper said that the gate will will not open before noon, whatever we pay.',
    ],
    [
      'it is moved away, and something is written before its twin beside it',
      'A: We had too few boats. Yes. |Yes.|\nB: Above all in the winter of the flood.\nA: True. Well, yes!',
      'A: We had too few boats. The mill stood still for a week. Yes. B: Above all in the winter of the flood.\nA: True. Well, yes! Yes.',
    ],
    [
      'what stood around it is edited, and some of that stands around its twin, too',
      'note: "How we met when rowing the boat home. This is meant as a list for all who want to row the river and for those who only ask how we ever came back alive."\nfile: oars\n\nWe wrote down how we met when rowing home. This is meant as |a list for all who want to row the| river and for those who only ask how we ever came back alive.\n\nRowing is hard, above all at night.',
      'note: "How we met when rowing the boat home. This is meant as a list for all who want to row the river and for those who only ask how we ever came back alive."\nfile: oars\n\nThis is meant as a list for all who want to row the lantern and for those who only ask how we ever came back alive.\n\nRowing is hard, above all at night.',
    ],
    [
      'it is moved away, and something is written behind its twin beside it',
      'A: We had too few boats in that year. |Yes.| Yes. Above all in the winter of the flood.\nA: True. Well, yes!',
      'A: We had too few boats in that year. Yes. The mill stood still for a week. Above all in the winter of the flood.\nA: True. Well, yes! Yes.',
    ],
    [
      'what is nearly the same stands on both sides of its twin, and it is moved',
      'A: By rule four, in week 14 of the year |the gate stays shut| for all of 3 days and nights, by the old rule.\nB: Why?\nA: By rule four, in week 15 of the year the gate stays shut for all of 4 days and nights, by the old rule.\nB: Oh.',
      'B: Why?\nA: By rule four, in week 15 of the year the gate stays shut for all of 4 days and nights, by the old rule.\nB: Oh. I see: the gate stays shut, then.',
    ],
    [
      'it is a rule that is longer now',
      'What was said.\n\n|---|\n\nIt floats, they say.',
      'What was said.\n\n-----\n\nIt floats, they say.',
    ],
    [
      'words were written among the hyphens that it begins with',
      '|---\ntitle: The pier\n---|\n\nIt floats, they say.',
      '-quietly enough--\ntitle: The pier\n---\n\nIt floats, they say.',
    ],
    [
      'words were written among the hyphens that it ends with',
      'What was said. |It floats ---| B: They say so.',
      'What was said. It floats -- for now - B: They say so.',
    ],
    [
      'what is nearly the same stands around its twin, and it is moved',
      'A: In week 14 of the year |the gate stays shut| for all of 3 days.\nB: Why?\nA: In week 15 of the year the gate stays shut for all of 4 days.\nB: Oh.',
      'A: B: Why?\nA: In week 15 of the year the gate stays shut for all of 4 days.\nB: Oh. I see: the gate stays shut, then.',
    ],
    [
      'it is the end of another word now',
      'A: It is |likely| to rain in May.\nB: I see.',
      'A: It is unlikely to rain in May.\nB: I see.',
    ],
    [
      'it is the beginning of another word now',
      'A: It will |rain| in May.\nB: I see.',
      'A: It will rainier in May.\nB: I see.',
    ],
    [
      'it is deleted, and stands within another word elsewhere',
      'A: We rowed home. It is |likely|, they say, and so we waited for it.\nB: Unlikely, I say.',
      'A: We rowed home. It is, they say, and so we waited for it.\nB: Unlikely, I say.',
    ],
    [
      'it is deleted among very many like it',
      `A: Who came then? |Yes.| Nobody had seen the gate.${often}`,
      `A: Who came then? Nobody had seen the gate.${often}`,
    ],
  ];
  for (const [what, marked, after] of cases) {
    it(`is never attached in silence where ${what}`, () => {
      const [before = '', quote = '', behind = ''] = marked.split('|');
      const span = { start: before.length, end: before.length + quote.length };
      const selector = select(TextLines.of(before + quote + behind), span);
      const [anchored] = reanchor(after, [{ id: 'a', selector, tags: [], topics: [] }]);
      const own = after.lastIndexOf(`\`${quote}\``) + 1;
      const isOwn = own > 0 && anchored?.span?.start === own;
      assert.ok(isOwn || !['exact', 'moved'].includes(anchored?.state ?? ''), anchored?.state);
    });
  }
});

describe('An annotation of marks alone', () => {
  const head = 'title: The pier\nby: Hale\n';
  // Bars stand around what was annotated, and around where it should be found.
  const cases: [what: string, before: string, after: string, state: string][] = [
    [
      'whose lines are broken otherwise',
      '{ "boats": [\n  { "oars": "four of them"\n    |}\n  ]\n}|\n\nThat was the list of boats.',
      '{ "boats": [ { "oars": "four of them" |} ] }|\n\nThat was the list of boats.',
      'moved',
    ],
    [
      'in a passage that stands twice now',
      `${head}|---|\n\nA few weeks ago it floated away.`,
      `${head}|---|\n\n${head}---\n\nA few weeks ago it floated away.`,
      'changed',
    ],
    [
      'before which all was deleted',
      `${head}|---|\n\nA few weeks ago it floated away.`,
      '|---|\n\nA few weeks ago it floated away.\n---\nThe end.',
      'changed',
    ],
    [
      'at the end of the text, with a typo mended before it',
      'We will send all of it the boats on the lixt\n\n|---|\n',
      'We will send all of it the boats on the list\n\n|---|\n',
      'exact',
    ],
    [
      'at the beginning of the text, with a typo mended behind it',
      '|---|\n\nThe lixt of the boats was sent to all of us.\n',
      '|---|\n\nThe list of the boats was sent to all of us.\n',
      'exact',
    ],
    [
      'above which a paragraph was written',
      'We rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'It was May.\n\nWe rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'moved',
    ],
    [
      'beside which a longer rule was drawn',
      'We rowed home before the flood came.\n\n|---|\n\nThe next year was dry and quiet.',
      'We rowed home before the flood came.\n\n|---|\n\n-----\n\nThe next year was dry and quiet.',
      'exact',
    ],
    [
      'which stand twice between their neighbours now',
      'We rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'We rowed home before the flood came.\n\n|***|\n\n***\n\nThe next year was dry and quiet.',
      'changed',
    ],
    [
      'behind which all was written anew',
      'We rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'We rowed home before the flood came.\n\n|***|\n\nNobody knows what became of Hale.',
      'changed',
    ],
    [
      'before which all was written anew',
      'We rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'Nobody knows what became of him.\n\n|***|\n\nThe next year was dry and quiet.',
      'changed',
    ],
    [
      'and which hold the white space that they held',
      'We rowed home before the flood came.\n\n|* * *|\n\nThe next year was dry and quiet.',
      'It was May. We rowed home before the flood came.\n\n|*  *\n*|\n\nThe next year was dry and quiet.',
      'moved',
    ],
  ];
  const gone: [what: string, before: string, after: string][] = [
    [
      'both sides of which were written anew',
      'We rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'Nobody knows what became of him.\n\n***\n\nSome say that he went to sea in May.',
    ],
    [
      'of whose sides only the nearest words are left',
      'The keeper shut both gates at noon, and we rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'Nobody knows whether the flood came.\n\n***\n\nSome say that he went to sea in May.',
    ],
    [
      'which were taken out between their neighbours',
      'We rowed home before the flood came.\n\n|***|\n\nThe next year was dry and quiet.',
      'We rowed home before the flood came.\n\nThe next year was dry and quiet.\n\n***\n',
    ],
    [
      'that are nothing but blanks',
      'We rowed home before the flood came.|\n\n|The next year was dry and quiet.',
      'It was May. We rowed home before the flood came.\n\nThe next year was dry and quiet.',
    ],
  ];
  for (const [what, before, after] of gone) {
    it(`${what} is nowhere`, () => {
      const [start, end] = [before.indexOf('|'), before.lastIndexOf('|') - 1];
      const selector = select(TextLines.of(before.replaceAll('|', '')), { start, end });
      const [anchored] = reanchor(after, [{ id: 'a', selector, tags: [], topics: [] }]);
      assert.equal(anchored?.state, 'orphan');
    });
  }

  for (const [what, before, after, state] of cases) {
    it(`${what} stands where it stood, and is ${state}`, () => {
      const [old, now] = [before, after].map((marked) => {
        const [start, end] = [marked.indexOf('|'), marked.lastIndexOf('|') - 1];
        return { text: marked.replaceAll('|', ''), span: { start, end } };
      }) as [Marked, Marked];
      const selector = select(TextLines.of(old.text), old.span);
      const [anchored] = reanchor(now.text, [{ id: 'a', selector, tags: [], topics: [] }]);
      assert.deepEqual({ span: anchored?.span, state: anchored?.state }, { span: now.span, state });
    });
  }
});

interface Marked {
  readonly text: string;
  readonly span: { readonly start: number; readonly end: number };
}
