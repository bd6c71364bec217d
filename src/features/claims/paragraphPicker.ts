import * as vscode from 'vscode';
import type { ShownClaim } from '../../core/claims/shown';
import { overlaps, type Span } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import { namingFor } from './naming';
import { targetsOf } from './target';
import { checkedAs, iconOfKind, summaryOf, tagsOf, withoutIcons, type Naming } from './words';

interface Item extends vscode.QuickPickItem {
  readonly claim: ShownClaim;
}

/** Registers the command that lists all claims of a paragraph; moving through them shows each. */
export function registerParagraphPicker(services: Services): vscode.Disposable {
  return registerCommand(
    'interviewLens.claimsOfParagraph',
    async (uri?: string, start?: number) => {
      const end = start === undefined ? undefined : start + 1;
      const [{ reading, span }] = await targetsOf(services, [uri, start, end], () =>
        Promise.resolve([]),
      );
      const claim = await pick(reading, span, namingFor(services, reading));
      if (!claim) return;
      const key = reading.document.uri.toString();
      await vscode.commands.executeCommand('interviewLens.tagClaim', key, claim.start, claim.end);
    },
  );
}

async function pick(reading: Reading, span: Span, naming: Naming): Promise<ShownClaim | undefined> {
  const items = itemsIn(reading, span, naming);
  if (items.length === 0) throw new Error(vscode.l10n.t('Nothing is claimed in this paragraph.'));
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === reading.document.uri.toString(),
  );
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
  });
  const show = (item: Item | undefined) => {
    if (!item || !editor) return;
    const range = toRange(reading.analysis.text, item.claim);
    editor.setDecorations(mark, [range]);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  try {
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Claims of this paragraph'),
      placeHolder: vscode.l10n.t('Pick one to tag it'),
      matchOnDescription: true,
      onDidSelectItem: (item) => {
        show(item as Item);
      },
    });
    return picked?.claim;
  } finally {
    mark.dispose();
  }
}

function itemsIn(reading: Reading, span: Span, naming: Naming): Item[] {
  const paragraph = reading.analysis.passageAt(span.start)?.span ?? span;
  return reading
    .claims()
    .filter((claim) => overlaps(claim, paragraph))
    .map((claim) => ({
      claim,
      label: `$(${iconOfKind(claim.kind)}) ${withoutIcons(plain(summaryOf(claim)))}`,
      description: withoutIcons(
        plain([checkedAs(claim), tagsOf(claim, naming)].filter(Boolean).join(' · ')),
      ),
      detail: withoutIcons(plain(reading.analysis.text.slice(claim))),
    }));
}
