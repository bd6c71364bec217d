import type { LineFacts } from './line/lineFacts';
import { sponsorMarkOf } from './line/sponsors';

/** A run of lines without a blank one; from line `first` to before line `end`. */
export interface Block {
  readonly first: number;
  readonly end: number;
}

/** A block that nobody speaks, and what kind of text it is. */
export interface Silent extends Block {
  readonly kind: 'notice' | 'editorNote' | 'sponsor' | 'pullQuote';
}

/** A speech, from the line with the label on. */
export interface Speech {
  readonly first: number;
  /** The blocks that are spoken; the first begins with the line of the label. */
  readonly blocks: readonly Block[];
  /** Blocks inside the speech that nobody speaks. */
  readonly silent: readonly Silent[];
}

/**
 * Number of advertising words from which on a block without a label is a notice: where speeches
 * usually have several paragraphs, and elsewhere.
 */
const NOTICE_AMID_PARAGRAPHS = 5;
const NOTICE_ELSEWHERE = 3;
/**
 * Share of speeches with more than two blocks above which a block without a label is nothing
 * unusual.
 */
const USUAL_CONTINUATION = 0.15;
/** Most words per advertising word in a notice. */
const SPARSEST = 20;
/** Fewest mentions of a sponsor that make a block the sponsor's. */
const SPONSORED = 2;
/** Most words per mention in such a block. */
const SPONSORED_WORDS = 80;
/** Number of speeches handled between two yields; they take about a millisecond. */
const SPEECHES_IN_A_STEP = 1024;
const SHORT_LINE = 16;
const LONGEST_NOTE = 60;

/** The blocks from line `first` to before line `end`. */
export function blocksIn(facts: readonly LineFacts[], first: number, end: number): Block[] {
  return runsOf(first, end, (line) => !facts[line]?.isBlank);
}

/** The runs of lines that pass a test, from line `first` to before line `end`. */
export function runsOf(first: number, end: number, test: (line: number) => boolean): Block[] {
  const runs: Block[] = [];
  let start = -1;
  for (let line = first; line <= end; line++) {
    const isInside = line < end && test(line);
    if (isInside && start < 0) start = line;
    if (!isInside && start >= 0) {
      runs.push({ first: start, end: line });
      start = -1;
    }
  }
  return runs;
}

/** The number of blocks that {@link blocksIn} finds. */
export function blockCount(facts: readonly LineFacts[], first: number, end: number): number {
  let count = 0;
  let isInside = false;
  for (let line = first; line < end; line++) {
    const isFull = !facts[line]?.isBlank;
    if (isFull && !isInside) count++;
    isInside = isFull;
  }
  return count;
}

/** The layout of speeches that begin at the lines `starts`; in steps. */
export function* layoutOf(
  facts: readonly LineFacts[],
  starts: readonly number[],
): Generator<undefined, Layout> {
  const footer = footerStart(facts, starts.at(-1) ?? 0);
  let continued = 0;
  for (let index = 0; index < starts.length; index++) {
    if (goesOn(facts, starts, index, footer)) continued++;
    if (index % SPEECHES_IN_A_STEP === 0) yield;
  }
  return { footer, continued, limit: limitAmong(continued, starts.length) };
}

/** The blocks of the speech `index`, up to the footer. */
export function speechBlocks(
  facts: readonly LineFacts[],
  starts: readonly number[],
  index: number,
  footer: number,
): Block[] {
  return blocksIn(facts, starts[index] as number, Math.min(starts[index + 1] ?? footer, footer));
}

/** Whether a speech has more than two blocks, so that one of them may be a notice. */
export function goesOn(
  facts: readonly LineFacts[],
  starts: readonly number[],
  index: number,
  footer: number,
): boolean {
  const next = starts[index + 1] ?? footer;
  return blockCount(facts, starts[index] as number, Math.min(next, footer)) > 2;
}

/**
 * The {@link Layout.limit} for a document in which `continued` of the speeches have more than two
 * blocks.
 */
export function limitAmong(continued: number, speeches: number): number {
  return continued / speeches > USUAL_CONTINUATION ? NOTICE_AMID_PARAGRAPHS : NOTICE_ELSEWHERE;
}

/** Where the footer begins, and how notices are recognised. */
export interface Layout {
  /** The line at which the footer begins; the number of lines if there is none. */
  readonly footer: number;
  /** The number of speeches with more than two blocks. */
  readonly continued: number;
  /** Number of advertising words from which on a block without a label is a notice. */
  readonly limit: number;
}

/**
 * Sorts the blocks of the speech that begins at line `first` into spoken and silent ones.
 *
 * @param isLabelled whether that line begins with a speaker's label
 * @param pullQuotes the first lines of blocks that repeat what is said elsewhere
 */
export function speechOf(
  facts: readonly LineFacts[],
  first: number,
  blocks: readonly Block[],
  {
    isLabelled,
    pullQuotes,
    limit,
  }: {
    readonly isLabelled: boolean;
    readonly pullQuotes: ReadonlySet<number>;
    readonly limit: number;
  },
): Speech {
  const own = ownBlocks(facts, first);
  // A speech without a label would be empty without its first block.
  const sponsored = sponsoredBlocks(facts, blocks, isLabelled ? 0 : own);
  const kinds = blocks.map((block, n) => {
    if (sponsored.has(n)) return 'sponsor';
    if (n < own) return undefined;
    return pullQuotes.has(block.first) ? 'pullQuote' : silentKind(facts, block, limit);
  });
  return {
    first,
    blocks: blocks.filter((_, n) => !kinds[n]),
    silent: blocks.flatMap((block, n) => (kinds[n] ? [{ ...block, kind: kinds[n] }] : [])),
  };
}

/**
 * Which blocks of a speech are a sponsor's: those that mention sponsorship more than once, and
 * those after a mark (`Sponsor message`), up to the mark of its end, or else as long as they read
 * like advertising.
 *
 * @param from the first block that may be one
 */
function sponsoredBlocks(
  facts: readonly LineFacts[],
  blocks: readonly Block[],
  from: number,
): Set<number> {
  const marks = blocks.map((block) => markOf(facts, block));
  const found = new Set<number>();
  blocks.forEach((block, n) => {
    const mark = marks[n];
    if (n < from || mark === 'ends') return;
    if (mark === undefined) {
      if (isSponsored(facts, block)) found.add(n);
      return;
    }
    const end = marks.indexOf('ends', n + 1);
    const isTold = (at: number) =>
      end > 0 ? at <= end : marks[at] === undefined && reads(facts, blocks[at] as Block);
    for (let at = n + 1; at < blocks.length && isTold(at); at++) found.add(n).add(at);
    if (isLongLabelled(facts, block)) found.add(n);
  });
  return found;
}

/** Whether a block mentions a sponsor and little else. */
function isSponsored(facts: readonly LineFacts[], block: Block): boolean {
  const count = countOf(facts, block, ({ sponsorship }) => sponsorship);
  return (
    count >= SPONSORED && countOf(facts, block, ({ words }) => words) <= SPONSORED_WORDS * count
  );
}

/**
 * The sponsor mark in the first line of a block, which may be a label:
 * `**Sponsor:** Fernhill Bank …`.
 */
function markOf(facts: readonly LineFacts[], { first }: Block): LineFacts['sponsorMark'] {
  const { sponsorMark, label } = facts[first] as LineFacts;
  return sponsorMark ?? (label && sponsorMarkOf(label.name));
}

function isLongLabelled(facts: readonly LineFacts[], { first }: Block): boolean {
  const { label, words, sponsorMark } = facts[first] as LineFacts;
  return label !== undefined && sponsorMark === undefined && words > SHORT_LINE / 2;
}

function reads(facts: readonly LineFacts[], block: Block): boolean {
  return countOf(facts, block, ({ sponsorship, promotion }) => sponsorship + promotion) > 0;
}

function countOf(
  facts: readonly LineFacts[],
  { first, end }: Block,
  of: (line: LineFacts) => number,
): number {
  let count = 0;
  for (let line = first; line < end; line++) count += of(facts[line] as LineFacts);
  return count;
}

/** Whether a line is nothing but a label. */
export function isLabelAlone(facts: LineFacts | undefined): boolean {
  return facts?.label?.isAlone ?? false;
}

/**
 * How many blocks are certainly the speaker's: the first, and the second if the first is only a
 * label.
 */
function ownBlocks(facts: readonly LineFacts[], first: number): number {
  return isLabelAlone(facts[first]) && facts[first + 1]?.isBlank ? 2 : 1;
}

/** The kind of a later block of a speech, if nobody speaks it. */
function silentKind(
  facts: readonly LineFacts[],
  block: Block,
  limit: number,
): Silent['kind'] | undefined {
  const { isEditorial, isFooter: isFoot, isSentence, words } = facts[block.first] as LineFacts;
  if (isEditorial && words <= LONGEST_NOTE) return 'editorNote';
  const isTeaser = isFoot && !isSentence && words <= SHORT_LINE && block.end === block.first + 1;
  return isTeaser || isPromotion(facts, block, limit) ? 'notice' : undefined;
}

/** Whether a block is advertising, judged by its words and not by its place. */
function isPromotion(facts: readonly LineFacts[], block: Block, limit: number): boolean {
  let count = 0;
  let words = 0;
  let addresses = false;
  for (let line = block.first; line < block.end; line++) {
    count += facts[line]?.promotion ?? 0;
    words += facts[line]?.words ?? 0;
    addresses ||= facts[line]?.isSecondPerson ?? false;
  }
  return count >= limit && words <= SPARSEST * count && (addresses || count > limit + 1);
}

/**
 * The line at which the footer begins, found backwards from the end as long as blocks read like the
 * foot of a page.
 */
export function footerStart(facts: readonly LineFacts[], lastStart: number): number {
  const blocks = blocksIn(facts, lastStart, facts.length);
  const spoken = blocks.slice(ownBlocks(facts, lastStart));
  // After a heading in the last speech nobody speaks any more.
  const heading = spoken.findIndex((block) => isHeaded(facts, block));
  let index = heading < 0 ? spoken.length : heading;
  for (let by = 1; by > 0; index -= by) by = footing(facts, spoken, index);
  while (index < spoken.length && isDirected(facts, spoken[index] as Block)) index++;
  const first = spoken[index]?.first;
  return index > 0 ? (first ?? facts.length) : footingLine(facts, lastStart, first);
}

/** Whether a block begins with a heading, or with a rule above one. */
function isHeaded(facts: readonly LineFacts[], { first, end }: Block): boolean {
  const at = facts[first] as LineFacts;
  return (
    at.isHeading || (at.words === 1 && first + 1 < end && facts[first + 1]?.isHeading === true)
  );
}

/**
 * How many blocks right before `index` read like the foot of a page: one, or two if a block such as
 * an author's biography or an offer stands between two that do.
 */
function footing(facts: readonly LineFacts[], blocks: readonly Block[], index: number): 0 | 1 | 2 {
  const isFoot = (at: number) => at >= 0 && isFooter(facts, blocks[at] as Block);
  if (isFoot(index - 1)) return 1;
  const between = blocks[index - 1];
  const [before, behind] = [blocks[index - 2], blocks[index]];
  if (!between || !before || !behind || !isFoot(index - 2)) return 0;
  const speaks = countOf(facts, between, ({ saysI }) => Number(saysI)) > 0;
  const isMarked = ({ first, end }: Block) =>
    facts.slice(first, end).some(({ isFooter: is }) => is);
  return isMarked(behind) && !speaks ? 2 : 0;
}

/**
 * The line at which the foot of a page begins, where no blank line separates it from the last
 * words.
 */
function footingLine(
  facts: readonly LineFacts[],
  lastStart: number,
  footer: number | undefined,
): number {
  let end = footer ?? facts.length;
  let first = end;
  while (facts[end - 1]?.isBlank) end--;
  for (let line = end - 1; line > lastStart && isFootLine(facts[line] as LineFacts); line--) {
    first = line;
  }
  return first;
}

function isFootLine({ isFooter: isFoot, isSentence, words }: LineFacts): boolean {
  return isFoot && !isSentence && words <= SHORT_LINE;
}

/** Whether a block is nothing but stage directions; these belong to the speech before. */
function isDirected(facts: readonly LineFacts[], { first, end }: Block): boolean {
  return facts.slice(first, end).every(({ isDirection }) => isDirection);
}

function isFooter(facts: readonly LineFacts[], { first, end }: Block): boolean {
  // Editors' remarks at the end are in italics.
  if (facts[first]?.form === 'italic') return true;
  for (let line = first; line < end; line++) {
    const { isFooter: isFoot, isSentence, words, isHeading, promotion } = facts[line] as LineFacts;
    const isShort = words <= SHORT_LINE && !isSentence;
    if (facts[line]?.isDirection) continue;
    if (!isFoot && !isShort && !isHeading && promotion < NOTICE_ELSEWHERE) return false;
  }
  return true;
}
