import * as vscode from 'vscode';
import type { Recogniser } from '../core/entities/model';
import { lazy } from '../core/lazy';

/** Resolves to what finds names, once that is loaded; always to the same. */
export type NameRecogniser = () => Promise<Recogniser>;

/**
 * Finds names with the trained tagger, whose weights are read when names are first asked for. If they can’t
 * be read, the rules alone are used.
 */
export function nameRecogniser(weights: vscode.Uri, log: vscode.LogOutputChannel): NameRecogniser {
  return lazy(async () => {
    const analysers = await (await import('./analysing')).analysing();
    try {
      return analysers.namesByWeights(await vscode.workspace.fs.readFile(weights));
    } catch (error) {
      log.error(`The tagger’s weights could not be read: ${String(error)}`);
      return analysers.namesByRules();
    }
  });
}
