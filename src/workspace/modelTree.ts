import * as vscode from 'vscode';
import { baseName } from './baseName';
import { Disposables } from './disposables';
import { showingOf, type PassagePlace } from './passagePlace';

/** A node of a tree's model: it knows its parent, and its id is unique and stable in the tree. */
export interface Node {
  readonly id: string;
  readonly parent: Node | undefined;
  readonly children: () => readonly Node[];
  /** How it looks; made when it is first shown. */
  readonly item: () => vscode.TreeItem;
  /** What is told when the pointer rests on it, if it is much: made only then. */
  readonly tooltip?: () => vscode.MarkdownString;
  /** The words that a click shows. */
  readonly leadsTo?: PassagePlace;
}

/** What a tree can do beside being read. */
export interface TreeOptions<N extends Node> {
  readonly canSelectMany?: boolean;
  readonly dragAndDropController?: vscode.TreeDragAndDropController<N>;
}

/** What keys of a view give to commands, as VS Code doesn’t tell what they were pressed on. */
export interface ByKey {
  readonly view: true;
}

export function isByKey(given: unknown): given is ByKey {
  return typeof given === 'object' && given !== null && 'view' in given && given.view === true;
}

/** Shows a model as a tree; a new model replaces the old one as a whole, once at a time. */
export class ModelTree<N extends Node = Node>
  implements vscode.TreeDataProvider<N>, vscode.Disposable
{
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<undefined>());
  private shown: readonly N[] = [];
  readonly view: vscode.TreeView<N>;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(viewId: string, options: TreeOptions<N> = {}) {
    this.view = this.disposables.add(
      vscode.window.createTreeView(viewId, {
        treeDataProvider: this,
        showCollapseAll: true,
        ...options,
      }),
    );
  }

  get roots(): readonly N[] {
    return this.shown;
  }

  /**
   * The nodes that a key means: what has the focus, and after it all that is selected if it is among that.
   * The arrows move only the focus, of which extensions aren’t told: it is what toggling selects or leaves.
   */
  readonly meantByKey = async (): Promise<readonly N[]> => {
    const selected = this.view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const toggled = this.view.selection;
    await vscode.commands.executeCommand('list.toggleSelection');
    const added = toggled.filter((node) => !selected.includes(node));
    if (added.length > 0) return added;
    return [...selected].sort((a, b) => Number(toggled.includes(a)) - Number(toggled.includes(b)));
  };

  /**
   * @param description stands beside the view's title
   * @param message stands above the tree
   */
  show(roots: readonly N[], description: string | undefined, message?: string): void {
    this.shown = roots;
    this.view.description = description;
    this.view.message = message;
    this.changed.fire(undefined);
  }

  getChildren(node?: N): N[] {
    // The nodes of a tree are of one kind.
    return [...(node ? (node.children() as readonly N[]) : this.shown)];
  }

  getTreeItem(node: N): vscode.TreeItem {
    const item = node.item();
    item.id = node.id;
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: N): Promise<vscode.TreeItem> {
    if (node.tooltip) item.tooltip = node.tooltip();
    if (node.leadsTo) item.command = await opening(node.leadsTo);
    return item;
  }

  getParent(node: N): N | undefined {
    return node.parent as N | undefined;
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

/**
 * VS Code’s own way to open from a tree: a click leaves the focus in the tree, where further rows can be
 * marked, Enter goes into the text, a second click keeps the tab.
 */
async function opening(place: PassagePlace): Promise<vscode.Command> {
  const showing = await showingOf(place).catch(() => undefined);
  // VS Code says itself what can’t be opened, and why.
  const uri = showing?.document.uri ?? vscode.Uri.parse(place.uri, true);
  return { command: 'vscode.open', title: '', arguments: [uri, showing?.options] };
}

/** Where a node stands in its tree: the ids from its root down to it. */
export type NodePath = readonly string[];

/** The node that stands at a path, in a later tree, too; undefined if none does. */
export function nodeAt<N extends Node>(roots: readonly N[], path: NodePath): N | undefined {
  let nodes = roots;
  let found: N | undefined;
  for (const id of path) {
    found = nodes.find((node) => node.id === id);
    if (!found) return undefined;
    nodes = found.children() as readonly N[];
  }
  return found;
}

export function pathOf({ id, parent }: Node): NodePath {
  return parent ? [...pathOf(parent), id] : [id];
}

/** Where to go on when a node is gone: what follows beside it, what stands before it, what is above. */
export function nearestTo(node: Node): NodePath[] {
  const { parent } = node;
  if (!parent) return [];
  const beside = parent.children();
  const index = beside.findIndex(({ id }) => id === node.id);
  const before = beside.slice(0, Math.max(0, index)).reverse();
  return [...beside.slice(index + 1), ...before, parent].map(pathOf).concat(nearestTo(parent));
}

/** The name of a document's file, for a view's description. */
export function nameOf(document: vscode.TextDocument): string {
  return baseName(document.uri);
}
