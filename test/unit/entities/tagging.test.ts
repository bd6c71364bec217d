import assert from 'node:assert/strict';
import { encode } from '../../../scripts/train/encode';
import { loadGazetteer } from '../../../src/core/entities/gazetteer';
import gazetteer from '../../../src/core/entities/gazetteer.json';
import {
  FINE_PER_COARSE,
  ROLE,
  roleFeatures,
  pairFeatures,
  tellsWord,
  wordFacts,
  type Role,
} from '../../../src/core/entities/tagger/features';
import { labelOf, LABELS, OUTSIDE, TAGGED_TYPES } from '../../../src/core/entities/tagger/labels';
import { EDGE, segmentsOf, Surroundings } from '../../../src/core/entities/tagger/sequence';
import { createTagger } from '../../../src/core/entities/tagger/tagger';
import { HashTable, highBits, readWeights } from '../../../src/core/entities/tagger/weights';

const names = loadGazetteer(gazetteer);
const factsOf = (word: string, cluster = 0) => wordFacts(word, names, () => cluster);
const wordsOf = (text: string) => text.split(' ').map((word) => factsOf(word));

describe('The stretches in which names may be', () => {
  const cases: [text: string, stretches: string][] = [
    ['we met nobody there', 'we met nobody there'],
    ['we met Anna Berg in town', 'we [met Anna Berg in] town'],
    ['Anna left', '[Anna left]'],
    ['we met Anna', 'we [met Anna]'],
    ['Anna', '[Anna]'],
    ['the Bank for the old Debts of towns', '[the Bank for the old Debts of] towns'],
    ['we met Anna in the old town of Oslo then', 'we [met Anna in] the old town [of Oslo then]'],
    ['Anna in the old town Oslo', '[Anna in] the old [town Oslo]'],
    ['Anna in the old Oslo', '[Anna in the old Oslo]'],
  ];
  for (const [text, expected] of cases) {
    it(expected, () => {
      const words = text.split(' ');
      for (const { from, to } of segmentsOf(wordsOf(text)).reverse()) {
        words[to - 1] = `${words[to - 1]}]`;
        words[from] = `[${words[from]}`;
      }
      assert.equal(words.join(' '), expected);
    });
  }
});

describe('What surrounds a word', () => {
  const NAMES = Object.entries(ROLE) as [string, Role][];
  /** The words around one, by their roles; those that there are not are left out. */
  function around(text: string, at: number): Record<string, string> {
    const texts = text.split(' ');
    const words = wordsOf(text).map((facts, nth) => ({ ...facts, text: texts[nth] ?? '' }));
    const roles = new Surroundings(words, { ...EDGE, text: '–' }).byRole(at);
    return Object.fromEntries(
      NAMES.flatMap(([name, role]) => {
        const word = roles[role];
        return word ? [[name, word.text]] : [];
      }),
    );
  }

  it('are the two before and behind it', () => {
    assert.deepEqual(around('we saw the sea at night', 2), {
      twoBefore: 'we',
      before: 'saw',
      own: 'the',
      after: 'sea',
      twoAfter: 'at',
    });
  });

  it('are the others with capitals, and those around them', () => {
    const run = { runFirst: 'Anna', runLast: 'Berg', beforeRun: 'saw', afterRun: 'at' };
    assert.deepEqual(around('we saw Anna Lie Berg at night', 3), {
      twoBefore: 'saw',
      before: 'Anna',
      own: 'Lie',
      after: 'Berg',
      twoAfter: 'at',
      ...run,
    });
    assert.deepEqual(around('we saw Anna Lie Berg at night', 4), {
      twoBefore: 'Anna',
      before: 'Lie',
      own: 'Berg',
      after: 'at',
      twoAfter: 'night',
      ...run,
    });
  });

  it('is that a sentence begins with it', () => {
    const { initial } = around('it ends . We go', 3);
    assert.equal(initial, 'We');
    assert.equal(around('it ends , We go', 3)['initial'], undefined);
    assert.equal(around('We go', 0)['initial'], 'We');
  });

  it('is nothing at the edges of a text', () => {
    assert.deepEqual(around('Anna', 0), {
      twoBefore: '–',
      before: '–',
      own: 'Anna',
      after: '–',
      twoAfter: '–',
      initial: 'Anna',
      runFirst: 'Anna',
      runLast: 'Anna',
      beforeRun: '–',
      afterRun: '–',
    });
  });

  it('are sixteen with capitals at most', () => {
    const text = Array.from({ length: 40 }, (_, at) => `N${at}`).join(' ');
    const { runFirst, runLast } = around(text, 20);
    assert.deepEqual([runFirst, runLast], ['N16', 'N31']);
  });
});

describe('What is known of a word', () => {
  it('is whether it has a capital, and whether a sentence may begin after it', () => {
    for (const [word, isCapital, endsSentence] of [
      ['Anna', true, false],
      ['anna', false, false],
      ['Østby', true, false],
      ['1st', false, false],
      ['.', false, true],
      ['“', false, true],
      ['*', false, true],
      [',', false, false],
      ['.x', false, false],
    ] as const) {
      const facts = factsOf(word);
      assert.deepEqual([facts.isCapital, facts.endsSentence], [isCapital, endsSentence], word);
    }
  });

  const shapes: [a: string, b: string, isSame: boolean][] = [
    ['Paris', 'Oslo', true],
    ['paris', 'is', true],
    ['NATO', 'EU', true],
    ['NATO', 'I', false],
    ['Paris', 'paris', false],
    ['F16', 'B52', true],
    ['F16', 'F1', true],
    ['F16', 'F', false],
    ['McDonald', 'DeVito', true],
    ['McDonald', 'Donald', false],
    ['O’Brien', 'D’Amato', true],
    ['O’Brien', 'OBrien', false],
    ['水', '川', true],
    ['2020', '7', true],
  ];
  for (const [a, b, isSame] of shapes) {
    it(`is that ${a} and ${b} ${isSame ? 'are' : 'aren’t'} written alike`, () => {
      assert.equal(factsOf(a).shape === factsOf(b).shape, isSame);
    });
  }

  it('is its letters, whatever their size, apostrophes and hyphens', () => {
    const same = (a: string, b: string) => factsOf(a).word === factsOf(b).word;
    assert.ok(same('Anna', 'ANNA'));
    assert.ok(same('O’Brien', "o'brien"));
    assert.ok(same('Wai‑keung', 'Wai-keung'));
    assert.ok(!same('Anna', 'Anne'));
  });

  it('is how it begins and ends, up to four letters', () => {
    const [bergen, bern, lauenburg] = [
      factsOf('Bergen'),
      factsOf('Bernburg'),
      factsOf('Lauenburg'),
    ];
    const alike = (a: readonly number[], b: readonly number[]) =>
      a.map((hash, at) => hash === b[at]);
    assert.deepEqual(alike(bergen.prefixes, bern.prefixes), [true, true, true, false]);
    assert.deepEqual(alike(bern.suffixes, lauenburg.suffixes), [true, true, true, true]);
    assert.deepEqual(alike(bergen.suffixes, bern.suffixes), [false, false, false, false]);
  });

  it('is which lists have it, and its cluster', () => {
    assert.notEqual(factsOf('Oslo').listed, 0);
    assert.equal(factsOf('Oslo').listed, factsOf('OSLO').listed);
    assert.equal(factsOf('Xyzzyq').listed, 0);
    const { coarse, fine } = factsOf('Oslo', 3 * FINE_PER_COARSE + 5);
    assert.deepEqual([coarse, fine], [3, 3 * FINE_PER_COARSE + 5]);
  });

  it('tells something else in each role, and of each pair', () => {
    const facts = factsOf('Oslo', 40);
    const all = Object.values(ROLE).flatMap((role) => roleFeatures(facts, role));
    const pairs = [0, 1].flatMap((place) => [
      ...pairFeatures(facts, factsOf('NATO', 7), place),
      ...pairFeatures(factsOf('NATO', 7), facts, place),
    ]);
    assert.equal(new Set([...all, ...pairs]).size, all.length + pairs.length);
  });

  it('tells which word it is only where it may be part of the name', () => {
    const tells = (role: Role) => roleFeatures(factsOf('Oslo'), role).some(tellsWord);
    const telling = Object.entries(ROLE).flatMap(([name, role]) => (tells(role) ? [name] : []));
    assert.deepEqual(telling, ['own', 'initial', 'runFirst', 'runLast']);
  });
});

describe('A table of hashes', () => {
  it('finds what is in it, though places are taken, and nothing else', () => {
    const bits = 10;
    const hashes = Int32Array.from({ length: 300 }, (_, at) => (at * 7) % 1024);
    const table = new HashTable(
      bits,
      hashes,
      hashes.map((hash) => hash + 1),
    );
    const kept = new Set(hashes);
    for (let hash = 0; hash < 1024; hash++) {
      assert.equal(table.get(hash << (32 - bits)), kept.has(hash) ? hash + 1 : -1);
    }
    assert.equal(new HashTable(bits, new Int32Array(), []).get(5), -1);
    assert.equal(highBits(-1, bits), 1023);
  });
});

describe('The tagger', () => {
  const row = (...scores: [label: number, score: number][]) => {
    const all = new Float32Array(LABELS);
    for (const [label, score] of scores) all[label] = score;
    return all;
  };
  const own = (word: string, nth: number) => roleFeatures(factsOf(word), ROLE.own)[nth] ?? 0;
  const before = (word: string) => roleFeatures(factsOf(word), ROLE.before)[0] ?? 0;
  const learned: [feature: number, scores: Float32Array][] = [
    // Words and marks are no names, by their shapes.
    ...['x', 'Xx', '.', 'XX'].map((shape): [number, Float32Array] => [
      own(shape, 1),
      row([OUTSIDE, 4]),
    ]),
    [own('Anna', 0), row([labelOf('PERSON', 'begin'), 12])],
    [own('Berg', 0), row([labelOf('PERSON', 'end'), 12])],
    [own('Lie', 0), row([labelOf('PERSON', 'inside'), 12], [labelOf('PERSON', 'single'), 5])],
    [own('Lund', 0), row([labelOf('PLACE', 'single'), 12])],
    [own('Dale', 0), row([labelOf('ORG', 'single'), 3])],
    [before('at'), row([labelOf('ORG', 'single'), 12])],
  ];
  const weights = new Float32Array(learned.length * LABELS);
  learned.forEach(([, scores], at) => {
    weights.set(scores, at * LABELS);
  });
  const tag = createTagger(
    readWeights(
      encode({
        clusters: new Map(),
        features: learned.map(([feature]) => feature),
        learned: { weights, transitions: new Float64Array(LABELS * LABELS) },
      }),
    ),
    names,
  );
  /** Names as `type words`, in brackets those that may be some; with how certain they are. */
  function tagged(passage: string): string[] {
    return tag(passage).map(({ start, end, type, certainty, isBest, types }) => {
      assert.equal(types.length, TAGGED_TYPES.length);
      assert.equal(types[TAGGED_TYPES.indexOf(type)], certainty);
      assert.ok(types.every((one) => 0 <= one && one <= 1));
      const name = `${type} ${passage.slice(start, end)}`;
      return isBest ? `${name} ${certainty > 0.9}` : `(${name} ${certainty.toFixed(1)})`;
    });
  }

  const cases: [passage: string, names: string[]][] = [
    ['we met nobody', []],
    ['', []],
    ['we met Anna Berg.', ['PERSON Anna Berg true']],
    ['we met Anna Lie Berg in Lund.', ['PERSON Anna Lie Berg true', 'PLACE Lund true']],
    ['in Lund, and in the old town of Lund', ['PLACE Lund true', 'PLACE Lund true']],
    ['Lund', ['PLACE Lund true']],
    ['we met Dale.', ['(ORG Dale 0.3)']],
    ['we are at Dale.', ['ORG Dale true']],
    ['we saw Nobody there', []],
    ['we met Lie.', ['PERSON Lie false']],
  ];
  for (const [passage, expected] of cases) {
    it(`finds ${expected.join(' and ') || 'nothing'} in “${passage}”`, () => {
      assert.deepEqual(tagged(passage), expected);
      // The same again, from what is remembered.
      assert.deepEqual(tagged(passage), expected);
    });
  }
});
