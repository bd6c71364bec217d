import * as vscode from 'vscode';
import type { AnnotationPlaces } from '../annotationPlaces';
import { withoutTwins } from './links';

/** With more files, the index would take more memory than an editor should. */
const MOST_FILES = 20_000;

export interface FolderFiles {
  /** By URI, in order. */
  readonly documents: ReadonlyMap<string, vscode.Uri>;
  /** The URIs of documents that have an annotation file. */
  readonly annotated: ReadonlySet<string>;
}

interface Settings {
  readonly index: boolean;
  readonly include: string;
  readonly exclude: string;
  /** In bytes. */
  readonly maxSize: number;
}

/** The settings of the index, valid whatever the settings file holds. */
export function folderSettings(): Settings {
  const settings = vscode.workspace.getConfiguration('interviewLens.folder');
  const exclude = globs(settings.get('exclude'));
  return {
    index: settings.get('index') !== false,
    include: braced(globs(settings.get('include'))),
    exclude: braced(exclude),
    maxSize: 1024 * Math.max(1, Number(settings.get('maxFileSize')) || 0),
  };
}

/** The documents of the workspace that may be interviews. `files.exclude` counts, too. */
export async function listFiles(
  places: AnnotationPlaces,
  token: vscode.CancellationToken,
): Promise<FolderFiles> {
  const { include, exclude } = folderSettings();
  if (include === '') return { documents: new Map(), annotated: new Set() };
  const without = exclude === '' ? undefined : exclude;
  const [found, annotations] = await Promise.all([
    vscode.workspace.findFiles(include, without, MOST_FILES, token),
    vscode.workspace.findFiles('**/*.annotations.yaml', without, MOST_FILES, token),
  ]);
  const read = await withoutTwins(found.filter(isRead()));
  const documents = read.map((uri) => [uri.toString(), uri] as const);
  documents.sort(([a], [b]) => (a < b ? -1 : 1));
  const beside = (uri: vscode.Uri) => places.documentOf(uri)?.toString() ?? '';
  return { documents: new Map(documents), annotated: new Set(annotations.map(beside)) };
}

/** Tells which files are recognised at all, by the settings on kinds of documents. */
function isRead(): (uri: vscode.Uri) => boolean {
  const settings = vscode.workspace.getConfiguration('interviewLens.recognise');
  const plainText = settings.get('plainText', true);
  const markdown = settings.get('markdown', true);
  return ({ path }) => (/\.(?:md|markdown)$/i.test(path) ? markdown : plainText);
}

function globs(setting: unknown): string[] {
  if (!Array.isArray(setting)) return [];
  return setting.filter((glob) => typeof glob === 'string' && glob !== '');
}

/** Joins several patterns into one. Braces can’t be nested, so that patterns with their own are expanded. */
function braced(patterns: readonly string[]): string {
  const spread = patterns.flatMap(spreadOut);
  return spread.length > 1 ? `{${spread.join(',')}}` : (spread[0] ?? '');
}

function spreadOut(pattern: string): string[] {
  const [, before, inside, after] = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(pattern) ?? [];
  if (before === undefined || inside === undefined || after === undefined) return [pattern];
  return inside.split(',').map((each) => `${before}${each}${after}`);
}
