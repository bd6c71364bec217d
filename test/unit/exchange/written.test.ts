import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Project, Selection } from '../../../src/core/exchange/refi/model';
import { packingProject } from '../../../src/core/exchange/refi/writeProject';
import { all } from './support';

const NOTHING: Project = {
  name: 'Talks',
  origin: 'Us 1',
  users: [],
  codes: [],
  variables: [],
  cases: [],
  sources: [],
  notes: [],
  sets: [],
};

function filesOf(more: Partial<Project>): Record<string, string> {
  const files = unzipSync(all(packingProject({ ...NOTHING, ...more })));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** What stands within `<Project …>`, one line for each element of a list. */
function within(more: Partial<Project>): string[] {
  const [, content] =
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<Project xmlns="urn:QDA-XML:project:1\.0" name="Talks" origin="Us 1"(?:\/>|>([^]*)<\/Project>)\n$/.exec(
      filesOf(more)['project.qde'] ?? '',
    ) ?? assert.fail('No project.');
  return (content ?? '').split('\n').filter(Boolean);
}

const selection = (start: number, end: number, more: Partial<Selection> = {}): Selection => ({
  guid: 's',
  start,
  end,
  codings: [],
  ...more,
});

const source = (text: string, selections: readonly Selection[]) => ({
  guid: 'f',
  name: 'a.txt',
  text,
  selections,
  values: [],
});

/** How a source without any more is written. */
const sourceLine = (content: string) =>
  content === ''
    ? '<TextSource guid="f" name="a.txt" plainTextPath="internal://f.txt"/>'
    : `<TextSource guid="f" name="a.txt" plainTextPath="internal://f.txt">${content}</TextSource>`;

describe('The file of a project, as other tools read it', () => {
  const cases: [what: string, project: Partial<Project>, lines: string[]][] = [
    ['nothing at all', {}, []],
    ['what it is about', { description: 'a < b' }, ['<Description>a &lt; b</Description>']],
    [
      'who coded',
      { users: [{ guid: 'u', name: 'Ann "A"' }] },
      ['<Users>', '<User guid="u" name="Ann &quot;A&quot;"/>', '</Users>'],
    ],
    [
      'codes, those below within those above',
      {
        codes: [
          {
            guid: 'c',
            name: 'Water',
            isCodable: false,
            color: '#00f',
            description: 'Wet',
            children: [{ guid: 'd', name: 'Ice', isCodable: true, children: [] }],
          },
        ],
      },
      [
        '<CodeBook>',
        '<Codes><Code guid="c" name="Water" isCodable="false" color="#00f"><Description>Wet</Description><Code guid="d" name="Ice" isCodable="true"/></Code></Codes>',
        '</CodeBook>',
      ],
    ],
    [
      'variables, which are texts',
      { variables: [{ guid: 'v', name: 'role' }] },
      ['<Variables>', '<Variable guid="v" name="role" typeOfVariable="Text"/>', '</Variables>'],
    ],
    [
      'a case: who it is, values, sources and selections, in this order',
      {
        cases: [
          {
            guid: 'k',
            name: 'Hart',
            description: 'A pilot',
            values: [{ variable: 'v', text: 'A & B' }],
            sources: ['f'],
            selections: ['s'],
          },
        ],
      },
      [
        '<Cases>',
        '<Case guid="k" name="Hart"><Description>A pilot</Description><VariableValue><VariableRef targetGUID="v"/><TextValue>A &amp; B</TextValue></VariableValue><SourceRef targetGUID="f"/><SelectionRef targetGUID="s"/></Case>',
        '</Cases>',
      ],
    ],
    [
      'notes',
      { notes: [{ guid: 'n', name: 'To do', text: '1 < 2\n' }] },
      [
        '<Notes>',
        '<Note guid="n" name="To do"><PlainTextContent>1 &lt; 2',
        '</PlainTextContent></Note>',
        '</Notes>',
      ],
    ],
    [
      'a source, with values',
      {
        sources: [
          { ...source('x', []), description: 'Old', values: [{ variable: 'v', text: 'true' }] },
        ],
      },
      [
        '<Sources>',
        sourceLine(
          '<Description>Old</Description><VariableValue><VariableRef targetGUID="v"/><TextValue>true</TextValue></VariableValue>',
        ),
        '</Sources>',
      ],
    ],
    [
      'a selection: its quote, its place in code points, who made it, its note and its codings',
      {
        sources: [
          source('A 🚣 rows.', [
            selection(5, 9, {
              note: 'Hm.',
              user: 'u',
              codings: [
                { guid: 'g', code: 'c', user: 'u' },
                { guid: 'h', code: 'd' },
              ],
            }),
          ]),
        ],
      },
      [
        '<Sources>',
        sourceLine(
          '<PlainTextSelection guid="s" name="rows" startPosition="4" endPosition="8" creatingUser="u"><Description>Hm.</Description><Coding guid="g" creatingUser="u"><CodeRef targetGUID="c"/></Coding><Coding guid="h"><CodeRef targetGUID="d"/></Coding></PlainTextSelection>',
        ),
        '</Sources>',
      ],
    ],
    [
      'all of it in the order that the standard prescribes',
      {
        description: 'All',
        notes: [{ guid: 'n', name: 'N', text: '' }],
        sources: [source('x', [])],
        cases: [{ guid: 'k', name: 'K', values: [], sources: [], selections: [] }],
        variables: [{ guid: 'v', name: 'V' }],
        codes: [{ guid: 'c', name: 'C', isCodable: true, children: [] }],
        users: [{ guid: 'u', name: 'U' }],
      },
      [
        ...['<Users>', '<User guid="u" name="U"/>', '</Users><CodeBook>'],
        '<Codes><Code guid="c" name="C" isCodable="true"/></Codes>',
        ...['</CodeBook><Variables>', '<Variable guid="v" name="V" typeOfVariable="Text"/>'],
        ...['</Variables><Cases>', '<Case guid="k" name="K"/>', '</Cases><Sources>'],
        ...[sourceLine(''), '</Sources><Notes>'],
        '<Note guid="n" name="N"><PlainTextContent/></Note>',
        '</Notes><Description>All</Description>',
      ],
    ],
  ];
  for (const [what, project, lines] of cases) {
    it(`holds ${what}`, () => {
      assert.deepEqual(within(project), lines);
    });
  }

  const quotes: [what: string, quote: string, name: string][] = [
    ['on one line', 'high\r\n\ttide', 'high tide'],
    ['whole where it isn’t long', 'x'.repeat(200), 'x'.repeat(200)],
    ['cut where it is', 'x'.repeat(201), `${'x'.repeat(200)}…`],
    ['escaped', 'a "b" & <c>', 'a &quot;b&quot; &amp; &lt;c&gt;'],
  ];
  for (const [what, quote, name] of quotes) {
    it(`has the quote of a selection as its name, ${what}`, () => {
      const xml = within({ sources: [source(quote, [selection(0, quote.length)])] }).join('');
      assert.equal(/<PlainTextSelection guid="s" name="([^"]*)"/.exec(xml)?.[1], name);
    });
  }

  it('stands beside the texts, each in a file of its own', () => {
    const sources = [source('One 🚣\n', []), { ...source('', []), guid: 'g' }];
    const { 'project.qde': xml, ...texts } = filesOf({ sources });
    assert.ok(xml);
    assert.deepEqual(texts, { 'sources/f.txt': 'One 🚣\n', 'sources/g.txt': '' });
  });
});
