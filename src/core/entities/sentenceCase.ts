import type { Gazetteer } from './gazetteer';
import { CONNECTORS, INTERJECTIONS, STARTS, TITLES } from './vocabulary';

const LINE = /[^\n]+/g;
const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const CAPITAL_WORD = /(?<!\p{L})\p{Lu}+(?!\p{L})/gu;
/** A line in capitals with fewer words may be just a name: `NATO`, `ANNA BERG`. */
const FEWEST_WORDS = 3;
/** The least share of capitals among the letters of a line in capitals. */
const SHARE = 0.7;
/** The longest word that may be an abbreviation, if it isn't a word of the language. */
const LONGEST_ABBREVIATION = 4;

/**
 * A passage with its lines in capitals rewritten like sentences, so that names show: `A TALK WITH ANNA
 * BERG` becomes `A talk with Anna Berg`. The length stays the same.
 */
export function inSentenceCase(passage: string, gazetteer: Gazetteer): string {
  return passage.replace(LINE, (line) => {
    if (!isInCapitals(line)) return line;
    return line.replace(CAPITAL_WORD, (word, at: number) => {
      const cased = inSentence(word, at === 0, gazetteer);
      return cased.length === word.length ? cased : word;
    });
  });
}

function isInCapitals(line: string): boolean {
  if (hasManySmall(line)) return false;
  const words = line.match(CAPITAL_WORD) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  const lettersOf = (some: readonly string[]) => some.reduce((sum, { length }) => sum + length, 0);
  return lettersOf(words) > SHARE * lettersOf(line.match(WORD) ?? []);
}

/** Whether a line has so many lower-case letters that there is no need for a closer look. */
function hasManySmall(line: string): boolean {
  const most = (1 - SHARE) * line.length;
  let small = 0;
  for (let at = 0; at < line.length && small <= most; at++) {
    const code = line.charCodeAt(at);
    if (code >= 97 && code <= 122) small++;
  }
  return small > most;
}

function inSentence(word: string, isFirst: boolean, gazetteer: Gazetteer): string {
  const lower = word.toLowerCase();
  const capital = word.slice(0, 1) + lower.slice(1);
  if (isSmall(lower, gazetteer)) return isFirst ? capital : lower;
  return word.length <= LONGEST_ABBREVIATION && !isListed(lower, gazetteer) ? word : capital;
}

function isSmall(lower: string, { common }: Gazetteer): boolean {
  return [common, CONNECTORS, STARTS, INTERJECTIONS, TITLES].some((words) => words.has(lower));
}

function isListed(lower: string, gazetteer: Gazetteer): boolean {
  const { first, last, cities, regions, countries, demonyms, calendar } = gazetteer;
  return [first, last, cities, regions, countries, demonyms, calendar].some((names) =>
    names.has(lower),
  );
}
