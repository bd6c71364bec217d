import assert from 'node:assert/strict';
import { difference } from '../../../src/core/annotations/difference';

describe('A change of annotated words', () => {
  const cases: [was: string, now: string, grade: 'slight' | 'meaning' | undefined][] = [
    ['The bridge will close.', 'The bridge will close.', undefined],
    ['The bridge will close.', 'The bridge will close!', 'slight'],
    ['They recieve nothing.', 'They receive nothing.', 'slight'],
    ['Well, um, the bridge shuts.', 'The bridge shuts.', 'slight'],
    ['The bridge will close.', 'The bridge will not close.', 'meaning'],
    ['It is likely.', 'It is unlikely.', 'meaning'],
    ['It cost 12 million.', 'It cost 21 million.', 'meaning'],
    ['Only Adeyemi knew.', 'Only Adeyami knew.', 'meaning'],
    ['They can pay.', 'They can’t pay.', 'meaning'],
    ['Das ist keine Frage.', 'Das ist eine Frage.', 'meaning'],
  ];
  for (const [was, now, grade] of cases) {
    it(`${was} → ${now}: ${grade ?? 'none'}`, () => {
      assert.equal(difference(was, now).grade, grade);
    });
  }

  it('is shown in parts that make up both texts', () => {
    const [was, now] = ['The bridge will close soon.', 'The old bridge may close.'];
    const { parts } = difference(was, now);
    const without = (kind: string) => parts.filter((part) => part.kind !== kind);
    assert.equal(
      without('removed')
        .map(({ text }) => text)
        .join(''),
      now,
    );
    assert.deepEqual(
      parts.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text}`),
      ['added old', 'removed will', 'added may', 'removed soon'],
    );
  });
});
