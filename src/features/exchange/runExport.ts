import * as vscode from 'vscode';
import { Losses } from '../../core/exchange/losses';
import { Refusal } from '../../core/exchange/refusal';
import type { Order } from '../../core/exchange/report';
import { baseName } from '../../workspace/baseName';
import { localise } from '../../workspace/localise';
import type { Services } from '../../workspace/services';
import { announce } from './announce';
import { formats, type Format, type FormatId } from './formats';
import type { ExportOptions, Scope } from './options';
import { targetFor } from './save';
import { writerOf, type Basis, type Writer } from './writers';

/** What is exported: the active document alone, or all of the folder. */
interface Subject {
  readonly scope: Scope;
  readonly document: vscode.Uri | undefined;
}

/** What was written, and how many documents are in it. */
interface Written {
  readonly documents: number;
  readonly unread: number;
  readonly losses: Losses;
}

/**
 * Asks what to export, how and where, and does it.
 *
 * @param id undefined to ask for the format, too
 * @returns the file, or undefined if the user gave up
 * @throws an error with a sentence for the user
 */
export async function runExport(
  services: Services,
  id: FormatId | undefined,
  options: ExportOptions,
): Promise<vscode.Uri | undefined> {
  const format = id === undefined ? await pickFormat() : formats().find((one) => one.id === id);
  if (!format) return undefined;
  const subject = await pickSubject(services, format, options);
  if (!subject) return undefined;
  const found = options.found ?? (await pickFound(format));
  const order = options.order ?? (await pickOrder(format));
  if (found === undefined || order === undefined) return undefined;
  const folder = folderOf(subject.document);
  const name = nameOf(subject, folder);
  const place = folder ?? besideOf(subject.document);
  const proposed = place && vscode.Uri.joinPath(place, `${format.fileName(name)}.${format.ending}`);
  const filters = { [format.kind]: [format.ending] };
  const title = vscode.l10n.t('Export: {0}', format.label);
  const target = await targetFor(options.target, { title, proposed, filters });
  if (!target) return undefined;
  const written = await write(services, format, subject, target, { name, found, order });
  if (!written) return undefined;
  // Whoever gave the target knows where it is.
  if (!options.target) void tell(format, target, written);
  return target;
}

async function pickFormat(): Promise<Format | undefined> {
  const items = formats().map((format) => ({ label: format.label, detail: format.detail, format }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export'),
    placeHolder: vscode.l10n.t('Which format?'),
    matchOnDetail: true,
  });
  return picked?.format;
}

async function pickSubject(
  services: Services,
  format: Format,
  { scope }: ExportOptions,
): Promise<Subject | undefined> {
  const document = await interviewAtHand(services);
  const hasFolder = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  if (format.of === 'taxonomy') return { scope: 'folder', document };
  if (!document && (!hasFolder || scope === 'document')) {
    throw new Error(vscode.l10n.t('Open an interview or a folder of interviews first.'));
  }
  if (scope === 'document' || (!scope && !hasFolder)) return { scope: 'document', document };
  if (scope === 'folder' || !document) return { scope: 'folder', document };
  const items: (vscode.QuickPickItem & { scope: Scope })[] = [
    { label: vscode.l10n.t('This interview'), description: baseName(document), scope: 'document' },
    { label: vscode.l10n.t('All interviews of the folder'), scope: 'folder' },
  ];
  const picked = await vscode.window.showQuickPick(items, { title: format.label });
  return picked && { scope: picked.scope, document };
}

/** The interview in the active editor, or else the one that the views are about. */
async function interviewAtHand({ active, documents }: Services): Promise<vscode.Uri | undefined> {
  const editor = vscode.window.activeTextEditor;
  const reading = editor && (await documents.readInterview(editor.document));
  return (reading ?? active.interview)?.document.uri;
}

async function pickFound({ of, label }: Format): Promise<boolean | undefined> {
  if (of === 'taxonomy') return false;
  const items = [
    {
      label: vscode.l10n.t('What people said, and what was found'),
      detail: vscode.l10n.t('Also the claims and topics that nobody has looked at yet.'),
      found: true,
    },
    {
      label: vscode.l10n.t('Only what people said'),
      detail: vscode.l10n.t('Tags, codes, topics and notes that were given by hand.'),
      found: false,
    },
  ];
  return (await vscode.window.showQuickPick(items, { title: label }))?.found;
}

async function pickOrder({ isOrdered, label }: Format): Promise<Order | undefined> {
  if (!isOrdered) return 'topic';
  const items: (vscode.QuickPickItem & { order: Order })[] = [
    { label: vscode.l10n.t('By topic'), order: 'topic' },
    { label: vscode.l10n.t('By speaker'), order: 'speaker' },
  ];
  return (await vscode.window.showQuickPick(items, { title: label }))?.order;
}

function folderOf(document: vscode.Uri | undefined): vscode.Uri | undefined {
  const own = document && vscode.workspace.getWorkspaceFolder(document);
  return (own ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}

/** The folder of a document; undefined for one that was never saved, and is in none. */
function besideOf(document: vscode.Uri | undefined): vscode.Uri | undefined {
  if (!document || document.scheme === 'untitled') return undefined;
  return vscode.Uri.joinPath(document, '..');
}

function nameOf({ scope, document }: Subject, folder: vscode.Uri | undefined): string {
  if (scope === 'document' && document) return baseName(document).replace(/\.[^.]*$/, '');
  return (folder && baseName(folder)) || 'interviews';
}

/** Reads the documents and writes the file; undefined if it was cancelled, in which case nothing is written. */
async function write(
  services: Services,
  format: Format,
  subject: Subject,
  target: vscode.Uri,
  choice: Pick<Basis, 'name' | 'found' | 'order'>,
): Promise<Written | undefined> {
  const losses = new Losses();
  const writer = writerOf(format.id, { ...choice, ...(await basisOf(services, subject)), losses });
  const title = vscode.l10n.t('Exporting: {0}', format.label);
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress(
    { location, title, cancellable: true },
    async (progress, token) => {
      const uris = format.of === 'taxonomy' ? [] : await urisOf(services, subject, token);
      let documents = 0;
      let unread = 0;
      for (const [index, uri] of uris.entries()) {
        if (token.isCancellationRequested) return undefined;
        const message = vscode.l10n.t('{0} of {1}', index + 1, uris.length);
        progress.report({ message, increment: 100 / uris.length });
        try {
          const document = await services.reader.read(uri, token);
          if (!document) continue;
          writer.add(document);
          documents++;
        } catch (error) {
          unread++;
          services.log.warn(`${uri.path} could not be exported: ${String(error)}`);
        }
      }
      const content = await finished(services, writer, token);
      if (content === undefined) return undefined;
      if (format.of === 'documents' && documents === 0) {
        throw new Error(vscode.l10n.t('There is no interview to export, so nothing was written.'));
      }
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      await vscode.workspace.fs.writeFile(target, bytes);
      return { documents, unread, losses };
    },
  );
}

async function finished(
  { reader }: Services,
  writer: Writer,
  token: vscode.CancellationToken,
): Promise<Uint8Array | string | undefined> {
  try {
    return await reader.drive(writer.finishing(), token);
  } catch (error) {
    throw error instanceof Refusal ? new Error(localise(error.reason)) : error;
  }
}

async function basisOf({ taxonomies, codebooks, version }: Services, { document }: Subject) {
  await taxonomies.refreshed(document);
  await codebooks.settled(document);
  const { taxonomy } = taxonomies.of(document).value;
  return { taxonomy, codebook: codebooks.of(document), version };
}

async function urisOf(
  { reader }: Services,
  { scope, document }: Subject,
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  return scope === 'document' && document ? [document] : reader.list(token);
}

/** Says what was written, and offers to look at it and at what was lost. */
function tell({ of }: Format, target: vscode.Uri, written: Written): Promise<void> {
  const { documents, unread, losses } = written;
  const sentences = [
    of === 'taxonomy'
      ? vscode.l10n.t('The taxonomy was written to {0}.', baseName(target))
      : vscode.l10n.t('Written to {0}. Interviews in it: {1}.', baseName(target), documents),
    ...(unread > 0
      ? [vscode.l10n.t('Files that could not be read, as the log says: {0}.', unread)]
      : []),
  ];
  const isText = !target.path.endsWith('.qdpx');
  const open = () => vscode.commands.executeCommand('vscode.open', target);
  return announce(sentences.join(' '), losses, isText ? { [vscode.l10n.t('Open')]: open } : {});
}
