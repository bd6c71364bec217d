import type { Span } from './span';
import { wordSet } from './wordSet';

/** `Intl.Segmenter` is quadratic in what it is given, so it never gets more than this at once. */
const LONGEST_PIECE = 2000;
/** How much before a break is looked at. */
const TAIL = 48;
/** How much behind a break is looked at. */
const HEAD = 24;

/** After these a full stop never ends a sentence: a name follows. */
const TITLES = wordSet(
  'mr mrs ms mx dr prof sen rep gov gen adm col maj capt cpt cmdr lt sgt st ste rev fr hon messrs',
  'mme mlle vs cf viz al e.g i.e eg ie approx ca z.b d.h u.a bzw bspw dipl-ing',
  'sra sras srta dra sig sigg dott avv ee núm pág',
);
/** After these it doesn't where a number follows: `No. 3`, but `No. I didn’t.` */
const BEFORE_NUMBERS = wordSet(
  'no nos nr vol vols p pp fig figs art sec sect ch para par op c',
  'jan feb mar apr jun jul aug sep sept oct nov dec',
);
/** After these it does only where the next word is one that sentences begin with. */
const PERHAPS_LAST = wordSet(
  'etc inc ltd co corp bros jr sr esq ph.d a.m p.m am pm ave blvd dept est',
);
/** Words that begin sentences, and hardly ever go on after `U.S.`, `Inc.` or an initial. */
const STARTERS = wordSet(
  'the this that these those there here a an it he she they we i you his her its their our my your',
  'and but so or yet nor if when while as because since although though after before until once',
  'in on at by for from with to of what who why how where which not no yes now then also still',
  'some many most all both each every one is are was were do does did can could will would should',
  'let well however therefore meanwhile today nobody everybody everyone somebody someone none nothing',
  'only even another perhaps maybe later next first finally such like during under between among',
);

/** The last word before a full stop, with the dots inside it: `U.S`, `e.g`, `Dr`, `J`. */
const LAST_WORD = /(?:^|[\s("“‘'«[{*_/—–-])([\p{L}\p{M}][\p{L}\p{M}.-]*)\.$/u;
/** What takes long to compile. */
export const COSTLY: readonly RegExp[] = [LAST_WORD];
const INITIALS = /^\p{Lu}(?:\.\p{Lu})*$/u;
const FIRST_WORD = /^["'“‘«([{*_]*(\p{L}[\p{L}\p{M}'’]*)/u;
const STARTS_SMALL = /^["'“‘«*_]*\p{Ll}/u;
const STARTS_NUMBER = /^["'“‘«([{*_]*\p{N}/u;
const STARTS_LARGE = /^["'“‘«([{*_]*\p{Lu}/u;
const ENDS_ELLIPSIS = /(?:\.\.\.|…|\. \.)$/;
const ENDS = /[.!?…。！？｡]["'”’»)\]}*_]*$/;
/** `am 3. Mai`, `der 2. Weltkrieg`: what German writes for `third` and `second`. */
const ORDINAL = /(?:^|\s)(?:der|dem|des|den|das|die|im|vom|zum|zur)\s\d{1,2}\.$/i;
const DAY = /(?:^|\s)(?:am|vom|bis|seit|ab)\s\d{1,2}\.$/i;
const MONTH = /^(?:Jan|Jän|Feb|März|April|Mai|Juni|Juli|Aug|Sep|Okt|Nov|Dez)(?:\p{Ll}*)(?!\p{L})/u;
/** The first half of `z. B.`, `d. h.`. */
const HALF = /(?:^|\s)\p{Ll}\.$/u;
const OTHER_HALF = /^\p{L}\./u;
const CLOSES = /^[»”]/;
const ENDS_QUOTED = /[!?]["'”’»)\]}*_]+$/;
const ENDS_WIDE = /[。！？｡]["'”’»）」』]*$/;
/** What stands before an item, and is no sentence by itself. */
const LIST_NUMBER = /^["'“‘«([{*_]*\d{1,3}[.)]["'”’»)\]}*_]*$/;
const LIST_ITEM = /^[ \t]*(?:[-*+•–—]|\d{1,3}[.)])[ \t]/;

/**
 * The sentences of a text, trimmed of white space, in order; together they hold everything but white
 * space. `Intl.Segmenter` (UAX 29) finds the candidates; its breaks after titles, initials,
 * abbreviations and ellipses, before `he said`, and at the line ends of wrapped paragraphs are taken
 * back. Empty lines and list items always begin a sentence. Time is linear in the text's length.
 *
 * @param locale whose rules `Intl.Segmenter` applies
 */
export function sentences(text: string, locale = 'en'): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const end of candidates(text, locale)) {
    if (end < text.length && !isBreak(text, start, end)) continue;
    const inner = text.slice(start, end);
    const from = start + inner.length - inner.trimStart().length;
    const to = start + inner.trimEnd().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  }
  return spans;
}

/**
 * The offsets behind which UAX 29 says that a sentence ends, and the text's end. The last sentence of
 * a piece may go on in the next one, which therefore begins with it; so each unit is read twice at most.
 */
function* candidates(text: string, locale: string): Generator<number> {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    let last = start;
    for (const { index } of segmenter.segment(forSegmenter(text.slice(start, end)))) {
      if (index > 0) yield (last = start + index);
    }
    start = last > start && end < text.length ? last : end;
  }
  yield text.length;
}

/** Where a piece ends: at white space if there is any, and never within a surrogate pair. */
function pieceEnd(text: string, start: number): number {
  const end = start + LONGEST_PIECE;
  if (end >= text.length) return text.length;
  const piece = text.slice(start, end);
  const space = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf('\n'));
  if (space > 0) return start + space + 1;
  return /[\uD800-\uDBFF]$/.test(piece) ? end - 1 : end;
}

/**
 * What UAX 29 knows how to treat, in the same places: an ellipsis as a full stop, Markdown's emphasis as
 * quotes, and a capital for what opens a bracket, or a quotation after a wide full stop, because
 * `It was late. [laughs] I know` ends where that begins. In Greek a semicolon asks.
 */
function forSegmenter(piece: string): string {
  return piece
    .replace(/…/g, '.')
    .replace(/[*_]/g, '"')
    .replace(/\[|(?<=[。！？｡])[“「『]/g, 'A')
    .replace(/(?<=\p{Script=Greek});/gu, '?');
}

/** Whether the sentence that began at `start` ends where UAX 29 breaks it. */
function isBreak(text: string, start: number, at: number): boolean {
  const tail = text.slice(Math.max(start, at - TAIL), at);
  const before = tail.trimEnd();
  const gap = tail.slice(before.length);
  const next = text.slice(at, at + HEAD);
  if (gap.includes('\n') || gap.includes('\r')) {
    if (before === '' || isEmptyLine(gap, next) || LIST_ITEM.test(next)) return true;
    if (!ENDS.test(before)) return false;
  } else if (gap === '') return ENDS_WIDE.test(before);
  if (LIST_NUMBER.test(before)) return false;
  return !goesOn(before, next);
}

/** Whether an empty line stands between two breaks: UAX 29 breaks at each line end by itself. */
function isEmptyLine(gap: string, next: string): boolean {
  return /[\n\r][ \t]*[\n\r]/.test(gap.replace(/\r\n/g, '\n')) || /^[ \t]*[\n\r]/.test(next);
}

/** Whether a sentence goes on behind what looks like its end. */
function goesOn(before: string, next: string): boolean {
  if (CLOSES.test(next) || isCounted(before, next)) return true;
  if (HALF.test(before) && OTHER_HALF.test(next)) return true;
  const isEllipsis = ENDS_ELLIPSIS.test(before);
  if (STARTS_SMALL.test(next))
    return before.endsWith('.') || isEllipsis || ENDS_QUOTED.test(before);
  if (isEllipsis) return !STARTS_LARGE.test(next);
  const word = LAST_WORD.exec(before)?.[1];
  return word !== undefined && isAbbreviation(word, before, next);
}

/** Whether a full stop makes an ordinal of a number, as in German. */
function isCounted(before: string, next: string): boolean {
  return ORDINAL.test(before) || (DAY.test(before) && MONTH.test(next));
}

/** Whether a full stop belongs to the word before it and doesn't end a sentence as well. */
function isAbbreviation(word: string, before: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (TITLES.has(lower)) return true;
  if (BEFORE_NUMBERS.has(lower)) return STARTS_NUMBER.test(next);
  // `So do I. Ann left.`, but `Henry I. Lind`.
  if (word === 'I' && !/\p{Lu}[\p{L}.]*\s+I\.$/u.test(before)) return false;
  if (!PERHAPS_LAST.has(lower) && !INITIALS.test(word)) return false;
  return !STARTERS.has(FIRST_WORD.exec(next)?.[1]?.toLowerCase() ?? '');
}
