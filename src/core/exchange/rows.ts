import type { Annotation } from '../annotations/model';
import { ratingText } from '../annotations/rating';
import type { ClaimKind, EstimativeTerm } from '../claims/model';
import type { Codebook } from '../codebook/model';
import type { Role } from '../interview/model';
import { allTopics, type Taxonomy, type Topic } from '../topics/model';
import { marksOf, type Choice, type ExchangeDocument, type Mark } from './document';

/** A stretch of text with all that is said about it, in words: a row of a table, an entry of a report. */
export interface Row {
  readonly guid: string;
  /** The document's path in the folder. */
  readonly document: string;
  /** From 1. */
  readonly line: number;
  readonly lastLine: number;
  /** In UTF-16 units of the document. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The speaker's name; '' where nobody speaks. */
  readonly speaker: string;
  readonly role: Role | undefined;
  /** Whether it was only found automatically. */
  readonly found: boolean;
  readonly kind?: ClaimKind;
  readonly likelihood?: EstimativeTerm;
  /** Who is reported to claim it, if it isn't the speaker. */
  readonly reported?: string;
  /** Names of codes, with the codes above them, and free tags. */
  readonly tags: readonly string[];
  readonly topics: readonly Topic[];
  readonly confidence?: string;
  readonly status?: string;
  readonly rating?: string;
  readonly note?: string;
  readonly coder?: string;
}

/** Makes rows of documents, with the names of topics and codes. */
export class RowMaker {
  private readonly topics: ReadonlyMap<string, Topic>;

  constructor(
    taxonomy: Taxonomy,
    private readonly codebook: Codebook,
  ) {
    this.topics = new Map([...allTopics(taxonomy.topics)].map((topic) => [topic.id, topic]));
  }

  /** The rows of a document in order of the text, without dismissed claims. */
  rows(document: ExchangeDocument, choice: Pick<Choice, 'found'>): Row[] {
    const marks = marksOf(document, { ...choice, dismissed: false });
    return marks.map((mark) => this.row(document, mark));
  }

  private row({ path, analysis: { text } }: ExchangeDocument, mark: Mark): Row {
    const { guid, start, end, turn, annotation } = mark;
    const topics = [...(annotation?.topics ?? []), ...mark.topics];
    return {
      guid,
      document: path,
      line: text.lineAt(start) + 1,
      lastLine: text.lineAt(Math.max(start, end - 1)) + 1,
      start,
      end,
      quote: text.slice({ start, end }),
      speaker: turn?.speaker?.name ?? '',
      role: turn?.role,
      found: !annotation,
      ...claimed(mark),
      tags: (annotation?.tags ?? []).map((tag) => this.codebook.pathOf(tag).join(' › ')),
      topics: topics.flatMap((id) => this.topics.get(id) ?? []),
      ...(annotation && said(annotation)),
    };
  }
}

function claimed({ annotation, claim }: Mark): Partial<Row> {
  const kind = annotation?.kind ?? claim?.kind;
  const likelihood = claim?.likelihood?.term;
  return {
    ...(kind && { kind }),
    ...(likelihood && { likelihood }),
    ...(claim?.source.reported && { reported: claim.source.name }),
  };
}

function said({ confidence, status, rating, note, coder }: Annotation): Partial<Row> {
  return {
    ...(confidence && { confidence }),
    ...(status && { status }),
    ...(rating && { rating: ratingText(rating) }),
    ...(note !== undefined && { note }),
    ...(coder !== undefined && { coder }),
  };
}
