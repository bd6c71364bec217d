import { lastAtOrBefore } from '../../text/sequence';
import { askingMost, besideIn, isNameless, unlabelledPart } from './besideLabels';
import { ByLine } from '../byLine';
import type { Evidence } from '../evidence';
import type { LabelUse } from './labels';
import { behindLast } from './lastTurn';
import type { LineFacts } from '../line/lineFacts';
import type { Corrections } from '../model';
import { peopleOf, type Person } from '../people/people';
import { emptyTally, saidAt, tally, type Tally } from './said';
import {
  countOf,
  merged,
  type Script,
  type ScriptEvidence,
  spoken,
  wordsBehind,
  wordsQuotedIn,
} from './script';
import { share } from '../share';

/**
 * A form has at least this many fields, each filled in at least this often, and at least this share
 * of them in the usual order.
 */
const FEWEST_ENTRIES = 4;
const FEWEST_FORMS = 3;
const REGULAR = 0.9;
/** What speech recognition calls the voices it tells apart. */
const VOICE =
  /^(?:speaker|spk|voice|voz|voix|stimme|sprecher|locuteur|hablante|спикер|говорящий|participante|sprecherin|发言人|說話人|说话人|話者|화자|참석자)[ _-]?\d{1,4}$/i;

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
export function personsOf({
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
 * The approximate number of words in Markdown quotations, if most turns begin in one; otherwise
 * undefined.
 */
function wordsQuoted(facts: readonly LineFacts[], starts: readonly number[]): number | undefined {
  if (share(starts, (line) => facts[line]?.isBlockquote ?? false) <= 0.5) return undefined;
  return wordsQuotedIn(facts);
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

/**
 * The person with counts in place of the lines of the labels, which would change with every line
 * break.
 */
function counted(person: Person<LabelUse>): Person {
  const labels = person.labels.map(({ lines, ...label }) => ({ ...label, count: lines.length }));
  return { ...person, labels };
}
