import type { TextLines } from '../text/lines';
import { lastAtOrBefore } from '../text/sequence';
import type { Block } from './layout';
import { isPlainForm, type LineFacts } from './line/lineFacts';
import { haveOthers, movedBy, type Versions } from './versions';

/** Length of the word sequences (runs) that are compared; shorter ones match by coincidence. */
const RUN = 4;
const LONGEST_WORDS = 60;
const FEWEST_WORDS = 6;
/** Number of lines, and of blocks, handled between two yields; they take about a millisecond. */
const LINES_IN_A_STEP = 16;
const BLOCKS_IN_A_STEP = 64;
/**
 * Share of a block's runs that must occur elsewhere; not all, because the speaker's name may follow
 * the quotation.
 */
const REPEATED = 0.7;
/**
 * The forms of pull quotes. Headings repeat words of the text, too, but are quotations only in
 * quotation marks.
 */
const FORMS = /^(?:quote|bold|italic|<(?:strong|b|em|i)>)$/;
const QUOTED = /^[\s*_#]*["“„«「『].{0,600}["”“»」』][\s*_.]*$/u;
/** A word; in scripts without spaces each character counts as one. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu;

/** The blocks of a document that may repeat words from elsewhere in it, and those that do. */
export interface PullQuotes {
  /** The lines of all candidates. */
  readonly lines: ReadonlySet<number>;
  /** The runs of words in the candidates. */
  readonly wanted: ReadonlySet<string>;
  /** The first lines of the candidates that are pull quotes. */
  readonly first: ReadonlySet<number>;
}

/**
 * Finds the pull quotes of a document, in steps. Linear in the length of the text, which is
 * searched only if there are candidates.
 *
 * @param starts the lines at which turns begin
 */
export function* pullQuotesIn(
  text: TextLines,
  facts: readonly LineFacts[],
  starts: readonly number[],
): Generator<undefined, PullQuotes> {
  const candidates = pullQuoteCandidates(text, facts, starts);
  yield;
  const runsOf = new Map<number, string[]>();
  for (const block of candidates) {
    runsOf.set(block.first, runs(wordsOf(text, block)));
    if (runsOf.size % BLOCKS_IN_A_STEP === 0) yield;
  }
  const wanted = new Set([...runsOf.values()].flat());
  const lines = new Set(candidates.flatMap(({ first, end }) => range(first, end)));
  if (wanted.size === 0) return { lines, wanted, first: new Set() };
  const heard = yield* heardOutside(text, lines, wanted);
  const repeats = ([, own]: readonly [number, readonly string[]]) =>
    own.length > FEWEST_WORDS - RUN &&
    own.filter((run) => heard.has(run)).length >= REPEATED * own.length;
  return { lines, wanted, first: new Set([...runsOf].filter(repeats).map(([first]) => first)) };
}

/** Which of the `wanted` runs of words occur in the text outside of the given lines; in steps. */
function* heardOutside(
  text: TextLines,
  lines: ReadonlySet<number>,
  wanted: ReadonlySet<string>,
): Generator<undefined, Set<string>> {
  const heard = new Set<string>();
  let words: string[] = [];
  let at = 0;
  for (const line of text.lines) {
    if (!lines.has(at)) words = words.concat(wordsIn(line.text));
    if (++at % LINES_IN_A_STEP !== 0 && at < text.lines.length) continue;
    for (const run of runsIn(words)) if (wanted.has(run)) heard.add(run);
    // A run may continue on the next line.
    words = words.slice(-(RUN - 1));
    yield;
  }
  return heard;
}

/**
 * Whether the pull quotes stay the same after an edit that touches no candidate.
 *
 * @param now the same quotes, moved to where they are after the edit
 */
export function quoteAlike(
  quotes: PullQuotes,
  now: PullQuotes,
  before: TextLines,
  after: TextLines,
  { first, endBefore, end }: Versions,
): boolean {
  const { wanted } = quotes;
  if (wanted.size === 0) return true;
  const heardIn = (text: TextLines, { lines }: PullQuotes, end: number) =>
    runs(around(text, lines, { first, end }))
      .filter((run) => wanted.has(run))
      .sort()
      .join('\n');
  return heardIn(before, quotes, endBefore) === heardIn(after, now, end);
}

/** The same pull quotes, moved to where they are after an edit. */
export function quotesMoved({ lines, wanted, first }: PullQuotes, versions: Versions): PullQuotes {
  const by = movedBy(versions);
  const moved = (all: ReadonlySet<number>) =>
    by === 0
      ? all
      : new Set([...all].map((line) => (line < versions.endBefore ? line : line + by)));
  return { lines: moved(lines), wanted, first: moved(first) };
}

/** The text of a block, with enough lines before and after it for every run that overlaps it. */
function around({ lines }: TextLines, left: ReadonlySet<number>, { first, end }: Block): string {
  const textAt = (line: number) => (left.has(line) ? '' : (lines.at(line)?.text ?? ''));
  const countAt = (line: number) => textAt(line).match(WORD)?.length ?? 0;
  let from = first;
  for (let words = 0; from > 0 && words < RUN; words += countAt(from)) from--;
  let to = end;
  for (let words = 0; to < lines.length && words < RUN; words += countAt(to - 1)) to++;
  return range(from, to).map(textAt).join('\n');
}

/** Whether a block with this first line, if no turn begins there, may be a pull quote. */
function mayQuote({ form, isQuoted, label }: LineFacts): boolean {
  // A plain question has no mark-up that sets it off.
  return !label && ((form !== undefined && !isPlainForm(form)) || isQuoted);
}

/**
 * Whether an edit touches blocks that may be pull quotes, or, where lines were inserted or deleted,
 * is adjacent to one.
 *
 * @param starts the lines at which turns begin before the edit
 * @param now the same after the edit
 */
export function areInQuotes(
  versions: Versions,
  starts: readonly number[],
  now: readonly number[],
): boolean {
  const { before, after, first, endBefore, end } = versions;
  const beside = haveOthers(versions) ? 1 : 0;
  const from = first - beside;
  return (
    isAnyInQuote(before, from, endBefore + beside, starts) ||
    isAnyInQuote(after, from, end + beside, now)
  );
}

function isAnyInQuote(
  facts: readonly LineFacts[],
  from: number,
  end: number,
  starts: readonly number[],
): boolean {
  for (let line = Math.max(0, from); line < Math.min(end, facts.length); line++) {
    if (!facts[line]?.isBlank && isInQuote(facts, line, starts)) return true;
  }
  return false;
}

/** Whether a line stands in a block that may be a pull quote. */
function isInQuote(facts: readonly LineFacts[], line: number, starts: readonly number[]): boolean {
  let first = line;
  while (first > 0 && !facts[first - 1]?.isBlank) first--;
  return !isAmong(starts, first) && mayQuote(facts[first] as LineFacts);
}

function isAmong(starts: readonly number[], line: number): boolean {
  return starts[lastAtOrBefore(starts, line)] === line;
}

/** The blocks that look like pull quotes: short, set off, and not the start of a turn. */
function pullQuoteCandidates(
  text: TextLines,
  facts: readonly LineFacts[],
  starts: readonly number[],
): Block[] {
  const found: Block[] = [];
  for (let first = 0; first < facts.length; first++) {
    const line = facts[first] as LineFacts;
    const begins = !line.isBlank && facts[first - 1]?.isBlank !== false;
    if (!begins || !mayQuote(line) || isAmong(starts, first)) continue;
    let [end, words] = [first, 0];
    while (facts[end]?.isBlank === false) words += (facts[end++] as LineFacts).words;
    if (words > LONGEST_WORDS) continue;
    const block = { first, end };
    if (FORMS.test(line.form ?? '') || QUOTED.test(wordsOf(text, block))) found.push(block);
  }
  return found;
}

function range(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function wordsOf(text: TextLines, { first, end }: Block): string {
  return text.lines
    .slice(first, end)
    .map((line) => line.text.trim())
    .join(' ');
}

/** All runs of {@link RUN} words, regardless of case and punctuation. */
function runs(text: string): string[] {
  return runsIn(wordsIn(text));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function runsIn(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}
