import * as vscode from 'vscode';

/** VS Code's interface of a model's tool, which its own types lack before 1.95. */
export interface LanguageModelTool {
  invoke(options: { readonly input: unknown }, token: vscode.CancellationToken): Promise<object>;
  prepareInvocation(): { readonly invocationMessage: string };
}

interface ToolHost {
  registerTool(name: string, tool: LanguageModelTool): vscode.Disposable;
}

interface ResultTypes {
  readonly LanguageModelToolResult: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart: new (text: string) => object;
}

/**
 * The API that registers tools; undefined in a VS Code without it. Before 1.95 it may be there as a proposal
 * that refuses everybody: the type of results tells the final API from that.
 */
export function toolHost(): ToolHost | undefined {
  const { lm, LanguageModelToolResult } = vscode as Partial<ResultTypes> & {
    readonly lm?: Partial<ToolHost>;
  };
  return LanguageModelToolResult && typeof lm?.registerTool === 'function'
    ? (lm as ToolHost)
    : undefined;
}

/** A text as the result of a tool. */
export function textResult(text: string): object {
  const { LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as ResultTypes;
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}
