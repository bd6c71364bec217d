import type { Line, TextLines } from '../text/lines';
import type { Changed } from '../text/sequence';
import { spanMoved } from '../text/span';
import { isCommentNear } from './line/comments';
import { recognise } from './evidence';
import { bestOf, type Explained } from './explain';
import { standAlike, tellAlike } from './scripts/labels';
import { footerStart, goesOn, limitAmong } from './layout';
import type { LineFacts } from './line/lineFacts';
import { marksAlike } from './scripts/marks';
import type { Corrections, Recognition } from './model';
import { areInQuotes, quoteAlike, quotesMoved, type PullQuotes } from './pullQuotes';
import { retallied, saidAgain } from './scripts/said';
import { areStillLabelled } from './scripts/labelledScript';
import { retaken } from './scripts/retaken';
import type { Script } from './scripts/script';
import { pieceOf, rolesIn, type Heard, type Structure } from './structure';
import type { TwoLists } from './twoLists';
import {
  linesCounted,
  mayHaveQuestions,
  questionsAlike,
  recounted,
  unlabelledQuestions,
  type CountedLines,
} from './scripts/unlabelled';
import { areEqual, beginningOf, haveOthers, movedBy, versionsOf, type Versions } from './versions';

/**
 * Most changed lines that can be followed; after larger edits the whole document is read afresh.
 */
const MOST_LINES = 8;

/** What is known of a document and can be updated after small edits. */
export interface Followed {
  /** All explanations that the document allows; the structure belongs to the best. */
  readonly explained: readonly Explained[];
  readonly structure: Structure;
  readonly recognition: Recognition;
  /** Counts of lines that may be questions; absent until an edit changes which lines ask. */
  readonly counted?: CountedLines | undefined;
}

/** What is known of the previous version. */
interface Last extends Followed {
  readonly text: TextLines;
  readonly corrections: Corrections;
}

/** What is known of lines. */
export interface KnownLines {
  readonly factsOf: (line: Line) => LineFacts;
  /** The facts about all lines, of two versions. */
  readonly lists: TwoLists<LineFacts>;
}

/**
 * Updates what is known after an edit inside one speech that leaves the starts of all turns as they
 * were: typing in a paragraph; splitting, joining, pasting or deleting paragraphs. Only that speech
 * is looked at again, with its share of the evidence; if the edit changes which lines ask, it is
 * also checked that labels alone still tell who speaks. The result equals that of a fresh reading;
 * undefined if one is needed. In steps.
 */
export function* following(
  last: Last,
  after: TextLines,
  ofLines: KnownLines,
): Generator<undefined, Followed | undefined> {
  const { corrections, structure } = last;
  const changed = last.text.lines.changedTo(after.lines);
  if (changed.first === changed.end && changed.first === changed.endBefore) return last;
  const versions = versionsAlike(last, after, changed, ofLines);
  // Text before the first turn may introduce people or be front matter: not followed.
  const index = versions && beginningOf(structure.script.starts, versions);
  if (!versions || index === undefined) return undefined;
  const explained = explainedAfter(last, versions);
  const best = explained && bestOf(explained);
  const known = last.explained.findIndex(({ script }) => script === structure.script);
  if (!best || explained.indexOf(best) !== known) return undefined;
  const recognition = recognise(best.evidence, corrections);
  if (!recognition.isInterview) return undefined;
  const quotes = quotesAfter(last, after, versions, best.script);
  const now = quotes && withSpeech(last, after, versions, { script: best.script, quotes, index });
  const counted = countedAfter(last.counted, versions);
  if (!now || (versions.areAsking && !(yield* haveOnlyLabels(explained, now, counted))))
    return undefined;
  return { explained, structure: now, recognition, counted };
}

/**
 * The versions before and after an edit, if few lines differ and their form means the same in both.
 */
function versionsAlike(
  { structure, explained }: Last,
  after: TextLines,
  changed: Changed,
  ofLines: KnownLines,
): Versions | undefined {
  const { first, endBefore, end } = changed;
  if (Math.max(end, endBefore) - first > MOST_LINES || endBefore > structure.footer)
    return undefined;
  // With a comment between them, a question and its answer may be far apart.
  if (isCommentNear(structure.facts, first, endBefore)) return undefined;
  const lines = after.lines.slice(first, end).map(ofLines.factsOf);
  const found = versionsOf(structure.facts, changed, lines, ofLines.lists);
  if (!found || !areLinesAlike(found)) return undefined;
  const areAsking = found.areAsking || !questionsAlike(found);
  return areAsking && !mayAsk(explained) ? undefined : { ...found, areAsking };
}

/**
 * Whether inserted or deleted lines leave the meaning of their neighbours unchanged under every
 * explanation.
 */
function areLinesAlike(versions: Versions): boolean {
  return !haveOthers(versions) || (standAlike(versions) && marksAlike(versions));
}

/** Whether it may change which lines ask: only where labels alone tell who speaks. */
function mayAsk(explained: readonly Explained[]): boolean {
  return haveSetOff(explained) && explained.every(({ script }) => script.roleAt.lines.length === 0);
}

/** Whether some explanation uses clearly set-off labels only, and no weak ones. */
function haveSetOff(explained: readonly Explained[]): boolean {
  return explained.some(({ evidence }) => evidence.kind === 'labels' && evidence.weak === 0);
}

function countedAfter(
  counted: CountedLines | undefined,
  { areAsking, before, after, first, endBefore, end }: Versions,
): CountedLines | undefined {
  if (counted) return recounted(counted, before.slice(first, endBefore), after.slice(first, end));
  return areAsking ? linesCounted(after) : undefined;
}

/**
 * Whether labels alone tell who speaks, and not questions without labels. This looks at the whole
 * document, unless counts show that it needn't; in steps.
 */
function* haveOnlyLabels(
  explained: readonly Explained[],
  { facts }: Structure,
  counted: CountedLines | undefined,
): Generator<undefined, boolean> {
  const mayAskElse = !counted || mayHaveQuestions(counted);
  if (mayAskElse && (yield* unlabelledQuestions(facts))) return false;
  for (const { script } of explained) {
    yield;
    if (!(yield* areStillLabelled(script, facts))) return false;
  }
  return true;
}

/**
 * The pull quotes after an edit; undefined if the edit touches one, or might make or unmake one.
 */
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

/** The explanations after an edit; undefined if one of them can't be updated. */
function explainedAfter(
  { explained, corrections }: Last,
  versions: Versions,
): Explained[] | undefined {
  // A label to which the user has given a role counts even before the first speech.
  const isSure = corrections.interviewers !== undefined || corrections.roles !== undefined;
  const areSpeaking = !isSure && haveSetOff(explained);
  const now = explained.map((one) => explainedAgain(one, versions, areSpeaking));
  return now.every((one) => one !== undefined) ? now : undefined;
}

/** @param areSpeaking whether people are sure to be speaking from their first label on */
function explainedAgain(
  { script, evidence }: Explained,
  versions: Versions,
  areSpeaking: boolean,
): Explained | undefined {
  const { before, after, first, rest } = versions;
  // Text before the first turn may introduce people.
  if (first < Math.max(script.starts[0] ?? 0, script.taken.lines[0] ?? 0)) return undefined;
  const uses = script.people.flatMap(({ labels }) => labels);
  const speech = areSpeaking ? (script.personAt.lines[0] ?? Infinity) : Infinity;
  for (let line = first; line < rest; line++) {
    const [was, is] = [before[line] as LineFacts, after[line] as LineFacts];
    if (!tellAlike(was, is, uses, line > speech)) return undefined;
  }
  if (evidence.machine > 0 && !areAsMany(versions)) return undefined;
  const now = retaken(script, versions);
  return now && { script: now, evidence: { ...evidence, ...now.evidence } };
}

/** Whether as many lines as before are not blank. */
function areAsMany({ before, after, rest, endBefore, end }: Versions): boolean {
  const isFull = ({ isBlank }: LineFacts) => !isBlank;
  return (
    before.slice(rest, endBefore).filter(isFull).length ===
    after.slice(rest, end).filter(isFull).length
  );
}

/**
 * The structure with one speech read again; undefined if that changes somebody's role, or which
 * paragraphs count as notices.
 */
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
  const goes = goesOn(facts, starts, index, footer);
  const went = goesOn(last.facts, last.script.starts, index, last.footer);
  const continued = last.continued + Number(goes) - Number(went);
  if (limitAmong(continued, starts.length) !== limit) return undefined;
  const setting = { facts, script, quotes, footer, continued, limit };
  const { outlet } = metadata;
  // The outlet may be named by a label after the edit, which has moved.
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

/** The tallies after one turn has changed. */
function heardAgain({ script, heard }: Structure, versions: Versions, index: number): Heard {
  const [was, is] = saidAgain(versions, script.starts, index);
  if (areEqual(was, is)) return heard;
  const person = script.personAt.get(script.starts[index] as number);
  const counts = person && heard.own.get(person);
  const all = retallied(heard.all, was, is);
  if (!counts) return { ...heard, all };
  return { ...heard, all, own: new Map(heard.own).set(person, retallied(counts, was, is)) };
}
