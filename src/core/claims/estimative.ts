import { ESTIMATIVE_TERMS, type EstimativeTerm, type Likelihood } from './model';
import { PhraseTable, type Hit } from './phrases';
import { wordsOf, type Word } from './words';

/**
 * What an expression says of a likelihood: a term; a term if what follows is to come (`notThink`);
 * one if a percentage stands with it (`share`); nothing, in which case it only takes words away from
 * the other rows (`none`: `more likely` compares).
 */
type Meaning = EstimativeTerm | 'notThink' | 'share' | 'none';

/**
 * Words of estimative probability after ICD 203 (both rows of synonyms), and what people say for
 * them. To add an expression, add it to its row; the longest counts.
 *
 * Left out on purpose: `may`, `might`, `could`, `possible` and `perhaps` say that something can be,
 * and nothing of how likely it is (readers put them anywhere from 5 to 95 %). `will` is a prediction
 * without any estimate. `confident` is about the judgement, not the event: ICD 203 keeps these apart.
 */
const MEANINGS: readonly (readonly [Meaning, readonly string[]])[] = [
  [
    'almost no chance',
    [
      'almost|virtually|practically|next_to|basically|absolutely no chance',
      'no chance (whatsoever|at_all)',
      'zero|no|nil chance|probability|likelihood|prospect',
      'remote chance|possibility|prospect|likelihood|probability',
      "chance|chances|odds|prospects|possibility|likelihood|prospect is|are|'s (very|extremely) remote",
      'next_to|almost|virtually|practically impossible that',
      'inconceivable|unthinkable that',
      "no way that|will|'ll|is_going_to|are_going_to",
      "there is|'s no way",
      "certainly|definitely|surely won't|will_not|will_never|not_going_to",
      'will certainly|definitely|surely not|never',
    ],
  ],
  [
    'very unlikely',
    [
      'very|highly|extremely|most|quite|really|deeply|exceedingly unlikely|improbable|doubtful',
      'very|extremely|vanishingly slim|small|low|slight|little chance|chances|odds|probability|likelihood',
      'little|slim|tiny|slight|small|minimal|negligible chance|prospect|likelihood|probability',
      "chance|chances|odds|prospects|likelihood is|are|'s very|extremely slim|small|low|slight|poor",
      "chance|chances|odds|prospects is|are|'s slim|small|slight",
      '(i) highly|seriously|very_much|strongly|really doubt',
    ],
  ],
  [
    'unlikely',
    [
      '(rather|fairly|somewhat|pretty|still) unlikely|improbable|doubtful',
      'low probability|likelihood|odds|chance',
      "probability|likelihood|odds is|are|'s low",
      'i|we (rather|also|still) doubt',
      "i would|'d doubt",
      'many|most|they|officials|analysts|experts|people doubt',
      'odds are against',
      'against the odds',
    ],
  ],
  [
    'roughly even chance',
    [
      '(a) (roughly|about) even|equal chance|chances|odds|money|probability',
      '(roughly|about) fifty-fifty|50-50|50/50|50–50|fifty_fifty',
      'toss-up|toss_up|coin_toss|coin_flip|flip_of_a_coin|toss_of_a_coin',
      'as likely as not|unlikely',
      'could go either way',
    ],
  ],
  [
    'likely',
    [
      '(quite) likely|probable',
      '(quite|more_than) probably|presumably',
      'most likely|probably',
      'more likely|probably than not',
      'in all probability',
      'chances|odds are (good) (that)',
      '(a) good|fair|decent chance|probability|prospect',
      "(i|we) (would|'d|fully|do) expect",
      "(is|are|'s|'re) (widely|generally) expected to",
      'odds-on|odds_on',
      'better|more than even (chance|odds)',
    ],
  ],
  [
    'very likely',
    [
      'very|highly|extremely|overwhelmingly|exceedingly likely|probable|probably',
      'in all likelihood',
      'very|extremely good|high|strong chance|chances|odds|probability|likelihood',
      '(a) high|strong chance|probability|likelihood',
      'every chance|likelihood|probability',
      "probability|likelihood is|are|'s (very) high",
      'chances|odds are very good|high',
      'little|hardly_any|hardly_a doubt',
    ],
  ],
  [
    'almost certain',
    [
      'almost|nearly|virtually|practically|all_but|pretty_much|near certain|certainly|inevitable|inevitably|guaranteed',
      'almost surely',
      'no|without_a|without|without_any|beyond|beyond_any|never doubt',
      "do_not|don't doubt",
      'undoubtedly|doubtless|doubtlessly|unquestionably',
      "will|would|'ll|'d|is_going_to|are_going_to certainly|definitely|surely|undoubtedly|inevitably",
      "certainly|definitely|surely|undoubtedly|inevitably will|'ll",
      'bound|certain|sure|guaranteed to',
      "i am|'m (quite|very|pretty|absolutely|almost) certain|sure (that)",
      'nearly inevitable|certain',
    ],
  ],
  [
    // `I don't think so`, `I don't think that's fair` deny; only of what is to come do they estimate.
    'notThink',
    [
      "(i|we|you) don't|do_not|didn't|wouldn't|can't|cannot (really|personally|actually|honestly|necessarily) think|believe|see|imagine|suppose|foresee",
    ],
  ],
  ['share', ['chance|chances|probability|likelihood|odds|certain|sure|certainty|confident']],
  [
    'none',
    [
      // Comparisons say which, or in what direction, not how likely.
      'more|less|least|equally|how|as likely|probable|unlikely',
      'the most likely|probable|unlikely',
      'likelier|likeliest',
      'probable cause|causes',
      'what|whatever|as|than|the|to|you|did|does|might|could i|we|you|they expect',
      'to|what_to|can|not_to expect',
      'was|were|been expected to',
      'legally bound to',
      'have|had the chance',
      'make sure to|that',
      'for|not sure|certain (that|to)',
    ],
  ],
];

const TABLE = new PhraseTable<Meaning>(MEANINGS);

/** Which word negates, and the words across which it still does: `isn't at all likely`. */
const NEGATION = new Set(
  "not never hardly isn't aren't wasn't weren't doesn't don't didn't won't wouldn't cannot can't nobody neither nor nothing".split(
    ' ',
  ),
);
const TRANSPARENT = new Set(
  'at all very too necessarily actually personally honestly even so that be been being is are was were it this seem seems seemed look looks looked appear appears considered seen as particularly really especially terribly quite think thinks believe believes say see the i we would to a exactly'.split(
    ' ',
  ),
);
const NEGATES_WITHIN = 7;
/** Behind `probably` and the like a negation belongs to what is estimated. */
const ADVERB = /(?:probably|likely|certainly|surely|presumably|undoubtedly|doubtless|definitely)$/;
const AUXILIARY = new Set(
  "will would is are was were has have had do does did can could should may might 's 'll 're 've".split(
    ' ',
  ),
);
const NEGATIVE = /^(?:not|never|won't|[a-z]+n't|cannot)$/;
/** What `I don't think` has to be followed by for an estimate of what is to come. */
const TO_COME = new Set(
  "will would 'll 'd won't going about ever anytime happening soon".split(' '),
);
const TO_COME_WITHIN = 10;

/** What is left of a term when it is denied: `not likely` is unlikely, `not certain` says nothing. */
const DENIED: Partial<Record<EstimativeTerm, EstimativeTerm>> = {
  'very likely': 'unlikely',
  likely: 'unlikely',
  unlikely: 'likely',
};

/**
 * How likely a sentence says that something is, by the terms of ICD 203; undefined if it doesn't.
 * A percentage counts before words, then the longest expression, then the first. Negations count:
 * `not unlikely`, `probably won't`, `I don't think it will`.
 *
 * @returns a term and the words that say so, whose offsets count from the sentence's start
 */
export function likelihoodOf(sentence: string): Likelihood | undefined {
  return likelihoodAmong(wordsOf(sentence), sentence);
}

/** As {@link likelihoodOf}, for who has the words of the sentence already. */
export function likelihoodAmong(words: readonly Word[], sentence: string): Likelihood | undefined {
  let longest: Likelihood | undefined;
  for (const hit of TABLE.find(words)) {
    const percent = percentage(hit, words, sentence);
    if (percent) return percent;
    const found = estimate(hit, words);
    if (found && (!longest || length(found) > length(longest))) longest = found;
  }
  return longest;
}

function length({ words: { start, end } }: Likelihood): number {
  return end - start;
}

/** What an expression says among the words around it. */
function estimate(
  { value, from, to }: Hit<Meaning>,
  words: readonly Word[],
): Likelihood | undefined {
  if (value === 'none' || value === 'share') return undefined;
  const at = (term: EstimativeTerm, first: number, end: number): Likelihood => ({
    term,
    words: { start: (words[first] as Word).start, end: (words[end - 1] as Word).end },
  });
  if (value === 'notThink') return isToCome(words, to) ? at('unlikely', from, to) : undefined;
  const behind = negationEnd(words, to);
  if (behind !== undefined) return at(mirrored(value), from, behind);
  const before = negationBefore(words, from);
  if (before === undefined) return at(value, from, to);
  const term = DENIED[value];
  return term && at(term, before, to);
}

/** Whether what follows `I don't think` is about the future. */
function isToCome(words: readonly Word[], to: number): boolean {
  for (let at = to; at < Math.min(words.length, to + TO_COME_WITHIN); at++) {
    const { lower, isJoined } = words[at] as Word;
    if (!isJoined) return false;
    if (TO_COME.has(lower)) return true;
  }
  return false;
}

/** The index of a word that negates what begins at `from`, across words that carry a negation on. */
function negationBefore(words: readonly Word[], from: number): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - NEGATES_WITHIN); at--) {
    if (!(words[at + 1] as Word).isJoined) return undefined;
    const { lower } = words[at] as Word;
    if (NEGATION.has(lower)) return at;
    if (!TRANSPARENT.has(lower)) return undefined;
  }
  return undefined;
}

/** Where a negation ends that follows an adverb: `probably won't`, `almost certainly is not`. */
function negationEnd(words: readonly Word[], to: number): number | undefined {
  const next = words[to];
  const second = words[to + 1];
  if (!ADVERB.test((words[to - 1] as Word).lower) || !next?.isJoined) return undefined;
  if (NEGATIVE.test(next.lower)) return to + 1;
  const isSecond = AUXILIARY.has(next.lower) && second?.isJoined && NEGATIVE.test(second.lower);
  return isSecond ? to + 2 : undefined;
}

/** The term for the contrary: what is likely not to be is unlikely. */
function mirrored(term: EstimativeTerm): EstimativeTerm {
  const index = ESTIMATIVE_TERMS.indexOf(term);
  return ESTIMATIVE_TERMS[ESTIMATIVE_TERMS.length - 1 - index] ?? term;
}

/** A word of likelihood and its percentage stand so close, in units. */
const REACH = 40;
const SHARE_BEFORE =
  /(?:(\d{1,3}(?:\.\d{1,2})?) ?(?:%|per ?cent)? ?(?:to|-|–|or) ?)?(\d{1,3}(?:\.\d{1,2})?)(?: ?%| per ?cent)(?: or (?:so|more|less|higher|greater))? (?:\w{1,10} )?$/i;
const SHARE_BEHIND =
  /^ (?:of|is|at|as|was|'s|stands at|are)(?: (?:about|around|roughly|maybe|some|only|perhaps|over|under|at))? ?(\d{1,3}(?:\.\d{1,2})?)(?: ?%| per ?cent)/i;
const ONE_IN = /\b(?:one|1)[ -]in[ -](two|three|four|five|six|ten|twenty|a hundred|\d{1,3}) $/i;
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twenty: 20,
  'a hundred': 100,
};

/** `a 70 % chance`, `60 to 70 per cent likely`, `a probability of 15 %` or `a one in five chance`. */
function percentage(
  { value, from, to }: Hit<Meaning>,
  words: readonly Word[],
  sentence: string,
): Likelihood | undefined {
  if (value !== 'share' && value !== 'likely') return undefined;
  const { start } = words[from] as Word;
  const { end } = words[to - 1] as Word;
  const cut = Math.max(0, start - REACH);
  const before = sentence.slice(cut, start);
  const share = SHARE_BEFORE.exec(before);
  if (share) return ofPercent(meanOf(share), cut + share.index, end);
  const oneIn = ONE_IN.exec(before);
  if (oneIn) return ofPercent(oneOf(oneIn), cut + oneIn.index, end);
  const behind = SHARE_BEHIND.exec(sentence.slice(end, end + REACH));
  return behind ? ofPercent(Number(behind[1]), start, end + behind[0].length) : undefined;
}

function ofPercent(percent: number, start: number, end: number): Likelihood | undefined {
  const term = termOf(percent);
  return term && { term, words: { start, end } };
}

/** The row of ICD 203; what stands on the end of two ranges belongs to the one nearer to even. */
function termOf(percent: number): EstimativeTerm | undefined {
  if (percent < 5) return 'almost no chance';
  if (percent < 20) return 'very unlikely';
  if (percent < 45) return 'unlikely';
  if (percent <= 55) return 'roughly even chance';
  if (percent <= 80) return 'likely';
  if (percent <= 95) return 'very likely';
  return percent <= 100 ? 'almost certain' : undefined;
}

function meanOf([, low, high]: RegExpExecArray): number {
  return low === undefined ? Number(high) : (Number(low) + Number(high)) / 2;
}

function oneOf([, of = '']: RegExpExecArray): number {
  return 100 / (NUMBERS[of.toLowerCase()] ?? Number(of));
}
