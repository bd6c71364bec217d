import type { Changed } from '../text/sequence';
import { lastAtOrBefore } from './layout';
import { factsOf, type LineFacts } from './lineFacts';
import { lazy } from '../lazy';

/**
 * What is known of the lines of two versions of a document. Of those that differ, the ones before `rest`
 * are the same lines with other words; behind them plain lines, or blank ones, came, went or changed.
 */
export interface Versions extends Changed {
  readonly before: readonly LineFacts[];
  readonly after: readonly LineFacts[];
  readonly rest: number;
  /** Whether some of them ask, or are questions by their form, where others don't or aren't. */
  readonly areAsking: boolean;
}

/** What may change of a line without anybody beginning or ceasing to speak or ask. */
const MAY_CHANGE = {
  words: 0,
  hasQuestion: false,
  isSentence: false,
  promotion: 0,
  sponsorship: 0,
  asides: [],
  saysI: false,
  saysWe: false,
  isSecondPerson: false,
  namesSubjects: false,
} satisfies Partial<LineFacts>;

/** What may change besides, where questions aren't told by it. */
const MAY_ASK = { asks: false, invites: false, form: undefined } satisfies Partial<LineFacts>;

const blank = lazy(() => factsOf(''));

/**
 * The versions before and after an edit; undefined where lines came, went or changed that are more than
 * words of whoever speaks there.
 *
 * @param lines what is known of the new lines
 */
export function versionsOf(
  before: readonly LineFacts[],
  changed: Changed,
  lines: readonly LineFacts[],
): Versions | undefined {
  const { first, endBefore, end } = changed;
  const shorter = Math.min(end, endBefore);
  let rest = first;
  let areAsking = false;
  for (; rest < shorter; rest++) {
    const [was, is] = [before[rest] as LineFacts, lines[rest - first] as LineFacts];
    if (areAlike(was, is)) continue;
    if (!areAlike(silenced(was), silenced(is))) break;
    areAsking = true;
  }
  const others = [...before.slice(rest, endBefore), ...lines.slice(rest - first)];
  if (!others.every((line) => isPlain(silenced(line)))) return undefined;
  areAsking ||= !others.every(isPlain);
  const after = before.slice();
  after.splice(first, endBefore - first, ...lines);
  return { ...changed, before, after, rest, areAsking };
}

/** Whether lines came or went, or are blank where they weren't. */
export function haveOthers({ rest, endBefore, end }: Versions): boolean {
  return rest < endBefore || rest < end;
}

/** By how many lines all moved that stand behind those that differ. */
export function movedBy({ endBefore, end }: Changed): number {
  return end - endBefore;
}

/**
 * Which of some lines begins what stands around all that differs; undefined if none does, or another
 * line of them is among what differs.
 *
 * @param lines of the version before, in order
 */
export function beginningOf(
  lines: readonly number[],
  { first, endBefore, rest }: Versions,
): number | undefined {
  const index = lastAtOrBefore(lines, rest > first ? first : first - 1);
  return index < 0 || endBefore > (lines[index + 1] ?? Infinity) ? undefined : index;
}

/** Whether what decides where turns begin is the same of two lines. */
function areAlike(a: LineFacts, b: LineFacts): boolean {
  const apart = { ...MAY_CHANGE, label: undefined, mark: undefined };
  return (
    areEqual(a.label, b.label) &&
    areEqual(a.mark, b.mark) &&
    areEqual({ ...a, ...apart }, { ...b, ...apart })
  );
}

/** A line as if it asked nothing; by what a mark introduces it is told who speaks. */
function silenced(line: LineFacts): LineFacts {
  return line.mark ? line : { ...line, ...MAY_ASK };
}

/** Whether a line is nothing but words, or blank. */
function isPlain(line: LineFacts): boolean {
  return areAlike({ ...line, isBlank: true }, blank());
}

/** Whether all properties have the same values. */
export function areEqual(a: object | undefined, b: object | undefined): boolean {
  if (!a || !b) return a === b;
  const other = b as Record<string, unknown>;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}
