import type { Line, TextLines } from '../text/lines';
import { spanMoved } from '../text/span';
import { recognise } from './evidence';
import { bestOf, type Explained } from './explain';
import { standAlike, tellAlike } from './labels';
import { footerStart, goesOn, limitAmong, speechBlocks } from './layout';
import type { LineFacts } from './lineFacts';
import { marksAlike } from './marks';
import type { Corrections, Recognition } from './model';
import { areInQuotes, quoteAlike, quotesMoved, type PullQuotes } from './pullQuotes';
import { retallied, saidIn } from './said';
import { retaken, type Script } from './script';
import { pieceOf, rolesIn, type Heard, type Structure } from './structure';
import { questionsAlike } from './unlabelled';
import { areEqual, beginningOf, haveOthers, movedBy, versionsOf, type Versions } from './versions';

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

/**
 * What is known after an edit within the lines of one speech by which turns begin where they did: words
 * typed into a paragraph, or paragraphs that are parted, joined, pasted or taken out. Only that speech is
 * looked at, and the evidence that it gives. The result is that of a fresh reading; undefined where that
 * takes one.
 */
export function followed(
  last: Last,
  after: TextLines,
  factsOf: (line: Line) => LineFacts,
): Followed | undefined {
  const { text: before, corrections, structure } = last;
  const changed = before.lines.changedTo(after.lines);
  const { first, endBefore, end } = changed;
  if (first === end && first === endBefore) return last;
  if (Math.max(end, endBefore) - first > MOST_LINES) return undefined;
  const lines = after.lines.slice(first, end).map(factsOf);
  const versions = versionsOf(structure.facts, changed, lines);
  if (!versions || endBefore > structure.footer || !areFormsAlike(versions)) return undefined;
  // What stands before the first turn tells names, and may be front matter.
  const index = beginningOf(structure.script.starts, versions);
  if (index === undefined) return undefined;
  const explained = last.explained.map((one) => explainedAgain(one, versions));
  if (!explained.every((one) => one !== undefined)) return undefined;
  const best = bestOf(explained);
  const known = last.explained.findIndex(({ script }) => script === structure.script);
  if (!best || explained.indexOf(best) !== known) return undefined;
  const recognition = recognise(best.evidence, corrections);
  if (!recognition.isInterview) return undefined;
  const quotes = quotesAfter(last, after, versions, best.script);
  const now = quotes && withSpeech(last, after, versions, { script: best.script, quotes, index });
  return now && { explained, structure: now, recognition };
}

/** Whether lines are by their form what they were, whatever explains the document. */
function areFormsAlike(versions: Versions): boolean {
  if (!questionsAlike(versions)) return false;
  return !haveOthers(versions) || (standAlike(versions) && marksAlike(versions));
}

/** The pull quotes after an edit; undefined if it is in one, or if something may cease or begin to be one. */
function quotesAfter(
  { text: before, structure }: Last,
  after: TextLines,
  versions: Versions,
  script: Script,
): PullQuotes | undefined {
  const { quotes } = structure;
  if (areInQuotes(versions, structure.script.starts, script.starts)) return undefined;
  const now = quotesMoved(quotes, versions);
  return quoteAlike(quotes, now, before, after, versions) ? now : undefined;
}

function explainedAgain(
  { script, evidence }: Explained,
  versions: Versions,
): Explained | undefined {
  const { before, after, first, rest } = versions;
  // What stands before the first turn tells names.
  if (first < Math.max(script.starts[0] ?? 0, script.taken.lines[0] ?? 0)) return undefined;
  const uses = script.people.flatMap(({ labels }) => labels);
  for (let line = first; line < rest; line++) {
    if (!tellAlike(before[line] as LineFacts, after[line] as LineFacts, uses)) return undefined;
  }
  if (evidence.machine > 0 && !areAsMany(versions)) return undefined;
  const now = retaken(script, versions);
  return now && { script: now, evidence: { ...evidence, ...now.evidence } };
}

/** Whether as many lines have text as before. */
function areAsMany({ before, after, rest, endBefore, end }: Versions): boolean {
  const isFull = ({ isBlank }: LineFacts) => !isBlank;
  return (
    before.slice(rest, endBefore).filter(isFull).length ===
    after.slice(rest, end).filter(isFull).length
  );
}

/** The structure with one speech read anew; undefined if somebody has another role then, or notices are told otherwise. */
function withSpeech(
  { text: before, structure: last, corrections }: Last,
  after: TextLines,
  versions: Versions,
  { script, quotes, index }: { script: Script; quotes: PullQuotes; index: number },
): Structure | undefined {
  const { limit, metadata, pieces } = last;
  const { starts } = script;
  const { after: facts } = versions;
  const first = starts[index] as number;
  const footer = last.footer + movedBy(versions);
  if (index === starts.length - 1 && footerStart(facts, first) !== footer) return undefined;
  const heard = heardAgain(last, versions, index);
  if (heard !== last.heard) {
    const roles = rolesIn(after, script, heard, corrections);
    if ([...last.speakers.values()].some(({ role }, at) => role !== roles[at])) return undefined;
  }
  const blocks = speechBlocks(facts, starts, index, footer);
  const continued = last.continued + Number(goesOn(blocks)) - Number(wentOn(last, index));
  if (limitAmong(continued, starts.length) !== limit) return undefined;
  const setting = { facts, script, quotes, footer, continued, limit };
  const { outlet } = metadata;
  // A magazine may be known by a label that stands behind what was typed.
  const isBehind = outlet !== undefined && outlet.start > before.lineSpan(first).end;
  const by = after.length - before.length;
  return {
    ...last,
    ...setting,
    heard,
    pieces: pieces.replaced(index + 1, index + 2, [pieceOf(after, setting, index)]),
    metadata: isBehind ? { ...metadata, outlet: spanMoved(outlet, by) } : metadata,
  };
}

/** Whether a speech of the last version went on over more blocks. */
function wentOn({ facts, script, footer }: Structure, index: number): boolean {
  return goesOn(speechBlocks(facts, script.starts, index, footer));
}

/** How all is spoken after one turn changes. */
function heardAgain({ script, heard }: Structure, versions: Versions, index: number): Heard {
  const { before, after } = versions;
  const first = script.starts[index] as number;
  const end = script.starts[index + 1] ?? before.length;
  const was = saidIn(before, first, end);
  const is = saidIn(after, first, end + movedBy(versions));
  if (areEqual(was, is)) return heard;
  const person = script.personAt.get(first);
  const counts = person && heard.own.get(person);
  const all = retallied(heard.all, was, is);
  if (!counts) return { ...heard, all };
  return { ...heard, all, own: new Map(heard.own).set(person, retallied(counts, was, is)) };
}
