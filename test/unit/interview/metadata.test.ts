import assert from 'node:assert/strict';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { metadataOf, titleOverEntries } from '../../../src/core/interview/metadata';
import { TextLines } from '../../../src/core/text/lines';

/** What a document says of itself in its first lines. */
function told(lines: readonly string[], end = lines.length): Record<string, string> {
  const text = TextLines.of(lines.join('\n'));
  const facts = lines.map((line) => factsOf(line));
  const before = { title: undefined, regions: [], asking: undefined };
  const found = Object.entries(metadataOf(text, facts, end, before));
  return Object.fromEntries(found.map(([key, span]) => [key, text.slice(span)]));
}

describe('A document says of itself', () => {
  const dates = [
    ...['3 May 2024', '3 May, 2024', 'May 3, 2024', '3rd May 2024', 'Sept. 3, 2024', '2024-05-03'],
    ...['3.5.2024', '03/05/2024', '3. Mai 2024', '3 de mayo de 2024'],
    ...['2024年5月3日', '2024年5月', '2024년 5월 3일'],
  ];
  for (const date of dates) {
    it(`the date ${date}`, () => {
      assert.deepEqual(told([`Oslo Radio, ${date}`]), { date });
      assert.deepEqual(told([`Date: ${date}`]), { date });
    });
  }

  for (const none of ['3 May 24', '12024-05-033', '3.5.20241', '2024', 'May 2024', '3 May 1399']) {
    it(`no date by ${none}`, () => {
      assert.deepEqual(told([`Of ${none}`]), {});
    });
  }

  const cases: [what: string, lines: string[], found: Record<string, string>][] = [
    ['nothing', ['The pier', '', 'It is old.'], {}],
    [
      'what stands behind keys',
      ['Date: May', 'Place: Lund', 'Outlet: The Courier'],
      { date: 'May', place: 'Lund', outlet: 'The Courier' },
    ],
    [
      'it in bold',
      ['**Recorded on:** May', '- _Location_: Lund', '> Magazine: “Tide”'],
      { date: 'May', place: 'Lund', outlet: '“Tide”' },
    ],
    [
      'it in front matter',
      ['---', 'podcast: "Slow Water"', 'fecha: 2024', '---'],
      { outlet: 'Slow Water', date: '2024' },
    ],
    [
      'it in other languages',
      ['Datum: 3. Mai', 'Lieu : Lyon', '来源：南方周末'],
      { date: '3. Mai', place: 'Lyon', outlet: '南方周末' },
    ],
    ['the first of two', ['Place: Lund', 'Location: Oslo'], { place: 'Lund' }],
    ['nothing behind other keys', ['Dates of birth: 3', 'Workplace: Lund', 'Show me: so'], {}],
    [
      'by a key rather than otherwise',
      ['3 May 2024', '', 'Date: May', '', 'LUND — So.', '', 'Place: Oslo'],
      { date: 'May', place: 'Oslo' },
    ],
    [
      'when somebody spoke',
      [
        'We met the keeper of the gate and spoke for an hour on 3 May 2024, in the rain, and for a second one in the sun of June.',
      ],
      { date: '3 May 2024' },
    ],
    [
      'nothing by a date of something else',
      [
        'The gate of the old river was shut for all of us on 3 May 2024, in the rain, and it stayed so for very many years.',
      ],
      {},
    ],
    [
      'nothing by a date amid a paragraph',
      [
        'The pier at which all of the ferries once landed, and which was shut by the county',
        'on 3 May 2024',
        'for all who had no boat of their own there, is said to be opened once more in May.',
      ],
      {},
    ],
    ['the first date', ['Oslo, 3 May 2024', '', 'Lund, 4 May 2024'], { date: '3 May 2024' }],
    ['where it was held', ['Recorded in Lund.'], { place: 'Lund' }],
    [
      'where they met',
      ['We met on a Monday at the Skerry Yard and spoke.'],
      { place: 'Skerry Yard' },
    ],
    [
      'where it was held, with the land',
      ['Interviewed by Ann Lee in Halifax, Nova Scotia.'],
      { place: 'Halifax, Nova Scotia' },
    ],
    [
      'where it was held, with initials',
      ['Filmed in Halifax, N.S., in May.'],
      { place: 'Halifax, N.S.' },
    ],
    ['a dateline', ['HALIFAX, N.S. — The last loft is shut.'], { place: 'HALIFAX, N.S.' }],
    ['a dateline in bold', ['**LUND** -- The last loft is shut.'], {}],
    ['no place by a title', ['LUND'], {}],
    ['no place by a sentence of something else', ['He was born in Lund.'], {}],
    ['where it was published', ['First published in The Courier.'], { outlet: 'The Courier' }],
    ['where it was aired', ['It aired on Radio Tide in May.'], { outlet: 'Radio Tide' }],
    ['nothing by what else was published', ['The book was published last year.'], {}],
  ];
  for (const [what, lines, found] of cases) {
    it(what, () => {
      assert.deepEqual(told(lines), found);
    });
  }

  it('nothing below where somebody speaks', () => {
    const lines = ['Date: May', '', 'Ann: How?', '', 'Place: Lund', '', 'Recorded in Oslo.'];
    assert.deepEqual(told(lines, 2), { date: 'May' });
  });

  it('nothing below very many lines', () => {
    const lines = [...Array.from({ length: 500 }, () => 'So.'), 'Place: Lund'];
    assert.deepEqual(told(lines), {});
  });
});

describe('A title over lines with keys', () => {
  const cases: [what: string, lines: string[], title: string | undefined][] = [
    ['is the first line', ['A talk with Bo', 'Date: May'], 'A talk with Bo'],
    [
      'is the first below front matter',
      ['---', 'a: b', '---', '', 'A talk', 'Date: May'],
      'A talk',
    ],
    ['is the first of a few short lines', ['A talk with Bo', 'by Ann'], 'A talk with Bo'],
    ['is none alone', ['A talk with Bo'], undefined],
    ['is none apart from them', ['A talk with Bo', '', 'Date: May'], undefined],
    ['is none with a key itself', ['Talk: Bo', 'Date: May'], undefined],
    ['is no sentence', ['We met Bo.', 'Date: May'], undefined],
    ['is no stage direction', ['[Music]', 'Date: May'], undefined],
    ['is no paragraph', [`A talk with ${'very '.repeat(40)}old Bo`, 'Date: May'], undefined],
  ];
  for (const [what, lines, title] of cases) {
    it(what, () => {
      const text = TextLines.of(lines.join('\n'));
      const facts = lines.map((line) => factsOf(line));
      const span = titleOverEntries(text, facts, lines.length);
      assert.equal(span && text.slice(span), title);
    });
  }
});
