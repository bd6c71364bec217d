import * as vscode from 'vscode';
import type { CorpusDocument } from '../../core/corpus/merge';
import { filteringTopics, topicsNamed } from '../../core/corpus/filterTopics';
import { topicSummaryOf } from '../../core/corpus/summarise';
import { TopicCounter, type TopicCounts } from '../../core/corpus/topics';
import type { Taxonomy } from '../../core/topics/model';
import { registerCommand } from '../../workspace/commands';
import { ContextKey } from '../../workspace/contextKey';
import { Slices } from '../../workspace/slices';
import { Disposables } from '../../workspace/disposables';
import { askFilter } from '../../workspace/filterBox';
import {
  isByKey,
  ModelTree,
  nameOf,
  nearestTo,
  nodeAt,
  pathOf,
  type ByKey,
  type NodePath,
} from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { soon } from '../../workspace/soon';
import { ViewChoice } from '../../workspace/viewChoice';
import { TopicDragAndDrop } from './dragAndDrop';
import { topicNodes, type TopicsNode, type TopicTree } from './nodes';

/** The Topics view: of the document or of the whole folder. */
export class TopicsView implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly slices = new Slices();
  private readonly scope: ViewChoice<TopicTree['scope']>;
  private readonly grouping: ViewChoice<TopicTree['grouping']>;
  private readonly order: ViewChoice<TopicTree['order']>;
  private readonly empty: ViewChoice<'hidden' | 'shown'>;
  private readonly isFiltered = new ContextKey<boolean>('interviewLens.topicsFiltered');
  private readonly hasTaxonomy = new ContextKey<boolean>('interviewLens.hasTaxonomy');
  private readonly taxonomyBroken = new ContextKey<boolean>('interviewLens.taxonomyBroken');
  private filter = '';
  /** What the present tree was made from. */
  private shownFrom: readonly unknown[] = [];
  private counter = new TopicCounter({ topics: [] });
  private isWanted = false;
  private running: Promise<void> | undefined;
  /** A node that is about to go, and which to select then: the first of these that is there. */
  private leaving: { readonly gone: NodePath; readonly nearest: readonly NodePath[] } | undefined;
  readonly tree: ModelTree<TopicsNode>;
  /** The counts that are shown; undefined before the first. */
  counts: TopicCounts | undefined;

  constructor(private readonly services: Services) {
    const { active, taxonomies, folder, memento } = services;
    this.scope = new ViewChoice(memento, 'interviewLens.topicsOf', ['document', 'folder']);
    this.grouping = new ViewChoice(memento, 'interviewLens.topicsBy', ['document', 'speaker']);
    this.order = new ViewChoice(memento, 'interviewLens.topicsOrder', ['taxonomy', 'count']);
    this.empty = new ViewChoice(memento, 'interviewLens.topicsEmpty', ['hidden', 'shown']);
    this.tree = this.disposables.add(
      new ModelTree<TopicsNode>('interviewLens.topics', {
        canSelectMany: true,
        dragAndDropController: new TopicDragAndDrop(),
      }),
    );
    const refresh = () => {
      this.refresh();
    };
    for (const registration of [
      // A change of the taxonomy also brings a new reading; until then the counts are old.
      active.onDidChange(refresh),
      taxonomies.onDidChange(() => {
        if (this.scope.way === 'folder') this.refresh();
      }),
      folder.onDidChange(() => {
        if (this.scope.way === 'folder') this.refresh();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('interviewLens.topics')) return;
        this.shownFrom = [];
        this.refresh();
      }),
      registerCommand('interviewLens.topicsOfFolder', this.choosing(this.scope, 'folder')),
      registerCommand('interviewLens.topicsOfDocument', this.choosing(this.scope, 'document')),
      registerCommand('interviewLens.topicsBySpeaker', this.choosing(this.grouping, 'speaker')),
      registerCommand('interviewLens.topicsByDocument', this.choosing(this.grouping, 'document')),
      registerCommand('interviewLens.sortTopicsByCount', this.choosing(this.order, 'count')),
      registerCommand('interviewLens.sortTopicsByTaxonomy', this.choosing(this.order, 'taxonomy')),
      registerCommand('interviewLens.showEmptyTopics', this.choosing(this.empty, 'shown')),
      registerCommand('interviewLens.hideEmptyTopics', this.choosing(this.empty, 'hidden')),
      registerCommand('interviewLens.filterTopics', (filter?: unknown) => this.askFilter(filter)),
      registerCommand('interviewLens.clearTopicFilter', () => {
        this.setFilter('');
      }),
    ]) {
      this.disposables.add(registration);
    }
    this.disposables.add(soon(refresh));
  }

  /** The document, or folder, whose taxonomy is shown. */
  get about(): vscode.Uri | undefined {
    return this.services.active.reading?.document.uri;
  }

  /** The nodes that a menu or a key of the view means, or else those selected in it. */
  async meant(
    node: TopicsNode | ByKey | undefined,
    nodes?: readonly TopicsNode[],
  ): Promise<readonly TopicsNode[]> {
    if (isByKey(node)) return this.tree.meantByKey();
    return nodes ?? (node ? [node] : this.tree.view.selection);
  }

  /** Once a node has gone, the selection goes to the one nearest to it. */
  goOnAfter(node: TopicsNode): void {
    this.leaving = { gone: pathOf(node), nearest: nearestTo(node) };
  }

  dispose(): void {
    this.disposables.dispose();
  }

  private async goOn(): Promise<void> {
    const { roots, view } = this.tree;
    if (!this.leaving || nodeAt(roots, this.leaving.gone)) return;
    const { nearest } = this.leaving;
    this.leaving = undefined;
    for (const path of nearest) {
      const node = nodeAt(roots, path);
      if (node) return view.reveal(node, { select: true, focus: true });
    }
  }

  private choosing<T extends string>(choice: ViewChoice<T>, way: NoInfer<T>): () => void {
    return () => {
      choice.choose(way);
      this.refresh();
    };
  }

  private async askFilter(given: unknown): Promise<void> {
    if (typeof given === 'string') {
      this.setFilter(given.trim());
      return;
    }
    const box = {
      title: vscode.l10n.t('Filter Topics'),
      placeholder: vscode.l10n.t('Words of a topic, a passage, a speaker or a title'),
      before: this.filter,
    };
    await askFilter(box, (filter) => {
      this.setFilter(filter);
    });
  }

  private setFilter(filter: string): void {
    if (filter === this.filter) return;
    this.filter = filter;
    this.refresh();
  }

  /** Refreshes the tree, one run at a time; requests meanwhile lead to one more run afterwards. */
  private refresh(): void {
    this.isWanted = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    while (this.isWanted) {
      this.isWanted = false;
      await this.show();
    }
  }

  private async show(): Promise<void> {
    const { active, taxonomies, folder } = this.services;
    await taxonomies.settled(this.about);
    const { value, uri, exists, broken } = taxonomies.of(this.about);
    const { taxonomy } = value;
    const about = this.scope.way === 'folder' ? folder.corpus : active.interview;
    const { scope, grouping, order, empty, filter } = this;
    const ways = [scope, grouping, order, empty].map(({ way }) => way);
    const from = [about, taxonomy, uri?.toString(), exists, broken, filter, ...ways];
    // A tree that is replaced loses what is being dragged or pointed at.
    if (from.every((one, index) => one === this.shownFrom[index])) return;
    this.hasTaxonomy.set(exists);
    this.taxonomyBroken.set(broken);
    this.isFiltered.set(filter !== '');
    const documents = this.documents();
    const counts = await this.count(documents, taxonomy);
    if (!counts) return;
    this.counts = counts;
    this.shownFrom = from;
    const named = filter === '' ? undefined : topicsNamed(taxonomy, filter);
    const tree: TopicTree = {
      taxonomy,
      counts,
      scope: scope.way,
      grouping: grouping.way,
      order: order.way,
      showsEmpty: ({ id }) => empty.way === 'shown' && (named?.has(id) ?? true),
    };
    const isSomething = documents.length > 0;
    this.tree.show(isSomething ? topicNodes(tree) : [], this.description(documents));
    const isNone = isSomething && this.filter !== '' && this.tree.roots.length === 0;
    this.tree.view.message = this.message(isNone);
    this.showBadge(isSomething ? counts.touched : 0);
    await this.goOn();
  }

  /** Undefined if something else is asked for meanwhile. */
  private async count(
    documents: readonly CorpusDocument[],
    taxonomy: Taxonomy,
  ): Promise<TopicCounts | undefined> {
    const isGivenUp = () => this.isWanted;
    if (this.counter.taxonomy !== taxonomy) this.counter = new TopicCounter(taxonomy);
    if (this.filter === '') return this.slices.drive(this.counter.counting(documents), isGivenUp);
    const steps = filteringTopics(documents, taxonomy, this.filter);
    const filtered = await this.slices.drive(steps, isGivenUp);
    return filtered && this.slices.drive(this.counter.counting(filtered), isGivenUp);
  }

  private documents(): readonly CorpusDocument[] {
    const { active, folder, taxonomies } = this.services;
    if (this.scope.way === 'folder') {
      // Documents of another workspace folder have another taxonomy.
      const { documents } = folder.corpus;
      if ((vscode.workspace.workspaceFolders?.length ?? 0) < 2) return documents;
      const own = taxonomies.of(this.about).uri?.toString();
      return documents.filter(
        ({ uri }) => taxonomies.of(vscode.Uri.parse(uri)).uri?.toString() === own,
      );
    }
    const reading = active.interview;
    if (!reading) return [];
    const summary = topicSummaryOf(reading.analysis, reading.topics());
    return [{ uri: reading.document.uri.toString(), summary }];
  }

  private description(documents: readonly CorpusDocument[]): string | undefined {
    const reading = this.services.active.interview;
    if (this.scope.way === 'document') return reading && nameOf(reading.document);
    return vscode.l10n.t('{0} interviews', documents.length);
  }

  private message(isNone: boolean): string | undefined {
    if (this.filter === '') return undefined;
    return isNone
      ? vscode.l10n.t('Nothing fits the filter “{0}”.', this.filter)
      : vscode.l10n.t('Filter: {0}', this.filter);
  }

  private showBadge(topics: number): void {
    const settings = vscode.workspace.getConfiguration('interviewLens.topics');
    const tooltip = vscode.l10n.t('Topics that are touched: {0}', topics);
    const isShown = settings.get('badge', true) && topics > 0;
    this.tree.view.badge = isShown ? { value: topics, tooltip } : undefined;
  }
}
