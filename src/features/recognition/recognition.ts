import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import { SELECTOR } from '../../workspace/documents';
import type { Services } from '../../workspace/services';
import { soon } from '../../workspace/soon';
import { knownOfActive } from './activeDocument';
import { RecognitionKeys } from './contextKeys';
import { registerDecisions } from './decisions';
import { registerExplanation } from './explanation';
import { registerInterviewers } from './interviewers';
import { LabelActions } from './labelActions';
import { registerRoleCommand } from './roleCommand';
import { registerSpeakerCommands } from './speakerCommands';
import { RecognitionStatus } from './status';

/** Says whether the active document is an interview and why, and lets a person decide otherwise. */
export function registerRecognition(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const status = disposables.add(new RecognitionStatus());
  const keys = new RecognitionKeys();
  const show = () => {
    keys.showViews(services.active.interview);
    const known = knownOfActive(services);
    if (known === 'notYet') return status.wait();
    status.show(known.reading);
    keys.showEditor(known.reading);
  };
  for (const registration of [
    services.active.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    registerExplanation(services),
    registerDecisions(services),
    registerInterviewers(services),
    registerRoleCommand(services),
    registerSpeakerCommands(services),
    vscode.languages.registerCodeActionsProvider(SELECTOR, new LabelActions(services.documents)),
  ]) {
    disposables.add(registration);
  }
  disposables.add(soon(show));
  return disposables;
}
