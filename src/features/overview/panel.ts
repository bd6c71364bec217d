import * as vscode from 'vscode';
import {
  PICTURES,
  type PageMessage,
  type Picture,
  type Scope,
  type Shown,
} from '../../core/overview/messages';
import type { Overview } from '../../core/overview/model';
import { documentOverview } from '../../core/overview/ofDocument';
import { folderOverview } from '../../core/overview/ofFolder';
import { titleOf } from '../../workspace/corpus/titleOf';
import { Disposables } from '../../workspace/disposables';
import { plain } from '../../workspace/markdown';
import { nameOf } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { pageOf } from './html';
import { savePicture } from './save';
import { localised, wordsOf } from './words';

const VIEW_TYPE = 'interviewLens.overview';

/** A tab with pictures of the interview that the views are about, or of the whole folder. */
export class OverviewPanel implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly panel: vscode.WebviewPanel;
  private isReady = false;
  private overview: Overview | undefined;

  constructor(
    private readonly services: Services,
    private scope: Scope,
    onClose: () => void,
  ) {
    const { extensionUri, active, folder } = services;
    const panel = vscode.window.createWebviewPanel(
      VIEW_TYPE,
      vscode.l10n.t('Overview'),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false },
      {
        enableScripts: true,
        localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist', 'webview')],
      },
    );
    this.panel = panel;
    this.disposables.add(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        this.receive(message).catch((error: unknown) => {
          void vscode.window.showErrorMessage(
            error instanceof Error ? error.message : String(error),
          );
        });
      }),
    );
    this.disposables.add(active.onDidChange(() => this.refresh('document')));
    this.disposables.add(folder.onDidChange(() => this.refresh('folder')));
    panel.onDidDispose(() => {
      this.disposables.dispose();
      onClose();
    });
    panel.webview.html = pageOf(panel.webview, extensionUri);
  }

  show(scope: Scope): void {
    this.scope = scope;
    this.panel.reveal(undefined, false);
    this.send();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private refresh(scope: Scope): void {
    if (scope === this.scope && this.panel.visible) this.send();
  }

  /** Sends the overview to the page. A page that isn't loaded yet, or was hidden, asks for it itself later. */
  private send(): void {
    if (!this.isReady) return;
    void this.panel.webview.postMessage(this.shown());
  }

  private shown(): Shown {
    const { scope } = this;
    const reading = this.services.active.interview;
    this.overview = scope === 'document' ? this.ofDocument() : this.ofFolder();
    const overview = this.overview && localised(this.overview);
    const name =
      scope === 'folder'
        ? vscode.workspace.workspaceFolders?.[0]?.name
        : reading && nameOf(reading.document);
    const heading =
      name === undefined ? vscode.l10n.t('Overview') : vscode.l10n.t('Overview: {0}', plain(name));
    this.panel.title = heading;
    return { scope, overview, words: wordsOf(scope, heading, overview) };
  }

  private ofDocument(): Overview | undefined {
    const { active, taxonomies } = this.services;
    const reading = active.interview;
    if (!reading) return undefined;
    const { uri } = reading.document;
    return documentOverview({
      uri: uri.toString(),
      analysis: reading.analysis,
      claims: reading.claims(),
      touched: reading.topics(),
      taxonomy: taxonomies.of(uri).value.taxonomy.topics,
    });
  }

  private ofFolder(): Overview | undefined {
    const { corpus } = this.services.folder;
    if (corpus.documents.length === 0) return undefined;
    return folderOverview(
      corpus,
      this.services.taxonomies.of(undefined).value.taxonomy.topics,
      titleOf,
    );
  }

  private async receive(message: unknown): Promise<void> {
    if (!isPageMessage(message)) return;
    switch (message.type) {
      case 'ready':
        this.isReady = true;
        return this.send();
      case 'scope':
        this.scope = message.scope;
        return this.send();
      case 'reveal':
        return this.reveal(message);
      case 'save': {
        const [first] = this.overview?.documents ?? [];
        if (first !== undefined) await savePicture(message, vscode.Uri.parse(first, true));
      }
    }
  }

  private async reveal(place: { document: number; start: number; end: number }): Promise<void> {
    const uri = this.overview?.documents[place.document];
    if (uri === undefined) return;
    await vscode.commands.executeCommand(
      'interviewLens.revealPassage',
      uri,
      place.start,
      place.end,
    );
  }
}

/** What comes from a page, even our own, is checked before it is used. */
function isPageMessage(message: unknown): message is PageMessage {
  if (typeof message !== 'object' || message === null) return false;
  const { type, scope, document, start, end, picture, format, data } = message as Record<
    string,
    unknown
  >;
  switch (type) {
    case 'ready':
      return true;
    case 'scope':
      return scope === 'document' || scope === 'folder';
    case 'reveal':
      return [document, start, end].every((value) => Number.isSafeInteger(value));
    case 'save':
      return (
        PICTURES.includes(picture as Picture) &&
        (format === 'svg' || format === 'png') &&
        typeof data === 'string'
      );
    default:
      return false;
  }
}
