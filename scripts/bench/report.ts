import { format, resolveConfig } from 'prettier';
import { asMarkdown, type Table } from './table';

/**
 * A report in Markdown with the tables of one part anew, laid out as the check of formats wants it; those of
 * the other parts stay.
 *
 * @param file where the report is, which decides how it is laid out
 * @param measuredOn a sentence on where and when it was measured
 */
export async function withTables(
  report: string,
  part: string,
  tables: readonly Table[],
  { file, measuredOn }: { file: string; measuredOn: string },
): Promise<string> {
  const start = `<!-- ${part} -->`;
  const end = `<!-- end of ${part} -->`;
  const section = [start, ...tables.map(asMarkdown), measuredOn, end].join('\n\n');
  const from = report.indexOf(start);
  const to = report.indexOf(end);
  const all =
    from < 0 || to < 0
      ? `${report}\n\n${section}\n`
      : report.slice(0, from) + section + report.slice(to + end.length);
  return format(all, { ...(await resolveConfig(file)), filepath: file });
}
