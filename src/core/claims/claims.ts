import type { Turn } from '../interview/model';
import { shifted, type Span } from '../text/span';
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

function inDocument(claim: PassageClaim, turn: Turn, by: number, text: string): Claim {
  const { reported, likelihood, confidence, start, end, ...rest } = claim;
  const name = reported
    ? text.slice(reported.start, reported.end).replace(/\s+/g, ' ')
    : (turn.speaker?.label ?? '');
  return {
    ...rest,
    start: start + by,
    end: end + by,
    ...(likelihood && { likelihood: { ...likelihood, words: shifted(likelihood.words, by) } }),
    ...(confidence && { confidence: { ...confidence, words: shifted(confidence.words, by) } }),
    isPremise: turn.role === 'interviewer',
    source: { name, reported: reported !== undefined },
    turn: turn.index,
  };
}
