import type { LineFacts } from './lineFacts';
import type { Versions } from './versions';

/** Turns that begin with a mark that names nobody: `>>` of subtitles, `—` of Spanish or French. */
export interface Marked {
  readonly starts: readonly number[];
  /** Whether turns that ask and turns that answer alternate. */
  readonly isDialogue: boolean;
}

const FEWEST = 4;
/** Marks that items of lists have, too. */
const OF_LISTS: readonly string[] = ['hyphen', 'low line'];
/** Quoted mail has one mark after the other; so has a list of dashes. */
const MOST_ADJACENT = 0.5;
/** In a dialogue of two, so many neighbours are question and answer. */
const ALTERNATING = 0.5;
/** As many as that, where the mark is that of a list. */
const ALTERNATING_ITEMS = 0.7;
const FEWEST_ITEMS = 6;
const FEWEST_CLOSE_ITEMS = 8;

/** The turns of a document whose speakers are told apart by marks only; undefined if too few. */
export function markedTurns(facts: readonly LineFacts[], hasCues: boolean): Marked | undefined {
  const byMark = new Map<string, number[]>();
  facts.forEach(({ mark }, line) => {
    if (!mark) return;
    const lines = byMark.get(mark.kind);
    if (lines) lines.push(line);
    else byMark.set(mark.kind, [line]);
  });
  // A hyphen introduces items of lists, but for subtitles, and where one asks and one answers.
  const ofLists = hasCues ? [] : OF_LISTS;
  const items = longest(ofLists.map((kind) => byMark.get(kind) ?? []));
  for (const kind of ofLists) byMark.delete(kind);
  const starts = longest([...byMark.values()]);
  return turnsAt(facts, starts, hasCues) ?? itemsOfTalk(facts, items);
}

/** The first of those lists that have most. */
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
  // A list has them one under the other, but hardly so many that ask and answer by turns.
  const fewest = adjacentAmong(starts) === 0 ? FEWEST_ITEMS : FEWEST_CLOSE_ITEMS;
  return isTalk && starts.length >= fewest ? { starts, isDialogue: true } : undefined;
}

/** How many stand right under the one before. */
function adjacentAmong(starts: readonly number[]): number {
  return starts.filter((line, index) => line === (starts[index - 1] ?? -2) + 1).length;
}

/** How often one asks where the one before doesn't, and the other way round. */
function changesAmong(facts: readonly LineFacts[], starts: readonly number[]): number {
  return starts.filter(
    (line, index) => index > 0 && asks(facts, line) !== asks(facts, starts[index - 1]),
  ).length;
}

function asks(facts: readonly LineFacts[], line = -1): boolean {
  return (facts[line]?.asks ?? false) || (facts[line]?.invites ?? false);
}

/** Whether marks stand right under one another where they did. */
export function marksAlike({ before, rest, endBefore, end }: Versions): boolean {
  const areClose = (endBefore === rest) === (end === rest);
  return areClose || !before[rest - 1]?.mark || !before[endBefore]?.mark;
}
