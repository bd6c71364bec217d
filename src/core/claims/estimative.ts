import type { EstimativeTerm, Likelihood } from './model';

/**
 * Words of estimative probability after ICD 203 (both rows of synonyms) and what people say for
 * them. `may`, `might` and `could` are left out: they say that something is possible, and no more.
 */
const WORDS: readonly (readonly [EstimativeTerm, string])[] = [
  [
    'almost no chance',
    'almost no chance|no chance|remote(?: chance| possibility)?|next to impossible|almost impossible',
  ],
  [
    'very unlikely',
    '(?:very|highly|extremely|quite|most) (?:unlikely|improbable)|(?:very|highly) doubtful|little chance|slim chance',
  ],
  [
    'unlikely',
    "unlikely|improbable|not (?:very )?(?:likely|probable)|probably not|probably (?:won't|will not|doesn't|does not|isn't|is not)|doubtful|I doubt|I(?: do not| don't) (?:really )?(?:think|believe|expect|see)(?! so)",
  ],
  [
    'roughly even chance',
    'roughly even (?:chance|odds)|even (?:chance|odds)|fifty-fifty|50[-/]50|toss-up|coin flip|as likely as not',
  ],
  [
    'very likely',
    '(?:very|highly|quite|extremely|most) (?:likely|probable)|very probably|most probably',
  ],
  [
    'almost certain',
    "almost certain(?:ly)?|nearly certain|virtually certain|almost surely|no doubt|undoubtedly|(?:I am|I'm) (?:quite )?(?:certain|sure) (?:that )?",
  ],
  ['likely', 'likely|probable|probably|presumably|not unlikely|(?:I|we) (?:would )?expect'],
];

/** The rows from the longest expression on, so that `very unlikely` isn't read as `likely`. */
const ANY = new RegExp(
  `(?<![\\p{L}-])(?:${WORDS.map(([, words], row) => `(?<r${row}>${words})`).join('|')})(?![\\p{L}-])`,
  'iu',
);
const NOT_UNLIKELY = /(?<![\p{L}])not (?:at all )?(?:unlikely|improbable)(?!\p{L})/iu;
const PERCENT = /(?<![\d.])(\d{1,2})(?: ?%| per ?cent) (?:chance|probability|likelihood|likely)/i;

/** The row of ICD 203 for a percentage, by the ends of the ranges. */
const ROWS: readonly (readonly [number, EstimativeTerm])[] = [
  [5, 'almost no chance'],
  [20, 'very unlikely'],
  [45, 'unlikely'],
  [55, 'roughly even chance'],
  [80, 'likely'],
  [95, 'very likely'],
  [100, 'almost certain'],
];

/**
 * How likely a sentence says that something is, by the terms of ICD 203; undefined if it doesn't.
 * The first expression counts. Offsets are from the sentence's start.
 */
export function likelihoodOf(sentence: string): Likelihood | undefined {
  // Curly apostrophes as straight ones: the length stays.
  const plain = sentence.replace(/’/g, "'");
  const percent = PERCENT.exec(plain);
  if (percent) {
    const value = Number(percent[1]);
    const term = ROWS.find(([upTo]) => value <= upTo)?.[1] ?? 'almost certain';
    return { term, words: spanOf(percent) };
  }
  const twice = NOT_UNLIKELY.exec(plain);
  if (twice) return { term: 'likely', words: spanOf(twice) };
  const found = ANY.exec(plain);
  const row = Object.entries(found?.groups ?? {}).find(([, words]) => words !== undefined)?.[0];
  const term = row && WORDS[Number(row.slice(1))]?.[0];
  return found && term ? { term, words: spanOf(found) } : undefined;
}

function spanOf({ index, 0: words }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + words.trimEnd().length };
}
