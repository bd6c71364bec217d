import { ContextKey } from '../../workspace/contextKey';
import type { Reading } from '../../workspace/documents';

/** The context keys on which menus and keys depend. */
export class RecognitionKeys {
  private readonly isInterview = new ContextKey<boolean>('interviewLens.isInterview');
  private readonly canBeInterview = new ContextKey<boolean>('interviewLens.canBeInterview');
  private readonly decidedByHand = new ContextKey<boolean>('interviewLens.decidedByHand');
  private readonly viewsHaveInterview = new ContextKey<boolean>('interviewLens.viewsHaveInterview');

  /** @param reading of the active editor's document; undefined if it is never an interview */
  showEditor(reading: Reading | undefined): void {
    const recognition = reading?.analysis.interview.recognition;
    this.canBeInterview.set(reading !== undefined);
    this.isInterview.set(recognition?.isInterview ?? false);
    this.decidedByHand.set(recognition?.byHand ?? false);
  }

  /** @param interview what the views are about, which may be in another editor than the active one */
  showViews(interview: Reading | undefined): void {
    this.viewsHaveInterview.set(interview !== undefined);
  }
}
