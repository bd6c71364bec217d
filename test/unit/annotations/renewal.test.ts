import assert from 'node:assert/strict';
import { reanchor, select } from '../../../src/core/annotations/anchor';
import { followed, replacement } from '../../../src/core/annotations/follow';
import type { Anchored, Selector } from '../../../src/core/annotations/model';
import { isSameSelector, misled, renewed } from '../../../src/core/annotations/renewal';
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

  it('says what its words were when a person last saw them, whatever they became since', () => {
    const { after, annotation, now } = afterEdit(text, 'The quay holds.', 'quay', 'wall');
    assert(after.span);
    const selector = select(TextLines.of(now), after.span);
    const seen = { ...annotation, was: 'The key holds.' };
    const change = { before: annotation.selector, selector };
    assert.equal(renewed(seen, { ...change, isChanged: true }).was, 'The key holds.');
    assert.equal(renewed(seen, { ...change, isChanged: false }).was, 'The key holds.');
    assert.ok(!('was' in renewed(annotation, { ...change, isChanged: false })));
    assert.equal(renewed(annotation, undefined), annotation);
  });

  it('gets a new selector where the old one leads to more or to less, and none where it is nowhere', () => {
    const { after } = afterEdit(text, 'The pier is safe.', 'holds', 'is wet');
    const { span } = after;
    assert(span);
    const leading = (start: number, end: number): Anchored => ({ ...after, span: { start, end } });
    const { start, end } = span;
    assert.deepEqual(misled([after], [leading(start, end)]), []);
    assert.deepEqual(misled([after], [leading(start - 1, end)]), [after]);
    assert.deepEqual(misled([after], [leading(start, end + 1)]), [after]);
    assert.deepEqual(misled([after], []), [after]);
    assert.deepEqual(misled([{ ...after, span: undefined, state: 'orphan' }], [after]), []);
  });

  const selector: Selector = {
    start: 5,
    end: 9,
    quote: 'pier',
    prefix: 'The ',
    suffix: ' is',
    alike: 'same',
    times: 2,
  };
  const others: Partial<Selector>[] = [
    { quote: 'quay' },
    { start: 6 },
    { prefix: 'A ' },
    { suffix: ' was' },
    { alike: 'similar' },
    { times: 3 },
  ];
  it('has the same selector only where all of it is the same', () => {
    assert.ok(isSameSelector(selector, { ...selector }));
    for (const other of others) {
      assert.equal(
        isSameSelector(selector, { ...selector, ...other }),
        false,
        JSON.stringify(other),
      );
    }
  });
});
