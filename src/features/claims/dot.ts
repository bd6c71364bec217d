import * as vscode from 'vscode';

/** A dot in a colour of the user's choice, as theme icons only take theme colours. */
export function colourDot(color: string): vscode.Uri {
  const dot = `<circle cx="8" cy="8" r="5" fill="${color}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${dot}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}
