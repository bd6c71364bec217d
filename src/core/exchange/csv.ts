import type { Row } from './rows';

const COLUMNS: readonly (readonly [name: string, value: (row: Row) => string | number])[] = [
  ['document', ({ document }) => document],
  ['line', ({ line }) => line],
  ['speaker', ({ speaker }) => speaker],
  ['role', ({ role }) => role ?? ''],
  ['quote', ({ quote }) => quote],
  ['by', ({ found, coder }) => (found ? 'found automatically' : (coder ?? ''))],
  ['kind', ({ kind }) => kind ?? ''],
  ['likelihood', ({ likelihood }) => likelihood ?? ''],
  ['reported of', ({ reported }) => reported ?? ''],
  ['codes', ({ tags }) => tags.join('; ')],
  ['topics', ({ topics }) => topics.map(({ label }) => label).join('; ')],
  ['confidence', ({ confidence }) => confidence ?? ''],
  ['status', ({ status }) => status ?? ''],
  ['rating', ({ rating }) => rating ?? ''],
  ['note', ({ note }) => note ?? ''],
  ['id', ({ guid }) => guid],
];

/** The first line of the table, with the mark by which spreadsheets recognise UTF-8. */
export const CSV_HEAD = `\ufeff${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/**
 * Rows as lines of a CSV table (RFC 4180). What a spreadsheet would run as a formula gets an
 * apostrophe before it, which the spreadsheet doesn't show.
 */
export function csvLines(rows: readonly Row[]): string {
  return rows.map((row) => csvLine(COLUMNS.map(([, value]) => value(row)))).join('');
}

/** A line of a table, with its end. */
export function csvLine(fields: readonly (string | number)[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

/** The beginning of a formula in any of the common programs, perhaps after white space. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function field(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n\ufeff]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
