import type { Analysis } from '../../core/analysis';
import type { EntityType } from '../../core/entities/model';
import type { RegionKind, Turn } from '../../core/interview/model';
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

/** What of an analysis colours depend on. */
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
  'stageDirection',
  'timestamp',
  'footer',
]);

/**
 * What is coloured on the lines that `range` touches, in order of the text; no token spans lines or
 * overlaps another. Names win over the aside that they stand in.
 */
export function tokensIn(analysis: Parts, range: Span, withNames: boolean): Token[] {
  const { text, interview } = analysis;
  const lines = wholeLines(text, range);
  const labels = within(interview.turns, lines, ({ span }) => span).flatMap(colouredLabel);
  const names = withNames ? colouredNames(analysis, lines) : [];
  const words = withoutOverlaps([...labels, ...names]);
  const asides = within(interview.regions, lines, ({ span }) => span)
    .filter(({ kind }) => ASIDES.has(kind))
    .flatMap(({ span }) => around(words, span));
  return withoutOverlaps([...words, ...asides]).flatMap((coloured) =>
    onLines(text, coloured, lines),
  );
}

function wholeLines(text: TextLines, { start, end }: Span): Span {
  return {
    start: text.lineSpan(text.lineAt(start)).start,
    end: text.lineSpan(text.lineAt(Math.max(start, end))).end,
  };
}

/** The items that share a unit with `range`, by binary search; they are in order of the text. */
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

function colouredLabel({ label, role }: Turn): Coloured[] {
  if (!label) return [];
  return [{ ...label, type: role === 'interviewer' ? 'interviewQuestioner' : 'interviewAnswerer' }];
}

function colouredNames(analysis: Parts, range: Span): Coloured[] {
  const { mentions, byId } = analysis.entities();
  return within(mentions, range, ({ span }) => span).map(({ span, entityId }) => ({
    ...span,
    type: NAMES[byId.get(entityId)?.type ?? 'other'] ?? 'entityOther',
  }));
}

/** What is left of an aside between the words that have a colour of their own. */
function around(words: readonly Coloured[], { start, end }: Span): Coloured[] {
  const left: Coloured[] = [];
  let from = start;
  for (const word of words) {
    if (word.end <= from || word.start >= end) continue;
    if (word.start > from) left.push({ start: from, end: word.start, type: 'interviewAside' });
    from = word.end;
  }
  if (from < end) left.push({ start: from, end, type: 'interviewAside' });
  return left;
}

function withoutOverlaps(coloured: readonly Coloured[]): Coloured[] {
  let end = 0;
  return [...coloured]
    .sort((a, b) => a.start - b.start)
    .filter((next) => {
      if (next.start < end) return false;
      end = next.end;
      return true;
    });
}

/** Editors take no token that spans lines. */
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
