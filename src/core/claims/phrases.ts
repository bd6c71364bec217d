import { finished } from '../steps';
import { wordsOf, type Word } from './words';

/** A phrase that was found: the words from index `from` up to, not including, `to`. */
export interface Hit<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  /** Undefined at the end of most phrases, to save memory: there are tens of thousands. */
  next: Map<string, Node<T>> | undefined;
  value: T | undefined;
}

/**
 * Finds phrases among words by walking a tree of them: one look-up a word, however many phrases.
 *
 * A phrase is written as `in my|our (humble) view|opinion`: spaces separate words, `|` separates
 * alternatives, `_` is a space within an alternative, and what is in brackets is optional.
 */
export class PhraseTable<T> {
  private root: Node<T> | undefined;

  /**
   * @param rows where two rows have the same phrase, the later one counts; they are only read when phrases
   * are first looked for, so that the extension starts quickly
   */
  constructor(private readonly rows: Iterable<readonly [value: T, phrases: readonly string[]]>) {}

  /** Reads the rows in steps, unless that has been done. */
  *preparing(): Generator<undefined, void> {
    if (!this.root) this.root = yield* growing(this.rows);
  }

  /** The phrases in a sentence: at each place the longest, from the left, not overlapping. */
  find(words: readonly Word[]): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let from = 0; from < words.length;) {
      const hit = this.longestAt(words, from);
      if (hit) hits.push(hit);
      from = hit ? hit.to : from + 1;
    }
    return hits;
  }

  /** The longest phrase that begins with the word at index `from`. Punctuation ends a phrase. */
  private longestAt(words: readonly Word[], from: number): Hit<T> | undefined {
    let node: Node<T> | undefined = (this.root ??= finished(growing(this.rows)));
    let longest: Hit<T> | undefined;
    for (let to = from; to < words.length; to++) {
      const word = words[to] as Word;
      if (to > from && !word.isJoined) break;
      node = node.next?.get(word.lower);
      if (!node) break;
      if (node.value !== undefined) longest = { value: node.value, from, to: to + 1 };
    }
    return longest;
  }
}

function* growing<T>(
  rows: Iterable<readonly [value: T, phrases: readonly string[]]>,
): Generator<undefined, Node<T>> {
  const root: Node<T> = { next: undefined, value: undefined };
  for (const [value, phrases] of rows) {
    for (const phrase of phrases) {
      for (const end of endsOf(phrase, root)) end.value = value;
      yield;
    }
  }
  return root;
}

/** The nodes at which all plain phrases that a written one stands for end; makes the paths there. */
function endsOf<T>(phrase: string, root: Node<T>): Iterable<Node<T>> {
  let ends = new Set([root]);
  for (const slot of phrase.split(' ')) {
    const optional = /^\((.*)\)$/.exec(slot)?.[1];
    const starts = [...ends];
    if (optional === undefined) ends = new Set();
    for (const alternative of (optional ?? slot).split('|')) {
      const words = plainWords(alternative);
      for (const start of starts) ends.add(words.reduce(after, start));
    }
  }
  return ends;
}

function after<T>(node: Node<T>, word: string): Node<T> {
  const ways = (node.next ??= new Map<string, Node<T>>());
  const known = ways.get(word);
  if (known) return known;
  const made: Node<T> = { next: undefined, value: undefined };
  ways.set(word, made);
  return made;
}

/** The words of one alternative, which may be a clitic alone. */
function plainWords(alternative: string): string[] {
  const words = alternative.split('_').filter((word) => word !== '');
  return words.flatMap((word) =>
    word.startsWith("'") ? word : wordsOf(word).map(({ lower }) => lower),
  );
}
