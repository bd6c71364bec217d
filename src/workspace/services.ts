import * as vscode from 'vscode';
import { CardFinder } from '../core/entities/cardFinder';
import { parseCards } from '../core/entities/cards';
import { lazy } from '../core/lazy';
import { ActiveReading } from './activeReading';
import { followDocuments } from './annotationMoves';
import { AnnotationPlaces } from './annotationPlaces';
import { AnnotationStore } from './annotations';
import { Codebooks } from './codebooks';
import { DocumentReader } from './corpus/documentReader';
import { FolderIndex } from './corpus/folderIndex';
import { Diagnostics } from './diagnostics';
import { Disposables } from './disposables';
import { DocumentStore } from './documents';
import { FolderFile, type Parsed } from './folderFile';
import { HeldEdits } from './heldEdits';
import { nameRecogniser } from './nameRecogniser';
import { OpenTexts } from './openTexts';
import { loadTaxonomy, starterTaxonomy, type LoadedTaxonomy } from './taxonomy';

/** Where the features meet. */
export interface Services extends vscode.Disposable {
  readonly extensionUri: vscode.Uri;
  /** Where the extension may keep files of its own. */
  readonly storageUri: vscode.Uri;
  /** The extension's version. */
  readonly version: string;
  /** Remembers things for the workspace from session to session. */
  readonly memento: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
  readonly documents: DocumentStore;
  /** The reading that the views are about. */
  readonly active: ActiveReading;
  readonly annotations: AnnotationStore;
  /** Where annotation files are kept. */
  readonly places: AnnotationPlaces;
  /** Problems in the user's files, at their places. */
  readonly diagnostics: Diagnostics;
  readonly taxonomies: FolderFile<LoadedTaxonomy>;
  /** The user's codes. */
  readonly codebooks: Codebooks;
  readonly cards: FolderFile<CardFinder>;
  /** What the other interviews of the workspace say. */
  readonly folder: FolderIndex;
  /** Reads their full texts. */
  readonly reader: DocumentReader;
}

export function createServices(context: vscode.ExtensionContext): Services {
  const { extensionUri, globalStorageUri: storageUri } = context;
  const owned = new Disposables();
  const log = owned.add(vscode.window.createOutputChannel('Interview Lens', { log: true }));
  const diagnostics = owned.add(new Diagnostics());
  const taxonomies = owned.add(
    new FolderFile(
      'interviewLens.taxonomy.file',
      lazy(starterTaxonomy),
      loadTaxonomy,
      diagnostics,
      log,
    ),
  );
  const codebooks = owned.add(new Codebooks(taxonomies, diagnostics, log));
  const entities = 'interviewLens.entities.file';
  const noCards = lazy(() => new CardFinder([]));
  const cards = owned.add(new FolderFile(entities, noCards, loadCards, diagnostics, log));
  const storage = context.storageUri ?? context.globalStorageUri;
  const places = owned.add(new AnnotationPlaces(context.workspaceState, log));
  const held = new HeldEdits(storage, log);
  const texts = owned.add(new OpenTexts());
  const annotations = owned.add(new AnnotationStore(texts, places, diagnostics, held, log));
  owned.add(followDocuments(places));
  const weights = vscode.Uri.joinPath(extensionUri, 'media', 'entities.weights');
  const recogniser = nameRecogniser(weights, log);
  const documents = owned.add(new DocumentStore(texts, annotations, taxonomies, cards, recogniser));
  const active = owned.add(new ActiveReading(documents));
  const { version } = context.extension.packageJSON as { version: string };
  const sources = { places, taxonomies, cards, recogniser, extensionVersion: version };
  const folder = owned.add(new FolderIndex(documents, sources, storage, log));
  const reader = new DocumentReader(documents, sources);
  const dispose = () => {
    owned.dispose();
  };
  return {
    extensionUri,
    storageUri,
    version,
    memento: context.workspaceState,
    log,
    documents,
    diagnostics,
    active,
    annotations,
    places,
    taxonomies,
    codebooks,
    cards,
    folder,
    reader,
    dispose,
  };
}

function loadCards(text: string): Parsed<CardFinder> {
  const { cards, notNames, problems } = parseCards(text);
  return { value: cards && new CardFinder(cards, notNames), problems };
}
