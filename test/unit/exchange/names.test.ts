import assert from 'node:assert/strict';
import { CodePoints, plainText } from '../../../src/core/exchange/codePoints';
import { fileName, filePath, Paths } from '../../../src/core/exchange/fileName';
import { asGuid } from '../../../src/core/exchange/guid';

describe('A name from anywhere', () => {
  const FILES: [name: string, file: string][] = [
    ['Talk with Ann.txt', 'Talk with Ann.txt'],
    ['Ann / Bo: why?', 'Ann - Bo- why-'],
    ['../../etc', 'etc'],
    ['...hidden', 'hidden'],
    ['ends with dots. . .', 'ends with dots'],
    ['  \t ', 'untitled'],
    ['', 'untitled'],
    ['CON', '-CON'],
    ['nul.txt', '-nul.txt'],
    ['Console', 'Console'],
    ['a\u202etxt.exe', 'a-txt.exe'],
    ['x'.repeat(300), 'x'.repeat(120)],
    // Not cut within a character, nor is one left out elsewhere.
    [`${'x'.repeat(119)}🌊`, 'x'.repeat(119)],
    ['🌊 sea', '🌊 sea'],
  ];
  for (const [name, file] of FILES) {
    it(`is the file name ${file.slice(0, 30)} of ${JSON.stringify(name.slice(0, 30))}`, () => {
      assert.equal(fileName(name), file);
    });
  }

  const PATHS: [name: string, path: string][] = [
    ['field notes/Ann.txt', 'field notes/Ann.txt'],
    ['/Ann.txt', 'Ann.txt'],
    ['a//b', 'a/b'],
    ['a/ /b', 'a/b'],
    ['../../a/./b', 'a/b'],
    ['a/.../b', 'a/b'],
    ['a../b', 'a/b'],
    ['.a/b', 'a/b'],
    ['con/a', '-con/a'],
    ['..', 'untitled'],
    ['', 'untitled'],
  ];
  for (const [name, path] of PATHS) {
    it(`is the path ${path} of ${JSON.stringify(name)}`, () => {
      assert.equal(filePath(name), path);
    });
  }

  it('is given once, with a number before its ending, whatever its letters’ case', () => {
    const paths = new Paths();
    const given = ['a.txt', 'a.txt', 'A.TXT', 'notes', 'notes', '.a', '.a', 'a 2.txt'];
    assert.deepEqual(
      given.map((path) => paths.own(path)),
      ['a.txt', 'a 2.txt', 'A 3.TXT', 'notes', 'notes 2', '.a', '.a 2', 'a 2 2.txt'],
    );
  });

  const GUID = '0f0e0d0c-0b0a-4908-8706-050403020100';
  const GUIDS: [written: string, guid: string | undefined][] = [
    [GUID, GUID],
    [` {${GUID.toUpperCase()}} `, GUID],
    [`x${GUID}`, undefined],
    ['17', undefined],
  ];
  for (const [written, guid] of GUIDS) {
    it(`is ${guid ? 'a' : 'no'} GUID: “${written}”`, () => {
      assert.equal(asGuid(written), guid);
    });
  }
});

describe('The characters of a text', () => {
  const TEXT = 'a🌊b\r\nc\rd\uffff';

  it('are counted as code points, where a line end may be one or two', () => {
    const apart = new CodePoints(TEXT);
    const joined = new CodePoints(TEXT, true);
    const offsets = (points: CodePoints) =>
      Array.from({ length: 11 }, (_, position) => points.toOffset(position));
    assert.deepEqual(offsets(apart), [0, 1, 3, 4, 5, 6, 7, 8, 9, 10, undefined]);
    assert.deepEqual(offsets(joined), [0, 1, 3, 4, 6, 7, 8, 9, 10, undefined, undefined]);
  });

  it('are told from offsets, within one that of the next', () => {
    const points = new CodePoints('a🌊b');
    assert.deepEqual(
      [0, 1, 2, 3, 4, 9].map((offset) => points.toPosition(offset)),
      [0, 1, 2, 2, 3, 3],
    );
  });

  it('are written with one kind of line end, without marks and halves of characters', () => {
    const original = '\ufeffa\r\nb\rc\ud83d\n';
    const { text, toOffset } = plainText(original);
    assert.equal(text, 'a\nb\nc\ufffd\n');
    assert.deepEqual(
      [...'abc'].map((letter) => text[toOffset(original.indexOf(letter))]),
      ['a', 'b', 'c'],
    );
  });
});
