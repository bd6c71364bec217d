import { message, type Message } from '../message';

/** What annotation files are called: the name of their document, and this. */
const SUFFIX = '.annotations.yaml';

/** Where a setting puts annotation files: beside their documents, in a folder, or somewhere not allowed. */
export type Folder =
  | { readonly kind: 'beside' }
  | { readonly kind: 'in'; readonly path: string }
  | { readonly kind: 'refused'; readonly why: Message };

/**
 * Reads the path of a folder within the workspace folder. Whatever leads out of it is refused: absolute
 * paths, drives, `..`.
 *
 * @param setting anything, as it stands in the user's file
 * @returns the path with slashes, without any at its ends
 */
export function readFolder(setting: unknown): Folder {
  if (setting === undefined || setting === null) return { kind: 'beside' };
  if (typeof setting !== 'string') {
    return refused(message('“{0}” is no path.', JSON.stringify(setting)));
  }
  const given = setting.trim().replaceAll('\\', '/');
  if (/^(?:\/|[a-z][a-z0-9+.-]*:|~)/i.test(given)) {
    return refused(message('“{0}” is no path from the workspace folder.', setting.trim()));
  }
  const steps = given.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) {
    return refused(message('“{0}” leads out of the workspace folder.', setting.trim()));
  }
  return steps.length === 0 ? { kind: 'beside' } : { kind: 'in', path: steps.join('/') };
}

function refused(why: Message): Folder {
  return { kind: 'refused', why };
}

/**
 * Where the annotations of a document are kept. In a folder for them, they have the path that the document has
 * in the workspace folder, so that documents of the same name don't collide.
 *
 * @param document its path in the workspace folder
 * @param folder the path of the folder for annotation files; '' if they stand beside their documents
 */
export function filePath(document: string, folder: string): string {
  return `${folder === '' ? '' : `${folder}/`}${document}${SUFFIX}`;
}

/** The document of an annotation file that is kept in a folder; undefined if that isn't one. */
export function documentPath(file: string, folder: string): string | undefined {
  const before = folder === '' ? '' : `${folder}/`;
  if (!file.endsWith(SUFFIX) || !file.startsWith(before)) return undefined;
  return file.slice(before.length, -SUFFIX.length);
}

/** An annotation file that stands where a former setting wanted it. */
export interface Stray {
  /** Paths in the workspace folder. */
  readonly document: string;
  readonly file: string;
}

/**
 * Finds the annotation files that are where a former setting wanted them. A file whose document isn't there
 * belongs to nobody: we don't guess.
 *
 * @param files their paths in the workspace folder
 * @param folder where they are kept now
 * @param former where they were kept before, the latest first
 * @param documents those that exist, of all that the files may belong to
 * @returns `strays`: the only file of its document; `needless`: a further file of a document, which isn't read
 */
export function strayFiles(
  files: readonly string[],
  folder: string,
  former: readonly string[],
  documents: ReadonlySet<string>,
): { strays: Stray[]; needless: Stray[] } {
  const found = { strays: [] as Stray[], needless: [] as Stray[] };
  const isThere = (path: string | undefined) => path !== undefined && documents.has(path);
  const taken = new Set(files.filter((file) => isThere(documentPath(file, folder))));
  const served = new Set([...taken].map((file) => documentPath(file, folder)));
  for (const one of former) {
    for (const file of files) {
      const document = documentPath(file, one);
      if (document === undefined || !isThere(document) || taken.has(file)) continue;
      found[served.has(document) ? 'needless' : 'strays'].push({ document, file });
      taken.add(file);
      served.add(document);
    }
  }
  return found;
}
