import { CodePoints } from '../codePoints';
import { xmlText } from '../xml';
import type { Span } from '../../text/span';

/** A range as a file gives it, before it is known how the file counts. */
export interface WrittenRange {
  readonly start: number;
  readonly end: number;
  /** What the file says stands there; '' if it says nothing. */
  readonly quote: string;
}

/** How a file counts: the standard, the tools and their versions differ. */
export interface Convention {
  readonly unit: 'codePoints' | 'crlfAsOne' | 'utf16';
  /** The number of the first character. */
  readonly first: 0 | 1;
  /** Whether the end is the last character, not the one behind it. */
  readonly inclusive: boolean;
}

/** What most tools write: the first wins where nothing tells. */
const CONVENTIONS: readonly Convention[] = ([0, 1] as const).flatMap((first) =>
  (['codePoints', 'crlfAsOne', 'utf16'] as const).flatMap((unit) =>
    [false, true].map((inclusive) => ({ unit, first, inclusive })),
  ),
);

/** So many ranges of a source are judged; more tell nothing new. */
const MOST_JUDGED = 200;

/** A quote proves what the ends of words only suggest. */
const PROOF = 100;

/** A text with its ranges, still to be understood. */
export interface WrittenSource {
  readonly text: string;
  readonly ranges: readonly WrittenRange[];
}

/**
 * How a file counts, by its own quotes, and else by whether its ranges begin and end with words.
 *
 * @param sources of one file: one program has written them all
 */
export function conventionOf(sources: readonly WrittenSource[]): Convention {
  const scores = CONVENTIONS.map(() => 0);
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

/** Counts in a text as a convention does. */
export interface Counter {
  readonly length: number;
  toOffset(position: number): number | undefined;
}

export function counterOf(text: string, { unit }: Convention): Counter {
  if (unit !== 'utf16') return new CodePoints(text, unit === 'crlfAsOne');
  const isWithin = (position: number) =>
    Number.isInteger(position) && position >= 0 && position <= text.length;
  return {
    length: text.length,
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

function fit(text: string, { start, end }: Span, quote: string): number {
  const ends = Number(!isWithinWord(text, start)) + Number(!isWithinWord(text, end));
  return ends + PROOF * likeness(text.slice(start, end), quote);
}

/** How surely words are a quote, which may have lost its line ends, or be cut: `The treaty holds…`. */
function likeness(words: string, quote: string): number {
  if (quote.trim() === '') return 0;
  const [there, said] = [squeezed(xmlText(words)), squeezed(quote)];
  if (there === said) return 1;
  // White space at an end is what a wrong convention brings in, or what a tool has trimmed away.
  if (there.trim() === said.trim()) return 0.5;
  const cut = /(?:…|\.\.\.)$/.exec(said);
  return cut && there.startsWith(said.slice(0, cut.index)) ? 0.5 : 0;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function isWithinWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(offset - 1, offset + 1));
}
