import type { Span } from '../../text/span';
import type { Gazetteer } from '../gazetteer';
import { bestLabels, labelProbabilities, Room } from './chain';
import {
  LABELS,
  OUTSIDE,
  positionOfLabel,
  TAGGED_TYPES,
  typeOfLabel,
  type TaggedType,
} from './labels';
import { Scorer } from './scorer';
import { segmentsOf, Surroundings, type Segment } from './sequence';
import { taggerTokens } from './tokens';
import type { Weights } from './weights';

/** A stretch of a passage that may be a name; offsets in UTF-16 units from the passage’s start. */
export interface Tagged extends Span {
  readonly type: TaggedType;
  /** From 0 to 1: how probable it is that these tokens belong to a name of this type. */
  readonly certainty: number;
  /** How probable each type is, in the order of TAGGED_TYPES. */
  readonly types: readonly number[];
  /** False where the best explanation of the passage has no name here. */
  readonly isBest: boolean;
}

/** Anything less probable than this isn’t even considered. */
const LEAST = 0.05;

/** Finds the names in a passage by weights learned from labelled texts; see media/entities.weights.md. */
export type Tagger = (passage: string) => Tagged[];

export function createTagger(weights: Weights, gazetteer: Gazetteer): Tagger {
  const scorer = new Scorer(weights, gazetteer);
  const room = new Room();
  const ofScores = new Room();
  return (passage) => {
    const tokens = taggerTokens(passage);
    const words = tokens.map(({ start, end }) => scorer.word(passage.slice(start, end)));
    const around = new Surroundings(words, scorer.edge);
    const names: Tagged[] = [];
    for (const segment of segmentsOf(words)) {
      const emissions = ofScores.take(0, (segment.to - segment.from) * LABELS);
      scorer.addTo(emissions, around, segment);
      const chain = { emissions, transitions: weights.transitions };
      const best = bestLabels(chain, room);
      const types = typeProbabilities(labelProbabilities(chain, room));
      names.push(...namesIn(best, types, segment, tokens, (at) => words[at]?.isCapital === true));
    }
    return names;
  };
}

/** For each token, how probable each type is, whatever the token’s position in the name. */
function typeProbabilities(labels: Float64Array): Float64Array {
  const count = TAGGED_TYPES.length;
  const types = new Float64Array((labels.length / LABELS) * count);
  for (let from = 0, to = 0; from < labels.length; from += LABELS, to += count) {
    for (let label = OUTSIDE + 1; label < LABELS; label++) {
      const at = to + ((label - 1) >> 2);
      types[at] = (types[at] as number) + (labels[from + label] as number);
    }
  }
  return types;
}

/** The names of the best labels, and runs of capitals beside them that may be names. */
function namesIn(
  best: Uint8Array,
  types: Float64Array,
  segment: Segment,
  tokens: readonly Span[],
  isCapital: (at: number) => boolean,
): Tagged[] {
  const names: Tagged[] = [];
  const add = (from: number, to: number, isBest: boolean) => {
    const name = tagged(from, to, isBest, best, types);
    const start = tokens[segment.from + from]?.start ?? 0;
    const end = tokens[segment.from + to - 1]?.end ?? 0;
    if (name.certainty >= LEAST) names.push({ ...name, start, end });
  };
  let from = 0;
  while (from < best.length) {
    const isBest = best[from] !== OUTSIDE;
    let to = from + 1;
    if (isBest) while (to < best.length && goesOn(best[to] as number)) to++;
    else if (isCapital(segment.from + from)) {
      while (to < best.length && best[to] === OUTSIDE && isCapital(segment.from + to)) to++;
    }
    if (isBest || isCapital(segment.from + from)) add(from, to, isBest);
    from = to;
  }
  return names;
}

function goesOn(label: number): boolean {
  const position = positionOfLabel(label);
  return position === 'inside' || position === 'end';
}

function tagged(
  from: number,
  to: number,
  isBest: boolean,
  best: Uint8Array,
  types: Float64Array,
): Omit<Tagged, keyof Span> {
  const means = TAGGED_TYPES.map((_, type) => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += types[at * TAGGED_TYPES.length + type] as number;
    return sum / (to - from);
  });
  const likeliest = TAGGED_TYPES[means.indexOf(Math.max(...means))] as TaggedType;
  const type = isBest ? (typeOfLabel(best[from] as number) as TaggedType) : likeliest;
  return { type, certainty: means[TAGGED_TYPES.indexOf(type)] as number, types: means, isBest };
}
