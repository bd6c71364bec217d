import type { Turn } from '../interview/model';
import { spanMoved, type Span } from '../text/span';
import type { Claim, PassageClaim } from './model';

/** A spoken passage with its claims, whose offsets count from the passage's start. */
export interface PassageClaims {
  readonly turn: Turn;
  readonly span: Span;
  readonly text: string;
  readonly claims: readonly PassageClaim[];
}

/** The claims of a document, at their offsets in it, with who makes them. */
export function documentClaims(passages: readonly PassageClaims[]): Claim[] {
  return passages.flatMap(({ turn, span, text, claims }) =>
    claims.map((claim) => inDocument(claim, turn, span.start, text)),
  );
}

/** Field by field, as this is done for all claims of a document after each letter that is typed. */
function inDocument(claim: PassageClaim, turn: Turn, by: number, text: string): Claim {
  const { reported, likelihood, confidence } = claim;
  const name = reported
    ? text.slice(reported.start, reported.end).replace(/\s+/g, ' ')
    : (turn.speaker?.label ?? '');
  return {
    start: claim.start + by,
    end: claim.end + by,
    kind: claim.kind,
    likelihood: likelihood && { term: likelihood.term, words: spanMoved(likelihood.words, by) },
    confidence: confidence && { level: confidence.level, words: spanMoved(confidence.words, by) },
    isFuture: claim.isFuture,
    checkability: claim.checkability,
    salience: claim.salience,
    signals: claim.signals,
    isPremise: turn.role === 'interviewer',
    source: { name, reported: reported !== undefined },
    turn: turn.index,
  };
}
