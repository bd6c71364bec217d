import type { Label } from './label';
import {
  CLOSERS,
  made,
  matchAt,
  openingOf,
  PLAIN_NAME,
  TIME_BEHIND,
  TRAILING_TIME,
  type Opening,
  written,
} from './labelParts';

const COLUMNS = /\s*(?:\t|\s{2}|\u3000)\s*(?=\S)/y;
const KINDS: Readonly<Record<string, string>> = { '|': 'bar', '=': 'equals' };
const SPACED_DASH = /\s+([-–—―|=])\s+(?=\S)|\s+[-–—―]\s*$|([–—―])\s+(?=\S)|\s?([—―])(?=\S)/y;
/** A hyphen right after a name, and one between initials and the first word. */
const CLOSE_HYPHEN = /-\s+(?=\S)/y;
const INITIALS_HYPHEN = /\p{Lu}{2,3}(?=[-–]\p{Lu}(?:\p{Ll}|['’ ]))/uy;
/**
 * The space after closing marks: HTML writes non-breaking ones as entities, which are part of the
 * label; others aren't.
 */
const SPACE = /(?:&nbsp;)+|(?=\s)/y;
const SPACE_AND_TAG = /\s<\/\w{1,8}>(?=\s?\S)/y;
const STOP = /\.(?:\s?[-–—])?\s+(?=\S)/y;
const HAN_AND_SPACE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,6}(?= \p{Lo})/uy;

/**
 * A name that is hardly set off: by a space, a dash, a full stop, emphasis, or a line of its own.
 */
export function weaklySetOff(head: string, line: string): Label | undefined {
  const opening = openingOf(head);
  const { start, nameStart, hasTime, open } = opening;
  const match =
    matchAt(HAN_AND_SPACE, head, nameStart) ??
    matchAt(INITIALS_HYPHEN, head, nameStart) ??
    matchAt(PLAIN_NAME, head, nameStart);
  if (!match) return undefined;
  const [name] = match;
  const nameEnd = nameStart + name.length;
  const sign = open === '' ? signBehind(head, nameEnd, name) : emphasisBehind(head, nameEnd);
  if (!sign && line.trimEnd().length !== nameEnd) return undefined;
  const [kind, length] = sign ?? ['alone', 0];
  const style = [written(open), kind, hasTime && 'time'].filter(Boolean).join(' ');
  const end = nameEnd + length;
  const isSure = isClear(opening, name, kind, end === line.length);
  return made(name.replace(TRAILING_TIME, ''), style, start, end, line, !isSure);
}

/** Whether the way a name is set off here is used for nothing but names. */
function isClear(
  { open, hasTime, isSigned }: Opening,
  name: string,
  kind: string,
  isAlone: boolean,
): boolean {
  // `**Q** text`, `0:19 **Ann Lee** text`
  if (open !== '') return hasTime || /^[QA]$/.test(name);
  // `Ann -` above the text, `▶ Ann = text`.
  if (kind === 'dash' && isAlone) return true;
  if (isSigned && kind === 'equals') return true;
  // `Voice 7 01:47 text`, as written by speech recognition.
  return kind === 'time' && / \d{1,4}$/.test(name);
}

/** What separates a name without emphasis from the words: its kind and length. */
function signBehind(head: string, at: number, name: string): [string, number] | undefined {
  const time = matchAt(TIME_BEHIND, head, at)?.[0];
  if (time && /\s/.test(head[at + time.length] ?? '')) return ['time', time.length];
  const columns = matchAt(COLUMNS, head, at)?.[0];
  if (columns) return ['columns', columns.length];
  if (/^[「『]/.test(head.slice(at))) return ['quote', 0];
  const dash = matchAt(SPACED_DASH, head, at);
  if (dash) return [KINDS[dash[1] ?? ''] ?? 'dash', dash[0].length];
  const hyphen = hyphenBehind(head, at, name);
  if (hyphen > 0) return ['dash', hyphen];
  if (/^\p{Script=Han}{2}/u.test(name) && head[at] === ' ') return ['space', 1];
  return stopBehind(head, at, name);
}

/**
 * The length of a hyphen right after a name; 0 if there is none. Initials have matched only where a
 * word follows the hyphen.
 */
function hyphenBehind(head: string, at: number, name: string): number {
  if (/^\p{Lu}{2,3}$/u.test(name) && /[-–]/.test(head[at] ?? '')) return 1;
  return matchAt(CLOSE_HYPHEN, head, at)?.[0].length ?? 0;
}

/**
 * A full stop after a name in capitals, or a full stop with a dash: `JANE DOW. text`,
 * `Jane Dow. – text`.
 */
function stopBehind(head: string, at: number, name: string): [string, number] | undefined {
  // If only capitals follow, it is a sentence in capitals.
  const isInCapitals =
    /^\p{Lu}{2}/u.test(name) && name === name.toUpperCase() && /\p{Ll}/u.test(head.slice(at));
  const stop = matchAt(STOP, head, at)?.[0];
  return stop && (isInCapitals || /[-–—]/.test(stop)) ? ['stop', stop.length] : undefined;
}

/**
 * The end of the emphasis, where nothing else sets a name off; in HTML a space may come before the
 * closing tag.
 */
function emphasisBehind(head: string, at: number): [string, number] | undefined {
  const tag = matchAt(SPACE_AND_TAG, head, at)?.[0];
  if (tag) return ['emphasis', tag.length];
  const stop = head[at] === '.' ? 1 : 0;
  const closed = matchAt(CLOSERS, head, at + stop)?.[0].length ?? 0;
  const space = closed > 0 ? matchAt(SPACE, head, at + stop + closed) : null;
  return space ? ['emphasis', stop + closed + space[0].length] : undefined;
}
