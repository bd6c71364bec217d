import assert from 'node:assert/strict';
import { reanchor, select } from '../../../src/core/annotations/anchor';
import { followed, replacement } from '../../../src/core/annotations/follow';
import type { Anchored } from '../../../src/core/annotations/model';
import { misled, renewed } from '../../../src/core/annotations/renewal';
import { TextLines } from '../../../src/core/text/lines';

/** What becomes of an annotation on some words of a text when other words of it are replaced. */
function afterEdit(text: string, quote: string, from: string, to: string) {
  const start = text.indexOf(quote);
  const span = { start, end: start + quote.length };
  const selector = select(TextLines.of(text), span);
  const annotation = { id: 'a', selector, tags: [], topics: [] };
  const before: Anchored[] = [{ annotation, span, state: 'exact' }];
  const at = text.indexOf(from);
  const edit = replacement({ start: at, end: at + from.length, text: to }, from);
  const now = text.slice(0, at) + to + text.slice(at + from.length);
  const wordsAt = (one: { start: number; end: number }) => now.slice(one.start, one.end);
  const [after] = followed(before, [edit], wordsAt) as [Anchored];
  return { annotation, now, after };
}

describe('An annotation in an open document', () => {
  const text = 'The pier is safe. The bridge will fall in spring. The quay holds.';
  const cases: readonly [what: string, from: string, to: string, state: string, words: string][] = [
    ['an edit elsewhere', 'safe', 'very old', 'exact', 'The bridge will fall in spring.'],
    ['another word in it', 'spring', 'autumn', 'changed', 'The bridge will fall in autumn.'],
    ['nothing left of it', 'The bridge will fall in spring.', '', 'orphan', ''],
  ];
  for (const [what, from, to, state, words] of cases) {
    it(`${what}: ${state}`, () => {
      const { after, now } = afterEdit(text, 'The bridge will fall in spring.', from, to);
      const { span } = after;
      assert.equal(after.state, state);
      assert.equal(span ? now.slice(span.start, span.end) : '', words);
    });
  }

  it('gets a new selector where the old one leads elsewhere, and shows what its words were', () => {
    const { after, annotation, now } = afterEdit(text, 'The quay holds.', 'quay', 'wall');
    assert(after.span);
    assert.deepEqual(misled([after], [{ ...after, span: undefined }]), [after]);
    const selector = select(TextLines.of(now), after.span);
    const change = { before: annotation.selector, selector, isChanged: true };
    const written = renewed(annotation, change);
    assert.equal(written.selector.quote, 'The wall holds.');
    assert.equal(written.was, 'The quay holds.');
  });

  it('keeps a selector that leads where it stands', () => {
    const { after, now } = afterEdit(text, 'The pier is safe.', 'holds', 'is wet');
    assert.deepEqual(misled([after], reanchor(now, [after.annotation])), []);
  });

  it('keeps a selector that somebody has replaced meanwhile', () => {
    const { annotation } = afterEdit(text, 'The quay holds.', 'quay', 'wall');
    const other = { ...annotation, selector: select(TextLines.of(text), { start: 0, end: 8 }) };
    const change = { before: annotation.selector, selector: annotation.selector, isChanged: false };
    assert.equal(renewed(other, change), other);
  });
});
