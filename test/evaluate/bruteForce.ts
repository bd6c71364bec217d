import { Analyser } from '../../src/core/analysis';
import type { CorpusDocument } from '../../src/core/corpus/merge';
import { topicSummaryOf } from '../../src/core/corpus/summarise';
import { TopicCounter, type TopicCount } from '../../src/core/corpus/topics';
import { CardFinder } from '../../src/core/entities/cardFinder';
import { TextLines } from '../../src/core/text/lines';
import { Inflections } from '../../src/core/topics/inflections';
import { TopicMatcher } from '../../src/core/topics/matcher';
import { allTopics, type Taxonomy, type Topic } from '../../src/core/topics/model';

/**
 * Counts topics the slow way, to check the matcher and the Topics view by: a regular expression for each term, tried at each
 * place of each passage. It shares with the matcher what forms a word has, and nothing else.
 */
export class BruteForce {
  private readonly inflections = new Inflections();

  /** The number of passages that touch a topic or one below it, by its id; 0 where there are none. */
  count(taxonomy: Taxonomy, passages: readonly string[]): Map<string, number> {
    const topics = [...allTopics(taxonomy.topics)];
    const touches = new Map(topics.map((topic) => [topic.id, this.toucher(topic)]));
    return new Map(
      topics.map((topic) => {
        const below = [...allTopics([topic])].map(({ id }) => touches.get(id));
        const touched = passages.filter((text) => below.some((touch) => touch?.(text)));
        return [topic.id, touched.length];
      }),
    );
  }

  /** Tells whether a passage touches a topic. */
  private toucher(topic: Topic): (text: string) => boolean {
    const terms = [
      ...topic.terms.map((term) => this.finder(term, false)),
      ...topic.exact.map((term) => this.finder(term, true)),
    ];
    const excluded = topic.exclude.map((phrase) => this.finder(phrase, false));
    return (text) => {
      const not = excluded.flatMap((find) => find(text));
      return terms
        .flatMap((find) => find(text))
        .some(([start, end]) => !not.some(([from, to]) => from <= start && end <= to));
    };
  }

  private finder(term: string, isExact: boolean): (text: string) => [number, number][] {
    const near = /^(.*) NEAR\/(\d+) (.*)$/.exec(term);
    if (!near) {
      const pattern = this.pattern(term, isExact);
      return (text) => all(text, pattern);
    }
    const [, left = '', within = '', right = ''] = near;
    const sides = [left, right].map((side) => this.pattern(side, isExact));
    return (text) => {
      const [lefts = [], rights = []] = sides.map((side) => all(text, side));
      return lefts.flatMap((a) =>
        rights
          .filter((b) => wordsApart(text, a, b) <= Number(within))
          .map((b): [number, number] => [Math.min(a[0], b[0]), Math.max(a[1], b[1])]),
      );
    };
  }

  private pattern(term: string, isExact: boolean): RegExp {
    const pieces = term.match(/(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+\*?|[^\p{L}\p{M}\p{N}]+/gu) ?? [];
    let source = '';
    for (const piece of pieces) {
      const isWord = /[\p{L}\p{N}]/u.test(piece);
      if (isWord) source += this.word(piece, isExact);
      else if (source !== '') source += gap(piece);
    }
    return new RegExp(source, 'gu');
  }

  private word(piece: string, isExact: boolean): string {
    const word = piece.replace(/\.|\*$/g, '');
    const characters = [...word];
    if (/\p{sc=Han}|\p{sc=Thai}/u.test(word)) return characters.join('[\\s]*') + '(?!\\p{M})';
    if (piece.endsWith('*')) return START + anyCase(word) + '[\\p{L}\\p{M}\\p{N}]*';
    const hasCapital = isExact ? /\p{Lu}/u.test(word) : /\p{Lu}/u.test(word.slice(1));
    if (hasCapital) {
      const initials = characters.length > 1 && /^\p{Lu}+$/u.test(word);
      return START + (initials ? `(?:${word}s?|${dotted(characters)})` : word) + END;
    }
    const forms = isExact ? [word] : [...this.inflections.formsOf(word.toLowerCase())];
    return `${START}(?:${forms.map(anyCase).join('|')})${END}`;
  }
}

/** The texts of a document’s passages, and what is kept of it for the tree. */
export interface CountedDocument extends CorpusDocument {
  readonly passages: readonly string[];
}

/** Reads a text as an interview, whatever it looks like. */
export function counted(uri: string, text: string, taxonomy: Taxonomy): CountedDocument {
  const knowledge = {
    corrections: { interview: true },
    cards: new CardFinder([]),
    matcher: TopicMatcher.compile(taxonomy),
    recogniser: () => [],
  };
  const analysis = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
  const summary = topicSummaryOf(analysis, analysis.topics());
  return {
    uri,
    summary,
    passages: analysis.passages().map(({ span }) => analysis.text.slice(span)),
  };
}

/** In how many passages and documents a topic or one below it is touched. */
type Counts = ReadonlyMap<string, Pick<TopicCount, 'passages' | 'documents'>>;

/** The counts that the Topics view shows of some documents, by topic id. */
export function countsInTree(taxonomy: Taxonomy, documents: readonly CorpusDocument[]): Counts {
  const counting = new TopicCounter(taxonomy).counting(documents);
  for (;;) {
    const { done, value: counts } = counting.next();
    if (!done) continue;
    const topics = [...allTopics(taxonomy.topics)];
    return new Map(
      topics.map(({ id }) => {
        const { passages, documents: among } = counts.of(id);
        return [id, { passages, documents: among }];
      }),
    );
  }
}

/** The same counts, the slow way. */
export function slowCounts(
  slow: BruteForce,
  taxonomy: Taxonomy,
  documents: readonly CountedDocument[],
): Counts {
  const sums = new Map<string, { passages: number; documents: number }>();
  for (const { passages } of documents) {
    for (const [id, count] of slow.count(taxonomy, passages)) {
      const sum = sums.get(id) ?? { passages: 0, documents: 0 };
      sums.set(id, sum);
      sum.passages += count;
      if (count > 0) sum.documents++;
    }
  }
  return sums;
}

/** No word is going on, and no initials are. */
const START = '(?<![\\p{L}\\p{M}\\p{N}])(?<!(?<![\\p{L}\\p{M}\\p{N}])\\p{Lu}\\.)';
const END =
  "(?![\\p{L}\\p{M}\\p{N}])(?!\\.\\p{Lu}(?![\\p{L}\\p{M}\\p{N}]))(?:['’][sS](?![\\p{L}\\p{M}\\p{N}]))?";
const LOOSE = '[\\s\\u00ad\\u200b\\u2060\\-‐‑‒–\'’‘ʼ"“”„«»‹›*_~`/]';

function gap(piece: string): string {
  return /^[\s\-'’"]*$/.test(piece) ? `${LOOSE}+` : '[^\\p{L}\\p{M}\\p{N}]+';
}

function dotted(characters: readonly string[]): string {
  return `${characters.join('\\.')}\\.?`;
}

function anyCase(word: string): string {
  return [...word].map((one) => `[${one.toLowerCase()}${one.toUpperCase()}]`).join('');
}

function all(text: string, pattern: RegExp): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) break;
    at = match.index;
    const possessive = /['’][sS]$/.exec(match[0])?.[0].length ?? 0;
    found.push([match.index, match.index + match[0].length - possessive]);
  }
  return found;
}

/** How many words further the nearer end of the other stretch is; infinite where they overlap. */
function wordsApart(text: string, a: [number, number], b: [number, number]): number {
  const [first, second] = a[0] <= b[0] ? [a, b] : [b, a];
  if (second[0] < first[1]) return Infinity;
  const between = text.slice(first[1], second[0]).replace(/^['’]s(?![\p{L}\p{N}])/u, '');
  const words = between.match(
    /(?:(?<![\p{L}\p{N}])\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’]s(?![\p{L}\p{N}]))?/gu,
  );
  return (words?.length ?? 0) + 1;
}
