import type { Span } from '../text/span';
import { isBetweenSides, seams, sideAfter, sideBefore } from './context';
import type { Field } from './field';
import { foldedIndex, type Folded } from './fold';
import { onlyOne, type Expected, type Found } from './found';
import type { Sought } from './sought';

/** How many characters marks without a word may be from their context. */
const NEAR_MARKS = 200;

/** The fit of a place of which one side of two matches. */
const ONE_SIDE = 0.5;

/** Where marks without a word are within their context, or near it. */
export function marksOnly(
  field: Field,
  sought: Sought,
  { at }: Expected,
  mayGuess: boolean,
): Found | undefined {
  const { original, text, index } = field;
  const { quote, start } = sought.annotation.selector;
  if (quote.trim() === '') return undefined;
  const found = new Map(
    [...seams(index, sought, at[0] ?? 0), ...edges(text, sought)].flatMap((seam) => {
      const from = seam === 0 ? 0 : (text.offsets[seam - 1] as number) + 1;
      const to = text.offsets[seam] as number;
      const behind = marksIn(original, { start: from, end: from + NEAR_MARKS }, quote);
      const before = marksIn(original, { start: Math.max(0, to - NEAR_MARKS), end: to }, quote);
      return [behind[0], before.at(-1)].flatMap((span) => (span ? [[span.start, span]] : []));
    }),
  );
  // Not a part of a longer rule.
  const whole = [...found.values()].filter(
    (span) => original[span.start - 1] !== quote[0] && original[span.end] !== quote.at(-1),
  );
  const seamOf = (span: Span) => foldedIndex(text, span.start);
  const places = whole.filter((span) => isBetweenSides(text, sought, seamOf(span)));
  const elsewhere = places.filter((span) => span.start !== start);
  // If a passage was doubled, the copy may have more of the old context than the original.
  const isHere = elsewhere.length > 0 && original.startsWith(quote, start);
  if (isHere && sideBefore(text, foldedIndex(text, start), sought).fit === 1) {
    return { span: { start, end: start + quote.length }, fit: 1, isSure: false };
  }
  const span = onlyOne(places);
  if (span) return { span, fit: 1, isSure: true };
  if (!mayGuess || places.length > 0) return undefined;
  const beside = onlyOne(whole.filter((span) => isBesideAll(text, sought, seamOf(span))));
  return beside && { span: beside, fit: ONE_SIDE, isSure: false };
}

/** The ends of a text at which marks stood that had no word before them, or none after them. */
function edges({ units }: Folded, { prefix, suffix }: Sought): number[] {
  return [...(prefix.length === 0 ? [0] : []), ...(suffix.length === 0 ? [units.length] : [])];
}

/** Whether a place has all of the context of one side. */
function isBesideAll(text: Folded, sought: Sought, at: number): boolean {
  const sides = [sideBefore(text, at, sought, true), sideAfter(text, at, sought, true)];
  return sides.some(({ isKnown, fit }) => isKnown && fit === 1);
}

/** Where marks occur within a stretch, with whatever white space among them. */
function marksIn(text: string, { start, end }: Span, quote: string): Span[] {
  const marks = [...text.slice(start, end).matchAll(/\S/g)];
  const sought = quote.replace(/\s+/g, '');
  const joined = marks.map(([mark]) => mark).join('');
  const spans: Span[] = [];
  for (let at = joined.indexOf(sought); at >= 0; at = joined.indexOf(sought, at + 1)) {
    const [first, last] = [marks[at], marks[at + sought.length - 1]];
    if (first && last) spans.push({ start: start + first.index, end: start + last.index + 1 });
  }
  return spans;
}
