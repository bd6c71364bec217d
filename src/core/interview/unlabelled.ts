import { blocksIn } from './layout';
import type { LineFacts } from './lineFacts';

/** Questions without labels, as headings, in bold type or quoted, and what answers them. */
export interface Unlabelled {
  /** Lines at which questions begin. */
  readonly questions: readonly number[];
  /** Share of them that end in a question mark. */
  readonly asking: number;
  /** Share of them that say `you`, or whose answers say `I`. */
  readonly personal: number;
  /** Share of them whose answers are quotations. */
  readonly quoted: number;
}

const FEWEST = 3;
const LONGEST_WORDS = 90;

/** Finds the questions of a document without speakers' labels; undefined if there are too few. */
export function unlabelledQuestions(facts: readonly LineFacts[]): Unlabelled | undefined {
  const byForm = [
    questionsOf(facts, ({ isHeading }) => isHeading),
    questionsOf(facts, ({ isEmphasised, isHeading }) => isEmphasised && !isHeading),
  ];
  const best = byForm
    .filter(({ questions }) => questions.length >= FEWEST)
    .sort((a, b) => b.questions.length * b.asking - a.questions.length * a.asking)[0];
  return best && best.asking > 0.3 ? best : undefined;
}

function questionsOf(
  facts: readonly LineFacts[],
  hasForm: (facts: LineFacts) => boolean,
): Unlabelled {
  const lines = facts.flatMap((line, index) =>
    hasForm(line) && line.words <= LONGEST_WORDS && isAnswered(facts, index, hasForm)
      ? [index]
      : [],
  );
  // A title or a heading before the first question is none.
  const firstAsking = lines.findIndex((line) => facts[line]?.asks);
  const questions = firstAsking < 0 ? [] : lines.slice(firstAsking);
  const asking = share(questions, (line) => facts[line]?.asks ?? false);
  const personal = share(questions, (line, index) => {
    const answer = facts.slice(line + 1, questions[index + 1] ?? line + 12);
    return answer.some(({ isFirstPerson }) => isFirstPerson);
  });
  const addressed = share(questions, (line) => facts[line]?.isSecondPerson ?? false);
  const quoted = share(questions, (line) => {
    const [answer] = blocksIn(facts, line + 1, Math.min(facts.length, line + 6));
    return answer !== undefined && (facts[answer.first]?.isQuoted ?? false);
  });
  return { questions, asking, personal: addressed > 0.2 ? personal : 0, quoted };
}

function isAnswered(
  facts: readonly LineFacts[],
  line: number,
  hasForm: (facts: LineFacts) => boolean,
): boolean {
  const [block] = blocksIn(facts, line + 1, Math.min(facts.length, line + 6));
  return block !== undefined && !hasForm(facts[block.first] as LineFacts);
}

function share<T>(items: readonly T[], test: (item: T, index: number) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}
