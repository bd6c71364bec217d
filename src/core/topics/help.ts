import type { Span } from '../text/span';
import { FILE_KEYS, meantKey, TOPIC_KEYS, type TopicKey } from './keys';

/** What can be written at a place of a taxonomy’s file. */
export interface Completions extends Span {
  readonly kind: 'key' | 'id' | 'icon' | 'color' | 'entity';
  /** Keys that are allowed here and aren't used yet; empty for values. */
  readonly keys: readonly TopicKey[];
}

/** A word of the file that is a key, with its place. */
export interface KeyAt extends Span {
  readonly key: TopicKey;
}

const VALUES: Readonly<Record<string, Completions['kind']>> = {
  related: 'id',
  broader: 'id',
  narrower: 'id',
  icon: 'icon',
  color: 'color',
  entities: 'entity',
};

/** Lists whose items are topics; those of other keys are texts. */
const LISTS_OF_TOPICS = ['topics', 'children', 'narrower'];

const KEY_LINE = /^(\s*(?:- +)*)([\w-]*)$/;
const VALUE_LINE = /^(\s*(?:- +)*)([\w-]+):[ \t]+(?:.*[[,][ \t]*)?["']?([^"',[\]{}]*)$/;
const ITEM_LINE = /^(\s*)- +["']?([^"',[\]{}:]*)$/;

/**
 * What can be written at an offset, by the lines around it: a file that is being written is seldom
 * valid YAML.
 *
 * @returns undefined where nothing is offered
 */
export function completionsAt(text: string, offset: number): Completions | undefined {
  const lines = text.split('\n');
  const before = text.slice(0, offset).split('\n');
  const at = before.length - 1;
  const line = before[at] ?? '';
  return valuesAt(line, before.slice(0, at), offset) ?? keysAt(line, lines, at, offset);
}

/** Completions after a key whose values are known, or in a list of them. */
function valuesAt(line: string, above: readonly string[], offset: number): Completions | undefined {
  const [, , name = '', value = ''] = VALUE_LINE.exec(line) ?? [];
  const [, indent, item = ''] = ITEM_LINE.exec(line) ?? [];
  const ofList = indent === undefined ? '' : (listAbove(above, indent.length) ?? '');
  const key = name === '' ? ofList : name;
  const kind = Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
  const typed = name === '' ? item : value;
  return kind && { start: offset - typed.length, end: offset, kind, keys: [] };
}

function keysAt(
  line: string,
  lines: readonly string[],
  at: number,
  offset: number,
): Completions | undefined {
  const [, lead, typed = ''] = KEY_LINE.exec(line) ?? [];
  if (lead === undefined) return undefined;
  const isItem = lead.includes('-');
  const list = isItem ? listAbove(lines.slice(0, at), lead.indexOf('-')) : undefined;
  if (list !== undefined && !LISTS_OF_TOPICS.includes(list)) return undefined;
  const isOfFile = lead === '' && !lines.some((each) => each.startsWith('-'));
  const present = keysBeside(lines, at, lead.length, isItem);
  const keys = (isOfFile ? FILE_KEYS : TOPIC_KEYS).filter(({ name }) => !present.has(name));
  return { start: offset - typed.length, end: offset, kind: 'key', keys };
}

/** The key under the pointer. */
export function keyAt(text: string, offset: number): KeyAt | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(
    start,
    text.indexOf('\n', offset) < 0 ? undefined : text.indexOf('\n', offset),
  );
  for (const match of line.matchAll(/(?<=^\s*(?:- +)*|[{,]\s*)([\w-]+):/g)) {
    const [, name = ''] = match;
    const from = start + match.index;
    const key = meantKey(name);
    if (key && from <= offset && offset <= from + name.length) {
      return { key, start: from, end: from + name.length };
    }
  }
  return undefined;
}

/** The key of the list whose items have an indentation. */
function listAbove(lines: readonly string[], indent: number): string | undefined {
  for (let index = lines.length - 1; index >= 0; index--) {
    const [, lead = '', name] =
      /^(\s*(?:- +)*)([\w-]+):\s*(?:#.*)?$/.exec(lines[index] ?? '') ?? [];
    if (name !== undefined && lead.length <= indent) return name;
  }
  return undefined;
}

/** The other keys of the map to which a line at a column belongs. */
function keysBeside(
  lines: readonly string[],
  at: number,
  column: number,
  isFirst: boolean,
): Set<string> {
  const above = isFirst ? [] : lines.slice(0, at).reverse();
  const present = new Set<string>();
  for (const [side, isBelow] of [
    [above, false],
    [lines.slice(at + 1), true],
  ] as const) {
    for (const line of side) {
      const [lead = ''] = /^\s*(?:- +)*/.exec(line) ?? [];
      if (line.trim() === '' || lead.length > column) continue;
      const begins = lead.includes('-');
      if (lead.length < column || (begins && isBelow)) break;
      const [, name] = /^([\w-]+):/.exec(line.slice(lead.length)) ?? [];
      if (name !== undefined) present.add(name);
      if (begins) break;
    }
  }
  return present;
}
