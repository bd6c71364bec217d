import * as vscode from 'vscode';
import type { Order } from '../../core/exchange/report';

/** What an export is asked for by whoever runs its command from elsewhere; what is missing is asked. */
export interface ExportOptions {
  readonly scope?: Scope;
  /** Also what was found automatically. */
  readonly found?: boolean;
  readonly order?: Order;
  /** Where it goes; a file that is there is not replaced. */
  readonly target?: vscode.Uri;
}

export type Scope = 'document' | 'folder';

export interface ImportOptions {
  /** A `.qdc` or `.qdpx`. */
  readonly source?: vscode.Uri;
  /** For a codebook the file, for a project the folder in which its own is made. */
  readonly target?: vscode.Uri;
}

/** The options that a command was given; menus give something else, which counts as none. */
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
