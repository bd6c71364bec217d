import type * as vscode from 'vscode';
import { anchoredInPlace, reanchorSteps, selectSteps } from '../core/annotations/anchor';
import {
  followed,
  isBetter,
  judgedAt,
  replacement,
  type Replacement,
} from '../core/annotations/follow';
import type { Anchored, Annotation } from '../core/annotations/model';
import { isSameSelector, misled, renewed, type Renewal } from '../core/annotations/renewal';
import type { Span } from '../core/text/span';
import type { OpenTexts, TextStep } from './openTexts';
import type { Slices } from './slices';

/**
 * The annotations of one open document, at their places in its present text. Edits move them; those whose
 * words are not where the file says are sought in the background.
 */
export class LiveAnnotations {
  private annotations: readonly Annotation[] = [];
  /** Those whose words have been looked for so far. */
  private found: readonly Anchored[] = [];
  /** Resolves when the others have been, too. */
  private search: Promise<void> = Promise.resolve();
  /** For each search that is going on, what was edited since it began. */
  private readonly since = new Set<Replacement[]>();
  /** Whether a search for those that an edit took away is already queued. */
  private seeksLost = false;

  constructor(
    private readonly document: vscode.TextDocument,
    private readonly texts: OpenTexts,
    private readonly slices: Slices,
    /** Called when a search in the background has ended. */
    private readonly onFound: () => void,
  ) {}

  get anchored(): readonly Anchored[] {
    return this.found;
  }

  /** Resolves when the words of all annotations have been looked for. */
  async settled(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.search;
      await last;
    } while (last !== this.search);
  }

  /**
   * Takes over the annotations of the file. Those whose selector is unchanged stay where they are, and those whose
   * words are in place are anchored at once; the others are sought in the background.
   */
  replace(annotations: readonly Annotation[]): void {
    const live = new Map(this.found.map((anchored) => [anchored.annotation.id, anchored]));
    const staying: Anchored[] = [];
    const sought: Annotation[] = [];
    for (const annotation of annotations) {
      const before = live.get(annotation.id);
      const isLive =
        before?.span && isSameSelector(before.annotation.selector, annotation.selector);
      if (isLive) staying.push({ ...before, annotation });
      else sought.push(annotation);
    }
    // Asking for the text makes sure that its edits are followed from now on.
    if (annotations.length > 0) this.texts.of(this.document);
    const inPlace = anchoredInPlace(this.document.getText(), sought);
    this.annotations = annotations;
    this.found = this.inOrder([...staying, ...inPlace]);
    if (inPlace.length < sought.length) this.search = this.seek(sought);
  }

  /** Moves annotations behind the edits of an event. */
  follow(steps: readonly TextStep[]): void {
    const replacements = steps.map(({ edit, before }) =>
      before ? replacement(edit, before.slice(edit)) : { whole: edit, inner: edit },
    );
    for (const since of this.since) since.push(...replacements);
    this.found = followed(this.found, replacements, this.wordsAt);
    // A search takes too long for each letter typed, and a letter brings no words back.
    if (steps.some(({ edit }) => edit.text.length > 1)) this.seekLost();
  }

  /** New selectors for annotations whose present ones don't lead to where they are, by annotation id. */
  async renewals(): Promise<ReadonlyMap<string, Renewal>> {
    await this.settled();
    const { found } = this;
    const text = this.texts.of(this.document);
    const annotations = found.map(({ annotation }) => annotation);
    const steps = reanchorSteps(this.document.getText(), annotations);
    const stale = misled(found, await this.slices.finish(steps));
    const spans = stale.flatMap(({ span }) => span ?? []);
    const selectors = await this.slices.finish(selectSteps(text, spans));
    return new Map(
      stale.flatMap(({ annotation, state }, index) => {
        const selector = selectors[index];
        const isChanged = state === 'changed';
        return selector
          ? [[annotation.id, { before: annotation.selector, selector, isChanged }]]
          : [];
      }),
    );
  }

  /** Gives annotations new selectors, without looking for their words again. */
  renew(renewals: ReadonlyMap<string, Renewal>): void {
    this.found = this.found.map((anchored) => {
      const annotation = renewed(anchored.annotation, renewals.get(anchored.annotation.id));
      return annotation === anchored.annotation
        ? anchored
        : judgedAt({ ...anchored, annotation }, this.wordsAt);
    });
  }

  private readonly wordsAt = (span: Span) => this.texts.of(this.document).slice(span);

  /** Seeks the words of annotations; the result is dropped if the file changes meanwhile. */
  private async seek(sought: readonly Annotation[]): Promise<void> {
    const { annotations, document } = this;
    const isStale = () => this.annotations !== annotations;
    while (!isStale()) {
      const { eol } = document;
      const since: Replacement[] = [];
      this.since.add(since);
      const steps = reanchorSteps(document.getText(), sought);
      const found = await this.slices.drive(steps, isStale);
      this.since.delete(since);
      if (!found || isStale()) return;
      // Other line ends move everything, and come without edits.
      if (document.eol !== eol) continue;
      const known = new Map(this.found.map((one) => [one.annotation.id, one]));
      const better = followed(found, since, this.wordsAt).filter((one) =>
        isBetter(one, known.get(one.annotation.id), this.wordsAt),
      );
      this.found = this.inOrder([...this.found, ...better]);
      this.onFound();
      return;
    }
  }

  /**
   * Seeks words that an edit took away or cut. They may come back with the same edit or a later one: by pasting,
   * by undoing, or with a file that another program changed, of which all lines between the first and the last
   * change are replaced.
   */
  private seekLost(): void {
    const isLost = ({ state }: Anchored) => state === 'orphan' || state === 'changed';
    if (this.seeksLost || !this.found.some(isLost)) return;
    this.seeksLost = true;
    this.search = this.search.then(() => {
      this.seeksLost = false;
      return this.seek(this.found.filter(isLost).map(({ annotation }) => annotation));
    });
  }

  /** In the order of the file; of two with the same id the later one counts. */
  private inOrder(anchored: readonly Anchored[]): Anchored[] {
    const byId = new Map(anchored.map((one) => [one.annotation.id, one]));
    return this.annotations.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
