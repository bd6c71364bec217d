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
  /** The tooltip, if it is long: made only when it is shown. */
  readonly tooltip?: () => vscode.MarkdownString;
  /** The words that a click shows. */
  readonly leadsTo?: PassagePlace;
}

/** What a tree can do besides being looked at. */
export interface TreeOptions<N extends Node> {
  readonly canSelectMany?: boolean;
  readonly dragAndDropController?: vscode.TreeDragAndDropController<N>;
}

/** The argument of commands that are run by a key of a view, as VS Code doesn’t say on which node it was pressed. */
export interface ByKey {
  readonly view: true;
}

export function isByKey(given: unknown): given is ByKey {
  return typeof given === 'object' && given !== null && 'view' in given && given.view === true;
}

/** Shows a model as a tree; a new model replaces the old one as a whole. */
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
   * The nodes that a key means: the focused one, followed by all selected ones if it is among them. The arrow
   * keys move only the focus, which extensions aren’t told about; toggling the selection reveals it.
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
   * @param description shown beside the view's title
   * @param message shown above the tree
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
 * VS Code’s own way to open from a tree: a click leaves the focus in the tree, where more rows can be
 * selected; Enter moves it to the text; a second click keeps the tab.
 */
async function opening(place: PassagePlace): Promise<vscode.Command> {
  const showing = await showingOf(place).catch(() => undefined);
  // VS Code says itself what can’t be opened, and why.
  const uri = showing?.document.uri ?? vscode.Uri.parse(place.uri, true);
  return { command: 'vscode.open', title: '', arguments: [uri, showing?.options] };
}

/** A node's place in its tree: the ids from its root down to it. */
export type NodePath = readonly string[];

/** The node at a path, which may be from an earlier tree; undefined if there is none. */
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

/** Where to go when a node is gone: to the next beside it, the one before it, or the one above. */
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
