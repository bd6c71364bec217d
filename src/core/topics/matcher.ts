import { stemmer } from 'stemmer';
import { tokenize, type Token } from '../text/tokens';
import type { Taxonomy, Topic, TopicHit } from './model';

/** Where a path of words leads; the topics whose terms end here, and those in which they don't count. */
interface Step {
  readonly exact: Map<string, Step>;
  readonly stems: Map<string, Step>;
  readonly prefixes: Map<string, Step>;
  readonly topics: string[];
  readonly excludedFrom: string[];
}

/** The forms in which a word of the text is looked up. */
interface Forms {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
}

/** A word of the language as it was met, with the terms that may begin with it. */
interface Known extends Forms {
  readonly beginnings: readonly Step[];
}

interface Word extends Known {
  readonly token: Token;
}

/** So many different words are kept; a hostile text must not fill the memory. */
const MOST_WORDS = 50_000;

/** The shortest beginning that `word*` may have. */
const SHORTEST_PREFIX = 2;

/**
 * Finds the terms of a taxonomy in texts: a trie over words, walked from every word. Inflections
 * count by Porter's stemmer (English), `word*` stands for all words that begin so, and words with
 * capitals inside (`NATO`, `IT`) are found only as written. Punctuation between words is passed over.
 */
export class TopicMatcher {
  private readonly root = newStep();
  private readonly prefixLengths = new Set<number>();
  /** Most words of a text were met before: what they lead to is looked up once. */
  private readonly known = new Map<string, Known>();

  static compile(taxonomy: Taxonomy): TopicMatcher {
    const matcher = new TopicMatcher();
    const add = (topic: Topic) => {
      for (const term of topic.terms) matcher.add(term, topic.id, 'topics');
      for (const phrase of topic.exclude) matcher.add(phrase, topic.id, 'excludedFrom');
      topic.children.forEach(add);
    };
    taxonomy.topics.forEach(add);
    return matcher;
  }

  /** The terms in a passage, in order of the text; of hits of one topic that overlap, the longest. */
  find(text: string): TopicHit[] {
    const words: Word[] = [];
    for (const token of tokenize(text)) {
      if (token.isWord) words.push({ ...this.lookUp(token.text), token });
    }
    const found: TopicHit[] = [];
    const excluded: TopicHit[] = [];
    words.forEach(({ beginnings }, first) => {
      for (const step of beginnings) this.walk(step, words, first, first, found, excluded);
    });
    if (found.length === 0) return found;
    return withoutOverlaps(found.filter((hit) => !excluded.some((phrase) => covers(phrase, hit))));
  }

  /** Notes what ends at a step, which the word at `at` led to, and goes on from there. */
  private walk(
    step: Step,
    words: readonly Word[],
    first: number,
    at: number,
    found: TopicHit[],
    excluded: TopicHit[],
  ): void {
    const start = (words[first] as Word).token.start;
    const end = (words[at] as Word).token.end;
    for (const topicId of step.topics) found.push({ topicId, start, end });
    for (const topicId of step.excludedFrom) excluded.push({ topicId, start, end });
    const next = words[at + 1];
    if (!next) return;
    for (const further of this.nexts(step, next)) {
      this.walk(further, words, first, at + 1, found, excluded);
    }
  }

  private nexts(step: Step, word: Forms): Step[] {
    const nexts = [step.exact.get(word.text), step.stems.get(word.stem)];
    if (step.prefixes.size > 0) {
      for (const length of this.prefixLengths) {
        nexts.push(step.prefixes.get(word.lower.slice(0, length)));
      }
    }
    return nexts.filter((next) => next !== undefined);
  }

  private add(term: string, topicId: string, list: 'topics' | 'excludedFrom'): void {
    const words = tokenize(term).filter(({ isWord }) => isWord);
    let step = this.root;
    for (const token of words) step = this.stepFor(step, token, term[token.end] === '*');
    if (words.length > 0 && !step[list].includes(topicId)) step[list].push(topicId);
  }

  private stepFor(step: Step, token: Token, isPrefix: boolean): Step {
    if (isPrefix && token.text.length >= SHORTEST_PREFIX) {
      const prefix = token.text.toLowerCase();
      this.prefixLengths.add(prefix.length);
      return stepOf(step.prefixes, prefix);
    }
    const hasInnerCapital = /\p{Lu}/u.test(token.text.slice(1));
    if (hasInnerCapital) return stepOf(step.exact, token.text);
    return stepOf(step.stems, formsOf(token.text).stem);
  }

  private lookUp(text: string): Known {
    const known = this.known.get(text);
    if (known) return known;
    const forms = formsOf(text);
    const made = { ...forms, beginnings: this.nexts(this.root, forms) };
    if (this.known.size < MOST_WORDS) this.known.set(text, made);
    return made;
  }
}

function formsOf(text: string): Forms {
  const lower = text.toLowerCase();
  return { text, lower, stem: /^[a-z]+$/.test(lower) ? stemmer(lower) : lower };
}

function newStep(): Step {
  return {
    exact: new Map(),
    stems: new Map(),
    prefixes: new Map(),
    topics: [],
    excludedFrom: [],
  };
}

function stepOf(steps: Map<string, Step>, key: string): Step {
  const known = steps.get(key);
  if (known) return known;
  const made = newStep();
  steps.set(key, made);
  return made;
}

function covers(phrase: TopicHit, hit: TopicHit): boolean {
  return phrase.topicId === hit.topicId && phrase.start <= hit.start && hit.end <= phrase.end;
}

/** The hits in order of the text; where some of one topic overlap, the first and longest. */
function withoutOverlaps(hits: readonly TopicHit[]): TopicHit[] {
  const lastEnd = new Map<string, number>();
  return [...hits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ topicId, start, end }) => {
      if (start < (lastEnd.get(topicId) ?? 0)) return false;
      lastEnd.set(topicId, end);
      return true;
    });
}
