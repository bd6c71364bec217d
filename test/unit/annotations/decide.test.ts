import assert from 'node:assert/strict';
import { reanchor, selectAll } from '../../../src/core/annotations/anchor';
import { TextLines } from '../../../src/core/text/lines';

/** What a reader is told of an annotation: in silence, for review with how much it matters, or among the orphans. */
type Verdict = 'same' | 'slight' | 'meaning' | 'place' | 'orphan';

/**
 * Annotates what stands between bars, and looks for it in another text.
 *
 * @param expected with the words that should be found in brackets
 * @param isForeign whether another program wrote the annotation, which keeps 32 characters on either side, whatever stands elsewhere
 */
function check(marked: string, expected: string, verdict: Verdict, isForeign = false): void {
  const [before = '', quote = '', behind = ''] = marked.split('|');
  const span = { start: before.length, end: before.length + quote.length };
  const [own] = selectAll(TextLines.of(before + quote + behind), [span]);
  assert.ok(own);
  const { start, end, prefix, suffix } = own;
  const foreign = { start, end, quote, prefix: prefix.slice(-32), suffix: suffix.slice(0, 32) };
  const selector = isForeign ? foreign : own;
  const [head = '', words, tail = ''] = expected.split(/[[\]]/);
  const after = head + (words ?? '') + tail;
  const [anchored] = reanchor(after, [{ id: 'a', selector, tags: [], topics: [] }]);
  const { span: there, state, grade } = anchored ?? {};
  const shown =
    there &&
    `${after.slice(0, there.start)}[${after.slice(there.start, there.end)}]${after.slice(there.end)}`;
  const isSilent = state === 'exact' || state === 'moved';
  assert.deepEqual(
    { shown: shown ?? after, verdict: isSilent ? 'same' : (grade ?? state) },
    { shown: expected, verdict },
  );
}

describe('A sentence that was edited where it stands', () => {
  const talk = (sentence: string) =>
    [
      'Reporter: Thank you for coming. How is the water?',
      `Ikwue: The wells are low. ${sentence} We measure them every week.`,
      'Reporter: And who pays for that?',
      'Ikwue: The district does, so far.',
    ].join('\n');

  const cases: [was: string, now: string, verdict: Verdict][] = [
    // Written otherwise, but the same.
    ['They’ll dry up — all of them.', "They'll dry up -- all of them.", 'same'],
    ['They’ll dry up — all of them.', 'They’ll dry up --- all of them.', 'same'],
    ['He said “soon” … and left.', 'He said "soon" ... and left.', 'same'],
    ['The *new* pump broke in May.', 'The _new_ pump broke in May.', 'same'],
    ['The new pump broke in May.', 'The new\npump broke\nin May.', 'same'],
    // Spelling, punctuation, fillers.
    ['The new pump broke in May.', 'The new pump broke, in May.', 'slight'],
    ['The new pump broke in May!', 'The new pump broke in May.', 'slight'],
    ['They recieve water at noon.', 'They receive water at noon.', 'slight'],
    ['Well, um, the pump broke in May.', 'The pump broke in May.', 'slight'],
    ['the pump broke in May.', 'The pump broke in May.', 'slight'],
    ['They re-built the well.', 'They rebuilt the well.', 'slight'],
    // Negations.
    ['The pump will break in May.', 'The pump will not break in May.', 'meaning'],
    ['The pump will not break in May.', 'The pump will break in May.', 'meaning'],
    ['We can drink from it.', 'We can’t drink from it.', 'meaning'],
    ['We never drank from it.', 'We ever drank from it.', 'meaning'],
    ['Nobody drank from it.', 'Somebody drank from it.', 'meaning'],
    ['It is safe without a filter.', 'It is safe with a filter.', 'meaning'],
    ['The water is potable, they say.', 'The water is unpotable, they say.', 'meaning'],
    ['Das Wasser ist sauber genug.', 'Das Wasser ist nicht sauber genug.', 'meaning'],
    ['L’eau est bonne pour eux.', 'L’eau n’est pas bonne pour eux.', 'meaning'],
    // Numbers.
    ['It took 12 days to mend it.', 'It took 21 days to mend it.', 'meaning'],
    ['It took twelve days to mend it.', 'It took eleven days to mend it.', 'meaning'],
    ['It cost $1.5 million in all.', 'It cost $15 million in all.', 'meaning'],
    ['In 2023 the wells held 40%.', 'In 2023 the wells held 14%.', 'meaning'],
    ['In 2023 the wells held water.', 'In 2032 the wells held water.', 'meaning'],
    ['Half of the wells are dry.', 'Most of the wells are dry.', 'meaning'],
    // Names.
    ['We told Adaeze in the morning.', 'We told Adaora in the morning.', 'meaning'],
    ['The pump came from Austria.', 'The pump came from Australia.', 'meaning'],
    ['We told Hale in the morning.', 'We told Hall in the morning.', 'meaning'],
    // How likely it is, and who does what.
    ['It is likely to rain in May.', 'It is unlikely to rain in May.', 'meaning'],
    ['It will probably rain in May.', 'It will certainly rain in May.', 'meaning'],
    ['It may rain in May, they say.', 'It must rain in May, they say.', 'meaning'],
    ['They might pay before winter.', 'They will pay before winter.', 'meaning'],
    ['They pay us before winter.', 'We pay them before winter.', 'meaning'],
    ['They pay before the winter.', 'They pay after the winter.', 'meaning'],
    ['The level increased in spring.', 'The level decreased in spring.', 'meaning'],
  ];
  for (const [was, now, verdict] of cases) {
    it(`${was} → ${now.replaceAll('\n', ' / ')}: ${verdict}`, () => {
      check(talk(`|${was}|`), talk(`[${now}]`), verdict);
    });
  }

  // What was written before or behind it is no part of it, what was written within is.
  const additions: [was: string, now: string][] = [
    ['The new pump broke in May.', 'Yes. [The new pump broke in June.]'],
    ['The new pump broke in May.', '[The new red pump broke again in June.]'],
    ['The new pump broke in May.', 'It rained. It rained again. [The new pump had broken in May.]'],
    ['The new pump broke in May.', '[The old pump broke in May.] The old one, that is.'],
    ['The new pump broke in May, they say.', '[The new pump broke in May.]'],
    ['They say the new pump broke in May.', '[The new pump broke in May.]'],
  ];
  for (const [was, now] of additions) {
    it(`${was} → ${now}: shown without what was added`, () => {
      check(talk(`|${was}|`), talk(now), 'meaning');
    });
  }

  const gone: [what: string, was: string, now: string][] = [
    ['gone', 'The pump broke in May.', ''],
    ['replaced by another', 'The pump broke in May.', 'Nobody asked my brother.'],
    ['short, and replaced by another', 'It broke.', 'We left.'],
  ];
  for (const [what, was, now] of gone) {
    it(`is an orphan where it is ${what}`, () => {
      check(talk(`|${was}|`), talk(now), 'orphan');
    });
  }
});

describe('A sentence with one like it elsewhere in the text', () => {
  const cases: [what: string, before: string, after: string, verdict: Verdict][] = [
    [
      'is not the one that denies it, when it is deleted',
      'A: Who pays?\nB: I see. |The district will pay in May.| So they say.\nA: Oh?\nB: The district will not pay in May. Never.',
      'A: Who pays?\nB: I see. So they say.\nA: Oh?\nB: The district will not pay in May. Never.',
      'orphan',
    ],
    [
      'is not the one of another year, when it is deleted',
      'A: And the wells?\nB: I see. |In 2023 the wells held half.| So they say.\nA: Oh?\nB: In 2024 the wells held half. Not more.',
      'A: And the wells?\nB: I see. So they say.\nA: Oh?\nB: In 2024 the wells held half. Not more.',
      'orphan',
    ],
    [
      'is not the one about another person, when it is deleted',
      'A: Who came?\nB: I see. |We told Adaeze in the morning.| So they say.\nA: Oh?\nB: We told Emeka in the morning. He left.',
      'A: Who came?\nB: I see. So they say.\nA: Oh?\nB: We told Emeka in the morning. He left.',
      'orphan',
    ],
    [
      'stays where it is when the other one is deleted',
      'A: Who pays?\nB: I see. |The district will pay in May.| So they say.\nA: Oh?\nB: The district will not pay in May. Never.',
      'A: Who pays?\nB: I see. [The district will pay in May.] So they say.\nA: Oh?\nB: Never.',
      'same',
    ],
    [
      'is reviewed where it stands, when it becomes the other one',
      'A: Who pays?\nB: I see. |The district will pay in May.| So they say.\nA: Oh?\nB: The district will not pay in May. Never.',
      'A: Who pays?\nB: I see. [The district will not pay in May.] So they say.\nA: Oh?\nB: The district will not pay in May. Never.',
      'meaning',
    ],
    [
      'is found where its words went, when both change places',
      'A: Who pays?\nB: I see. |The district will pay in May.| So they say.\nA: Oh?\nB: The district will not pay in May. Never.',
      'A: Who pays?\nB: I see. The district will not pay in May. So they say.\nA: Oh?\nB: [The district will pay in May.] Never.',
      'same',
    ],
    [
      'stays where it is when its paragraph is doubled, though it ends as the one before it does',
      'Ikwue: We never thought of what is left of the old pump by the mill.\n\n|A: So will anybody ever mend what is left of the old pump by the mill?|\n\nIkwue: My brother may, in the spring.',
      'Ikwue: We never thought of what is left of the old pump by the mill.\n\n[A: So will anybody ever mend what is left of the old pump by the mill?]\n\nA: So will anybody ever mend what is left of the old pump by the mill?\n\nIkwue: My brother may, in the spring.',
      'same',
    ],
    [
      'stays with what stands around it when lines are inserted above',
      'A: Is it safe?\nB: Yes. The tide turns at six.\nA: Is it deep?\nB: |Yes.| Nobody swims there.',
      'A: Hello.\nB: Hello.\nA: Is it safe?\nB: Yes. The tide turns at six.\nA: Is it deep?\nB: [Yes.] Nobody swims there.',
      'same',
    ],
    [
      'is an orphan when it is deleted, though the same words stand elsewhere',
      'A: Is it safe?\nB: Yes. The tide turns at six.\nA: Is it deep?\nB: |Yes.| Nobody swims there.',
      'A: Is it safe?\nB: Yes. The tide turns at six.\nA: Is it deep?\nB: Nobody swims there.',
      'orphan',
    ],
    [
      'is reviewed where it became the one of another year',
      'A: The pump broke in May. In 2023 the wells of the lower town held half of what they hold in a good year. |In 2024 the wells of the lower town held half of what they hold in a good year.|\n\nB: Nobody asked my brother. In 2023 the wells of the lower town held half of what they hold in a good year. So far.',
      'A: The pump broke in May. In 2023 the wells of the lower town held half of what they hold in a good year. [In 2023 the wells of the lower town held half of what they hold in a good year.]\n\nB: Nobody asked my brother. In 2023 the wells of the lower town held half of what they hold in a good year. So far.',
      'meaning',
    ],
    [
      'is reviewed where its last word was replaced and the sentence before it deleted',
      'A: It took 12 days. We measure the water every week, all of us.\n\nB: They will not pay before winter. We told Emeka in the morning. The well is dry.\n\nA: They will pay. We told Adaeze in the morning.\n\n|B: They will probably pay before winter.|',
      'A: It took 12 days. We measure the water every week, all of us.\n\nB: They will not pay before winter. We told Emeka in the morning. The well is dry.\n\nA: They will pay. \n\n[B: They will probably pay before summer.]',
      'meaning',
    ],
    [
      'is not the one with another mark, when it is deleted',
      'A: Well — who knows?\n\nB: The pump broke.\n\nA: Well, who knows?\n\nB: Not yet.\n\n|A: Well — who knows?|',
      'A: Well — who knows?\n\nB: The pump broke.\n\nA: Well, who knows?\n\nB: Not yet.\n\n',
      'orphan',
    ],
  ];
  for (const [what, before, after, verdict] of cases) {
    it(`${what}: ${verdict}`, () => {
      check(before, after, verdict);
    });
  }
});

describe('Words that stand elsewhere in the text, too', () => {
  const cases: [what: string, before: string, after: string, verdict: Verdict][] = [
    [
      'are found beside their twin when a mark is added at the beginning of the file',
      'A: They will probably pay before winter.\nB: Nobody asked my brother. |We told Adaeze in the morning.| We told Adaeze in the morning.',
      '\ufeffA: They will probably pay before winter.\nB: Nobody asked my brother. [We told Adaeze in the morning.] We told Adaeze in the morning.',
      'same',
    ],
    [
      'are found as they were written when they moved',
      'A: It took 12 days. I see. But... yes.\nB: The pump broke in May. The well is dry. |Yes.|',
      'A: It took 12 days. I see. But... yes.\nB: [Yes.] The pump broke in May. The well is dry.',
      'same',
    ],
    [
      'are reviewed where a word of them was replaced, not where they stand unchanged',
      'A: But... yes. |They will pay.| We told Emeka in the morning.\n\nB: Not yet. The well is not dry.\n\nA: They will pay.\n\nB: We told Emeka in the morning. Who pays for that?',
      'A: But... yes. [They may pay.] We told Emeka in the morning.\n\nB: Not yet. The well is not dry.\n\nA: They will pay.\n\nB: We told Emeka in the morning. Who pays for that?',
      'meaning',
    ],
    [
      'are reviewed where they were edited, when their twins were edited, too',
      'A: No. The well is not dry.\n\nB: We measure the water every week, all of us.\n\nA: It took 21 days. |We measure the water every week, all of us.| I see.',
      'A: No. The well is not dry.\n\nB: We measure the wells every week, all of us.\n\nA: It took 21 days. [We measure no water every week, none of us.] I see.',
      'meaning',
    ],
    [
      'are for review when they moved away from their surroundings with those of a line',
      'A: I see. The well is dry. No.\n\nB: Really? The well is not dry. They will pay.\n\nA: Yes. It took 12 days.\n\nB: Nobody asked my brother. |Really?|',
      'A: I see. The well is dry. B: Nobody asked my brother. [Really?] No.\n\nB: Really? The well is not dry. They will pay.\n\nA: Yes. It took 12 days.\n\n',
      'place',
    ],
    [
      'are for review when their paragraph moved into another one',
      'A: Not yet.\n\nB: Not yet. |We measure the water every week, all of us.| Nobody asked my brother.\n\nA: The well is not dry.\n\nB: We measure the water every week, all of us. Really?\n\nA: Not yet. I see. Really?',
      'A: Not yet.\n\nA: The well is not dry.\n\nB: We measure the water every week, all of us. Really?\n\nA: Not yet. I see. B: Not yet. [We measure the water every week, all of us.] Nobody asked my brother.\n\nReally?',
      'place',
    ],
    [
      'are for review where they are likeliest when nothing around them is as it was',
      'A: No.\nB: The district pays, so far. I see.\nA: I see.\nB: We told Adaeze in the morning. |No.| The well is dry.',
      'A: No.\nB: The district pays, so far. [No.] I see.\nA: I see.\nB: We told Adaeze in the morning. The well is dry.',
      'place',
    ],
    [
      'are for review where one of three in a row is gone',
      'A: No. The well is dry.\nB: They will pay. No.\nA: I see. I see. |I see.|\nB: It took 21 days.',
      'A: No. The well is dry.\nB: They will pay. No.\nA: I see. [I see.]\nB: It took 21 days.',
      'place',
    ],
    [
      'are found where the sentence around them was edited, though that stands elsewhere unedited',
      'A: It took 12 days. The pump broke in May. It took 12 days.\nB: We told Adaeze in the morning. I see.\nA: It took 21 days. “Soon”, they said.\nB: We told Emeka in the morning. The pump |broke in| May.',
      'A: It took 12 days. The pump broke in May. It took 12 days.\nB: We told Adaeze in the morning. I see.\nA: It took 21 days. “Soon”, they said.\nB: We told Emeka in the morning. One pump [broke in] May.',
      'same',
    ],
    [
      'are reviewed where their full stop is gone, not where their twin stands',
      'A: So the old men went down to the river with the buckets.\nB: We told Adaeze in the morning.\nA: Nobody asked my brother. No. |No.|\nB: We told Emeka in the morning. Really?',
      'A: So the old men went down to the river with the buckets.\nB: We told Adaeze in the morning.\nA: Nobody asked my brother. No. [No]\nB: We told Emeka in the morning. Really?',
      'slight',
    ],
  ];
  for (const [what, before, after, verdict] of cases) {
    it(`${what}: ${verdict}`, () => {
      check(before, after, verdict);
    });
  }

  const foreign: typeof cases = [
    [
      'are for review when a typo came before them, and all around stands elsewhere as it was',
      'A: Tell us of the operators of the gates, who work like a government think-tank. |They write papers on everything from wells to pumps.| We talked to all of them about the future.\nB: Why? And who would ever read what they write of it in the end?\nA: Tell us of the operators of the gates, who work like a government think-tank. They write papers on everything from wells to pumps. We talked to all of them about the future.',
      'A: Tell us of the operators of the gates, who work like a government think-tannk. They write papers on everything from wells to pumps. We talked to all of them about the future.\nB: Why? And who would ever read what they write of it in the end?\nA: Tell us of the operators of the gates, who work like a government think-tank. [They write papers on everything from wells to pumps.] We talked to all of them about the future.',
      'place',
    ],
    [
      'are for review when a title is added above them',
      '|A: Nobody asked my brother.| Who pays for that?\n\nB: It took 21 days. The well is not dry.\n\nA: Really?\n\nB: We told Adaeze in the morning.\n\nA: Nobody asked my brother.',
      'Draft, second reading\n\n[A: Nobody asked my brother.] Who pays for that?\n\nB: It took 21 days. The well is not dry.\n\nA: Really?\n\nB: We told Adaeze in the morning.\n\nA: Nobody asked my brother.',
      'place',
    ],
    [
      'are reviewed where a word of them was replaced, though more was written before them',
      'A: The well is dry. |“Soon”, they said.| The pump broke in May.\nB: No.',
      'A: The well is dry. We had asked them for it seven times before the winter. [“Soon”, they say.] The pump broke in May.\nB: No.',
      'meaning',
    ],
    [
      'are reviewed where their last word was replaced, not where they stand unchanged',
      'A: The district pays, so far. But... yes. We told Emeka in the morning.\nB: The district pays, so far. |But... yes.| The pump broke in June.\nA: We told Emeka in the morning. The well is dry.',
      'A: The district pays, so far. But... yes. We told Emeka in the morning.\nB: The district pays, so far. [But... lanterns.] The pump broke in June.\nA: We told Emeka in the morning. The well is dry.',
      'meaning',
    ],
    [
      'are an orphan where another sentence stands in their place, before one like them',
      '|A: The well is not dry.| The well is dry. The well is dry.\nB: The pump broke in June. The well is dry. It took 21 days.\nA: Nobody asked my brother.',
      'The pump broke in June. The well is dry. The well is dry.\nB: The pump broke in June. The well is dry. It took 21 days.\nA: Nobody asked my brother.',
      'orphan',
    ],
    [
      'are an orphan where they are deleted, and few',
      'A: It took 12 days. |Yes.| Really?\nB: So the old men went down to the river with the buckets. Yes.\nA: I see. Really? It took 21 days.\nB: Really? It took 12 days.\nA: “Soon”, they said. Yes.',
      'A: It took 12 days. Really?\nB: So the old men went down to the river with the buckets. Yes.\nA: I see. Really? It took 21 days.\nB: Really? It took 12 days.\nA: “Soon”, they said. Yes.',
      'orphan',
    ],
    [
      'are for review when they moved, where as much fits as at their twin',
      'A: It took 12 days. |The pump broke in June.|\n\nB: Who pays for that?\n\nA: The pump broke in June.\n\nB: “Soon”, they said.\n\nA: Who pays for that? The district pays, so far.',
      'A: It took 12 days. We had asked them for it seven times. B: Who pays for that?\n\nA: The pump broke in June.\n\nB: “Soon”, they said.\n\n[The pump broke in June.]\n\nA: Who pays for that? The district pays, so far.',
      'place',
    ],
  ];
  for (const [what, before, after, verdict] of foreign) {
    it(`${what}, in a file that another program wrote: ${verdict}`, () => {
      check(before, after, verdict, true);
    });
  }
});
