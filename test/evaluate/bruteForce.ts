import { Inflections } from '../../src/core/topics/inflections';
import { TopicMatcher } from '../../src/core/topics/matcher';
import { allTopics, type Taxonomy, type Topic } from '../../src/core/topics/model';

/**
 * Counts topics the slow way, to check the matcher by: a regular expression for each term, tried at each
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

/** As {@link BruteForce.count}, by what the matcher finds. */
export function countPassages(
  taxonomy: Taxonomy,
  passages: readonly string[],
): Map<string, number> {
  const matcher = TopicMatcher.compile(taxonomy);
  const touched = passages.map(
    (text) => new Set(matcher.find(text).hits.map((hit) => hit.topicId)),
  );
  return new Map(
    [...allTopics(taxonomy.topics)].map((topic) => {
      const ids = [...allTopics([topic])].map(({ id }) => id);
      return [topic.id, touched.filter((topics) => ids.some((id) => topics.has(id))).length];
    }),
  );
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
