import type { ExchangeDocument } from '../exchange/document';
import type { Row } from '../exchange/rows';
import type { Turn } from '../interview/model';
import { Answer, named } from './answer';
import { holds } from './match';

/** Numbers of lines, from 1, both inclusive. */
export interface LineRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What turns an agent may ask for. */
export interface TurnQuery extends LineRange {
  readonly speaker?: string | undefined;
}

/** The turns of a speaker, or of all, within some lines. */
export function turnsAnswer(document: ExchangeDocument, query: TurnQuery): string {
  const { path, analysis } = document;
  const { text, interview } = analysis;
  const answer = new Answer();
  const { from, to } = within(query, text.lines.length);
  const turns = interview.turns.filter((turn) => {
    const line = text.lineAt(turn.span.start) + 1;
    return from <= line && line <= to && isBy(turn, query.speaker);
  });
  answer.say(`${named(path)}: ${turns.length} turns.`);
  if (turns.length === 0) sayWhoSpeaks(answer, document);
  for (const { speaker, role, span } of turns) {
    const who = speaker ? `${role} ${named(speaker.name)}` : role;
    answer.quote(path, text.lineAt(span.start) + 1, text.slice(span), who);
  }
  return answer.finished();
}

/** Lines as they stand in a document. */
export function linesAnswer(
  { path, analysis: { text } }: ExchangeDocument,
  range: LineRange,
): string {
  const answer = new Answer();
  const { from, to } = within(range, text.lines.length);
  if (from > to)
    answer.say(`${named(path)} has ${text.lines.length} lines; none of them is meant.`);
  for (let line = from; line <= to && !answer.isFull; line++) {
    answer.quote(path, line, text.slice(text.lineSpan(line - 1)));
  }
  return answer.finished();
}

/** What claims an agent may ask for; all that is given has to fit. */
export interface RowQuery {
  readonly speaker?: string | undefined;
  readonly kind?: string | undefined;
  readonly topic?: string | undefined;
  readonly tag?: string | undefined;
  readonly words?: string | undefined;
}

/** The rows that fit a query. */
export function fitting(rows: readonly Row[], query: RowQuery): Row[] {
  const { speaker, kind, topic, tag, words } = query;
  return rows.filter(
    (row) =>
      holds(row.speaker, speaker) &&
      (kind === undefined || row.kind === kind) &&
      (topic === undefined ||
        row.topics.some(({ id, label }) => isSame(id, topic) || isSame(label, topic))) &&
      (tag === undefined || row.tags.some((one) => holds(one, tag))) &&
      holds(row.quote, words),
  );
}

/** Adds a row with what is known of it. */
export function addRow(answer: Answer, row: Row): void {
  const { speaker, kind, likelihood, confidence, status, rating, coder } = row;
  const about = [
    kind,
    likelihood,
    speaker === '' ? undefined : `by ${named(speaker)}`,
    row.reported === undefined ? undefined : `as reported of ${named(row.reported)}`,
    row.topics.length > 0
      ? `topics: ${row.topics.map(({ id }) => named(id)).join(', ')}`
      : undefined,
    row.tags.length > 0 ? `codes: ${row.tags.map(named).join(', ')}` : undefined,
    confidence && `confidence ${confidence}`,
    status && `status ${status}`,
    rating && `rating ${rating}`,
    row.found ? 'found automatically' : `tagged by ${named(coder ?? 'the user')}`,
    row.note === undefined ? undefined : `note: ${named(row.note)}`,
  ].filter((part) => part !== undefined && part !== '');
  answer.quote(row.document, row.line, row.quote, about.join('; '));
}

function within({ from, to }: LineRange, lines: number): { from: number; to: number } {
  return { from: Math.max(1, from ?? 1), to: Math.min(lines, to ?? lines) };
}

function isBy({ speaker, role }: Turn, wanted: string | undefined): boolean {
  if (wanted === undefined || wanted === role) return true;
  return (
    speaker !== undefined && [speaker.name, ...speaker.labels].some((name) => holds(name, wanted))
  );
}

function sayWhoSpeaks(answer: Answer, { analysis }: ExchangeDocument): void {
  const { speakers } = analysis.interview;
  answer.say(
    `Speakers: ${speakers.map(({ name, role }) => `${named(name)} (${role})`).join(', ')}`,
  );
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
