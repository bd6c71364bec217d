import { message, type Message } from '../message';
import { isPlainForm } from './lineFacts';
import type { Corrections, Reason, Recognition } from './model';

/** What the whole document shows; the same evidence decides and is told to the person. */
export interface Evidence {
  /** How many have labels that recur. */
  readonly speakers: number;
  /** How many have labels. */
  readonly people: number;
  readonly turns: number;
  /** Share of turns after which somebody else speaks. */
  readonly alternation: number;
  /** Share of the most asking speaker's turns that end in a question. */
  readonly asking: number;
  /** The same of whoever asks second most, where speakers have labels. */
  readonly askingBeside: number;
  /** Share of the lines with text that are spoken. */
  readonly coverage: number;
  readonly wordsPerTurn: number;
  /** Whether the text before the first turn speaks of an interview. */
  readonly announced: boolean;
  /** Whether it does so by a word that means nothing else. */
  readonly interviewed: boolean;
  /** Whether it speaks of dialogues as examples to learn from. */
  readonly forLearners: boolean;
  /** Whether all who speak are called by what they are: `Doctor` and `Patient`. */
  readonly isCast: boolean;
  /** Whether it says who held the conversation, or that it was edited. */
  readonly edited: boolean;
  /** Whether it tells that somebody spoke with somebody. */
  readonly talkedWith: boolean;
  /** Whether it speaks of frequently asked questions and the like. */
  readonly isHelp: boolean;
  /** Whether its title says just that. */
  readonly isHelpByTitle: boolean;
  /** Whether it is a lesson, or letters speak in what the beginning calls a dialogue. */
  readonly isExercise: boolean;
  /** Whether nobody has a name, and it speaks of the questions that are asked of those who want a job. */
  readonly isPractice: boolean;
  /** Whether it tells how a program is installed and used. */
  readonly isManual: boolean;
  /** Whether it calls itself the minutes of a meeting. */
  readonly isMinutes: boolean;
  /** Whether somebody uses a program that answers. */
  readonly isAssistant: boolean;
  /** Whether somebody serves customers, or leads players through a game. */
  readonly isService: boolean;
  /** Whether a speaker's full name or description stands there. */
  readonly introduced: boolean;
  /** Share of lines of logs and the like. */
  readonly machine: number;
  /** By what turns are told apart. */
  readonly kind: 'labels' | 'questions' | 'marks';
  /** How labels are written, or how questions without a label are set off. */
  readonly form: string;
  /** Share of the labels that little sets off from the words. */
  readonly weak: number;
  /** Share of the turns that say `you`; where questions have no labels, of those. */
  readonly addressed: number;
  /** Share of the turns that say `I`, of those that ask nothing; without labels of the answers. */
  readonly personal: number;
  /** Share of the turns that say `we`; where questions have no labels, of the answers. */
  readonly plural: number;
  /** Share of the turns in a language whose sentences name their subject. */
  readonly explicit: number;
  /** Share of the questions that speak of the one who asks, as those of help pages do. */
  readonly ownQuestions: number;
  /** Share of the answers that say `you`, where questions have no labels. */
  readonly answeredTo: number;
  /** Share of the answers that ask, where questions have no labels. */
  readonly askingBack: number;
  /** Whether nobody has a name. */
  readonly nameless: boolean;
  /** Share of the turns that are quotations; where questions have no labels, of the answers. */
  readonly quoted: number;
  /** Whether acts and scenes are told, as in plays. */
  readonly staged: boolean;
  /** Share of the turns behind whose words stands who says them, as in stories. */
  readonly told: number;
  /** Share of the turns that stand in fenced code. */
  readonly fenced: number;
  /** Share of the turns between the first and the last of whoever stays longest. */
  readonly staying: number;
  /** Share of the labels that are those of whoever speaks most often. */
  readonly leading: number;
  /** Share of the words behind the last turn, where that goes on for longer than any other does. */
  readonly behind: number;
  /** Where the turns stand in Markdown quotations, the share of the words outside of them. */
  readonly excerpted: number;
  /** Whether many labels come again and again in one order. */
  readonly isForm: boolean;
  /** Share of the labels that are in lower case before a quoted value, as keys of data files are. */
  readonly keyed: number;
  /** Whether voices have numbers, as machines give them. */
  readonly diarized: boolean;
  /** Whether it is made of subtitles whose cues name who speaks. */
  readonly subtitled: boolean;
}

/** A document is an interview from this score on. */
const THRESHOLD = 0.5;
const PRIOR = -2.6;
/** Where so many turns name their subjects, those who speak of themselves say so. */
const EXPLICIT = 0.4;
const HARDLY = 0.04;
/** Who answers for themselves says `I` in so many answers. */
const ANSWERING = 0.4;
/** So few words a turn has in plays, jokes and examples of dialogues. */
const BANTER = 10;
/** So few they have in examples of dialogues, of which some are longer. */
const EXAMPLE = 20;
/** So many words nobody says before others speak, turn after turn. */
const SPEECH = 500;
/** Hardly ever somebody else speaks. */
const ALONE = 0.2;
/** Among so many, whoever leads a conversation has more of the turns. */
const CROWD = 6;
const LEADING = 0.2;
/** Among so many turns whoever hosts a conversation stays for more than half of them. */
const TURNS_OF_A_CAST = 8;
/** Names that come so regularly are labels. */
const REGULAR = 0.8;
/** So much stands before a dialogue, and so much behind it, where it is quoted in another text. */
const AROUND = 0.25;
/** So many items of a list that all ask, and are answered, are hardly one. */
const FEWEST_ITEMS = 6;
/** So many turns are quoted of nothing but an interview. */
const WHOLE = 10;
/** Fewer questions without labels may stand in any text. */
const FEWEST_QUESTIONS = 3;
/** In so few turns somebody may speak but once. */
const FEW_TURNS = 8;
/** In fewer turns nobody need speak of themselves. */
const FEWEST_TURNS = 4;

/** Weighs the evidence: each piece adds to the logarithm of the odds, and says so in a sentence. */
export function recognise(evidence: Evidence | undefined, corrections: Corrections): Recognition {
  const reasons = evidence ? weigh(evidence) : [];
  const sum = reasons.reduce((total, { weight }) => total + weight, PRIOR);
  const score = evidence ? 1 / (1 + Math.exp(-sum)) : 0;
  const byHand = corrections.interview !== undefined;
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { isInterview: corrections.interview ?? score >= THRESHOLD, score, reasons, byHand };
}

/** The evidence piece by piece; the weights are logarithms of odds. */
export function weigh(evidence: Evidence): Reason[] {
  const reasons: Reason[] = [];
  const add = (weight: number, text: Message) => {
    if (weight !== 0) reasons.push({ weight, message: text });
  };
  WEIGHING[evidence.kind](evidence, add);
  weighBeginning(evidence, add);
  weighKind(evidence, add);
  return reasons;
}

type Add = (weight: number, text: Message) => void;

/** What the text before the first turn says. */
function weighBeginning(evidence: Evidence, add: Add): void {
  if (evidence.announced) {
    add(1.2, message('The beginning speaks of an interview or a conversation.'));
  }
  if (evidence.edited)
    add(1.5, message('The beginning says who held a conversation, or that it was edited.'));
  if (evidence.introduced) add(0.8, message('A speaker is introduced before the first turn.'));
  if (evidence.isHelp) {
    add(-2.5, message('The beginning speaks of frequently asked questions.'));
    if (evidence.nameless && evidence.personal < ANSWERING)
      add(-3, message('The answers don’t read as somebody’s own.'));
  }
  if (evidence.isHelpByTitle) add(-3, message('Its title is that of frequently asked questions.'));
  if (evidence.isManual) add(-4, message('The beginning tells how to use a program.'));
  if (evidence.isExercise) add(-6, message('It is a lesson or an exercise of a language.'));
  if (evidence.isPractice) add(-6, message('It speaks of what is asked of those who want a job.'));
}

/** What else has turns, or lines that look like them. */
function weighKind(evidence: Evidence, add: Add): void {
  if (evidence.isAssistant)
    add(evidence.announced ? -3 : -6, message('A program answers its user.'));
  if (evidence.isService) add(-6, message('Somebody serves customers, or leads a game.'));
  weighExamples(evidence, add);
  weighRecords(evidence, add);
  if (evidence.staged)
    add(evidence.announced ? -2 : -8, message('Acts and scenes are told, as in a play.'));
  if (evidence.told > 0.12) add(-3, message('It is told who says what, as in a story.'));
  if (evidence.isForm && !evidence.announced)
    add(-5, message('The labels come again and again in one order, as in forms.'));
  if (evidence.keyed > 0.5) add(-5, message('The labels stand before values in quotation marks.'));
  if (evidence.excerpted > 0.5) {
    const isWhole = evidence.turns >= WHOLE && evidence.asking >= 0.4;
    add(isWhole ? -4 : -8, message('The turns are quotations in another text.'));
  }
}

/** What is written down of a meeting or a program. */
function weighRecords({ isMinutes, form, machine, fenced }: Evidence, add: Add): void {
  if (isMinutes && /item|heading/.test(form)) {
    add(-6, message('It is the minutes of a meeting, point by point.'));
  }
  if (fenced > 0.5) add(-6, message('The turns stand in code, as examples do.'));
  if (machine > 0.2) add(-5, message('Many lines look like those of a log or a list.'));
}

/** Dialogues that were made up so that others learn from them. */
function weighExamples(evidence: Evidence, add: Add): void {
  if (evidence.interviewed || evidence.wordsPerTurn >= EXAMPLE) return;
  if (evidence.forLearners) add(-6, message('It is a lesson or an exercise of a language.'));
  if (evidence.isCast) {
    add(-4, message('Those who speak have parts and no names, as in examples.'));
  }
}

function weighLabels(evidence: Evidence, add: Add): void {
  const { speakers, people, turns, asking, wordsPerTurn, weak } = evidence;
  const isLikely = evidence.announced || (asking >= 0.4 && wordsPerTurn >= EXAMPLE);
  const isShort = evidence.subtitled || (people >= 2 && turns <= FEW_TURNS && isLikely);
  if (speakers >= 2) add(1.5, message('{0} speakers have labels that recur.', speakers));
  else add(isShort ? -1 : -2.5, message('Only one label recurs.'));
  add(Math.min(2, turns / 5), message('There are {0} turns.', turns));
  weighCast(evidence, add);
  if (asking >= 0.4) add(2, message('One speaker’s turns mostly end in questions.'));
  else if (asking >= 0.1) add(0.8, message('Some turns end in questions.'));
  else add(-1.2, message('Nobody asks.'));
  if (weak > 0) add(-weightOfWeak(evidence), message('Little sets labels off from the words.'));
  weighPersons(evidence, add);
  if (asking < 0.1) weighForm(evidence.form, add);
  weighPlace(evidence, add);
  weighLength(evidence, add);
  if (isBanter(evidence)) {
    add(-5, message('The turns are as short as in a play, and nothing says that people spoke so.'));
  }
}

/** How long the turns are. */
function weighLength({ wordsPerTurn, announced }: Evidence, add: Add): void {
  if (wordsPerTurn >= 8) add(0.8, message('The turns are made of sentences.'));
  if (wordsPerTurn < 4) add(-2.5, message('What stands behind the labels is very short.'));
  if (wordsPerTurn > SPEECH && !announced) {
    add(-3, message('What stands behind the labels is longer than anybody speaks.'));
  }
}

/** How much it speaks against labels that they are little set off. */
function weightOfWeak(evidence: Evidence): number {
  return evidence.weak <= 0.2 || areByTurns(evidence) ? 0.3 : 1.5;
}

/** Whether two names alone on their lines come by turns. */
function areByTurns({ form, people, alternation, turns }: Evidence): boolean {
  return form === 'alone' && people === 2 && alternation >= REGULAR && turns > FEWEST_TURNS;
}

/**
 * Whether turns are short, as those of plays, jokes and lessons are, nothing tells of a talk, and it
 * isn't one who asks and another who answers for themselves.
 */
function isBanter(evidence: Evidence): boolean {
  const { asking, askingBeside, explicit, nameless, personal, staying, wordsPerTurn } = evidence;
  if (tellsOfTalk(evidence) || wordsPerTurn >= EXAMPLE || evidence.turns <= FEWEST_TURNS) {
    return false;
  }
  const areAlike = askingBeside >= asking / 2;
  // In plays whose labels are little set off some speak longer.
  if (wordsPerTurn >= BANTER) return evidence.weak > 0.5 && asking >= 0.1 && areAlike;
  const isSelfless = nameless && explicit >= EXPLICIT && personal < ALONE;
  const isAsked = asking > 0.5 || personal >= 0.5;
  return !isAsked || areAlike || isSelfless || staying < 0.5;
}

/** Whether anything says that people spoke so. */
function tellsOfTalk(evidence: Evidence): boolean {
  const { interviewed, edited, introduced, diarized, subtitled } = evidence;
  return interviewed || edited || introduced || diarized || subtitled;
}

/** Who speaks after whom. */
function weighCast(evidence: Evidence, add: Add): void {
  const { alternation, subtitled, diarized } = evidence;
  if (alternation >= 0.5) add(1.2, message('The speakers take turns.'));
  if (subtitled) add(3, message('The subtitles name who speaks.'));
  if (diarized) add(3.5, message('A machine wrote which voice speaks.'));
  if (alternation < 0.25) {
    const isAlone = alternation < ALONE && !subtitled && !diarized;
    add(isAlone ? -3 : -1.5, message('The labels do not alternate.'));
  }
  if (evidence.staying < 0.5 && evidence.turns >= TURNS_OF_A_CAST) {
    add(-6, message('Nobody stays from beginning to end.'));
  } else if (evidence.people >= CROWD && evidence.leading <= LEADING && !evidence.announced) {
    add(-6, message('Nobody leads the conversation.'));
  }
}

/** What stands around what is said. */
function weighPlace({ quoted, behind, coverage, announced }: Evidence, add: Add): void {
  if (quoted > 0.5) add(-3, message('What is said stands in quotation marks, as in a story.'));
  const isAmid = behind >= AROUND && coverage <= 1 - AROUND;
  if (isAmid && !announced) add(-5, message('A dialogue stands amid another text.'));
  if (coverage < 0.3) add(-2, message('Most of the text stands outside of the turns.'));
}

/** Where nobody asks: labels as documents of all kinds have them. */
function weighForm(form: string, add: Add): void {
  if (/heading|capitals/.test(form)) {
    add(-2.5, message('The labels are headings, as documents of all kinds have them.'));
  }
  if (/item/.test(form)) add(-2, message('The labels are items of lists, and nobody asks.'));
}

/** People in conversation say `I` and `you`; lists, logs and help pages hardly do. */
function weighPersons(evidence: Evidence, add: Add): void {
  const { asking, personal, plural, addressed, explicit, ownQuestions, nameless, turns } = evidence;
  if (turns < FEWEST_TURNS) return;
  const isSelfless = explicit >= EXPLICIT && personal < HARDLY;
  if (asking < 0.1 && (isSelfless || personal + plural + addressed < HARDLY)) {
    add(-4, message('Nobody says “I”.'));
  } else if (isSelfless && addressed < HARDLY && turns >= 2 * FEWEST_TURNS) {
    add(nameless ? -5 : -2, message('Nobody says “I” or “you”.'));
  } else if (explicit >= EXPLICIT && ownQuestions >= 0.15 && personal < (nameless ? 0.4 : HARDLY)) {
    add(-6, message('The questions say “I”, and the answers do not.'));
  } else if (isSeekingAdvice(evidence)) {
    add(-5, message('The questions say “I”, and the answers do not.'));
  }
}

/** Whether those who ask speak of themselves, as readers who write to a magazine do. */
function isSeekingAdvice({ explicit, ownQuestions, personal, interviewed }: Evidence): boolean {
  return explicit >= EXPLICIT && ownQuestions >= 0.25 && personal < 0.6 && !interviewed;
}

function weighMarks(evidence: Evidence, add: Add): void {
  const { turns, asking, personal, addressed, wordsPerTurn } = evidence;
  add(Math.min(2, turns / 6), message('{0} passages are marked as another speaker’s.', turns));
  if (evidence.subtitled) add(2.5, message('They are subtitles of speech.'));
  if (asking >= 0.3) add(1.5, message('Many of them ask.'));
  else if (asking >= 0.08) add(0.5, message('Some of them ask.'));
  else add(-1.5, message('Nobody asks.'));
  if (personal >= 0.25) add(0.8, message('They say “I”.'));
  else add(-0.5, message('They hardly say “I”.'));
  if (addressed >= 0.15) add(0.8, message('They say “you”.'));
  else if (personal < 0.25) add(-0.6, message('Nobody says “I” or “you”.'));
  if (evidence.alternation >= 0.5) add(0.8, message('Questions and answers alternate.'));
  if (evidence.coverage < 0.5) add(-1.5, message('Much of the text stands elsewhere.'));
  if (wordsPerTurn < 4) add(-2, message('The passages are very short.'));
}

function weighQuestions(evidence: Evidence, add: Add): void {
  const { turns, asking, coverage, form } = evidence;
  add(
    Math.min(1.5, turns / 8),
    message('{0} headings or bold lines have text behind them.', turns),
  );
  const isPlain = isPlainForm(form) || form === 'said';
  if (turns < FEWEST_QUESTIONS) add(-weightOfFew(evidence, isPlain), message('They are few.'));
  if (asking >= 0.6) add(1.2, message('Most of them are questions.'));
  else if (asking < 0.45) add(-1, message('Few of them are questions.'));
  weighDialogue(evidence, add);
  weighAnswers(evidence, add);
  const areItems = form === 'item' && asking >= 0.9 && turns >= FEWEST_ITEMS;
  if (form === 'dash' || areItems) add(1.2, message('Dashes introduce the questions.'));
  if (form === 'answered' && evidence.quoted < 0.5)
    add(0.7, message('Marks introduce the answers.'));
  if (isPlain || (form === 'item' && !areItems)) {
    add(-0.5, message('Nothing but their marks sets the questions off.'));
  }
  if (coverage < 0.5) add(-1, message('Much of the text stands elsewhere.'));
}

/** How much it speaks against two questions that they are but two: plain ones stand in any text. */
function weightOfFew({ coverage, quoted, wordsPerTurn }: Evidence, isPlain: boolean): number {
  if (!isPlain) return 0.7;
  if (coverage < 0.7 || quoted >= 0.5) return 2.5;
  return coverage >= 0.9 && wordsPerTurn >= EXAMPLE ? 0.3 : 1.2;
}

/** How the answers to questions without labels are written. */
function weighAnswers({ quoted, askingBack, form }: Evidence, add: Add): void {
  if (quoted >= 0.5 && form === 'said') {
    add(-4, message('What is said stands in quotation marks, as in a story.'));
  } else if (quoted >= 0.5) {
    add(2, message('The answers are quotations.'));
  }
  if (askingBack >= 0.5) add(-2, message('The answers ask, too, as in lists of questions.'));
}

/** Whether somebody asks somebody else, who answers. */
function weighDialogue(evidence: Evidence, add: Add): void {
  const { personal, quoted, ownQuestions, turns } = evidence;
  const isAddressed = evidence.addressed >= 0.2;
  const isDialogue = isAddressed && personal >= 0.4;
  if (isDialogue) add(2, message('The questions say “you”, and the answers say “I”.'));
  else if (isAddressed && evidence.plural >= 0.5) weighPlural(evidence, add);
  else weighImpersonal(evidence, isAddressed, add);
  if (ownQuestions >= 0.25 && ownQuestions * turns >= 2 && !isDialogue && quoted < 0.5) {
    add(-2, message('The questions say “I”, and the answers do not.'));
  }
  if (isAddressed && evidence.talkedWith && evidence.asking >= 0.6) {
    add(1.5, message('The beginning tells with whom somebody spoke.'));
  }
}

/** Companies say `we` to customers, and `you`. */
function weighPlural({ answeredTo }: Evidence, add: Add): void {
  const weight = answeredTo < ANSWERING ? 1.5 : 0.3;
  add(weight, message('The questions say “you”, and the answers say “we”.'));
}

/** Answers that hardly say `I`, in languages that would, and in those that needn’t. */
function weighImpersonal(evidence: Evidence, isAddressed: boolean, add: Add): void {
  const { quoted, explicit, ownQuestions, answeredTo } = evidence;
  if (explicit >= EXPLICIT) {
    const isOwn = quoted >= 0.5 && (isAddressed || evidence.personal >= ALONE);
    if (!isOwn) add(-1.5, message('The answers don’t read as somebody’s own.'));
  } else if (isAddressed && ownQuestions < 0.1 && answeredTo < ANSWERING) {
    add(1.1, message('The questions say “you”, and the answers do not.'));
  }
}

const WEIGHING: Record<Evidence['kind'], (evidence: Evidence, add: Add) => void> = {
  labels: weighLabels,
  questions: weighQuestions,
  marks: weighMarks,
};
