import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import { InterviewFolding } from './folding';
import { registerQuestionCommands } from './questionCommands';
import { registerReveal } from './reveal';
import { InterviewSelections } from './selections';
import { InterviewSymbols } from './symbols';

/** Outline, folding, growing selections, and the ways from question to question. */
export function registerNavigation(services: Services): vscode.Disposable {
  const { documents } = services;
  const label = vscode.l10n.t('Interview');
  const disposables = new Disposables();
  for (const registration of [
    vscode.languages.registerDocumentSymbolProvider(SELECTOR, new InterviewSymbols(documents), {
      label,
    }),
    vscode.languages.registerFoldingRangeProvider(SELECTOR, new InterviewFolding(documents)),
    vscode.languages.registerSelectionRangeProvider(SELECTOR, new InterviewSelections(documents)),
    registerQuestionCommands(services),
    registerReveal(),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}
