import { message, type Message } from '../message';
import { VOICE_STYLE } from './line/label';
import { NICK_STYLE } from './scripts/labels';
import { isPlainForm } from './line/lineFacts';
import type { Corrections, Reason, Recognition } from './model';

/**
 * What the document as a whole shows. The same evidence decides whether it is an interview and is
 * listed to the user as the reasons.
 */
export interface Evidence {
  /** How many speakers have a label that recurs. */
  readonly speakers: number;
  /** How many people have a label, even one that stands only once. */
  readonly people: number;
  readonly turns: number;
  /** Share of the turns that begin with a change of speaker. */
  readonly alternation: number;
  /**
   * Share of turns ending in a question, for the speaker who asks most often; without labels, the
   * share of the questions or turns that ask.
   */
  readonly asking: number;
  /** The same share for the speaker who asks second most often; 0 without labels. */
  readonly askingBeside: number;
  /** Share of the document's words that stand from the first turn on. */
  readonly coverage: number;
  readonly wordsPerTurn: number;
  /** Whether the text before the first turn speaks of an interview. */
  readonly announced: boolean;
  /** Whether the beginning uses a word that means nothing but an interview. */
  readonly interviewed: boolean;
  /** Whether the beginning presents the dialogue as an example to learn from. */
  readonly forLearners: boolean;
  /** Whether every speaker is named after a part: `Doctor` and `Patient`. */
  readonly isCast: boolean;
  /** Whether the beginning says who held the conversation, or that it was edited. */
  readonly edited: boolean;
  /** Whether the beginning says that somebody spoke with somebody. */
  readonly talkedWith: boolean;
  /** Whether the beginning mentions frequently asked questions or the like. */
  readonly isHelp: boolean;
  /** Whether the title is `FAQ` or an equivalent, and nothing more. */
  readonly isHelpByTitle: boolean;
  /**
   * Whether it is a language lesson, or the speakers are mere letters (`A`, `B`) in what the
   * beginning calls a dialogue or an exercise.
   */
  readonly isExercise: boolean;
  /** Whether nobody has a name and the beginning is about questions asked in job interviews. */
  readonly isPractice: boolean;
  /** Whether the beginning has headings on how to use a program, or on what has changed in it. */
  readonly isManual: boolean;
  /** Whether the beginning calls the document the minutes of a meeting. */
  readonly isMinutes: boolean;
  /** Whether the beginning calls the document a play. */
  readonly isPlay: boolean;
  /** Whether the speakers are a user and a chatbot. */
  readonly isAssistant: boolean;
  /**
   * Whether the speakers are customer and staff, player and game master, or congregation and
   * celebrant.
   */
  readonly isService: boolean;
  /** Whether the beginning gives a speaker's full name or description. */
  readonly introduced: boolean;
  /** Share of the lines with text that look like those of a log; 0 in subtitles. */
  readonly machine: number;
  /**
   * What separates the turns: speakers' labels, questions set off from their answers, or marks that
   * name nobody.
   */
  readonly kind: 'labels' | 'questions' | 'marks';
  /** The style of the first label, or how the questions without labels are set off. */
  readonly form: string;
  /** Share of the labels that are hardly set off from the words after them. */
  readonly weak: number;
  /** Share of the turns that say `you`; where questions have no labels, share of the questions. */
  readonly addressed: number;
  /**
   * Of the turns that ask nothing, the share that say `I`; where questions have no labels, share of
   * the answers.
   */
  readonly personal: number;
  /** Share of the turns that say `we`; where questions have no labels, share of the answers. */
  readonly plural: number;
  /**
   * Share of the turns in a language whose sentences always name their subject, so that a missing
   * `I` means something.
   */
  readonly explicit: number;
  /**
   * Share of the turns that ask and say `I` but not `you`, as the questions on help pages do; where
   * questions have no labels, share of the questions.
   */
  readonly ownQuestions: number;
  /** Share of the answers that say `you`, where questions have no labels; otherwise 0. */
  readonly answeredTo: number;
  /**
   * Share of the answers that begin with a question, where questions have no labels; otherwise 0.
   */
  readonly askingBack: number;
  /** Whether no speaker has a name: there are no labels, or only ones such as `Q` and `Answer`. */
  readonly nameless: boolean;
  /**
   * Share of the turns that are quotations; where questions have no labels, share of the answers.
   */
  readonly quoted: number;
  /** Whether lines announce acts, scenes and entrances, as in plays. */
  readonly staged: boolean;
  /** Share of the turns whose words are followed by who says them, as in stories. */
  readonly told: number;
  /** Share of the turns inside fenced code. */
  readonly fenced: number;
  /** The speaker present longest: the share of the turns from their first to their last. */
  readonly staying: number;
  /** Share of the turns that belong to whoever speaks most often. */
  readonly leading: number;
  /**
   * Share of the document's words that stand in surplus paragraphs of the last turn: those beyond
   * the number that any other turn has. Another text probably begins there.
   */
  readonly behind: number;
  /**
   * Where most turns stand in Markdown quotations, the share of the words outside of quotations.
   */
  readonly excerpted: number;
  /** Whether many labels recur in a fixed order, as the fields of forms do. */
  readonly isForm: boolean;
  /**
   * Share of the labels that look like keys of a data file: in lower case, before a quoted value.
   */
  readonly keyed: number;
  /** Whether all speakers are numbered voices (`Speaker 1`), as software names them. */
  readonly diarized: boolean;
  /** Whether the document consists of subtitles. */
  readonly subtitled: boolean;
}

/** The lowest score, from 0 to 1, at which a document counts as an interview. */
const THRESHOLD = 0.5;
/** The log odds of an interview before any evidence. */
const PRIOR = -2.6;
/**
 * Share of turns in a language that names its subjects from which a missing `I` counts as evidence.
 */
const EXPLICIT = 0.4;
/** Share of turns below which a pronoun is practically absent. */
const HARDLY = 0.04;
/**
 * Share of answers: from it on, answers with `I` read as somebody's own, and answers with `you` as
 * addressed to the reader.
 */
const ANSWERING = 0.4;
/** Words per turn; plays, jokes and made-up dialogues have fewer. */
const BANTER = 10;
/** Words per turn; even the longer made-up dialogues have fewer. */
const EXAMPLE = 20;
/** Words per turn; nobody types more at a time in a chat. */
const TYPED = 80;
/** Words per turn; in no conversation do people speak for longer on average. */
const SPEECH = 500;
/**
 * Share of turns: with fewer changes of speaker, one person speaks practically alone; with fewer
 * turns that say `I`, hardly anybody speaks of themselves.
 */
const ALONE = 0.2;
/**
 * Among this many people or more, somebody who leads the conversation should have more than the
 * share {@link LEADING} of the turns.
 */
const CROWD = 6;
const LEADING = 0.2;
/** From this many turns on, somebody (the host) should stay for at least half of them. */
const TURNS_OF_A_CAST = 8;
/**
 * Share of turns with a change of speaker from which on two names alone on their lines are surely
 * labels.
 */
const REGULAR = 0.8;
/**
 * Where a dialogue is quoted in another text, at least this share of the words stands before it,
 * and after it.
 */
const AROUND = 0.25;
/**
 * This many list items that nearly all ask, and are answered, are an interview rather than a list.
 */
const FEWEST_ITEMS = 6;
/** This many quoted turns are probably a whole interview, not an excerpt. */
const WHOLE = 10;
/** Any text may contain fewer questions without labels than this. */
const FEWEST_QUESTIONS = 3;
/** Up to this many turns, somebody may well speak only once. */
const FEW_TURNS = 8;
/** In fewer turns than this, it means nothing that nobody says `I`. */
const FEWEST_TURNS = 4;

/**
 * Decides from the evidence: each piece adds its weight to the log odds of an interview and gives
 * its reason in a sentence. What a user has decided prevails.
 */
export function recognise(evidence: Evidence | undefined, corrections: Corrections): Recognition {
  const reasons = evidence ? weigh(evidence) : [];
  const sum = reasons.reduce((total, { weight }) => total + weight, PRIOR);
  const score = evidence ? 1 / (1 + Math.exp(-sum)) : 0;
  const byHand = corrections.interview !== undefined;
  reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return { isInterview: corrections.interview ?? score >= THRESHOLD, score, reasons, byHand };
}

/** The reasons for and against an interview; their weights are log odds, to be added up. */
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

/** Weighs what the text before the first turn says. */
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
  if (evidence.isManual)
    add(-4, message('The beginning tells how to use a program, or what has changed in it.'));
  if (evidence.isExercise) add(-6, message('It is a lesson or an exercise of a language.'));
  if (evidence.isPractice) add(-6, message('It speaks of what is asked of those who want a job.'));
}

/** Weighs signs of other kinds of text that have turns, or lines that look like them. */
function weighKind(evidence: Evidence, add: Add): void {
  if (evidence.isAssistant)
    add(evidence.announced ? -3 : -6, message('A program answers its user.'));
  if (evidence.isService) add(-6, message('Somebody serves customers, or leads a game.'));
  weighExamples(evidence, add);
  weighRecords(evidence, add);
  if (evidence.staged || isCalledPlay(evidence))
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

/** Whether the beginning calls it a play, and those who have labels speak as briefly as in one. */
function isCalledPlay({ interviewed, isPlay, kind, wordsPerTurn }: Evidence): boolean {
  return isPlay && !interviewed && (kind !== 'labels' || wordsPerTurn < EXAMPLE);
}

/** Weighs signs of minutes, code and logs. */
function weighRecords({ isMinutes, form, machine, fenced }: Evidence, add: Add): void {
  if (isMinutes && /item|heading/.test(form)) {
    add(-6, message('It is the minutes of a meeting, point by point.'));
  }
  if (fenced > 0.5) add(-6, message('The turns stand in code, as examples do.'));
  if (machine > 0.2) add(-5, message('Many lines look like those of a log or a list.'));
}

/** Weighs signs of a dialogue made up for learners. */
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

/** Weighs the length of the turns. */
function weighLength({ wordsPerTurn, announced, form }: Evidence, add: Add): void {
  if (wordsPerTurn >= 8) add(0.8, message('The turns are made of sentences.'));
  if (wordsPerTurn < 4) add(-2.5, message('What stands behind the labels is very short.'));
  if (wordsPerTurn > TYPED && form === NICK_STYLE) {
    add(-4, message('What stands behind the labels is longer than anybody writes in a chat.'));
  }
  if (wordsPerTurn > SPEECH && !announced) {
    add(-3, message('What stands behind the labels is longer than anybody speaks.'));
  }
}

/** How much it counts against labels that some are hardly set off from the words. */
function weightOfWeak(evidence: Evidence): number {
  return evidence.weak <= 0.2 || areByTurns(evidence) ? 0.3 : 1.5;
}

/** Whether two names, each alone on its line, alternate regularly. */
function areByTurns({ form, people, alternation, turns }: Evidence): boolean {
  return form === 'alone' && people === 2 && alternation >= REGULAR && turns > FEWEST_TURNS;
}

/**
 * Whether this is dialogue as in plays, jokes and lessons: the turns are short, nothing indicates a
 * real conversation, and it isn't one person asking and another answering for themselves.
 */
function isBanter(evidence: Evidence): boolean {
  const { asking, askingBeside, explicit, nameless, personal, staying, wordsPerTurn } = evidence;
  if (tellsOfTalk(evidence) || wordsPerTurn >= EXAMPLE || evidence.turns <= FEWEST_TURNS) {
    return false;
  }
  const areAlike = askingBeside >= asking / 2;
  // In plays whose labels are hardly set off, some turns are longer.
  if (wordsPerTurn >= BANTER) return evidence.weak > 0.5 && asking >= 0.1 && areAlike;
  const isSelfless = nameless && explicit >= EXPLICIT && personal < ALONE;
  const isAsked = asking > 0.5 || personal >= 0.5;
  return !isAsked || areAlike || isSelfless || staying < 0.5;
}

/** Whether anything indicates that the words were really spoken. */
function tellsOfTalk(evidence: Evidence): boolean {
  const { interviewed, edited, introduced, diarized, subtitled } = evidence;
  return interviewed || edited || introduced || diarized || subtitled;
}

/** Weighs how the speakers alternate, and whether somebody stays throughout or leads. */
function weighCast(evidence: Evidence, add: Add): void {
  const { alternation, subtitled, diarized } = evidence;
  if (alternation >= 0.5) add(1.2, message('The speakers take turns.'));
  if (subtitled) add(3, message('The subtitles name who speaks.'));
  if (evidence.form === VOICE_STYLE) add(2.5, message('Tags name who speaks.'));
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

/** Weighs quotation marks around the turns, and how much text stands before and after them. */
function weighPlace(evidence: Evidence, add: Add): void {
  const { quoted, behind, coverage } = evidence;
  if (quoted > 0.5) add(-3, message('What is said stands in quotation marks, as in a story.'));
  const isAmid = behind >= AROUND && coverage <= 1 - AROUND;
  if (isAmid && !isPresented(evidence)) add(-6, message('A dialogue stands amid another text.'));
  if (coverage < 0.3) add(-2, message('Most of the text stands outside of the turns.'));
}

/**
 * Whether the beginning presents the turns: it speaks of an interview and, if they are so few that
 * they may be quoted from one, of those who speak or of how it was held.
 */
function isPresented(evidence: Evidence): boolean {
  const { announced, edited, introduced, nameless, talkedWith, turns } = evidence;
  return announced && (turns > FEW_TURNS || edited || introduced || nameless || talkedWith);
}

/** Weighs, where nobody asks, labels written like the headings and list items of any document. */
function weighForm(form: string, add: Add): void {
  if (/heading|capitals/.test(form)) {
    add(-2.5, message('The labels are headings, as documents of all kinds have them.'));
  }
  if (/item/.test(form)) add(-2, message('The labels are items of lists, and nobody asks.'));
}

/**
 * Weighs who says `I` and `you`: people in conversation do; lists, logs and help pages hardly do.
 */
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

/**
 * Whether it is the questions that say `I`, as those of readers who write to an advice column do.
 */
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
  else if (personal < 0.25) {
    const isSelfless = evidence.explicit >= EXPLICIT && personal + addressed < HARDLY;
    add(isSelfless ? -3 : -0.6, message('Nobody says “I” or “you”.'));
  }
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

/**
 * How much it counts against the questions that there are only two: plain ones occur in any text.
 */
function weightOfFew({ coverage, quoted, wordsPerTurn }: Evidence, isPlain: boolean): number {
  if (!isPlain) return 0.7;
  if (coverage < 0.7 || quoted >= 0.5) return 2.5;
  return coverage >= 0.9 && wordsPerTurn >= EXAMPLE ? 0.3 : 1.2;
}

/** Weighs how the answers to questions without labels are written. */
function weighAnswers({ quoted, askingBack, form }: Evidence, add: Add): void {
  if (quoted >= 0.5 && form === 'said') {
    add(-4, message('What is said stands in quotation marks, as in a story.'));
  } else if (quoted >= 0.5) {
    add(2, message('The answers are quotations.'));
  }
  if (askingBack >= 0.5) add(-2, message('The answers ask, too, as in lists of questions.'));
}

/**
 * Weighs whether one person asks and another answers for themselves, by their `you`, `I` and `we`.
 */
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

/** Weighs answers that say `we`: less if they also say `you`, as companies do to customers. */
function weighPlural({ answeredTo }: Evidence, add: Add): void {
  const weight = answeredTo < ANSWERING ? 1.5 : 0.3;
  add(weight, message('The questions say “you”, and the answers say “we”.'));
}

/**
 * Weighs answers that hardly say `I`: they count against an interview in languages that require the
 * pronoun, and for one in others if the questions say `you`.
 */
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
