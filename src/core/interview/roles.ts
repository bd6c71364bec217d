import type { Corrections, Role } from './model';
import type { Person } from './people';

/** What of a person's speech tells whether they ask. */
export interface Habits {
  readonly turns: number;
  /** Share of the turns that end in a question. */
  readonly asking: number;
  /** Share that contain one. */
  readonly questions: number;
  /** Share that say `you`, less that which says `I`. */
  readonly addressing: number;
  /** How much shorter the turns are than the mean of all, from −1 (twice as long or more) to 1. */
  readonly brevity: number;
  readonly speaksFirst: boolean;
}

const ASKS =
  /^(?:q|question|interviewer|moderator|host|reporter|interviewer ?\d|frage|pregunta|问|問|the press|press)$/i;
const ANSWERS =
  /^(?:a|answer|interviewee|respondent|participant ?\w*|p\d{1,2}|guest|antwort|respuesta|答|witness)$/i;
const OUTLET =
  /^the \p{Lu}|\b(?:magazine|news|times|post|journal|review|radio|brief|blog|press|tv|podcast|courier|herald)\b/iu;

const PRESIDES = /^(?:the )?(?:chair(?:man|woman|person)?|facilitator|presenter|主持人?)$/i;

/** Among several, whoever reaches this asks. */
const ASKING = 0.6;
/** Below this nobody asks: a panel, a meeting. */
const HARDLY_ASKING = 0.1;

/**
 * The role of each person, in their order, from how they speak, unless a person has decided.
 *
 * @param hasQuestioner whether the questions stand without a label, so that those with one answer
 */
export function rolesOf(
  people: readonly Person[],
  habits: readonly Habits[],
  { interviewers }: Corrections,
  hasQuestioner: boolean,
): Role[] {
  if (interviewers) {
    return people.map((person) => (isAmong(person, interviewers) ? 'interviewer' : 'interviewee'));
  }
  if (hasQuestioner) return people.map(() => 'interviewee');
  const scores = people.map((person, index) => score(person, habits[index] as Habits));
  const rates = habits.map(({ asking, questions }) => asking + questions / 2);
  const best = scores.reduce((most, value) => Math.max(most, value), -Infinity);
  const hasNamed = people.some(({ labels }) => labels.some(({ name }) => ASKS.test(name)));
  if (!hasNamed && rates.every((rate) => rate < HARDLY_ASKING)) return people.map(() => 'other');
  return scores.map((value) =>
    value === best || (people.length > 2 && value >= ASKING) ? 'interviewer' : 'interviewee',
  );
}

function isAmong({ name, labels }: Person, chosen: readonly string[]): boolean {
  const wanted = chosen.map((one) => one.toLowerCase());
  return wanted.includes(name.toLowerCase()) || labels.some(({ key }) => wanted.includes(key));
}

/** How much speaks for a person asking, of about 1. */
function score({ labels, description }: Person, habits: Habits): number {
  const { asking, questions, addressing, brevity } = habits;
  let value = asking + 0.3 * questions + 0.3 * addressing + 0.2 * brevity;
  if (labels.some(({ name }) => ASKS.test(name))) value += 2;
  if (labels.some(({ name }) => PRESIDES.test(name))) value += 0.5;
  if (labels.some(({ name }) => ANSWERS.test(name))) value -= 2;
  if (labels.some(({ name }) => OUTLET.test(name))) value += 0.3;
  if (description !== undefined) value -= 0.2;
  if (habits.speaksFirst && value > 0) value += 0.1;
  return value;
}
