import type * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import { STARTER_TEXT } from '../../workspace/taxonomy';
import type { TopicsNode } from './nodes';
import type { Given } from './taxonomyEditor';
import type { TopicsView } from './view';

/** Registers commands that change the taxonomy from its tree or from the text; all can be undone. */
export function registerEditCommands(services: Services, view: TopicsView): vscode.Disposable {
  const editor = async () => {
    const { taxonomyEditing } = await import('./later');
    return new taxonomyEditing.TaxonomyEditor(services, view, STARTER_TEXT);
  };
  const disposables = new Disposables();
  for (const registration of [
    registerCommand('interviewLens.newTopic', async (node?: TopicsNode, label?: string) =>
      (await editor()).create(node, label),
    ),
    registerCommand('interviewLens.renameTopic', async (node?: Given, label?: string) =>
      (await editor()).rename(node, label),
    ),
    registerCommand('interviewLens.moveTopic', async (id: string, under: string | null) =>
      (await editor()).move(id, under ?? undefined),
    ),
    registerCommand('interviewLens.mergeTopic', async (node?: Given, into?: string) =>
      (await editor()).merge(node, into),
    ),
    registerCommand('interviewLens.deleteTopic', async (node?: Given, isSure?: unknown) =>
      (await editor()).remove(node, isSure === true),
    ),
    registerCommand('interviewLens.recolourTopic', async (node?: Given, color?: string) =>
      (await editor()).recolour(node, color),
    ),
    registerCommand('interviewLens.addToTopic', async (topicId?: string, term?: string) =>
      (await editor()).addTerm(topicId, term),
    ),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}
