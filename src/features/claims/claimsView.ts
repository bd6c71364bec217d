import * as vscode from 'vscode';
import { registerCommand } from '../../workspace/commands';
import { ContextKey } from '../../workspace/contextKey';
import { Disposables } from '../../workspace/disposables';
import { askFilter } from '../../workspace/filterBox';
import { ModelTree, nameOf, type Node } from '../../workspace/modelTree';
import type { Services } from '../../workspace/services';
import { ViewChoice } from '../../workspace/viewChoice';
import { claimNodes, GROUPINGS, type Grouping } from './claimNodes';
import { namingFor } from './naming';

/** The Claims view: claims in groups, as the person groups and filters them. */
export class ClaimsView implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly tree = this.disposables.add(
    new ModelTree('interviewLens.claims', { canSelectMany: true }),
  );
  private readonly grouping: ViewChoice<Grouping>;
  private readonly filtered = new ContextKey<boolean>('interviewLens.claimsFiltered');
  private filter = '';

  constructor(private readonly services: Services) {
    const { active, codebooks, memento } = services;
    this.grouping = new ViewChoice(memento, 'interviewLens.claimsBy', GROUPINGS);
    for (const disposable of [
      registerCommand('interviewLens.groupClaimsBySpeaker', this.group('speaker')),
      registerCommand('interviewLens.groupClaimsByKind', this.group('kind')),
      registerCommand('interviewLens.groupClaimsByTag', this.group('tag')),
      registerCommand('interviewLens.groupClaimsByStatus', this.group('status')),
      registerCommand('interviewLens.groupClaimsByTopic', this.group('topic')),
      registerCommand('interviewLens.filterClaims', () => this.askFilter()),
      registerCommand('interviewLens.clearClaimsFilter', () => {
        this.setFilter('');
      }),
      active.onDidChange(() => {
        this.show();
      }),
      codebooks.onDidChange(() => {
        this.show();
      }),
    ]) {
      this.disposables.add(disposable);
    }
    this.show();
  }

  /** The nodes that a key of the view means. */
  readonly meantByKey = (): Promise<readonly Node[]> => this.tree.meantByKey();

  dispose(): void {
    this.disposables.dispose();
  }

  private group(by: Grouping): () => void {
    return () => {
      this.grouping.choose(by);
      this.show();
    };
  }

  private show(): void {
    const { grouping, filter, services } = this;
    const reading = services.active.interview;
    this.filtered.set(filter !== '');
    const message = filter === '' ? undefined : vscode.l10n.t('Filter: {0}', filter);
    if (!reading) return this.tree.show([], undefined);
    const { uri } = reading.document;
    const nodes = claimNodes({
      reading,
      naming: namingFor(services, reading),
      codebook: services.codebooks.of(uri),
      topics: services.taxonomies.of(uri).value.taxonomy.topics,
      grouping: grouping.way,
      filter,
    });
    // Where nothing is left, the welcome view says so.
    this.tree.show(nodes, nameOf(reading.document), nodes.length > 0 ? message : undefined);
  }

  private setFilter(filter: string): void {
    if (filter === this.filter) return;
    this.filter = filter;
    this.show();
  }

  private askFilter(): Promise<void> {
    const box = {
      title: vscode.l10n.t('Filter Claims'),
      placeholder: vscode.l10n.t(
        'Words of the claim, its speaker, kind, status, rating, codes, note',
      ),
      before: this.filter,
    };
    return askFilter(box, (filter) => {
      this.setFilter(filter);
    });
  }
}
