import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encode } from '../../../scripts/train/encode';
import { CERTAIN } from '../../../src/core/entities/evidence';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import type { Candidate } from '../../../src/core/entities/model';
import { inSentenceCase } from '../../../src/core/entities/sentenceCase';
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
  TAGGED_TYPES,
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

/** What is left of one name that the tagger finds in `[…]`, with this certainty. */
function recognised(marked: string, type: Tagged['type'] = 'PERSON', certainty = 0.9): Candidate[] {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const types = TAGGED_TYPES.map((each) => (each === type ? certainty : 0));
  const name: Tagged = { start, end, type, certainty, types, isBest: true };
  const recognise = taggedRecogniser(
    () => [name],
    () => [],
    loadGazetteer(gazetteer),
  );
  return [...recognise(marked.replace(/[[\]]/g, ''))];
}

describe('What surely is no part of a name', () => {
  const cases: [found: string, names: string[], type?: Tagged['type']][] = [
    ['[Hey Clara Finch]', ['Clara Finch']],
    ['[Now Clara Finch]', ['Clara Finch']],
    ['[Clara Finch And]', ['Clara Finch']],
    ['[Clara Finch In]', ['Clara Finch']],
    ['[Clara Finch’s]', ['Clara Finch']],
    ['[Clara Finch. Owen Marsh]', ['Clara Finch', 'Owen Marsh']],
    ['[St. Clair]', ['St. Clair']],
    ['[J. Marsh]', ['J. Marsh']],
    ['[Clara Finch of the Greens]', ['Clara Finch']],
    ['[Joan of Arc]', ['Joan of Arc']],
    // Given names that are auxiliaries, too.
    ['I met [Will Marsh] there.', ['Will Marsh']],
    ['He left. [Will Marsh] stayed.', ['Will Marsh']],
    ['He left. [Will Marsh] stay, too?', ['Marsh']],
    ['[May Finch] said so.', ['May Finch']],
    // Marks around it.
    ['[# Clara Finch]', ['Clara Finch']],
    ['[“Clara Finch”] …', ['Clara Finch']],
    ['[Clara Finch …]', ['Clara Finch']],
    // Possessives of organisations.
    ['the [Church of Norway’s] aims', ['Church of Norway'], 'ORG'],
    ['at [McDonald’s] again', ['McDonald’s'], 'ORG'],
    ['at [St. Mary’s]', ['St. Mary’s'], 'ORG'],
  ];
  for (const [found, names, type] of cases) {
    it(`is left out of “${found}”`, () => {
      const text = found.replace(/[[\]]/g, '');
      const spans = recognised(found, type).map(({ start, end }) => text.slice(start, end));
      assert.deepEqual(spans, names);
    });
  }

  it('is no name left of “Prime Minister”, which is all that somebody is called', () => {
    const text = 'We asked the Prime Minister about it.';
    const [whole] = recognised(text.replace('Prime Minister', '[Prime Minister]'));
    assert.equal(whole?.name, undefined);
    assert.equal(text.slice(whole?.start, whole?.end), 'Prime Minister');
  });

  it('is no person of which somebody is the CEO, or at which people work', () => {
    for (const before of ['The CEO of', 'the co-founders of', 'He worked at', 'our team at']) {
      assert.equal(recognised(`${before} [Varnholm].`)[0]?.type, 'organisation', before);
    }
    for (const before of ['The father of', 'We looked at', 'He worked with']) {
      assert.equal(recognised(`${before} [Varnholm].`)[0]?.type, 'person', before);
    }
  });

  it('is what the tagger doubts, until the document names the same elsewhere', () => {
    const [doubted] = recognised('We saw [Varnholm] there.', 'PLACE', 0.5);
    const [found] = recognised('We saw [Varnholm] there.', 'PLACE', 0.7);
    assert.ok((doubted?.certainty ?? 1) < CERTAIN);
    assert.ok((found?.certainty ?? 0) >= CERTAIN);
  });
});

describe('A line all in capitals is read as a sentence', () => {
  const cases: [written: string, read: string][] = [
    ['A TALK WITH CLARA FINCH', 'A talk with Clara Finch'],
    ['HOW NATO CAME TO OSLO', 'How NATO came to Oslo'],
    ['THE WAR IN VIETNAM\nWe met.', 'The war in Vietnam\nWe met.'],
    ['WE MET with RUTH AGAIN', 'We met with Ruth again'],
    // Names alone, and what is not all in capitals, stay as they are.
    ['CLARA FINCH', 'CLARA FINCH'],
    ['I said NO TO THIS.', 'I said NO TO THIS.'],
    ['WE MET RUTH yesterday at noon.', 'WE MET RUTH yesterday at noon.'],
    ['NATO, EU and UN TALKS', 'NATO, EU and UN talks'],
    ['NATO, EU and UN talk', 'NATO, EU and UN talk'],
    ['We met.\nTHE NEWS FROM OSLO', 'We met.\nThe news from Oslo'],
    ['MAY WE COME?', 'May we come?'],
    ['WHAT DR. FINCH SAYS', 'What dr. Finch says'],
    ['TALKS OF THE WTO IN RIO', 'Talks of the WTO in Rio'],
    // The small letter is longer than the large one.
    ['THE NEWS FROM İZMİR', 'The news from İZMİR'],
  ];
  for (const [written, read] of cases) {
    it(written.replace('\n', ' ⏎ '), () => {
      assert.equal(inSentenceCase(written, loadGazetteer(gazetteer)), read);
    });
  }
});
