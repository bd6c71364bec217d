import type { LineFacts } from './lineFacts';

/** Turns that begin with a mark that names nobody: `>>` of subtitles, `—` of Spanish or French. */
export interface Marked {
  readonly starts: readonly number[];
  /** Whether turns that ask and turns that answer alternate. */
  readonly isDialogue: boolean;
}

const FEWEST = 4;
/** Quoted mail has one mark after the other; so has a list of dashes. */
const MOST_ADJACENT = 0.5;
/** In a dialogue of two, so many neighbours are question and answer. */
const ALTERNATING = 0.5;

/** The turns of a document whose speakers are told apart by marks only; undefined if too few. */
export function markedTurns(facts: readonly LineFacts[], hasCues: boolean): Marked | undefined {
  const byMark = new Map<string, number[]>();
  facts.forEach(({ mark }, line) => {
    // A hyphen introduces items of lists, but for subtitles.
    if (!mark || (mark.kind === 'hyphen' && !hasCues)) return;
    const lines = byMark.get(mark.kind);
    if (lines) lines.push(line);
    else byMark.set(mark.kind, [line]);
  });
  const starts = [...byMark.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (starts.length < FEWEST) return undefined;
  const adjacent = starts.filter((line, index) => line === (starts[index - 1] ?? -2) + 1);
  const changes = starts.filter(
    (line, index) => index > 0 && facts[line]?.asks !== facts[starts[index - 1] as number]?.asks,
  );
  const isDialogue = changes.length >= ALTERNATING * (starts.length - 1);
  if (!isDialogue && !hasCues && facts[starts[0] as number]?.mark?.kind === 'dash')
    return undefined;
  if (!hasCues && !isDialogue && adjacent.length > MOST_ADJACENT * starts.length) return undefined;
  return { starts, isDialogue };
}
