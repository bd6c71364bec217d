import type { ShownClaim } from './shown';

/** A paragraph's claims: those with a lens of their own, in order of the text, and how many have none. */
export interface LensRow {
  readonly shown: readonly ShownClaim[];
  readonly others: number;
}

const NUMBERS = '①②③④⑤⑥⑦⑧⑨⑩';

/**
 * Chooses which claims of a paragraph get a lens: tagged ones first, then the most salient. All lenses
 * share one line above what may be a very long paragraph, so they have to be few.
 *
 * @param most how many get one of their own
 */
export function lensRow(claims: readonly ShownClaim[], most: number): LensRow {
  const byWorth = [...claims].sort(
    (a, b) => Number(!!b.annotation) - Number(!!a.annotation) || b.salience - a.salience,
  );
  const shown = byWorth.slice(0, most).sort((a, b) => a.start - b.start);
  return { shown, others: claims.length - shown.length };
}

/** The mark that ties a lens to its sentence where a row has several. */
export function numberMark(index: number, row: LensRow): string {
  return row.shown.length + row.others > 1 ? (NUMBERS[index] ?? '') : '';
}
