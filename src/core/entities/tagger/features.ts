import type { Gazetteer } from '../gazetteer';
import { hashText, mix } from './hash';

/** Which cluster of words a word belongs to; 0 for words of which nothing is known. */
export type Clusters = (lower: string) => number;

/** So many fine clusters make up a coarse one. */
export const FINE_PER_COARSE = 16;

/** The places from which a word tells something about a token; numbers, as this is done for each token. */
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

/** What is known of a word wherever it stands. */
export interface WordFacts {
  readonly text: string;
  readonly lower: string;
  readonly shape: string;
  readonly isCapital: boolean;
  /** Whether a sentence may begin behind it. */
  readonly endsSentence: boolean;
  readonly coarse: number;
  readonly fine: number;
  /** The lists of names in which it stands, one bit each. */
  readonly listed: number;
}

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
  LISTS.forEach((list, bit) => {
    if (gazetteer[list].has(lower)) listed |= 1 << bit;
  });
  return {
    text,
    lower,
    shape: shapeOf(text),
    isCapital: /^\p{Lu}/u.test(text),
    endsSentence: /^[.!?…:;“"«‹(\n*_#>[”]$/u.test(text),
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
export function roleFeatures(word: WordFacts, role: Role): number[] {
  const seed = role * 64;
  const { lower, shape, coarse, fine, listed } = word;
  const ofWord = NAMING.has(role) ? named : general;
  const wide = [
    ofWord(hashText(seed + 1, lower)),
    general(hashText(seed + 2, shape)),
    general(mix(seed + 3, coarse)),
    general(mix(seed + 16, fine)),
  ];
  if (role === ROLE.twoBefore || role === ROLE.twoAfter) return wide;
  if (role === ROLE.initial) return [...wide, general(mix(seed + 4, listed))];
  const lists = LISTS.flatMap((_, bit) =>
    listed & (1 << bit) ? [general(mix(seed + 20, bit))] : [],
  );
  const near = [
    ...wide,
    ...lists,
    general(mix(seed + 4, listed)),
    ofWord(hashText(seed + 5, lower.slice(-3))),
    general(hashText(seed + 17, lower.slice(-2))),
  ];
  if (role !== ROLE.own) return near;
  const affixes = [1, 2, 3, 4].flatMap((length) => {
    const told = length > 2 ? named : general;
    return [
      told(hashText(seed + 6 + length, lower.slice(0, length))),
      told(hashText(seed + 11 + length, lower.slice(-length))),
    ];
  });
  return [...near, ...affixes, general(mix(mix(seed + 18, fine), hashText(0, shape)))];
}

/** Features of two words that stand together, as hashes; `place` tells where. */
export function pairFeatures(a: WordFacts, b: WordFacts, place: number): number[] {
  const seed = 1024 + place * 16;
  return [
    general(mix(hashText(seed, a.shape), hashText(0, b.shape))),
    general(mix(mix(seed + 1, a.coarse), b.coarse)),
    named(mix(hashText(seed + 2, a.lower), hashText(0, b.lower))),
    named(mix(hashText(seed + 3, a.lower), hashText(0, b.shape))),
    general(mix(mix(seed + 4, a.listed), b.listed)),
  ];
}

/**
 * Whether a feature is of which word a name is made, not of what kind its words are: a few texts
 * teach nothing of that. The lowest bit of the hash tells; it isn’t among those kept.
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
