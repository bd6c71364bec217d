import * as vscode from 'vscode';
import { lastStartingAtOrBefore } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { toOffset, toPosition } from '../../workspace/positions';
import type { Services } from '../../workspace/services';

/** How long a hint stands in the status bar. */
const HINT_MS = 4000;

/** Registers the commands that go from question to question, around the end like “next problem”. */
export function registerQuestionCommands({ documents }: Services): vscode.Disposable {
  const go = async (step: 1 | -1) => {
    const editor = vscode.window.activeTextEditor;
    const reading = editor && (await documents.readInterview(editor.document));
    if (!editor || vscode.window.activeTextEditor !== editor) return;
    const target = reading && nextTarget(reading, editor.selection.active, step);
    if (!target) return hint(vscode.l10n.t('There is no question in this document.'));
    editor.selection = new vscode.Selection(target.position, target.position);
    editor.revealRange(
      new vscode.Range(target.position, target.position),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
    if (target.wrapped) hint(wrapHint(step));
  };
  const disposables = new Disposables();
  disposables.add(registerCommand('interviewLens.nextQuestion', () => go(1)));
  disposables.add(registerCommand('interviewLens.previousQuestion', () => go(-1)));
  return disposables;
}

interface Target {
  readonly position: vscode.Position;
  /** Whether it was reached around an end of the document. */
  readonly wrapped: boolean;
}

function nextTarget(
  { analysis: { text, interview } }: Reading,
  from: vscode.Position,
  step: 1 | -1,
): Target | undefined {
  const questions = interview.exchanges.map(({ question }) => question);
  const offset = toOffset(text, from);
  const startingBefore = (where: number) =>
    lastStartingAtOrBefore(questions, where, ({ span }) => span);
  const index = step > 0 ? startingBefore(offset) + 1 : startingBefore(offset - 1);
  const target = questions[(index + questions.length) % questions.length];
  if (!target) return undefined;
  const wrapped = index < 0 || index >= questions.length;
  return { position: toPosition(text, target.span.start), wrapped };
}

function wrapHint(step: 1 | -1): string {
  return step > 0
    ? vscode.l10n.t('Went on from the first question.')
    : vscode.l10n.t('Went on from the last question.');
}

function hint(sentence: string): void {
  vscode.window.setStatusBarMessage(sentence, HINT_MS);
}
