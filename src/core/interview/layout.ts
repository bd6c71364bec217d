import type { LineFacts } from './lineFacts';
import { sponsorMarkOf } from './sponsors';

/** A run of lines between blank ones; `[first, end)` in lines. */
export interface Block {
  readonly first: number;
  readonly end: number;
}

/** A block that nobody speaks, and what it is instead. */
export interface Silent extends Block {
  readonly kind: 'notice' | 'editorNote' | 'sponsor' | 'pullQuote';
}

/** A speech: its lines, from the one with the label on. */
export interface Speech {
  readonly first: number;
  /** The blocks of words; the first begins behind the label. */
  readonly blocks: readonly Block[];
  /** Blocks within that nobody speaks. */
  readonly silent: readonly Silent[];
}

/** Advertising words from which on a block without label is a notice, where turns go on or don't. */
const NOTICE_AMID_PARAGRAPHS = 5;
const NOTICE_ELSEWHERE = 3;
/** Turns that go on over blocks this often make a block without label ordinary. */
const USUAL_CONTINUATION = 0.15;
/** Advertising has a word of its own among so many. */
const SPARSEST = 20;
/** So often a block must speak of who pays for it. */
const SPONSORED = 2;
/** And at least once in so many words. */
const SPONSORED_WORDS = 80;
/** So many take about a millisecond. */
const SPEECHES_IN_A_STEP = 1024;
const SHORT_LINE = 16;
const LONGEST_NOTE = 60;

/** The runs of lines between blank ones, from line `first` to before line `end`. */
export function blocksIn(facts: readonly LineFacts[], first: number, end: number): Block[] {
  const blocks: Block[] = [];
  let start = -1;
  for (let line = first; line <= end; line++) {
    const isInside = line < end && !facts[line]?.isBlank;
    if (isInside && start < 0) start = line;
    if (!isInside && start >= 0) {
      blocks.push({ first: start, end: line });
      start = -1;
    }
  }
  return blocks;
}

/** How many blocks {@link blocksIn} finds. */
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

/** How speeches that begin at some lines are laid out; in steps. */
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

/** The blocks of a speech, before the footer. */
export function speechBlocks(
  facts: readonly LineFacts[],
  starts: readonly number[],
  index: number,
  footer: number,
): Block[] {
  return blocksIn(facts, starts[index] as number, Math.min(starts[index + 1] ?? footer, footer));
}

/** Whether a speech goes on over what may be a notice. */
export function goesOn(
  facts: readonly LineFacts[],
  starts: readonly number[],
  index: number,
  footer: number,
): boolean {
  const next = starts[index + 1] ?? footer;
  return blockCount(facts, starts[index] as number, Math.min(next, footer)) > 2;
}

/** The limit where some of the speeches go on. */
export function limitAmong(continued: number, speeches: number): number {
  return continued / speeches > USUAL_CONTINUATION ? NOTICE_AMID_PARAGRAPHS : NOTICE_ELSEWHERE;
}

/** Where the footer stands, and what tells notices. */
export interface Layout {
  /** The line at which the footer begins; the number of lines if there is none. */
  readonly footer: number;
  /** How many speeches go on over more blocks. */
  readonly continued: number;
  /** Advertising words from which on a block without label is a notice. */
  readonly limit: number;
}

/**
 * The speech that begins at a line, of its blocks.
 *
 * @param isLabelled whether a speaker's label stands there
 * @param pullQuotes the lines at which blocks begin that repeat what is said elsewhere
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
  // A speech without a label is nothing without its words.
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
 * Which blocks of a speech are a sponsor's: those that say so more than once, and what a mark
 * introduces, up to the mark of its end or as long as it reads so.
 *
 * @param from the first block that may be
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

/** Whether a block speaks of who pays for it, and of little else. */
function isSponsored(facts: readonly LineFacts[], block: Block): boolean {
  const count = countOf(facts, block, ({ sponsorship }) => sponsorship);
  return (
    count >= SPONSORED && countOf(facts, block, ({ words }) => words) <= SPONSORED_WORDS * count
  );
}

/** What a block marks by its first line, or by a label of it: `**Sponsor:** Fernhill Bank …`. */
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

/** Whether a label is all there is on a line. */
export function isLabelAlone(facts: LineFacts | undefined): boolean {
  return facts?.label?.isAlone ?? false;
}

/** So many blocks are a speaker's own: a label alone has its words in the block behind. */
function ownBlocks(facts: readonly LineFacts[], first: number): number {
  return isLabelAlone(facts[first]) && facts[first + 1]?.isBlank ? 2 : 1;
}

/** What a block behind the first of a speech is, if nobody speaks it. */
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

/** Whether a block advertises; its words are weighed, not its place. */
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

/** Where, seen from the end, the lines stop to read like the foot of a page. */
export function footerStart(facts: readonly LineFacts[], lastStart: number): number {
  const blocks = blocksIn(facts, lastStart, facts.length);
  const spoken = blocks.slice(ownBlocks(facts, lastStart));
  // Behind a heading in the last speech nobody speaks any more.
  const heading = spoken.findIndex((block) => isHeaded(facts, block));
  let index = heading < 0 ? spoken.length : heading;
  for (let by = 1; by > 0; index -= by) by = footing(facts, spoken, index);
  while (index < spoken.length && isDirected(facts, spoken[index] as Block)) index++;
  const first = spoken[index]?.first;
  return index > 0 ? (first ?? facts.length) : footingLine(facts, lastStart, first);
}

/** Whether a block begins with a heading, or with a rule over one. */
function isHeaded(facts: readonly LineFacts[], { first, end }: Block): boolean {
  const at = facts[first] as LineFacts;
  return (
    at.isHeading || (at.words === 1 && first + 1 < end && facts[first + 1]?.isHeading === true)
  );
}

/**
 * How many blocks before one read like the foot of a page: the next, or also one of somebody else's
 * words between two, as of an author or an offer.
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

/** Where the foot of a page begins right below the last words, without a blank line between. */
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

/** Whether nothing but stage directions stands there; they belong to what was said before. */
function isDirected(facts: readonly LineFacts[], { first, end }: Block): boolean {
  return facts.slice(first, end).every(({ isDirection }) => isDirection);
}

function isFooter(facts: readonly LineFacts[], { first, end }: Block): boolean {
  // What editors add at the end stands in italics.
  if (facts[first]?.form === 'italic') return true;
  for (let line = first; line < end; line++) {
    const { isFooter: isFoot, isSentence, words, isHeading, promotion } = facts[line] as LineFacts;
    const isShort = words <= SHORT_LINE && !isSentence;
    if (facts[line]?.isDirection) continue;
    if (!isFoot && !isShort && !isHeading && promotion < NOTICE_ELSEWHERE) return false;
  }
  return true;
}

/** The last of some lines, in order, that is a line or before it; −1 if none is. */
export function lastAtOrBefore(lines: ArrayLike<number>, line: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] as number) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
