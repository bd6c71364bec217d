import assert from 'node:assert/strict';
import { documentClaims } from '../../../src/core/claims/claims';
import { findClaims } from '../../../src/core/claims/find';
import type { Role, Speaker, Turn } from '../../../src/core/interview/model';

const before = 'Holt: ';
const TEXT = 'Yes. The port office said it will probably close. Nobody should pay for the pier.';

function passage(role: Role, name?: string, text = TEXT) {
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
    const document = before + TEXT;
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

  it('say what was found of each', () => {
    const text =
      'The port   office said with high confidence that 40 boats sank. It will close in 2031.';
    const found = findClaims(text);
    const claims = documentClaims([passage('interviewee', 'Holt', text)]);
    const facts = (claim: (typeof found)[number] | (typeof claims)[number]) => {
      const { kind, confidence, isFuture, checkability, salience } = claim;
      return { kind, level: confidence?.level, isFuture, checkability, salience };
    };
    assert.deepEqual(claims.map(facts), found.map(facts));
    assert.equal(claims[0]?.source.name, 'The port office', 'the blanks of the layout are no part');
    const words = claims[0].confidence?.words;
    assert.equal((before + text).slice(words?.start, words?.end), 'high confidence');
    assert.equal(claims[1]?.confidence, undefined);
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
