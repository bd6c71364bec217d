import * as vscode from 'vscode';
import type { DocumentStore } from '../../workspace/documents';
import { toSpan } from '../../workspace/positions';
import { TOKEN_TYPES, tokensIn } from './tokens';

export const LEGEND = new vscode.SemanticTokensLegend([...TOKEN_TYPES]);

/** Colours what is on the screen: speakers, asides, names. */
export class InterviewColours implements vscode.DocumentRangeSemanticTokensProvider {
  private readonly coloured = new WeakSet<vscode.TextDocument>();

  constructor(private readonly documents: DocumentStore) {}

  async provideDocumentRangeSemanticTokens(
    document: vscode.TextDocument,
    range: vscode.Range,
    cancellation: vscode.CancellationToken,
  ): Promise<vscode.SemanticTokens | undefined> {
    const reading = await this.documents.readInterview(document);
    if (cancellation.isCancellationRequested) return undefined;
    if (!reading) return this.none(document);
    this.coloured.add(document);
    const { analysis } = reading;
    const builder = new vscode.SemanticTokensBuilder(LEGEND);
    const asked = toSpan(analysis.text, range);
    for (const { line, start, length, type } of tokensIn(analysis, asked, withNames(document))) {
      builder.push(line, start, length, TOKEN_TYPES.indexOf(type));
    }
    return builder.build();
  }

  /**
   * No colours, where VS Code keeps showing old ones until it gets others; otherwise no answer, so that another
   * extension may give one.
   */
  private none(document: vscode.TextDocument): vscode.SemanticTokens | undefined {
    return this.coloured.has(document) ? new vscode.SemanticTokens(new Uint32Array()) : undefined;
  }
}

function withNames(document: vscode.TextDocument): boolean {
  return vscode.workspace
    .getConfiguration('interviewLens', document)
    .get('entities.colouring', true);
}
