import type { Span } from '../../text/span';
import { compiling } from '../../firstUse';
import { COSTLY as OF_HOSTS, hostingIn } from './hosting';
import { commentPart, type CommentPart } from './comments';
import { asidesIn, COSTLY as OF_DIRECTIONS, isDirection, isTimeOfDay } from './directions';
import { emphasisOf, HEADING_SIGNS } from './emphasis';
import { COSTLY as OF_LABELS, labelOf, type Label } from './label';
import { COSTLY as OF_PARTS } from './labelParts';
import { COSTLY as OF_PERSONS, personsIn, type Persons } from './persons';
import { COSTLY as OF_SPONSORS, sponsorMarkOf, sponsorshipOf } from './sponsors';

/** A mark that begins the words of a speaker without naming them. */
export interface Mark {
  readonly kind: 'chevron' | 'dash' | 'hyphen' | 'low line';
  /** Where the words after it begin. */
  readonly body: number;
  /**
   * Whether the speaker is named after the words, as in stories: `— Nobody, — said the old man.`
   */
  readonly isTold: boolean;
}

/** What a line shows by itself, regardless of the lines around it. */
export interface LineFacts extends Persons {
  /** Whether it is empty, or only mark-up that encloses other lines: `:::`, `<div>`. */
  readonly isBlank: boolean;
  /** Which part of an HTML comment the line is; no reader of the page sees it. */
  readonly comment: CommentPart | undefined;
  /** Whether it is nothing but an image. */
  readonly isImage: boolean;
  readonly label: Label | undefined;
  /** Whether it is a Markdown heading. */
  readonly isHeading: boolean;
  /** How the line is set off, as questions without labels are: `h3`, `bold`, `quote` … */
  readonly form: string | undefined;
  /** Whether its emphasis continues on the next line. */
  readonly opensEmphasis: boolean;
  /** Whether emphasis from an earlier line ends with this one. */
  readonly closesEmphasis: boolean;
  /** The mark of a new, unnamed speaker. */
  readonly mark: Mark | undefined;
  /** Whether it ends in a question: with a question mark, or in some languages a word. */
  readonly asks: boolean;
  /** Whether it asks without being a question: `Tell us about it.` */
  readonly invites: boolean;
  /**
   * Whether it sounds like a host (1, `Welcome to the show`), a guest (−1, `Thanks for having me`)
   * or neither (0).
   */
  readonly hosting: -1 | 0 | 1;
  /** Whether it contains a question mark. */
  readonly hasQuestion: boolean;
  /** Whether it ends like a sentence. */
  readonly isSentence: boolean;
  /** The approximate number of words. */
  readonly words: number;
  /** The number of words typical of advertising and memberships. */
  readonly promotion: number;
  /**
   * Whether it tells how the text came about: `Editor’s note: …`, `This interview has been edited`.
   */
  readonly isEditorial: boolean;
  /** Whether it reads like the foot of a web page. */
  readonly isFooter: boolean;
  /** Whether it reads like a line of a log, or holds the times of a subtitle. */
  readonly isMachine: boolean;
  /** Whether it holds the times of a subtitle cue. */
  readonly isCue: boolean;
  /** Whether it begins or ends fenced code in Markdown. */
  readonly isFence: boolean;
  /** Whether it is nothing but a number: of a page, a cue, a question. */
  readonly isNumber: boolean;
  /** Whether it begins with a quotation mark or `>`. */
  readonly isQuoted: boolean;
  /** Whether it belongs to a Markdown quotation. */
  readonly isBlockquote: boolean;
  /** Whether it is an item of a list or a row of a table in Markdown. */
  readonly isItem: boolean;
  /** Whether it is a key in lower case with a value in quotation marks. */
  readonly isKeyed: boolean;
  /** Whether it announces an act, a scene or an entrance, as in plays. */
  readonly isStaged: boolean;
  /** Stage directions such as `[laughter]`; offsets from the line's start. */
  readonly asides: readonly Span[];
  /** Whether it is nothing but a stage direction: `[laughter]`, `END OF TAPE 1`. */
  readonly isDirection: boolean;
  /** The number of mentions of a sponsor. */
  readonly sponsorship: number;
  /** Whether it marks the beginning or the end of a sponsor's message. */
  readonly sponsorMark: 'begins' | 'ends' | undefined;
}

/** How much of the start of a line most tests look at, in UTF-16 units. */
const LOOKED_AT = 600;
const UNITS_A_WORD = 6;
/** UTF-16 units per word in a script without spaces between words. */
const UNITS_A_HAN_WORD = 2;
const HAN = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

const PROMOTION =
  /\b(?:subscri\w{2,6}|members?(?:hip)?|newsletter|sign up|sign in|log in|unlimited|access|upgrade|sponsor\w{0,4}|advertis\w{2,7}|donat\w{1,4}|patrons?|free trial|briefings?|join (?:us|our|now)|support (?:us|our)|follow us|discount|exclusive|today|click here|app store|inbox|the latest|free|weekly|daily)\b|(?<!\p{L})(?:su(?:b)?scri[bpt]\p{L}{2,8}|abonn\p{L}{1,7}|abbona\p{L}{2,6}|assinant?e?s?|abonnement|mitglied\p{L}{0,9}|síguenos|seguici|siga-nos|suivez[- ]nous|folg(?:en|t)? (?:sie )?uns|prenumerat\p{L}{1,3}|zapisz się|подпи(?:с|ш)\p{L}{2,9}|üye ol\p{L}{0,5}|abone ol\p{L}{0,5})(?!\p{L})|订阅|訂閱|公众号|扫码|会员登録|会員登録|フォローして|구독|회원가입/giu;
/** An offer begins with what the reader should do. */
const OFFERS =
  /^[\s*_#>[(]*(?:sign up|subscribe|join|support|follow|download|get|become|upgrade|click|donate|try|listen|enjoy)\b/i;
const EDITORIAL =
  /^[\s*_[(]*(?:editor(?:ial)?['’]?s?['’]? note|note from the editor|ed(?:itor|\. note)?:|(?:note|n\.?b\.?|correction|disclaimer):|the interview (?:was|took))|\b(?:interview|conversation|transcript|q ?& ?a)\b.{0,60}\b(?:edited|condensed|abridged|translated)\b/i;
const FOOTER =
  /^[\s*_#>[(-]*(?:read more|more (?:from|on|about|interviews)|related|comments?\b|(?:leave|post|add) a (?:comment|reply)|tags?\b|tagged|topics?\b|topic areas|categor|posted (?:in|by|on)|filed under|share\b|follow\b|copyright|©|\(c\)|all rights reserved|previous|next|subscribe|newsletter|view all|see also|you may also|back to|sponsored|advertisement|download|print\b|credits?\b|photo|image|source|transcribed by|transcript(?:ion)? (?:by|provided)|suivez[- ]nous|síguenos|seguici|siga-nos|folgen sie uns|commentaires?\s*$|comentários?\s*$|comentarios?\s*$|kommentare?\s*$|commenti\s*$|lire aussi|leer también|lea también|leggi anche|leia (?:também|mais)|lesen sie auch|mehr zum thema|lees ook|läs (?:också|mer)|czytaj (?:też|także|również)|читайте также|相关(?:文章|阅读|推荐)|延伸阅读|推荐阅读|関連記事|관련 ?기사|(?:propos )?recueillis? par|entretien (?:réalisé|mené)|questions ?: |(?:das )?(?:interview|gespräch) führten?|die fragen stellten?|intervista (?:di|a cura di)|entrevista (?:de|por|realizada)|rozmawiał|rozmowę przeprowadził|беседовал|интервью (?:взял|в[её]л)|聞き手|取材[・:：]|文[:：=＝]|责任编辑|責任編輯|采写|编辑[:：]|(?:글|사진|정리)\s?[=:])/iu;
const LINK_LINE =
  /^\s*(?:[-*]\s+)?(?:\[[^\]]{0,200}\]:?\s*(?:\(?<?https?:|\()|<?https?:\/\/\S+>?\s*$)/;
const MACHINE =
  /^\s*(?:\d{4}-\d{2}-\d{2}[T ]\d{2}:|\d{6} \d{6}\b|\w{3} +\d{1,2} \d{2}:\d{2}:\d{2}\b|\[\w{3} \w{3} +\d|\d{8}-\d|[\d:.,]+ --> |(?:at|in) [\w$.]+\(|commit [0-9a-f]{7})/;
/** The running head or foot of a book's page: a title and the page number. */
const PAGE =
  /^(?:.{0,100}\s{2})?\s*page \d{1,4}(?: (?:of|\/) \d{1,4})?\s*$|^[^:?!]{3,80}\s{8,}\d{1,4}\s*$/i;
/** A number; or what Teams has above its cues: `90a4b0c8-b2ca-4147-85e9-515fe750cc7a/10-0`. */
const NUMBER =
  /^\s*(?:\d{1,6}(?:\s?\/\s?\d{1,6})?|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?:[/-]\S{1,20})?)\s*$/i;
const SENTENCE_END = /[.!?…。！？؟]["'”’»“」』）)\]*_]*\s*$/;
const QUESTION_END = /(?:[?？؟\u037e]|\p{Script=Greek};)["'”’»“」』）)\]*_]*\s*$/u;
/** The beginning or end of a container in extended Markdown, or of an HTML element. */
const CONTAINER =
  /^\s*(?::{3,}(?:\s.{0,60})?|(?:(?:<\/?(?:div|section|article|aside|details|figure|center|p|br|hr|font|span|b|i|img|picture|source|iframe|figcaption|ul|ol|dl|dd|table|tbody|tr|td|blockquote)(?:\s[^<>]{0,200})?\/?>|&nbsp;)\s*)+)\s*$/i;
/**
 * Nothing but tags of components, as in MDX: `<Message from="Ann">`, `</Message>`, `<MessageBox>`.
 */
const COMPONENT =
  /^\s*<(?:\/?[A-Z]\w*(?:\s+\w+=[^<>]{1,200}|\/)|\/[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)\s*\/?>\s*$/;
const IMAGE =
  /^\s*(?:\[?!\[[^\]]{0,300}\](?:\([^()]{0,300}\)|\[[^\]]{0,60}\])(?:\]\([^()]{0,300}\))?(?:\{[^{}]{0,100}\})?|\{\{[<%] ?(?:figure|image|img|youtube|vimeo|tweet)\b[^<>{}]{0,500}[>%]\}\})\s*$/;
/** A numbered act or scene, a location in a film script, or an entrance or exit. */
const STAGED =
  /^[\s#*_[(]*(?:(?:act|scene|acte|scène|akt|szene|aufzug|acto|escena|atto|scena|акт|сцена|действие)\s+(?:[ivx]{1,5}|\d{1,2})\b.{0,40}$|(?:scene|characters|dramatis personae|personnages|personajes|personaggi|personagens|personen|действующие лица)\s?:|\[(?:verse|chorus|pre-chorus|bridge|refrain|hook|strophe|estribillo)\b|第.{1,3}[幕场場]|(?:INT|EXT)\. |(?:Enter|Re-enter|Exit|Exeunt)\b(?!.*:)|(?:cast of characters|dramatis personae|stage setting|the curtain (?:rises|falls)|curtain|blackout|end of (?:play|scene))[\s.:)\]*_]*$|\(?(?:lights? (?:up|down|out|fade)|(?:light|sound) cue)\b.{0,80}$|[^():]{1,30}\s?(?:--|[.:])\s*\((?:turns?|enters?|exits?|aside|beat|sits?|stands?|angr(?:y|ily)|softly|shout(?:s|ing)|to \p{L}+)\b[^()]{0,40}\))/iu;
/** At least three words in capitals, the first at the start of the line. */
const CAPITALS = /^\p{Lu}+\P{L}+\p{Lu}+\P{L}+\p{Lu}/u;
const ITEM = /^\s{0,4}(?:[-•*]\s+[\p{L}¿«“"]|-[\p{Lu}\p{Lo}¿«“"])/u;
const LIST_ITEM = /^\s{0,8}(?:[-*+•]\s|-[\p{Lu}\p{Lo}¿«“"]|\|.*\|)/u;
const HEADING = new RegExp(String.raw`^\s{0,3}(?:${HEADING_SIGNS})`, 'u');
/** Not the prompt of a program (`>>> print(x)`), nor an item that is nothing but a link. */
const MARK =
  /^\s{0,8}(?!>>>\s*[^\s\p{Lu}]|-\s\[[^[\]]*\]\([^()]*\)\s*$)(>>|[—–―─━]{1,2}|ー(?=\s)|-(?=[ \p{Lu}\p{Lo}¿¡«“"‘'])(?!\p{Lu}(?:\s{2}|[\t,]))|_(?=[^_]*$))\s*(?=\S)/u;
const TOLD = /[\p{L}][,?!.…]\s?[—–―]\s?\p{Ll}/u;
/** Invitations to tell, which ask without being questions. */
const INVITES =
  /^[\s#*_>\d.)-]*(?:(?:so|and|now|okay|please|well|then),? )*(?:let['’]s (?:start|begin|talk|turn|go)|tell|describe|talk|explain|walk|share|introduce|give|cuént|cuent|háblan|hábla|explíc|erzähl|beschreib|schilder|parlez|racont|décri|expliqu|fale|cont[ea]|descrev|racconti|raccont|ci parl|ci racc|parli|proszę op|opowiedz|расскаж|опишит|объясн|vertel|berätta|fortell)\p{L}{0,8}(?!\p{L})|\b(?:please (?:tell|describe|share|explain|walk|talk)|(?<!\b(?:you|they|he|she|I|we|to|who|people|would|could|will|can|did|not|n['’]t) )(?:tell|walk|give|remind) (?:me|us|our)|share (?:with us|one|some|your)|I(?:['’]d| would| want to| wanted to)? (?:like to )?(?:ask|hear|know) (?:you )?(?:about|more|how|why|what))\b|^.{0,6}(?:请|能否|可否|介绍|谈谈|说说|聊聊|讲讲).{0,40}[。.]?\s*$/iu;
/** Regular expressions that are slow to compile; they are compiled in steps before first use. */
export const COSTLY: readonly RegExp[] = [PROMOTION, EDITORIAL, FOOTER, STAGED, CAPITALS, INVITES];
/**
 * A key in camel case, as in code, with nothing or a value in code after it; if words follow, it
 * may be a nickname.
 */
const CODE_KEY = /^\s*["']?\p{Ll}+\p{Lu}[\p{L}\p{N}]*["']?:\s*(?:["'`[{<].*)?$/u;
/** A character's line in the script of a visual novel: `    s "Are you going home?"`. */
const CUE = /^\s*\w{1,20} "[^"]*"\s*$/;
/** Indented deeper than a paragraph may be in Markdown. */
const INDENTED = /^(?:\t|[^\S\t]{4,8})[\p{L}¿]/u;
/** The endings of questions in languages that mark them by the last word. */
const ASKS_BY_WORD =
  /(?:か|かね|(?<!こんにち|こんばん)は(?=。)|ください|下さい|부탁(?:드립니다|드려요|합니다)|[吗呢]|나요|까요|습니까|십니까|세요|주십시오|(?<=[가-힣])(?<![하러거제구])나(?=\.)|[은는인던건한런]가(?=\.)|궁금하다|달라|ไหม|เมื่อไหร่|เมื่อไร|อย่างไร|ยังไง|อะไร|หรือเปล่า|บ้าง)[。．.]?[」』）]?$/u;
/** Times, stage directions and tags after the last word. */
const BEHIND_WORDS =
  /(?:#[\d:.,-]{4,16}#|\||[[(（][^()[\]（）]{1,30}[\])）]|<\/[\w.]{1,10}>|<br\s?\/?>)\s*$/;
/** Further cells of a table row after the words: keys and numbers. */
const OTHER_CELLS = /(?:,[^,"?.!]{0,60}){1,8}$/;
const LOOKED_AT_END = 80;

/**
 * Compiles the expressions that lines are searched for, in steps. Optional: without it, looking at
 * the first line takes long.
 */
export function preparingFacts(): Generator<undefined, void> {
  return compiling(COSTLY, OF_PARTS, OF_LABELS, OF_SPONSORS, OF_DIRECTIONS, OF_PERSONS, OF_HOSTS);
}

/**
 * The facts about one line. Linear in its length; costly expressions see only its beginning and
 * end.
 */
export function factsOf(line: string): LineFacts {
  const head = line.slice(0, LOOKED_AT);
  const emphasis = emphasisOf(line);
  const label = labelIn(line, head);
  const tail = endOf(label?.style === 'cell' ? line.replace(OTHER_CELLS, '') : line);
  const asks = QUESTION_END.test(tail) || ASKS_BY_WORD.test(tail);
  const comment = commentPart(line);
  return {
    isBlank: isBlank(line, comment),
    comment,
    isImage: IMAGE.test(head),
    label,
    isHeading: HEADING.test(head),
    form: emphasis.form ?? (label ? namedForm(label, asks) : plainForm(line, asks)),
    opensEmphasis: emphasis.opens,
    closesEmphasis: emphasis.closes,
    mark: markOf(head),
    asks,
    invites: INVITES.test(head),
    hosting: hostingIn(head),
    hasQuestion: /[?？؟\u037e]|\p{Script=Greek};/u.test(line),
    isSentence: SENTENCE_END.test(tail),
    words: wordsIn(line),
    promotion: (head.match(PROMOTION)?.length ?? 0) + (OFFERS.test(head) ? 1 : 0),
    isEditorial: EDITORIAL.test(line.slice(0, 200)),
    isFooter: FOOTER.test(head) || LINK_LINE.test(head),
    isMachine: MACHINE.test(head),
    isCue: /^\s*[\d:.,]{5,13}\s+-->\s/.test(head),
    isFence: /^\s{0,3}(?:`{3}|~{3})/.test(head),
    isNumber: NUMBER.test(head) || PAGE.test(head),
    isQuoted: /^\s*(?:>|["“«„‘])/.test(head),
    isBlockquote: /^\s*>(?!>)/.test(head),
    isItem: LIST_ITEM.test(head),
    isKeyed: label !== undefined && isKeyed(line),
    isStaged: STAGED.test(head),
    asides: asidesIn(line),
    isDirection: isDirection(line),
    sponsorship: sponsorshipOf(line),
    sponsorMark: sponsorMarkOf(line),
    // The label `I` means `Interviewer`, not the pronoun.
    ...personsIn(label?.key === 'i' ? head.slice(label.body) : head),
  };
}

/** Whether a reader of the rendered page sees nothing of the line. */
function isBlank(line: string, comment: CommentPart | undefined): boolean {
  return line.trim() === '' || comment === 'whole' || isContainer(line.slice(0, LOOKED_AT));
}

function isContainer(head: string): boolean {
  return CONTAINER.test(head) || COMPONENT.test(head);
}

/** The label of a line, unless it is a key in code, a running head or a time of day. */
function labelIn(line: string, head: string): Label | undefined {
  const isNone = PAGE.test(head) || CODE_KEY.test(head) || isTimeOfDay(line);
  return isNone ? undefined : labelOf(line);
}

function isKeyed(line: string): boolean {
  return /^\s*[\p{Ll}\p{N}_.-]+:\s+["']/u.test(line) && /["'],?\s*$/.test(line.slice(-8));
}

function wordsIn(line: string): number {
  const unitsAWord = HAN.test(line.slice(0, LOOKED_AT_END)) ? UNITS_A_HAN_WORD : UNITS_A_WORD;
  return Math.ceil(line.trim().length / unitsAWord);
}

/** The last characters of a line's words, without the times, directions and tags after them. */
function endOf(line: string): string {
  let tail = line.slice(-LOOKED_AT_END).trimEnd();
  for (let n = 0; n < 2; n++) {
    const shorter = tail.replace(BEHIND_WORDS, '').trimEnd();
    if (shorter !== '') tail = shorter;
  }
  return tail.slice(-12);
}

/**
 * The form of a line without mark-up: a question with nothing before it, indented or not; a
 * question as a list item; or a line in capitals, whether or not it asks.
 */
function plainForm(
  line: string,
  asks: boolean,
): 'plain' | 'indented' | 'item' | 'capitals' | undefined {
  if (line.length > LOOKED_AT) return undefined;
  if (CAPITALS.test(line) && line === line.toUpperCase()) return 'capitals';
  if (!asks || CUE.test(line)) return undefined;
  if (ITEM.test(line)) return 'item';
  if (/^\s{0,3}[\p{L}¿]/u.test(line)) return 'plain';
  return INDENTED.test(line) ? 'indented' : undefined;
}

/** The form of a question after a label that is clearly set off. */
function namedForm({ isWeak }: Label, asks: boolean): 'named' | undefined {
  return !isWeak && asks ? 'named' : undefined;
}

/** Whether the form is that of a question without any mark-up. */
export function isPlainForm(form: string | undefined): boolean {
  return form === 'plain' || form === 'indented';
}

const MARK_KINDS: Readonly<Record<string, Mark['kind']>> = {
  '-': 'hyphen',
  '>>': 'chevron',
  _: 'low line',
};

function markOf(head: string): LineFacts['mark'] {
  const match = MARK.exec(head);
  if (!match) return undefined;
  const kind = MARK_KINDS[match[1] ?? ''] ?? 'dash';
  return { kind, body: match[0].length, isTold: kind === 'dash' && TOLD.test(head) };
}
