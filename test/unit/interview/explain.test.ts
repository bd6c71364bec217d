import assert from 'node:assert/strict';
import type { Evidence } from '../../../src/core/interview/evidence';
import { bestOf, explaining } from '../../../src/core/interview/explain';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { finished } from '../../../src/core/steps';
import { TextLines } from '../../../src/core/text/lines';

/** What speaks for the best explanation of a text. */
function shown(lines: readonly string[]): Evidence {
  const text = TextLines.of(lines.join('\n'));
  const facts = lines.map((line) => factsOf(line));
  const best = bestOf(finished(explaining(text, facts, {})));
  return best?.evidence ?? assert.fail('Nothing explains it.');
}

/** A conversation of two. */
const talk = (one: string, other: string) => [
  `${one}: Where were you all of that day?`,
  `${other}: It was a long way to Lund for us.`,
  `${one}: And why did you go there?`,
  `${other}: The gate was shut by the keeper.`,
];

describe('Who speaks shows', () => {
  const flags = ['isAssistant', 'isService', 'isCast', 'isExercise', 'introduced'] as const;
  const cases: [one: string, other: string, flags: (typeof flags)[number][], above?: string][] = [
    ['Ann', 'Bo', []],
    ['User', 'Assistant', ['isAssistant']],
    ['Human', 'Claude', ['isAssistant']],
    ['User', 'Ann', []],
    ['Customer', 'Support Agent', ['isService']],
    ['Customer', 'Ann', []],
    ['Ann', 'Support Agent', []],
    ['GM', 'Player 1', ['isService']],
    ['GM', 'Ann', []],
    ['The Priest', 'The People', ['isService']],
    ['Doctor', 'Patient', ['isCast']],
    ['Doctor', 'Ann', []],
    ['Waiter', 'Tourist', ['isCast']],
    ['A', 'B', ['isExercise'], 'A short role play'],
    ['Ann', 'Bo', [], 'A short role play'],
    ['Ann', 'Bo', ['isExercise'], 'Dialogue 1'],
    ['A', 'B', []],
    ['Ann', 'Dahl', ['introduced'], 'We met Bo Dahl, a pilot from Lund.'],
  ];
  for (const [one, other, expected, above] of cases) {
    it(`${expected.join(', ') || 'nothing'}: ${one} and ${other}${above === undefined ? '' : `, “${above}”`}`, () => {
      const found = shown([...(above === undefined ? [] : [above, '']), ...talk(one, other)]);
      assert.deepEqual(
        flags.filter((flag) => found[flag]),
        expected,
      );
    });
  }
});

describe('What stands around the talk shows', () => {
  const lines = talk('Ann', 'Bo');
  const cases: [what: string, lines: string[], expected: Partial<Evidence>][] = [
    [
      'nothing',
      lines,
      { machine: 0, staged: false, fenced: 0, subtitled: false, announced: false, edited: false },
    ],
    ['that it is an interview', ['An interview with Bo', '', ...lines], { announced: true }],
    [
      'that it was edited',
      ['This interview has been edited for clarity.', '', ...lines],
      { edited: true },
    ],
    [
      'that a machine wrote a part of it',
      ['2024-05-03 10:00:01 started', '2024-05-03 10:00:02 ready', '', ...lines, '', 'So.', 'So.'],
      { machine: 2 / 8 },
    ],
    ['that it is a play', ['ACT I', '', ...lines, '', 'Scene 2', '', ...lines], { staged: true }],
    ['nothing by one act', ['ACT I', '', ...lines], { staged: false }],
    ['that it stands in code', ['```', ...lines, '```'], { fenced: 1 }],
    ['that some of it stands in code', [...lines, '```', ...lines, '```', ''], { fenced: 0.5 }],
    ['that it is no code under a title', ['A talk', '~~~~~~', '', ...lines], { fenced: 0 }],
  ];
  for (const [what, text, expected] of cases) {
    it(what, () => {
      const found = shown(text);
      const keys = Object.keys(expected) as (keyof Evidence)[];
      assert.deepEqual(Object.fromEntries(keys.map((key) => [key, found[key]])), expected);
    });
  }

  it('that it is subtitles, whose times were heard', () => {
    const cues = lines.map((line, at) => `00:0${at}:01.000 --> 00:0${at}:03.000\n${line}\n`);
    const { subtitled, machine } = shown(['WEBVTT', '', ...cues.join('\n').split('\n')]);
    assert.deepEqual([subtitled, machine], [true, 0]);
  });
});

describe('The best explanation of a text is', () => {
  const kinds: [what: string, lines: string[], kind: Evidence['kind'], isWeak?: boolean][] = [
    ['that people have labels', talk('Ann', 'Bo'), 'labels', false],
    [
      'that they have labels which hardly show',
      talk('ANN', 'BO').map((line) => line.replace(':', '  ')),
      'labels',
      true,
    ],
    [
      'that questions are bold',
      ['**Where were you?**', 'I was in Lund.', '', '**And why?**', 'The gate was shut.'],
      'questions',
    ],
    ['that marks tell', ['— Where were you?', '— I was in Lund.', '— Why?', '— So.'], 'marks'],
    [
      'that they have labels, though their questions are headings, too',
      talk('Ann', 'Bo').map((line) => (line.startsWith('Ann') ? `### ${line}` : line)),
      'labels',
      false,
    ],
  ];
  for (const [what, lines, kind, isWeak] of kinds) {
    it(what, () => {
      const found = shown(lines);
      assert.equal(found.kind, kind);
      if (isWeak !== undefined) assert.equal(found.weak > 0, isWeak);
    });
  }

  it('none where nothing tells who speaks', () => {
    const text = TextLines.of('It rained.\n\nWe went home.');
    const facts = ['It rained.', '', 'We went home.'].map((line) => factsOf(line));
    assert.equal(bestOf(finished(explaining(text, facts, {}))), undefined);
  });
});
