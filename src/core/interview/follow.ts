import { changedBetween, type Changed } from '../text/changed';
import type { Line, TextLines } from '../text/lines';
import { spanMoved } from '../text/span';
import { recognise } from './evidence';
import { bestOf, type Explained } from './explain';
import { firstLine, tellAlike } from './labels';
import { blocksIn, footerStart, lastAtOrBefore, speechOf } from './layout';
import type { LineFacts } from './lineFacts';
import type { Corrections, Recognition } from './model';
import { isInQuote, quoteAlike } from './pullQuotes';
import { retallied, saidIn } from './said';
import { retaken, type Script } from './script';
import { questionsAlike } from './unlabelled';
import { pieceOf, rolesIn, type Heard, type Structure } from './structure';

/** More changed lines than these are read anew with the whole document. */
const MOST_LINES = 8;

/** What is known of a document, and follows small edits. */
export interface Followed {
  /** All explanations that the document allows; the structure is that of the best. */
  readonly explained: readonly Explained[];
  readonly structure: Structure;
  readonly recognition: Recognition;
}

/** What is known of the last version. */
interface Last extends Followed {
  readonly text: TextLines;
  readonly corrections: Corrections;
}

type Lines = Pick<Changed, 'first' | 'end'>;

/**
 * What is known after an edit within the lines of one speech by which turns begin where they did: words
 * typed into a paragraph. Only that speech is looked at, and the evidence that it gives. The result is
 * that of a fresh reading; undefined where that takes one.
 */
export function followed(
  last: Last,
  after: TextLines,
  factsOf: (line: Line) => LineFacts,
): Followed | undefined {
  const { text: before, corrections, structure } = last;
  const lines = changedLines(before, after);
  if (!lines) return undefined;
  if (lines.first === lines.end) return last;
  const { script, quotes, footer } = structure;
  const index = lastAtOrBefore(script.starts, lines.first);
  const end = Math.min(script.starts[index + 1] ?? footer, footer);
  // What stands before the first turn tells names, and may be front matter.
  if (index < 0 || lines.end > end) return undefined;
  const facts = structure.facts.slice();
  for (let line = lines.first; line < lines.end; line++) {
    const now = factsOf(after.lines[line] as Line);
    if (!areAlike(structure.facts[line] as LineFacts, now)) return undefined;
    facts[line] = now;
  }
  if (areSetOff(structure, facts, lines) || !quoteAlike(quotes, before, after, lines))
    return undefined;
  const explained = last.explained.map((one) => explainedAgain(one, structure.facts, facts, lines));
  if (!explained.every((one) => one !== undefined)) return undefined;
  const best = bestOf(explained);
  if (!best || explained.indexOf(best) !== last.explained.findIndex((one) => one.script === script))
    return undefined;
  const recognition = recognise(best.evidence, corrections);
  if (!recognition.isInterview) return undefined;
  const now = withSpeech(last, after, facts, best.script, index);
  return now && { explained, structure: now, recognition };
}

/** The lines that differ, where the numbers of lines are the same; half-open. */
function changedLines(
  { lines: before }: TextLines,
  { lines: after }: TextLines,
): Lines | undefined {
  if (before.length !== after.length) return undefined;
  const changed = changedBetween(before, after);
  return changed.end - changed.first <= MOST_LINES ? changed : undefined;
}

/** What may change of a line without anybody beginning or ceasing to speak or ask. */
const MAY_CHANGE = {
  words: 0,
  hasQuestion: false,
  isSentence: false,
  promotion: 0,
  sponsorship: 0,
  asides: [],
  saysI: false,
  saysWe: false,
  isSecondPerson: false,
  namesSubjects: false,
} satisfies Partial<LineFacts>;

/** Whether what decides where turns begin is the same of two lines. */
function areAlike(a: LineFacts, b: LineFacts): boolean {
  const apart = { ...MAY_CHANGE, label: undefined, mark: undefined };
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

/** Whether lines are what asks, or may quote, by its form: of that every word counts. */
function areSetOff(
  { facts: before, script }: Structure,
  facts: readonly LineFacts[],
  lines: Lines,
): boolean {
  const isStart = (line: number) => script.starts[lastAtOrBefore(script.starts, line)] === line;
  for (let line = lines.first; line < lines.end; line++) {
    if (isInQuote(facts, line, isStart)) return true;
  }
  return !questionsAlike(before, facts, lines);
}

function explainedAgain(
  { script, evidence }: Explained,
  before: readonly LineFacts[],
  facts: readonly LineFacts[],
  lines: Lines,
): Explained | undefined {
  const uses = script.people.flatMap(({ labels }) => labels);
  // What stands before the first turn tells names.
  if (lines.first < Math.max(script.starts[0] ?? 0, uses.length > 0 ? firstLine(uses) : 0))
    return undefined;
  for (let line = lines.first; line < lines.end; line++) {
    if (!tellAlike(before[line] as LineFacts, facts[line] as LineFacts, uses)) return undefined;
  }
  const now = retaken(script, before, facts, lines);
  return now && { script: now, evidence: { ...evidence, ...now.evidence } };
}

/** The structure with one speech read anew; undefined if somebody has another role then. */
function withSpeech(
  { text: before, structure: last, corrections }: Last,
  after: TextLines,
  facts: readonly LineFacts[],
  script: Script,
  index: number,
): Structure | undefined {
  const { footer, limit, quotes, metadata } = last;
  const { starts } = script;
  const first = starts[index] as number;
  if (index === starts.length - 1 && footerStart(facts, first) !== footer) return undefined;
  const heard = heardAgain(last, facts, index);
  if (heard !== last.heard) {
    const roles = rolesIn(after, script, heard, corrections);
    if ([...last.speakers.values()].some(({ role }, at) => role !== roles[at])) return undefined;
  }
  const end = Math.min(starts[index + 1] ?? footer, footer);
  const speech = speechOf(facts, first, blocksIn(facts, first, end), {
    isLabelled: script.personAt.has(first),
    pullQuotes: quotes.first,
    limit,
  });
  const { outlet } = metadata;
  // A magazine may be known by a label that stands behind what was typed.
  const isBehind = outlet !== undefined && outlet.start > before.lineSpan(first).end;
  const by = after.length - before.length;
  return {
    ...last,
    facts,
    script,
    heard,
    pieces: last.pieces.with(index + 1, pieceOf(after, facts, script, speech)),
    metadata: isBehind ? { ...metadata, outlet: spanMoved(outlet, by) } : metadata,
  };
}

/** How all is spoken after one turn changes. */
function heardAgain(
  { script, heard, facts: before }: Structure,
  facts: readonly LineFacts[],
  index: number,
): Heard {
  const first = script.starts[index] as number;
  const end = script.starts[index + 1] ?? facts.length;
  const [was, is] = [saidIn(before, first, end), saidIn(facts, first, end)];
  if (areEqual(was, is)) return heard;
  const person = script.personAt.get(first);
  const counts = person && heard.own.get(person);
  const all = retallied(heard.all, was, is);
  if (!counts) return { ...heard, all };
  return { ...heard, all, own: new Map(heard.own).set(person, retallied(counts, was, is)) };
}
