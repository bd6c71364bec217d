import type { Span } from '../text/span';

/** Where words are expected: folded indexes, and how far off they may be. */
export interface Expected {
  readonly at: readonly number[];
  readonly within: number;
}

/** Where the words of an annotation were found. */
export interface Found {
  readonly span: Span;
  /** How well what stands around them fits, from 0 to 1. */
  readonly fit: number;
  /** Whether nothing speaks against it; otherwise a person has to review it. */
  readonly isSure: boolean;
}

/** The only one of some; undefined if there are none, or more. */
export function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
