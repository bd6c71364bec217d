import type { Span } from './span';

/** `Intl.Segmenter` is quadratic in what it is given; more than this is cut at white space. */
const LONGEST_PIECE = 2000;

/** After these a full stop doesn't end a sentence. */
const ABBREVIATION =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Adm|Col|Maj|Capt|Lt|Sgt|St|Jr|Sr|Rev|Hon|Messrs|vs|etc|e\.g|i\.e|cf|approx|No|Nos|Vol|pp|Fig|Inc|Ltd|Corp|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|z\.B|d\.h|ca|Nr|M|Mme)\.\s*$/;
/** An initial: `J.` of `J. Smith`, not the last letter of a sentence such as `Plan B.`. */
const INITIAL = /(?:^|[\s("“‘.])(?:\p{Lu}\.)\s*$/u;
const INITIALS = /(?:^|[\s("“‘])(?:\p{Lu}\.){2,}\s*$/u;
/** How much of a sentence's end is looked at. */
const TAIL = 24;
const STARTS_SMALL = /^["'“‘(]?[\p{Ll}\p{N}]/u;
const STARTS_NAME = /^\p{Lu}\p{Ll}/u;
const ENDS_OPEN = /(?:\.\.\.|…)["'”’)\]]*\s*$|[,;:–—-]\s*$/;

/**
 * The sentences of a passage, trimmed of white space, in order; together they hold everything but
 * white space. `Intl.Segmenter` (UAX 29) with its breaks after titles, initials, abbreviations and
 * ellipses, and at line ends within a sentence, taken back. Linear in the passage's length.
 */
export function sentences(text: string, locale = 'en'): Span[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const spans: { start: number; end: number }[] = [];
  for (const piece of pieces(text)) {
    for (const { segment, index } of segmenter.segment(text.slice(piece.start, piece.end))) {
      const start = piece.start + index;
      const last = spans.at(-1);
      if (last && !isBreak(text.slice(Math.max(last.start, start - TAIL), start), segment)) {
        last.end = start + segment.length;
      } else {
        spans.push({ start, end: start + segment.length });
      }
    }
  }
  return spans.flatMap((span) => trimmedSpan(text, span));
}

function trimmedSpan(text: string, { start, end }: Span): Span[] {
  const inner = text.slice(start, end);
  const from = start + inner.length - inner.trimStart().length;
  const to = start + inner.trimEnd().length;
  return to > from ? [{ start: from, end: to }] : [];
}

/** Stretches of bounded length that end at white space where there is any. */
function pieces(text: string): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + LONGEST_PIECE);
    if (end < text.length) {
      const space = Math.max(text.lastIndexOf('. ', end), text.lastIndexOf('\n', end)) + 1;
      if (space > start) end = space;
    }
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** Whether a sentence ends between what stands before and what comes next. */
function isBreak(before: string, next: string): boolean {
  if (ABBREVIATION.test(before)) return false;
  if (INITIALS.test(before)) return !STARTS_SMALL.test(next) && !STARTS_NAME.test(next);
  if (INITIAL.test(before) && STARTS_NAME.test(next)) return false;
  if (ENDS_OPEN.test(before)) return !STARTS_SMALL.test(next) && !/[,;:–—-]\s*$/.test(before);
  // A line end inside a sentence: the text is wrapped.
  if (/[^.!?…。！？"”’)\]\s]\s*\n\s*$/.test(before)) return false;
  return true;
}
