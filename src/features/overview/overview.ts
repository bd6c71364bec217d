import * as vscode from 'vscode';
import type { Scope } from '../../core/overview/messages';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import type { OverviewPanel } from './panel';

/** Registers the commands that draw an interview, or the whole folder. Both use the same tab. */
export function registerOverview(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  let panel: OverviewPanel | undefined;
  const show = (scope: Scope) => async () => {
    const { overview } = await import('./later');
    if (panel) return panel.show(scope);
    panel = new overview.OverviewPanel(services, scope, () => {
      panel = undefined;
    });
  };
  disposables.add(registerCommand('interviewLens.showOverview', show('document')));
  disposables.add(registerCommand('interviewLens.showFolderOverview', show('folder')));
  disposables.add({ dispose: () => panel?.dispose() });
  return disposables;
}
