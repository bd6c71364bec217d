import type { Analysis } from '../analysis';
import type { Anchored, Annotation } from '../annotations/model';
import type { Claim } from '../claims/model';
import type { ShownClaim } from '../claims/shown';
import type { Corrections, Turn } from '../interview/model';
import { isOnTopics, withByHand } from '../topics/byHand';
import type { TextLines } from '../text/lines';
import { byPlace, type Span } from '../text/span';
import { derivedGuid, guidOf } from './guid';

/** A document of the folder with all that is known of it. */
export interface ExchangeDocument {
  /** From the folder, with slashes. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly anchored: readonly Anchored[];
  /** Detected claims and those made or changed by hand, without the dismissed. */
  readonly claims: readonly ShownClaim[];
  readonly corrections: Corrections;
}

/** A stretch of text about which a person, or detection, says something. */
export interface Mark extends Span {
  readonly guid: string;
  readonly turn: Turn | undefined;
  /** What a person said about it. */
  readonly annotation?: Annotation;
  /** The claim that was detected there. */
  readonly claim?: Claim;
  /** Ids of the topics whose terms were found there. */
  readonly topics: readonly string[];
}

/** What goes into an export. */
export interface Choice {
  /** Whether to include what was found automatically, not only what people said. */
  readonly found: boolean;
  /** Whether to include what was dismissed or refused. */
  readonly dismissed: boolean;
}

/** The marks of a document in order of the text. Orphans have none, as their words are not in it. */
export function marksOf(document: ExchangeDocument, { found, dismissed }: Choice): Mark[] {
  const marks = [
    ...annotationMarks(document, dismissed),
    ...(found ? [...claimMarks(document), ...passageMarks(document)] : []),
  ];
  return marks.sort(byPlace);
}

function annotationMarks(document: ExchangeDocument, dismissed: boolean): Mark[] {
  const { path, analysis, anchored, claims } = document;
  const claimOf = new Map(claims.map(({ annotation, claim }) => [annotation, claim]));
  return anchored.flatMap(({ annotation, span }) => {
    if (!span || (onlyTakesAway(annotation) && !dismissed)) return [];
    const claim = claimOf.get(annotation);
    return {
      ...span,
      guid: guidOf(annotation.id, 'annotation', path),
      turn: analysis.turnAt(span.start),
      annotation,
      ...(claim && { claim }),
      topics: [],
    };
  });
}

/** Whether an annotation only takes something away: a claim, or topics. */
function onlyTakesAway(annotation: Annotation): boolean {
  return annotation.dismissed || (isOnTopics(annotation) && annotation.topics.length === 0);
}

function claimMarks({ path, analysis, claims }: ExchangeDocument): Mark[] {
  return claims.flatMap(({ start, end, claim, annotation }) => {
    if (!claim || annotation) return [];
    const guid = derivedGuid('claim', path, place(analysis.text, start), claim.kind);
    return { start, end, guid, turn: analysis.turnAt(start), claim, topics: [] };
  });
}

/** One mark for each passage, with all topics that it touches. */
function passageMarks({ path, analysis, anchored }: ExchangeDocument): Mark[] {
  // Topics tagged by hand have marks of their own; refused ones are taken away here.
  const refusals = anchored.map((one) => ({
    ...one,
    annotation: { ...one.annotation, topics: [] },
  }));
  const byStart = new Map<number, { mark: Mark; topics: string[] }>();
  for (const [topic, passages] of withByHand(analysis.topics(), analysis, refusals)) {
    for (const { span, turn } of passages) {
      const known = byStart.get(span.start);
      if (known) known.topics.push(topic);
      else {
        const topics = [topic];
        const guid = derivedGuid('passage', path, place(analysis.text, span.start));
        byStart.set(span.start, { mark: { ...span, guid, turn, topics }, topics });
      }
    }
  }
  return [...byStart.values()].map(({ mark }) => mark);
}

/** Line and column, which don't depend on the line ends. */
function place(text: TextLines, offset: number): string {
  const line = text.lineAt(offset);
  return `${line}:${offset - text.startOf(line)}`;
}
