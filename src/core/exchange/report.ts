import { allTopics, type Taxonomy } from '../topics/model';
import { escaped } from '../transcript/escape';
import type { Row } from './rows';
import { escapeXml } from './xml';

/** What a report is ordered by. */
export type Order = 'topic' | 'speaker';

/** What a report says in the reader's language. */
export interface ReportWords {
  readonly title: string;
  /** The heading over what touches no topic, or has no speaker. */
  readonly rest: string;
  /** Where a quote is from: `interview.txt, line 12`. */
  readonly place: (row: Row) => string;
  /** What is said about it, briefly: `prediction`, `likely`, `found automatically`. */
  readonly said: (row: Row) => readonly string[];
}

interface Section {
  readonly heading: string;
  /** 1 for the topmost. */
  readonly depth: number;
  readonly rows: readonly Row[];
}

/** A report in Markdown: quotes with their sources under the topics or the speakers. */
export function markdownReport(
  rows: readonly Row[],
  order: Order,
  taxonomy: Taxonomy,
  words: ReportWords,
): string {
  const blocks = sectionsOf(rows, order, taxonomy, words.rest).flatMap((section) => [
    `${'#'.repeat(Math.min(6, section.depth + 1))} ${escaped(section.heading)}`,
    ...section.rows.map((row) => markdownEntry(row, words)),
  ]);
  return `${[`# ${escaped(words.title)}`, ...blocks].join('\n\n')}\n`;
}

function markdownEntry(row: Row, words: ReportWords): string {
  const quote = paragraphsOf(row.quote).map((paragraph) => `> ${escaped(paragraph)}`);
  const source = [row.speaker, words.place(row)].filter((part) => part !== '').map(escaped);
  const said = words.said(row).map(escaped).join(' · ');
  const note = row.note === undefined ? [] : paragraphsOf(row.note).map(escaped);
  const parts = [`${quote.join('\n>\n')}\n>\n> — ${source.join(', ')}`, said, ...note];
  return parts.filter((part) => part !== '').join('\n\n');
}

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
blockquote{margin:1.5rem 0 .5rem;padding-left:1rem;border-left:.25rem solid #8a8a8a}
blockquote p{margin:.25rem 0}footer,.said{font-size:.875rem;opacity:.8}.note{margin-left:1.25rem}
@media (prefers-color-scheme:dark){body{background:#1e1e1e;color:#ddd}}`;

/** A report as one HTML file: no scripts, nothing from elsewhere, all words escaped. */
export function htmlReport(
  rows: readonly Row[],
  order: Order,
  taxonomy: Taxonomy,
  words: ReportWords,
): string {
  const sections = sectionsOf(rows, order, taxonomy, words.rest).map(({ heading, depth, rows }) => {
    const level = Math.min(6, depth + 1);
    const entries = rows.map((row) => htmlEntry(row, words));
    return `<h${level} dir="auto">${escapeXml(heading)}</h${level}>\n${entries.join('\n')}`;
  });
  const title = escapeXml(words.title);
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>${STYLE}</style></head><body>
<h1 dir="auto">${title}</h1>
${sections.join('\n')}
</body></html>
`;
}

function htmlEntry(row: Row, words: ReportWords): string {
  const paragraph = (text: string) => `<p dir="auto">${escapeXml(text)}</p>`;
  const quote = paragraphsOf(row.quote).map(paragraph).join('');
  const source = [row.speaker, words.place(row)].filter((part) => part !== '').map(escapeXml);
  const said = words.said(row).map(escapeXml).join(' · ');
  const note = row.note === undefined ? '' : paragraphsOf(row.note).map(paragraph).join('');
  return [
    `<blockquote>${quote}<footer dir="auto">— ${source.join(', ')}</footer></blockquote>`,
    said === '' ? '' : `<p class="said" dir="auto">${said}</p>`,
    note === '' ? '' : `<div class="note">${note}</div>`,
  ].join('');
}

/** Sections that have something in them, or in those below. */
function sectionsOf(
  rows: readonly Row[],
  order: Order,
  taxonomy: Taxonomy,
  rest: string,
): Section[] {
  const sections = order === 'topic' ? topicSections(rows, taxonomy) : speakerSections(rows);
  const left = rows.filter(({ topics, speaker }) =>
    order === 'topic' ? topics.length === 0 : speaker === '',
  );
  return left.length > 0 ? [...sections, { heading: rest, depth: 1, rows: left }] : sections;
}

function topicSections(rows: readonly Row[], { topics }: Taxonomy): Section[] {
  const byId = grouped(rows, (row) => row.topics.map(({ id }) => id));
  const sections: Section[] = [];
  const add = (list: Taxonomy['topics'], depth: number) => {
    for (const topic of list) {
      const isTouched = [...allTopics([topic])].some(({ id }) => byId.has(id));
      if (!isTouched) continue;
      sections.push({ heading: topic.label, depth, rows: byId.get(topic.id) ?? [] });
      add(topic.children, depth + 1);
    }
  };
  add(topics, 1);
  return sections;
}

/** Speakers in the order of their first words. */
function speakerSections(rows: readonly Row[]): Section[] {
  const bySpeaker = grouped(rows, ({ speaker }) => (speaker === '' ? [] : [speaker]));
  return [...bySpeaker].map(([heading, rows]) => ({ heading, depth: 1, rows }));
}

function grouped(
  rows: readonly Row[],
  keysOf: (row: Row) => readonly string[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return groups;
}

function paragraphsOf(text: string): string[] {
  return text.split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/).filter((paragraph) => paragraph.trim() !== '');
}
