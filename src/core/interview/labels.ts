import { lazy } from '../lazy';
import type { Label } from './label';
import { COUNTED_PART, hasOffice } from './labelParts';
import { isLabelAlone } from './layout';
import type { LineFacts } from './lineFacts';
import type { Corrections } from './model';
import { bare, formsOf, withoutManner } from './names';
import { share } from './share';
import type { Versions } from './versions';

/** A label with all the lines that begin with it. */
export interface LabelUse {
  readonly name: string;
  readonly key: string;
  readonly lines: readonly number[];
  readonly style: string;
  /** Whether it is hardly set off from the words on every one of its lines. */
  readonly isWeak: boolean;
}

/** A label with the number of lines that begin with it. */
export interface CountedLabel extends Omit<LabelUse, 'lines'> {
  readonly count: number;
}

/**
 * Words that stand before a colon, in brackets or above a passage in documents of all kinds, and
 * are nobody's name.
 */
const DECOYS = new Set(
  [
    'date, time, topic, topics, topic areas, subject, location, place, venue, note, notes, nb, tags',
    'tagged with, source, sources, category, categories, author, authors, by, title, keywords, email',
    'e-mail, mail, phone, tel, fax, website, url, link, links, present, attendees, participants, agenda',
    'summary, abstract, copyright, contact, duration, recorded, published, updated, references, related',
    'via, photo, image, example, for example, e.g, warning, warn, error, info, debug, trace, fatal, todo',
    'usage, version, ps, break, jingle, music, intro, outro, editor’s note, transcript, language, audio',
    'video, download, disclaimer, important, tip, hint, status, type, name, address, price, total',
    'ingredients, instructions, directions, servings, serves, yield, prep, cook, prep time, cook time',
    'total time, see also, update, correction, file, files, path, issue, issues, fix, fixes, features',
    'description, commit, merge, license, install, created, added, changed, fixed, removed, deprecated',
    'security, pros, cons, action, actions, decision, decisions, problem, solution, advantages',
    'disadvantages, caution, danger, resolution, remarks, comment, comments, result, results',
    'beispiel, exemple, ejemplo, exemplo, esempio, voorbeeld, exempel, eksempel, przykład, příklad',
    'пример, приклад, örnek, esimerkki, példa, مثال, דוגמה, 例, 例如, 예, 예시, contoh, ví dụ',
    'new, improved, known issue, breaking, breaking change, deprecation, expected, actual, returns',
    'eg, i.e, ie, pro tip, stability, class, event, extends, history, change history, params, where',
    'parameters, throws, arguments, output, input, default, required, optional, reading, homework',
    'verdict, rating, for, against, bottom line, sponsor, sponsored, ad, advertisement, credits',
    'chorus, verse, bridge, refrain, pre-chorus, hook, tweet, subscribe, recording, host(s), guest(s)',
    'hosts, guests, guest bio, to, from, cc, bcc, sent, reply-to, re, fwd, chapters, timestamps',
    'panel, panelists, panellists, speakers, cast, witnesses, members present, observers, consent',
    'interviewed by, transcribed by, interview by, participant id',
    'english, español, français, deutsch, italiano, português, nederlands, tiếng việt, русский, 한국어',
    '日本語, 中文, 英文, العربية, phonetic, pronunciation, translation, transliteration, romanization, pinyin, literal',
    'introduction, conclusion, method, methods, results, discussion, references, appendix, background',
    'datum, ort, thema, autor, fecha, lugar, fuente, auteur, lieu, betreff, von, an, quelle, foto',
    'tanggal, waktu, lokasi, tempat, topik, proyek, metode, tujuan, judul, penulis, catatan, tarih, konu',
    'data, luogo, tema, miejsce, temat, plaats, onderwerp, plats, ämne, дата, место, тема, автор, місце',
    'asunto, de, para, correo, teléfono, objet, à, courriel, sujet, 作者, 来源, 日期, 编辑, 注, 时间, 地点',
    '标题, 译者, 图片, 摘要, 关键词, 取材, 文, 写真, 撮影, 日時, 場所, 사진, 글, 일시, 장소, 날짜',
  ].flatMap((line) => line.split(', ')),
);
/** Words with which an answer begins, before a comma, a colon or a dash. */
const INTERJECTION =
  /^(?:yes|no|yeah|yep|nope|well|right|ok|okay|sure|exactly|absolutely|true|thanks|thank you|oh|ah|um|uh|hm+|look|listen|also|then|now|first|second|third|finally|however|sí|si|ja|nein|oui|non|bueno|да|нет|not at all|of course)$/;
/** Words with which a sentence begins: no labels, unless they are clearly set off. */
const OPENER =
  /^(?:so|and|but|i|we|you|he|she|it|they|this|that|there|why|what|how|who|when|where|the|my|in|on|at|for|je|j['’]ai|il|elle|on|nous|vous|et|mais|les?|la|un|une|par|quel(?:le)?|c['’]est|qu['’]est|ich|und|aber|wir|er|es|das|der|die|wie|was|yo|pero|el|los|en|una|eu|mas|os|as|io|ma|lo)$/;
/** What programs print when something goes wrong. */
const FAULT = /^(?:traceback|(?:[\p{L}.]+(?:error|exception|warning)))$/u;
/** Header fields of e-mails and HTTP requests. */
const HEADER =
  /^(?:received|sender|(?:x|arc|content|mime|message|return|in-reply|user|list|delivered|reply|thread|dkim|accept|cache|envelope|original|authentication)-[a-z-]+)$/;
const HEARD =
  /^(?:laugh|crosstalk|applau|inaudib|indiscern|pause|music|silence|chuckl|sigh|cough|cheer)/;

const SPEAKER_WORD =
  /^(?:q|a|question|answer|interviewer|interviewee|moderator|host|guest|reporter|speaker[ _]?\w{0,3}|participant ?\w{0,3}|respondent|narrator|caller|p\d{1,2}|i\d{0,2}|frage|antwort|pregunta|respuesta|问|答|問|回答|提问|提問|質問|질문|답변|speaker_\d+|(?:说话人|說話人|发言人|發言人|話者|화자|참석자) ?\d{0,3})$/i;

/**
 * Labels of officials, who are speakers even if their label is written unlike the others:
 * `THE COURT` between `Q.` and `A.`
 */
const OFFICIAL =
  /^(?:\p{Lu}[\p{Lu} .'’-]{2,40}, (?:HOST|ANCHOR|MODERATOR|BYLINE)|THE (?:WITNESS|MODERATOR|INTERVIEWER|OPERATOR|COURT|JUDGE|CLERK|REPORTER|CHAIR\p{L}{0,6}|PRESIDENT)|(?:(?:MR|MS|MRS|DR|SEN|REP)\.|(?:CHIEF )?JUSTICE|JUDGE|CHAIR(?:MAN|WOMAN)?|SENATOR|GENERAL|COMMISSIONER|SECRETARY|GOVERNOR) \p{Lu}[\p{Lu}’'-]+)$/u;

/** A full name in capitals, `McENROE` included. */
const IN_CAPITALS = /^[\p{Lu}.’'-]{2,}(?: (?:Mc|Mac|de |von |van )?[\p{Lu}.’'-]{2,}){1,3}$/u;

/** Most people in a document that is a single question with its answers, who each speak once. */
export const LONGEST_EXCHANGE = 4;
/**
 * Number of lines from which on a label recurs; a label used once is a speaker's only among lines
 * of others.
 */
const RECURRING = 2;
/** Fewest lines with a weak label that make it a speaker's. */
const WEAKLY_RECURRING = 3;
/** Fewest lines with a label that isn't a name. */
const PART_RECURRING = 3;
const NICK_STYLE = 'bracketed <';
const INITIALS = /^\p{Lu}{2,3}$/u;
/** Share of the lines with initials that must read like speech. */
const SPEAKING = 0.8;
/** Share of the main style's lines; styles on fewer lines than that aren't those of speakers. */
const STYLE_SHARE = 0.2;
/**
 * Where this many people speak, somebody with a one-word label who speaks only once is nothing
 * special.
 */
const MANY = 4;
/** Most words of an entry in a list of details: `Date: 3 May`, `Moderator: Ann`. */
const ENTRY_WORDS = 9;
/** Most words of a line that is only a label and a full name. */
const NAME_WORDS = 12;
/** Of the two lines above and the two below an entry, at least this many have other labels. */
const OTHER_ENTRIES = 2;
/** Fewest and most lines of a block of entries at the head of a document. */
const SHORTEST_CARD = 3;
const LONGEST_CARD = 12;
/** Number of speakers with whose names a label used once is compared. */
const MOST_KNOWN = 50;

/**
 * Chooses, in steps, the labels that are speakers', judging them together: those that recur, in the
 * style in which most recurring labels are written. Labels to which the user has given a role are
 * always included, those the user has refused never. If the user says that the document is an
 * interview, one occurrence is enough.
 */
export function* speakerLabels(
  facts: readonly LineFacts[],
  { interview, interviewers = [], roles = {}, notSpeakers = [] }: Corrections = {},
  withWeak = false,
): Generator<undefined, LabelUse[]> {
  const chosen = keysOf([...interviewers, ...Object.keys(roles)]);
  const refused = keysOf(notSpeakers);
  const all = usesOf(facts, withWeak);
  yield;
  const uses = all
    .filter(({ key }) => !refused.has(key))
    .filter((use) => chosen.has(use.key) || !isDecoy(use) || areInitials(use, facts, all));
  const sure = uses.filter((use) => chosen.has(use.key));
  const found = yield* judged(uses, facts, RECURRING);
  const isOnce = found.length === 0 && (interview === true || isExchange(uses, facts));
  const speaking = isOnce ? yield* judged(uses, facts, 1) : found;
  return [...speaking, ...sure.filter((use) => !speaking.some(({ key }) => key === use.key))];
}

function keysOf(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/**
 * Whether the labels are those of a single question and its answers: few, used once each before a
 * sentence, of which at least one asks.
 */
function isExchange(uses: readonly LabelUse[], facts: readonly LineFacts[]): boolean {
  const names = uses.filter((use) => !use.isWeak && isNameLike(use, use.lines.length));
  if (names.length < RECURRING || names.length > LONGEST_EXCHANGE) return false;
  if (names.some(({ lines }) => lines.length > 1)) return false;
  const lines = names.flatMap((use) => use.lines).map((line) => facts[line] as LineFacts);
  return lines.every(isLong) && lines.some(({ asks }) => asks);
}

function* judged(
  all: readonly LabelUse[],
  facts: readonly LineFacts[],
  fewest: number,
): Generator<undefined, LabelUse[]> {
  const total = linesOfPerson(all);
  const weakTotal = linesOfPerson(all.filter(({ isWeak }) => isWeak));
  // In a short document, a speaker may have fewer than three turns.
  const isShort = !all.some(
    (use) => weakTotal(use) >= WEAKLY_RECURRING || (!use.isWeak && total(use) >= fewest),
  );
  const recurs = (use: LabelUse) => {
    if (!use.isWeak || OFFICIAL.test(use.name)) return total(use) >= fewest;
    // A name that also occurs in a shorter form is certainly a person's.
    const hasForms = weakTotal(use) > use.lines.length;
    return weakTotal(use) >= (isShort || hasForms ? RECURRING : WEAKLY_RECURRING);
  };
  const named = all.filter(
    (use) => recurs(use) && (isNameLike(use, use.lines.length) || isPart(use, facts)),
  );
  yield;
  const speaking = named.filter(
    (use) =>
      hasWords(use, facts) ||
      ((SPEAKER_WORD.test(use.name) || isInCues(use, facts)) && saysLittle(use, facts)),
  );
  if (speaking.length === 0) return [];
  yield;
  const styles = mainStyles(speaking);
  const inStyle = (use: LabelUse) => styles.has(use.style);
  // Among people who speak in sentences, some may say nothing but `Yes`.
  const isTalk = speaking.filter(inStyle).length >= RECURRING;
  const isSpeaking = new Set(speaking);
  const talking = named.filter((use) => isSpeaking.has(use) || saysLittle(use, facts));
  const main = (isTalk ? talking : speaking).filter(inStyle);
  if (main.length === 0) return [];
  yield;
  const style = [...styles][0] ?? '';
  const isGuest = guestsAmong(main, facts);
  const guests = all.filter(
    (use) =>
      !use.isWeak &&
      !recurs(use) &&
      (use.style === style ||
        OFFICIAL.test(use.name) ||
        (styles.has(use.style) && (IN_CAPITALS.test(use.name) || asksOnly(use, facts)))) &&
      isGuest(use),
  );
  // Many labels used once and few that recur are keys with values, unless those used once ask.
  const isList = guests.length > 2 * main.length + 3 && !mostAsk(guests, facts);
  const kept = isList ? main : [...main, ...guests];
  yield;
  // Labels of officials may be written in another style.
  const inStyles = kept.map((use) =>
    OFFICIAL.test(use.name) ? use : { ...use, lines: linesIn(use, styles, facts) },
  );
  return withoutEntries(inStyles, facts);
}

/**
 * The labels without their lines before the first speech that belong to a list of details:
 * `Moderator: Ann`, `Date: 3 May`.
 */
function withoutEntries(uses: readonly LabelUse[], facts: readonly LineFacts[]): LabelUse[] {
  const keys = new Set(uses.map(({ key }) => key));
  const isOther = (line: number) => {
    const label = facts[line]?.label;
    return label !== undefined && !label.isWeak && !keys.has(label.key);
  };
  const isEntry = (line: number) => {
    const label = facts[line]?.label;
    if (isInCard(facts, line) || label?.isValue || label?.isTitle) return true;
    if (label?.hasName && isName(facts[line])) return true;
    if (isLong(facts[line] as LineFacts)) return false;
    return facts[line]?.label?.hasName === true || isAmidLabels(line, isOther);
  };
  const speech = uses.reduce((least, { lines }) => {
    const first = lines.find((line) => line >= least || !isEntry(line)) ?? Infinity;
    return Math.min(least, first);
  }, Infinity);
  return uses
    .map((use) => ({ ...use, lines: use.lines.filter((line) => line >= speech) }))
    .filter((use) => use.lines.length > 0);
}

/**
 * Whether every line with the label asks, as with a magazine that is first called by its full name
 * and then by initials.
 */
function asksOnly({ lines }: LabelUse, facts: readonly LineFacts[]): boolean {
  return lines.every((line) => facts[line]?.asks);
}

function isAmidLabels(line: number, isOther: (line: number) => boolean): boolean {
  return [-2, -1, 1, 2].filter((by) => isOther(line + by)).length >= OTHER_ENTRIES;
}

/**
 * Whether a line that begins with a name is too short to be more than that, and isn't a question.
 */
function isName(facts: LineFacts | undefined): boolean {
  return facts !== undefined && facts.words <= NAME_WORDS && !facts.hasQuestion;
}

/** Whether a line is too long for an entry in a list of details, or a sentence. */
export function isLong({ isSentence, words }: LineFacts): boolean {
  return isSentence || words > ENTRY_WORDS;
}

/**
 * Whether a line belongs to a block of details as documents have at their head: a few adjacent
 * lines with different labels, at least one of which is nobody's name: `**Date:** …`,
 * `**Interviewer:** …`, `**Aim:** …`. If a label occurs a second time, a conversation has begun, at
 * the latest at its first occurrence.
 */
function isInCard(facts: readonly LineFacts[], line: number): boolean {
  const labelAt = (at: number) => (facts[at]?.isBlank === false ? facts[at].label : undefined);
  let first = line;
  while (first > line - LONGEST_CARD && labelAt(first - 1)) first--;
  const keys: string[] = [];
  let end = Infinity;
  let hasDecoy = false;
  for (let at = first, label; keys.length <= LONGEST_CARD && (label = labelAt(at)); at++) {
    const { key } = label;
    if (keys.includes(key)) end = Math.min(end, first + keys.indexOf(key));
    keys.push(key);
    hasDecoy ||= isDecoy(label);
  }
  const length = Math.min(keys.length, end - first);
  return hasDecoy && length >= SHORTEST_CARD && length <= LONGEST_CARD && line < first + length;
}

function mostAsk(uses: readonly LabelUse[], facts: readonly LineFacts[]): boolean {
  const asking = uses.filter(({ lines }) => facts[lines[0] ?? -1]?.asks);
  return asking.length * 2 >= uses.length;
}

/**
 * Returns a function that counts the lines beginning with a label or another form of its name:
 * `Jonas`, `AJ`, `Adam Jonas`.
 */
function linesOfPerson(uses: readonly LabelUse[]): (use: LabelUse) => number {
  const asWritten = new Map<string, number>();
  const asForm = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string, by: number) =>
    counts.set(key, (counts.get(key) ?? 0) + by);
  for (const { name, lines } of uses) {
    const written = bare(name);
    count(asWritten, written, lines.length);
    for (const form of formsOf(name)) if (form !== written) count(asForm, form, lines.length);
  }
  return ({ name }) => {
    const shorter = [...formsOf(name)].reduce((sum, form) => sum + (asWritten.get(form) ?? 0), 0);
    return shorter + (asForm.get(bare(name)) ?? 0);
  };
}

/**
 * The lines of a label that are written in one of the styles; in another the name may be part of a
 * quotation.
 */
function linesIn(
  { lines }: LabelUse,
  styles: ReadonlySet<string>,
  facts: readonly LineFacts[],
): number[] {
  return lines.filter((line) => styles.has(facts[line]?.label?.style ?? ''));
}

/**
 * Returns a test of whether a label used once is a speaker's. Before the first speech it is more
 * likely a title or heading with a colon; after a heading below which none of the main speakers
 * speaks, it belongs to another text.
 */
function guestsAmong(main: readonly LabelUse[], facts: readonly LineFacts[]) {
  const first = firstLine(main);
  const end = headingBehind(main, facts);
  const neighbours = lazy(() => neighboursIn(main));
  return (use: LabelUse): boolean => {
    // In chats, only speakers stand in such brackets, however little they say.
    if (use.style === NICK_STYLE) return true;
    if ((!isNameLike(use, use.lines.length) && !isNick(use)) || !hasWords(use, facts)) return false;
    if (use.lines.some((line) => line > end)) return false;
    const forms = formsOf(use.name);
    const isKnown = main.slice(0, MOST_KNOWN).some(({ name }) => forms.has(bare(name)));
    if (isKnown || OFFICIAL.test(use.name)) return true;
    if (!use.lines.every((line) => line > first || isOfSentence(facts, line))) return false;
    if (use.name.includes(' ') || SPEAKER_WORD.test(use.name)) return true;
    // A one-word label used once may be a run-in heading (`Timber: …`) within somebody's speech. It
    // is a speaker's if it asks, says `I`, or stands between two turns of the same person.
    const standsIn = (line: number) => {
      const [before, after] = neighbours()(line);
      const speaks = facts[line]?.asks === true || facts[line]?.saysI === true;
      return speaks || (before !== undefined && before === after);
    };
    const isInCapitals = ({ name }: LabelUse) => name === name.toUpperCase();
    const isWord = ({ name }: LabelUse) => /\p{Lu}{2}/u.test(name);
    const isAlike = isWord(use) && main.some(isWord) && [use, ...main].every(isInCapitals);
    return isAlike || main.length >= MANY || use.lines.every(standsIn);
  };
}

/** Whether a sentence follows a label, on its line or the next. */
function isOfSentence(facts: readonly LineFacts[], line: number): boolean {
  const at = facts[line];
  return at?.isSentence === true || (isLabelAlone(at) && facts[line + 1]?.isSentence === true);
}

/** The first heading after the last line on which one of the labels stands in its usual style. */
function headingBehind(uses: readonly LabelUse[], facts: readonly LineFacts[]): number {
  const last = uses.reduce((most, { lines, style }) => {
    const own = lines.findLast((line) => line <= most || facts[line]?.label?.style === style);
    return Math.max(most, own ?? -1);
  }, -1);
  let heading = last + 1;
  while (heading < facts.length && !facts[heading]?.isHeading) heading++;
  return heading;
}

type Neighbours = [before: LabelUse | undefined, after: LabelUse | undefined];

/** Returns a function that finds the labels nearest above and below a line. */
function neighboursIn(uses: readonly LabelUse[]): (line: number) => Neighbours {
  const all = uses
    .flatMap((use) => use.lines.map((line) => ({ line, use })))
    .sort((a, b) => a.line - b.line);
  return (line) => {
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((all[middle]?.line ?? Infinity) < line) low = middle + 1;
      else high = middle;
    }
    return [all[low - 1]?.use, all[low]?.use];
  };
}

/** The first line that begins with one of the labels; infinite if there is none. */
export function firstLine(uses: readonly LabelUse[]): number {
  return uses.reduce((first, { lines }) => Math.min(first, lines[0] ?? first), Infinity);
}

function usesOf(facts: readonly LineFacts[], withWeak: boolean): LabelUse[] {
  const byKey = new Map<string, { label: Label; lines: number[]; styles: Map<string, number> }>();
  facts.forEach(({ label }, line) => {
    if (!label || (label.isWeak && !withWeak)) return;
    const use = byKey.get(label.key) ?? { label, lines: [], styles: new Map<string, number>() };
    use.lines.push(line);
    use.styles.set(label.style, (use.styles.get(label.style) ?? 0) + 1);
    byKey.set(label.key, use);
  });
  const overall = new Map<string, number>();
  for (const { styles } of byKey.values()) {
    for (const [style, count] of styles) overall.set(style, (overall.get(style) ?? 0) + count);
  }
  return [...byKey].map(([key, { label, lines, styles }]) => ({
    name: label.name,
    key,
    lines,
    style: mostFrequent(styles, overall),
    isWeak: lines.every((line) => facts[line]?.label?.isWeak),
  }));
}

/** The most frequent style; of several equally frequent ones, the most frequent overall. */
function mostFrequent(
  counts: ReadonlyMap<string, number>,
  overall: ReadonlyMap<string, number>,
): string {
  const among = ([style]: [string, number]) => overall.get(style) ?? 0;
  return [...counts].sort((a, b) => b[1] - a[1] || among(b) - among(a))[0]?.[0] ?? '';
}

/** The styles of labels that recur, the main one first. */
function mainStyles(recurring: readonly LabelUse[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { style, lines } of recurring) {
    counts.set(style, (counts.get(style) ?? 0) + lines.length);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const most = sorted[0]?.[1] ?? 0;
  return new Set(sorted.filter(([, count]) => count >= STYLE_SHARE * most).map(([style]) => style));
}

/**
 * Whether a label is a word that is nobody's name but stands before colons in all kinds of
 * documents.
 */
export function isDecoy({ name, key, isWeak }: Pick<Label, 'name' | 'key' | 'isWeak'>): boolean {
  // `AH` may be the initials of Anna Holm, not an interjection.
  if (/^[AOU][HM]$/.test(name)) return false;
  return (
    DECOYS.has(key.replace("'", '’')) ||
    COUNTED_PART.test(key) ||
    HEARD.test(key) ||
    HEADER.test(key) ||
    FAULT.test(key) ||
    INTERJECTION.test(key) ||
    (isWeak && OPENER.test(key))
  );
}

/**
 * Whether a decoy in capitals is somebody's initials after all: `TO` for Tom Okafor. It must stand
 * mostly before sentences, and recur, or stand beside other initials that do.
 */
function areInitials(
  use: LabelUse,
  facts: readonly LineFacts[],
  all: readonly LabelUse[],
): boolean {
  const { name, lines, style } = use;
  if (!INITIALS.test(name)) return false;
  const isBeside = (other: LabelUse) =>
    other.style === style &&
    other.lines.length >= RECURRING &&
    INITIALS.test(other.name) &&
    !isDecoy(other);
  if (lines.length < PART_RECURRING && !all.some(isBeside)) return false;
  return share(lines, (line) => isLong(facts[line] as LineFacts)) >= SPEAKING;
}

/**
 * For languages without spaces between words: what contains pronouns, particles or verbs is no
 * name.
 */
const PHRASE =
  /[我你您他她们們的了说說这這那其就很是]|道$|ます|です|ない|から|ので|^[\p{Script=Hiragana}]{1,2}$/u;
const WORD_OF_NAME = /^\p{L}['’.]?[\p{L}\p{M}\p{N}]|^(?:\p{L}\.?){1,4}$/u;

/**
 * Whether a label looks like a name: a few words that are capitalised, apart from particles, or in
 * a script without capitals.
 */
function isNameLike(
  { name: label, style }: Pick<LabelUse, 'name' | 'style'>,
  count: number,
): boolean {
  const name = withoutManner(label);
  const isSetOff = /[*_<]/.test(style);
  if (SPEAKER_WORD.test(name)) return true;
  const words = name.split(/[\s/&,]+/).filter((word) => WORD_OF_NAME.test(word));
  if (PHRASE.test(name)) return false;
  if (words.length === 0 || words.length > 6) return /^\p{Lo}{1,8}$/u.test(name) || hasOffice(name);
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  // A nickname in lower case counts as a name if it recurs often, or is clearly set off.
  if (words.length === 1 && small.length === 1) return count >= (isSetOff ? 2 : 3);
  return small.every((word) =>
    /^(?:of|the|and|de|von|van|der|den|la|le|el|di|da|bin|al|from|y|und)$/.test(word),
  );
}

/**
 * Whether a label is a function instead of a name: `Audience member`, `Phóng viên`. It must recur
 * and mostly ask or say `I`.
 */
function isPart({ name, lines, isWeak }: LabelUse, facts: readonly LineFacts[]): boolean {
  if (isWeak || lines.length < PART_RECURRING || !/^\p{Lu}\S* \p{Ll}\S*(?: \S+)?$/u.test(name))
    return false;
  const speaking = lines.filter((line) => facts[line]?.asks || facts[line]?.saysI);
  return speaking.length * 2 >= lines.length;
}

/**
 * Whether a label is certainly a nickname: with a digit or an underscore, and emphasised or in
 * angle brackets.
 */
function isNick({ name, style }: LabelUse): boolean {
  return /[*_<]/.test(style) && /^[\p{L}\d_-]*[\d_][\p{L}\d_-]*$/u.test(name);
}

/**
 * Whether mostly speech follows a label, and not values of keys, which are short, times or links.
 */
function hasWords({ lines }: LabelUse, facts: readonly LineFacts[]): boolean {
  const spoken = lines.filter((line) => {
    const says = saysBehind(facts[line] as LineFacts);
    return says ?? isFollowed(facts, line);
  });
  return spoken.length * 2 >= lines.length;
}

/** Whether a label always begins a subtitle, whose lines are short anyway. */
function isInCues({ lines }: LabelUse, facts: readonly LineFacts[]): boolean {
  return lines.every((line) => isInCue(facts, line));
}

function isInCue(facts: readonly LineFacts[], line: number): boolean {
  return facts[line - 1]?.isCue === true;
}

/**
 * Whether speech follows a label on its line, and not only the value of a key; undefined if nothing
 * follows.
 */
function saysBehind({ words, label, isSentence, asks }: LineFacts): boolean | undefined {
  // A label with a time from speech recognition is a turn even if no words were recognised.
  if (label?.isAlone) return label.style.includes('time') ? true : undefined;
  if (label?.isValue) return false;
  if (label?.style.endsWith('bar')) return isSentence || asks;
  const said = words - Math.ceil((label?.body ?? 0) / 6);
  return said >= 4 || isSentence || asks;
}

/**
 * Whether a line whose words have changed, but not its label, is the same evidence on who speaks.
 *
 * @param uses the labels of the speakers
 * @param isBehind whether the line is certainly below the first speech
 */
export function tellAlike(
  a: LineFacts,
  b: LineFacts,
  uses: readonly CountedLabel[],
  isBehind: boolean,
): boolean {
  const { label } = b;
  if (!label) return true;
  if (saysBehind(a) !== saysBehind(b)) return false;
  const isLongAlike = isLong(a) === isLong(b);
  const isSaidAlike = a.saysI === b.saysI && a.isSentence === b.isSentence && a.asks === b.asks;
  if (isLongAlike && isSaidAlike) return true;
  if (label.hasNumber || !(isLongAlike || (isBehind && !isDecoy(label)))) return false;
  // A name that recurs is a speaker's whatever these words are.
  const use = uses.find(({ key }) => key === label.key);
  return use !== undefined && use.count >= WEAKLY_RECURRING && isNameLike(use, use.count);
}

/**
 * Whether labels near inserted or deleted lines are the same evidence on who speaks as before: what
 * comes right below a label, and whether a label belongs to a list of details or to a subtitle.
 */
export function standAlike({ before, after, rest, endBefore, end }: Versions): boolean {
  for (let line = Math.max(0, rest - 2); line < rest; line++) {
    const isUnder = isFollowed(before, line) !== isFollowed(after, line);
    if (after[line]?.label?.isAlone && isUnder) return false;
  }
  for (let by = -LONGEST_CARD - 1; by <= LONGEST_CARD; by++) {
    const [was, is] = by < 0 ? [rest + by, rest + by] : [endBefore + by, end + by];
    if (!after[is]?.label) continue;
    if ([isInCard, isInCue].some((isIn) => isIn(before, was) !== isIn(after, is))) return false;
    const isNear = by >= -2 && by < 2;
    if (isNear && (mayBeEntry(before, was) || mayBeEntry(after, is))) return false;
  }
  return true;
}

/**
 * Whether a line would be an entry in a list of details if all labels around it were no speakers'.
 */
function mayBeEntry(facts: readonly LineFacts[], line: number): boolean {
  return (
    !isLong(facts[line] as LineFacts) &&
    isAmidLabels(line, (at) => facts[at]?.label?.isWeak === false)
  );
}

/**
 * Whether words follow below a label that is alone on its line, and not a list (of which the label
 * would be the heading), an image or another label.
 */
function isFollowed(facts: readonly LineFacts[], line: number): boolean {
  const next = facts[line + 1]?.isBlank ? facts[line + 2] : facts[line + 1];
  if (!next || next.isBlank || next.isImage || next.mark?.kind === 'hyphen') return false;
  return !next.label || next.label.isWeak;
}

/**
 * Whether what follows a label is mostly no value (`3 May`) and so may be speech, however short:
 * `Yes`.
 */
function saysLittle({ lines }: LabelUse, facts: readonly LineFacts[]): boolean {
  const values = lines.filter((line) => {
    const { label, isSentence } = facts[line] as LineFacts;
    if (label?.isAlone) return !isFollowed(facts, line);
    return label?.isValue === true || (label?.hasNumber === true && !isSentence);
  });
  return values.length * 2 < lines.length;
}
