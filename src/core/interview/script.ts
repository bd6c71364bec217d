import type { Evidence } from './evidence';
import type { LabelUse } from './labels';
import type { LineFacts } from './lineFacts';
import { markedTurns } from './marks';
import type { Role } from './model';
import { peopleOf, type Person } from './people';
import { unlabelledQuestions } from './unlabelled';

/** One explanation of a document: where turns begin, whose they are, and what speaks for it. */
export interface Script {
  /** The lines at which turns begin, in order. */
  readonly starts: readonly number[];
  readonly people: readonly Person[];
  /** The person whose label begins a line; in subtitles also of lines that go on with a turn. */
  readonly personAt: ReadonlyMap<number, Person>;
  /** The role at starts without a label. */
  readonly roleAt: ReadonlyMap<number, Role>;
  readonly evidence: ScriptEvidence;
}

/** What an explanation shows by itself; what its surroundings show is added later. */
export type ScriptEvidence = Omit<Evidence, 'announced' | 'isHelp' | 'machine' | 'introduced'>;

/** So many of the only speaker's turns ask, where what is between them answers. */
const ASKED_ALONE = 0.5;
/** Below this no speaker with a label asks. */
const HARDLY_ASKING = 0.25;
const FEWEST_QUESTIONS = 3;

/** Speakers have labels. Subtitles repeat them in each cue: only a change of speaker is a turn. */
export function labelledScript(
  facts: readonly LineFacts[],
  labels: readonly LabelUse[],
  preamble: string,
): Script | undefined {
  const people = peopleOf(labels, preamble);
  const personAt = new Map<number, Person>();
  for (const person of people) for (const line of startsOf(person)) personAt.set(line, person);
  const lines = [...personAt.keys()].sort((a, b) => a - b);
  if (lines.length < 2) return undefined;
  const changes = lines.filter(
    (line, index) => personAt.get(line) !== personAt.get(lines[index - 1] ?? -1),
  );
  const subtitled = hasCues(facts);
  const asks = askingStarts(facts, lines);
  const asking = people.map((person) => share(startsOf(person), (line) => asks.has(line)));
  const most = asking.reduce((best, rate) => Math.max(best, rate), 0);
  const roleAt = unlabelledPart(facts, people, lines, most);
  const starts = subtitled ? changes : merged(lines, roleAt);
  const recurring = people.filter(({ labels: own }) => own.some((use) => use.lines.length > 1));
  return {
    starts,
    people,
    personAt,
    roleAt,
    evidence: {
      kind: 'labels',
      speakers: recurring.length + (roleAt.size > 1 ? 1 : 0),
      turns: starts.length,
      alternation: roleAt.size > 0 ? 1 : changes.length / lines.length,
      asking: roleAt.size > 0 ? 1 : most,
      ...spoken(facts, lines),
      addressed: 0,
      personal: 0,
      plural: 0,
      quoted: 0,
      subtitled,
      form: facts[lines[0] ?? -1]?.label?.style ?? '',
    },
  };
}

const NOBODY: ReadonlyMap<number, Role> = new Map();

/** The turns without a label, where only those who ask have one, or only those who answer. */
function unlabelledPart(
  facts: readonly LineFacts[],
  people: readonly Person[],
  lines: readonly number[],
  asking: number,
): ReadonlyMap<number, Role> {
  const ask = share(lines, (line) => questionEnds(facts, line));
  if (people.length === 1 && ask >= ASKED_ALONE) return answersTo(facts, lines);
  return asking < HARDLY_ASKING ? questionsTo(facts, new Set(lines)) : NOBODY;
}

/** Where only answers have a label: headings or dashes that ask, with such an answer behind them. */
function questionsTo(
  facts: readonly LineFacts[],
  answers: ReadonlySet<number>,
): ReadonlyMap<number, Role> {
  const roleAt = new Map<number, Role>();
  facts.forEach(({ isHeading, mark, asks, invites }, line) => {
    const isSetOff = isHeading || mark?.kind === 'dash';
    if (!isSetOff || !(asks || invites) || answers.has(line)) return;
    if (answers.has(nextFull(facts, line + 1) ?? -1)) roleAt.set(line, 'interviewer');
  });
  return roleAt.size >= FEWEST_QUESTIONS ? roleAt : NOBODY;
}

/** Where only questions have a label: the block behind each begins the answer. */
function answersTo(facts: readonly LineFacts[], questions: readonly number[]): Map<number, Role> {
  const roleAt = new Map<number, Role>();
  questions.forEach((line, index) => {
    const answer = nextFull(facts, endOfBlock(facts, line));
    if (answer !== undefined && answer < (questions[index + 1] ?? Infinity))
      roleAt.set(answer, 'interviewee');
  });
  return roleAt;
}

/** Whether the block with a label ends in a question. */
function questionEnds(facts: readonly LineFacts[], line: number): boolean {
  return facts[endOfBlock(facts, line) - 1]?.asks ?? false;
}

/** The line behind the words at a label, which may stand alone on its line. */
function endOfBlock(facts: readonly LineFacts[], line: number): number {
  let end = line + 1;
  if (isLabelAlone(facts[line])) end = nextFull(facts, end) ?? end;
  while (end < facts.length && !facts[end]?.isBlank) end++;
  return end;
}

function isLabelAlone(facts: LineFacts | undefined): boolean {
  return facts?.label !== undefined && facts.words * 6 - facts.label.body < 6;
}

function merged(lines: readonly number[], roleAt: ReadonlyMap<number, Role>): number[] {
  return [...lines, ...roleAt.keys()].sort((a, b) => a - b);
}

/** Questions have a form of their own, and what is behind them answers. */
export function questionScript(facts: readonly LineFacts[]): Script | undefined {
  const found = unlabelledQuestions(facts);
  if (!found) return undefined;
  const roleAt = new Map<number, Role>();
  for (const line of found.answers) roleAt.set(line, 'interviewee');
  for (const line of found.questions) roleAt.set(line, 'interviewer');
  const starts = [...roleAt.keys()].sort((a, b) => a - b);
  return {
    starts,
    people: [],
    personAt: new Map(),
    roleAt,
    evidence: {
      kind: 'questions',
      speakers: 2,
      turns: found.questions.length,
      alternation: 1,
      asking: found.asking,
      ...spoken(facts, starts),
      addressed: found.addressed,
      personal: found.personal,
      plural: found.plural,
      quoted: found.quoted,
      form: found.form,
      subtitled: hasCues(facts),
    },
  };
}

/** Marks tell that the speaker changes, and not who speaks. */
export function markedScript(facts: readonly LineFacts[]): Script | undefined {
  const subtitled = hasCues(facts);
  const found = markedTurns(facts, subtitled);
  if (!found) return undefined;
  const { starts, isDialogue } = found;
  const asks = askingStarts(facts, starts);
  const roleOf = (line: number): Role => {
    if (!isDialogue) return 'other';
    return asks.has(line) ? 'interviewer' : 'interviewee';
  };
  // What a turn says may stand anywhere in it: subtitles cut it into pieces.
  const inTurns = (test: (line: LineFacts) => boolean) =>
    starts.filter((first, n) => facts.slice(first, starts[n + 1] ?? facts.length).some(test))
      .length / starts.length;
  return {
    starts,
    people: [],
    personAt: new Map(),
    roleAt: new Map(starts.map((line) => [line, roleOf(line)])),
    evidence: {
      kind: 'marks',
      speakers: 2,
      turns: starts.length,
      alternation: isDialogue ? 1 : 0,
      asking: inTurns(({ hasQuestion }) => hasQuestion),
      ...spoken(facts, starts),
      addressed: inTurns(({ isSecondPerson }) => isSecondPerson),
      personal: inTurns(({ saysI }) => saysI),
      plural: inTurns(({ saysWe }) => saysWe),
      quoted: 0,
      subtitled,
      form: 'mark',
    },
  };
}

function hasCues(facts: readonly LineFacts[]): boolean {
  return facts.some(({ isCue }) => isCue);
}

/** The first line from `line` on that is not blank. */
function nextFull(facts: readonly LineFacts[], line: number): number | undefined {
  while (facts[line]?.isBlank) line++;
  return line < facts.length ? line : undefined;
}

/** Roughly the words of a turn, and the share of the document's that is behind the first start. */
function spoken(
  facts: readonly LineFacts[],
  starts: readonly number[],
): { wordsPerTurn: number; coverage: number } {
  let [words, all] = [0, 0];
  facts.forEach((line, index) => {
    all += line.words;
    if (index >= (starts[0] ?? Infinity)) words += line.words;
  });
  return { wordsPerTurn: words / starts.length, coverage: all === 0 ? 0 : words / all };
}

/** The starts of the turns that end in a question. */
export function askingStarts(facts: readonly LineFacts[], starts: readonly number[]): Set<number> {
  const asking = new Set<number>();
  starts.forEach((start, index) => {
    let line = (starts[index + 1] ?? facts.length) - 1;
    while (line > start && isSilent(facts[line])) line--;
    if (facts[line]?.asks) asking.add(start);
  });
  return asking;
}

function isSilent(facts: LineFacts | undefined): boolean {
  return (
    facts !== undefined && (facts.isBlank || facts.isMachine || facts.isNumber || facts.isHeading)
  );
}

/** The lines at which a person's turns start. */
export function startsOf({ labels }: Person): number[] {
  return labels.flatMap(({ lines }) => lines);
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
