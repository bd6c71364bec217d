import type { Anchored, Annotation } from '../annotations/model';
import { isOnTopics } from '../topics/byHand';
import { overlaps, type Span } from '../text/span';
import type { Claim, ClaimKind, Likelihood } from './model';

/** A claim as it is shown: detected, tagged by a person, or both. */
export interface ShownClaim extends Span {
  /** The person's kind if there is one, else the detected; undefined for words only selected. */
  readonly kind: ClaimKind | undefined;
  readonly likelihood?: Likelihood;
  /** Who claims it; undefined where nothing was detected. */
  readonly source: Claim['source'] | undefined;
  readonly salience: number;
  readonly claim?: Claim;
  readonly annotation?: Annotation;
  /** How the annotation holds to its words; undefined without one. */
  readonly state?: Anchored['state'];
}

/** A detected claim is the annotated one if they share so much of the longer of the two. */
const SAME = 0.6;

/**
 * Detected claims with what people said of them, in order of the text. Dismissed claims are left
 * out, orphans too: their words are not in the text.
 */
export function shownClaims(claims: readonly Claim[], anchored: readonly Anchored[]): ShownClaim[] {
  const placed = anchored
    .flatMap(({ annotation, span, state }) => (span ? [{ annotation, span, state }] : []))
    .sort((a, b) => a.span.start - b.span.start);
  const taken = new Set<Claim>();
  const byHand = placed.flatMap(({ annotation, span, state }): ShownClaim[] => {
    const claim = closest(claims, span);
    // What only says which topics a passage touches makes no claim of it, nor is one checked by it.
    if (isOnTopics(annotation) && (!claim || annotation.topics.length === 0)) return [];
    if (claim) taken.add(claim);
    return annotation.dismissed ? [] : [merged(annotation, span, state, claim)];
  });
  const detected = claims
    .filter((claim) => !taken.has(claim))
    .map((claim): ShownClaim => ({ ...claim, claim }));
  return [...byHand, ...detected].sort((a, b) => a.start - b.start || a.end - b.end);
}

function merged(
  annotation: Annotation,
  { start, end }: Span,
  state: Anchored['state'],
  claim: Claim | undefined,
): ShownClaim {
  return {
    start,
    end,
    kind: annotation.kind ?? claim?.kind,
    ...(claim?.likelihood && { likelihood: claim.likelihood }),
    source: claim?.source,
    salience: 1,
    ...(claim && { claim }),
    annotation,
    state,
  };
}

function closest(claims: readonly Claim[], span: Span): Claim | undefined {
  const shared = (claim: Claim) =>
    (Math.min(claim.end, span.end) - Math.max(claim.start, span.start)) /
    Math.max(claim.end - claim.start, span.end - span.start);
  return claims.find((claim) => overlaps(claim, span) && shared(claim) >= SAME);
}
