import * as vscode from 'vscode';
import type { Knowledge } from '../../core/analysis';
import { AnnotationFileReader } from '../../core/annotations/file';
import type { AnnotationFile } from '../../core/annotations/model';
import type { Kept } from '../../core/corpus/kept';
import { NO_INTERVIEW, SUMMARY_VERSION } from '../../core/corpus/model';
import { relevantCards } from '../../core/corpus/relevant';
import type { CardFinder } from '../../core/entities/cardFinder';
import type { AnnotationPlaces } from '../annotationPlaces';
import type { FolderFile } from '../folderFile';
import type { NameRecogniser } from '../nameRecogniser';
import type { LoadedTaxonomy } from '../taxonomy';
import type { SummaryCache } from './cache';
import { folderSettings, type FolderFiles } from './files';
import { hashOf } from './hash';
import type { Slices } from '../slices';

/** What a summary is made with, besides the text. */
export interface Sources {
  readonly places: AnnotationPlaces;
  readonly taxonomies: FolderFile<LoadedTaxonomy>;
  readonly cards: FolderFile<CardFinder>;
  readonly recogniser: NameRecogniser;
  /** The extension's version, as another one may find something else. */
  readonly extensionVersion: string;
}

interface Base {
  readonly beside: string;
  readonly whole: string;
  readonly hash: string;
  /** A hash of the taxonomy alone. */
  readonly taxonomy: string;
}

const NOTHING: AnnotationFile = { corrections: {}, annotations: [] };

/** Sums up files that aren't open; from the cache, if nothing has changed. */
export class FileReader {
  private lastBase: Base | undefined;

  constructor(
    private readonly sources: Sources,
    private readonly cache: SummaryCache,
    private readonly slices: Slices,
  ) {}

  /**
   * The summary of a file on disk.
   *
   * @returns undefined if it was given up on the way
   * @throws what the file system throws, if the file can't be read
   */
  async read(
    uri: vscode.Uri,
    files: FolderFiles,
    token: vscode.CancellationToken,
  ): Promise<Kept | undefined> {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    const beside = await this.annotations(uri, files);
    const base = await this.base(uri, beside);
    const known = this.cache.get(uri.toString());
    if (known?.mtime === mtime && known.size === size && known.knowledge === base.hash) {
      return known;
    }
    if (token.isCancellationRequested) return undefined;
    const stat = { uri: uri.toString(), mtime, size, knowledge: base.hash };
    const { taxonomy } = base;
    if (size > folderSettings().maxSize)
      return { ...stat, key: '', taxonomy, summary: NO_INTERVIEW };
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = textOf(bytes);
    const cards = this.sources.cards.of(uri).value;
    const matters = text === undefined ? '' : relevantCards(text, cards);
    const key = `${await hashOf(bytes)}${await hashOf(base.beside + matters)}`;
    const same = this.cache.same(key);
    const isSame = same?.taxonomy === taxonomy;
    const summary = isSame ? same.summary : await this.sumUp(uri, text, beside, same, token);
    return summary && { ...stat, key, taxonomy, summary };
  }

  /** @param before a summary of the same text by another taxonomy, if there is one: then only topics are counted */
  private async sumUp(
    uri: vscode.Uri,
    text: string | undefined,
    { corrections, annotations }: AnnotationFile,
    before: Kept | undefined,
    token: vscode.CancellationToken,
  ): Promise<Kept['summary'] | undefined> {
    if (text === undefined) return NO_INTERVIEW;
    const { taxonomies, cards, recogniser } = this.sources;
    const knowledge: Knowledge = {
      corrections,
      cards: cards.of(uri).value,
      matcher: taxonomies.of(uri).value.matcher,
      recogniser: await recogniser(),
    };
    const analysers = await (await import('../analysing')).analysing();
    const steps = before
      ? analysers.recounting(text, knowledge, annotations, before.summary)
      : analysers.summarising(text, knowledge, annotations);
    return this.slices.drive(steps, () => token.isCancellationRequested);
  }

  /** What the summaries of a folder's documents are made with, except for its cards; and a hash that includes them. */
  private async base(uri: vscode.Uri, said: AnnotationFile): Promise<Base> {
    const { taxonomies, cards, extensionVersion } = this.sources;
    await Promise.all([taxonomies.settled(uri), cards.settled(uri)]);
    const taxonomy = taxonomies.of(uri).source;
    const beside = JSON.stringify([SUMMARY_VERSION, extensionVersion, said]);
    const whole =
      beside + taxonomy + (cards.file(uri)?.text ?? '') + String(folderSettings().maxSize);
    // Nearly all documents of a folder have the same.
    if (this.lastBase?.whole !== whole) {
      const hashes = [hashOf(whole), hashOf(taxonomy)] as const;
      const [hash, ofTaxonomy] = await Promise.all(hashes);
      this.lastBase = { beside, whole, hash, taxonomy: ofTaxonomy };
    }
    return this.lastBase;
  }

  private async annotations(uri: vscode.Uri, { annotated }: FolderFiles): Promise<AnnotationFile> {
    return annotated.has(uri.toString())
      ? annotationsOf(this.sources.places.of(uri), this.slices)
      : NOTHING;
  }
}

/** The content of an annotation file; nothing if there is none. */
export async function annotationsOf(file: vscode.Uri, slices: Slices): Promise<AnnotationFile> {
  try {
    const yaml = textOf(await vscode.workspace.fs.readFile(file));
    const steps = new AnnotationFileReader().steps(yaml ?? '');
    return (await slices.finish(steps)).file;
  } catch {
    return NOTHING;
  }
}

/** Undefined for a binary file. */
export function textOf(bytes: Uint8Array): string | undefined {
  return bytes.subarray(0, 1000).includes(0) ? undefined : new TextDecoder().decode(bytes);
}
