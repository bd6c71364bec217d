import {
  CLOCK,
  COUNTER,
  IS_PLAIN_NAME,
  made,
  matchAt,
  TIME_ALONE,
  TRAILING_TIME,
} from './labelParts';
import { separated } from './labelSeparated';
import { weaklySetOff } from './labelWeak';

/** The label at the start of a line that may begin a turn. Offsets count from the line's start. */
export interface Label {
  /** The label as shown: without mark-up, times and colon. */
  readonly name: string;
  /**
   * The form in which labels are compared: the name in lower case, without white space after full
   * stops.
   */
  readonly key: string;
  /**
   * How it is written (emphasis, separator, alone or not): all speakers of a document share a
   * style.
   */
  readonly style: string;
  /**
   * Whether it is hardly set off, so that it may be words of a sentence: `Ann - text`,
   * `**Ann** text`, `ANN. Text`.
   */
  readonly isWeak: boolean;
  readonly start: number;
  /** Where the label ends, colon and mark-up included. */
  readonly end: number;
  /** Where the words begin; the line's length if none follow on this line. */
  readonly body: number;
  /** Whether no words follow on the same line. */
  readonly isAlone: boolean;
  /** Whether a number follows, as with values: `Length: 25 minutes`. */
  readonly hasNumber: boolean;
  /** Whether a value follows that nobody would say: a link, code, an opening bracket. */
  readonly isValue: boolean;
  /** Whether the label is part of a title: `JON EIDE: An Interview Conducted by …`. */
  readonly isTitle: boolean;
  /** Whether a quotation mark follows, as in stories. */
  readonly isQuoting: boolean;
  /** Whether a full name follows, perhaps with an office: `Interviewer: Ms. Ann Lee, host`. */
  readonly hasName: boolean;
}

/** How much of the start of a line is searched for a label, in UTF-16 units. */
const LOOKED_AT = 240;
const VOICE = /\s*<v(?:\.[^\s>]{0,30})*\s+([^>]{1,60})>/y;
const OFFICE = String.raw`Chair(?:man|woman|person)?|President|Clerk|Secretary|Speaker|Court|Witness`;
const HONORIFIC = String.raw`(?:The (?:${OFFICE}|${OFFICE.toUpperCase()})|(?:The )?(?:(?:Mr|Mrs|Ms|Dr|Prof)\.|Miss|Chair(?:man|woman)?|Senator|Representative|Secretary|General|Ambassador|Admiral|Commissioner|Judge|Justice|Professor|Director|Governor|Mayor)(?: (?:\p{Lu}|de |du |van |von )[\p{L}’'-]{0,30}){1,3}(?: of (?:\p{Lu}\p{L}{1,20} ?){1,2})?)`;
const ROLE_TAG =
  /(\s*)<(interview(?:er|ee)|entrevistad(?:or|o|ora|a)|question|answer|respondent|participant|moderator|host|guest)>/iy;
const TIME_CELL = String.raw`\[?${CLOCK}\]?`;
const NAME_CELL = String.raw`(?<name>\p{L}[\p{L}\p{M}\p{N} .'’_-]{0,40}):?`;
const CELL = new RegExp(
  String.raw`(?:(?<before>(?:${TIME_CELL})?,)${NAME_CELL},|${NAME_CELL.replace('name', 'first')},${TIME_CELL},)\s?"?`,
  'uy',
);
const HONORIFIC_SENTENCE = new RegExp(String.raw`(\s*)(${HONORIFIC})\.\s+(?=\S)`, 'uy');
/** Lines of depositions are numbered. */
const BARE_INITIAL = /(\s*(?:\d{1,2}\s{2,})?)([QA])\d{0,3}(?:[.)]\s+|[．、]\s*|\s{2,}|\t)(?=\S)/y;
const LONE_Q = /(\s*)(Q) (?=[\p{Lu}“"])/uy;
const OTHER_INITIAL = /(\s*)(\p{Lu}|[\p{Lu}\p{Lo}]\.?(?=\.:))\.\s+(?=[\p{L}¿¡«“"])/uy;
const BRACKETED =
  /(\s*(?:\\item)?)([[(（<【])(?!C\) (?:\d|Copyright))(?=[\p{Lu}\p{Lo}])([^[\](){}（）<>【】:]{1,30})[\])）>】](?![(:[])\s*(?=\S|$)/uy;
const NICK = new RegExp(
  String.raw`(\s*(?:\[?${CLOCK}\]?\s+)?)(<)[@+~&%]?([\w|^[\]-]{1,30})>\s+(?=\S)`,
  'y',
);
const TIMED_NICK = new RegExp(String.raw`(\s*${CLOCK}\s+)(\[)([\w|^-]{1,30})\]\s+(?=\S)`, 'y');
const HEADING_NAME = new RegExp(
  String.raw`^\s{0,3}#{2,6}\s*(?:${COUNTER})?(\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3})\s*$`,
  'u',
);
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [
  HONORIFIC_SENTENCE,
  OTHER_INITIAL,
  BRACKETED,
  HEADING_NAME,
];
/**
 * A name in capitals alone on its line. A final full stop means a sentence in capitals, except
 * after one or two letters, as in `JR.`
 */
const CAPITALS_ALONE =
  /^(?!.*\p{Lu}{3}\.\s*$)\s*\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){0,3}(?: \d{1,2})?\s*$/u;
const PORTRAIT = /^[\s>]*!\[([^\]]{1,60})\]\([^()]{1,180}\)\s*$/;
const LONGEST_ALONE = 60;
const SMALL_WORD = / \p{Ll}/u;

/** A portrait above the words: an image whose description is a name. */
function portrait(line: string): Label | undefined {
  if (!line.includes('![')) return undefined;
  const match = PORTRAIT.exec(line);
  const name = match?.[1]?.trim() ?? '';
  if (!match || !IS_PLAIN_NAME.test(name)) return undefined;
  return made(name, 'image', line.indexOf('!'), line.trimEnd().length, line, true);
}

/** The label with which a line may begin a turn, judged by the line alone. */
export function labelOf(line: string): Label | undefined {
  const head = line.slice(0, LOOKED_AT);
  if (!/\p{L}/u.test(head)) return undefined;
  const label = voice(head, line) ?? tag(head, line) ?? cell(head, line) ?? separated(head, line);
  if (label && !SMALL_WORD.test(label.name)) return label;
  const other =
    bareSpeaker(head, line) ??
    bracketed(head, line) ??
    nameAlone(line) ??
    portrait(head) ??
    weaklySetOff(head, line);
  // A name with a small word may be a sentence up to its colon, as in
  // `R. One thing is certain: we did.`: other shapes are preferred.
  return other ?? label;
}

/**
 * `R. Lunt` on a line of its own is a name; in `R. correct` the letter stands for the respondent.
 */
const INITIAL_AND_NAME = /^\s{0,3}\p{Lu}\.\s?\p{Lu}[\p{L}'’-]+\s*$/u;

/** The style of WebVTT’s `<v Name>text`. */
export const VOICE_STYLE = 'voice';

/** WebVTT's `<v Name>text`. */
function voice(head: string, line: string): Label | undefined {
  const match = matchAt(VOICE, head, 0);
  return match?.[1] === undefined
    ? undefined
    : made(match[1], VOICE_STYLE, head.indexOf('<'), match[0].length, line);
}

/** A tag named after a role: `<interviewer>text</interviewer>`. */
function tag(head: string, line: string): Label | undefined {
  const match = matchAt(ROLE_TAG, head, 0);
  const [whole, indent = '', name = ''] = match ?? [];
  return whole === undefined ? undefined : made(name, 'tag', indent.length, whole.length, line);
}

/** The name in a row of comma-separated values, with a time before or after it: `Ann,0:40,text`. */
function cell(head: string, line: string): Label | undefined {
  const match = line.includes(',') ? matchAt(CELL, head, 0) : null;
  const { name, first, before } = match?.groups ?? {};
  const written = name ?? first;
  if (!match || written === undefined) return undefined;
  return made(written, 'cell', before?.length ?? 0, match[0].length, line);
}

/** `Mr. Koo. text` in hearings, `Q    text` in briefings: a label without colon or emphasis. */
function bareSpeaker(head: string, line: string): Label | undefined {
  const named = matchAt(HONORIFIC_SENTENCE, head, 0) ?? matchAt(BARE_INITIAL, head, 0);
  const match = named ?? matchAt(LONE_Q, head, 0) ?? otherInitial(head, line);
  if (!match) return undefined;
  const [whole, indent = '', name = ''] = match;
  return made(name, 'sentence', indent.length, whole.trimEnd().length, line, !named);
}

/** `R. text`, unless the letter is the initial of a name alone on the line. */
function otherInitial(head: string, line: string): RegExpExecArray | undefined {
  const match = matchAt(OTHER_INITIAL, head, 0);
  return match && !INITIAL_AND_NAME.test(line) ? match : undefined;
}

/** `(Name) text`, `（编辑）text`, `<Name> text`; not links, check boxes or tags. */
function bracketed(head: string, line: string): Label | undefined {
  const match =
    matchAt(BRACKETED, head, 0) ?? matchAt(NICK, head, 0) ?? matchAt(TIMED_NICK, head, 0);
  if (!match) return undefined;
  const [whole, indent = '', bracket = '', raw = ''] = match;
  const name = raw.replace(TRAILING_TIME, '');
  const start = indent.length;
  const behind = matchAt(TIME_ALONE, head, whole.trimEnd().length)?.[0].length ?? 0;
  const end = whole.trimEnd().length + behind;
  const isAlone = end === line.trimEnd().length;
  if (isAlone && bracket === '<') return undefined;
  return made(name, `bracketed ${bracket}`, start, end, line, isAlone && behind === 0);
}

/** A name alone on its line, in capitals or as a heading. */
function nameAlone(line: string): Label | undefined {
  if (line.length > LONGEST_ALONE) return undefined;
  const heading = HEADING_NAME.exec(line);
  const capitals = heading ? undefined : CAPITALS_ALONE.exec(line);
  const name = heading?.[1] ?? capitals?.[0];
  if (name === undefined) return undefined;
  const start = line.length - line.trimStart().length;
  return made(name, heading ? 'heading' : 'capitals', start, line.trimEnd().length, line);
}
