import * as vscode from 'vscode';
import { typeOf } from '../../workspace/typeOf';

/** What a save dialog says and proposes. */
interface Proposal {
  readonly title: string;
  /** Undefined to leave the folder to VS Code, which knows the last one and the home folder. */
  readonly proposed: vscode.Uri | undefined;
  readonly filters: Record<string, string[]>;
}

/**
 * Where a file is to be written: where it was given, or where the user says, who is asked before one is
 * replaced.
 *
 * @returns undefined if the user doesn't want it any more
 * @throws an error with a sentence for the user, if the given file is there already
 */
export async function targetFor(
  given: vscode.Uri | undefined,
  { proposed, ...dialog }: Proposal,
): Promise<vscode.Uri | undefined> {
  if (!given) {
    return vscode.window.showSaveDialog({ ...(proposed && { defaultUri: proposed }), ...dialog });
  }
  if ((await typeOf(given)) === undefined) return given;
  throw new Error(vscode.l10n.t('{0} is there already, so nothing was written.', given.path));
}

/** The first of `name`, `name 2`, `name 3` … that isn't in a folder yet. */
export async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  let free = vscode.Uri.joinPath(folder, name);
  for (let number = 2; (await typeOf(free)) !== undefined; number++) {
    free = vscode.Uri.joinPath(folder, `${name} ${number}`);
  }
  return free;
}
