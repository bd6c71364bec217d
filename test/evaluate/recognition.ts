import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import type { Interview } from '../../src/core/interview/model';
import { InterviewReader } from '../../src/core/interview/reader';
import { TextLines } from '../../src/core/text/lines';

interface Entry {
  readonly id: string;
  readonly file: string;
  readonly gold: string | null;
  readonly docClass: string;
}

export interface Gold {
  readonly turns: readonly { startLine: number; role?: string | null }[];
  readonly firstTurnLine: number;
  readonly bodyEndLine: number;
  readonly regions?: readonly { kind: string; startLine: number; endLine: number }[];
}

export interface Result {
  readonly id: string;
  readonly isPositive: boolean;
  readonly found: boolean;
  readonly turnStartF1: number;
  readonly roles: { right: number; known: number };
  readonly speech: { truePositive: number; found: number; gold: number };
}

/**
 * Measures recognition on a folder with a `manifest.jsonl`: the class, turn starts, roles, and which
 * lines are speech. Gold is only compared with, never shown to the reader.
 */
export function run(args: string[]): void {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? '.';
  const entries = readFileSync(path.join(folder, 'manifest.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry)
    .filter(({ docClass }) => docClass !== 'borderline');
  const results = entries.map((entry) => evaluate(folder, entry));
  const figures = summary(results);
  if (args.includes('--json')) console.log(JSON.stringify(figures));
  else print(figures, results);
}

function evaluate(folder: string, entry: Entry): Result {
  const text = TextLines.of(readFileSync(path.join(folder, entry.file), 'utf8'));
  const gold = entry.gold
    ? (JSON.parse(readFileSync(path.join(folder, entry.gold), 'utf8')) as Gold)
    : undefined;
  return evaluateText(entry.id, text, gold, entry.docClass !== 'negative');
}

/** Measures what is read in a text against gold, if it has some. */
export function evaluateText(
  id: string,
  text: TextLines,
  gold: Gold | undefined,
  isPositive: boolean,
): Result {
  const interview = new InterviewReader().read(text, {});
  return {
    id,
    isPositive,
    found: interview.recognition.isInterview,
    turnStartF1: gold ? turnStartF1(text, interview, gold) : 0,
    roles: gold ? rolesRight(text, interview, gold) : { right: 0, known: 0 },
    speech: gold ? speechLines(text, interview, gold) : { truePositive: 0, found: 0, gold: 0 },
  };
}

function startLines(text: TextLines, { turns }: Interview): number[] {
  return turns.map(({ span }) => text.lineAt(span.start) + 1);
}

function turnStartF1(text: TextLines, interview: Interview, gold: Gold): number {
  const found = new Set(startLines(text, interview));
  const wanted = new Set(gold.turns.map(({ startLine }) => startLine));
  return f1([...found].filter((line) => wanted.has(line)).length, found.size, wanted.size);
}

function rolesRight(text: TextLines, interview: Interview, gold: Gold): Result['roles'] {
  // Gold knows two roles: on a panel people answer.
  const roles = new Map(
    interview.turns.map(({ role, span }) => [
      text.lineAt(span.start) + 1,
      role === 'panellist' ? 'interviewee' : role,
    ]),
  );
  const known = gold.turns.filter(
    ({ startLine, role }) =>
      roles.has(startLine) && (role === 'interviewer' || role === 'interviewee'),
  );
  const right = known.filter(({ startLine, role }) => roles.get(startLine) === role);
  return { right: right.length, known: known.length };
}

/**
 * Lines that are spoken, in gold from the first turn to the end of the body without regions. Gold
 * doesn't tell the times and numbers of cues and pages from words: lines without a letter don't count.
 */
function speechLines(text: TextLines, interview: Interview, gold: Gold): Result['speech'] {
  const spoken = new Set<number>();
  for (const { label, paragraphs } of interview.turns) {
    for (const { start, end } of label ? [label, ...paragraphs] : paragraphs) {
      for (let line = text.lineAt(start); line <= text.lineAt(end - 1); line++)
        spoken.add(line + 1);
    }
  }
  const isSilent = (line: number) =>
    (gold.regions ?? []).some(
      ({ kind, startLine, endLine }) => kind !== 'body' && startLine <= line && line <= endLine,
    );
  const wanted = new Set<number>();
  for (let line = gold.firstTurnLine; line <= gold.bodyEndLine; line++) {
    if (hasLetters(text, line) && !isSilent(line)) wanted.add(line);
  }
  const full = [...spoken].filter((line) => hasLetters(text, line));
  const truePositive = full.filter((line) => wanted.has(line)).length;
  return { truePositive, found: full.length, gold: wanted.size };
}

/** Whether a line, counted from 1, has a letter. */
function hasLetters(text: TextLines, line: number): boolean {
  return /\p{L}/u.test(text.lines.at(line - 1)?.text ?? '');
}

function f1(truePositive: number, found: number, gold: number): number {
  return found + gold === 0 ? 1 : (2 * truePositive) / (found + gold);
}

interface Figures {
  readonly recall: number;
  readonly precision: number;
  readonly falseAlarmRate: number;
  readonly turnStartF1: number;
  readonly roleAccuracy: number;
  readonly speechLineF1: number;
  readonly documents: number;
}

export function summary(results: readonly Result[]): Figures {
  const positive = results.filter(({ isPositive }) => isPositive);
  const negative = results.filter(({ isPositive }) => !isPositive);
  const found = positive.filter((result) => result.found).length;
  const alarms = negative.filter((result) => result.found).length;
  return {
    recall: found / positive.length,
    precision: found / (found + alarms || 1),
    falseAlarmRate: alarms / negative.length,
    turnStartF1: mean(positive.map((result) => result.turnStartF1)),
    roleAccuracy:
      sum(positive, ({ roles }) => roles.right) / sum(positive, ({ roles }) => roles.known),
    speechLineF1: mean(
      positive.map(({ speech }) => f1(speech.truePositive, speech.found, speech.gold)),
    ),
    documents: results.length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / (values.length || 1);
}

function sum(results: readonly Result[], of: (result: Result) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}

function print(figures: Figures, results: readonly Result[]): void {
  console.table(
    Object.entries(figures).map(([figure, value]) => ({ figure, value: value.toFixed(3) })),
  );
  const wrong = results.filter(({ isPositive, found }) => isPositive !== found);
  console.log('Wrong class:', wrong.map(({ id }) => id).join(', ') || 'none');
  const worst = results
    .filter(({ isPositive }) => isPositive)
    .sort((a, b) => a.turnStartF1 - b.turnStartF1)
    .slice(0, 12);
  console.log('Worst turn starts:');
  for (const { id, turnStartF1 } of worst) console.log(`  ${turnStartF1.toFixed(2)}  ${id}`);
}
