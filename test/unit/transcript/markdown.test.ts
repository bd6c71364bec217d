import assert from 'node:assert/strict';
import { InterviewReader } from '../../../src/core/interview/reader';
import { TextLines } from '../../../src/core/text/lines';
import { escaped } from '../../../src/core/transcript/escape';
import { markdownTranscript } from '../../../src/core/transcript/markdown';

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

  it('of a selection names who speaks there', () => {
    assert.deepEqual(transcript(TALK, 'does. She'), ['**Bo Reed:** does. She\n']);
    assert.deepEqual(transcript(TALK, 'light?\n\nBo Reed: My'), [
      '**Ann Moor:** light?',
      '**Bo Reed:** My\n',
    ]);
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
  ];
  for (const [words, markdown] of cases) {
    it(words, () => {
      assert.equal(escaped(words), markdown);
    });
  }
});
