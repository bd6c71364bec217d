import * as vscode from 'vscode';
import { baseName } from '../../workspace/baseName';

/** A file that the page wants to have saved. */
export interface PictureFile {
  readonly picture: string;
  readonly format: 'svg' | 'png';
  readonly data: string;
}

/** Asks where to save a picture, and does it. @param beside a document, whose folder is proposed */
export async function savePicture(file: PictureFile, beside: vscode.Uri): Promise<void> {
  const { picture, format, data } = file;
  const name = `${stem(beside)}-${picture}.${format}`;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(beside, '..', name),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (!target) return;
  const bytes =
    format === 'svg'
      ? new TextEncoder().encode(data)
      : Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
  await vscode.workspace.fs.writeFile(target, bytes);
}

function stem(uri: vscode.Uri): string {
  return baseName(uri).replace(/\.[^.]*$/, '') || 'overview';
}
