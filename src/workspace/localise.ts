import * as vscode from 'vscode';
import type { Message } from '../core/message';

/** A sentence from the core in the user's language. */
export function localise({ text, args }: Message): string {
  return vscode.l10n.t(text, ...args);
}
