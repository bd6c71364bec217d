import { trimmedIn, type TextLines } from '../text/lines';
import type { Span } from '../text/span';
import { isDecoy } from './labels';
import { speechesAt, type Block, type Speech } from './layout';
import type { LineFacts } from './lineFacts';
import { metadataOf, titleOverEntries } from './metadata';
import type { Corrections, Exchange, Interview, Region, RegionKind, Speaker, Turn } from './model';
import type { Person } from './people';
import { before, preambleRegions, spanOf, titleInFrontMatter } from './preamble';
import { pullQuoteCandidates, pullQuotesAmong } from './pullQuotes';
import { rolesOf, type Habits } from './roles';
import { saidAt, startsOf, type Said, type Script } from './script';

/** A document as one explanation has it, with what is needed to follow small edits. */
export interface Structure {
  readonly facts: readonly LineFacts[];
  readonly script: Script;
  readonly speeches: readonly Speech[];
  /** The line at which the footer begins; the number of lines if there is none. */
  readonly footer: number;
  /** Whether something may be a pull quote, which depends on words that stand elsewhere. */
  readonly mayQuote: boolean;
  readonly parts: Omit<Interview, 'recognition'>;
}

/** The turns, speakers, exchanges and regions of a document, as one explanation has them. */
export function assemble(
  text: TextLines,
  facts: readonly LineFacts[],
  script: Script,
  corrections: Corrections,
): Structure {
  const candidates = pullQuoteCandidates(text, facts, script.starts);
  const pullQuotes = pullQuotesAmong(text, candidates);
  const { speeches, footer } = speechesAt(
    facts,
    script.starts,
    (line) => script.personAt.has(line),
    pullQuotes,
  );
  const speakers = speakersOf(text, facts, script, corrections);
  const turns = speeches.map((speech, index) => {
    const person = script.personAt.get(speech.first);
    const speaker = person && speakers.get(person);
    const role = speaker?.role ?? script.roleAt.get(speech.first) ?? 'other';
    return turnOf(text, facts, script, speech, { index, speaker, role });
  });
  const regions = preambleRegions(text, facts, script, pullQuotes);
  for (const speech of speeches) {
    for (const region of regionsWithin(text, facts, script, speech)) regions.push(region);
  }
  if (footer < facts.length) regions.push(footerRegion(text, footer));
  regions.sort((a, b) => a.span.start - b.span.start);
  const title =
    titleInFrontMatter(text) ??
    regions.find(({ kind }) => kind === 'title')?.span ??
    titleOverEntries(text, facts, script.starts[0] ?? 0);
  const parts = {
    title,
    metadata: metadataOf(text, facts, script.starts[0] ?? 0, { title, regions, turns }),
    speakers: [...speakers.values()],
    turns,
    exchanges: exchangesOf(turns),
    regions,
  };
  return { facts, script, speeches, footer, mayQuote: candidates.length > 0, parts };
}

function speakersOf(
  text: TextLines,
  facts: readonly LineFacts[],
  { people, personAt, starts, roleAt }: Script,
  corrections: Corrections,
): Map<Person, Speaker> {
  const said = saidAt(facts, starts);
  const mean = meanOf([...said.values()], ({ words }) => words);
  const asked = new Set(
    starts.filter((line, index) => {
      const last = starts[index - 1] ?? -1;
      return said.get(last)?.asks && personAt.get(last) !== personAt.get(line);
    }),
  );
  const first = starts[0] ?? -1;
  const habits = people.map((person) => habitsOf(person, said, mean, { first, asked }));
  const roles = rolesOf(people, habits, corrections, {
    preamble: before(text, starts[0]),
    hasQuestioner: [...roleAt.values()].includes('interviewer'),
  });
  const ids = new Set<string>();
  return new Map(
    people.map((person, index) => {
      const id = unique(person.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-'), ids);
      const byUse = [...person.labels].sort((a, b) => b.lines.length - a.lines.length);
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

function habitsOf(
  person: Person,
  said: ReadonlyMap<number, Said>,
  meanWords: number,
  { first, asked }: { readonly first: number; readonly asked: ReadonlySet<number> },
): Habits {
  const own = startsOf(person);
  const turns = own.flatMap((line) => said.get(line) ?? []);
  const share = (test: (turn: Said) => boolean) => meanOf(turns, (turn) => (test(turn) ? 1 : 0));
  const words = meanOf(turns, (turn) => turn.words);
  return {
    turns: turns.length,
    asking: share(({ asks }) => asks),
    questions: share(({ hasQuestion }) => hasQuestion),
    addressing: share(({ saysYou }) => saysYou) - share(({ saysI }) => saysI),
    brevity: Math.max(-1, 1 - words / (meanWords || 1)),
    asked: meanOf(own, (line) => (asked.has(line) ? 1 : 0)),
    speaksFirst: own.includes(first),
  };
}

function meanOf<T>(items: readonly T[], of: (item: T) => number): number {
  return items.length === 0 ? 0 : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}

function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  for (let number = 2; taken.has(candidate); number++) candidate = `${id}-${number}`;
  taken.add(candidate);
  return candidate;
}

/** The turn of a speech, whose place among the turns and whose speaker are known. */
export function turnOf(
  text: TextLines,
  facts: readonly LineFacts[],
  script: Script,
  speech: Speech,
  { index, speaker, role }: Pick<Turn, 'index' | 'speaker' | 'role'>,
): Turn {
  const lineStart = text.lineSpan(speech.first).start;
  const label = speaker && facts[speech.first]?.label;
  const labelSpan = label && { start: lineStart + label.start, end: lineStart + label.end };
  const paragraphs = speech.blocks
    .flatMap((block) => spokenRuns(facts, script, block))
    .map((run) => spokenSpan(text, facts, script, run))
    .filter(({ start, end }) => end > start);
  const start = labelSpan?.start ?? paragraphs[0]?.start ?? lineStart;
  const end = paragraphs.at(-1)?.end ?? labelSpan?.end ?? start;
  return { index, speaker, role, span: { start, end }, label: labelSpan, paragraphs };
}

/** The words of some lines, without the label or mark with which they begin. */
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

/** The parts of a block that are words: no cue times, no headings; a label begins another. */
function spokenRuns(
  facts: readonly LineFacts[],
  { personAt, roleAt }: Script,
  { first, end }: Block,
): Block[] {
  const runs: Block[] = [];
  let start = first;
  for (let line = first; line <= end; line++) {
    const isStart = personAt.has(line) || roleAt.has(line);
    const isSilent = line < end && !isStart && isFurniture(facts[line]);
    if (line < end && !isSilent && !personAt.has(line)) continue;
    if (line > start) runs.push({ first: start, end: line });
    start = isSilent ? line + 1 : line;
  }
  return runs;
}

/** Nobody speaks it: times, numbers, headings between turns, `**Break:** [01:18]`. */
function isFurniture(facts: LineFacts | undefined): boolean {
  if (!facts) return false;
  if (facts.isDirection) return true;
  if (facts.label && !facts.isHeading)
    return isDecoy(facts.label) && facts.words * 6 - facts.label.end < 18;
  return facts.isMachine || facts.isNumber || facts.isHeading;
}

function furnitureKind({ isHeading, label, isDirection }: LineFacts): RegionKind {
  if ((label && !isHeading) || isDirection) return 'stageDirection';
  return isHeading ? 'heading' : 'timestamp';
}

/** What stands in a speech and is spoken by nobody. */
export function regionsWithin(
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
      if (isFurniture(at) && !roleAt.has(line) && !personAt.has(line)) {
        regions.push({ kind: furnitureKind(at), span: trimmedIn(text, text.lineSpan(line)) });
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

function footerRegion(text: TextLines, first: number): Region {
  const span = trimmedIn(text, { start: text.lineSpan(first).start, end: text.length });
  return { kind: 'footer', span };
}

/** Each question with the turns up to the next; what comes before the first question is in none. */
export function exchangesOf(turns: readonly Turn[]): Exchange[] {
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
