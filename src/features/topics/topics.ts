import type * as vscode from 'vscode';
import { ContextKey } from '../../workspace/contextKey';
import { Disposables } from '../../workspace/disposables';
import { ModelTree, nameOf } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { registerTaxonomyCommands } from './taxonomyCommands';
import { topicNodes } from './topicNodes';

/** The Topics view, and what leads to the taxonomy behind it. */
export function registerTopics(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const tree = disposables.add(new ModelTree('interviewLens.topics'));
  const hasTaxonomy = new ContextKey<boolean>('interviewLens.hasTaxonomy');
  const taxonomyBroken = new ContextKey<boolean>('interviewLens.taxonomyBroken');
  const { active, taxonomies } = services;
  const show = () => {
    const reading = active.interview;
    const { value, exists, broken } = taxonomies.of(active.reading?.document.uri);
    hasTaxonomy.set(exists);
    taxonomyBroken.set(broken);
    tree.show(
      reading ? topicNodes(value.taxonomy, reading) : [],
      reading && nameOf(reading.document),
    );
  };
  disposables.add(active.onDidChange(show));
  disposables.add(taxonomies.onDidChange(show));
  disposables.add(registerTaxonomyCommands(services));
  return disposables;
}
