import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { reanchor, selectAll } from '../../src/core/annotations/anchor';
import type { Anchored, Annotation, Selector } from '../../src/core/annotations/model';
import { TextLines } from '../../src/core/text/lines';
import { sentences } from '../../src/core/text/sentences';
import { overlaps, type Span } from '../../src/core/text/span';
import { generateInterview } from '../bench/generate';
import { EDITS, type Scene } from './edits';
import { Random } from './random';
import { Tracked, type Gold } from './tracked';

/** What became of an annotation, against what should have. */
const OUTCOMES = [
  'attached',
  'doubted',
  'missed',
  'flagged',
  'givenUp',
  'orphaned',
  'misplaced',
  'wrong',
] as const;
type Outcome = (typeof OUTCOMES)[number];
type Counts = Record<Outcome | 'cases', number>;

const CASES = 100_000;
/** Every so-manieth case has other annotations around: they are one another's evidence … */
const WITH_OTHERS = 3;
const OTHERS = 8;
/** … and some of them many, of which most are found in step with a few. */
const WITH_MANY = 15;
const MANY = 100;
/** Annotated sentences have at least so many characters, annotated spans so many. */
const SHORTEST = 2;
/** So much of what is left of changed words they have to be attached to … */
const SHARE = 0.5;
/** … and so much of what they are attached to has to be theirs. */
const OWN = 0.75;
/** Characters on either side of a quote in an annotation that another program wrote. */
const PLAIN_CONTEXT = 32;

/**
 * Annotates sentences and spans of interviews, edits the text, attaches the annotations anew, and counts
 * what became of those the edit was about. What is right comes from the edit itself, which follows every
 * character: neither the same words elsewhere nor what nobody could tell is excused.
 *
 * Of words that stand as they were (but for white space, line ends, the shape of quotes and of `…`):
 * - `attached`: found, to the character, and shown as they were;
 * - `doubted`: found, to the character, but shown for review;
 * - `missed`: not found, or other words are shown for review instead.
 *
 * Of words that were changed, or of which some are left:
 * - `flagged`: found where they were, and shown for review;
 * - `givenUp`: made an orphan.
 *
 * Of words that are gone: `orphaned`.
 *
 * Of all:
 * - `misplaced`: words that were changed or are gone, and others are shown for review instead;
 * - `wrong`: attached in silence to anything but the unchanged words themselves.
 *
 * With `--plain` the selectors are those of other programs: quote, position, 32 characters on either side.
 */
export function run(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: String(CASES) },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      plain: { type: 'boolean', default: false },
      show: { type: 'string' },
    },
  });
  const documents = positionals.length > 0 ? positionals.flatMap(textsUnder) : ownTexts();
  const random = new Random(Number(values.seed));
  const byEdit = new Map<string, Counts>();
  const total = none();
  while (total.cases < Number(values.cases)) {
    const name = random.pick(Object.keys(EDITS));
    const { cases } = total;
    const others = cases % WITH_MANY === 0 ? MANY : cases % WITH_OTHERS === 0 ? OTHERS : 0;
    const annotate = values.plain ? plainOn : annotationsOn;
    const made = makeCase(random.pick(documents), name, random, others, annotate);
    if (!made) continue;
    const outcome = outcomeOf(made);
    const counts = byEdit.get(name) ?? none();
    byEdit.set(name, counts);
    for (const some of [counts, total]) {
      some.cases++;
      some[outcome]++;
    }
    if (values.show?.split(',').includes(outcome)) show(name, outcome, made);
  }
  if (values.json) console.log(JSON.stringify(total));
  else console.table(Object.fromEntries([...[...byEdit].sort(), ['all', total] as const]));
}

interface Case {
  readonly before: string;
  readonly after: string;
  readonly annotation: Annotation;
  readonly anchored: Anchored;
  readonly gold: Gold;
}

function makeCase(
  document: string,
  edit: string,
  random: Random,
  others: number,
  annotate: (text: string, spans: readonly Span[]) => Annotation[],
): Case | undefined {
  const all = sentencesOf(document);
  const usable = all.flatMap(({ start, end }, index) => (end - start >= SHORTEST ? [index] : []));
  if (usable.length < 3) return undefined;
  const target = random.pick(usable);
  const scene: Scene = { text: Tracked.of(document), sentences: all, target, random };
  const span = annotated(all[target] as Span, document, random);
  const after = EDITS[edit]?.(scene);
  // An edit that changes nothing to be seen is none.
  if (!after || (edit !== 'nothing' && after.text === document)) return undefined;
  const spans = Array.from({ length: others }, () => random.pick(all));
  const [annotation, ...rest] = annotate(document, [span, ...spans]);
  if (!annotation) return undefined;
  const [anchored] = reanchor(after.text, [annotation, ...rest]);
  if (!anchored) return undefined;
  return {
    before: document,
    after: after.text,
    annotation,
    anchored,
    gold: after.gold(document, span),
  };
}

/** A whole sentence, or some words of it. */
function annotated(sentence: Span, text: string, random: Random): Span {
  if (random.below(4) > 0) return sentence;
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/\S+/g)];
  if (words.length < 5) return sentence;
  const from = random.below(words.length - 3);
  const to = from + 2 + random.below(words.length - from - 2);
  const [first, last] = [words[from], words[to]];
  if (!first || !last) return sentence;
  return { start: sentence.start + first.index, end: sentence.start + last.index + last[0].length };
}

function annotationsOn(text: string, spans: readonly Span[]): Annotation[] {
  return selectAll(linesOf(text), spans).map(annotationWith);
}

/** What another program knows of spans. */
function plainOn(text: string, spans: readonly Span[]): Annotation[] {
  return spans
    .map(({ start, end }) => ({
      start,
      end,
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - PLAIN_CONTEXT), start),
      suffix: text.slice(end, end + PLAIN_CONTEXT),
    }))
    .map(annotationWith);
}

function annotationWith(selector: Selector, number: number): Annotation {
  return { id: String(number), selector, tags: [], topics: [] };
}

function outcomeOf({ anchored, gold }: Case): Outcome {
  const isSilent = anchored.state !== 'changed';
  return gold.fate === 'same'
    ? outcomeOfSame(gold, anchored.span, isSilent)
    : outcomeOfOthers(gold, anchored.span, isSilent);
}

function outcomeOfSame(gold: Gold, span: Span | undefined, isSilent: boolean): Outcome {
  const isFound = span?.start === gold.span?.start && span?.end === gold.span?.end;
  if (isFound) return isSilent ? 'attached' : 'doubted';
  return span && isSilent ? 'wrong' : 'missed';
}

function outcomeOfOthers(gold: Gold, span: Span | undefined, isSilent: boolean): Outcome {
  if (!span) return gold.fate === 'changed' ? 'givenUp' : 'orphaned';
  if (!isSilent) return isOnWhatIsLeft(gold, span) ? 'flagged' : 'misplaced';
  // What was put in the place of a sentence may hold the very words that were annotated of it.
  const isStandIn = gold.fate === 'either' && gold.span && overlaps(span, gold.span);
  return isStandIn ? 'attached' : 'wrong';
}

/** Whether a span is most of what is left of changed words, and little else. */
function isOnWhatIsLeft(gold: Gold, span: Span): boolean {
  if (!gold.span || !overlaps(span, gold.span)) return false;
  const { start, end } = gold.widest ?? span;
  const own = Math.min(end, span.end) - Math.max(start, span.start);
  return gold.share(span) >= SHARE && own >= (span.end - span.start) * OWN;
}

function show(
  edit: string,
  outcome: Outcome,
  { before, after, annotation, anchored, gold }: Case,
): void {
  const { selector } = annotation;
  const around = (text: string, span: Span | undefined) =>
    span && [
      text.slice(Math.max(0, span.start - 50), span.start),
      text.slice(span.start, span.end),
      text.slice(span.end, span.end + 50),
    ];
  console.log(
    JSON.stringify(
      {
        outcome,
        edit,
        before: around(before, selector),
        state: anchored.state,
        found: around(after, anchored.span),
        gold: gold.fate,
        there: around(after, gold.span),
        alike: selector.alike,
      },
      undefined,
      1,
    ),
  );
}

function none(): Counts {
  const counts = [...OUTCOMES, 'cases' as const].map((outcome) => [outcome, 0] as const);
  return Object.fromEntries(counts) as Counts;
}

const known = new Map<string, { all: Span[]; lines: TextLines }>();

function prepared(text: string): { all: Span[]; lines: TextLines } {
  const before = known.get(text);
  if (before) return before;
  const fresh = { all: sentences(text), lines: TextLines.of(text) };
  known.set(text, fresh);
  return fresh;
}

function sentencesOf(text: string): Span[] {
  return prepared(text).all;
}

function linesOf(text: string): TextLines {
  return prepared(text).lines;
}

function textsUnder(folder: string): string[] {
  return readdirSync(path.resolve(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:txt|md|vtt|srt)$/.test(file))
    .sort()
    .map((file) => readFileSync(path.resolve(folder, file), 'utf8'));
}

/** What every checkout has: the samples, and text that is made of few patterns, which is harder. */
function ownTexts(): string[] {
  return [
    ...textsUnder('media/sample'),
    ...textsUnder('test/fixtures/workspace'),
    generateInterview(20_000),
  ];
}
