import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { findClaims } from '../../src/core/claims/find';
import type { ClaimKind } from '../../src/core/claims/model';
import { examine } from '../../src/core/claims/sentence';
import { sentences } from '../../src/core/text/sentences';

interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly label?: string | number | null;
  /** Spans in a document, in code points. */
  readonly components?: readonly { start: number; end: number }[];
}

/** What a set asks of a sentence. */
interface Task {
  readonly name: string;
  /** How the ids of the set begin. */
  readonly ids: string;
  /** Whether gold says yes; undefined leaves the sentence out. */
  readonly gold: (item: Labelled) => boolean | undefined;
  /** What is asked of a text: our answer. */
  readonly isFound: (text: string) => boolean;
  /** Where what isn't labelled may still be a claim, precision means nothing. */
  readonly recallOnly?: boolean;
  /** A second question to a set, which `--json` leaves out: one object a set. */
  readonly isAside?: boolean;
}

interface Figures {
  readonly task: string;
  readonly items: number;
  readonly positives: number;
  readonly found: number;
  readonly precision: number | undefined;
  readonly recall: number;
  readonly f1: number | undefined;
}

/**
 * A sentence counts as verifiable from this probability on. The sets ask whether anything in it can
 * be verified at all; our labels ask whether it states a fact, which is stricter.
 */
const VERIFIABLE = 0.4;

const hasClaim = (text: string) => findClaims(text).length > 0;
const hasKind =
  (...kinds: ClaimKind[]) =>
  (text: string) =>
    findClaims(text).some(({ kind }) => kinds.includes(kind));
/** Whether a claim is about the future isn't a matter of its kind, nor is it only claims that are. */
const isAboutFuture = (text: string) =>
  sentences(text).some(({ start, end }) => examine(text.slice(start, end)).isFuture);

/** To measure on another set, add a task. A set may have several. */
const TASKS: readonly Task[] = [
  {
    name: 'policlaim: checkable against verifiable',
    ids: 'policlaim-',
    gold: ({ label }) => label === 1,
    isFound: (text) => findClaims(text).some(({ checkability }) => checkability >= VERIFIABLE),
  },
  {
    name: 'policlaim: any claim against verifiable',
    ids: 'policlaim-',
    gold: ({ label }) => label === 1,
    isFound: hasClaim,
    isAside: true,
  },
  {
    name: 'elecdeb: any claim against claim or premise',
    ids: 'elecdeb-',
    gold: ({ label }) => (label === 'Partial' ? undefined : label !== 'None'),
    isFound: hasClaim,
  },
  {
    name: 'checkthat20: any claim, of fact-checked sentences',
    ids: 'ct20-',
    gold: ({ label }) => label === 1,
    isFound: hasClaim,
    recallOnly: true,
  },
  {
    name: 'subj-news: judgement or recommendation against subjective',
    ids: 'subj-',
    gold: ({ label }) => label === 'SUBJ',
    isFound: hasKind('judgement', 'recommendation'),
  },
  {
    name: 'future-statements: about the future',
    ids: 'future-',
    gold: ({ label }) => label === 1,
    isFound: isAboutFuture,
  },
  {
    name: 'cmv-modes: any claim, of argument components',
    ids: 'cmv-',
    gold: () => true,
    isFound: hasClaim,
    recallOnly: true,
  },
  {
    name: 'cmv-modes: judgement against evaluation, of claims',
    ids: 'cmv-',
    gold: ({ label }) =>
      label === 'interpretation' ? false : String(label).startsWith('evaluation') || undefined,
    isFound: hasKind('judgement'),
    isAside: true,
  },
];

/**
 * Measures the claims found on labelled sentences or documents, one JSON object a line. Gold is only
 * compared with. Sets are known by how their ids begin.
 */
export function run(args: string[]): void {
  const items = args
    .filter((arg) => !arg.startsWith('--'))
    .flatMap((file) => readFileSync(path.resolve(file), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Labelled);
  const labelled = items.filter(({ components }) => !components);
  const documents = items.filter(({ components }) => components);
  const isJson = args.includes('--json');
  const figures = [
    ...TASKS.filter(({ isAside }) => !isJson || !isAside).flatMap((task) =>
      measured(task, labelled),
    ),
    ...(documents.length > 0 && !(isJson && labelled.length > 0) ? [coverage(documents)] : []),
  ];
  if (isJson) for (const line of figures) console.log(JSON.stringify(line, nullForNone));
  else console.table(figures.map(rounded));
}

/** What means nothing is there, as null. */
function nullForNone(_key: string, value: unknown): unknown {
  return value === undefined ? null : value;
}

function measured(task: Task, items: readonly Labelled[]): Figures[] {
  let [truePositive, positives, found, asked] = [0, 0, 0, 0];
  for (const item of items.filter(({ id }) => id.startsWith(task.ids))) {
    const gold = task.gold(item);
    if (gold === undefined) continue;
    const isFound = task.isFound(item.text);
    asked++;
    if (gold) positives++;
    if (isFound) found++;
    if (gold && isFound) truePositive++;
  }
  if (asked === 0) return [];
  return [figuresOf(task.name, { truePositive, positives, found, asked }, task.recallOnly)];
}

interface Counts {
  readonly truePositive: number;
  readonly positives: number;
  readonly found: number;
  readonly asked: number;
}

function figuresOf(task: string, counts: Counts, recallOnly = false): Figures {
  const { truePositive, positives, found, asked } = counts;
  const precision = recallOnly ? undefined : truePositive / (found || 1);
  const f1 = recallOnly ? undefined : (2 * truePositive) / (found + positives || 1);
  return {
    task,
    items: asked,
    positives,
    found,
    precision,
    recall: truePositive / (positives || 1),
    f1,
  };
}

/** How much of the text in gold spans stands in claims and the other way round, in UTF-16 units. */
function coverage(documents: readonly Labelled[]): Figures {
  let [truePositive, positives, found, asked] = [0, 0, 0, 0];
  for (const { text, components = [] } of documents) {
    const gold = marked(text.length, inUnits(text, components));
    const claims = marked(text.length, claimsByLine(text));
    asked += text.length;
    for (let at = 0; at < text.length; at++) {
      positives += gold[at] ?? 0;
      found += claims[at] ?? 0;
      truePositive += (gold[at] ?? 0) & (claims[at] ?? 0);
    }
  }
  const name = 'elecdeb documents: units of text in claims against components';
  return figuresOf(name, { truePositive, positives, found, asked });
}

function claimsByLine(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) =>
    findClaims(line).map(({ start, end }) => ({ start: start + index, end: end + index })),
  );
}

function inUnits(
  text: string,
  spans: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  const unit = (point: number) => offsets[point] ?? offset;
  return spans.map(({ start, end }) => ({ start: unit(start), end: unit(end) }));
}

function marked(length: number, spans: readonly { start: number; end: number }[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const { start, end } of spans) marks.fill(1, start, end);
  return marks;
}

function rounded(figures: Figures): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, string | number | undefined]) => {
      const isShare = name === 'precision' || name === 'recall' || name === 'f1';
      return [name, isShare ? ((value as number | undefined)?.toFixed(3) ?? '–') : (value ?? '–')];
    }),
  );
}
