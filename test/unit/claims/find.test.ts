import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findClaims } from '../../../src/core/claims/find';
import type { ClaimKind } from '../../../src/core/claims/model';
import { runs } from '../support/runs';

describe('Claims of a passage', () => {
  const noted: [passage: string, claim: string][] = [
    ['[laughs] It is a story.', 'It is a story.'],
    ['He left. [laughs] [coughs] “The yard is a ruin.”', '“The yard is a ruin.”'],
    ['[The] yard is a ruin.', '[The] yard is a ruin.'],
    ['[T]he yard is a ruin.', '[T]he yard is a ruin.'],
  ];
  for (const [passage, claim] of noted) {
    it(`begin where somebody speaks: ${passage}`, () => {
      const found = findClaims(passage).map(({ start, end }) => passage.slice(start, end));
      assert.equal(found.at(-1), claim);
    });
  }

  const cases: readonly (readonly [ClaimKind, string])[] = [
    ['fact', 'The ferry carried 400 people in March.'],
    ['fact', 'The company was founded in 1974.'],
    ['fact', 'The yard is the oldest on the coast.'],
    ['fact', 'The ministry has never asked the crews.'],
    ['fact', 'Every school in Norland now has a nurse.'],
    ['prediction', 'The strait will freeze again next winter.'],
    ['prediction', 'Norland could impose new tolls on the crossing.'],
    ['prediction', 'Prices are going to rise by 2040.'],
    ['prediction', 'It’ll be closed by then.'],
    ['prediction', 'I don’t expect the treaty to hold.'],
    ['judgement', 'I think the treaty is a mistake.'],
    ['prediction', 'A strike is unlikely before the summer.'],
    ['judgement', 'It was probably the wrong boat.'],
    ['judgement', 'Their answer was far too slow.'],
    ['judgement', 'They should never have sold the pier.'],
    ['cause', 'The pier collapsed because nobody had looked at the piles.'],
    ['cause', 'That’s why the boats stayed in port.'],
    ['recommendation', 'The council should buy a second boat.'],
    ['recommendation', 'We need to talk to the other side of the strait.'],
    ['recommendation', 'It’s time to close the old yard.'],
    ['commitment', 'We will build a new pier.'],
    ['commitment', 'I promise that no crew goes unpaid.'],
    ['commitment', 'We’re committed to the crews.'],
    // By the shape of words, where no phrase tells.
    ['fact', 'They repaired the boats.'],
    ['fact', 'We walked to the yard.'],
    ['fact', 'The bill was 450.'],
    ['fact', 'I don’t even have a boat.'],
    ['fact', 'That wasn’t done.'],
    ['fact', 'The yard was sold and is a ruin.'],
    ['judgement', 'The result is obvious.'],
    ['judgement', 'The reason for that is obvious.'],
    ['judgement', 'The law was passed, was unfair and is dangerous.'],
    ['prediction', 'Next winter the strait freezes.'],
    // A likelihood is of what has been, or of what was to come.
    ['judgement', 'The boat was probably stolen.'],
    ['judgement', 'He was probably asleep.'],
    ['prediction', 'He said it would probably close.'],
    ['prediction', 'They thought it would probably close.'],
    ['prediction', 'It was expected that it will probably close.'],
    // Short, or only about who speaks, and a claim all the same.
    ['fact', 'Ferry fares doubled.'],
    ['fact', 'I never met Holt.'],
    ['fact', 'I need 10 crews.'],
    ['judgement', 'I doubt it.'],
    ['judgement', 'It’s sad.'],
    ['prediction', 'He’ll pay.'],
  ];
  for (const [kind, sentence] of cases) {
    it(`${sentence} → ${kind}`, () => {
      assert.deepEqual(
        findClaims(sentence).map(({ start, end, kind }) => ({ start, end, kind })),
        [{ start: 0, end: sentence.length, kind }],
      );
    });
  }

  const none = [
    'Will the strait freeze next winter?',
    'Thank you so much for having me.',
    'Good morning, everybody.',
    'Let me start with the harbour.',
    'That’s a very good question.',
    'As I said, we will come back to that.',
    'Suppose that the harbour froze.',
    'Nothing at all.',
    'No.',
    'The mayor said that 40 boats sank in 2019?',
    'A long silence.',
    'I got up and made some tea.',
    'I don’t know what to say.',
    'Das ist der Hafen, und die Leute waren alle da, weil das Schiff aus Norland kam und sie es sehen wollten, so war das damals.',
  ];
  const foreign = [
    'De haven was in die jaren altijd vol, en als er een schip was aangekomen, ging ik er met mijn vader naar toe om te zien wat er in was.',
    'Le port était toujours plein à cette époque, et quand un bateau arrivait, on allait tous voir ce qu’il apportait, même la nuit.',
    'El puerto estaba siempre lleno en esos años, y cuando llegaba un barco íbamos todos a ver lo que traía, a cualquier hora del día.',
    'Il porto era sempre pieno in quegli anni, e quando arrivava una nave si andava tutti a vedere che cosa portava, anche di notte.',
    'O porto estava sempre cheio naqueles anos, e quando chegava um navio íamos todos ver o que trazia, mesmo a meio da noite, com frio.',
    'Hamnen var alltid full på den tiden, och när det kom en båt gick vi alla dit för att se vad den hade med sig, hur sent det än var.',
    'Port był wtedy zawsze pełny, a kiedy przypływał statek, szliśmy wszyscy zobaczyć, co przywiózł, nawet w środku zimy i w nocy.',
  ];
  for (const sentence of [...none, ...foreign]) {
    it(`${sentence} → no claim`, () => assert.deepEqual(findClaims(sentence), []));
  }

  it('may list so much that few of the commonest words are left', () => {
    const passage =
      'Since last spring three shipyards, nine schools, two hospitals, four fire stations and all of Norland’s eastern post offices have closed their doors.';
    assert.equal(findClaims(passage).length, 1);
  });

  it('a relative clause counts less than the sentence it stands in', () => {
    const [claim] = findClaims('The ministers drew a line that Norland should not cross in 2019.');
    assert.equal(claim?.kind, 'fact');
  });

  it('have offsets in the passage', () => {
    const passage = 'Hello. The pier will probably close. Thanks so much.';
    const [claim, ...others] = findClaims(passage);
    assert.ok(claim?.likelihood);
    assert.deepEqual(others, []);
    assert.equal(passage.slice(claim.start, claim.end), 'The pier will probably close.');
    const { start, end } = claim.likelihood.words;
    assert.equal(passage.slice(start, end), 'probably');
  });

  it('are worth more with a likelihood, a name or a number', () => {
    const worth = (sentence: string) => findClaims(sentence)[0]?.salience ?? 0;
    const plain = worth('The pier will close.');
    assert.ok(plain > 0);
    assert.ok(worth('The pier will very likely close.') > plain);
    assert.ok(worth('The pier will close in 2031.') > plain);
    assert.ok(worth('The pier in Norland will close.') > plain);
  });

  it('are sentences in order, and what they carry stands in them, whatever the text', () => {
    const part = fc.constantFrom(
      'The',
      'minister',
      'said',
      'that',
      'Norland',
      'will',
      'probably',
      'not',
      'because',
      '.',
      '“',
      '”',
      ',',
      'İ',
      '12',
      '?',
      '\n',
      'according to',
      'and',
      'of',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: part }, fc.string()), { maxLength: 120 }),
        (parts) => {
          const passage = parts.join(' ');
          let last = 0;
          for (const { start, end, salience, reported, likelihood } of findClaims(passage)) {
            assert.ok(last <= start && start < end && end <= passage.length);
            assert.ok(0 <= salience && salience <= 1);
            for (const inner of [reported, likelihood?.words]) {
              if (inner)
                assert.ok(start <= inner.start && inner.start < inner.end && inner.end <= end);
            }
            last = end;
          }
        },
      ),
      runs(300),
    );
  });
});
