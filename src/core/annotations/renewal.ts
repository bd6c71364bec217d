import type { Anchored, Annotation, Selector } from './model';

/** A selector to be replaced, because it no longer leads to where its annotation stands. */
export interface Renewal {
  readonly before: Selector;
  readonly selector: Selector;
  /** Whether the annotation's words were changed, so that somebody has yet to review it. */
  readonly isChanged: boolean;
}

/**
 * The annotations whose selectors don't lead to where they stand.
 *
 * @param sought where the selectors lead, in the same order
 */
export function misled(anchored: readonly Anchored[], sought: readonly Anchored[]): Anchored[] {
  return anchored.filter(({ span }, index) => {
    const found = sought[index]?.span;
    return span && (found?.start !== span.start || found.end !== span.end);
  });
}

/** An annotation with its new selector; unchanged if its present one isn't the one to be replaced. */
export function renewed(annotation: Annotation, renewal: Renewal | undefined): Annotation {
  if (!renewal || !isSameSelector(annotation.selector, renewal.before)) return annotation;
  const { before, selector, isChanged } = renewal;
  // What is shown for review is, until somebody has looked at it.
  const was = annotation.was ?? (isChanged ? before.quote : undefined);
  return { ...annotation, selector, ...(was !== undefined && { was }) };
}

export function isSameSelector(a: Selector, b: Selector): boolean {
  return (
    a.quote === b.quote &&
    a.start === b.start &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.alike === b.alike &&
    a.times === b.times
  );
}
