import type { Span } from '../text/span';
import { TITLE_MODIFIERS, TITLES } from './vocabulary';
import type { Word } from './words';

/** The most words that belong to a title before it, so that walking back ends. */
const LONGEST_TITLE = 8;
/** How much text after a name is looked at. */
const LOOKED_AT = 240;

const IS =
  /^(?:,[^,]{1,40},|\s*\([^)]{1,24}\))?\s+(?:is|was|serves as|works as|served as)\s+(?:currently\s+|now\s+)?(?:an?|the)\s+/;
const COMMA = /^,\s+(?:an?\s+|the\s+)?(?=\p{Ll})/u;
const WHO = /^,\s+(?=who\s)/;
/** `who runs the port`, but not `who I work with`. */
const WHO_DOES = /^who\s(?!(?:I|we|you)\s)/;
/** A clause only goes on across a comma if no new one begins there. */
const CLAUSE = /^[^.;:,!?()\n“”]{3,150}(?:\([^)\n]{1,24}\))?/;

/** What follows a name and describes a person: `…, director of the port,`, `… is a fellow with …`. */
export function descriptionAfter(passage: string, end: number): Span | undefined {
  const after = passage.slice(end, end + LOOKED_AT);
  const opening = IS.exec(after) ?? COMMA.exec(after) ?? WHO.exec(after);
  if (!opening) return undefined;
  const clause = CLAUSE.exec(after.slice(opening[0].length))?.[0];
  if (clause === undefined) return undefined;
  // `Dr. Berg, who pays for it?` describes nobody.
  if (clause.startsWith('who') && after[opening[0].length + clause.length] === '?')
    return undefined;
  const words = clause.toLowerCase().split(/[\s-]+/);
  const isPerson = words.slice(0, 8).some((word) => TITLES.has(word)) || WHO_DOES.test(clause);
  if (!isPerson) return undefined;
  const start = end + opening[0].length;
  return { start, end: start + clause.trimEnd().length };
}

/** A title in lower case right before a name, with what belongs to it: `Kremlin spokesman`. */
export function descriptionBefore(
  words: readonly Word[],
  first: number,
  common: ReadonlySet<string>,
): Span | undefined {
  const title = words[first - 1];
  if (!title || !(words[first] as Word).isJoined || title.isCapital) return undefined;
  if (!TITLES.has(title.lower) || isOneOf(words, first - 1)) return undefined;
  let start = first - 1;
  const earliest = Math.max(0, start - LONGEST_TITLE);
  while (start > earliest && words[start]?.isJoined && belongs(words[start - 1] as Word, common))
    start--;
  return { start: (words[start] as Word).start, end: title.end };
}

const POSSESSIVES = new Set(['my', 'our', 'your', 'his', 'her', 'its', 'their']);

/** `our fellow Rangers`: who is like others, not what somebody is. */
function isOneOf(words: readonly Word[], at: number): boolean {
  return words[at]?.lower === 'fellow' && POSSESSIVES.has(words[at - 1]?.lower ?? '');
}

function belongs({ isCapital, isInitial, lower }: Word, common: ReadonlySet<string>): boolean {
  if (TITLE_MODIFIERS.has(lower) || TITLES.has(lower)) return true;
  return isCapital && !(isInitial && common.has(lower));
}
