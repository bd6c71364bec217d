import { message, type Message } from '../message';
import type { Candidate, EntityType, Recogniser } from './model';
import { TAGGED_TYPES, type TaggedType } from './tagger/labels';
import type { Tagged, Tagger } from './tagger/tagger';
import { HONORIFICS, INTERJECTIONS, OFFICES, STARTS, TITLE_MODIFIERS, TITLES } from './vocabulary';
import type { Span } from '../text/span';

/** What the tagger finds is a name at least with this certainty. */
const FOUND = 0.6;

const TYPES: Record<TaggedType, EntityType> = {
  PERSON: 'person',
  ORG: 'organisation',
  PLACE: 'place',
  MISC: 'other',
};

/**
 * The trained tagger and the rules together: the tagger has the last word on where persons,
 * organisations and places are named; the rules say what else is (events, laws, groups …), what the
 * text says of it, and give weak candidates of which only the document can tell.
 */
export function taggedRecogniser(tagger: Tagger, rules: Recogniser): Recogniser {
  return (passage) => {
    if (!isEnglish(passage)) return [];
    const byRules = inOrder(rules(passage));
    const tagged = inOrder(tagger(passage)).flatMap((name) => trimmed(passage, name));
    const found = tagged.filter(
      (name) => name.isBest && !givesWay(passage, name, meeting(byRules, name)),
    );
    const names = found.map((name) => candidateOf(passage, name, meeting(byRules, name)));
    const others = byRules.filter((rule) => meeting(found, rule).length === 0);
    const open = others.map((rule) =>
      withoutArticle(passage, weighed(rule, meeting(tagged, rule))),
    );
    return inOrder([...names, ...open]);
  };
}

/** Between the sentences of `… against Berg. Lind said`; not in `St. Paul` or `J. Berg`. */
const STOP = /(?<=\p{Ll}{4})\.\s+(?=\p{Lu})/u;
const FIRST_WORD = /^(\p{Lu}[\p{L}’']*)[,\s]+(?=\S)/u;
const LAST_WORD = /\s+(\p{L}+)$/u;

/** What the tagger finds without what surely is none of it: a common word before or behind, the end of a sentence. */
function trimmed(passage: string, name: Tagged): Tagged[] {
  let { start, end } = name;
  const text = () => passage.slice(start, end);
  const stop = name.type === 'PERSON' ? STOP.exec(text()) : null;
  if (stop) {
    const middle = start + stop.index;
    return [
      ...trimmed(passage, { ...name, end: middle }),
      ...trimmed(passage, { ...name, start: middle + stop[0].length }),
    ];
  }
  const first = FIRST_WORD.exec(text());
  if (first && name.type === 'PERSON' && isStart(first[1])) start += first[0].length;
  const last = LAST_WORD.exec(text());
  if (last && name.type === 'PERSON' && isStart(last[1])) end -= last[0].length;
  if (name.type === 'PERSON') end -= /['’]s$/.exec(text())?.[0].length ?? 0;
  return [{ ...name, start, end }];
}

function isStart(word: string | undefined): boolean {
  const lower = word?.toLowerCase() ?? '';
  return STARTS.has(lower) || INTERJECTIONS.has(lower);
}

function inOrder<S extends Span>(spans: readonly S[]): S[] {
  return [...spans].sort((a, b) => a.start - b.start);
}

/** Those of `spans`, which are in order and apart, that share something with `span`. */
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
const FEWEST_WORDS = 8;
const ENGLISH_SHARE = 0.1;
const SMALL_WORD = /(?<![\p{L}\p{M}])[\p{Ll}\p{Lo}][\p{L}\p{M}]*/gu;

/** Both the tagger and the rules know English only. Of a few words in Latin script nobody can tell. */
export function isEnglish(passage: string): boolean {
  const start = passage.slice(0, LOOKED_AT);
  const words = start.match(SMALL_WORD) ?? [];
  if (words.length < FEWEST_WORDS) return /[a-z]/i.test(start);
  const english = words.filter((word) => ENGLISH.has(word)).length;
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
  return {
    start,
    end,
    type,
    certainty: Math.max(FOUND + (1 - FOUND) * name.certainty, agreed),
    types: probabilities(name, type),
    why: same?.type === type ? same.why : learned(name.type),
    ...(own && { name: own }),
    ...(description && { description }),
  };
}

/** Below this the tagger gives way to rules that are this sure. */
const VAGUE = 0.6;
const SURE = 0.9;

/** Below this rules that are sure of a type have the last word on it. */
const OPEN = 0.75;

/** A word such as `spokesman` stands between two names, never in a person’s; `de la` may. */
const COMMON_NOUN = /^\s+\p{Ll}{4,}\s+$/u;

/** `U.S.-China` are two names; `River Studies` within `Lind Chair in River Studies` is none. */
function givesWay(passage: string, name: Tagged, rules: readonly Candidate[]): boolean {
  if (rules.length === 0) return name.certainty < VAGUE;
  if (!rules.every(({ certainty }) => certainty >= SURE)) return false;
  const [first, second] = rules;
  if (first && second) {
    const between = passage.slice(first.end, second.start);
    return between === '-' || (name.type === 'PERSON' && COMMON_NOUN.test(between));
  }
  const isWithin = first && first.start <= name.start && name.end <= first.end;
  return (
    isWithin === true && name.certainty < SURE && first.end - first.start > name.end - name.start
  );
}

/** The rules tell apart what is neither a person, an organisation nor a place, and know heads and lists. */
function typeOf(name: Tagged, rules: readonly Candidate[]): EntityType {
  const type = TYPES[name.type];
  const same = rules.find((rule) => rule.start === name.start && rule.end === name.end);
  if (!same || same.type === 'other') return type;
  const isOpen = name.certainty < OPEN || type === 'other';
  if (isOpen && same.certainty >= SURE) return same.type;
  const isKnown = !['person', 'organisation', 'place'].includes(same.type);
  return type === 'other' && isKnown ? same.type : type;
}

/** The tagger’s probabilities, with those of its type for the type that was chosen. */
function probabilities({ type, types }: Tagged, chosen: EntityType): Map<EntityType, number> {
  const own = TYPES[type];
  const all = new Map(TAGGED_TYPES.map((tag, at) => [TYPES[tag], types[at] ?? 0]));
  if (own === chosen) return all;
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

/** Where the titles begin that stand in capitals right before a name. */
function startOfTitle(passage: string, start: number): number {
  let first = start;
  for (;;) {
    const before = TITLE_BEFORE.exec(passage.slice(Math.max(0, first - LONGEST_TITLE), first));
    const word = before?.[1];
    if (!before || word === undefined || !isTitle(word)) return first;
    first -= before[0].length;
  }
}

const LONGEST_TITLE = 24;
const TITLE_BEFORE = /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}-]*)\.?(?: of)?[ \t]+$/u;

/** Whether a word stands before names as a title does: `Mr`, `Senator`, `former`. */
export function isTitle(word: string): boolean {
  const lower = word.toLowerCase();
  return [TITLES, HONORIFICS, TITLE_MODIFIERS].some((words) => words.has(lower));
}

/** The name of `President Anna Berg` is `Anna Berg`. */
function withoutTitle(passage: string, { start, end }: Span): Span | undefined {
  const words = [...passage.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}'’-]+\.?/gu)];
  let at = 0;
  while (at < words.length - 1 && isOfTitle(words[at]?.[0] ?? '')) at++;
  const first = words[at];
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

/** What the tagger doesn’t find is a name only where the document names the same elsewhere, … */
const UNSURE = 0.29;
/** … unless the rules are sure, or take it for one and the tagger doesn’t speak against it. */
const LIKELY = 0.6;
const DOUBTED = 0.3;

function weighed(rule: Candidate, tagged: readonly Tagged[]): Candidate {
  if (!['person', 'organisation', 'place', 'other'].includes(rule.type)) return rule;
  const probability = Math.max(0, ...tagged.map(({ certainty }) => certainty));
  if (rule.certainty >= SURE) return rule;
  if (rule.certainty >= LIKELY && probability >= DOUBTED) return rule;
  return { ...rule, certainty: Math.min(rule.certainty, probability, UNSURE) };
}
