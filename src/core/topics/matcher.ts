import type { Span } from '../text/span';
import { Inflections } from './inflections';
import type { Taxonomy, Topic, TopicHit } from './model';
import { folded, readTerm, type Phrase, type TermWord } from './terms';
import { WordScanner } from './words';

/** What a phrase that has been found says. */
type Found =
  | { readonly kind: 'term' | 'excluded'; readonly topicId: string }
  | { readonly kind: 'side'; readonly near: Near; readonly side: 0 | 1 };

/** Two phrases that count where they stand near one another. */
interface Near {
  readonly within: number;
  readonly found: Exclude<Found, { kind: 'side' }>;
}

/** Where a path of words leads. */
interface Step {
  /** By the number of a term’s word. */
  readonly next: Map<number, Step>;
  /** As {@link next}, for words that may stand behind what ends other phrases. */
  readonly nextAfterStop: Map<number, Step>;
  readonly found: Found[];
}

/** A phrase’s first and last word, by their places among the words of the passage. */
interface Place {
  readonly first: number;
  readonly last: number;
}

/** What the terms of a taxonomy find in a passage; offsets count from its start. */
export interface PassageTopics {
  /** In order of the text; of hits of one topic that overlap, the first and longest. */
  readonly hits: readonly TopicHit[];
  /** Stretches in which nothing counts for a topic. */
  readonly excluded: readonly TopicHit[];
}

const NOTHING: PassageTopics = { hits: [], excluded: [] };
const NO_WORDS: readonly number[] = [];

/** So many different words are kept; a hostile text must not fill the memory. */
const MOST_WORDS = 50_000;

/**
 * Finds the terms of a taxonomy in texts, by one walk over the words: each word of the text leads to
 * the numbers of the terms’ words that it is a form of, and these through a trie.
 */
export class TopicMatcher {
  private readonly scanner = new WordScanner();
  private readonly root = newStep();
  private readonly numbers = new Map<string, number>();
  private readonly exact = new Map<string, number[]>();
  private readonly forms = new Map<string, number[]>();
  private readonly beginnings = new Map<string, number>();
  private readonly beginningLengths = new Set<number>();
  /** Most words of a text were met before: what they are forms of is looked up once. */
  private readonly known = new Map<string, readonly number[]>();
  private readonly byName = new Map<string, string[]>();

  static compile(taxonomy: Taxonomy): TopicMatcher {
    const matcher = new TopicMatcher();
    const inflections = new Inflections();
    const add = (topic: Topic) => {
      const { id: topicId, terms, exact, exclude, entities, children } = topic;
      for (const term of terms) matcher.add(term, false, { kind: 'term', topicId }, inflections);
      for (const term of exact) matcher.add(term, true, { kind: 'term', topicId }, inflections);
      for (const phrase of exclude) {
        matcher.add(phrase, false, { kind: 'excluded', topicId }, inflections);
      }
      for (const name of entities) push(matcher.byName, nameKey(name), topicId);
      children.forEach(add);
    };
    taxonomy.topics.forEach(add);
    return matcher;
  }

  /** Whether some topic is touched by naming someone. */
  get hasNames(): boolean {
    return this.byName.size > 0;
  }

  /** The topics that are touched by naming whoever goes by one of these names. */
  topicsOf(names: readonly string[]): string[] {
    return [...new Set(names.flatMap((name) => this.byName.get(nameKey(name)) ?? []))];
  }

  find(text: string): PassageTopics {
    const { starts, ends, texts, stops } = this.scanner.scan(text);
    const words = texts.map((word) => this.numbersOf(word));
    const hits: TopicHit[] = [];
    const excluded: TopicHit[] = [];
    const note = ({ kind, topicId }: Near['found'], first: number, last: number) => {
      const span = { topicId, start: starts[first] as number, end: ends[last] as number };
      (kind === 'term' ? hits : excluded).push(span);
    };
    const sides = new Map<Near, [Place[], Place[]]>();
    const walk = (step: Step, first: number, at: number) => {
      for (const found of step.found) {
        if (found.kind !== 'side') note(found, first, at);
        else sideOf(sides, found).push({ first, last: at });
      }
      const next = at + 1;
      for (const number of words[next] ?? NO_WORDS) {
        const further = stops[next] ? undefined : step.next.get(number);
        if (further) walk(further, first, next);
        const behind = step.nextAfterStop.get(number);
        if (behind) walk(behind, first, next);
      }
    };
    words.forEach((numbers, first) => {
      for (const number of numbers) {
        const step = this.root.next.get(number);
        if (step) walk(step, first, first);
      }
    });
    for (const [near, places] of sides) {
      for (const { first, last } of pairs(places, near.within)) note(near.found, first, last);
    }
    if (hits.length + excluded.length === 0) return NOTHING;
    return { hits: counted(hits, excluded), excluded };
  }

  private add(
    text: string,
    isExact: boolean,
    found: Near['found'],
    inflections: Inflections,
  ): void {
    const term = readTerm(text, isExact, this.scanner, inflections);
    if (!('phrases' in term)) return;
    const [left, right] = term.phrases;
    if (!right) return this.addPhrase(left, found, inflections);
    const near: Near = { within: term.within, found };
    this.addPhrase(left, { kind: 'side', near, side: 0 }, inflections);
    this.addPhrase(right, { kind: 'side', near, side: 1 }, inflections);
  }

  private addPhrase(phrase: Phrase, found: Found, inflections: Inflections): void {
    let step = this.root;
    for (const word of phrase) {
      const edges = word.afterStop ? step.nextAfterStop : step.next;
      step = stepOf(edges, this.numberOf(word, inflections));
    }
    const isKnown = step.found.some((known) => known.kind !== 'side' && isSame(known, found));
    if (!isKnown) step.found.push(found);
  }

  /** The number of a term’s word; the forms in which it is found lead to it from now on. */
  private numberOf({ key, kind, text }: TermWord, inflections: Inflections): number {
    const known = this.numbers.get(key);
    if (known !== undefined) {
      // Another form with the same base may have forms of its own.
      if (kind === 'inflected') this.addForms(text, known, inflections);
      return known;
    }
    const number = this.numbers.size;
    this.numbers.set(key, number);
    if (kind === 'beginning') {
      this.beginnings.set(text, number);
      this.beginningLengths.add(text.length);
    } else if (kind === 'inflected') this.addForms(text, number, inflections);
    else if (text === folded(text)) push(this.forms, text, number);
    else this.addCapitals(text, number);
    return number;
  }

  private addForms(word: string, number: number, inflections: Inflections): void {
    for (const form of inflections.formsOf(word)) {
      if (!this.forms.get(form)?.includes(number)) push(this.forms, form, number);
    }
  }

  /** `UAVs` are more than one `UAV`. */
  private addCapitals(text: string, number: number): void {
    push(this.exact, text, number);
    if (/^\p{Lu}{2,}$/u.test(text)) push(this.exact, `${text}s`, number);
  }

  private numbersOf(word: string): readonly number[] {
    const known = this.known.get(word);
    if (known) return known;
    const made = this.lookUp(word);
    if (this.known.size < MOST_WORDS) this.known.set(word, made);
    return made;
  }

  private lookUp(word: string): readonly number[] {
    const lower = folded(word);
    const numbers = [
      ...(this.exact.get(word.normalize('NFKC')) ?? NO_WORDS),
      ...(this.forms.get(lower) ?? NO_WORDS),
    ];
    for (const length of this.beginningLengths) {
      const number = length <= lower.length && this.beginnings.get(lower.slice(0, length));
      if (typeof number === 'number') numbers.push(number);
    }
    return numbers.length > 0 ? numbers : NO_WORDS;
  }
}

/** Names are compared without regard to capitals, white space and the form of apostrophes. */
function nameKey(name: string): string {
  return folded(name).replace(/\s+/g, ' ').replace(/[‘’ʼ]/g, "'").trim();
}

function newStep(): Step {
  return { next: new Map(), nextAfterStop: new Map(), found: [] };
}

function stepOf(steps: Map<number, Step>, key: number): Step {
  const known = steps.get(key);
  if (known) return known;
  const made = newStep();
  steps.set(key, made);
  return made;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function isSame(a: Near['found'], b: Found): boolean {
  return b.kind === a.kind && b.topicId === a.topicId;
}

function sideOf(
  sides: Map<Near, [Place[], Place[]]>,
  { near, side }: Extract<Found, { kind: 'side' }>,
): Place[] {
  const known = sides.get(near) ?? [[], []];
  sides.set(near, known);
  return known[side];
}

/** For each place of the one phrase the nearest of the other within so many words, in either order. */
function pairs([lefts, rights]: [Place[], Place[]], within: number): Place[] {
  const byLast = [...rights].sort((a, b) => a.last - b.last);
  return lefts.flatMap((left) => {
    const after = rights[lowerBound(rights, left.last + 1, ({ first }) => first)];
    const before = byLast[lowerBound(byLast, left.first, ({ last }) => last) - 1];
    const ahead = after ? after.first - left.last : Infinity;
    const back = before ? left.first - before.last : Infinity;
    if (after && ahead <= Math.min(back, within)) return [{ first: left.first, last: after.last }];
    return before && back <= within ? [{ first: before.first, last: left.last }] : [];
  });
}

/** The index of the first item whose key is at least `wanted`. */
function lowerBound<T>(items: readonly T[], wanted: number, keyOf: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (keyOf(items[middle] as T) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The hits that count: none in what is excluded, none that overlaps an earlier or longer one. */
function counted(hits: TopicHit[], excluded: readonly TopicHit[]): TopicHit[] {
  const isExcluded = excluding(excluded);
  const lastEnd = new Map<string, number>();
  return hits
    .filter((hit) => !isExcluded(hit))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ topicId, start, end }) => {
      if (start < (lastEnd.get(topicId) ?? 0)) return false;
      lastEnd.set(topicId, end);
      return true;
    });
}

/** Tells whether a hit lies within something that is excluded from its topic; quick for many of both. */
export function excluding(excluded: readonly TopicHit[]): (hit: TopicHit) => boolean {
  const byTopic = new Map<string, Span[]>();
  for (const { topicId, start, end } of [...excluded].sort((a, b) => a.start - b.start)) {
    const list = byTopic.get(topicId) ?? [];
    byTopic.set(topicId, list);
    list.push({ start, end: Math.max(end, list.at(-1)?.end ?? 0) });
  }
  return ({ topicId, start, end }) => {
    const spans = byTopic.get(topicId);
    // The furthest end of all that starts no later.
    const reaches = spans?.[lowerBound(spans, start + 1, (span) => span.start) - 1];
    return reaches !== undefined && end <= reaches.end;
  };
}
