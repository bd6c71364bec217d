import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import type { Annotation } from '../../../src/core/annotations/model';
import { newAnnotationFile, type FileEdit } from '../../../src/core/annotations/write';
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

  const bare = [
    '  - id: a',
    '    quote: words',
    '    prefix: "some "',
    '    suffix: " here"',
    '    at: [7, 12]',
  ];
  const head = (name: string) => [
    `# Annotations${name}, made with Interview Lens. Safe to edit by hand.`,
    '',
    'version: 1',
  ];

  it('holds of each annotation only what is said', () => {
    const lines = [...head(' of talk.txt'), 'annotations:', ...bare, ''].join('\n');
    const put = annotation('a', 7, { notTopics: [] });
    assert.equal(edited('', { put }), lines);
    const file = { corrections: {}, annotations: [put] };
    assert.equal(newAnnotationFile(file, 'talk.txt'), lines);
    assert.equal(
      newAnnotationFile(file, ''),
      [...head(''), 'annotations:', ...bare, ''].join('\n'),
    );
  });

  it('is the same, made at once or one by one', () => {
    const all = [annotation('b', 30, { tags: ['x'], was: 'word' }), annotation('a', 7)];
    const corrections = { interview: true, roles: { Ann: 'caller' } } as const;
    assert.equal(
      newAnnotationFile({ corrections, annotations: all }, 'talk.txt'),
      edited('', { corrections }, ...all.map((put) => ({ put }))),
    );
  });

  it('keeps words of several lines on one, and notes on theirs', () => {
    const selector = { start: 7, end: 16, quote: 'two\nlines', prefix: 'of\n', suffix: '\n\nA' };
    const put = { ...annotation('a', 7), selector, note: 'one,\ntwo' };
    const yaml = edited('', { put });
    assert.deepEqual(yaml.split('\n').slice(4), [
      '  - id: a',
      '    quote: "two\\nlines"',
      '    prefix: "of\\n"',
      '    suffix: "\\n\\nA"',
      '    at: [7, 16]',
      '    note: |-',
      '      one,',
      '      two',
      '',
    ]);
    assert.deepEqual(parseAnnotationFile(yaml).file.annotations, [put]);
  });

  const full = annotation('a', 7, {
    was: 'word',
    kind: 'prediction',
    tags: ['ferry'],
    status: 'disputed',
    confidence: 'low',
    rating: { source: 'B' },
    topics: ['shipping'],
    notTopics: ['salt'],
    note: 'Ask her again.',
    coder: 'Ruth',
  });
  const inFile = (lines: readonly string[]) => ['version: 1', ...lines, ''].join('\n');
  const others = bare.map((line) => line.replace('id: a', 'id: b'));
  const document = ['document:', '  interviewers: [Ann]'];
  // Files that are written piece by piece, and as a whole, as others write their line ends.
  for (const lineEnd of ['\n', '\r\n']) {
    const of = lineEnd === '\n' ? '' : ', in a file with CRLF';
    const changes: [what: string, before: string, edits: FileEdit[], after: string][] = [
      [
        'what is not said any more goes',
        edited('', { put: full }),
        [{ put: annotation('a', 7) }],
        edited('', { put: annotation('a', 7) }),
      ],
      [
        'one of two goes',
        inFile(['annotations:', ...bare, ...others]),
        [{ remove: 'a' }],
        inFile(['annotations:', ...others]),
      ],
      ['the last one goes', inFile(['annotations:', ...bare]), [{ remove: 'a' }], inFile([])],
      [
        'one that isn’t there goes',
        inFile(['annotations:', ...bare]),
        [{ remove: 'z' }],
        inFile(['annotations:', ...bare]),
      ],
      [
        'decisions stand before annotations',
        inFile(['annotations:', ...bare]),
        [{ corrections: { interviewers: ['Ann'] } }],
        inFile([...document, 'annotations:', ...bare]),
      ],
      [
        'decisions are taken back',
        inFile([...document, 'annotations:', ...bare]),
        [{ corrections: {} }],
        inFile(['annotations:', ...bare]),
      ],
      [
        'decisions come where there are no annotations',
        inFile([]),
        [{ corrections: { interviewers: ['Ann'] } }],
        inFile(document),
      ],
      [
        'decisions stand first where there is no version',
        ['annotations:', ...bare, ''].join('\n'),
        [{ corrections: { interviewers: ['Ann'] } }],
        [...document, 'annotations:', ...bare, ''].join('\n'),
      ],
    ];
    for (const [what, before, edits, after] of changes) {
      it(`${what}, and nothing else changes${of}`, () => {
        const yaml = before.replaceAll('\n', lineEnd);
        assert.equal(edited(yaml, ...edits).replaceAll('\r\n', '\n'), after);
      });
    }
  }

  const places: [line: string, selector: Partial<Annotation['selector']>][] = [
    ['at: [7, 12]', { start: 7, end: 12 }],
    ['at: [7]', { start: 7, end: 12 }],
    ['at: 7', { start: 7, end: 12 }],
    ['note: none', { start: 0, end: 5 }],
    ['times: 3', { start: 0, end: 5, times: 3 }],
    ['times: 2', { start: 0, end: 5, times: 2 }],
    ['times: 1', { start: 0, end: 5 }],
    ['times: 0', { start: 0, end: 5 }],
    ['times: 2.5', { start: 0, end: 5 }],
    ['times: often', { start: 0, end: 5 }],
    ['alike: similar', { start: 0, end: 5, alike: 'similar' }],
    ['alike: twins', { start: 0, end: 5 }],
  ];
  for (const [line, selector] of places) {
    it(`reads where words stand: “${line}”`, () => {
      const { file } = parseAnnotationFile(
        `annotations:\n  - id: a\n    quote: words\n    ${line}\n`,
      );
      const none = { quote: 'words', prefix: '', suffix: '' };
      assert.deepEqual(file.annotations[0]?.selector, { ...none, ...selector });
    });
  }

  it('is read in the order of the text, however it is written', () => {
    const items = [
      '{id: c, quote: x, at: [9, 10]}',
      '{id: a, quote: x, at: [1, 2]}',
      '{id: b, quote: x, at: [4, 5]}',
    ];
    for (const yaml of [
      `annotations: [${items.join(', ')}]\n`,
      `annotations:\n${items.map((item) => `  - ${item}\n`).join('')}`,
    ]) {
      const ids = parseAnnotationFile(yaml).file.annotations.map(({ id }) => id);
      assert.deepEqual(ids, ['a', 'b', 'c']);
    }
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

  for (const [what, lines] of [
    ['without words', '  - id: lost\n    tags: [x]\n'],
    ['without an id', '  - quote: lost\n    tags: [x]\n'],
    ['that is none', '  - lost\n'],
  ] as const) {
    it(`leaves out an annotation ${what}, says so, and keeps it in the file`, () => {
      const yaml = `version: 1\nannotations:\n${lines}`;
      const { file, problems } = parseAnnotationFile(yaml);
      assert.deepEqual(file.annotations, []);
      assert.equal(problems.length, 1);
      const after = edited(yaml, { put: annotation('a', 1) });
      assert.ok(after.includes(lines), after);
      assert.deepEqual(parseAnnotationFile(after).file.annotations, [annotation('a', 1)]);
    });
  }

  it('says where it is what it can’t be', () => {
    const [later] = parseAnnotationFile('# ours\nversion: 2\n').problems;
    assert.deepEqual([later?.start, later?.end], [0, 1]);
    const yaml = 'document:\n  roles: king\n';
    const { file, problems } = parseAnnotationFile(yaml);
    assert.deepEqual(file.corrections, {});
    assert.deepEqual(
      problems.map(({ start, end }) => yaml.slice(start, end)),
      ['king'],
    );
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
