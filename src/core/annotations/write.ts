import {
  isMap,
  isScalar,
  isSeq,
  Pair,
  parseDocument,
  Scalar,
  YAMLMap,
  YAMLSeq,
  Document,
  type Node,
} from 'yaml';
import type { Corrections } from '../interview/model';
import { NodeReader } from '../yaml/read';
import { DOCUMENT_KEYS, type Annotation, type AnnotationFile } from './model';
import { ratingText } from './rating';
import { idOf, positionOf, readAnnotation, readCorrections, VERSION } from './read';

/** A change of an annotation file. */
export type FileEdit =
  | { readonly put: Annotation }
  /** The id of an annotation. */
  | { readonly remove: string }
  | { readonly corrections: Corrections };

/**
 * The text of a readable annotation file after some changes, all of it written anew.
 *
 * @param yaml the present text; '' if there is no file
 * @param documentName the name of the document, for the comment at the top of a new file
 */
export function writeWhole(yaml: string, edits: readonly FileEdit[], documentName: string): string {
  const document: Document = parseDocument(yaml);
  if (document.contents === null) startFile(document, documentName);
  for (const edit of edits) {
    if ('put' in edit) put(document, edit.put);
    else if ('remove' in edit) remove(document, edit.remove);
    else setCorrections(document, edit.corrections);
  }
  sort(document);
  return document.toString(LAYOUT);
}

/**
 * The text of a new annotation file, of any number of annotations.
 *
 * @param documentName the name of the document, for the comment at the top
 */
export function newAnnotationFile(
  { corrections, annotations }: AnnotationFile,
  documentName: string,
): string {
  const document = new Document<Node>();
  startFile(document, documentName);
  setCorrections(document, corrections);
  const list = annotationList(document);
  for (const annotation of annotations) list.add(mapOf(document, annotation));
  sort(document);
  return document.toString(LAYOUT);
}

function mapOf(document: Document, annotation: Annotation): YAMLMap {
  const map = new YAMLMap();
  for (const [key, value] of Object.entries(storedForm(annotation))) {
    if (value !== undefined) map.set(key, nodeFor(document, key, value));
  }
  return map;
}

function startFile(document: Document, name: string): void {
  const of = name === '' ? '' : ` of ${name.replace(/\p{Cc}/gu, ' ')}`;
  document.commentBefore ??= ` Annotations${of}, made with Interview Lens. Safe to edit by hand.`;
  document.contents = document.createNode({ version: VERSION });
}

/** Changes only what differs, so that comments, unknown keys and what can't be read stay. */
function put(document: Document, annotation: Annotation): void {
  const list = annotationList(document);
  const item = list.items.find((one) => idOf(one) === annotation.id);
  const target = isMap(item) ? item : new YAMLMap();
  const known = isMap(item) ? readAnnotation(new NodeReader(), item) : undefined;
  const before = known && storedForm(known);
  for (const [key, value] of Object.entries(storedForm(annotation))) {
    if (JSON.stringify(value) === JSON.stringify(before?.[key])) continue;
    if (value === undefined) target.delete(key);
    else target.set(key, nodeFor(document, key, value));
  }
  if (!item) list.add(target);
}

/** Words from the text stay on one line: if they were folded, some of their white space would be lost. */
const LAYOUT = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
};

/** Lists are written on one line: `tags: [a, b]`. */
const FLOW = { flow: true };

function nodeFor(document: Document, key: string, value: unknown): Node {
  const node = document.createNode(value, FLOW);
  // Words from the text stay on one line, whatever they hold; a note may have several.
  if (isScalar(node) && key !== 'note' && String(value).includes('\n')) {
    node.type = Scalar.QUOTE_DOUBLE;
  }
  return node;
}

/** The keys in the order in which they are written; undefined is left out. */
function storedForm(annotation: Annotation): Record<string, unknown> {
  const { id, selector, was, kind, tags, topics, status, confidence, rating } = annotation;
  const { notTopics, note, dismissed, coder } = annotation;
  return {
    id,
    quote: selector.quote,
    prefix: selector.prefix,
    suffix: selector.suffix,
    at: [selector.start, selector.end],
    alike: selector.alike,
    times: selector.times,
    was,
    kind,
    tags: tags.length > 0 ? tags : undefined,
    status,
    confidence,
    rating: rating && ratingText(rating),
    topics: topics.length > 0 ? topics : undefined,
    notTopics: notTopics && notTopics.length > 0 ? notTopics : undefined,
    note,
    dismissed: dismissed ? true : undefined,
    coder,
  };
}

function remove(document: Document, id: string): void {
  const list = annotationList(document);
  list.items = list.items.filter((item) => idOf(item) !== id);
}

/** Changes only decisions that differ, so that comments, unknown keys and what can't be read stay. */
function setCorrections(document: Document, corrections: Corrections): void {
  const present = document.get('document');
  const target = isMap(present) ? present : new YAMLMap();
  const known = readCorrections(new NodeReader(), target);
  for (const key of DOCUMENT_KEYS) {
    const value = corrections[key];
    if (JSON.stringify(value) === JSON.stringify(known[key])) continue;
    if (value === undefined) target.delete(key);
    else target.set(key, document.createNode(value, FLOW));
  }
  if (target.items.length === 0) {
    document.delete('document');
    return;
  }
  if (isMap(present) || !isMap(document.contents)) return;
  // Decisions about the document come before annotations.
  const { items } = document.contents;
  const before = items.findIndex(({ key }) => (isScalar(key) ? key.value : key) === 'annotations');
  items.splice(before < 0 ? items.length : before, 0, new Pair(new Scalar('document'), target));
}

/** The list of annotations, made where there is none. */
function annotationList(document: Document): YAMLSeq {
  const present = document.get('annotations');
  if (isSeq(present)) {
    present.flow = false;
    return present;
  }
  const made = new YAMLSeq();
  document.set('annotations', made);
  return made;
}

/** Sorts by position; an annotation without a readable one stays behind the one before it. */
function sort(document: Document): void {
  const list = document.get('annotations');
  if (!isSeq(list)) return;
  if (list.items.length === 0) {
    document.delete('annotations');
    return;
  }
  let last = 0;
  list.items = list.items
    .map((item) => ({ item, at: (last = positionOf(item) ?? last) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
