import * as vscode from 'vscode';
import type { DocumentStore } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import { labelAt } from './speakerCommands';

/** Light bulb actions to correct what was detected at a speaker's label. */
export class LabelActions implements vscode.CodeActionProvider {
  constructor(private readonly documents: DocumentStore) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
  ): Promise<vscode.CodeAction[]> {
    const reading = await this.documents.readInterview(document);
    const label = reading && labelAt(reading, start);
    if (label === undefined) return [];
    const title = vscode.l10n.t('“{0}” is no speaker', plain(label));
    return [
      action(title, 'notSpeaker', [document.uri, label]),
      action(vscode.l10n.t('Set the role of “{0}”…', plain(label)), 'setRole', [
        document.uri,
        label,
      ]),
      action(vscode.l10n.t('Merge speakers…'), 'mergeSpeakers', []),
    ];
  }
}

function action(title: string, name: string, args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  made.command = { command: `interviewLens.${name}`, title, arguments: args };
  return made;
}
