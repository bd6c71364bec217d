import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import { registerCopy } from './copy';
import { registerEditCommands } from './editCommands';
import { CursorFollower, findPassage } from './follow';
import { TopicHighlights } from './highlights';
import { TopicLenses } from './lenses';
import { registerPassageCommands } from './passageCommands';
import { registerTaxonomyCommands } from './taxonomyCommands';
import { ProblemFixes, TaxonomyHelp } from './taxonomyHelp';
import { TopicsView } from './view';

/** A taxonomy may be any YAML file: the setting says which. */
const YAML: vscode.DocumentSelector = { pattern: '**/*.{yaml,yml}' };

/** Registers the Topics view, and what has to do with the taxonomy behind it. */
export function registerTopics(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const view = disposables.add(new TopicsView(services));
  disposables.add(new CursorFollower(services, view));
  disposables.add(registerTaxonomyCommands(services));
  disposables.add(registerPassageCommands(services, view));
  disposables.add(registerEditCommands(services, view));
  disposables.add(registerCopy(view));
  disposables.add(new TopicHighlights(services, view));
  const help = new TaxonomyHelp(services);
  disposables.add(vscode.languages.registerCompletionItemProvider(YAML, help));
  disposables.add(vscode.languages.registerHoverProvider(YAML, help));
  disposables.add(vscode.languages.registerCodeActionsProvider(YAML, new ProblemFixes(services)));
  const lenses = disposables.add(new TopicLenses(services));
  disposables.add(vscode.languages.registerCodeLensProvider(SELECTOR, lenses));
  disposables.add(
    registerCommand('interviewLens.revealTopic', async (id: string, uri: string, start: number) => {
      const node = findPassage(view.tree.roots, id, uri, start);
      if (node) await view.tree.view.reveal(node, { select: true, focus: true });
    }),
  );
  return disposables;
}
