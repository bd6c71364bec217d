import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import type { Annotation } from '../../../src/core/annotations/model';
import { inEnglish } from '../support/inEnglish';
import { runs } from '../support/runs';

function annotation(id: string, start: number, more: Partial<Annotation> = {}): Annotation {
  const selector = { start, end: start + 5, quote: 'words', prefix: 'some ', suffix: ' here' };
  return { id, selector, tags: [], topics: [], ...more };
}

function edited(yaml: string, ...edits: Parameters<typeof editAnnotationFile>[1]): string {
  const result = editAnnotationFile(yaml, edits, 'talk.txt');
  assert(result !== undefined, 'The file can be written to.');
  return result;
}

describe('The file of annotations', () => {
  it('reads like this', () => {
    const tagged = annotation('k3f9q2', 7, {
      kind: 'prediction',
      tags: ['ferry', 'money, lots'],
      status: 'disputed',
      confidence: 'low',
      rating: { source: 'B', information: '2' },
      topics: ['shipping'],
      note: 'Ask her again.',
      coder: 'Ruth',
    });
    const yaml = edited('', { put: tagged }, { corrections: { interviewers: ['The Courier'] } });
    assert.equal(
      yaml,
      [
        '# Annotations of talk.txt, made with Interview Lens. Safe to edit by hand.',
        '',
        'version: 1',
        'document:',
        '  interviewers: [The Courier]',
        'annotations:',
        '  - id: k3f9q2',
        '    quote: words',
        '    prefix: "some "',
        '    suffix: " here"',
        '    at: [7, 12]',
        '    kind: prediction',
        '    tags: [ferry, "money, lots"]',
        '    status: disputed',
        '    confidence: low',
        '    rating: B2',
        '    topics: [shipping]',
        '    note: Ask her again.',
        '    coder: Ruth',
        '',
      ].join('\n'),
    );
    assert.deepEqual(parseAnnotationFile(yaml).file.annotations, [tagged]);
  });

  it('of before there were ratings, states and coders is read, and written again as it was', () => {
    const yaml = [
      'version: 1',
      'annotations:',
      '  - id: old',
      '    quote: words',
      '    prefix: "some "',
      '    suffix: " here"',
      '    at: [7, 12]',
      '    tags: [ferry]',
      '    confidence: low',
      '',
    ].join('\n');
    const { file, problems } = parseAnnotationFile(yaml);
    const old = annotation('old', 7, { tags: ['ferry'], confidence: 'low' });
    assert.deepEqual(problems, []);
    assert.deepEqual(file.annotations, [old]);
    assert.equal(edited(yaml, { put: old }), yaml);
  });

  const values: [line: string, read: Partial<Annotation>, says: RegExp | undefined][] = [
    ['rating: b3', { rating: { source: 'B', information: '3' } }, undefined],
    ['rating: F', { rating: { source: 'F' } }, undefined],
    ['rating: 6', { rating: { information: '6' } }, undefined],
    ['rating: G2', {}, /“G2” is no rating.*B2/],
    ['status: verified', { status: 'verified' }, undefined],
    ['status: true', {}, /Possible are: open, verified, disputed, refuted/],
    ['coder: 7', { coder: '7' }, undefined],
    ['dismissed: true', { dismissed: true }, undefined],
    ['dismissed: yes', {}, /“yes” is no dismissed. Possible are: true, false/],
  ];
  for (const [line, read, says] of values) {
    it(`reads “${line}”${says ? ', says what is wrong, and leaves it in the file' : ''}`, () => {
      const yaml = `annotations:\n  - id: a\n    quote: words\n    ${line}\n`;
      const { file, problems, readable } = parseAnnotationFile(yaml);
      const { rating, status, coder, dismissed } = file.annotations[0]!;
      const found = { rating, status, coder, dismissed };
      const none = { rating: undefined, status: undefined, coder: undefined, dismissed: undefined };
      assert.deepEqual(found, { ...none, ...read });
      assert.match(problems.map(({ message }) => inEnglish(message)).join(), says ?? /^$/);
      assert.ok(readable);
      assert.ok(edited(yaml, { put: annotation('b', 50) }).includes(line));
    });
  }

  it('keeps a value that it can’t read while something else of the annotation is changed', () => {
    const yaml = edited('', { put: annotation('a', 10) }) + '    rating: usually fine\n';
    const after = edited(yaml, { put: annotation('a', 10, { tags: ['x'] }) });
    assert.match(after, /rating: usually fine/);
    const rated = annotation('a', 10, { rating: { source: 'A' } });
    assert.match(edited(after, { put: rated }), /rating: A\n/);
  });

  it('keeps which labels are no speakers, and which are one person', () => {
    const corrections = {
      interview: true,
      notSpeakers: ['NOTE', 'Source: mail'],
      samePerson: [
        ['Ada Quill', 'AQ'],
        ['Mr. Moss', 'MOSS, Jr.'],
      ],
    };
    const yaml = edited('', { corrections });
    assert.match(yaml, /^ {2}notSpeakers: \[NOTE, "Source: mail"\]$/m);
    assert.match(yaml, /^ {2}samePerson: \[\[Ada Quill, AQ\], \[Mr. Moss, "MOSS, Jr."\]\]$/m);
    const { file, problems } = parseAnnotationFile(yaml);
    assert.deepEqual(problems, []);
    assert.deepEqual(file.corrections, corrections);
  });

  it('keeps what single speakers do, and says what they can', () => {
    const corrections = { roles: { 'Mr. Moss': 'narrator', Denise: 'caller' } } as const;
    const yaml = edited('', { corrections });
    assert.match(yaml, /^ {2}roles: \{ ?Mr. Moss: narrator, Denise: caller ?\}$/m);
    assert.deepEqual(parseAnnotationFile(yaml).file.corrections, corrections);
    const { file, problems } = parseAnnotationFile('document:\n  roles: {Ada: king, Bo: caller}\n');
    assert.deepEqual(file.corrections, { roles: { Bo: 'caller' } });
    assert.match(inEnglish(problems[0]!.message), /A role is one of: interviewer, interviewee/);
  });

  const decisions: [document: string, interview: boolean | undefined, says: RegExp][] = [
    ['{ interview: true }', true, /^$/],
    ['{ interview: False }', false, /^$/],
    ['{ interview: yes }', undefined, /“yes” is no interview. Possible are: true, false/],
    ['{ interview: }', undefined, /^$/],
    ['', undefined, /^$/],
  ];
  for (const [document, interview, says] of decisions) {
    it(`reads “document: ${document}”`, () => {
      const { file, problems, readable } = parseAnnotationFile(`document: ${document}\n`);
      assert.equal(file.corrections.interview, interview);
      assert.match(problems.map(({ message }) => inEnglish(message)).join(), says);
      assert.ok(readable);
    });
  }

  it('says what one person needs, and uses the others', () => {
    const { file, problems, readable } = parseAnnotationFile(
      'document:\n  samePerson: [[AQ], Moss, [Ada, AQ]]\n',
    );
    assert.deepEqual(file.corrections, { samePerson: [['Ada', 'AQ']] });
    assert.equal(problems.length, 2);
    assert.match(inEnglish(problems[0]!.message), /two or more names/);
    assert.ok(readable);
  });

  it('keeps what it does not know when corrections are taken back', () => {
    const yaml = 'version: 1\ndocument:\n  # hers\n  place: Oslo\n  notSpeakers: [NOTE]\n';
    const back = edited(yaml, { corrections: {} });
    assert.match(back, /# hers\n {2}place: Oslo/);
    assert.doesNotMatch(back, /notSpeakers/);
  });

  it('leaves alone which corrections did not change, comments and all', () => {
    const people = '  samePerson:\n    # sure?\n    - [Ada, AQ]\n    - Moss\n';
    const yaml = `version: 1\ndocument:\n${people}`;
    const before = parseAnnotationFile(yaml).file.corrections;
    const after = edited(yaml, { corrections: { ...before, interview: true } });
    assert.ok(after.includes(people), after);
  });

  it('is sorted by position, and a change touches one block only', () => {
    const three = edited(
      '',
      { put: annotation('c', 30) },
      { put: annotation('a', 10) },
      { put: annotation('b', 20) },
    );
    assert.deepEqual(three.match(/id: \w/g), ['id: a', 'id: b', 'id: c']);
    const changed = edited(three, { put: annotation('b', 20, { tags: ['new'] }) });
    const added = changed.split('\n').filter((line) => !three.split('\n').includes(line));
    assert.deepEqual(added, ['    tags: [new]']);
  });

  it('keeps comments and keys that it doesn’t know', () => {
    const byHand = edited('', { put: annotation('a', 10, { tags: ['x'] }) }).replace(
      '    tags:',
      '    # ask Ruth\n    reviewed: 2026-01-01 # twice\n    tags:',
    );
    const after = edited(byHand, { put: annotation('b', 5) }, { put: annotation('a', 10) });
    assert.match(after, /# ask Ruth\n {4}reviewed: 2026-01-01 # twice/);
  });

  const broken: [what: string, yaml: string, says: RegExp][] = [
    ['broken YAML', 'annotations: [', /not valid YAML/],
    ['a merge conflict', 'version: 1\n<<<<<<< HEAD\n', /merge conflict/],
    ['a later version', 'version: 2\n', /version 2/],
    ['something else', '- a\n- b\n', /Keys with values/],
    ['annotations that are no list', 'annotations: yes\n', /list/],
    ['a decision that is none', 'document: no\n', /Keys with values are expected here: interview/],
  ];
  for (const [what, yaml, says] of broken) {
    it(`is left alone if it is ${what}, and says so`, () => {
      const { readable, problems } = parseAnnotationFile(yaml);
      assert.equal(readable, false);
      assert.match(problems.map(({ message }) => inEnglish(message)).join(), says);
      assert.equal(editAnnotationFile(yaml, [{ put: annotation('a', 1) }], 'x'), undefined);
    });
  }

  it('leaves out an annotation that it can’t read, and keeps it in the file', () => {
    const yaml = 'version: 1\nannotations:\n  - id: lost\n    tags: [x]\n';
    const { file, problems } = parseAnnotationFile(yaml);
    assert.deepEqual(file.annotations, []);
    assert.equal(problems.length, 1);
    assert.match(edited(yaml, { put: annotation('a', 1) }), /id: lost\n {4}tags: \[ ?x ?\]/);
  });

  const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });

  it('gives back what was put into it, whatever the words', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.string(),
        fc.array(anyText, { maxLength: 3 }),
        (quote, prefix, tags) => {
          fc.pre(quote.trim() !== '' && tags.every((tag) => tag.trim() !== ''));
          const selector = { start: 1, end: 1 + quote.length, quote, prefix, suffix: '\n' };
          const put = { id: 'a1', selector, tags, topics: [] };
          const { file } = parseAnnotationFile(edited('', { put }));
          assert.deepEqual(file.annotations, [put]);
        },
      ),
    );
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'[]{}:,-?&*!|>\'"%@` \n\tab1#<') }),
        (yaml) => {
          const { readable } = parseAnnotationFile(yaml);
          const result = editAnnotationFile(yaml, [{ put: annotation('a', 1) }], 'x');
          assert.equal(result !== undefined, readable);
        },
      ),
      runs(2000),
    );
  });
});
