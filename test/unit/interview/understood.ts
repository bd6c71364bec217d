import type { Interview, RegionKind, Role } from '../../../src/core/interview/model';
import type { TextLines } from '../../../src/core/text/lines';

const OF_ROLE: Readonly<Record<Role, string>> = {
  interviewer: 'Q',
  interviewee: 'A',
  panellist: 'P',
  narrator: 'N',
  caller: 'C',
  other: 'T',
};
const OF_REGION: Partial<Record<RegionKind, string>> = {
  sponsor: '$',
  pullQuote: '"',
  stageDirection: '*',
};

/**
 * The lines of a document with a sign before each: `Q` where a turn begins that asks, `A` where one
 * answers, `P` on a panel, `N` where one narrates, `C` where somebody calls in, `T` where one does
 * none of it; nothing where a turn goes on; where nobody speaks `$` for a sponsor, `"` for a pull
 * quote, `*` for a stage direction and `-` for all else.
 */
export function withSigns(text: TextLines, { turns, regions }: Interview): string[] {
  const signs = new Map<number, string>();
  const mark = ({ start, end }: { start: number; end: number }, sign: string) => {
    for (let line = text.lineAt(start); line <= text.lineAt(end - 1); line++) signs.set(line, sign);
  };
  for (const { kind, span } of regions) mark(span, OF_REGION[kind] ?? '-');
  for (const { label, paragraphs } of turns) {
    for (const span of label ? [label, ...paragraphs] : paragraphs) mark(span, ' ');
  }
  for (const { role, span } of turns) signs.set(text.lineAt(span.start), OF_ROLE[role]);
  return Array.from(text.lines, ({ text: line }, at) => {
    const words = line.replace(/[\r\n]+$/, '');
    return words.trim() === '' ? ` |${words}` : `${signs.get(at) ?? '-'}|${words}`;
  });
}
