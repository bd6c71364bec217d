import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { changedPlaces, type ChangedPlace } from './changedPlaces';
import { cutOut, isEnclosed, type Cut } from './context';
import { exactPlaces, type ExactPlace, type ExactPlaces } from './exactPlaces';
import { isSameWording, type Folded } from './fold';
import type { GramIndex } from './grams';
import type { Alike } from './model';
import { originalSpan } from './place';
import type { Sought } from './sought';

/** How much of the context has to fit, of 1, where words say little by themselves. */
const TELLING_FIT = 0.5;
/** Where the context fits so well nothing else is looked for. */
const CLEAR_FIT = 0.85;
/** How much has to fit at the old offset. */
const FIT_IN_PLACE = 0.25;
/** By how much one place has to fit better than another one. */
const MARGIN = 0.12;
const MARGIN_AMONG_SAME = 0.25;
/** … and by how much better than the place where the words seem to be cut out. */
const MARGIN_OVER_CUT = 0.2;
/** Words that were moved away from what stood around them fit less than this. */
const ALONE = 0.4;

/** How much of the words has to be the same, of 1, where both sides fit, and where one does. */
const ALIKE_BETWEEN = 0.6;
/** … if they say little by themselves. */
const ALIKE_THOUGH_SHORT = 0.7;
const ALIKE_BESIDE = 0.75;
/** … where the meaning may be another; and where the same words stand elsewhere. */
const ALIKE_IN_MEANING = 0.85;
const ALIKE_AGAINST_SAME = 0.6;
/** Where one side fits, nothing else may be alike by so much less. */
const MARGIN_ALIKE = 0.25;

/** So many places of the same words are told apart when an annotation is made. */
const MOST_LOOK_ALIKES = 100;

/** A passage that stands twice in a row is at least so long. */
const SHORTEST_DOUBLED = 40;

/** A text in which words are sought, as it is and folded, with the grams found in it. */
export interface Field {
  readonly original: string;
  readonly text: Folded;
  readonly index: GramIndex;
}

/** Where words are expected: folded indexes, and by how much they may stand off. */
export interface Expected {
  readonly at: readonly number[];
  readonly within: number;
}

/** Where the words of an annotation were found. */
export interface Found {
  readonly span: Span;
  /** Whether they are the same words, up to how they are written. */
  readonly isSame: boolean;
  /** How well what stands around them fits, from 0 to 1. */
  readonly fit: number;
}

/** Decides where the words of an annotation are now; undefined if that can't be told. */
export function decide(field: Field, sought: Sought, expected: Expected): Found | undefined {
  if (sought.quote.length === 0) return marksOnly(field, sought, expected);
  const { original, text, index } = field;
  const near = expected.at[0] ?? 0;
  const exact = exactPlaces(original, text, index, sought, near);
  const foundAt = (place: ExactPlace): Found => {
    return { span: spanOf(field, sought, place), isSame: true, fit: place.fit };
  };
  const [best] = exact.places;
  const { selector } = sought.annotation;
  const cut = cutOut(text, index, sought, near);
  const here = exact.places.find((place) => spanOf(field, sought, place).start === selector.start);
  if (here && staysHere(here, best, sought.isShort ? TELLING_FIT : FIT_IN_PLACE, cut?.fit ?? 0))
    return foundAt(here);

  const same = sameWords(field, sought, exact, expected, cut);
  if (same && same.fit >= CLEAR_FIT) return foundAt(same);
  const places = changedPlaces(original, text, index, sought, near, exact.places);
  const changed = changedWords(places, sought, expected, cut);
  if (changed && (!same || isBetter(changed, same))) {
    return { span: changed.span, isSame: false, fit: changed.fit };
  }
  return same && foundAt(same);
}

/** What there is in a text, beside the words themselves, that could be taken for them. */
export interface LookAlikes {
  readonly alike: Alike;
  /** Folded spans of the same words elsewhere, or of similar ones. */
  readonly places: readonly Span[];
}

/** @param own where the words themselves stand, in folded indexes */
export function lookAlikes(
  { original, text, index }: Field,
  sought: Sought,
  own: Span,
): LookAlikes {
  if (sought.quote.length === 0) return { alike: 'none', places: [] };
  const isElse = (place: Span) => !overlaps(place, own);
  const same = exactPlaces(original, text, index, sought, own.start, MOST_LOOK_ALIKES);
  if (same.isRepeated) return { alike: 'same', places: same.places.filter(isElse) };
  const similar = changedPlaces(original, text, index, sought, own.start, [own]).filter(
    (place) => isElse(place) && isEdited(place, sought),
  );
  return { alike: similar.length > 0 ? 'similar' : 'none', places: similar };
}

function spanOf({ original, text }: Field, sought: Sought, place: ExactPlace): Span {
  return originalSpan(original, text, place, sought.annotation.selector, sought.foldedQuote);
}

/** Where marks without a word stand between what stood around them. */
function marksOnly(field: Field, sought: Sought, { at }: Expected): Found | undefined {
  const { original, text, index } = field;
  const seam = cutOut(text, index, sought, at[0] ?? 0);
  if (seam?.fit !== 1) return undefined;
  const gap = {
    start: (text.offsets[seam.at - 1] as number) + 1,
    end: text.offsets[seam.at] as number,
  };
  const { quote } = sought.annotation.selector;
  const start = original.indexOf(quote, gap.start);
  if (start < 0 || start + quote.length > gap.end || quote.trim() === '') return undefined;
  return { span: { start, end: start + quote.length }, isSame: true, fit: 1 };
}

/** At the old offset less needs to fit, unless something else fits much better. */
function staysHere(
  here: ExactPlace,
  best: ExactPlace | undefined,
  least: number,
  cut: number,
): boolean {
  if (here.isUnknown) return true;
  // What stood behind them may begin with the same words.
  if (here.best === 1) return here.fit >= cut;
  return here.fit >= least && (best?.fit ?? 0) - here.fit <= ALONE;
}

/** The one place of the same words that can be theirs. */
function sameWords(
  field: Field,
  sought: Sought,
  { places, isRepeated }: ExactPlaces,
  expected: Expected,
  cut: Cut | undefined,
): ExactPlace | undefined {
  const { alike } = sought.annotation.selector;
  const candidates = isRepeated ? bestWritten(field, sought, places) : places;
  const [best] = candidates;
  if (!best) return undefined;
  const isSaidOnce = alike === 'none' ? !sought.isShort : sought.isTelling && alike !== 'same';
  const isOnly = isSaidOnce && !isRepeated;
  // Cut out there, they stand here because they were moved, or because they were said twice.
  if (isOverruled(best.fit, cut)) return isOnly && best.fit < ALONE ? best : undefined;
  return isOnly ? best : amongSeveral(field, sought, candidates, expected);
}

/** The one place of several that can be theirs, or of one that says little by itself. */
function amongSeveral(
  field: Field,
  sought: Sought,
  places: readonly ExactPlace[],
  expected: Expected,
): ExactPlace | undefined {
  const [best] = places;
  if (!best) return undefined;
  const isAmongSame = sought.annotation.selector.alike === 'same';
  const margin = isAmongSame ? MARGIN_AMONG_SAME : MARGIN;
  const rivals = places.filter(({ fit }) => best.fit - fit < margin);
  const inPlace = theExpected(rivals, expected);
  if (inPlace && inPlace.fit >= TELLING_FIT) return inPlace;
  const enclosed = places.filter((place) => isEnclosed(field.text, field.index, sought, place));
  if (enclosed.length === 1) return enclosed[0];
  const isEnough = isAmongSame ? fitsAmongSame(field, sought, best) : best.fit >= TELLING_FIT;
  if (!isEnough) return undefined;
  if (rivals.length === 1) return best;
  const whole = rivals.filter(({ worst }) => worst === 1);
  return whole.length === 1 ? whole[0] : firstOfDoubled(field.text, rivals);
}

function hasLookAlikes({ annotation: { selector } }: Sought): boolean {
  return selector.alike === 'same' || selector.alike === 'similar';
}

/** Whether a place fits too badly against one where the words seem to be cut out. */
function isOverruled(fit: number, cut: Cut | undefined): boolean {
  return cut !== undefined && (cut.fit === 1 || fit < Math.min(1, cut.fit + MARGIN_OVER_CUT));
}

/** Where the same were said more than once, a passage may have been, so that a long quote needs both sides. */
function fitsAmongSame(field: Field, sought: Sought, place: ExactPlace): boolean {
  if (sought.isTelling || !isWritten(field, sought, place)) return place.worst === 1;
  return place.best === 1 || place.fit >= CLEAR_FIT;
}

/** Of places whose context fits those where the words are also written as they were, if there are any. */
function bestWritten(
  field: Field,
  sought: Sought,
  places: readonly ExactPlace[],
): readonly ExactPlace[] {
  const written = places.filter((place) => isWritten(field, sought, place));
  return (written[0]?.fit ?? 0) >= TELLING_FIT ? written : places;
}

function isWritten(field: Field, sought: Sought, place: ExactPlace): boolean {
  const { start, end } = spanOf(field, sought, place);
  return isSameWording(field.original.slice(start, end), sought.annotation.selector.quote);
}

/** The only place that stands where it should by what stands around it. */
function theExpected<T extends { readonly start: number }>(
  places: readonly T[],
  { at, within }: Expected,
): T | undefined {
  const close = places.filter(({ start }) => at.some((place) => Math.abs(start - place) <= within));
  return close.length === 1 ? close[0] : undefined;
}

/** The first of two places in one passage that stands twice in a row: the second one is the copy. */
function firstOfDoubled({ units }: Folded, places: readonly ExactPlace[]): ExactPlace | undefined {
  const [first, second] = [...places].sort((a, b) => a.start - b.start);
  if (!first || !second || places.length > 2) return undefined;
  const distance = second.start - first.start;
  if (distance < SHORTEST_DOUBLED) return undefined;
  const isSame = (at: number) => units[first.start + at] === units[second.start + at];
  let before = 0;
  while (before < distance && first.start > before && isSame(-1 - before)) before++;
  let behind = 0;
  while (behind < distance && second.start + behind < units.length && isSame(behind)) behind++;
  return before + behind >= distance ? first : undefined;
}

/** The one place whose words can have come of the quote by an edit. */
function changedWords(
  places: readonly ChangedPlace[],
  sought: Sought,
  expected: Expected,
  cut: Cut | undefined,
): ChangedPlace | undefined {
  const isAmongAlike = hasLookAlikes(sought);
  const best = places.find(
    (place) =>
      isEdited(place, sought) && (!isAmongAlike || place.fit === 1) && !isOverruled(place.fit, cut),
  );
  if (!best) return undefined;
  const rivals = places.filter((place) => !overlaps(place, best) && isRival(place, best, sought));
  return rivals.length === 0 ? best : theExpected([best, ...rivals], expected);
}

function isEdited(place: ChangedPlace, { isTelling }: Sought): boolean {
  const { similarity, grade } = place.difference;
  if (place.isBetween && isTelling) return similarity >= ALIKE_BETWEEN;
  if (!isTelling) return place.fit >= CLEAR_FIT && similarity >= ALIKE_THOUGH_SHORT;
  if (place.fit < ALONE) return false;
  return grade === 'meaning'
    ? place.isWithin && similarity >= ALIKE_IN_MEANING
    : similarity >= ALIKE_BESIDE;
}

/** Between its old neighbours a place is only rivalled by one that has them, too. */
function isRival(place: ChangedPlace, best: ChangedPlace, sought: Sought): boolean {
  if (best.isBetween) return isEdited(place, sought) && best.fit - place.fit < MARGIN;
  return best.difference.similarity - place.difference.similarity < MARGIN_ALIKE;
}

/** Whether edited words in the old surroundings are more likely than the same words elsewhere. */
function isBetter(changed: ChangedPlace, same: ExactPlace): boolean {
  return (
    changed.isBetween &&
    changed.difference.similarity >= ALIKE_AGAINST_SAME &&
    changed.fit - same.fit > MARGIN &&
    !overlaps(changed, same)
  );
}
