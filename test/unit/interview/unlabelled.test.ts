import assert from 'node:assert/strict';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import {
  questionsAlike,
  unlabelledQuestions,
  type Unlabelled,
} from '../../../src/core/interview/scripts/unlabelled';
import { TwoLists } from '../../../src/core/interview/twoLists';
import { versionsOf } from '../../../src/core/interview/versions';
import { finished } from '../../../src/core/steps';

function foundIn(lines: readonly string[]): Unlabelled | undefined {
  return finished(unlabelledQuestions(lines.map((line) => factsOf(line))));
}

/** The lines with `Q` before those at which a question begins, `A` where its answer does. */
function understood(lines: readonly string[]): string[] {
  const { questions = [], answers = [] } = foundIn(lines) ?? {};
  return lines.map((line, at) => {
    const sign = questions.includes(at) ? 'Q' : answers.includes(at) ? 'A' : ' ';
    return `${sign} ${line}`;
  });
}

const WORDS = 'Where did you go when you had no boat and the river was so high'.split(' ');
/** So many words that ask. */
const asking = (count: number) =>
  `${Array.from({ length: count }, (_, at) => WORDS[at % WORDS.length]).join(' ')}?`;

describe('Questions without labels', () => {
  const cases: [what: string, lines: string[]][] = [
    [
      'are bold, say',
      ['Q **Where were you born?**', 'A In Lund.', 'Q **And then?**', 'A We left.'],
    ],
    ['are two at least', ['  **Where were you born?**', '  In Lund.']],
    [
      'may be a remark among those that ask',
      ['Q **Why did you?**', 'A So.', 'Q **You left.**', 'A I did.', 'Q **Why?**', 'A Because.'],
    ],
    [
      'are none where hardly any ask',
      [
        ...['  **Why did we build the lock by the river?**', '  So.'],
        ...['  **The lock was built by the river in May.**', '  So.'],
        ...['  **The gate was built by the river in June.**', '  So.'],
        ...['  **The mill was built by the river in July.**', '  So.'],
      ],
    ],
    [
      'are none of the titles before the first that asks',
      [
        ...[
          '  **The keeper**',
          '  By Ann.',
          '  **All about the old gate of our river**',
          '  It is old.',
        ],
        ...['Q **Why?**', 'A So.', 'Q **Where?**', 'A There.'],
      ],
    ],
    [
      'are none of the short titles after the last that asks',
      ['Q **Why?**', 'A So.', 'Q **Where?**', 'A There.', '  **About the author**', '  He writes.'],
    ],
    [
      'may end in a remark that is a sentence, or long',
      ['Q **Why?**', 'A So.', 'Q **Where?**', 'A There.', 'Q **You left.**', 'A I did.'],
    ],
    [
      'may end in a long remark',
      [
        ...['Q **Why?**', 'A So.', 'Q **Where?**', 'A There.'],
        ...['Q **And so you left the river for seven years**', 'A I did.'],
      ],
    ],
    [
      'may go over lines',
      ['Q **Where were you', '  born?**', 'A In Lund.', 'Q **And', '  then?**', 'A We left.'],
    ],
    [
      'are not as long as a speech',
      [`  **${asking(140)}**`, '  So.', `  **${asking(140)}**`, '  So.'],
    ],
    ['may be long', [`Q **${asking(90)}**`, 'A So.', `Q **${asking(90)}**`, 'A So.']],
    [
      'are followed by answers, before which there may be a picture',
      [
        ...['Q **Why?**', '', '  ![A boat](boat.png)', '', 'A So.'],
        ...['Q **Where?**', '  ![A boat](boat.png)', '', 'A There.'],
      ],
    ],
    [
      'are none where nothing follows closely',
      [
        ...['  **Why?**', '', '', '', '', '', '', '  So.'],
        ...['  **Where?**', '', '', '', '', '', '', '  There.'],
      ],
    ],
    [
      'are followed by answers after a few blank lines',
      [
        ...['Q **Why?**', '', '', '', '', '', 'A So.'],
        ...['Q **Where?**', '', '', '', '', '', 'A There.'],
      ],
    ],
    [
      'are none in a list of questions',
      ['  **Why?**', '', '  **Where?**', '', '  **When?**', '', '  **Who?**', '  So.'],
    ],
    [
      'are none with only notes in hyphens under them',
      ['  **Why?**', '  - the gate', '  - the mill', '  **Where?**', '  - there'],
    ],
    ['may be cut off before the last answer', ['Q **Why?**', 'A So.', 'Q **Where?**', '']],
    [
      'are not cut off where nobody asks',
      [
        'Q **Why?**',
        'A So.',
        'Q **Where?**',
        'A There.',
        '  **You left the river for seven years**',
      ],
    ],
    // In plain lines.
    ['may stand apart', ['Q Why?', '', 'A So.', '', 'Q Where?', '', 'A There.']],
    ['may stand right above their answers', ['Q Why?', 'A So.', '', 'Q Where?', 'A There.']],
    [
      'are none that stand at the end of paragraphs',
      ['  We all went home.', '  Why?', '', '  Nobody knows.', '  Where?', '', '  There it was.'],
    ],
    [
      'may go over plain lines that stand apart',
      [
        ...[
          'Q When you were young',
          '  and had no boat,',
          '  where did you go?',
          '',
          'A To sea.',
          '',
        ],
        ...['Q And why?', '', 'A So.'],
      ],
    ],
    [
      'are none that end a paragraph of more',
      [
        ...['  I was young then.', '  Where was I to go?', '', '  To sea, I said.', ''],
        ...['  The gate was shut.', '  What was I to do?', '', '  Nothing at all.'],
      ],
    ],
    [
      'are none that end a long paragraph',
      [
        ...['  When', '  I was', '  young and', '  had no boat', '  of my own,'],
        ...['  where was I to go?', '', '  To sea, I said.', ''],
        ...['  When', '  I was', '  old and', '  had a boat', '  of my own,'],
        ...['  where was I to go?', '', '  To sea, I said.'],
      ],
    ],
    // Set off otherwise.
    [
      'may have a rule under them',
      ['Q Where were you born?', '  -----', 'A In Lund.', 'Q Why?', '  -----', 'A So.'],
    ],
    ['may be headings', ['Q ## Why?', '', 'A So.', '', 'Q ## Where?', '', 'A There.']],
    [
      'may be quoted, over lines',
      ['Q > Where were', '  > you born?', '', 'A In Lund.', '', 'Q > Why?', '', 'A So.'],
    ],
    [
      'may be numbered, over lines',
      ['Q 1. Where were', '  you born?', 'A In Lund.', 'Q 2. Why?', 'A So.'],
    ],
    [
      'may alone have a label',
      ['Q ANN: Where were you born?', '', 'A In Lund.', '', 'Q ANN: Why?', '', 'A So.'],
    ],
    [
      'are no questions of those who also tell behind their labels',
      [
        ...['  ANN: Where were you born?', '  BO: In Lund.', '  ANN: Why?', '  BO: So.'],
        ...['  ANN: I see.', '  BO: It is.'],
      ],
    ],
    ['may be items', ['Q - Where were you born?', '', 'A In Lund.', '', 'Q - Why?', '', 'A So.']],
    [
      'are none in a list that mostly tells',
      [
        ...['  - Where were you born?', '  In Lund.', '  - the gate', '  - the mill'],
        ...['  - Why?', '  So.', '  - the pier', '  - the boat'],
      ],
    ],
    [
      'are above answers in quotation marks, whether or not they ask',
      [
        ...['Q Where were you born?', '', 'A “In Lund.”', ''],
        ...['Q You left early.', '', 'A “I did.”', ''],
        ...['Q And then?', '', 'A “We sailed.”'],
      ],
    ],
    [
      'are no headings above what is quoted',
      [
        ...['  ## The gate', '', '  “In Lund.”', '', '  ## The mill', '', '  “I did.”', ''],
        ...['  ## The pier', '', '  “We sailed.”'],
      ],
    ],
    // Where several forms ask, and where many questions have no answers.
    [
      'are those in the form in which most ask',
      [
        ...['  ## Why?', '', '  So.', '', '  ## Where?', '', '  There.', ''],
        ...[
          'Q **Who was it?**',
          'A Ann.',
          'Q **And when?**',
          'A In May.',
          'Q **And then?**',
          'A Home.',
        ],
      ],
    ],
    [
      'are none where more of them have no answers',
      [
        ...['  **Why?**', '', '  **Where?**', '', '  **When?**', ''],
        ...['  **Who?**', '  So.', '  **And?**', '  So.'],
      ],
    ],
    [
      'may be without answers, if as many have some',
      ['  **Why?**', '', '  **Where?**', '', 'Q **Who?**', 'A So.', 'Q **And?**', 'A So.'],
    ],
    // Behind dashes, and above answers behind them.
    [
      'may stand behind dashes',
      ['Q ― Where were you?', '', 'A In Lund.', '', 'Q ― Why?', '', 'A So.'],
    ],
    [
      'are none behind dashes that mostly tell',
      [
        ...['  ― Where were you?', '', '  In Lund.', '', '  ― Why?', '', '  So.', ''],
        ...['  ― It rained.', '  ― We left.'],
      ],
    ],
    [
      'are above answers behind dashes, whether or not they ask',
      [
        ...['Q Where were you born?', '— In Lund.', '', 'Q You left early.', '— I did.', ''],
        ...[
          'Q When you were young',
          '  and had no boat?',
          '— We sailed.',
          'Q And then?',
          '— Home.',
        ],
      ].map((line) => (line.startsWith('—') ? `A ${line}` : line)),
    ],
    [
      'are no remarks above two answers behind dashes',
      ['  You left early.', '  — I did.', '', '  It was May.', '  — It was.'],
    ],
    [
      'are none above dashes behind which people ask, too',
      [
        ...['  He said it then.', '  — Why?', '', '  She said it then.', '  — So.', ''],
        ...['  We said it then.', '  — No.'],
      ],
    ],
    [
      'are no speeches above answers behind dashes',
      [
        ...[`  ${'It rained all of that day. '.repeat(30)}`, '  — So it was.', ''],
        ...[`  ${'It rained all of that day. '.repeat(30)}`, '  — So it was.', ''],
        ...[`  ${'It rained all of that day. '.repeat(30)}`, '  — So it was.'],
      ],
    ],
    [
      'are no headings above answers behind dashes',
      [
        ...['  ## The gate', '  — So it was.', '', '  ## The mill', '  — So it was.', ''],
        ...['  ## The pier', '  — So it was.'],
      ],
    ],
    [
      'are no paragraphs between answers behind dashes',
      [
        ...['Q Where were you born?', 'A — In Lund.', 'Q And then?', 'A — We left.'],
        ...[
          '  The keeper laughed,',
          '  and so did we.',
          '  — So it was.',
          'Q And now?',
          'A — Home.',
        ],
        ...['Q And then?', 'A — Nothing.'],
      ],
    ],
    [
      'are none far above what stands behind dashes',
      [
        ...['  You left early.', '', '', '', '', '', '', '  — I did.', ''],
        ...['  It was in May.', '', '', '', '', '', '', '  — It was.', ''],
        ...['  You came home.', '', '', '', '', '', '', '  — We did.'],
      ],
    ],
    // Further in than a paragraph.
    [
      'may be further in',
      ['Q      Where were you?', '  In Lund.', '', 'Q      Why?', '  So.'].map((line) =>
        /^ {2}(?:In|So)/.test(line) ? `A${line.slice(1)}` : line,
      ),
    ],
    [
      'are none further in that go on with a paragraph',
      [
        '  It was so.',
        '       Where were we?',
        '  In Lund.',
        '',
        '  It was so.',
        '       Why?',
        '  So.',
      ],
    ],
    [
      'are none of those who have labels, over lines',
      [
        ...['  Ann: When you were young', '  where did you go?', '', '  To sea, I said.', ''],
        ...['  Bo: When you were old', '  where did you go?', '', '  To sea, I said.'],
      ],
    ],
  ];
  for (const [what, signed] of cases) {
    it(what, () => {
      const lines = signed.map((line) => line.slice(2));
      assert.deepEqual(
        understood(lines),
        lines.map((line, at) => `${signed[at]?.[0] ?? ' '} ${line}`),
      );
    });
  }
});

describe('What questions without labels show', () => {
  type Shown = Omit<Unlabelled, 'form' | 'questions' | 'answers'>;
  const NOTHING: Shown = {
    asking: 1,
    addressed: 0,
    ownQuestions: 0,
    personal: 0,
    answeredTo: 0,
    askingBack: 0,
    plural: 0,
    explicit: 0,
    quoted: 0,
  };
  const plain = ['**When?**', 'So.', '**Where?**', 'Lund.'];
  const cases: [what: string, lines: string[], shown: Partial<Shown>][] = [
    ['nothing but that they ask', plain, {}],
    ['that some only remark', ['**When?**', 'So.', '**Right at noon.**', 'So.'], { asking: 0.5 }],
    ['that somebody is bidden to tell', ['**Tell us.**', 'So.', '**When?**', 'So.'], { asking: 1 }],
    [
      'that they say “you”',
      ['**When did you?**', 'So.', '**Where?**', 'Lund.'],
      { addressed: 0.5 },
    ],
    [
      'that the answers say “I”, wherever',
      ['**When?**', 'So.', '', 'I rowed.', '**Where?**', 'Lund.'],
      { personal: 0.5 },
    ],
    [
      'that the answers say “we”',
      ['**When?**', 'We rowed.', '**Where?**', 'Lund.'],
      { plural: 0.5 },
    ],
    [
      'that their language names who does it, there or in the answers',
      ['**When?**', 'So.', '', 'The boat was wet.', '**Where?**', 'Lund.'],
      { explicit: 0.5 },
    ],
    [
      'that the answers say “you”',
      ['**When?**', 'So.', 'Ask yourself.', '**Where?**', 'Lund.'],
      { answeredTo: 0.5 },
    ],
    [
      'that the last answer says “I”, if it is near',
      ['**When?**', 'So.', '**Where?**', 'Lund.', '', 'I rowed.', ...Array(20).fill('So.')],
      { personal: 0.5 },
    ],
    [
      'that somebody asks for another’s sake, too',
      ['**When may I ask you?**', 'So.', '**Where?**', 'Lund.'],
      { addressed: 0.5, ownQuestions: 0 },
    ],
    [
      'what is in any line of a question',
      ['**When', 'are you', 'here?**', 'So.', '**Where?**', 'Lund.'],
      { addressed: 0.5, explicit: 0.5 },
    ],
    [
      'that they are asked for somebody’s own sake',
      ['**When do I row?**', 'So.', '**Where do I ask you?**', 'Lund.'],
      { ownQuestions: 0.5, addressed: 0.5 },
    ],
    ['that answers ask back', ['**When?**', 'Lund?', '**Where?**', 'Lund.'], { askingBack: 0.5 }],
    ['that answers are quoted', ['**When?**', '“So.”', '**Where?**', 'Lund.'], { quoted: 0.5 }],
    [
      'not that answers are quoted, where questions are, too',
      ['> When?', '>', '> So.', '', '> Where?', '>', '> Lund.'],
      { quoted: 0 },
    ],
  ];
  for (const [what, lines, shown] of cases) {
    it(what, () => {
      const { form, questions, answers, ...found } = foundIn(lines) ?? assert.fail('None.');
      assert.ok(form !== '' && questions.length > 0 && answers.length >= 0);
      assert.deepEqual(found, { ...NOTHING, ...shown });
    });
  }
});

describe('After an edit, the same lines ask and answer', () => {
  const TEXT = [
    ...['**Why?**', 'So.', 'It was.', '', '**Where?**', '', 'There.', 'And so.', ''],
    ...['Is it so?', '', 'It is.', '', 'And so', 'it is?', '', 'Yes.'],
  ];
  const factsIn = (lines: readonly string[]) => lines.map((line) => factsOf(line));
  const cases: [what: string, edit: [number, number, string[]], areAlike: boolean][] = [
    ['words of an answer', [2, 1, ['It really was.']], true],
    ['words of an answer’s first line', [1, 1, ['So it was.']], true],
    ['words of a question', [0, 1, ['**Why is that so?**']], true],
    ['words of a plain question', [9, 1, ['Is it really so?']], true],
    ['words of a question that asks no more', [0, 1, ['**Why so.**']], false],
    ['words of a plain question that asks no more', [9, 1, ['It is so.']], false],
    ['words that ask now', [2, 1, ['Was it?']], true],
    ['words that ask apart now', [11, 1, ['Is it?']], false],
    ['a paragraph in an answer', [3, 0, ['', 'It rained.']], true],
    ['a paragraph above an answer', [5, 0, ['It rained.']], false],
    ['a blank line above an answer', [5, 0, ['']], true],
    ['blank lines that part a question from its answer', [5, 0, ['', '', '', '', '', '']], false],
    ['a paragraph less in an answer', [2, 1, []], true],
    ['an answer less', [1, 2, []], false],
    ['a plain question more', [8, 0, ['', 'Was it?']], false],
    ['a line right above a plain question', [8, 1, ['It was.']], false],
    ['a line of a wrapped question less', [13, 1, []], false],
  ];
  for (const [what, [first, count, lines], areAlike] of cases) {
    it(`${areAlike ? 'surely' : 'perhaps not'} after ${what}`, () => {
      const changed = { first, endBefore: first + count, end: first + lines.length };
      const found = versionsOf(factsIn(TEXT), changed, factsIn(lines), new TwoLists());
      assert.equal(found ? questionsAlike(found) : false, areAlike);
    });
  }
});
