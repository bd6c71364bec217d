import { STATUSES, type Status } from '../annotations/model';
import type { Codebook } from '../codebook/model';
import { overlaps, type Span } from '../text/span';
import { CLAIM_KINDS, type ClaimKind } from './model';
import type { ShownClaim } from './shown';

/** Claims that are listed together. */
export interface ClaimGroup {
  /** Tells the group from those beside it. */
  readonly key: string;
  /** Who claims, or the code, or the topic; empty where there is none. */
  readonly name: string;
  /** Whether the claims are only reported, from somebody who doesn't speak here. */
  readonly reported: boolean;
  /** Those of the group itself, without those of the groups below it. */
  readonly claims: readonly ShownClaim[];
  readonly children: readonly ClaimGroup[];
  /** How many claims there are in it and below it, each counted once. */
  readonly count: number;
}

/** `She said` names nobody, and may mean another each time. */
const PRONOUN = /^(?:s?he|they|her|him|them)$/i;

/**
 * Claims by who makes them: the speakers, then those whom they quote, then nobody named; each in order
 * of the text. Somebody who speaks and is also quoted is listed twice, as only one of the two is first-hand.
 */
export function bySource(claims: readonly ShownClaim[]): ClaimGroup[] {
  const isReported = (claim: ShownClaim) => claim.source?.reported === true;
  const names = ({ source }: ShownClaim) => {
    const isNamed = source && !(source.reported && PRONOUN.test(source.name));
    return [isNamed ? source.name : ''];
  };
  const own = gathered(
    claims.filter((claim) => !isReported(claim)),
    names,
  );
  const reported = gathered(claims.filter(isReported), names);
  return unnamedLast([
    ...[...own].map(([name, ofName]) => flat(name, ofName)),
    ...[...reported].map(([name, ofName]) => flat(name, ofName, true)),
  ]);
}

/** Claims by kind, in the order of {@link CLAIM_KINDS}; the name of a group is the kind. */
export function byKind(claims: readonly ShownClaim[]): ClaimGroup[] {
  const order: readonly (ClaimKind | '')[] = [...CLAIM_KINDS, ''];
  return inOrder(
    order,
    gathered(claims, ({ kind }) => [kind ?? '']),
  );
}

/** Claims by how far a person has got with checking; the name of a group is the status. */
export function byStatus(claims: readonly ShownClaim[]): ClaimGroup[] {
  const order: readonly (Status | '')[] = [...STATUSES, ''];
  return inOrder(
    order,
    gathered(claims, ({ annotation }) => [annotation?.status ?? '']),
  );
}

/**
 * Claims by code, in the order of the codebook; then free tags in alphabetical order; then claims with
 * neither. A claim is listed under each of its codes.
 */
export function byCode(claims: readonly ShownClaim[], codebook: Codebook): ClaimGroup[] {
  const byId = gathered(claims, ({ annotation }) =>
    annotation && annotation.tags.length > 0
      ? annotation.tags.map((tag) => codebook.find(tag)?.code.id ?? tag)
      : [''],
  );
  const free = [...byId].filter(([tag]) => tag !== '' && !codebook.find(tag));
  return [
    ...hierarchy(codebook.codes, byId, ({ name }) => name),
    ...free
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([tag, ofTag]) => ({ ...flat(tag, ofTag), key: `free:${tag}` })),
    ...inOrder([''], byId),
  ];
}

/** The part of a topic that matters here. */
interface TopicNode {
  readonly id: string;
  readonly label: string;
  readonly children: readonly TopicNode[];
}

/**
 * Claims by topic, in the order of the taxonomy: those that a person gave the topic, and those whose own
 * words touch it; then claims without a topic.
 *
 * @param touched where the terms of topics stand in the text, by topic
 */
export function byTopic(
  claims: readonly ShownClaim[],
  topics: readonly TopicNode[],
  touched: ReadonlyMap<string, readonly Span[]>,
): ClaimGroup[] {
  const known = new Set(idsOf(topics));
  const ofClaim = new Map(claims.map((claim) => [claim, new Set(claim.annotation?.topics)]));
  for (const [id, hits] of touched) {
    for (const claim of touchedBy(claims, hits)) ofClaim.get(claim)?.add(id);
  }
  const byId = gathered(claims, (claim) => {
    const ids = [...(ofClaim.get(claim) ?? [])].filter((id) => known.has(id));
    return ids.length > 0 ? ids : [''];
  });
  return [...hierarchy(topics, byId, ({ label }) => label), ...inOrder([''], byId)];
}

function idsOf(topics: readonly TopicNode[]): string[] {
  return topics.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}

/** The claims in which one of some places stands; both are sorted by where they start. */
function touchedBy(claims: readonly ShownClaim[], places: readonly Span[]): ShownClaim[] {
  let next = 0;
  return claims.filter((claim) => {
    while (next < places.length && (places[next] as Span).end <= claim.start) next++;
    const place = places[next];
    return place !== undefined && overlaps(place, claim);
  });
}

function gathered(
  claims: readonly ShownClaim[],
  keys: (claim: ShownClaim) => readonly string[],
): Map<string, ShownClaim[]> {
  const groups = new Map<string, ShownClaim[]>();
  for (const claim of claims) {
    for (const key of new Set(keys(claim))) {
      const group = groups.get(key) ?? [];
      group.push(claim);
      groups.set(key, group);
    }
  }
  return groups;
}

function flat(name: string, claims: readonly ShownClaim[], reported = false): ClaimGroup {
  const key = reported ? `reported:${name}` : name;
  return { key, name, reported, claims, children: [], count: claims.length };
}

function inOrder(
  order: readonly string[],
  groups: ReadonlyMap<string, ShownClaim[]>,
): ClaimGroup[] {
  return order.flatMap((name) => {
    const claims = groups.get(name);
    return claims ? [flat(name, claims)] : [];
  });
}

/** Groups within groups; those without a claim in or below them are left out. */
function hierarchy<T extends { readonly id: string; readonly children: readonly T[] }>(
  items: readonly T[],
  groups: ReadonlyMap<string, ShownClaim[]>,
  nameOf: (item: T) => string,
): ClaimGroup[] {
  return items.flatMap((item) => {
    const claims = groups.get(item.id) ?? [];
    const children = hierarchy(item.children, groups, nameOf);
    const count = new Set([...claims, ...children.flatMap(allIn)]).size;
    if (count === 0) return [];
    return [{ key: `id:${item.id}`, name: nameOf(item), reported: false, claims, children, count }];
  });
}

function allIn(group: ClaimGroup): ShownClaim[] {
  return [...group.claims, ...group.children.flatMap(allIn)];
}

function unnamedLast(groups: readonly ClaimGroup[]): ClaimGroup[] {
  return [...groups.filter(({ name }) => name !== ''), ...groups.filter(({ name }) => name === '')];
}
