import * as vscode from 'vscode';
import type { Reason } from '../../core/interview/model';
import type { Span } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import type { Reading } from '../../workspace/documents';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { aboutDocument, aboutSpeakers } from './about';
import { activeReading } from './activeDocument';
import { correct, type Decided } from './correct';
import { decisionsOf } from './decided';
import { sentence } from './words';

interface Item extends vscode.QuickPickItem {
  /** The id of the command it runs; evidence runs none. */
  readonly command?: string;
  /** Its place in the document. */
  readonly span?: Span;
  /** What a person decided, once it is taken back. */
  readonly takenBack?: Decided;
}

/** Registers the command that lists why a document was or wasn't recognised, and what to do about it. */
export function registerExplanation({ documents, annotations }: Services): vscode.Disposable {
  return registerCommand('interviewLens.showRecognition', async () => {
    const reading = await activeReading(documents);
    const picked = await vscode.window.showQuickPick(
      [
        ...actions(reading),
        ...section(vscode.l10n.t('Decided by hand'), decisionsOf(reading.corrections)),
        ...section(vscode.l10n.t('About this interview'), aboutDocument(reading)),
        ...section(vscode.l10n.t('Speakers'), aboutSpeakers(reading)),
        ...section(vscode.l10n.t('Evidence'), evidence(reading)),
      ],
      {
        title: title(reading),
        placeHolder: vscode.l10n.t('What to do with this document'),
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    // A choice about one document must not be applied to another.
    const editor = vscode.window.activeTextEditor;
    if (!picked || editor?.document !== reading.document) return;
    if (picked.command) await vscode.commands.executeCommand(picked.command);
    if (picked.takenBack) await correct(annotations, reading.document, picked.takenBack);
    if (picked.span) reveal(editor, toRange(reading.analysis.text, picked.span));
  });
}

function title({ analysis: { interview } }: Reading): string {
  const { isInterview, byHand, score } = interview.recognition;
  const percent = Math.round(100 * (isInterview ? score : 1 - score));
  if (byHand && isInterview) return vscode.l10n.t('An interview, as you decided');
  if (byHand) return vscode.l10n.t('No interview, as you decided');
  if (isInterview) return vscode.l10n.t('An interview, with a certainty of {0} %', percent);
  return vscode.l10n.t('No interview, with a certainty of {0} %', percent);
}

function actions({ document, analysis: { interview } }: Reading): Item[] {
  const { isInterview, byHand } = interview.recognition;
  const items: Item[] = [];
  const offer = (icon: string, label: string, command: string) => {
    items.push({ label: `$(${icon}) ${label}`, command: `interviewLens.${command}` });
  };
  if (isInterview) {
    offer('circle-slash', vscode.l10n.t('Treat as No Interview'), 'treatAsNoInterview');
  } else {
    offer('comment-discussion', vscode.l10n.t('Treat as Interview'), 'treatAsInterview');
  }
  if (byHand) {
    offer('law', vscode.l10n.t('Let the Evidence Decide Again'), 'recogniseAgain');
  }
  if (isInterview && interview.speakers.length > 0) {
    offer('person', vscode.l10n.t('Set Who Asks…'), 'setInterviewers');
    offer('mic', vscode.l10n.t('Set a Speaker’s Role…'), 'setRole');
    offer('exclude', vscode.l10n.t('Not a Speaker…'), 'notSpeaker');
  }
  if (isInterview && interview.speakers.length > 1) {
    offer('merge', vscode.l10n.t('Merge Speakers…'), 'mergeSpeakers');
  }
  if (isInterview && document.languageId !== 'interview') {
    offer('code', vscode.l10n.t('Switch Language Mode to Interview'), 'switchLanguage');
  }
  return items;
}

function evidence({ analysis: { interview } }: Reading): Item[] {
  const { reasons, byHand } = interview.recognition;
  // Where a person has decided, nothing was looked for.
  if (reasons.length > 0 || byHand) return reasons.map(asItem);
  return [{ label: vscode.l10n.t('Nothing in it looks like questions and answers.') }];
}

function asItem({ weight, message }: Reason): Item {
  const speaksFor = weight > 0;
  return {
    label: `$(${speaksFor ? 'add' : 'remove'}) ${sentence(message)}`,
    description: speaksFor
      ? vscode.l10n.t('speaks for an interview')
      : vscode.l10n.t('speaks against an interview'),
  };
}

/** Items under a heading; nothing if there are none. */
function section(label: string, items: readonly Item[]): Item[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function reveal(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
