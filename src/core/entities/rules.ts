import { message, type Message } from '../message';
import type { Span } from '../text/span';
import { descriptionAfter, descriptionBefore } from './apposition';
import type { Gazetteer } from './gazetteer';
import type { Candidate, EntityType, Recogniser } from './model';
import {
  CODE_HEADS,
  CONNECTORS,
  DIRECTIONS,
  DOING,
  EQUIPMENT_HEADS,
  EVENT_HEADS,
  HONORIFICS,
  LAW_HEADS,
  LEGAL,
  MEETING_HEADS,
  NO_NAMES,
  OFFICES,
  ORGANISATION_HEADS,
  ORGANISATIONS,
  PLACE_HEADS,
  PLACE_STARTS,
  SAYING,
  SHIP_PREFIXES,
  STARTS,
  TAKING_PLACE,
  TITLE_MODIFIERS,
  TITLES,
  WORLD_REGIONS,
} from './vocabulary';
import { wordsOf, type Word } from './words';

const LONGEST_NAME = 12;
/** A line of no more words, of which more than this share have capitals, is a title. */
const TITLE_WORDS = 25;
const TITLE_CASE = 0.55;

/** Certainties: for what lists and heads say, what the form suggests, and what only the document can decide. */
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
 * by the words that they begin and end with. Words that may or may not be names (at the beginning of a
 * sentence) get a low certainty: only the rest of the document can tell.
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

/** In a title, only what is listed, or known from the text, is a name. */
function weakened(candidate: Candidate): Candidate {
  return candidate.why === LISTED ? candidate : { ...candidate, certainty: WEAK };
}

/** Indexes of the first word of a run and of the one after its last. */
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
  if (endsRun(words.slice(from, to), next, gazetteer)) return to;
  if (isNumberWithin(next, words[to + 1])) return to + 2;
  if (next.isCapital) return separates(words[to - 1] as Word, next, gazetteer) ? to : to + 1;
  const at = behindConnectors(words, to);
  const after = words[at];
  if (at === to || !after?.isCapital || !after.isJoined) return to;
  return connects(words.slice(from, to), words.slice(to, at)) ? at + 1 : to;
}

/** A date or `I` beside a name: `in Kenya Tuesday`, `May Berg`, but `Black Friday`, `World War I`. */
function endsRun(
  run: readonly Word[],
  next: Word,
  { calendar, common, first }: Gazetteer,
): boolean {
  const before = run.at(-1) as Word;
  const isBehindDate = calendar.has(before.lower) && !first.has(before.lower);
  if (isBehindDate) return !EVENT_HEADS.has(next.lower) && !ORGANISATION_HEADS.has(next.lower);
  if (calendar.has(next.lower)) return run.length > 1 || !common.has(before.lower);
  return next.text === 'I' && !EVENT_HEADS.has(before.lower) && !first.has(before.lower);
}

/** The index after at most two connectors that begin at `from`. */
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

/** `U.S.-China`, `Russian Peskov`: two names side by side. */
function separates(before: Word, next: Word, { countries, demonyms }: Gazetteer): boolean {
  const isKnown = ({ lower, text }: Word) =>
    countries.has(lower) || demonyms.has(lower) || isCountryAcronym(text);
  return next.start === before.end + 1 && isKnown(before) && isKnown(next);
}

/** Whether `of`, `for`, `and` and the like join what comes before them with what follows. */
function connects(before: readonly Word[], connectors: readonly Word[]): boolean {
  const last = before.at(-1) as Word;
  const isTitle = TITLES.has(last.lower);
  switch (connectors[0]?.lower) {
    case 'and':
      return connectors.length === 1 && isWithinName(before);
    case 'of':
      return before.some(isOrganisationHead) || isHead(last) || isTitle || isOfState(last);
    case 'for':
      return isHead(last) || isTitle;
    case 'on':
      return isHead(last);
    case 'in':
      return isEndowed(last, before);
    case 'the':
      return false;
    default:
      return !isTitle && before.length <= 3;
  }
}

/** `Center for Strategic and International Studies`, but not `Institute and Congress`. */
function isWithinName(before: readonly Word[]): boolean {
  const last = before.at(-1) as Word;
  return before.length > 2 && before.some(isOrganisationHead) && !isOrganisationHead(last);
}

function isOrganisationHead({ lower }: Word): boolean {
  return ORGANISATION_HEADS.has(lower);
}

/** `Battle of Kursk`, `Islamic State of Iraq`. */
function isOfState({ lower }: Word): boolean {
  return EVENT_HEADS.has(lower) || lower === 'state';
}

/** `Berg Chair in River Studies`: what is endowed, not who sits on it. */
function isEndowed({ lower }: Word, before: readonly Word[]): boolean {
  return lower === 'chair' && before.length > 1;
}

function isHead({ lower }: Word): boolean {
  return [ORGANISATION_HEADS, LAW_HEADS, CODE_HEADS, MEETING_HEADS, PLACE_STARTS].some((heads) =>
    heads.has(lower),
  );
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
  const read: Read = { passage, words, gazetteer };
  if (title !== undefined && title + 1 < to) return titled(read, { from, to }, title);
  const typed = typeOf(words, from, to, gazetteer);
  if (!typed) return [];
  const span = spanOf(words, { from, to });
  return [{ ...span, ...withDescription(read, { from, to }, typed) }];
}

/** What is known where names are looked for: the passage, its words, and the lists of names. */
interface Read {
  readonly passage: string;
  readonly words: readonly Word[];
  readonly gazetteer: Gazetteer;
}

function spanOf(words: readonly Word[], { from, to }: Run): Span {
  return { start: (words[from] as Word).start, end: (words[to - 1] as Word).end };
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
      HONORIFICS.has(first.lower) ||
      PLACE_STARTS.has(first.lower) ||
      gazetteer.demonyms.has(first.lower));
  if (begins || (isName && !next)) return { from, to };
  return withoutConnectors(words, { from: from + 1, to });
}

function withoutConnectors(words: readonly Word[], { from, to }: Run): Run {
  while (from < to && !(words[from] as Word).isCapital) from++;
  return { from, to };
}

/** A single word at the beginning of a sentence, which the document may name elsewhere. */
function weakStart(words: readonly Word[], { from }: Run, { common }: Gazetteer): Candidate[] {
  const { start, end, lower } = words[from] as Word;
  if (lower.length < 3 || (common.has(lower) && !actsLikeName(words, from))) return [];
  return [{ start, end, type: 'other', certainty: WEAK, why: message('It begins a sentence.') }];
}

/** `Cook said`, `Young’s`: a common word that may be somebody’s name. */
function actsLikeName(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  const next = words[at + 1];
  if (!next || STARTS.has(word.lower)) return false;
  return (
    (next.isJoined && (DOING.has(next.lower) || next.lower.endsWith('ed'))) ||
    (next.lower === 's' && next.start === word.end + 1)
  );
}

function lastTitle(words: readonly Word[], from: number, to: number): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    const { lower } = words[at] as Word;
    const isEndowment = lower === 'chair' && words[at + 1]?.lower === 'in';
    if ((TITLES.has(lower) || HONORIFICS.has(lower)) && !isEndowment) return at;
  }
  return undefined;
}

/** `Chinese Foreign Minister Qin Gang`: a person, with all that precedes the name. */
function titled(
  { passage, words, gazetteer }: Read,
  { from, to }: Run,
  title: number,
): Candidate[] {
  const named = nameBehindTitle(words, title, to, gazetteer);
  if (named === undefined) return officeOf(words, from, title, to, gazetteer);
  const span = spanOf(words, { from: named, to });
  const word = words[title] as Word;
  const why = message('A title stands before it: {0}.', word.text);
  const known = typeOf(words, named, to, gazetteer);
  const isOther =
    known && known.type !== 'person' && known.type !== 'other' && known.certainty >= SURE;
  const typed: Typed = isOther ? known : { type: 'person', certainty: SURE, why };
  const isHonorific = HONORIFICS.has(word.lower);
  const before = spanOf(words, { from, to: named });
  const description = descriptionAfter(passage, span.end) ?? (isHonorific ? undefined : before);
  const person: Candidate = { ...span, ...typed, ...(description && { description }) };
  return [...nationality(words, from, title, gazetteer), person];
}

/** Where the name begins after a title and the office: `Secretary of State Anna Berg`. */
function nameBehindTitle(
  words: readonly Word[],
  title: number,
  to: number,
  { first }: Gazetteer,
): number | undefined {
  if ((words[title + 1] as Word).isCapital) return title + 1;
  for (let at = title + 2; at < to; at++) {
    const word = words[at] as Word;
    const isBehindOffice = OFFICES.has((words[at - 1] as Word).lower) && !OFFICES.has(word.lower);
    if (word.isCapital && (isBehindOffice || first.has(word.lower))) return at;
  }
  return undefined;
}

/** A title without a person’s name: what follows it may be a name, `President of Kenya`. */
function officeOf(
  words: readonly Word[],
  from: number,
  title: number,
  to: number,
  gazetteer: Gazetteer,
): Candidate[] {
  const { from: start } = withoutConnectors(words, { from: title + 1, to });
  const typed = start < to ? typeOf(words, start, to, gazetteer) : undefined;
  const isName = typed && typed.certainty >= SURE && typed.type !== 'person';
  const span = { start: words[start]?.start ?? 0, end: (words[to - 1] as Word).end };
  const before = nationality(words, from, title, gazetteer);
  return isName ? [...before, { ...span, ...typed }] : before;
}

/** The nationality or state in front of a title is a name of its own. */
function nationality(
  words: readonly Word[],
  from: number,
  title: number,
  { demonyms }: Gazetteer,
): Candidate[] {
  const { start, end, lower, text } = words[from] as Word;
  if (from >= title) return [];
  if (demonyms.has(lower)) return [{ start, end, ...typedAs('group', SURE, DEMONYM) }];
  return isCountryAcronym(text) ? [{ start, end, ...typedAs('place', SURE, LISTED) }] : [];
}

function withDescription(
  { passage, words, gazetteer }: Read,
  run: Run,
  typed: Typed,
): Typed & { description?: Span } {
  const before = descriptionBefore(words, run.from, gazetteer.common);
  // A title in lower case before a name makes it a person: `Kremlin spokesman Dmitry Peskov`.
  if (before && typed.certainty < SURE && !isClearlyOther(typed)) {
    const why = message('A title stands before it: {0}.', passage.slice(before.start, before.end));
    return { type: 'person', certainty: SURE, why, description: before };
  }
  if (typed.type !== 'person' && typed.type !== 'other') return typed;
  const after = descriptionAfter(passage, spanOf(words, run).end);
  if (after) return { ...typed, type: 'person', description: after };
  return before && typed.type === 'person' ? { ...typed, description: before } : typed;
}

function isClearlyOther({ type }: Typed): boolean {
  return type !== 'person' && type !== 'other';
}

const DEMONYM = message('It is a nationality.');
const LISTED = message('It is in the list of names.');

function typedAs(type: EntityType, certainty: number, why: Message): Typed {
  return { type, certainty, why };
}

/** What a run of words names: by lists, then by its first and last word, then by its form. */
function typeOf(
  words: readonly Word[],
  from: number,
  to: number,
  gazetteer: Gazetteer,
): Typed | undefined {
  const run = words.slice(from, to);
  const lower = run.map((word) => word.lower).join(' ');
  if (run.length === 1 && (gazetteer.calendar.has(lower) || NO_NAMES.has(lower))) return undefined;
  const around = { before: words[from - 1], after: words[to] };
  return (
    listed(lower, run, gazetteer) ??
    byHeads(run) ??
    byMeeting(run, beforeArticle(words, from), gazetteer) ??
    byForm(run, around, gazetteer)
  );
}

function listed(lower: string, run: readonly Word[], gazetteer: Gazetteer): Typed | undefined {
  const { organisations, people } = gazetteer;
  const [first, second, third] = run as [Word, Word?, Word?];
  if (isCountryAcronym(first.text) && run.length === 1) return typedAs('place', SURE, LISTED);
  if (isPlaceName(lower, gazetteer)) return typedAs('place', SURE, LISTED);
  if (isDemonym(lower, gazetteer)) return typedAs('group', SURE, DEMONYM);
  // `South Korean`, `West Germans`.
  if (second && !third && PLACE_STARTS.has(first.lower) && isDemonym(second.lower, gazetteer)) {
    return typedAs('group', SURE, DEMONYM);
  }
  if (ORGANISATIONS.has(lower)) return typedAs('organisation', SURE, LISTED);
  if (people.has(lower)) return typedAs('person', SURE, LISTED);
  if (organisations.has(lower) && (run.length > 1 || first.isAcronym || !first.isInitial)) {
    return typedAs('organisation', LIKELY, LISTED);
  }
  return undefined;
}

function isDemonym(lower: string, { demonyms }: Gazetteer): boolean {
  return demonyms.has(lower) || demonyms.has(lower.replace(/s$/, ''));
}

function isPlaceName(lower: string, { countries, cities, regions }: Gazetteer): boolean {
  return (
    countries.has(lower) || cities.has(lower) || regions.has(lower) || WORLD_REGIONS.has(lower)
  );
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
  const endowment = run[of]?.lower === 'in' ? run[of - 1] : undefined;
  const kinds: [EntityType, Word | undefined][] = [
    ['law', treatyHead(run)],
    ['organisation', ends(ORGANISATION_HEADS) ?? endowment],
    ['equipment', SHIP_PREFIXES.has(first.lower) && first.isAcronym ? first : undefined],
    ['law', ends(LAW_HEADS) ?? legalCode(run)],
    ['event', ends(EVENT_HEADS)],
    ['equipment', ends(EQUIPMENT_HEADS)],
    ['place', ends(PLACE_HEADS) ?? (PLACE_STARTS.has(first.lower) ? first : undefined)],
  ];
  const found = kinds.find(([, head]) => head);
  const head = found?.[1];
  return found && head && typedAs(found[0], SURE, message('It is named so: {0}.', head.text));
}

/** `Penal Code`, `Code of Civil Procedure`. */
function legalCode(run: readonly Word[]): Word | undefined {
  return run.find(({ lower }, at) => {
    if (!CODE_HEADS.has(lower)) return false;
    return LEGAL.has(run[at - 1]?.lower ?? '') || run[at + 1]?.lower === 'of';
  });
}

/**
 * A meeting where the text tells that it takes place, or a treaty: `2019 Berlin Conference`, `at the
 * Food Conference`, `Geneva Convention`.
 */
function byMeeting(
  run: readonly Word[],
  before: Word | undefined,
  gazetteer: Gazetteer,
): Typed | undefined {
  const head = run.find(({ lower }) => MEETING_HEADS.has(lower));
  if (!head || run.length < 2) return undefined;
  const why = message('It is named so: {0}.', head.text);
  if (head.lower === 'convention' && isTreaty(run, gazetteer)) return typedAs('law', SURE, why);
  const isDated = run.some(({ text }) => /^\d/.test(text)) || /^\d/.test(before?.text ?? '');
  const takesPlace = isDated || TAKING_PLACE.has(before?.lower ?? '');
  return typedAs(takesPlace ? 'event' : 'other', takesPlace ? SURE : OPEN, why);
}

/** The word before a run, or before the article that stands there. */
function beforeArticle(words: readonly Word[], from: number): Word | undefined {
  const before = words[from - 1];
  return before?.lower === 'the' ? words[from - 2] : before;
}

/** A treaty may be called after what it is about: `Convention on Fishing`. */
function treatyHead(run: readonly Word[]): Word | undefined {
  const isAbout = (word: Word | undefined) => word?.lower === 'on' || word?.lower === 'for';
  return run.find(({ lower }, at) => lower === 'convention' && isAbout(run[at + 1]));
}

/** Or after a place: `Geneva Convention`. */
function isTreaty(run: readonly Word[], { common }: Gazetteer): boolean {
  return run.length === 2 && !common.has((run[0] as Word).lower);
}

/** The words next to a run. */
interface Around {
  readonly before: Word | undefined;
  readonly after: Word | undefined;
}

function byForm(run: readonly Word[], around: Around, gazetteer: Gazetteer): Typed | undefined {
  const first = run[0] as Word;
  const last = run.at(-1) as Word;
  const { common, first: given, last: family } = gazetteer;
  if (run.length === 1) return single(first, around, gazetteer);
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

function single(word: Word, around: Around, gazetteer: Gazetteer): Typed | undefined {
  const { common, first, last } = gazetteer;
  if (word.lower.length < 2 || TITLES.has(word.lower) || TITLE_MODIFIERS.has(word.lower))
    return undefined;
  if (/[-‑]\d/.test(word.text)) {
    return typedAs('equipment', LIKELY, message('It is written like a model: {0}.', word.text));
  }
  if (word.isAcronym) {
    // `a HUGE crowd` is no name; `WHO` becomes one if the text says what it stands for.
    const certainty = common.has(word.lower) ? WEAK : LIKELY;
    return typedAs('organisation', certainty, message('It is an abbreviation.'));
  }
  if (word.isInitial) {
    if (common.has(word.lower)) return undefined;
    const isListed = first.has(word.lower) || last.has(word.lower);
    return isListed
      ? typedAs('person', LIKELY, LISTED)
      : typedAs('other', WEAK, message('It begins a sentence.'));
  }
  if (first.has(word.lower) || last.has(word.lower)) return typedAs('person', LIKELY, LISTED);
  return byNeighbours(word, around, common);
}

/** What a single word that is on no list names, by the words next to it. */
function byNeighbours(
  { lower }: Word,
  { before, after }: Around,
  common: ReadonlySet<string>,
): Typed {
  if (before?.lower === 'the' && DIRECTIONS.has(lower)) return typedAs('place', 1, LISTED);
  if (common.has(lower)) return typedAs('other', WEAK, message('It is written like a name.'));
  if (after && (after.lower === 'administration' || SAYING.has(after.lower))) {
    return typedAs('person', SURE, message('“{0}” stands behind it.', after.text));
  }
  if (before?.lower === 'in' || before?.lower === 'near') {
    return typedAs('place', OPEN, message('“{0}” stands before it.', before.text));
  }
  return typedAs('other', LIKELY, message('It is written like a name.'));
}
