import * as vscode from 'vscode';
import type { Scope } from '../../core/overview/messages';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import { OverviewPanel } from './panel';

/** Registers the commands that draw an interview, or all of the folder. There is one tab for both. */
export function registerOverview(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  let panel: OverviewPanel | undefined;
  const show = (scope: Scope) => () => {
    if (panel) return panel.show(scope);
    panel = new OverviewPanel(services, scope, () => {
      panel = undefined;
    });
  };
  disposables.add(registerCommand('interviewLens.showOverview', show('document')));
  disposables.add(registerCommand('interviewLens.showFolderOverview', show('folder')));
  disposables.add({ dispose: () => panel?.dispose() });
  return disposables;
}
