import type { Span } from '../text/span';
import { isVerbatim, type ExactPlaces } from './exactPlaces';
import { isSameWording, type Folded } from './fold';
import type { GramIndex } from './grams';
import { originalSpan } from './place';
import type { Sought } from './sought';

/** A text in which words are sought: as it is, folded, and with an index of grams. */
export interface Field {
  readonly original: string;
  readonly text: Folded;
  readonly index: GramIndex;
}

/** The span in the original of a folded one. */
export function spanOf({ original, text }: Field, sought: Sought, place: Span): Span {
  return originalSpan(original, text, place, sought.annotation.selector, sought.foldedQuote);
}

/** Whether the words of a place are written as they were. */
export function isWritten(field: Field, sought: Sought, place: Span): boolean {
  if (isVerbatim(field, sought, place.start)) return true;
  const { start, end } = spanOf(field, sought, place);
  return isSameWording(field.original.slice(start, end), sought.annotation.selector.quote);
}

/** Whether the same words occur less often than before: these may be gone, and what is left another's. */
export function isOneGone({ annotation: { selector } }: Sought, { times }: ExactPlaces): boolean {
  return selector.times !== undefined && times < selector.times;
}
