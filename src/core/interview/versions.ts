import { lastAtOrBefore, type Changed } from '../text/sequence';
import { factsOf, type LineFacts } from './line/lineFacts';
import { lazy } from '../lazy';
import type { TwoLists } from './twoLists';

/**
 * The facts about the lines of two versions of a document. Of the lines that differ, those before
 * `rest` correspond to each other and have only other words; from `rest` on, plain or blank lines
 * were inserted, deleted or changed.
 */
export interface Versions extends Changed {
  readonly before: readonly LineFacts[];
  readonly after: readonly LineFacts[];
  readonly rest: number;
  /**
   * Whether some of the lines ask, or look like questions, that didn't before, or the other way
   * round.
   */
  readonly areAsking: boolean;
}

/** The facts that may change without anybody beginning or ceasing to speak or ask. */
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

/** The facts that may change, too, where questions are not recognised by them. */
const MAY_ASK = { asks: false, invites: false, form: undefined } satisfies Partial<LineFacts>;

const blank = lazy(() => factsOf(''));

/**
 * Compares the versions before and after an edit; undefined if it changes more than the words of
 * whoever speaks there.
 *
 * @param lines the facts about the new lines
 * @param lists of the facts about all lines, before and after
 */
export function versionsOf(
  before: readonly LineFacts[],
  changed: Changed,
  lines: readonly LineFacts[],
  lists: TwoLists<LineFacts>,
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
  const after = lists.changed(before, changed, lines);
  return { ...changed, before, after, rest, areAsking };
}

/** Whether lines were inserted or deleted, or have become blank or ceased to be. */
export function haveOthers({ rest, endBefore, end }: Versions): boolean {
  return rest < endBefore || rest < end;
}

/** By how many lines everything after the edit has moved. */
export function movedBy({ endBefore, end }: Changed): number {
  return end - endBefore;
}

/**
 * The index of the line, among `lines`, that begins the passage which contains the whole edit;
 * undefined if there is none, or another of `lines` is part of the edit.
 *
 * @param lines line numbers in the version before, ascending
 */
export function beginningOf(
  lines: readonly number[],
  { first, endBefore, rest }: Versions,
): number | undefined {
  const index = lastAtOrBefore(lines, rest > first ? first : first - 1);
  return index < 0 || endBefore > (lines[index + 1] ?? Infinity) ? undefined : index;
}

/** Whether two lines are the same in all that decides where turns begin. */
function areAlike(a: LineFacts, b: LineFacts): boolean {
  const apart = { ...MAY_CHANGE, label: undefined, mark: undefined };
  return (
    areEqual(a.label, b.label) &&
    areEqual(a.mark, b.mark) &&
    areEqual({ ...a, ...apart }, { ...b, ...apart })
  );
}

/**
 * The line as if it asked nothing; unchanged if it has a mark, since by what it introduces it is
 * decided who speaks.
 */
function silenced(line: LineFacts): LineFacts {
  return line.mark ? line : { ...line, ...MAY_ASK };
}

/** Whether a line is blank, or nothing but words. */
function isPlain(line: LineFacts): boolean {
  return areAlike({ ...line, isBlank: true }, blank());
}

/**
 * Whether two objects have the same values (compared by identity) for all properties of the first.
 */
export function areEqual(a: object | undefined, b: object | undefined): boolean {
  if (!a || !b) return a === b;
  const other = b as Record<string, unknown>;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}
