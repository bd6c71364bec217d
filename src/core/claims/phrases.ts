import { wordsOf, type Word } from './words';

/** A phrase that was found: the words from index `from` to before `to`. */
export interface Hit<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/**
 * Finds phrases among words by walking a tree of them: one look-up a word, however many phrases.
 *
 * A phrase is written as `in my|our (humble) view|opinion`: words apart by spaces, alternatives by
 * `|`, `_` for a space within an alternative, and brackets around what may be missing.
 */
export class PhraseTable<T> {
  private readonly root: Node<T> = { next: new Map() };

  /** @param rows where two rows have the same phrase, the later one counts */
  constructor(rows: Iterable<readonly [value: T, phrases: readonly string[]]>) {
    for (const [value, phrases] of rows) {
      for (const phrase of phrases.flatMap(written)) this.add(phrase, value);
    }
  }

  private add(phrase: string, value: T): void {
    let node = this.root;
    for (const lower of phraseWords(phrase)) {
      let next = node.next.get(lower);
      if (!next) node.next.set(lower, (next = { next: new Map() }));
      node = next;
    }
    node.value = value;
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
    let node: Node<T> | undefined = this.root;
    let longest: Hit<T> | undefined;
    for (let to = from; to < words.length; to++) {
      const word = words[to] as Word;
      if (to > from && !word.isJoined) break;
      node = node.next.get(word.lower);
      if (!node) break;
      if (node.value !== undefined) longest = { value: node.value, from, to: to + 1 };
    }
    return longest;
  }
}

/** The words of a plain phrase, in which a clitic may stand by itself. */
function phraseWords(phrase: string): string[] {
  const words = phrase.trim().split(/ +/);
  return words.flatMap((word) =>
    word.startsWith("'") ? word : wordsOf(word).map(({ lower }) => lower),
  );
}

/** The plain phrases for which one stands. */
function written(phrase: string): string[] {
  return phrase.split(' ').reduce(
    (starts, slot) => {
      const optional = /^\((.*)\)$/.exec(slot);
      const words = (optional?.[1] ?? slot).split('|').map((word) => word.replaceAll('_', ' '));
      const ends = optional ? ['', ...words] : words;
      return starts.flatMap((start) => ends.map((end) => `${start} ${end}`));
    },
    [''],
  );
}
