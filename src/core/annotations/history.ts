import type { FileEdit } from './write';
import type { Annotation, AnnotationFile, Selector } from './model';

/** A change of an annotation file, with what it replaced. */
export interface Change {
  readonly edits: readonly FileEdit[];
  /** What takes each of the edits back, in the same order. */
  readonly inverse: readonly FileEdit[];
}

/** An annotation attached to other words by a person, who has thereby reviewed it. */
export function attachedTo(annotation: Annotation, selector: Selector): Annotation {
  const { was, ...rest } = annotation;
  return was === undefined ? { ...annotation, selector } : { ...rest, selector };
}

/** What a file holds after some changes. */
export function afterEdits(content: AnnotationFile, edits: readonly FileEdit[]): AnnotationFile {
  if (edits.length === 0) return content;
  let { corrections } = content;
  const byId = new Map(content.annotations.map((annotation) => [annotation.id, annotation]));
  for (const edit of edits) {
    if ('put' in edit) byId.set(edit.put.id, edit.put);
    else if ('remove' in edit) byId.delete(edit.remove);
    else ({ corrections } = edit);
  }
  const annotations = [...byId.values()];
  return {
    corrections,
    annotations: annotations.sort((a, b) => a.selector.start - b.selector.start),
  };
}

/** A change before it is made. */
export function changeOf(content: AnnotationFile, edits: readonly FileEdit[]): Change {
  const inverse = edits.map((edit): FileEdit => {
    if ('corrections' in edit) return { corrections: content.corrections };
    const id = idOf(edit);
    const before = annotationIn(content, id);
    return before ? { put: before } : { remove: id };
  });
  return { edits, inverse };
}

/** The change that takes a change back; taken back itself, it makes the change again. */
export function reversed({ edits, inverse }: Change): Change {
  return { edits: inverse, inverse: edits };
}

/**
 * What takes a change back. Annotations stay where they have moved to since.
 *
 * @param content the present content of the file
 * @returns undefined if somebody else has changed the same again since: their change stays
 */
export function takingBack(
  content: AnnotationFile,
  { edits, inverse }: Change,
): FileEdit[] | undefined {
  if (!edits.every((edit) => isStill(content, edit))) return undefined;
  return inverse.map((edit, index) => {
    if (!('put' in edit)) return edit;
    const present = annotationIn(content, edit.put.id);
    const done = edits[index];
    const stayed = done && 'put' in done && sameWords(done.put, edit.put);
    if (!present || !stayed) return edit;
    const { was, ...before } = edit.put;
    const wasNow = present.was ?? was;
    return {
      put: { ...before, selector: present.selector, ...(wasNow !== undefined && { was: wasNow }) },
    };
  });
}

function isStill(content: AnnotationFile, edit: FileEdit): boolean {
  if ('corrections' in edit) {
    return JSON.stringify(content.corrections) === JSON.stringify(edit.corrections);
  }
  const present = annotationIn(content, idOf(edit));
  return 'put' in edit ? !!present && said(present) === said(edit.put) : !present;
}

/** What an annotation says, wherever its words are and whatever they have become. */
function said(annotation: Annotation): string {
  const rest = { ...annotation, selector: undefined, was: undefined };
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function sameWords(a: Annotation, b: Annotation): boolean {
  return a.selector.quote === b.selector.quote && a.selector.start === b.selector.start;
}

function idOf(edit: Exclude<FileEdit, { corrections: unknown }>): string {
  return 'put' in edit ? edit.put.id : edit.remove;
}

function annotationIn({ annotations }: AnnotationFile, id: string): Annotation | undefined {
  return annotations.find((annotation) => annotation.id === id);
}
