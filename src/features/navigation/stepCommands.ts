import * as vscode from 'vscode';
import { lastStartingAtOrBefore, type Span } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { toOffset, toPosition } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { hint, show } from './show';

/** What to go to, and what to say if there is none or when going on around an end of the document. */
interface Steps {
  readonly spans: (reading: Reading) => readonly Span[];
  readonly none: string;
  readonly fromFirst: string;
  readonly fromLast: string;
}

/** Registers the commands that go from question to question and from turn to turn, around the end. */
export function registerStepCommands({ documents }: Services): vscode.Disposable {
  const go = async (steps: Steps, step: 1 | -1) => {
    const editor = vscode.window.activeTextEditor;
    const reading = editor && (await documents.readInterview(editor.document));
    if (!editor || vscode.window.activeTextEditor !== editor) return;
    const target = reading && nextTarget(reading, steps.spans(reading), editor, step);
    if (!target) return hint(steps.none);
    show(editor, new vscode.Range(target.position, target.position));
    if (target.wrapped) hint(step > 0 ? steps.fromFirst : steps.fromLast);
  };
  const disposables = new Disposables();
  for (const registration of [
    registerCommand('interviewLens.nextQuestion', () => go(questions(), 1)),
    registerCommand('interviewLens.previousQuestion', () => go(questions(), -1)),
    registerCommand('interviewLens.nextTurn', () => go(turns(), 1)),
    registerCommand('interviewLens.previousTurn', () => go(turns(), -1)),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}

function questions(): Steps {
  return {
    spans: ({ analysis }) => analysis.interview.exchanges.map(({ question }) => question.span),
    none: vscode.l10n.t('There is no question in this document.'),
    fromFirst: vscode.l10n.t('Went on from the first question.'),
    fromLast: vscode.l10n.t('Went on from the last question.'),
  };
}

function turns(): Steps {
  return {
    spans: ({ analysis }) => analysis.interview.turns.map(({ span }) => span),
    none: vscode.l10n.t('Nobody speaks in this document.'),
    fromFirst: vscode.l10n.t('Went on from the first turn.'),
    fromLast: vscode.l10n.t('Went on from the last turn.'),
  };
}

interface Target {
  readonly position: vscode.Position;
  /** Whether it was reached around an end of the document. */
  readonly wrapped: boolean;
}

function nextTarget(
  { analysis: { text } }: Reading,
  spans: readonly Span[],
  { selection }: vscode.TextEditor,
  step: 1 | -1,
): Target | undefined {
  const offset = toOffset(text, selection.active);
  const startingBefore = (where: number) => lastStartingAtOrBefore(spans, where, (span) => span);
  const index = step > 0 ? startingBefore(offset) + 1 : startingBefore(offset - 1);
  const target = spans[(index + spans.length) % spans.length];
  if (!target) return undefined;
  const wrapped = index < 0 || index >= spans.length;
  return { position: toPosition(text, target.start), wrapped };
}
