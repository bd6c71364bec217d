import { ByLine } from '../byLine';
import { isDecoy, isLong, LONGEST_EXCHANGE } from './labels';
import { isLabelAlone } from '../layout';
import { isPlainForm, type LineFacts } from '../line/lineFacts';
import type { Role } from '../model';
import type { Person } from '../people/people';
import { type Said, saidAt } from './said';
import { type Beside, merged, rolesAt, type Script, type Taken } from './script';
import { share } from '../share';
import { unlabelledQuestions } from './unlabelled';

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
const NAMELESS =
  /^(?:[qapr]|(?:question|answer|frage|antwort|pregunta|respuesta|pergunta|resposta|domanda|risposta|réponse)(?: \p{L}+)?|soru|cevap|otázka|odpověď|pytanie|odpowiedź|вопрос|ответ|питання|відповідь|vraag|antwoord|fråga|svar|kérdés|válasz|tanya|jawab|hỏi|đáp|ερώτηση|απάντηση|[שתسج]|שאלה|תשובה|(?:ال)?سؤال|(?:ال)?جواب|ถาม|ตอบ|प्रश्न|उत्तर|[问答問]|回答|提问|質問|提問|답변|질문)\.?$/iu;
const NOBODY = ByLine.of<Role>([]);

/** Whether nobody has a name, as in lists of questions and answers that nobody spoke. */
export function isNameless(people: readonly Person[]): boolean {
  return people.every(({ labels }) => labels.every(({ name }) => NAMELESS.test(name)));
}

/**
 * The roles of the turns without a label, where only those who ask have one, only those who answer,
 * or only the first exchange; in steps.
 */
export function* unlabelledPart(
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
export function besideIn(
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
    else if (mayBeAskers(at) && !answers.has(line)) setOff++;
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

/**
 * The share of turns that end in a question, for the person who asks most often and for the one who
 * asks second most often.
 *
 * @param linesOf for each person, the lines at which their turns begin
 */
export function askingMost(
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

/** Whether a line may ask, or be a remark in bold type of somebody who asks in it. */
export function mayBeAskers(line: LineFacts): boolean {
  return mayAsk(line) || line.form === 'bold';
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

/** The first line from `line` on that is not blank; undefined if there is none. */
export function nextFull(facts: readonly LineFacts[], line: number): number | undefined {
  while (facts[line]?.isBlank) line++;
  return line < facts.length ? line : undefined;
}

/** The first line from `line` on that is neither blank nor an image. */
function nextSaid(facts: readonly LineFacts[], line: number): number | undefined {
  while (facts[line]?.isBlank || facts[line]?.isImage) line++;
  return line < facts.length ? line : undefined;
}
