import * as vscode from 'vscode';
import type { Losses } from '../../core/exchange/losses';
import { lossList } from './words';

/** Says that something is done, and offers what to do next, for example to see what was lost. */
export async function announce(
  sentence: string,
  losses: Losses,
  actions: Readonly<Record<string, () => Thenable<unknown>>> = {},
): Promise<void> {
  const lost = losses.list();
  const show = vscode.l10n.t('Show What Was Lost');
  const all = lost.length > 0 ? { ...actions, [show]: () => showLosses(losses) } : actions;
  const sentences =
    lost.length > 0
      ? `${sentence} ${vscode.l10n.t('Not everything could be carried over.')}`
      : sentence;
  const picked = await vscode.window.showInformationMessage(sentences, ...Object.keys(all));
  if (picked !== undefined) await all[picked]?.();
}

async function showLosses(losses: Losses): Promise<void> {
  const title = vscode.l10n.t('What could not be carried over');
  const content = `# ${title}\n\n${lossList(losses.list())}\n`;
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}
