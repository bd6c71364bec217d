import assert from 'node:assert/strict';
import type { Corrections } from '../../../src/core/interview/model';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';

/**
 * A document as it was understood, a line for each turn and region: `? Ann: Why?` asks, `! Bo: So.`
 * answers (`!!` on a panel), `* …` narrates, `@ …` calls in, `· Cy: Hm.` does none of it, `# footer: …` is spoken by nobody. `/` parts paragraphs.
 */
function understood(text: string, corrections: Corrections = {}): string[] {
  const lines = TextLines.of(text);
  const { turns, regions } = new InterviewReader().read(lines, corrections);
  const signs = {
    interviewer: '?',
    interviewee: '!',
    panellist: '!!',
    narrator: '*',
    caller: '@',
    other: '·',
  };
  const said = turns.map(({ role, speaker, paragraphs, span }) => {
    const words = paragraphs.map((paragraph) => lines.slice(paragraph)).join(' / ');
    return { at: span.start, line: `${signs[role]} ${speaker ? `${speaker.name}: ` : ''}${words}` };
  });
  const unsaid = regions.map(({ kind, span }) => ({
    at: span.start,
    line: `# ${kind}: ${lines.slice(span).replace(/\s+/g, ' ')}`,
  }));
  return [...said, ...unsaid].sort((a, b) => a.at - b.at).map(({ line }) => line);
}

const cases: [what: string, text: string[], expected: string[]][] = [
  [
    'paragraphs go on with a turn; an editor’s note and a jingle do not',
    [
      'Ann: How are you?',
      'Bo: I am well.',
      'I built two boats.',
      '[Editor’s note: They sank.]',
      'Ann: Why did they?',
      'Break: [01:18]',
      'Bo: I like it (laughs).',
    ],
    [
      '? Ann: How are you?',
      '! Bo: I am well. / I built two boats.',
      '# editorNote: [Editor’s note: They sank.]',
      '? Ann: Why did they?',
      '# stageDirection: Break: [01:18]',
      '! Bo: I like it (laughs).',
      '# stageDirection: (laughs)',
    ],
  ],
  [
    'initials, surnames, honorifics and capitals are one speaker’s',
    [
      'Adam Jonas (AJ): How long?',
      'Bo Dahl: It is long, I fear.',
      'AJ: Why is that?',
      'Mr. Dahl: Because it is.',
      'Jonas: And then?',
      'DAHL: Then nothing at all.',
    ],
    [
      '? Adam Jonas: How long?',
      '! Bo Dahl: It is long, I fear.',
      '? Adam Jonas: Why is that?',
      '! Bo Dahl: Because it is.',
      '? Adam Jonas: And then?',
      '! Bo Dahl: Then nothing at all.',
    ],
  ],
  [
    'a moderator asks, everybody else answers',
    [
      'MODERATOR: What do you think of the pier?',
      'ANN: I like it.',
      'BO: I do not.',
      'MODERATOR: Why is that?',
      'CY: It leaks, and it smells.',
      'ANN: It does.',
    ],
    [
      '? MODERATOR: What do you think of the pier?',
      '! ANN: I like it.',
      '! BO: I do not.',
      '? MODERATOR: Why is that?',
      '! CY: It leaks, and it smells.',
      '! ANN: It does.',
    ],
  ],
  [
    'A answers, whatever it asks in return',
    [
      'Q: How long?',
      'A: How should I know? Would you?',
      'Q: Tell me about the pier.',
      'A: What is there to tell? Or not?',
      'Q: And the boat?',
      'A: It floats, does it not?',
    ],
    [
      '? Q: How long?',
      '! A: How should I know? Would you?',
      '? Q: Tell me about the pier.',
      '! A: What is there to tell? Or not?',
      '? Q: And the boat?',
      '! A: It floats, does it not?',
    ],
  ],
  [
    'advertising between turns, and the foot of the page',
    [
      'The Post: How long will it run?',
      'Dahl: Four years.',
      'ADVERTISEMENT',
      'The Post: What then?',
      'Dahl: I will sell it.',
      'Sign up for our newsletter and get the latest from The Post in your inbox.',
      'The Post: Who buys?',
      'Dahl: Nobody.',
      'This interview has been edited for length and clarity.',
      'Share this:',
      'Tags: boats, sea',
      '© 2024 The Post. All rights reserved.',
    ],
    [
      '? The Post: How long will it run?',
      '! Dahl: Four years.',
      '# notice: ADVERTISEMENT',
      '? The Post: What then?',
      '! Dahl: I will sell it.',
      '# notice: Sign up for our newsletter and get the latest from The Post in your inbox.',
      '? The Post: Who buys?',
      '! Dahl: Nobody.',
      '# editorNote: This interview has been edited for length and clarity.',
      '# footer: Share this: Tags: boats, sea © 2024 The Post. All rights reserved.',
    ],
  ],
  [
    'the foot of the page leaves the last answer its paragraphs',
    [
      'Ann: How long will it run?',
      'Bo: Four years.',
      'Ann: What then?',
      'Bo: I will sell it to my brother.',
      'Related to that is the pier, which I also own.',
      'It is an old pier and I like it.',
      'Read more',
      'About us',
    ],
    [
      '? Ann: How long will it run?',
      '! Bo: Four years.',
      '? Ann: What then?',
      '! Bo: I will sell it to my brother. / Related to that is the pier, which I also own. / It is an old pier and I like it.',
      '# footer: Read more About us',
    ],
  ],
  [
    'headings part turns; behind the last of them nobody speaks',
    [
      '## The start',
      '**Ann:** How are you?',
      '**Bo:** I am well.',
      '## The end?',
      '**Ann:** Why did they?',
      '**Bo:** I like it.',
      '## Summary',
      'They built two boats, and both of them sank.',
    ],
    [
      '# title: ## The start',
      '? Ann: How are you?',
      '! Bo: I am well.',
      '# heading: ## The end?',
      '? Ann: Why did they?',
      '! Bo: I like it.',
      '# footer: ## Summary They built two boats, and both of them sank.',
    ],
  ],
  [
    'a sponsor’s words are nobody’s, though the host reads them',
    [
      '**Ann:** How long will it run?',
      '**Bo:** Four years.',
      '**Ann:** This episode is brought to you by Fernhill Bank. Go to fernhill.example and use the code PIER.',
      '**Ann:** What then?',
      '**Sponsor:** Fernhill Bank keeps your money where the tide does not go.',
      '**Bo:** I will sell it.',
    ],
    [
      '? Ann: How long will it run?',
      '! Bo: Four years.',
      '? Ann: ',
      '# sponsor: This episode is brought to you by Fernhill Bank. Go to fernhill.example and use the code PIER.',
      '? Ann: What then?',
      '# sponsor: **Sponsor:** Fernhill Bank keeps your money where the tide does not go.',
      '! Bo: I will sell it.',
    ],
  ],
  [
    'subtitles repeat the label of who goes on',
    [
      'WEBVTT',
      '1\n00:01.000 --> 00:02.000\nAnn Lee: So how',
      '2\n00:02.000 --> 00:03.000\nAnn Lee: are you?',
      '3\n00:03.000 --> 00:04.000\nBo Dahl: I am well.',
    ],
    [
      '# frontMatter: WEBVTT',
      '# timestamp: 1 00:01.000 --> 00:02.000',
      '? Ann Lee: So how / are you?',
      '# timestamp: 2',
      '# timestamp: 00:02.000 --> 00:03.000',
      '# timestamp: 3',
      '# timestamp: 00:03.000 --> 00:04.000',
      '! Bo Dahl: I am well.',
    ],
  ],
];

describe('The structure of an interview:', () => {
  for (const [what, paragraphs, expected] of cases) {
    it(what, () => {
      const found = understood(paragraphs.join('\n\n'), { interview: true });
      const words = (lines: string[]) =>
        lines.filter((line) => !/^# (?:timestamp|frontM)/.test(line));
      assert.deepEqual(words(found), words(expected));
      assert.deepEqual([...found].sort(), [...expected].sort());
    });
  }

  it('a pull quote repeats words, over however many lines they are wrapped and wherever', () => {
    const quoted = 'the river fell by half today';
    for (let before = 0; before < 40; before++) {
      const text = [
        'Ann: How are you?',
        '',
        'Bo: I am well, and I say',
        ...'so '.repeat(before).trim().split(' '),
        ...quoted.split(' '),
        '',
        `> ${quoted}`,
        '',
        'Ann: Why is that?',
        '',
        'Bo: I built two boats.',
      ];
      const quotes = understood(text.join('\n')).filter((line) => line.startsWith('# '));
      assert.deepEqual(quotes, [`# pullQuote: > ${quoted}`], `behind ${before} lines`);
    }
  });

  it('what stands before the first turn', () => {
    const text = [
      '---',
      'title: "A talk with Bo"',
      'date: 2020-01-02',
      '---',
      '',
      'By Ann Lee',
      '',
      '3 May 2024',
      '',
      'Bo Dahl is a shipwright at Skerry Yard, where he builds ferries.',
      '',
      '**Lee:** How are you?',
      '',
      '**Dahl:** I am well.',
      '',
      '**Lee:** Why?',
      '',
      '**Dahl:** I like it.',
    ].join('\n');
    const lines = TextLines.of(text);
    const { title, speakers, regions } = new InterviewReader().read(lines, {});
    assert.equal(title && lines.slice(title), 'A talk with Bo');
    assert.deepEqual(
      regions.map(({ kind }) => kind),
      ['frontMatter', 'byline', 'date', 'biography'],
    );
    assert.deepEqual(
      speakers.map(({ name, label, description }) => [name, label, description]),
      [
        ['Ann Lee', 'Lee', undefined],
        ['Bo Dahl', 'Dahl', 'shipwright at Skerry Yard'],
      ],
    );
  });

  const told: [what: string, lines: string[], expected: Record<string, string>][] = [
    [
      'front matter',
      ['---', 'title: "Boats"', 'date: 2020-01-02', 'podcast: Slow Water', '---', ''],
      { title: 'Boats', date: '2020-01-02', outlet: 'Slow Water' },
    ],
    [
      'lines with keys',
      ['Interview with Bo Dahl', '**Date:** 14 March 2003', 'Place: Halifax, Nova Scotia', ''],
      { title: 'Interview with Bo Dahl', date: '14 March 2003', place: 'Halifax, Nova Scotia' },
    ],
    [
      'a dateline, and a sentence that tells of the conversation',
      [
        'Boats',
        '',
        'SKERRY — The yard closed in May 1999.',
        '',
        'This interview was recorded on 3 May 2024 and first published in The Courier.',
        '',
      ],
      { title: 'Boats', date: '3 May 2024', place: 'SKERRY', outlet: 'The Courier' },
    ],
    [
      'a first block of short lines',
      [
        'Interview with Bo Dahl',
        'Conducted by Ann Lee',
        'Skerry, 14 June 2019',
        'Tape 1, side A',
        '',
      ],
      { title: 'Interview with Bo Dahl', date: '14 June 2019' },
    ],
    ['a comment of subtitles, but no title', ['WEBVTT', '', 'NOTE written by a machine', ''], {}],
    ['nothing over a table', ['time,speaker,text', ''], {}],
    [
      'a title with commas',
      ['Boats, ferries and 1,000 nets', ''],
      { title: 'Boats, ferries and 1,000 nets' },
    ],
    ['nothing before subtitles', ['1', '00:00:01,000 --> 00:00:04,000'], {}],
    ['nothing of a page’s number', ['   12', ' 1   OF CARLA ESTEVES', ''], {}],
    [
      'a sentence that names the place',
      ['Boats', '', 'Recorded with Bo Dahl at Skerry Yard, 14 August 1979', ''],
      { title: 'Boats', date: '14 August 1979', place: 'Skerry Yard' },
    ],
  ];
  for (const [what, lines, expected] of told) {
    it(`${what} tells about the document`, () => {
      const text = TextLines.of(
        `${lines.join('\n')}\nAnn: How?\n\nBo: So.\n\nAnn: Why?\n\nBo: I do.`,
      );
      const { metadata } = new InterviewReader().read(text, { interview: true });
      const found = Object.entries(metadata).map(([key, span]) => [key, text.slice(span)]);
      assert.deepEqual(Object.fromEntries(found), expected);
    });
  }

  it('who asks may tell the outlet', () => {
    const text = TextLines.of('The Courier: How?\n\nBo: So.\n\nThe Courier: Why?\n\nBo: I do.');
    const { outlet } = new InterviewReader().read(text, { interview: true }).metadata;
    assert.equal(outlet && text.slice(outlet), 'The Courier');
  });

  it('each question with its answers is an exchange', () => {
    const text = 'Ann: Hm?\n\nAnn: Why?\n\nBo: So.\n\nCy: No, I say.\n\nAnn: Who?\n\nBo: I did.\n';
    const { exchanges } = new InterviewReader().read(TextLines.of(text), { interviewers: ['ANN'] });
    assert.deepEqual(
      exchanges.map(({ question, answers }) => [question.index, answers.map(({ index }) => index)]),
      [
        [0, [2, 3]],
        [4, [5]],
      ],
    );
  });
});

describe('A person decides', () => {
  it('who asks: the others answer, and a label used once counts', () => {
    const text =
      'Ann: Hm, I see.\n\nBo: Why is that so?\n\nAnn: It is so.\n\nBo: Is it?\n\nnobody: I ask.';
    assert.deepEqual(understood(text, { interview: true, interviewers: ['ann', 'nobody'] }), [
      '? Ann: Hm, I see.',
      '! Bo: Why is that so?',
      '? Ann: It is so.',
      '! Bo: Is it?',
      '? nobody: I ask.',
    ]);
  });

  const talk = [
    'Ann: How are you?',
    'Bo: I am well, and you know it.',
    'Ann: Why?',
    'Timber: I like the smell of it.',
    'Bo D.: I build boats.',
    'Ann: Who sails them?',
    'Timber: I never ask.',
    'Bo: I do.',
  ].join('\n\n');

  it('that a label is no speaker: its words go on with the turn', () => {
    const found = understood(talk, { notSpeakers: ['Timber'] });
    assert.ok(found.includes('? Ann: Who sails them? / Timber: I never ask.'));
    assert.ok(found.every((line) => !/^. Timber:/.test(line)));
  });

  it('who is one person, and by which name', () => {
    const joined = understood(talk, { samePerson: [['Bo Dahl', 'bo', 'Bo D.']] });
    assert.deepEqual(
      joined.filter((line) => line.includes('Bo')),
      ['! Bo Dahl: I am well, and you know it.', '! Bo Dahl: I build boats.', '! Bo Dahl: I do.'],
    );
  });

  it('what somebody does, whatever the evidence or who asks', () => {
    const roles = { Timber: 'caller', Bo: 'narrator' } as const;
    const found = understood(talk, { interviewers: ['Ann'], roles });
    assert.ok(found.includes('@ Timber: I never ask.'));
    assert.ok(found.includes('* Bo D.: I do.'));
  });

  it('that it is an interview: labels used once are enough', () => {
    assert.deepEqual(understood('Ann: Hm.\n\nBo: Yes.\n', { interview: true }), [
      '· Ann: Hm.',
      '· Bo: Yes.',
    ]);
  });

  it('that it is an interview: without any label there are no turns', () => {
    const { recognition, turns } = new InterviewReader().read(TextLines.of('Words.\n'), {
      interview: true,
    });
    assert.deepEqual([recognition.isInterview, recognition.byHand, turns], [true, true, []]);
  });
});
