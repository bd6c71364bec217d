import type { Span } from '../text/span';

/**
 * What to remove from a YAML file to remove an item of a list: its comma, too, if the list is in brackets, or
 * else its line.
 *
 * @param item the span of the item's value
 */
export function itemSpan(yaml: string, item: Span): Span {
  const before = yaml.slice(0, item.start);
  const after = yaml.slice(item.end);
  const comma = /^\s*,\s*/.exec(after);
  if (comma) return { start: item.start, end: item.end + comma[0].length };
  const commaBefore = /\s*,\s*$/.exec(before.slice(-200));
  if (commaBefore) return { start: item.start - commaBefore[0].length, end: item.end };
  const mark = /(?:^|\n)[ \t]*-[ \t]+$/.exec(before.slice(-200));
  const rest = /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.exec(after);
  if (!mark || !rest) return item;
  const lineStart = before.lastIndexOf('\n') + 1;
  return { start: lineStart, end: item.end + rest[0].length };
}
