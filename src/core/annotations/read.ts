import { isMap, isScalar, isSeq } from 'yaml';
import { CLAIM_KINDS } from '../claims/model';
import { ROLES, type Corrections, type Role } from '../interview/model';
import { message, type Message } from '../message';
import type { Problem } from '../yaml/problem';
import { isAbsent, NodeReader, parseYaml, problem } from '../yaml/read';
import {
  ALIKE,
  CONFIDENCES,
  DOCUMENT_KEYS,
  STATUSES,
  type Annotation,
  type AnnotationFile,
  type Selector,
} from './model';
import { parseRating, type Rating } from './rating';

/** The version of the format that we write; files of later versions are left alone. */
export const VERSION = 1;

const FILE_KEYS = ['version', 'document', 'annotations'];
export const ANNOTATION_KEYS = [
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

/** What else is written, as “yes”, is neither: a decision is not to be misread. */
const TRUE_OR_FALSE = ['true', 'false'] as const;

/** How many problems are told of an annotation that is no YAML: later ones follow from the first. */
const MOST_PROBLEMS = 3;

export interface ParsedAnnotationFile {
  readonly file: AnnotationFile;
  readonly problems: readonly Problem[];
  /** Whether the file may be written to: false if it is broken, conflicted or of a later version. */
  readonly readable: boolean;
}

export const NOTHING: AnnotationFile = { corrections: {}, annotations: [] };

/** Reads an annotation file as a whole: what is wrong with it is told, whatever it is. */
export function readWhole(yaml: string): ParsedAnnotationFile {
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
    readable: isListOrAbsent(values.get('annotations')) && isMapOrAbsent(values.get('document')),
  };
}

/** One annotation of a file that is read annotation by annotation. */
export interface ItemRead {
  readonly text: string;
  /** Undefined if it can't be used; the problems tell why. */
  readonly annotation: Annotation | undefined;
  /** Known even if the annotation can't be used. */
  readonly id: string | undefined;
  /** The start it gives; undefined if it gives none. */
  readonly at: number | undefined;
  /** Their offsets are those of the item's text. */
  readonly problems: readonly Problem[];
  /** Whether it isn't, on its own, the YAML of one annotation. */
  readonly isBroken: boolean;
}

/** Reads one annotation, with the comments above it and the `-` before it. */
export function readItem(text: string): ItemRead {
  const { document, problems } = parseYaml(text);
  const items = isSeq(document?.contents) ? document.contents.items : [];
  const [item] = items;
  if (!document || items.length !== 1) {
    return {
      text,
      annotation: undefined,
      id: undefined,
      at: undefined,
      problems: problems.slice(0, MOST_PROBLEMS),
      isBroken: true,
    };
  }
  const nodes = new NodeReader();
  const annotation = readAnnotation(nodes, item);
  const { problems: found } = nodes;
  return {
    text,
    annotation,
    id: idOf(item),
    at: positionOf(item),
    problems: found,
    isBroken: false,
  };
}

/** Nothing can be added to anything else. */
function isListOrAbsent(node: unknown): boolean {
  return isSeq(node) || isAbsent(node);
}

function isMapOrAbsent(node: unknown): boolean {
  return isMap(node) || isAbsent(node);
}

function refused(version: unknown): Message | undefined {
  if (version === undefined || version === VERSION) return undefined;
  return message(
    'This file is of version {0}, which this version of Interview Lens doesn’t know. Update Interview Lens to read it.',
    String(version),
  );
}

export function readCorrections(nodes: NodeReader, node: unknown): Corrections {
  const values = isAbsent(node) ? undefined : nodes.map(node, DOCUMENT_KEYS);
  const interview = oneOf(nodes, values?.get('interview'), 'interview', TRUE_OR_FALSE);
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

/** Roles by label or name; an invalid one is left out, with a problem. */
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

/** Groups of two or more names; an invalid one is left out, with a problem. */
function readPeople(nodes: NodeReader, node: unknown): string[][] {
  return nodes.items(node, 'samePerson').flatMap((item) => {
    const names = isSeq(item) ? nodes.texts(item, 'samePerson') : [];
    if (names.length > 1) return [names];
    nodes.error(item, message('One person needs two or more names here: [Dr. Hale, HALE].'));
    return [];
  });
}

export function readAnnotation(nodes: NodeReader, item: unknown): Annotation | undefined {
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
  const dismissed = oneOf(nodes, values.get('dismissed'), 'dismissed', TRUE_OR_FALSE);
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
    ...(dismissed === 'true' && { dismissed: true }),
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

export function idOf(item: unknown): string | undefined {
  const id = isMap(item) ? item.get('id') : undefined;
  return id === undefined ? undefined : String(id);
}

export function positionOf(item: unknown): number | undefined {
  const at = isMap(item) ? item.get('at') : undefined;
  const start = isSeq(at) ? Number(at.get(0)) : NaN;
  return Number.isFinite(start) ? start : undefined;
}
