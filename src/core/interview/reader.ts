import type { Line, TextLines } from '../text/lines';
import { trimmed, type Span } from '../text/span';
import { recognise, type Evidence } from './evidence';
import { firstLine, speakerLabels, type LabelUse } from './labels';
import { speechesAt, type Block, type Speech } from './layout';
import { factsOf, type LineFacts } from './lineFacts';
import type { Corrections, Exchange, Interview, Region, Role, Speaker, Turn } from './model';
import { peopleOf, type Person } from './people';
import { isAnnounced, preambleRegions, spanOf } from './preamble';
import { rolesOf, type Habits } from './roles';
import { unlabelledQuestions } from './unlabelled';

/** So much before the first turn is read for names and descriptions, in UTF-16 units. */
const PREAMBLE = 20_000;

/** What the best explanation of a document says. */
interface Script {
  readonly starts: readonly number[];
  readonly people: readonly Person[];
  /** The person who speaks at each start; undefined where there are no labels. */
  readonly personAt: ReadonlyMap<number, Person>;
  readonly evidence: Omit<Evidence, 'announced' | 'machine' | 'introduced' | 'subtitled'>;
  /** For documents without labels: the role at each start. */
  readonly roleAt: ReadonlyMap<number, Role>;
}

/**
 * Reads the versions of one document. Facts about single lines are kept as long as the line lives,
 * so that after an edit only new lines are looked at closely; the result is always that of a fresh
 * reader.
 */
export class InterviewReader {
  private readonly known = new WeakMap<Line, LineFacts>();

  /** The structure of a text, and whether it is an interview at all. Linear in its length. */
  read(text: TextLines, corrections: Corrections): Interview {
    const facts = text.lines.map((line) => this.factsOf(line));
    if (corrections.interview === false) return noInterview(undefined, corrections);
    const labels = speakerLabels(facts);
    const firstLabel = Math.min(firstLine(labels), facts.length);
    const preamble = text.slice({
      start: 0,
      end: Math.min(PREAMBLE, text.lineSpan(firstLabel).start),
    });
    const script = labelledScript(facts, labels, preamble) ?? unlabelledScript(facts);
    const evidence = script && complete(script, facts, preamble);
    const recognition = recognise(evidence, corrections);
    if (!recognition.isInterview || !script) return noInterview(evidence, corrections);
    return { ...assemble(text, facts, script, corrections), recognition };
  }

  private factsOf(line: Line): LineFacts {
    let facts = this.known.get(line);
    if (!facts) {
      facts = factsOf(line.text);
      this.known.set(line, facts);
    }
    return facts;
  }
}

function noInterview(evidence: Evidence | undefined, corrections: Corrections): Interview {
  return {
    recognition: recognise(evidence, corrections),
    title: undefined,
    speakers: [],
    turns: [],
    exchanges: [],
    regions: [],
  };
}

function complete(script: Script, facts: readonly LineFacts[], preamble: string): Evidence {
  const full = facts.filter(({ isBlank }) => !isBlank).length;
  const machine = facts.filter(({ isMachine, label }) => isMachine && !label).length / (full || 1);
  const introduced = script.people.some(
    ({ description, labels, name }) =>
      description !== undefined || labels.every((label) => label.name !== name),
  );
  // Cues of subtitles are lines of a machine too, but of one that listened.
  const hasCues = facts.some(({ isCue }) => isCue);
  return {
    ...script.evidence,
    announced: isAnnounced(preamble),
    introduced,
    subtitled: hasCues && script.evidence.labelled,
    machine: hasCues ? 0 : machine,
  };
}

function labelledScript(
  facts: readonly LineFacts[],
  labels: readonly LabelUse[],
  preamble: string,
): Script | undefined {
  const people = peopleOf(labels, preamble);
  const personAt = new Map<number, Person>();
  for (const person of people) {
    for (const { lines } of person.labels) {
      for (const line of lines) personAt.set(line, person);
    }
  }
  const starts = [...personAt.keys()].sort((a, b) => a - b);
  if (starts.length < 2) return undefined;
  const changes = starts.filter(
    (line, index) => personAt.get(line) !== personAt.get(starts[index - 1] ?? -1),
  );
  const spoken = spokenLines(facts, starts);
  const asks = askingStarts(facts, starts);
  const asking = people.map((person) => {
    const own = startsOf(person);
    return own.filter((line) => asks.has(line)).length / own.length;
  });
  return {
    starts,
    people,
    personAt,
    roleAt: new Map(),
    evidence: {
      labelled: true,
      speakers: people.filter(({ labels: own }) => own.some(({ lines }) => lines.length > 1))
        .length,
      turns: starts.length,
      alternation: changes.length / starts.length,
      asking: asking.reduce((most, rate) => Math.max(most, rate), 0),
      coverage: spoken.share,
      wordsPerTurn: spoken.words / starts.length,
      personal: 0,
      quoted: 0,
    },
  };
}

function unlabelledScript(facts: readonly LineFacts[]): Script | undefined {
  const found = unlabelledQuestions(facts);
  if (!found) return undefined;
  const roleAt = new Map<number, Role>();
  const questions = new Set(found.questions);
  for (const line of found.questions) {
    roleAt.set(line, 'interviewer');
    const answer = nextFull(facts, line + 1);
    if (answer !== undefined && !questions.has(answer)) roleAt.set(answer, 'interviewee');
  }
  const starts = [...roleAt.keys()].sort((a, b) => a - b);
  const spoken = spokenLines(facts, starts);
  return {
    starts,
    people: [],
    personAt: new Map(),
    roleAt,
    evidence: {
      labelled: false,
      speakers: 2,
      turns: found.questions.length,
      alternation: 1,
      asking: found.asking,
      coverage: spoken.share,
      wordsPerTurn: spoken.words / starts.length,
      personal: found.personal,
      quoted: found.quoted,
    },
  };
}

/** The first line from `line` on that is not blank. */
function nextFull(facts: readonly LineFacts[], line: number): number | undefined {
  while (facts[line]?.isBlank) line++;
  return line < facts.length ? line : undefined;
}

/** Roughly the words from the first start on, and their share of the document's. */
function spokenLines(
  facts: readonly LineFacts[],
  starts: readonly number[],
): { words: number; share: number } {
  let [words, all] = [0, 0];
  facts.forEach((line, index) => {
    all += line.words;
    if (index >= (starts[0] ?? Infinity)) words += line.words;
  });
  return { words, share: all === 0 ? 0 : words / all };
}

/** The starts of the turns that end in a question. */
function askingStarts(facts: readonly LineFacts[], starts: readonly number[]): Set<number> {
  const asking = new Set<number>();
  starts.forEach((start, index) => {
    let line = (starts[index + 1] ?? facts.length) - 1;
    while (line > start && isSilent(facts[line])) line--;
    if (facts[line]?.asks) asking.add(start);
  });
  return asking;
}

function isSilent(facts: LineFacts | undefined): boolean {
  return facts !== undefined && (facts.isBlank || facts.isMachine || facts.isNumber);
}

/** The lines at which a person's turns start. */
function startsOf({ labels }: Person): number[] {
  return labels.flatMap(({ lines }) => lines);
}

function assemble(
  text: TextLines,
  facts: readonly LineFacts[],
  script: Script,
  corrections: Corrections,
): Omit<Interview, 'recognition'> {
  const { speeches, footer } = speechesAt(facts, script.starts);
  const speakers = speakersOf(facts, script, corrections);
  const turns = speeches.map((speech, index) => {
    const person = script.personAt.get(speech.first);
    const speaker = person && speakers.get(person);
    const role = speaker?.role ?? script.roleAt.get(speech.first) ?? 'other';
    return turnOf(text, facts, speech, index, speaker, role);
  });
  const regions = preambleRegions(text, facts, script.starts[0] ?? 0, script.people);
  for (const speech of speeches) {
    for (const region of regionsWithin(text, facts, speech)) regions.push(region);
  }
  if (footer < facts.length) regions.push(footerRegion(text, footer));
  regions.sort((a, b) => a.span.start - b.span.start);
  return {
    title: regions.find(({ kind }) => kind === 'title')?.span,
    speakers: [...speakers.values()],
    turns,
    exchanges: exchangesOf(turns),
    regions,
  };
}

function speakersOf(
  facts: readonly LineFacts[],
  { people, starts }: Script,
  corrections: Corrections,
): Map<Person, Speaker> {
  const asks = askingStarts(facts, starts);
  const habits = people.map((person): Habits => {
    const own = startsOf(person);
    return {
      turns: own.length,
      asking: own.filter((line) => asks.has(line)).length,
      speaksFirst: own.includes(starts[0] ?? -1),
    };
  });
  const roles = rolesOf(people, habits, corrections);
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

function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  for (let number = 2; taken.has(candidate); number++) candidate = `${id}-${number}`;
  taken.add(candidate);
  return candidate;
}

function turnOf(
  text: TextLines,
  facts: readonly LineFacts[],
  speech: Speech,
  index: number,
  speaker: Speaker | undefined,
  role: Role,
): Turn {
  const lineStart = text.lineSpan(speech.first).start;
  const label = speaker && facts[speech.first]?.label;
  const labelSpan = label && { start: lineStart + label.start, end: lineStart + label.end };
  const paragraphs = speech.blocks
    .flatMap((block) => spokenRuns(facts, block))
    .map((block) => {
      const span = spanOf(text, block);
      const start = label && block.first === speech.first ? lineStart + label.body : span.start;
      return trimmedIn(text, { start, end: Math.max(start, span.end) });
    })
    .filter(({ start, end }) => end > start);
  const start = labelSpan?.start ?? paragraphs[0]?.start ?? lineStart;
  const end = paragraphs.at(-1)?.end ?? labelSpan?.end ?? start;
  return { index, speaker, role, span: { start, end }, label: labelSpan, paragraphs };
}

function trimmedIn(text: TextLines, { start, end }: Span): Span {
  const inner = trimmed(text.slice({ start, end }), { start: 0, end: end - start });
  return { start: start + inner.start, end: start + inner.end };
}

/** The parts of a block that are words: no cue times, no headings between turns. */
function spokenRuns(facts: readonly LineFacts[], { first, end }: Block): Block[] {
  const runs: Block[] = [];
  let start = first;
  for (let line = first; line <= end; line++) {
    const at = facts[line];
    const isBreak = line === end || isFurniture(at);
    if (!isBreak) continue;
    if (line > start) runs.push({ first: start, end: line });
    start = line + 1;
  }
  return runs;
}

function isFurniture(facts: LineFacts | undefined): boolean {
  return (
    facts !== undefined &&
    !facts.label &&
    (facts.isMachine || facts.isNumber || (facts.isHeading && !facts.asks))
  );
}

function regionsWithin(text: TextLines, facts: readonly LineFacts[], speech: Speech): Region[] {
  const regions: Region[] = speech.notices.map((block) => ({
    kind: 'notice',
    span: spanOf(text, block),
  }));
  for (const { first, end } of speech.blocks) {
    for (let line = first; line < end; line++) {
      const at = facts[line] as LineFacts;
      const { start } = text.lineSpan(line);
      if (isFurniture(at)) {
        const kind = at.isHeading ? 'heading' : 'timestamp';
        regions.push({ kind, span: text.lineSpan(line) });
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
function exchangesOf(turns: readonly Turn[]): Exchange[] {
  const exchanges: { question: Turn; answers: Turn[]; span: Span }[] = [];
  for (const turn of turns) {
    const current = exchanges.at(-1);
    const goesOn = current?.answers.length === 0 && turn.role === 'interviewer';
    if (turn.role === 'interviewer' && !goesOn) {
      exchanges.push({ question: turn, answers: [], span: turn.span });
    } else if (current) {
      if (turn.role !== 'interviewer') current.answers.push(turn);
      current.span = { start: current.span.start, end: turn.span.end };
    }
  }
  return exchanges;
}
