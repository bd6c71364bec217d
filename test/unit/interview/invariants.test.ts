import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Interview } from '../../../src/core/interview/model';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';
import { overlaps, type Span } from '../../../src/core/text/span';
import { runs } from '../support/runs';

const line = fc.constantFrom(
  ...['Ann: Why?', 'Bo: Because of it.', 'Bo: I did (laughs) it.', 'ANN', '## Ann', 'x: y', ''],
  ...['**Q:** Who?', '**What do you do?**', '**Why did', 'you go?**', '# What?', '> “I did.”', ''],
  ...[
    '[laughs]',
    'Read more',
    'Subscribe today to our newsletter, members.',
    'Editor’s note: cut.',
  ],
  ...['---', '12', '00:01:00.000 --> 00:02:00.000', 'WEBVTT', '— Where?', '>> Hello', '\t'],
  ...['**Break:** [01:18]', 'Bo Dahl is a shipwright.', '（编辑）什么？', 'Q    How?'],
  ...['The Courier: Why?', 'Place: Oslo', 'Recorded at Skerry Hall, 3 May 2024.'],
  ...[
    '[SPONSOR MESSAGE]',
    '[END SPONSOR MESSAGE]',
    '**Sponsor:** Visit bank.example today, it pays.',
  ],
  ...['This show is brought to you by Bank. Use the code PIER for 20% off.', '[END OF TAPE 1]'],
  ...[
    'Bo: I built the boat that floats on the sea.',
    '> “I built the boat that floats on the sea.”',
  ],
  ...['NARRATOR: It rained all day.', 'CALLER: I saw it.', '(A train passes.)', 'Date: 3 May 2024'],
);
const texts = fc
  .tuple(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => lines.join(end));

function assertSound({ turns, regions, speakers }: Interview, length: number): void {
  assert.deepEqual(
    new Set(speakers),
    new Set(turns.flatMap(({ speaker }) => (speaker ? [speaker] : []))),
  );
  const paragraphs = turns.flatMap((turn) => turn.paragraphs);
  assertInOrder(turns.map(({ span }) => span));
  for (const { span, label, paragraphs: own } of turns) {
    const parts = label ? [label, ...own] : own;
    assertInOrder(parts);
    assert.ok(parts.every(({ start, end }) => span.start <= start && end <= span.end));
  }
  assertInOrder(regions.filter(({ kind }) => kind !== 'stageDirection').map(({ span }) => span));
  for (const { kind, span } of regions) {
    assert.ok(span.start < span.end && span.end <= length);
    const isApart = paragraphs.every((paragraph) => !overlaps(paragraph, span));
    assert.ok(kind === 'stageDirection' || isApart, `a ${kind} is spoken`);
  }
}

function assertInOrder(spans: readonly Span[]): void {
  let last = 0;
  for (const { start, end } of spans) {
    assert.ok(last <= start && start < end);
    last = end;
  }
}

describe('Whatever the text', () => {
  it('turns, their parts and regions are in order and apart, and every speaker has turns', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, interview) => {
        const corrections = interview ? { interview } : {};
        assertSound(new InterviewReader().read(TextLines.of(text), corrections), text.length);
      }),
      runs(1000),
    );
  });

  it('what is read after edits is what a fresh reader reads', () => {
    const edit = fc.record({ start: fc.nat(600), length: fc.nat(60), text: texts });
    fc.assert(
      fc.property(texts, fc.array(edit, { maxLength: 4 }), (text, edits) => {
        const reader = new InterviewReader();
        let lines = TextLines.of(text);
        reader.read(lines, {});
        for (const { start, length, text: inserted } of edits) {
          const from = Math.min(start, lines.length);
          const to = Math.min(from + length, lines.length);
          lines = lines.edited({ start: from, end: to, text: inserted });
          const fresh = new InterviewReader().read(TextLines.of(lines.toString()), {});
          assert.deepEqual(reader.read(lines, {}), fresh);
        }
      }),
      runs(300),
    );
  });

  it('so it is letter by letter', () => {
    const letter = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      text: fc.constantFrom(
        '',
        'x',
        ' ',
        '.',
        '?',
        ':',
        '*',
        'I ',
        '[laughs]',
        '\n',
        '-',
        '"',
        '> ',
      ),
    });
    const corrections = {};
    fc.assert(
      fc.property(texts, fc.array(letter, { minLength: 1, maxLength: 12 }), (text, letters) => {
        const start = `${text}\n\nAnn: Why did you?\n\nBo: I did.\n\nAnn: When?\n\nBo: I forget.\n`;
        const reader = new InterviewReader();
        let lines = TextLines.of(start);
        reader.read(lines, corrections);
        for (const { at, text: typed } of letters) {
          const from = Math.floor(at * (lines.length - 1));
          lines = lines.edited({ start: from, end: typed === '' ? from + 1 : from, text: typed });
          const fresh = new InterviewReader().read(TextLines.of(lines.toString()), corrections);
          assert.deepEqual(reader.read(lines, corrections), fresh);
        }
      }),
      runs(300),
    );
  }).timeout(120_000);
});

/** A name made of a number, in letters. */
function nameOf(number: number): string {
  const letters = number.toString(26).split('');
  return `N${letters.map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('')}`;
}

/** Texts of about `n` lines or pieces each, made to be slow to read. */
const HOSTILE: [what: string, text: (n: number) => string][] = [
  ['a single line', (n) => 'word: '.repeat(40 * n)],
  ['colons', (n) => ':\n'.repeat(10 * n)],
  ['line ends', (n) => '\n'.repeat(50 * n)],
  ['nested brackets', (n) => '[('.repeat(30 * n)],
  ['stars', (n) => '*'.repeat(30 * n)],
  ['spaces before a colon', (n) => `${' '.repeat(30 * n)}:`],
  ['stage directions', (n) => `Ann: Why?\nBo: I.\nAnn: Who?\nBo: I. ${'[laughs] '.repeat(10 * n)}`],
  ['questions in headings', (n) => '# Do you?\n\nI do it.\n\n'.repeat(n)],
  ['turns', (n) => 'Ann: Why did you?\nBo: Because I did.\n'.repeat(n)],
  [
    'speakers',
    (n) =>
      Array.from({ length: 2 * n }, (_, at) => `${nameOf(at % n)} Lee: Why did you go?\n`).join(''),
  ],
  [
    'speakers whose surnames the introduction repeats',
    (n) =>
      `${'Bo Nab and Cy Nac are here. '.repeat(600)}\n\n${Array.from(
        { length: 2 * n },
        (_, at) => `${nameOf(at % n)}: Why did you go?\n`,
      ).join('')}`,
  ],
];

describe('Hostile texts are read to their end, within the time limit of a test, such as many', () => {
  for (const [what, text] of HOSTILE) {
    it(what, () => {
      const hostile = text(16_000);
      assertSound(new InterviewReader().read(TextLines.of(hostile), {}), hostile.length);
    }).timeout(60_000);
  }
});
