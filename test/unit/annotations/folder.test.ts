import assert from 'node:assert/strict';
import {
  documentPath,
  filePath,
  readFolder,
  strayFiles,
} from '../../../src/core/annotations/folder';
import { inEnglish } from '../support/inEnglish';

describe('The setting of a folder for annotation files', () => {
  const cases: [setting: unknown, means: string][] = [
    [undefined, 'beside'],
    ['', 'beside'],
    [' . ', 'beside'],
    ['annotations', 'in annotations'],
    ['./coding/2025/', 'in coding/2025'],
    ['coding\\round two', 'in coding/round two'],
    [42, '“42” is no path.'],
    ['..', '“..” leads out of the workspace folder.'],
    ['notes/../../elsewhere', '“notes/../../elsewhere” leads out of the workspace folder.'],
    ['..\\elsewhere', '“..\\elsewhere” leads out of the workspace folder.'],
    ['/tmp', '“/tmp” is no path from the workspace folder.'],
    ['C:\\tmp', '“C:\\tmp” is no path from the workspace folder.'],
    ['file:///tmp', '“file:///tmp” is no path from the workspace folder.'],
    ['~/annotations', '“~/annotations” is no path from the workspace folder.'],
  ];
  for (const [setting, means] of cases) {
    it(`${JSON.stringify(setting)} → ${means}`, () => {
      const folder = readFolder(setting);
      const said = folder.kind === 'refused' ? inEnglish(folder.why) : folder.kind;
      assert.equal(folder.kind === 'in' ? `in ${folder.path}` : said, means);
    });
  }
});

describe('The annotation file of a document', () => {
  const cases: [document: string, folder: string, file: string][] = [
    ['talk.txt', '', 'talk.txt.annotations.yaml'],
    ['one/talk.txt', '', 'one/talk.txt.annotations.yaml'],
    ['one/talk.txt', 'notes', 'notes/one/talk.txt.annotations.yaml'],
    ['notes/talk.txt', 'notes', 'notes/notes/talk.txt.annotations.yaml'],
  ];
  for (const [document, folder, file] of cases) {
    it(`${document} in “${folder}” → ${file}, and back`, () => {
      assert.equal(filePath(document, folder), file);
      assert.equal(documentPath(file, folder), document);
    });
  }

  it('is none elsewhere, and none of another name', () => {
    assert.equal(documentPath('talk.txt.annotations.yaml', 'notes'), undefined);
    assert.equal(documentPath('notes2/talk.txt.annotations.yaml', 'notes'), undefined);
    assert.equal(documentPath('notes/talk.yaml', 'notes'), undefined);
  });
});

describe('Annotation files where a former setting wanted them', () => {
  interface Case {
    readonly what: string;
    /** Documents, and annotation files without their ending. */
    readonly documents: string[];
    readonly files: string[];
    readonly folder: string;
    readonly former: string[];
    readonly strays?: string[];
    readonly needless?: string[];
  }
  const cases: Case[] = [
    {
      what: 'beside the documents',
      documents: ['a.txt', 'one/b.txt'],
      files: ['a.txt', 'one/b.txt'],
      folder: 'notes',
      former: [''],
      strays: ['a.txt of a.txt', 'one/b.txt of one/b.txt'],
    },
    {
      what: 'in a folder',
      documents: ['a.txt', 'one/b.txt'],
      files: ['notes/a.txt', 'notes/one/b.txt'],
      folder: '',
      former: ['notes'],
      strays: ['notes/a.txt of a.txt', 'notes/one/b.txt of one/b.txt'],
    },
    {
      what: 'in two folders, the later of which counts',
      documents: ['a.txt', 'b.txt'],
      files: ['first/a.txt', 'first/b.txt', 'second/a.txt'],
      folder: 'third',
      former: ['second', 'first', ''],
      strays: ['second/a.txt of a.txt', 'first/b.txt of b.txt'],
      needless: ['first/a.txt of a.txt'],
    },
    {
      what: 'beside one that stands in the right place',
      documents: ['a.txt'],
      files: ['a.txt', 'notes/a.txt'],
      folder: 'notes',
      former: [''],
      needless: ['a.txt of a.txt'],
    },
    {
      what: 'none: it stands in the right place, beside a document of the folder',
      documents: ['notes/a.txt', 'a.txt'],
      files: ['notes/a.txt'],
      folder: '',
      former: ['notes'],
    },
    {
      what: 'none: the document is not there, and another one of its name is not it',
      documents: ['a.txt', 'two/b.txt'],
      files: ['notes/one/a.txt', 'notes/b.txt'],
      folder: '',
      former: ['notes'],
    },
    {
      what: 'none where there was never another place',
      documents: ['a.txt'],
      files: ['a.txt', 'notes/a.txt'],
      folder: '',
      former: [],
    },
    {
      what: 'a folder in a folder',
      documents: ['a.txt', 'notes/a.txt'],
      files: ['notes/notes/a.txt', 'notes/a.txt'],
      folder: 'other',
      former: ['notes', ''],
      strays: ['notes/a.txt of a.txt', 'notes/notes/a.txt of notes/a.txt'],
    },
  ];
  const named = (path: string) => `${path}.annotations.yaml`;
  for (const { what, documents, files, folder, former, strays = [], needless = [] } of cases) {
    it(what, () => {
      const found = strayFiles(files.map(named), folder, former, new Set(documents));
      const said = (some: typeof found.strays) =>
        some.map(({ document, file }) => `${file.replace('.annotations.yaml', '')} of ${document}`);
      assert.deepEqual(said(found.strays).sort(), strays.sort());
      assert.deepEqual(said(found.needless), needless);
    });
  }
});
