import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { InterviewReader } from '../../src/core/interview/reader';
import { TextLines } from '../../src/core/text/lines';
import { evaluateText, type Gold, type Result, summary } from './recognition';
import { Random } from './random';
import { type Cast, LAYOUTS, type Said } from './rendered';

const LENGTHS = [6, 14, 60];

/**
 * Lays the speech of each interview of a folder out in every way of `rendered.ts`: short and long, bare
 * and below a title with an introduction. What is a turn is known then, so that this shows which
 * layouts are read worse than others, and whether a change helped one at the cost of another.
 *
 *     npm run evaluate -- layouts FOLDER [--only=PART OF A NAME] [--show=PART OF A NAME]
 */
export function run(args: string[]): void {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? '.';
  const only = option(args, 'only') ?? '';
  const shown = option(args, 'show');
  const talks = talksOf(folder);
  const rows = LAYOUTS.filter(({ name }) => name.includes(only)).flatMap((layout) =>
    [false, true].flatMap((isIntroduced) =>
      LENGTHS.map((length) => {
        const results = talks.flatMap((talk, index) => {
          const said = talk.said.slice(0, length);
          if (layout.wantsQuestions && !asksInQuestions(talk.said)) return [];
          if (said.length < Math.min(length, 12)) return [];
          const random = new Random(index + 1);
          const cast = castOf(random, talk.said);
          const { text, gold } = document(layout.render(said, cast), cast, isIntroduced);
          const result = evaluateText(talk.id, TextLines.of(text), gold, true);
          const isBad = !result.found || result.turnStartF1 < 0.9;
          if (
            shown !== undefined &&
            isBad &&
            `-${layout.name}-${talk.id}-${length}-${isIntroduced}`.includes(shown)
          )
            console.log(`\n=== ${layout.name} ${talk.id} ${length} ${isIntroduced}\n${text}`);
          return [result];
        });
        return { layout: layout.name, isIntroduced, length, results };
      }),
    ),
  );
  print(rows);
}

function option(args: readonly string[], name: string): string | undefined {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

interface Talk {
  readonly id: string;
  readonly said: readonly Said[];
}

/** What is said in the interviews of a folder, adjacent turns of one speaker joined. */
function talksOf(folder: string): Talk[] {
  return readFileSync(path.join(folder, 'manifest.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; file: string; docClass: string; lang: string })
    .filter(({ docClass }) => docClass === 'interview')
    .map(({ id, file }) => ({ id, said: saidIn(readFileSync(path.join(folder, file), 'utf8')) }))
    .filter(({ said }) => said.length >= 8);
}

/** Whether those who ask do so in questions: nobody sets remarks of a chat in bold. */
function asksInQuestions(said: readonly Said[]): boolean {
  const asking = said.filter(({ asks }) => asks);
  const inQuestions = asking.filter(({ paragraphs }) => /[?？]/u.test(paragraphs.join(' ')));
  return inQuestions.length >= 0.8 * asking.length;
}

function saidIn(text: string): Said[] {
  const { turns } = new InterviewReader().read(TextLines.of(text), {});
  const all: Said[] = [];
  for (const { role, paragraphs } of turns) {
    const spoken = paragraphs
      .map(({ start, end }) => plain(text.slice(start, end)))
      .filter((paragraph) => /\p{L}/u.test(paragraph));
    if (spoken.length === 0) continue;
    const asks = role === 'interviewer';
    const last = all.at(-1);
    if (last?.asks === asks) last.paragraphs.push(...spoken);
    else all.push({ asks, paragraphs: spoken });
  }
  return all[0]?.asks === false ? all.slice(1) : all;
}

/** A paragraph on one line without mark-up. */
function plain(paragraph: string): string {
  return paragraph
    .replaceAll(/<[^<>]*>|!?\[\]\([^()]*\)/gu, '')
    .replaceAll(/\[([^\][]*)\]\([^()]*\)/gu, '$1')
    .replaceAll(/^[>#\s—–-]+|\*+|__+|[`|\\{}]/gmu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

const ASKING = ['Maria Delgado', 'Karin Lindqvist', 'Paul Mercer', 'Jane Ashworth', 'Li Wei'];
const ANSWERING = [
  'Thomas Okafor',
  'Ingrid Sørensen',
  'Amir Haddad',
  'Rosa Whitfield',
  'John Park',
];

function castOf(random: Random, said: readonly Said[]): Cast {
  const asking = random.pick(ASKING);
  const answering = random.pick(ANSWERING);
  return { asking, answering, isLong: said.length > 20 };
}

/** The lines of a document, and which of them begin turns. */
export type Rendered = readonly (readonly [line: string, begins?: 'asks' | 'answers'])[];

function document(
  body: Rendered,
  { asking, answering }: Cast,
  isIntroduced: boolean,
): { text: string; gold: Gold } {
  const before = isIntroduced
    ? [
        `# “Nobody had counted the boats”: an interview with ${answering}`,
        '',
        `${answering} has worked on the coast for thirty years. ${asking} spoke to ${answering.split(' ').at(-1) ?? ''} in spring about what has changed since.`,
        '',
      ]
    : [];
  const turns = body.flatMap(([, begins], index) =>
    begins
      ? [
          {
            startLine: before.length + index + 1,
            role: begins === 'asks' ? 'interviewer' : 'interviewee',
          },
        ]
      : [],
  );
  return {
    text: [...before, ...body.map(([line]) => line), ''].join('\n'),
    gold: {
      turns,
      firstTurnLine: turns[0]?.startLine ?? 1,
      bodyEndLine: before.length + body.length,
    },
  };
}

interface Row {
  readonly layout: string;
  readonly isIntroduced: boolean;
  readonly length: number;
  readonly results: readonly Result[];
}

function print(rows: readonly Row[]): void {
  const names = [...new Set(rows.map(({ layout }) => layout))];
  console.log('recall / turn starts, for 6, 14 and 60 turns; bare, then introduced; roles; speech');
  for (const name of names) {
    const own = rows.filter(({ layout }) => layout === name);
    const cells = own.map(({ results }) => {
      const { recall, turnStartF1 } = summary(results);
      return `${recall.toFixed(2)}/${turnStartF1.toFixed(2)}`;
    });
    const all = summary(own.flatMap(({ results }) => results));
    console.log(
      [name.padEnd(28), ...cells, all.roleAccuracy.toFixed(2), all.speechLineF1.toFixed(2)].join(
        '  ',
      ),
    );
  }
  const all = summary(rows.flatMap(({ results }) => results));
  console.log(JSON.stringify(all));
}
