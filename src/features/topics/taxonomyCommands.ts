import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { registerCommand } from '../../workspace/commands';
import type { Services } from '../../workspace/services';
import { STARTER_TEXT } from '../../workspace/taxonomy';

/** Registers commands that open the taxonomy of the active document's folder, or write the starter there. */
export function registerTaxonomyCommands({ active, taxonomies }: Services): vscode.Disposable {
  const file = () => {
    const found = taxonomies.file(active.reading?.document.uri);
    if (!found) {
      throw new Error(vscode.l10n.t('Open a folder first: the taxonomy is kept in a file of it.'));
    }
    return found;
  };
  const open = async () => {
    await vscode.window.showTextDocument(file().uri);
  };
  const disposables = new Disposables();
  disposables.add(registerCommand('interviewLens.openTaxonomy', open));
  disposables.add(
    registerCommand('interviewLens.createTaxonomy', async () => {
      // A file that is there already is opened, never overwritten.
      await file().update((text) => (text === undefined ? STARTER_TEXT : undefined));
      await open();
    }),
  );
  return disposables;
}
