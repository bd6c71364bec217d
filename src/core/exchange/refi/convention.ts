import { CodePoints } from '../codePoints';
import { xmlText } from '../xml';
import type { Span } from '../../text/span';

/** A range as written in a file, before it is known how the file counts. */
export interface WrittenRange {
  readonly start: number;
  readonly end: number;
  /** The words that the file gives for it; '' if it gives none. */
  readonly quote: string;
}

/** How a file counts: the standard, the tools and their versions differ. */
export interface Convention {
  readonly unit: 'codePoints' | 'crlfAsOne' | 'utf16';
  /** The number of the first character. */
  readonly first: 0 | 1;
  /** Whether the end is the last character rather than the one after it. */
  readonly inclusive: boolean;
}

/** The most usual first: it wins if nothing tells them apart. */
const CONVENTIONS: readonly Convention[] = ([0, 1] as const).flatMap((first) =>
  (['codePoints', 'crlfAsOne', 'utf16'] as const).flatMap((unit) =>
    [false, true].map((inclusive) => ({ unit, first, inclusive })),
  ),
);

/** How many ranges of a source are judged; more tell nothing new. */
const MOST_JUDGED = 200;

/** How much more a matching quote weighs than ends at the ends of words: it is proof. */
const PROOF = 100;

/** The head start of counting from 0, as in the standard: a single range doesn’t outweigh it. */
const USUAL = 4;

/** A text with its ranges, still to be understood. */
export interface WrittenSource {
  readonly text: string;
  readonly ranges: readonly WrittenRange[];
}

/**
 * How a file counts, judging by its own quotes, or else by whether its ranges begin and end with words.
 *
 * @param sources of one file: one program has written them all
 */
export function conventionOf(sources: readonly WrittenSource[]): Convention {
  const scores = CONVENTIONS.map(({ first }): number => (first === 0 ? USUAL : 0));
  for (const { text, ranges } of sources) {
    const judged = ranges.slice(0, MOST_JUDGED);
    CONVENTIONS.forEach((convention, index) => {
      const counter = counterOf(text, convention);
      for (const range of judged) {
        const span = spanIn(counter, range, convention);
        if (span) scores[index] = (scores[index] as number) + fit(text, span, range.quote);
      }
    });
  }
  const best = Math.max(...scores);
  return CONVENTIONS[scores.indexOf(best)] as Convention;
}

/** Reads positions in a text as a convention counts them. */
export interface Counter {
  toOffset(position: number): number | undefined;
}

export function counterOf(text: string, { unit }: Convention): Counter {
  if (unit !== 'utf16') return new CodePoints(text, unit === 'crlfAsOne');
  const isWithin = (position: number) =>
    Number.isInteger(position) && position >= 0 && position <= text.length;
  return {
    toOffset: (position) => (isWithin(position) ? position : undefined),
  };
}

/** The stretch that a range means; undefined if it is outside the text or empty. */
export function spanIn(
  counter: Counter,
  { start, end }: WrittenRange,
  { first, inclusive }: Convention,
): Span | undefined {
  const from = counter.toOffset(start - first);
  const to = counter.toOffset(end - first + Number(inclusive));
  return from !== undefined && to !== undefined && from < to ? { start: from, end: to } : undefined;
}

/** How well a range suits a convention: people select whole words, without the white space around them. */
function fit(text: string, { start, end }: Span, quote: string): number {
  const words = text.slice(start, end);
  const ends = Number(!isWithinWord(text, start)) + Number(!isWithinWord(text, end));
  const trimmed = Number(words === words.trimStart()) + Number(words === words.trimEnd());
  return ends + trimmed + PROOF * likeness(words, quote);
}

/** How certainly words are those of a quote, which may have lost its line ends, or be cut: `The treaty holds…`. */
function likeness(words: string, quote: string): number {
  if (quote.trim() === '') return 0;
  const [there, said] = [squeezed(xmlText(words)), squeezed(quote)];
  if (there === said) return 1;
  // A wrong convention brings in white space at an end, or a tool has trimmed it away.
  if (there.trim() === said.trim()) return 0.5;
  const cut = /(?:…|\.\.\.)$/.exec(said);
  return cut && there.startsWith(said.slice(0, cut.index)) ? 0.5 : 0;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Whether a place is between two letters, or the two units of one character. */
function isWithinWord(text: string, offset: number): boolean {
  const around = text.slice(offset - 1, offset + 1);
  return isPair(around) || /^[\p{L}\p{N}]{2}$/u.test(around);
}

function isPair(units: string): boolean {
  return units.length === 2 && (units.codePointAt(0) as number) > 0xffff;
}
