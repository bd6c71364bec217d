import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import { ModelTree, nameOf } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { ViewChoice } from '../../workspace/viewChoice';
import { EntityActions } from './actions';
import { registerCardCommands } from './cardCommands';
import { registerCorrectCommands } from './correctCommands';
import { entityNodes } from './entityNodes';
import { folderNodes } from './folderNodes';
import { FolderSymbols } from './folderSymbols';
import { EntityHovers } from './hover';
import { EntityLocations } from './locations';
import { registerMentionCommands } from './mentionCommands';

/** Cards on hovering, definition, references and highlights of names, and the Entities view. */
export function registerEntities(services: Services): vscode.Disposable {
  const { documents, cards, folder } = services;
  const disposables = new Disposables();
  const locations = new EntityLocations(documents, cards, folder);
  for (const registration of [
    vscode.languages.registerHoverProvider(SELECTOR, new EntityHovers(services)),
    vscode.languages.registerDefinitionProvider(SELECTOR, locations),
    vscode.languages.registerReferenceProvider(SELECTOR, locations),
    vscode.languages.registerDocumentHighlightProvider(SELECTOR, locations),
    vscode.languages.registerCodeActionsProvider(SELECTOR, new EntityActions(services)),
    vscode.languages.registerWorkspaceSymbolProvider(new FolderSymbols(folder)),
    registerTree(services),
    registerMentionCommands(services),
    registerCardCommands(services),
    registerCorrectCommands(services),
    registerCommand('interviewLens.stopIndex', () => {
      folder.stop();
    }),
    registerCommand('interviewLens.rebuildIndex', () => {
      folder.rebuild();
    }),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}

/** The Entities view, of the document or of the whole folder. */
function registerTree({ active, folder, memento }: Services): vscode.Disposable {
  const disposables = new Disposables();
  const tree = disposables.add(new ModelTree('interviewLens.entities'));
  const scope = new ViewChoice(memento, 'interviewLens.entitiesOf', ['document', 'folder']);
  const show = () => {
    if (scope.way === 'folder') {
      const { corpus } = folder;
      const count = vscode.l10n.t('{0} interviews', corpus.documents.length);
      tree.show(folderNodes(corpus), count);
      return;
    }
    const reading = active.interview;
    tree.show(reading ? entityNodes(reading) : [], reading && nameOf(reading.document));
  };
  const showOf = (way: 'document' | 'folder') => () => {
    scope.choose(way);
    show();
  };
  for (const registration of [
    registerCommand('interviewLens.entitiesOfFolder', showOf('folder')),
    registerCommand('interviewLens.entitiesOfDocument', showOf('document')),
    active.onDidChange(() => {
      if (scope.way === 'document') show();
    }),
    folder.onDidChange(() => {
      if (scope.way === 'folder') show();
    }),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}
