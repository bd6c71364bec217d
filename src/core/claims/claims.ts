import type { Turn } from '../interview/model';
import { spanMoved, type Span } from '../text/span';
import type { Claim, Likelihood, PassageClaim } from './model';

/** A spoken passage with its claims, whose offsets count from the passage's start. */
export interface PassageClaims {
  readonly turn: Turn;
  readonly span: Span;
  readonly text: string;
  readonly claims: readonly PassageClaim[];
}

/** The claims of a document, at their offsets in it, with who makes them. */
export function documentClaims(passages: readonly PassageClaims[]): Claim[] {
  return passages.flatMap((passage) => {
    const own = { name: passage.turn.speaker?.label ?? '', reported: false };
    return passage.claims.map((claim) => new PlacedClaim(claim, passage, own));
  });
}

/**
 * A claim at its present place. It reads what was found in its passage instead of copying it, because all
 * claims of a document get new places after each letter that is typed.
 */
class PlacedClaim implements Claim {
  constructor(
    private readonly found: PassageClaim,
    private readonly passage: PassageClaims,
    private readonly own: Claim['source'],
  ) {}

  get start(): number {
    return this.found.start + this.passage.span.start;
  }

  get end(): number {
    return this.found.end + this.passage.span.start;
  }

  get kind(): Claim['kind'] {
    return this.found.kind;
  }

  get likelihood(): Likelihood | undefined {
    const { likelihood } = this.found;
    return likelihood && this.moved(likelihood);
  }

  get confidence(): Claim['confidence'] {
    const { confidence } = this.found;
    return confidence && this.moved(confidence);
  }

  get isPremise(): boolean {
    return this.passage.turn.role === 'interviewer';
  }

  get source(): Claim['source'] {
    const { reported } = this.found;
    if (!reported) return this.own;
    const name = this.passage.text.slice(reported.start, reported.end).replace(/\s+/g, ' ');
    return { name, reported: true };
  }

  get turn(): number {
    return this.passage.turn.index;
  }

  get isFuture(): boolean {
    return this.found.isFuture;
  }

  get checkability(): number {
    return this.found.checkability;
  }

  get salience(): number {
    return this.found.salience;
  }

  private moved<T extends { readonly words: Span }>(stated: T): T {
    return { ...stated, words: spanMoved(stated.words, this.passage.span.start) };
  }
}
