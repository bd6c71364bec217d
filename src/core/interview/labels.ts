import type { Label } from './label';
import type { LineFacts } from './lineFacts';
import type { Corrections } from './model';
import { bare, formsOf } from './names';

/** A label with all the lines that begin with it. */
export interface LabelUse {
  readonly name: string;
  readonly key: string;
  readonly lines: readonly number[];
  readonly style: string;
}

/** What stands before a colon, in brackets or over a passage in documents of all kinds: nobody's name. */
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
    'datum, ort, thema, autor, fecha, lugar, fuente, auteur, lieu, 作者, 来源, 日期, 编辑',
  ].flatMap((line) => line.split(', ')),
);
/** `Step 1`, `Figure 3`; and what is heard but not said. */
const COUNTED =
  /^(?:step|chapter|part|section|figure|fig|table|phase|day|week|lesson|exercise|item|option|rule|tip)\.? \d/;
const HEARD =
  /^(?:laugh|crosstalk|applau|inaudib|indiscern|pause|music|silence|chuckl|sigh|cough|cheer)/;

const SPEAKER_WORD =
  /^(?:q|a|question|answer|interviewer|interviewee|moderator|host|reporter|speaker[ _]?\w{0,3}|participant ?\w{0,3}|respondent|narrator|caller|p\d{1,2}|i\d{0,2}|frage|antwort|pregunta|respuesta|问|答|問|speaker_\d+)$/i;

/** A label used once belongs to a speaker only between lines of others. */
const RECURRING = 2;
/** A style used so much less than the main one is another matter. */
const STYLE_SHARE = 0.2;
/** A label used once is compared with so many others for another form of the name. */
const MOST_KNOWN = 50;

/**
 * Which of the candidate labels are speakers, judged together over the document: those that recur
 * in the style in which most labels that recur are written. Those whom a person has named as
 * interviewers are in any case; where a person says that it is an interview, once is enough.
 */
export function speakerLabels(
  facts: readonly LineFacts[],
  { interview, interviewers = [] }: Corrections = {},
): LabelUse[] {
  const chosen = new Set(interviewers.map((name) => name.toLowerCase()));
  const uses = usesOf(facts).filter((use) => chosen.has(use.key) || !isDecoy(use));
  const sure = uses.filter((use) => chosen.has(use.key));
  const found = judged(uses, facts, RECURRING);
  const all = found.length === 0 && interview ? judged(uses, facts, 1) : found;
  return [...all, ...sure.filter((use) => !all.some(({ key }) => key === use.key))];
}

function judged(all: readonly LabelUse[], facts: readonly LineFacts[], fewest: number): LabelUse[] {
  const total = linesOfPerson(all);
  const recurs = (use: LabelUse) => total(use) >= fewest;
  const named = all.filter((use) => recurs(use) && isNameLike(use));
  const speaking = named.filter((use) => hasWords(use, facts));
  if (speaking.length === 0) return [];
  const styles = mainStyles(named);
  const inStyle = (use: LabelUse) => styles.has(use.style);
  // Among people who speak in sentences, some say but `Yes`.
  const isTalk = speaking.filter(inStyle).length >= RECURRING;
  const main = (isTalk ? named : speaking).filter(inStyle);
  if (main.length === 0) return [];
  const style = [...styles][0] ?? '';
  const guests = all.filter(
    (use) => !recurs(use) && use.style === style && isGuest(use, main, facts),
  );
  // Many that come once and few that recur: a list of keys with values, not a conversation.
  const kept = guests.length > 2 * main.length + 3 ? main : [...main, ...guests];
  return kept.map((use) => ({ ...use, lines: linesIn(use, styles, facts) }));
}

/** How many lines begin with a label or another form of the name: `Jonas`, `AJ`, `Adam Jonas`. */
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

/** Without the lines on which a speaker’s name stands in another way, as in a quotation. */
function linesIn(
  { lines }: LabelUse,
  styles: ReadonlySet<string>,
  facts: readonly LineFacts[],
): number[] {
  return lines.filter((line) => styles.has(facts[line]?.label?.style ?? ''));
}

/** Who speaks once: a title or a heading with a colon is more likely before the others speak. */
function isGuest(use: LabelUse, main: readonly LabelUse[], facts: readonly LineFacts[]): boolean {
  if (!isNameLike(use) || !isCapitalised(use.name) || !hasWords(use, facts)) return false;
  const first = firstLine(main);
  const forms = formsOf(use.name);
  const isKnown = main.slice(0, MOST_KNOWN).some(({ name }) => forms.has(bare(name)));
  return isKnown || use.lines.every((line) => line > first || facts[line]?.isSentence);
}

/** The first line that begins with one of some labels; infinite if there is none. */
export function firstLine(uses: readonly LabelUse[]): number {
  return uses.reduce((first, { lines }) => Math.min(first, lines[0] ?? first), Infinity);
}

function usesOf(facts: readonly LineFacts[]): LabelUse[] {
  const byKey = new Map<string, { label: Label; lines: number[]; styles: Map<string, number> }>();
  facts.forEach(({ label }, line) => {
    if (!label) return;
    const use = byKey.get(label.key) ?? { label, lines: [], styles: new Map<string, number>() };
    use.lines.push(line);
    use.styles.set(label.style, (use.styles.get(label.style) ?? 0) + 1);
    byKey.set(label.key, use);
  });
  return [...byKey].map(([key, { label, lines, styles }]) => ({
    name: label.name,
    key,
    lines,
    style: mostFrequent(styles),
  }));
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
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

/** Whether a label is a word that stands before colons in documents of all kinds. */
export function isDecoy({ key }: { readonly key: string }): boolean {
  return DECOYS.has(key.replace("'", '’')) || COUNTED.test(key) || HEARD.test(key);
}

/** Few words, of which those that count begin with a capital, or a script without capitals. */
function isNameLike({ name, lines }: LabelUse): boolean {
  if (SPEAKER_WORD.test(name)) return true;
  const words = name.split(/[\s/&,]+/).filter((word) => /^\p{L}{2}|^\p{L}\.?$/u.test(word));
  if (words.length === 0 || words.length > 6) return /^\p{Lo}{1,8}$/u.test(name);
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  // A nick in lower case is a name if it recurs often.
  if (words.length === 1 && small.length === 1) return lines.length >= 3;
  return small.every((word) =>
    /^(?:of|the|and|de|von|van|der|den|la|le|el|di|da|bin|al|from|y|und)$/.test(word),
  );
}

function isCapitalised(name: string): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(name);
}

/** Speakers say something; the values of keys are short, times or links. */
function hasWords({ lines }: LabelUse, facts: readonly LineFacts[]): boolean {
  const spoken = lines.filter((line) => {
    const { words, label, isSentence } = facts[line] as LineFacts;
    const ofLabel = Math.ceil((label?.body ?? 0) / 6);
    const next = facts[line + 1];
    const said = words - ofLabel;
    if (said <= 0) return (next?.words ?? 0) > 0 || (facts[line + 2]?.words ?? 0) > 0;
    return said >= 4 || isSentence;
  });
  return spoken.length * 2 >= lines.length;
}
