import { InterviewReader } from '../../src/core/interview/reader';
import { TextLines } from '../../src/core/text/lines';
import type { Row, Table } from './table';
import { shown, timed } from './time';

/** In UTF-16 units. */
const SIZES = [150_000, 600_000, 2_400_000];
const SINGLE_LINE = 10_000_000;

/** Of what texts are made that are slow to read: the nth piece of each. */
const HOSTILE: readonly [what: string, piece: (n: number) => string][] = [
  ['a single line', () => 'word: '],
  ['colons', () => ':\n'],
  ['line ends', () => '\n'],
  ['nested brackets', () => '[('],
  ['brackets that close', () => '[(]) '],
  ['stars', () => '*'],
  ['stars and words', () => '**a** '],
  ['spaces', () => ' '],
  ['question marks', () => '? '],
  ['dashes', () => '— a\n'],
  ['times', () => '[00:01:02] '],
  ['stage directions', () => 'Ann: Why?\nBo: I. [laughs] [laughs] [laughs]\n'],
  ['sponsors', () => 'Ann: Use the code PIER, brought to you by Bank, visit bank.example.\n\n'],
  [
    'pull quotes',
    () => 'Ann: Why did you go?\n\nBo: I went to see the sea.\n\n> I went to see the sea.\n\n',
  ],
  ['other speakers each', (n) => `${lettered(n)} Lee: Why did you go there?\n`],
  ['the same in brackets', (n) => `Ann (${lettered(n).toLowerCase()}): Why did you?\n`],
  ['keys with values', (n) => `${lettered(n)}: value ${n}\n`],
  ['headings that ask', () => '# Do you?\n\nI do it.\n\n'],
  ['surrogates', () => '\u{1F600}: '],
  ['no letters', () => '\u0000\u200b'],
];

/** A name made of a number, in letters. */
function lettered(n: number): string {
  const digits = n.toString(26).split('');
  return `N${digits.map((digit) => String.fromCharCode(97 + parseInt(digit, 26))).join('')}`;
}

function textOf(piece: (n: number) => string, units: number): string {
  const pieces: string[] = [];
  for (let length = 0, n = 0; length < units; n++) {
    const next = piece(n);
    pieces.push(next);
    length += next.length;
  }
  return pieces.join('');
}

/**
 * How long hostile texts take to read: where time is linear, the columns of a row are alike. Times of
 * under a millisecond tell nothing.
 */
export function hostile(): Table[] {
  const read = (text: TextLines) => timed(() => new InterviewReader().read(text, {}));
  const rows = HOSTILE.map(([what, piece]) => {
    const perMegabyte = SIZES.map((units) => [
      `${units / 1e6} MB`,
      shown(read(TextLines.of(textOf(piece, units))) / (units / 1e6)),
    ]);
    return { text: what, ...Object.fromEntries(perMegabyte) } as Row;
  });
  const single = shown(read(TextLines.of(textOf(() => 'word: ', SINGLE_LINE))));
  const note = `Recognition of texts made to be slow, in milliseconds a MB (UTF-16 units) at three sizes: linear where they are alike. A single line of 10 MB takes ${single} ms.`;
  return [{ title: 'Hostile texts', note, rows }];
}
