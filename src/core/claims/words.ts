import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** A word of a sentence. Clitics are words of their own: `he` `'ll`, `Iran` `'s`. */
export interface Word extends Span {
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  readonly isCapital: boolean;
  readonly isNumber: boolean;
  /**
   * Whether only white space, quotation marks, or the full stop of a title or of initials come between the
   * word before and this one: `Mr. Holt`, `U.S. Navy`.
   */
  readonly isJoined: boolean;
}

const WORD =
  /\p{N}+(?:[.,:/–-]\p{N}+)*(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu;
const CLITIC = /['’](?:s|ll|re|ve|d|m)$/iu;
const CAPITAL = /^\p{Lu}/u;
const NUMBER = /^\p{N}+(?:[.,:/–-]\p{N}+)*$/u;
const SPACE = /^[\s"“”„«»]*$/;
const STOPPED = /^\.\s+$/;
const WITH_STOP =
  /^(?:\p{Lu}|\p{L}(?:\.\p{L})+|Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Capt|Lt|Sgt|Rev|Hon|St)$/u;
/** A regular verb in the past tense, or a participle: `warned`, but not `need`. */
export const REGULAR_PAST = /^[a-z]{3,}(?<!ee)ed$/;
/** A question mark at the end of a sentence. */
export const QUESTION = /[?？؟]["'”’»)\]*_]*$/;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [WORD, NUMBER, WITH_STOP];

/** The words of a sentence, in order. */
export function wordsOf(sentence: string): Word[] {
  const words: Word[] = [];
  let previous = '';
  let previousEnd = 0;
  for (const { 0: text, index } of matchesOf(sentence, WORD)) {
    const gap = sentence.slice(previousEnd, index);
    const isJoined = SPACE.test(gap) || (STOPPED.test(gap) && WITH_STOP.test(previous));
    previous = text;
    previousEnd = index + text.length;
    const clitic = CLITIC.exec(text)?.index ?? text.length;
    words.push(wordAt(text.slice(0, clitic), index, isJoined));
    if (clitic < text.length) words.push(wordAt(text.slice(clitic), index + clitic, true));
  }
  return words;
}

function wordAt(text: string, start: number, isJoined: boolean): Word {
  return {
    start,
    end: start + text.length,
    lower: text.toLowerCase().replace(/’/g, "'"),
    isCapital: CAPITAL.test(text),
    isNumber: NUMBER.test(text),
    isJoined,
  };
}
