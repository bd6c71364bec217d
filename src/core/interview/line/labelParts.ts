import type { Label } from './label';

export const LONGEST_NAME = 60;
/** The same for a name followed by an office. */
export const LONGEST_WITH_OFFICE = 100;
const MOST_WORDS = 7;
/** Most things before a name, which may come in any order: times, tags, emphasis, signs. */
const MOST_OPENERS = 6;
export const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const SECONDS = String.raw`\d{1,6}(?:\.\d{1,3})?s?`;
export const RANGE = String.raw`(?:${CLOCK}(?:\s?(?:-->|[-–—]|to)\s?${CLOCK})?|${SECONDS}(?:,\s?|\s?-\s?|\s?-->\s?)${SECONDS})`;
/** A time, perhaps with a date; in brackets, perhaps as a link to the place in the recording. */
const DATE = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4},?|\d{4}-\d{2}-\d{2},)\s`;
const TIME = String.raw`(?:[[(](?:${DATE})?${RANGE}(?:\s?[AaPp]\.?[Mm]\.?)?[\])](?:\(https?:[^()\s]{1,160}\))?|(?:${DATE})?${CLOCK}(?:\s?(?:-->|[-–—])\s?${CLOCK}|\s?[AaPp]\.?[Mm]\.?(?![\p{L}]))?)`;
/**
 * What may come first on a line: quotation and heading marks, bullets and numbers of list items
 * (numbers only before emphasised labels), numbers of lines, paragraphs and questions.
 */
const LEAD =
  /[\s>]*(?::(?=[\p{L}\p{M} .'’-]{1,40}:\s)|#{1,6}\s*|\|\s*(?=[^\s|-])|[-*•·]\s+|\d{1,3}[.)]\s+(?=(\*\*|__)[^*_]{1,40}(?:[:：]\1|\1[:：]))|[▶►▷▲△◆◇■□●○★☆]\s*|\d{1,4}\s{2,}|[[(](?:\p{L}{1,3}[. -]?)?\d{1,5}[\])]\s+(?=[*_]{0,3}\p{L}[\p{L}\p{M} .'’-]{0,40}[:：])|Q\d{1,3}\s+(?=\p{Lu}[\p{L} .'’-]{1,40}:))?/uy;
const LEADING_TIME = new RegExp(
  String.raw`(?:${TIME}|(?<mark>\*{1,2}|_{1,2}|\x60)${TIME}\k<mark>)\s*(?:[-–—|]\s*)?`,
  'uy',
);
export const TRAILING_TIME = new RegExp(String.raw`[\s,]*(?:[-–—|]\s*)?(?:at )?${TIME}\s*$`, 'u');
export const TIME_BEHIND = new RegExp(String.raw`\s*${TIME}`, 'uy');
/** A time up to the end of the line. Markdown editors may add a backslash for the line break. */
export const TIME_ALONE = new RegExp(String.raw`\s*[*_\x60]?${TIME}[*_\x60]?\\?\s*$`, 'uy');
/**
 * Opening emphasis. Machine translation leaves blanks inside: `** Ann **: text`. In LaTeX it is
 * `\\textbf{` or `{\\bf `.
 */
const EMPHASIS =
  /_{1,2}\*{1,3}(?!\s)|\*{1,3}_{1,2}(?!\s)|\\(?:text(?:bf|it|sc|sf|tt|sl)|emph|underline)\{|\{\\(?:bf|it|sc|em|bfseries|itshape|scshape)\s|\*\* (?=[^*]{1,40}\*\*\s?[:：])|\*{1,3}(?!\s)|_{1,3}(?!\s)|'{2,3}(?=[^\s'])/y;
const TAGS = /(?:<(?:p|br|div|span|strong|b|em|i|u|font|dt|li|h[1-6])(?:\s[^>]{0,80})?\/?>\s*)+/iy;
const SIGIL = /(?:@|\/?u\/)(?=\w)|(?:\p{Extended_Pictographic}\uFE0F?\s*)+/uy;
export const CLOSERS = /(?:\*{1,3}|_{1,3}|'{2,3}|<\/\w{1,8}>|\}|\\)*/y;
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} #.'’"“”&/,|()（）[\]–_·・-]*$/u;
const NAME_WORD = String.raw`(?:(?:Dr|Mr|Mrs|Ms|Prof|St|Sen|Rep|Gov|Sgt|Lt|Capt|Col|Gen|Rev|DR|MR|MRS|MS|PROF|SEN|REP|GOV)\.|(?:\p{Lu}\.)+|\p{Lu}[\p{L}\p{M}\p{N}_'’-]*)`;
/**
 * A name, judged by its form alone: a few capitalised words, or words of a script without capitals.
 */
export const PLAIN_NAME = new RegExp(
  String.raw`(?:${NAME_WORD}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{1,8})(?: (?:${NAME_WORD}|van|von|de|der|den|del|della|da|di|la|el|bin)){0,4}(?: \d{1,4})?(?: ?\([^()]{1,30}\))?`,
  'uy',
);
export const IS_PLAIN_NAME = new RegExp(`^${PLAIN_NAME.source}$`, 'u');
const PART = String.raw`(?:step|chapter|part|section|figure|fig|table|phase|day|week|lesson|exercise|item|option|rule|tip|verse|chorus|scene|act|page|question|unit|module|task|note|appendix|article|episode|version)\.?`;
/** `Step 1`, `Figure 3`: parts of a document, nobody's name. */
export const COUNTED_PART = new RegExp(
  `^${PART} \\d|^第\\s?[\\d一二三四五六七八九十百]{1,4}\\s?[期题題章节節回部課课条條页頁问問步]$`,
);
/** A number of the turn or question before a name: `Q1 · Ann`, `Turn 12 – Ann`, `3 - Ann`. */
export const COUNTER = `(?!${PART} )(?:\\p{L}{1,14}[ .]{0,2})?\\d{1,3}\\s?[·•|–—-]\\s?(?=\\p{L})`;
const COUNTER_BEFORE = new RegExp(`^${COUNTER}`, 'iu');
const COUNTED = /^\d{1,3}[.)]\s/;
/** With these, sentences begin, and no names: `Bo: In Lund, at the pier.` */
const OPENER =
  '(?:In|At|On|From|To|The|My|Our|I|We|It|He|She|They|There|This|That|Yes|No|Well|So|And|But|Since|When|After|Before|For|With|By|As|If|Near|Around)';
/** A name of at least two words, up to the end of the line, a comma, a bracket or an `and`. */
const FULL_NAME = new RegExp(
  `^[*_]{0,3}(?!${OPENER} )${NAME_WORD}(?: (?:van|von|de|der|den|del|della|da|di|la|el|bin))*(?: ${NAME_WORD}){1,3}(?:[*_\\s]*$| (?:and|und|y|et|e|&) \\p{Lu}|,\\s\\p{L}| \\()`,
  'u',
);
const TITLE =
  /^(?:an? )?(?:oral history )?(?:interview|oral history)s? (?:conducted|with|by|of)\b/i;
const VALUE =
  /^(?:\[[\p{Lu}\d]+(?:_[\p{Lu}\d]+)+\]|<?https?:\/\/\S+>?|\[[^\]]{1,160}\]\(https?:[^()\s]{1,160}\)|`[^`]+`[;,.]?|[[{(]{1,3}|'[^']*',|"[^"]*",)\s*$/u;
const LONGEST_VALUE = 200;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [
  LEAD,
  LEADING_TIME,
  TRAILING_TIME,
  TIME_BEHIND,
  TIME_ALONE,
  NAME,
  PLAIN_NAME,
  IS_PLAIN_NAME,
  COUNTER_BEFORE,
  FULL_NAME,
];

/** Emphasis as it stands in the style of a label: `_**` and `**_` are bold, just like `**`. */
export function written(open: string): string {
  return open.includes('*') && open.includes('_') ? '**' : open;
}

/** What stands before a name, and where the name begins. */
export interface Opening {
  readonly start: number;
  readonly nameStart: number;
  readonly hasTime: boolean;
  /** The opening emphasis, `<>` for a tag, or empty. */
  readonly open: string;
  readonly isItem: boolean;
  /** Whether a sign that isn't a bullet stands before the name: `▶ Ann`. */
  readonly isSigned: boolean;
  /** Whether it stands in a Markdown quotation. */
  readonly isQuoted: boolean;
}

/** Reads the quotation and heading marks, times, emphasis, tags and signs before a name. */
export function openingOf(head: string): Opening {
  const lead = matchAt(LEAD, head, 0)?.[0] ?? '';
  const isItem = /[-*•·]\s+$|^[^[(]*\d[.)]\s+$/.test(lead);
  let at: Opening = {
    start: lead.length,
    nameStart: lead.length,
    hasTime: false,
    open: '',
    isItem,
    isSigned: /[▶-☆]\s*$/.test(lead),
    isQuoted: lead.includes('>'),
  };
  for (let n = 0; n < MOST_OPENERS; n++) {
    const next = widened(head, at);
    if (!next) break;
    at = next;
  }
  return at;
}

/** The opening extended by the next thing that belongs to it; undefined if nothing does. */
function widened(head: string, at: Opening): Opening | undefined {
  const { nameStart, open, hasTime } = at;
  const time = hasTime ? undefined : matchAt(LEADING_TIME, head, nameStart)?.[0];
  if (time) {
    const behind = nameStart + time.length;
    return { ...at, hasTime: true, nameStart: behind, start: open === '' ? behind : at.start };
  }
  const mark = open === '' ? matchAt(EMPHASIS, head, nameStart)?.[0] : undefined;
  if (mark) return { ...at, open: mark.trim(), nameStart: nameStart + mark.length };
  const tags = matchAt(TAGS, head, nameStart)?.[0];
  if (tags) return { ...at, open: open || '<>', nameStart: nameStart + tags.length };
  const sign = matchAt(SIGIL, head, nameStart)?.[0];
  return sign === undefined ? undefined : { ...at, nameStart: nameStart + sign.length };
}

/**
 * Makes a label; undefined if the name can't be one. `end` is after its mark-up; `isWeak` as in
 * {@link Label}.
 */
export function made(
  rawName: string,
  style: string,
  start: number,
  end: number,
  line: string,
  isWeak = false,
): Label | undefined {
  const name = rawName
    .trim()
    .replace(/^[[《【](.*)[\]》】]$/, '$1')
    .replace(/^([QA]|[Qq]uestion|[Aa]nswer|QUESTION|ANSWER)\.? ?\d{1,3}$/, '$1')
    .replace(COUNTER_BEFORE, '')
    .replace(/\s+/g, ' ');
  const isLong = name.length > LONGEST_NAME || name.split(' ').length > MOST_WORDS;
  if (isLong && !hasOffice(name)) return undefined;
  if (!NAME.test(name) || !/\p{L}/u.test(name) || COUNTED.test(name)) return undefined;
  const rest = line.slice(end);
  const body = end + rest.length - rest.trimStart().length;
  const isAlone = body === line.length;
  const hasNumber = /\d/.test(line[body] ?? '');
  const isQuoting = /["“„«「『]/.test(line[body] ?? '');
  const hasName = FULL_NAME.test(line.slice(body, body + LONGEST_NAME));
  const isValue = VALUE.test(line.slice(body, body + LONGEST_VALUE));
  const isTitle = TITLE.test(line.slice(body, body + LONGEST_NAME));
  const key = name.toLowerCase().replace(/\.\s+/g, '.');
  return {
    name,
    key,
    style,
    isWeak,
    start,
    end,
    body,
    isAlone,
    hasNumber,
    isValue,
    isTitle,
    isQuoting,
    hasName,
  };
}

/**
 * Whether the label is a full name and an office:
 * `Petra Lang, secretary to the minister of the interior`.
 */
export function hasOffice(name: string): boolean {
  const comma = name.indexOf(', ');
  const named = name.slice(0, comma);
  return comma > 0 && named.includes(' ') && IS_PLAIN_NAME.test(named);
}

/** The match of a sticky expression at a given offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
