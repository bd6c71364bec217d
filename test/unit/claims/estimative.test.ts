import assert from 'node:assert/strict';
import fc from 'fast-check';
import { likelihoodOf } from '../../../src/core/claims/estimative';
import { ESTIMATIVE_TERMS, type EstimativeTerm } from '../../../src/core/claims/model';

describe('Words of estimative probability', () => {
  const cases: readonly (readonly [string, EstimativeTerm, string])[] = [
    ['There is almost no chance of rain.', 'almost no chance', 'almost no chance'],
    ['The risk of ice is a remote possibility.', 'almost no chance', 'remote possibility'],
    ['They will definitely not sell.', 'almost no chance', 'will definitely not'],
    ['It is almost certainly not the same boat.', 'almost no chance', 'almost certainly not'],
    ['A sale is highly improbable.', 'very unlikely', 'highly improbable'],
    ['The chances are slim.', 'very unlikely', 'chances are slim'],
    ['I very much doubt that they will come.', 'very unlikely', 'I very much doubt'],
    ['I don’t expect it to open.', 'unlikely', 'don’t expect'],
    ['I do not think they will open it.', 'unlikely', 'I do not think'],
    ['It isn’t at all likely to open.', 'unlikely', 'isn’t at all likely'],
    ['They probably won’t open.', 'unlikely', 'probably won’t'],
    ['I don’t think it is very likely to open.', 'unlikely', 'don’t think it is very likely'],
    ['The pier is not expected to last.', 'unlikely', 'not expected to'],
    ['It is an even chance.', 'roughly even chance', 'even chance'],
    ['I would call it fifty-fifty.', 'roughly even chance', 'fifty-fifty'],
    ['It is as likely as not.', 'roughly even chance', 'as likely as not'],
    ['It is not unlikely that they sell.', 'likely', 'not unlikely'],
    ['It is more likely than not that they sell.', 'likely', 'more likely than not'],
    ['The harbour will probably freeze.', 'likely', 'probably'],
    ['In all likelihood the harbour will freeze.', 'very likely', 'In all likelihood'],
    ['A frost is very likely.', 'very likely', 'very likely'],
    ['It will almost certainly freeze.', 'almost certain', 'almost certainly'],
    ['Prices are bound to rise.', 'almost certain', 'bound to'],
    ['There is no doubt they knew.', 'almost certain', 'no doubt'],
    ['I see a 70 % chance of a strike.', 'likely', '70 % chance'],
    ['There is a 60 to 70 percent chance of it.', 'likely', '60 to 70 percent chance'],
    ['The probability is about 15%.', 'very unlikely', 'probability is about 15%'],
    ['We have a one in ten chance.', 'very unlikely', 'one in ten chance'],
    ['I’m 99% sure it was him.', 'almost certain', '99% sure'],
  ];
  for (const [sentence, term, words] of cases) {
    it(`${sentence} → ${term} (${words})`, () => {
      const found = likelihoodOf(sentence);
      assert.equal(found?.term, term);
      assert.equal(sentence.slice(found.words.start, found.words.end), words);
    });
  }

  const none = [
    'It may freeze.',
    'It might or could freeze, perhaps.',
    'The harbour will freeze.',
    'I am not sure that it will freeze.',
    'It is more likely in the north than here.',
    'The most likely case is a strike.',
    'I don’t think that’s fair.',
    'We don’t see any of the boats.',
    'She lives in a remote village.',
    'Prices rose by 70 percent.',
    'It was almost impossible to find a berth.',
    'I am confident in the crew.',
    'The police had no probable cause.',
    'It is not certain.',
  ];
  for (const sentence of none) {
    it(`${sentence} → no estimate`, () => assert.equal(likelihoodOf(sentence), undefined));
  }

  it('stand inside the sentence, whatever it is', () => {
    const part = fc.constantFrom(
      'not',
      'likely',
      'very',
      '70',
      '%',
      'chance',
      'I don’t',
      'think',
      'will',
      'İ',
      ',',
      'probably',
      'never',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
        const sentence = parts.join(' ');
        const found = likelihoodOf(sentence);
        if (!found) return;
        assert.ok(ESTIMATIVE_TERMS.includes(found.term));
        const { start, end } = found.words;
        assert.ok(0 <= start && start < end && end <= sentence.length);
      }),
    );
  });
});
