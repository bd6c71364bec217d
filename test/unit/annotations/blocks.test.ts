import assert from 'node:assert/strict';
import { blocksOf } from '../../../src/core/annotations/blocks';
import { AnnotationFileReader } from '../../../src/core/annotations/file';
import { parseAnnotationFile } from '../support/annotationFile';
import { inEnglish } from '../support/inEnglish';
import type { Annotation } from '../../../src/core/annotations/model';
import { readWhole } from '../../../src/core/annotations/read';
import { newAnnotationFile, writeWhole, type FileEdit } from '../../../src/core/annotations/write';

const ITEM = '  - id: a\n    quote: words\n    at: [1, 6]\n';
const SECOND = '  - id: b\n    quote: others\n    at: [9, 15]\n';

describe('An annotation file, annotation by annotation', () => {
  const cases: [what: string, yaml: string, items: number | undefined][] = [
    ['two', `version: 1\nannotations:\n${ITEM}${SECOND}`, 2],
    ['comments above and between', `annotations: # mine\n  # one\n${ITEM}  # two\n\n${SECOND}`, 2],
    ['a comment within one', `annotations:\n  - id: a\n  # why?\n    quote: words\n${SECOND}`, 2],
    ['dashes at the margin', 'annotations:\n- id: a\n  quote: words\nversion: 1\n', 1],
    ['other keys behind', `annotations:\n${ITEM}'une clé': 1\nmy own: [x]\n`, 1],
    ['keys behind', `annotations:\n${ITEM}# of the document\ndocument:\n  interview: true\n`, 1],
    [
      'a note in lines that look like annotations',
      `annotations:\n${ITEM}    note: |\n      - id: c\n       # no comment\n${SECOND}`,
      2,
    ],
    [
      'words in quotation marks that look like one',
      `annotations:\n${ITEM}    note: "x\n  - id: c"\n${SECOND}`,
      3,
    ],
    ['a list in brackets', 'annotations: [{id: a, quote: words}]\n', undefined],
    ['brackets over lines', `annotations:\n${ITEM}    tags: [x,\n  - y]\n`, 2],
    ['no line end', `annotations:\n${ITEM.trimEnd()}`, 1],
    ['CRLF', `version: 1\nannotations:\n${ITEM}${SECOND}`.replaceAll('\n', '\r\n'), 2],
    ['an item that is none', `annotations:\n${ITEM}  - words\n  -\n${SECOND}`, 4],
    ['the list twice', `annotations:\n${ITEM}annotations:\n${SECOND}`, undefined],
    ['keys twice', `annotations:\n${ITEM}    id: c\n${SECOND}`, 2],
    [
      'a reference to another one',
      `annotations:\n  - &one\n    id: a\n    quote: words\n  - *one\n`,
      2,
    ],
    ['two files in one', `annotations:\n${ITEM}---\nversion: 1\n`, 1],
    ['a conflict', `annotations:\n${ITEM}<<<<<<< ours\n${SECOND}=======\n>>>>>>> theirs\n`, 2],
    ['another indentation', `annotations:\n${ITEM}   - id: b\n     quote: others\n`, 1],
    ['less indentation', `annotations:\n${ITEM} - id: b\n   quote: others\n`, 1],
    ['a key at the margin', `annotations:\n${ITEM}kind: fact\n${SECOND}`, 2],
    ['words at the margin', `annotations:\n${ITEM}and so on\n${SECOND}`, 2],
    ['a tab', `annotations:\n${ITEM}\t- id: b\n`, 1],
    ['another version', `version: 7\nannotations:\n${ITEM}`, 1],
    ['none', 'annotations:\nversion: 1\n', undefined],
    ['words above the first', `annotations:\nand so on\n${ITEM}`, undefined],
    ['an unknown key above', `version: 1\nplace: Oslo\nannotations:\n${ITEM}${SECOND}`, 2],
    ['an unknown key below', `annotations:\n${ITEM}${SECOND}place: Oslo\n`, 2],
    ['an unknown key in one', `version: 1\nannotations:\n${ITEM}    nots: x\n${SECOND}`, 2],
    [
      'unknown keys everywhere',
      `versoin: 1\nannotations:\n${ITEM}    nots: x\n${SECOND}docment: 1\n`,
      2,
    ],
  ];
  for (const [what, yaml, items] of cases) {
    it(`${what}: is read as it is as a whole`, () => {
      const blocks = blocksOf(yaml);
      assert.equal(blocks?.items.length, items);
      if (blocks) assert.equal(blocks.head + blocks.items.join('') + blocks.tail, yaml);
      assert.deepEqual(parseAnnotationFile(yaml), readWhole(yaml));
    });
  }

  // Bars stand where the file is cut: before each annotation, and behind the last.
  const cuts: [what: string, marked: string][] = [
    [
      'comments go with what stands below them',
      `annotations:\n|  # one\n${ITEM}|  # two\n\n${SECOND}|`,
    ],
    [
      'comments between the keys of one stay in it, wherever they begin',
      `annotations:\n|  - id: a\n  # why?\n    quote: words\n# so\n    at: [1, 6]\n|${SECOND}|`,
    ],
    ['comments further in than the dash stay', `annotations:\n|${ITEM}      # two\n|${SECOND}|`],
    ['comments at the end stay there', `annotations:\n|${ITEM}|# three\nversion: 1\n`],
    ['blank lines stay with what stands above them', `annotations:\n|${ITEM}\n  \n|${SECOND}|`],
    ['a dash may stand alone', `annotations:\n|  -\n    id: a\n|  -|`],
    ['a dash in a word is none', `annotations:\n|${ITEM}  -words\n|${SECOND}|`],
    ['a key that has lost its indentation stays', `annotations:\n|${ITEM}kind : fact\n|${SECOND}|`],
    ['words at the margin stay', `annotations:\n|${ITEM}and so on\n|${SECOND}|`],
    ['a key of the file ends the list', `annotations:\n|${ITEM}|version: 1\nmore:\n${SECOND}`],
    ['a key with no value does', `annotations:\n|${ITEM}|more:`],
    ['a key in quotation marks does', `annotations:\n|${ITEM}|"my: own" : 1\n`],
    ['what looks like a key within words does not', `annotations:\n|${ITEM}at 6:30\n|${SECOND}|`],
    ['the end of a YAML document does', `annotations:\n|${ITEM}|...\n`],
    ['a key that is indented does not', `annotations:\n|${ITEM} more: 1\n|${SECOND}|`],
  ];
  for (const [what, marked] of cuts) {
    it(`is cut where each begins: ${what}`, () => {
      const { head, items, tail } = blocksOf(marked.replaceAll('|', '')) ?? assert.fail('Not cut.');
      assert.equal([head, ...items, tail].join('|'), marked);
    });
  }

  it('says no more of what is wrong than anybody reads', () => {
    const yaml = `version: 1\nannotations:\n${'  - id: a\n'.repeat(150)}`;
    assert.equal(parseAnnotationFile(yaml).problems.length, 100);
  });

  // Nobody would write so, and it is to stay so.
  const [odd, odder] = [
    "  - {id: a,   quote: 'words', at: [1, 6]}\n",
    '  - id:   b\n    quote: others\n    at: [9,   15]\n',
  ];
  const found = { start: 7, end: 12, quote: 'found', prefix: '', suffix: '' };
  const put: Annotation = { id: 'c', selector: found, tags: [], topics: [] };
  const written = '  - id: c\n    quote: found\n    prefix: ""\n    suffix: ""\n    at: [7, 12]\n';
  const changes: [what: string, edit: FileEdit, before: string, after: string][] = [
    [
      'a new one stands in its place',
      { put },
      `annotations:\n${odd}${odder}`,
      `annotations:\n${odd}${written}${odder}`,
    ],
    [
      'one that moved stands in its new place',
      { put },
      `annotations:\n${written.replace('7, 12', '0, 5')}${odd}${odder}`,
      `annotations:\n${odd}${written}${odder}`,
    ],
    [
      'one without a place stays behind the one before it',
      { put },
      `annotations:\n${odd}  - id: lost\n${odder}  - id: gone\n`,
      `annotations:\n${odd}  - id: lost\n${written}${odder}  - id: gone\n`,
    ],
    [
      'one goes',
      { remove: 'c' },
      `annotations:\n${odd}${written}${odder}`,
      `annotations:\n${odd}${odder}`,
    ],
    [
      'all of one id go',
      { remove: 'c' },
      `annotations:\n${written}${odd}${written}${odder}${written}`,
      `annotations:\n${odd}${odder}`,
    ],
    [
      'decisions are made',
      { corrections: { interview: true } },
      `annotations:\n${odd}${odder}more: [1,   2]\n`,
      `document:\n  interview: true\nannotations:\n${odd}${odder}more: [1, 2]\n`,
    ],
    [
      'the last line has no end',
      { put },
      `annotations:\n${odd}${odder}`.trimEnd(),
      `annotations:\n${odd}${written}${odder}`,
    ],
  ];
  for (const [what, edit, before, after] of changes) {
    it(`leaves all others to the letter where ${what}`, () => {
      assert.equal(new AnnotationFileReader().edit(before, [edit], 'talk.txt'), after);
    });
  }

  it('keeps all that isn’t changed to the letter, however it is written', () => {
    const yaml = `# mine\nversion:   1\nannotations:\n  # one\n  - {id: a,   quote: 'words', at: [1, 6]}\n${SECOND}# end\n`;
    const reader = new AnnotationFileReader();
    const { annotations } = reader.read(yaml).file;
    const put = { ...(annotations[1] as Annotation), note: 'Ask her.' };
    const edited = reader.edit(yaml, [{ put }], 'talk.txt');
    assert.equal(edited, yaml.replace('[9, 15]\n', '[9, 15]\n    note: Ask her.\n'));
    const removed = reader.edit(edited ?? '', [{ remove: 'a' }], 'talk.txt') ?? '';
    assert.deepEqual(removed.match(/# \w+/g), ['# mine', '# end']);
  });

  describe('of many, one of which is broken', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ITEM.replace('id: a', `id: a${n}`)).join('');
    const [before, behind] = [`version: 1\nannotations:\n${many(1000)}`, many(1000)];
    // Where the mark is the problem is told, within a line or so.
    const broken: [what: string, item: string][] = [
      ['quotation marks are never closed', '  - id: x\n    quote: |"words\n    at: [1, 6]\n'],
      ['a line is indented by one less', '  - id: x\n   |quote: words\n'],
      ['a key has lost its indentation', '  - id: x\n|quote: words\n    at: [1, 6]\n'],
      ['a key stands twice', '  - id: x\n    quote: words\n    |quote: others\n'],
      ['words stand at the margin', '  - id: x\n    quote: words\n|and so on\n'],
      [
        'what git left stands',
        '|<<<<<<< ours\n  - id: x\n    quote: words\n=======\n>>>>>>> theirs\n',
      ],
    ];
    for (const [what, marked] of broken) {
      it(`is read in small steps, and left alone, where ${what}`, () => {
        const item = marked.replace('|', '');
        const reader = new AnnotationFileReader();
        const steps = reader.steps(before + item + behind);
        let count = 0;
        let step = steps.next();
        for (; !step.done; step = steps.next()) count++;
        const { readable, problems } = step.value;
        assert.equal(readable, false);
        assert.ok(count > 1000 || what.includes('git'), `${count} steps`);
        const place = before.length + marked.indexOf('|');
        const [first] = problems;
        assert.ok(first && Math.abs(first.start - place) < 30, `${first?.start} for ${place}`);
        assert.ok(problems.length <= 3, `${problems.length} problems`);
        const isConflict = /merge conflict/.test(inEnglish(first.message));
        assert.equal(isConflict, what.includes('git'));
      });
    }
  });

  it('is refused if it is larger than any that people make', () => {
    const yaml = `version: 1\nannotations:\n${ITEM.repeat(800_000)}`;
    const { readable, problems } = new AnnotationFileReader().read(yaml);
    assert.deepEqual([readable, problems.length], [false, 1]);
  });

  describe('of 10,000 annotations', () => {
    const quote = 'The ferry company will probably stay until its licence ends in 2034. '.repeat(3);
    const annotations = Array.from({ length: 10_000 }, (_, n): Annotation => {
      const selector = {
        start: n * 300,
        end: n * 300 + quote.length,
        quote,
        prefix: 'A: ',
        suffix: ' B',
      };
      return { id: `id${n}`, selector, tags: ['ferry'], topics: [], note: `No. ${n}` };
    });
    const yaml = newAnnotationFile({ corrections: {}, annotations }, 'talk.txt');
    const reader = new AnnotationFileReader();
    const stepsOf = (text: string) => {
      const steps = reader.steps(text);
      for (let count = 0; ; count++) {
        const { done, value } = steps.next();
        if (done) return { count, ...value };
      }
    };

    it('is read in small steps, and again only what has changed', () => {
      assert.ok(yaml.length > 3_000_000, `${yaml.length}`);
      const first = stepsOf(yaml);
      assert.ok(first.readable);
      assert.deepEqual(first.file.annotations, annotations);
      assert.ok(first.count >= annotations.length, `${first.count} steps`);
      const put = { ...(annotations[5000] as Annotation), note: 'Changed.' };
      const edited = reader.edit(yaml, [{ put }, { remove: 'id7' }], 'talk.txt') ?? '';
      assert.equal(edited, writeWhole(yaml, [{ put }, { remove: 'id7' }], 'talk.txt'));
      const again = stepsOf(edited);
      assert.ok(again.count < 20, `${again.count} steps`);
      assert.equal(again.file.annotations.length, 9999);
    });

    it('is left alone if one of them is broken, which is told where it is', () => {
      const broken = yaml.replace('note: No. 9000\n', 'note: "No. 9000\n');
      const { readable, problems } = reader.read(broken);
      assert.equal(readable, false);
      const [first] = problems;
      const place = broken.indexOf('"No. 9000');
      assert.ok(first && Math.abs(first.start - place) < 300, `${first?.start} for ${place}`);
      assert.equal(reader.edit(broken, [{ remove: 'id1' }], 'talk.txt'), undefined);
    });
  });
});
