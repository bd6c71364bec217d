import type { TextLines } from '../text/lines';
import type { Changed } from '../text/sequence';
import { lastAtOrBefore } from './layout';
import type { Piece, Region } from './model';
import type { Structure } from './structure';

/** A version of a document, with what its pieces are made of. */
export interface Version {
  readonly text: TextLines;
  readonly structure: Pick<Structure, 'script' | 'quotes' | 'limit' | 'footer' | 'pieces'>;
  /** The line behind front matter. */
  readonly frontMatter: number;
}

/** A version of which the pieces are still to be made. */
export interface NewVersion extends Pick<Version, 'text' | 'frontMatter'> {
  readonly structure: Omit<Version['structure'], 'pieces'>;
}

/**
 * Which pieces must be made anew. The others are the same as in another version: those of lines that
 * are the same, and are told to be the same, wherever they stand.
 *
 * @param front what stands before the first speech
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
  // A piece before may end right where lines differ, if the next begins there in both.
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
  // The piece of a speech stands behind that of what stands before the first.
  const kept = isFrontSame ? Math.max(1, lastAtOrBefore(starts, first - 1) + 1) : 0;
  if (footer + by !== now.structure.footer) return { ...all, first: kept };
  const more = all.end - all.endBefore;
  const behind = Math.max(lastAtOrBefore(starts, end - 1) + 2, kept, kept + more);
  return { first: kept, endBefore: behind - more, end: behind };
}

/** Whether the same stands in the first piece. */
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

/** The first line that is in one of two sequences and not in the other. */
function firstApart(was: readonly number[], is: readonly number[]): number {
  let at = 0;
  while (at < was.length && was[at] === is[at]) at++;
  return Math.min(was[at] ?? Infinity, is[at] ?? Infinity);
}

/** The line, of the second of two sequences, from which on they have the same lines, moved by some. */
function endApart(was: readonly number[], is: readonly number[], by: number): number {
  let [at, to] = [was.length, is.length];
  while (at > 0 && to > 0 && (was[at - 1] as number) + by === is[to - 1]) {
    at--;
    to--;
  }
  return Math.max((was[at - 1] ?? -1 - by) + by, is[to - 1] ?? -1) + 1;
}
