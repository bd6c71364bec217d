import * as vscode from 'vscode';
import type { DocumentStore } from '../../workspace/documents';
import { toSpan } from '../../workspace/positions';
import { TOKEN_TYPES, tokensIn } from './tokens';

export const LEGEND = new vscode.SemanticTokensLegend([...TOKEN_TYPES]);

/** Colours what is on the screen: speakers, asides, names. */
export class InterviewColours implements vscode.DocumentRangeSemanticTokensProvider {
  constructor(private readonly documents: DocumentStore) {}

  async provideDocumentRangeSemanticTokens(
    document: vscode.TextDocument,
    range: vscode.Range,
    cancellation: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const reading = await this.documents.readInterview(document);
    if (!reading || cancellation.isCancellationRequested) return undefined;
    const { analysis } = reading;
    const builder = new vscode.SemanticTokensBuilder(LEGEND);
    const asked = toSpan(analysis.text, range);
    for (const { line, start, length, type } of tokensIn(analysis, asked, withNames(document))) {
      builder.push(line, start, length, TOKEN_TYPES.indexOf(type));
    }
    return builder.build();
  }
}

function withNames(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration('interviewLens', document)
    .get('entities.colouring', true);
}
