import type * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import type { FormatId } from './formats';
import { exportOptions, importOptions } from './options';

/**
 * Registers the exports and imports. The code that writes and reads is loaded when it is first needed, which
 * it never is in most sessions.
 */
export function registerExchange(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const as = (format: FormatId | undefined) => async (given: unknown) => {
    const { exchange } = await import('./later');
    return exchange.runExport(services, format, exportOptions(given));
  };
  const read = async (given: unknown) => {
    const { exchange } = await import('./later');
    return exchange.runImport(services, importOptions(given));
  };
  for (const command of [
    registerCommand('interviewLens.export', as(undefined)),
    registerCommand('interviewLens.exportProject', as('project')),
    registerCommand('interviewLens.exportCodebook', as('codebook')),
    registerCommand('interviewLens.exportTable', as('table')),
    registerCommand('interviewLens.exportReport', as('markdown')),
    registerCommand('interviewLens.exportHtmlReport', as('html')),
    registerCommand('interviewLens.exportWebAnnotations', as('webAnnotations')),
    registerCommand('interviewLens.exportSkosTurtle', as('turtle')),
    registerCommand('interviewLens.exportSkosJson', as('skosJson')),
    registerCommand('interviewLens.import', read),
  ]) {
    disposables.add(command);
  }
  return disposables;
}
