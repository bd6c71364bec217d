import type * as vscode from 'vscode';
import type { Corrections } from '../../core/interview/model';
import type { AnnotationStore } from '../../workspace/annotations';

/** New decisions. Undefined leaves something to the evidence again; what is absent stays as it is. */
export type Decided = { readonly [K in keyof Corrections]?: Corrections[K] | undefined };

/**
 * Adds a person's decisions to those in the document's annotation file.
 *
 * @throws an error with a sentence for the user, if the file can't be read or written
 */
export async function correct(
  annotations: AnnotationStore,
  document: vscode.TextDocument,
  decided: Decided,
): Promise<void> {
  const all = Object.entries({ ...annotations.corrections(document), ...decided });
  const corrections: Corrections = Object.fromEntries(
    all.filter(([, value]) => value !== undefined),
  );
  await annotations.change(document, [{ corrections }]);
}
