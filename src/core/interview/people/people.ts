import { matchesOf } from '../../text/matches';
import { asksAt } from './announced';
import { firstLine, type CountedLabel, type LabelUse } from '../scripts/labels';
import { bare, formsOf, withoutHonorific, withoutManner } from './names';

/** One person (or outlet) with all labels that the document uses for them. */
export interface Person<Label = CountedLabel> {
  readonly labels: readonly Label[];
  /** The fullest name, from a label or from the text before the interview. */
  readonly name: string;
  readonly description?: string;
  /**
   * How often the text before the interview says that they ask, minus how often it says that they
   * answer.
   */
  readonly announced: number;
}

const TITLE =
  /^(?:the|by|with|mr|mrs|ms|dr|prof|hon|sen|rep|gov|gen|honou?rable|professor|president|senator|representative|secretary|general|commodore|spokes(?:man|woman|person)|minister|foreign|prime|chair(?:man|woman)?|ambassador|fellow|director|author|expert|and|interview|articles|meet|when|host|guest)\.?$/i;
/** `Der Schäfer Anton` is called Anton. */
const GERMAN_NOUN = /^(?:der|die|das) \p{Lu}\p{L}+ (?=\p{Lu})/iu;
const NAME_BEFORE = /((?:\p{Lu}[\p{L}\p{M}'’.-]{0,30} +){1,3})$/u;
const BEFORE_UNITS = 70;
const AFTER_UNITS = 300;
const DESCRIPTION =
  /^,?\s*(?:\([^)]{1,20}\)\s*)?(?:(?:is|was|serves as|works as)\s+(?:currently\s+)?|,\s*)(?:an?\s+|the\s+)?((?:[^.;,\n]|\.(?=\S)|,(?! (?:where|who|which|and)\b)){3,200})/u;
/** Most occurrences of a word in the introduction that are looked at. */
const MOST_PLACES = 40;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Joins labels that belong to one person: with and without honorific, surname and full name,
 * initials. Linear in the number of labels, as each is looked up among the forms of longer ones.
 *
 * @param preamble the text before the first turn, which may give full names and descriptions
 * @param samePerson groups of labels or names that the user has joined; the name to show comes
 *   first
 */
export function peopleOf(
  uses: readonly LabelUse[],
  preamble: string,
  samePerson: readonly (readonly string[])[] = [],
): Person<LabelUse>[] {
  const groups: LabelUse[][] = [];
  const byForm = new Map<string, LabelUse[] | 'several'>();
  // The longest first, so that short labels find the full name they belong to.
  for (const use of [...uses].sort((a, b) => bare(b.name).length - bare(a.name).length)) {
    const fitting = byForm.get(bare(use.name)) ?? byForm.get(bare(withoutManner(use.name)));
    const group = fitting === undefined || fitting === 'several' ? [] : fitting;
    if (group.length === 0) groups.push(group);
    group.push(use);
    for (const form of formsOf(use.name)) {
      const owner = byForm.get(form) ?? group;
      byForm.set(form, owner === group ? group : 'several');
    }
  }
  const places = new Places(preamble);
  const people = notInLists(groups.map((labels) => asPerson(labels, places)));
  return joined(people, samePerson).sort((a, b) => firstLine(a.labels) - firstLine(b.labels));
}

/** People without a description that is another’s name: `Ann Hart, Bo Dahl` lists who speaks. */
function notInLists(people: readonly Person<LabelUse>[]): Person<LabelUse>[] {
  const names = new Set(people.map(({ name }) => name.toLowerCase()));
  return people.map((person) => {
    const { description, ...rest } = person;
    const [first = ''] = description?.toLowerCase().split(/,| and | & /, 1) ?? [];
    return names.has(first.trim()) ? rest : person;
  });
}

/** Joins the people whom the user has declared to be one. */
function joined(
  people: readonly Person<LabelUse>[],
  groups: readonly (readonly string[])[],
): Person<LabelUse>[] {
  return groups.reduce<Person<LabelUse>[]>(
    (known, names) => {
      const wanted = new Set(names.map((name) => name.toLowerCase()));
      const isMeant = ({ name, labels }: Person<LabelUse>) =>
        wanted.has(name.toLowerCase()) || labels.some(({ key }) => wanted.has(key));
      const same = known.filter(isMeant);
      const [first] = same;
      if (!first) return known;
      const description = same.find((person) => person.description !== undefined)?.description;
      const person = {
        labels: same.flatMap(({ labels }) => labels),
        name: names[0] ?? first.name,
        announced: same.reduce((sum, one) => sum + one.announced, 0),
        ...(description !== undefined && { description }),
      };
      return [...known.filter((other) => !same.includes(other)), person];
    },
    [...people],
  );
}

function asPerson(labels: readonly LabelUse[], places: Places): Person<LabelUse> {
  const { label, office } = withoutOffice(labels);
  const name = isOneWord(label) ? (fullName(label, places) ?? label) : label;
  const description = descriptionOf(name, places) ?? office;
  const announced = announcedAs([name, ...labels.map((use) => use.name)], places);
  return { labels, name, announced, ...(description !== undefined && { description }) };
}

/**
 * The longest label, without an office after a comma if another label has the same surname; and
 * that office: `SALEH, HOST`.
 */
function withoutOffice(labels: readonly LabelUse[]): { label: string; office?: string } {
  const longest = withoutManner(labels[0]?.name ?? '');
  const comma = longest.indexOf(', ');
  const named = comma < 0 ? longest : longest.slice(0, comma);
  const surname = bare(withoutBrackets(named)).split(' ').at(-1);
  const isOffice = comma > 0 && labels.some(({ name }) => bare(name).split(' ').at(-1) === surname);
  if (!isOffice) return { label: withoutBrackets(longest) };
  return { label: withoutBrackets(named), office: longest.slice(comma + 2) };
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*[(（][^)）]*[)）]$/, '');
}

function announcedAs(names: readonly string[], places: Places): number {
  let told = 0;
  for (const name of new Set(names)) {
    for (const start of places.of(name)) {
      told += asksAt(places.text, { start, end: start + name.length });
    }
  }
  return told;
}

function isOneWord(label: string): boolean {
  return !withoutHonorific(label).trim().includes(' ');
}

/** The full name with this surname that is most frequent in the introduction. */
function fullName(label: string, places: Places): string | undefined {
  const surname = withoutHonorific(label);
  if (surname.length < 3) return undefined;
  const counts = new Map<string, number>();
  for (const at of places.of(surname)) {
    const before = NAME_BEFORE.exec(places.text.slice(Math.max(0, at - BEFORE_UNITS), at))?.[1];
    const words = (before ?? '').trim().split(/\s+/);
    const given = words
      .slice(words.findLastIndex((word) => TITLE.test(word)) + 1)
      .join(' ')
      .replace(GERMAN_NOUN, '');
    if (given === '' || /[.!?]$/.test(given)) continue;
    const name = `${given} ${places.text.slice(at, at + surname.length)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Words that somebody says, times, or what leads to something else. */
const NO_DESCRIPTION = /\?|\d:\d\d|:$|^[^“]*”/;

/** What the introduction says about a person: `Brian Hart is a fellow with …`. */
function descriptionOf(name: string, places: Places): string | undefined {
  for (const at of places.of(name)) {
    const after = places.text.slice(at + name.length, at + name.length + AFTER_UNITS);
    const description = DESCRIPTION.exec(after)?.[1]?.replace(/\s+/g, ' ').trim();
    if (description && !NO_DESCRIPTION.test(description)) return description;
  }
  return undefined;
}

/**
 * An index of the words of a text, regardless of case, so that looking up each name costs little.
 */
class Places {
  private readonly words = new Map<string, number[]>();

  constructor(readonly text: string) {
    for (const { index, 0: word } of matchesOf(text, WORD)) {
      const key = word.toLowerCase();
      const places = this.words.get(key);
      if (!places) this.words.set(key, [index]);
      else if (places.length < MOST_PLACES) places.push(index);
    }
  }

  /**
   * The offsets of the first occurrences of a name as whole words; a capitalised name must be
   * capitalised there, too.
   */
  of(name: string): number[] {
    const last = matchesOf(name, WORD).at(-1);
    if (!last) return [];
    const wanted = name.toLowerCase();
    return (this.words.get(last[0].toLowerCase()) ?? [])
      .map((at) => at - last.index)
      .filter((at) => this.text.slice(Math.max(0, at), at + name.length).toLowerCase() === wanted)
      .filter((at) => /^\P{Lu}/u.test(name) || /\p{Lu}/u.test(this.text[at] ?? ''))
      .filter((at) => !/[\p{L}\p{N}]/u.test(this.text[at - 1] ?? ''));
  }
}
