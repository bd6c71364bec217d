import * as vscode from 'vscode';
import { overlaps } from '../../core/text/span';
import { toSpan } from '../../workspace/positions';
import type { Services } from '../../workspace/services';

/** Light bulb actions for annotations whose words were changed, and for those that selected words may belong to. */
export class ReviewActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly services: Services) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
  ): Promise<vscode.CodeAction[]> {
    const reading = await this.services.documents.readInterview(document);
    if (!reading) return [];
    const selected = toSpan(reading.analysis.text, range);
    const changed = reading.anchored.filter(
      ({ span, state }) =>
        state === 'changed' &&
        span !== undefined &&
        overlaps(span, { ...selected, end: Math.max(selected.end, selected.start + 1) }),
    );
    const actions = changed.map(({ annotation }) =>
      action('reviewChanged', vscode.l10n.t('Review Changed Text…'), [
        document.uri.toString(),
        annotation.id,
      ]),
    );
    const hasOrphans = reading.anchored.some(({ span }) => !span);
    if (hasOrphans && !range.isEmpty) {
      actions.push(action('reattach', vscode.l10n.t('Attach Annotation to Selection…'), []));
    }
    return actions;
  }
}

function action(name: string, title: string, args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { command: `interviewLens.${name}`, title, arguments: args };
  return made;
}
