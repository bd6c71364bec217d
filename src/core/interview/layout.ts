import type { LineFacts } from './lineFacts';

/** A run of lines between blank ones; `[first, end)` in lines. */
export interface Block {
  readonly first: number;
  readonly end: number;
}

/** A block that nobody speaks, and what it is instead. */
export interface Silent extends Block {
  readonly kind: 'notice' | 'editorNote';
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

/** The speeches that begin at some lines, and the line at which the footer begins. */
export function speechesAt(
  facts: readonly LineFacts[],
  starts: readonly number[],
): { speeches: Speech[]; footer: number } {
  const footer = footerStart(facts, starts.at(-1) ?? 0);
  const drafts = starts.map((first, index) => {
    const end = Math.min(starts[index + 1] ?? footer, footer);
    return { first, blocks: blocksIn(facts, first, end) };
  });
  const continued = drafts.filter(({ blocks }) => blocks.length > 2).length / drafts.length;
  const limit = continued > USUAL_CONTINUATION ? NOTICE_AMID_PARAGRAPHS : NOTICE_ELSEWHERE;
  const speeches = drafts.map(({ first, blocks }) => {
    const [opening, ...others] = blocks;
    // The words of a label alone on its line are the block behind it.
    const own = isLabelAlone(facts[first]) ? 1 : 0;
    const kinds = others.map((block, n) => (n < own ? undefined : silentKind(facts, block, limit)));
    return {
      first,
      blocks: [...(opening ? [opening] : []), ...others.filter((_, n) => !kinds[n])],
      silent: others.flatMap((block, n) => (kinds[n] ? [{ ...block, kind: kinds[n] }] : [])),
    };
  });
  return { speeches, footer };
}

/** Whether a label is all there is on a line. */
export function isLabelAlone(facts: LineFacts | undefined): boolean {
  return facts?.label !== undefined && facts.words * 6 - facts.label.body < 6;
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
function footerStart(facts: readonly LineFacts[], lastStart: number): number {
  const blocks = blocksIn(facts, lastStart, facts.length).slice(1);
  // A label alone on its line has its words in the block behind.
  const spoken = blocks.slice(isLabelAlone(facts[lastStart]) ? 1 : 0);
  // Behind a heading in the last speech nobody speaks any more.
  const heading = spoken.findIndex(({ first }) => facts[first]?.isHeading);
  let index = heading < 0 ? spoken.length : heading;
  while (index > 0 && isFooter(facts, spoken[index - 1] as Block)) index--;
  return spoken[index]?.first ?? facts.length;
}

function isFooter(facts: readonly LineFacts[], { first, end }: Block): boolean {
  // What editors add at the end stands in italics.
  if (facts[first]?.form === 'italic') return true;
  for (let line = first; line < end; line++) {
    const { isFooter: isFoot, isSentence, words, isHeading, promotion } = facts[line] as LineFacts;
    const isShort = words <= SHORT_LINE && !isSentence;
    if (!isFoot && !isShort && !isHeading && promotion < NOTICE_ELSEWHERE) return false;
  }
  return true;
}
