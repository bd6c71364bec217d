import type { TextLines } from '../text/lines';
import { CodePoints } from './codePoints';
import type { Row } from './rows';
import { topicGuid } from './toCodes';

/** Units of context on either side of a quote. */
const CONTEXT = 32;

const CONTEXT_URI = 'http://www.w3.org/ns/anno.jsonld';

/** Who made what was found automatically. */
const SOFTWARE = { type: 'Software', name: 'Interview Lens' };

/**
 * Rows of one document as annotations of the W3C Web Annotation Data Model: the words by quote and
 * by position (in code points of the text as it is stored), codes as tags, topics as classes.
 *
 * @param source the IRI of the document, or a path relative to where the annotations are kept
 */
export function webAnnotations(text: TextLines, rows: readonly Row[], source: string): object[] {
  const points = new CodePoints(text.toString());
  return rows.map((row) => ({
    id: `urn:uuid:${row.guid}`,
    type: 'Annotation',
    motivation: row.note === undefined ? 'tagging' : ['tagging', 'commenting'],
    creator: row.found ? SOFTWARE : { type: 'Person', name: row.coder ?? 'Analyst' },
    body: bodiesOf(row),
    target: {
      source,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: row.quote,
          prefix: text.slice({ start: Math.max(0, row.start - CONTEXT), end: row.start }),
          suffix: text.slice({ start: row.end, end: Math.min(text.length, row.end + CONTEXT) }),
        },
        {
          type: 'TextPositionSelector',
          start: points.toPosition(row.start),
          end: points.toPosition(row.end),
        },
      ],
    },
  }));
}

function bodiesOf({
  kind,
  likelihood,
  confidence,
  status,
  rating,
  tags,
  topics,
  note,
}: Row): object[] {
  const words = [
    kind,
    likelihood,
    confidence && `confidence: ${confidence}`,
    status && `status: ${status}`,
    rating && `rating: ${rating}`,
    ...tags,
  ].filter((word) => word !== undefined);
  return [
    ...words.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ...topics.flatMap((topic) => [
      { type: 'SpecificResource', purpose: 'classifying', source: `urn:uuid:${topicGuid(topic)}` },
      { type: 'TextualBody', purpose: 'tagging', value: topic.label },
    ]),
    ...(note === undefined
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]),
  ];
}

/** Annotations as a collection of one page, as JSON-LD. */
export function annotationCollection(items: readonly object[], label: string): string {
  const collection = {
    '@context': CONTEXT_URI,
    type: 'AnnotationCollection',
    label,
    total: items.length,
    first: { type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}
