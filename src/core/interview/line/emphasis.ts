/** How a line is set off from the others, as questions without labels are. */
export interface Emphasis {
  /**
   * `h3`, `bold`, `italic`, `quote`, `dash`, `numbered`, `counted`, `sign`, `said` (in quotation
   * marks), `rule` (a line of `-`, `=` or `~` that underlines the line above), the name of an HTML
   * element or LaTeX command. The questions of a document share a form.
   */
  readonly form: string | undefined;
  /** Emphasis begins with this line and continues on the next. */
  readonly opens: boolean;
  /** Emphasis that began on an earlier line ends with this one. */
  readonly closes: boolean;
}

/** Longest line, in UTF-16 units, that is looked at: longer ones are no questions. */
const LONGEST = 1200;
/** The signs of a heading in Markdown; in some old dialects, no space need stand behind several. */
export const HEADING_SIGNS = String.raw`#{1,6}(?=\s)|#{2,6}(?=[\p{L}¿¡“"])`;
/** Headings in Markdown, and in AsciiDoc and wikis (`==`). */
const HEADING = new RegExp(String.raw`^\s{0,3}(?:(${HEADING_SIGNS})|(={2,6})\s+[^\s=])`, 'u');
const NUMBERED =
  /^\s{0,3}(?:#?\d{1,2}(?:[.)]|\s?[、．])|\(\d{1,2}\)|[Qq]\d{1,2}[.:)]|س ?\d{1,2}(?:\s?[.:)]|(?=\s)))\s*[^\s\d]/u;
/**
 * A number followed by a dash; where questions have this, answers may have a number with a full
 * stop or bracket.
 */
const COUNTED = /^\s{0,3}#?\d{1,2}\s?[-–—]\s*[^\s\d]/u;
/**
 * What may stand between the emphasised parts of one question, or after the last: a link, or
 * nothing.
 */
const LINK = /^\s*(?:\[[^\]]{0,300}\]\([^)]{0,300}\))?\s*$/;
/** The bullet of a list item before emphasis. */
const ITEM = /^[-*•+]\s+(?=[*_]{1,3}[^\s*_])/;
/** A list item: a star opens emphasis only if no blank follows. */
const BULLET = /^\*\s/;
const UPRIGHT = /^ [\p{Lu}\p{N}][^.?!:]{1,60} $/u;
const TAIL = /^[\s?!.…:\\]*$/;
/** An HTML line break at the end of the line. */
const BREAK = /\s*<br\s?\/?>\s*$/i;
/** Tags with nothing in them that editors of web pages leave behind a bold line: `<b>Why?</b><b>`. */
const EMPTY_TAGS =
  /(<\/(?:b|strong|em|i|u)>)\s*<(?:b|strong|em|i|u|span)>(?:\s|<\/?(?:b|strong|em|i|u|span)>)*$/i;
const SHORTCODE = /:\w{1,24}:/g;
const DASH = /^\s{0,8}(?:[—–―─━]{1,2}\s*|ー\s+)\S/;
/**
 * Signs that set off questions in East Asian magazines, bullets, and letters as in `AB> Text`, the
 * style of disk magazines.
 */
const SIGN =
  /^\s{0,4}(?:(?:[■◆●▶►▼◇□○◎☆★※▪•❏❐❑❒❖✦✧✱➤♦▌→➜]|\|\||\/\/)\s*[^\s|/]|\p{Lu}{1,2}>\s+\S)/u;
/** A line that is nothing but a question in quotation marks. */
const SAID = /^\s*["“”„«‘「『].*[?？؟]["“”»’」』]\s*$/;
const RULE = /^\s{0,3}(?:-{3,}|={3,}|~{3,})\s*$/;
const HTML = /^(?:<p>)?<(strong|b|em|i|u|h[1-6])(?:\s[^<>]{0,80})?>.{1,900}<\/\1>(?:<\/p>)?$/;
/** An HTML element whose class says what it contains. */
const CLASSED =
  /^<(?:p|div|span|li|dt|dd|h[1-6])\s+class=["']([\w -]{1,40})["'](?:\s[^<>]{0,80})?>.{1,1000}<\/(?:p|div|span|li|dt|dd|h[1-6])>$/;
/** HTML elements that mean the same as marks of Markdown; one text may use both. */
const LIKE_MARKDOWN: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  em: 'italic',
  i: 'italic',
};
const CODE = /`[^`]{1,80}`/g;
/** A LaTeX command around the whole line: `\\textbf{…}`, `\\subsection*{…}`, `\\question{…}`. */
const COMMAND =
  /^\\(?!(?:begin|end|label|input|include)\b)([A-Za-z]{1,24})\*?\{.{1,900}\}(?:\s*\\\\)?$/;
/** What every line in one of the forms contains: a quick test that most lines fail. */
const MARKED =
  /^\s*\\[A-Za-z]|'''|["”“»’」』]\s*$|\|\||\/\/|[*_#<>—–―─━ー■◆●▶►▼◇□○◎☆★※▪•❏❐❑❒❖✦✧✱➤♦▌→➜=~]|---|^\s{0,3}[#\dQqس(]/;
const NONE: Emphasis = { form: undefined, opens: false, closes: false };

/** The form of a line, judged by its mark-up alone. Linear in its length. */
export function emphasisOf(line: string): Emphasis {
  if (line.length > LONGEST || !MARKED.test(line) || !/\S/.test(line)) return NONE;
  const [, hashes, heading = hashes] = HEADING.exec(line) ?? [];
  if (heading) return { ...NONE, form: `h${heading.length}` };
  const text = line
    .trim()
    .replace(ITEM, '')
    .replace(BREAK, '')
    .replace(EMPTY_TAGS, '$1')
    .replace(CODE, 'code');
  const form = wrapping(text);
  if (form) return { ...NONE, form };
  if (/^>\s*\S/.test(text)) return { ...NONE, form: 'quote' };
  for (const mark of ['***', '**', '__', "'''", '*', '_']) {
    // Most lines contain none of the marks.
    if (text !== '' && !text.includes(mark)) continue;
    const found = marked(text, mark);
    if (found !== NONE) return found;
    if (text.startsWith(mark)) return NONE;
  }
  return { ...NONE, form: signAt(line) };
}

/** The HTML element or LaTeX command that encloses the whole line. */
function wrapping(text: string): string | undefined {
  const name = CLASSED.exec(text)?.[1] ?? HTML.exec(text)?.[1];
  if (name) return LIKE_MARKDOWN[name] ?? `<${name}>`;
  const command = COMMAND.exec(text)?.[1];
  return command && `\\${command}`;
}

/** The sign, number or quotation marks that set off a line without emphasis. */
function signAt(line: string): string | undefined {
  if (DASH.test(line)) return 'dash';
  if (SIGN.test(line)) return 'sign';
  if (RULE.test(line)) return 'rule';
  if (SAID.test(line)) return 'said';
  if (COUNTED.test(line)) return 'counted';
  return NUMBERED.test(line) ? 'numbered' : undefined;
}

/**
 * The emphasis of a text by one kind of mark: enclosed in one pair (or several with only links
 * between), only opened, or only closed.
 */
function marked(text: string, mark: string): Emphasis {
  const form = mark.length > 1 ? 'bold' : 'italic';
  const parts = text.split(mark);
  const isOpen = parts[0] === '';
  const ends = TAIL.test((parts.at(-1) ?? '').replace(SHORTCODE, ''));
  if (parts.length === 2) {
    const begins = isOpen && parts[1]?.trim() !== '' && !BULLET.test(text);
    if (begins) return { form, opens: true, closes: false };
    return ends && !isOpen ? { form: undefined, opens: false, closes: true } : NONE;
  }
  const isWhole = isOpen && ends && parts.length % 2 === 1 && parts[1] !== '';
  const between = parts.filter((_, index) => index % 2 === 0).slice(1, -1);
  // Within italics, titles are set upright.
  const isTitle = (part: string) => form === 'italic' && UPRIGHT.test(part);
  const isOne = between.every((part) => LINK.test(part) || isTitle(part));
  return isWhole && isOne ? { ...NONE, form } : NONE;
}
