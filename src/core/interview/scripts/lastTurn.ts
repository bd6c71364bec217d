import { blockCount, blocksIn } from '../layout';
import type { LineFacts } from '../line/lineFacts';
import { TURNS_IN_A_STEP } from './said';
import { type Behind, wordsIn } from './script';
import { beginningOf, haveOthers, movedBy, type Versions } from '../versions';

/** Fewer turns don't show how long a turn usually is. */
const FEWEST_TURNS = 4;

/** Finds the part of the last turn after as many blocks as the longest other turn has; in steps. */
export function* behindLast(
  facts: readonly LineFacts[],
  starts: readonly number[],
): Generator<undefined, Behind | undefined> {
  if (starts.length < FEWEST_TURNS) return undefined;
  const turns = new Map<number, number>();
  for (let index = 0; index < starts.length - 1; index++) {
    const count = blockCount(facts, starts[index] as number, starts[index + 1] as number);
    turns.set(count, (turns.get(count) ?? 0) + 1);
    if (index % TURNS_IN_A_STEP === 0) yield;
  }
  const most = Math.max(...turns.keys());
  return { turns, most, ...behindBlocks(facts, starts.at(-1) as number, most) };
}

/** What follows after the first `blocks` blocks from line `start` on. */
function behindBlocks(
  facts: readonly LineFacts[],
  start: number,
  blocks: number,
): Pick<Behind, 'from' | 'words'> {
  const from = blocksIn(facts, start, facts.length)[blocks]?.first ?? Infinity;
  return { from, words: from < Infinity ? wordsIn(facts, from, facts.length) : 0 };
}

/**
 * Updates {@link Behind} after an edit; undefined if it must be computed afresh.
 *
 * @param more number of words that the edit added
 */
export function behindAfter(
  behind: Behind,
  starts: readonly number[],
  versions: Versions,
  more: number,
): Behind | undefined {
  const { from, words } = behind;
  const { before, after, first, endBefore } = versions;
  const by = movedBy(versions);
  if (first < from && endBefore > from) return undefined;
  const moved = {
    ...behind,
    from: from >= endBefore ? from + by : from,
    words: first >= from ? words + more : words,
  };
  if (!haveOthers(versions)) return moved;
  const index = beginningOf(starts, versions) ?? -1;
  const [start, next] = [starts[index], starts[index + 1]];
  if (start === undefined || next === undefined) return undefined;
  const was = blockCount(before, start, next);
  const is = blockCount(after, start, next + by);
  if (was === is) return moved;
  const turns = new Map(behind.turns).set(is, (behind.turns.get(is) ?? 0) + 1);
  const others = (turns.get(was) ?? 0) - 1;
  if (others > 0) turns.set(was, others);
  else turns.delete(was);
  const most = Math.max(...turns.keys());
  if (most === behind.most) return { ...moved, turns };
  return { turns, most, ...behindBlocks(after, (starts.at(-1) as number) + by, most) };
}
