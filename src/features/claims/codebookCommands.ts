import * as vscode from 'vscode';
import type { Codebook } from '../../core/codebook/model';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Node } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { isTagNode } from './claimNodes';

/** The text of a new codebook. */
const STARTER = `# Codes for Interview Lens: what you tag claims with. For example:
#
#   - name: Economy
#     color: "#1f77b4"
#     children:
#       - name: Sanctions
#         description: Measures against trade, and how they are evaded.
#         shortcut: 1
codes: []
`;

/** Commands that open the codebook of the active document's folder, and add tags to it. */
export function registerCodebookCommands({ active, codebooks }: Services): vscode.Disposable {
  const disposables = new Disposables();
  disposables.add(
    registerCommand('interviewLens.openCodebook', async () => {
      const uri = await codebooks.start(active.reading?.document.uri, STARTER);
      await vscode.window.showTextDocument(uri);
    }),
  );
  disposables.add(
    registerCommand('interviewLens.addToCodebook', async (node?: Node) => {
      const reading = active.interview;
      if (!reading) throw new Error(vscode.l10n.t('Open an interview first.'));
      const codebook = codebooks.of(reading.document.uri);
      const tags = reading.anchored.flatMap(({ annotation }) => annotation.tags);
      const tag = node && isTagNode(node) ? node.tag : await pickTag(tags, codebook);
      if (tag !== undefined) await codebooks.add(reading.document.uri, tag);
    }),
  );
  return disposables;
}

async function pickTag(tags: readonly string[], codebook: Codebook): Promise<string | undefined> {
  if (tags.length === 0) throw new Error(vscode.l10n.t('Nothing in this interview has a tag yet.'));
  const free = [...new Set(tags)].filter((tag) => !codebook.find(tag));
  if (free.length === 0) {
    throw new Error(vscode.l10n.t('All tags of this interview are in the codebook.'));
  }
  return vscode.window.showQuickPick([...free].sort(), { title: vscode.l10n.t('Add to Codebook') });
}
