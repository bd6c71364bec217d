import assert from 'node:assert/strict';
import { ByLine, linesMoved } from '../../../src/core/interview/byLine';
import { factsOf } from '../../../src/core/interview/line/lineFacts';
import { markedTurns } from '../../../src/core/interview/scripts/marks';
import { emptyTally, retallied, saidIn, tally } from '../../../src/core/interview/scripts/said';

const factsIn = (lines: readonly string[]) => lines.map((line) => factsOf(line));

describe('Turns that begin with a mark only', () => {
  /** The lines at which turns begin, and whether they ask and answer. */
  function turns(lines: readonly string[], hasCues = false): string | undefined {
    const marked = markedTurns(factsIn(lines), hasCues);
    return marked && `${marked.starts.join(' ')}${marked.isDialogue ? ' dialogue' : ''}`;
  }

  const cases: [what: string, lines: string[], turns: string | undefined][] = [
    [
      'ask and answer behind dashes',
      ['— Why?', '— So.', '— Where?', '— There.'],
      '0 1 2 3 dialogue',
    ],
    ['are four at least', ['— Why?', '— So.', '— Where?'], undefined],
    ['may go on', ['— Why?', '— So.', 'And so.', '— Where?', '— There.'], '0 1 3 4 dialogue'],
    [
      'don’t only tell behind dashes',
      ['— So.', '', '— So.', '', '— So.', '', '— There.'],
      undefined,
    ],
    [
      'may only tell behind the marks of subtitles',
      ['>> So.', 'No.', '>> So.', 'No.', '>> So.', 'No.', '>> No.'],
      '0 2 4 6',
    ],
    ['are no mail that is quoted', ['>> So.', '>> So.', '>> So.', '>> No.'], undefined],
    [
      'may be close where they ask and answer',
      ['>> Why?', '>> So.', '>> Where?', '>> No.'],
      '0 1 2 3 dialogue',
    ],
    [
      'may be asked to tell',
      ['— Tell us about it.', '— So.', '— Tell us more.', '— There.'],
      '0 1 2 3 dialogue',
    ],
    [
      'are those of the mark that there is most of',
      ['>> Why?', '— Why?', '— So.', '— Where?', '— There.'],
      '1 2 3 4 dialogue',
    ],
    // Hyphens, which lists have, too.
    ['are no list of four', ['- Why?', '- So.', '- Where?', '- There.'], undefined],
    [
      'are no list of six',
      ['- Why?', '- So.', '- Where?', '- There.', '- Why?', '- So.'],
      undefined,
    ],
    [
      'ask and answer six times, apart',
      ['- Why?', '', '- So.', '', '- Where?', '', '- There.', '', '- Why?', '', '- So.'],
      '0 2 4 6 8 10 dialogue',
    ],
    [
      'ask and answer eight times',
      ['- Why?', '- So.', '- Where?', '- There.', '- Why?', '- So.', '- Why?', '- So.'],
      '0 1 2 3 4 5 6 7 dialogue',
    ],
    [
      'are no list of questions',
      ['- Why?', '', '- Why?', '', '- Where?', '', '- There.', '', '- Why?', '', '- Why?'],
      undefined,
    ],
    [
      'ask and answer half of the time at least',
      ['— Why?', '— So.', '— So.', '— So.', '— Where?'],
      '0 1 2 3 4 dialogue',
    ],
    ['may be close half of the time', ['>> So.', '>> So.', 'No.', '>> So.', '>> So.'], '0 1 3 4'],
    [
      'are mail if they are close more often',
      ['>> So.', '>> So.', '>> So.', 'No.', '>> So.', '>> So.'],
      undefined,
    ],
    [
      'are those of the first mark, if there are as many of another',
      ['>> Why?', '>> So.', '>> Where?', '>> No.', '— Why?', '— So.', '— Where?', '— There.'],
      '0 1 2 3 dialogue',
    ],
    [
      'are a talk in hyphens where one of six remarks',
      ['- Why?', '', '- So.', '', '- Where?', '', '- There.', '', '- Why?', '', '- When?'],
      '0 2 4 6 8 10 dialogue',
    ],
    [
      'are a list where two of six do',
      ['- Why?', '', '- So.', '', '- Where?', '', '- There.', '', '- So.', '', '- So.'],
      undefined,
    ],
    [
      'are those of hyphens or of low lines, whichever there are more of',
      [
        '- So.',
        '',
        '_ Why?',
        '',
        '_ So.',
        '',
        '_ Where?',
        '',
        '_ There.',
        '',
        '_ Why?',
        '',
        '_ So.',
      ],
      '2 4 6 8 10 12 dialogue',
    ],
    ['are not found in no marks', ['Why?', 'So.'], undefined],
  ];
  for (const [what, lines, expected] of cases) {
    it(what, () => {
      assert.equal(turns(lines), expected);
    });
  }

  it('may be few, close, and behind hyphens in subtitles', () => {
    assert.equal(turns(['- So.', '- So.', '- So.', '- No.'], true), '0 1 2 3');
    assert.equal(turns(['- So.', '- So.', '- So.'], true), undefined);
  });
});

describe('How a turn is spoken', () => {
  const cases: [what: string, lines: string[], said: string][] = [
    ['it asks by its last line', ['Ann: It rained.', 'Did you row?'], 'asks hasQuestion saysYou'],
    [
      'it asks before what nobody says',
      ['Ann: Oh?', '', '[Laughter]', '12', '## Later'],
      'asks hasQuestion',
    ],
    [
      'it doesn’t ask by a question before more',
      ['Ann: Oh? It rained.', 'All wet.'],
      'hasQuestion',
    ],
    ['it asks by bidding to tell', ['Ann: Tell us about it.'], 'asks hasQuestion saysWe'],
    [
      'it says who speaks in any of its lines',
      ['Ann: I rowed.', 'We all did.', 'It rained.'],
      'saysI saysWe',
    ],
    ['it tells', ['Ann: It rained.'], ''],
    [
      'it tells in a language that names who does it',
      ['Ann: It rained.', 'The boat was wet.'],
      'namesSubjects',
    ],
  ];
  for (const [what, lines, expected] of cases) {
    it(what, () => {
      const { words, hosting, ...said } = saidIn(factsIn(lines), 0, lines.length);
      const told = Object.entries(said).flatMap(([key, is]) => (is ? [key] : []));
      assert.equal(told.join(' '), expected);
      assert.ok(words > 0);
      assert.equal(hosting, 0);
    });
  }

  it('is only what stands in it, and counts its words', () => {
    const facts = factsIn(['Bo: Why?', 'Ann: It rained', 'and rained.', 'Bo: Where?']);
    const { words, hasQuestion } = saidIn(facts, 1, 3);
    assert.equal(hasQuestion, false);
    assert.equal(words, (facts[1]?.words ?? 0) + (facts[2]?.words ?? 0));
  });

  it('counts who welcomes and who thanks for it', () => {
    const lines = ['Ann: Welcome to the show.', 'Thank you for coming.', 'Thanks for having me.'];
    assert.equal(saidIn(factsIn(lines), 0, 2).hosting, 2);
    assert.equal(saidIn(factsIn(lines), 0, 3).hosting, 1);
  });

  it('is counted, and taken out again', () => {
    const said = (line: string) => saidIn(factsIn([line]), 0, 1);
    const asks = said('Ann: May I ask why?');
    const asksYou = said('Ann: May I ask you why?');
    const tells = said('Ann: I rowed.');
    const counts = emptyTally();
    for (const one of [asks, asksYou, tells]) tally(counts, one);
    const { turns, asking, questions, sayI, sayWe, sayYou, personal, ofTheirOwn } = counts;
    assert.deepEqual(
      { turns, asking, questions, sayI, sayWe, sayYou, personal, ofTheirOwn },
      {
        turns: 3,
        asking: 2,
        questions: 2,
        sayI: 3,
        sayWe: 0,
        sayYou: 1,
        personal: 1,
        ofTheirOwn: 1,
      },
    );
    const again = emptyTally();
    for (const one of [asks, asksYou, asks]) tally(again, one);
    assert.deepEqual(retallied(counts, tells, asks), again);
    assert.equal(counts.personal, 1);
    for (const one of [asks, asksYou, tells]) tally(counts, one, -1);
    assert.deepEqual(counts, emptyTally());
  });
});

describe('What stands at lines', () => {
  const at = ByLine.of([
    [7, 'c'],
    [2, 'a'],
    [4, 'b'],
  ]);
  const all = (by: ByLine<string>) =>
    Array.from({ length: 10 }, (_, line) => {
      assert.equal(by.has(line), by.get(line) !== undefined);
      return by.get(line) ?? '.';
    }).join('');

  it('is told of each, in whatever order it was given', () => {
    assert.equal(all(at), '..a.b..c..');
  });

  it('is told of lists of lines in any order', () => {
    const lists = [[7, 1], [], [4]];
    assert.equal(all(ByLine.ofLists(['a', 'b', 'c'], lists, 10)), '.a..c..a..');
    assert.deepEqual(ByLine.ofLists(['a', 'b', 'c'], lists, 10).lines, [1, 4, 7]);
  });

  it('moves with the lines from one on', () => {
    assert.equal(all(at.at(linesMoved(at.lines, 4, 2))), '..a...b..c');
    assert.equal(all(at.at(linesMoved(at.lines, 5, -1))), '..a.b.c...');
    assert.equal(all(at.at(linesMoved(at.lines, 0, 0))), '..a.b..c..');
  });

  it('keeps its lines where none move', () => {
    assert.equal(linesMoved(at.lines, 0, 0), at.lines);
  });
});
