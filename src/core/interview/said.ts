import type { LineFacts } from './lineFacts';
import { movedBy, type Versions } from './versions';

/** How a turn is spoken. */
export interface Said {
  readonly words: number;
  /** Ends in a question. */
  readonly asks: boolean;
  /** Contains one, or bids to tell. */
  readonly hasQuestion: boolean;
  readonly saysI: boolean;
  readonly saysWe: boolean;
  readonly saysYou: boolean;
  readonly namesSubjects: boolean;
  /** Lines that a host says, less those that a guest says. */
  readonly hosting: number;
}

/** So many take about a millisecond. */
export const TURNS_IN_A_STEP = 1024;

/** How some turns are spoken, at lines in order; in steps. */
export function* saidAt(
  facts: readonly LineFacts[],
  starts: readonly number[],
): Generator<undefined, Said[]> {
  const said: Said[] = [];
  for (let index = 0; index < starts.length; index++) {
    said.push(saidIn(facts, starts[index] as number, starts[index + 1] ?? facts.length));
    if (index % TURNS_IN_A_STEP === 0) yield;
  }
  return said;
}

/** How the turn from one line to another is spoken. */
export function saidIn(facts: readonly LineFacts[], first: number, end: number): Said {
  let last = end - 1;
  while (last > first && isSilent(facts[last])) last--;
  const ending = facts[last];
  const said = {
    words: 0,
    asks: ending !== undefined && (ending.asks || ending.invites),
    hasQuestion: false,
    saysI: false,
    saysWe: false,
    saysYou: false,
    namesSubjects: false,
    hosting: 0,
  };
  for (let line = first; line <= last; line++) {
    const at = facts[line] as LineFacts;
    said.words += at.words;
    said.hasQuestion ||= at.hasQuestion || at.asks || at.invites;
    said.saysI ||= at.saysI;
    said.saysWe ||= at.saysWe;
    said.saysYou ||= at.isSecondPerson;
    said.namesSubjects ||= at.namesSubjects;
    said.hosting += at.hosting;
  }
  return said;
}

/**
 * How a turn was spoken before an edit within it, and how it is after that.
 *
 * @param starts the lines at which turns began, and this one still does
 */
export function saidAgain(
  versions: Versions,
  starts: readonly number[],
  index: number,
): [was: Said, is: Said] {
  const { before, after } = versions;
  const first = starts[index] as number;
  const end = starts[index + 1] ?? before.length;
  return [saidIn(before, first, end), saidIn(after, first, end + movedBy(versions))];
}

function isSilent(facts: LineFacts | undefined): boolean {
  return (
    facts !== undefined &&
    (facts.isBlank || facts.isMachine || facts.isNumber || facts.isHeading || facts.isDirection)
  );
}

/**
 * Whether each turn asks as it did, wherever turns begin: no words stand behind a question that came or
 * went.
 */
export function endAlike({ before, after, rest, endBefore, end }: Versions): boolean {
  const isFull = ({ isBlank }: LineFacts) => !isBlank;
  const isWordless =
    !before.slice(rest, endBefore).some(isFull) && !after.slice(rest, end).some(isFull);
  if (isWordless) return true;
  for (let line = rest - 1; line >= 0; line--) {
    const at = after[line] as LineFacts;
    if (at.asks || at.invites) return false;
    if (!isSilent(at)) return true;
  }
  return true;
}

/** How many turns are spoken in some way. */
export interface Tally {
  turns: number;
  words: number;
  /** Those that end in a question; the others answer. */
  asking: number;
  /** Those that contain one. */
  questions: number;
  sayI: number;
  sayWe: number;
  sayYou: number;
  nameSubjects: number;
  /** Answers that say `I`. */
  personal: number;
  /** Questions that say `I`, and not `you`. */
  ofTheirOwn: number;
  /** Lines that a host says, less those that a guest says. */
  hosting: number;
}

export function emptyTally(): Tally {
  return {
    turns: 0,
    words: 0,
    asking: 0,
    questions: 0,
    sayI: 0,
    sayWe: 0,
    sayYou: 0,
    nameSubjects: 0,
    personal: 0,
    ofTheirOwn: 0,
    hosting: 0,
  };
}

/** Counts a turn, or takes it out again. */
export function tally(counts: Tally, said: Said, by: 1 | -1 = 1): void {
  const { asks, saysI, saysYou } = said;
  counts.turns += by;
  counts.words += by * said.words;
  counts.asking += by * Number(asks);
  counts.questions += by * Number(said.hasQuestion);
  counts.sayI += by * Number(saysI);
  counts.sayWe += by * Number(said.saysWe);
  counts.sayYou += by * Number(saysYou);
  counts.nameSubjects += by * Number(said.namesSubjects);
  counts.personal += by * Number(!asks && saysI);
  counts.ofTheirOwn += by * Number(asks && saysI && !saysYou);
  counts.hosting += by * said.hosting;
}

/** The counts after one turn is spoken otherwise. */
export function retallied(counts: Tally, before: Said, now: Said): Tally {
  const changed = { ...counts };
  tally(changed, before, -1);
  tally(changed, now);
  return changed;
}
