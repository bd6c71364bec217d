import type { Line, TextLines } from '../text/lines';
import { spanMoved } from '../text/span';
import type { LineFacts } from './lineFacts';
import type { Interview, Region, Turn } from './model';
import { exchangesOf, regionsWithin, turnOf, type Structure } from './structure';

/** More changed lines than these are read anew with the whole document. */
const MOST_LINES = 8;

/**
 * The structure after an edit within the lines of one speech that tells nothing new about them: a
 * letter typed into a paragraph. Only that speech is looked at; what stands behind it moves. The
 * result is that of a fresh reading; undefined where that takes one.
 */
export function followed(
  before: TextLines,
  structure: Structure,
  after: TextLines,
  factsOf: (line: Line) => LineFacts,
): Structure | undefined {
  const changed = changedLines(before, after);
  if (!changed) return undefined;
  if (changed.first === changed.end) return structure;
  const { facts, speeches, footer, mayQuote } = structure;
  // A pull quote is one as long as its words stand elsewhere.
  if (mayQuote) return undefined;
  const index = lastAtOrBefore(speeches, changed.first);
  const end = Math.min(speeches[index + 1]?.first ?? footer, footer);
  // What stands before the first turn tells names, and may be front matter.
  if (index < 0 || changed.end > end) return undefined;
  const known = facts.slice();
  for (let line = changed.first; line < changed.end; line++) {
    const now = factsOf(after.lines[line] as Line);
    if (!areAlike(facts[line] as LineFacts, now)) return undefined;
    known[line] = now;
  }
  return { ...structure, facts: known, parts: moved(before, structure, after, known, index) };
}

/** The lines that differ, where the numbers of lines are the same; half-open. */
function changedLines(
  { lines: before }: TextLines,
  { lines: after }: TextLines,
): { first: number; end: number } | undefined {
  if (before.length !== after.length) return undefined;
  let first = 0;
  while (first < before.length && before[first] === after[first]) first++;
  let end = before.length;
  while (end > first && before[end - 1] === after[end - 1]) end--;
  return end - first <= MOST_LINES ? { first, end } : undefined;
}

/** The last of some items, in order, that begins at a line or before it; −1 if none does. */
function lastAtOrBefore(items: readonly { readonly first: number }[], line: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as { first: number }).first <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether all that is judged over the document is the same of two lines. */
function areAlike(a: LineFacts, b: LineFacts): boolean {
  const apart = { label: undefined, mark: undefined, asides: undefined };
  return (
    areEqual(a.label, b.label) &&
    areEqual(a.mark, b.mark) &&
    areEqual({ ...a, ...apart }, { ...b, ...apart })
  );
}

/** Whether all properties have the same values. */
function areEqual(a: object | undefined, b: object | undefined): boolean {
  if (!a || !b) return a === b;
  const other = b as Record<string, unknown>;
  return Object.entries(a).every(([key, value]) => other[key] === value);
}

function moved(
  before: TextLines,
  { script, speeches, parts }: Structure,
  after: TextLines,
  facts: readonly LineFacts[],
  index: number,
): Structure['parts'] {
  const by = after.length - before.length;
  const speech = speeches[index] as Structure['speeches'][number];
  const next = speeches[index + 1]?.first ?? Infinity;
  const turn = turnOf(after, facts, script, speech, parts.turns[index] as Turn);
  const turns = [
    ...parts.turns.slice(0, index),
    turn,
    ...parts.turns.slice(index + 1).map((later) => turnMoved(later, by)),
  ];
  const start = before.lineSpan(speech.first).start;
  const end =
    next === Infinity ? footerStart(parts.regions, before.length) : before.lineSpan(next).start;
  const regions: Region[] = [];
  for (const region of parts.regions) if (region.span.start < start) regions.push(region);
  regions.push(...inOrder(regionsWithin(after, facts, script, speech)));
  for (const region of parts.regions) {
    if (region.span.start >= end) regions.push({ ...region, span: spanMoved(region.span, by) });
  }
  const { outlet } = parts.metadata;
  // A magazine may be known by a label that stands behind what was typed.
  const isBehind = outlet !== undefined && outlet.start >= end;
  const metadata = isBehind ? { ...parts.metadata, outlet: spanMoved(outlet, by) } : parts.metadata;
  return { ...parts, metadata, turns, regions, exchanges: exchangesOf(turns) };
}

/** Where the footer begins, which is behind the last speech; the text’s end if there is none. */
function footerStart(regions: Interview['regions'], length: number): number {
  const last = regions.at(-1);
  return last?.kind === 'footer' ? last.span.start : length;
}

function inOrder(regions: Region[]): Region[] {
  return regions.sort((a, b) => a.span.start - b.span.start);
}

function turnMoved(turn: Turn, by: number): Turn {
  if (by === 0) return turn;
  return {
    ...turn,
    span: spanMoved(turn.span, by),
    label: turn.label && spanMoved(turn.label, by),
    paragraphs: turn.paragraphs.map((paragraph) => spanMoved(paragraph, by)),
  };
}
