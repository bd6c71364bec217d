import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { importingProject, type ImportedFile } from '../../../src/core/exchange/fromProject';
import { Losses } from '../../../src/core/exchange/losses';
import { readingProject } from '../../../src/core/exchange/refi/readProject';
import { all, folderOf, lossTexts, projectOf, thereAndBack, type Folder } from './support';

/** A project in the manner of a tool, written by us: a folder of `test/fixtures/projects`. */
interface Dialect {
  readonly tool: string;
  readonly folder: string;
  /** What stands before and at the ends of the lines of its texts. */
  readonly mark?: string;
  readonly lineEnd?: string;
  readonly files: readonly string[];
  /** `topic < the one above it`. */
  readonly topics: readonly string[];
  /** `file: words → topics; coder; note`. */
  readonly codings: readonly string[];
  readonly attributes?: readonly string[];
  readonly losses: readonly string[];
}

const DATES = 'Dates on which something was made or changed: there are none here.';
const TABLE =
  '1× Cases, variables and sets, which stand in attributes.csv: speakers are found anew in the texts.';
const NO_TEXT = 'Selections in pictures, pages and recordings: only text is read here.';

const dialects: readonly Dialect[] = [
  {
    tool: 'NVivo: a CRLF is two characters, cases with values, a PDF, a transcript, a memo in a file',
    folder: 'nvivo',
    mark: '\ufeff',
    lineEnd: '\r\n',
    files: [
      ...['taxonomy.yaml', 'Holm.txt', 'Holm.txt.annotations.yaml', 'Tape 4.txt'],
      ...['Tape 4.txt.annotations.yaml', 'attributes.csv', 'notes/Holm.md'],
    ],
    topics: ['flooding', 'who-pays < flooding', 'insurers < who-pays', 'who-pays-2'],
    codings: [
      'Holm.txt: In the night of the fourth → flooding; Coder A',
      'Holm.txt: The insurers paid for half 🌊 → insurers, who-pays-2; Coder A; She laughs here',
      'Tape 4.txt: The county pays. → who-pays',
    ],
    attributes: [
      'variable,Person: Age,description,"In years, as told"',
      'case,Signe Holm,Person: Age,61',
      'case,Signe Holm,Person: Moved away,false',
      'case,Signe Holm,document,Holm.txt',
      'case,Signe Holm,passage,Holm.txt:3: In the night of the fourth',
      'set,Coast,document,Holm.txt',
    ],
    losses: [
      '1× The formatting of documents: their plain text was taken.',
      '1× Sources without a text that can be read: Survey',
      `1× ${NO_TEXT}`,
      '2× Points in time of transcripts: only their words were taken.',
      '1× Titles of notes on codes, texts and passages.',
      `3× ${DATES}`,
      TABLE,
    ],
  },
  {
    tool: 'ATLAS.ti: a CRLF is one character, names of quotations that are no quotes, comments, groups, links, networks',
    folder: 'atlas',
    lineEnd: '\r\n',
    files: [
      ...['taxonomy.yaml', 'D 1- Pilot Lie.txt', 'D 1- Pilot Lie.txt.annotations.yaml'],
      ...['attributes.csv', 'notes/To do.md'],
    ],
    topics: ['weather-fog', 'trust-in-crew'],
    codings: [
      'D 1- Pilot Lie.txt: in fog you hear it first → weather-fog; Mira; Compare with D 3',
      'D 1- Pilot Lie.txt: in fog you hear it first → trust-in-crew; Jon',
      'D 1- Pilot Lie.txt: The crew → trust-in-crew; Mira',
    ],
    attributes: [
      'set,On the bridge,description,What happens there',
      'set,On the bridge,code,Weather: fog',
      'set,On the bridge,code,Trust <in crew>',
    ],
    losses: [
      '1× The formatting of documents: their plain text was taken.',
      '1× Sources without a text that can be read: D 2: Chart',
      `1× ${NO_TEXT}`,
      `3× ${DATES}`,
      '1× Links between things: there are none here.',
      '1× Diagrams: there are none here.',
      TABLE,
    ],
  },
  {
    tool: 'MAXQDA: codes of one name, document groups, positions as names, a recording, a code that is gone',
    folder: 'maxqda',
    files: [
      ...['taxonomy.yaml', 'Builder 3-10.txt', 'Builder 3-10.txt.annotations.yaml'],
      'attributes.csv',
    ],
    topics: ['boats', 'boats-2 < boats', 'repair < boats'],
    codings: [
      'Builder 3-10.txt: we mend what has split → repair; dora',
      'Builder 3-10.txt: old boats → boats-2; dora',
    ],
    attributes: [
      'set,Builders 2026,document,Builder 3-10.txt',
      'set,Builders 2026,document,?',
      'document,Builder 3-10.txt,Village,Skagen',
    ],
    losses: [
      '1× Titles of notes on codes, texts and passages.',
      '1× The formatting of documents: their plain text was taken.',
      '1× Sources without a text that can be read: New Recording 11',
      `1× ${NO_TEXT}`,
      '1× Codings with a code that is not in the codebook.',
      `4× ${DATES}`,
      TABLE,
    ],
  },
  {
    tool: 'Quirkos: texts within the project, colours of another form, nobody who coded',
    folder: 'quirkos',
    files: ['taxonomy.yaml', 'Skipper & mate.txt', 'Skipper & mate.txt.annotations.yaml'],
    topics: ['cost', 'fares < cost'],
    codings: [
      'Skipper & mate.txt: The fare doubled → fares',
      'Skipper & mate.txt: nobody asked us → cost',
    ],
    losses: ['1× Colours of codes that are not written as #RRGGBB.'],
  },
  {
    tool: 'QualCoder: files’ names as names of selections, categories, a journal',
    folder: 'qualcoder',
    files: [
      ...['taxonomy.yaml', 'una.txt', 'una.txt.annotations.yaml', 'attributes.csv'],
      'notes/Journal 1.md',
    ],
    topics: ['harvest', 'season < harvest'],
    codings: [
      'una.txt: late September → season; default; Every year',
      'una.txt: later → season; default',
    ],
    attributes: [
      'case,Una,description,Cuts kelp',
      'case,Una,Boat,Tern',
      'case,Una,document,una.txt',
    ],
    losses: [
      `5× ${DATES}`,
      '1× Headings that no text can be coded with: here they are ordinary topics.',
      TABLE,
    ],
  },
];

/** The archive of a dialect’s project. */
function archive({ folder, mark = '', lineEnd = '\n' }: Dialect): Uint8Array {
  const root = path.resolve(__dirname, '../../fixtures/projects', folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:qde|txt)$/.test(name),
  );
  const entries = files.map((name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    const isText = name.endsWith('.txt');
    return [
      name.split(path.sep).join('/'),
      strToU8(isText ? mark + text.replaceAll('\n', lineEnd) : text),
    ] as const;
  });
  return zipSync(Object.fromEntries(entries));
}

function imported(dialect: Dialect): { files: readonly ImportedFile[]; losses: string[] } {
  const losses = new Losses();
  const project = all(readingProject(archive(dialect), losses));
  const { files } = all(importingProject(project, losses));
  return { files, losses: lossTexts(losses) };
}

function topicsOf({ taxonomy }: Folder): string[] {
  type Topics = typeof taxonomy.topics;
  const told = (topics: Topics, above: string): string[] =>
    topics.flatMap(({ id, children }) => [`${id}${above}`, ...told(children, ` < ${id}`)]);
  return told(taxonomy.topics, '');
}

function codingsOf({ documents }: Folder): string[] {
  return documents.flatMap((document) =>
    document.anchored.map(({ annotation: { selector, topics, coder, note } }) =>
      [`${document.path}: ${selector.quote} → ${topics.join(', ')}`, coder, note]
        .filter(Boolean)
        .join('; '),
    ),
  );
}

describe('A project in the manner of', () => {
  for (const dialect of dialects) {
    it(dialect.tool, () => {
      const { files, losses } = imported(dialect);
      const folder = folderOf(files);
      assert.deepEqual(topicsOf(folder), dialect.topics);
      assert.deepEqual(codingsOf(folder), dialect.codings);
      assert.deepEqual(
        files.map((file) => file.path),
        dialect.files,
      );
      const table = files.find((file) => file.path === 'attributes.csv')?.content;
      assert.deepEqual(table?.trimEnd().split('\r\n').slice(1), dialect.attributes);
      assert.deepEqual(losses, dialect.losses);
    });

    it(`${dialect.folder} stays what it is, exported and imported again`, () => {
      const first = folderOf(imported(dialect).files);
      const { folder, losses } = thereAndBack(projectOf(first));
      assert.deepEqual(losses, []);
      assert.deepEqual(topicsOf(folder), topicsOf(first));
      assert.deepEqual(codingsOf(folder), codingsOf(first));
      assert.deepEqual(
        folder.taxonomy.topics.map(({ guid }) => guid),
        first.taxonomy.topics.map(({ guid }) => guid),
      );
    });
  }
});
