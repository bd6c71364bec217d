import type { TextLines } from '../text/lines';
import { blocksIn, type Block } from './layout';
import type { LineFacts } from './lineFacts';
import type { Region, RegionKind } from './model';
import type { Person } from './people';

const ANNOUNCED =
  /\b(?:interview\w{0,3}|conversation|transcript|q ?& ?a|oral history|spoke (?:with|to)|talks? (?:with|to)|sat down with|in dialogue|hearing|briefing|podcast|episode|entretien|entrevista|gespräch|интервью|采访|访谈|インタビュー)\b|访谈|采访|インタビュー|интервью/iu;
const BYLINE = /^\s*[*_]*(?:by|von|par|por|view all articles by|interview by|interviewed by)\s/i;
const DATE =
  /^\s*[*_]*(?:\w{3,9},? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? )?\p{L}{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d{2}\b|^\s*(?:19|20)\d{2}-\d{2}-\d{2}\s*$/u;
const EDITED =
  /\b(?:edited for|lightly edited|condensed|has been (?:edited|shortened)|editor['’]s note)\b/i;
const DESCRIBES = /\b(?:is|was|serves as|works as)\s+(?:currently\s+)?(?:an?|the)\b/i;
const LONGEST_TITLE = 28;
const SHORT_NOTE = 40;

/** Whether the text before the first turn speaks of an interview. */
export function isAnnounced(preamble: string): boolean {
  return ANNOUNCED.test(preamble);
}

/** The regions of the lines before the first turn, which is at line `end`. */
export function preambleRegions(
  text: TextLines,
  facts: readonly LineFacts[],
  end: number,
  people: readonly Person[],
): Region[] {
  const regions: Region[] = [];
  const add = (kind: RegionKind, block: Block) => {
    regions.push({ kind, span: spanOf(text, block) });
  };
  const start = frontMatterEnd(text, end);
  if (start > 0) add('frontMatter', { first: 0, end: start });
  let hasTitle = false;
  for (const block of blocksIn(facts, start, end)) {
    const kind = kindOf(text, facts, block, people, hasTitle);
    hasTitle ||= kind === 'title';
    add(kind, block);
  }
  return regions;
}

/** The span of some lines, from the first one's start to the last one's end. */
export function spanOf(text: TextLines, { first, end }: Block): { start: number; end: number } {
  return { start: text.lineSpan(first).start, end: text.lineSpan(end - 1).end };
}

/** The line behind YAML front matter or a WebVTT header; 0 if there is none. */
function frontMatterEnd(text: TextLines, end: number): number {
  const [first] = text.lines;
  if (/^\uFEFF?WEBVTT/.test(first?.text ?? '')) return 1;
  if (first?.text.trimEnd() !== '---') return 0;
  for (let line = 1; line < end; line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(text.lines[line]?.text ?? '')) return line + 1;
  }
  return 0;
}

function kindOf(
  text: TextLines,
  facts: readonly LineFacts[],
  block: Block,
  people: readonly Person[],
  hasTitle: boolean,
): RegionKind {
  const line = facts[block.first] as LineFacts;
  const content = text.lines[block.first]?.text ?? '';
  const isShort = block.end - block.first === 1 && line.words <= LONGEST_TITLE;
  if (isShort) return shortKind(content, line, hasTitle) ?? longKind(content, line, people);
  return longKind(content, line, people);
}

/** What a short line is by itself; undefined if it may be a sentence of the introduction. */
function shortKind(content: string, line: LineFacts, hasTitle: boolean): RegionKind | undefined {
  if (BYLINE.test(content)) return 'byline';
  if (DATE.test(content)) return 'date';
  if (!hasTitle && (line.isHeading || !line.isSentence || line.asks)) return 'title';
  return line.isSentence ? undefined : 'heading';
}

function longKind(content: string, line: LineFacts, people: readonly Person[]): RegionKind {
  if (line.words <= SHORT_NOTE && EDITED.test(content.slice(0, 120))) return 'editorNote';
  const opening = content.slice(0, 90);
  const tells = people.some(({ name, labels }) =>
    [name, ...labels.map((label) => label.name)].some((known) => opening.includes(known)),
  );
  return tells && DESCRIBES.test(content.slice(0, 160)) ? 'biography' : 'introduction';
}
