import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import { ModelTree, nameOf } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { registerCardCommands } from './cardCommands';
import { entityNodes } from './entityNodes';
import { EntityHovers } from './hover';
import { EntityLocations } from './locations';
import { registerMentionCommands } from './mentionCommands';

/** Cards on hovering, definition, references and highlights of names, and the Entities view. */
export function registerEntities(services: Services): vscode.Disposable {
  const { active, documents, cards } = services;
  const disposables = new Disposables();
  const locations = new EntityLocations(documents, cards);
  const tree = disposables.add(new ModelTree('interviewLens.entities'));
  const show = () => {
    const reading = active.interview;
    tree.show(reading ? entityNodes(reading) : [], reading && nameOf(reading.document));
  };
  for (const registration of [
    vscode.languages.registerHoverProvider(SELECTOR, new EntityHovers(services)),
    vscode.languages.registerDefinitionProvider(SELECTOR, locations),
    vscode.languages.registerReferenceProvider(SELECTOR, locations),
    vscode.languages.registerDocumentHighlightProvider(SELECTOR, locations),
    active.onDidChange(show),
    registerMentionCommands(services),
    registerCardCommands(services),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}
