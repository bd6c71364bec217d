import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editAnnotationFile, parseAnnotationFile } from '../support/annotationFile';
import { changeOf, reversed, takingBack } from '../../../src/core/annotations/history';
import type { Annotation } from '../../../src/core/annotations/model';
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
