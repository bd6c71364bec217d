import type { Interview, Region, RegionKind, Turn } from '../interview/model';
import type { TextLines } from '../text/lines';
import { contains, lastStartingAtOrBefore, overlaps, type Span } from '../text/span';
import { escaped } from './escape';

/** A paragraph of the transcript, and where it stands in the document. */
interface Block {
  readonly start: number;
  readonly markdown: string;
}

/** How regions are written; those that don't belong into a transcript are absent. */
const WRITTEN: Partial<Record<RegionKind, (words: string) => string>> = {
  title: (words) => `# ${escaped(bare(words))}`,
  date: (words) => `## ${escaped(bare(words))}`,
  heading: (words) => `## ${escaped(bare(words))}`,
  byline: (words) => escaped(bare(words)),
  biography: (words) => escaped(bare(words)),
  introduction: (words) => escaped(bare(words)),
  editorNote: italics,
  stageDirection: italics,
};

/**
 * An interview of any layout as a Markdown transcript: `**Name:** words`, a paragraph for each
 * paragraph, questions without a label in bold, stage directions in italics. Mark-up in the
 * document's words is escaped. Front matter, times, notices and footers are left out.
 *
 * @param within only what stands there, in UTF-16 units; who speaks is named also if the label doesn't
 * @returns '' if nobody speaks there
 */
export function markdownTranscript(
  text: TextLines,
  { turns, regions }: Interview,
  within: Span = { start: 0, end: text.length },
): string {
  const paragraphs = turns.flatMap((turn) => turn.paragraphs);
  const blocks = [
    ...regions
      .filter((region) => overlaps(region.span, within) && !standsIn(paragraphs, region))
      .flatMap((region) => regionBlock(text, region, within)),
    ...turns
      .filter((turn) => overlaps(turn.span, within))
      .flatMap((turn) => turnBlocks(text, turn, regions, within)),
  ];
  const sorted = blocks.sort((a, b) => a.start - b.start).map(({ markdown }) => markdown);
  return sorted.length > 0 ? `${sorted.join('\n\n')}\n` : '';
}

/**
 * What stands over a transcript of a whole interview: YAML front matter with what the document says
 * about itself and who takes part. Its keys are a format, and so in no language of the user's.
 */
export function transcriptHead(text: TextLines, { metadata, speakers }: Interview): string {
  const told = (['title', 'date', 'place', 'outlet'] as const).flatMap((key) => {
    const span = metadata[key];
    return span ? [`${key}: ${quoted(bare(text.slice(span)))}`] : [];
  });
  const people = speakers.flatMap(({ name, role, description }) => [
    `  - name: ${quoted(name)}`,
    `    role: ${role}`,
    ...(description === undefined ? [] : [`    description: ${quoted(description)}`]),
  ]);
  const participants = people.length > 0 ? ['participants:', ...people] : [];
  if (told.length + participants.length === 0) return '';
  return ['---', ...told, ...participants, '---', '', ''].join('\n');
}

/** A text on one line, in the quotation marks of JSON, which YAML knows too. */
function quoted(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, ' ').trim());
}

function standsIn(paragraphs: readonly Span[], { span }: Region): boolean {
  const around = paragraphs[lastStartingAtOrBefore(paragraphs, span.start, (one) => one)];
  return around !== undefined && contains(around, span.start);
}

function regionBlock(text: TextLines, { kind, span }: Region, within: Span): Block[] {
  const words = text.slice(clipped(span, within));
  const write = WRITTEN[kind];
  if (!write || bare(words) === '') return [];
  return [{ start: span.start, markdown: write(words) }];
}

function turnBlocks(
  text: TextLines,
  turn: Turn,
  regions: readonly Region[],
  within: Span,
): Block[] {
  const words = turn.paragraphs
    .filter((paragraph) => overlaps(paragraph, within))
    .map((paragraph) => ({
      start: paragraph.start,
      markdown: speech(text, clipped(paragraph, within), regions),
    }))
    .filter(({ markdown }) => markdown !== '');
  const { speaker, role } = turn;
  if (!speaker && role !== 'interviewer') return words;
  return words.map(({ start, markdown }, index) => {
    if (!speaker) return { start, markdown: `**${markdown}**` };
    return { start, markdown: index > 0 ? markdown : `**${escaped(speaker.name)}:** ${markdown}` };
  });
}

/** The words of a paragraph, with the stage directions in it. */
function speech(text: TextLines, paragraph: Span, regions: readonly Region[]): string {
  const pieces: string[] = [];
  let at = paragraph.start;
  const first = Math.max(
    0,
    lastStartingAtOrBefore(regions, at, ({ span }) => span),
  );
  for (let index = first; index < regions.length; index++) {
    const { kind, span } = regions[index] as Region;
    if (span.start >= paragraph.end) break;
    if (kind !== 'stageDirection' || span.start < at || span.end > paragraph.end) continue;
    pieces.push(text.slice({ start: at, end: span.start }), text.slice(span));
    at = span.end;
  }
  pieces.push(text.slice({ start: at, end: paragraph.end }));
  return withDirections(pieces);
}

/** @param pieces words and stage directions in turn */
function withDirections(pieces: readonly string[]): string {
  let markdown = '';
  pieces.forEach((piece, index) => {
    if (index % 2 > 0) markdown += `${gapAfter(markdown)}${italics(piece)}`;
    else if (piece !== '') markdown += `${index > 0 ? gapBefore(piece) : ''}${escaped(piece)}`;
  });
  return stripped(markdown.trim());
}

/** Emphasis is none beside a letter, nor right behind other emphasis. */
function gapAfter(markdown: string): string {
  return markdown === '' || /[\s([]$/u.test(markdown) ? '' : ' ';
}

function gapBefore(piece: string): string {
  return /^[\s\p{P}]/u.test(piece) ? '' : ' ';
}

function italics(words: string): string {
  return `*${escaped(bare(words))}*`;
}

/** Words without the Markdown marks of headings and emphasis that stand around all of them. */
function bare(words: string): string {
  const unclosed = words.startsWith('#') ? words.replace(/\s#+\s*$/, '') : words;
  const begun = unclosed.replace(/^[\s#*_]+/, '').trimEnd();
  let end = begun.length;
  while (end > 0 && (begun[end - 1] === '*' || begun[end - 1] === '_')) end--;
  return begun.slice(0, end).trimEnd();
}

/** Escaped marks of emphasis around a whole paragraph were the document's own mark-up. */
function stripped(markdown: string): string {
  const outer = /^((?:\\[*_]){1,3})(?=[^\\])/.exec(markdown)?.[1];
  if (outer === undefined || !markdown.endsWith(outer)) return markdown;
  const inner = markdown.slice(outer.length, -outer.length);
  return markdown.length < 2 * outer.length || inner.includes(outer) ? markdown : inner;
}

function clipped(span: Span, within: Span): Span {
  return { start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) };
}
