import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import { registerAnnotationFiles } from './annotationFiles';
import { ClaimsView } from './claimsView';
import { registerCodebookCommands } from './codebookCommands';
import { ClaimDecorations } from './decorations';
import { ClaimHovers } from './hover';
import { ClaimLenses } from './lenses';
import { registerLints } from './lints';
import { registerNotes } from './notes';
import { ClaimNumbers } from './numbers';
import { registerParagraphPicker } from './paragraphPicker';
import { registerComparison } from './comparison';
import { registerReview } from './review';
import { ReviewActions } from './reviewActions';
import { registerTagging } from './tagging';

/** Lenses on claims, their marks in the text, their tags and notes, and the Claims view. */
export function registerClaims(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const lenses = disposables.add(new ClaimLenses(services));
  disposables.add(vscode.languages.registerCodeLensProvider(SELECTOR, lenses));
  const numbers = disposables.add(new ClaimNumbers(services.documents));
  disposables.add(vscode.languages.registerInlayHintsProvider(SELECTOR, numbers));
  disposables.add(vscode.languages.registerHoverProvider(SELECTOR, new ClaimHovers(services)));
  disposables.add(new ClaimDecorations(services.documents));
  disposables.add(registerLints(services));
  const view = disposables.add(new ClaimsView(services));
  disposables.add(registerTagging(services, view.meantByKey));
  disposables.add(registerReview(services));
  disposables.add(registerComparison());
  disposables.add(
    vscode.languages.registerCodeActionsProvider(SELECTOR, new ReviewActions(services), {
      providedCodeActionKinds: ReviewActions.kinds,
    }),
  );
  disposables.add(registerCodebookCommands(services));
  disposables.add(registerParagraphPicker(services));
  disposables.add(registerNotes(services));
  disposables.add(registerAnnotationFiles(services));
  return disposables;
}
