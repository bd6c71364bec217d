import * as Plot from '@observablehq/plot';
import type { Role } from '../../core/interview/model';
import type { Band, Cell, Matrix, Place } from '../../core/overview/model';
import type { Theme } from './theme';

/** A picture whose marks lead to places: the mark with `href="#n"` to the places at `n`. */
export interface Drawn {
  readonly svg: SVGSVGElement;
  readonly places: readonly (readonly Place[])[];
}

const LETTER = 6.6;
const ROW = 26;
const LONGEST_LABEL = 34;
/** The sine of the angle of labels that don’t fit horizontally. */
const SLANT = 0.65;
/** Columns are at least wide enough to keep slanted labels apart; if need be, the page scrolls. */
const NARROWEST_COLUMN = 24;
/** A turn of a few words in a long interview would not be seen. */
const THINNEST = 0.7;
/** Space beside the last column for its slanted label. */
const RIGHT = 20;

/** Who asks, who answers, and everybody else. */
const COLOUR_OF: Record<Role, number> = {
  interviewer: 0,
  interviewee: 1,
  panellist: 1,
  narrator: 2,
  caller: 2,
  other: 2,
};

/** Who speaks when: a row for each speaker, a bar for each turn. */
export function drawBand(band: Band, labels: readonly string[], line: string, theme: Theme): Drawn {
  const marks = Plot.barX(band.turns, {
    x1: 'from',
    x2: 'to',
    y: (turn: Band['turns'][number]) => unique(labels, turn.speaker),
    fill: (turn: Band['turns'][number]) =>
      theme.roles[COLOUR_OF[band.speakers[turn.speaker]?.role ?? 'other']],
    insetTop: 3,
    insetBottom: 3,
    ...outline(theme),
    href: (_: unknown, index: number) => `#${index}`,
    ariaLabel: ({ speaker, place }: Band['turns'][number]) =>
      `${band.speakers[speaker]?.name}, ${line} ${place.line + 1}`,
  });
  const plot = Plot.plot({
    ...frame(theme, labels),
    height: 50 + ROW * Math.max(1, labels.length),
    x: { domain: [0, 1], label: null, tickFormat: percent },
    y: namedAxis(labels),
    color: { type: 'identity' },
    marks: [marks],
  });
  const svg = asSvg(plot);
  for (const bar of svg.querySelectorAll('rect')) {
    if (Number(bar.getAttribute('width')) < THINNEST) bar.setAttribute('width', String(THINNEST));
  }
  return { svg, places: band.turns.map(({ place }) => [place]) };
}

/** A matrix of counts: darker where there are more, with the number in each cell if it fits. */
export function drawMatrix(matrix: Matrix, line: string, theme: Theme): Drawn {
  const { rows, columns, cells, isScale = false } = matrix;
  const row = ({ row: index }: Cell) => unique(rows, index);
  const column = ({ column: index }: Cell) => unique(columns, index);
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const at = { x: column, y: row };
  const options = frame(theme, rows);
  const inWidth = (theme.width - options.marginLeft - RIGHT) / Math.max(1, columns.length);
  const room = isScale ? inWidth : Math.max(NARROWEST_COLUMN, inWidth);
  const longest = Math.max(0, ...columns.map((label) => shortened(label).length));
  const fits = isScale || longest * LETTER < room;
  // With space between two labels.
  const step = isScale ? Math.ceil(((longest + 2) * LETTER) / room) : 1;
  // Numbers that don't fit would run into one another; each cell's tooltip and the table have them.
  const areLegible = String(most).length * LETTER < room - 2;
  const plot = Plot.plot({
    ...options,
    width: options.marginLeft + room * Math.max(1, columns.length) + RIGHT,
    marginRight: RIGHT,
    height: (fits ? 50 : 40 + longest * LETTER * SLANT) + ROW * Math.max(1, rows.length),
    marginBottom: fits ? 30 : 20 + longest * LETTER * SLANT,
    x: {
      domain: columns.map((_, index) => unique(columns, index)),
      label: null,
      tickRotate: fits ? 0 : -40,
      tickFormat: (label: string, index: number) =>
        index % step === 0 ? shortened(plainLabel(label)) : '',
    },
    y: namedAxis(rows),
    marks: [
      Plot.cell(cells, {
        ...at,
        inset: 1,
        fill: theme.accent,
        fillOpacity: ({ count }: Cell) => 0.12 + (0.4 * count) / most,
        ...outline(theme),
        href: (_: unknown, index: number) => `#${index}`,
        ariaLabel: (cell: Cell) => cellLabel(cell, rows, columns, line),
      }),
      Plot.text(areLegible ? cells : [], {
        ...at,
        text: 'count',
        fill: theme.foreground,
        pointerEvents: 'none',
      }),
    ],
    opacity: { type: 'identity' },
  });
  return { svg: asSvg(plot), places: cells.map(({ places }) => places) };
}

/** `Sanctions, Lindqvist: 3, line 12, 40 …` */
function cellLabel(
  { row, column, count, places }: Cell,
  rows: readonly string[],
  columns: readonly string[],
  line: string,
): string {
  const lines = places.slice(0, 5).map((place) => place.line + 1);
  const more = places.length > lines.length ? ' …' : '';
  return `${rows[row]}, ${columns[column]}: ${count}, ${line} ${lines.join(', ')}${more}`;
}

function frame(theme: Theme, labels: readonly string[]): Plot.PlotOptions & { marginLeft: number } {
  const longest = Math.max(4, ...labels.map((label) => Math.min(label.length, LONGEST_LABEL)));
  return {
    width: theme.width,
    marginLeft: 24 + longest * LETTER,
    className: 'picture',
    style: {
      background: theme.background,
      color: theme.foreground,
      fontFamily: theme.font,
      fontSize: '12px',
    },
  };
}

/** A row for each label. */
function namedAxis(labels: readonly string[]): Plot.ScaleOptions {
  return {
    domain: labels.map((_, index) => unique(labels, index)),
    label: null,
    tickFormat: (label: string) => shortened(plainLabel(label)),
  };
}

function outline({ outline: stroke }: Theme): { stroke?: string } {
  return stroke === undefined ? {} : { stroke };
}

/** Takes a picture out of what Plot may wrap it in, without the style sheet, which the page's policy forbids. */
function asSvg(plot: (SVGSVGElement | HTMLElement) & Plot.Plot): SVGSVGElement {
  const svg = plot instanceof SVGSVGElement ? plot : plot.querySelector('svg');
  if (!svg) throw new Error('Plot drew no picture.');
  svg.querySelector('style')?.remove();
  return svg;
}

function percent(part: number): string {
  return `${Math.round(part * 100)}\u00a0%`;
}

/** Two rows may have the same words: a number that isn't shown tells them apart. */
function unique(labels: readonly string[], index: number): string {
  return `${labels[index] ?? ''}\u0000${index}`;
}

function plainLabel(label: string): string {
  return label.slice(0, label.indexOf('\u0000'));
}

function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;
}
