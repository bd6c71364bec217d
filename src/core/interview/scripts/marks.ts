import type { LineFacts } from '../line/lineFacts';
import type { Versions } from '../versions';

/** Turns that begin with a mark instead of a name: `>>` in subtitles, `—` in Spanish or French. */
export interface Marked {
  readonly starts: readonly number[];
  /** Whether questions and answers mostly alternate. */
  readonly isDialogue: boolean;
}

const FEWEST = 4;
/** Marks that also introduce list items. */
const OF_LISTS: readonly string[] = ['hyphen', 'low line'];
/** Share of marks on adjacent lines above which it is quoted mail or a list. */
const MOST_ADJACENT = 0.5;
/**
 * In a dialogue of two, at least this share of neighbouring turns are one question and one answer.
 */
const ALTERNATING = 0.5;
/**
 * The same share where the mark is that of a list; fewest such items with other lines between them,
 * and without.
 */
const ALTERNATING_ITEMS = 0.7;
const FEWEST_ITEMS = 6;
const FEWEST_CLOSE_ITEMS = 8;

/**
 * The turns of a document in which only marks show that the speaker changes; undefined if there are
 * too few.
 */
export function markedTurns(facts: readonly LineFacts[], hasCues: boolean): Marked | undefined {
  const byMark = new Map<string, number[]>();
  facts.forEach(({ mark }, line) => {
    if (!mark) return;
    const lines = byMark.get(mark.kind);
    if (lines) lines.push(line);
    else byMark.set(mark.kind, [line]);
  });
  // A hyphen usually introduces list items, except in subtitles and where questions and answers
  // alternate.
  const ofLists = hasCues ? [] : OF_LISTS;
  const items = longest(ofLists.map((kind) => byMark.get(kind) ?? []));
  for (const kind of ofLists) byMark.delete(kind);
  const starts = longest([...byMark.values()]);
  return turnsAt(facts, starts, hasCues) ?? itemsOfTalk(facts, items);
}

/** The longest list; the first of several. */
function longest(all: readonly (readonly number[])[]): readonly number[] {
  return all.reduce((most, each) => (each.length > most.length ? each : most), []);
}

function turnsAt(
  facts: readonly LineFacts[],
  starts: readonly number[],
  hasCues: boolean,
): Marked | undefined {
  if (starts.length < FEWEST) return undefined;
  const isDialogue = changesAmong(facts, starts) >= ALTERNATING * (starts.length - 1);
  if (isDialogue || hasCues) return { starts, isDialogue };
  if (facts[starts[0] as number]?.mark?.kind === 'dash') return undefined;
  return adjacentAmong(starts) > MOST_ADJACENT * starts.length ? undefined : { starts, isDialogue };
}

function itemsOfTalk(facts: readonly LineFacts[], starts: readonly number[]): Marked | undefined {
  const isTalk = changesAmong(facts, starts) >= ALTERNATING_ITEMS * (starts.length - 1);
  // A list may have items on adjacent lines, but hardly so many that alternately ask and answer.
  const fewest = adjacentAmong(starts) === 0 ? FEWEST_ITEMS : FEWEST_CLOSE_ITEMS;
  return isTalk && starts.length >= fewest ? { starts, isDialogue: true } : undefined;
}

/** How many of the lines come right after the one before. */
function adjacentAmong(starts: readonly number[]): number {
  return starts.filter((line, index) => line === (starts[index - 1] ?? -2) + 1).length;
}

/** How often a turn asks and the one before doesn't, or the other way round. */
function changesAmong(facts: readonly LineFacts[], starts: readonly number[]): number {
  return starts.filter(
    (line, index) => index > 0 && asks(facts, line) !== asks(facts, starts[index - 1]),
  ).length;
}

function asks(facts: readonly LineFacts[], line = -1): boolean {
  return (facts[line]?.asks ?? false) || (facts[line]?.invites ?? false);
}

/** Whether the same marks are on adjacent lines as before the edit. */
export function marksAlike({ before, rest, endBefore, end }: Versions): boolean {
  const areClose = (endBefore === rest) === (end === rest);
  return areClose || !before[rest - 1]?.mark || !before[endBefore]?.mark;
}
