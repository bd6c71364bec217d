import { readFileSync } from 'node:fs';
import { CardFinder } from '../../src/core/entities/cardFinder';
import { findNames } from '../../src/core/entities/findNames';
import type { EntityIndex, EntityType, Recogniser } from '../../src/core/entities/model';

import type { Span } from '../../src/core/text/span';
import { shippedRecogniser, WEIGHTS } from './shipped';
import { resolved } from '../unit/support/resolved';

const TYPES = ['PERSON', 'ORG', 'PLACE', 'MISC'] as const;
type Type = (typeof TYPES)[number];

/** What the headline figures are of: sets disagree about what else is a name. */
const HEADLINE: readonly Type[] = ['PERSON', 'ORG', 'PLACE'];

/** A line of a set; its offsets count code points. */
interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly genre?: string;
  readonly entities: readonly (Span & { readonly type: Type })[];
  /** Stretches about which the set doesn't say what is right. */
  readonly ignore?: readonly Span[];
  readonly clusters?: readonly { readonly mentions: readonly Span[] }[];
}

/** A name with its type and what tells its entity from the others of the document; in UTF-16 units. */
interface Name extends Span {
  readonly type: Type;
  readonly entity: string;
}

interface Counts {
  found: number;
  gold: number;
  exact: number;
  overlapping: number;
}

/** Sums of B³ over mentions, and of how many. */
interface AliasSums {
  precision: number;
  recall: number;
  /** Where what was not found counts as missing from its cluster. */
  recallOfAll: number;
  found: number;
  gold: number;
}

interface Result {
  readonly genre: string | undefined;
  readonly byType: Readonly<Record<Type, Counts>>;
  readonly aliases: AliasSums;
}

interface Figures {
  readonly documents: number;
  readonly goldNames: number;
  readonly exactF1: number;
  readonly overlapF1: number;
  /** B³ of names joined to entities, of those found; undefined where the set doesn't say which are one. */
  readonly aliasF1: number | undefined;
  /** The same, where names that were not found count as not joined. */
  readonly aliasOfAllF1: number | undefined;
  readonly byType: Readonly<Record<Type, Scores>>;
}

interface Scores {
  readonly gold: number;
  readonly precision: number;
  readonly recall: number;
  readonly exactF1: number;
  readonly overlapF1: number;
}

const noCards = new CardFinder([]);

/**
 * Measures names and entities on sets `{id, text, entities, …}`, one document a line. Other weights
 * than the shipped ones are given by `--weights=<file>`.
 */
export function run(args: string[]): void {
  const files = args.filter((arg) => !arg.startsWith('--'));
  const weights = args.find((arg) => arg.startsWith('--weights='))?.slice('--weights='.length);
  const recogniser = shippedRecogniser(weights ?? WEIGHTS);
  const sets = files.map((file) => {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return {
      file,
      results: lines.map((line) => evaluate(JSON.parse(line) as Labelled, recogniser)),
    };
  });
  const all = sets.flatMap(({ results }) => results);
  const interviews = all.filter(({ genre }) => genre === 'interview');
  const report = {
    ...figuresOf(all),
    ...(interviews.length > 0 && { interviews: figuresOf(interviews) }),
    files: Object.fromEntries(sets.map(({ file, results }) => [file, figuresOf(results)])),
  };
  if (args.includes('--json')) {
    console.log(JSON.stringify(report));
    return;
  }
  for (const { file, results } of sets) print(file, figuresOf(results));
  if (interviews.length > 0) print('interviews in these files', figuresOf(interviews));
}

function evaluate(document: Labelled, recogniser: Recogniser): Result {
  const units = unitsByCodePoint(document.text);
  const inUnits = <S extends Span>(span: S): S => ({
    ...span,
    start: units[span.start] ?? 0,
    end: units[span.end] ?? 0,
  });
  const gold = document.entities.map(inUnits);
  const ignored = (document.ignore ?? []).map(inUnits);
  const found = namesIn(document.text, recogniser).filter(
    (name) => gold.some((one) => isSame(one, name)) || !ignored.some((one) => meet(one, name)),
  );
  const byType = Object.fromEntries(
    TYPES.map((type) => {
      const ofType = (name: { readonly type: Type }) => name.type === type;
      return [type, compared(found.filter(ofType), gold.filter(ofType))];
    }),
  ) as Record<Type, Counts>;
  const clusters = (document.clusters ?? []).map(({ mentions }) => mentions.map(inUnits));
  const outermost = clusters.map((mentions) =>
    mentions.filter((one) => !gold.some((name) => isWithin(one, name))),
  );
  return { genre: document.genre, byType, aliases: bCubed(found, outermost) };
}

/** The offset in UTF-16 units of each code point, and of the text's end. */
function unitsByCodePoint(text: string): number[] {
  const units = [0];
  for (const { length } of text) units.push((units.at(-1) ?? 0) + length);
  return units;
}

function namesIn(text: string, recogniser: Recogniser): Name[] {
  const passages = paragraphsOf(text).map((span) => {
    const passage = text.slice(span.start, span.end);
    return { span, names: findNames(passage, recogniser, noCards) };
  });
  const index: EntityIndex = resolved(passages);
  return index.mentions.map(({ span, entityId }) => {
    const type = setType(index.byId.get(entityId)?.type ?? 'other');
    return { ...span, type, entity: entityId };
  });
}

function paragraphsOf(text: string): Span[] {
  return [...text.matchAll(/\S.*(?:\n(?=[^\n\S]*\S).*)*/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

function setType(type: EntityType): Type {
  if (type === 'person') return 'PERSON';
  if (type === 'organisation') return 'ORG';
  return type === 'place' ? 'PLACE' : 'MISC';
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function isWithin(inner: Span, outer: Span): boolean {
  return !isSame(inner, outer) && outer.start <= inner.start && inner.end <= outer.end;
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Names of one type; each of gold counts for one that was found. */
function compared(found: readonly Span[], gold: readonly Span[]): Counts {
  const exact = gold.filter((one) => found.some((other) => isSame(one, other))).length;
  const taken = new Set<Span>();
  for (const one of gold) {
    const match = found.find((other) => !taken.has(other) && meet(one, other));
    if (match) taken.add(match);
  }
  return { found: found.length, gold: gold.length, exact, overlapping: taken.size };
}

/**
 * B³ (Bagga and Baldwin, “Algorithms for scoring coreference chains”, LREC 1998), which compares how
 * one set of mentions is joined in two ways. Here these are the names of gold's clusters that were
 * found, each paired with one that overlaps. Names within other names are no part of it: what finds
 * names that don't overlap can't find both.
 */
function bCubed(found: readonly Name[], clusters: readonly (readonly Span[])[]): AliasSums {
  const entityOf = paired(found, clusters.flat());
  const entitySizes = new Map<string, number>();
  for (const entity of entityOf.values()) {
    entitySizes.set(entity, (entitySizes.get(entity) ?? 0) + 1);
  }
  const sums: AliasSums = { precision: 0, recall: 0, recallOfAll: 0, found: 0, gold: 0 };
  for (const mentions of clusters) {
    const entities = mentions.flatMap((mention) => entityOf.get(mention) ?? []);
    sums.gold += mentions.length;
    sums.found += entities.length;
    for (const entity of entities) {
      const together = entities.filter((other) => other === entity).length;
      sums.precision += together / (entitySizes.get(entity) ?? 1);
      sums.recall += together / entities.length;
      sums.recallOfAll += together / mentions.length;
    }
  }
  return sums;
}

/** The entity of the found name that each of gold's is paired with: the same, else one that overlaps. */
function paired(found: readonly Name[], gold: readonly Span[]): Map<Span, string> {
  const pairs = new Map<Span, string>();
  const taken = new Set<Name>();
  for (const fits of [isSame, meet]) {
    for (const one of gold) {
      const match = pairs.has(one)
        ? undefined
        : found.find((name) => !taken.has(name) && fits(one, name));
      if (!match) continue;
      pairs.set(one, match.entity);
      taken.add(match);
    }
  }
  return pairs;
}

function figuresOf(results: readonly Result[]): Figures {
  const countsOf = (types: readonly Type[]) =>
    added(results.flatMap(({ byType }) => types.map((type) => byType[type])));
  const headline = countsOf(HEADLINE);
  const aliases = results.map((result) => result.aliases);
  const hasClusters = aliases.some(({ gold }) => gold > 0);
  return {
    documents: results.length,
    goldNames: headline.gold,
    exactF1: f1(headline.exact, headline),
    overlapF1: f1(headline.overlapping, headline),
    aliasF1: hasClusters ? aliasF1(aliases, 'found') : undefined,
    aliasOfAllF1: hasClusters ? aliasF1(aliases, 'all') : undefined,
    byType: Object.fromEntries(TYPES.map((type) => [type, scores(countsOf([type]))])) as Record<
      Type,
      Scores
    >,
  };
}

function added(counts: readonly Counts[]): Counts {
  const total = { found: 0, gold: 0, exact: 0, overlapping: 0 };
  for (const { found, gold, exact, overlapping } of counts) {
    total.found += found;
    total.gold += gold;
    total.exact += exact;
    total.overlapping += overlapping;
  }
  return total;
}

function scores(counts: Counts): Scores {
  return {
    gold: counts.gold,
    precision: counts.exact / (counts.found || 1),
    recall: counts.exact / (counts.gold || 1),
    exactF1: f1(counts.exact, counts),
    overlapF1: f1(counts.overlapping, counts),
  };
}

function f1(right: number, { found, gold }: Counts): number {
  return (2 * right) / (found + gold || 1);
}

function aliasF1(sums: readonly AliasSums[], of: 'found' | 'all'): number {
  const total = (key: keyof AliasSums) => sums.reduce((sum, one) => sum + one[key], 0);
  const precision = total('precision') / (total('found') || 1);
  const recall =
    of === 'found' ? total('recall') / (total('found') || 1) : total('recallOfAll') / total('gold');
  return (2 * precision * recall) / (precision + recall || 1);
}

function print(name: string, figures: Figures): void {
  const { documents, goldNames, exactF1, overlapF1, aliasF1, aliasOfAllF1, byType } = figures;
  const aliases =
    aliasF1 === undefined
      ? ''
      : `; aliases (B³) of the names found ${aliasF1.toFixed(3)}, ` +
        `of all ${aliasOfAllF1?.toFixed(3)}`;
  console.log(
    `${name}: ${documents} documents, ${goldNames} names of persons, organisations and places; ` +
      `F1 exact ${exactF1.toFixed(3)}, overlapping ${overlapF1.toFixed(3)}${aliases}`,
  );
  console.table(
    TYPES.map((type) => ({
      type,
      ...Object.fromEntries(
        Object.entries(byType[type]).map(([figure, value]) => [
          figure,
          figure === 'gold' ? value : Number(value.toFixed(3)),
        ]),
      ),
    })),
  );
}
