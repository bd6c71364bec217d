import type { ShownClaim } from './shown';

/** Claims that are listed together. */
export interface ClaimGroup {
  /** Who claims, or the tag; empty where there is none. */
  readonly name: string;
  /** Whether the claims are only reported, of somebody who doesn't speak here. */
  readonly reported: boolean;
  readonly claims: readonly ShownClaim[];
}

/**
 * Claims by who makes them: the speakers, then who is quoted by them, then nobody named; each in order
 * of the text. Somebody who speaks and is quoted, too, is listed twice: the one is first-hand.
 */
export function bySource(claims: readonly ShownClaim[]): ClaimGroup[] {
  const reported = (claim: ShownClaim) => claim.source?.reported === true;
  const name = (claim: ShownClaim) => [claim.source?.name ?? ''];
  return unnamedLast([
    ...grouped(
      claims.filter((claim) => !reported(claim)),
      name,
      false,
    ),
    ...grouped(claims.filter(reported), name, true),
  ]);
}

/** Claims by tag, in the order of the alphabet, then those without one. A claim stands under each of its tags. */
export function byTag(claims: readonly ShownClaim[]): ClaimGroup[] {
  const tags = ({ annotation }: ShownClaim) =>
    annotation && annotation.tags.length > 0 ? annotation.tags : [''];
  const groups = grouped(claims, tags, false);
  return unnamedLast(groups.sort((a, b) => a.name.localeCompare(b.name, 'en')));
}

function grouped(
  claims: readonly ShownClaim[],
  names: (claim: ShownClaim) => readonly string[],
  reported: boolean,
): ClaimGroup[] {
  const groups = new Map<string, ShownClaim[]>();
  for (const claim of claims) {
    for (const name of new Set(names(claim))) {
      const group = groups.get(name) ?? [];
      group.push(claim);
      groups.set(name, group);
    }
  }
  return [...groups].map(([name, ofName]) => ({ name, reported, claims: ofName }));
}

function unnamedLast(groups: readonly ClaimGroup[]): ClaimGroup[] {
  return [...groups.filter(({ name }) => name !== ''), ...groups.filter(({ name }) => name === '')];
}
