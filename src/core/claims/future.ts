import { PhraseTable } from './phrases';
import { QUESTION, REGULAR_PAST, type Word } from './words';

/**
 * What an expression says about time: that something lies in the future whatever the tense (`ahead`), or
 * unless the sentence tells a story (`next`, `planned`), by its verb (`will`), or perhaps (`open`); that it
 * is over (`past`); or that it makes a request or a ranking, in which `in five years` means something else.
 */
type Cue = 'ahead' | 'next' | 'planned' | 'will' | 'open' | 'past' | 'request' | 'rank' | 'none';

const UNITS =
  'minute|minutes|hour|hours|day|days|week|weeks|month|months|year|years|decade|decades|century|centuries|generation|generations';
const COUNTS =
  'one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several|few|couple|some|many|another|hundred|thousand';
const ADVERB = '(also|still|then|now|really|just|probably|soon|all|only|actually|currently|widely)';

const CUES: readonly (readonly [Cue, readonly string[]])[] = [
  [
    'ahead',
    [
      'in the|some (near|distant|foreseeable|not_too_distant) future',
      'in a year|month|week or two|so',
      'at some point in the future',
      'from now on',
      'someday|sooner_or_later|tomorrow|upcoming|forthcoming',
      'some day',
      'days|weeks|months|years|decades from now|to_come',
      'the time will|may come',
      'the days|weeks|months|years|decades|road|season ahead',
      'later this week|month|year|summer|autumn|fall|winter|spring',
      'future generations|plans',
    ],
  ],
  [
    'next',
    [
      '(the) next|coming season|summer|winter|spring|autumn|fall|election|time',
      'by 2030|2035|2040|2045|2050|2060|2100',
    ],
  ],
  [
    'planned',
    [
      `is|are|am|'s|'re|'m ${ADVERB} expected|scheduled|due|set|bound|poised|about|projected|planned|slated|going to`,
      'plan|plans|intend|intends|aim|aims|hope|hopes|expect|expects|propose|proposes to|on|that',
      'planning|hoping|intending|aiming|expecting to|on',
      'expects|anticipates|predicts|forecasts|hopefully|gonna',
      'i|we|you_can|they (also|fully|do) expect|hope|anticipate',
      `will|'ll be ${ADVERB} expected`,
    ],
  ],
  ['will', ["will|won't|'ll", 'i|we shall', 'is|are|am|be|was not going to']],
  [
    'open',
    [
      "may|might|could|would|'d|must|should|need|needs|want|wants|become|becomes|goal|goals|aim|until",
      'would like to',
      "may|might|could|would|'d|must|should|to have",
    ],
  ],
  [
    'past',
    [
      'was|were|had|did|went|said|became|won|lost|made|took|got|came|began|led|grew|ranked|met|gave|saw|told|found|kept|left|wrote|bought|sold|spent|paid|ago|yesterday',
      "has|have|'ve been|gone|come|seen|done|had|made|taken|become|grown|never|ever|always|already|just|not",
      'last year|month|week|season',
    ],
  ],
  [
    'request',
    ['please', 'feel free', 'let us|me know', "don't|do_not hesitate", 'it would be great|nice if'],
  ],
  [
    'rank',
    [
      'first|second|third|hottest|worst|best|ever|lowest|highest|biggest time|in',
      'in|over|for the past|last',
      'more|less|fewer|better|faster in a day|week|month|year than',
    ],
  ],
  ['none', ['the|a|political|free|good|own|their|his|her|my|our|your will of|to|and|is|was']],
];

const TABLE = new PhraseTable<Cue>(CUES);
const PREPOSITION = new Set(['in', 'within', 'by']);
const NEXT = new Set(['next', 'coming']);
const COUNT = new Set(COUNTS.split('|'));
const UNIT = new Set(UNITS.split('|'));
/** A sentence that begins like this asks for something. */
const ORDER =
  /^(?:just |please |do not |don['’]t )?(?:even )?(?:be|welcome|help|take|keep|try|look|let|make|remember|think|contact|visit|check|see|go|get|use|give|send|tell|add|join|click|read|find|learn|enjoy|consider)\b/i;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [ORDER];
const SPAN_REACH = 6;
const BEFORE_PARTICIPLE = new Set(['be', 'is', 'are', 'get', 'being', "'s", "'re"]);
const SMALL = /^[\p{Ll}]/u;
const ENOUGH_WORDS = 8;

/**
 * Whether a sentence is about the future, by its verbs and what it says about time: `will`, `is due to`,
 * `in the next few years`, `could … within a month`. Questions and requests aren't. In a sentence about
 * the past, only what lies ahead whatever the tense counts: `he promised to pay in the future`.
 */
export function aboutFuture(words: readonly Word[], sentence: string): boolean {
  const cues = new Set(TABLE.find(words).map(({ value }) => value));
  if (cues.has('request') || QUESTION.test(sentence) || ORDER.test(sentence)) return false;
  if (SMALL.test(sentence) && words.length < ENOUGH_WORDS) return false;
  return cues.has('ahead') || isToCome(cues, words);
}

function isToCome(cues: ReadonlySet<Cue>, words: readonly Word[]): boolean {
  const isOver = cues.has('past') || hasRegularPast(words);
  if (cues.has('will')) return !(isOver && cues.has('rank'));
  const span = spanOf(words);
  if (cues.has('next') || span === 'next')
    return !isOver || cues.has('open') || cues.has('planned');
  if (cues.has('planned')) return !cues.has('past');
  return span === 'within' && cues.has('open') && !isOver && !cues.has('rank');
}

/** `agreed`, but not `is agreed`. */
function hasRegularPast(words: readonly Word[]): boolean {
  return words.some(
    ({ lower }, at) =>
      REGULAR_PAST.test(lower) && !BEFORE_PARTICIPLE.has(words[at - 1]?.lower ?? ''),
  );
}

/** `in five years`; `in a year` may be a rate (`more than he earns in a year`). `next`: `the next 50 years`. */
function spanOf(words: readonly Word[]): 'next' | 'within' | undefined {
  const begins = (first: ReadonlySet<string>, isCounted: boolean) =>
    words.some(({ lower }, at) => first.has(lower) && hasUnit(words, at + 1, isCounted));
  if (begins(NEXT, true)) return 'next';
  return begins(PREPOSITION, false) ? 'within' : undefined;
}

/** Whether a stretch of time begins with the word at `from`; without a count unless `isCounted` already. */
function hasUnit(words: readonly Word[], from: number, isCounted: boolean): boolean {
  let counts = isCounted;
  for (const { lower, isJoined, isNumber } of words.slice(from, from + SPAN_REACH)) {
    if (!isJoined) return false;
    if (UNIT.has(lower)) return counts;
    counts ||= isNumber || COUNT.has(lower);
    if (isCounted && !COUNT.has(lower) && !isNumber && lower !== 'of') return false;
  }
  return false;
}
