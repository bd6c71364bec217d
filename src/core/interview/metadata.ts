import { trimmedIn, type TextLines } from '../text/lines';
import type { Span } from '../text/span';
import { blocksIn, type Block } from './layout';
import type { LineFacts } from './line/lineFacts';
import type { Interview, Metadata, Region, Turn } from './model';
import { frontMatterEnd } from './preamble';

type Field = Exclude<keyof Metadata, 'title'>;

/** Names of the fields, as keys of front matter or words before a colon. */
const KEYS: Readonly<Record<Field, RegExp>> = {
  date: /^(?:date|dated|recorded(?: on)?|recording date|date of (?:the )?(?:interview|recording)|interview date|published|pubdate|created|datum|aufnahme vom|fecha|data|dato|date de l['’]entretien|日期|時間|时间|日時|収録日|날짜|일시|дата)$/iu,
  place:
    /^(?:place|location|venue|recorded (?:at|in)|place of (?:the )?(?:interview|recording)|ort|lugar|lieu|luogo|local|sted|plaats|miejsce|место|地点|場所|장소)$/iu,
  outlet:
    /^(?:outlet|publication|published (?:in|by)|publisher|newspaper|magazine|journal|podcast|show|programme?|channel|station|series|archive|collection|repository|medium|quelle|fuente|fonte|来源|出处|掲載|매체|издание)$/iu,
};
const ENTRY =
  /^([\s*_>-]*)([\p{L}][\p{L} '’]{1,28}?)([*_]*\s*[:：]\s*[*_]*\s*["']?)(\S.{0,160}?)["']?[\s*_]*$/u;
const MONTH = String.raw`\p{L}{3,10}\.?`;
const YEAR = String.raw`(?:1[6-9]|20)\d{2}`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|\.)?`;
const DATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${DAY} (?:de )?${MONTH}(?: de)?,? ${YEAR}|${MONTH} ${DAY},? ${YEAR}|${YEAR}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]${YEAR}|${YEAR}年\d{1,2}月(?:\d{1,2}日)?|${YEAR}년 \d{1,2}월(?: \d{1,2}일)?)(?![\p{L}\p{N}])`,
  'u',
);
/** A date in a sentence counts only if the sentence is about the conversation. */
const OF_TALK =
  /\b(?:recorded|interviewed|interview|conducted|held|filmed|conversation|spoke|published|posted|aufgenommen|aufgezeichnet|grabad[ao]|enregistré|recueilli)/iu;
/** A word of a region’s name: `N.S.`; but a full stop behind `Scotia` ends the sentence. */
const OF_REGION = String.raw`(?:(?:\p{Lu}\.){2,4}|\p{Lu}\p{L}{1,20})`;
const NAMED_PLACE = String.raw`(\p{Lu}[\p{L}’'-]{1,30}(?: (?:\p{Lu}|de |la |upon |am |an der )[\p{L}’'-]{0,30}){0,3}(?:, ${OF_REGION}(?: ${OF_REGION})?)?)`;
const HELD_AT = new RegExp(
  String.raw`\b(?:[Rr]ecorded|[Ii]nterviewed|[Cc]onducted|[Hh]eld|[Ff]ilmed|spoke|met|talked)\b[^.\n]{0,60}? (?:at|in) (?:the )?${NAMED_PLACE}`,
  'u',
);
/** A dateline: `HALIFAX, N.S. — The last loft …`. */
const DATELINE =
  /^[\s*_]*(\p{Lu}[\p{Lu} .'’-]{2,30}(?:, \p{Lu}[\p{L}.]{1,15})?)\s+(?:—|–|--)\s+\S/u;
const PUBLISHED_IN =
  /\b(?:originally |first )?(?:published|appeared|aired|broadcast|printed) (?:in|on|by) (?:the )?(\p{Lu}[\p{L}\p{N}’'&-]*(?: \p{Lu}[\p{L}\p{N}’'&-]*){0,4})/u;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [DATE, HELD_AT, PUBLISHED_IN];
const LONGEST_WORDS = 28;
/** The most words of a line that stands for itself above others. */
const LONGEST_LOOSE = 14;
const MOST_LINES = 400;

interface Asking {
  /** The first turn of an outlet (a magazine, a station) that asks. */
  readonly asking: Turn | undefined;
}

/**
 * Where a document gives details about itself: in front matter, in lines such as `Date: 3 May`, in
 * a dateline, in a short line or sentence about the conversation. Linear in the length of the text
 * before the first turn.
 *
 * @param end the line at which the first turn begins
 */
export function metadataOf(
  text: TextLines,
  facts: readonly LineFacts[],
  end: number,
  { title, regions, asking }: Pick<Interview, 'title' | 'regions'> & Asking,
): Metadata {
  const last = Math.min(end, MOST_LINES);
  const entries = entriesBefore(text, last);
  const date = entries.date ?? dateIn(text, facts, last, regions);
  const place = entries.place ?? placeIn(text, last);
  const outlet = entries.outlet ?? outletIn(text, last, asking);
  return {
    ...(title && { title }),
    ...(date && { date }),
    ...(place && { place }),
    ...(outlet && { outlet }),
  };
}

/**
 * The first line of a document, if it reads like a title and what stands below it, up to an empty line, are lines
 * with keys and values or others that are no sentences: who spoke where and when.
 */
export function titleOverEntries(
  text: TextLines,
  facts: readonly LineFacts[],
  end: number,
): Span | undefined {
  const [block] = blocksIn(facts, frontMatterEnd(text), end);
  if (!block || block.end < block.first + 2) return undefined;
  const { isSentence, isMachine, isDirection, words } = facts[block.first] as LineFacts;
  const hasWord = /\p{L}{2}/u.test(lineAt(text, block.first));
  const isTitle = hasWord && !isSentence && !isMachine && !isDirection && words <= LONGEST_WORDS;
  const isEntry = (line: number) => ENTRY.test(lineAt(text, line));
  if (!isTitle || isEntry(block.first)) return undefined;
  if (!isEntry(block.first + 1) && !isLoose(facts, block)) return undefined;
  return trimmedIn(text, text.lineSpan(block.first));
}

/** Whether each line of a block stands for itself, rather than being part of a paragraph. */
function isLoose(facts: readonly LineFacts[], { first, end }: Block): boolean {
  return facts
    .slice(first, end)
    .every(
      ({ isSentence, isMachine, words }) => !isSentence && !isMachine && words <= LONGEST_LOOSE,
    );
}

/** For each field, its first value in lines with a key. */
function entriesBefore(text: TextLines, end: number): { readonly [K in Field]?: Span } {
  const found: { [K in Field]?: Span } = {};
  const last = Math.max(end, frontMatterEnd(text));
  for (let line = 0; line < last; line++) {
    const [, lead = '', key = '', colon = '', value] = ENTRY.exec(lineAt(text, line)) ?? [];
    if (value === undefined) continue;
    const field = FIELDS.find((one) => KEYS[one].test(key.trim()));
    if (!field || found[field]) continue;
    const start = text.lineSpan(line).start + lead.length + key.length + colon.length;
    found[field] = { start, end: start + value.length };
  }
  return found;
}

const FIELDS = Object.keys(KEYS) as Field[];

function dateIn(
  text: TextLines,
  facts: readonly LineFacts[],
  end: number,
  regions: readonly Region[],
): Span | undefined {
  const region = regions.find(({ kind }) => kind === 'date')?.span;
  if (region) return matchIn(text, region, DATE, 0) ?? region;
  for (const block of blocksIn(facts, frontMatterEnd(text), end)) {
    const last = isLoose(facts, block) ? block.end : block.first + 1;
    for (let line = block.first; line < last; line++) {
      const { words, isSentence } = facts[line] as LineFacts;
      const isShort = words <= LONGEST_WORDS && !isSentence;
      if (!isShort && !OF_TALK.test(lineAt(text, line))) continue;
      const date = matchIn(text, text.lineSpan(line), DATE, 0);
      if (date) return date;
    }
  }
  return undefined;
}

function placeIn(text: TextLines, end: number): Span | undefined {
  for (let line = frontMatterEnd(text); line < end; line++) {
    const span = text.lineSpan(line);
    const place = matchIn(text, span, DATELINE, 1) ?? matchIn(text, span, HELD_AT, 1);
    if (place) return place;
  }
  return undefined;
}

function outletIn(text: TextLines, end: number, asking: Asking['asking']): Span | undefined {
  for (let line = frontMatterEnd(text); line < end; line++) {
    const outlet = matchIn(text, text.lineSpan(line), PUBLISHED_IN, 1);
    if (outlet) return outlet;
  }
  // If a magazine asks, its label names the outlet.
  if (!asking?.label || !asking.speaker) return undefined;
  const written = text.slice(asking.label);
  const name = asking.speaker.labels.find((label) => written.includes(label));
  if (name === undefined) return undefined;
  const start = asking.label.start + written.indexOf(name);
  return { start, end: start + name.length };
}

function lineAt(text: TextLines, line: number): string {
  return (text.lines.at(line)?.text ?? '').trimEnd();
}

/**
 * The span that a group of the expression matches within `span`, of which only the beginning is
 * searched.
 */
function matchIn(text: TextLines, span: Span, pattern: RegExp, group: number): Span | undefined {
  const end = Math.min(span.end, span.start + 600);
  const words = text.slice({ start: span.start, end });
  const match = pattern.exec(words);
  const found = match?.[group];
  if (!match || found === undefined) return undefined;
  const start = span.start + match.index + match[0].indexOf(found);
  return { start, end: start + found.trimEnd().length };
}
