import * as vscode from 'vscode';
import { Disposables } from '../../workspace/disposables';
import type { Services } from '../../workspace/services';
import { textResult, toolHost } from './api';
import type { Inputs } from './inputs';
import type { Tools } from './tools';

/**
 * Registers the tools with which an agent in VS Code can read interviews: all are read only, have bounded
 * output, and do nothing until a model calls them. A VS Code that knows no tools gets none.
 */
export function registerAgents(services: Services): vscode.Disposable {
  const disposables = new Disposables();
  const host = toolHost();
  if (!host) return disposables;
  type Answering = (
    tools: Tools,
    inputs: Inputs,
    token: vscode.CancellationToken,
  ) => Promise<string>;
  const register = (name: string, answer: Answering) => {
    const tool = {
      invoke: async (options: { readonly input: unknown }, token: vscode.CancellationToken) => {
        const { agents } = await import('./later');
        const tools = new agents.Tools(services);
        return textResult(await answer(tools, new agents.Inputs(options.input), token));
      },
      prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Reading interviews') }),
    };
    try {
      disposables.add(host.registerTool(name, tool));
    } catch (error) {
      // In some versions the API is only there for extensions that VS Code allows to try it.
      services.log.info(`The tool ${name} is not offered: ${String(error)}`);
    }
  };
  register('interviewLens_listInterviews', (tools, inputs) => tools.listInterviews(inputs));
  register('interviewLens_readTurns', (tools, inputs, token) => tools.readTurns(inputs, token));
  register('interviewLens_findClaims', (tools, inputs, token) => tools.findClaims(inputs, token));
  register('interviewLens_findEntities', (tools, inputs) => tools.findEntities(inputs));
  register('interviewLens_findTopics', (tools, inputs, token) => tools.findTopics(inputs, token));
  register('interviewLens_citeLines', (tools, inputs, token) => tools.citeLines(inputs, token));
  return disposables;
}
