import type { Gazetteer } from '../gazetteer';
import { hashText, mix } from './hash';

/** Which cluster of words a word belongs to; 0 for unknown words. */
export type Clusters = (lower: string) => number;

/** How many fine clusters make up a coarse one. */
export const FINE_PER_COARSE = 16;

/** Where a word is in relation to the token that it tells something about; numbers, for speed. */
export const ROLE = {
  twoBefore: 0,
  before: 1,
  own: 2,
  after: 3,
  twoAfter: 4,
  initial: 5,
  runFirst: 6,
  runLast: 7,
  beforeRun: 8,
  afterRun: 9,
} as const;
export type Role = (typeof ROLE)[keyof typeof ROLE];

/** What is known of a word wherever it occurs; hashes are only compared. */
export interface WordFacts {
  readonly isCapital: boolean;
  /** Whether a sentence may begin after it. */
  readonly endsSentence: boolean;
  /** Of the word in lower case. */
  readonly word: number;
  readonly shape: number;
  /** Of its first letters, one to {@link LONGEST_AFFIX} of them. */
  readonly prefixes: readonly number[];
  readonly suffixes: readonly number[];
  readonly coarse: number;
  readonly fine: number;
  /** The lists of names that contain it, one bit each. */
  readonly listed: number;
}

const LONGEST_AFFIX = 4;

const LISTS = [
  'first',
  'last',
  'people',
  'cities',
  'regions',
  'countries',
  'demonyms',
  'organisations',
  'calendar',
  'common',
] as const;

export function wordFacts(text: string, gazetteer: Gazetteer, clusters: Clusters): WordFacts {
  const lower = text.toLowerCase().replaceAll('’', "'").replaceAll('‑', '-');
  const fine = clusters(lower);
  let listed = 0;
  for (let bit = 0; bit < LISTS.length; bit++) {
    if (gazetteer[LISTS[bit] as (typeof LISTS)[number]].has(lower)) listed |= 1 << bit;
  }
  const prefixes: number[] = [];
  const suffixes: number[] = [];
  for (let length = 1; length <= LONGEST_AFFIX; length++) {
    prefixes.push(hashText(length, lower.slice(0, length)));
    suffixes.push(hashText(length, lower.slice(-length)));
  }
  return {
    isCapital: /^\p{Lu}/u.test(text),
    endsSentence: /^[.!?…:;“"«‹(\n*_#>[”]$/u.test(text),
    word: hashText(0, lower),
    shape: hashText(0, shapeOf(text)),
    prefixes,
    suffixes,
    coarse: Math.floor(fine / FINE_PER_COARSE),
    fine,
    listed,
  };
}

/** `Xx` for `Paris`, `XX` for `NATO`, `Xd` for `F16`; marks stand for themselves. */
function shapeOf(text: string): string {
  const shape = text
    .slice(0, 24)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{Ll}\p{Lo}\p{Lm}]/gu, 'x')
    .replace(/\p{N}/gu, 'd');
  const short = shape.replace(/(.)\1+/gu, '$1');
  return shape.length > 1 && /^X+$/.test(shape) ? 'XX' : short;
}

/** In these roles a word may be part of the name. */
const NAMING: ReadonlySet<Role> = new Set([ROLE.own, ROLE.initial, ROLE.runFirst, ROLE.runLast]);

/** Features of a word in one role, as hashes; see {@link tellsWord}. */
export function roleFeatures(facts: WordFacts, role: Role): number[] {
  const seed = role * 64;
  const { word, shape, coarse, fine, listed, prefixes, suffixes } = facts;
  const ofWord = NAMING.has(role) ? named : general;
  const features = [
    ofWord(mix(seed + 1, word)),
    general(mix(seed + 2, shape)),
    general(mix(seed + 3, coarse)),
    general(mix(seed + 16, fine)),
  ];
  if (role === ROLE.twoBefore || role === ROLE.twoAfter) return features;
  features.push(general(mix(seed + 4, listed)));
  if (role === ROLE.initial) return features;
  for (let bit = 0; bit < LISTS.length; bit++) {
    if (listed & (1 << bit)) features.push(general(mix(seed + 20, bit)));
  }
  features.push(
    ofWord(mix(seed + 5, suffixes[2] as number)),
    general(mix(seed + 17, suffixes[1] as number)),
  );
  if (role !== ROLE.own) return features;
  for (let index = 0; index < LONGEST_AFFIX; index++) {
    const told = index < 2 ? general : named;
    features.push(told(mix(seed + 7 + index, prefixes[index] as number)));
    features.push(told(mix(seed + 12 + index, suffixes[index] as number)));
  }
  features.push(general(mix(mix(seed + 18, fine), shape)));
  return features;
}

/** Features of two neighbouring words, as hashes; `place` tells where they are. */
export function pairFeatures(a: WordFacts, b: WordFacts, place: number): number[] {
  const seed = 1024 + place * 16;
  return [
    general(mix(mix(seed, a.shape), b.shape)),
    general(mix(mix(seed + 1, a.coarse), b.coarse)),
    named(mix(mix(seed + 2, a.word), b.word)),
    named(mix(mix(seed + 3, a.word), b.shape)),
    general(mix(mix(seed + 4, a.listed), b.listed)),
  ];
}

/**
 * Whether a feature is about which word a name is made of, rather than what kind of word: a few texts can’t
 * teach that. The lowest bit of the hash tells; it isn’t among the bits that are kept.
 */
export function tellsWord(hash: number): boolean {
  return (hash & 1) === 1;
}

function named(hash: number): number {
  return hash | 1;
}

function general(hash: number): number {
  return hash & ~1;
}
