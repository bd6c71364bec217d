/** What a line that may begin a turn starts with. Offsets count from the line's start. */
export interface Label {
  /** The label as shown: without mark-up, times and colon. */
  readonly name: string;
  /** What labels are compared by: in lower case, white space joined. */
  readonly key: string;
  /** How it is written (emphasis, separator, alone or not): speakers of a document share a style. */
  readonly style: string;
  readonly start: number;
  /** Behind colon and mark-up. */
  readonly end: number;
  /** Where the words begin; the line's length if the label stands alone. */
  readonly body: number;
}

/** A label begins within so many units of its line, and is not longer. */
const LOOKED_AT = 160;
const LONGEST_NAME = 60;
const MOST_WORDS = 7;

const TIME = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const LEAD = /[\s>]*(?:#{1,6}\s*)?/y;
const LEADING_TIME = new RegExp(
  String.raw`[[(]?(?:${TIME}|\d+\.\d+, ?\d+\.\d+)[\])]?\s*(?:[-–]\s*)?`,
  'y',
);
const TRAILING_TIME = new RegExp(String.raw`[\s,]*[[(]?(${TIME})[\])]?\s*$`);
const TIME_ALONE = new RegExp(String.raw`^\s*[[(]?${TIME}[\])]?\s*$`);
const EMPHASIS = /\*{1,3}|_{1,3}/y;
const VOICE = /\s*<v(?:\.[^\s>]{0,30})*\s+([^>]{1,60})>/y;
const HONORIFIC_SENTENCE =
  /(\s{2,})((?:The )?(?:(?:Mr|Mrs|Ms|Dr)\.|Miss|Chair(?:man|woman)?|Senator|Representative|Secretary|General|Ambassador|Admiral) \p{Lu}[\p{L}’'-]{1,30}(?: of \p{Lu}\p{L}{1,20})?)\.\s+(?=\S)/uy;
const BARE_INITIAL = /(\s*)([QA])(?:\.\s+|\s{2,}|\t)(?=\S)/y;
const BRACKETED =
  /(\s*)([[(（<【])(?=[\p{Lu}\p{Lo}])([^[\](){}（）<>【】:]{1,30})[\])）>】](?![(:[])\s*(?=\S)/uy;
const HEADING_NAME =
  /^\s{0,3}#{2,6}\s+(\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3})\s*$/u;
const CAPITALS_ALONE = /^\s*\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){0,3}(?: \d{1,2})?\s*$/u;
const LONGEST_ALONE = 60;
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’&/,|()[\]–_-]*$/u;

/** The label with which a line may begin a turn, by its general shape alone. */
export function labelOf(line: string): Label | undefined {
  const head = line.slice(0, LOOKED_AT);
  return (
    voice(head, line) ??
    separated(head, line) ??
    bareSpeaker(head, line) ??
    bracketed(head, line) ??
    nameAlone(line)
  );
}

/** WebVTT's `<v Name>text`. */
function voice(head: string, line: string): Label | undefined {
  const match = matchAt(VOICE, head, 0);
  return match?.[1] === undefined
    ? undefined
    : made(match[1], 'voice', head.indexOf('<'), match[0].length, line);
}

/** `Mr. Koo. text` in hearings, `Q    text` in briefings: a label without colon or emphasis. */
function bareSpeaker(head: string, line: string): Label | undefined {
  const match = matchAt(HONORIFIC_SENTENCE, head, 0) ?? matchAt(BARE_INITIAL, head, 0);
  if (!match) return undefined;
  const [whole, indent = '', name = ''] = match;
  return made(name, 'sentence', indent.length, whole.trimEnd().length, line);
}

/** `(Name) text`, `（编辑）text`, `<Name> text`; no links, check boxes or tags. */
function bracketed(head: string, line: string): Label | undefined {
  const match = matchAt(BRACKETED, head, 0);
  if (!match) return undefined;
  const [whole, indent = '', bracket = '', name = ''] = match;
  return made(name, `bracketed ${bracket}`, indent.length, whole.trimEnd().length, line);
}

/** A name that is all there is on a line: in capitals or as a heading. */
function nameAlone(line: string): Label | undefined {
  if (line.length > LONGEST_ALONE) return undefined;
  const heading = HEADING_NAME.exec(line);
  const capitals = heading ? undefined : CAPITALS_ALONE.exec(line);
  const name = heading?.[1] ?? capitals?.[0];
  if (name === undefined) return undefined;
  const start = line.length - line.trimStart().length;
  return made(name, heading ? 'heading' : 'capitals', start, line.trimEnd().length, line);
}

/** `Name: text`, `**Name:** text`, `**Name** - text`, `[00:01] Name:`, `Name  0:03` and the like. */
function separated(head: string, line: string): Label | undefined {
  const { start, hasTime, open } = opening(head);
  const nameStart = start + open.length;
  const nameEnd = endOfName(head, nameStart, open, line.length);
  if (nameEnd === undefined) return undefined;
  const raw = head.slice(nameStart, nameEnd);
  const trailing = TRAILING_TIME.exec(raw);
  const name = trailing ? raw.slice(0, trailing.index) : raw;
  const tail = separatorAt(head, nameEnd, open);
  if (tail.kind === 'none' && !(trailing && nameEnd === line.length)) return undefined;
  const behind = TIME_ALONE.exec(head.slice(nameEnd + tail.length))?.[0] ?? '';
  const end = nameEnd + tail.length + behind.length;
  const marks = [open, tail.kind, hasTime && 'time', trailing && 'timeAfter'].filter(Boolean);
  return made(name, marks.join(' '), start, end, line);
}

/** What may stand before a name: quotation and heading marks, a time, emphasis. */
function opening(head: string): { start: number; hasTime: boolean; open: string } {
  const lead = matchAt(LEAD, head, 0)?.[0].length ?? 0;
  const time = matchAt(LEADING_TIME, head, lead)?.[0].length ?? 0;
  const start = lead + time;
  return { start, hasTime: time > 0, open: matchAt(EMPHASIS, head, start)?.[0] ?? '' };
}

/** Where a name may end: before its separator, its closing emphasis or the end of the line. */
function endOfName(head: string, start: number, open: string, length: number): number | undefined {
  const limit = Math.min(head.length, start + LONGEST_NAME + 12);
  for (let at = start; at < limit; at++) {
    const unit = head[at] as string;
    if (open !== '' && head.startsWith(open, at)) return at;
    const isColon = unit === ':' || unit === '：';
    const inTime = isColon && /\d/.test(head[at - 1] ?? '') && /\d/.test(head[at + 1] ?? '');
    if (isColon && !inTime) return at;
  }
  return open === '' && limit === length ? length : undefined;
}

interface Separator {
  readonly kind: 'colon' | 'dash' | 'alone' | 'none';
  readonly length: number;
}

/** What stands between a name and the words, mark-up included. */
function separatorAt(head: string, at: number, open: string): Separator {
  const rest = head.slice(at);
  const close = open.replace(/[*]/g, '\\*');
  const colon = new RegExp(`^(?:${close})?\\s?[:：](?:${close})?`).exec(rest);
  if (colon) return isSeparator(rest, colon[0]) ? { kind: 'colon', length: colon[0].length } : NONE;
  if (open === '') return NONE;
  const dash = new RegExp(String.raw`^${close}\s*(?:[[(]${TIME}[\])]\s*)?(?:[-–—](?=\s)|:)`).exec(
    rest,
  );
  if (dash) return { kind: 'dash', length: dash[0].length };
  const alone = new RegExp(String.raw`^${close}\s*(?:[[(]${TIME}[\])]\s*)?$`).exec(rest);
  return alone ? { kind: 'alone', length: alone[0].trimEnd().length } : NONE;
}

const NONE: Separator = { kind: 'none', length: 0 };

/** A colon separates if white space, mark-up, a quote or nothing follows; a full-width one always. */
function isSeparator(rest: string, colon: string): boolean {
  const next = rest[colon.length];
  return (
    colon.includes('：') ||
    next === undefined ||
    /[\s"“«*_[(]/.test(next) ||
    !/[\x21-\x7e]/.test(next)
  );
}

function made(
  rawName: string,
  style: string,
  start: number,
  end: number,
  line: string,
): Label | undefined {
  const name = rawName
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\s+/g, ' ');
  if (name.length > LONGEST_NAME || !NAME.test(name) || !/\p{L}/u.test(name)) return undefined;
  if (name.split(' ').length > MOST_WORDS) return undefined;
  const rest = line.slice(end);
  const body = end + rest.length - rest.trimStart().length;
  return { name, key: name.toLowerCase(), style, start, end, body };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
