/** How the user's theme and window want pictures to look. */
export interface Theme {
  readonly foreground: string;
  readonly muted: string;
  readonly background: string;
  readonly accent: string;
  readonly roles: readonly string[];
  /** The colour of marks' outlines, which they only have in high contrast. */
  readonly outline: string | undefined;
  readonly font: string;
  /** How wide pictures are, in CSS pixels. */
  readonly width: number;
}

const NARROWEST = 420;
const WIDEST = 1000;

/** Reads the theme anew: pictures are drawn with its colours, so that a saved one has them, too. */
export function readTheme(within: HTMLElement): Theme {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string, otherwise: string) =>
    style.getPropertyValue(`--vscode-${name}`).trim() || otherwise;
  const foreground = color('editor-foreground', '#333');
  const accent = color('charts-blue', '#1a73b7');
  return {
    foreground,
    muted: color('descriptionForeground', foreground),
    background: color('editor-background', '#fff'),
    accent,
    roles: [accent, color('charts-green', '#388a34'), color('charts-purple', '#652d90')],
    outline: document.body.className.includes('vscode-high-contrast') ? foreground : undefined,
    font: color('font-family', 'sans-serif'),
    width: Math.min(WIDEST, Math.max(NARROWEST, within.clientWidth)),
  };
}

/** Calls `redraw` when the user changes the theme, or the width of what is drawn in. */
export function onThemeChange(within: HTMLElement, redraw: () => void): void {
  let width = 0;
  new ResizeObserver(() => {
    if (within.clientWidth === width) return;
    width = within.clientWidth;
    redraw();
  }).observe(within);
  new MutationObserver(redraw).observe(document.body, {
    attributes: true,
    attributeFilter: ['class'],
  });
}
