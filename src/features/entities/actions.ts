import * as vscode from 'vscode';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { entityAt } from './entityAt';

/** Light bulb actions to correct what was detected at a name. */
export class EntityActions implements vscode.CodeActionProvider {
  constructor(private readonly services: Services) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
  ): Promise<vscode.CodeAction[]> {
    if (!this.services.cards.file(document.uri)) return [];
    const reading = await this.services.documents.readInterview(document);
    const entity = reading && entityAt(reading, start)?.entity;
    if (!entity) return [];
    const name = plain(entity.name);
    const args = [document.uri.toString(), entity.id];
    const merge = action(
      vscode.l10n.t('Merge “{0}” with…', name),
      'interviewLens.mergeEntity',
      args,
    );
    if (entity.card) {
      return [
        action(vscode.l10n.t('Open card of “{0}”', name), 'interviewLens.openCard', args),
        merge,
      ];
    }
    return [
      action(vscode.l10n.t('Create card of “{0}”', name), 'interviewLens.createCard', args),
      merge,
      action(vscode.l10n.t('“{0}” is not an entity', name), 'interviewLens.notAnEntity', args),
    ];
  }
}

function action(title: string, command: string, args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
  made.command = { command, title, arguments: args };
  return made;
}
