import type { TextLines } from '../text/lines';
import { lastAtOrBefore } from '../text/sequence';
import { recognise, weigh, type Evidence } from './evidence';
import { firstLine, speakerLabels } from './scripts/labels';
import type { LineFacts } from './line/lineFacts';
import type { Corrections } from './model';
import type { Person } from './people/people';
import {
  before,
  isAnnounced,
  isEdited,
  isExercise,
  isForLearners,
  isHelp,
  isHelpByTitle,
  isInterviewed,
  isLesson,
  isManual,
  isMinutes,
  isPlay,
  tellsJobQuestions,
  tellsOfTalk,
} from './preamble';
import { share } from './share';
import { labelledScript } from './scripts/labelledScript';
import type { Script } from './scripts/script';
import { markedScript, questionScript } from './scripts/unlabelledScript';

/** Fewest lines about acts, scenes and entrances that make a text a play. */
const MANY_SCENES = 2;

/** Fewest lines with the times of a cue that make a text subtitles, and not one about them. */
const FEWEST_CUES = 3;

/** Labels of staff who answer customers, and of these customers. */
const SERVICE =
  /^(?:(?:(?:customer )?(?:support|service)|(?:(?:support|service|sales|call[- ]cent(?:er|re)|live|chat|booking) )?(?:agent|rep(?:resentative)?|operator)|help ?desk|system|alexa|kundendienst|soporte|agente|suporte|atendente|supporto|оператор|поддержка|客服|坐席|サポート|オペレーター|상담원|상담사)(?: \p{Lu}\p{L}*| \d{1,2})?)$/iu;
const SERVED =
  /^(?:user|customer|visitor|shopper|client|prospect|lead|kund(?:e|in)|cliente|usuario|usuário|visitante|utilisateur|клиент|покупатель|пользователь|客户|客戶|顾客|用户|お客様|顧客|고객|손님)(?: \p{Lu}\p{L}*| ?\(?\d{1,2}\)?)?$/iu;
/** Labels of game masters, and of players with their characters: `Lena (Thorn)`. */
const LEADER =
  /^(?:npc|gm|dm|game ?master|dungeon ?master|spielleit(?:er|ung)|мастер|мастер игры)(?: \(.{1,20}\))?$/iu;
const PLAYER =
  /^(?:(?:player|pc|spieler(?:in)?|jugador|joueur|игрок)\P{L}*|[^()]{1,40} \([^()]{1,30}\))$/iu;
/** Labels of those who pray in turns. */
const CONGREGATION =
  /^(?:(?:the )?(?:people|congregation|assembly)|all|response|gemeinde|assemblée|℟)$/iu;
const CELEBRANT =
  /^(?:(?:the )?(?:leader|priest|celebrant|officiant|deacon|minister|presider|reader|cantor)|liturg|priester|prêtre|℣)$/iu;
const USER =
  /^(?:user|human|me|you|customer|usuario|usuário|utilisateur|benutzer|nutzer|utente|пользователь|用户|用戶|ユーザー|사용자)$/iu;
const PROGRAM =
  /^(?:(?:ai |virtual )?assistant|(?:chat)?bot|system|chatgpt|gpt(?:-\S{1,6})?|claude|gemini|copilot|ai|llm|model|asistente|assistente|assistent|ассистент|бот|助手|机器人|アシスタント|어시스턴트)$/iu;

/** The parts that appear in made-up dialogues, jokes and sketches. */
const PART =
  /^(?:(?:the |old |young |little )?(?:man|woman|boy|girl|he|she|doctor|dr|nurse|patient|dentist|waiter|waitress|receptionist|clerk|cashier|shop assistant|salesman|customer|teacher|master|pupil|student|professor|mother|father|mom|mum|dad|son|daughter|wife|husband|judge|lawyer|police(?:man| officer)?|officer|driver|passenger|tourist|boss|employee|person|actor|friend|stranger|arzt|ärztin|kellner(?:in)?|gast|verkäufer(?:in)?|kund(?:e|in)|lehrer(?:in)?|schüler(?:in)?|médecin|serveur|serveuse|vendeu(?:r|se)|client|professeur|élève|médico|camarer[oa]|vendedora?|cliente|profesora?|alumn[oa]|dottore|cameriere|commessa|врач|пациент|официант|продавец|учитель|ученик|医生|病人|服务员|店员|老师|学生|医者|患者|先生|의사|환자|점원|손님|선생님|학생)\.?(?: \p{L}| \d)?)$/iu;

/**
 * Log odds by which an explanation that names the speakers is preferred to one that names nobody.
 */
const NAMES_TELL = 1.5;

/** An explanation of a document, with the evidence for it. */
export interface Explained {
  readonly script: Script;
  readonly evidence: Evidence;
}

/** All explanations that a document allows, in steps; add further kinds of explanation here. */
export function* explaining(
  text: TextLines,
  facts: readonly LineFacts[],
  corrections: Corrections,
): Generator<undefined, Explained[]> {
  const scripts: (Script | undefined)[] = [];
  const whole = wholeOf(facts);
  const { isSubtitled } = whole;
  yield;
  for (const withWeak of whole.hasWeak ? [false, true] : [false]) {
    const labels = yield* speakerLabels(facts, corrections, withWeak);
    yield;
    const preamble = before(text, Math.min(firstLine(labels), facts.length));
    scripts.push(
      yield* labelledScript(facts, labels, preamble, isSubtitled, corrections.samePerson),
    );
    yield;
  }
  scripts.push(yield* questionScript(facts, isSubtitled));
  yield;
  scripts.push(yield* markedScript(facts, isSubtitled));
  yield;
  const explained: Explained[] = [];
  for (const script of scripts) {
    if (!script) continue;
    yield;
    explained.push({ script, evidence: complete(script, whole, before(text, script.starts[0])) });
  }
  return explained;
}

/**
 * The explanation with the strongest evidence; those that make the document an interview go first.
 */
export function bestOf(explained: readonly Explained[]): Explained | undefined {
  const convincing = explained.filter(({ evidence }) => recognise(evidence, {}).isInterview);
  const among = convincing.length > 0 ? convincing : explained;
  const weights = among.map(weight);
  return among[weights.indexOf(Math.max(...weights))];
}

function weight({ evidence }: Explained): number {
  const named = evidence.kind === 'labels' ? NAMES_TELL : 0;
  return weigh(evidence).reduce((total, reason) => total + reason.weight, named);
}

/** What the lines show regardless of the explanation. */
interface Whole extends Pick<Evidence, 'machine' | 'staged'> {
  /** Whether a line is inside fenced code. */
  readonly isFenced: (line: number) => boolean;
  readonly isSubtitled: boolean;
  /** Whether some label is weak: hardly set off from the words. */
  readonly hasWeak: boolean;
}

function wholeOf(facts: readonly LineFacts[]): Whole {
  let [full, machine, staged, cues] = [0, 0, 0, 0];
  let hasWeak = false;
  const all: number[] = [];
  for (let line = 0; line < facts.length; line++) {
    const { isBlank, isMachine, isStaged, isFence, isCue, label } = facts[line] as LineFacts;
    if (!isBlank) full++;
    if (isMachine && !label) machine++;
    if (isStaged) staged++;
    if (isFence) all.push(line);
    if (isCue) cues++;
    if (label?.isWeak) hasWeak = true;
  }
  // A single line of tildes is no fence but underlines the line above.
  const isUnderline = all.length === 1 && facts[all[0] as number]?.form === 'rule';
  const fences = isUnderline ? [] : all;
  return {
    machine: machine / (full || 1),
    staged: staged >= MANY_SCENES,
    isFenced: (line) => lastAtOrBefore(fences, line) % 2 === 0,
    isSubtitled: cues >= FEWEST_CUES,
    hasWeak,
  };
}

function complete(
  script: Script,
  { machine, staged, isFenced }: Whole,
  preamble: string,
): Evidence {
  const introduced = script.people.some(
    ({ description, labels, name }) =>
      description !== undefined || labels.every((label) => label.name !== name),
  );
  // The times of subtitles were written by a machine too, but by one that listened to speech.
  return {
    ...script.evidence,
    announced: isAnnounced(preamble),
    interviewed: isInterviewed(preamble),
    forLearners: isForLearners(preamble),
    isCast: areParts(script),
    edited: isEdited(preamble),
    staged,
    fenced: share(script.starts, isFenced),
    talkedWith: tellsOfTalk(preamble),
    isHelp: isHelp(preamble),
    isHelpByTitle: isHelpByTitle(preamble),
    isExercise: isLesson(preamble) || (areLetters(script) && isExercise(preamble)),
    isPractice: script.evidence.nameless && tellsJobQuestions(preamble),
    isManual: isManual(preamble),
    isMinutes: isMinutes(preamble),
    isPlay: isPlay(preamble),
    isAssistant: hasAssistant(script),
    isService:
      haveBoth(script.people, SERVED, SERVICE) ||
      haveBoth(script.people, PLAYER, LEADER) ||
      haveBoth(script.people, CONGREGATION, CELEBRANT),
    introduced,
    machine: script.evidence.subtitled ? 0 : machine,
  };
}

/** Whether a user talks to a chatbot. */
function hasAssistant({ people }: Script): boolean {
  return haveBoth(people, USER, PROGRAM);
}

/** Whether some label matches the one expression, and some label the other. */
function haveBoth(people: readonly Person[], one: RegExp, other: RegExp): boolean {
  const names = people.flatMap(({ labels }) => labels.map(({ key }) => key));
  return names.some((name) => one.test(name)) && names.some((name) => other.test(name));
}

/** Whether all labels name parts and not persons, as in made-up dialogues and sketches. */
function areParts({ people }: Script): boolean {
  return (
    people.length > 1 && people.every(({ labels }) => labels.every(({ name }) => PART.test(name)))
  );
}

/** Whether all speakers are called by single letters, as in textbooks: `A` and `B`. */
function areLetters({ people }: Script): boolean {
  return people.length > 0 && people.every(({ name }) => /^[A-F]$/.test(name));
}
