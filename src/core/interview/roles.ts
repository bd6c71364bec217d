import type { Corrections, Role } from './model';
import type { Person } from './people';

/** What of a person's speech tells whether they ask. */
export interface Habits {
  readonly turns: number;
  /** Turns that end in a question mark. */
  readonly asking: number;
  readonly speaksFirst: boolean;
}

const ASKS =
  /^(?:q|question|interviewer|moderator|host|reporter|interviewer ?\d|frage|pregunta|问|問|the press|press)$/i;
const ANSWERS =
  /^(?:a|answer|interviewee|respondent|participant ?\w*|p\d{1,2}|guest|antwort|respuesta|答|witness)$/i;
const OUTLET =
  /^the \p{Lu}|\b(?:magazine|news|times|post|journal|review|radio|brief|blog|press|tv|podcast|courier|herald)\b/iu;

/** Who asks for certain, of 1: so many of the turns end in a question. */
const ASKING = 0.4;
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
  const best = scores.reduce((most, value) => Math.max(most, value), -Infinity);
  if (best < HARDLY_ASKING) return people.map(() => 'other');
  // One asks: who does it most; others only if they do hardly anything else.
  return scores.map((value, index) => {
    const isClear = value >= ASKING && (people.length > 2 || value === best);
    return value === best || (isClear && rate(habits[index]) >= ASKING)
      ? 'interviewer'
      : 'interviewee';
  });
}

function isAmong({ name, labels }: Person, chosen: readonly string[]): boolean {
  const wanted = chosen.map((one) => one.toLowerCase());
  return wanted.includes(name.toLowerCase()) || labels.some(({ key }) => wanted.includes(key));
}

function rate(habits: Habits | undefined): number {
  return habits && habits.turns > 0 ? habits.asking / habits.turns : 0;
}

function score({ labels, description }: Person, habits: Habits): number {
  let value = rate(habits);
  if (labels.some(({ name }) => ASKS.test(name))) value += 2;
  if (labels.some(({ name }) => ANSWERS.test(name))) value -= 2;
  if (labels.some(({ name }) => OUTLET.test(name))) value += 0.3;
  if (description !== undefined) value -= 0.2;
  if (habits.speaksFirst && value > 0) value += 0.1;
  return value;
}
