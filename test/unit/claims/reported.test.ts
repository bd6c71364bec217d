import assert from 'node:assert/strict';
import { findClaims } from '../../../src/core/claims/find';
import { reportedSource } from '../../../src/core/claims/reported';
import { wordsOf } from '../../../src/core/claims/words';

const sourceOf = (sentence: string) => {
  const span = reportedSource(wordsOf(sentence), sentence);
  return span && sentence.slice(span.start, span.end);
};

describe('Who is reported to claim something', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Some harbour officials have said the pier is safe.', 'Some harbour officials'],
    ['But harbour master Ann Holt said bluntly that it will fall.', 'harbour master Ann Holt'],
    ['In 2019 Holt denied three reports.', 'Holt'],
    ['In March the head of the port denied it.', 'the head of the port'],
    ['Ann Holt, the harbour master, told reporters that it holds.', 'Ann Holt'],
    ['Norland and Sunland officials warned of ice.', 'Norland and Sunland officials'],
    ['According to the harbour office, 40 boats sank.', 'the harbour office'],
    ['It sank, and according to its own log it had no pilot.', 'its own log'],
    ['“It holds,” said Ann Holt.', 'Ann Holt'],
    ['The crews believe that it holds.', 'The crews'],
    ['He has repeatedly claimed it was sold.', 'He'],
  ];
  for (const [sentence, source] of cases) {
    it(`${sentence} → ${source}`, () => assert.equal(sourceOf(sentence), source));
  }

  const own = [
    'I said that it would hold.',
    'We told them so.',
    'That said, it holds.',
    'It is said that the pier holds.',
    'She was told to leave.',
    'The report is on the table.',
    'You could say the pier is old.',
    'I don’t believe that the pier holds.',
  ];
  for (const sentence of own) {
    it(`${sentence} → the speaker`, () => assert.equal(sourceOf(sentence), undefined));
  }

  it('stands in the claim with offsets in the passage', () => {
    const passage = 'Well, yes. The port office said that 40 boats sank.';
    const reported = findClaims(passage)[0]?.reported;
    assert.ok(reported);
    assert.equal(passage.slice(reported.start, reported.end), 'The port office');
  });
});
