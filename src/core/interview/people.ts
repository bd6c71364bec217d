import type { LabelUse } from './labels';

/** One person (or outlet) with all labels under which the document has them speak. */
export interface Person {
  readonly labels: readonly LabelUse[];
  /** The fullest name: from a label, or from the text before the interview. */
  readonly name: string;
  readonly description?: string;
}

const HONORIFIC =
  /^(?:the honou?rable|mr|mrs|ms|miss|dr|prof|professor|president|senator|secretary|general|minister|chairman|chairwoman|ambassador|herr|frau|señora?|monsieur|madame)\.?\s+/i;
const TITLE =
  /^(?:the|by|with|mr|mrs|ms|dr|prof|professor|president|senator|secretary|general|minister|foreign|prime|chairman|ambassador|fellow|director|author|expert|and|interview|articles|meet|when|host|guest)$/i;
const NAME_BEFORE = /((?:\p{Lu}[\p{L}\p{M}'’.-]{0,30} +){1,3})$/u;
const BEFORE_UNITS = 70;
const AFTER_UNITS = 300;
const DESCRIPTION =
  /^,?\s*(?:\([^)]{1,20}\)\s*)?(?:(?:is|was|serves as|works as)\s+(?:currently\s+)?|,\s*)(?:an?\s+|the\s+)?((?:[^.;,\n]|\.(?=\S)|,(?! (?:where|who|which|and)\b)){3,200})/u;
/** So many places of a label in the introduction are looked at. */
const MOST_PLACES = 20;

/**
 * Joins labels that are one person's: with or without honorific, surname and full name, initials.
 *
 * @param preamble what stands before the first turn: there the full names and descriptions are
 */
export function peopleOf(uses: readonly LabelUse[], preamble: string): Person[] {
  const groups: LabelUse[][] = [];
  // The longest first, so that the short ones find the full name that they belong to.
  for (const use of [...uses].sort((a, b) => b.name.length - a.name.length)) {
    const fitting = groups.filter((group) =>
      group.some((other) => isShortFor(use.name, other.name)),
    );
    if (fitting.length === 1) fitting[0]?.push(use);
    else groups.push([use]);
  }
  return groups
    .map((labels) => asPerson(labels, preamble))
    .sort((a, b) => firstLine(a) - firstLine(b));
}

function firstLine({ labels }: Person): number {
  return Math.min(...labels.map(({ lines }) => lines[0] ?? 0));
}

/** Whether one label may stand for another, longer one: `Hart` or `BH` for `Brian Hart (BH)`. */
function isShortFor(short: string, long: string): boolean {
  const [a, b] = [bare(short), bare(long)];
  if (a === b) return true;
  const words = b.replace(/[()]/g, ' ').split(/\s+/).filter(Boolean);
  if (words.length < 2) return false;
  const isPart = words[0] === a || words.at(-1) === a;
  return isPart || (a.length >= 2 && initials(words) === a) || b.endsWith(`(${a})`);
}

function bare(name: string): string {
  return name.replace(HONORIFIC, '').replace(/\.$/, '').toLowerCase();
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0] ?? '').join('');
}

function asPerson(labels: readonly LabelUse[], preamble: string): Person {
  const longest = labels[0]?.name ?? '';
  const label = longest.replace(/\s*\([^)]*\)$/, '');
  const name = isOneWord(label) ? (fullName(label, preamble) ?? label) : label;
  const description = descriptionOf(name, preamble);
  return { labels, name, ...(description !== undefined && { description }) };
}

function isOneWord(label: string): boolean {
  return !label.replace(HONORIFIC, '').trim().includes(' ');
}

/** The full name that most often stands in the introduction for a surname. */
function fullName(label: string, preamble: string): string | undefined {
  const surname = label.replace(HONORIFIC, '');
  if (surname.length < 3) return undefined;
  const counts = new Map<string, number>();
  for (const at of placesOf(surname, preamble)) {
    const before = NAME_BEFORE.exec(preamble.slice(Math.max(0, at - BEFORE_UNITS), at))?.[1] ?? '';
    const words = before.trim().split(/\s+/);
    const given = words.slice(words.findLastIndex((word) => TITLE.test(word)) + 1).join(' ');
    if (given === '' || /[.!?]$/.test(given)) continue;
    const name = `${given} ${preamble.slice(at, at + surname.length)}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Where a word stands by itself, letter case apart. */
function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  const wanted = word.toLowerCase();
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return places;
  let at = lower.indexOf(wanted);
  while (at >= 0 && places.length < MOST_PLACES) {
    const isWhole = !/[\p{L}\p{N}]/u.test((text[at - 1] ?? '') + (text[at + word.length] ?? ''));
    if (isWhole) places.push(at);
    at = lower.indexOf(wanted, at + 1);
  }
  return places;
}

/** What the introduction says a person is: `Brian Hart is a fellow with …`. */
function descriptionOf(name: string, preamble: string): string | undefined {
  for (const at of placesOf(name, preamble)) {
    const after = preamble.slice(at + name.length, at + name.length + AFTER_UNITS);
    const description = DESCRIPTION.exec(after)?.[1]?.replace(/\s+/g, ' ').trim();
    if (description) return description;
  }
  return undefined;
}
