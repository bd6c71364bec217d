import * as vscode from 'vscode';
import type { Topic } from '../../core/topics/model';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';

/** Asks for a topic of the taxonomy, shown with those above it. Undefined if none was picked. */
export async function pickTopic(
  { taxonomies }: Services,
  about: vscode.Uri | undefined,
  isOffered: (topic: Topic) => boolean = () => true,
): Promise<Topic | undefined> {
  await taxonomies.settled(about);
  const items: (vscode.QuickPickItem & { topic: Topic })[] = [];
  const add = (topics: readonly Topic[], above: readonly string[]) => {
    for (const topic of topics) {
      const label = plain(topic.label);
      if (isOffered(topic)) items.push({ label, description: above.join(' › '), topic });
      add(topic.children, [...above, label]);
    }
  };
  add(taxonomies.of(about).value.taxonomy.topics, []);
  const placeHolder = vscode.l10n.t('Which topic?');
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder,
    matchOnDescription: true,
  });
  return picked?.topic;
}
