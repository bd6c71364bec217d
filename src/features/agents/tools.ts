import * as vscode from 'vscode';
import { Answer, named } from '../../core/agents/answer';
import { entitiesAnswer, interviewsAnswer, topicsAnswer } from '../../core/agents/overview';
import {
  addRow,
  fitting,
  linesAnswer,
  turnsAnswer,
  type RowQuery,
} from '../../core/agents/reading';
import { RowMaker } from '../../core/exchange/rows';
import type { ReadDocument } from '../../workspace/corpus/documentReader';
import { pathOf } from '../../workspace/corpus/pathOf';
import type { Services } from '../../workspace/services';
import type { Inputs } from './inputs';

/** Answers what models ask: in English, like the descriptions of the tools. */
export class Tools {
  constructor(private readonly services: Services) {}

  async listInterviews(inputs: Inputs): Promise<string> {
    const corpus = await this.services.folder.settled();
    return interviewsAnswer(corpus, pathOfKey, inputs.text('words'));
  }

  async readTurns(inputs: Inputs, token: vscode.CancellationToken): Promise<string> {
    const document = await this.document(inputs, token);
    const speaker = inputs.text('speaker');
    return turnsAnswer(document, { ...linesOf(inputs), speaker });
  }

  async citeLines(inputs: Inputs, token: vscode.CancellationToken): Promise<string> {
    return linesAnswer(await this.document(inputs, token), linesOf(inputs));
  }

  async findEntities(inputs: Inputs): Promise<string> {
    const corpus = await this.services.folder.settled();
    return entitiesAnswer(corpus, pathOfKey, {
      name: inputs.text('name'),
      type: inputs.text('type'),
    });
  }

  async findClaims(inputs: Inputs, token: vscode.CancellationToken): Promise<string> {
    return this.rows(inputs, token, {
      speaker: inputs.text('speaker'),
      kind: inputs.text('kind'),
      tag: inputs.text('code'),
      topic: inputs.text('topic'),
      words: inputs.text('words'),
    });
  }

  /** All topics with their counts, or the passages of one. */
  async findTopics(inputs: Inputs, token: vscode.CancellationToken): Promise<string> {
    const topic = inputs.text('topic');
    const speaker = inputs.text('speaker');
    if (topic !== undefined) return this.rows(inputs, token, { topic, speaker });
    const corpus = await this.services.folder.settled();
    return topicsAnswer(this.services.taxonomies.of(undefined).value.taxonomy, corpus);
  }

  /** What was said and found in one document, or in all of them until the answer is full. */
  private async rows(
    inputs: Inputs,
    token: vscode.CancellationToken,
    query: RowQuery,
  ): Promise<string> {
    const { reader, taxonomies, codebooks } = this.services;
    const file = inputs.text('file');
    const uris = file === undefined ? await reader.list(token) : [await this.find(file, token)];
    const answer = new Answer();
    let count = 0;
    for (const uri of uris) {
      if (answer.isFull || token.isCancellationRequested) break;
      const document = await this.read(uri, token);
      if (!document) continue;
      await codebooks.settled(uri);
      const { taxonomy } = taxonomies.of(uri).value;
      const rows = new RowMaker(taxonomy, codebooks.of(uri)).rows(document, { found: true });
      // A passage that only touches a topic is no claim; it counts if passages of a topic are asked for.
      const wanted =
        query.topic === undefined ? rows.filter(({ kind, found }) => kind || !found) : rows;
      for (const row of fitting(wanted, query)) {
        addRow(answer, row);
        count++;
      }
    }
    if (count === 0) answer.say('Nothing fits.');
    return answer.finished();
  }

  private async document(inputs: Inputs, token: vscode.CancellationToken): Promise<ReadDocument> {
    const file = inputs.text('file');
    if (file === undefined) throw new Error('The input "file" is missing.');
    const document = await this.read(await this.find(file, token), token);
    if (!document) throw new Error(`${named(file)} is no interview.`);
    return document;
  }

  private async read(
    uri: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<ReadDocument | undefined> {
    try {
      return await this.services.reader.read(uri, token);
    } catch (error) {
      this.services.log.warn(`${uri.path} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  /** Finds what may be an interview of the workspace, or is open as one: no other file is ever read. */
  private async find(file: string, token: vscode.CancellationToken): Promise<vscode.Uri> {
    const { reader, active } = this.services;
    const open = active.interview?.document.uri;
    const uris = [...(open ? [open] : []), ...(await reader.list(token))];
    const path = file.replaceAll('\\', '/');
    const exact = uris.find((uri) => pathOf(uri) === path);
    const ending = uris.filter((uri) => pathOf(uri).endsWith(`/${path}`));
    const found = exact ?? (ending.length === 1 ? ending[0] : undefined);
    if (found) return found;
    throw new Error(
      `There is no interview ${named(file)}. List the interviews to see their files.`,
    );
  }
}

function pathOfKey(uri: string): string {
  return pathOf(vscode.Uri.parse(uri));
}

function linesOf(inputs: Inputs): { from: number | undefined; to: number | undefined } {
  return { from: inputs.number('fromLine'), to: inputs.number('toLine') };
}
