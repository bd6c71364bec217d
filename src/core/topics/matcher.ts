import { compact } from '../compact';
import type { Span } from '../text/span';
import { Inflections } from './inflections';
import type { Taxonomy, Topic, TopicHit } from './model';
import { folded, readTerm, type Phrase, type TermWord } from './terms';
import { WordScanner, type Words } from './words';

/** What finding a phrase means; topics by their numbers. */
interface Found {
  readonly kind: 'term' | 'excluded';
  readonly topic: number;
}

/** The other phrase of a term of two, which have to be near each other. */
interface Near {
  readonly other: Step;
  readonly within: number;
  readonly found: Found;
}

/** A node of the trie: where a path of words leads. */
interface Step {
  /** By the number of a term’s word. */
  readonly next: Map<number, Step>;
  /** As {@link next}, for words that may follow what ends other phrases. */
  readonly nextAfterStop: Map<number, Step>;
  readonly found: Found[];
  readonly nears: Near[];
  /** Whether the places of the phrase have to be kept, as it counts only with another one. */
  isSide: boolean;
}

/** A phrase’s first and last word, by their places among the words of the passage. */
interface Place {
  readonly first: number;
  readonly last: number;
}

/** A phrase of a topic that has been found. */
interface Match extends Place {
  readonly topic: number;
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

/** How many different words are remembered; a hostile text must not fill the memory. */
const MOST_WORDS = 50_000;

/**
 * Finds the terms of a taxonomy in texts in one pass over the words: each word of the text leads to the
 * numbers of the terms’ words that it is a form of, and these lead through a trie.
 */
export class TopicMatcher {
  private readonly scanner = new WordScanner();
  private readonly root = newStep();
  private readonly numbers = new Map<string, number>();
  private readonly exact = new Map<string, number[]>();
  private readonly forms = new Map<string, number[]>();
  private readonly beginnings = new Map<string, number>();
  private readonly beginningLengths = new Set<number>();
  /** The terms’ words that a word is a form of. Most words of a text have been met before. */
  private readonly known = new Map<string, readonly number[]>();
  private readonly byName = new Map<string, string[]>();
  private readonly topicIds: string[] = [];
  /** For each topic, the word after its last hit so far; all 0 between two passages. */
  private readonly reached: number[] = [];

  static compile(taxonomy: Taxonomy): TopicMatcher {
    const matcher = new TopicMatcher();
    const inflections = new Inflections();
    const add = (topic: Topic) => {
      const { id, terms, exact, exclude, entities, children } = topic;
      const number = matcher.topicIds.push(id) - 1;
      matcher.reached.push(0);
      const term = { kind: 'term', topic: number } as const;
      for (const text of terms) matcher.add(text, false, term, inflections);
      for (const text of exact) matcher.add(text, true, term, inflections);
      const excluded = { kind: 'excluded', topic: number } as const;
      for (const text of exclude) matcher.add(text, false, excluded, inflections);
      for (const name of entities) push(matcher.byName, nameKey(name), id);
      children.forEach(add);
    };
    taxonomy.topics.forEach(add);
    return matcher;
  }

  /** Whether any topic is touched by naming somebody or something. */
  get hasNames(): boolean {
    return this.byName.size > 0;
  }

  /** The topics that are touched by naming whoever, or whatever, has one of these names. */
  topicsOf(names: readonly string[]): string[] {
    return [...new Set(names.flatMap((name) => this.byName.get(nameKey(name)) ?? []))];
  }

  find(text: string): PassageTopics {
    const words = this.scanner.scan(text);
    const { texts, stops } = words;
    const numbers = texts.map((word) => this.numbersOf(word));
    const terms: Match[] = [];
    const excluded: Match[] = [];
    const note = ({ kind, topic }: Found, first: number, last: number) => {
      (kind === 'term' ? terms : excluded).push({ topic, first, last });
    };
    const sides = new Map<Step, Place[]>();
    const walk = (step: Step, first: number, at: number) => {
      const next = at + 1;
      for (const number of numbers[next] ?? NO_WORDS) {
        const further = stops[next] ? undefined : step.next.get(number);
        if (further) walk(further, first, next);
        const behind = step.nextAfterStop.get(number);
        if (behind) walk(behind, first, next);
      }
      // After longer phrases, so that the longest comes first and little is left to sort.
      for (const found of step.found) note(found, first, at);
      if (step.isSide) push(sides, step, { first, last: at });
    };
    numbers.forEach((starting, first) => {
      for (const number of starting) {
        const step = this.root.next.get(number);
        if (step) walk(step, first, first);
      }
    });
    for (const [{ nears }, places] of sides) {
      for (const { other, within, found } of nears) {
        const others = sides.get(other);
        if (!others) continue;
        for (const { first, last } of pairs(places, others, within)) note(found, first, last);
      }
    }
    if (terms.length + excluded.length === 0) return NOTHING;
    const stretches = excluded.map((match) => this.hitOf(match, words));
    return { hits: compact(this.counted(terms, stretches, words)), excluded: compact(stretches) };
  }

  private hitOf({ topic, first, last }: Match, { starts, ends }: Words): TopicHit {
    const topicId = this.topicIds[topic] as string;
    return { topicId, start: starts[first] as number, end: ends[last] as number };
  }

  /** The hits that count: those outside excluded stretches that overlap no earlier or longer one. */
  private counted(matches: Match[], excluded: readonly TopicHit[], words: Words): TopicHit[] {
    const { reached } = this;
    const isExcluded = excluded.length > 0 ? excluding(excluded) : undefined;
    const hits: TopicHit[] = [];
    matches.sort((a, b) => a.first - b.first || b.last - a.last);
    for (const match of matches) {
      if (match.first < (reached[match.topic] as number)) continue;
      const hit = this.hitOf(match, words);
      if (isExcluded?.(hit)) continue;
      reached[match.topic] = match.last + 1;
      hits.push(hit);
    }
    for (const { topic } of matches) reached[topic] = 0;
    return hits;
  }

  private add(text: string, isExact: boolean, found: Found, inflections: Inflections): void {
    const term = readTerm(text, isExact, this.scanner, inflections);
    if (!('phrases' in term)) return;
    const [step, other] = term.phrases.map((phrase) => this.stepFor(phrase, inflections));
    if (!step) return;
    if (other) {
      step.nears.push({ other, within: term.within, found });
      step.isSide = true;
      other.isSide = true;
    } else if (!step.found.some((known) => isSame(known, found))) step.found.push(found);
  }

  /** Where the words of a phrase lead. */
  private stepFor(phrase: Phrase, inflections: Inflections): Step {
    let step = this.root;
    for (const word of phrase) {
      const edges = word.afterStop ? step.nextAfterStop : step.next;
      step = stepOf(edges, this.numberOf(word, inflections));
    }
    return step;
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
  return { next: new Map(), nextAfterStop: new Map(), found: [], nears: [], isSide: false };
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

function isSame(a: Found, b: Found): boolean {
  return b.kind === a.kind && b.topic === a.topic;
}

/**
 * For each place of the one phrase the nearest of the other within so many words, in either order.
 * The places of a phrase are in order, by their first words and by their last ones.
 */
function pairs(lefts: readonly Place[], rights: readonly Place[], within: number): Place[] {
  const found: Place[] = [];
  let before = -1;
  let after = 0;
  for (const { first, last } of lefts) {
    while ((rights[before + 1]?.last ?? Infinity) < first) before++;
    while ((rights[after]?.first ?? Infinity) <= last) after++;
    const behind = rights[after];
    const ahead = rights[before];
    const toBehind = behind ? behind.first - last : Infinity;
    const toAhead = ahead ? first - ahead.last : Infinity;
    if (behind && toBehind <= Math.min(toAhead, within)) found.push({ first, last: behind.last });
    else if (ahead && toAhead <= within) found.push({ first: ahead.first, last });
  }
  return found;
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
