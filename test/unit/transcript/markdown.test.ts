import assert from 'node:assert/strict';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';
import { escaped } from '../../../src/core/transcript/escape';
import { markdownTranscript, transcriptHead } from '../../../src/core/transcript/markdown';

function transcript(text: string, selected?: string): string[] {
  const lines = TextLines.of(text);
  const interview = new InterviewReader().read(lines, { interview: true });
  const start = selected === undefined ? 0 : text.indexOf(selected);
  const within = selected === undefined ? undefined : { start, end: start + selected.length };
  return markdownTranscript(lines, interview, within).split('\n\n');
}

const TALK = [
  'Ann Moor: Who keeps the light?',
  'Bo Reed: My sister [laughs] does. She is *very* good.',
  'Nobody pays <b>her</b>.',
  'Ann Moor: Is that so?',
  'Bo Reed: It is.',
].join('\n\n');

describe('A Markdown transcript', () => {
  it('names who speaks, and shows the document’s words as words', () => {
    assert.deepEqual(transcript(TALK), [
      '**Ann Moor:** Who keeps the light?',
      '**Bo Reed:** My sister *\\[laughs\\]* does. She is \\*very\\* good.',
      'Nobody pays \\<b\\>her\\</b\\>.',
      '**Ann Moor:** Is that so?',
      '**Bo Reed:** It is.\n',
    ]);
  });

  it('is the same whatever the layout', () => {
    const expected = transcript(TALK);
    const layouts: [string, string][] = [
      ['labels in bold', TALK.replace(/^(\w+ \w+):/gm, '**$1:**')],
      ['lines of Windows', TALK.replace(/\n/g, '\r\n')],
      ['labels alone', TALK.replace(/^(\w+ \w+): /gm, '$1:\n')],
    ];
    for (const [what, text] of layouts) assert.deepEqual(transcript(text), expected, what);
  });

  it('stands under what the document says about itself, and is read again as it was', () => {
    const lines = TextLines.of(
      `The light\n\nBo Reed is a keeper of the "Skerry" lamp.\n\n3 May 2024\n\n${TALK}`,
    );
    const interview = new InterviewReader().read(lines, { interviewers: ['Ann Moor'] });
    const head = transcriptHead(lines, interview);
    assert.deepEqual(head.split('\n'), [
      '---',
      'title: "The light"',
      'date: "3 May 2024"',
      'participants:',
      '  - name: "Ann Moor"',
      '    role: interviewer',
      '  - name: "Bo Reed"',
      '    role: interviewee',
      '    description: "keeper of the \\"Skerry\\" lamp"',
      '---',
      '',
      '',
    ]);
    const again = TextLines.of(`${head}${markdownTranscript(lines, interview)}`);
    const { metadata, turns } = new InterviewReader().read(again, { interview: true });
    assert.equal(metadata.date && again.slice(metadata.date), '3 May 2024');
    assert.equal(turns.length, interview.turns.length);
  });

  it('of a selection names who speaks there', () => {
    assert.deepEqual(transcript(TALK, 'does. She'), ['**Bo Reed:** does. She\n']);
    assert.deepEqual(transcript(TALK, 'light?\n\nBo Reed: My'), [
      '**Ann Moor:** light?',
      '**Bo Reed:** My\n',
    ]);
  });
});

describe('A Markdown transcript of a document with more than speech', () => {
  const TEXT = [
    '# The Keepers of the Light',
    'Ann Moor: Who keeps the light?',
    '## On the rock',
    'Bo Reed: My sister does. [Pause.] She likes it.',
    '[A door is heard.]',
    'Ann Moor: [laughs] And you?',
    'Bo Reed: I mend nets (coughs)',
    'Nets break.',
  ].join('\n\n');
  const WHOLE = [
    '# The Keepers of the Light',
    '**Ann Moor:** Who keeps the light?',
    '## On the rock',
    '**Bo Reed:** My sister does. *\\[Pause.\\]* She likes it.',
    '*\\[A door is heard.\\]*',
    '**Ann Moor:** *\\[laughs\\]* And you?',
    '**Bo Reed:** I mend nets *(coughs)*',
    'Nets break.\n',
  ];

  it('has title, headings and stage directions where they stand', () => {
    assert.deepEqual(transcript(TEXT), WHOLE);
  });

  it('of a selection has only what stands in it', () => {
    assert.deepEqual(transcript(TEXT, 'On the rock\n\nBo Reed: My sister does.'), [
      '## On the rock',
      '**Bo Reed:** My sister does.\n',
    ]);
    assert.deepEqual(transcript(TEXT, 'Nets break.'), ['**Bo Reed:** Nets break.\n']);
    assert.deepEqual(transcript(TEXT, 'Who keeps the light?'), [
      '**Ann Moor:** Who keeps the light?\n',
    ]);
  });

  it('sets questions without a label in bold', () => {
    const text = [
      '**Who keeps the light?**',
      'My sister does. I mend nets, and I have done so for years.',
      '**And who pays you for it?**',
      'Nobody does. I sell fish, and I keep what I earn.',
      '**Will you stay on the rock?**',
      'I will, as long as I can.',
    ].join('\n\n');
    assert.deepEqual(
      transcript(text),
      text.split('\n\n').map((one, at) => (at === 5 ? `${one}\n` : one)),
    );
  });

  it('is empty where nobody speaks', () => {
    assert.deepEqual(transcript('Ann Moor: Who?\n\nBo Reed: I.\n\nAnn Moor: When?\n', '\n\n'), [
      '',
    ]);
  });
});

describe('What somebody says, in a Markdown transcript', () => {
  const cases: [said: string, written: string][] = [
    ['I mend nets [coughs], often.', 'I mend nets *\\[coughs\\]*, often.'],
    ['I mend ([laughs]) nets.', 'I mend (*\\[laughs\\]*) nets.'],
    ['I mend [laughs] [coughs] nets.', 'I mend *\\[laughs\\]* *\\[coughs\\]* nets.'],
    ['nets[coughs]often', 'nets *\\[coughs\\]* often'],
    ['[laughs]', '*\\[laughs\\]*'],
    // Emphasis of the whole is the document's layout, emphasis of some words is said by somebody.
    ['*My sister does.*', 'My sister does.'],
    ['_My sister does._', 'My sister does.'],
    ['***My sister does.***', 'My sister does.'],
    ['**My sister** does **not**', '\\*\\*My sister\\*\\* does \\*\\*not\\*\\*'],
    ['*My sister* does.', '\\*My sister\\* does.'],
    ['My sister *does.*', 'My sister \\*does.\\*'],
    ['*', '\\*'],
    ['**', '\\*\\*'],
  ];
  for (const [said, written] of cases) {
    it(said, () => {
      const talk = [
        'Ann Moor: Who does it?',
        `Bo Reed: ${said}`,
        'Ann Moor: Is it so?',
        'Bo Reed: It is.',
      ];
      assert.equal(transcript(talk.join('\n\n'))[1], `**Bo Reed:** ${written}`);
    });
  }
});

describe('Titles in a Markdown transcript', () => {
  const cases: [line: string, title: string][] = [
    ['# The   light', 'The light'],
    ['_The light_', 'The light'],
    ['## **The light** ##', 'The light'],
    ['# Lights in C#', 'Lights in C#'],
  ];
  for (const [line, title] of cases) {
    it(line, () => {
      const text = `${line}\n\n${TALK}`;
      assert.equal(transcript(text)[0], `# ${title}`);
      const lines = TextLines.of(text);
      const interview = new InterviewReader().read(lines, { interview: true });
      assert.match(transcriptHead(lines, interview), new RegExp(`^---\ntitle: "${title}"\n`));
    });
  }

  it('are absent where only their mark is selected', () => {
    assert.deepEqual(transcript(`# The light\n\n${TALK}`, '# '), ['']);
  });

  it('and speakers make a head only where there are some', () => {
    const headOf = (text: string, interview: boolean) => {
      const lines = TextLines.of(text);
      return transcriptHead(lines, new InterviewReader().read(lines, { interview }));
    };
    assert.equal(headOf('Nothing is said here.', false), '');
    assert.match(headOf(TALK, true), /^---\nparticipants:\n {2}- name: "Ann Moor"\n/);
  });
});

describe('Escaped words', () => {
  const cases: [words: string, markdown: string][] = [
    ['# not a heading', '\\# not a heading'],
    ['1. not a list', '1\\. not a list'],
    ['- no', '\\- no'],
    ['[a](b) ![c](d)', '\\[a\\](b) !\\[c\\](d)'],
    ['<script>&lt;', '\\<script\\>\\&lt;'],
    ['two\n   lines', 'two lines'],
    ['東京\n駅', '東京駅'],
    ['https://a.example', 'https\\://a.example'],
    ['well - no + # = 1) 2.', 'well - no + # = 1) 2.'],
    ['1986. The year', '1986\\. The year'],
    ['12) points', '12\\) points'],
    ['東京 駅', '東京 駅'],
    ['東京\nStation', '東京 Station'],
    ['Station\n東京', 'Station 東京'],
    ['a\u0007\u001bb\u0000', 'ab'],
  ];
  for (const [words, markdown] of cases) {
    it(words, () => {
      assert.equal(escaped(words), markdown);
    });
  }
});
