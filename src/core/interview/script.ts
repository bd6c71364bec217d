import { lastAtOrBefore } from '../text/sequence';
import type { Evidence } from './evidence';
import { ByLine, linesMoved } from './byLine';
import { isDecoy, isLong, LONGEST_EXCHANGE, type LabelUse } from './labels';
import { isPlainForm, type LineFacts } from './lineFacts';
import { blockCount, blocksIn, isLabelAlone } from './layout';
import { markedTurns } from './marks';
import type { Corrections, Role } from './model';
import { peopleOf, type Person } from './people';
import {
  emptyTally,
  endAlike,
  retallied,
  saidAgain,
  saidAt,
  tally,
  TURNS_IN_A_STEP,
  type Said,
  type Tally,
} from './said';
import { share } from './share';
import { LAST_ANSWER, unlabelledQuestions } from './unlabelled';
import { beginningOf, haveOthers, movedBy, type Versions } from './versions';

/**
 * One explanation of a document: where its turns begin, whose they are, and the evidence for this
 * reading.
 */
export interface Script {
  /** The lines at which turns begin, in order. */
  readonly starts: readonly number[];
  readonly people: readonly Person[];
  /**
   * The person whose label begins a line; in subtitles this includes lines within a turn, where the
   * label is repeated.
   */
  readonly personAt: ByLine<Person>;
  /** The role at starts of turns without a label. */
  readonly roleAt: ByLine<Role>;
  readonly evidence: ScriptEvidence;
  /** What the evidence was computed from. */
  readonly taken: Taken;
}

/**
 * What the evidence of an explanation was computed from, kept so that it can be updated after an
 * edit.
 */
export interface Taken {
  /** The lines at which the passages counted as turns begin, in order. */
  readonly lines: readonly number[];
  /** The counts over these passages; undefined where the evidence doesn't need them. */
  readonly tally: Tally | undefined;
  /** The approximate number of words from the first of the lines on, and in the whole document. */
  readonly words: number;
  readonly allWords: number;
  readonly behind?: Behind | undefined;
  readonly beside?: Beside | undefined;
  /** Words in Markdown quotations, if there are several speakers and most turns begin in one. */
  readonly quoted?: number | undefined;
}

/**
 * The part of the last turn after as many blocks as the longest other turn has: probably another
 * text.
 */
interface Behind {
  /**
   * For each number of blocks, how many of the other turns have it; and the greatest such number.
   */
  readonly turns: ReadonlyMap<number, number>;
  readonly most: number;
  /** The line at which that part begins (infinite if there is none), and its number of words. */
  readonly from: number;
  readonly words: number;
}

/** How many lines without a speaker's label, wherever they stand, may ask those who have one. */
interface Beside {
  /** Set off by their form. */
  readonly setOff: number;
  /** In plain lines. */
  readonly plain: number;
}

/** The evidence from the explanation itself; that from its surroundings is added later. */
export type ScriptEvidence = Omit<
  Evidence,
  | 'announced'
  | 'interviewed'
  | 'forLearners'
  | 'isCast'
  | 'edited'
  | 'staged'
  | 'fenced'
  | 'talkedWith'
  | 'isHelp'
  | 'isHelpByTitle'
  | 'isExercise'
  | 'isPractice'
  | 'isManual'
  | 'isMinutes'
  | 'isPlay'
  | 'isAssistant'
  | 'isService'
  | 'machine'
  | 'introduced'
>;

/**
 * Share of the only labelled speaker's turns that must end in questions for the text between them
 * to be answers.
 */
const ASKED_ALONE = 0.5;
/** Share of turns that end in questions below which no labelled speaker counts as asking. */
const HARDLY_ASKING = 0.25;
const FEWEST_QUESTIONS = 3;
const FEWEST_PLAIN = 2;
/** Share of the labelled answers that must have a question in plain lines above them. */
const PLAINLY_ASKED = 0.25;
/**
 * A form has at least this many fields, each filled in at least this often, and at least this share
 * of them in the usual order.
 */
const FEWEST_ENTRIES = 4;
const FEWEST_FORMS = 3;
const REGULAR = 0.9;
const NAMELESS =
  /^(?:[qapr]|(?:question|answer|frage|antwort|pregunta|respuesta|pergunta|resposta|domanda|risposta|réponse)(?: \p{L}+)?|soru|cevap|otázka|odpověď|pytanie|odpowiedź|вопрос|ответ|питання|відповідь|vraag|antwoord|fråga|svar|kérdés|válasz|tanya|jawab|hỏi|đáp|ερώτηση|απάντηση|[שתسج]|שאלה|תשובה|(?:ال)?سؤال|(?:ال)?جواب|ถาม|ตอบ|प्रश्न|उत्तर|[问答問]|回答|提问|質問|提問|답변|질문)\.?$/iu;
/** What speech recognition calls the voices it tells apart. */
const VOICE =
  /^(?:speaker|spk|voice|voz|voix|stimme|sprecher|locuteur|hablante|спикер|говорящий|participante|sprecherin|发言人|說話人|说话人|話者|화자|참석자)[ _-]?\d{1,4}$/i;
/** Fewer turns don't show how long a turn usually is. */
const FEWEST_TURNS = 4;
/** Share of turns that must fit the pattern in which every other turn asks. */
const EVERY_OTHER = 0.8;

/**
 * The explanation by speakers' labels. Subtitles repeat the label in each cue, so there only a
 * change of speaker begins a turn. In steps.
 *
 * @param preamble the text before the first turn
 */
export function* labelledScript(
  facts: readonly LineFacts[],
  labels: readonly LabelUse[],
  preamble: string,
  isSubtitled: boolean,
  samePerson?: Corrections['samePerson'],
): Generator<undefined, Script | undefined> {
  const found = peopleOf(labels, preamble, samePerson);
  yield;
  const linesOf = found.map(linesOfLabels);
  const people = found.map(counted);
  const personAt = ByLine.ofLists(people, linesOf, facts.length);
  const { lines, values } = personAt;
  if (lines.length < 2) return undefined;
  yield;
  const changes = lines.filter((_, index) => values[index] !== values[index - 1]);
  const beside = besideIn(facts, 0, facts.length, personAt);
  yield;
  const roleAt = yield* unlabelledPart(facts, { people, personAt, beside }, () => linesOf);
  yield;
  const starts = isSubtitled ? changes : merged(lines, roleAt);
  const quoted = people.length > 1 ? wordsQuoted(facts, lines) : undefined;
  const parts = roleAt.lines.length > 0 ? starts : lines;
  const said = yield* saidAt(facts, parts);
  const counts = emptyTally();
  for (const turn of said) tally(counts, turn);
  yield;
  const taken = {
    lines: parts,
    tally: counts,
    ...wordsBehind(facts, lines),
    beside,
    quoted,
    behind: isSubtitled ? undefined : yield* behindLast(facts, starts),
  };
  yield;
  const script = { starts, people, personAt, roleAt, taken };
  const shown = labelledEvidence(facts, script, isSubtitled);
  yield;
  const stay = staying(linesOf, parts);
  yield;
  const [asking, askingBeside] =
    roleAt.lines.length > 0 ? [1, 0] : askingMost(linesOf, lines, said);
  const evidence = {
    ...shown,
    alternation: roleAt.lines.length > 0 ? 1 : changes.length / lines.length,
    asking,
    askingBeside,
    staying: stay,
    leading: people.reduce((most, one) => Math.max(most, countOf(one)), 0) / parts.length,
    isForm: isForm(people, values),
    ...personsOf(counts),
  };
  return { ...script, evidence };
}

/** All lines that begin with one of a person's labels. */
function linesOfLabels({ labels }: Person<LabelUse>): number[] {
  // Several times faster than `flat`.
  return ([] as number[]).concat(...labels.map(({ lines }) => lines));
}

/** Whether labels alone still tell who speaks after it has changed which lines ask. In steps. */
export function* areStillLabelled(
  { people, personAt, taken: { beside } }: Script,
  facts: readonly LineFacts[],
): Generator<undefined, boolean> {
  const linesOf = () => {
    const { lines, values } = personAt;
    const all = new Map(people.map((person): [Person, number[]] => [person, []]));
    for (const [index, line] of lines.entries()) all.get(values[index] as Person)?.push(line);
    return [...all.values()];
  };
  const questions = yield* unlabelledPart(facts, { people, personAt, beside }, linesOf);
  return questions.lines.length === 0;
}

/** Whether many labels recur in a fixed order, as the fields of a form do. */
function isForm(people: readonly Person[], order: readonly Person[]): boolean {
  const entries = people.filter((person) => countOf(person) >= FEWEST_FORMS);
  if (entries.length < FEWEST_ENTRIES || order.length < FEWEST_FORMS * people.length) return false;
  const usual = new Map(order.slice(0, people.length).map((one, at) => [one, order[at + 1]]));
  const next = order.slice(0, -1);
  return share(next, (one, at) => usual.get(one) === order[at + 1]) >= REGULAR;
}

function labelledEvidence(
  facts: readonly LineFacts[],
  { starts, people, roleAt, taken }: Omit<Script, 'evidence'>,
  subtitled: boolean,
): Omit<
  ScriptEvidence,
  | 'alternation'
  | 'asking'
  | 'askingBeside'
  | 'staying'
  | 'leading'
  | 'isForm'
  | keyof ReturnType<typeof personsOf>
> {
  const { lines } = taken;
  const recurring = people.filter((person) => countOf(person) > 1);
  const isMany = roleAt.lines.length > 1 || people.length - recurring.length > 2;
  return {
    kind: 'labels',
    speakers: recurring.length + (isMany ? 1 : 0),
    people: people.length,
    turns: starts.length,
    ...spoken(taken),
    nameless: isNameless(people),
    askingBack: 0,
    answeredTo: 0,
    ...labelsAt(facts, lines),
    told: 0,
    diarized: people.every(({ name }) => VOICE.test(name)),
    subtitled,
    form: facts[lines[0] ?? -1]?.label?.style ?? '',
  };
}

/**
 * Among lines with labels, the shares that stand before quotations, look like keys, or have a weak
 * label.
 */
function labelsAt(
  facts: readonly LineFacts[],
  lines: readonly number[],
): Pick<Evidence, 'quoted' | 'keyed' | 'weak'> {
  let [quoted, keyed, weak] = [0, 0, 0];
  for (const line of lines) {
    const { label, isKeyed } = facts[line] as LineFacts;
    if (isKeyed) keyed++;
    if (label?.isWeak) weak++;
    // A weak label right before a quotation mark is normal in Japanese and doesn't count as
    // quoting.
    else if (label?.isQuoting) quoted++;
  }
  const all = lines.length;
  return { quoted: quoted / all, keyed: keyed / all, weak: weak / all };
}

/** The shares of turns that say `I`, `you` and `we`, where speakers have labels. */
function personsOf({
  turns,
  asking,
  ...counts
}: Tally): Pick<Evidence, 'addressed' | 'personal' | 'plural' | 'explicit' | 'ownQuestions'> {
  const all = turns || 1;
  return {
    addressed: counts.sayYou / all,
    personal: counts.personal / (turns - asking || 1),
    plural: counts.sayWe / all,
    explicit: counts.nameSubjects / all,
    ownQuestions: counts.ofTheirOwn / all,
  };
}

/**
 * Updates an explanation after an edit inside a turn that leaves the starts of all turns as they
 * were; undefined where the edit may change more than can be updated. If it changes which lines
 * ask, the caller must also check {@link areStillLabelled}.
 */
export function retaken(script: Script, versions: Versions): Script | undefined {
  const { taken } = script;
  const { before, after, first, endBefore, end } = versions;
  const index = beginningOf(taken.lines, versions);
  if (index === undefined || (haveOthers(versions) && !turnsAlike(script, versions)))
    return undefined;
  if (script.people.length === 1 && !areNotesAlike(versions)) return undefined;
  const moved = movingLines(versions);
  const personAt = script.personAt.at(moved(script.personAt.lines));
  const more = wordsIn(after, first, end) - wordsIn(before, first, endBefore);
  const quotedMore =
    wordsQuotedIn(after.slice(first, end)) - wordsQuotedIn(before.slice(first, endBefore));
  const now = {
    ...taken,
    lines: moved(taken.lines),
    words: taken.words + more,
    allWords: taken.allWords + more,
    quoted: taken.quoted === undefined ? undefined : taken.quoted + quotedMore,
    tally: taken.tally && tallyAfter(taken.tally, taken.lines, index, versions),
    beside: taken.beside && besideAfter(taken.beside, script.personAt, personAt, versions),
    behind: taken.behind && behindAfter(taken.behind, script.starts, versions, more),
  };
  if (taken.behind && !now.behind) return undefined;
  if (taken.tally ? !now.tally : !speakAlike(versions)) return undefined;
  const persons = now.tally && personsOf(now.tally);
  return {
    ...script,
    starts: moved(script.starts),
    personAt,
    roleAt: script.roleAt.at(moved(script.roleAt.lines)),
    taken: now,
    evidence: { ...script.evidence, ...spoken(now), ...persons },
  };
}

function besideAfter(
  { setOff, plain }: Beside,
  was: ByLine<Person>,
  is: ByLine<Person>,
  { before, after, first, endBefore, end }: Versions,
): Beside {
  const gone = besideIn(before, first, endBefore, was);
  const come = besideIn(after, first, end, is);
  return { setOff: setOff - gone.setOff + come.setOff, plain: plain - gone.plain + come.plain };
}

/** Moves lines behind an edit. Most lists of an explanation are the same one, which is moved once for all. */
function movingLines(versions: Versions): (lines: readonly number[]) => readonly number[] {
  const known = new Map<readonly number[], readonly number[]>();
  return (lines) => {
    const moved = known.get(lines) ?? linesMoved(lines, versions.endBefore, movedBy(versions));
    known.set(lines, moved);
    return moved;
  };
}

/** The counts after an edit; undefined if the turn has begun or ceased to end in a question. */
function tallyAfter(
  counts: Tally,
  lines: readonly number[],
  index: number,
  versions: Versions,
): Tally | undefined {
  const [was, is] = saidAgain(versions, lines, index);
  return was.asks === is.asks ? retallied(counts, was, is) : undefined;
}

/**
 * Whether, after lines were inserted or deleted, turns begin at the same lines and ask or don't ask
 * as before.
 */
function turnsAlike(script: Script, versions: Versions): boolean {
  // Where only one person has a label, or only those who answer do, blocks tell who speaks.
  if (script.people.length === 1) return false;
  if (script.people.length > 0 && script.roleAt.lines.length > 0) return false;
  if (script.evidence.kind === 'questions' && isLastAnswer(script, versions)) return false;
  return versions.areAsking || (endAlike(versions) && answeredAlike(script, versions));
}

/**
 * Whether lines were inserted or deleted among those that are looked at as the answer to the last
 * question.
 */
function isLastAnswer({ roleAt }: Script, { first }: Versions): boolean {
  const last = roleAt.values.lastIndexOf('interviewer');
  const question = roleAt.lines[last] ?? 0;
  return first > question && first < question + LAST_ANSWER;
}

/**
 * Whether the last line above inserted or deleted lines, if it may be a question, is followed by a
 * labelled answer exactly if it was before. Words right below a label alone are not checked: whose
 * they are is uncertain.
 */
function answeredAlike({ personAt }: Script, versions: Versions): boolean {
  const { before, after, rest, endBefore, end } = versions;
  let line = rest - 1;
  while (line > 0 && after[line]?.isBlank) line--;
  if (isLabelAlone(after[line])) return false;
  const above = after[line] as LineFacts;
  if (above.form === undefined || !(mayAsk(above) || above.form === 'bold')) return true;
  const was = nextFull(before, line + 1) ?? -1;
  const is = nextFull(after, line + 1) ?? -1;
  if (was < 0 !== is < 0) return false;
  // The inserted lines themselves have no label.
  const isAnswer = is >= end && personAt.has(is - movedBy(versions));
  return (was >= endBefore && personAt.has(was)) === isAnswer;
}

/** Whether each line whose words have changed may be part of a note exactly if it might before. */
function areNotesAlike({ before, after, first, rest }: Versions): boolean {
  for (let line = first; line < rest; line++) {
    if (isLong(before[line] as LineFacts) !== isLong(after[line] as LineFacts)) return false;
  }
  return true;
}

/**
 * Whether the changed lines show the same: line by line if there are equally many, otherwise
 * together.
 */
function speakAlike(versions: Versions): boolean {
  const { before, after, first, endBefore, end } = versions;
  const was = before.slice(first, endBefore);
  const is = after.slice(first, end);
  const areAlike = (test: (line: LineFacts) => boolean) =>
    haveOthers(versions)
      ? was.some(test) === is.some(test)
      : was.every((line, at) => test(line) === test(is[at] as LineFacts));
  return (
    areAlike(({ hasQuestion }) => hasQuestion) &&
    areAlike(({ isSecondPerson }) => isSecondPerson) &&
    areAlike(({ saysI }) => saysI) &&
    areAlike(({ saysWe }) => saysWe) &&
    areAlike(({ namesSubjects }) => namesSubjects)
  );
}

function wordsIn(facts: readonly LineFacts[], first: number, end: number): number {
  let sum = 0;
  for (let line = first; line < end; line++) sum += (facts[line] as LineFacts).words;
  return sum;
}

const NOBODY = ByLine.of<Role>([]);

/** Whether nobody has a name, as in lists of questions and answers that nobody spoke. */
function isNameless(people: readonly Person[]): boolean {
  return people.every(({ labels }) => labels.every(({ name }) => NAMELESS.test(name)));
}

/**
 * The roles of the turns without a label, where only those who ask have one, only those who answer,
 * or only the first exchange; in steps.
 */
function* unlabelledPart(
  facts: readonly LineFacts[],
  { people, personAt, beside }: Pick<Script, 'people' | 'personAt'> & Pick<Taken, 'beside'>,
  linesOf: () => readonly (readonly number[])[],
): Generator<undefined, ByLine<Role>> {
  const { lines } = personAt;
  if (lines.length <= LONGEST_EXCHANGE && linesOf().every(({ length }) => length === 1)) {
    const behind = yield* questionsBehind(facts, lines);
    if (behind.lines.length > 0) return behind;
  }
  const isAlone = people.length === 1;
  if (!isAlone && beside && areTooFew(beside, lines.length)) return NOBODY;
  const asks = (line: number, index: number) => questionEnds(facts, line, lines[index + 1]);
  if (isAlone && share(lines, asks) >= ASKED_ALONE) return answersTo(facts, lines);
  yield;
  const setOff = questionsTo(facts, personAt, isAlone && isNameless(people));
  yield;
  const isEnough = setOff.lines.length >= FEWEST_QUESTIONS;
  const questions = isEnough ? setOff : plainQuestionsTo(facts, personAt);
  if (questions.lines.length === 0) return NOBODY;
  const all = merged(lines, questions);
  const said = yield* saidAt(facts, all);
  return askingMost(linesOf(), all, said)[0] < HARDLY_ASKING ? questions : NOBODY;
}

/** Counts the lines from `first` to before `end` that may ask those who have a label. */
function besideIn(
  facts: readonly LineFacts[],
  first: number,
  end: number,
  answers: ByLine<Person>,
): Beside {
  let [setOff, plain] = [0, 0];
  for (let line = first; line < end; line++) {
    const at = facts[line] as LineFacts;
    // Most lines have no form.
    if (at.form === undefined) continue;
    if (isPlainForm(at.form)) plain++;
    else if ((mayAsk(at) || at.form === 'bold') && !answers.has(line)) setOff++;
  }
  return { setOff, plain };
}

/** Whether so few lines can't be the questions to the answers, whatever stands around them. */
function areTooFew({ setOff, plain }: Beside, answers: number): boolean {
  return setOff < FEWEST_QUESTIONS && plain < Math.max(FEWEST_PLAIN, PLAINLY_ASKED * answers);
}

/** The questions and answers after the last label, where only the first exchange has labels. */
function* questionsBehind(
  facts: readonly LineFacts[],
  lines: readonly number[],
): Generator<undefined, ByLine<Role>> {
  const found = yield* unlabelledQuestions(facts);
  const last = lines.at(-1) ?? 0;
  const isBehind = (line: number) => line > last;
  const questions = found?.questions.filter(isBehind) ?? [];
  if (!found || found.asking < ASKED_ALONE || questions.length < FEWEST_PLAIN) return NOBODY;
  const [first = 0] = questions;
  return rolesAt(
    questions,
    found.answers.filter((line) => line > first),
  );
}

/** The roles at the lines of questions and of answers. */
function rolesAt(questions: readonly number[], answers: readonly number[]): ByLine<Role> {
  const roles = new Map<number, Role>();
  for (const line of answers) roles.set(line, 'interviewee');
  for (const line of questions) roles.set(line, 'interviewer');
  return ByLine.of(roles);
}

/**
 * The share of turns that end in a question, for the person who asks most often and for the one who
 * asks second most often.
 *
 * @param linesOf for each person, the lines at which their turns begin
 */
function askingMost(
  linesOf: readonly (readonly number[])[],
  all: readonly number[],
  said: readonly Said[],
): [most: number, second: number] {
  // An array, because a set of tens of thousands of lines is slow to make.
  const asking = new Uint8Array((all.at(-1) ?? 0) + 1);
  for (const [index, line] of all.entries()) asking[line] = Number(said[index]?.asks ?? false);
  // Somebody who speaks only once may ask by chance.
  const often = linesOf.filter((lines) => lines.length > 1);
  const rates = (often.length > 0 ? often : linesOf).map((lines) =>
    share(lines, (line) => asking[line] === 1),
  );
  const most = rates.reduce((best, rate) => Math.max(best, rate), 0);
  const others = rates.filter((_, index) => index !== rates.indexOf(most));
  return [most, others.reduce((best, rate) => Math.max(best, rate), 0)];
}

/**
 * The questions where only answers have a label: headings, lines with dashes or in bold type that
 * ask and are followed by such an answer; where the label is not a name but `Answer`, any line that
 * asks before one.
 */
function questionsTo(
  facts: readonly LineFacts[],
  answers: ByLine<Person>,
  areNameless: boolean,
): ByLine<Role> {
  const found = setOffAbove(facts, answers, areNameless);
  const asks = (line: number) => mayAsk(facts[line] as LineFacts);
  const isBold = (line: number) => facts[line]?.form === 'bold';
  const boldAsking = found.filter((line) => isBold(line) && asks(line));
  // An interviewer in bold type also makes remarks in it.
  const areBold = boldAsking.length * 2 > answers.lines.length;
  const questions = found.filter((line) => asks(line) || (areBold && isBold(line)));
  return ByLine.of(questions.map((line) => [line, 'interviewer']));
}

/** The set-off lines right above an answer, and a last line of the document that asks. */
function setOffAbove(
  facts: readonly LineFacts[],
  answers: ByLine<Person>,
  areNameless: boolean,
): number[] {
  const found: number[] = [];
  let before = -1;
  facts.forEach((at, line) => {
    if (at.isBlank) return;
    const above = before;
    before = line;
    if (!(areNameless || isSetOff(at))) return;
    // The line below a label that stands alone belongs to its speaker.
    const isOwn = answers.has(line) || (answers.has(above) && isLabelAlone(facts[above]));
    if (isOwn) return;
    const answer = nextFull(facts, line + 1);
    const isLast = answer === undefined && mayAsk(at) && found.length > 0;
    if (isLast || answers.has(answer ?? -1)) found.push(line);
  });
  return found;
}

function isSetOff({ form }: LineFacts): boolean {
  return form !== undefined && !isPlainForm(form);
}

/** Whether a line may ask; of one in capitals this can't be told. */
function mayAsk({ asks, invites, form }: LineFacts): boolean {
  return asks || invites || form === 'capitals';
}

/**
 * The questions where only answers have a label and questions are plain blocks. If enough of the
 * blocks ask, this includes remarks: single lines right above an answer.
 */
function plainQuestionsTo(facts: readonly LineFacts[], answers: ByLine<Person>): ByLine<Role> {
  const [first = 0] = answers.lines;
  const found: [number, Role][] = [];
  let asking = 0;
  let before = -2;
  facts.forEach(({ form, asks, isBlank, label }, line) => {
    if (isBlank) return;
    const last = facts[before];
    const begins = before < line - 1 || (asks && last?.isSentence === true);
    before = line;
    if (label || isLabelAlone(last) || !begins) return;
    const answer = nextFull(facts, line + 1) ?? -1;
    if (!answers.has(answer)) return;
    const isAsking = isPlainForm(form) && asks;
    if (isAsking) asking++;
    else if (line < first || form !== undefined || answer !== line + 1) return;
    found.push([line, 'interviewer']);
  });
  const isUsual = asking >= PLAINLY_ASKED * answers.lines.length && asking * 2 >= found.length;
  return isUsual && asking >= FEWEST_PLAIN ? ByLine.of(found) : NOBODY;
}

/** The answers where only questions have a label: each begins with the block after the question. */
function answersTo(facts: readonly LineFacts[], questions: readonly number[]): ByLine<Role> {
  const found: [number, Role][] = [];
  questions.forEach((line, index) => {
    const answer = nextSaid(facts, endOfBlock(facts, line, questions[index + 1]));
    if (answer === undefined || answer >= (questions[index + 1] ?? Infinity)) return;
    const { label, isHeading } = facts[answer] as LineFacts;
    if (isHeading || isNote(facts, answer)) return;
    if (!label || !isDecoy(label)) found.push([answer, 'interviewee']);
  });
  // If most questions are followed only by notes and rules, these are no answers.
  return found.length * 2 >= questions.length ? ByLine.of(found) : NOBODY;
}

/** Whether a block consists of short lines that are not sentences. */
function isNote(facts: readonly LineFacts[], first: number): boolean {
  const lines = facts.slice(first, endOfBlock(facts, first));
  return !lines.some(isLong);
}

/** Whether the block of a label ends in a question; `next` is the line of the next label. */
function questionEnds(facts: readonly LineFacts[], line: number, next?: number): boolean {
  const first = isLabelAlone(facts[line]) ? nextFull(facts, line + 1) : line;
  const [begin, last] = [facts[first ?? line], facts[endOfBlock(facts, line, next) - 1]];
  if (!last?.asks) return false;
  // A question that is set off from the words above it is somebody else's.
  return last === begin || last.form === begin?.form || !isSetOff(last);
}

/** The first line after the block of a label, which may be alone on its line; at most `next`. */
function endOfBlock(facts: readonly LineFacts[], line: number, next = facts.length): number {
  let end = line + 1;
  if (isLabelAlone(facts[line])) end = nextFull(facts, end) ?? end;
  while (end < next && !facts[end]?.isBlank) end++;
  return Math.min(end, next);
}

function merged(lines: readonly number[], roleAt: ByLine<Role>): readonly number[] {
  return roleAt.lines.length === 0 ? lines : [...lines, ...roleAt.lines].sort((a, b) => a - b);
}

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
    people: [],
    personAt: ByLine.of<Person>([]),
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
    people: [],
    personAt: ByLine.of<Person>([]),
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

/**
 * The approximate number of words in Markdown quotations, if most turns begin in one; otherwise
 * undefined.
 */
function wordsQuoted(facts: readonly LineFacts[], starts: readonly number[]): number | undefined {
  if (share(starts, (line) => facts[line]?.isBlockquote ?? false) <= 0.5) return undefined;
  return wordsQuotedIn(facts);
}

function wordsQuotedIn(facts: readonly LineFacts[]): number {
  return facts.reduce((sum, { isBlockquote, words }) => sum + (isBlockquote ? words : 0), 0);
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

/** The first line from `line` on that is not blank; undefined if there is none. */
function nextFull(facts: readonly LineFacts[], line: number): number | undefined {
  while (facts[line]?.isBlank) line++;
  return line < facts.length ? line : undefined;
}

/** The first line from `line` on that is neither blank nor an image. */
function nextSaid(facts: readonly LineFacts[], line: number): number | undefined {
  while (facts[line]?.isBlank || facts[line]?.isImage) line++;
  return line < facts.length ? line : undefined;
}

/** The approximate number of words from the first of the lines on, and in the whole document. */
function wordsBehind(
  facts: readonly LineFacts[],
  lines: readonly number[],
): Pick<Taken, 'words' | 'allWords'> {
  const words = wordsIn(facts, lines[0] ?? facts.length, facts.length);
  return { words, allWords: wordsIn(facts, 0, lines[0] ?? facts.length) + words };
}

/**
 * The approximate number of words per turn, and the shares of the document's words from the first
 * turn on, in the excess of the last turn, and outside of quotations.
 */
function spoken({
  lines,
  words,
  allWords,
  behind,
  quoted,
}: Taken): Pick<Evidence, 'wordsPerTurn' | 'coverage' | 'behind' | 'excerpted'> {
  return {
    wordsPerTurn: words / lines.length,
    coverage: allWords === 0 ? 0 : words / allWords,
    behind: allWords === 0 ? 0 : (behind?.words ?? 0) / allWords,
    excerpted: quoted === undefined || allWords === 0 ? 0 : 1 - quoted / allWords,
  };
}

/** For the person present longest, the share of the turns from their first to their last. */
function staying(linesOf: readonly (readonly number[])[], lines: readonly number[]): number {
  const stays = linesOf.map((own) => {
    const first = own.reduce((least, line) => Math.min(least, line), Infinity);
    const last = own.reduce((most, line) => Math.max(most, line), -1);
    return lastAtOrBefore(lines, last) - lastAtOrBefore(lines, first) + 1;
  });
  return stays.reduce((most, stay) => Math.max(most, stay), 0) / lines.length;
}

/** Finds the part of the last turn after as many blocks as the longest other turn has; in steps. */
function* behindLast(
  facts: readonly LineFacts[],
  starts: readonly number[],
): Generator<undefined, Behind | undefined> {
  if (starts.length < FEWEST_TURNS) return undefined;
  const turns = new Map<number, number>();
  for (let index = 0; index < starts.length - 1; index++) {
    const count = blockCount(facts, starts[index] as number, starts[index + 1] as number);
    turns.set(count, (turns.get(count) ?? 0) + 1);
    if (index % TURNS_IN_A_STEP === 0) yield;
  }
  const most = Math.max(...turns.keys());
  return { turns, most, ...behindBlocks(facts, starts.at(-1) as number, most) };
}

/** What follows after the first `blocks` blocks from line `start` on. */
function behindBlocks(
  facts: readonly LineFacts[],
  start: number,
  blocks: number,
): Pick<Behind, 'from' | 'words'> {
  const from = blocksIn(facts, start, facts.length)[blocks]?.first ?? Infinity;
  return { from, words: from < Infinity ? wordsIn(facts, from, facts.length) : 0 };
}

/**
 * Updates {@link Behind} after an edit; undefined if it must be computed afresh.
 *
 * @param more number of words that the edit added
 */
function behindAfter(
  behind: Behind,
  starts: readonly number[],
  versions: Versions,
  more: number,
): Behind | undefined {
  const { from, words } = behind;
  const { before, after, first, endBefore } = versions;
  const by = movedBy(versions);
  if (first < from && endBefore > from) return undefined;
  const moved = {
    ...behind,
    from: from >= endBefore ? from + by : from,
    words: first >= from ? words + more : words,
  };
  if (!haveOthers(versions)) return moved;
  const index = beginningOf(starts, versions) ?? -1;
  const [start, next] = [starts[index], starts[index + 1]];
  if (start === undefined || next === undefined) return undefined;
  const was = blockCount(before, start, next);
  const is = blockCount(after, start, next + by);
  if (was === is) return moved;
  const turns = new Map(behind.turns).set(is, (behind.turns.get(is) ?? 0) + 1);
  const others = (turns.get(was) ?? 0) - 1;
  if (others > 0) turns.set(was, others);
  else turns.delete(was);
  const most = Math.max(...turns.keys());
  if (most === behind.most) return { ...moved, turns };
  return { turns, most, ...behindBlocks(after, (starts.at(-1) as number) + by, most) };
}

/** The number of lines that begin with one of a person's labels. */
export function countOf({ labels }: Person): number {
  return labels.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The person with counts in place of the lines of the labels, which would change with every line
 * break.
 */
function counted(person: Person<LabelUse>): Person {
  const labels = person.labels.map(({ lines, ...label }) => ({ ...label, count: lines.length }));
  return { ...person, labels };
}
