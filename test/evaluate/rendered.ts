import type { Rendered } from './layouts';

/** What one side says before the other does. */
export interface Said {
  readonly asks: boolean;
  readonly paragraphs: string[];
}

/** The full names of those who talk. */
export interface Cast {
  readonly asking: string;
  readonly answering: string;
  readonly isLong: boolean;
}

/** One way in which interviews are written down. */
export interface Layout {
  readonly name: string;
  /** Whether only questions tell who asks, as there are no labels. */
  readonly wantsQuestions?: boolean;
  render(said: readonly Said[], cast: Cast): Rendered;
}

type Line = Rendered[number];
type Namer = (turn: Said, cast: Cast, index: number) => string;

const full: Namer = ({ asks }, cast) => (asks ? cast.asking : cast.answering);
const surname: Namer = (...of) =>
  full(...of)
    .split(' ')
    .at(-1) ?? '';
const first: Namer = (...of) => full(...of).split(' ')[0] ?? '';
const caps: Namer = (...of) => surname(...of).toUpperCase();
const initials: Namer = (...of) =>
  full(...of)
    .split(' ')
    .map((part) => part[0])
    .join('');
const fullThenInitials: Namer = (turn, cast, index) =>
  index < 2
    ? `${full(turn, cast, index)} (${initials(turn, cast, index)})`
    : initials(turn, cast, index);
const either =
  (asking: string, answering: string): Namer =>
  ({ asks }) =>
    asks ? asking : answering;
const roles = either('Interviewer', 'Respondent');
const letters = either('Q', 'A');
const numbered: Namer = ({ asks }, _cast, index) =>
  asks ? `Q${Math.floor(index / 2) + 1}` : `A${Math.floor(index / 2) + 1}`;
const speakers = either('Speaker 1', 'Speaker 2');
const diarised = either('SPEAKER_00', 'SPEAKER_01');

function begins({ asks }: Said): 'asks' | 'answers' {
  return asks ? 'asks' : 'answers';
}

/** The time at which a turn begins: they get later, and no two are the same. */
function seconds(index: number): number {
  return 3 + index * 41;
}

function clock(index: number, withHours = true): string {
  const at = seconds(index);
  const two = (value: number) => String(value).padStart(2, '0');
  const short = `${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
  return withHours ? `${two(Math.floor(at / 3600))}:${short}` : short.replace(/^0/u, '');
}

/** Each turn by itself; blank lines between turns and between paragraphs. */
function each(
  name: string,
  lines: (turn: Said, cast: Cast, index: number) => readonly string[],
  blank: readonly string[] = [''],
): Layout {
  return {
    name,
    render: (said, cast) =>
      said.flatMap((turn, index): Line[] => {
        const own = lines(turn, cast, index);
        return [
          ...own.map((line, at): Line => (at === 0 ? [line, begins(turn)] : [line])),
          ...blank.map((line): Line => [line]),
        ];
      }),
  };
}

/** `label(…)` stands before the first paragraph; the others follow after blank lines. */
function labelled(name: string, label: (turn: Said, cast: Cast, index: number) => string): Layout {
  return each(name, (turn, cast, index) =>
    turn.paragraphs.flatMap((paragraph, at) =>
      at === 0 ? [`${label(turn, cast, index)}${paragraph}`] : ['', paragraph],
    ),
  );
}

/** The label has a line of its own. */
function above(
  name: string,
  label: (turn: Said, cast: Cast, index: number) => string,
  between: readonly string[] = [],
): Layout {
  return each(name, (turn, cast, index) => [
    label(turn, cast, index),
    ...between,
    ...turn.paragraphs.flatMap((paragraph, at) => (at === 0 ? [paragraph] : ['', paragraph])),
  ]);
}

/** No labels: questions look different from answers. */
function unlabelled(
  name: string,
  question: (text: string, index: number) => string,
  answer: (text: string, at: number) => string = (text) => text,
): Layout {
  const layout = each(name, ({ asks, paragraphs }, _cast, index) =>
    asks
      ? [question(paragraphs.join(' '), index / 2)]
      : paragraphs.flatMap((paragraph, at) =>
          at === 0 ? [answer(paragraph, at)] : ['', answer(paragraph, at)],
        ),
  );
  return { ...layout, wantsQuestions: true };
}

/** Lines of at most `width` units; words aren't cut. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

function hung(name: string, label: Namer, indent: string, blank: readonly string[]): Layout {
  return each(
    name,
    (turn, cast, index) => {
      const [head = '', ...rest] = wrapped(turn.paragraphs.join(' '), 70);
      return [`${label(turn, cast, index)}: ${head}`, ...rest.map((line) => indent + line)];
    },
    blank,
  );
}

/** Captions: each turn in cues of some words; `mark` puts the speaker into the text of a cue. */
function captions(
  name: string,
  header: readonly string[],
  time: (from: string, to: string) => string,
  mark: (text: string, name: string, isFirst: boolean) => string,
): Layout {
  return {
    name,
    render: (said, cast) => {
      let cue = 0;
      const body = said.flatMap((turn, index) =>
        wrapped(turn.paragraphs.join(' '), 90).flatMap((text, at): Line[] => {
          cue += 1;
          const line = mark(text, full(turn, cast, index), at === 0);
          return [
            [String(cue)],
            [time(clock(cue), clock(cue + 1))],
            at === 0 ? [line, begins(turn)] : [line],
            [''],
          ];
        }),
      );
      return [...header.map((line): Line => [line]), ...body];
    },
  };
}

function framed(layout: Layout, before: readonly string[], after: readonly string[]): Layout {
  return {
    name: layout.name,
    render: (said, cast) => [
      ...before.map((line): Line => [line]),
      ...layout.render(said, cast),
      ...after.map((line): Line => [line]),
    ],
  };
}

const vtt = (from: string, to: string) => `${from}.000 --> ${to}.000`;
const srt = (from: string, to: string) => `${from},000 --> ${to},000`;

export const LAYOUTS: readonly Layout[] = [
  labelled('Full Name: text', (...of) => `${full(...of)}: `),
  labelled('Surname: text', (...of) => `${surname(...of)}: `),
  labelled('First: text', (...of) => `${first(...of)}: `),
  labelled('SURNAME: text', (...of) => `${caps(...of)}: `),
  labelled('MR. SURNAME: text', (...of) => `MR. ${caps(...of)}: `),
  labelled('Mr. Surname. indented', (...of) => `    Mr. ${surname(...of)}. `),
  labelled('full, then initials: text', (...of) => `${fullThenInitials(...of)}: `),
  labelled('initials: text', (...of) => `${initials(...of)}: `),
  labelled('**Name:** text', (...of) => `**${full(...of)}:** `),
  labelled('**Name**: text', (...of) => `**${full(...of)}**: `),
  labelled('__Name__: text', (...of) => `__${full(...of)}__: `),
  labelled('*Name:* text', (...of) => `*${full(...of)}:* `),
  labelled('_Name_: text', (...of) => `_${full(...of)}_: `),
  labelled('***Name:*** text', (...of) => `***${full(...of)}:*** `),
  labelled('**Name** – text', (...of) => `**${full(...of)}** – `),
  labelled('Name — text', (...of) => `${full(...of)} — `),
  labelled('Name - text', (...of) => `${full(...of)} - `),
  labelled('**Name** text', (...of) => `**${surname(...of)}** `),
  labelled('**INITIALS** text', (...of) => `**${initials(...of)}** `),
  labelled('[Name] text', (...of) => `[${full(...of)}] `),
  labelled('[Name]: text', (...of) => `[${full(...of)}]: `),
  labelled('(Name) text', (...of) => `(${surname(...of)}) `),
  labelled('<nick> text', (...of) => `<${first(...of).toLowerCase()}> `),
  labelled('Name：text', (...of) => `${full(...of)}：`),
  labelled('Name :text', (...of) => `${surname(...of)} : `),
  labelled('Name:tab', (...of) => `${surname(...of)}:\t`),
  labelled(
    'Name (Outlet): text',
    (...of) => `${full(...of)} (${of[0].asks ? 'Harbour Review' : 'Coast Survey'}): `,
  ),
  labelled('Interviewer: / Respondent:', (...of) => `${roles(...of)}: `),
  labelled('**Interviewer:**', (...of) => `**${roles(...of)}:** `),
  labelled('Moderator: / P1:', (...of) => `${either('Moderator', 'P1')(...of)}: `),
  labelled('I: / R:', (...of) => `${either('I', 'R')(...of)}: `),
  labelled(
    'Interviewer: / Surname:',
    (...of) => `${of[0].asks ? 'Interviewer' : surname(...of)}: `,
  ),
  labelled(
    'Outlet: / Surname:',
    (...of) => `${of[0].asks ? 'The Harbour Review' : surname(...of)}: `,
  ),
  labelled('HR: / surname:', (...of) => `${of[0].asks ? 'HR' : surname(...of)}: `),
  labelled('Q: / Surname:', (...of) => `${of[0].asks ? 'Q' : surname(...of)}: `),
  labelled('Q: / A:', (...of) => `${letters(...of)}: `),
  labelled('Q. / A.', (...of) => `${letters(...of)}. `),
  labelled('Q) / A)', (...of) => `${letters(...of)}) `),
  labelled('Q    / A    ', (...of) => `${letters(...of)}    `),
  labelled('Q - / A -', (...of) => `${letters(...of)} - `),
  labelled('**Q:** / **A:**', (...of) => `**${letters(...of)}:** `),
  labelled('**Q.** / **A.**', (...of) => `**${letters(...of)}.** `),
  labelled('**Q** / **A**', (...of) => `**${letters(...of)}** `),
  labelled('[Q] / [A]', (...of) => `[${letters(...of)}] `),
  labelled('Q1: / A1:', (...of) => `${numbered(...of)}: `),
  labelled('Q1. / A1.', (...of) => `${numbered(...of)}. `),
  labelled('Question: / Answer:', (...of) => `${either('Question', 'Answer')(...of)}: `),
  labelled(
    'Question 1: / Answer 1:',
    ({ asks }, _cast, index) => `${asks ? 'Question' : 'Answer'} ${Math.floor(index / 2) + 1}: `,
  ),
  labelled('Speaker 1: / Speaker 2:', (...of) => `${speakers(...of)}: `),
  labelled('SPEAKER_00:', (...of) => `${diarised(...of)}: `),
  labelled(
    '[0.0, 3.2] - SPEAKER_00:',
    (...of) => `[${seconds(of[2])}.0, ${seconds(of[2] + 1)}.0] - ${diarised(...of)}: `,
  ),
  labelled('[00:00:03] Name: text', (...of) => `[${clock(of[2])}] ${full(...of)}: `),
  labelled('(0:03) Name: text', (...of) => `(${clock(of[2], false)}) ${full(...of)}: `),
  labelled('00:00:03 Name: text', (...of) => `${clock(of[2])} ${full(...of)}: `),
  labelled('00:00:03 **Name:** text', (...of) => `${clock(of[2])} **${full(...of)}:** `),
  labelled('`00:00:03` **Name**: text', (...of) => `\`${clock(of[2])}\` **${full(...of)}**: `),
  labelled('Name [00:00:03]: text', (...of) => `${full(...of)} [${clock(of[2])}]: `),
  labelled('**Name** (00:00:03): text', (...of) => `**${full(...of)}** (${clock(of[2])}): `),
  labelled('**Name** [0:03] text', (...of) => `**${full(...of)}** [${clock(of[2], false)}] `),
  labelled('Name (0:03): text', (...of) => `${full(...of)} (${clock(of[2], false)}): `),
  labelled(
    '[12/03/2024, 10:15:22] Name:',
    (...of) => `[12/03/2024, 1${clock(of[2]).slice(1)}] ${full(...of)}: `,
  ),
  labelled(
    '12/03/2024, 10:15 - Name:',
    (...of) => `12/03/2024, 1${clock(of[2]).slice(1, 5)} - ${full(...of)}: `,
  ),
  labelled('00:01:23 From Name : text', (...of) => `${clock(of[2])} From ${full(...of)} : `),
  labelled('>> Name: text', (...of) => `>> ${full(...of)}: `),
  labelled('- **Name**: text', (...of) => `- **${full(...of)}**: `),
  labelled('- Name: text', (...of) => `- ${full(...of)}: `),
  labelled('* Name: text', (...of) => `* ${full(...of)}: `),
  each('> **Name:** text', (turn, cast, index) =>
    turn.paragraphs.flatMap((paragraph, at) =>
      at === 0 ? [`> **${full(turn, cast, index)}:** ${paragraph}`] : ['>', `> ${paragraph}`],
    ),
  ),
  labelled('1. **Name:** text', (...of) => `${of[2] + 1}. **${full(...of)}:** `),
  labelled('### Name: text', (...of) => (of[0].asks ? `### ${full(...of)}: ` : `${full(...of)}: `)),
  labelled('### Q: / A:', (...of) => (of[0].asks ? '### Q: ' : 'A: ')),
  unlabelled('### Q: / text', (text) => `### Q: ${text}`),
  unlabelled('Q: / text', (text) => `Q: ${text}`),
  unlabelled('**Q: question** / text', (text) => `**Q: ${text}**`),
  unlabelled('**Q.** question / text', (text) => `**Q.** ${text}`),
  unlabelled('**Outlet: question** / text', (text) => `**Harbour Review: ${text}**`),
  unlabelled('**Outlet:** question / text', (text) => `**Harbour Review:** ${text}`),
  unlabelled('*Interviewer: question* / text', (text) => `*Interviewer: ${text}*`),
  labelled("'''Name:''' text", (...of) => `'''${full(...of)}:''' `),
  labelled('<b>Name:</b> text', (...of) => `<b>${full(...of)}:</b> `),
  labelled('<strong>Name</strong>: text', (...of) => `<strong>${full(...of)}</strong>: `),
  labelled('\\textbf{Name:} text', (...of) => `\\textbf{${full(...of)}:} `),
  labelled('\\textsc{Name}: text', (...of) => `\\textsc{${full(...of)}}: `),
  labelled(':Name: text', (...of) => `:${surname(...of)}: `),
  labelled('Name:: text', (...of) => `${surname(...of)}:: `),
  labelled('- Name :: text', (...of) => `- ${surname(...of)} :: `),
  each(
    ';Name / :text',
    (turn, cast, index) => [`;${surname(turn, cast, index)}`, `:${turn.paragraphs.join(' ')}`],
    [],
  ),
  labelled('\\item[Name] text', (...of) => `\\item[${surname(...of)}] `),
  labelled('<p>Name: text</p>', (...of) => `<p>${surname(...of)}: `),
  unlabelled('**Name: question** / text', (text) => `**Ann Carver: ${text}**`),
  each('**Name: question** / Name:', ({ asks, paragraphs }, cast) =>
    asks
      ? [`**${cast.asking}: ${paragraphs.join(' ')}**`]
      : paragraphs.flatMap((paragraph, at) =>
          at === 0 ? [`${cast.answering}: ${paragraph}`] : ['', paragraph],
        ),
  ),
  each('<p><strong>Name:</strong> text', (turn, cast, index) =>
    turn.paragraphs.map((paragraph, at) =>
      at === 0
        ? `<p><strong>${full(turn, cast, index)}:</strong> ${paragraph}</p>`
        : `<p>${paragraph}</p>`,
    ),
  ),
  framed(
    each(
      '<dt>Name</dt><dd>text</dd>',
      (turn, cast, index) => [
        `<dt>${full(turn, cast, index)}</dt>`,
        `<dd>${turn.paragraphs.join(' ')}</dd>`,
      ],
      [],
    ),
    ['<dl>'],
    ['</dl>'],
  ),
  framed(
    each(
      '| Name | text |',
      (turn, cast, index) => [`| ${full(turn, cast, index)} | ${turn.paragraphs.join(' ')} |`],
      [],
    ),
    ['| Speaker | Text |', '| --- | --- |'],
    [''],
  ),
  framed(
    each(
      '| time | Name | text |',
      (turn, cast, index) => [
        `| ${clock(index)} | **${full(turn, cast, index)}** | ${turn.paragraphs.join(' ')} |`,
      ],
      [],
    ),
    ['| Time | Speaker | Text |', '|---|---|---|'],
    [''],
  ),
  each(
    'time\ttab Name\ttext',
    (turn, cast, index) => [
      `${clock(index)}\t${full(turn, cast, index)}\t${turn.paragraphs.join(' ')}`,
    ],
    [],
  ),
  each(
    'Name: text, no blank lines',
    (turn, cast, index) => [`${full(turn, cast, index)}: ${turn.paragraphs.join(' ')}`],
    [],
  ),
  each(
    'Q: A: no blank lines',
    (turn, cast, index) => [`${letters(turn, cast, index)}: ${turn.paragraphs.join(' ')}`],
    [],
  ),
  each(
    'Name: text\\',
    (turn, cast, index) => [`**${first(turn, cast, index)}:** ${turn.paragraphs.join(' ')}  `],
    [],
  ),
  hung('hanging Name:', surname, '        ', ['']),
  hung('hanging Name:, no blank', surname, '        ', []),
  hung('hanging initials:', initials, '    ', []),
  hung('wrapped Name:', full, '', ['']),
  hung('wrapped Name:, no blank', caps, '', []),
  hung('wrapped Q:', letters, '', ['']),
  hung('wrapped Q:, no blank', letters, '', []),
  above('Name: above', (...of) => `${full(...of)}:`),
  above('Name: above, blank', (...of) => `${full(...of)}:`, ['']),
  above('Name above', (...of) => full(...of)),
  above('NAME above, blank', (...of) => full(...of).toUpperCase(), ['']),
  above('**Name** above', (...of) => `**${full(...of)}**`),
  above('**Name** above, blank', (...of) => `**${full(...of)}**`, ['']),
  above('**Name:** above', (...of) => `**${full(...of)}:**`),
  above('*Name* above, blank', (...of) => `*${full(...of)}*`, ['']),
  above('### Name above, blank', (...of) => `### ${full(...of)}`, ['']),
  above('#### Name: above', (...of) => `#### ${first(...of)}:`),
  above('Q: above, blank', (...of) => `${letters(...of)}:`, ['']),
  above('Q above', (...of) => letters(...of)),
  above('Name  0:03 above', (...of) => `${full(...of)}  ${clock(of[2], false)}`),
  above('Speaker 1  0:03 above', (...of) => `${speakers(...of)}  ${clock(of[2], false)}`),
  above('Name (00:03): above', (...of) => `${full(...of)} (${clock(of[2], false)}):`),
  above('Name: 00:00:05 above', (...of) => `${full(...of)}: ${clock(of[2])}`),
  above('**Name** 0:03 above', (...of) => `**${full(...of)}** ${clock(of[2], false)}`),
  above('**Name**   0:03\\ above', (...of) => `**${full(...of)}**   ${clock(of[2], false)}\\`),
  above('0:03 / Name above', (...of) => `[${clock(of[2])}] ${full(...of)}`),
  above('### [00:00:03] Name above', (...of) => `### [${clock(of[2])}] ${full(...of)}`),
  above('Name  [10:15 AM] above', (...of) => `${full(...of)}  [10:${10 + (of[2] % 50)} AM]`),
  above(
    'Name — 12/03/2024 10:15 above',
    (...of) => `${full(...of)} — 12/03/2024 10:${10 + (of[2] % 50)}`,
  ),
  above('**Name:** [time] above', (...of) => `**${full(...of)}:** [${clock(of[2])}]`),
  unlabelled('**question**', (text) => `**${text}**`),
  unlabelled('*question*', (text) => `*${text}*`),
  unlabelled('***question***', (text) => `***${text}***`),
  unlabelled('__question__', (text) => `__${text}__`),
  unlabelled('### question', (text) => `### ${text}`),
  unlabelled('## 1. question', (text, index) => `## ${index + 1}. ${text}`),
  unlabelled('1. question', (text, index) => `${index + 1}. ${text}`),
  unlabelled('**1. question**', (text, index) => `**${index + 1}. ${text}**`),
  unlabelled('1. **question**', (text, index) => `${index + 1}. **${text}**`),
  unlabelled('> question', (text) => `> ${text}`),
  unlabelled('> *question*', (text) => `> *${text}*`),
  unlabelled(
    'question / > answer',
    (text) => text,
    (text) => `> ${text}`,
  ),
  unlabelled(
    '**question** / > answer',
    (text) => `**${text}**`,
    (text) => `> ${text}`,
  ),
  unlabelled('— question / answer', (text) => `— ${text}`),
  unlabelled(
    '— question / — answer',
    (text) => `— ${text}`,
    (text, at) => (at === 0 ? `— ${text}` : text),
  ),
  unlabelled(
    '- **question** / - answer',
    (text) => `- **${text}**`,
    (text) => `- ${text}`,
  ),
  unlabelled(
    '**– question**',
    (text) => `**– ${text}**`,
    (text, at) => (at === 0 ? `– ${text}` : text),
  ),
  unlabelled(
    '<strong>question</strong>',
    (text) => `<p><strong>${text}</strong></p>`,
    (text) => `<p>${text}</p>`,
  ),
  unlabelled(
    '<h3>question</h3>',
    (text) => `<h3>${text}</h3>`,
    (text) => `<p>${text}</p>`,
  ),
  unlabelled('\\textbf{question}', (text) => `\\textbf{${text}}`),
  unlabelled('\\section*{question}', (text) => `\\section*{${text}}`),
  unlabelled('== question', (text) => `== ${text}`),
  unlabelled('"question"', (text) => `“${text}”`),
  captions('vtt Name: each cue', ['WEBVTT', ''], vtt, (text, name) => `${name}: ${text}`),
  captions('vtt Name: first cue', ['WEBVTT', ''], vtt, (text, name, isFirst) =>
    isFirst ? `${name}: ${text}` : text,
  ),
  captions('vtt <v Name>', ['WEBVTT', ''], vtt, (text, name) => `<v ${name}>${text}</v>`),
  captions('srt Name:', [], srt, (text, name, isFirst) => (isFirst ? `${name}: ${text}` : text)),
  captions('srt [Name]', [], srt, (text, name, isFirst) => (isFirst ? `[${name}] ${text}` : text)),
  captions('srt >>', [], srt, (text, _name, isFirst) => (isFirst ? `>> ${text}` : text)),
];
