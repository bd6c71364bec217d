import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import { registerRenewed } from '../../workspace/renewed';
import type { Services } from '../../workspace/services';
import { InterviewFolding } from './folding';
import { registerGoToSpeaker } from './goToSpeaker';
import { registerReveal } from './reveal';
import { InterviewSelections } from './selections';
import { registerStepCommands } from './stepCommands';
import { InterviewSymbols } from './symbols';
import { registerTurnCommands } from './turnCommands';

/** Outline, folding, growing selections, and the ways from turn to turn. */
export function registerNavigation(services: Services): vscode.Disposable {
  const { documents } = services;
  const symbols = new InterviewSymbols(documents);
  const label = vscode.l10n.t('Interview');
  const disposables = new Disposables();
  const folding = disposables.add(new InterviewFolding(documents));
  for (const registration of [
    registerRenewed(documents, () =>
      vscode.languages.registerDocumentSymbolProvider(SELECTOR, symbols, { label }),
    ),
    vscode.languages.registerFoldingRangeProvider(SELECTOR, folding),
    vscode.languages.registerSelectionRangeProvider(SELECTOR, new InterviewSelections(documents)),
    registerStepCommands(services),
    registerTurnCommands(services),
    registerGoToSpeaker(services),
    registerReveal(),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}
