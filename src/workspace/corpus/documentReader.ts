import * as vscode from 'vscode';
import type { Analysis, Knowledge } from '../../core/analysis';
import { reanchorSteps } from '../../core/annotations/anchor';
import { shownClaims } from '../../core/claims/shown';
import type { ExchangeDocument } from '../../core/exchange/document';
import { TextLines } from '../../core/text/lines';
import type { DocumentStore, Reading } from '../documents';
import { folderSettings, listFiles } from './files';
import { annotationsOf, textOf, type Sources } from './reader';
import { pathOf } from './pathOf';
import { Slices } from '../slices';

/** A document of the workspace with all that is known of it, open in an editor or not. */
export interface ReadDocument extends ExchangeDocument {
  readonly uri: vscode.Uri;
}

/**
 * Reads whole documents in slices: open ones from their editors, the others from their files. The index keeps
 * only summaries; the words themselves are read here.
 */
export class DocumentReader {
  private readonly slices = new Slices();

  constructor(
    private readonly documents: DocumentStore,
    private readonly sources: Sources,
  ) {}

  /** The documents of the workspace that may be interviews, in order. */
  async list(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
    return [...(await listFiles(this.sources.places, token)).documents.values()];
  }

  /**
   * A document, if it is an interview or somebody has annotated it.
   *
   * @returns undefined also if it is too large, no text, or given up on the way
   * @throws what the file system throws, if the file can't be read
   */
  async read(uri: vscode.Uri, token: vscode.CancellationToken): Promise<ReadDocument | undefined> {
    const open = vscode.workspace.textDocuments.find(
      (document) => !document.isClosed && document.uri.toString() === uri.toString(),
    );
    const reading = open && (await this.documents.read(open));
    const read = reading ? ofReading(reading) : await this.readFile(uri, token);
    const isWanted = read?.analysis.interview.recognition.isInterview || read?.anchored.length;
    return isWanted ? read : undefined;
  }

  /** Takes the steps of longer work; undefined if it was given up on the way. */
  drive<T>(
    steps: Generator<undefined, T>,
    token: vscode.CancellationToken,
  ): Promise<T | undefined> {
    return this.slices.drive(steps, () => token.isCancellationRequested);
  }

  private async readFile(
    uri: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<ReadDocument | undefined> {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > folderSettings().maxSize) return undefined;
    const text = textOf(await vscode.workspace.fs.readFile(uri));
    if (text === undefined) return undefined;
    const { corrections, annotations } = await annotationsOf(
      this.sources.places.of(uri),
      this.slices,
    );
    const { taxonomies, cards, recogniser } = this.sources;
    await Promise.all([taxonomies.settled(uri), cards.settled(uri)]);
    const knowledge: Knowledge = {
      corrections,
      cards: cards.of(uri).value,
      matcher: taxonomies.of(uri).value.matcher,
      recogniser: await recogniser(),
    };
    const analysers = await (await import('../analysing')).analysing();
    const steps = new analysers.Analyser(knowledge).analysing(TextLines.of(text), knowledge);
    const analysis = await this.drive(steps, token);
    if (!analysis) return undefined;
    const anchored = await this.drive(reanchorSteps(text, annotations), token);
    if (!anchored) return undefined;
    const claims = shownClaims(claimsOf(analysis), anchored);
    return { uri, path: pathOf(uri), analysis, anchored, claims, corrections };
  }
}

function claimsOf(analysis: Analysis): ReturnType<Analysis['claims']> {
  return analysis.interview.recognition.isInterview ? analysis.claims() : [];
}

function ofReading({ document, analysis, anchored, claims, corrections }: Reading): ReadDocument {
  const { uri } = document;
  return { uri, path: pathOf(uri), analysis, anchored, claims: claims(), corrections };
}
