import { trimmedIn, type TextLines } from '../text/lines';
import { Sequence } from '../text/sequence';
import { spanMoved, type Span } from '../text/span';
import { lazy } from '../lazy';
import { commentsIn } from './line/comments';
import { changedPieces, type Version } from './keptPieces';
import { isDecoy } from './scripts/labels';
import { layoutOf, speechBlocks, speechOf, type Block, type Layout, type Speech } from './layout';
import type { LineFacts } from './line/lineFacts';
import { metadataOf, titleOverEntries } from './metadata';
import type {
  Corrections,
  Exchange,
  Interview,
  Metadata,
  Piece,
  PieceStarts,
  PlacedTurn,
  Recognition,
  Region,
  RegionKind,
  Role,
  Speaker,
  Turn,
} from './model';
import type { Person } from './people/people';
import { before, preambleRegions, spanOf, titleInFrontMatter } from './preamble';
import { pullQuotesIn, type PullQuotes } from './pullQuotes';
import { isOutlet, rolesOf, type Habits } from './people/roles';
import { emptyTally, saidAt, tally, type Said, type Tally } from './scripts/said';
import { countOf, type Script } from './scripts/script';

/** Number of speeches handled between two yields; they take about a millisecond. */
const SPEECHES_IN_A_STEP = 256;

/** What determines where speeches are and which parts of them nobody speaks. */
interface Setting extends Layout {
  readonly facts: readonly LineFacts[];
  readonly script: Script;
  /** The blocks that may repeat words from elsewhere, and those that do. */
  readonly quotes: PullQuotes;
}

/** A document according to one explanation, with what is needed to update it after small edits. */
export interface Structure extends Setting {
  readonly heard: Heard;
  /** The text before the first speech, then the speeches. */
  readonly pieces: Sequence<Piece>;
  readonly speakers: ReadonlyMap<Person, Speaker>;
  readonly title: Span | undefined;
  readonly metadata: Metadata;
}

/**
 * Makes the turns, speakers and regions of a document according to one explanation; in steps.
 *
 * @param frontMatter the line after the front matter
 * @param last the previous version, whose pieces stay the same objects where nothing in them has
 *   changed
 */
export function* assembling(
  {
    text,
    facts,
    frontMatter,
  }: { text: TextLines; facts: readonly LineFacts[]; frontMatter: number },
  script: Script,
  corrections: Corrections,
  last: Version | undefined,
): Generator<undefined, Structure> {
  const quotes = yield* pullQuotesIn(text, facts, script.starts);
  yield;
  const layout = yield* layoutOf(facts, script.starts);
  yield;
  const heard = heardIn(script, yield* saidAt(facts, script.starts));
  yield;
  const speakers = speakersOf(script.people, rolesIn(text, script, heard, corrections));
  yield;
  const front = preambleRegions(text, facts, script, quotes.first);
  const title =
    titleInFrontMatter(text) ??
    front.find(({ kind }) => kind === 'title')?.span ??
    titleOverEntries(text, facts, script.starts[0] ?? 0);
  yield;
  const setting = { ...layout, facts, script, quotes };
  const now = { text, frontMatter, structure: setting };
  const none = { first: 0, endBefore: 0, end: script.starts.length + 1 };
  const { first, endBefore, end } = last ? changedPieces(last, now, front) : none;
  const made: Piece[] = [];
  for (let index = first; index < end; index++) {
    made.push(
      index === 0 ? { turn: undefined, regions: front } : pieceOf(text, setting, index - 1),
    );
    if (made.length % SPEECHES_IN_A_STEP === 0) yield;
  }
  const known = last?.structure.pieces ?? Sequence.of<Piece>([]);
  yield;
  const structure = {
    ...setting,
    heard,
    pieces: known.replaced(first, endBefore, made),
    speakers,
    title,
    metadata: {},
  };
  const asking = askingOutlet(text, structure);
  const metadata = metadataOf(text, facts, script.starts[0] ?? 0, {
    title,
    regions: front,
    asking,
  });
  return { ...structure, metadata };
}

/** The piece of the speech `index`. */
export function pieceOf(
  text: TextLines,
  { facts, script, quotes, footer, limit }: Setting,
  index: number,
): Piece {
  const first = script.starts[index] as number;
  const speech = speechOf(facts, first, speechBlocks(facts, script.starts, index, footer), {
    isLabelled: script.personAt.has(first),
    pullQuotes: quotes.first,
    limit,
  });
  const by = 0 - text.lineSpan(speech.first).start;
  return {
    turn: turnMoved(turnOf(text, facts, script, speech), by),
    regions: inOrder([
      ...regionsWithin(text, facts, script, speech),
      ...commentsWithin(text, facts, first, script.starts[index + 1] ?? footer),
    ]).map((region) => regionMoved(region, by)),
  };
}

/**
 * The interview with offsets in the text; turns, exchanges and regions are placed when first asked
 * for.
 */
export function placed(text: TextLines, structure: Structure, recognition: Recognition): Interview {
  const { pieces, script, speakers, footer, title, metadata } = structure;
  const starts = new StartsInText(text, script);
  const turns = lazy(() => script.starts.map((_, index) => turnAt(structure, starts, index)));
  const exchanges = lazy(() => exchangesOf(turns()));
  const regions = lazy(() => {
    const all = Array.from(pieces, (piece, at) =>
      piece.regions.map((region) => regionMoved(region, starts.at(at))),
    ).flat();
    return footer < text.lines.length ? [...all, footerRegion(text, footer)] : all;
  });
  return {
    recognition,
    title,
    metadata,
    speakers: [...speakers.values()],
    pieces,
    starts,
    get turns() {
      return turns();
    },
    get exchanges() {
      return exchanges();
    },
    get regions() {
      return regions();
    },
  };
}

/**
 * The offsets at which the pieces begin: the first at 0, the others with their speeches. They are looked up
 * when asked for, as after most edits few are. What they are looked up in is no part of what an interview is.
 */
class StartsInText implements PieceStarts {
  readonly #text: TextLines;
  readonly #lines: readonly number[];

  constructor(text: TextLines, { starts }: Script) {
    this.#text = text;
    this.#lines = starts;
  }

  at(piece: number): number {
    return piece === 0 ? 0 : this.#text.startOf(this.#lines[piece - 1] ?? Infinity);
  }
}

function turnAt({ pieces, speakers, script }: Structure, starts: PieceStarts, index: number): Turn {
  const first = script.starts[index] as number;
  const person = script.personAt.get(first);
  const speaker = person && speakers.get(person);
  const role = speaker?.role ?? script.roleAt.get(first) ?? 'other';
  const piece = (pieces.at(index + 1) as Piece).turn as PlacedTurn;
  return new MovedTurn(index, speaker, role, piece, starts.at(index + 1) as number);
}

/**
 * The turn of a piece, moved to where the piece is now. Spans are computed when asked for, as most
 * turns of a long text never are.
 */
class MovedTurn implements Turn {
  constructor(
    readonly index: number,
    readonly speaker: Speaker | undefined,
    readonly role: Turn['role'],
    private readonly turn: PlacedTurn,
    private readonly by: number,
  ) {}

  get span(): Span {
    return spanMoved(this.turn.span, this.by);
  }

  get label(): Span | undefined {
    const { label } = this.turn;
    return label && spanMoved(label, this.by);
  }

  get paragraphs(): readonly Span[] {
    return this.turn.paragraphs.map((paragraph) => spanMoved(paragraph, this.by));
  }
}

/** The first turn of an outlet (a magazine, a station) that asks. */
function askingOutlet(text: TextLines, structure: Structure): Turn | undefined {
  const starts = new StartsInText(text, structure.script);
  const outlets = new Set(
    [...structure.speakers.values()].filter(
      ({ role, name }) => role === 'interviewer' && isOutlet(name),
    ),
  );
  if (outlets.size === 0) return undefined;
  const index = structure.script.starts.findIndex((first) => {
    const person = structure.script.personAt.get(first);
    const speaker = person && structure.speakers.get(person);
    return speaker !== undefined && outlets.has(speaker);
  });
  return index < 0 ? undefined : turnAt(structure, starts, index);
}

function turnMoved({ span, label, paragraphs }: PlacedTurn, by: number): PlacedTurn {
  return {
    span: spanMoved(span, by),
    label: label && spanMoved(label, by),
    paragraphs: paragraphs.map((paragraph) => spanMoved(paragraph, by)),
  };
}

export function regionMoved({ kind, span }: Region, by: number): Region {
  return { kind, span: spanMoved(span, by) };
}

function inOrder(regions: Region[]): Region[] {
  return regions.sort((a, b) => a.span.start - b.span.start);
}

function speakersOf(people: readonly Person[], roles: readonly Role[]): Map<Person, Speaker> {
  const ids = new Set<string>();
  return new Map(
    people.map((person, index) => {
      const id = unique(person.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'), ids);
      const byUse = [...person.labels].sort((a, b) => b.count - a.count);
      const speaker: Speaker = {
        id,
        name: person.name,
        label: byUse[0]?.name ?? person.name,
        labels: byUse.map(({ name }) => name),
        role: roles[index] ?? 'other',
        ...(person.description !== undefined && { description: person.description }),
      };
      return [person, speaker];
    }),
  );
}

/** Counts over the turns of a script: of all of them, and of each person's. */
export interface Heard {
  readonly all: Tally;
  readonly own: ReadonlyMap<Person, Tally>;
  /** How many of a person's turns follow somebody else's question. */
  readonly asked: ReadonlyMap<Person, number>;
}

/**
 * Counts the turns of a script.
 *
 * @param said what the turn at each of its starts shows
 */
function heardIn({ people, personAt, starts }: Script, said: readonly Said[]): Heard {
  const all = emptyTally();
  const own = new Map(people.map((person) => [person, emptyTally()]));
  const asked = new Map<Person, number>();
  let last: Person | undefined;
  let at = 0;
  said.forEach((turn, index) => {
    const start = starts[index] as number;
    while ((personAt.lines[at] ?? Infinity) < start) at++;
    const person = personAt.lines[at] === start ? personAt.values[at] : undefined;
    tally(all, turn);
    if (person) {
      tally(own.get(person) ?? emptyTally(), turn);
      if (said[index - 1]?.asks && last !== person) asked.set(person, (asked.get(person) ?? 0) + 1);
    }
    last = person;
  });
  return { all, own, asked };
}

/** The roles of the people of a script, in the same order. */
export function rolesIn(
  text: TextLines,
  script: Script,
  heard: Heard,
  corrections: Corrections,
): Role[] {
  const { people, personAt, starts, roleAt } = script;
  return rolesOf(people, habitsOf(script, heard), corrections, {
    preamble: before(text, starts[0]),
    // After the last label, everybody may go on without one.
    hasQuestioner: roleAt.values.includes('interviewer') && isAmong(personAt, roleAt),
  });
}

/** Whether a turn without a label comes before the last one with a label. */
function isAmong({ lines }: Script['personAt'], { lines: others }: Script['roleAt']): boolean {
  return (others[0] ?? Infinity) < (lines.at(-1) ?? 0);
}

/** Number of lines typical of a host (or a guest) that make somebody certainly one. */
const CERTAINLY_HOSTING = 2;

function habitsOf({ people, personAt, starts }: Script, { all, own, asked }: Heard): Habits[] {
  const mean = all.words / (all.turns || 1);
  return people.map((person): Habits => {
    const counts = own.get(person) ?? emptyTally();
    const turns = counts.turns || 1;
    return {
      turns: counts.turns,
      asking: counts.asking / turns,
      questions: counts.questions / turns,
      addressing: (counts.sayYou - counts.sayI) / turns,
      brevity: Math.max(-1, 1 - counts.words / turns / (mean || 1)),
      asked: (asked.get(person) ?? 0) / (countOf(person) || 1),
      hosting: Math.max(-1, Math.min(1, counts.hosting / CERTAINLY_HOSTING)),
      speaksFirst: personAt.get(starts[0] ?? -1) === person,
    };
  });
}

function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  for (let number = 2; taken.has(candidate); number++) candidate = `${id}-${number}`;
  taken.add(candidate);
  return candidate;
}

/** The turn of a speech, with the spans of its parts. */
function turnOf(
  text: TextLines,
  facts: readonly LineFacts[],
  script: Script,
  speech: Speech,
): PlacedTurn {
  const lineStart = text.lineSpan(speech.first).start;
  const label = script.personAt.has(speech.first) ? facts[speech.first]?.label : undefined;
  const labelSpan = label && { start: lineStart + label.start, end: lineStart + label.end };
  const paragraphs = speech.blocks
    .flatMap((block) => spokenRuns(facts, script, block))
    .map((run) => spokenSpan(text, facts, script, run))
    .filter(({ start, end }) => end > start);
  const start = labelSpan?.start ?? paragraphs[0]?.start ?? lineStart;
  const end = paragraphs.at(-1)?.end ?? labelSpan?.end ?? start;
  return { span: { start, end }, label: labelSpan, paragraphs };
}

/** The span of a block's words, without the label or mark at its beginning. */
function spokenSpan(
  text: TextLines,
  facts: readonly LineFacts[],
  { personAt, evidence }: Script,
  run: Block,
): Span {
  const span = spanOf(text, run);
  const first = facts[run.first];
  const mark = evidence.kind === 'marks' ? (first?.mark?.body ?? 0) : 0;
  const skipped = personAt.has(run.first) ? (first?.label?.body ?? 0) : mark;
  const start = Math.min(span.start + skipped, span.end);
  return trimmedIn(text, { start, end: span.end });
}

/**
 * The parts of a block that are spoken, without times, headings and the like; each label begins a
 * new one.
 */
function spokenRuns(
  facts: readonly LineFacts[],
  { personAt, roleAt }: Script,
  { first, end }: Block,
): Block[] {
  const runs: Block[] = [];
  let start = first;
  for (let line = first; line <= end; line++) {
    const isStart = personAt.has(line) || roleAt.has(line);
    const isSilent = line < end && !isStart && isFurniture(facts, line);
    if (line < end && !isSilent && !personAt.has(line)) continue;
    if (line > start) runs.push({ first: start, end: line });
    start = isSilent ? line + 1 : line;
  }
  return runs;
}

/**
 * Whether nobody speaks a line: times, numbers, images, headings between turns,
 * `**Break:** [01:18]`.
 */
function isFurniture(facts: readonly LineFacts[], line: number): boolean {
  const at = facts[line];
  if (!at) return false;
  if (at.isDirection || at.isImage || isCaption(facts, line)) return true;
  if (at.label && !at.isHeading) return isDecoy(at.label) && at.words * 6 - at.label.end < 18;
  return at.isMachine || at.isNumber || at.isHeading;
}

/** Most words of a caption that is neither a sentence nor in italics. */
const CAPTION_WORDS = 14;

/** Whether a line is the caption of the image above it: in italics, or short. */
function isCaption(facts: readonly LineFacts[], line: number): boolean {
  const { form, asks, isSentence, words } = facts[line] as LineFacts;
  const isShort = !isSentence && words <= CAPTION_WORDS;
  if (asks || (form !== 'italic' && !isShort)) return false;
  const above = facts[line - 1]?.isBlank ? facts[line - 2] : facts[line - 1];
  return above?.isImage === true;
}

function furnitureKind(facts: readonly LineFacts[], line: number): RegionKind {
  const { isHeading, label, isDirection, isImage } = facts[line] as LineFacts;
  if (isImage || isCaption(facts, line)) return 'notice';
  if ((label && !isHeading) || isDirection) return 'stageDirection';
  return isHeading ? 'heading' : 'timestamp';
}

/** The regions inside a speech that nobody speaks. */
function regionsWithin(
  text: TextLines,
  facts: readonly LineFacts[],
  script: Script,
  speech: Speech,
): Region[] {
  const { personAt, roleAt } = script;
  const regions: Region[] = speech.silent
    .map((block) => ({ kind: block.kind, span: spokenSpan(text, facts, script, block) }))
    .filter(({ span }) => span.end > span.start);
  for (const { first, end } of speech.blocks) {
    for (let line = first; line < end; line++) {
      const at = facts[line] as LineFacts;
      const { start } = text.lineSpan(line);
      if (isFurniture(facts, line) && !roleAt.has(line) && !personAt.has(line)) {
        regions.push({
          kind: furnitureKind(facts, line),
          span: trimmedIn(text, text.lineSpan(line)),
        });
        continue;
      }
      for (const aside of at.asides) {
        const span = { start: start + aside.start, end: start + aside.end };
        regions.push({ kind: 'stageDirection', span });
      }
    }
  }
  return regions;
}

/** The HTML comments from line `first` to before line `end`, which nobody speaks. */
function commentsWithin(
  text: TextLines,
  facts: readonly LineFacts[],
  first: number,
  end: number,
): Region[] {
  return commentsIn(facts, first, end).map((block) => ({
    kind: 'notice',
    span: trimmedIn(text, spanOf(text, block)),
  }));
}

function footerRegion(text: TextLines, first: number): Region {
  const span = trimmedIn(text, { start: text.lineSpan(first).start, end: text.length });
  return { kind: 'footer', span };
}

/** Each question with the turns up to the next; turns before the first question belong to none. */
function exchangesOf(turns: readonly Turn[]): Exchange[] {
  const exchanges: { question: Turn; answers: Turn[]; span: Span }[] = [];
  for (const turn of turns) {
    const current = exchanges.at(-1);
    const goesOn = current?.answers.length === 0 && turn.role === 'interviewer';
    if (turn.role === 'interviewer' && !goesOn) {
      exchanges.push({ question: turn, answers: [], span: turn.span });
    } else if (current) {
      if (turn.role !== 'interviewer' && turn.role !== 'narrator') current.answers.push(turn);
      current.span = { start: current.span.start, end: turn.span.end };
    }
  }
  return exchanges;
}
