import * as vscode from 'vscode';
import type { Exchange, Region, RegionKind, Turn } from '../../core/interview/model';
import type { TextLines } from '../../core/text/lines';
import { contains, type Span } from '../../core/text/span';
import type { DocumentStore, Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import { toRange } from '../../workspace/positions';

/** How much of a text is shown in the outline, in UTF-16 units. */
const SHOWN = 80;

/** An entry of the outline, before it is put under another one. */
interface Entry {
  readonly span: Span;
  readonly name: string;
  readonly detail: string;
  readonly kind: vscode.SymbolKind;
}

/** The outline, breadcrumbs and sticky lines of an interview: its questions and what answers them. */
export class InterviewSymbols implements vscode.DocumentSymbolProvider {
  constructor(private readonly documents: DocumentStore) {}

  async provideDocumentSymbols(
    document: vscode.TextDocument,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const reading = await this.documents.readInterview(document);
    return reading && outline(reading);
  }
}

function outline({ analysis: { text, interview } }: Reading): vscode.DocumentSymbol[] {
  const inExchange = new Set(
    interview.exchanges.flatMap(({ question, answers }) => [question, ...answers]).map(indexOf),
  );
  const entries = [
    ...interview.regions.flatMap((region) => regionEntry(text, region)),
    ...interview.exchanges.flatMap((exchange, index) => exchangeEntries(text, exchange, index)),
    // Turns that belong to no question: an opening statement, a remark of a third person.
    ...interview.turns
      .filter((turn) => !inExchange.has(turn.index))
      .map((turn) => turnEntry(text, turn, vscode.l10n.t('Remark'))),
  ];
  return nested(text, entries);
}

function indexOf({ index }: Turn): number {
  return index;
}

function exchangeEntries(text: TextLines, exchange: Exchange, index: number): Entry[] {
  const { question, answers, span } = exchange;
  const words = firstWords(text, question.paragraphs[0] ?? question.span);
  return [
    {
      span,
      name: vscode.l10n.t('Q{0} {1}', index + 1, words),
      detail: plain(question.speaker?.name ?? ''),
      kind: vscode.SymbolKind.Function,
    },
    ...answers.map((turn) => turnEntry(text, turn, vscode.l10n.t('Answer'))),
  ];
}

/** @param unnamed the name for a turn without a label */
function turnEntry(text: TextLines, turn: Turn, unnamed: string): Entry {
  return {
    span: turn.span,
    name: plain(turn.speaker?.name ?? '') || unnamed,
    detail: firstWords(text, turn.paragraphs[0]),
    kind: vscode.SymbolKind.String,
  };
}

function regionEntry(text: TextLines, { kind, span }: Region): Entry[] {
  const name = nameOf(kind);
  if (name === undefined) return [];
  const detail = firstWords(text, span);
  // A heading is known by its own words.
  const named = kind === 'heading' ? { name: detail || name, detail: '' } : { name, detail };
  return [{ ...named, span, kind: vscode.SymbolKind.Namespace }];
}

/** The name of a region in the outline; undefined for those that aren't shown there. */
function nameOf(kind: RegionKind): string | undefined {
  const names: Partial<Record<RegionKind, string>> = {
    title: vscode.l10n.t('Title'),
    biography: vscode.l10n.t('Biography'),
    introduction: vscode.l10n.t('Introduction'),
    editorNote: vscode.l10n.t('Editor’s Note'),
    heading: vscode.l10n.t('Heading'),
    notice: vscode.l10n.t('Notice'),
    sponsor: vscode.l10n.t('Sponsor'),
    pullQuote: vscode.l10n.t('Pull Quote'),
    footer: vscode.l10n.t('Footer'),
  };
  return names[kind];
}

/** The beginning of a text on one line, without Markdown's marks for headings and emphasis. */
function firstWords(text: TextLines, span: Span | undefined): string {
  if (!span) return '';
  const start = text.slice({ start: span.start, end: Math.min(span.end, span.start + 2 * SHOWN) });
  const words = plain(start)
    .replace(/^#+ |[*_]{2,}/g, '')
    .trim();
  return words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words;
}

/** Puts every entry under the one that contains it; VS Code refuses symbols that cross each other. */
function nested(text: TextLines, entries: readonly Entry[]): vscode.DocumentSymbol[] {
  const sorted = entries
    .map((entry) => ({ ...entry, span: withBlankLines(text, entry.span) }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: vscode.DocumentSymbol[] = [];
  const around: { readonly span: Span; readonly symbol: vscode.DocumentSymbol }[] = [];
  for (const entry of sorted) {
    let parent = around.at(-1);
    while (parent && !contains(parent.span, entry.span.start)) {
      around.pop();
      parent = around.at(-1);
    }
    const end = Math.min(entry.span.end, parent?.span.end ?? entry.span.end);
    const span = { start: entry.span.start, end };
    const symbol = symbolOf(text, entry, span);
    (parent?.symbol.children ?? roots).push(symbol);
    around.push({ span, symbol });
  }
  return roots;
}

/**
 * A span with the blank lines after it: VS Code keeps the line of a symbol in sight until its last line,
 * which in code is a brace, but in an interview is often the whole answer.
 */
function withBlankLines(text: TextLines, { start, end }: Span): Span {
  let last = text.lineAt(Math.max(start, end - 1));
  const isBlank = (line: number) => text.lines.at(line)?.text.trim() === '';
  if (!isBlank(last + 1)) return { start, end };
  while (isBlank(last + 1)) last++;
  return { start, end: text.lineSpan(last).end };
}

function symbolOf(
  text: TextLines,
  { name, detail, kind }: Entry,
  span: Span,
): vscode.DocumentSymbol {
  const lineEnd = text.lineSpan(text.lineAt(span.start)).end;
  const selection = { start: span.start, end: Math.max(span.start, Math.min(span.end, lineEnd)) };
  return new vscode.DocumentSymbol(
    name,
    detail,
    kind,
    toRange(text, span),
    toRange(text, selection),
  );
}
