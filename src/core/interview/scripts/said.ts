import type { LineFacts } from '../line/lineFacts';
import { movedBy, type Versions } from '../versions';

/** What the words of a turn show. */
export interface Said {
  readonly words: number;
  /** Ends in a question or an invitation. */
  readonly asks: boolean;
  /** Contains a question or an invitation: `Tell us about it.` */
  readonly hasQuestion: boolean;
  readonly saysI: boolean;
  readonly saysWe: boolean;
  readonly saysYou: boolean;
  readonly namesSubjects: boolean;
  /** Number of lines typical of a host, minus those typical of a guest. */
  readonly hosting: number;
}

/** Number of turns handled between two yields; they take about a millisecond. */
export const TURNS_IN_A_STEP = 1024;

/**
 * What each turn shows, in steps.
 *
 * @param starts the lines at which the turns begin, in order
 */
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

/** What the turn from line `first` to before line `end` shows. */
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
 * What one turn showed before an edit within it, and what it shows after.
 *
 * @param starts the lines at which turns began before the edit; the turn at `index` still begins
 *   there
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
 * Whether every turn still ends, or doesn't end, in a question after lines came or went, wherever
 * turns begin: they are blank, or what stands above them is no question.
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

/** Counts over a number of turns. */
export interface Tally {
  turns: number;
  words: number;
  /** Turns that end in a question; all others are answers. */
  asking: number;
  /** Turns that contain a question. */
  questions: number;
  sayI: number;
  sayWe: number;
  sayYou: number;
  nameSubjects: number;
  /** Answers that say `I`. */
  personal: number;
  /** Questions that say `I`, and not `you`. */
  ofTheirOwn: number;
  /** Number of lines typical of a host, minus those typical of a guest. */
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

/** Adds a turn to the counts, or subtracts it again (`by` −1). */
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

/** The counts after one turn has changed. */
export function retallied(counts: Tally, before: Said, now: Said): Tally {
  const changed = { ...counts };
  tally(changed, before, -1);
  tally(changed, now);
  return changed;
}
