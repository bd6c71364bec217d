import type { Gazetteer } from '../../src/core/entities/gazetteer';
import {
  pairFeatures,
  roleFeatures,
  wordFacts,
  type Clusters,
  type Role,
  type WordFacts,
} from '../../src/core/entities/tagger/features';
import { mayBegin, mayEnd, mayFollow } from '../../src/core/entities/tagger/labels';
import { EDGE, segmentsOf, Surroundings } from '../../src/core/entities/tagger/sequence';
import { UNKNOWN, type LabelledPassage } from './data';
import type { Example } from './crf';

/** Gives features rows of a table. */
export class Rows {
  private readonly counts = new Map<number, number>();
  private readonly rows = new Map<number, number>();

  count(hash: number): void {
    this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1);
  }

  /** Gives a row to each feature that was counted at least this many times. */
  settle(least: number): void {
    for (const [hash, count] of this.counts) {
      if (count >= least) this.rows.set(hash, this.rows.size);
    }
  }

  /** Some of these features, with rows of their own. */
  those(isKept: (hash: number) => boolean): Rows {
    const some = new Rows();
    for (const hash of this.rows.keys()) {
      if (isKept(hash)) some.rows.set(hash, some.rows.size);
    }
    return some;
  }

  get size(): number {
    return this.rows.size;
  }

  row(hash: number): number | undefined {
    return this.rows.get(hash);
  }

  /** The features in the order of their rows. */
  hashes(): number[] {
    return [...this.rows.keys()];
  }

  occurrences(hash: number): number {
    return this.counts.get(hash) ?? 0;
  }
}

/** A stretch with its features as hashes. */
export interface Hashed {
  readonly document: string;
  readonly genre: string | undefined;
  readonly features: readonly (readonly number[])[];
  readonly labels: Uint8Array;
  readonly tokens: readonly string[];
}

/** Turns passages into the stretches that may contain names; those with unknown labels are left out. */
export class Hasher {
  private readonly facts = new Map<string, WordFacts>();
  private readonly ofRoles = new Map<Role, Map<WordFacts, number[]>>();

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly clusters: Clusters,
  ) {}

  hashed({ document, genre, tokens, labels }: LabelledPassage): Hashed[] {
    const words = tokens.map((token) => this.word(token));
    const around = new Surroundings(words, EDGE);
    return segmentsOf(words).flatMap(({ from, to }) => {
      const own = labels.slice(from, to);
      if (own.includes(UNKNOWN) || !isSound(own)) return [];
      const features = own.map((_, index) => this.features(around, from + index));
      return [
        { document, genre, features, labels: Uint8Array.from(own), tokens: tokens.slice(from, to) },
      ];
    });
  }

  private features(around: Surroundings<WordFacts>, at: number): number[] {
    const hashes: number[] = [];
    around.byRole(at).forEach((word, role) => {
      if (word) hashes.push(...this.ofRole(word, role as Role));
    });
    hashes.push(...pairFeatures(around.word(at - 1), around.word(at), 0));
    hashes.push(...pairFeatures(around.word(at), around.word(at + 1), 1));
    return hashes;
  }

  private ofRole(word: WordFacts, role: Role): number[] {
    const known = this.ofRoles.get(role) ?? new Map<WordFacts, number[]>();
    this.ofRoles.set(role, known);
    const features = known.get(word) ?? roleFeatures(word, role);
    known.set(word, features);
    return features;
  }

  private word(token: string): WordFacts {
    const known = this.facts.get(token) ?? wordFacts(token, this.gazetteer, this.clusters);
    this.facts.set(token, known);
    return known;
  }
}

function isSound(labels: readonly number[]): boolean {
  const [first = 0] = labels;
  if (!mayBegin(first) || !mayEnd(labels.at(-1) ?? 0)) return false;
  return labels.every((label, at) => at === 0 || mayFollow(labels[at - 1] as number, label));
}

export function exampleOf(
  { features, labels }: Hashed,
  rows: Rows,
  isTarget: boolean,
  weight: number,
): Example {
  const known = features.map((hashes) =>
    Int32Array.from(hashes.flatMap((hash) => rows.row(hash) ?? [])),
  );
  return { features: known, labels, isTarget, weight };
}
