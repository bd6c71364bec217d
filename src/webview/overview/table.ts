import type { PictureWords, Words } from '../../core/overview/messages';
import type { Band, Matrix, Place } from '../../core/overview/model';

/** A matrix in rows: what meets what, how often, and where. */
export function matrixTable(
  { rows, columns, cells }: Matrix,
  words: PictureWords,
  line: string,
  reveal: (place: Place) => void,
): HTMLTableElement {
  const table = withHead([words.rows, words.columns, words.counts]);
  for (const { row, column, count, places } of cells) {
    const last = textRow(table, [rows[row] ?? '', columns[column] ?? '', `${count} `]).lastChild;
    for (const place of places) last?.appendChild(placeLink(place, line, reveal));
  }
  return table;
}

/** Who speaks how much. */
export function bandTable(band: Band, words: PictureWords, { speakers }: Words): HTMLTableElement {
  const table = withHead([words.rows, words.counts]);
  band.speakers.forEach(({ turns }, index) => {
    textRow(table, [speakers[index] ?? '', String(turns)]);
  });
  return table;
}

function withHead(titles: readonly string[]): HTMLTableElement {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const title of titles) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = title;
    head.append(cell);
  }
  table.createTBody();
  return table;
}

function textRow(table: HTMLTableElement, texts: readonly string[]): HTMLTableRowElement {
  const row = (table.tBodies[0] ?? table.createTBody()).insertRow();
  for (const text of texts) row.insertCell().textContent = text;
  return row;
}

function placeLink(place: Place, line: string, reveal: (place: Place) => void): HTMLElement {
  const link = document.createElement('button');
  link.type = 'button';
  link.className = 'place';
  link.textContent = String(place.line + 1);
  link.setAttribute('aria-label', `${line} ${place.line + 1}`);
  link.addEventListener('click', () => {
    reveal(place);
  });
  return link;
}
