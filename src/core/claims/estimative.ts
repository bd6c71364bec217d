import { ESTIMATIVE_TERMS, type EstimativeTerm, type Likelihood } from './model';
import { compiling } from '../firstUse';
import { PhraseTable, type Hit } from './phrases';
import type { Word } from './words';

/**
 * What an expression says about a likelihood: a term; a term if what follows is about the future
 * (`notThink`); one if it has a percentage (`share`); or nothing, in which case it only keeps words from
 * the other rows (`none`: `more likely` compares).
 */
type Meaning = EstimativeTerm | 'notThink' | 'share' | 'none';

/**
 * Words of estimative probability after ICD 203 (both rows of synonyms), and what people say instead of
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
      "(there) isn't|wasn't|is_not|'s_not|not a chance",
      "(i|we|you|they|he|she) don't|doesn't|didn't|won't|wouldn't|do_not|does_not have|stand a chance",
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
      'i|we doubt very_much|strongly|seriously',
      "not|isn't|wasn't|haven't|don't_have|doesn't_have|do_not_have|does_not_have much|much_of_a chance|prospect",
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
      'nobody|no_one|no-one|hardly_anybody|few (really|seriously) expects|expect',
      'by_no_means|far_from|anything_but likely|probable',
      'less than even|fifty-fifty|50-50 (chance|odds)',
      'odds are against',
      'against the odds',
    ],
  ],
  [
    'roughly even chance',
    [
      '(a) (roughly|about) even|equal chance|chances|odds|money|probability',
      'chances|odds are (roughly|about) even|equal|fifty-fifty|50-50|50/50',
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
      'more likely|probable|probably than not',
      'in all probability',
      'chances|odds are (good) (that)',
      '(a) good|fair|decent chance|probability|prospect',
      "(i|we) (would|'d|fully|do) expect",
      "i|we am|'m|are|'re (fully) expecting",
      "(is|are|'s|'re) (widely|generally) expected to",
      "(is|are|'s|'re) expected at|before|by|in|on|within|later|soon|today|tomorrow|tonight|next|this|home|back",
      'may|might|could (very) well',
      '(a) strong|distinct|good|serious possibility',
      'odds are in favour|favor of',
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
      "i am|'m|we_are|we're (now) fairly|pretty|reasonably sure|certain (that)",
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
      "i am|'m (quite|very|absolutely|almost) certain|sure (that)",
      'nearly inevitable|certain',
      'near|virtual|practical certainty',
    ],
  ],
  [
    // `I don't think so`, `I don't think that's fair` deny; only of what is to come do they estimate.
    'notThink',
    [
      "(i|we|you) don't|do_not|didn't|wouldn't|can't|cannot (really|personally|actually|honestly|necessarily) think|believe|see|imagine|suppose|foresee",
    ],
  ],
  [
    'share',
    [
      'chance|chances|probability|likelihood|odds|prospect|prospects|certain|sure|certainty|confident',
    ],
  ],
  [
    'none',
    [
      // Comparisons say which, or in what direction, not how likely.
      'more|less|least|equally|how|as likely|probable|unlikely',
      'the most likely|probable|unlikely',
      'likelier|likeliest',
      'chances|odds are (much|far) higher|lower|greater|smaller',
      'probable cause|causes',
      'what|whatever|as|than|the|to|you|did|does|might|could i|we|you|they expect',
      'to|what_to|can|not_to expect',
      'was|were|been expected to|at|before|by|in|on|this|next|today|back|home',
      'by_no_means|far_from|anything_but|hardly|less_than certain|sure|guaranteed|inevitable (to|that)',
      'legally bound to',
      'have|had the chance',
      'had no|a chance to',
      'make sure to|that',
      'for|not sure|certain (that|to)',
    ],
  ],
];

const TABLE = new PhraseTable<Meaning>(MEANINGS);

/** Words that negate, and the words across which they still do: `isn't at all likely`. */
const NEGATION = new Set(
  "not never hardly isn't aren't wasn't weren't doesn't don't didn't won't wouldn't cannot can't nobody neither nor nothing".split(
    ' ',
  ),
);
const TRANSPARENT = new Set(
  "at all very too 's necessarily actually personally honestly even so that be been being is are was were it this seem seems seemed look looks looked appear appears considered seen as particularly really especially terribly quite think thinks believe believes say see the i we would to a exactly".split(
    ' ',
  ),
);
const NEGATES_WITHIN = 7;
/** After `probably` and the like a negation belongs to what is estimated. */
const ADVERB =
  /(?:probably|likely|certainly|surely|presumably|undoubtedly|doubtless|definitely|likelihood|probability)$/;
/** The longest subject before its verb, in words. */
const SUBJECT_WITHIN = 6;
const AUXILIARY = new Set(
  "will would is are was were has have had do does did can could should may might 's 'll 're 've".split(
    ' ',
  ),
);
const NEGATIVE = /^(?:not|never|won't|[a-z]+n't|cannot)$/;
/** What has to follow `I don't think` for an estimate about the future. */
const TO_COME = new Set(
  "will would 'll 'd won't going about ever anytime happening soon".split(' '),
);
const TO_COME_WITHIN = 10;

/** What a term becomes when it is negated: `not likely` is unlikely, `not certain` says nothing. */
const DENIED: Partial<Record<EstimativeTerm, EstimativeTerm>> = {
  'very likely': 'unlikely',
  likely: 'unlikely',
  unlikely: 'likely',
};

/** Builds what finding likelihoods needs ahead of time, in steps. */
export function* preparingLikelihoods(): Generator<undefined, void> {
  yield* compiling(COSTLY);
  yield* TABLE.preparing();
}

/**
 * How likely a sentence says that something is, in the terms of ICD 203; undefined if it doesn't say.
 * A percentage takes precedence over words, then the longest expression, then the first. Negations count:
 * `not unlikely`, `probably won't`, `I don't think it will`.
 *
 * @returns a term and the words that say so, whose offsets count from the sentence's start
 */
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

/** What an expression says, given the words around it. */
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
  const behind = negationEnd(words, from, to);
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

/** The index of a word that negates what begins at `from`, perhaps across words that don't stop a negation. */
function negationBefore(words: readonly Word[], from: number): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - NEGATES_WITHIN); at--) {
    if (!(words[at + 1] as Word).isJoined) return undefined;
    const { lower } = words[at] as Word;
    if (NEGATION.has(lower)) return at;
    if (!TRANSPARENT.has(lower)) return undefined;
  }
  return undefined;
}

/**
 * Where a negation ends that follows an adverb: `probably won’t`, `almost certainly is not`; at the
 * beginning of a sentence the subject may come between: `Most probably the letter was never sent`.
 */
function negationEnd(words: readonly Word[], from: number, to: number): number | undefined {
  if (!ADVERB.test((words[to - 1] as Word).lower)) return undefined;
  const reach = from === 0 ? SUBJECT_WITHIN : 1;
  for (let at = to; at < to + reach && words[at]?.isJoined; at++) {
    const { lower } = words[at] as Word;
    if (NEGATIVE.test(lower)) return at + 1;
    if (!AUXILIARY.has(lower)) continue;
    const next = words[at + 1];
    return next?.isJoined && NEGATIVE.test(next.lower) ? at + 2 : undefined;
  }
  return undefined;
}

/** The term for the opposite: what is likely not to happen is unlikely. */
function mirrored(term: EstimativeTerm): EstimativeTerm {
  const index = ESTIMATIVE_TERMS.indexOf(term);
  return ESTIMATIVE_TERMS[ESTIMATIVE_TERMS.length - 1 - index] ?? term;
}

/** How close a word of likelihood and its percentage are, in units. */
const REACH = 56;
const SMALL: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  'ninety-five': 95,
  'ninety-nine': 99,
  'a hundred': 100,
  'a thousand': 1000,
  'a million': 1_000_000,
};
const WRITTEN = Object.keys(SMALL)
  .sort((a, b) => b.length - a.length)
  .join('|');
const COUNT = String.raw`\b(?:\d{1,3}(?:\.\d{1,2})?|${WRITTEN})`;
const PER_CENT = String.raw` ?(?:%|per ?cent\b)`;
const FROM = String.raw`(?:(?<low>${COUNT})(?:${PER_CENT})? ?(?:to|-|–|or) ?)?`;
const BOUND = String.raw`(?:(?<bound>less than|under|below|at most|more than|over|above)(?: an?| about)? )?`;
/** `60 to 70 per cent`, `less than 5 %`, `one in five`. */
const SHARE = String.raw`(?:${BOUND}${FROM}(?<share>${COUNT})${PER_CENT}|(?<of>${COUNT})[ -](?:in|out of)[ -](?<in>\d{1,3}|${WRITTEN})\b)`;
const OR_SO = String.raw`(?: or (?:so|more|less|higher|greater))? `;
/** Right before `likely`: a word between would be what is likely (`a 10 % rise is likely`). */
const SHARE_RIGHT_BEFORE = new RegExp(SHARE + OR_SO + '$', 'i');
/** An adjective may come between, but no verb: `a rise of 10 % is certain`. */
const SHARE_BEFORE = new RegExp(
  String.raw`${SHARE}${OR_SO}(?:(?!(?:is|are|was|were|looks?|seems?)\b)\w{1,10} )?$`,
  'i',
);
const WHOSE = String.raw`(?: (?:of|that|for)\b[^,.;:]{1,32})?`;
const ABOUT = String.raw`(?: (?:about|around|roughly|maybe|some|only|perhaps))?`;
const SHARE_BEHIND = new RegExp(
  String.raw`^(?: of|${WHOSE}(?: is| at| as| was|['’]s| stands at| are| were))${ABOUT} ?${SHARE}(?! (?:high|low|great|small|bett|worse|more|less))`,
  'i',
);
/** `the chances of a deal are slim`; with nothing between, the table has it. */
const WORD_BEHIND = new RegExp(
  String.raw`^ (?:of|that|for)\b[^,.;:]{1,32} (?:is|are)(?<very> very| extremely)? (?<word>good|high|even|low|poor|slim|small|slight|remote)\b`,
  'i',
);
/** What takes long to compile. */
const COSTLY: readonly RegExp[] = [SHARE_RIGHT_BEFORE, SHARE_BEFORE, SHARE_BEHIND, WORD_BEHIND];
const WORDS: Readonly<Record<string, EstimativeTerm>> = {
  good: 'likely',
  high: 'very likely',
  even: 'roughly even chance',
  low: 'unlikely',
  poor: 'very unlikely',
  slim: 'very unlikely',
  small: 'very unlikely',
  slight: 'very unlikely',
  remote: 'almost no chance',
};
const LESS = /^(?:less|under|below|at most)/i;

/** `a 70 % chance`, `60 to 70 per cent likely`, `a probability of 15 %`, `a one in five chance`. */
function percentage(
  { value, from, to }: Hit<Meaning>,
  words: readonly Word[],
  sentence: string,
): Likelihood | undefined {
  const { start, lower } = words[from] as Word;
  const isAdjective = lower === 'likely' || lower === 'probable';
  if (value !== 'share' && !isAdjective) return undefined;
  const { end } = words[to - 1] as Word;
  const cut = Math.max(0, start - REACH);
  const before = isAdjective ? SHARE_RIGHT_BEFORE : SHARE_BEFORE;
  const share = before.exec(sentence.slice(cut, start));
  if (share) return termed(ofPercent(share), cut + share.index, end);
  if (isAdjective) return undefined;
  const tail = sentence.slice(end, end + REACH);
  const behind = SHARE_BEHIND.exec(tail);
  if (behind) return termed(ofPercent(behind), start, end + behind[0].length);
  const word = WORD_BEHIND.exec(tail);
  return word ? termed(ofWord(word), start, end + word[0].length) : undefined;
}

function termed(
  term: EstimativeTerm | undefined,
  start: number,
  end: number,
): Likelihood | undefined {
  return term && { term, words: { start, end } };
}

/** A bound excludes the number it gives: `less than 5 %` is under 5. */
function ofPercent({ groups = {} }: RegExpExecArray): EstimativeTerm {
  const { of, in: outOf, low, share, bound } = groups;
  if (of !== undefined) return termOf((100 * numberOf(of)) / numberOf(outOf));
  const mean = low === undefined ? numberOf(share) : (numberOf(low) + numberOf(share)) / 2;
  if (bound === undefined) return termOf(mean);
  return termOf(mean + (LESS.test(bound) ? -0.01 : 0.01));
}

function ofWord({ groups = {} }: RegExpExecArray): EstimativeTerm | undefined {
  const term = WORDS[(groups.word ?? '').toLowerCase()];
  if (groups.very === undefined) return term;
  return term === 'likely' ? 'very likely' : term === 'unlikely' ? 'very unlikely' : term;
}

function numberOf(written = ''): number {
  return SMALL[written.toLowerCase()] ?? Number(written);
}

/** The term of ICD 203; the border of two ranges belongs to the one nearer to even. People are even 110 % sure. */
function termOf(percent: number): EstimativeTerm {
  if (percent < 5) return 'almost no chance';
  if (percent < 20) return 'very unlikely';
  if (percent < 45) return 'unlikely';
  if (percent <= 55) return 'roughly even chance';
  if (percent <= 80) return 'likely';
  if (percent <= 95) return 'very likely';
  return 'almost certain';
}
