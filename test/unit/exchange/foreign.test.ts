import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { importingProject } from '../../../src/core/exchange/fromProject';
import { Losses } from '../../../src/core/exchange/losses';
import { readingProject } from '../../../src/core/exchange/refi/readProject';
import { all, folderOf, lossTexts } from './support';

interface Imported {
  readonly files: readonly string[];
  /** `document: words → topics, by whom, with the note`. */
  readonly annotations: readonly string[];
  readonly topics: readonly string[];
  readonly losses: readonly string[];
}

function imported(qde: string, files: Record<string, string | Uint8Array> = {}): Imported {
  const packed = Object.entries({ 'project.qde': qde, ...files }).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  const losses = new Losses();
  const project = all(
    readingProject(zipSync(Object.fromEntries(packed) as Record<string, Uint8Array>), losses),
  );
  const result = all(importingProject(project, losses));
  const { documents, taxonomy } = folderOf(result.files);
  return {
    files: result.files.map(({ path }) => path),
    topics: taxonomy.topics.map(({ id, guid }) => `${id} ${guid ?? ''}`.trim()),
    annotations: documents.flatMap(({ path, anchored }) =>
      anchored.map(({ annotation: { selector, topics, coder, note } }) =>
        [`${path}: ${selector.quote} → ${topics.join(', ')}`, coder, note]
          .filter(Boolean)
          .join('; '),
      ),
    ),
    losses: lossTexts(losses),
  };
}

const id = (digit: string) => [8, 4, 4, 4, 12].map((length) => digit.repeat(length)).join('-');
const codes = `<CodeBook><Codes><Code guid="${id('c')}" name="Tides" isCodable="true"/></Codes></CodeBook>`;
const coding = `<Coding guid="${id('d')}"><CodeRef targetGUID="${id('c')}"/></Coding>`;

/** A project in which one text is coded in one place. */
function project(text: string, start: number, end: number, name = '', tag = 'Project'): string {
  const selection = `<PlainTextSelection guid="${id('e')}" startPosition="${start}" endPosition="${end}" name="${name}">${coding}</PlainTextSelection>`;
  const source = `<TextSource guid="${id('f')}" name="talk"><PlainTextContent>${text}</PlainTextContent>${selection}</TextSource>`;
  return `<${tag} name="p" xmlns="urn:QDA-XML:project:1.0">${codes}<Sources>${source}</Sources></${tag}>`;
}

const TEXT = 'We 🚣 row at high tide.';

const counted: [string, string, string][] = [
  [
    'code points, the end behind the last character',
    project(TEXT, 9, 21, 'at high tide'),
    'at high tide',
  ],
  [
    'code points, the end at the last character',
    project(TEXT, 9, 20, 'at high tide'),
    'at high tide',
  ],
  ['code points, with no quote to tell by', project(TEXT, 9, 21), 'at high tide'],
  ['ends at the last character, with no quote to tell by', project(TEXT, 9, 20), 'at high tide'],
  ['UTF-16 units', project(TEXT, 10, 22, 'at high tide'), 'at high tide'],
  ['UTF-16 units, with no quote to tell by', project(TEXT, 10, 22), 'at high tide'],
  [
    'characters from 1 on',
    project('We all row at high tide.', 12, 24, 'at high tide'),
    'at high tide',
  ],
  ['a quote that was cut', project(TEXT, 9, 21, 'at hi...'), 'at high tide'],
];

describe('Positions in a project of another tool', () => {
  for (const [name, qde, quote] of counted) {
    it(`are understood as ${name}`, () => {
      assert.deepEqual(imported(qde).annotations, [`talk.txt: ${quote} → tides`]);
    });
  }

  const lines = 'One.\r\nTwo.\r\nThe sea 🌊 rose.';
  const inFile = (start: number, end: number, name: string) =>
    project('', start, end, name).replace(
      '><PlainTextContent></PlainTextContent>',
      ' plainTextPath="internal://talk.txt">',
    );
  const byFile: [string, string, string | Uint8Array][] = [
    ['a CRLF as one character, as in ATLAS.ti', inFile(10, 17, 'The sea'), lines],
    ['a CRLF as two characters', inFile(12, 19, 'The sea'), lines],
    ['characters without the byte order mark', inFile(12, 19, 'The sea'), `\ufeff${lines}`],
    ['characters with the byte order mark', inFile(13, 20, 'The sea'), `\ufeff${lines}`],
    [
      'characters of UTF-16',
      inFile(12, 19, 'The sea'),
      new Uint8Array(Buffer.from(`\ufeff${lines}`, 'utf16le')),
    ],
  ];
  for (const [name, qde, text] of byFile) {
    it(`are understood as counting ${name}`, () => {
      const files = { 'sources/talk.txt': text };
      assert.deepEqual(imported(qde, files).annotations, ['talk.txt: The sea → tides']);
    });
  }

  it('that make no sense are left out, and counted', () => {
    const ranges = [
      [-1, 5],
      [5, 3],
      [4, 4],
      [0, 999],
      [1e15, 2e15],
      [2, 3],
    ] as const;
    for (const [start, end] of ranges) {
      const { annotations, losses } = imported(project(TEXT.replace('🚣', ' '), start, end));
      if (annotations.length > 0) assert.equal(`${start} ${end}`, '4 4');
      else assert.match(losses.join(), /^1× Selections whose range is empty, blank or outside/);
    }
  });
});

describe('A project', () => {
  it('is read as QualCoder writes it: cases over a whole text, notes apart, its file in capitals', () => {
    const qde = `<?xml version="1.0" encoding="utf-8"?>
<Project name="Harbour" origin="QualCoder-3.6" xmlns="urn:QDA-XML:project:1.0" creatingUserGUID="${id('1')}" creationDateTime="2026-01-02T03:04:05">
<Users><User guid="${id('1')}" name="ann"/></Users>
<CodeBook><Codes>
<Code guid="${id('a')}" name="Weather" isCodable="false"><Code guid="${id('c')}" name="Tides" isCodable="true" color="#FF0000"><Description>High &amp; low</Description></Code></Code>
</Codes></CodeBook>
<Variables><Variable guid="${id('2')}" name="Age" typeOfVariable="Integer"><Description/></Variable></Variables>
<Cases><Case guid="${id('3')}" name="Hart"><VariableValue><VariableRef targetGUID="${id('2')}"/><IntegerValue>40</IntegerValue></VariableValue><SourceRef targetGUID="${id('f')}"/></Case></Cases>
<Sources><TextSource name="hart.txt" guid="${id('f')}" creatingUser="${id('1')}" plainTextPath="internal://HART.TXT"><NoteRef targetGUID="${id('5')}"/>
<PlainTextSelection guid="${id('e')}" startPosition="3" endPosition="12" name="high tide" creatingUser="${id('1')}"><Coding guid="${id('d')}" creatingUser="${id('1')}"><CodeRef targetGUID="${id('c')}"/><NoteRef targetGUID="${id('4')}"/></Coding></PlainTextSelection></TextSource></Sources>
<Notes><Note guid="${id('4')}" name="n" creatingUser="${id('1')}"><PlainTextContent>At noon</PlainTextContent></Note><Note guid="${id('5')}" name="memo"><PlainTextContent>Recorded outside</PlainTextContent></Note><Note guid="${id('6')}" name="Diary / week 1"><PlainTextContent>Rain.</PlainTextContent></Note></Notes>
</Project>`;
    assert.deepEqual(imported(qde, { 'Sources/hart.txt': 'At high tide.' }), {
      files: [
        'taxonomy.yaml',
        'hart.txt',
        'hart.txt.annotations.yaml',
        'attributes.csv',
        'notes/hart.txt.md',
        'notes/Diary - week 1.md',
      ],
      topics: [`weather ${id('a')}`],
      annotations: ['hart.txt: high tide → tides; ann; At noon'],
      losses: [
        '2× Titles of notes on codes, texts and passages.',
        '1× Dates on which something was made or changed: there are none here.',
        '1× Headings that no text can be coded with: here they are ordinary topics.',
        '1× Cases, variables and sets, which stand in attributes.csv: speakers are found anew in the texts.',
      ],
    });
  });

  it('is read as NVivo and MAXQDA write it: other namespaces, rich texts, PDFs, braces around GUIDs', () => {
    const qde = `<qda:Project xmlns:qda="urn:QDA-XML:project:0:4" name="P"><qda:CodeBook><qda:Codes>
<qda:Code guid="{${id('c').toUpperCase()}}" name="Tides" isCodable="true"><qda:NoteRef targetGUID="${id('9')}"/></qda:Code></qda:Codes></qda:CodeBook>
<qda:Sources>
<qda:TextSource guid="${id('f')}" name="Talk.docx" richTextPath="internal://x.docx" plainTextPath="internal://${id('f')}.txt"><qda:Description/>
<qda:PlainTextSelection guid="${id('e')}" name="" startPosition="0" endPosition="8"><qda:Description/><qda:Coding guid="${id('d')}"><qda:CodeRef targetGUID="${id('c')}"/></qda:Coding></qda:PlainTextSelection></qda:TextSource>
<qda:PDFSource guid="${id('1')}" name="Report" path="internal://r.pdf"><qda:PDFSelection guid="${id('2')}" page="0"/><qda:Representation guid="${id('3')}" plainTextPath="internal://r.txt"><qda:PlainTextSelection guid="${id('4')}" startPosition="4" endPosition="7">${coding}</qda:PlainTextSelection></qda:Representation></qda:PDFSource>
<qda:PictureSource guid="${id('5')}" name="Map" path="internal://m.png"/>
<qda:TextSource guid="${id('6')}" name="Elsewhere" plainTextPath="relative:///other.txt"/>
<qda:TextSource guid="${id('7')}" name="Whole"><qda:PlainTextContent>All of it.</qda:PlainTextContent>${coding}</qda:TextSource>
</qda:Sources><qda:Notes><qda:Note guid="${id('9')}" name="m"><qda:PlainTextContent>Of the sea</qda:PlainTextContent></qda:Note></qda:Notes>
<qda:Links><qda:Link guid="${id('8')}"/></qda:Links></qda:Project>`;
    const files = {
      [`sources/${id('f')}.txt`]: 'Salt seas rise.',
      'sources/r.txt': 'The ebb.',
      'sources/x.docx': 'PK',
    };
    const result = imported(qde.replace('"8"><qda:Description/>', '"9"><qda:Description/>'), files);
    assert.deepEqual(result.annotations, [
      'Talk.docx.txt: Salt seas → tides',
      'Report.txt: ebb → tides',
    ]);
    assert.deepEqual(result.topics, [`tides ${id('c')}`]);
    assert.deepEqual(result.losses, [
      '1× Titles of notes on codes, texts and passages.',
      '1× The formatting of documents: their plain text was taken.',
      '1× Selections in pictures, pages and recordings: only text is read here.',
      '1× Sources without a text that can be read: Map',
      '1× Texts that are not in the archive: relative:///other.txt',
      '1× Sources without a text that can be read: Elsewhere',
      '1× Codes on a whole document, of which there are none here: Tides on Whole',
      '1× Links between things: there are none here.',
    ]);
  });

  it('is read with transcripts, whose selections stand between points in time', () => {
    const qde = `<Project name="P">${codes}<Sources><AudioSource guid="${id('1')}" name="Tape" path="internal://t.mp3">
<Transcript guid="${id('2')}" name="Tape"><PlainTextContent>Now the ebb comes.</PlainTextContent>
<SyncPoint guid="${id('3')}" timeStamp="0" position="4"/><SyncPoint guid="${id('4')}" timeStamp="900" position="11"/>
<TranscriptSelection guid="${id('5')}" fromSyncPoint="${id('3')}" toSyncPoint="${id('4')}">${coding}</TranscriptSelection></Transcript>
<AudioSelection guid="${id('6')}" begin="0" end="900"/></AudioSource></Sources></Project>`;
    const { annotations, losses } = imported(qde);
    assert.deepEqual(annotations, ['Tape.txt: the ebb → tides']);
    assert.deepEqual(losses, [
      '2× Points in time of transcripts: only their words were taken.',
      '1× Selections in pictures, pages and recordings: only text is read here.',
    ]);
  });

  it('is read if its ids are none, its references are bare or lead nowhere, and two share a name', () => {
    const qde = `<Project name="P"><CodeBook><Codes><Code guid="joy" name="Joy"/><Code guid="joy" name="Joy"/><Code name=""/></Codes></CodeBook><Sources>
<TextSource guid="s1" name="CON"><PlainTextContent>What joy.</PlainTextContent>
<PlainTextSelection guid="x" startPosition="5" endPosition="8"><CodeRef targetGUID="joy"/><CodeRef targetGUID="gone"/><NoteRef targetGUID="gone"/></PlainTextSelection></TextSource>
<TextSource guid="s1" name="../a/b:c?"><PlainTextContent>x</PlainTextContent></TextSource>
<TextSource guid="s3" name="con"><PlainTextContent>y</PlainTextContent></TextSource></Sources>
<Cases><Case guid="k" name="K"><SourceRef targetGUID="s9"/></Case></Cases></Project>`;
    assert.deepEqual(imported(qde), {
      files: ['taxonomy.yaml', '-CON.txt', '-CON.txt.annotations.yaml', 'a-b-c-.txt', '-con 2.txt'],
      topics: [
        'joy 7b4e8eef-c855-8a49-82b9-ad5b72ec5877',
        'joy-2 a2ef5d56-defb-80da-a5c6-013e9b5b1c84',
        'topic d056b2d2-bfb9-8951-bbf6-e4e0049fbec7',
      ],
      annotations: ['-CON.txt: joy → joy'],
      losses: [
        '2× GUIDs that two things shared: the second got another.',
        '1× References to notes that lead nowhere.',
        '1× Codings with a code that is not in the codebook.',
        '1× References of cases that lead nowhere.',
      ],
    });
  });

  it('keeps what it says of cases and documents in a table', () => {
    const of = (value: string) =>
      `<VariableValue><VariableRef targetGUID="${id('2')}"/><TextValue>${value}</TextValue></VariableValue>`;
    const qde = `<Project name="P"><Variables><Variable guid="${id('2')}" name="Place" typeOfVariable="Text"/></Variables>
<Cases><Case guid="${id('3')}" name="Hart"><Description>A pilot</Description>${of('=Oslo')}<SourceRef targetGUID="${id('f')}"/></Case></Cases>
<Sources><TextSource guid="${id('f')}" name="talk"><PlainTextContent>Yes.</PlainTextContent>${of('Bergen')}</TextSource></Sources></Project>`;
    const losses = new Losses();
    const project = all(readingProject(zipSync({ 'project.qde': strToU8(qde) }), losses));
    const { files } = all(importingProject(project, losses));
    assert.deepEqual(files.find(({ path }) => path === 'attributes.csv')?.content.split('\r\n'), [
      'of,name,attribute,value',
      'case,Hart,description,A pilot',
      "case,Hart,Place,'=Oslo",
      'case,Hart,document,talk.txt',
      'document,talk.txt,Place,Bergen',
      '',
    ]);
  });
});
