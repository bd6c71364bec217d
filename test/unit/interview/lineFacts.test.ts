import assert from 'node:assert/strict';
import { factsOf, isPlainForm, type LineFacts } from '../../../src/core/interview/line/lineFacts';

type Flag = { [K in keyof LineFacts]: LineFacts[K] extends boolean ? K : never }[keyof LineFacts];

describe('A line by itself', () => {
  const flags: [what: string, flag: Flag, yes: string[], no: string[]][] = [
    [
      'is blank, or mark-up around other lines',
      'isBlank',
      ['', '  \t', ':::', '::: note', '<div class="x">', '</p><br>', '&nbsp;'],
      ['.', '<b>Yes</b>', ':: note', '<div>Yes'],
    ],
    [
      'is an image',
      'isImage',
      ['![Ann](ann.jpg)', '  [![Ann](a.jpg)](b)', '{{< figure src="a.jpg" >}}'],
      ['[Ann](a.jpg)', '![Ann](a.jpg) left'],
    ],
    ['is a heading', 'isHeading', ['# Ann', '   ###### Ann'], ['#Ann', '####### Ann', '    # Ann']],
    [
      'asks',
      'asks',
      [
        'Why?',
        'Why?”',
        '**Why?**',
        'Why? [laughs]',
        'Why? #00:01:02#',
        'Γιατί;',
        '行きますか。',
        'なぜ？',
        'Why?</p>',
      ],
      ['Why? Because.', 'Why', 'So (why?) it is.', 'He left;'],
    ],
    [
      'asks somewhere',
      'hasQuestion',
      ['Why? Because.', 'Γιατί; Ναι.', 'なぜ？そう。'],
      ['Because.', 'He left; so what'],
    ],
    [
      'bids to tell',
      'invites',
      [
        'Tell us about it.',
        'So, please, describe it.',
        'Erzählen Sie davon.',
        'Could you please tell me more.',
        'I’d like to ask about it.',
        '请谈谈这个。',
      ],
      ['They told us.', 'You tell us.', 'It was told.'],
    ],
    [
      'ends as a sentence does',
      'isSentence',
      ['Yes.', 'Yes!', '“Yes.”', '**Yes.**', 'はい。', 'Yes…', 'Yes. [laughs]'],
      ['Yes', 'Yes,', 'Yes. And'],
    ],
    [
      'tells how the text came about',
      'isEditorial',
      [
        'Editor’s note: it was late.',
        'Note: it was late.',
        'This interview has been edited.',
        'The interview took place in May.',
      ],
      ['It was edited.', 'I note: it was late.'],
    ],
    [
      'reads like the foot of a page',
      'isFooter',
      [
        'Read more',
        '© 2024',
        'Tags: boats',
        '- [More](https://x.example)',
        '<https://x.example>',
        'Lire aussi',
      ],
      ['They read more', 'See [this](https://x.example)'],
    ],
    [
      'reads like a log, or times',
      'isMachine',
      [
        '2024-05-03T10:00 start',
        '00:00:01,000 --> 00:00:02,000',
        'commit 0123abc',
        'at foo.bar(x)',
      ],
      ['In 2024-05 it began', 'at the harbour (again)'],
    ],
    [
      'tells the times of subtitles',
      'isCue',
      ['00:00:01,000 --> 00:00:02,000', '00:01.000 --> 00:02.000'],
      ['00:00:01 Ann', '--> there'],
    ],
    ['begins or ends code', 'isFence', ['```', '~~~ js'], ['`code`', '~~no~~']],
    [
      'is a number',
      'isNumber',
      ['12', ' 3 / 12 ', 'page 3', 'The ferry          12'],
      ['12 boats', '1234567', 'page three'],
    ],
    ['begins with a quotation', 'isQuoted', ['“Yes', '> Yes', '"Yes', '„Ja'], ['Yes “no”', '’tis']],
    ['stands in a quotation of Markdown', 'isBlockquote', ['> Yes', '  >Yes'], ['>> Yes', '“Yes']],
    [
      'is a key with a value',
      'isKeyed',
      ['name: "Ann"', "name: 'Ann',"],
      ['Name: "Ann"', 'name: Ann', 'name: "Ann" left'],
    ],
    [
      'tells of acts and scenes',
      'isStaged',
      [
        'ACT I',
        'Scene 2',
        'Enter Ann',
        'Exeunt',
        'INT. HARBOUR',
        '[Chorus]',
        'Ann: (aside) No.',
        'BLACKOUT',
      ],
      ['Enter: here', 'They act', 'The scene was lovely', 'Ann: (of course) No.'],
    ],
  ];
  for (const [what, flag, yes, no] of flags) {
    it(what, () => {
      assert.deepEqual(
        yes.filter((line) => factsOf(line)[flag]),
        yes,
      );
      assert.deepEqual(
        no.filter((line) => factsOf(line)[flag]),
        [],
      );
    });
  }

  const forms: [line: string, form: string | undefined][] = [
    ['**Why?**', 'bold'],
    ['Why is it late?', 'plain'],
    ['¿Por qué?', 'plain'],
    ['      Why is it late?', 'indented'],
    ['- Why is it late?', 'item'],
    ['Ann: Why is it late?', 'named'],
    ['Ann: It is late.', undefined],
    ['Ann - Why is it late?', undefined],
    ['IS IT LATE, OR IS IT NOT?', 'capitals'],
    ['It is late.', undefined],
    ['(Why?)', undefined],
    [`${'Why is it late, and when will it come, '.repeat(20)}and why?`, undefined],
  ];
  for (const [line, form] of forms) {
    it(`has the form of ${form ?? 'none'}: ${line.slice(0, 60)}`, () => {
      assert.equal(factsOf(line).form, form);
      assert.equal(isPlainForm(form), form === 'plain' || form === 'indented');
    });
  }

  const marks: [line: string, mark: string | undefined][] = [
    ['>> Yes', 'chevron: Yes'],
    ['— Yes', 'dash: Yes'],
    ['—Yes', 'dash: Yes'],
    ['- Yes', 'hyphen: Yes'],
    ['-Yes', 'hyphen: Yes'],
    ['_Yes', 'low line: Yes'],
    ['— No, — said the old man.', 'dash, told: No, — said the old man.'],
    ['- No, — said the old man.', 'hyphen: No, — said the old man.'],
    ['-yes', undefined],
    ['_Yes_', undefined],
    ['Yes — no', undefined],
    ['—', undefined],
  ];
  for (const [line, expected] of marks) {
    it(`has ${expected ? 'a mark' : 'no mark'} before it: ${line}`, () => {
      const { mark } = factsOf(line);
      const told = mark && `${mark.kind}${mark.isTold ? ', told' : ''}: ${line.slice(mark.body)}`;
      assert.equal(told, expected);
    });
  }

  it('has words, in scripts that part them and in others', () => {
    const words = ['', '   ', 'It is late today', '船は九時に出ます'].map(
      (line) => factsOf(line).words,
    );
    assert.deepEqual(words, [0, 0, 3, 4]);
  });

  it('advertises by its words, and more where it begins with what to do', () => {
    const count = (line: string) => factsOf(line).promotion;
    assert.equal(count('It is late.'), 0);
    assert.equal(count('We have a newsletter and members.'), 2);
    assert.equal(count('Sign up for the newsletter.'), 3);
  });

  it('has no label where it is a key of code or the head of a page', () => {
    assert.equal(factsOf('myName: "Ann"').label, undefined);
    assert.equal(factsOf('Ann: the ferry').label?.name, 'Ann');
  });

  it('speaks of nobody by the label I, and of somebody by the words behind it', () => {
    assert.equal(factsOf('I: It is late.').saysI, false);
    assert.equal(factsOf('I: I am late.').saysI, true);
    assert.equal(factsOf('A: I am late.').saysI, true);
  });
});
