import { ByLine } from '../byLine';
import type { LineFacts } from '../line/lineFacts';
import { markedTurns } from './marks';
import type { Role } from '../model';
import type { Person } from '../people/people';
import { saidAt } from './said';
import { rolesAt, type Script, type ScriptEvidence, spoken, wordsBehind } from './script';
import { share } from '../share';
import { unlabelledQuestions } from './unlabelled';

/** Share of turns that must fit the pattern in which every other turn asks. */
const EVERY_OTHER = 0.8;
const NO_PEOPLE = { people: [], personAt: ByLine.of<Person>([]) } satisfies Partial<Script>;
/** The evidence that is the same for all conversations without labels. */
const WITHOUT_LABELS = {
  speakers: 2,
  people: 0,
  nameless: true,
  staying: 1,
  leading: 1,
  isForm: false,
  askingBeside: 0,
  keyed: 0,
  diarized: false,
  weak: 0,
} satisfies Partial<ScriptEvidence>;

/** The explanation by the form of questions: what follows each is the answer. In steps. */
export function* questionScript(
  facts: readonly LineFacts[],
  subtitled: boolean,
): Generator<undefined, Script | undefined> {
  const found = yield* unlabelledQuestions(facts);
  if (!found) return undefined;
  yield;
  const { questions, answers, ...shown } = found;
  const roleAt = rolesAt(questions, answers);
  const starts = roleAt.lines;
  const taken = { lines: starts, tally: undefined, ...wordsBehind(facts, starts) };
  return {
    starts,
    ...NO_PEOPLE,
    roleAt,
    taken,
    evidence: {
      kind: 'questions',
      ...WITHOUT_LABELS,
      ...shown,
      turns: questions.length,
      alternation: 1,
      ...spoken(taken),
      told: toldAt(facts, questions),
      subtitled,
    },
  };
}

/** The explanation by marks that tell that the speaker changes, but not who speaks. In steps. */
export function* markedScript(
  facts: readonly LineFacts[],
  subtitled: boolean,
): Generator<undefined, Script | undefined> {
  const found = markedTurns(facts, subtitled);
  if (!found) return undefined;
  const { starts, isDialogue } = found;
  yield;
  const asking = (yield* saidAt(facts, starts)).map(({ asks }) => asks);
  const taken = { lines: starts, tally: undefined, ...wordsBehind(facts, starts) };
  const alternates = alternation(asking);
  const roles = starts.map((_, index): Role => {
    const asks = alternates === undefined ? asking[index] : index % 2 === alternates;
    if (!isDialogue) return 'other';
    return asks ? 'interviewer' : 'interviewee';
  });
  const roleAt = new ByLine(starts, roles);
  // All lines of a turn are looked at, as subtitles split sentences over lines.
  const inTurns = (test: (line: LineFacts) => boolean) =>
    starts.filter((first, n) => facts.slice(first, starts[n + 1] ?? facts.length).some(test))
      .length / starts.length;
  return {
    starts,
    ...NO_PEOPLE,
    roleAt,
    taken,
    evidence: {
      kind: 'marks',
      ...WITHOUT_LABELS,
      turns: starts.length,
      alternation: isDialogue ? 1 : 0,
      asking: inTurns(({ hasQuestion }) => hasQuestion),
      ...spoken(taken),
      addressed: inTurns(({ isSecondPerson }) => isSecondPerson),
      personal: inTurns(({ saysI }) => saysI),
      plural: inTurns(({ saysWe }) => saysWe),
      explicit: inTurns(({ namesSubjects }) => namesSubjects),
      ownQuestions: 0,
      askingBack: 0,
      answeredTo: 0,
      quoted: 0,
      told: toldAt(facts, starts),
      subtitled,
      form: 'mark',
    },
  };
}

/** The share of the lines whose marked words are followed by who says them. */
function toldAt(facts: readonly LineFacts[], lines: readonly number[]): number {
  return share(lines, (line) => facts[line]?.mark?.isTold ?? false);
}

/** Which turns ask, if every other one does: those with an even index (0) or an odd one (1). */
function alternation(asking: readonly boolean[]): 0 | 1 | undefined {
  const even = share(asking, (asks, index) => asks === (index % 2 === 0));
  if (even >= EVERY_OTHER) return 0;
  return even <= 1 - EVERY_OTHER ? 1 : undefined;
}
