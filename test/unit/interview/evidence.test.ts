import assert from 'node:assert/strict';
import { recognise, weigh, type Evidence } from '../../../src/core/interview/evidence';
import { inEnglish } from '../support/inEnglish';

/** An interview as most are: one asks, another answers for themselves. */
const LABELS: Evidence = {
  kind: 'labels',
  form: 'colon',
  speakers: 2,
  people: 2,
  turns: 20,
  alternation: 0.9,
  asking: 0.8,
  askingBeside: 0.1,
  coverage: 0.9,
  wordsPerTurn: 40,
  announced: false,
  interviewed: false,
  forLearners: false,
  isManual: false,
  isMinutes: false,
  isPlay: false,
  isCast: false,
  edited: false,
  talkedWith: false,
  isHelp: false,
  isHelpByTitle: false,
  isExercise: false,
  isPractice: false,
  isAssistant: false,
  isService: false,
  introduced: false,
  machine: 0,
  weak: 0,
  addressed: 0.5,
  personal: 0.6,
  plural: 0.2,
  explicit: 0.8,
  ownQuestions: 0,
  answeredTo: 0.2,
  askingBack: 0,
  nameless: false,
  quoted: 0,
  staged: false,
  told: 0,
  fenced: 0,
  staying: 0.95,
  leading: 0.5,
  behind: 0,
  excerpted: 0,
  isForm: false,
  keyed: 0,
  diarized: false,
  subtitled: false,
};
/** The same where questions have no labels, and where only a mark stands before what each says. */
const QUESTIONS: Evidence = { ...LABELS, kind: 'questions', form: 'bold' };
const MARKS: Evidence = { ...LABELS, kind: 'marks', form: 'dash', turns: 12 };

type Changes = Partial<Evidence>;

/** What is said of a document: `+` what speaks for an interview, `-` what speaks against one. */
function told(evidence: Evidence): string[] {
  return weigh(evidence).map((reason) => {
    assert.notEqual(reason.weight, 0);
    return `${reason.weight > 0 ? '+' : '-'} ${inEnglish(reason.message)}`;
  });
}

/** What is said of it that isn't said of the usual one. */
function news(usual: Evidence, changes: Changes): string[] {
  const known = told(usual);
  return told({ ...usual, ...changes }).filter((sentence) => !known.includes(sentence));
}

const HELP = '- The beginning speaks of frequently asked questions.';
const NOT_OWN = '- The answers don’t read as somebody’s own.';
const ANNOUNCED = '+ The beginning speaks of an interview or a conversation.';
const LESSON = '- It is a lesson or an exercise of a language.';
const CAST = '- Those who speak have parts and no names, as in examples.';
const NOBODY_ASKS = '- Nobody asks.';
const BANTER = '- The turns are as short as in a play, and nothing says that people spoke so.';
const NOT_ALTERNATING = '- The labels do not alternate.';
const NOBODY_LEADS = '- Nobody leads the conversation.';
const NOBODY_STAYS = '- Nobody stays from beginning to end.';
const AMID = '- A dialogue stands amid another text.';
const NO_I = '- Nobody says “I”.';
const NO_I_OR_YOU = '- Nobody says “I” or “you”.';
const ADVICE = '- The questions say “I”, and the answers do not.';
const STORY = '- What is said stands in quotation marks, as in a story.';
const LITTLE = '- Little sets labels off from the words.';
const VERY_SHORT = '- What stands behind the labels is very short.';

type Case = readonly [what: string, changes: Changes, news: readonly string[]];

const anything: readonly Case[] = [
  ['speaks of an interview at its beginning', { announced: true }, [ANNOUNCED]],
  [
    'says who held it',
    { edited: true },
    ['+ The beginning says who held a conversation, or that it was edited.'],
  ],
  [
    'introduces who speaks',
    { introduced: true },
    ['+ A speaker is introduced before the first turn.'],
  ],
  ['is a help page', { isHelp: true }, [HELP]],
  [
    'is a help page that answers itself',
    { isHelp: true, nameless: true, personal: 0.3 },
    [HELP, NOT_OWN],
  ],
  ['is a help page with a name', { isHelp: true, personal: 0.3 }, [HELP]],
  ['is a help page that says “I”', { isHelp: true, nameless: true, personal: 0.4 }, [HELP]],
  [
    'is called a help page',
    { isHelpByTitle: true },
    ['- Its title is that of frequently asked questions.'],
  ],
  ['is a lesson', { isExercise: true }, [LESSON]],
  [
    'is practice for a job',
    { isPractice: true },
    ['- It speaks of what is asked of those who want a job.'],
  ],
  ['is a chat with a program', { isAssistant: true }, ['- A program answers its user.']],
  [
    'is a talk at a counter',
    { isService: true },
    ['- Somebody serves customers, or leads a game.'],
  ],
  ['is a play', { staged: true }, ['- Acts and scenes are told, as in a play.']],
  ['is a story', { told: 0.13 }, ['- It is told who says what, as in a story.']],
  ['has few words of telling', { told: 0.12 }, []],
  ['is a form', { isForm: true }, ['- The labels come again and again in one order, as in forms.']],
  ['is a form, but calls itself an interview', { isForm: true, announced: true }, [ANNOUNCED]],
  ['is a file of data', { keyed: 0.6 }, ['- The labels stand before values in quotation marks.']],
  ['is half a file of data', { keyed: 0.5 }, []],
  ['quotes a talk', { excerpted: 0.6 }, ['- The turns are quotations in another text.']],
  ['quotes half a talk', { excerpted: 0.5 }, []],
  ['is an example in code', { fenced: 0.6 }, ['- The turns stand in code, as examples do.']],
  ['is half in code', { fenced: 0.5 }, []],
  ['is a log', { machine: 0.3 }, ['- Many lines look like those of a log or a list.']],
  ['has some lines of a log', { machine: 0.2 }, []],
  ['is short and for learners', { forLearners: true, wordsPerTurn: 19 }, [LESSON]],
  ['is longer, and for learners', { forLearners: true, wordsPerTurn: 20 }, []],
  ['is an interview for learners', { forLearners: true, wordsPerTurn: 19, interviewed: true }, []],
  ['is short, of a doctor and a patient', { isCast: true, wordsPerTurn: 19 }, [CAST]],
  ['is longer, of a doctor and a patient', { isCast: true, wordsPerTurn: 20 }, []],
];

const withLabels: readonly Case[] = [
  ['one label recurs', { speakers: 1 }, ['- Only one label recurs.']],
  ['few turns ask', { asking: 0.39 }, ['+ Some turns end in questions.']],
  ['hardly a turn asks', { asking: 0.1 }, ['+ Some turns end in questions.']],
  ['no turn asks', { asking: 0.09 }, [NOBODY_ASKS]],
  [
    'no turn asks under headings',
    { asking: 0.09, form: 'heading' },
    [NOBODY_ASKS, '- The labels are headings, as documents of all kinds have them.'],
  ],
  [
    'no turn asks of items',
    { asking: 0.09, form: 'item' },
    [NOBODY_ASKS, '- The labels are items of lists, and nobody asks.'],
  ],
  ['turns ask under headings', { form: 'heading' }, []],
  ['labels are weak', { weak: 0.1 }, [LITTLE]],
  // How long the turns are.
  ['turns are short', { wordsPerTurn: 7 }, []],
  ['turns are a word', { wordsPerTurn: 3 }, [VERY_SHORT]],
  ['turns are some words', { wordsPerTurn: 4 }, []],
  [
    'turns are chapters',
    { wordsPerTurn: 501 },
    ['- What stands behind the labels is longer than anybody speaks.'],
  ],
  ['turns are long', { wordsPerTurn: 500 }, []],
  ['turns are chapters of an interview', { wordsPerTurn: 501, announced: true }, [ANNOUNCED]],
  // Plays and jokes: short turns of two who ask alike, or of nobody, or of many.
  ['two ask alike in short turns', { wordsPerTurn: 7, askingBeside: 0.4 }, [BANTER]],
  [
    'two ask alike in four turns',
    { wordsPerTurn: 7, askingBeside: 0.4, turns: 4 },
    ['+ There are 4 turns.'],
  ],
  ['two ask alike in longer turns', { wordsPerTurn: 10, askingBeside: 0.4 }, []],
  [
    'two ask alike behind weak labels',
    { wordsPerTurn: 10, askingBeside: 0.4, weak: 0.6 },
    [LITTLE, BANTER],
  ],
  ['one asks behind weak labels', { wordsPerTurn: 10, weak: 0.6 }, [LITTLE]],
  [
    'two ask alike behind labels of which half are weak',
    { wordsPerTurn: 10, askingBeside: 0.4, weak: 0.5 },
    [LITTLE],
  ],
  [
    'two hardly ask behind weak labels',
    { wordsPerTurn: 10, asking: 0.1, askingBeside: 0.1, weak: 0.6 },
    ['+ Some turns end in questions.', LITTLE, BANTER],
  ],
  [
    'two ask alike in long turns behind weak labels',
    { wordsPerTurn: 20, askingBeside: 0.4, weak: 0.6 },
    [LITTLE],
  ],
  [
    'nobody has a name or says “I” in short turns',
    { wordsPerTurn: 7, nameless: true, personal: 0.1 },
    [BANTER],
  ],
  ['who has a name hardly says “I” in short turns', { wordsPerTurn: 7, personal: 0.1 }, []],
  ['few ask or say “I” in short turns', { wordsPerTurn: 7, asking: 0.5, personal: 0.4 }, [BANTER]],
  ['few ask, and many say “I” in short turns', { wordsPerTurn: 7, asking: 0.5, personal: 0.5 }, []],
  [
    'two ask alike in short turns of an interview',
    { wordsPerTurn: 7, askingBeside: 0.4, interviewed: true },
    [],
  ],
  [
    'two ask alike in short turns of who is introduced',
    { wordsPerTurn: 7, askingBeside: 0.4, introduced: true },
    ['+ A speaker is introduced before the first turn.'],
  ],
  [
    'two ask alike in short turns that were edited',
    { wordsPerTurn: 7, askingBeside: 0.4, edited: true },
    ['+ The beginning says who held a conversation, or that it was edited.'],
  ],
  [
    'two ask alike in subtitles',
    { wordsPerTurn: 7, askingBeside: 0.4, subtitled: true },
    ['+ The subtitles name who speaks.'],
  ],
  [
    'two ask alike, as a machine heard',
    { wordsPerTurn: 7, askingBeside: 0.4, diarized: true },
    ['+ A machine wrote which voice speaks.'],
  ],
  // Who speaks after whom.
  ['one goes on half of the time', { alternation: 0.5 }, []],
  ['one goes on more often', { alternation: 0.25 }, []],
  ['one goes on and on', { alternation: 0.24 }, [NOT_ALTERNATING]],
  ['nobody stays', { staying: 0.49, turns: 8 }, ['+ There are 8 turns.', NOBODY_STAYS]],
  ['nobody stays for few turns', { staying: 0.49, turns: 7 }, ['+ There are 7 turns.']],
  ['somebody stays for half of it', { staying: 0.5 }, []],
  ['nobody leads six', { people: 6, leading: 0.2 }, [NOBODY_LEADS]],
  ['nobody leads five', { people: 5, leading: 0.2 }, []],
  ['somebody leads six', { people: 6, leading: 0.21 }, []],
  ['nobody leads six in an interview', { people: 6, leading: 0.2, announced: true }, [ANNOUNCED]],
  ['nobody stays, and nobody leads', { people: 6, leading: 0.2, staying: 0.4 }, [NOBODY_STAYS]],
  // What stands around it.
  ['all of it is quoted', { quoted: 0.51 }, [STORY]],
  ['half of it is quoted', { quoted: 0.5 }, []],
  ['more follows', { behind: 0.25, coverage: 0.75 }, [AMID]],
  ['little follows', { behind: 0.24, coverage: 0.75 }, []],
  ['more follows than stands beside it', { behind: 0.25, coverage: 0.76 }, []],
  ['more follows an interview', { behind: 0.25, coverage: 0.75, announced: true }, [ANNOUNCED]],
  ['most is no speech', { coverage: 0.29 }, ['- Most of the text stands outside of the turns.']],
  ['much is no speech', { coverage: 0.3 }, []],
  // Of whom they speak.
  ['nobody asks or says “I”', { asking: 0.09, personal: 0.03 }, [NOBODY_ASKS, NO_I]],
  ['nobody asks, and hardly anybody says “I”', { asking: 0.09, personal: 0.04 }, [NOBODY_ASKS]],
  [
    'nobody asks or says “I” where that needn’t be said',
    { asking: 0.09, personal: 0.03, explicit: 0.3 },
    [NOBODY_ASKS],
  ],
  [
    'nobody asks or says “I”, “we” or “you” where that needn’t be said',
    { asking: 0.09, personal: 0.01, plural: 0.01, addressed: 0.01, explicit: 0.3 },
    [NOBODY_ASKS, NO_I],
  ],
  [
    'three turns don’t say “I”',
    { asking: 0.09, personal: 0, turns: 3 },
    ['+ There are 3 turns.', NOBODY_ASKS],
  ],
  ['they ask, and nobody says “I” or “you”', { personal: 0.03, addressed: 0.03 }, [NO_I_OR_YOU]],
  ['they ask, and nobody says “I”', { personal: 0.03 }, []],
  [
    'they ask in seven turns, and nobody says “I” or “you”',
    { personal: 0.03, addressed: 0.03, turns: 7 },
    ['+ There are 7 turns.'],
  ],
  ['those who ask speak of themselves alone', { ownQuestions: 0.15, personal: 0.03 }, [ADVICE]],
  ['those who ask speak of themselves', { ownQuestions: 0.15, personal: 0.04 }, []],
  [
    'those without a name who ask speak of themselves',
    { ownQuestions: 0.15, personal: 0.3, nameless: true },
    [ADVICE],
  ],
  [
    'those who ask speak of themselves as those who answer',
    { ownQuestions: 0.15, personal: 0.4, nameless: true },
    [],
  ],
  ['readers write to a magazine', { ownQuestions: 0.25, personal: 0.5 }, [ADVICE]],
  ['readers write to somebody who says “I”', { ownQuestions: 0.25, personal: 0.6 }, []],
  ['some readers write', { ownQuestions: 0.24, personal: 0.5 }, []],
  [
    'readers write where “I” needn’t be said',
    { ownQuestions: 0.25, personal: 0.5, explicit: 0.3 },
    [],
  ],
  [
    'those who ask speak of themselves in an interview',
    { ownQuestions: 0.25, personal: 0.5, interviewed: true },
    [],
  ],
];

const withQuestions: readonly Case[] = [
  [
    'two questions',
    { turns: 2 },
    ['+ 2 headings or bold lines have text behind them.', '- They are few.'],
  ],
  ['three', { turns: 3 }, ['+ 3 headings or bold lines have text behind them.']],
  ['some are questions', { asking: 0.59 }, []],
  ['few are', { asking: 0.44 }, ['- Few of them are questions.']],
  ['not few are', { asking: 0.45 }, []],
  ['much stands elsewhere', { coverage: 0.49 }, ['- Much of the text stands elsewhere.']],
  ['half stands elsewhere', { coverage: 0.5 }, []],
  // What sets them off.
  ['dashes introduce them', { form: 'dash' }, ['+ Dashes introduce the questions.']],
  [
    'six of them are items',
    { form: 'item', asking: 0.9, turns: 6 },
    ['+ 6 headings or bold lines have text behind them.', '+ Dashes introduce the questions.'],
  ],
  [
    'five of them are items',
    { form: 'item', asking: 0.9, turns: 5 },
    [
      '+ 5 headings or bold lines have text behind them.',
      '- Nothing but their marks sets the questions off.',
    ],
  ],
  [
    'items, of which some ask',
    { form: 'item' },
    ['- Nothing but their marks sets the questions off.'],
  ],
  ['answers have a mark', { form: 'answered' }, ['+ Marks introduce the answers.']],
  [
    'answers have a mark and are quoted',
    { form: 'answered', quoted: 0.5 },
    ['+ The answers are quotations.'],
  ],
  [
    'they stand in quotation marks',
    { form: 'said' },
    ['- Nothing but their marks sets the questions off.'],
  ],
  [
    'all of it stands in quotation marks',
    { form: 'said', quoted: 0.5 },
    [STORY, '- Nothing but their marks sets the questions off.'],
  ],
  ['answers are quoted', { quoted: 0.5 }, ['+ The answers are quotations.']],
  ['some answers are quoted', { quoted: 0.49 }, []],
  ['answers ask', { askingBack: 0.5 }, ['- The answers ask, too, as in lists of questions.']],
  ['some answers ask', { askingBack: 0.49 }, []],
  // Who speaks of whom.
  [
    'answers say “we”',
    { personal: 0.39, plural: 0.5 },
    ['+ The questions say “you”, and the answers say “we”.'],
  ],
  ['some answers say “we”', { personal: 0.39, plural: 0.49 }, [NOT_OWN]],
  [
    'answers say “we”, and no question “you”',
    { personal: 0.39, plural: 0.5, addressed: 0.19 },
    [NOT_OWN],
  ],
  ['no question says “you”', { addressed: 0.19 }, [NOT_OWN]],
  [
    'answers don’t say “I” and are quoted',
    { personal: 0.1, quoted: 0.5 },
    ['+ The answers are quotations.'],
  ],
  [
    'answers are quoted that say “I”, to nobody',
    { personal: 0.2, quoted: 0.5, addressed: 0.1 },
    ['+ The answers are quotations.'],
  ],
  [
    'answers are quoted, to nobody',
    { personal: 0.1, quoted: 0.5, addressed: 0.1 },
    [NOT_OWN, '+ The answers are quotations.'],
  ],
  [
    'answers needn’t say “I”',
    { personal: 0.1, explicit: 0.3 },
    ['+ The questions say “you”, and the answers do not.'],
  ],
  ['answers say “you”, as help does', { personal: 0.1, explicit: 0.3, answeredTo: 0.4 }, []],
  ['questions say “I”, as help does', { personal: 0.1, explicit: 0.3, ownQuestions: 0.1 }, []],
  ['nobody says anything', { personal: 0.1, explicit: 0.3, addressed: 0.1 }, []],
  ['questions say “I”', { personal: 0.3, ownQuestions: 0.25 }, [NOT_OWN, ADVICE]],
  ['some questions say “I”', { personal: 0.3, ownQuestions: 0.24 }, [NOT_OWN]],
  [
    'a question says “I”',
    { personal: 0.3, ownQuestions: 0.25, turns: 7 },
    ['+ 7 headings or bold lines have text behind them.', NOT_OWN],
  ],
  [
    'questions say “I”, and answers are quoted',
    { personal: 0.3, ownQuestions: 0.25, quoted: 0.5 },
    ['+ The answers are quotations.'],
  ],
  ['questions and answers say “I”', { ownQuestions: 0.25 }, []],
  [
    'somebody spoke with somebody',
    { talkedWith: true },
    ['+ The beginning tells with whom somebody spoke.'],
  ],
  ['somebody spoke with somebody, and asks nothing', { talkedWith: true, asking: 0.59 }, []],
  [
    'somebody spoke with somebody, and asks nobody',
    { talkedWith: true, addressed: 0.1 },
    [NOT_OWN],
  ],
];

const withMarks: readonly Case[] = [
  ['some ask', { asking: 0.29 }, ['+ Some of them ask.']],
  ['hardly any ask', { asking: 0.08 }, ['+ Some of them ask.']],
  ['none ask', { asking: 0.07 }, [NOBODY_ASKS]],
  ['they hardly say “I”', { personal: 0.24 }, ['- They hardly say “I”.']],
  ['they say “I”', { personal: 0.25 }, []],
  [
    'they say neither',
    { personal: 0.24, addressed: 0.14 },
    ['- They hardly say “I”.', NO_I_OR_YOU],
  ],
  ['they don’t say “you”', { addressed: 0.14 }, []],
  ['they are subtitles', { subtitled: true }, ['+ They are subtitles of speech.']],
  ['they are words', { wordsPerTurn: 3 }, ['- The passages are very short.']],
  ['they are some words', { wordsPerTurn: 4 }, []],
  ['much stands elsewhere', { coverage: 0.49 }, ['- Much of the text stands elsewhere.']],
  ['half stands elsewhere', { coverage: 0.5 }, []],
  ['they don’t alternate', { alternation: 0.49 }, []],
];

describe('What is said of a document that', () => {
  for (const [what, changes, expected] of anything) {
    it(what, () => {
      assert.deepEqual(news(LABELS, changes), expected);
    });
  }
});

describe('Where those who speak have labels, it is said', () => {
  it('of a usual interview what speaks for one', () => {
    assert.deepEqual(told(LABELS), [
      '+ 2 speakers have labels that recur.',
      '+ There are 20 turns.',
      '+ The speakers take turns.',
      '+ One speaker’s turns mostly end in questions.',
      '+ The turns are made of sentences.',
    ]);
  });
  for (const [what, changes, expected] of withLabels) {
    it(`if ${what}`, () => {
      assert.deepEqual(news(LABELS, changes), expected);
    });
  }
  it('that the turns are made of sentences, not of less', () => {
    const SENTENCES = '+ The turns are made of sentences.';
    assert.ok(told({ ...LABELS, wordsPerTurn: 8 }).includes(SENTENCES));
    assert.ok(!told({ ...LABELS, wordsPerTurn: 7 }).includes(SENTENCES));
    assert.ok(!told({ ...LABELS, alternation: 0.49 }).includes('+ The speakers take turns.'));
  });
});

describe('Where questions have no labels, it is said', () => {
  it('of a usual interview what speaks for one', () => {
    assert.deepEqual(told(QUESTIONS), [
      '+ 20 headings or bold lines have text behind them.',
      '+ Most of them are questions.',
      '+ The questions say “you”, and the answers say “I”.',
    ]);
  });
  for (const [what, changes, expected] of withQuestions) {
    it(`if ${what}`, () => {
      assert.deepEqual(news(QUESTIONS, changes), expected);
    });
  }
});

describe('Where marks stand before what is said, it is said', () => {
  it('of a usual interview what speaks for one', () => {
    assert.deepEqual(told(MARKS), [
      '+ 12 passages are marked as another speaker’s.',
      '+ Many of them ask.',
      '+ They say “I”.',
      '+ They say “you”.',
      '+ Questions and answers alternate.',
    ]);
  });
  for (const [what, changes, expected] of withMarks) {
    it(`if ${what}`, () => {
      assert.deepEqual(news(MARKS, changes), expected);
    });
  }
});

describe('It counts more', () => {
  const cases: [what: string, sentence: RegExp, usual: Evidence, less: Changes, more: Changes][] = [
    ['the more turns there are', /^There are/, LABELS, { turns: 4 }, { turns: 8 }],
    [
      'that a label recurs alone, the longer it is',
      /^Only one/,
      LABELS,
      { speakers: 1, turns: 8 },
      { speakers: 1, turns: 9 },
    ],
    [
      'that a label recurs alone where nobody asks',
      /^Only one/,
      LABELS,
      { speakers: 1, turns: 8 },
      { speakers: 1, turns: 8, asking: 0.3 },
    ],
    [
      'that a label recurs alone where turns are short',
      /^Only one/,
      LABELS,
      { speakers: 1, turns: 8 },
      { speakers: 1, turns: 8, wordsPerTurn: 19 },
    ],
    [
      'that a label recurs alone where it isn’t called an interview',
      /^Only one/,
      LABELS,
      { speakers: 1, turns: 8, asking: 0, announced: true },
      { speakers: 1, turns: 8, asking: 0 },
    ],
    [
      'that a label recurs alone where one speaks',
      /^Only one/,
      LABELS,
      { speakers: 1, turns: 8 },
      { speakers: 1, turns: 8, people: 1 },
    ],
    [
      'that a label recurs alone but in subtitles',
      /^Only one/,
      LABELS,
      { speakers: 1, subtitled: true },
      { speakers: 1 },
    ],
    ['that labels are weak, if many are', /^Little sets/, LABELS, { weak: 0.2 }, { weak: 0.3 }],
    [
      'that labels are weak, unless two names come by turns',
      /^Little sets/,
      LABELS,
      { weak: 1, form: 'alone' },
      { weak: 1 },
    ],
    [
      'that names alone are weak, if three have them',
      /^Little sets/,
      LABELS,
      { weak: 1, form: 'alone' },
      { weak: 1, form: 'alone', people: 3 },
    ],
    [
      'that names alone are weak, if they don’t come by turns',
      /^Little sets/,
      LABELS,
      { weak: 1, form: 'alone', alternation: 0.8 },
      { weak: 1, form: 'alone', alternation: 0.79 },
    ],
    [
      'that names alone are weak, if they are few',
      /^Little sets/,
      LABELS,
      { weak: 1, form: 'alone', turns: 5 },
      { weak: 1, form: 'alone', turns: 4 },
    ],
    [
      'that labels hardly ever alternate',
      /do not alternate/,
      LABELS,
      { alternation: 0.2 },
      { alternation: 0.19 },
    ],
    [
      'that labels hardly ever alternate, but for subtitles',
      /do not alternate/,
      LABELS,
      { alternation: 0.1, subtitled: true },
      { alternation: 0.1 },
    ],
    [
      'that labels hardly ever alternate, but for a machine’s',
      /do not alternate/,
      LABELS,
      { alternation: 0.1, diarized: true },
      { alternation: 0.1 },
    ],
    [
      'that nobody says “I” or “you”, where nobody has a name',
      /“I” or “you”/,
      LABELS,
      { personal: 0, addressed: 0 },
      { personal: 0, addressed: 0, nameless: true },
    ],
    [
      'that a program answers, where no interview is announced',
      /^A program/,
      LABELS,
      { isAssistant: true, announced: true },
      { isAssistant: true },
    ],
    [
      'that it is a play, where no interview is announced',
      /^Acts and/,
      LABELS,
      { staged: true, announced: true },
      { staged: true },
    ],
    ['the more questions there are', /text behind them/, QUESTIONS, { turns: 4 }, { turns: 8 }],
    [
      'that questions are few, if they are plain',
      /^They are few/,
      QUESTIONS,
      { turns: 2 },
      { turns: 2, form: 'said', wordsPerTurn: 19 },
    ],
    [
      'that plain questions are few, if much stands elsewhere',
      /^They are few/,
      QUESTIONS,
      { turns: 2, form: 'said', coverage: 0.7 },
      { turns: 2, form: 'said', coverage: 0.6 },
    ],
    [
      'that plain questions are few, if answers are quoted',
      /^They are few/,
      QUESTIONS,
      { turns: 2, form: 'said', quoted: 0.4 },
      { turns: 2, form: 'said', quoted: 0.5 },
    ],
    [
      'that plain questions are few, unless there is nothing else',
      /^They are few/,
      QUESTIONS,
      { turns: 2, form: 'said', coverage: 0.9, wordsPerTurn: 20 },
      { turns: 2, form: 'said', coverage: 0.8, wordsPerTurn: 20 },
    ],
    [
      'that plain questions are few, unless answers are long',
      /^They are few/,
      QUESTIONS,
      { turns: 2, form: 'said', coverage: 0.9, wordsPerTurn: 20 },
      { turns: 2, form: 'said', coverage: 0.9, wordsPerTurn: 19 },
    ],
    [
      'that answers say “we”, unless they say “you”, too',
      /say “we”/,
      QUESTIONS,
      { personal: 0, plural: 1, answeredTo: 0.4 },
      { personal: 0, plural: 1, answeredTo: 0.3 },
    ],
    ['the more passages are marked', /marked as/, MARKS, { turns: 4 }, { turns: 8 }],
  ];
  for (const [what, sentence, usual, less, more] of cases) {
    it(what, () => {
      const weightOf = (changes: Changes) => {
        const all = weigh({ ...usual, ...changes });
        const found = all.filter(({ message }) => sentence.test(inEnglish(message)));
        assert.equal(found.length, 1);
        return Math.abs(found[0]?.weight ?? 0);
      };
      assert.ok(weightOf(more) > weightOf(less), `${weightOf(more)} > ${weightOf(less)}`);
    });
  }

  it('not without end', () => {
    for (const usual of [LABELS, QUESTIONS, MARKS]) {
      const sum = (turns: number) =>
        weigh({ ...usual, turns }).reduce((total, { weight }) => total + weight, 0);
      assert.equal(sum(1000), sum(100));
    }
  });
});

describe('A document', () => {
  it('is an interview where more speaks for it than against it', () => {
    const is = (evidence: Evidence) => recognise(evidence, {}).isInterview;
    assert.equal(is(LABELS), true);
    assert.equal(is(QUESTIONS), true);
    assert.equal(is(MARKS), true);
    assert.equal(is({ ...LABELS, staged: true }), false);
    assert.equal(is({ ...QUESTIONS, personal: 0, isHelp: true }), false);
    assert.equal(is({ ...MARKS, asking: 0, personal: 0, addressed: 0 }), false);
  });

  it('is none without evidence', () => {
    assert.deepEqual(recognise(undefined, {}), {
      isInterview: false,
      score: 0,
      reasons: [],
      byHand: false,
    });
  });

  it('is what a person says it is', () => {
    const no = recognise(LABELS, { interview: false });
    assert.deepEqual([no.isInterview, no.byHand], [false, true]);
    assert.ok(no.score > 0.5);
    const yes = recognise(undefined, { interview: true });
    assert.deepEqual([yes.isInterview, yes.byHand], [true, true]);
    assert.equal(recognise(LABELS, {}).byHand, false);
  });

  it('has its reasons in the order of their weight', () => {
    const { reasons } = recognise({ ...LABELS, isHelp: true, weak: 0.1 }, {});
    const weights = reasons.map(({ weight }) => Math.abs(weight));
    assert.deepEqual(
      weights,
      [...weights].sort((a, b) => b - a),
    );
  });
});
