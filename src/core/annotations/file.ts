import { finished } from '../steps';
import type { Problem } from '../yaml/problem';
import { conflictIn } from '../yaml/read';
import { blocksOf, type Blocks } from './blocks';
import type { Annotation } from './model';
import { NOTHING, readItem, readWhole, type ItemRead, type ParsedAnnotationFile } from './read';
import { writeWhole, type FileEdit } from './write';

/** Larger files, with far more annotations than a person makes, would take too much memory. */
const LARGEST = 30_000_000;

/** A file of this length is read as a whole within a few milliseconds. */
const SHORT = 16_000;

/** Nobody reads more problems; a hostile file has tens of thousands. */
const MOST_PROBLEMS = 100;

/** The key above an annotation that is written on its own. */
const LIST = 'annotations:\n';
/** How many spaces we indent annotations. */
const INDENT = 2;
/** Stands for the annotations where only what is around them is written. */
const STAND_IN = '  - annotations\n';

/** A file, annotation by annotation. */
interface Cut {
  readonly blocks: Blocks;
  readonly items: readonly ItemRead[];
}

/** A file as it was read. */
interface Read {
  readonly yaml: string;
  /** Undefined if it is read as a whole. */
  readonly cut: Cut | undefined;
  readonly parsed: ParsedAnnotationFile;
}

/** How many annotations that are known already are passed over between two pauses. */
const KNOWN_AT_ONCE = 1000;

/**
 * Reads and writes annotation files one annotation at a time, and reads again only what has changed: in a file
 * of thousands, one changes at a time. A file that can't be cut like that is read and written as a whole.
 */
export class AnnotationFileReader {
  private known = new Map<string, ItemRead>();
  private last: Read | undefined;

  /**
   * Reads the YAML beside a document, with pauses; a text without content is an empty file. An annotation
   * that can't be read is left out, with a problem at its place (UTF-16 units). Never throws.
   */
  *steps(yaml: string): Generator<undefined, ParsedAnnotationFile> {
    return (yield* this.whole(yaml)).parsed;
  }

  /** As {@link steps}, without pauses: of a text that was read before only what has changed is read. */
  read(yaml: string): ParsedAnnotationFile {
    return finished(this.steps(yaml));
  }

  /**
   * The text of an annotation file after some changes. Comments, unknown keys and what can't be read
   * in annotations stay; annotations are sorted by position, their keys in a fixed order.
   *
   * @param yaml the present text; '' if there is no file
   * @param documentName the name of the document, for the comment at the top of a new file
   * @returns the new text, or undefined if the present one can't be read and so must not be replaced
   */
  edit(yaml: string, edits: readonly FileEdit[], documentName: string): string | undefined {
    const { cut, parsed } = finished(this.whole(yaml));
    if (!parsed.readable) return undefined;
    const isOurs = cut?.blocks.indent === INDENT && !yaml.includes('\r');
    return (isOurs && edited(cut, edits)) || writeWhole(yaml, edits, documentName);
  }

  private *whole(yaml: string): Generator<undefined, Read> {
    if (this.last?.yaml === yaml) return this.last;
    const conflict = conflictIn(yaml);
    if (conflict) {
      const parsed = { file: NOTHING, problems: [conflict], readable: false };
      return (this.last = { yaml, cut: undefined, parsed });
    }
    const cut = yaml.length <= LARGEST ? yield* this.cut(yaml) : undefined;
    const parsed = cut && parsedOf(cut);
    // As a whole it may be right after all, or its problems be told better; longer ones would take too long.
    const isRead = parsed && (parsed.readable || yaml.length > SHORT);
    this.last = isRead ? { yaml, cut, parsed } : { yaml, cut: undefined, parsed: readWhole(yaml) };
    return this.last;
  }

  private *cut(yaml: string): Generator<undefined, Cut | undefined> {
    const blocks = blocksOf(yaml);
    if (!blocks) return undefined;
    const items: ItemRead[] = [];
    for (const text of blocks.items) {
      const known = this.known.get(text);
      items.push(known ?? readItem(text));
      if (!known || items.length % KNOWN_AT_ONCE === 0) yield;
    }
    this.known = new Map(items.map((item) => [item.text, item]));
    return { blocks, items };
  }
}

/** The content of a file that was cut; unreadable if any part of it is. */
function parsedOf(cut: Cut): ParsedAnnotationFile {
  const { blocks, items } = cut;
  const frame = readWhole(blocks.head + blocks.tail);
  const problems = problemsOf(cut, frame.problems);
  if (!frame.readable || items.some((item) => item.isBroken)) {
    return { file: NOTHING, problems, readable: false };
  }
  const annotations = items.flatMap(({ annotation }) => annotation ?? []);
  annotations.sort((a, b) => a.selector.start - b.selector.start);
  const { corrections } = frame.file;
  return { file: { corrections, annotations }, problems, readable: true };
}

/** All problems, at their places in the file. */
function problemsOf({ blocks, items }: Cut, ofFrame: readonly Problem[]): Problem[] {
  const { length } = blocks.head;
  const behind = items.reduce((sum, { text }) => sum + text.length, 0);
  const problems = ofFrame.map((one) => (one.start < length ? one : movedBy(one, behind)));
  let at = length;
  for (const item of items) {
    problems.push(...item.problems.map((one) => movedBy(one, at)));
    at += item.text.length;
  }
  return problems.slice(0, MOST_PROBLEMS);
}

function movedBy(one: Problem, by: number): Problem {
  const fixes = one.fixes?.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + by, end: edit.end + by })),
  }));
  return { ...one, start: one.start + by, end: one.end + by, ...(fixes && { fixes }) };
}

/** An annotation that is to be written. */
interface Piece {
  readonly text: string;
  readonly id: string | undefined;
  readonly at: number | undefined;
}

/** The file with only the changed annotations written anew; undefined if that can't be done. */
function edited({ blocks, items }: Cut, edits: readonly FileEdit[]): string | undefined {
  let { head, tail } = blocks;
  let pieces: Piece[] = items.map(({ text, id, at }) => ({ text: withLineEnd(text), id, at }));
  for (const edit of edits) {
    if ('put' in edit) {
      const nth = pieces.findIndex(({ id }) => id === edit.put.id);
      const piece = written(edit.put, pieces[nth]?.text ?? '');
      if (!piece) return undefined;
      pieces.splice(nth < 0 ? pieces.length : nth, nth < 0 ? 0 : 1, piece);
    } else if ('remove' in edit) {
      pieces = pieces.filter(({ id }) => id !== edit.remove);
    } else {
      const frame = blocksOf(writeWhole(head + STAND_IN + tail, [edit], ''));
      if (!frame) return undefined;
      ({ head, tail } = frame);
    }
  }
  if (pieces.length === 0) return undefined;
  return head + inOrder(pieces).join('') + tail;
}

/** An annotation written into its present text; undefined if the result is no list of annotations. */
function written(annotation: Annotation, text: string): Piece | undefined {
  const whole = writeWhole(LIST + text, [{ put: annotation }], '');
  if (!whole.startsWith(LIST)) return undefined;
  const { id, selector } = annotation;
  return { text: whole.slice(LIST.length), id, at: selector.start };
}

/** Texts sorted by position; one without a position stays behind the one before it. */
function inOrder(pieces: readonly Piece[]): string[] {
  let last = 0;
  return pieces
    .map(({ text, at }) => ({ text, at: (last = at ?? last) }))
    .sort((a, b) => a.at - b.at)
    .map(({ text }) => text);
}

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
