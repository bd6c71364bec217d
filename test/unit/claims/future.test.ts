import assert from 'node:assert/strict';
import { aboutFuture } from '../../../src/core/claims/future';
import { wordsOf } from '../../../src/core/claims/words';

const isFuture = (sentence: string) => aboutFuture(wordsOf(sentence), sentence);

describe('What is to come', () => {
  const yes = [
    'The strait will freeze again.',
    'It won’t hold.',
    'The terminal is due to open in May.',
    'They plan to move the depot.',
    'We hope to have the money in six months.',
    'She expects it to be removed within the next two months.',
    'He promised to pay for it in the future.',
    'Someday I’d like to see the village again.',
    'It could be finished within three weeks.',
    'The next 50 years are what matters.',
    'The pier might be gone in a year or two.',
    'We shall see the end of it.',
    'By 2050 the glacier is gone.',
    'The harbour freezes in the next two weeks.',
    'The lease is agreed for the next two years.',
    'She said the strait will freeze again.',
    'The fleet will sail for the first time in ten years.',
    'and then they will close all of the yards there',
    'The next couple of weeks are what matters.',
  ];
  for (const sentence of yes) it(sentence, () => assert.equal(isFuture(sentence), true));

  const no = [
    'The strait froze again.',
    'Will the strait freeze again?',
    'It was the first strike in twenty years.',
    'He learned the language in a year.',
    'She earns more in a month than he does in a year.',
    'The momentum flagged in the next two years.',
    'The will of the people was clear.',
    'Please write to us in the future.',
    'Help me to keep it up in the future.',
    'They planned to move the depot.',
    'It could have been worse.',
    'The company shall pay within two months.',
    'They rented it for the next two years.',
    'Agreed for the next two years.',
    'You could earn more in a week there.',
    'It could be brought in, two years is enough.',
    'It could be in Lund.',
    'The next yard is two hours away.',
    'will be late',
  ];
  for (const sentence of no) it(`not: ${sentence}`, () => assert.equal(isFuture(sentence), false));
});
