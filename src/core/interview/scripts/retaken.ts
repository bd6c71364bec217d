import { besideIn, mayBeAskers, nextFull } from './besideLabels';
import { ByLine, linesMoved } from '../byLine';
import { personsOf } from './labelledScript';
import { isLong } from './labels';
import { behindAfter } from './lastTurn';
import { isLabelAlone } from '../layout';
import type { LineFacts } from '../line/lineFacts';
import type { Person } from '../people/people';
import { endAlike, retallied, saidAgain, type Tally } from './said';
import { type Beside, type Script, spoken, wordsIn, wordsQuotedIn } from './script';
import { LAST_ANSWER } from './unlabelled';
import { beginningOf, haveOthers, movedBy, type Versions } from '../versions';

/**
 * Updates an explanation after an edit inside a turn that leaves the starts of all turns as they
 * were; undefined where the edit may change more than can be updated. If it changes which lines
 * ask, the caller must also check `areStillLabelled`.
 */
export function retaken(script: Script, versions: Versions): Script | undefined {
  const { taken } = script;
  const { before, after, first, endBefore, end } = versions;
  const index = beginningOf(taken.lines, versions);
  if (index === undefined || (haveOthers(versions) && !turnsAlike(script, versions)))
    return undefined;
  if (script.people.length === 1 && !areNotesAlike(versions)) return undefined;
  const moved = movingLines(versions);
  const personAt = script.personAt.at(moved(script.personAt.lines));
  const more = wordsIn(after, first, end) - wordsIn(before, first, endBefore);
  const quotedMore =
    wordsQuotedIn(after.slice(first, end)) - wordsQuotedIn(before.slice(first, endBefore));
  const now = {
    ...taken,
    lines: moved(taken.lines),
    words: taken.words + more,
    allWords: taken.allWords + more,
    quoted: taken.quoted === undefined ? undefined : taken.quoted + quotedMore,
    tally: taken.tally && tallyAfter(taken.tally, taken.lines, index, versions),
    beside: taken.beside && besideAfter(taken.beside, script.personAt, personAt, versions),
    behind: taken.behind && behindAfter(taken.behind, script.starts, versions, more),
  };
  if (taken.behind && !now.behind) return undefined;
  if (taken.tally ? !now.tally : !speakAlike(versions)) return undefined;
  const persons = now.tally && personsOf(now.tally);
  return {
    ...script,
    starts: moved(script.starts),
    personAt,
    roleAt: script.roleAt.at(moved(script.roleAt.lines)),
    taken: now,
    evidence: { ...script.evidence, ...spoken(now), ...persons },
  };
}

function besideAfter(
  { setOff, plain }: Beside,
  was: ByLine<Person>,
  is: ByLine<Person>,
  { before, after, first, endBefore, end }: Versions,
): Beside {
  const gone = besideIn(before, first, endBefore, was);
  const come = besideIn(after, first, end, is);
  return { setOff: setOff - gone.setOff + come.setOff, plain: plain - gone.plain + come.plain };
}

/** Moves lines behind an edit. Most lists of an explanation are the same one, which is moved once for all. */
function movingLines(versions: Versions): (lines: readonly number[]) => readonly number[] {
  const known = new Map<readonly number[], readonly number[]>();
  return (lines) => {
    const moved = known.get(lines) ?? linesMoved(lines, versions.endBefore, movedBy(versions));
    known.set(lines, moved);
    return moved;
  };
}

/** The counts after an edit; undefined if the turn has begun or ceased to end in a question. */
function tallyAfter(
  counts: Tally,
  lines: readonly number[],
  index: number,
  versions: Versions,
): Tally | undefined {
  const [was, is] = saidAgain(versions, lines, index);
  return was.asks === is.asks ? retallied(counts, was, is) : undefined;
}

/**
 * Whether, after lines were inserted or deleted, turns begin at the same lines and ask or don't ask
 * as before.
 */
function turnsAlike(script: Script, versions: Versions): boolean {
  // Where only one person has a label, or only those who answer do, blocks tell who speaks.
  if (script.people.length === 1) return false;
  if (script.people.length > 0 && script.roleAt.lines.length > 0) return false;
  if (script.evidence.kind === 'questions' && isLastAnswer(script, versions)) return false;
  return versions.areAsking || (endAlike(versions) && answeredAlike(script, versions));
}

/**
 * Whether lines were inserted or deleted among those that are looked at as the answer to the last
 * question.
 */
function isLastAnswer({ roleAt }: Script, { first }: Versions): boolean {
  const last = roleAt.values.lastIndexOf('interviewer');
  const question = roleAt.lines[last] ?? 0;
  return first > question && first < question + LAST_ANSWER;
}

/**
 * Whether the last line above inserted or deleted lines, if it may be a question, is followed by a
 * labelled answer exactly if it was before. Words right below a label alone are not checked: whose
 * they are is uncertain.
 */
function answeredAlike({ personAt }: Script, versions: Versions): boolean {
  const { before, after, rest, endBefore, end } = versions;
  let line = rest - 1;
  while (line > 0 && after[line]?.isBlank) line--;
  if (isLabelAlone(after[line])) return false;
  const above = after[line] as LineFacts;
  if (above.form === undefined || !mayBeAskers(above)) return true;
  const was = nextFull(before, line + 1) ?? -1;
  const is = nextFull(after, line + 1) ?? -1;
  if (was < 0 !== is < 0) return false;
  // The inserted lines themselves have no label.
  const isAnswer = is >= end && personAt.has(is - movedBy(versions));
  return (was >= endBefore && personAt.has(was)) === isAnswer;
}

/** Whether each line whose words have changed may be part of a note exactly if it might before. */
function areNotesAlike({ before, after, first, rest }: Versions): boolean {
  for (let line = first; line < rest; line++) {
    if (isLong(before[line] as LineFacts) !== isLong(after[line] as LineFacts)) return false;
  }
  return true;
}

/**
 * Whether the changed lines show the same: line by line if there are equally many, otherwise
 * together.
 */
function speakAlike(versions: Versions): boolean {
  const { before, after, first, endBefore, end } = versions;
  const was = before.slice(first, endBefore);
  const is = after.slice(first, end);
  const areAlike = (test: (line: LineFacts) => boolean) =>
    haveOthers(versions)
      ? was.some(test) === is.some(test)
      : was.every((line, at) => test(line) === test(is[at] as LineFacts));
  return (
    areAlike(({ hasQuestion }) => hasQuestion) &&
    areAlike(({ isSecondPerson }) => isSecondPerson) &&
    areAlike(({ saysI }) => saysI) &&
    areAlike(({ saysWe }) => saysWe) &&
    areAlike(({ namesSubjects }) => namesSubjects)
  );
}
