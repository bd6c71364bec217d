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
import { CLAIM_KINDS } from '../claims/model';
import { ROLES, type Corrections, type Role } from '../interview/model';
import { message, type Message } from '../message';
import type { Problem } from '../yaml/problem';
import { isAbsent, NodeReader, parseYaml, problem } from '../yaml/read';
import {
  ALIKE,
  CONFIDENCES,
  STATUSES,
  type Annotation,
  type AnnotationFile,
  type Selector,
} from './model';
import { parseRating, ratingText, type Rating } from './rating';

/** The version of the form that we write; files of later versions are left alone. */
const VERSION = 1;

const FILE_KEYS = ['version', 'document', 'annotations'];
const DOCUMENT_KEYS = ['interview', 'interviewers', 'roles', 'notSpeakers', 'samePerson'] as const;
const ANNOTATION_KEYS = [
  'id',
  'quote',
  'prefix',
  'suffix',
  'at',
  'alike',
  'times',
  'was',
  'kind',
  'tags',
  'status',
  'confidence',
  'rating',
  'topics',
  'notTopics',
  'note',
  'dismissed',
  'coder',
];

export interface ParsedAnnotationFile {
  readonly file: AnnotationFile;
  readonly problems: readonly Problem[];
  /** Whether the file may be written to: false if it is broken, conflicted or of a later version. */
  readonly readable: boolean;
}

/** A change of an annotation file. */
export type FileEdit =
  | { readonly put: Annotation }
  /** The id of an annotation. */
  | { readonly remove: string }
  | { readonly corrections: Corrections };

const NOTHING: AnnotationFile = { corrections: {}, annotations: [] };

/**
 * Reads the YAML beside a document; a text without content is an empty file. An annotation that
 * can't be read is left out, with a problem at its place (UTF-16 units). Never throws.
 */
export function parseAnnotationFile(yaml: string): ParsedAnnotationFile {
  const { document, problems } = parseYaml(yaml);
  if (!document) return { file: NOTHING, problems, readable: false };
  if (document.contents === null) return { file: NOTHING, problems, readable: true };
  const nodes = new NodeReader();
  const values = nodes.map(document.contents, FILE_KEYS);
  const refusal = refused(document.get('version'));
  if (!values || refusal) {
    const refusals = refusal ? [problem({ start: 0, end: 1 }, refusal)] : [];
    return {
      file: NOTHING,
      problems: [...problems, ...nodes.problems, ...refusals],
      readable: false,
    };
  }
  const corrections = readCorrections(nodes, values.get('document'));
  const items = nodes.items(values.get('annotations'), 'annotations');
  const annotations = items.flatMap((item) => readAnnotation(nodes, item) ?? []);
  annotations.sort((a, b) => a.selector.start - b.selector.start);
  return {
    file: { corrections, annotations },
    problems: [...problems, ...nodes.problems],
    readable: isListOrAbsent(values.get('annotations')),
  };
}

/** What is neither can't be added to. */
function isListOrAbsent(node: unknown): boolean {
  return isSeq(node) || isAbsent(node);
}

function refused(version: unknown): Message | undefined {
  if (version === undefined || version === VERSION) return undefined;
  return message(
    'This file is of version {0}, which this Interview Lens doesn’t know. Update it, or tag elsewhere.',
    String(version),
  );
}

function readCorrections(nodes: NodeReader, node: unknown): Corrections {
  const values = isMap(node) ? nodes.map(node, DOCUMENT_KEYS) : undefined;
  const interview = nodes.text(values?.get('interview'), 'interview');
  const interviewers = nodes.texts(values?.get('interviewers'), 'interviewers');
  const roles = readRoles(nodes, values?.get('roles'));
  const notSpeakers = nodes.texts(values?.get('notSpeakers'), 'notSpeakers');
  const samePerson = readPeople(nodes, values?.get('samePerson'));
  return {
    ...(interview !== undefined && { interview: interview === 'true' }),
    ...(interviewers.length > 0 && { interviewers }),
    ...(Object.keys(roles).length > 0 && { roles }),
    ...(notSpeakers.length > 0 && { notSpeakers }),
    ...(samePerson.length > 0 && { samePerson }),
  };
}

/** Roles by label or name; what is none is left out, with a problem. */
function readRoles(nodes: NodeReader, node: unknown): Record<string, Role> {
  if (node === undefined) return {};
  const names = isMap(node)
    ? node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''))
    : [];
  const values = nodes.map(node, names) ?? new Map<string, unknown>();
  const roles = [...values].flatMap(([name, value]): [string, Role][] => {
    const written = nodes.text(value, name);
    const role = ROLES.find((one) => one === written);
    if (role) return [[name, role]];
    nodes.error(value, message('A role is one of: {0}.', ROLES.join(', ')));
    return [];
  });
  return Object.fromEntries(roles);
}

/** Groups of two or more names; what is none is left out, with a problem. */
function readPeople(nodes: NodeReader, node: unknown): string[][] {
  return nodes.items(node, 'samePerson').flatMap((item) => {
    const names = isSeq(item) ? nodes.texts(item, 'samePerson') : [];
    if (names.length > 1) return [names];
    nodes.error(item, message('One person needs two or more names here: [Dr. Hale, HALE].'));
    return [];
  });
}

function readAnnotation(nodes: NodeReader, item: unknown): Annotation | undefined {
  const values = nodes.map(item, ANNOTATION_KEYS);
  if (!values) return undefined;
  const text = (key: string) => nodes.text(values.get(key), key);
  const id = text('id');
  const quote = text('quote');
  if (id === undefined || quote === undefined) {
    nodes.error(item, message('An annotation needs an id and a quote; this one is not used.'));
    return undefined;
  }
  const kind = oneOf(nodes, values.get('kind'), 'kind', CLAIM_KINDS);
  const confidence = oneOf(nodes, values.get('confidence'), 'confidence', CONFIDENCES);
  const status = oneOf(nodes, values.get('status'), 'status', STATUSES);
  const rating = readRating(nodes, values.get('rating'));
  const note = text('note');
  const was = text('was');
  const notTopics = nodes.texts(values.get('notTopics'), 'notTopics');
  const coder = text('coder');
  return {
    id,
    selector: readSelector(nodes, values, quote),
    ...(was !== undefined && { was }),
    ...(kind && { kind }),
    tags: nodes.texts(values.get('tags'), 'tags'),
    ...(status && { status }),
    ...(confidence && { confidence }),
    ...(rating && { rating }),
    topics: nodes.texts(values.get('topics'), 'topics'),
    ...(notTopics.length > 0 && { notTopics }),
    ...(note !== undefined && { note }),
    ...(text('dismissed') === 'true' && { dismissed: true }),
    ...(coder !== undefined && { coder }),
  };
}

function readSelector(
  nodes: NodeReader,
  values: ReadonlyMap<string, unknown>,
  quote: string,
): Selector {
  const [start = 0, end = start + quote.length] = nodes.texts(values.get('at'), 'at').map(Number);
  const alike = oneOf(nodes, values.get('alike'), 'alike', ALIKE);
  const times = Number(nodes.text(values.get('times'), 'times'));
  return {
    start: Number.isFinite(start) ? start : 0,
    end: Number.isFinite(end) ? end : 0,
    quote,
    prefix: nodes.verbatim(values.get('prefix')),
    suffix: nodes.verbatim(values.get('suffix')),
    ...(alike && { alike }),
    ...(times > 1 && Number.isSafeInteger(times) && { times }),
  };
}

function readRating(nodes: NodeReader, node: unknown): Rating | undefined {
  const given = nodes.text(node, 'rating');
  if (given === undefined) return undefined;
  const rating = parseRating(given);
  if (rating) return rating;
  const what = message(
    '“{0}” is no rating. Write a letter from A to F for the source, a digit from 1 to 6 for the information, or both: B2.',
    given,
  );
  nodes.warn(node, what);
  return undefined;
}

function oneOf<T extends string>(
  nodes: NodeReader,
  node: unknown,
  key: string,
  allowed: readonly T[],
): T | undefined {
  const given = nodes.text(node, key);
  const found = allowed.find((known) => known === given);
  if (given !== undefined && !found) {
    nodes.warn(
      node,
      message('“{0}” is no {1}. Possible are: {2}.', given, key, allowed.join(', ')),
    );
  }
  return found;
}

/**
 * The text of an annotation file after some changes. Comments, unknown keys and what can't be read
 * in annotations stay; annotations are sorted by position, their keys in a fixed order.
 *
 * @param yaml the present text; '' if there is no file
 * @param documentName the name of the document, for the comment at the top of a new file
 * @returns the new text, or undefined if the present one can't be read and so must not be replaced
 */
export function editAnnotationFile(
  yaml: string,
  edits: readonly FileEdit[],
  documentName: string,
): string | undefined {
  if (!parseAnnotationFile(yaml).readable) return undefined;
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

/** Changes only what is said anew, so that comments, unknown keys and what can't be read stay. */
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

/** Words from the text stay on one line: folded into lines, some white space in them would be lost. */
const LAYOUT = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
};

/** Lists stand on one line: `tags: [a, b]`. */
const FLOW = { flow: true };

function nodeFor(document: Document, key: string, value: unknown): Node {
  const node = document.createNode(value, FLOW);
  // Words from the text stay on one line, whatever is in them; a note may have lines.
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

/** Changes only what is decided anew, so that comments, unknown keys and what can't be read stay. */
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
  // What was decided about the document stands before what was said of its words.
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

/** Sorts by position; what has none that can be read stays behind what it stood behind. */
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

function idOf(item: unknown): string | undefined {
  const id = isMap(item) ? item.get('id') : undefined;
  return id === undefined ? undefined : String(id);
}

function positionOf(item: unknown): number | undefined {
  const at = isMap(item) ? item.get('at') : undefined;
  const start = isSeq(at) ? Number(at.get(0)) : NaN;
  return Number.isFinite(start) ? start : undefined;
}
