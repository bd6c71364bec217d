import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { ContextKey } from '../../workspace/contextKey';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import { ModelTree, nameOf } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { claimNodes, type Grouping } from './claimNodes';
import { ClaimDecorations } from './decorations';
import { ClaimLenses } from './lenses';
import { ClaimNumbers } from './numbers';
import { registerLints } from './lints';
import { registerParagraphPicker } from './paragraphPicker';
import { registerTagging } from './tagging';

/** Lenses on claims, their marks in the text, their tags, and the Claims view. */
export function registerClaims(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const lenses = disposables.add(new ClaimLenses(services.documents));
  disposables.add(vscode.languages.registerCodeLensProvider(SELECTOR, lenses));
  const numbers = disposables.add(new ClaimNumbers(services.documents));
  disposables.add(vscode.languages.registerInlayHintsProvider(SELECTOR, numbers));
  disposables.add(new ClaimDecorations(services.documents));
  disposables.add(registerLints(services));
  disposables.add(registerTagging(services));
  disposables.add(registerParagraphPicker(services));
  disposables.add(registerTree(services));
  return disposables;
}

function registerTree({ active }: Services): vscode.Disposable {
  const disposables = new Disposables();
  const tree = disposables.add(new ModelTree('interviewLens.claims'));
  const claimsBy = new ContextKey<Grouping>('interviewLens.claimsBy');
  let grouping: Grouping = 'speaker';
  const show = () => {
    const reading = active.interview;
    claimsBy.set(grouping);
    tree.show(reading ? claimNodes(reading, grouping) : [], reading && nameOf(reading.document));
  };
  const group = (by: Grouping) => () => {
    grouping = by;
    show();
  };
  disposables.add(registerCommand('interviewLens.groupClaimsBySpeaker', group('speaker')));
  disposables.add(registerCommand('interviewLens.groupClaimsByTag', group('tag')));
  disposables.add(active.onDidChange(show));
  show();
  return disposables;
}
