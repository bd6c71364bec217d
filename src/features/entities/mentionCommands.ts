import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { entityAt } from './entityAt';

/** Commands that go from mention to mention of the entity at the cursor, around the end. */
export function registerMentionCommands({ documents }: Services): vscode.Disposable {
  const go = async (step: 1 | -1) => {
    const editor = vscode.window.activeTextEditor;
    const reading = editor && (await documents.readInterview(editor.document));
    const named = reading && entityAt(reading, editor.selection.active);
    if (!named) {
      const hint = vscode.l10n.t('Put the cursor on a name first.');
      vscode.window.setStatusBarMessage(hint, 4000);
      return;
    }
    const { mentions } = named.entity;
    const { start } = named.span;
    const target =
      step > 0
        ? (mentions.find(({ span }) => span.start > start) ?? mentions[0])
        : (mentions.findLast(({ span }) => span.start < start) ?? mentions.at(-1));
    if (!target) return;
    const range = toRange(reading.analysis.text, target.span);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const disposables = new Disposables();
  disposables.add(registerCommand('interviewLens.nextMention', () => go(1)));
  disposables.add(registerCommand('interviewLens.previousMention', () => go(-1)));
  return disposables;
}
