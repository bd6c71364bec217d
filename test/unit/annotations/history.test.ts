import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import {
  afterEdits,
  attachedTo,
  changeOf,
  reversed,
  takingBack,
} from '../../../src/core/annotations/history';
import type { Annotation, AnnotationFile } from '../../../src/core/annotations/model';
import type { FileEdit } from '../../../src/core/annotations/write';

function annotation(id: string, more: Partial<Annotation> = {}, start = 7): Annotation {
  const selector = { start, end: start + 5, quote: 'words', prefix: '', suffix: '' };
  return { id, selector, tags: [], topics: [], ...more };
}

const read = (yaml: string) => parseAnnotationFile(yaml).file;
const edited = (yaml: string, edits: readonly FileEdit[]) =>
  editAnnotationFile(yaml, edits, 'x') ?? '';

const before = edited('', [{ put: annotation('a', { tags: ['x'] }) }]);

const changes: [what: string, edits: FileEdit[]][] = [
  ['a new annotation', [{ put: annotation('b', { status: 'open' }, 30) }]],
  ['another tag', [{ put: annotation('a', { tags: ['x', 'y'], rating: { source: 'B' } }) }]],
  ['no annotation any more', [{ remove: 'a' }]],
  ['several at once', [{ put: annotation('b', {}, 30) }, { put: annotation('a') }]],
  ['a correction', [{ corrections: { interviewers: ['Q'] } }]],
];

describe('Taking a change back', () => {
  for (const [what, edits] of changes) {
    it(`gives what was before: ${what}; and again what was after`, () => {
      const change = changeOf(read(before), edits);
      const after = edited(before, edits);
      const back = edited(after, takingBack(read(after), change) ?? []);
      assert.deepEqual(read(back), read(before));
      const again = edited(back, takingBack(read(back), reversed(change)) ?? []);
      assert.deepEqual(read(again), read(after));
    });
  }

  it('leaves an annotation where it has moved to since', () => {
    const edits: FileEdit[] = [{ put: annotation('a', { tags: ['y'] }) }];
    const change = changeOf(read(before), edits);
    const moved = edited(before, [{ put: annotation('a', { tags: ['y'], was: 'word' }, 90) }]);
    const back = edited(moved, takingBack(read(moved), change) ?? []);
    const expected = annotation('a', { tags: ['x'], was: 'word' }, 90);
    assert.deepEqual(read(back).annotations, [expected]);
  });

  it('is refused where somebody has changed the annotation since, or taken it away', () => {
    const change = changeOf(read(before), [{ put: annotation('a', { tags: ['y'] }) }]);
    const noted = edited(before, [{ put: annotation('a', { tags: ['y'], note: 'hers' }) }]);
    assert.equal(takingBack(read(noted), change), undefined);
    assert.equal(takingBack(read(edited(before, [{ remove: 'a' }])), change), undefined);
  });

  const since: [what: string, change: FileEdit[], since: FileEdit[]][] = [
    [
      'put again what was taken away',
      [{ remove: 'a' }],
      [{ put: annotation('a', { note: 'hers' }) }],
    ],
    [
      'corrected the document',
      [{ corrections: { interviewers: ['Q'] } }],
      [{ corrections: { interviewers: ['Q', 'Ann'] } }],
    ],
    [
      'changed one of several',
      [{ put: annotation('a', { tags: ['y'] }) }, { put: annotation('b', {}, 30) }],
      [{ remove: 'b' }],
    ],
  ];
  for (const [what, edits, others] of since) {
    it(`is refused where somebody has ${what} since`, () => {
      const change = changeOf(read(before), edits);
      const now = edited(edited(before, edits), others);
      assert.equal(takingBack(read(now), change), undefined);
    });
  }

  it('gives back the words that it was attached to before', () => {
    const elsewhere = {
      start: 70,
      end: 76,
      quote: 'others',
      prefix: '',
      suffix: '',
    };
    const was = annotation('a', { tags: ['x'], was: 'word' });
    const changed = edited(before, [{ put: was }]);
    const change = changeOf(read(changed), [{ put: attachedTo(was, elsewhere) }]);
    const after = edited(changed, change.edits);
    assert.deepEqual(read(after).annotations, [
      { ...annotation('a', { tags: ['x'] }), selector: elsewhere },
    ]);
    const back = edited(after, takingBack(read(after), change) ?? []);
    assert.deepEqual(read(back).annotations, [was]);
  });

  it('leaves what was typed into its words since, and what they were before that', () => {
    const change = changeOf(read(before), [{ put: annotation('a', { tags: ['y'] }) }]);
    const { selector } = annotation('a');
    const typed = { ...selector, end: 13, quote: 'swords' };
    const now = edited(before, [
      { put: { ...annotation('a', { tags: ['y'], was: 'words' }), selector: typed } },
    ]);
    const back = edited(now, takingBack(read(now), change) ?? []);
    assert.deepEqual(read(back).annotations, [
      { ...annotation('a', { tags: ['x'], was: 'words' }), selector: typed },
    ]);
  });

  it('is of its own annotations only: others may change meanwhile', () => {
    const change = changeOf(read(before), [{ put: annotation('a', { tags: ['y'] }) }]);
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (tags) => {
        const others = edited(before, [
          ...change.edits,
          { put: annotation('b', { tags: tags.filter((tag) => tag.trim() !== '') }, 40) },
        ]);
        const back = edited(others, takingBack(read(others), change) ?? []);
        assert.deepEqual(
          read(back).annotations.map(({ id }) => id),
          ['a', 'b'],
        );
        assert.deepEqual(read(back).annotations[0]?.tags, ['x']);
      }),
    );
  });
});

describe('What a file holds after some changes', () => {
  const a = annotation('a', { tags: ['x'] }, 20);
  const b = annotation('b', {}, 40);
  const content: AnnotationFile = { corrections: { interview: true }, annotations: [a, b] };
  const cases: [what: string, edits: FileEdit[], after: AnnotationFile][] = [
    ['no changes', [], content],
    [
      'new ones stand in order of the text',
      [{ put: annotation('d', {}, 60) }, { put: annotation('c', {}, 30) }],
      {
        ...content,
        annotations: [a, annotation('c', {}, 30), b, annotation('d', {}, 60)],
      },
    ],
    [
      'one is what it was last changed to',
      [{ put: annotation('a', { tags: ['y'] }, 20) }, { put: annotation('a', {}, 50) }],
      { ...content, annotations: [b, annotation('a', {}, 50)] },
    ],
    ['one is taken away', [{ remove: 'a' }], { ...content, annotations: [b] }],
    ['one that isn’t there is taken away', [{ remove: 'z' }], content],
    [
      'the document is corrected',
      [{ corrections: { interviewers: ['Q'] } }],
      { corrections: { interviewers: ['Q'] }, annotations: [a, b] },
    ],
  ];
  for (const [what, edits, after] of cases) {
    it(`is what a file holds into which they are written: ${what}`, () => {
      assert.deepEqual(afterEdits(content, edits), after);
      const before = edited('', [{ put: b }, { put: a }, { corrections: content.corrections }]);
      assert.deepEqual(read(edited(before, edits)), after);
    });
  }
});
