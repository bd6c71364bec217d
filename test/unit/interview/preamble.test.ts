import assert from 'node:assert/strict';
import { announcesPanel, asksAt } from '../../../src/core/interview/people/announced';
import {
  isAnnounced,
  isExercise,
  isHelp,
  isHelpByTitle,
  frontMatterEnd,
} from '../../../src/core/interview/preamble';

import { TextLines } from '../../../src/core/text/lines';

describe('What stands before the first turn tells, in any script, that', () => {
  const told: [what: string, tells: (preamble: string) => boolean, yes: string[], no: string[]][] =
    [
      [
        'it is an interview',
        isAnnounced,
        [
          'Interjú a révésszel',
          'Nagy interjú',
          'An interview with Ida Holm',
          'Интервью с паромщиком',
        ],
        ['Interjúalanyok névsora', 'Reinterviewing', 'The tide tables'],
      ],
      [
        'users have questions',
        isHelp,
        ['# Вопросы и ответы', 'Вопросы и ответы:\n', '## Fragen und Antworten', '# FAQ'],
        ['# Вопросы и ответы с Анной Ким', '# Fragen und Antworten mit Anna Kim', '# Вопросы'],
      ],
      [
        'users have questions, by its title',
        isHelpByTitle,
        ['---\ntitle: FAQ\n', '# Frequently Asked Questions\n', '## **The FAQ**\n', "title: 'FAQ'"],
        ['# FAQ with Ida Holm', 'The FAQ\n', '### FAQ\n', '# Questions'],
      ],
      [
        'it is a lesson',
        isExercise,
        ['Übung 3', 'Kapitel 2: Übungen', 'Lección 4', 'Диалог 1'],
        ['Die Prüfung', 'Einübung der Lieder', 'Дорога'],
      ],
      [
        'people discuss',
        announcesPanel,
        ['Круглый стол о паромах', 'Panel discussion on ferries', 'Табло, круглый стол'],
        ['Круглый столик', 'Панорама'],
      ],
    ];
  for (const [what, tells, yes, no] of told) {
    it(what, () => {
      assert.deepEqual(yes.filter(tells), yes);
      assert.deepEqual(no.filter(tells), []);
    });
  }

  const headers: [what: string, lines: string[], end: number][] = [
    ['none', ['A talk', '', 'Q: Why?'], 0],
    ['YAML', ['---', 'title: A talk', '---', '', 'Q: Why?'], 3],
    ['WebVTT’s', ['WEBVTT', '', '1', '00:01.000 --> 00:02.000', 'Why?'], 1],
    ['WebVTT’s without numbers', ['WEBVTT', '', '00:01.000 --> 00:02.000', 'Why?'], 1],
    ['WebVTT’s with keys', ['WEBVTT', 'Kind: captions', '', '00:01.000 --> 00:02.000', 'Why?'], 2],
    [
      'WebVTT’s with comments and styles',
      [
        'WEBVTT',
        '',
        'NOTE by a',
        'machine',
        '',
        'STYLE',
        '::cue {}',
        '',
        '1',
        '00:01.000 --> 00:02.000',
      ],
      7,
    ],
    ['WebVTT’s, and a text', ['WEBVTT', '', 'A talk', '', '00:01.000 --> 00:02.000', 'Why?'], 1],
    ['WebVTT’s, and a cue right below', ['WEBVTT', '00:01.000 --> 00:02.000', 'Why?'], 1],
    ['nothing but WebVTT’s', ['WEBVTT'], 1],
  ];
  for (const [what, lines, end] of headers) {
    it(`what a format needs: ${what}`, () => {
      assert.equal(frontMatterEnd(TextLines.of(lines.join('\n'))), end);
    });
  }

  it('a name is that of who asks', () => {
    const who = (text: string, name: string) => {
      const start = text.indexOf(name);
      return asksAt(text, { start, end: start + name.length });
    };
    assert.equal(who('Беседовала Анна Ким', 'Анна Ким'), 1);
    assert.equal(who('Небеседовала Анна Ким', 'Анна Ким'), 0);
    assert.equal(who('Rozmawiał Jan Lis', 'Jan Lis'), 1);
  });
});
