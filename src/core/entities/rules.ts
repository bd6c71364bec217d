import { message, type Message } from '../message';
import type { Span } from '../text/span';
import { descriptionAfter, descriptionBefore } from './apposition';
import type { Gazetteer } from './gazetteer';
import type { Candidate, EntityType, Recogniser } from './model';
import {
  CONNECTORS,
  EQUIPMENT_HEADS,
  EVENT_HEADS,
  HONORIFICS,
  LAW_HEADS,
  NO_NAMES,
  ORGANISATION_HEADS,
  PLACE_HEADS,
  PLACE_STARTS,
  SEATS,
  TITLE_MODIFIERS,
  TITLES,
} from './vocabulary';
import { wordsOf, type Word } from './words';

const LONGEST_NAME = 12;
/** A line of no more words, of which more than this share have capitals, is a title. */
const TITLE_WORDS = 25;
const TITLE_CASE = 0.55;

/** Certainties: of what lists and heads say, of what the form suggests, of what only the document can tell. */
const SURE = 0.9;
const LIKELY = 0.6;
const OPEN = 0.3;
const WEAK = 0.1;

interface Typed {
  readonly type: EntityType;
  readonly certainty: number;
  readonly why: Message;
}

/**
 * Recognises names in English text by rules: runs of capitalised words, typed by lists of names and
 * by the words that they begin and end with. Words of which only the document can tell whether they
 * are names (at the beginning of a sentence) come with a low certainty.
 */
export function rulesRecogniser(gazetteer: Gazetteer): Recogniser {
  return (passage) => {
    const words = wordsOf(passage);
    const candidates = runsOf(words, gazetteer).flatMap((run) =>
      candidatesOf(passage, words, run, gazetteer),
    );
    return isTitle(passage, words) ? candidates.map(weakened) : candidates;
  };
}

/** A title, where capitals mean little: it doesn't end as a sentence does. */
function isTitle(passage: string, words: readonly Word[]): boolean {
  if (/[.!?…]["'”’)\]]*\s*$/.test(passage.slice(-8))) return false;
  const capitals = words.filter(({ isCapital }) => isCapital).length;
  return words.length <= TITLE_WORDS && words.length > 3 && capitals > TITLE_CASE * words.length;
}

/** In a title only what is listed, or known from the text, is a name. */
function weakened(candidate: Candidate): Candidate {
  return candidate.why === LISTED ? candidate : { ...candidate, certainty: WEAK };
}

/** Indexes of the first word of a run and of the one behind its last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** Maximal runs of capitalised words, with what may connect them. */
function runsOf(words: readonly Word[], gazetteer: Gazetteer): Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < words.length) {
    if (!words[from]?.isCapital) {
      from++;
      continue;
    }
    let to = from + 1;
    for (;;) {
      const next = continues(words, from, to, gazetteer);
      if (next === to || next - from > LONGEST_NAME) break;
      to = next;
    }
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** The end of the run after the next word or connectors and word; `to` if it doesn't go on. */
function continues(words: readonly Word[], from: number, to: number, gazetteer: Gazetteer): number {
  const next = words[to];
  if (!next?.isJoined || next.isInitial) return to;
  if (isNumberWithin(next, words[to + 1])) return to + 2;
  if (next.isCapital) return separates(words[to - 1] as Word, next, gazetteer) ? to : to + 1;
  const at = behindConnectors(words, to);
  const after = words[at];
  if (at === to || !after?.isCapital || !after.isJoined) return to;
  return connects(words.slice(from, to), words.slice(to, at)) ? at + 1 : to;
}

/** The index behind at most two connectors that begin at `from`. */
function behindConnectors(words: readonly Word[], from: number): number {
  const isConnector = (word: Word | undefined) => word?.isJoined && CONNECTORS.has(word.lower);
  let at = from;
  while (at < from + 2 && isConnector(words[at])) at++;
  return at;
}

/** `Project 2049 Institute`. */
function isNumberWithin(word: Word, after: Word | undefined): boolean {
  return /^\d{1,4}$/.test(word.text) && after?.isCapital === true && after.isJoined;
}

/** `U.S.-China`, `Russian Peskov`: two names that stand side by side. */
function separates(before: Word, next: Word, { countries, demonyms }: Gazetteer): boolean {
  const isKnown = ({ lower, text }: Word) =>
    countries.has(lower) || demonyms.has(lower) || isCountryAcronym(text);
  return next.start === before.end + 1 && isKnown(before) && isKnown(next);
}

/** Whether `of`, `for`, `and` and the like join what stands before with what comes. */
function connects(before: readonly Word[], connectors: readonly Word[]): boolean {
  const connector = connectors[0]?.lower ?? '';
  const last = before.at(-1) as Word;
  const hasHead = before.some(({ lower }) => ORGANISATION_HEADS.has(lower));
  if (connector === 'and') {
    // `Center for Strategic and International Studies`, but not `Institute and Congress`.
    const isWithin = before.length > 2 && connectors.length === 1;
    return hasHead && isWithin && !ORGANISATION_HEADS.has(last.lower);
  }
  if (connector === 'of') return hasHead || isHead(last) || EVENT_HEADS.has(last.lower);
  if (['for', 'on', 'in'].includes(connector)) return isHead(last);
  if (connector === 'the') return false;
  return connector === '&' || (!TITLES.has(last.lower) && before.length <= 3);
}

function isHead({ lower }: Word): boolean {
  return ORGANISATION_HEADS.has(lower) || LAW_HEADS.has(lower) || PLACE_STARTS.has(lower);
}

function candidatesOf(
  passage: string,
  words: readonly Word[],
  run: Run,
  gazetteer: Gazetteer,
): Candidate[] {
  const { from, to } = withoutCommonStart(words, run, gazetteer);
  if (from >= to) return weakStart(words, run, gazetteer);
  const title = lastTitle(words, from, to);
  if (title !== undefined && title + 1 < to)
    return titled(passage, words, from, title, to, gazetteer);
  const typed = typeOf(words, from, to, gazetteer);
  if (!typed) return [];
  const span = { start: (words[from] as Word).start, end: (words[to - 1] as Word).end };
  return [{ ...span, ...withDescription(passage, words, from, span, typed, gazetteer) }];
}

/** A common word at the beginning of a sentence has its capital from there. */
function withoutCommonStart(words: readonly Word[], { from, to }: Run, gazetteer: Gazetteer): Run {
  const first = words[from] as Word;
  const isCommon = gazetteer.common.has(first.lower) || CONNECTORS.has(first.lower);
  const isName = gazetteer.first.has(first.lower) || isPlaceName(first.lower, gazetteer);
  if (!first.isInitial || !isCommon || first.isAcronym) return { from, to };
  const next = words[from + 1];
  // `Will Smith`, `Bank of England`: what follows tells that it is a name after all.
  const begins =
    to - from > 1 &&
    (isName ||
      ORGANISATION_HEADS.has(first.lower) ||
      TITLES.has(first.lower) ||
      PLACE_STARTS.has(first.lower) ||
      gazetteer.demonyms.has(first.lower));
  if (begins || (isName && !next)) return { from, to };
  return withoutConnectors(words, { from: from + 1, to });
}

function withoutConnectors(words: readonly Word[], { from, to }: Run): Run {
  while (from < to && !(words[from] as Word).isCapital) from++;
  return { from, to };
}

/** A single word at the beginning of a sentence: the document may know it from elsewhere. */
function weakStart(words: readonly Word[], { from }: Run, { common }: Gazetteer): Candidate[] {
  const { start, end, lower } = words[from] as Word;
  if (common.has(lower) || lower.length < 3) return [];
  return [{ start, end, type: 'other', certainty: WEAK, why: message('It begins a sentence.') }];
}

function lastTitle(words: readonly Word[], from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    const { lower } = words[at] as Word;
    if (TITLES.has(lower) || HONORIFICS.has(lower)) return at;
  }
  return undefined;
}

/** `Chinese Foreign Minister Qin Gang`: a person with what stands before the name. */
function titled(
  passage: string,
  words: readonly Word[],
  from: number,
  title: number,
  to: number,
  gazetteer: Gazetteer,
): Candidate[] {
  const first = words[title + 1] as Word;
  const span = { start: first.start, end: (words[to - 1] as Word).end };
  const word = words[title] as Word;
  const why = message('A title stands before it: {0}.', word.text);
  const known = typeOf(words, title + 1, to, gazetteer);
  const isOther =
    known && known.type !== 'person' && known.type !== 'other' && known.certainty >= SURE;
  const typed: Typed = isOther ? known : { type: 'person', certainty: SURE, why };
  const isHonorific = HONORIFICS.has(word.lower);
  const before = { start: (words[from] as Word).start, end: word.end };
  const description = descriptionAfter(passage, span.end) ?? (isHonorific ? undefined : before);
  const person: Candidate = { ...span, ...typed, ...(description && { description }) };
  const group = words[from] as Word;
  // The nationality in front is a name of its own.
  const isDemonym = from < title && gazetteer.demonyms.has(group.lower);
  return isDemonym
    ? [{ ...group, ...typedAs('group', SURE, DEMONYM) }, person].map(bare)
    : [person];
}

/** Only what a candidate has; a word has more. */
function bare({ start, end, type, certainty, why, description }: Candidate): Candidate {
  return { start, end, type, certainty, why, ...(description && { description }) };
}

function withDescription(
  passage: string,
  words: readonly Word[],
  from: number,
  span: Span,
  typed: Typed,
  gazetteer: Gazetteer,
): Typed & { description?: Span } {
  const before = descriptionBefore(words, from, gazetteer.common);
  // A title in lower case before a name makes it a person: `Kremlin spokesman Dmitry Peskov`.
  if (before && typed.certainty < SURE && !isClearlyOther(typed)) {
    const why = message('A title stands before it: {0}.', passage.slice(before.start, before.end));
    return { type: 'person', certainty: SURE, why, description: before };
  }
  if (typed.type !== 'person' && typed.type !== 'other') return typed;
  const after = descriptionAfter(passage, span.end);
  if (!after) return before && typed.type === 'person' ? { ...typed, description: before } : typed;
  const type = typed.type === 'other' && after.isPerson ? 'person' : typed.type;
  return { ...typed, type, description: { start: after.start, end: after.end } };
}

function isClearlyOther({ type }: Typed): boolean {
  return type !== 'person' && type !== 'other';
}

const DEMONYM = message('It is a nationality.');
const LISTED = message('It is in the list of names.');

function typedAs(type: EntityType, certainty: number, why: Message): Typed {
  return { type, certainty, why };
}

/** What a run of words names, by lists, then by first and last word, then by its form. */
function typeOf(
  words: readonly Word[],
  from: number,
  to: number,
  gazetteer: Gazetteer,
): Typed | undefined {
  const run = words.slice(from, to);
  const lower = run.map((word) => word.lower).join(' ');
  return listed(lower, run, gazetteer) ?? byHeads(run) ?? byForm(run, words[from - 1], gazetteer);
}

function listed(lower: string, run: readonly Word[], gazetteer: Gazetteer): Typed | undefined {
  const { calendar, demonyms, organisations, people } = gazetteer;
  const [first] = run as [Word];
  if (run.length === 1 && (calendar.has(lower) || NO_NAMES.has(lower))) return undefined;
  if (isCountryAcronym(first.text) && run.length === 1) return typedAs('place', SURE, LISTED);
  if (isPlaceName(lower, gazetteer)) return typedAs('place', SURE, LISTED);
  if (demonyms.has(lower) || demonyms.has(lower.replace(/s$/, ''))) {
    return typedAs('group', SURE, DEMONYM);
  }
  if (SEATS.has(lower)) return typedAs('organisation', SURE, LISTED);
  if (people.has(lower)) return typedAs('person', SURE, LISTED);
  if (organisations.has(lower) && (run.length > 1 || first.isAcronym || !first.isInitial)) {
    return typedAs('organisation', LIKELY, LISTED);
  }
  return undefined;
}

function isPlaceName(lower: string, { countries, cities, regions }: Gazetteer): boolean {
  return countries.has(lower) || cities.has(lower) || regions.has(lower);
}

function isCountryAcronym(text: string): boolean {
  return /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|U\.?A\.?E\.?|USSR)$/.test(text);
}

function byHeads(run: readonly Word[]): Typed | undefined {
  if (run.length < 2) return undefined;
  const first = run[0] as Word;
  const of = run.findIndex(({ isCapital }) => !isCapital);
  // What stands before `of` or `for` is the head: `Bank of England`.
  const heads = [run[of > 0 ? of - 1 : run.length - 1], run.at(-1)] as Word[];
  const ends = (list: ReadonlySet<string>) => heads.find(({ lower }) => list.has(lower));
  const kinds: [EntityType, Word | undefined][] = [
    ['organisation', ends(ORGANISATION_HEADS)],
    ['law', ends(LAW_HEADS)],
    ['event', ends(EVENT_HEADS)],
    ['equipment', ends(EQUIPMENT_HEADS)],
    ['place', ends(PLACE_HEADS) ?? (PLACE_STARTS.has(first.lower) ? first : undefined)],
  ];
  const found = kinds.find(([, head]) => head);
  const head = found?.[1];
  return found && head && typedAs(found[0], SURE, message('It is named so: {0}.', head.text));
}

function byForm(
  run: readonly Word[],
  before: Word | undefined,
  gazetteer: Gazetteer,
): Typed | undefined {
  const first = run[0] as Word;
  const last = run.at(-1) as Word;
  const { common, first: given, last: family } = gazetteer;
  if (run.length === 1) return single(first, before, gazetteer);
  if (given.has(first.lower)) {
    return typedAs('person', SURE, message('It begins with a first name: {0}.', first.text));
  }
  if (/^\p{Lu}\.?$/u.test(first.text) || family.has(last.lower)) {
    return typedAs('person', LIKELY, message('It is formed like a person’s name.'));
  }
  if (isPlaceName(last.lower, gazetteer)) {
    return typedAs('organisation', LIKELY, message('It ends in a place: {0}.', last.text));
  }
  if (last.isAcronym || first.isAcronym) {
    return typedAs('organisation', OPEN, message('It contains an abbreviation.'));
  }
  const isCommon = run.every(({ lower, isCapital }) => !isCapital || common.has(lower));
  if (isCommon) return typedAs('other', OPEN, message('It is written like a name.'));
  if (run.length <= 3 && run.every(({ lower }) => !common.has(lower))) {
    return typedAs('person', LIKELY, message('It is formed like a person’s name.'));
  }
  return typedAs('other', OPEN, message('It is written like a name.'));
}

function single(word: Word, before: Word | undefined, gazetteer: Gazetteer): Typed | undefined {
  const { common, first, last } = gazetteer;
  if (word.lower.length < 2 || TITLES.has(word.lower) || TITLE_MODIFIERS.has(word.lower))
    return undefined;
  if (word.isAcronym) {
    return typedAs('organisation', LIKELY, message('It is an abbreviation.'));
  }
  if (word.isInitial) {
    if (common.has(word.lower)) return undefined;
    const isListed = first.has(word.lower) || last.has(word.lower);
    return isListed
      ? typedAs('person', LIKELY, LISTED)
      : typedAs('other', WEAK, message('It begins a sentence.'));
  }
  if (first.has(word.lower) || last.has(word.lower)) return typedAs('person', LIKELY, LISTED);
  if (before?.lower === 'in' && !common.has(word.lower)) {
    return typedAs('place', OPEN, message('“in” stands before it.'));
  }
  return typedAs(
    'other',
    common.has(word.lower) ? WEAK : LIKELY,
    message('It is written like a name.'),
  );
}
