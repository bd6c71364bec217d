import type { FoundNames } from '../../../src/core/entities/findNames';
import type { EntityIndex } from '../../../src/core/entities/model';
import { EntityResolver, type NamedPiece } from '../../../src/core/entities/resolve';
import type { Speaker } from '../../../src/core/interview/model';
import { Sequence } from '../../../src/core/text/sequence';
import type { Span } from '../../../src/core/text/span';

/** A passage with the names in it. */
export interface PassageNames {
  /** In the document. */
  readonly span: Span;
  readonly names: FoundNames;
}

const known = new WeakMap<FoundNames, NamedPiece>();

/** The entities of passages, each a piece of its own: the same object as long as its names are. */
export function resolved(
  passages: readonly PassageNames[],
  speakers: readonly Speaker[] = [],
  resolver = new EntityResolver(),
): EntityIndex {
  const starts = passages.map(({ span }) => span.start);
  return resolver.resolve(Sequence.of(passages.map(pieceOf)), starts, speakers);
}

function pieceOf({ span, names }: PassageNames): NamedPiece {
  const length = span.end - span.start;
  const piece = known.get(names) ?? {
    passages: [{ start: 0, end: length }],
    facts: [{ names: () => names }],
  };
  known.set(names, piece);
  return piece;
}
