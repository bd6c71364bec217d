import type { Analysis } from '../../core/analysis';
import type { EntityType } from '../../core/entities/model';
import type { Region, RegionKind, Turn } from '../../core/interview/model';
import type { TextLines } from '../../core/text/lines';
import { lastStartingAtOrBefore, type Span } from '../../core/text/span';

/** The semantic token types, as the manifest declares them. */
export const TOKEN_TYPES = [
  'interviewQuestioner',
  'interviewAnswerer',
  'interviewAside',
  'entityPerson',
  'entityOrganisation',
  'entityPlace',
  'entityOther',
] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A stretch of one line, in UTF-16 units from its start. */
export interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: TokenType;
}

/** The parts of an analysis that colours depend on. */
type Parts = Pick<Analysis, 'text' | 'interview' | 'entities'>;

interface Coloured extends Span {
  readonly type: TokenType;
}

const NAMES: Partial<Record<EntityType, TokenType>> = {
  person: 'entityPerson',
  organisation: 'entityOrganisation',
  place: 'entityPlace',
};

const ASIDES: ReadonlySet<RegionKind> = new Set([
  'editorNote',
  'notice',
  'sponsor',
  'pullQuote',
  'stageDirection',
  'timestamp',
  'footer',
]);

/**
 * What is coloured on the lines that `range` touches, in order of the text; no token spans lines or
 * overlaps another. Labels take precedence over names, and names over the asides around them.
 */
export function tokensIn(analysis: Parts, range: Span, withNames: boolean): Token[] {
  const { text, interview } = analysis;
  const lines = wholeLines(text, range);
  const labels = within(interview.turns, lines, ({ span }) => span).flatMap((turn) =>
    colouredLabels(text, turn, lines),
  );
  const names = withNames ? colouredNames(analysis, lines) : [];
  const asides = within(interview.regions, lines, ({ span }) => span).flatMap(colouredAside);
  return laidUnder(laidUnder(labels, names), asides).flatMap((coloured) =>
    onLines(text, coloured, lines),
  );
}

function wholeLines(text: TextLines, { start, end }: Span): Span {
  return {
    start: text.lineSpan(text.lineAt(start)).start,
    end: text.lineSpan(text.lineAt(Math.max(start, end))).end,
  };
}

/** The items that overlap with `range`, by binary search, as they are in order of the text. */
function within<T>(items: readonly T[], range: Span, spanOf: (item: T) => Span): T[] {
  const found: T[] = [];
  const first = Math.max(0, lastStartingAtOrBefore(items, range.start, spanOf));
  for (let index = first; index < items.length; index++) {
    const item = items[index] as T;
    const { start, end } = spanOf(item);
    if (start >= range.end) break;
    if (end > range.start) found.push(item);
  }
  return found;
}

/** Includes labels repeated within the turn, as in each cue of WebVTT. */
function colouredLabels(text: TextLines, turn: Turn, range: Span): Coloured[] {
  const { label, role } = turn;
  if (!label) return [];
  const type = role === 'interviewer' ? 'interviewQuestioner' : 'interviewAnswerer';
  const words = text.slice(label);
  const [, ...further] = turn.paragraphs;
  const repeated = within(further, range, (span) => span)
    .map(({ start: end }) => ({ start: end - words.length, end }))
    .filter((span) => text.slice(span) === words);
  return [label, ...repeated].map((span) => ({ ...span, type }));
}

function colouredNames(analysis: Parts, range: Span): Coloured[] {
  const { mentions, byId } = analysis.entities();
  return within(mentions, range, ({ span }) => span).map(({ span, entityId }) => ({
    ...withArticle(analysis.text, span),
    type: NAMES[byId.get(entityId)?.type ?? 'other'] ?? 'entityOther',
  }));
}

/** Within a sentence a capital tells that the article is part of the name: `with The Pilot House`. */
const ARTICLE = /[\p{Ll},] The $/u;

function withArticle(text: TextLines, { start, end }: Span): Span {
  const before = text.slice({ start: Math.max(0, start - 6), end: start });
  return { start: ARTICLE.test(before) ? start - 'The '.length : start, end };
}

function colouredAside({ kind, span }: Region): Coloured[] {
  return ASIDES.has(kind) ? [{ ...span, type: 'interviewAside' }] : [];
}

/** All of what lies above, and the visible parts of what lies below, in order of the text. */
function laidUnder(above: readonly Coloured[], below: readonly Coloured[]): Coloured[] {
  let covered = 0;
  const seen = below.flatMap((coloured) => {
    const rest = { ...coloured, start: Math.max(covered, coloured.start) };
    covered = Math.max(covered, coloured.end);
    return gaps(
      rest,
      within(above, rest, (span) => span),
    );
  });
  return [...above, ...seen].sort((a, b) => a.start - b.start);
}

/** The parts of `whole` between `others`. */
function gaps(whole: Coloured, others: readonly Coloured[]): Coloured[] {
  const parts: Coloured[] = [];
  let { start } = whole;
  for (const other of others) {
    if (other.start > start) parts.push({ ...whole, start, end: other.start });
    start = Math.max(start, other.end);
  }
  if (start < whole.end) parts.push({ ...whole, start });
  return parts;
}

/** Cuts tokens at the ends of lines, as editors accept none that spans lines. */
function onLines(text: TextLines, { start, end, type }: Coloured, lines: Span): Token[] {
  const tokens: Token[] = [];
  const last = Math.min(end, lines.end);
  for (let line = text.lineAt(Math.max(start, lines.start)); line < text.lines.length; line++) {
    const span = text.lineSpan(line);
    if (span.start >= last) break;
    const from = Math.max(start, span.start);
    const length = Math.min(last, span.end) - from;
    if (length > 0) tokens.push({ line, start: from - span.start, length, type });
  }
  return tokens;
}
