import assert from 'node:assert/strict';
import { speakerLabels } from '../../../src/core/interview/scripts/labels';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { labelledScript } from '../../../src/core/interview/scripts/labelledScript';
import type { Script, ScriptEvidence } from '../../../src/core/interview/scripts/script';
import { markedScript, questionScript } from '../../../src/core/interview/scripts/unlabelledScript';
import { finished } from '../../../src/core/steps';

const factsIn = (lines: readonly string[]) => lines.map((line) => factsOf(line));

function labelled(lines: readonly string[], isSubtitled = false): Script {
  const facts = factsIn(lines);
  const labels = finished(speakerLabels(facts, { interview: true }, true));
  return finished(labelledScript(facts, labels, '', isSubtitled)) ?? assert.fail('No labels.');
}

/**
 * The lines with a sign before each at which a turn begins: the first letter of whose label it has, `?` where it
 * asks without one, `!` where it answers.
 */
function withSigns(lines: readonly string[], script: Script | undefined): string[] {
  const starts = new Set(script?.starts);
  return lines.map((line, at) => {
    const role = script?.roleAt.get(at);
    const sign = { interviewer: '?', interviewee: '!', other: '·' } as Record<string, string>;
    const own = script?.personAt.get(at)?.name[0] ?? sign[role ?? ''] ?? '-';
    return `${starts.has(at) ? own : ' '} ${line}`;
  });
}

type Case = [what: string, signed: string[]];

function check(cases: readonly Case[], scriptOf: (lines: readonly string[]) => Script | undefined) {
  for (const [what, signed] of cases) {
    it(what, () => {
      const lines = signed.map((line) => line.slice(2));
      const expected = lines.map((line, at) => `${signed[at]?.[0] ?? ' '} ${line}`);
      assert.deepEqual(withSigns(lines, scriptOf(lines)), expected);
    });
  }
}

describe('Turns by labels', () => {
  check(
    [
      [
        'begin with each label',
        [
          ...['A ANN: Where were you?', 'B BO: In Lund.', '  By boat.', 'A ANN: Why?'],
          ...['A ANN: And when?', 'B BO: In May, I think.'],
        ],
      ],
      [
        'answer where only questions have one',
        [
          ...[
            'Q Q: Where were you?',
            '',
            '! We were in Lund, at the old pier.',
            '',
            '  All of us.',
            '',
          ],
          ...['Q Q: And why?', '', '  ![A boat](a.png)', '', '! The gate was shut by noon.'],
        ],
      ],
      [
        'answer below questions that stand under their label, over lines',
        [
          ...[
            'Q Q:',
            '  Where were you',
            '  by then?',
            '',
            '! We were in Lund, at the old pier.',
            '',
          ],
          ...['Q Q:', '  And why?', '', '! The gate was shut by noon.'],
        ],
      ],
      [
        'don’t answer where only notes or headings follow the questions',
        [
          ...[
            'Q Q: Where were you?',
            '',
            '  the gate, the mill',
            '',
            'Q Q: Who was there?',
            '',
            '  ## The gate',
            '',
          ],
          ...[
            'Q Q: And why?',
            '',
            '  ![A boat](a.png)',
            '',
            'Q Q: And then?',
            '',
            '! The gate was shut by noon.',
          ].map((line) => line.replace('! ', '  ')),
        ],
      ],
      [
        'ask in headings where only answers have one',
        [
          ...['? ## Where were you?', '', 'B BO: It was in Lund, at the old pier.', ''],
          ...['? ## And why?', '', 'B BO: The gate was shut by noon.', '', '  ## The gate', ''],
          ...['B BO: It is made of oak.', '', '? ## And then?', '', 'B BO: We rowed home again.'],
        ],
      ],
      [
        'ask and remark in bold where only answers have one',
        [
          ...['? **Where were you?**', 'B BO: It was in Lund, at the old pier.'],
          ...['? **And why?**', 'B BO: The gate was shut by noon.'],
          ...['? **By the keeper.**', 'B BO: It was the keeper who did it.'],
          ...['? **And then?**', 'B BO: We rowed home again.', '? **And now?**'],
        ],
      ],
      [
        'ask in whatever form where answers are called so',
        [
          ...['? Where were you?', 'A A: It was in Lund, at the old pier.', ''],
          ...['? And why did you go?', 'A A: The gate was shut by noon.', ''],
          ...['? Tell us what happened then.', 'A A: We rowed home again.'],
        ],
      ],
      [
        'ask and remark in plain lines where only answers have one',
        [
          ...['? Where were you?', '', 'B BO: It was in Lund, at the old pier.', ''],
          ...['? And why did you go?', '', 'B BO: The gate was shut by noon.', ''],
          ...[
            '? That was by the keeper.',
            'B BO: It was the keeper who did it.',
            '  And he was sorry.',
          ],
        ],
      ],
      [
        'don’t ask where those with labels do',
        [
          ...[
            '  ## Where were you?',
            '',
            'A ANN: Where were you then?',
            'B BO: In Lund, at the pier.',
            '',
          ],
          ...['  ## And why?', '', 'A ANN: And why was that?', 'B BO: The gate was shut.', ''],
          ...['  ## And then?', '', 'A ANN: And what came then?', 'B BO: We rowed home again.'],
        ],
      ],
      [
        'go on without labels where only the first have one',
        [
          ...['A ANN: Where were you then?', '', 'B BO: It was in Lund, at the old pier.', ''],
          ...['? **And why did you go?**', '', '! The gate was shut by noon.', ''],
          ...['? **And then?**', '', '! We rowed home again.'],
        ],
      ],
    ],
    labelled,
  );

  it('begin anew in subtitles only where somebody else speaks', () => {
    const lines = [
      'ANN: Where were you?',
      'ANN: And why?',
      'BO: In Lund.',
      'BO: By boat.',
      'ANN: Oh?',
    ];
    assert.deepEqual(
      withSigns(lines, labelled(lines, true)),
      lines.map((line, at) => `${'A B A'[at]?.replace(' ', ' ') ?? ' '} ${line}`),
    );
  });
});

describe('Turns by questions without labels', () => {
  const scriptOf = (lines: readonly string[]) => finished(questionScript(factsIn(lines), false));
  check(
    [
      [
        'are those and their answers',
        ['  The gate', '', '? **Where were you?**', '! In Lund.', '', '? **Why?**', '', '! So.'],
      ],
      ['are none where there are too few', ['  **Where were you?**', '  In Lund.']],
    ],
    scriptOf,
  );
});

describe('Turns by marks', () => {
  const scriptOf = (lines: readonly string[]) => finished(markedScript(factsIn(lines), false));
  check(
    [
      ['ask and answer', ['? — Where were you?', '! — In Lund.', '? — Why?', '! — So.']],
      [
        'ask every other time, even where they remark',
        [
          ...[
            '? — Where were you?',
            '! — In Lund.',
            '? — At the pier.',
            '! — Yes.',
            '? — Why?',
            '! — So.',
          ],
          ...[
            '? — And then?',
            '! — Home.',
            '? — Home?',
            '! — Yes.',
            '? — By boat?',
            '! — By boat.',
          ],
        ],
      ],
      [
        'may begin with an answer',
        ['! — In Lund.', '? — Why?', '! — So.', '? — And then?', '! — Home.', '? — Home?'],
      ],
      [
        'ask where they do, if not every other one does',
        ['? — Where were you?', '! — In Lund.', '! — At the pier.', '? — Why?', '! — So.'],
      ],
      [
        'do neither where they only tell',
        ['· >> So.', '  No.', '· >> So.', '  No.', '· >> So.', '  No.', '· >> So.', '  No.'],
      ],
    ],
    scriptOf,
  );
});

function rounded(shown: object): unknown[] {
  return Object.entries(shown).map(([key, value]) => [
    key,
    typeof value === 'number' ? value.toFixed(4) : value,
  ]);
}

describe('What labels show', () => {
  const TALK = ['ANN: When was it?', 'BO: In Lund.', 'ANN: Where to?', 'BO: To sea.'];
  const cases: [what: string, lines: string[], shown: Partial<ScriptEvidence>][] = [
    [
      'that two speak in turn, of whom one asks',
      TALK,
      {
        speakers: 2,
        people: 2,
        turns: 4,
        alternation: 1,
        asking: 1,
        askingBeside: 0,
        staying: 0.75,
        leading: 0.5,
      },
    ],
    [
      'that nothing stands before them, nor behind',
      TALK,
      { coverage: 1, behind: 0, excerpted: 0, isForm: false, weak: 0, keyed: 0, quoted: 0 },
    ],
    [
      'that they go on',
      ['ANN: When was it?', 'ANN: And where?', 'BO: In Lund.', 'BO: At the pier.'],
      { turns: 4, alternation: 0.5 },
    ],
    [
      'that both ask',
      ['ANN: When was it?', 'BO: In Lund?', 'ANN: Where to?', 'BO: To sea.'],
      { asking: 1, askingBeside: 0.5 },
    ],
    [
      'that who asks once is nobody who asks often',
      [...TALK.map((line) => line.replace('?', '.')), 'CY DAHL: And why was it so?'],
      { people: 3, speakers: 2, asking: 0 },
    ],
    [
      'that there is somebody for all who speak once, if many do',
      [...TALK, 'CY DAHL: It was never dry.', 'EVE HOLM: It was cold.', 'DOT LIEN: It was late.'],
      { people: 5, speakers: 3, turns: 7 },
    ],
    [
      'who stays',
      [...TALK, 'CY: In Oslo.', 'EVE: At home.', 'CY: By boat.', 'EVE: By train.'],
      { staying: 0.375, leading: 0.25 },
    ],
    [
      'that nobody has a name',
      ['Q: When was it?', 'A: In Lund.', 'Q: Where to?', 'A: To sea.'],
      { nameless: true, diarized: false },
    ],
    [
      'that a program tells voices apart',
      [
        'Speaker 1: When was it?',
        'Speaker 2: In Lund.',
        'Speaker 1: Where to?',
        'Speaker 2: To sea.',
      ],
      { nameless: false, diarized: true },
    ],
    ['that people have names', TALK, { nameless: false, diarized: false, subtitled: false }],
    [
      'that they are the fields of a form',
      Array.from({ length: 3 }, () => [
        ...['ANN: When was it?', 'BO: In Lund.', 'CY: At the quay.', 'EVE: By the sea.'],
      ]).flat(),
      { isForm: true },
    ],
    [
      'that they are no form where anybody may speak',
      [
        ...['ANN: When was it?', 'BO: In Lund.', 'CY: At the quay.', 'EVE: By the sea.'],
        ...['BO: In Lund.', 'ANN: When was it?', 'EVE: By the sea.', 'CY: At the quay.'],
        ...['CY: At the quay.', 'EVE: By the sea.', 'ANN: When was it?', 'BO: In Lund.'],
      ],
      { isForm: false },
    ],
    [
      'how much of it they are',
      [
        'It was late in the year by then.',
        ...['ANN: When?', 'BO: In Lund.', 'ANN: Why?', 'BO: So.'],
      ],
      { coverage: 8 / 14 },
    ],
    [
      'that the last turn goes on for too long',
      [...TALK, '', 'It was late in the year by then.'],
      { behind: 6 / 16 },
    ],
    [
      'that what is said is quoted',
      ['ANN: “When was it?”', 'BO: “In Lund.”', 'ANN: Where to?', 'BO: To sea.'],
      { quoted: 0.5 },
    ],
    [
      'how much stands outside of what is quoted as a block',
      [
        '> ANN: When was it?',
        '> BO: In Lund.',
        '',
        'And so on.',
        '',
        '> ANN: Where to?',
        '> BO: To sea.',
      ],
      { excerpted: 2 / 15 },
    ],
    [
      'who says “you”, “I” and “we”',
      ['ANN: Were you there?', 'BO: My boat was.', 'ANN: Where to?', 'BO: We rowed.'],
      { addressed: 0.25, personal: 0.5, plural: 0.25, ownQuestions: 0 },
    ],
    [
      'that somebody asks for their own sake',
      ['ANN: How do I row?', 'BO: By boat.', 'ANN: Where to?', 'BO: To sea.'],
      { ownQuestions: 0.25, personal: 0 },
    ],
    [
      'that names are hardly set off',
      ['ANN  When was it?', 'BO  In Lund, at the pier.', 'ANN  Where to?', 'BO  To sea, I think.'],
      { weak: 1 },
    ],
    ['that the first is set off so', TALK, { form: factsOf(TALK[0] ?? '').label?.style ?? '' }],
  ];
  for (const [what, lines, shown] of cases) {
    it(what, () => {
      const { evidence } = labelled(lines);
      const found = Object.fromEntries(
        Object.keys(shown).map((key) => [key, evidence[key as keyof ScriptEvidence]]),
      );
      assert.deepEqual(rounded(found), rounded(shown));
    });
  }
});
