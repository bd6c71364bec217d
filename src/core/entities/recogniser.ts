import { message, type Message } from '../message';
import type { Gazetteer } from './gazetteer';
import type { Candidate, EntityType, Recogniser } from './model';
import { inSentenceCase } from './sentenceCase';
import { TAGGED_TYPES, type TaggedType } from './tagger/labels';
import type { Tagged, Tagger } from './tagger/tagger';
import {
  CONNECTORS,
  GIVEN_NAMES_TOO,
  HONORIFICS,
  INTERJECTIONS,
  OFFICES,
  STARTS,
  TITLE_MODIFIERS,
  TITLES,
  NO_NAMES,
} from './vocabulary';
import { asidesIn } from '../interview/line/directions';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';

/** What the tagger finds is a name with at least this certainty, … */
const FOUND = 0.6;
/** … if the tagger gives this probability to its being a name. Its type has to be as probable. */
const PROBABLE = 0.6;

const TYPES: Record<TaggedType, EntityType> = {
  PERSON: 'person',
  ORG: 'organisation',
  PLACE: 'place',
  MISC: 'other',
};

/**
 * The trained tagger and the rules together. The tagger has the last word on where persons, organisations
 * and places are named; the rules find what else is named (events, laws, groups …) and how the text describes
 * it, and add weak candidates that only the rest of the document can decide on.
 */
export function taggedRecogniser(
  tagger: Tagger,
  rules: Recogniser,
  gazetteer: Gazetteer,
): Recogniser {
  return (written) => {
    const passage = inSentenceCase(withoutTags(written), gazetteer).replace(STRAIGHT, '’');
    if (!isEnglish(passage)) return [];
    const byRules = inOrder(rules(passage));
    const tagged = inOrder(tagger(passage))
      .flatMap((name) => trimmed(passage, withoutMarks(passage, name)))
      .filter((name) => !isNoName(textOf(passage, name)))
      .map((name) => asTold(passage, name));
    const found = tagged.filter(
      (name) => name.isBest && !givesWay(passage, name, meeting(byRules, name)),
    );
    const names = found.map((name) => candidateOf(passage, name, meeting(byRules, name)));
    const others = byRules.filter((rule) => meeting(found, rule).length === 0);
    const open = others.map((rule) =>
      withTitle(passage, withoutArticle(passage, weighed(rule, meeting(tagged, rule)))),
    );
    const asides = asidesIn(passage);
    return inOrder([...names, ...open]).filter((name) => meeting(asides, name).length === 0);
  };
}

const TAG = /<\/?[a-z][^<>]{0,400}>/gi;

/** The passage with spaces for HTML tags, whose words nobody says. */
function withoutTags(passage: string): string {
  return passage.includes('<') ? passage.replace(TAG, (tag) => ' '.repeat(tag.length)) : passage;
}

/** Several of what is called by capitals: `PRs`, `NGOs`. */
const SEVERAL = /^\p{Lu}{2,}s$/u;

/** Common nouns in capitals: `AI`, `NGOs`. */
function isNoName(text: string): boolean {
  return SEVERAL.test(text) || NO_NAMES.has(text.toLowerCase());
}

/** The apostrophe of `Teachers' Union`, which otherwise might close a quotation. */
const STRAIGHT = /(?<=\p{Ll}s)'(?= \p{Lu})/gu;
/** The stop between two sentences, as in `… against Berg. Lind said`; not that of `St. Paul` or `J. Berg`. */
const STOP = /(?<=\p{Ll}{4})\.\s+(?=\p{Lu})/u;
/** `Anna Berg of the Greens`; but `Joan of Arc`. */
const OF_GROUP = /^(\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+) of (?:the )?\p{Lu}/u;
const FIRST_WORD = /^(\p{Lu}[\p{L}’']*)[,\s]+(?=\S)/u;
const POSSESSIVE = /['’]s$/;
/** `McDonald’s` and `St. Mary’s` are called so, the `Church of Norway’s` is not. */
const CALLED_SO = /^(?:\S+$|St\.? )/;
const LAST_WORD = /\s+(\p{L}+)$/u;
const WORD = /[\p{L}\p{M}\p{N}'’-]+\.?/gu;

/** A name of the tagger's without what certainly isn't part of it: common words at its ends, the end of a sentence. */
function trimmed(passage: string, name: Tagged): Tagged[] {
  const text = textOf(passage, name);
  if (name.type !== 'PERSON')
    return [CALLED_SO.test(text) ? name : withoutPossessive(passage, name)];
  const stop = STOP.exec(text);
  if (stop) {
    const middle = name.start + stop.index;
    return [
      ...trimmed(passage, { ...name, end: middle }),
      ...trimmed(passage, { ...name, start: middle + stop[0].length }),
    ];
  }
  const member = OF_GROUP.exec(text)?.[1];
  const alone = member === undefined ? name : { ...name, end: name.start + member.length };
  return [withoutEnd(passage, withoutStart(passage, alone))];
}

/** Marks of Markdown, quotes and the like around a name. */
function withoutMarks(passage: string, name: Tagged): Tagged {
  const text = textOf(passage, name);
  const before = /^[^\p{L}\p{N}]*/u.exec(text)?.[0].length ?? 0;
  if (before === text.length) return name;
  return shorter(name, before, /[\s…"“”*_#]+$/.exec(text)?.[0]);
}

/** Where somebody is employed: `the CEO of`, `our team at`. */
const EMPLOYED =
  /(?<!\p{L})(?:ceo|cto|cfo|coo|(?:co-?)?founders?|employees?) (?:of|at) $|(?<!\p{L})(?:works?|worked|working|jobs?|teams?|engineers?|interns?|internship) at $/iu;
const LONGEST_ROLE = 20;

/** Written like a brand: `LinkedIn`, but not `McKay`, `DeWitt` or `O’Hara`. */
const BRAND = /^(?!(?:Ma?c|De|Di|Du|La|Le|Van|Von|Fitz|O['’]?)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u;

/** What somebody is the CEO of, or is written like a brand, is no person, whatever it looks like. */
function asTold(passage: string, name: Tagged): Tagged {
  if (name.type !== 'PERSON') return name;
  const before = passage.slice(Math.max(0, name.start - LONGEST_ROLE), name.start);
  if (!EMPLOYED.test(before) && !BRAND.test(textOf(passage, name))) return name;
  const types = TAGGED_TYPES.map((type) => Number(type === 'ORG') * EXPLICIT);
  return { ...name, type: 'ORG', certainty: SURE, types };
}

/** What the text says outright about a name weighs as much as this many of its places. */
const EXPLICIT = 5;

function textOf(passage: string, { start, end }: Span): string {
  return passage.slice(start, end);
}

/** A name without some units at its start, and without a text at its end. */
function shorter(name: Tagged, before: number, behind = ''): Tagged {
  if (before === 0 && behind === '') return name;
  return { ...name, start: name.start + before, end: name.end - behind.length };
}

function withoutStart(passage: string, name: Tagged): Tagged {
  const [all = '', word] = FIRST_WORD.exec(textOf(passage, name)) ?? [];
  const isNone = isStart(word) && !isGivenName(passage, name, word);
  return isNone ? shorter(name, all.length) : name;
}

function withoutEnd(passage: string, name: Tagged): Tagged {
  const [all, word] = LAST_WORD.exec(textOf(passage, name)) ?? [];
  const rest = isEnd(word) ? shorter(name, 0, all) : name;
  return withoutPossessive(passage, rest);
}

function withoutPossessive(passage: string, name: Tagged): Tagged {
  return shorter(name, 0, POSSESSIVE.exec(textOf(passage, name))?.[0]);
}

/** `Will Smith` is a name, unless somebody asks `Will Smith come?` */
function isGivenName(passage: string, { start, end }: Span, word = ''): boolean {
  if (!GIVEN_NAMES_TOO.has(word.toLowerCase())) return false;
  const isInitial = !/[\p{L}\p{N},]\s+$/u.test(passage.slice(Math.max(0, start - 20), start));
  return !isInitial || !/^[^.!?]*\?/.test(passage.slice(end, end + LONGEST_QUESTION));
}

/** The most units from a name to the end of the question that it is in. */
const LONGEST_QUESTION = 200;

function isStart(word: string | undefined): boolean {
  const lower = word?.toLowerCase() ?? '';
  return [STARTS, INTERJECTIONS].some((words) => words.has(lower));
}

/** `In` between a name and the next sentence, which only the end of a line separates. */
function isEnd(word: string | undefined): boolean {
  return isStart(word) || CONNECTORS.has(word?.toLowerCase() ?? '');
}

function inOrder<S extends Span>(spans: readonly S[]): S[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/** Those of `spans` that overlap with `span`; they are in order and don't overlap with each other. */
function meeting<S extends Span>(spans: readonly S[], span: Span): S[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as S).end <= span.start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < spans.length && (spans[to] as S).start < span.end) to++;
  return spans.slice(low, to);
}

/** Frequent in English and rare in its neighbours. */
const ENGLISH = new Set(
  (
    'the of and to a that it for on with as at by be this are from or have not you we they he but ' +
    'what which would about there i is has been their who were had his she all can do'
  ).split(' '),
);
/** Frequent in one of its neighbours, and neither English words nor parts of names, as `de` and `von` are. */
const FOREIGN = new Set(
  (
    'nicht nichts noch dann wie wird werden wurde würde würden hätte müsste könnte sind haben ist eine einen ' +
    'auf mit für über auch aber oder wenn weil dass sich sie wir uns mich mir warum welche dort heute immer ' +
    'schon nur mehr sehr est sont était pas avec dans une vous nous qui pourquoi où mais aussi cette être ' +
    'avez êtes qué que cómo por está están muy pero cuándo dónde también perché cosa sono anche che niet een ' +
    'het wat hoe waarom zijn ook maar naar heeft ikke og hva hvordan hvorfor inte och är vad hur varför não ' +
    'você são uma mas foi nie jest czy jak się'
  ).split(' '),
);
const FEWEST_WORDS = 8;
const ENGLISH_SHARE = 0.1;
const SMALL_WORD = /(?<![\p{L}\p{M}])[\p{Ll}\p{Lo}][\p{L}\p{M}]*/gu;

/**
 * The tagger and the rules only know English. A few words in Latin script are taken for it, unless one of them is
 * frequent elsewhere and none is in English: `Warum geschieht dann nichts?`
 */
export function isEnglish(passage: string): boolean {
  const start = passage.slice(0, LOOKED_AT);
  const words = start.match(SMALL_WORD) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  if (words.length < FEWEST_WORDS) {
    return /[a-z]/i.test(start) && (english > 0 || !words.some((word) => FOREIGN.has(word)));
  }
  return english >= ENGLISH_SHARE * words.length;
}

const LOOKED_AT = 2000;

function candidateOf(passage: string, name: Tagged, rules: readonly Candidate[]): Candidate {
  const same = rules.find((rule) => rule.end === name.end);
  const type = typeOf(name, rules);
  const { end } = name;
  const start = type === 'person' ? startOfTitle(passage, name.start) : name.start;
  const own = type === 'person' ? withoutTitle(passage, { start, end }) : undefined;
  const description = type === 'person' ? same?.description : undefined;
  const agreed = same?.start === name.start && same.type === type ? same.certainty : 0;
  const types = probabilities(name, type);
  return {
    start,
    end,
    type,
    certainty: Math.max(certaintyOf(name), agreed),
    why: same?.type === type ? same.why : learned(isTold(name) ? name.type : 'MISC'),
    types,
    ...(own && { name: own }),
    ...(description && { description }),
  };
}

/** Whether the tagger is certain of the type. */
function isTold({ certainty }: Tagged): boolean {
  return certainty >= PROBABLE;
}

/** How certain it is to be a name at all; a weak one is one if the document names the same elsewhere. */
function certaintyOf({ types }: Tagged): number {
  const certainty = types.reduce((sum, probability) => sum + probability, 0);
  return certainty < PROBABLE ? UNSURE : FOUND + (1 - FOUND) * Math.min(1, certainty);
}

/** The tagger gives way to rules of this certainty if its own is lower. */
const SURE = 0.9;

/** If the tagger is less certain than this, rules that are certain of a type decide it. */
const OPEN = 0.75;

/** A word such as `spokesman` may come between two names, but not within a person’s; `de la` may. */
const COMMON_NOUN = /^\s+\p{Ll}{4,}\s+$/u;

/** `U.S.-China` are two names; `River Studies` within `Lind Chair in River Studies` is none. */
function givesWay(passage: string, name: Tagged, rules: readonly Candidate[]): boolean {
  const [first, second] = rules;
  if (!first || !rules.every(({ certainty }) => certainty >= SURE)) return false;
  if (second) {
    const between = passage.slice(first.end, second.start);
    return between === '-' || (name.type === 'PERSON' && COMMON_NOUN.test(between));
  }
  const isWithin = first.start <= name.start && name.end <= first.end;
  return isWithin && name.certainty < SURE && first.end - first.start > name.end - name.start;
}

/** The rules tell apart what is neither person, organisation nor place, and know heads and lists. */
function typeOf(name: Tagged, rules: readonly Candidate[]): EntityType {
  const type = isTold(name) ? TYPES[name.type] : 'other';
  const same = rules.find((rule) => rule.start === name.start && rule.end === name.end);
  if (!same || same.type === 'other') return type;
  // `South Korean` is no place.
  const isGroup = same.type === 'group' && type !== 'person';
  const isOpen = name.certainty < OPEN || type === 'other' || isGroup;
  if (isOpen && same.certainty >= SURE) return same.type;
  const isKnown = !['person', 'organisation', 'place'].includes(same.type);
  return type === 'other' && isKnown ? same.type : type;
}

/** The tagger’s probabilities, those of its own type being given to the chosen type. */
function probabilities({ type, types }: Tagged, chosen: EntityType): Map<EntityType, number> {
  const own = TYPES[type];
  const all = new Map(TAGGED_TYPES.map((tag, at) => [TYPES[tag], types[at] ?? 0]));
  if (own === chosen || chosen === 'other') return all;
  const less = all.get(chosen) ?? 0;
  all.set(chosen, all.get(own) ?? 0);
  all.set(own, less);
  return all;
}

function learned(type: TaggedType): Message {
  switch (type) {
    case 'PERSON':
      return message('It is used as names of persons are.');
    case 'ORG':
      return message('It is used as names of organisations are.');
    case 'PLACE':
      return message('It is used as names of places are.');
    case 'MISC':
      return message('It is used as names are.');
  }
}

/** Where the capitalised titles right before a name begin. */
function startOfTitle(passage: string, start: number): number {
  let first = start;
  for (;;) {
    const before = TITLE_BEFORE.exec(passage.slice(Math.max(0, first - LONGEST_TITLE), first));
    const [all = '', word = '', office] = before ?? [];
    const isOffice = office === undefined || OFFICES.has(office.toLowerCase());
    if (!isTitle(word) || !isOffice) return first;
    first -= all.length;
  }
}

const LONGEST_TITLE = 40;
/** `President`, `Secretary of`, `Secretary of State`. */
const TITLE_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]*)\.?(?: of(?: (\p{Lu}\p{L}*))?)?[ \t]+$/u;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [
  WORD,
  OF_GROUP,
  FIRST_WORD,
  EMPLOYED,
  SMALL_WORD,
  TITLE_BEFORE,
];

/** Whether a word is used like a title before names: `Mr`, `Senator`, `former`. */
export function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  return [TITLES, HONORIFICS, TITLE_MODIFIERS].some((words) => words.has(lower));
}

/** The name of `President Anna Berg` is `Anna Berg`. */
function withoutTitle(passage: string, { start, end }: Span): Span | undefined {
  const words = matchesOf(passage.slice(start, end), WORD);
  let at = 0;
  while (isOfTitle(words[at]?.[0] ?? '')) at++;
  const first = words[at];
  // `Prime Minister` alone has no name to it.
  return at > 0 && first ? { start: start + first.index, end } : undefined;
}

function isOfTitle(word: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '');
  if (lower === 'of' || lower === 'the') return true;
  return isTitle(lower) || OFFICES.has(lower);
}

/** The article is no part of a name, as in the texts that the tagger learned from. */
function withoutArticle(passage: string, candidate: Candidate): Candidate {
  const { start, end } = candidate;
  return /^The\s\S/.test(passage.slice(start, end))
    ? { ...candidate, start: start + 4 }
    : candidate;
}

/** A person’s title in capitals is part of the name, as in the texts that the tagger learned from. */
function withTitle(passage: string, candidate: Candidate): Candidate {
  const { start, end, type } = candidate;
  if (type !== 'person') return candidate;
  const first = startOfTitle(passage, start);
  return first === start ? candidate : { ...candidate, start: first, name: { start, end } };
}

/** What the tagger doesn’t find is a name only if the document names the same elsewhere, … */
const UNSURE = 0.29;
/** … unless the rules are certain, or find it likely and the tagger doesn’t object. */
const LIKELY = 0.6;
const DOUBTED = 0.3;

function weighed(rule: Candidate, tagged: readonly Tagged[]): Candidate {
  if (!['person', 'organisation', 'place', 'other'].includes(rule.type)) return rule;
  const probability = Math.max(0, ...tagged.map(({ certainty }) => certainty));
  if (rule.certainty >= SURE) return rule;
  if (rule.certainty >= LIKELY && probability >= DOUBTED) return rule;
  return { ...rule, certainty: Math.min(rule.certainty, probability, UNSURE) };
}
