import type { Span } from '../../text/span';

/** Phrases right before or right after a name which say that this person asks, or answers. */
const ASKS_BEFORE =
  /(?:(?<!\p{L})(?:interview(?:s|ed)?(?: conducted| done)? by|conducted by|hosted by|host(?:s|ed)?:?|your hosts?|co-hosts?:?|moderat(?:ed by|or:?|ors:?)|interviewers?(?: is| was|:)?|chaired by|presented by|questions by|propos recueillis par|entretien réalisé par|entrevista (?:de|por|realizada por)|entrevistador[a]?:?|intervista di|a cura di|interview: |das (?:gespräch|interview) führten?|die fragen stellten?|rozmawiał[ai]?|беседовал[аи]?)|聞き手|采访者|采访|记者|主持人|인터뷰어)[\s:：*_]*(?:hon\. )?$/iu;
const ANSWERS_BEFORE =
  /(?:\b(?:interviewees?:?|narrators?:|guests?:?|witness(?:es)?:?|respondents?:?|(?:interview|conversation|talk(?:s|ed|ing)?|spoke|sat down|chat(?:s|ted)?|q ?& ?a) with|entretien avec|rencontre avec|entrevista (?:a|con|com)|intervista (?:a|con)|(?:interview|gespräch) mit)|受访者|嘉宾)[\s:：*_]*$/iu;
const ASKS_BEHIND =
  /^[\s*_]*(?:\((?:moderator|host|co-host|interviewer|chair\w{0,6}|presenter|facilitator)\)|,? presiding\b|, (?:moderator|host|interviewer)\b|interviews\b|(?:speaks|talks|spoke|talked|sits down|sat down) (?:with|to)\b|asks\b)/iu;
const ANSWERS_BEHIND = /^(?:['’]s)?[\s*_]{1,3}(?:oral history|interview(?!s|e[dr]|ing))/iu;
const PANEL =
  /(?<!\p{L})(?:panel(?:lists?|ists?| discussion)?|round[- ]?table|podiumsdiskussion|podium|table ronde|mesa redonda|tavola rotonda|круглый стол)(?!\p{L})|座谈|座談|圆桌|パネル/iu;
const BEFORE_UNITS = 60;
const AFTER_UNITS = 40;

/** Whether the text before the first turn mentions a panel. */
export function announcesPanel(preamble: string): boolean {
  return PANEL.test(preamble);
}

/**
 * What a text says of the person named at `span`: that they ask (1), that they answer (−1), or
 * neither (0). Examples: `Interviewed by Ann Lee`, `Guest: Bo Dahl`, `Ruth Abelard presiding`.
 */
export function asksAt(text: string, { start, end }: Span): -1 | 0 | 1 {
  const before = text.slice(Math.max(0, start - BEFORE_UNITS), start);
  const after = text.slice(end, end + AFTER_UNITS);
  if (ASKS_BEFORE.test(before) || ASKS_BEHIND.test(after)) return 1;
  return ANSWERS_BEFORE.test(before) || ANSWERS_BEHIND.test(after) ? -1 : 0;
}
