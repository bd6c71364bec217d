import { matchesOf } from '../../text/matches';
import type { Span } from '../../text/span';
import { personsIn } from './persons';

/** Longest stage direction, in UTF-16 units. */
const LONGEST = 300;
/**
 * The same in round brackets, in which people also say things: directions there are short and don't
 * speak of anybody present.
 */
const LONGEST_IN_ROUND = 90;
const HEARD =
  'laugh|crosstalk|applau|inaudib|pause|music|silence|silent|chuckl|sigh|cough|cheer|indiscern|unintellig|overlapping|gasp|giggl|whisper|sobs\\b|sobbing|clears? throat|nods?\\b|shrugs?\\b|smil|long pause|no response|phone rings|off[- ]mic|lacht|lachen|räuspert|schweigt|rires?\\b|rit\\b|soupir|silence|risas|ríe|aplausos|silencio|ride\\b|risata|applausi|risos|pausa\\b|смеётся|смеется|смех|пауза|śmiech|笑|鼓掌|拍手|沈黙|沉默|웃음';
const ASIDE = new RegExp(String.raw`[[(（【](?:${HEARD})[^\])）】]{0,40}[\])）】]`, 'giu');
/** A line that is all in one pair of brackets, apart from white space and emphasis. */
const IN_BRACKETS = /^[\s*_>-]*([[(（【])([^[\](){}（）【】]{1,300})[\])）】][.\s*_]*$/u;
const NO_DIRECTION =
  /^(?:editor|ed\.|note|n\.d\.r|ndlr|anm\b|编者|編集|https?:|x?$)|^\s*\d[\d:.,\s>-]*$/iu;
/** `--- Start of recording ---`, `*** Break ***`. */
const BETWEEN_RULES = /^\s*(?:[-–—=*~#]{2,}\s+)([^-–—=*~#]{2,60})(?:\s+[-–—=*~#]{2,})\s*$/u;
/** `END` in capitals, `End of the interview`, `Start of tape 2`. */
const END =
  /^@End\b|^[\s*_#—–-]*(?:(?:THE )?END(?![\p{L}’'-])(?!\s*[?:])|(?:[Ss]tart|[Bb]eginning|[Ee]nd) of (?:the )?(?:audio|call|conversation|interview|meeting|part \d|recording|session|side \w+|tape(?: \w+)?|transcript(?:ion)?)\b.{0,30}$)/u;
const STARTS_HEARD = new RegExp(String.raw`^(?:${HEARD})`, 'iu');
const LONGEST_TIME = 60;
/** The time of day at which it began or ended: `2:54 P.M. EDT`, `END 11:02 A.M. EST`. */
const TIME_OF_DAY =
  /^[\s*_]*(?:END\s+)?\d{1,2}[:.]\d{2}\s?(?:[AaPp]\.?[Mm]\.?)(?:\s+\(?(?:local|\p{Lu}{1,4}T)\)?)?[\s*_]*$/u;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [ASIDE, END, STARTS_HEARD];
/** Somebody spoke and could not be understood: speech, not a direction. */
const UNHEARD = /^(?:inaudib|indiscern|unintellig|unverständl)/iu;

/** The stage directions such as `[laughter]` within a line; offsets from its start. */
export function asidesIn(line: string): Span[] {
  if (!/[[(（【]/.test(line)) return [];
  return matchesOf(line, ASIDE).map(({ index, 0: aside }) => ({
    start: index,
    end: index + aside.length,
  }));
}

/** Whether a line is nothing but a stage direction: `(A train passes.)`, `[END OF TAPE 1]`, `END`. */
export function isDirection(line: string): boolean {
  if (line.length > LONGEST || !/\p{L}/u.test(line)) return false;
  if (END.test(line) || isTimeOfDay(line) || BETWEEN_RULES.test(line)) return true;
  const [, bracket, words = ''] = IN_BRACKETS.exec(line) ?? [];
  if (bracket === undefined || NO_DIRECTION.test(words) || UNHEARD.test(words)) return false;
  return bracket === '[' || bracket === '【' || STARTS_HEARD.test(words) || describes(words);
}

/** Whether a line is nothing but the time of day at which people began or ended to speak. */
export function isTimeOfDay(line: string): boolean {
  return line.length <= LONGEST_TIME && TIME_OF_DAY.test(line);
}

/** Whether words in round brackets tell what happened: briefly, and without `I`, `we` or `you`. */
function describes(words: string): boolean {
  if (words.length > LONGEST_IN_ROUND || !/^[\p{Lu}\p{Lo}]/u.test(words)) return false;
  const { saysI, saysWe, isSecondPerson } = personsIn(words);
  return !saysI && !saysWe && !isSecondPerson;
}
