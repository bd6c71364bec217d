import type { Span } from '../../src/core/text/span';

/** What became of a stretch of the old text, by its own characters. */
export interface Gold {
  /** `either`: so little is left that both review and orphan are right. */
  readonly fate: 'same' | 'changed' | 'gone' | 'either';
  /** Where its characters are now, and what was written among them; undefined if it is gone. */
  readonly span: Span | undefined;
  /** The same with what was written right beside them, up to the ends of words; undefined if it is gone. */
  readonly widest: Span | undefined;
  /** How much of what is left of it stands in a span of the new text, from 0 to 1. */
  readonly share: (span: Span) => number;
}

/** Less than this of a stretch is hardly the stretch any more. */
const REST = 0.4;

/** Words that share this much are alike. */
const ALIKE = 0.5;

/** A text that remembers of each character where it stood in the old text, whatever is done to it. */
export class Tracked {
  private constructor(
    readonly text: string,
    /** The old offset of each unit; -1 for what is new. */
    private readonly from: Int32Array,
    /** Where other words were put in the place of some. */
    private readonly standIn?: Span,
  ) {}

  static of(text: string): Tracked {
    return new Tracked(
      text,
      Int32Array.from({ length: text.length }, (_, at) => at),
    );
  }

  replace({ start, end }: Span, by: string): Tracked {
    return this.joined([[0, start], by, [end, this.text.length]]);
  }

  /** As {@link replace}, by words that are no edit of those that stood there. */
  supplant(span: Span, by: string): Tracked {
    const { text, from } = this.replace(span, by);
    return new Tracked(text, from, { start: span.start, end: span.start + by.length });
  }

  /** Moves a stretch to `to`, which stands outside of it. */
  move({ start, end }: Span, to: number): Tracked {
    return to <= start
      ? this.joined([
          [0, to],
          [start, end],
          [to, start],
          [end, this.text.length],
        ])
      : this.joined([
          [0, start],
          [end, to],
          [start, end],
          [to, this.text.length],
        ]);
  }

  /** Replaces characters by others of the same words: they count as the same. */
  rewritten(pattern: RegExp, by: (match: string) => string): Tracked {
    const texts: string[] = [];
    const from: Int32Array[] = [];
    let at = 0;
    for (const { 0: match, index } of this.text.matchAll(pattern)) {
      const written = by(match);
      texts.push(this.text.slice(at, index), written);
      const kept = Int32Array.from(
        { length: written.length },
        (_, n) => this.from[index + Math.min(n, match.length - 1)] as number,
      );
      from.push(this.from.subarray(at, index), kept);
      at = index + match.length;
    }
    from.push(this.from.subarray(at));
    return new Tracked(texts.join('') + this.text.slice(at), concat(from));
  }

  /** Where the characters of a stretch of the old text are now. */
  where({ start, end }: Span): Span | undefined {
    let [first, last] = [-1, -1];
    for (let at = 0; at < this.from.length; at++) {
      const origin = this.from[at] as number;
      if (origin < start || origin >= end) continue;
      if (first < 0) first = at;
      last = at;
    }
    return first < 0 ? undefined : { start: first, end: last + 1 };
  }

  gold(old: string, target: Span): Gold {
    const words = old.slice(target.start, target.end);
    const letter = /[\p{L}\p{N}]/u.test(words) ? /[\p{L}\p{N}]/u : /\S/;
    const letters = words.split('').filter((unit) => letter.test(unit)).length;
    const lettersIn = (within: Span) => {
      let count = 0;
      for (let at = within.start; at < within.end; at++) {
        const origin = this.from[at] as number;
        if (origin >= target.start && origin < target.end && letter.test(this.text[at] ?? ''))
          count++;
      }
      return count;
    };
    const span = this.where(target);
    const kept = span ? lettersIn(span) : 0;
    if (!span || kept === 0) return this.goldOfGone(words);
    const gold = { span, widest: this.widest(span), share: (at: Span) => lettersIn(at) / kept };
    const isSame =
      bare(words) === bare(this.text.slice(span.start, span.end)) &&
      this.isApart(old, target, span);
    if (isSame) return { ...gold, fate: 'same' };
    return { ...gold, fate: kept < letters * REST ? 'either' : 'changed' };
  }

  /** Whether words still end where they ended: a letter written right beside one makes it another word. */
  private isApart(old: string, before: Span, now: Span): boolean {
    const isIn = (text: string, at: number) =>
      /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));
    return (
      (isIn(old, before.start) || !isIn(this.text, now.start)) &&
      (isIn(old, before.end) || !isIn(this.text, now.end))
    );
  }

  /** New characters beside a stretch may stand for some of it that were replaced. */
  private widest({ start, end }: Span): Span {
    const isNew = (at: number) => this.from[at] === -1;
    const isInWord = (at: number) => /^[^\s\p{P}]{2}$/u.test(this.text.slice(at - 1, at + 1));
    while (isNew(start - 1) || isInWord(start)) start--;
    while (isNew(end) || isInWord(end)) end++;
    return { start, end };
  }

  /** Other words in the same place that share most with the old ones: nobody can tell that from an edit. */
  private goldOfGone(words: string): Gold {
    const { standIn } = this;
    const gone: Gold = { fate: 'gone', span: undefined, widest: undefined, share: () => 0 };
    if (!standIn) return gone;
    const there = this.text.slice(standIn.start, standIn.end);
    const isAlike = shared(words, there) >= ALIKE || letters(there).includes(letters(words));
    // Some of them may be what an annotation of some words has become.
    const share = (at: Span) => Number(standIn.start <= at.start && at.end <= standIn.end);
    return isAlike ? { fate: 'either', span: standIn, widest: standIn, share } : gone;
  }

  private joined(parts: readonly (readonly [number, number] | string)[]): Tracked {
    let text = '';
    const from = parts.map((part) => {
      if (typeof part === 'string') {
        text += part;
        return new Int32Array(part.length).fill(-1);
      }
      text += this.text.slice(...part);
      return this.from.subarray(...part);
    });
    return new Tracked(text, concat(from));
  }
}

/** The words and marks of a text, however it is laid out and quoted. */
function bare(text: string): string {
  return text
    .replace(/[\s\ufeff]+/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/…/g, '...');
}

function concat(parts: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How many of the words of two texts are in both, of 1. */
function shared(a: string, b: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const [mine, theirs] = [words(a), words(b)];
  const left = [...theirs];
  const both = mine.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * both.length) / (mine.length + theirs.length || 1);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
