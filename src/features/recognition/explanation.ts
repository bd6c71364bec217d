import * as vscode from 'vscode';
import type { Reason } from '../../core/interview/model';
import { registerCommand } from '../../workspace/commands';
import type { Reading } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import { activeReading } from './activeDocument';
import { sentence } from './words';

interface Item extends vscode.QuickPickItem {
  /** The id of what it runs; the evidence runs nothing. */
  readonly command?: string;
}

/** Registers the command that lists why a document was or wasn't recognised, and what can be done. */
export function registerExplanation({ documents }: Services): vscode.Disposable {
  return registerCommand('interviewLens.showRecognition', async () => {
    const reading = await activeReading(documents);
    const picked = await vscode.window.showQuickPick(
      [...actions(reading), separator(vscode.l10n.t('Evidence')), ...evidence(reading)],
      { title: title(reading), placeHolder: vscode.l10n.t('What to do with this document') },
    );
    // A choice made about one document must not fall on another.
    if (!picked?.command || vscode.window.activeTextEditor?.document !== reading.document) return;
    await vscode.commands.executeCommand(picked.command);
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
  }
  if (isInterview && document.languageId !== 'interview') {
    offer('code', vscode.l10n.t('Switch Language Mode to Interview'), 'switchLanguage');
  }
  return items;
}

function evidence({ analysis: { interview } }: Reading): Item[] {
  const { reasons } = interview.recognition;
  if (reasons.length > 0) return reasons.map(asItem);
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

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
