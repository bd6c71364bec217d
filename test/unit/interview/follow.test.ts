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
  /** What is looked for, and what is written in its place. */
  const changes: readonly [place: RegExp, written: string][] = [
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
      fc.property(story, fc.array(edit, { minLength: 1, maxLength: 8 }), (document, all) => {
        let lines = TextLines.of(document);
        const reader = new InterviewReader();
        reader.read(lines, {});
        for (const [number, [place, written]] of all) {
          const places = [...lines.toString().matchAll(place)];
          const found = places[number % places.length];
          if (!found) continue;
          const { index: start } = found;
          lines = lines.edited({ start, end: start + found[0].length, text: written });
          const fresh = new InterviewReader().read(TextLines.of(lines.toString()), {});
          assert.deepEqual(told(reader.read(lines, {})), told(fresh));
        }
      }),
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
  const cases: [what: string, document: string[], place: RegExp, written: string][] = [
    [
      'whether marks stand one under the other, as in lists',
      ['An interview with Ines Okafor', '', ...item, ...item, ...item, 'That was all.'],
      /(?<=go\?\n)\n/,
      '',
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
  ];
  for (const [what, document, place, written] of cases) {
    it(what, () => {
      const { first, again, fresh } = readAgain(document, place, written);
      assert.notDeepEqual(first.recognition, fresh.recognition);
      assert.deepEqual(told(again), told(fresh));
    });
  }
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
