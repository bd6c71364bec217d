import assert from 'node:assert/strict';
import { documentClaims } from '../../../src/core/claims/claims';
import { findClaims } from '../../../src/core/claims/find';
import type { Role, Speaker, Turn } from '../../../src/core/interview/model';

const before = 'Holt: ';
const text = 'Yes. The port office said it will probably close. Nobody should pay for the pier.';

function passage(role: Role, name?: string) {
  const span = { start: before.length, end: before.length + text.length };
  const speaker: Speaker | undefined =
    name === undefined
      ? undefined
      : { id: name, name: `Ann ${name}`, label: name, labels: [], role };
  const turn: Turn = { index: 3, speaker, role, span, label: undefined, paragraphs: [span] };
  return { turn, span, text, claims: findClaims(text) };
}

describe('Claims of a document', () => {
  it('name who claims by the label, and count from the document’s start', () => {
    const claims = documentClaims([passage('interviewee', 'Holt')]);
    const document = before + text;
    assert.deepEqual(
      claims.map(({ start, end, source, turn }) => [document.slice(start, end), source, turn]),
      [
        [
          'The port office said it will probably close.',
          { name: 'The port office', reported: true },
          3,
        ],
        ['Nobody should pay for the pier.', { name: 'Holt', reported: false }, 3],
      ],
    );
    const words = claims[0]?.likelihood?.words;
    assert.ok(words);
    assert.equal(document.slice(words.start, words.end), 'probably');
  });

  it('have no name for the source where nobody is named', () => {
    assert.equal(documentClaims([passage('other')])[1]?.source.name, '');
  });

  it('are premises where an interviewer makes them', () => {
    const premises = (role: Role) =>
      documentClaims([passage(role, 'Holt')]).map(({ isPremise }) => isPremise);
    assert.deepEqual(premises('interviewer'), [true, true]);
    assert.deepEqual(premises('interviewee'), [false, false]);
  });
});
