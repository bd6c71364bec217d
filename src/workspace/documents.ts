import * as vscode from 'vscode';
import type { Analyser, Analysis, Knowledge } from '../core/analysis';
import type { Anchored } from '../core/annotations/model';
import type { Claim } from '../core/claims/model';
import { shownClaims, type ShownClaim } from '../core/claims/shown';
import type { CardFinder } from '../core/entities/cardFinder';
import type { Recogniser } from '../core/entities/model';
import type { Corrections } from '../core/interview/model';
import { lazy } from '../core/lazy';
import type { TextLines } from '../core/text/lines';
import { withByHand } from '../core/topics/byHand';
import type { TopicPassage } from '../core/topics/count';
import type { AnnotationStore } from './annotations';
import { Disposables } from './disposables';
import type { FolderFile } from './folderFile';
import type { NameRecogniser } from './nameRecogniser';
import type { OpenTexts } from './openTexts';
import { Slices } from './slices';
import type { LoadedTaxonomy } from './taxonomy';

/** What is known about a document at one version, with what people said about it. */
export interface Reading {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly analysis: Analysis;
  readonly anchored: readonly Anchored[];
  /** What a person decided about the document. */
  readonly corrections: Corrections;
  /** Detected claims and those made or changed by hand, without the dismissed, in order. */
  readonly claims: () => readonly ShownClaim[];
  /** The passages that touch each topic, by its id: found, or tagged by hand. */
  readonly topics: () => ReadonlyMap<string, readonly TopicPassage[]>;
}

interface Open {
  text: TextLines;
  readonly analyser: Analyser;
  reading: Reading | undefined;
  /** The work on {@link reading}, until it is outdated. */
  pending: Promise<void> | undefined;
  /** Counts what makes a reading out of date. */
  epoch: number;
}

const OTHER_MARKUP = 'interviewLens.recognise.otherMarkup';
/** Languages in which a document may turn out to be an interview, with the setting that decides. */
const RECOGNISED_IN: Readonly<Record<string, string | undefined>> = {
  interview: undefined,
  plaintext: 'interviewLens.recognise.plainText',
  markdown: 'interviewLens.recognise.markdown',
  asciidoc: OTHER_MARKUP,
  csv: OTHER_MARKUP,
  latex: OTHER_MARKUP,
  mdx: OTHER_MARKUP,
  org: OTHER_MARKUP,
  quarto: OTHER_MARKUP,
  restructuredtext: OTHER_MARKUP,
  rmd: OTHER_MARKUP,
};

/** Documents that are views of something else (an old version, a comment box, a log). */
const NOT_READ = new Set([
  'git',
  'output',
  'comment',
  'vscode-scm',
  'search-editor',
  'walkThrough',
]);

/** For which documents features register their providers. */
export const SELECTOR: vscode.DocumentSelector = Object.keys(RECOGNISED_IN).map((language) => ({
  language,
}));

/**
 * The one place where documents are analysed: only when somebody asks, once for each version, and after an edit
 * only what the edit touched.
 */
export class DocumentStore implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(
    new vscode.EventEmitter<vscode.TextDocument | undefined>(),
  );
  private readonly open = new Map<string, Open>();
  private readonly slices = new Slices();

  /** Fires when a reading may have changed: of one document, or (undefined) of all. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly texts: OpenTexts,
    private readonly annotations: AnnotationStore,
    private readonly taxonomies: FolderFile<LoadedTaxonomy>,
    private readonly cards: FolderFile<CardFinder>,
    private readonly recogniser: NameRecogniser,
  ) {
    this.disposables.add(
      texts.onDidEdit(({ document }) => {
        this.follow(document);
      }),
    );
    this.disposables.add(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.open.delete(uri.toString());
      }),
    );
    this.disposables.add(
      annotations.onDidChange((document) => {
        this.forget(document);
      }),
    );
    for (const event of [taxonomies.onDidChange, cards.onDidChange]) {
      this.disposables.add(
        event(() => {
          this.forget(undefined);
        }),
      );
    }
    this.disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewLens')) this.forget(undefined);
      }),
    );
  }

  /**
   * The reading of a document's present version, once the files beside it have been read. It is made
   * in slices, so that nothing else has to wait, and begun again if the document changes meanwhile.
   * Undefined for documents that are never interviews (other languages, views) or are closed.
   */
  async read(document: vscode.TextDocument): Promise<Reading | undefined> {
    while (isRead(document)) {
      const [{ Analyser }, recogniser] = await Promise.all([
        import('./analysing').then(({ analysing }) => analysing()),
        this.recogniser(),
        this.annotations.settled(document),
        this.taxonomies.settled(document.uri),
        this.cards.settled(document.uri),
      ]);
      if (document.isClosed) return undefined;
      // Most who ask, such as hovers, find the reading made already: knowledge is only gathered to make one.
      const knowledge = lazy(() => this.knowledge(document, recogniser));
      const open = this.current(document, () => new Analyser(knowledge()));
      if (open.reading) return open.reading;
      await (open.pending ??= this.prepare(document, open, knowledge()));
    }
    return undefined;
  }

  /** As {@link read}, but only for a document that is an interview. */
  async readInterview(document: vscode.TextDocument): Promise<Reading | undefined> {
    const reading = await this.read(document);
    return reading?.analysis.interview.recognition.isInterview ? reading : undefined;
  }

  /** Whether a document can turn out to be an interview at all, by its language and the settings. */
  isRead(document: vscode.TextDocument): boolean {
    return isRead(document);
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async prepare(
    document: vscode.TextDocument,
    open: Open,
    knowledge: Knowledge,
  ): Promise<void> {
    const { epoch, analyser, text } = open;
    const { version } = document;
    const isOutdated = () =>
      open.epoch !== epoch || this.open.get(document.uri.toString()) !== open;
    const analysis = await this.slices.drive(analyser.analysing(text, knowledge), isOutdated);
    if (!analysis || isOutdated()) return;
    open.reading = this.makeReading(document, version, analysis, knowledge.corrections);
  }

  private makeReading(
    document: vscode.TextDocument,
    version: number,
    analysis: Analysis,
    corrections: Corrections,
  ): Reading {
    const anchored = this.annotations.anchored(document);
    const claims = lazy(() =>
      shownClaims([...analysis.claims(), ...premises(document, analysis)], anchored),
    );
    const topics = lazy(() => withByHand(analysis.topics(), analysis, anchored));
    return { document, version, analysis, anchored, corrections, claims, topics };
  }

  private knowledge(document: vscode.TextDocument, recogniser: Recogniser): Knowledge {
    const { matcher } = this.taxonomies.of(document.uri).value;
    return {
      corrections: this.corrections(document),
      cards: this.cards.of(document.uri).value,
      recogniser,
      matcher,
    };
  }

  /** Setting the language mode to Interview is a decision, unless the annotation file says otherwise. */
  private corrections(document: vscode.TextDocument): Corrections {
    const kept = this.annotations.corrections(document);
    const isSet = document.languageId === 'interview';
    return isSet && kept.interview === undefined ? { ...kept, interview: true } : kept;
  }

  private current(document: vscode.TextDocument, newAnalyser: () => Analyser): Open {
    const key = document.uri.toString();
    const text = this.texts.of(document);
    const known = this.open.get(key);
    if (known?.text === text) return known;
    const analyser = known?.analyser ?? newAnalyser();
    const fresh: Open = { text, analyser, reading: undefined, pending: undefined, epoch: 0 };
    this.open.set(key, fresh);
    return fresh;
  }

  private follow(document: vscode.TextDocument): void {
    const open = this.open.get(document.uri.toString());
    if (!open) return;
    open.text = this.texts.of(document);
    outdate(open);
    this.changed.fire(document);
  }

  private forget(document: vscode.TextDocument | undefined): void {
    for (const [key, open] of this.open) {
      if (!document || key === document.uri.toString()) outdate(open);
    }
    this.changed.fire(document);
  }
}

function outdate(open: Open): void {
  open.reading = undefined;
  open.pending = undefined;
  open.epoch++;
}

function isRead(document: vscode.TextDocument): boolean {
  if (NOT_READ.has(document.uri.scheme) || !(document.languageId in RECOGNISED_IN)) return false;
  const setting = RECOGNISED_IN[document.languageId];
  if (!setting) return true;
  return vscode.workspace.getConfiguration(undefined, document).get(setting, true);
}

/** What interviewers claim, where the user wants to see it. */
function premises(document: vscode.TextDocument, analysis: Analysis): readonly Claim[] {
  const settings = vscode.workspace.getConfiguration('interviewLens.claims', document);
  return settings.get('premises', false) ? analysis.premises() : [];
}
