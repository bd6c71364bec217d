import * as vscode from 'vscode';
import { SELECTOR, type Reading } from '../../workspace/documents';
import { setting } from './about';
import { mainReason, questionCount, speakerCount } from './words';

/** VS Code cuts what is longer, and with it the link that explains; counted are text and detail together. */
const LONGEST = 66;

/** Shows what was recognised, and why, in the language status (the braces in the status bar). */
export class RecognitionStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem(
    'interviewLens.recognition',
    SELECTOR,
  );

  constructor() {
    this.item.name = vscode.l10n.t('Recognition of Interviews');
    this.item.severity = vscode.LanguageStatusSeverity.Information;
    this.item.command = {
      command: 'interviewLens.showRecognition',
      title: vscode.l10n.t('Explain'),
    };
  }

  /** Shown until there is a reading. */
  wait(): void {
    this.item.busy = true;
    this.item.text = vscode.l10n.t('Reading…');
    this.item.detail = undefined;
    this.item.accessibilityInformation = undefined;
  }

  /** @param reading of the active editor's document; undefined if it is never an interview */
  show(reading: Reading | undefined): void {
    this.item.busy = false;
    const text = reading ? heading(reading) : vscode.l10n.t('No interview');
    const [all = '', ...shorter] = reading ? details(reading) : [notRead()];
    this.item.text = text;
    this.item.detail = [all, ...shorter].find((one) => text.length + one.length <= LONGEST);
    this.item.accessibilityInformation = { label: `${text}. ${all}` };
  }

  dispose(): void {
    this.item.dispose();
  }
}

function heading({ analysis: { interview } }: Reading): string {
  if (!interview.recognition.isInterview) return vscode.l10n.t('No interview');
  const parts = [vscode.l10n.t('Interview')];
  if (interview.speakers.length > 0) parts.push(speakerCount(interview.speakers.length));
  return [...parts, questionCount(interview.exchanges.length)].join(' · ');
}

/** When, where and for whom, if the document says so; then why it was recognised, or wasn't. Then each alone. */
function details(reading: Reading): string[] {
  const { recognition } = reading.analysis.interview;
  const why = recognition.byHand ? vscode.l10n.t('As you decided.') : mainReason(recognition);
  const when = setting(reading);
  return when === '' ? [why] : [`${when} — ${why}`, why, when];
}

function notRead(): string {
  return vscode.l10n.t('Interviews are not looked for in this document.');
}
