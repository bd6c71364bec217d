/** What a part of the bench measured. */
export interface Table {
  readonly title: string;
  /** What the figures are of, in a sentence or two. */
  readonly note: string;
  readonly rows: readonly Row[];
}

export type Row = Readonly<Record<string, string | number>>;

/** A table as Markdown, with figures to the right. */
export function asMarkdown({ title, note, rows }: Table): string {
  const columns = Object.keys(rows[0] ?? {});
  const isNumeric = (column: string) => rows.every((row) => !Number.isNaN(Number(row[column])));
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}`,
    '',
    note,
    '',
    line(columns),
    line(columns.map((column) => (isNumeric(column) ? '--:' : '---'))),
    ...rows.map((row) => line(columns.map((column) => row[column] ?? ''))),
  ].join('\n');
}
