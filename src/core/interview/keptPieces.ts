import type { TextLines } from '../text/lines';
import { lastAtOrBefore, type Changed } from '../text/sequence';
import type { Piece, Region } from './model';
import type { Structure } from './structure';

/** A version of a document, with everything its pieces were made from. */
export interface Version {
  readonly text: TextLines;
  readonly structure: Pick<Structure, 'script' | 'quotes' | 'limit' | 'footer' | 'pieces'>;
  /** The first line after the front matter. */
  readonly frontMatter: number;
}

/** A version whose pieces are still to be made. */
export interface NewVersion extends Pick<Version, 'text' | 'frontMatter'> {
  readonly structure: Omit<Version['structure'], 'pieces'>;
}

/**
 * Which pieces must be made again. All others can be taken over from the last version: their lines
 * are the same and are read the same way, even if they have moved.
 *
 * @param front the regions before the first speech
 */
export function changedPieces(last: Version, now: NewVersion, front: readonly Region[]): Changed {
  const { script, quotes, limit, footer, pieces } = last.structure;
  const { script: newScript, quotes: newQuotes } = now.structure;
  const isSame =
    last.frontMatter === now.frontMatter &&
    limit === now.structure.limit &&
    script.evidence.kind === newScript.evidence.kind;
  const { starts } = newScript;
  const all = { first: 0, endBefore: pieces.length, end: starts.length + 1 };
  if (!isSame) return all;
  const by = now.text.lines.length - last.text.lines.length;
  const changed = last.text.lines.changedTo(now.text.lines);
  // A piece may end right where the lines begin to differ, if the next begins there in both
  // versions.
  let [first, end] = [changed.first + 1, changed.end];
  for (const [was, is] of [
    [script.starts, newScript.starts],
    [script.personAt.lines, newScript.personAt.lines],
    [script.roleAt.lines, newScript.roleAt.lines],
    [inOrder(quotes.first), inOrder(newQuotes.first)],
  ] as const) {
    first = Math.min(first, firstApart(was, is));
    end = Math.max(end, endApart(was, is, by));
  }
  const isFrontSame = (starts[0] ?? Infinity) < first && isFront(pieces.at(0), front);
  // Piece 0 is the text before the first speech, so the piece of speech `n` is piece `n + 1`.
  const kept = isFrontSame ? Math.max(1, lastAtOrBefore(starts, first - 1) + 1) : 0;
  if (footer + by !== now.structure.footer) return { ...all, first: kept };
  const more = all.end - all.endBefore;
  const behind = Math.max(lastAtOrBefore(starts, end - 1) + 2, kept, kept + more);
  return { first: kept, endBefore: behind - more, end: behind };
}

/** Whether the first piece has the same regions. */
function isFront(piece: Piece | undefined, front: readonly Region[]): boolean {
  return (
    piece?.regions.length === front.length &&
    front.every((region, at) => {
      const { kind, span } = piece.regions[at] as Region;
      return (
        kind === region.kind && span.start === region.span.start && span.end === region.span.end
      );
    })
  );
}

function inOrder(lines: ReadonlySet<number>): number[] {
  return [...lines].sort((a, b) => a - b);
}

/** The first line that is in only one of the two ascending sequences. */
function firstApart(was: readonly number[], is: readonly number[]): number {
  let at = 0;
  while (at < was.length && was[at] === is[at]) at++;
  return Math.min(was[at] ?? Infinity, is[at] ?? Infinity);
}

/**
 * The line of the new sequence from which on both have the same lines, apart from the shift `by`.
 */
function endApart(was: readonly number[], is: readonly number[], by: number): number {
  let [at, to] = [was.length, is.length];
  while (at > 0 && to > 0 && (was[at - 1] as number) + by === is[to - 1]) {
    at--;
    to--;
  }
  return Math.max((was[at - 1] ?? -1 - by) + by, is[to - 1] ?? -1) + 1;
}
