import {
  PICTURES,
  type PageMessage,
  type Picture,
  type PictureWords,
  type Scope,
  type Shown,
} from '../../core/overview/messages';
import type { Overview, Place } from '../../core/overview/model';
import { walkable } from './marks';
import { drawBand, drawMatrix, type Drawn } from './pictures';
import { pngBase64, svgText } from './save';
import { bandTable, matrixTable } from './table';
import './page.css';
import { onThemeChange, readTheme, type Theme } from './theme';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const host = acquireVsCodeApi();
const root = document.body.appendChild(document.createElement('main'));
let latest: Shown | undefined;

window.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
  latest = data;
  draw();
});
onThemeChange(root, draw);
host.postMessage({ type: 'ready' });

function draw(): void {
  if (!latest) return;
  const { overview, words, scope } = latest;
  const theme = readTheme(root);
  const focused = focusedControl();
  root.replaceChildren(
    element('h1', words.heading),
    scopes(scope, words.scopes),
    ...(overview ? figures(overview, latest, theme) : [element('p', words.nothing)]),
  );
  if (focused) document.getElementById(focused)?.focus();
}

/** The focused control, so that redrawing a picture doesn't lose the keyboard's focus. */
function focusedControl(): string | undefined {
  return document.activeElement?.id || undefined;
}

function scopes(current: Scope, names: Readonly<Record<Scope, string>>): HTMLElement {
  const group = element('div', '');
  group.className = 'scopes';
  group.setAttribute('role', 'group');
  for (const scope of ['document', 'folder'] as const) {
    const choice = button(names[scope], () => host.postMessage({ type: 'scope', scope }));
    choice.id = `scope-${scope}`;
    choice.setAttribute('aria-pressed', String(scope === current));
    group.append(choice);
  }
  return group;
}

function figures(overview: Overview, shown: Shown, theme: Theme): HTMLElement[] {
  return PICTURES.flatMap((picture) => {
    const words = shown.words.pictures[picture];
    const drawn = words && drawnPicture(picture, overview, shown, theme);
    return drawn ? [figure(picture, drawn, shown, theme)] : [];
  });
}

function drawnPicture(
  picture: Picture,
  overview: Overview,
  { words }: Shown,
  theme: Theme,
): Drawn | undefined {
  if (picture === 'band') {
    return overview.band && drawBand(overview.band, words.speakers, words.line, theme);
  }
  const matrix = overview[picture];
  return matrix && matrix.cells.length > 0 ? drawMatrix(matrix, words.line, theme) : undefined;
}

function figure(picture: Picture, drawn: Drawn, shown: Shown, theme: Theme): HTMLElement {
  const words = shown.words.pictures[picture] as PictureWords;
  const section = element('section', '');
  const heading = element('h2', words.title);
  heading.id = `title-${picture}`;
  const summary = element('p', words.summary);
  summary.id = `summary-${picture}`;
  drawn.svg.setAttribute('role', 'group');
  drawn.svg.setAttribute('aria-labelledby', heading.id);
  drawn.svg.setAttribute('aria-describedby', summary.id);
  walkable(drawn, reveal);
  const tools = element('div', '');
  tools.className = 'tools';
  tools.append(saveButton(picture, 'svg', drawn, shown, theme));
  tools.append(saveButton(picture, 'png', drawn, shown, theme));
  const scroller = element('div', '');
  scroller.className = 'scroller';
  scroller.append(drawn.svg);
  section.append(heading, summary, scroller, tools, tableOf(picture, shown));
  return section;
}

function saveButton(
  picture: Picture,
  format: 'svg' | 'png',
  { svg }: Drawn,
  { words }: Shown,
  theme: Theme,
): HTMLElement {
  const title = words.pictures[picture]?.title ?? '';
  const save = async () => {
    const text = svgText(svg, title, theme);
    const data = format === 'svg' ? text : await pngBase64(svg, text);
    host.postMessage({ type: 'save', picture, format, data });
  };
  const made = button(format === 'svg' ? words.saveSvg : words.savePng, () => void save());
  made.id = `save-${format}-${picture}`;
  made.setAttribute('aria-describedby', `title-${picture}`);
  return made;
}

/** The same as a table, which is made when it is first opened. */
function tableOf(picture: Picture, { overview, words }: Shown): HTMLElement {
  const details = document.createElement('details');
  const summary = element('summary', words.asTable);
  summary.id = `table-${picture}`;
  details.append(summary);
  details.addEventListener(
    'toggle',
    () => {
      const labels = words.pictures[picture];
      if (!overview || !labels) return;
      const matrix = picture === 'band' ? undefined : overview[picture];
      if (matrix) details.append(matrixTable(matrix, labels, words.line, reveal));
      else if (overview.band) details.append(bandTable(overview.band, labels, words));
    },
    { once: true },
  );
  return details;
}

function reveal({ document: at, start, end }: Place): void {
  host.postMessage({ type: 'reveal', document: at, start, end });
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', run);
  return made;
}
