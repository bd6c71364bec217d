import * as vscode from 'vscode';
import { importCodes } from '../../core/exchange/fromCodes';
import { fileName } from '../../core/exchange/fileName';
import { importingProject, type ImportedFile } from '../../core/exchange/fromProject';
import { Losses } from '../../core/exchange/losses';
import { readingCodebook } from '../../core/exchange/refi/codebook';
import { readingProject } from '../../core/exchange/refi/readProject';
import { decoded } from '../../core/exchange/refi/texts';
import { Refusal } from '../../core/exchange/refusal';
import { LARGEST_ARCHIVE } from '../../core/exchange/zip';
import { annotationUri, documentOf } from '../../workspace/annotationPlace';
import { baseName } from '../../workspace/baseName';
import { localise } from '../../workspace/localise';
import type { Services } from '../../workspace/services';
import { typeOf } from '../../workspace/typeOf';
import { announce } from './announce';
import type { ImportOptions } from './options';
import { freeName, targetFor } from './save';
import { lossList } from './words';

/**
 * Asks which codebook or project to import, and where to, and does it.
 *
 * @returns the taxonomy of a codebook, or the folder of a project; undefined if the user gave up
 * @throws an error with a sentence for the user, if the file can't be read or was made to do harm
 */
export async function runImport(
  services: Services,
  options: ImportOptions,
): Promise<vscode.Uri | undefined> {
  const source = options.source ?? (await pickSource());
  if (!source) return undefined;
  try {
    return /\.qdc$/i.test(source.path)
      ? await importCodebook(services, source, options)
      : await importProject(services, source, options);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = localise(error.reason);
    throw new Error(vscode.l10n.t('{0} was not imported. {1}', baseName(source), reason));
  }
}

async function pickSource(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import a REFI-QDA project or codebook'),
    openLabel: vscode.l10n.t('Import'),
    filters: { 'REFI-QDA': ['qdpx', 'qdc'] },
  });
  return picked?.[0];
}

async function importCodebook(
  services: Services,
  source: vscode.Uri,
  { target: given }: ImportOptions,
): Promise<vscode.Uri | undefined> {
  const losses = new Losses();
  const yaml = await withProgress(source, async (token) => {
    const xml = decoded(await bytesOf(source));
    const codes = await services.reader.drive(readingCodebook(xml, losses), token);
    return codes && importCodes(codes, losses, baseName(source)).yaml;
  });
  if (yaml === undefined) return undefined;
  const target = await targetFor(given, {
    title: vscode.l10n.t('Where is the taxonomy of “{0}” to be kept?', baseName(source)),
    proposed: await proposedTaxonomy(services, source),
    filters: { YAML: ['yaml', 'yml'] },
  });
  if (!target) return undefined;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(yaml));
  await vscode.window.showTextDocument(target);
  if (!given) void announce(vscode.l10n.t('The codebook was imported.'), losses);
  return target;
}

/** The folder's own taxonomy if there is none yet, or else a file beside it. */
async function proposedTaxonomy({ taxonomies }: Services, source: vscode.Uri): Promise<vscode.Uri> {
  const own = taxonomies.of(undefined).uri;
  if (own && (await typeOf(own)) === undefined) return own;
  const folder = vscode.Uri.joinPath(own ?? source, '..');
  return vscode.Uri.joinPath(folder, `${baseName(source).replace(/\.[^.]*$/, '')}.yaml`);
}

async function importProject(
  services: Services,
  source: vscode.Uri,
  { target: given }: ImportOptions,
): Promise<vscode.Uri | undefined> {
  const losses = new Losses();
  const imported = await withProgress(source, async (token) => {
    const bytes = await bytesOf(source);
    const project = await services.reader.drive(readingProject(bytes, losses), token);
    return project && services.reader.drive(importingProject(project, losses), token);
  });
  if (!imported) return undefined;
  const parent = given ?? (await pickFolder(source));
  if (!parent) return undefined;
  const { files, documents, topics, annotations } = imported;
  const name = fileName(baseName(source).replace(/\.[^.]*$/, ''));
  const folder = await freeName(parent, name);
  const report = [
    `# ${vscode.l10n.t('Import of {0}', baseName(source))}`,
    vscode.l10n.t('Texts: {0}. Topics: {1}. Annotations: {2}.', documents, topics, annotations),
    `## ${vscode.l10n.t('What could not be carried over')}`,
    lossList(losses.list()),
  ].join('\n\n');
  const reportFile = { path: 'import-report.md', content: `${report}\n` };
  const isWritten = await writeAll(source, folder, [...files, reportFile]);
  if (!isWritten) return undefined;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, reportFile.path));
  if (!given) void offerFolder(folder);
  return folder;
}

async function pickFolder(source: vscode.Uri): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('In which folder is the folder of “{0}” to be made?', baseName(source)),
    openLabel: vscode.l10n.t('Import Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.joinPath(source, '..'),
  });
  return picked?.[0];
}

/** Annotation files go where the setting wants them. */
function placeOf(uri: vscode.Uri): vscode.Uri {
  const document = documentOf(uri);
  return document ? annotationUri(document) : uri;
}

/** @returns whether all was written; if not, what was begun is removed again */
async function writeAll(
  source: vscode.Uri,
  folder: vscode.Uri,
  files: readonly ImportedFile[],
): Promise<boolean> {
  const remove = () => vscode.workspace.fs.delete(folder, { recursive: true });
  const written = await withProgress(source, async (token) => {
    try {
      for (const { path, content } of files) {
        if (token.isCancellationRequested) break;
        const uri = placeOf(vscode.Uri.joinPath(folder, path));
        await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
      }
    } catch (error) {
      await remove();
      throw error;
    }
    return !token.isCancellationRequested;
  });
  if (!written && (await typeOf(folder)) !== undefined) await remove();
  return written;
}

async function bytesOf(source: vscode.Uri): Promise<Uint8Array> {
  const { size } = await vscode.workspace.fs.stat(source);
  if (size > LARGEST_ARCHIVE) {
    const megabytes = LARGEST_ARCHIVE / 1_000_000;
    const reason = vscode.l10n.t('It is too large to be read: over {0} MB.', megabytes);
    throw new Error(vscode.l10n.t('{0} was not imported. {1}', baseName(source), reason));
  }
  return vscode.workspace.fs.readFile(source);
}

function withProgress<T>(
  source: vscode.Uri,
  work: (token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const title = vscode.l10n.t('Importing {0}', baseName(source));
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title, cancellable: true }, (_, token) =>
    work(token),
  );
}

async function offerFolder(folder: vscode.Uri): Promise<void> {
  const sentence = vscode.l10n.t(
    '{0} was imported. Its topics count once its folder is opened by itself.',
    baseName(folder),
  );
  // The report, which is open, tells what was lost.
  await announce(sentence, new Losses(), {
    [vscode.l10n.t('Open Folder in New Window')]: () =>
      vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true }),
  });
}
