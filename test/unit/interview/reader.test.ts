import assert from 'node:assert/strict';
import type { Corrections, Interview } from '../../../src/core/interview/model';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';

function read(text: string, corrections: Corrections = {}): Interview {
  return new InterviewReader().read(TextLines.of(text), corrections);
}

/** Who speaks, with an arrow at who asks: `→Courier, Halloran`. */
function cast({ speakers }: Interview): string {
  return speakers.map(({ name, role }) => (role === 'interviewer' ? `→${name}` : name)).join(', ');
}

const ASKED = [
  'How long will the ferry run?',
  'Has the county made an offer?',
  'What will you do then?',
];
const ANSWERED = [
  'It has lost money in each of the past four winters, and nobody has paid.',
  'It offered a little in May. That was too little, and it came too late.',
  'I will sell the boat and plant trees where the pier stands today.',
];

/** The same conversation in another shape. */
function talk(question: (words: string) => string, answer: (words: string) => string): string {
  return ASKED.map((words, n) => `${question(words)}\n\n${answer(ANSWERED[n] ?? '')}\n\n`).join('');
}

describe('An interview is recognised in the shape of', () => {
  const shapes: [what: string, text: string, cast: string][] = [
    [
      'names and colons',
      talk(
        (q) => `Courier: ${q}`,
        (a) => `Halloran: ${a}`,
      ),
      '→Courier, Halloran',
    ],
    [
      'bold names',
      talk(
        (q) => `**Ann Lee:** ${q}`,
        (a) => `**Bo Dahl:** ${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'bold names, colon outside',
      talk(
        (q) => `__Ann__: ${q}`,
        (a) => `__Bo__: ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'bold names and dashes',
      talk(
        (q) => `**Ann** - ${q}`,
        (a) => `**Bo** - ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'Q and A',
      talk(
        (q) => `Q: ${q}`,
        (a) => `A: ${a}`,
      ),
      '→Q, A',
    ],
    [
      'Q. and A.',
      talk(
        (q) => `Q. ${q}`,
        (a) => `A. ${a}`,
      ),
      '→Q, A',
    ],
    [
      'capitals',
      talk(
        (q) => `MR. STONE: ${q}`,
        (a) => `MS. PIKE: ${a}`,
      ),
      '→MR. STONE, MS. PIKE',
    ],
    [
      'times in front',
      talk(
        (q) => `[00:01:23] Ann: ${q}`,
        (a) => `[00:02:11] Bo: ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'times behind',
      talk(
        (q) => `Ann (00:01:23): ${q}`,
        (a) => `Bo (00:02:11): ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'labels alone with times',
      talk(
        (q) => `Ann Lee: 00:00:17\n\n${q}`,
        (a) => `Bo Dahl: 00:00:20\n\n${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'labels alone on their line',
      talk(
        (q) => `Ann:\n${q}`,
        (a) => `Bo:\n${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'diarised speakers',
      talk(
        (q) => `Speaker 0: ${q}`,
        (a) => `Speaker 1: ${a}`,
      ),
      '→Speaker 0, Speaker 1',
    ],
    [
      'full-width colons',
      talk(
        (q) => `记者：${q}`,
        (a) => `施密特：${a}`,
      ),
      '→记者, 施密特',
    ],
    [
      'another script',
      talk(
        (q) => `Корреспондент: ${q}`,
        (a) => `Иванова: ${a}`,
      ),
      '→Корреспондент, Иванова',
    ],
    [
      'brackets',
      talk(
        (q) => `(Ann) ${q}`,
        (a) => `(Bo) ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'full-width brackets',
      talk(
        (q) => `（记者）${q}`,
        (a) => `（施密特）${a}`,
      ),
      '→记者, 施密特',
    ],
    [
      'capitals over the words',
      talk(
        (q) => `INTERVIEWER\n${q}`,
        (a) => `RESPONDENT\n${a}`,
      ),
      '→INTERVIEWER, RESPONDENT',
    ],
    [
      'headings over the words',
      talk(
        (q) => `### Ann Lee\n\n${q}`,
        (a) => `### Bo Dahl\n\n${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'chevrons and names',
      talk(
        (q) => `>> ANN LEE: ${q}`,
        (a) => `>> BO DAHL: ${a}`,
      ),
      '→ANN LEE, BO DAHL',
    ],
    [
      'a Q and spaces',
      talk(
        (q) => `     Q    ${q}`,
        (a) => `     MS. PIKE:  ${a}`,
      ),
      '→Q, MS. PIKE',
    ],
    [
      'a hearing',
      talk(
        (q) => `    Mr. Koo. ${q}`,
        (a) => `    Ms. Dahl. ${a}`,
      ),
      '→Mr. Koo, Ms. Dahl',
    ],
    [
      'lower-case nicks',
      talk(
        (q) => `adam3us: ${q}`,
        (a) => `bo_d: ${a}`,
      ),
      '→adam3us, bo_d',
    ],
    [
      'French spaces',
      talk(
        (q) => `**Anne** : ${q}`,
        (a) => `**Luc** : ${a}`,
      ),
      '→Anne, Luc',
    ],
    [
      'a whole question in bold',
      talk(
        (q) => `**Ann: ${q}**`,
        (a) => `Bo: ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'a machine’s speakers and seconds',
      talk(
        (q) => `[0.0, 3.26] - SPEAKER_02: ${q}`,
        (a) => `[3.3, 9.2] - SPEAKER_01: ${a}`,
      ),
      '→SPEAKER_02, SPEAKER_01',
    ],
    [
      'names with dots for initials',
      talk(
        (q) => `J.D.: ${q}`,
        (a) => `M.H.: ${a}`,
      ),
      '→J.D., M.H.',
    ],
    [
      'HTML',
      talk(
        (q) => `<p><strong>Ann Lee:</strong> ${q}`,
        (a) => `<p><strong>Bo Dahl:</strong> ${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'names in HTML with a space that doesn’t break, and no colon',
      talk(
        (q) => `<p><em>Ann</em>&nbsp; ${q}`,
        (a) => `<p><em>Bo</em>&nbsp; ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'names over the words by a break in HTML',
      talk(
        (q) => `**Ann Lee**<br>${q}`,
        (a) => `**Bo Dahl**<br />${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'items of a list',
      talk(
        (q) => `- **Ann:** ${q}`,
        (a) => `- **Bo:** ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'links',
      talk(
        (q) => `[Ann Lee](https://a.example/ann): ${q}`,
        (a) => `[Bo Dahl](https://a.example/bo): ${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'nicks in angle brackets',
      talk(
        (q) => `<ann> ${q}`,
        (a) => `<bo_d> ${a}`,
      ),
      '→ann, bo_d',
    ],
    [
      'handles',
      talk(
        (q) => `@ann: ${q}`,
        (a) => `@bo: ${a}`,
      ),
      '→ann, bo',
    ],
    [
      'numbered questions and answers',
      talk(
        (q) => `Q1: ${q}`,
        (a) => `A1: ${a}`,
      ),
      '→Q, A',
    ],
    [
      'the numbers of a committee’s questions',
      talk(
        (q) => `Q12      Chair: ${q}`,
        (a) => `Bo Dahl: ${a}`,
      ),
      '→Chair, Bo Dahl',
    ],
    [
      'names alone with times in brackets',
      talk(
        (q) => `Ann Lee [00:01:23]\n${q}`,
        (a) => `Bo Dahl [00:02:11]\n${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'times, then names, alone',
      talk(
        (q) => `0:05 - Ann Lee\n  ${q}`,
        (a) => `0:09 - Bo Dahl\n  ${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'ranges of times',
      talk(
        (q) => `[00:01 --> 00:09] Ann: ${q}`,
        (a) => `[00:09 --> 00:30] Bo: ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'times that are links',
      talk(
        (q) => `[1:23](https://v.example/?t=83) **Ann:** ${q}`,
        (a) => `[2:11](https://v.example/?t=131) **Bo:** ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'German research',
      talk(
        (q) => `I: ${q}`,
        (a) => `B: ${a} #00:00:31-8#`,
      ),
      '→I, B',
    ],
    [
      'lines with numbers',
      talk(
        (q) => `  1  INT: ${q}`,
        (a) => `  2  RES: ${a}`,
      ),
      '→INT, RES',
    ],
    [
      'names with accents',
      talk(
        (q) => `Søren Ørsted: ${q}`,
        (a) => `Núria Vilà: ${a}`,
      ),
      '→Søren Ørsted, Núria Vilà',
    ],
    [
      'a chairman and a witness without indent',
      talk(
        (q) => `The Chairman. ${q}`,
        (a) => `Ms. De La Cruz. ${a}`,
      ),
      '→The Chairman, Ms. De La Cruz',
    ],
    [
      'capitals and a stop',
      talk(
        (q) => `ANN LEE. ${q}`,
        (a) => `BO DAHL. ${a}`,
      ),
      '→ANN LEE, BO DAHL',
    ],
    [
      'columns',
      talk(
        (q) => `ANN      ${q}`,
        (a) => `BO       ${a}`,
      ),
      '→ANN, BO',
    ],
    [
      'names and dashes',
      talk(
        (q) => `Ann Lee — ${q}`,
        (a) => `Bo Dahl — ${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'nothing but bold type',
      talk(
        (q) => `**Ann** ${q}`,
        (a) => `**Bo** ${a}`,
      ),
      '→Ann, Bo',
    ],
    [
      'Italian initials',
      talk(
        (q) => `D. ${q}`,
        (a) => `R. ${a}`,
      ),
      '→D, R',
    ],
    [
      'names on lines of their own',
      talk(
        (q) => `Ann Lee\n${q}`,
        (a) => `Bo Dahl\n${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'names and tabs',
      talk(
        (q) => `Ann Lee\t00:01:23\t${q}`,
        (a) => `Bo Dahl\t00:02:11\t${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'a Japanese magazine',
      talk(
        (q) => `記者　${q}`,
        (a) => `石田　${a}`,
      ),
      '→記者, 石田',
    ],
    [
      'Hindi',
      talk(
        (q) => `प्रश्न: ${q}`,
        (a) => `उत्तर: ${a}`,
      ),
      '→प्रश्न, उत्तर',
    ],
    [
      'portraits with names',
      talk(
        (q) => `![Ann Lee](a.png)\n\n${q}`,
        (a) => `![Bo Dahl](b.png)\n\n${a}`,
      ),
      '→Ann Lee, Bo Dahl',
    ],
    [
      'voices of subtitles',
      `WEBVTT\n\n${talk(
        (q) => `00:01.000 --> 00:02.000\n<v Ann>${q}`,
        (a) => `00:03.000 --> 00:04.000\n<v Bo>${a}`,
      )}`,
      '→Ann, Bo',
    ],
  ];
  for (const [what, text, expected] of shapes) {
    it(what, () => {
      const interview = read(text);
      assert.equal(interview.recognition.isInterview, true);
      assert.equal(cast(interview), expected);
      assert.equal(interview.turns.length, 6);
      const lines = TextLines.of(text);
      const first = interview.turns[0]?.paragraphs[0];
      assert.equal(first && lines.slice(first).replaceAll('*', ''), ASKED[0]);
    });
  }
});

describe('Questions are told from answers without speakers’ labels, where they are', () => {
  const shapes: [what: string, text: string][] = [
    [
      'bold',
      talk(
        (q) => `**${q}**`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'bold and wrapped',
      talk(
        (q) => `**${q.replace(' the ', '\nthe ').replace(' you ', '\nyou ')}**`,
        (a) => `I say that to you. ${a}`,
      ),
    ],
    [
      'bold before quotations',
      talk(
        (q) => `**${q}**`,
        (a) => `> ${a}\n>\n> And that is all.`,
      ),
    ],
    [
      'headings',
      talk(
        (q) => `### ${q}`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'HTML',
      talk(
        (q) => `<strong>${q}</strong>`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'underlined in HTML, or headings with a class',
      talk(
        (q) => (q.startsWith('What') ? `<u>${q}</u>` : `<u class="ask">${q}</u>`),
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'further in than a paragraph, over answers with bullets',
      talk(
        (q) => `     ${q}`,
        (a) => `    • I think so. ${a.replace('. ', ',\n      you see. ')}`,
      ),
    ],
    [
      'dialogue dashes',
      talk(
        (q) => `—${q}`,
        (a) => `—${a}`,
      ),
    ],
    [
      'underlined',
      talk(
        (q) => `${q}\n----`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'marked by a sign',
      talk(
        (q) => `■${q}`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'quoted mail, wrapped',
      talk(
        (q) => `> ${q.replace(' the ', '\n> the ')}`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'numbered',
      talk(
        (q) => `1. ${q}`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'dashes before the questions only',
      talk(
        (q) => `― ${q}`,
        (a) => `I think so. ${a}`,
      ),
    ],
    [
      'the only ones with a label',
      talk(
        (q) => `Q: ${q}`,
        (a) => a,
      ),
    ],
    [
      'headings over labelled answers',
      talk(
        (q) => `## ${q}`,
        (a) => `**Bo** - ${a}\n\n**Cy** - I say so too.`,
      ),
    ],
  ];
  for (const [what, text] of shapes) {
    it(what, () => {
      const announced = `A conversation with the ferryman\n\nHe speaks to us.\n\n${text}`;
      const { recognition, turns } = read(announced);
      assert.equal(recognition.isInterview, true);
      const roles = turns.map(({ role }) => (role === 'interviewer' ? 'Q' : 'A')).join('');
      assert.match(roles, /^(?:QA+){3}$/);
    });
  }

  it('subtitles with marks only', () => {
    const cues = [...ASKED, ...ANSWERED].map(
      (words, n) => `00:0${n}:01.000 --> 00:0${n}:03.000\n>> I say, ${words}\n`,
    );
    const { recognition, turns } = read(`WEBVTT\n\n${cues.join('\n')}`);
    assert.equal(recognition.isInterview, true);
    assert.equal(turns.length, 6);
  });
});

describe('No interview is', () => {
  const others: [what: string, text: string][] = [
    ['an empty file', ''],
    [
      'a list of keys and values',
      'Name: Bo\nDate: 3 May\nPlace: Oslo\nTopic: boats\nStatus: open\n',
    ],
    [
      'a recipe',
      '# Pie\n\nIngredients:\n- flour\n- apples\n\nInstructions:\n1. Mix.\n2. Bake.\n\nServes: 4\n',
    ],
    ['a log', '2026-01-01 10:00:01 INFO: started\n2026-01-01 10:00:02 WARN: slow\n'.repeat(20)],
    [
      'a FAQ',
      ASKED.map((q) => `## How do I ${q}\n\nOpen the settings and press the button.\n\n`).join(''),
    ],
    [
      'prose with colons',
      'He had one wish: to sail. There were two boats: hers and mine.\n\nTime passed.\n',
    ],
    [
      'a FAQ of a company',
      '# Frequently asked questions\n\n' +
        ASKED.map(
          (q) => `**Do you know ${q}**\n\nWe do. Please tell me more; I am at hand.\n\n`,
        ).join(''),
    ],
    [
      'advantages and drawbacks',
      'Pros: It is cheap and works well.\n\nCons: It is slow.\n\n'.repeat(6),
    ],
    [
      'a changelog',
      '## 1.2\n\n### Added\n\nA new pier.\n\n### Fixed\n\nA leak in a boat.\n\n'.repeat(6),
    ],
    ['a list of dashes', '— flour and butter\n— water and salt\n'.repeat(6)],
    [
      'a story with a dialogue',
      'He walked along the pier.\n\n— It will rain, he said.\n\nShe was silent.\n\n'.repeat(6),
    ],
    [
      'quoted mail',
      '>> I think so too, as you say.\n>> But then again.\n> Sure.\n\nBye\n\n'.repeat(6),
    ],
    [
      'steps',
      'Step 1: Mix the flour with the water.\n\nStep 2: Bake it. Is it done?\n\n'.repeat(4),
    ],
    [
      'questions and answers of a help page without that name',
      ASKED.map(
        (q, n) => `Q. How do I ${q}\nA. Press the button ${n} times. You can press it again.\n\n`,
      )
        .join('')
        .repeat(3),
    ],
    [
      'commits',
      'fix: the boat floats again.\nfeat: the pier is longer now.\ndocs: how to moor.\n'.repeat(6),
    ],
    [
      'a bibliography',
      'Lee, Ann: On Piers. Oslo: Sea Press, 1999.\n\nDahl, Bo: On Boats. Oslo: Sea Press.\n\n'.repeat(
        3,
      ),
    ],
    ['a syllabus', 'Week 1: Wood\nReading: chapter 1\nQuestion: what is a plank?\n\n'.repeat(5)],
    [
      'the verses of a song',
      '[Verse 1]\nI went down to the pier, and what did I see?\n\n[Chorus]\nA boat for me!\n\n'.repeat(
        4,
      ),
    ],
    [
      'a list of what speaks for and against',
      'For: It is my pier, and I like it.\n\nAgainst: You would have to pay for it.\n\n'.repeat(4),
    ],
    [
      'a questionnaire',
      ASKED.map((q, n) => `${n + 1}. ${q}\n\n( ) Yes\n( ) No\n\n`)
        .join('')
        .repeat(3),
    ],
    [
      'a story in Spanish',
      'Él miró el mar.\n\n—¿Vienes? —dijo ella.\n\n—Enseguida.\n\n—¿Cuándo? —insistió.\n\n'.repeat(
        5,
      ),
    ],
    [
      'front matter alone',
      '---\nAnn: Why is it so?\nBo: It is so because of me.\nAnn: Why?\nBo: I say so.\n---\n\nText.\n',
    ],
    [
      'a README',
      '# tool\n\nInstall: `npm i tool`\n\nUsage: `tool x`\n\nLicense: MIT\n\nSee https://example.org: it helps.\n',
    ],
  ];
  for (const [what, text] of others) {
    it(what, () => {
      const { recognition, turns } = read(text);
      assert.equal(recognition.isInterview, false);
      assert.deepEqual(turns, []);
    });
  }
});

const PUBLISHED = [
  'The Ferry That Stayed',
  '',
  'Ines Halloran is a ship’s engineer with the Skerry Line, where she keeps two ferries afloat.',
  '',
  'The county wants to save money. This is what she told us.',
  '',
  ...talk(
    (q) => `The Courier: ${q}`,
    (a) => `Halloran: ${a}`,
  )
    .split('\n')
    .slice(0, 8),
  'Members of The Courier enjoy unlimited access. Subscribe today and support your newsletter.',
  '',
  ...talk(
    (q) => `The Courier: ${q}`,
    (a) => `Halloran: ${a} [laughs]`,
  ).split('\n'),
  'Read more in The Courier',
  '',
  'Related Articles',
].join('\n');

describe('A published interview', () => {
  const text = TextLines.of(PUBLISHED);
  const interview = read(PUBLISHED);

  it('joins the surname of the labels with the full name of the biography', () => {
    assert.equal(cast(interview), '→The Courier, Ines Halloran');
    assert.equal(interview.speakers[1]?.label, 'Halloran');
    assert.equal(interview.speakers[1].description, 'ship’s engineer with the Skerry Line');
  });

  it('has regions that nobody speaks', () => {
    const regions = interview.regions.map(
      ({ kind, span }) => `${kind}: ${text.slice(span).slice(0, 14)}`,
    );
    assert.deepEqual(
      regions.filter((region) => !region.startsWith('stageDirection')),
      [
        'title: The Ferry That',
        'biography: Ines Halloran ',
        'introduction: The county wan',
        'notice: Members of The',
        'footer: Read more in T',
      ],
    );
  });

  it('gives nobody the notice, the footer or a stage direction as a turn', () => {
    const spoken = interview.turns.flatMap(({ paragraphs }) =>
      paragraphs.map((span) => text.slice(span)),
    );
    assert.ok(spoken.every((words) => !/Members|Read more|Related/.test(words)));
    assert.equal(interview.exchanges.length, 5);
  });

  it('obeys who asks, by hand', () => {
    assert.equal(
      cast(read(PUBLISHED, { interviewers: ['Halloran'] })),
      'The Courier, →Ines Halloran',
    );
  });

  it('obeys that it is none, or is one, by hand', () => {
    const none = read(PUBLISHED, { interview: false });
    assert.deepEqual(
      [none.recognition.isInterview, none.recognition.byHand, none.turns],
      [false, true, []],
    );
    const one = read('Ann: Yes.\nBo: No.\nAnn: Yes.\nBo: No.\n', { interview: true });
    assert.equal(one.recognition.isInterview, true);
    assert.equal(one.turns.length, 4);
  });
});
