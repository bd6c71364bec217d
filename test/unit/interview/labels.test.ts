import assert from 'node:assert/strict';
import { speakerLabels, standAlike, tellAlike } from '../../../src/core/interview/scripts/labels';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { TwoLists } from '../../../src/core/interview/twoLists';
import type { Corrections } from '../../../src/core/interview/model';
import { versionsOf } from '../../../src/core/interview/versions';
import { finished } from '../../../src/core/steps';

/** The lines with `>` before those that begin with a speaker’s label. */
function understood(lines: readonly string[], corrections: Corrections, withWeak: boolean) {
  const facts = lines.map((line) => factsOf(line));
  const uses = finished(speakerLabels(facts, corrections, withWeak));
  const all = uses.flatMap((use) => use.lines);
  const speaking = new Set(all);
  assert.equal(speaking.size, all.length);
  return lines.map((line, at) => `${speaking.has(at) ? '>' : ' '} ${line}`);
}

type Case = [what: string, lines: string[], corrections?: Corrections];

function check(cases: readonly Case[], withWeak = false): void {
  for (const [what, lines, corrections = {}] of cases) {
    it(what, () => {
      const plain = lines.map((line) => line.slice(2));
      const expected = plain.map((line, at) => `${lines[at]?.[0] ?? ' '} ${line}`);
      assert.deepEqual(understood(plain, corrections, withWeak), expected);
    });
  }
}

const TALK = [
  '> ANN: Where were you then?',
  '> BO: In Lund, at the old pier.',
  '> ANN: And why did you leave?',
  '> BO: The gate was shut by noon.',
];

describe('Labels are those of speakers where they', () => {
  check([
    ['recur before sentences', TALK],
    [
      'are those of one question and its answers',
      ['> ANN: Where were you then?', '> BO: In Lund, at the old pier.'],
    ],
    [
      'recur before short answers among sentences',
      [...TALK, '> ANN: No?', '> BO: No.', '> BO: Yes.'],
    ],
    [
      'stand alone above what is said',
      [
        '> ANN:',
        '  Where were you?',
        '> BO:',
        '  In Lund, at the pier.',
        '> ANN:',
        '  And then?',
        '> BO:',
        '  We rowed home again.',
      ],
    ],
    ['are first and full names of the same', [...TALK, '> BO BERG: It was never open again.']],
    [
      'are the words for who asks and answers',
      ['> Q: Why?', '> A: I do not know.', '> Q: And when?', '> A: In May, I think.'],
    ],
    [
      'are initials, some of which are words, too',
      [
        '> AH: Where were you then?',
        '> TO: In Lund, at the pier.',
        '> AH: And why was that?',
        '> TO: The gate was shut.',
      ],
    ],
    [
      'are nicks in brackets, however little they say',
      [
        '> <ann> where were you then?',
        '> <bo> in lund, at the old pier',
        '> <ann> and why?',
        '> <bo> no idea, the gate was shut',
        '> <cy_7> ok',
      ],
    ],
    [
      'are nicks in small letters that recur often',
      [
        '> ann: Where were you then?',
        '> bo: In Lund, at the pier.',
        '> ann: And why was that?',
        '> bo: The gate was shut.',
        '> ann: By whom was it shut?',
        '> bo: By the keeper, I think.',
      ],
    ],
    [
      'are functions of people who mostly ask',
      [
        ...TALK,
        '> Audience member: Where is it now?',
        '> Audience member: Who has the key?',
        '> Audience member: I see that it is.',
      ],
    ],
    [
      'are of officials, in whatever style',
      [
        '> Q. Where were you then?',
        '> A. In Lund, at the old pier.',
        '> Q. And why was that?',
        '> A. The gate was shut.',
        '> THE COURT: You may answer that.',
        '> A. I have no idea.',
      ],
    ],
  ]);
});

describe('Labels are nobody’s where they', () => {
  check([
    [
      'stand once each before what nobody asks',
      ['  ANN: We rowed to Lund in May.', '  BO: We rowed home in the end.'],
    ],
    [
      'stand once each, and are many',
      [
        '  ANN: Where were you?',
        '  BO: In Lund, at the pier.',
        '  CY: In Oslo, at the quay.',
        '  DOT: At home, as always.',
        '  EVE: In Bergen, by boat.',
      ],
    ],
    ['stand before values', ['  Gate: 7', '  Pier: 12', '  Gate: 8', '  Pier: 13']],
    [
      'stand before nothing',
      ['  ANN:', '', '', '  BO:', '', '', '  ANN:', '', '', '  BO:', '', ''],
    ],
    [
      'stand above lists',
      [
        '  Boats:',
        '  - four of ash',
        '  Oars:',
        '  - six of oak',
        '  Boats:',
        '  - two of pine',
        '  Oars:',
        '  - one of elm',
      ],
    ],
    [
      'stand above pictures',
      [
        '  Boats:',
        '  ![A boat](a.png)',
        '  Oars:',
        '  ![Oars](b.png)',
        '  Boats:',
        '  ![A boat](a.png)',
        '  Oars:',
        '  ![Oars](b.png)',
      ],
    ],
    [
      'are words of documents of all kinds',
      [
        '  Note: The gate is shut at noon.',
        '  Tip: You should come by boat.',
        '  Note: The pier is closed in May.',
        '  Tip: You should row at night.',
      ],
    ],
    [
      'are what programs print',
      [
        '  TypeError: The gate is not a pier.',
        '  TypeError: The boat is not a pier.',
        '  Traceback: It was in the gate.',
        '  Traceback: It was in the boat.',
      ],
    ],
    [
      'are fields of mails',
      [
        '  X-Mailer: The gate is not a pier.',
        '  X-Mailer: The boat is not a pier.',
        '  Sender: We are at the old pier.',
        '  Sender: We are at the new pier.',
      ],
    ],
    [
      'are interjections',
      [
        '  Yes: we rowed to Lund in May.',
        '  Well: it was late by then.',
        '  Yes: we rowed home in the end.',
        '  Well: the gate was shut again.',
      ],
    ],
    [
      'are what is heard',
      [
        '  Laughter: We rowed to Lund in May.',
        '  Laughter: It was late by then.',
        '  Applause: We rowed home.',
        '  Applause: The gate was shut.',
      ],
    ],
    [
      'begin as sentences do',
      [
        '  the old gate: It was shut in May.',
        '  the new pier: It was late by then.',
        '  the old gate: It was open again.',
        '  the new pier: It was never open.',
      ],
    ],
    [
      'are nicks in small letters that hardly recur',
      [
        '  ann: Where were you then?',
        '  bo: In Lund, at the pier.',
        '  ann: And why was that?',
        '  bo: The gate was shut.',
      ],
    ],
    [
      'are sentences in a language without spaces',
      [
        '  我说: 你在哪里？',
        '  他们说: 在老码头那边。',
        '  我说: 为什么呢？',
        '  他们说: 大门关上了。',
      ],
    ],
    [
      'are few that recur among many that do not',
      [
        ...TALK.slice(0, 2).map((line) => ` ${line.slice(1)}`),
        ...['Ash', 'Oak', 'Elm', 'Fir', 'Yew', 'Box', 'Bay', 'Fig', 'Hop', 'Tea'].map(
          (tree) => `  ${tree}: It grows by the river.`,
        ),
      ],
    ],
  ]);
});

describe('Of labels among those of speakers', () => {
  check([
    [
      'those of details at the head are nobody’s',
      ['  ANN: Ann Berg', '  Date: 3 May', '  Place: Lund', '', ...TALK],
    ],
    ['those of details are nobody’s, however few', ['  Place: Lund', '', ...TALK]],
    ['a full name that speaks once is somebody’s', [...TALK, '> Cy Dahl: It was late by then.']],
    ['a full name above the first speech is none', ['  Gate Street: It is late by then', ...TALK]],
    [
      'a full name with a sentence above the first speech is somebody’s',
      ['> CY DAHL: It was late by then.', ...TALK],
    ],
    [
      'a full name under a later heading is none',
      [...TALK, '', '## More', '', '  CY DAHL: It was late by then.'].map((line) =>
        line.startsWith('#') ? `  ${line}` : line,
      ),
    ],
    [
      'a word within a speech is none',
      [
        '> Ann: Where were you then?',
        '> Bo: In Lund, at the old pier.',
        '  Timber: It was never dry.',
        '> Ann: And why did you leave?',
        '> Bo: The gate was shut by noon.',
      ],
    ],
    [
      'a word between two turns of one is somebody’s',
      [
        '> Ann: Where were you then?',
        '> Bo: In Lund, at the old pier.',
        '> Cy: It was never dry.',
        '> Bo: So it was, and cold.',
        '> Ann: And why did you leave?',
      ],
    ],
    [
      'a word that asks is somebody’s',
      [
        '> Ann: Where were you then?',
        '> Bo: In Lund, at the old pier.',
        '> Cy: Was it ever dry?',
        '> Ann: And why did you leave?',
        '> Bo: The gate was shut by noon.',
      ],
    ],
    [
      'a word that says “I” is somebody’s',
      [
        '> Ann: Where were you then?',
        '> Bo: In Lund, at the old pier.',
        '> Cy: I was never dry.',
        '> Ann: And why did you leave?',
        '> Bo: The gate was shut by noon.',
      ],
    ],
    [
      'a word in capitals among others is somebody’s',
      [
        '> ANN: Where were you then?',
        '> BO: In Lund, at the old pier.',
        '> CY: It was never dry.',
        '> ANN: And why did you leave?',
        '> BO: The gate was shut by noon.',
      ],
    ],
    [
      'a word among many speakers is somebody’s',
      [
        ...[
          '> Ann: Where were you then?',
          '> Bo: In Lund, at the old pier.',
          '> Dot: In Oslo, at the quay.',
          '> Eve: At home, as always.',
        ],
        ...[
          '> Cy: It was never dry.',
          '> Ann: And why did you leave?',
          '> Bo: The gate was shut by noon.',
          '> Dot: The quay was full of people.',
          '> Eve: It was far too cold.',
        ],
      ],
    ],
    ['one of nobody’s words is none, however late', [...TALK, '  NOTE: The gate is shut at noon.']],
  ]);
});

describe('Labels are those of speakers as somebody says', () => {
  check([
    [
      'who never speak, they are nobody’s',
      TALK.map((line) => line.replace('> BO', '  BO')),
      { notSpeakers: ['Bo'] },
    ],
    [
      'who ask, whatever they are called',
      ['> NOTE: Where were you then?', ...TALK],
      { interviewers: ['Note'] },
    ],
    [
      'who answer, though they do so once',
      [...TALK, '> note: In Lund.'],
      { roles: { Note: 'interviewee' } },
    ],
    [
      'that it is an interview, though each speaks once',
      ['> ANN: We rowed to Lund in May.', '> BO: We rowed home in the end.'],
      { interview: true },
    ],
    [
      'that it is one, which nobody doubts',
      [...TALK, '  Timber: It was dry.'].map((line) =>
        line.replace('ANN', 'Ann').replace('BO', 'Bo'),
      ),
      { interview: true },
    ],
  ]);
});

describe('Details above the first speech are nobody’s words', () => {
  check([
    [
      'in a block with details of other kinds',
      [
        '  **Interviewer:** Ann',
        '  **Date:** 3 May',
        '  **Aim:** the pier',
        '',
        '> **Interviewer:** Where were you then?',
        '',
        '> **Bo:** In Lund, at the old pier.',
        '',
        '> **Interviewer:** And why?',
        '',
        '> **Bo:** The gate was shut.',
      ],
    ],
    [
      'with a name',
      [
        '  Interviewer: Ann Berg',
        '',
        '> Interviewer: Where were you then?',
        '> Bo: In Lund, at the pier.',
        '> Interviewer: And why?',
        '> Bo: The gate was shut.',
      ],
    ],
    [
      'with a name and who that is',
      [
        '  Interviewer: Ann Berg, of The Courier',
        '',
        '> Interviewer: Where were you then?',
        '> Bo: In Lund, at the pier.',
        '> Interviewer: And why?',
        '> Bo: The gate was shut.',
      ],
    ],
    [
      'but not a question with a name',
      [
        '> Interviewer: Ann Berg, are you there?',
        '',
        '> Bo: In Lund, at the pier.',
        '> Interviewer: And why?',
        '> Bo: The gate was shut.',
      ],
    ],
    [
      'but not what is said right below them',
      [
        '  Date: 3 May',
        '> ANN: Where were you then?',
        '> BO: In Lund, at the old pier.',
        '> ANN: And why?',
        '> BO: The gate was shut by noon.',
      ],
    ],
    ['among others', ['  Time: noon', '  ANN: guest', '  Place: Lund', '', ...TALK]],
    ['with a link', ['  ANN: https://example.org/ann', '', ...TALK]],
    ['with a title', ['  ANN: An interview with Bo', '', ...TALK]],
    [
      'but not the first of many labels that speak',
      [
        '> ANN: Yes, we did so.',
        '> BO: No, we did not.',
        '> CY: It was so.',
        '> ANN: And why?',
        '> BO: The gate was shut.',
        '> CY: So it was.',
      ],
    ],
  ]);
});

describe('Labels that hardly show are those of speakers where they', () => {
  check(
    [
      [
        'recur three times',
        [
          '> ANN  Where were you then?',
          '> BO  In Lund, at the old pier.',
          '> ANN  And why was that?',
          '> BO  The gate was shut.',
          '> ANN  By whom was it shut?',
          '> BO  By the keeper, I think.',
        ],
      ],
      [
        'recur twice in a short text',
        [
          '> ANN  Where were you then?',
          '> BO  In Lund, at the old pier.',
          '> ANN  And why was that?',
          '> BO  The gate was shut.',
        ],
      ],
      [
        'recur twice among those that recur more often, if one is another’s shorter form',
        [
          '> ANN LIE  Where were you then?',
          '> BO  In Lund, at the old pier.',
          '> LIE  And why was that?',
          '> BO  The gate was shut.',
          '> BO  By the keeper.',
          '> BO  And so it was.',
        ],
      ],
    ],
    true,
  );
});

describe('Labels that hardly show are nobody’s where they', () => {
  check(
    [
      [
        'recur twice among those that recur more often',
        [
          '> ANN  Where were you then?',
          '> BO  In Lund, at the old pier.',
          '> ANN  And why was that?',
          '> BO  The gate was shut.',
          '> ANN  By whom was it shut?',
          '> BO  By the keeper, I think.',
          '  TIMBER  It was never dry.',
          '  TIMBER  It was cold.',
        ],
      ],
      [
        'stand among those that show',
        [...TALK, '  CY  It was never dry.', '  CY  It was very cold.'],
      ],
      ['stand once each', ['  ANN  Where were you then?', '  BO  In Lund, at the old pier.']],
    ],
    true,
  );
});

describe('Other words behind a label', () => {
  const ann = { name: 'ANN', key: 'ann', style: 'colon', isWeak: false, count: 3 };
  const cases: [was: string, is: string, isBehind: boolean, areAlike: boolean][] = [
    ['It was so.', 'It was not so.', false, true],
    ['It was so.', 'Was it so?', false, true],
    ['ANN: It was so.', 'ANN: It was not so.', false, true],
    ['ANN: It was so.', 'ANN: Was it so?', false, true],
    ['BO: It was so.', 'BO: Was it so?', false, false],
    ['BO: It was so.', 'BO: I was so.', false, false],
    ['BO: It was all so', 'BO: It was not so', false, true],
    ['ANN: It was all so very cold then', 'ANN: It was all so very cold then.', false, false],
    ['ANN: It was all so very cold then', 'ANN: It was all so very cold then.', true, true],
    ['ANN: So', 'ANN: It was all so.', true, false],
    ['ANN:', 'ANN: It was all so.', true, false],
    ['Note: It was all so', 'Note: It was all so.', true, false],
    ['ANN: 3 of all the boats', 'ANN: 3 of all the boats.', true, false],
  ];
  for (const [was, is, isBehind, areAlike] of cases) {
    it(`tell ${areAlike ? 'the same' : 'something else, perhaps'}: “${was}” and “${is}”${isBehind ? ', below the first speech' : ''}`, () => {
      assert.equal(tellAlike(factsOf(was), factsOf(is), [ann], isBehind), areAlike);
    });
  }
});

describe('Lines that come or go near labels', () => {
  const TEXT = [
    ...['Date: 3 May', 'Place: Lund', 'ANN: Ann Berg', '', 'ANN: Where were you then?', 'BO:'],
    ...['In Lund, at the pier.', '', 'ANN: And why?', 'So', '', '', '', '', '', '', '', '', ''],
    ...['', '', '', '', 'BO: The gate was shut by noon.', 'All of us left.'],
  ];
  const cases: [what: string, edit: [number, number, string[]], areAlike: boolean][] = [
    ['a paragraph in a speech', [24, 0, ['So we did.']], true],
    ['a paragraph less in a speech', [24, 1, []], true],
    ['a blank line below a label alone', [6, 0, ['']], true],
    ['two blank lines below a label alone', [6, 0, ['', '']], false],
    ['no words below a label alone', [6, 1, []], false],
    ['a blank line within details', [2, 0, ['']], false],
    ['a paragraph within details', [1, 0, ['So it was.']], false],
    ['a paragraph far below details', [23, 0, ['So it was.']], true],
  ];
  for (const [what, [first, count, lines], areAlike] of cases) {
    it(`${areAlike ? 'leave' : 'may change'} what labels tell: ${what}`, () => {
      const facts = TEXT.map((line) => factsOf(line));
      const changed = { first, endBefore: first + count, end: first + lines.length };
      const found = versionsOf(
        facts,
        changed,
        lines.map((line) => factsOf(line)),
        new TwoLists(),
      );
      assert.equal(standAlike(found ?? assert.fail('It is not followed.')), areAlike);
    });
  }
});
