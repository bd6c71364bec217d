import { ANNOTATION_KEYS } from './read';

/** An annotation file, cut into parts that can be read, written or left alone separately. */
export interface Blocks {
  /** Up to the first annotation. */
  readonly head: string;
  /** Each annotation, with the comments above it. */
  readonly items: readonly string[];
  /** What stands behind the last one. */
  readonly tail: string;
  /** How many spaces stand before the `-` of annotations. */
  readonly indent: number;
}

/** The beginning of a line that ends the list: a key of the file, or the mark of another document. */
const END =
  /([^\s"':][^\n"':]*):(?=\s|$)|"[^\n"]*"[ \t]*:(?=\s|$)|'[^\n']*'[ \t]*:(?=\s|$)|(?:---|\.\.\.)(?=\s|$)/y;

const LIST = /^annotations:[ \t]*(?:#.*)?\r?\n/gm;

/**
 * Cuts an annotation file at its annotations, by the indentation of lines alone. Where a line only looks like
 * the beginning of an annotation (within quotation marks, say), the blocks can't be read separately; that
 * shows when they are read. Lines that are out of place go with the annotation before them.
 *
 * @returns undefined if the file has no list with one annotation a block
 */
export function blocksOf(yaml: string): Blocks | undefined {
  const begin = beginOfList(yaml);
  if (begin === undefined) return undefined;
  const starts: number[] = [];
  let indent: number | undefined;
  /** Where the comments begin that belong to the next annotation, unless what follows continues the last one. */
  let comments: number | undefined;
  let at = begin;
  for (let next = at; at < yaml.length; at = next) {
    const line = lineAt(yaml, at);
    ({ next } = line);
    if (line.what === 'dash') indent ??= line.depth;
    const part = partOf(line, indent);
    if (part === 'end') break;
    if (part === 'odd') return undefined;
    if (part === 'comment') comments ??= at;
    if (part === 'item') starts.push(comments ?? at);
    if (part === 'item' || part === 'inside') comments = undefined;
  }
  // The first dash begins an annotation.
  if (indent === undefined) return undefined;
  return { head: yaml.slice(0, starts[0]), ...cutAt(yaml, starts, comments ?? at), indent };
}

function cutAt(
  yaml: string,
  starts: readonly number[],
  end: number,
): Pick<Blocks, 'items' | 'tail'> {
  const items = starts.map((start, nth) => yaml.slice(start, starts[nth + 1] ?? end));
  return { items, tail: yaml.slice(end) };
}

/** Where the first line of the only list begins. */
function beginOfList(yaml: string): number | undefined {
  const [list, another] = yaml.matchAll(LIST);
  return list && !another ? list.index + list[0].length : undefined;
}

/** What a line is to the list: `inside` the annotation before it, or `end`, the first line after the list. */
function partOf(
  { depth, what }: Line,
  indent = Infinity,
): 'comment' | 'end' | 'inside' | 'item' | 'nothing' | 'odd' {
  if (what === 'empty') return 'nothing';
  if (what === 'comment') return depth <= indent ? 'comment' : 'nothing';
  if (depth > indent) return 'inside';
  if (what === 'dash' && depth === indent) return 'item';
  // Keys of the file may be indented as deep as the dashes.
  if (what === 'end') return 'end';
  return indent === Infinity ? 'odd' : 'inside';
}

interface Line {
  /** How many spaces it begins with. */
  readonly depth: number;
  readonly what: 'empty' | 'comment' | 'dash' | 'end' | 'other';
  /** Where the next one begins. */
  readonly next: number;
}

function lineAt(text: string, at: number): Line {
  const end = text.indexOf('\n', at);
  const next = end < 0 ? text.length : end + 1;
  let first = at;
  while (text[first] === ' ') first++;
  const [unit, behind] = [text[first], text[first + 1]];
  const isEnd = (one: string | undefined) => one === undefined || one === '\n' || one === '\r';
  const depth = first - at;
  if (isEnd(unit)) return { depth, what: 'empty', next };
  if (unit === '#') return { depth, what: 'comment', next };
  if (unit === '-' && (behind === ' ' || isEnd(behind))) return { depth, what: 'dash', next };
  return { depth, what: isEndAt(text, at) ? 'end' : 'other', next };
}

/** Whether the list really ends here, where nothing is indented: keys of an annotation may just have lost their indentation. */
function isEndAt(text: string, at: number): boolean {
  END.lastIndex = at;
  const found = END.exec(text);
  return found !== null && !ANNOTATION_KEYS.includes(found[1]?.trim() ?? '');
}
