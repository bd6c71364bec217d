import * as vscode from 'vscode';
import { Codebook } from '../core/codebook/model';
import { parseCodebook } from '../core/codebook/read';
import { withCode, type CodebookPlace } from '../core/codebook/write';
import type { Diagnostics } from './diagnostics';
import { Disposables } from './disposables';
import { FolderFile } from './folderFile';
import type { FollowedFile } from './followedFile';
import type { LoadedTaxonomy } from './taxonomy';

/**
 * The user's codes, from a file of their own in each workspace folder or, without one, from the section
 * `codebook` of its taxonomy. While a file is broken, its last good content stays in use.
 */
export class Codebooks implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());
  private readonly files: FolderFile<Codebook>;

  /** Fires after what {@link of} gives has changed for some document. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly taxonomies: FolderFile<LoadedTaxonomy>,
    diagnostics: Diagnostics,
    log: vscode.LogOutputChannel,
  ) {
    this.files = this.disposables.add(
      new FolderFile(
        'interviewLens.codebook.file',
        () => Codebook.empty,
        (text) => {
          const { codebook, problems } = parseCodebook(text);
          return { value: codebook, problems };
        },
        diagnostics,
        log,
      ),
    );
    for (const { onDidChange } of [this.files, taxonomies]) {
      this.disposables.add(
        onDidChange(() => {
          this.changed.fire();
        }),
      );
    }
  }

  /** The codebook for the documents of `document`'s folder; empty where there is none. */
  of(document: vscode.Uri | undefined): Codebook {
    const own = this.files.of(document);
    return own.exists ? own.value : (this.taxonomies.of(document).value.codebook ?? own.value);
  }

  /** Resolves when {@link of} gives the content of the files. */
  async settled(document: vscode.Uri | undefined): Promise<void> {
    await Promise.all([this.files.settled(document), this.taxonomies.settled(document)]);
  }

  /**
   * The file of the codebook; if there is none, one is made with `text` in it.
   *
   * @throws an error with a sentence for the user, if there is no folder, or the file can't be written
   */
  async start(document: vscode.Uri | undefined, text: string): Promise<vscode.Uri> {
    await this.settled(document);
    const { file } = this.placeOf(document);
    await file.update((present) => (present === undefined ? text : undefined));
    return file.uri;
  }

  /**
   * Adds a code at the end of the codebook's file, and makes the file if there is none.
   *
   * @throws an error with a sentence for the user, if the file can't be read or written
   */
  async add(document: vscode.Uri | undefined, name: string): Promise<void> {
    await this.settled(document);
    const { place, file } = this.placeOf(document);
    await file.update((yaml) => {
      const edited = withCode(yaml, name, place);
      if (edited !== undefined) return edited;
      throw new Error(
        vscode.l10n.t(
          '{0} can’t be read, so nothing was written. Mend it and try again.',
          file.uri.path,
        ),
      );
    });
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private placeOf(document: vscode.Uri | undefined): { place: CodebookPlace; file: FollowedFile } {
    const { taxonomies, files } = this;
    const inTaxonomy =
      !files.of(document).exists && taxonomies.of(document).value.codebook !== undefined;
    const file = (inTaxonomy ? taxonomies : files).file(document);
    if (file) return { place: inTaxonomy ? 'taxonomy' : 'own', file };
    throw new Error(vscode.l10n.t('Open a folder first: the codebook is kept in a file of it.'));
  }
}
