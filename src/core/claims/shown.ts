import type { Anchored, Annotation } from '../annotations/model';
import { isOnTopics } from '../topics/byHand';
import { byPlace, type Span } from '../text/span';
import type { Claim, ClaimKind, Likelihood } from './model';

/** A claim as it is shown: detected, tagged by a person, or both. */
export interface ShownClaim extends Span {
  /** The kind that a person picked, or else the detected one; undefined for words that were only selected. */
  readonly kind: ClaimKind | undefined;
  readonly likelihood?: Likelihood | undefined;
  /** Who claims it; undefined where nothing was detected. */
  readonly source: Claim['source'] | undefined;
  readonly salience: number;
  readonly claim?: Claim;
  readonly annotation?: Annotation;
  /** What has become of the annotation's words; undefined without an annotation. */
  readonly state?: Anchored['state'];
  readonly grade?: Anchored['grade'];
}

/** A detected claim is the annotated one if they share this much of the longer of the two. */
const SAME = 0.6;

/**
 * Joins detected claims, in any order, with what people said of them; in order of the text. Dismissed claims are
 * left out, and so are orphans, whose words are not in the text.
 */
export function shownClaims(claims: readonly Claim[], anchored: readonly Anchored[]): ShownClaim[] {
  const placed = anchored
    .flatMap(({ span, ...anchored }) => (span ? [{ ...anchored, span }] : []))
    .sort((a, b) => a.span.start - b.span.start);
  const ordered = [...claims].sort((a, b) => a.start - b.start);
  const taken = new Set<Claim>();
  let next = 0;
  const byHand = placed.flatMap((anchored): ShownClaim[] => {
    const { annotation, span } = anchored;
    while ((ordered[next]?.end ?? Infinity) <= span.start) next++;
    const claim = closest(ordered, next, span);
    // An annotation that only gives topics doesn't make a claim of its words, nor mark one as checked.
    if (isOnTopics(annotation) && (!claim || annotation.topics.length === 0)) return [];
    if (claim) taken.add(claim);
    return annotation.dismissed ? [] : [merged(anchored, span, claim)];
  });
  const detected = ordered
    .filter((claim) => !taken.has(claim))
    .map((claim): ShownClaim => new Detected(claim));
  if (byHand.length === 0) return detected;
  return [...byHand, ...detected].sort(byPlace);
}

/** A claim that nobody has annotated; read, not copied, as many are made after each letter. */
class Detected implements ShownClaim {
  constructor(readonly claim: Claim) {}

  get start(): number {
    return this.claim.start;
  }

  get end(): number {
    return this.claim.end;
  }

  get kind(): ClaimKind {
    return this.claim.kind;
  }

  get likelihood(): Likelihood | undefined {
    return this.claim.likelihood;
  }

  get source(): Claim['source'] {
    return this.claim.source;
  }

  get salience(): number {
    return this.claim.salience;
  }
}

function merged(
  { annotation, state, grade }: Anchored,
  { start, end }: Span,
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
    ...(grade && { grade }),
  };
}

/** The claim from `first` on that shares enough with a span. */
function closest(claims: readonly Claim[], first: number, span: Span): Claim | undefined {
  for (let at = first; at < claims.length; at++) {
    const claim = claims[at] as Claim;
    if (claim.start >= span.end) return undefined;
    const shared = Math.min(claim.end, span.end) - Math.max(claim.start, span.start);
    const longer = Math.max(claim.end - claim.start, span.end - span.start);
    if (shared >= SAME * longer) return claim;
  }
  return undefined;
}
