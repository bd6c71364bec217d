import * as vscode from 'vscode';
import type { Role } from '../core/interview/model';

/** What somebody does in an interview, to be shown after a name: `asks`. */
export function nameOfRole(role: Role): string {
  const names: Record<Role, string> = {
    interviewer: vscode.l10n.t('asks'),
    interviewee: vscode.l10n.t('answers'),
    panellist: vscode.l10n.t('answers on the panel'),
    narrator: vscode.l10n.t('narrates'),
    caller: vscode.l10n.t('calls in'),
    other: vscode.l10n.t('speaks'),
  };
  return names[role];
}
