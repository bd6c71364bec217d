import type { Label } from './label';
import {
  CLOCK,
  CLOSERS,
  IS_PLAIN_NAME,
  LONGEST_WITH_OFFICE,
  made,
  matchAt,
  openingOf,
  RANGE,
  TIME_ALONE,
  TIME_BEHIND,
  TRAILING_TIME,
  written,
  type Opening,
} from './labelParts';

const TIME_BEFORE_WORDS = new RegExp(String.raw`\s*(?:[[(]${RANGE}[\])]|${CLOCK})\s+`, 'y');
/** A name in a script without capitals, perhaps with a number: `说话人1`, `참석자 2`. */
const UNCASED_NAME = /^[\p{Lo}\p{M}]{1,12}(?: [\p{Lo}\p{M}]{1,12}){0,2} ?\d{0,3}$/u;
const LINK = /\[([^[\]]{1,60})\]\([^()\s]{1,180}\)/y;
/** The end of a line, perhaps with Markdown's backslash for a line break. */
const END = /\\?\s*$/y;
/** What some magazines use instead of a colon: `**Ann>>** text`. */
const CHEVRONS = /(?:>>|&gt;&gt;)(?:\*{1,3}|_{1,3}|<\/\w{1,8}>)+/y;
/** White space as an HTML entity. */
const ENTITY = /^&(?:nbsp|ensp|emsp|thinsp|#9|#160|#x9|#xa0);/i;
const LONGEST_ENTITY = 8;
/** A colon; in AsciiDoc and Org it is two. */
const COLON = /\s?(?:::(?=\s)|[:：])/y;
const DASH = /\s*(?:(?:-{1,3}|–)(?=\s)|—|―)/y;
/** An HTML line break between a name and the words. */
const BREAK = /\s*<br\s?\/?>\s*(?=\S)/y;
/**
 * A speaker's office in italics up to the end of the line:
 * `**Ann Lee** -- *Skerry Bank -- Analyst*`.
 */
const OFFICE_ALONE = /\s*[*_][^*_]{1,120}[*_]\s*$/y;

/**
 * Labels such as `Name: text`, `**Name:** text`, `**Name** - text`, `[00:01] Name:`, `Name  0:03`.
 */
export function separated(head: string, line: string): Label | undefined {
  const opening = openingOf(head);
  const named = nameIn(head, line, opening);
  if (!named) return undefined;
  const { name, nameEnd } = named;
  const tail = separatorAt(head, nameEnd, opening.open, line.length);
  if (tail.kind === 'none' && !isTimedName(named, opening, line)) return undefined;
  const behind = nameEnd + tail.length;
  const alone = matchAt(TIME_ALONE, head, behind)?.[0] ?? '';
  const end = behind + alone.length;
  const hasTimeAfter = named.hasTime || alone !== '' || tail.hasTime;
  const marks = [
    written(opening.open),
    tail.kind,
    opening.hasTime && 'time',
    hasTimeAfter && 'timeAfter',
    opening.isItem && 'item',
    opening.isQuoted && 'quotation',
  ];
  const label = made(name, marks.filter(Boolean).join(' '), opening.start, end, line);
  const time = label && matchAt(TIME_BEFORE_WORDS, head, end)?.[0];
  return time ? { ...label, body: end + time.length, isAlone: false } : label;
}

/**
 * Whether the line is a time and a name and nothing else. As no separator follows, the name must
 * look like one.
 */
function isTimedName({ name, nameEnd, hasTime }: Named, opening: Opening, line: string): boolean {
  const isTimed = hasTime || opening.hasTime;
  if (!isTimed || nameEnd < line.trimEnd().length) return false;
  return IS_PLAIN_NAME.test(name.trim().replace(', ', ' ')) || UNCASED_NAME.test(name.trim());
}

interface Named {
  readonly name: string;
  readonly nameEnd: number;
  /** Whether a time stands between the name and the separator. */
  readonly hasTime: boolean;
}

/** The name after an opening: the text of a link, or whatever stands before a separator. */
function nameIn(head: string, line: string, { nameStart, open }: Opening): Named | undefined {
  const link = matchAt(LINK, head, nameStart);
  const end = link ? nameStart + link[0].length : endOfName(head, nameStart, open, line.length);
  if (end === undefined) return undefined;
  const raw = link?.[1] ?? head.slice(nameStart, end);
  const time = TRAILING_TIME.exec(raw);
  return { name: time ? raw.slice(0, time.index) : raw, nameEnd: end, hasTime: time !== null };
}

/**
 * Where a name may end: before a separator, before the closing emphasis, or at the end of the line.
 */
function endOfName(head: string, start: number, open: string, length: number): number | undefined {
  const limit = Math.min(head.length, start + LONGEST_WITH_OFFICE + 12);
  const closer = closerOf(open);
  for (let at = start; at < limit; at++) {
    if (closer !== '' && head.startsWith(closer, at)) return at;
    if (head.startsWith('\\:', at) || isColon(head, at)) return at;
    if (open !== '' && areChevrons(head, at)) return at;
  }
  return open === '' && limit === length ? length : undefined;
}

/** The mark that closes an emphasis or a tag; empty if there is none. */
function closerOf(open: string): string {
  if (open === '<>') return '<';
  return /[\\{]/.test(open) ? '}' : [...open].reverse().join('');
}

/** Whether there is a colon at an offset that isn't part of a time. */
function isColon(head: string, at: number): boolean {
  const unit = head[at];
  if (unit !== ':' && unit !== '：') return false;
  return !/\d/.test(head[at - 1] ?? '') || !/\d/.test(head[at + 1] ?? '');
}

function areChevrons(head: string, at: number): boolean {
  return head.startsWith('>>', at) || head.startsWith('&gt;&gt;', at);
}

interface Separator {
  readonly kind: 'colon' | 'dash' | 'break' | 'alone' | 'none';
  readonly length: number;
  readonly hasTime: boolean;
}

const NONE: Separator = { kind: 'none', length: 0, hasTime: false };

/** The separator between a name and the words, with the mark-up around it. */
function separatorAt(head: string, from: number, open: string, length: number): Separator {
  const chevrons = open === '' ? 0 : lengthAt(CHEVRONS, head, from);
  if (chevrons > 0) return { kind: 'colon', length: chevrons, hasTime: false };
  const closed = lengthAt(CLOSERS, head, from);
  const time = closed > 0 ? lengthAt(TIME_BEHIND, head, from + closed) : 0;
  const at = from + closed + time;
  const hasTime = time > 0;
  const colon = matchAt(COLON, head, at)?.[0];
  if (colon) {
    const marks = open !== '' && closed === 0 ? lengthAt(CLOSERS, head, at + colon.length) : 0;
    const end = at + colon.length + marks;
    if (!isSeparator(head, end, colon, marks > 0)) return NONE;
    return { kind: 'colon', length: end - from, hasTime };
  }
  if (open === '' || closed === 0) return NONE;
  const { kind, length: behind } = signAt(head, at, length);
  return kind === 'none' ? NONE : { kind, length: at + behind - from, hasTime };
}

/**
 * What separates an emphasised name without a colon from the words: a dash, a break, or the end of
 * the line.
 */
function signAt(head: string, at: number, length: number): Omit<Separator, 'hasTime'> {
  const dash = lengthAt(DASH, head, at);
  if (dash > 0) {
    const office = head.length === length ? lengthAt(OFFICE_ALONE, head, at + dash) : 0;
    return { kind: office > 0 ? 'alone' : 'dash', length: dash + office };
  }
  const broken = lengthAt(BREAK, head, at);
  if (broken > 0) return { kind: 'break', length: broken };
  const rest = lengthAt(END, head, at);
  return head.length === length && at + rest === length ? { kind: 'alone', length: rest } : NONE;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.[0].length ?? 0;
}

/**
 * Whether a colon separates: a full-width one always does, another if white space, mark-up, a
 * quotation mark, a capital or nothing follows.
 */
function isSeparator(head: string, end: number, colon: string, isClosed: boolean): boolean {
  const next = head[end];
  return (
    isClosed ||
    colon.includes('：') ||
    next === undefined ||
    /[\s"“«*_[(<]/.test(next) ||
    ENTITY.test(head.slice(end, end + LONGEST_ENTITY)) ||
    /\p{Lu}/u.test(next) ||
    !/[\x21-\x7e]/.test(next)
  );
}
