import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corrections, Interview } from '../../../src/core/interview/model';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';
import { runs } from '../support/runs';

/** Ways in which a question and its answer are written. */
const TALKS: readonly (readonly string[])[] = [
  ['Moor: Why did it fall?', '', 'Okafor: I think that nobody asked.', ''],
  ['Moor: Why did it fall?', 'Okafor: I think that nobody asked.'],
  ['MOOR', 'Why did you go?', '', 'OKAFOR', 'I had to. You know it.', ''],
  ['**Moor:**', '', 'Why did you go?', '', '**Okafor:**', '', 'I had to. You know it.', ''],
  ['**Why did you go?**', '', 'I had to. You know it.', '', 'We all had to.', ''],
  ['Q: Why did you go?', '', 'I had to.', '', 'We all had to.', ''],
  ['**Why did you go?**', '', 'A: I had to. You know it.', ''],
  ['### What do you hope for?', '', 'Rain, I think. We need it.', ''],
  ['Why did you go?', 'I had to. You know it.', ''],
  ['Why did you go, and what', 'did you find there?', '', 'I found salt, and no water.', ''],
  ['— Why did you go?', '', '— I had to. You know it.', ''],
  ['- Why did you go?', '- I had to. You know it.'],
  ['-Why did you go?', '', '-I had to. You know it.', ''],
  ['Why did you go?', '', '- I had to. You know it.', ''],
  ['>> Why did you go?', '>> I had to.', 'You know it.'],
  ['## Turn 1 – Moor', '', '> Why did you go?', '', '## Turn 2 – Okafor', '', '> I had to.', ''],
  ['::: .ask', '*Moor:* **Why did you go?**', ':::', '', 'I had to. You know it.', ''],
  ['#1 - Why did you go?', '\tI had to. You know it.', ''],
  ['> **Moor:** Who paid?', '>', '> **Okafor:** I did. You know it.', ''],
  ['Moor (MO): Why did it fall?', '', 'TO: I think that nobody asked.', ''],
  ['MO: Why did it fall?', 'TO: It fell', 'TO: I think that nobody asked.'],
  ['18:00 <moor> Why did you go?', '18:01 <okafor> I had to.', '18:01 <berg> hi'],
  ['0:01 **Moor** Why did you go?', '', '0:02 **Okafor** I had to. You know it.', ''],
  ['**Q:** Why did you go?', '', 'Salt', 'and water', ''],
  ['**Q: Why did you go?**', '', '- Salt', '- Water', '', 'I had to.', ''],
  ['\\textbf{Why did you go?}', '', 'I had to. You know it.', ''],
  ['<dt>Moor</dt>', '<dd>Why did you go?</dd>', '<dt>Okafor</dt>', '<dd>I had to.</dd>'],
  ['<!--', 'Why?', '', 'I had to.', '-->', '**Perché?**', '<!-- So. -->', 'Ho dovuto.', ''],
  ['00:01.000 --> 00:04.000', 'MOOR: Who paid?', '', '00:05.000 --> 00:08.000', 'OKAFOR: I', ''],
];

/** What else stands in documents, and may tell of lines near it that they are something else. */
const LINES = [
  '',
  '',
  '',
  'We saw how the river fell, and that was all.',
  'It was ours',
  'Who knows?',
  'Date: 3 May',
  'Place: Oslo',
  'Berg: Yes.',
  'Berg: I saw it.',
  'Moor: And',
  'Okafor:',
  '**Berg:** no',
  '**Did you?**',
  '“The river that feeds us fell by half.”',
  '> The river that feeds us fell by half.',
  'The river that feeds us fell by half.',
  'subscribe today, members, newsletter, sign up',
  'Read more about rivers',
  '[laughs]',
  '12',
  '# Salt',
  '- salt',
  '```',
  ':::',
  '</div>',
  '![](river.png)',
  'Moor: Ines Okafor',
  'Propos recueillis par Moor',
  '— And then?',
  '---',
  'SALT AND LAW',
  'Tell us about it.',
  'The podcast is sponsored by Fernhill Bank. Visit fernhill.com today.',
  '2026-01-02 10:11:12 started',
  'Moor: Welcome to the hour of the river.',
  'Thanks for having me.',
  'TO: And',
  'TO: I went because I had to.',
  '*The river, when it had fallen.*',
  'The river in spring',
  'Of the river        12',
  'Interviewer:             Ann Moor',
  '18:02 <lund> hello',
  'MOOR, HOST:',
  'Moor: https://example.com/river',
  '<!--',
  '-->',
  '<!-- Was it salt? -->',
];

const line = fc.constantFrom(...LINES);
/** What somebody adds most often. */
const plain = fc.constantFrom('', '', 'We saw how the river fell.', 'It was ours', 'I asked you.');
const place = fc.nat(999).map((n) => n / 1000);

/** A document of talks written in one way, with other lines among them. */
const documents = fc
  .record({
    head: fc.array(line, { maxLength: 5 }),
    talk: fc.constantFrom(...TALKS),
    times: fc.integer({ min: 3, max: 12 }),
    others: fc.array(fc.tuple(place, line), { maxLength: 5 }),
  })
  .map(({ head, talk, times, others }) => {
    const lines = Array.from({ length: times }, () => talk).flat();
    for (const [share, other] of others) lines.splice(Math.floor(share * lines.length), 0, other);
    return ['An interview with Ines Okafor', '', ...head, '', ...lines].join('\n');
  });

/** Lines from a place on of which so many go and others come; or what stands in one is parted, or typed. */
const edits = fc.tuple(
  place,
  fc.oneof(
    fc.record({ out: fc.integer({ min: 0, max: 2 }), come: fc.array(plain, { maxLength: 3 }) }),
    fc.record({ out: fc.constant(0), come: fc.array(plain, { minLength: 1, maxLength: 3 }) }),
    fc.record({ out: fc.integer({ min: 0, max: 3 }), come: fc.array(line, { maxLength: 3 }) }),
    fc.record({
      at: place,
      typed: fc.constantFrom('\n', '\n\n', ' ', 'a', '?', '. ', ' I ', ': '),
    }),
  ),
);

function edited(lines: TextLines, share: number, edit: Edits[number][1]): TextLines {
  const first = Math.floor(share * lines.lines.length);
  const { start, end } = lines.lineSpan(first);
  if ('typed' in edit) {
    const at = start + Math.floor(edit.at * (end - start + 1));
    return lines.edited({ start: at, end: at, text: edit.typed });
  }
  const last = lines.lineSpan(first + edit.out).start;
  return lines.edited({ start, end: last, text: edit.come.map((one) => `${one}\n`).join('') });
}

type Edits = readonly (typeof edits extends fc.Arbitrary<infer T> ? T : never)[];

/** All that is told of an interview, computed. */
function told({ turns, exchanges, regions, ...rest }: Interview): unknown {
  const plain = turns.map(({ index, speaker, role, span, label, paragraphs }) => {
    return { index, speaker: speaker?.id, role, span, label, paragraphs };
  });
  return { ...rest, plain, regions, exchanges: exchanges.map(({ span }) => span) };
}

describe('InterviewReader after edits', () => {
  for (const corrections of [{}, { interview: true }] satisfies Corrections[]) {
    it(`tells what a fresh one does, ${JSON.stringify(corrections)}`, () => {
      fc.assert(
        fc.property(documents, fc.array(edits, { maxLength: 8 }), (document, all) => {
          let lines = TextLines.of(document);
          const reader = new InterviewReader();
          reader.read(lines, corrections);
          for (const [share, edit] of all) {
            lines = edited(lines, share, edit);
            const fresh = new InterviewReader().read(TextLines.of(lines.toString()), corrections);
            assert.deepEqual(told(reader.read(lines, corrections)), told(fresh));
          }
        }),
        runs(250),
      );
    });
  }
});

/** What is looked for in a document, and written in its place. */
type Change = readonly [place: RegExp, written: string];

/** Makes changes, each at one of the places for it, and compares after each with a fresh reader. */
function assertFollowed(document: string, changes: readonly (readonly [number, Change])[]): void {
  let lines = TextLines.of(document);
  const reader = new InterviewReader();
  reader.read(lines, {});
  for (const [number, [place, written]] of changes) {
    const places = [...lines.toString().matchAll(place)];
    const found = places[number % places.length];
    if (!found) continue;
    const { index: start } = found;
    lines = lines.edited({ start, end: start + found[0].length, text: written });
    const fresh = new InterviewReader().read(TextLines.of(lines.toString()), {});
    assert.deepEqual(told(reader.read(lines, {})), told(fresh));
  }
}

describe('A dialogue amid another text, after paragraphs are parted and joined', () => {
  const paragraph = fc.constantFrom(
    'We saw how the river fell, and that was all.',
    'Nobody asked us.',
    'I think that it was ours, and we paid for it in the end.',
    'Why did you stay?',
  );
  const story = fc
    .record({
      before: fc.nat(14),
      turns: fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), {
        minLength: 3,
        maxLength: 6,
      }),
      last: fc.array(paragraph, { minLength: 1, maxLength: 7 }),
    })
    .map(({ before, turns, last }) => {
      const told = 'The river fell in May by half and has not come back, whatever they say. ';
      const said = [...turns, last].map(
        (paragraphs, index) => `${index % 2 ? 'Okafor' : 'Moor'}: ${paragraphs.join('\n\n')}`,
      );
      return ['Two people at the river', told.repeat(before), ...said, ''].join('\n\n');
    });
  const changes: readonly Change[] = [
    [/(?<=[.,?]) /g, '\n\n'],
    [/(?<=[.,?]) /g, '\n\nA word more.\n\n'],
    [/\n\n(?!Moor|Okafor)/g, ' '],
    [/\n\n(?!Moor|Okafor)/g, '\n\n\n'],
  ];

  it('is none any more once another turn is as long as the last, and one again after that', () => {
    const before = 'The river fell in May by half and has not come back, whatever they say. ';
    const told = 'We saw how the river fell, and that was all that we saw of it in the spring.';
    const document = [
      before.repeat(3),
      'Moor: Why did you go?',
      'Okafor: I had to. You know it.',
      'Moor: Who paid?',
      'Okafor: I did.',
      told,
      told,
    ].join('\n\n');
    const at = document.indexOf(' You know it.');
    const reader = new InterviewReader();
    const whole = TextLines.of(document);
    const once = whole.edited({ start: at, end: at + 1, text: '\n\n' });
    const twice = once.edited({ start: at + 2, end: at + 2, text: 'So.\n\n' });
    const back = twice.edited({ start: at + 2, end: at + 7, text: '' });
    const again = back.edited({ start: at, end: at + 2, text: ' ' });
    const scores = [whole, once, twice, back, again].map((lines) => {
      const { recognition } = reader.read(lines, {});
      const fresh = new InterviewReader().read(TextLines.of(lines.toString()), {});
      assert.deepEqual(recognition, fresh.recognition);
      return recognition.score;
    });
    const [amid, between, none] = scores as [number, number, number];
    assert.ok(amid < none, scores.join(', '));
    assert.deepEqual(scores, [amid, between, none, between, amid]);
  });

  it('is told as by a fresh reader', () => {
    const edit = fc.tuple(fc.nat(1000), fc.constantFrom(...changes));
    fc.assert(
      fc.property(story, fc.array(edit, { minLength: 1, maxLength: 8 }), assertFollowed),
      runs(500),
    );
  });
});

/** What a reader that follows tells after a place in a document is written otherwise, and what a fresh one does. */
function readAgain(lines: readonly string[], place: RegExp, written: string, corrections = {}) {
  const before = TextLines.of(lines.join('\n'));
  const found = place.exec(before.toString());
  assert(found, `${place} is nowhere`);
  const start = found.index;
  const after = before.edited({ start, end: start + found[0].length, text: written });
  const reader = new InterviewReader();
  const first = reader.read(before, corrections);
  const again = reader.read(after, corrections);
  const fresh = new InterviewReader().read(TextLines.of(after.toString()), corrections);
  return { first, again, fresh };
}

describe('After an edit near by it is told anew', () => {
  const asked = ['**Why did you go?**', '', 'We had to.', ''];
  const machine = ['2026-01-02 10:11:12 started', '2026-01-02 10:11:13 stopped'];
  const talk = ['Moor: Why did you go?', '', 'Okafor: I had to. You know it.', ''];
  const item = ['- Why did you go?', '', '- I had to. You know it.', ''];
  const blanks = Array<string>(7).fill('');
  const head = ['An interview with Ines Okafor', '', 'The interview was edited by Moor.', ''];
  const entries = ['Village: Ferrytown', 'Weather: rain', 'Moor: We went up there in May.', ''];
  const questions = Array.from({ length: 8 }, () => ['Why did it fall?', '']).flat();
  const cue = (words: string, at: number) => [`00:0${at}.000 --> 00:0${at}.500`, words, ''];
  const setOffByLittle = ['Bob', 'Bob', 'Ann', 'Ann'].flatMap((name) => [
    `${name} - I saw it fall by half in May and so did all the others there.`,
    '',
  ]);
  const longName = 'Constantina Okaforovskaya Riverstonefield';
  const cases: [
    what: string,
    document: string[],
    place: RegExp,
    written: string,
    corrections?: Corrections,
  ][] = [
    [
      'whether marks stand one under the other, as in lists',
      ['An interview with Ines Okafor', '', ...item, ...item, ...item, 'That was all.'],
      /(?<=go\?\n)\n/,
      '',
    ],
    [
      'whether a label begins each of its subtitles, which then may be short',
      [
        'WEBVTT',
        '',
        ...Array.from({ length: 3 }, () => [
          ...cue('MOOR: Why did the river fall?', 1),
          ...cue('OKAFOR: I think', 2),
        ]).flat(),
      ],
      /(?=OKAFOR)/,
      '\n',
    ],
    [
      'which words in capitals have an answer with a label behind them',
      [
        'An interview with Ines Okafor',
        '',
        ...Array.from({ length: 3 }, () => [
          'WHAT THE RIVER TOLD US ALL THEN',
          ...blanks,
          'Okafor: I had to.',
          '',
          'Berg: I had to, too.',
          '',
        ]).flat(),
      ],
      /(?=Okafor: I had to)/,
      'Nobody knew.\n\n',
    ],
    [
      'what stands behind the last question for its answer',
      [
        ...asked,
        ...asked.map((line) => line.replace('We', 'I')),
        '**Who paid for it?**',
        '',
        'The county did.',
        ...blanks,
        'I think that it was ours, too.',
      ],
      /(?<=county did\.\n)/,
      '\n\n\n\n',
    ],
    [
      'how many lines are those of a machine',
      ['An interview with Ines Okafor', '', ...talk, ...talk, ...talk, ...machine],
      /(?<=You know it\.)/,
      '\n\nAnd that was all.',
    ],
    [
      'which cues of one who speaks on ask',
      ['WEBVTT', '']
        .concat(cue('Moor: You went up to the river.', 1), cue('Moor: Why did you go?', 2))
        .concat(cue('Moor: It fell by half.', 3), cue('Okafor: I had to go up there.', 4))
        .concat(cue('Moor: It was so.', 5), cue('Okafor: It was, and I know it.', 6)),
      /(?<=did you go)\?/,
      '.',
      { interviewers: ['Moor'] },
    ],
    [
      'whether a label always begins a cue',
      ['WEBVTT', '', ...Array.from({ length: 4 }, () => cue('MOOR: Who paid?', 1)).flat()].concat(
        ...Array.from({ length: 4 }, () => cue('OKAFOR: I', 2)),
      ),
      /(?=OKAFOR)/,
      '\n',
    ],
    [
      'whether plain questions explain it better',
      ['Two people at the river', '', 'Moor: It fell.', '', 'Berg: It did.', '']
        .concat('Why did you go up there?', '', 'I had to, and I saw it fall in May.', '')
        .concat('That is all that I know.'),
      /(?<=in May\.)/,
      '\n\nWhat did you find?\n\nI found salt, and told them.\n\nWho paid?\n\nI paid for it.',
      { interview: true },
    ],
    [
      'whether plain questions stand above answers with a label',
      ['An interview with Ines Okafor', '', 'Okafor: I saw it fall.', '', 'Why did you go up?', '']
        .concat('Berg: I had to go.', '', 'Tell us about the river, please.', '')
        .concat('Okafor: I saw it again.', '', 'We heard of it.', '', 'Berg: I told you so.', '')
        .concat(questions, 'It was so.'),
      /Tell us about the river, please\./,
      'Who told you about it?',
    ],
    [
      'whether numbers set questions above answers off',
      ['An interview with Ines Okafor', '', '1. Why did you go?', '', 'Okafor: I had to go.', '']
        .concat('2. Who paid you?', '', 'Berg: I paid for it.', '', '3. What did you find?', '')
        .concat('Okafor: I found salt.', '', 'Berg: I did, too.', '')
        .concat(questions.map((question) => question.replace('Why', '4. Why')))
        .concat('It was so.'),
      /(?<=2)\. Who/,
      ' Who',
    ],
    [
      'whether somebody who speaks once asks',
      ['An interview with Ines Okafor', '', ...talk, ...talk]
        .concat('Moor: You saw it. Did you?', '', 'Berg: Why so?', '', 'And who paid for it?', '')
        .concat(talk.slice(2), talk),
      /(?<=Why so)\?/,
      '!',
    ],
    [
      'whether the first line with a label is one of a list',
      ['An interview with Ines Okafor', '', ...entries]
        .concat('Okafor: I did, too.', '')
        .concat(talk, talk),
      /(?<=there in May)\./,
      '',
    ],
    [
      'whether it is, behind a label of somebody with a role',
      ['An interview with Ines Okafor', '', 'Berg: salt', '', '', '', ...entries]
        .concat('Okafor: I did, too.', '')
        .concat(talk, talk),
      /(?<=there in May)\./,
      '',
      { roles: { Berg: 'interviewer' } },
    ],
    [
      'whether items of a list bid and answer by turns',
      ['Two people at the river', '', 'Moor: It fell.', '', 'Berg: It did.', '']
        .concat('- Tell us about it, will you.', '', '- I had to go up.', '')
        .concat('- He would tell you of it.', '', '- I saw it fall, as you know.', '')
        .concat('- Tell us about the salt.', '', '- I saw salt, too.', '', 'It was so.'),
      /He would tell you/,
      'Tell us about him',
      { interview: true },
    ],
    [
      'whether a name before few words begins a subtitle',
      [
        'An interview with Ines Okafor',
        '',
        ...[1, 3, 5].flatMap((at) => [...cue('MOOR: Who paid?', at), ...cue('OKAFOR: I', at + 1)]),
      ],
      /(?=OKAFOR)/,
      '\n',
    ],
    [
      'whether labels that are set off well are an exchange, as one asks',
      [...head, ...setOffByLittle]
        .concat('Ann: Why did the river fall by half in May, as they say.', '')
        .concat('And who paid?', '', 'Bob: It fell since nobody asked us what it would cost.', '')
        .concat(setOffByLittle),
      /(?<=they say)\./,
      '?',
    ],
    [
      'whether they are, as both say something',
      [...head, ...setOffByLittle]
        .concat('Ann: Why did the river fall by half in May, as they say?', '')
        .concat('And who paid for it?', '', 'Bob: It fell since nobody asked us', '')
        .concat(setOffByLittle),
      /(?<=asked us)(?=\n)/,
      '.',
    ],
  ];
  for (const [what, document, place, written, corrections] of cases) {
    it(what, () => {
      const { first, again, fresh } = readAgain(document, place, written, corrections);
      assert.notDeepEqual(first.recognition, fresh.recognition);
      assert.deepEqual(told(again), told(fresh));
    });
  }

  it('whether one who is named before few words asks, where others speak once', () => {
    const document = [...head, 'Moor: It fell by half in May and so did all the others there.', '']
      .concat(`${longName}: it fell by so`, '', 'Berg: We saw it too, whatever they say of it.', '')
      .concat(`${longName}: why did it fall by half there?`, '', 'And who paid for it?', '')
      .concat(`${longName}: it fell by so`);
    const { again, fresh } = readAgain(document, /(?<=half there)\?/, '.');
    assert.deepEqual(told(again), told(fresh));
  });
});

it('What was front matter is read as a part of the text once a fence stands above it', () => {
  const talk = ['Moor: Why did you go?', '', 'Okafor: I had to. You know it.', ''];
  const document = [
    '---',
    'Moor: Why not?',
    'Okafor: I did.',
    '---',
    '',
    ...talk,
    ...talk,
    ...talk,
  ];
  const { first, again, fresh } = readAgain(document, /(?=Moor: Why not)/, 'a: b\nc: d\n---\n');
  assert.notEqual(first.turns.length, fresh.turns.length);
  assert.deepEqual(told(again), told(fresh));
});

describe('Words typed into a question', () => {
  const cases: [what: string, question: string, answer: string][] = [
    ['behind a label', 'Moor: Why did you go up there?', 'Okafor: I had to. You know it.'],
    ['behind a label in bold type', '**Moor:** Why did you go up there?', '**Okafor:** I had to.'],
  ];
  for (const [what, question, answer] of cases) {
    it(`${what} are followed`, () => {
      const talk = [question, '', answer, ''];
      const document = ['An interview with Ines Okafor', '', ...talk, ...talk, ...talk, ...talk];
      const { first, again, fresh } = readAgain(document, /(?<=\?.*you go )/s, 'right ');
      assert.deepEqual(told(again), told(fresh));
      // Who reads afresh makes other objects.
      assert.equal(again.speakers[0], first.speakers[0]);
    });
  }
});

describe('A question behind a label', () => {
  const talk = [
    'Moor: Why did you go up to the river in May, and what did you find there?',
    '',
    'Okafor: I had to. You know it.',
    '',
  ];
  const talks = (more: readonly string[] = []) => [
    'An interview with Ines Okafor',
    '',
    ...[talk, talk, more, talk, talk].flat(),
  ];
  const second = (words: string) => new RegExp(`(?<=${words}.*${words}[^]*)${words}`, 's');
  const parted = [
    'Moor: Why did you go up to the river',
    '',
    'in May, as they say?',
    '',
    ...talk.slice(2),
  ];

  const cases: [what: string, document: string[], place: RegExp, written: string][] = [
    ['is parted', talks(), second(' in May'), '\nin May'],
    ['is parted by a blank line', talks(), second(' in May'), '\n\nin May'],
    ['is parted in two', talks(), second(', and what'), '?\n\nAnd what'],
    ['is joined', talks(parted), /\n\n(?=in May, as)/, ' '],
    ['gets a blank line', talks(), second('(?<=there\\?)'), '\n\n'],
    ['gets another', talks(), second('(?<=there\\?)'), '\n\nWho paid for it all?'],
    [
      'loses it',
      talks([...talk.slice(0, 2), 'Who paid?', '', ...talk.slice(2)]),
      /Who paid\?\n\n/,
      '',
    ],
    ['gets a word, parted', talks(parted), /(?<=in May, )/, 'so '],
    ['bids to tell besides', talks(), second(', and what'), '?\n\nTell us about it. What'],
  ];
  for (const [what, document, place, written] of cases) {
    it(`is followed where it ${what}`, () => {
      const { first, again, fresh } = readAgain(document, place, written);
      assert.deepEqual(told(again), told(fresh));
      assert.equal(again.speakers[0], first.speakers[0]);
    });
  }

  const others: [what: string, document: string[], place: RegExp, written: string][] = [
    ['it is asked no more', talks(), second('\\?'), '.'],
    ['what stands behind it isn’t asked', talks(), second('(?<=there\\?)'), ' So.\n\nIt fell.'],
    ['plain lines ask often', talks([...parted, ...parted]), second(' in May, and'), '\n\nAnd'],
    ['its first words are few', talks(), second(' did you go'), '\n\ndid you go'],
    ['nobody asked before', talks(), /(?<= river) in/, '\n\nin'],
    ['it is set off', talks([`**${talk[0]}**`, ...talk.slice(1)]), /(?<=\*\*M.*) in May/, '\n\nin'],
    ['it is a heading', talks([`## ${talk[0]}`, ...talk.slice(1)]), /(?<=## M.*) in May/, '\n\nin'],
    ['it has a mark', talks([`— ${talk[0]}`, ...talk.slice(1)]), /(?<=— M.*) in May/, '\n\nin'],
  ];
  for (const [what, document, place, written] of others) {
    it(`is told as by a fresh reader where ${what}`, () => {
      const { again, fresh } = readAgain(document, place, written);
      assert.deepEqual(told(again), told(fresh));
    });
  }

  it('is told as by a fresh reader after any edits', () => {
    const asked = fc.constantFrom(
      'Why did you go up to the river in May, and what did you find there?',
      'You went there. Why?',
      'Tell us about the river, please, and about those who live there.',
      'And then?\n\nWhat did you find?',
      'It fell by half, whatever they say.\n\nDid you see it?',
      'I saw it.\nDid you?',
      '',
    );
    const answer = fc.constantFrom(
      'I had to. You know it.',
      'Nobody asked us, and we paid for it.\n\nI saw it in the end.',
      'Why not?',
      'We saw how the river fell.\n\nWho knows?',
    );
    const label = fc.constantFrom('Moor: ', '**Moor:** ', 'MOOR\n', 'Q: ', '- Moor: ', 'Moor - ');
    const document = fc
      .tuple(label, fc.array(fc.tuple(asked, answer), { minLength: 3, maxLength: 8 }), fc.nat(3))
      .map(([label, turns, plain]) => {
        const other = label.replace('Moor', 'Okafor').replace('MOOR', 'OKAFOR').replace('Q', 'A');
        const said = turns.map(([ask, tell]) => `${label}${ask}\n\n${other}${tell}`);
        const story = Array<string>(plain).fill('Who paid?\n\nIt was ours, and that was all.');
        return ['A conversation at the river', ...story, ...said, ''].join('\n\n');
      });
    const change = fc.constantFrom<Change>(
      [/(?<=\p{Ll}) /gu, '\n'],
      [/(?<=\p{L}[.,?]?) /gu, '\n\n'],
      [/\n+(?=\p{Ll})/gu, ' '],
      [/\n+(?!Moor|Okafor|\*)/gu, ' '],
      [/\?/g, ''],
      [/\?/g, '.'],
      [/\./g, '?'],
      [/(?<=[.?])$/gm, '\n\nWhy was it so?'],
      [/(?<=[.?])$/gm, '\nTell us about it.'],
      [/^(?=\p{L})/gmu, '\n'],
      [/ I /g, ' you '],
      [/(?<=\p{L})(?= )/gu, ' I'],
    );
    fc.assert(
      fc.property(
        document,
        fc.array(fc.tuple(fc.nat(1000), change), { maxLength: 8 }),
        assertFollowed,
      ),
      runs(500),
    );
  });
});

describe('The pieces of an interview', () => {
  const document = Array.from({ length: 9 }, () => TALKS[0] ?? [])
    .flat()
    .join('\n');
  const at = document.indexOf('that nobody', document.length / 2);

  for (const [what, text] of [
    ['a letter is typed', 'a'],
    ['a paragraph is parted', '\n\n'],
    ['a turn comes between', '\n\nMoor: Who paid?\n\nOkafor: '],
    ['a name is new', '\n\nBerg: I did.\n\nOkafor: '],
  ] as const) {
    it(`stay the same objects elsewhere when ${what}`, () => {
      const reader = new InterviewReader();
      const lines = TextLines.of(document);
      const before = reader.read(lines, {}).pieces;
      const after = reader.read(lines.edited({ start: at, end: at, text }), {}).pieces;
      const changed = before.changedTo(after);
      assert(changed.endBefore - changed.first === 1, JSON.stringify(changed));
    });
  }
});
