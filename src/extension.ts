import type * as vscode from 'vscode';
import { registerAgents } from './features/agents/agents';
import { registerClaims } from './features/claims/claims';
import { registerColouring } from './features/colouring/colouring';
import { registerEntities } from './features/entities/entities';
import { registerExchange } from './features/exchange/exchange';
import { registerNavigation } from './features/navigation/navigation';
import { registerOverview } from './features/overview/overview';
import { registerRecognition } from './features/recognition/recognition';
import { registerSearch } from './features/search/search';
import { registerTopics } from './features/topics/topics';
import { registerWelcome } from './features/welcome/welcome';
import { createServices } from './workspace/services';

/** Starts the extension: makes what features share, then the features. */
export function activate(context: vscode.ExtensionContext): void {
  const services = createServices(context);
  context.subscriptions.push(
    services,
    registerRecognition(services),
    registerNavigation(services),
    registerColouring(services),
    registerEntities(services),
    registerClaims(services),
    registerTopics(services),
    registerSearch(services),
    registerOverview(services),
    registerExchange(services),
    registerAgents(services),
    registerWelcome(services),
  );
}
