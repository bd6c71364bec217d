import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { changedPlaces, type ChangedPlace } from './changedPlaces';
import { cutOut, isEnclosed, type Cut } from './context';
import { BOTH_FIT, CLEAR_FIT, isBeyondDoubt, isOverruled, MARGIN_AMONG_SAME } from './doubt';
import { exactPlaces, startsOf, type ExactPlace, type ExactPlaces } from './exactPlaces';
import { isOneGone, isWritten, spanOf, type Field } from './field';
import { onlyOne, type Expected, type Found } from './found';
import { marksOnly } from './marks';
import type { Alike } from './model';
import { MOST_MARKS } from './place';
import type { Sought } from './sought';

/** How much of the context has to fit, from 0 to 1, where the words are short and common. */
const TELLING_FIT = 0.5;
/** How much has to fit at the old offset. */
const FIT_IN_PLACE = 0.25;
/** How much better than another one a place has to fit. */
const MARGIN = 0.12;
/** Among several, the place where they are expected may fit this much less than the best one. */
const SLIGHTLY_BETTER = 0.05;
/** Words that were moved out of their context fit less than this. */
const ALONE = 0.4;

/** How much of the words has to be the same, from 0 to 1, where both sides fit, and where one does … */
const ALIKE_BETWEEN = 0.5;
const ALIKE_BESIDE = 0.65;
/** … if they are short and common. */
const ALIKE_THOUGH_SHORT = 0.75;
/** … if the same words occur elsewhere. */
const ALIKE_AGAINST_SAME = 0.6;
/** Where only one side fits, any other candidate has to be this much less alike. */
const MARGIN_ALIKE = 0.25;

/** Words that share this much with others could be mistaken for them. */
const LOOKS_ALIKE = 0.6;

/** How many places of the same words are told apart when an annotation is made. */
const MOST_LOOK_ALIKES = 2000;

/** Of how many of them the exact spelling is compared. */
const MOST_READ = 40;

/**
 * Decides where the words of an annotation are now; undefined if that can't be told.
 *
 * @param mayGuess whether to settle for the likeliest place if nothing tells it from others
 */
export function decide(
  field: Field,
  sought: Sought,
  expected: Expected,
  mayGuess: boolean,
): Found | undefined {
  if (sought.quote.length === 0) return marksOnly(field, sought, expected, mayGuess);
  const near = expected.at[0] ?? 0;
  const exact = exactPlaces(field, sought, near);
  const cut = cutOut(field, sought, near);
  const foundAt = (place: ExactPlace): Found => {
    const isSure = isBeyondDoubt(field, sought, exact, cut, place);
    return { span: spanOf(field, sought, place), fit: place.fit, isSure };
  };
  const same =
    placeInPlace(field, sought, exact, cut) ??
    onlyPlace(field, sought, exact) ??
    sameWords(field, sought, exact, expected, cut);
  const found = same && foundAt(same);
  if (found && (found.isSure || found.fit >= 1 - MARGIN)) return found;
  const isWorth = (fit: number, isBetween: boolean) =>
    fitsEnough(fit, sought, cut) && (!same || fitsBetter(fit, isBetween, same));
  const places = changedPlaces(field, sought, near, exact.places, isWorth);
  const changed = changedWords(places, sought, expected, cut);
  if (changed && (!same || isBetter(changed, same))) {
    return { span: changed.span, fit: changed.fit, isSure: false };
  }
  return found ?? (mayGuess ? guess(field, sought, exact, expected) : undefined);
}

/** The likeliest place of words that nothing tells from others, for a person to review; none if they seem to be gone. */
function guess(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  expected: Expected,
): Found | undefined {
  const written = exact.places.filter((place) => isWritten(field, sought, place));
  const places = written.length > 0 ? written : exact.places;
  const [best] = places;
  if (!best) return undefined;
  // The one that is gone may be this one, and what is left another.
  if (isOneGone(sought, exact) && best.worst < BOTH_FIT) return undefined;
  const isKnown = sought.annotation.selector.alike !== undefined;
  if (!isKnown && exact.times > 1 && best.best < BOTH_FIT) return undefined;
  const rivals = places.filter(({ fit }) => best.fit - fit < MARGIN);
  const place = theExpected(rivals, expected) ?? best;
  return { span: spanOf(field, sought, place), fit: place.fit, isSure: false };
}

/** What else in a text could be mistaken for some words. */
export interface LookAlikes {
  readonly alike: Alike;
  /** How often the words themselves occur; infinite if more often than is counted. */
  readonly times: number;
  /** Folded spans of the same words elsewhere, or of similar ones. */
  readonly places: readonly Span[];
}

/** @param own the folded span of the words themselves */
export function lookAlikes(field: Field, sought: Sought, own: Span): LookAlikes {
  if (sought.quote.length === 0) return { alike: 'none', times: 1, places: [] };
  const isElse = (place: Span) => !overlaps(place, own);
  const { times } = exactPlaces(field, sought, own.start);
  if (times > 1) {
    const { starts } = startsOf(field, sought, own.start, MOST_LOOK_ALIKES);
    const places = starts
      .map((start) => ({ start, end: start + sought.quote.length }))
      .filter(isElse);
    const isSame = times > MOST_READ || places.some((place) => isWritten(field, sought, place));
    return { alike: isSame ? 'same' : 'similar', times, places };
  }
  const similar = changedPlaces(field, sought, own.start, [own]).filter(
    (place) => isElse(place) && place.difference.similarity >= LOOKS_ALIKE,
  );
  return { alike: similar.length > 0 ? 'similar' : 'none', times: 1, places: similar };
}

/** The place at the old offset, if the words still stand there: less has to fit, unless another place fits better. */
function placeInPlace(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  cut: Cut | undefined,
): ExactPlace | undefined {
  const { selector } = sought.annotation;
  const here = exact.places.find(
    (place) =>
      Math.abs((field.text.offsets[place.start] as number) - selector.start) <= MOST_MARKS &&
      spanOf(field, sought, place).start === selector.start,
  );
  if (!here || here.isUnknown) return here;
  if (!isTrusted(field, sought, here)) return undefined;
  if (isOneGone(sought, exact) && here.worst < BOTH_FIT) return undefined;
  const best = exact.places[0] ?? here;
  return staysHere(here, best, sought, cut) ? here : undefined;
}

function staysHere(
  here: ExactPlace,
  best: ExactPlace,
  sought: Sought,
  cut: Cut | undefined,
): boolean {
  // The context after them may begin with the same words.
  if (here.best === 1) return here.fit >= (cut?.fit ?? 0);
  const least = sought.isShort ? TELLING_FIT : FIT_IN_PLACE;
  const most = hasLookAlikes(sought) ? SLIGHTLY_BETTER : ALONE;
  return here.fit >= least && best.fit - here.fit <= most;
}

/** The one place of words that occurred once and still do: it counts whatever the context. */
function onlyPlace(field: Field, sought: Sought, exact: ExactPlaces): ExactPlace | undefined {
  const { alike = sought.isTelling ? 'none' : 'same' } = sought.annotation.selector;
  if (alike === 'same') return undefined;
  if (exact.verbatim) return exact.verbatim;
  const [place] = exact.places;
  const { times = 1 } = sought.annotation.selector;
  const isSaidOnce = times === 1 && (alike === 'none' || sought.isTelling);
  return place && exact.times === 1 && isSaidOnce && isTrusted(field, sought, place)
    ? place
    : undefined;
}

/** The one place of the same words that can be the annotation's. */
function sameWords(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  expected: Expected,
  cut: Cut | undefined,
): ExactPlace | undefined {
  const places = exact.places.filter((place) => isTrusted(field, sought, place));
  const candidates = exact.times > 1 ? bestWritten(field, sought, places) : places;
  const [best] = candidates;
  if (!best) return undefined;
  // Cut out there, they are here because they were moved, or because they were said twice.
  if (best.worst < 1 && isOverruled(best.fit, cut)) return undefined;
  if (best.worst < 1 && !isOneGone(sought, exact)) {
    const enclosed = onlyOne(
      candidates.filter((place) => isEnclosed(field.text, sought, place, exact.starts)),
    );
    if (enclosed) return enclosed;
  }
  return amongSeveral(field, sought, exact, candidates, expected);
}

/** The one place, of several or of short and common words, that can be the annotation's. */
function amongSeveral(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  places: readonly ExactPlace[],
  expected: Expected,
): ExactPlace | undefined {
  const [best] = places;
  if (!best) return undefined;
  const isAmongSame = sought.annotation.selector.alike === 'same';
  const margin = isAmongSame ? MARGIN_AMONG_SAME : MARGIN;
  const rivals = places.filter(({ fit }) => best.fit - fit < margin);
  const surely =
    onlyBeside(field, sought, exact, places) ??
    onlyOne(rivals.filter(({ worst }) => worst === 1)) ??
    inPlaceOf(sought, exact, rivals, expected);
  if (surely) return surely;
  const isEnough = isAmongSame
    ? fitsAmongSame(field, sought, exact, best)
    : best.fit >= TELLING_FIT;
  return isEnough ? onlyOne(rivals) : undefined;
}

/** The only place that has the context of one side: as none of the same words is missing, it is this one. */
function onlyBeside(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  places: readonly ExactPlace[],
): ExactPlace | undefined {
  const { alike, times } = sought.annotation.selector;
  const isNoneGone = times !== undefined && exact.times >= times && exact.times < Infinity;
  if (alike !== 'same' || !isNoneGone) return undefined;
  return onlyOne(places.filter((place) => place.best === 1 && isWritten(field, sought, place)));
}

/** The place where they are expected, if it fits well enough, and as well as the best one where others are like it. */
function inPlaceOf(
  sought: Sought,
  exact: ExactPlaces,
  rivals: readonly ExactPlace[],
  expected: Expected,
): ExactPlace | undefined {
  const place = theExpected(rivals, expected);
  if (!place) return undefined;
  const isAmongSame = sought.annotation.selector.alike === 'same';
  if (isAmongSame && (rivals[0]?.fit ?? 0) - place.fit > SLIGHTLY_BETTER) return undefined;
  return place.fit >= (isOneGone(sought, exact) ? CLEAR_FIT : TELLING_FIT) ? place : undefined;
}

function hasLookAlikes({ annotation: { selector } }: Sought): boolean {
  return selector.alike === 'same' || selector.alike === 'similar';
}

/** Words that are spelt differently have to fit better: they may be others that fold alike. */
function isTrusted(field: Field, sought: Sought, place: ExactPlace): boolean {
  if (place.worst === 1 || isWritten(field, sought, place)) return true;
  return !hasLookAlikes(sought) && (sought.isTelling || place.worst >= BOTH_FIT);
}

/**
 * Where the same words were said more than once, one side isn't enough: if words are deleted together with
 * everything up to their twin, their context closes up to the twin.
 */
function fitsAmongSame(
  field: Field,
  sought: Sought,
  exact: ExactPlaces,
  place: ExactPlace,
): boolean {
  if (place.worst === 1) return true;
  if (isOneGone(sought, exact) || sought.isTelling) return false;
  return isWritten(field, sought, place) && place.fit >= CLEAR_FIT;
}

/** The places at which the words are also spelt as they were, if there are any; else all. */
function bestWritten(
  field: Field,
  sought: Sought,
  places: readonly ExactPlace[],
): readonly ExactPlace[] {
  const written = places.filter((place) => isWritten(field, sought, place));
  return (written[0]?.fit ?? 0) >= TELLING_FIT ? written : places;
}

/** The only place that is where its neighbours suggest. */
function theExpected<T extends { readonly start: number }>(
  places: readonly T[],
  { at, within }: Expected,
): T | undefined {
  const close = places.filter(({ start }) => at.some((place) => Math.abs(start - place) <= within));
  return onlyOne(close);
}

/** The one place whose words can be what an edit has made of the quote. */
function changedWords(
  places: readonly ChangedPlace[],
  sought: Sought,
  expected: Expected,
  cut: Cut | undefined,
): ChangedPlace | undefined {
  const best = places.find(
    (place) => fitsEnough(place.fit, sought, cut) && isEdited(place, sought),
  );
  if (!best) return undefined;
  const rivals = places.filter((place) => !overlaps(place, best) && isRival(place, best, sought));
  return rivals.length === 0 ? best : theExpected([best, ...rivals], expected);
}

/** Whether enough of the old context is around words that the quote may have become. */
function fitsEnough(fit: number, sought: Sought, cut: Cut | undefined): boolean {
  return fit >= (hasLookAlikes(sought) ? CLEAR_FIT : ALONE) && !isOverruled(fit, cut);
}

function isEdited({ fit, isBetween, likeness }: ChangedPlace, { isTelling }: Sought): boolean {
  if (isBetween && (isTelling || fit >= CLEAR_FIT)) return likeness >= ALIKE_BETWEEN;
  return likeness >= (isTelling ? ALIKE_BESIDE : ALIKE_THOUGH_SHORT);
}

/** A place in the old context on both sides is only rivalled by another such place. */
function isRival(place: ChangedPlace, best: ChangedPlace, sought: Sought): boolean {
  if (best.isBetween) return isEdited(place, sought) && best.fit - place.fit < MARGIN;
  return best.difference.similarity - place.difference.similarity < MARGIN_ALIKE;
}

/** Whether edited words in the old context are likelier than the same words elsewhere. */
function isBetter(changed: ChangedPlace, same: ExactPlace): boolean {
  return (
    fitsBetter(changed.fit, changed.isBetween, same) &&
    changed.difference.similarity >= ALIKE_AGAINST_SAME &&
    !overlaps(changed, same)
  );
}

function fitsBetter(fit: number, isBetween: boolean, same: ExactPlace): boolean {
  return isBetween && fit - same.fit > MARGIN;
}
