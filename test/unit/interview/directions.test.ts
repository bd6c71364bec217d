import assert from 'node:assert/strict';
import { asidesIn, isDirection } from '../../../src/core/interview/line/directions';

describe('Stage directions', () => {
  const LONG = 'The ferry leaves the harbour, and on the shore they wave';
  const yes = [
    'END',
    '**THE END**',
    'End of interview',
    '[END OF TAPE 1]',
    'Start of the recording',
    '--- Start of recording ---',
    '*** Break ***',
    '[A train passes]',
    '【笑】',
    '(laughs)',
    '(long pause).',
    '(A train passes.)',
    ' *(The tape ends.)* ',
    `(${LONG}.)`,
    `[${LONG}, until it can be seen no more and the wind has taken all they shout.]`,
  ];
  for (const line of yes) it(line, () => assert.equal(isDirection(line), true));

  const no = [
    '',
    'We laughed.',
    'ENDING',
    'END?',
    'At the end of the interview',
    '--- Break, and then',
    '[12:30]',
    // Notes of who wrote it down are none; there somebody spoke.
    '[Editor’s remark]',
    '[inaudible]',
    // What people say in brackets.
    '(and so on)',
    '(I laughed, too.)',
    '(We all did.)',
    '(You know him.)',
    `(${LONG}, until it can be seen no more, and then go home.)`,
    '(laughs) No.',
    `[${'A train passes. '.repeat(20)}]`,
  ];
  for (const line of no) it(`not: ${line}`, () => assert.equal(isDirection(line), false));

  const within: [line: string, asides: string[]][] = [
    ['Yes [laughter], and (coughs) no.', ['[laughter]', '(coughs)']],
    ['【笑】はい', ['【笑】']],
    ['Yes (of course) [Holt]', []],
    ['They laughed.', []],
  ];
  for (const [line, asides] of within) {
    it(`within a line: ${line}`, () => {
      assert.deepEqual(
        asidesIn(line).map(({ start, end }) => line.slice(start, end)),
        asides,
      );
    });
  }
});
