import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encode } from '../../../scripts/train/encode';
import {
  bestLabels,
  labelProbabilities,
  PAIRS,
  transitionsOf,
  type Chain,
} from '../../../src/core/entities/tagger/chain';
import { taggedRecogniser } from '../../../src/core/entities/recogniser';
import { hashText } from '../../../src/core/entities/tagger/hash';
import {
  labelOf,
  LABELS,
  mayBegin,
  mayEnd,
  mayFollow,
} from '../../../src/core/entities/tagger/labels';
import { WORD_SEED } from '../../../src/core/entities/tagger/scorer';
import type { Tagged } from '../../../src/core/entities/tagger/tagger';
import { taggerTokens } from '../../../src/core/entities/tagger/tokens';
import { readWeights } from '../../../src/core/entities/tagger/weights';

describe('The tagger’s tokens', () => {
  const texts: [text: string, tokens: string][] = [
    ['Anna Berg’s boat sank.', 'Anna|Berg|’s|boat|sank|.'],
    ['the U.S. navy', 'the|U.S.|navy'],
    ['Mr. O’Brien doesn’t', 'Mr|.|O’Brien|doesn’t'],
    ['pro-Beijing', 'pro-|Beijing'],
    ['Lin Wai-keung, Oslo-based', 'Lin|Wai|-keung|,|Oslo|-based'],
    ['U.S.-China', 'U.S.|-|China'],
    ['COVID-19 (2020)', 'COVID|-|19|(|2020|)'],
    ['Łódź, Ağrı', 'Łódź|,|Ağrı'],
    ['', ''],
  ];
  for (const [text, tokens] of texts) {
    it(text === '' ? 'of nothing' : text, () => {
      const found = taggerTokens(text).map(({ start, end }) => text.slice(start, end));
      assert.equal(found.join('|'), tokens);
    });
  }

  it('hold everything but white space, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tokens = taggerTokens(text);
        const joined = tokens.map(({ start, end }) => text.slice(start, end)).join('');
        assert.equal(joined, text.replace(/\s+/g, ''));
      }),
    );
  });
});

describe('A chain of labels', () => {
  const score = fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10);
  const chains = fc
    .record({
      emissions: fc.array(score, { minLength: 2 * LABELS, maxLength: 2 * LABELS }),
      transitions: fc.array(score, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS }),
    })
    .map(({ emissions, transitions }) => ({
      emissions: Float64Array.from(emissions),
      transitions: transitionsOf(transitions),
    }));

  /** All sound chains of two labels with their scores. */
  function all({ emissions, transitions }: Chain) {
    return PAIRS.flatMap((pair, index) => {
      const [first, second] = [Math.floor(pair / LABELS), pair % LABELS];
      if (!mayBegin(first) || !mayEnd(second)) return [];
      const score =
        (emissions[first] ?? 0) +
        (emissions[LABELS + second] ?? 0) +
        (transitions.scores[index] ?? 0);
      return [{ first, second, score }];
    });
  }

  it('is the one that scores highest', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const [first = 0, second = 0] = bestLabels(chain);
        const sound = all(chain);
        const highest = Math.max(...sound.map(({ score }) => score));
        const found = sound.find((one) => one.first === first && one.second === second);
        assert.ok(found && Math.abs(found.score - highest) < 1e-9);
      }),
    );
  });

  it('has the probabilities that counting all chains gives', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const sound = all(chain);
        const total = sound.reduce((sum, { score }) => sum + Math.exp(score), 0);
        const labels = labelProbabilities(chain);
        for (let label = 0; label < LABELS; label++) {
          const ours = sound.filter(({ first }) => first === label);
          const share = ours.reduce((sum, { score }) => sum + Math.exp(score), 0) / total;
          assert.ok(Math.abs(share - (labels[label] ?? 0)) < 1e-9);
        }
      }),
    );
  });

  it('ends each name that it begins', () => {
    const begin = labelOf('PERSON', 'begin');
    assert.ok(mayFollow(begin, labelOf('PERSON', 'end')));
    assert.ok(!mayFollow(begin, labelOf('ORG', 'end')));
    assert.ok(!mayFollow(begin, 0));
    assert.ok(!mayEnd(begin));
    assert.ok(!mayBegin(labelOf('PERSON', 'inside')));
  });
});

describe('A file of weights', () => {
  const weights = Float32Array.from({ length: 2 * LABELS }, (_, at) => (at % 7) - 3);
  const transitions = Float64Array.from({ length: LABELS * LABELS }, (_, at) => at / 8);
  const features = [hashText(1, 'a feature'), hashText(1, 'another')];
  const bytes = encode({
    clusters: new Map([['oslo', 26]]),
    features,
    learned: { weights, transitions },
  });

  it('is read as it was written, to half a step', () => {
    const read = readWeights(bytes);
    assert.equal(read.clusters.get(hashText(WORD_SEED, 'oslo')), 26);
    assert.equal(read.clusters.get(hashText(WORD_SEED, 'bergen')), -1);
    assert.deepEqual(read.transitions, transitionsOf(transitions));
    features.forEach((feature, at) => {
      const row = read.rows.get(feature);
      const own = Array.from(read.emissions.subarray(row * LABELS, (row + 1) * LABELS));
      own.forEach((value, label) => {
        const wanted = weights[at * LABELS + label] ?? 0;
        assert.ok(Math.abs(value * read.scale - wanted) <= read.scale / 2 + 1e-6);
      });
    });
  });

  it('is refused if it is another file, or cut off', () => {
    assert.throws(() => readWeights(new TextEncoder().encode('{"name": "a text of some length"}')));
    for (const length of [0, 10, 100, bytes.length - 1]) {
      assert.throws(() => readWeights(bytes.slice(0, length)));
    }
  });
});

describe('What surely is no part of a person’s name', () => {
  const cases: [found: string, names: string[]][] = [
    ['Hey Clara Finch', ['Clara Finch']],
    ['Now Clara Finch', ['Clara Finch']],
    ['Clara Finch And', ['Clara Finch']],
    ['Clara Finch’s', ['Clara Finch']],
    ['Clara Finch. Owen Marsh', ['Clara Finch', 'Owen Marsh']],
    ['St. Clair', ['St. Clair']],
    ['J. Marsh', ['J. Marsh']],
  ];
  for (const [found, names] of cases) {
    it(`is left out of “${found}”`, () => {
      const whole: Tagged = {
        start: 0,
        end: found.length,
        type: 'PERSON',
        certainty: 0.9,
        types: [0.9, 0, 0, 0],
        isBest: true,
      };
      const recognise = taggedRecogniser(
        () => [whole],
        () => [],
      );
      const spans = recognise(found).map(({ start, end }) => found.slice(start, end));
      assert.deepEqual(spans, names);
    });
  }
});
