import type { TextLines } from '../text/lines';
import type { Sequence } from '../text/sequence';
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
 * Which pieces are the same as in another version, and then need not be made anew: those of lines that
 * are the same, and are told to be the same, wherever they stand.
 *
 * @param front what stands before the first speech
 * @returns the piece of a number in the new version; undefined where it is to be made
 */
export function keptPieces(
  last: Version,
  now: NewVersion,
  front: readonly Region[],
): (index: number) => Piece | undefined {
  const { script, quotes, limit, footer, pieces } = last.structure;
  const { script: newScript, quotes: newQuotes } = now.structure;
  const isSame =
    last.frontMatter === now.frontMatter &&
    limit === now.structure.limit &&
    script.evidence.kind === newScript.evidence.kind;
  if (!isSame) return () => undefined;
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
  const { starts } = newScript;
  const more = starts.length - script.starts.length;
  // The piece of a speech stands behind that of what stands before the first.
  const behind = lastAtOrBefore(starts, end - 1) + 2;
  const isFooterSame = footer + by === now.structure.footer;
  return (index) => {
    const next = starts[index] ?? Infinity;
    if (index === 0) return next < first ? frontPiece(pieces, front) : undefined;
    if (next < first) return pieces.at(index);
    return index >= behind && (next < Infinity || isFooterSame)
      ? pieces.at(index - more)
      : undefined;
  };
}

/** The first piece, if the same stands in it. */
function frontPiece(pieces: Sequence<Piece>, front: readonly Region[]): Piece | undefined {
  const piece = pieces.at(0);
  const areSame =
    piece?.regions.length === front.length &&
    front.every((region, at) => {
      const { kind, span } = piece.regions[at] as Region;
      return (
        kind === region.kind && span.start === region.span.start && span.end === region.span.end
      );
    });
  return areSame ? piece : undefined;
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
