import * as vscode from 'vscode';
import { baseName } from './baseName';
import { Disposables } from './disposables';

/** A node of a tree's model: it knows its parent, and its id is unique and stable in the tree. */
export interface Node {
  readonly id: string;
  readonly parent: Node | undefined;
  readonly children: () => readonly Node[];
  /** How it looks; made when it is first shown. */
  readonly item: () => vscode.TreeItem;
  /** What is told when the pointer rests on it, if it is much: made only then. */
  readonly tooltip?: () => vscode.MarkdownString;
}

/** What a tree can do beside being read. */
export interface TreeOptions<N extends Node> {
  readonly canSelectMany?: boolean;
  readonly dragAndDropController?: vscode.TreeDragAndDropController<N>;
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

  resolveTreeItem(item: vscode.TreeItem, node: N): vscode.TreeItem {
    if (node.tooltip) item.tooltip = node.tooltip();
    return item;
  }

  getParent(node: N): N | undefined {
    return node.parent as N | undefined;
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

/** The name of a document's file, for a view's description. */
export function nameOf(document: vscode.TextDocument): string {
  return baseName(document.uri);
}
