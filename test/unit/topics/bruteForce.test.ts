import assert from 'node:assert/strict';
import type { Taxonomy } from '../../../src/core/topics/model';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';
import { BruteForce, counted, countsInTree, slowCounts } from '../../evaluate/bruteForce';

/** Words and what stands between them, as awkward as they come. */
const WORDS =
  'war wars War WAR trade sanctions sanctioned Sanction companies company oil price prices Iran Iran’s NATO ' +
  'nato U.S. US U.N. ports port report cyberattack Cyber cease fire ceasefire St Petersburg 制裁 石油 санкции ' +
  'Санкция important import imports the of and AI UAVs UAV J. May may Quad quad 5G people’s';
const GAPS = [' ', ' ', ' ', ' ', ', ', '. ', '-', '\n', ' — ', '’ ', ' “', '; ', ' *'];

const AWKWARD = `
- label: War
  terms: [war, war crime, "cyber*", cease-fire, "war NEAR/3 oil"]
  exclude: [trade war, "war NEAR/1 price"]
  children:
    - label: Money
      terms: [sanction, oil price, import, "sanction* NEAR/5 companies", 制裁, санкци*]
      exact: [Quad, May, port]
    - label: Names
      terms: [NATO, U.S., UN, AI, UAV, Iran war, St. Petersburg, 5G, people's war]
- label: All exact
  exact: true
  terms: [wars, Sanction, oil, 石油]
`;

function taxonomyOf(yaml: string): Taxonomy {
  const { taxonomy } = parseTaxonomy(yaml);
  assert(taxonomy);
  return taxonomy;
}

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function interview(seed: number): string {
  const next = random(seed);
  const words = WORDS.split(' ');
  const turns = Array.from({ length: 20 }, (_, turn) => {
    const said = Array.from(
      { length: 2 + next(25) },
      () => `${words[next(words.length)] ?? ''}${GAPS[next(GAPS.length)] ?? ''}`,
    );
    return `${turn % 2 === 0 ? 'Q' : 'A'}: ${said.join('')}`;
  });
  return turns.join('\n\n');
}

describe('The counts in the Topics view', () => {
  it('are those that a slow search for each term gives, over 50 documents', () => {
    const taxonomy = taxonomyOf(AWKWARD);
    const documents = Array.from({ length: 50 }, (_, index) =>
      counted(`${index}.txt`, interview(index + 1), taxonomy),
    );
    const expected = slowCounts(new BruteForce(), taxonomy, documents);
    assert.deepEqual(countsInTree(taxonomy, documents), expected);
    const passages = [...expected.values()].reduce((sum, count) => sum + count.passages, 0);
    assert.ok(passages > 1000, `${passages} passages`);
  });
});
