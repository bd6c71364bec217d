import * as vscode from 'vscode';
import type { Order } from '../../core/exchange/report';

/** Options for those who run the command of an export from elsewhere; the user is asked for what is missing. */
export interface ExportOptions {
  readonly scope?: Scope;
  /** Whether to include what was found automatically. */
  readonly found?: boolean;
  readonly order?: Order;
  /** The file to write; an existing one is not replaced. */
  readonly target?: vscode.Uri;
}

export type Scope = 'document' | 'folder';

export interface ImportOptions {
  /** A `.qdc` or `.qdpx`. */
  readonly source?: vscode.Uri;
  /** For a codebook, the file; for a project, the folder in which a folder is made for it. */
  readonly target?: vscode.Uri;
}

/** The options given to a command; menus give something else, which counts as none. */
export function exportOptions(given: unknown): ExportOptions {
  const { scope, found, order, target } = record(given);
  return {
    ...((scope === 'document' || scope === 'folder') && { scope }),
    ...(typeof found === 'boolean' && { found }),
    ...((order === 'topic' || order === 'speaker') && { order }),
    ...(target instanceof vscode.Uri && { target }),
  };
}

export function importOptions(given: unknown): ImportOptions {
  if (given instanceof vscode.Uri) return { source: given };
  const { source, target } = record(given);
  return {
    ...(source instanceof vscode.Uri && { source }),
    ...(target instanceof vscode.Uri && { target }),
  };
}

function record(given: unknown): Record<string, unknown> {
  return typeof given === 'object' && given !== null ? { ...given } : {};
}
