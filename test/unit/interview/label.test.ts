import assert from 'node:assert/strict';
import { labelOf } from '../../../src/core/interview/label';

describe('The label with which a line may begin a turn', () => {
  /** How it is written, by which speakers of a document are told from other labels, and what else shows. */
  const cases: [line: string, name: string, words: string, style: string, also: string][] = [
    ['Ann: Yes.', 'Ann', 'Yes.', 'colon', ''],
    ['ANN: Yes.', 'ANN', 'Yes.', 'colon', ''],
    ['**Ann:** Yes.', 'Ann', 'Yes.', '** colon', ''],
    ['**Ann**: Yes.', 'Ann', 'Yes.', '** colon', ''],
    ['**Ann** Yes.', 'Ann', 'Yes.', '** emphasis', 'weak'],
    ['*Ann:* Yes.', 'Ann', 'Yes.', '* colon', ''],
    ['Ann Lee: Yes', 'Ann Lee', 'Yes', 'colon', ''],
    ['Ann Lee (laughing): Yes', 'Ann Lee (laughing)', 'Yes', 'colon', ''],
    ['Dr. Ann Lee: Yes', 'Dr. Ann Lee', 'Yes', 'colon', ''],
    ['Ann:', 'Ann', '', 'colon', 'alone'],
    ['ANN LEE', 'ANN LEE', '', 'capitals', 'alone'],
    ['## Ann Lee', 'Ann Lee', '', 'heading', 'alone'],
    ['### Ann', 'Ann', '', 'heading', 'alone'],
    ['[Ann] Yes.', 'Ann', 'Yes.', 'bracketed [', ''],
    ['(Ann) Yes.', 'Ann', 'Yes.', 'bracketed (', ''],
    ['（编辑）好', '编辑', '好', 'bracketed （', ''],
    ['<Ann> Yes.', 'Ann', 'Yes.', 'bracketed <', ''],
    ['<b>Ann:</b> Yes', 'Ann', 'Yes', '<> colon', ''],
    ['<v Ann Lee>Yes.', 'Ann Lee', 'Yes.', 'voice', ''],
    ['<interviewer>Yes</interviewer>', 'interviewer', 'Yes</interviewer>', 'tag', ''],
    ['Ann,0:40,Yes', 'Ann', 'Yes', 'cell', ''],
    ['0:40,Ann,Yes', 'Ann', 'Yes', 'cell', ''],
    ['Mr. Koo. Yes.', 'Mr. Koo', 'Yes.', 'sentence', ''],
    ['Q    Yes', 'Q', 'Yes', 'sentence', ''],
    ['Q Yes', 'Q', 'Yes', 'sentence', 'weak'],
    ['Q. Yes', 'Q', 'Yes', 'sentence', ''],
    ['R. Lunt', 'R. Lunt', '', 'alone', 'weak alone'],
    ['A. Correct', 'A', 'Correct', 'sentence', ''],
    ['00:01:02 Ann: Yes', 'Ann', 'Yes', 'colon time', ''],
    ['[00:01:02] Ann: Yes', 'Ann', 'Yes', 'colon time', ''],
    ['Ann [00:01:02]: Yes', 'Ann', 'Yes', 'colon timeAfter', ''],
    ['Ann 0:01', 'Ann', '', 'none timeAfter', 'alone'],
    ['Speaker 1 (0:01)', 'Speaker 1', '', 'none timeAfter', 'alone'],
    ['Ann - Yes', 'Ann', 'Yes', 'dash', 'weak'],
    ['Ann -', 'Ann', '', 'dash', 'alone'],
    ['Ann – Yes', 'Ann', 'Yes', 'dash', 'weak'],
    ['Ann—Yes', 'Ann', 'Yes', 'dash', 'weak'],
    ['Ann | Yes', 'Ann', 'Yes', 'bar', 'weak'],
    ['Ann = Yes', 'Ann', 'Yes', 'equals', 'weak'],
    ['▶ Ann = Yes', 'Ann', 'Yes', 'equals', ''],
    ['Ann\tYes', 'Ann', 'Yes', 'columns', 'weak'],
    ['Ann   Yes', 'Ann', 'Yes', 'columns', 'weak'],
    ['AL-Yes', 'AL', 'Yes', 'dash', 'weak'],
    ['JANE DOW. Yes it is', 'JANE DOW', 'Yes it is', 'stop', 'weak'],
    ['Jane Dow. – Yes', 'Jane Dow', 'Yes', 'stop', 'weak'],
    ['记者：你好', '记者', '你好', 'colon', ''],
    ['田中 はい', '田中', 'はい', 'space', 'weak'],
    ['田中「はい」', '田中', '「はい」', 'quote', 'weak quoting'],
    ['Length: 25 minutes', 'Length', '25 minutes', 'colon', 'number'],
    ['Ann: http://x.y', 'Ann', 'http://x.y', 'colon', 'value'],
    ['Ann: “Yes.”', 'Ann', '“Yes.”', 'colon', 'quoting'],
    ['Interviewer: Ms. Ann Lee, host', 'Interviewer', 'Ms. Ann Lee, host', 'colon', 'named'],
    ['12:30 <ann_l> yes', 'ann_l', 'yes', 'bracketed <', ''],
    ['[12:30] <ann_l> yes', 'ann_l', 'yes', 'bracketed <', ''],
    ['![Ann Lee](a.jpg)', 'Ann Lee', '', 'image', 'weak alone'],
    ['- Ann: Yes', 'Ann', 'Yes', 'colon item', ''],
    ['> Ann: Yes', 'Ann', 'Yes', 'colon quotation', ''],
    ['\\item[Ann] Yes', 'Ann', 'Yes', 'bracketed [', ''],
    ['Ann:: Yes', 'Ann', 'Yes', 'colon', ''],
    ['*Ann* - Yes', 'Ann', 'Yes', '* dash', ''],
    ['The Chairman: Yes', 'The Chairman', 'Yes', 'colon', ''],
    ['The Chairman. Yes', 'The Chairman', 'Yes', 'sentence', ''],
    ['Q1: Yes', 'Q', 'Yes', 'colon', ''],
    ['Q: Yes', 'Q', 'Yes', 'colon', ''],
    ['A: Yes', 'A', 'Yes', 'colon', ''],
    ['P3: Yes', 'P3', 'Yes', 'colon', ''],
    ['ann: yes', 'ann', 'yes', 'colon', ''],
    ['Voice 7 01:47 text', 'Voice 7', 'text', 'time', ''],
    ['0:19 **Ann Lee** text', 'Ann Lee', 'text', '** emphasis time', ''],
    ['**Q** text', 'Q', 'text', '** emphasis', ''],
    ['**Q.** text', 'Q.', 'text', '** emphasis', 'weak'],
    ['Ann：Yes', 'Ann', 'Yes', 'colon', ''],
    ['Ann Lee, host: Yes', 'Ann Lee, host', 'Yes', 'colon', ''],
    ['HARRIS JR.', 'HARRIS JR.', '', 'capitals', 'alone'],
    ['**Ann** - *Skerry Bank - Analyst*', 'Ann', '', '** alone', 'alone'],
    ['**Ann>>** Yes', 'Ann', 'Yes', '** colon', ''],
    ['Ann\\: Yes', 'Ann', 'Yes', 'colon', ''],
    ['**Ann**<br>Yes', 'Ann', 'Yes', '** break', ''],
    ['(0:05) Ann: Yes', 'Ann', 'Yes', 'colon time', ''],
    ['Ann (0:05): Yes', 'Ann', 'Yes', 'colon timeAfter', ''],
    ['[Ann](http://a.b): Yes', 'Ann', 'Yes', 'colon', ''],
    ['@ann: Yes', 'ann', 'Yes', 'colon', ''],
    ['🙂 Ann: Yes', 'Ann', 'Yes', 'colon', ''],
    ['**Q1**: Yes', 'Q', 'Yes', '** colon', ''],
    ['Turn 12 – Ann: Yes', 'Ann', 'Yes', 'colon', ''],
    ['Ann: [0:05] Yes', 'Ann', 'Yes', 'colon', ''],
    ['Ann: 00:05 Yes', 'Ann', 'Yes', 'colon', 'number'],
    ['Ann: (0:05)', 'Ann', '', 'colon timeAfter', 'alone'],
    [
      'One Two Three Four Five Six Seven: Yes',
      'One Two Three Four Five Six Seven',
      'Yes',
      'colon',
      '',
    ],
    ['1. **Ann:** Yes', 'Ann', 'Yes', '** colon item', ''],
    ['Step 1: Yes', 'Step 1', 'Yes', 'colon', ''],
    ['Ann:Yes', 'Ann', 'Yes', 'colon', ''],
    ['\\textbf{Ann:} Yes', 'Ann', 'Yes', '\\textbf{ colon', ''],
    ['{\\bf Ann:} Yes', 'Ann', 'Yes', '{\\bf colon', ''],
    ["'''Ann:''' Yes", 'Ann', 'Yes', "''' colon", ''],
    ['__Ann__: Yes', 'Ann', 'Yes', '__ colon', ''],
    ['`0:05` Ann: Yes', 'Ann', 'Yes', 'colon time', ''],
    ['**0:05** Ann: Yes', 'Ann', 'Yes', 'colon time', ''],
    ['2024-05-03, 10:00 - Ann: Yes', 'Ann', 'Yes', 'colon time', ''],
    [
      'JON EIDE: An Interview Conducted by Ann Lee',
      'JON EIDE',
      'An Interview Conducted by Ann Lee',
      'colon',
      'title',
    ],
    ['Ann: `x`', 'Ann', '`x`', 'colon', 'value'],
    ['**Ann** — Yes', 'Ann', 'Yes', '** dash', ''],
    ['**Ann**', 'Ann', '', '** alone', 'alone'],
    ['**Ann** ', 'Ann', '', '** alone', 'alone'],
    ['**Ann Lee**\\', 'Ann Lee', '', '** alone', 'alone'],
    ['<p><b>Ann</b>: Yes</p>', 'Ann', 'Yes</p>', '<> colon', ''],
    ['<b>Ann</b> Yes', 'Ann', 'Yes', '<> emphasis', 'weak'],
    ['<b>Ann </b>Yes', 'Ann', 'Yes', '<> emphasis', 'weak'],
    ['0:05 Ann', 'Ann', '', 'none time', 'alone'],
    ['0:05 参加者 2', '参加者 2', '', 'none time', 'alone'],
    ['Ann at 0:05', 'Ann', '', 'none timeAfter', 'alone'],
    ['Ann 0:05 - 0:09: Yes', 'Ann', 'Yes', 'colon timeAfter', ''],
    ['Ann, 0:05', 'Ann', '', 'none timeAfter', 'alone'],
    ['Ann : Yes', 'Ann', 'Yes', 'colon', ''],
    ['_**Ann:**_ Yes', 'Ann', 'Yes', '** colon', ''],
    ['** Ann **: Yes', 'Ann', 'Yes', '** colon', ''],
    ['***Ann***: Yes', 'Ann', 'Yes', '*** colon', ''],
    ['A. One thing is certain: we did.', 'A', 'One thing is certain: we did.', 'sentence', ''],
    ['R. One thing is certain: we did.', 'R', 'One thing is certain: we did.', 'sentence', 'weak'],
    ['[Ann]', 'Ann', '', 'bracketed [', 'weak alone'],
    ['#### Ann Lee Bo Dahl', 'Ann Lee Bo Dahl', '', 'heading', 'alone'],
    ['#### 3 - Ann', 'Ann', '', 'heading', 'alone'],
  ];
  for (const [line, name, words, style, also] of cases) {
    it(`${name}: ${line}`, () => {
      const label = labelOf(line);
      assert.ok(label);
      assert.equal(label.name, name);
      assert.equal(line.slice(label.body), words);
      assert.equal(label.style, style);
      const { isWeak, isAlone, hasNumber, isValue, isTitle, isQuoting, hasName } = label;
      const told = [
        isWeak && 'weak',
        isAlone && 'alone',
        hasNumber && 'number',
        isValue && 'value',
        isTitle && 'title',
        isQuoting && 'quoting',
        hasName && 'named',
      ];
      assert.equal(told.filter(Boolean).join(' '), also);
      // With its marks it stands before the words.
      assert.ok(line.slice(label.start, label.end).includes(name));
      assert.ok(label.end <= label.body);
    });
  }

  const none = [
    'Ann 00:01:02 Yes',
    '「はい」',
    '1. Ann: Yes',
    'Ann;; Yes',
    '',
    '12:30',
    'TAPE 1 SIDE A.',
    'One Two Three Four Five Six Seven Eight: Yes',
    'Ann:yes',
    '0:05 ann',
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: Yes',
    'Ann Lee. Yes',
    'ANN LEE. YES IT IS',
    '![a](b)',
    '![ann lee](a.jpg)',
    '(laughs) Yes',
    '[x] Yes',
    '(C) 2024 Ann',
    '[Ann](b) Yes',
    'R．はい',
  ];
  for (const line of none) {
    it(`none: ${line.slice(0, 60)}`, () => {
      assert.equal(labelOf(line), undefined);
    });
  }

  it('is compared in small letters, without blanks behind stops', () => {
    assert.equal(labelOf('J. R. LEE: Yes')?.key, 'j.r.lee');
    assert.equal(labelOf('Ann  Lee: Yes')?.key, 'ann lee');
  });
});
