import type { Span } from '../text/span';
import { emphasisOf } from './emphasis';
import { labelOf, type Label } from './label';

/** What can be said of a line by itself, whatever stands around it. */
export interface LineFacts {
  readonly isBlank: boolean;
  readonly label: Label | undefined;
  /** A Markdown heading. */
  readonly isHeading: boolean;
  /** How the line is set off, as questions without a label are: `h3`, `bold`, `quote` … */
  readonly form: string | undefined;
  /** Its emphasis goes on over the line's end. */
  readonly opensEmphasis: boolean;
  /** Emphasis from a line before ends with the line. */
  readonly closesEmphasis: boolean;
  /** A mark of a new speaker without a name, and where the words behind it begin. */
  readonly mark: { readonly kind: string; readonly body: number } | undefined;
  /** Ends in a question mark. */
  readonly asks: boolean;
  /** Asks without a question mark: `Tell us about it.` */
  readonly invites: boolean;
  /** Contains a question mark. */
  readonly hasQuestion: boolean;
  /** Ends as a sentence does. */
  readonly isSentence: boolean;
  /** Roughly how many words it has. */
  readonly words: number;
  /** How many words of advertising and membership it has. */
  readonly promotion: number;
  /** Tells how the text came about: `Editor’s note: …`, `This interview has been edited`. */
  readonly isEditorial: boolean;
  /** Reads like the foot of a web page. */
  readonly isFooter: boolean;
  /** Reads like a line of a log, or the times of a cue. */
  readonly isMachine: boolean;
  /** The times of a cue of subtitles. */
  readonly isCue: boolean;
  /** Nothing but a number: of a page, a cue, a question. */
  readonly isNumber: boolean;
  /** Begins with a quotation mark or as a Markdown quotation. */
  readonly isQuoted: boolean;
  /** Stage directions such as `[laughter]`; offsets from the line's start. */
  readonly asides: readonly Span[];
  /** Says `I`, `my`. */
  readonly saysI: boolean;
  /** Says `we`, `our`, as companies do too. */
  readonly saysWe: boolean;
  /** Says `you`, `your`. */
  readonly isSecondPerson: boolean;
}

/** So much of a line is looked at for words; enough for any judgement. */
const LOOKED_AT = 600;
const UNITS_A_WORD = 6;

const PROMOTION =
  /\b(?:subscri\w{2,6}|members?(?:hip)?|newsletter|sign up|sign in|log in|unlimited|access|upgrade|sponsor\w{0,4}|advertis\w{2,7}|donat\w{1,4}|patrons?|free trial|briefings?|join (?:us|our|now)|support (?:us|our)|follow us|discount|exclusive|today|click here|app store|inbox|the latest|free|weekly|daily)\b/giu;
/** An offer begins with what the reader is to do. */
const OFFERS =
  /^[\s*_#>[(]*(?:sign up|subscribe|join|support|follow|download|get|become|upgrade|click|donate|try|listen|enjoy)\b/i;
const EDITORIAL =
  /^[\s*_[(]*(?:editor(?:ial)?['’]?s?['’]? note|note from the editor|ed(?:itor|\. note)?:|the interview (?:was|took))|\b(?:interview|conversation|transcript|q ?& ?a)\b.{0,60}\b(?:edited|condensed|abridged|translated)\b/i;
const FOOTER =
  /^[\s*_#>[(-]*(?:read more|more (?:from|on|about|interviews)|related|comments?\b|leave a (?:comment|reply)|tags?\b|tagged|topics?\b|topic areas|categor|posted (?:in|by|on)|filed under|share\b|follow\b|copyright|©|\(c\)|all rights reserved|previous|next|subscribe|newsletter|view all|see also|you may also|back to|sponsored|advertisement|download|print\b|credits?\b|photo|image|source)/i;
const LINK_LINE =
  /^\s*(?:[-*]\s+)?(?:\[[^\]]{0,200}\]:?\s*(?:\(?<?https?:|\()|<?https?:\/\/\S+>?\s*$)/;
const MACHINE =
  /^\s*(?:\d{4}-\d{2}-\d{2}[T ]\d{2}:|\d{6} \d{6}\b|\w{3} +\d{1,2} \d{2}:\d{2}:\d{2}\b|\[\w{3} \w{3} +\d|\d{8}-\d|[\d:.,]+ --> |(?:at|in) [\w$.]+\(|commit [0-9a-f]{7})/;
const ASIDE =
  /[[(](?:laugh|crosstalk|applause|inaudible|pause|music|silence|chuckl|sigh|cough|cheer|indiscernible|unintelligible|overlapping|lacht|rires|risas)[^\])]{0,40}[\])]/giu;
const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]*_]*\s*$/;
const QUESTION_END = /[?？؟]["'”’»)\]*_]*\s*$/;
const MARK = /^\s{0,8}(>>|[—–―]{1,2})\s*(?=\S)/;
const FIRST_PERSON =
  /\b(?:I|I['’]\w{1,2}|my|me|ich|mein\w{0,2}|je|j['’]|mon|yo|mi)\b|(?<!\p{L})(?:я|мне|мой)(?!\p{L})|[私僕俺我]|저는|제가|나는/u;
const FIRST_PLURAL =
  /\b(?:we|our|us|wir|unser\w{0,2}|nous|notre|nosotros|nuestr\w{1,2})\b|我们|(?<!\p{L})мы(?!\p{L})/iu;
const SECOND_PERSON =
  /\b(?:you|your|Sie|Ihr\w{0,2}|du|dein\w{0,2}|vous|votre|tu|tus|ti|te|eres|has|tienes|crees|puedes|usted)\b|(?<!\p{L})(?:вы|вас|вам|ваш\p{L}{0,3})(?!\p{L})|[你您]|あなた|당신/iu;
/** Asks without a question mark. */
const INVITES =
  /^[\s#*_>\d.)-]*(?:please )?(?:tell|describe|talk|explain|walk|share|introduce|cuént|erzähl|beschreib|parlez|décri)\p{L}{0,6}\b/iu;

/** Looks at one line. Linear in its length, and with costly means only at its beginning and end. */
export function factsOf(line: string): LineFacts {
  const head = line.slice(0, LOOKED_AT);
  const tail = line.slice(-12);
  const emphasis = emphasisOf(line);
  const label = labelOf(line);
  return {
    isBlank: line.trim() === '',
    label,
    isHeading: /^\s{0,3}#{1,6}\s/.test(head),
    form: emphasis.form ?? (!label && isPlainQuestion(line) ? 'plain' : undefined),
    opensEmphasis: emphasis.opens,
    closesEmphasis: emphasis.closes,
    mark: markOf(head),
    asks: QUESTION_END.test(tail),
    invites: INVITES.test(head),
    hasQuestion: /[?？؟]/.test(line),
    isSentence: SENTENCE_END.test(tail),
    words: Math.ceil(line.trim().length / UNITS_A_WORD),
    promotion: (head.match(PROMOTION)?.length ?? 0) + (OFFERS.test(head) ? 1 : 0),
    isEditorial: EDITORIAL.test(line.slice(0, 200)),
    isFooter: FOOTER.test(head) || LINK_LINE.test(head),
    isMachine: MACHINE.test(head),
    isCue: /^\s*[\d:.,]{5,13}\s+-->\s/.test(head),
    isNumber: /^\s*\d{1,6}(?:\s?\/\s?\d{1,6})?\s*$/.test(head),
    isQuoted: /^\s*(?:>|["“«„])/.test(head),
    asides: asidesIn(line),
    saysI: FIRST_PERSON.test(head),
    saysWe: FIRST_PLURAL.test(head),
    isSecondPerson: SECOND_PERSON.test(head),
  };
}

/** A question that is a line by itself, without any mark-up or mark before it. */
function isPlainQuestion(line: string): boolean {
  return line.length <= LOOKED_AT && QUESTION_END.test(line.slice(-12)) && /^[\p{L}¿]/u.test(line);
}

function markOf(head: string): LineFacts['mark'] {
  const match = MARK.exec(head);
  return match
    ? { kind: match[1] === '>>' ? 'chevron' : 'dash', body: match[0].length }
    : undefined;
}

function asidesIn(line: string): Span[] {
  if (!line.includes('[') && !line.includes('(')) return [];
  return [...line.matchAll(ASIDE)].map(({ index, 0: aside }) => ({
    start: index,
    end: index + aside.length,
  }));
}
