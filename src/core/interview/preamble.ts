import type { TextLines } from '../text/lines';
import type { Span } from '../text/span';
import { blocksIn, type Block } from './layout';
import type { LineFacts } from './line/lineFacts';
import type { Region, RegionKind } from './model';
import type { Person } from './people/people';
import type { Script } from './scripts/script';

const ANNOUNCED =
  /(?<!\p{L})(?:interview\w{0,3}|conversation|transcript|q ?& ?a|oral history|spoke (?:with|to)|talks? (?:with|to)|sat down with|in dialogue|hearing|briefing|press conference|pressekonferenz|conférence de presse|rueda de prensa|conferenza stampa|coletiva de imprensa|podcast|episode|entretien|rencontre avec|propos recueillis|entrevista|intervista|colloquio|conversa|gespräch|interjú|intervju|haastattelu|wywiad|rozmowa|rozhovor|röportaj|söyleşi|wawancara)(?!\p{L})|访谈|采访|对话|专访|インタビュー|対談|会見|答记者问|发布会|기자회견|пресс-конференци|聞き手|인터뷰|대담|интервью|беседа|مقابلة|حوار|ריאיון|बातचीत|साक्षात्कार|συνέντευξη|phỏng vấn/iu;
/** Words that mean nothing but an interview; `conversation` may be any dialogue. */
const INTERVIEWED =
  /(?<!\p{L})(?:interview\w{0,3}|q ?& ?a|oral history|spoke (?:with|to)|sat down with|hearing|briefing|press conference|podcast|entretien|propos recueillis|entrevista\w?|intervista|interjú|intervju|haastattelu|wywiad|rozhovor|röportaj|söyleşi|wawancara)(?!\p{L})|访谈|采访|专访|インタビュー|対談|聞き手|인터뷰|대담|интервью|مقابلة|حوار|ריאיון|साक्षात्कार|συνέντευξη|phỏng vấn/iu;
/** Words of material for learning a language or practising conversations. */
const LEARNING =
  /(?<!\p{L})(?:esl|efl|vocabulary|learners?|key (?:terms|phrases)|(?:sample|example|practice|short|simple) (?:dialogues?|conversations?)|(?:dialogues?|conversations?) (?:examples?|practice|between|for|in english)|useful (?:phrases|expressions)|role[- ]?plays?|wortschatz|vocabulario|vocabulaire|vocabolario|словарь)(?!\p{L})|词汇|生词|単語|단어/iu;
const TALKED =
  /\b(?:interview(?:ed|s)?|conversation|chat(?:ted)?|talk(?:ed|s)?|spoke|sat down|caught up|q ?& ?a|meets?|dialogue) with\b|\b(?:spoke|talk(?:ed|s)?) to\b|\binterviewed\b|\bentrevista (?:a|con)\b|\bhablamos con\b|\bentretien avec\b|\b(?:gespräch|interview) mit\b|\bintervista (?:a|con)\b|\bentrevista com\b/iu;
/** Titles of pages with frequently asked questions: those that must be whole words, and others. */
const FREQUENT = String.raw`FAQs?|frequently asked questions|preguntas frecuentes|foire aux questions|häufig\w{0,2} (?:gestellte )?fragen|perguntas frequentes|domande frequenti`;
const FREQUENT_ELSEWHERE = String.raw`常见问题|よくあるご?質問|자주 ?묻는|자주 ?하는 ?질문|(?:часто задаваемые|частые) вопросы|част(?:о задавані|і) (?:питання|запитання)|najczęściej zadawane pytania|často kladené|gyakori kérdések|întrebări frecvente|sıkça sorulan|veelgestelde vragen|vanliga frågor|ofte stil(?:lede|te) spørgsmål|usein kysyt|câu hỏi thường gặp|pertanyaan (?:yang )?(?:sering|umum)|συχνές ερωτήσεις|שאלות (?:נפוצות|ותשובות)|(?:الأ?سئلة|أسئلة) (?:الشائعة|شائعة|المتكررة)|سوالات متداول|คำถามที่พบบ่อย|अक्सर पूछे`;
const HELP = new RegExp(
  String.raw`\b(?:${FREQUENT}|asked questions|frequently asked|common questions|troubleshooting)\b|^(?:#.{0,40}|(?:[^\S\n\r\u2028\u2029]|[*_\d.])*)(?<!\p{L})(?:questions (?:and|&) answers|perguntas e respostas|preguntas y respuestas|questions (?:et|&) réponses|fragen und antworten|domande e risposte|вопросы и ответы)(?!\p{L})(?![\s:–—-]*(?:with|con|com|avec|mit|с)(?!\p{L})).{0,40}$|${FREQUENT_ELSEWHERE}`,
  'imu',
);
const HELP_TITLE = new RegExp(
  String.raw`^(?:title:|#{1,2}\s)\s*["'*_]{0,3}(?:the )?(?:${FREQUENT}|${FREQUENT_ELSEWHERE})(?: \(FAQs?\))?["'*_\s]*$`,
  'imu',
);
const TALK_EDITED =
  /\b(?:interview|conversation|discussion|transcript|q ?& ?a)\b.{0,60}\b(?:edited|condensed|abridged|shortened|translated)\b|\b(?:edited|condensed) for (?:clarity|length|brevity)|\b(?:propos recueillis|interviewed by|das (?:gespräch|interview) führten?|entrevista (?:realizada|hecha|feita) (?:por|a)|intervista (?:di|a cura di))\b|(?<!\p{L})rozmawia(?:ją|ł|ła|li)?(?!\p{L})|интервью (?:вёл|вел|взял)|беседовал|聞き手|采访者|采访人|\b(?:gespräch|interview)\b.{0,40}\bgekürzt|\b(?:entrevista|entretien|intervista)\b.{0,40}\b(?:editad|résum|condens|abrégé)/iu;
const EXERCISE =
  /(?<!\p{L})(?:dialog(?:ue|o|e|ar)?s?|lessons?|lektion|lección|leçon|vocabulary|phrases|grammar|exercises?|übung(?:en)?|role[- ]?plays?)(?!\p{L})|диалог|会话|會話|対話|대화/iu;
/** A lesson or an exercise, with a number or as a title; instructions to learners. */
const LESSON =
  /^[^\p{L}\n\r\u2028\u2029]*(?:unit|lesson|exercise|lektion|übung|lección|ejercicio|leçon|exercice|lezione|lição|урок|упражнение|dialog(?:ue|o|e)?|диалог)(?: |\s?#)\d{1,3}(?!\p{L})|^(?:[^\S\n\r\u2028\u2029]|[#*_])*dialog(?:ue|o)?:\s|^(?:[^\S\n\r\u2028\u2029]|[#*_])*(?:listen and repeat|read (?:the|this) dialog(?:ue)?|new words|key (?:phrases|vocabulary))(?!\p{L})|^(?:#{1,3}\s|\\title\{|title:).{0,60}(?<!\p{L})(?:homework|problem sets?|exercise sheet|assignment \d)(?!\p{L})|第.{1,3}[课課]/imu;
/** What lists of questions for job interviews are called. */
const JOB_QUESTIONS =
  /(?<!\p{L})(?:interview questions|(?:preguntas|perguntas)(?: \p{L}+)? (?:de|para|em|en)(?: una?| uma)? entrevistas?|(?:typische|häufige|mögliche|gängige|wichtige) interview-?fragen|questions d['’]entretien|fragen (?:im|zum) (?:vorstellungs|bewerbungs)gespräch|domande (?:di|da|per il) colloquio|вопросы (?:на|для) собеседовани[еия])(?!\p{L})|面试题|面試題|面接(?:の|で.{0,8})質問|면접 ?질문/iu;
/** Headings of a program's documentation, and of what has changed in it. */
const MANUAL =
  /^#{1,4}\s+(?:(?:(?!the )\S{1,30} )?change ?log|release notes|更新日志|変更履歴|installation|installing|install|setup|usage|getting started|quick ?start|requirements|requisites?|prerequisites|安装|使用方法|インストール|instalación|instalação|установка)\s*$/imu;
/** What minutes of a meeting are called. */
const MINUTES =
  /^(?:title:|#{1,2}\s|[*_]{2}).{0,60}(?<!\p{L})(?:minutes|compte[- ]rendu|procès[- ]verbal|(?:sitzungs)?protokoll|ata da|acta de|verbale|notulen|протокол)(?!\p{L})|^#{1,2}\s.{0,40}(?:会议纪要|會議記錄|議事録|회의록)/imu;
/** A title, a subtitle or a kind in front matter that says that it is a play. */
const PLAY = new RegExp(
  String.raw`^(?:(?:type|genre|category|layout):\s*["']?(?:play|screenplay|script|drama|skit)s?["']?\s*$|(?:title:|sub\p{L}{0,8}:|description:|#{1,2}\s|[*_]{1,2}).{0,60}(?<!\p{L})(?:(?:one[- ]act|(?:five|ten|\d{1,2})[- ]minute|short|stage|radio) play|a play (?:by|for|in)|screenplay|theaterstück|hörspiel|pièce de théâtre|obra de teatro|peça de teatro|opera teatrale|пьеса)(?!\p{L}))`,
  'imu',
);
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [
  ANNOUNCED,
  TALKED,
  HELP,
  HELP_TITLE,
  TALK_EDITED,
  EXERCISE,
  LESSON,
  JOB_QUESTIONS,
  MANUAL,
  MINUTES,
  PLAY,
];
const BYLINE = /^\s*[*_]*(?:by|von|par|por|view all articles by|interview by|interviewed by)\s/i;
const DATE =
  /^\s*[*_]*(?:\p{L}{3,9},? )?(?:\d{1,2}(?:st|nd|rd|th|\.)? )?\p{L}{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d{2}\b|^\s*(?:19|20)\d{2}-\d{2}-\d{2}\s*$/u;
const EDITED =
  /\b(?:edited for|lightly edited|condensed|has been (?:edited|shortened)|editor['’]s note)\b/i;
/** `time,speaker,text`: names of columns, which commas without spaces separate. */
const TABLE_HEAD = /^\s*["\p{L}_][^,;\t]{0,40}(?:[,;\t](?=["\p{L}_])[^,;\t]{0,40})+$/u;
const DESCRIBES = /\b(?:is|was|serves as|works as)\s+(?:currently\s+)?(?:an?|the)\b/i;
/** How much of the text before the first turn is read, in UTF-16 units. */
const READ = 20_000;
const LONGEST_TITLE = 28;
const MOST_FRONT_MATTER = 500;
const TITLE_KEY = /^title:\s*(["']?)(?=\S)(.{1,300}?)\1\s*$/;
const WORD = /\p{L}[\p{L}\p{M}]+/gu;
const SHORT_NOTE = 40;

/** The text before a line; if it is too long, only its beginning. */
export function before(text: TextLines, line = 0): string {
  return text.slice({ start: 0, end: Math.min(READ, text.lineSpan(line).start) });
}

/** Whether the text before the first turn mentions an interview or a conversation. */
export function isAnnounced(preamble: string): boolean {
  return ANNOUNCED.test(preamble);
}

/** Whether it uses a word that means nothing but an interview. */
export function isInterviewed(preamble: string): boolean {
  return INTERVIEWED.test(preamble);
}

/** Whether its title is `FAQ` or an equivalent, and nothing more. */
export function isHelpByTitle(preamble: string): boolean {
  return HELP_TITLE.test(preamble);
}

/** Whether it presents a dialogue as an example to learn from. */
export function isForLearners(preamble: string): boolean {
  return LEARNING.test(preamble);
}

/** Whether it says that somebody spoke with somebody: `my conversation with …`. */
export function tellsOfTalk(preamble: string): boolean {
  return TALKED.test(preamble);
}

/** Whether it mentions frequently asked questions, which nobody in particular has asked. */
export function isHelp(preamble: string): boolean {
  return HELP.test(preamble);
}

/**
 * Whether it says who held the conversation, or that it was edited, in words used of nothing else.
 */
export function isEdited(preamble: string): boolean {
  return TALK_EDITED.test(preamble);
}

/** Whether it speaks of dialogues, lessons or exercises. */
export function isExercise(preamble: string): boolean {
  return EXERCISE.test(preamble);
}

/** Whether it is certainly a lesson, whatever the speakers are called. */
export function isLesson(preamble: string): boolean {
  return LESSON.test(preamble);
}

/** Whether it is about questions asked in job interviews. */
export function tellsJobQuestions(preamble: string): boolean {
  return JOB_QUESTIONS.test(preamble);
}

/** Whether it has headings on how to install and use a program, or on what has changed in it. */
export function isManual(preamble: string): boolean {
  return MANUAL.test(preamble);
}

/** Whether it calls the document a play. */
export function isPlay(preamble: string): boolean {
  return PLAY.test(preamble);
}

/** Whether it calls the document the minutes of a meeting. */
export function isMinutes(preamble: string): boolean {
  return MINUTES.test(preamble);
}

/** The regions before the first turn, one for each block and the front matter. */
export function preambleRegions(
  text: TextLines,
  facts: readonly LineFacts[],
  { starts, people }: Pick<Script, 'starts' | 'people'>,
  pullQuotes: ReadonlySet<number>,
): Region[] {
  const end = starts[0] ?? 0;
  const regions: Region[] = [];
  const add = (kind: RegionKind, block: Block) => {
    regions.push({ kind, span: spanOf(text, block) });
  };
  const start = Math.min(end, frontMatterEnd(text));
  if (start > 0) add('frontMatter', { first: 0, end: start });
  const known = lastNames(people);
  let hasTitle = false;
  for (const block of blocksIn(facts, start, end)) {
    const kind: RegionKind = pullQuotes.has(block.first)
      ? 'pullQuote'
      : kindOf(text, facts, block, known, hasTitle);
    hasTitle ||= kind === 'title';
    add(kind, block);
  }
  return regions;
}

/** The last word of each name, which texts use for the person. */
function lastNames(people: readonly Person[]): Set<string> {
  const names = people.flatMap(({ name, labels }) => [name, ...labels.map((use) => use.name)]);
  return new Set(names.flatMap((name) => name.match(WORD)?.at(-1) ?? []));
}

/** The span of a block, from the start of its first line to the end of its last. */
export function spanOf(text: TextLines, { first, end }: Block): Span {
  return { start: text.lineSpan(first).start, end: text.lineSpan(end - 1).end };
}

/** The line after YAML front matter or what WebVTT has before its cues; 0 if there is none. */
export function frontMatterEnd(text: TextLines): number {
  const first = text.lines.at(0);
  if (/^\uFEFF?WEBVTT/.test(first?.text ?? '')) return webVttHeaderEnd(text);
  if (first?.text.trimEnd() !== '---') return 0;
  const end = Math.min(text.lines.length, MOST_FRONT_MATTER);
  for (let line = 1; line < end; line++) {
    if (/^(?:---|\.\.\.)\s*$/.test(text.lines.at(line)?.text ?? '')) return line + 1;
  }
  return 0;
}

/** The line after WebVTT's header and the comments and styles that follow it, each up to an empty line. */
function webVttHeaderEnd({ lines }: TextLines): number {
  const most = Math.min(lines.length, MOST_FRONT_MATTER);
  const at = (line: number) => lines.at(line)?.text.trimEnd() ?? '';
  let end = 1;
  let isOpen = true;
  for (let line = 1; line < most; line++) {
    const words = at(line);
    if (words.includes('-->') || at(line + 1).includes('-->')) break;
    if (words === '') isOpen = false;
    else if (!isOpen && !/^(?:NOTE|STYLE|REGION)\b/.test(words)) break;
    else {
      isOpen = true;
      end = line + 1;
    }
  }
  return end;
}

/** The title given in front matter. */
export function titleInFrontMatter(text: TextLines): Span | undefined {
  const end = frontMatterEnd(text);
  for (let line = 1; line < end; line++) {
    const content = text.lines.at(line)?.text ?? '';
    const title = TITLE_KEY.exec(content)?.[2];
    if (title === undefined) continue;
    const start = text.lineSpan(line).start + content.indexOf(title, 'title:'.length);
    return { start, end: start + title.length };
  }
  return undefined;
}

function kindOf(
  text: TextLines,
  facts: readonly LineFacts[],
  block: Block,
  known: ReadonlySet<string>,
  hasTitle: boolean,
): RegionKind {
  const line = facts[block.first] as LineFacts;
  const isTime = ({ isNumber, isMachine }: LineFacts) => isNumber || isMachine;
  const own = facts.slice(block.first, block.end);
  if (own.every(isTime)) return 'timestamp';
  if (own.every(({ isDirection }) => isDirection)) return 'stageDirection';
  const content = text.lines.at(block.first)?.text ?? '';
  const isShort = block.end - block.first === 1 && line.words <= LONGEST_TITLE;
  if (isShort) return shortKind(content, line, hasTitle) ?? longKind(content, line, known);
  return longKind(content, line, known);
}

/** The kind of a short line; undefined if it may be a sentence of the introduction. */
function shortKind(content: string, line: LineFacts, hasTitle: boolean): RegionKind | undefined {
  if (BYLINE.test(content)) return 'byline';
  if (DATE.test(content)) return 'date';
  const isTitle = line.isHeading || !line.isSentence || line.asks;
  if (!hasTitle && isTitle && !TABLE_HEAD.test(content)) return 'title';
  return line.isSentence ? undefined : 'heading';
}

function longKind(content: string, line: LineFacts, known: ReadonlySet<string>): RegionKind {
  if (line.words <= SHORT_NOTE && EDITED.test(content.slice(0, 120))) return 'editorNote';
  const tells = (content.slice(0, 90).match(WORD) ?? []).some((word) => known.has(word));
  return tells && DESCRIBES.test(content.slice(0, 160)) ? 'biography' : 'introduction';
}
