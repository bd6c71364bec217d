import * as vscode from 'vscode';
import { SELECTOR } from '../../workspace/documents';
import { registerRenewed } from '../../workspace/renewed';
import type { Services } from '../../workspace/services';
import { InterviewColours, LEGEND } from './provider';

/** Colours interviews by what is known about them, in the colours of the theme. */
export function registerColouring({ documents }: Services): vscode.Disposable {
  const provider = new InterviewColours(documents);
  return registerRenewed(documents, () =>
    vscode.languages.registerDocumentRangeSemanticTokensProvider(SELECTOR, provider, LEGEND),
  );
}
