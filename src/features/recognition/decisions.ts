import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import { activeReading } from './activeDocument';
import { correct } from './correct';

/** Registers the commands by which a person decides whether the active document is an interview. */
export function registerDecisions({ documents, annotations }: Services): vscode.Disposable {
  const decide = async (interview: boolean | undefined) => {
    const { document } = await activeReading(documents);
    await correct(annotations, document, { interview });
  };
  const disposables = new Disposables();
  disposables.add(registerCommand('interviewLens.treatAsInterview', () => decide(true)));
  disposables.add(registerCommand('interviewLens.treatAsNoInterview', () => decide(false)));
  disposables.add(registerCommand('interviewLens.recogniseAgain', () => decide(undefined)));
  disposables.add(
    registerCommand('interviewLens.switchLanguage', async () => {
      const { document } = await activeReading(documents);
      await vscode.languages.setTextDocumentLanguage(document, 'interview');
    }),
  );
  return disposables;
}
