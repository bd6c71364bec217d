import { behindComment } from '../line/comments';
import { blocksIn, type Block } from '../layout';
import { isPlainForm, type LineFacts } from '../line/lineFacts';
import { share } from '../share';
import { movedBy, type Versions } from '../versions';

/**
 * Questions without labels (headings, in bold type, quoted …), and what their form and answers
 * show.
 */
export interface Unlabelled {
  /** How the questions are set off. */
  readonly form: string;
  /** Lines at which questions begin. */
  readonly questions: readonly number[];
  /** Lines at which their answers begin, in order. */
  readonly answers: readonly number[];
  /** Share of the questions that really ask. */
  readonly asking: number;
  /** Share of the questions that say `you`. */
  readonly addressed: number;
  /** Share of the questions that say `I` and not `you`. */
  readonly ownQuestions: number;
  /** Share of the questions whose answers say `I`. */
  readonly personal: number;
  /** Share of the questions whose answers say `you`. */
  readonly answeredTo: number;
  /** Share of the questions whose answers begin with a line that asks. */
  readonly askingBack: number;
  /** Share of the questions whose answers say `we`. */
  readonly plural: number;
  /** Share of the questions that are, with their answers, in a language that requires subjects. */
  readonly explicit: number;
  /** Share of the questions whose answers are quotations. */
  readonly quoted: number;
}

/** Lines that form one question: a heading, or bold type that may be wrapped. */
interface Question {
  readonly first: number;
  /** The line after the question. */
  readonly end: number;
  /** The line at which the answer begins; undefined for a question that ends the document. */
  readonly answer: number | undefined;
}

const FEWEST = 2;
const LONGEST_WORDS = 90;
const MOST_LINES = 10;
/** Most lines of a question without mark-up. */
const MOST_WRAPPED = 5;
/** Number of lines after a question in which its answer must begin. */
const GAP = 6;
/** Most blank lines at the end of a document. */
const MOST_BLANK = 3;
/** Number of lines, from the last question on, that are looked at as its answer. */
export const LAST_ANSWER = MOST_LINES + 3 * GAP;
/**
 * Share of the lines in a form (such as those with a dash) that must be questions with an answer.
 */
const REGULAR = 0.8;
/** Most words of a heading after the last question that asks nothing and so isn't a question. */
const LAST_WORDS = 6;

/**
 * Finds the questions of a document without speakers' labels, in the form in which most lines ask;
 * undefined if there are too few. In steps.
 */
export function* unlabelledQuestions(
  facts: readonly LineFacts[],
): Generator<undefined, Unlabelled | undefined> {
  const found: Unlabelled[] = [];
  const counts = countsOf(linesCounted(facts));
  for (const [form, lines] of counts.forms) {
    yield;
    // Forms with too few lines needn't be looked at closely.
    if (!isRegular(counts, lines, form)) continue;
    const all = inForm(facts, form);
    // Above a marked answer there may be a remark instead of a question, so that these are kept.
    const questions = form === 'answered' ? all : withoutEdges(all, facts);
    yield;
    const isEnough = questions.length >= FEWEST && isRegular(counts, questions.length, form);
    if (isEnough) found.push(shownBy(facts, questions, form));
  }
  const [best] = found.sort(
    (a, b) => b.questions.length * b.asking - a.questions.length * a.asking,
  );
  return best && best.asking > 0.3 ? best : undefined;
}

/** Counts of the lines in a document that may be questions or are mistaken for them. */
interface Counts {
  /**
   * The number of lines in each form, which limits that of questions; forms without mark-up may
   * have more.
   */
  readonly forms: ReadonlyMap<string, number>;
  /** The number of lines with a label that is clearly set off. */
  readonly setOff: number;
  /** The number of lines with a hyphen, as list items have. */
  readonly hyphens: number;
}

/** The same, where no line depends on another: so that they can be counted again after an edit. */
export interface CountedLines extends Counts {
  /** The number of lines that may begin an answer by their mark, and of those among them that ask. */
  readonly answers: number;
  readonly asking: number;
  /** The number of lines that ask in which a wrapped question may end that begins with another. */
  readonly wrapped: number;
}

/**
 * Whether a document may have questions without labels, by the counts of its lines; that it has some only a
 * look at all of them tells.
 */
export function mayHaveQuestions(lines: CountedLines): boolean {
  const counts = countsOf(lines);
  return [...counts.forms].some(([form, count]) => {
    const most = count + (form === 'plain' ? lines.wrapped : 0);
    return most >= FEWEST && isRegular(counts, count, form);
  });
}

export function linesCounted(facts: readonly LineFacts[]): CountedLines {
  return recounted(NONE, [], facts);
}

/** The counts after some lines gave way to others. */
export function recounted(
  counts: CountedLines,
  gone: readonly LineFacts[],
  come: readonly LineFacts[],
): CountedLines {
  const now = { ...counts, forms: new Map(counts.forms) };
  for (const line of gone) count(now, line, -1);
  for (const line of come) count(now, line, 1);
  return now;
}

const NONE: CountedLines = {
  forms: new Map(),
  setOff: 0,
  hyphens: 0,
  answers: 0,
  asking: 0,
  wrapped: 0,
};

type Counting = { -readonly [Key in keyof CountedLines]: CountedLines[Key] } & {
  readonly forms: Map<string, number>;
};

function count(counts: Counting, line: LineFacts, by: 1 | -1): void {
  const { form, label, mark, asks } = line;
  if (form !== undefined) {
    const all = (counts.forms.get(form) ?? 0) + by;
    if (all > 0) counts.forms.set(form, all);
    else counts.forms.delete(form);
  }
  if (asks && form !== 'plain' && !label && !mark) counts.wrapped += by;
  if (label?.isWeak === false) counts.setOff += by;
  if (mark?.kind === 'hyphen') counts.hyphens += by;
  if (!isAnswer(line)) return;
  counts.answers += by;
  if (asks) counts.asking += by;
}

function countsOf({ forms, setOff, hyphens, answers, asking }: CountedLines): Counts {
  // Marked lines may be answers if few of them ask.
  const mayAnswer = answers > FEWEST && asking / answers <= 1 - REGULAR;
  return { forms: mayAnswer ? new Map([['answered', answers], ...forms]) : forms, setOff, hyphens };
}

/**
 * Whether a form, with that many questions in it, is used for hardly anything else. Dashes in a
 * story introduce all that is said, hyphens in a list all items; labels may stand before questions
 * only; and what has a mark must be an answer.
 */
function isRegular({ forms, setOff, hyphens }: Counts, questions: number, form: string): boolean {
  if (form === 'dash') return questions >= REGULAR * (forms.get(form) ?? 0);
  if (form === 'answered') {
    return questions > FEWEST && questions >= REGULAR * (forms.get(form) ?? 0);
  }
  if (form === 'named') return questions >= REGULAR * setOff;
  return form !== 'item' || questions >= REGULAR * hyphens;
}

/** What the questions in one form show. */
function shownBy(
  facts: readonly LineFacts[],
  questions: readonly Question[],
  form: string,
): Unlabelled {
  const says = (test: (line: LineFacts) => boolean) => (question: Question) =>
    facts.slice(question.first, question.end).some(test);
  const saysYou = says(({ isSecondPerson }) => isSecondPerson);
  const saysI = says((line) => line.saysI);
  const answered = (says: (line: LineFacts) => boolean) =>
    share(questions, ({ end }, index) =>
      facts.slice(end, questions[index + 1]?.first ?? end + 2 * GAP).some(says),
    );
  return {
    form,
    questions: questions.map(({ first }) => first),
    answers: questions.flatMap(({ answer }) => answer ?? []),
    asking: share(questions, ({ first, end }) => isAskedIn(facts, first, end)),
    addressed: share(questions, saysYou),
    ownQuestions: share(questions, (question) => saysI(question) && !saysYou(question)),
    personal: answered(({ saysI }) => saysI),
    plural: answered(({ saysWe }) => saysWe),
    answeredTo: answered(({ isSecondPerson }) => isSecondPerson),
    askingBack: share(questions, ({ answer }) => {
      const at = facts[answer ?? -1];
      return at !== undefined && (at.asks || at.invites);
    }),
    explicit: share(questions, ({ first }, index) =>
      facts
        .slice(first, questions[index + 1]?.first ?? first + 3 * GAP)
        .some(({ namesSubjects }) => namesSubjects),
    ),
    quoted: share(questions, ({ answer }) => {
      const at = facts[answer ?? -1];
      // If the questions stand in Markdown quotations, so do the answers: these don't tell them
      // apart.
      return at?.isQuoted === true && !(form === 'quote' && at.isBlockquote);
    }),
  };
}

/** Whether somebody asks in the lines from `first` to before `end`. */
function isAskedIn(facts: readonly LineFacts[], first: number, end: number): boolean {
  return facts
    .slice(first, end)
    .some(({ asks, hasQuestion, invites }) => asks || hasQuestion || invites);
}

/**
 * The questions in a form: all passages in it that are followed by something else. None if more
 * passages ask and are followed by nothing.
 */
function inForm(facts: readonly LineFacts[], form: string): Question[] {
  const found: Question[] = [];
  let unanswered = 0;
  let line = 0;
  while (line < facts.length) {
    const end = questionAt(facts, line, form);
    const answer = end === undefined ? undefined : answerTo(facts, end, form);
    const isAsked = end !== undefined && (answer !== undefined || isLast(facts, end));
    if (isAsked) found.push({ first: line, end, answer });
    else if (end !== undefined && facts[end - 1]?.asks) unanswered++;
    line = Math.max(line + 1, end ?? 0);
  }
  return unanswered > found.length ? [] : found;
}

/** The line after the question in this form that begins at `line`; undefined if none does. */
function questionAt(facts: readonly LineFacts[], line: number, form: string): number | undefined {
  const at = facts[line];
  if (!at || at.isBlank) return undefined;
  if (form === 'rule') {
    return at.form !== 'rule' && facts[line + 1]?.form === 'rule' ? line + 2 : undefined;
  }
  if (form === 'answered') return answeredAt(facts, line);
  if (form === 'plain' && at.form === undefined) return wrappedAt(facts, line);
  return at.form === form && hasRoom(facts, line, form) ? endOf(facts, line) : undefined;
}

/**
 * Whether a line is where a question in its form may be: one without mark-up must stand apart, or
 * right above its answer.
 */
function hasRoom(facts: readonly LineFacts[], line: number, form: string): boolean {
  if (form === 'plain') return isApart(facts, line) || isTight(facts, line);
  return form !== 'indented' || (facts[line - 1]?.isBlank ?? true);
}

/**
 * The line after a question of several lines without mark-up that is a block by itself and begins
 * at `first`; undefined if there is none.
 */
function wrappedAt(facts: readonly LineFacts[], first: number): number | undefined {
  if (facts[first - 1]?.isBlank === false) return undefined;
  for (let line = first; line < first + MOST_WRAPPED; line++) {
    const { isSentence, asks, label, mark } = facts[line] as LineFacts;
    if (label || mark) return undefined;
    const isLast = facts[line + 1]?.isBlank ?? true;
    if (isLast) return asks && line > first ? line + 1 : undefined;
    if (isSentence && !asks) return undefined;
  }
  return undefined;
}

/**
 * The line after a block without marks (or the last line of one, if it asks) that is followed by a
 * marked answer; undefined if none begins at `first`.
 */
function answeredAt(facts: readonly LineFacts[], first: number): number | undefined {
  if (!isPlain(facts[first])) return undefined;
  let end = first + 1;
  while (end < first + MOST_WRAPPED && isPlain(facts[end])) end++;
  const before = facts[first - 1];
  const isOne = end === first + 1 && (isAnswer(before) || facts[first]?.asks === true);
  if (before?.isBlank === false && !isOne) return undefined;
  const words = facts.slice(first, end).reduce((sum, line) => sum + line.words, 0);
  const [block] = blocksIn(facts, end, Math.min(facts.length, end + GAP));
  return words <= LONGEST_WORDS && isAnswer(facts[block?.first ?? -1]) ? end : undefined;
}

function isPlain(facts: LineFacts | undefined): boolean {
  return facts?.isBlank === false && !facts.isHeading && !isAnswer(facts);
}

/** Whether a line may begin an answer, by the mark or quotation mark before its words. */
function isAnswer(facts: LineFacts | undefined): boolean {
  return facts?.mark?.isTold === false || (facts?.isQuoted === true && !facts.isBlockquote);
}

/** Whether there are blank lines on both sides. */
function isApart(facts: readonly LineFacts[], line: number): boolean {
  return (facts[line - 1]?.isBlank ?? true) && (facts[line + 1]?.isBlank ?? true);
}

/** Whether an answer comes right below a line, and no question without mark-up right above it. */
function isTight(facts: readonly LineFacts[], line: number): boolean {
  const [before, after] = [facts[line - 1], facts[line + 1]];
  return (
    (before?.form !== 'plain' || before.isBlank) &&
    after?.isBlank === false &&
    !after.asks &&
    after.form !== 'rule'
  );
}

/**
 * The line after a question that begins at `first`; undefined if it is too long or its emphasis
 * never closes.
 */
function endOf(facts: readonly LineFacts[], first: number): number | undefined {
  const isOpen = facts[first]?.opensEmphasis;
  let words = 0;
  for (let line = first; line < first + MOST_LINES; line++) {
    const at = facts[line];
    if (!at || at.isBlank) return isOpen ? undefined : line;
    words += at.words;
    if (words > LONGEST_WORDS) return undefined;
    const isEnd = isOpen ? line > first && at.closesEmphasis : !goesOn(facts, line);
    if (isEnd) return line + 1;
  }
  return undefined;
}

/** Whether a question without emphasis continues on the next line, quoted or wrapped. */
function goesOn(facts: readonly LineFacts[], line: number): boolean {
  const { form, asks, isSentence } = facts[line] as LineFacts;
  const next = facts[line + 1];
  if (!next || next.isBlank) return false;
  if (form === 'quote') return next.form === 'quote';
  const isWrapped = form === undefined || /^(?:numbered|counted|sign|dash|named)$/.test(form);
  const isMore = next.form === undefined || isPlainForm(next.form);
  return isWrapped && !asks && !isSentence && isMore;
}

/**
 * The line at which the answer begins: the next block in another form, images skipped; undefined if
 * there is none.
 */
function answerTo(facts: readonly LineFacts[], end: number, form: string): number | undefined {
  const first = behindComment(facts, end);
  const block = blocksIn(facts, first, Math.min(facts.length, first + GAP)).find(
    ({ first }) => !facts[first]?.isImage,
  );
  if (!block || facts[block.first]?.form === form || isOfNotes(facts, block)) return undefined;
  return block.first;
}

/** Whether a block is a list of notes, as interviewers write below their questions. */
function isOfNotes(facts: readonly LineFacts[], { first, end }: Block): boolean {
  return facts
    .slice(first, end)
    .every(({ mark, isSentence, asks }) => mark?.kind === 'hyphen' && !isSentence && !asks);
}

/** Whether the document ends in a question, as if cut off. */
function isLast(facts: readonly LineFacts[], end: number): boolean {
  if (end < facts.length - MOST_BLANK || facts[end - 1]?.asks !== true) return false;
  return facts.slice(end).every(({ isBlank }) => isBlank);
}

/**
 * The questions without titles and headings before the first that asks, and without short ones
 * after the last.
 */
function withoutEdges(all: readonly Question[], facts: readonly LineFacts[]): Question[] {
  const asks = ({ first, end }: Question) => isAskedIn(facts, first, end);
  const first = all.findIndex(asks);
  if (first < 0) return [];
  const isShort = ({ first: line }: Question) =>
    (facts[line]?.words ?? 0) <= LAST_WORDS && !facts[line]?.isSentence;
  const last = all.findLastIndex((question) => asks(question) || !isShort(question));
  return all.slice(first, last + 1);
}

/**
 * Whether, after an edit, the same lines are questions with the same answers: the edit is outside
 * of all questions, or inside one that asks before and after.
 */
export function questionsAlike(versions: Versions): boolean {
  const { before, after, first, rest, endBefore, end } = versions;
  for (let line = Math.max(0, first - MOST_LINES - GAP); line < first; line++) {
    if (!isQuestionAlike(versions, line)) return false;
  }
  const isNone = (facts: readonly LineFacts[], line: number) =>
    formsAt(facts, line).every((form) => questionAt(facts, line, form) === undefined);
  for (let line = first; line < rest; line++) if (!isAskedAlike(versions, line)) return false;
  for (let line = rest; line < endBefore; line++) if (!isNone(before, line)) return false;
  for (let line = rest; line < end; line++) if (!isNone(after, line)) return false;
  // Whether the line after the edit begins a question depends on whether a blank line is above it.
  const by = movedBy(versions);
  return formsAt(after, end).every((form) => {
    const was = questionAt(before, endBefore, form);
    return questionAt(after, end, form) === (was === undefined ? undefined : was + by);
  });
}

/**
 * The forms of questions that may begin at a line: its own, and those that the line itself doesn't
 * show.
 */
function formsAt(facts: readonly LineFacts[], line: number): string[] {
  const form = facts[line]?.form;
  return [...(form === undefined ? [] : [form]), 'rule', 'plain', 'answered'];
}

/**
 * Whether a line before the edit begins a question exactly if it did, which ends before the edit.
 */
function isQuestionAlike(versions: Versions, line: number): boolean {
  return beginsAlike(versions, line, (end) => end <= versions.first);
}

/**
 * Whether a line whose words have changed begins a question exactly if it did, which asks in both
 * versions.
 */
function isAskedAlike(versions: Versions, line: number): boolean {
  const { before, after, rest } = versions;
  return beginsAlike(
    versions,
    line,
    (end) => end <= rest && isAskedIn(before, line, end) && isAskedIn(after, line, end),
  );
}

/**
 * Whether the questions that begin at a line are the same: they end at the same line, which is
 * allowed, and have the same answers.
 */
function beginsAlike(
  versions: Versions,
  line: number,
  isAllowed: (end: number) => boolean,
): boolean {
  const { before, after, endBefore } = versions;
  return formsAt(after, line).every((form) => {
    const end = questionAt(after, line, form);
    if (end !== questionAt(before, line, form)) return false;
    if (end === undefined) return true;
    if (!isAllowed(end) || isLast(before, end) !== isLast(after, end)) return false;
    const answer = answerTo(before, end, form);
    const isBehind = answer !== undefined && answer >= endBefore;
    return answerTo(after, end, form) === (isBehind ? answer + movedBy(versions) : answer);
  });
}
