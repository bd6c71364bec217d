import assert from 'node:assert/strict';
import {
  behindComment,
  commentPart,
  commentsIn,
  withoutComments,
} from '../../../src/core/interview/line/comments';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { pullQuotesIn } from '../../../src/core/interview/pullQuotes';
import { finished } from '../../../src/core/steps';
import { TextLines } from '../../../src/core/text/lines';

const SAID = [
  'ANN: How was the river?',
  '',
  'BO: The river was high all of that',
  'year, and the old ferry stood still.',
  '',
];

describe('What only repeats words from elsewhere', () => {
  // `"` stands before the first line of what does, `>` where a turn begins.
  const cases: [what: string, signed: string[]][] = [
    ['is a quotation', ['" > The river was high all of that year.']],
    ['is bold', ['" **The river was high all of that year.**']],
    ['is in italics', ['" *The river was high all of that year.*']],
    ['is emphasised in HTML', ['" <em>The river was high all of that year.</em>']],
    ['is a line in quotation marks', ['" “The river was high all of that year.”']],
    ['is a heading in quotation marks', ['" ## “The river was high all of that year”']],
    ['is written otherwise', ['" > THE RIVER was high – all of that year!']],
    ['is of several lines', ['" > The river was high', '  > all of that year.']],
    [
      'has the name of who said it',
      ['" > The river was high all of that year, and the old ferry stood still.', '  > Bo'],
    ],
    ['is no heading', ['  ## The river was high all of that year']],
    ['is no paragraph', ['  The river was high all of that year.']],
    ['is no question', ['  The river was high all of that year?']],
    ['is no speech', ['> **BO:** The river was high all of that year.']],
    ['is no other speech', ['> > The river was high all of that year.']],
    ['is not of few words', ['  > The river was high all.']],
    ['is of six words', ['" > The river was high all of']],
    ['is not of many', [`  > ${'The river was high all of that year. '.repeat(9)}`]],
    ['is not what says more', ['  > The river was high in May and all of us went to sea by boat.']],
    ['is not what says something else', ['  > The sea was calm for all of us then.']],
    [
      'is not what only another such repeats',
      [
        '  > The sea was calm for all of us then.',
        '',
        '  **The sea was calm for all of us then.**',
      ],
    ],
    [
      'is not in the midst of a paragraph',
      ['  And so:', '  > The river was high all of that year.'],
    ],
    ['is written without spaces', ['  BO: 那一年河水一直很高。', '', '" > 那一年河水一直很高']],
  ];
  for (const [what, signed] of cases) {
    it(what, () => {
      const lines = [...SAID, ...signed.map((line) => line.slice(2))];
      const turns = signed.flatMap((line, at) => (line.startsWith('>') ? [SAID.length + at] : []));
      const facts = lines.map((line) => factsOf(line));
      const text = TextLines.of(lines.join('\n'));
      const { first } = finished(pullQuotesIn(text, facts, [0, 2, ...turns]));
      const expected = signed.flatMap((line, at) =>
        line.startsWith('"') ? [SAID.length + at] : [],
      );
      assert.deepEqual([...first], expected);
    });
  }
});

describe('What stands in comments', () => {
  const parts: [line: string, part: string | undefined][] = [
    ['<!-- so -->', 'whole'],
    ['  <!-- so -->  ', 'whole'],
    ['<!-- so', 'begins'],
    ['so -->', 'ends'],
    ['-->', 'ends'],
    ['<!-- so --> and so', undefined],
    ['and <!-- so -->', undefined],
    ['so', undefined],
  ];
  for (const [line, part] of parts) {
    it(`is ${part ?? 'nothing'} of “${line}”`, () => {
      assert.equal(commentPart(line), part);
    });
  }

  // What is read stays; of what nobody reads a dot is left.
  const cases: [what: string, lines: string[], read: string[]][] = [
    ['is not read', ['A', '<!--', 'B', '-->', 'C'], ['A', '.', '.', '.', 'C']],
    ['is read where it never ends', ['A', '<!--', 'B', 'C'], ['A', '<!--', 'B', 'C']],
    ['is read where it never began', ['A', 'B', '-->', 'C'], ['A', 'B', '-->', 'C']],
    [
      'is not read in several, up to the nearest end',
      ['<!-- A', 'B -->', 'C', '<!-- D', 'E -->', 'F -->'],
      ['.', '.', 'C', '.', '.', 'F -->'],
    ],
    [
      'is read where it began before another',
      ['<!-- A', 'B', '<!-- C', 'D -->'],
      ['<!-- A', 'B', '.', '.'],
    ],
  ];
  for (const [what, lines, read] of cases) {
    it(what, () => {
      const facts = lines.map((line) => factsOf(line));
      const shown = withoutComments(facts, () => factsOf(''));
      assert.deepEqual(
        shown.map((one, at) => (one === facts[at] ? lines[at] : one.isBlank ? '.' : '?')),
        read,
      );
    });
  }

  it('is passed over on the way to an answer', () => {
    const lines = [
      'Why?',
      '',
      '<!-- so -->',
      '',
      '<!-- or so -->',
      'So.',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      '<!-- far -->',
      'So.',
    ];
    const facts = lines.map((line) => factsOf(line));
    assert.equal(behindComment(facts, 1), 5);
    assert.equal(behindComment(facts, 5), 5);
    assert.equal(behindComment(facts, 6), 6);
    assert.equal(behindComment(facts, 8), 14);
  });

  it('are blocks, which lines between them part', () => {
    const lines = ['<!-- A -->', '<!-- B -->', '', '<!-- C -->', 'D', '<!-- E -->'];
    const facts = lines.map((line) => factsOf(line));
    assert.deepEqual(commentsIn(facts, 0, 5), [
      { first: 0, end: 2 },
      { first: 3, end: 4 },
    ]);
  });
});
