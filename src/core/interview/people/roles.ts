import type { Corrections, Role } from '../model';
import { announcesPanel } from './announced';
import type { Person } from './people';

/** What a person's speech shows about whether they ask. */
export interface Habits {
  readonly turns: number;
  /** Share of the turns that end in a question. */
  readonly asking: number;
  /** Share of the turns that contain a question. */
  readonly questions: number;
  /** Share of the turns that say `you`, minus the share that say `I`. */
  readonly addressing: number;
  /**
   * How much shorter the turns are than the mean of all: 1 minus the ratio of the two, and at least
   * −1.
   */
  readonly brevity: number;
  /** Share of the turns that follow somebody else's question. */
  readonly asked: number;
  /** From −1 (speaks like a guest) to 1 (like a host, who welcomes and thanks). */
  readonly hosting: number;
  readonly speaksFirst: boolean;
}

/** What the document as a whole shows about roles. */
export interface Setting {
  /** The text before the first turn. */
  readonly preamble: string;
  /** Whether the questions have no label, so that everybody with a label answers. */
  readonly hasQuestioner: boolean;
}

/** Labels of those who ask, and of those who answer, in the languages of Europe and East Asia. */
const ASKS = new RegExp(
  `^(?:${[
    String.raw`q|questions?|interviewer(?:in)?|moderator(?:in)?|host|reporter(?:in)?|interviewer ?\d|(?:the )?press`,
    String.raw`entr(?:e?v)istador[ae]?|entrevistador\(a\)|periodista|moderadora?|presentadora?|apresentadora?|locutora?`,
    String.raw`interview[eo]ur|intervieweuse|journalist(?:e|in)?|modérat(?:eur|rice)|animat(?:eur|rice)|intervistat(?:ore|rice)|giornalista`,
    String.raw`moderatore|conduttore|conduttrice|prowadząc[ay]|dziennikarka?|redaktor(?:ka)?|tazatel(?:ka)?|novinář(?:ka)?|muhabir|sunucu`,
    String.raw`интервьюер|ведущ(?:ий|ая)|корреспондент|журналист(?:ка)?|модератор|ведуч(?:ий|а)|журналістка?|kérdező|toimittaja|intervjuare?`,
    String.raw`frage|pregunta|pergunta|domanda|vraag|fråga|spørsmål|kérdés|otázka|pytanie|вопрос|питання|soru|tanya|pewawancara|hỏi`,
    String.raw`问|問|记者|記者|主持人|采访者|採訪者|聞き手|インタビュアー|질문|기자|진행자|سؤال|שאלה|ερώτηση|δημοσιογράφος`,
    String.raw`.{2,40}(?:, | \()(?:\w+ ){0,2}(?:host|co-host|anchor|correspondent|moderator|interviewer)\)?`,
  ].join('|')})$`,
  'iu',
);
const ANSWERS = new RegExp(
  `^(?:${[
    String.raw`a|answer|interviewee|respondent(?:in)?|participant ?[\p{L}\d]*|p\d{1,2}|guest|witness|informant`,
    String.raw`entrevistad[oa]|entrevistado\(a\)|participante ?\d*|invitad[oa]|convidad[oa]|interviewée?|invitée?|intervistat[oa]|ospite`,
    String.raw`befragter?|interviewter?|interviewpartner(?:in)?|teilnehmer(?:in)? ?\d*|gast|rozmówc(?:a|zyni)|gość|respondentka?|респондент|гость|гостья`,
    String.raw`antwort|respuesta|respuestas|resposta|réponse|risposta|antwoord|svar|válasz|odpověď|odpowiedź|ответ|відповідь|cevap|jawab|đáp`,
    String.raw`答|受访者|受訪者|嘉宾|嘉賓|답변|جواب|תשובה|απάντηση`,
  ].join('|')})$`,
  'iu',
);
const OUTLET =
  /^the \p{Lu}|\b(?:magazine|news|times|post|journal|review|radio|brief|blog|press|tv|podcast|courier|herald)\b/iu;
const PRESIDES =
  /^(?:the )?(?:chair(?:man|woman|person)?|(?:(?:mr|madam|lord)\.? )?speaker|facilitator|presenter|主持人?)$/i;
const NARRATES =
  /^(?:(?:the )?narrator|narration|voice[- ]?over|v\.?o\.?|announcer|erzähler(?:in)?|narradora?|narrateur|narratrice|narratore|рассказчик|диктор|旁白|ナレーション|ナレーター|내레이션)$/iu;
const CALLS =
  /^(?:(?:the )?(?:\w+ )?(?:caller|listener)|anrufer(?:in)?|hörer(?:in)?|oyente|auditeur|auditrice|ascoltat(?:ore|rice)|ouvinte|слушатель(?:ница)?|听众|聴取者)(?: (?:#?\d{1,3}|\p{Lu}\p{L}{0,20}))?$|\((?:caller|by phone|on the phone)\)$/iu;
const ON_PANEL = /^(?:panel(?:list|ist| member)|panelista|podiumsgast)(?: \d{1,2})?$/i;

/** Whether a name is that of a magazine, a station or the like. */
export function isOutlet(name: string): boolean {
  return OUTLET.test(name);
}

/**
 * Lowest score (see {@link score}) at which further people, beside the one with the highest, count
 * as asking; and the same if somebody's label says that they ask.
 */
const ASKING = 0.6;
const ASKING_BESIDE = 0.9;
/** If everybody's share of questions is below this, nobody asks: it is a panel or a meeting. */
const HARDLY_ASKING = 0.1;
/**
 * Share of turns that follow somebody's question; narrators in the sense of oral history, who
 * answer, reach it.
 */
const SELDOM_ASKED = 0.5;
const FEWEST_ON_PANEL = 3;
const ANNOUNCED = 0.6;
const HOSTING = 0.6;

/**
 * The role of each person, in the same order: judged by how they speak, unless the user has
 * decided.
 */
export function rolesOf(
  people: readonly Person[],
  habits: readonly Habits[],
  corrections: Corrections,
  setting: Setting,
): Role[] {
  const { interviewers, roles = {} } = corrections;
  const found = interviewers
    ? people.map((person) => (isAmong(person, interviewers) ? 'interviewer' : 'interviewee'))
    : rolesByEvidence(people, habits, setting);
  const decided = Object.entries(roles);
  return people.map((person, index) => {
    const [, byHand] = decided.find(([name]) => isAmong(person, [name])) ?? [];
    return byHand ?? found[index] ?? 'other';
  });
}

function rolesByEvidence(
  people: readonly Person[],
  habits: readonly Habits[],
  { preamble, hasQuestioner }: Setting,
): Role[] {
  // With speakers called `A` and `B`, the label `A` doesn't mean `Answer`.
  const areLetters = people.some(({ name }) => name === 'B');
  const apart = people.map((person, index) => roleApart(person, habits[index] as Habits));
  const within = (role: Role, index: number): Role => apart[index] ?? role;
  if (hasQuestioner) return people.map((_, index) => within('interviewee', index));
  const scores = people.map((person, index) =>
    apart[index] ? -Infinity : score(person, habits[index] as Habits, areLetters),
  );
  const rates = habits.map(({ asking, questions }) => asking + questions / 2);
  const best = scores.reduce((most, value) => Math.max(most, value), -Infinity);
  const hasNamed = people.some((person) => isCalled(person, ASKS));
  const hasHost = hasNamed || habits.some(({ hosting }) => hosting > 0);
  if (!hasHost && rates.every((rate) => rate < HARDLY_ASKING)) {
    return people.map((_, index) => within('other', index));
  }
  const enough = hasNamed ? ASKING_BESIDE : ASKING;
  const roles = scores.map((value, index) => {
    const asks = value === best || (people.length > 2 && value >= enough);
    return within(asks ? 'interviewer' : 'interviewee', index);
  });
  const answering = roles.filter((role) => role === 'interviewee').length;
  const isPanel = answering >= FEWEST_ON_PANEL && announcesPanel(preamble);
  return isPanel ? roles.map((role) => (role === 'interviewee' ? 'panellist' : role)) : roles;
}

/** The special role that a person's label shows: narrator, caller or panellist. */
function roleApart(person: Person, { asked }: Habits): Role | undefined {
  if (isCalled(person, NARRATES) && asked < SELDOM_ASKED) return 'narrator';
  if (isCalled(person, CALLS)) return 'caller';
  return isCalled(person, ON_PANEL) ? 'panellist' : undefined;
}

function isCalled({ labels }: Person, what: RegExp): boolean {
  return labels.some(({ name }) => what.test(name));
}

function isAmong({ name, labels }: Person, chosen: readonly string[]): boolean {
  const wanted = chosen.map((one) => one.toLowerCase());
  return wanted.includes(name.toLowerCase()) || labels.some(({ key }) => wanted.includes(key));
}

/** How much indicates that a person asks; about 1 for a typical interviewer. */
function score(person: Person, habits: Habits, areLetters: boolean): number {
  const { asking, questions, addressing, brevity, hosting } = habits;
  let value = asking + 0.3 * questions + 0.3 * addressing + 0.2 * brevity + HOSTING * hosting;
  if (isCalled(person, ASKS)) value += 2;
  if (isCalled(person, PRESIDES)) value += 0.5;
  if (!areLetters && isCalled(person, ANSWERS)) value -= 2;
  if (isCalled(person, OUTLET)) value += 0.3;
  if (person.description !== undefined) value -= 0.2;
  if (habits.speaksFirst && value > 0) value += 0.1;
  return value + ANNOUNCED * Math.sign(person.announced);
}
