import { ByLine } from '../byLine';
import type { Evidence } from '../evidence';
import type { LineFacts } from '../line/lineFacts';
import type { Role } from '../model';
import type { Person } from '../people/people';
import type { Tally } from './said';

/**
 * One explanation of a document: where its turns begin, whose they are, and the evidence for this
 * reading.
 */
export interface Script {
  /** The lines at which turns begin, in order. */
  readonly starts: readonly number[];
  readonly people: readonly Person[];
  /**
   * The person whose label begins a line; in subtitles this includes lines within a turn, where the
   * label is repeated.
   */
  readonly personAt: ByLine<Person>;
  /** The role at starts of turns without a label. */
  readonly roleAt: ByLine<Role>;
  readonly evidence: ScriptEvidence;
  /** What the evidence was computed from. */
  readonly taken: Taken;
}

/**
 * What the evidence of an explanation was computed from, kept so that it can be updated after an
 * edit.
 */
export interface Taken {
  /** The lines at which the passages counted as turns begin, in order. */
  readonly lines: readonly number[];
  /** The counts over these passages; undefined where the evidence doesn't need them. */
  readonly tally: Tally | undefined;
  /** The approximate number of words from the first of the lines on, and in the whole document. */
  readonly words: number;
  readonly allWords: number;
  readonly behind?: Behind | undefined;
  readonly beside?: Beside | undefined;
  /** Words in Markdown quotations, if there are several speakers and most turns begin in one. */
  readonly quoted?: number | undefined;
}

/** How many lines without a speaker's label, wherever they stand, may ask those who have one. */
export interface Beside {
  /** Set off by their form. */
  readonly setOff: number;
  /** In plain lines. */
  readonly plain: number;
}

/**
 * The part of the last turn after as many blocks as the longest other turn has: probably another
 * text.
 */
export interface Behind {
  /**
   * For each number of blocks, how many of the other turns have it; and the greatest such number.
   */
  readonly turns: ReadonlyMap<number, number>;
  readonly most: number;
  /** The line at which that part begins (infinite if there is none), and its number of words. */
  readonly from: number;
  readonly words: number;
}

/** The evidence from the explanation itself; that from its surroundings is added later. */
export type ScriptEvidence = Omit<
  Evidence,
  | 'announced'
  | 'interviewed'
  | 'forLearners'
  | 'isCast'
  | 'edited'
  | 'staged'
  | 'fenced'
  | 'talkedWith'
  | 'isHelp'
  | 'isHelpByTitle'
  | 'isExercise'
  | 'isPractice'
  | 'isManual'
  | 'isMinutes'
  | 'isPlay'
  | 'isAssistant'
  | 'isService'
  | 'machine'
  | 'introduced'
>;

/** The number of lines that begin with one of a person's labels. */
export function countOf({ labels }: Person): number {
  return labels.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The approximate number of words per turn, and the shares of the document's words from the first
 * turn on, in the excess of the last turn, and outside of quotations.
 */
export function spoken({
  lines,
  words,
  allWords,
  behind,
  quoted,
}: Taken): Pick<Evidence, 'wordsPerTurn' | 'coverage' | 'behind' | 'excerpted'> {
  return {
    wordsPerTurn: words / lines.length,
    coverage: allWords === 0 ? 0 : words / allWords,
    behind: allWords === 0 ? 0 : (behind?.words ?? 0) / allWords,
    excerpted: quoted === undefined || allWords === 0 ? 0 : 1 - quoted / allWords,
  };
}

/** The approximate number of words from the first of the lines on, and in the whole document. */
export function wordsBehind(
  facts: readonly LineFacts[],
  lines: readonly number[],
): Pick<Taken, 'words' | 'allWords'> {
  const words = wordsIn(facts, lines[0] ?? facts.length, facts.length);
  return { words, allWords: wordsIn(facts, 0, lines[0] ?? facts.length) + words };
}

export function wordsIn(facts: readonly LineFacts[], first: number, end: number): number {
  let sum = 0;
  for (let line = first; line < end; line++) sum += (facts[line] as LineFacts).words;
  return sum;
}

export function wordsQuotedIn(facts: readonly LineFacts[]): number {
  return facts.reduce((sum, { isBlockquote, words }) => sum + (isBlockquote ? words : 0), 0);
}

/** The roles at the lines of questions and of answers. */
export function rolesAt(questions: readonly number[], answers: readonly number[]): ByLine<Role> {
  const roles = new Map<number, Role>();
  for (const line of answers) roles.set(line, 'interviewee');
  for (const line of questions) roles.set(line, 'interviewer');
  return ByLine.of(roles);
}

export function merged(lines: readonly number[], roleAt: ByLine<Role>): readonly number[] {
  return roleAt.lines.length === 0 ? lines : [...lines, ...roleAt.lines].sort((a, b) => a - b);
}
