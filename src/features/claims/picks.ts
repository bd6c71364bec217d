import { SOURCE_GRADES, INFORMATION_GRADES, parseRating } from '../../core/annotations/rating';
import { CONFIDENCES, STATUSES } from '../../core/annotations/model';
import type { Said } from '../../core/annotations/said';
import { CLAIM_KINDS } from '../../core/claims/model';

/** A row of the picker, with what matters for which picks go together. */
export interface Pick {
  readonly section:
    | 'kind'
    | 'tag'
    | 'status'
    | 'confidence'
    | 'source'
    | 'information'
    | 'topic'
    | 'note'
    | 'offer'
    | 'separator';
  readonly value: string;
  /** As shown, perhaps with icons. */
  label: string;
  /** The digit that picks it. */
  readonly shortcut?: string | undefined;
}

/** Sections in which one pick replaces the other. */
const SINGLE: ReadonlySet<Pick['section']> = new Set([
  'kind',
  'status',
  'confidence',
  'source',
  'information',
]);

/** In a section that allows only one, the last pick stays. */
export function exclusive<P extends Pick>(before: readonly P[], selected: readonly P[]): P[] {
  const added = selected.filter((item) => !before.includes(item) && SINGLE.has(item.section));
  return selected.filter(
    (item) => added.includes(item) || !added.some(({ section }) => section === item.section),
  );
}

/**
 * What typing something and pressing Enter means: a rating (`B2`); a shortcut; the tag, or else the row, of
 * that name; the first row, or else a row with a word, that begins like it; or else (empty) a new tag.
 */
export function meant<P extends Pick>(items: readonly P[], typed: string): readonly P[] {
  const words = typed.trim().toLowerCase();
  const rated = ratedBy(items, typed);
  if (rated.length > 0) return rated;
  const named =
    items.find(({ shortcut }) => shortcut === words) ??
    tagNamed(items, typed) ??
    items.find((item) => shownWords(item) === words) ??
    items.find((item) => shownWords(item).startsWith(words)) ??
    items.find((item) => hasWordFrom(shownWords(item), words));
  return named ? [named] : [];
}

/**
 * Puts the offer to add what is typed where it is seen: right below the row that is meant, or at the top if
 * there is none.
 */
export function withOffer<P extends Pick>(items: readonly P[], best: P | undefined, offer: P): P[] {
  const place = best ? items.indexOf(best) + 1 : 0;
  return [...items.slice(0, place), offer, ...items.slice(place)];
}

/** The two rows that `B2` means; anything else means none. */
export function ratedBy<P extends Pick>(items: readonly P[], typed: string): readonly P[] {
  const { source, information } = parseRating(typed) ?? {};
  if (!source || !information) return [];
  return items.filter(
    ({ section, value }) =>
      (section === 'source' && value === source) ||
      (section === 'information' && value === information),
  );
}

function shownWords({ section, label }: Pick): string {
  return section === 'separator' ? '' : label.replace(/^\$\([a-z-]+\) /, '').toLowerCase();
}

/** Whether one of the words in a text begins with some letters. */
function hasWordFrom(text: string, letters: string): boolean {
  for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** The tag with a name or id, whatever its capitals. */
export function tagNamed<P extends Pick>(items: readonly P[], name: string): P | undefined {
  const lower = name.trim().toLowerCase();
  const tags = items.filter(({ section }) => section === 'tag');
  return (
    tags.find(({ value }) => value.toLowerCase() === lower) ??
    tags.find((tag) => shownWords(tag).split(' › ').at(-1) === lower)
  );
}

/** The row in the kinds' place that says no more than that something is a claim. */
export const BARE_CLAIM = 'claim';

/** Whether some picks say that it is a claim, of whichever kind: that is written even if nothing else is said. */
export function isClaimBy(picked: readonly Pick[]): boolean {
  return picked.some(({ section }) => section === 'kind');
}

/** What some picks say. */
export function saidBy(picked: readonly Pick[]): Said {
  const values = (section: Pick['section']) =>
    picked.filter((item) => item.section === section).map(({ value }) => value);
  const one = <T extends string>(section: Pick['section'], allowed: readonly T[]) =>
    allowed.find((known) => values(section).includes(known));
  return {
    kind: one('kind', CLAIM_KINDS),
    tags: values('tag'),
    topics: values('topic'),
    status: one('status', STATUSES),
    confidence: one('confidence', CONFIDENCES),
    source: one('source', SOURCE_GRADES),
    information: one('information', INFORMATION_GRADES),
  };
}
