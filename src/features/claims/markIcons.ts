import * as vscode from 'vscode';
import type { Status } from '../../core/annotations/model';

/** How a tagged claim is marked in the text: by its status, or because its words were changed. */
export type Mark = Status | 'tagged' | 'changed';

/** All marks; for several claims on one line, the gutter shows the first of these. */
export const MARKS: readonly Mark[] = [
  'changed',
  'refuted',
  'disputed',
  'open',
  'verified',
  'tagged',
];

/** Paths in a square of 16; they differ in shape, as colours alone would not do. */
const SHAPES: Readonly<Record<Mark, string>> = {
  changed: 'M8 2.5 14 13.5H2ZM8 6.5V9.7M8 11.2V12',
  refuted: 'M4 4 12 12M12 4 4 12',
  disputed: 'M5.5 5.5C5.5 2.5 10.5 2.5 10.5 5.5 10.5 7.7 8 7.4 8 9.8M8 11.9V13',
  open: 'M8 4A4 4 0 1 1 8 12 4 4 0 1 1 8 4Z',
  verified: 'M3 8.5 6.5 12 13 4.5',
  tagged: 'M3 3H8L13 8 8 13 3 8ZM5.4 5.4H5.5',
};

/** The gutter's icon of a mark, for dark and light themes. */
export function gutterIcon(mark: Mark): vscode.DecorationRenderOptions {
  return {
    gutterIconSize: '75%',
    dark: { gutterIconPath: drawn(SHAPES[mark], '#c5c5c5') },
    light: { gutterIconPath: drawn(SHAPES[mark], '#424242') },
  };
}

function drawn(path: string, color: string): vscode.Uri {
  const style = `fill="none" stroke="${color}" stroke-width="1.5" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="${path}" ${style}/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}
