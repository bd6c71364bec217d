import * as vscode from 'vscode';
import gazetteer from '../core/entities/gazetteer.json';
import { loadGazetteer } from '../core/entities/gazetteer';
import type { Recogniser } from '../core/entities/model';
import { taggedRecogniser } from '../core/entities/recogniser';
import { rulesRecogniser } from '../core/entities/rules';
import { createTagger } from '../core/entities/tagger/tagger';
import { readWeights } from '../core/entities/tagger/weights';
import { lazy } from '../core/lazy';

/**
 * What finds names: the trained tagger, whose weights are read when names are first asked for. If
 * they can’t be read, the rules alone do it.
 */
export class NameRecogniser implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private recogniser: Recogniser | undefined;
  private readonly loaded: () => Promise<void>;
  private readonly lists = lazy(() => loadGazetteer(gazetteer));

  /** Fires when {@link current} has become another function. */
  readonly onDidChange = this.changed.event;

  constructor(
    weights: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.loaded = lazy(() => this.load(weights));
  }

  /** Resolves when the weights have been read, or it is known that they can’t be. */
  settled(): Promise<void> {
    return this.loaded();
  }

  /** Finds names with what has been read so far; the same function until more has been. */
  current(): Recogniser {
    this.recogniser ??= rulesRecogniser(this.lists());
    return this.recogniser;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async load(weights: vscode.Uri): Promise<void> {
    try {
      const bytes = await vscode.workspace.fs.readFile(weights);
      const lists = this.lists();
      const tagger = createTagger(readWeights(bytes), lists);
      this.recogniser = taggedRecogniser(tagger, rulesRecogniser(lists), lists);
      this.changed.fire();
    } catch (error) {
      this.log.error(`The tagger’s weights could not be read: ${String(error)}`);
    }
  }
}
