import * as vscode from 'vscode';
import type { TextLines } from '../core/text/lines';
import type { Span } from '../core/text/span';

/** An offset in the analysed text as a position in that text, even if the document has changed since. */
export function toPosition(text: TextLines, offset: number): vscode.Position {
  const line = text.lineAt(offset);
  return new vscode.Position(line, offset - text.startOf(line));
}

export function toRange(text: TextLines, { start, end }: Span): vscode.Range {
  return new vscode.Range(toPosition(text, start), toPosition(text, end));
}

export function toOffset(text: TextLines, { line, character }: vscode.Position): number {
  const { start, end } = text.lineSpan(line);
  return Math.min(start + character, end);
}

export function toSpan(text: TextLines, { start, end }: vscode.Range): Span {
  return { start: toOffset(text, start), end: toOffset(text, end) };
}
