/** How a line is set off from the others, as questions without a label are. */
export interface Emphasis {
  /** `h3`, `bold`, `italic`, `quote`, `dash`, `numbered`, `counted`, `sign`, `said` (in quotation marks), `rule` (the line above is underlined): questions of a document share a form. */
  readonly form: string | undefined;
  /** Emphasis begins with the line and goes on over its end. */
  readonly opens: boolean;
  /** Emphasis that began on a line before ends with this one. */
  readonly closes: boolean;
}

/** Longer lines are no questions. */
const LONGEST = 1200;
/** In Markdown, and in AsciiDoc and wikis. */
const HEADING = /^\s{0,3}(?:(#{1,6})\s|(={2,6})\s+[^\s=])/;
const NUMBERED =
  /^\s{0,3}(?:#?\d{1,2}(?:[.)]|\s?[、．])|\(\d{1,2}\)|[Qq]\d{1,2}[.:)]|س ?\d{1,2}(?:\s?[.:)]|(?=\s)))\s*[^\s\d]/u;
/** With a dash behind the number, where answers have a stop or a bracket. */
const COUNTED = /^\s{0,3}#?\d{1,2}\s?[-–—]\s*[^\s\d]/u;
/** What may stand between emphasised parts of one question, and behind its end. */
const LINK = /^\s*(?:\[[^\]]{0,300}\]\([^)]{0,300}\))?\s*$/;
/** The mark of a list's item before what is emphasised. */
const ITEM = /^[-*•+]\s+(?=[*_]{1,3}[^\s*_])/;
const UPRIGHT = /^ [\p{Lu}\p{N}][^.?!:]{1,60} $/u;
const TAIL = /^[\s?!.…:\\]*$/;
/** A line break in HTML behind the words. */
const BREAK = /\s*<br\s?\/?>\s*$/i;
const SHORTCODE = /:\w{1,24}:/g;
const DASH = /^\s{0,8}(?:[—–―─━]{1,2}\s*|ー\s+)\S/;
/** Signs that set off questions in East Asian magazines, bullets, and a letter as in magazines for disks. */
const SIGN =
  /^\s{0,4}(?:(?:[■◆●▶►▼◇□○◎☆★※▪•❏❐❑❒❖✦✧✱➤♦▌→➜]|\|\||\/\/)\s*[^\s|/]|\p{Lu}{1,2}>\s+\S)/u;
/** A question in quotation marks that is all there is on a line. */
const SAID = /^\s*["“”„«‘「『].*[?？؟]["“”»’」』]\s*$/;
const RULE = /^\s{0,3}(?:-{3,}|={3,}|~{3,})\s*$/;
const HTML = /^(?:<p>)?<(strong|b|em|i|u|h[1-6])(?:\s[^<>]{0,80})?>.{1,900}<\/\1>(?:<\/p>)?$/;
/** What a page calls a question by the class of its element. */
const CLASSED =
  /^<(?:p|div|span|li|dt|dd|h[1-6])\s+class=["']([\w -]{1,40})["'](?:\s[^<>]{0,80})?>.{1,1000}<\/(?:p|div|span|li|dt|dd|h[1-6])>$/;
/** Elements that mean what Markdown has marks for; texts have both. */
const LIKE_MARKDOWN: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  em: 'italic',
  i: 'italic',
};
const CODE = /`[^`]{1,80}`/g;
/** A command of LaTeX around the whole line: `\\textbf{…}`, `\\subsection*{…}`, `\\question{…}`. */
const COMMAND =
  /^\\(?!(?:begin|end|label|input|include)\b)([A-Za-z]{1,24})\*?\{.{1,900}\}(?:\s*\\\\)?$/;
/** What any of the forms has. */
const MARKED =
  /^\s*\\[A-Za-z]|'''|["”“»’」』]\s*$|\|\||\/\/|[*_#<>—–―─━ー■◆●▶►▼◇□○◎☆★※▪•❏❐❑❒❖✦✧✱➤♦▌→➜=~]|---|^\s{0,3}[#\dQqس(]/;
const NONE: Emphasis = { form: undefined, opens: false, closes: false };

/** The form of a line, by its mark-up alone. Linear in its length. */
export function emphasisOf(line: string): Emphasis {
  if (line.length > LONGEST || !MARKED.test(line) || !/\S/.test(line)) return NONE;
  const [, hashes, heading = hashes] = HEADING.exec(line) ?? [];
  if (heading) return { ...NONE, form: `h${heading.length}` };
  const text = line.trim().replace(ITEM, '').replace(BREAK, '').replace(CODE, 'code');
  const form = wrapping(text);
  if (form) return { ...NONE, form };
  if (/^>\s*\S/.test(text)) return { ...NONE, form: 'quote' };
  for (const mark of ['***', '**', '__', "'''", '*', '_']) {
    // Of most lines that is all there is to know.
    if (text !== '' && !text.includes(mark)) continue;
    const found = marked(text, mark);
    if (found !== NONE) return found;
    if (text.startsWith(mark)) return NONE;
  }
  return { ...NONE, form: signAt(line) };
}

/** The element of HTML or the command of LaTeX in which all of a line stands. */
function wrapping(text: string): string | undefined {
  const name = CLASSED.exec(text)?.[1] ?? HTML.exec(text)?.[1];
  if (name) return LIKE_MARKDOWN[name] ?? `<${name}>`;
  const command = COMMAND.exec(text)?.[1];
  return command && `\\${command}`;
}

/** What sets a line off without emphasis. */
function signAt(line: string): string | undefined {
  if (DASH.test(line)) return 'dash';
  if (SIGN.test(line)) return 'sign';
  if (RULE.test(line)) return 'rule';
  if (SAID.test(line)) return 'said';
  if (COUNTED.test(line)) return 'counted';
  return NUMBERED.test(line) ? 'numbered' : undefined;
}

/** Whether a text stands between one pair of marks, links between several pairs apart. */
function marked(text: string, mark: string): Emphasis {
  const form = mark.length > 1 ? 'bold' : 'italic';
  const parts = text.split(mark);
  const isOpen = parts[0] === '';
  const ends = TAIL.test((parts.at(-1) ?? '').replace(SHORTCODE, ''));
  if (parts.length === 2) {
    if (isOpen && parts[1]?.trim()) return { form, opens: true, closes: false };
    return ends && !isOpen ? { form: undefined, opens: false, closes: true } : NONE;
  }
  const isWhole = isOpen && ends && parts.length % 2 === 1 && parts[1] !== '';
  const between = parts.filter((_, index) => index % 2 === 0).slice(1, -1);
  // In italics titles stand upright.
  const isTitle = (part: string) => form === 'italic' && UPRIGHT.test(part);
  const isOne = between.every((part) => LINK.test(part) || isTitle(part));
  return isWhole && isOne ? { ...NONE, form } : NONE;
}
