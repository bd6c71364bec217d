import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { reanchor, selectAll } from '../../src/core/annotations/anchor';
import type { Anchored, Annotation } from '../../src/core/annotations/model';
import { TextLines } from '../../src/core/text/lines';
import { sentences } from '../../src/core/text/sentences';
import { overlaps, type Span } from '../../src/core/text/span';
import { generateInterview } from '../bench/generate';
import { EDITS, type Scene } from './edits';
import { Random } from './random';
import { bare, Tracked, type Gold } from './tracked';

/** What became of an annotation, against what should have. */
type Outcome = 'attached' | 'flagged' | 'orphaned' | 'wrong' | 'missed' | 'unclear' | 'givenUp';
type Counts = Record<Outcome, number> & { cases: number };

const CASES = 100_000;
/** Every so-manieth case has other annotations around: they are one another's evidence. */
const WITH_OTHERS = 3;
const OTHERS = 8;
/** Annotated sentences have at least so many characters, annotated spans so many. */
const SHORTEST = 2;
/** So much of what is left of changed words they have to be attached to … */
const SHARE = 0.5;
/** … and so much of what they are attached to has to be theirs. */
const OWN = 0.75;
/** Characters around words, without spaces, that tell them from the same words elsewhere. */
const CONTEXT = 24;
/** … if they still stand at most so many characters away. */
const NEAR = 200;

/**
 * Annotates sentences and spans of interviews, edits the text, attaches the annotations anew, and counts
 * what became of those the edit was about. What is right comes from the edit itself, which follows
 * every character.
 *
 * - `attached`: the same words, found; `missed`: the same words, not found; `unclear`: not found where
 *   the same words stand several times and nothing near them is as it was;
 * - `flagged`: other words, found where they were and shown for review; `givenUp`: made an orphan;
 * - `orphaned`: the words are gone, and the annotation is an orphan;
 * - `wrong`: attached to anything else, or changed words attached as if they were the same.
 */
export function run(args: string[]): void {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      cases: { type: 'string', default: String(CASES) },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      show: { type: 'string' },
    },
  });
  const documents = positionals.length > 0 ? positionals.flatMap(textsUnder) : ownTexts();
  const random = new Random(Number(values.seed));
  const byEdit = new Map<string, Counts>();
  const total = none();
  while (total.cases < Number(values.cases)) {
    const name = random.pick(Object.keys(EDITS));
    const made = makeCase(random.pick(documents), name, random, total.cases % WITH_OTHERS === 0);
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
  hasOthers: boolean,
): Case | undefined {
  const all = sentencesOf(document);
  const usable = all.flatMap(({ start, end }, index) => (end - start >= SHORTEST ? [index] : []));
  if (usable.length < 3) return undefined;
  const target = random.pick(usable);
  const scene: Scene = { text: Tracked.of(document), sentences: all, target, random };
  const span = annotated(all[target] as Span, document, random);
  const after = EDITS[edit]?.(scene);
  if (!after) return undefined;
  const spans = hasOthers ? Array.from({ length: OTHERS }, () => random.pick(all)) : [];
  const [annotation, ...others] = annotationsOn(linesOf(document), [span, ...spans]);
  if (!annotation) return undefined;
  const [anchored] = reanchor(after.text, [annotation, ...others]);
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

function annotationsOn(lines: TextLines, spans: readonly Span[]): Annotation[] {
  return selectAll(lines, spans).map((selector, index) => ({
    id: String(index),
    selector,
    tags: [],
    topics: [],
  }));
}

function outcomeOf(one: Case): Outcome {
  const { anchored, gold } = one;
  const { span } = anchored;
  if (!span) {
    if (gold.fate === 'same') return isTold(one) ? 'missed' : 'unclear';
    return gold.fate === 'changed' ? 'givenUp' : 'orphaned';
  }
  if (isAsBefore(one, span)) return anchored.state === 'changed' ? 'wrong' : 'attached';
  if (!gold.span || !overlaps(span, gold.span)) return 'wrong';
  return gold.fate === 'same' ? outcomeOfSame(one, span, gold.span) : outcomeOfChanged(one, span);
}

function outcomeOfSame({ anchored, after, gold }: Case, span: Span, right: Span): Outcome {
  if (span.start === right.start && span.end === right.end) {
    return anchored.state === 'changed' ? 'flagged' : 'attached';
  }
  // A letter that was written right beside a word makes it another word.
  const { start, end } = gold.widest ?? right;
  const isWithin = start <= span.start && span.end <= end;
  const isLonger = span.start <= right.start && span.end >= right.end;
  const spliced = after.slice(span.start, right.start) + after.slice(right.end, span.end);
  const isSpliced = isWithin && isLonger && !/\s/.test(spliced);
  return isSpliced && anchored.state === 'changed' ? 'flagged' : 'wrong';
}

/** Changed words have to be attached to most of what is left of them, and to little else. */
function outcomeOfChanged({ annotation, anchored, gold, after }: Case, span: Span): Outcome {
  const { start, end } = gold.widest ?? span;
  const own = Math.min(end, span.end) - Math.max(start, span.start);
  if (gold.share(span) < SHARE || own < (span.end - span.start) * OWN) return 'wrong';
  const words = after.slice(span.start, span.end);
  // A stand-in may hold the very words.
  if (gold.fate === 'either' && bare(words) === bare(annotation.selector.quote)) return 'attached';
  return anchored.state === 'changed' ? 'flagged' : 'wrong';
}

/**
 * Whether the words stand in what is unchanged from the beginning of the text on, or up to its end, with
 * all that was around them: whatever was done to get there, nobody can tell that from no change.
 */
function isAsBefore({ before, after, annotation }: Case, span: Span): boolean {
  const { start, end } = annotation.selector;
  const upTo = (text: string, to: number) => bare(text.slice(0, to));
  const from = (text: string, at: number) => bare(text.slice(at));
  const isWords = bare(before.slice(start, end)) === bare(after.slice(span.start, span.end));
  if (!isWords) return false;
  const isHead =
    upTo(before, start) === upTo(after, span.start) &&
    from(after, span.end).startsWith(from(before, end).slice(0, CONTEXT));
  const isTail = () =>
    from(before, end) === from(after, span.end) &&
    upTo(after, span.start).endsWith(upTo(before, start).slice(-CONTEXT));
  return isHead || isTail();
}

/** Whether the words stand only there, or something that stood beside them still does near by, and near no others. */
function isTold({ before, after, annotation, gold }: Case): boolean {
  const { start, end, quote } = annotation.selector;
  const [words, text] = [bare(quote), bare(after)];
  const own = bare(after.slice(0, gold.span?.start)).length;
  const prefix = bare(before.slice(Math.max(0, start - 2 * CONTEXT), start)).slice(-CONTEXT);
  const suffix = bare(before.slice(end, end + 2 * CONTEXT)).slice(0, CONTEXT);
  const places = placesOf(words, text);
  const isNear = [
    (at: number) => text.slice(Math.max(0, at - NEAR), at).includes(prefix),
    (at: number) => text.slice(at + words.length, at + words.length + NEAR).includes(suffix),
  ];
  const others = places.filter((at) => at !== own);
  if (others.length === 0) return true;
  // Where one is gone, it may be this one as well, and what is beside the other have closed up to it.
  const isOneGone = places.length < placesOf(words, bare(before)).length;
  const tells = isNear.filter((isNear) => isNear(own) && !others.some((at) => isNear(at)));
  return tells.length > (isOneGone ? 1 : 0);
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
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
  return {
    attached: 0,
    flagged: 0,
    orphaned: 0,
    wrong: 0,
    missed: 0,
    unclear: 0,
    givenUp: 0,
    cases: 0,
  };
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
