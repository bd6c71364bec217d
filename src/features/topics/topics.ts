import type * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import { registerCopy } from './copy';
import { registerEditCommands } from './editCommands';
import { CursorFollower } from './follow';
import { registerPassageCommands } from './passageCommands';
import { registerTaxonomyCommands } from './taxonomyCommands';
import { TopicsView } from './view';

/** The Topics view, and what leads to the taxonomy behind it. */
export function registerTopics(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const view = disposables.add(new TopicsView(services));
  disposables.add(new CursorFollower(services, view));
  disposables.add(registerTaxonomyCommands(services));
  disposables.add(registerPassageCommands(services, view));
  disposables.add(registerEditCommands(services, view));
  disposables.add(registerCopy(view));
  return disposables;
}
