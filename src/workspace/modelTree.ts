import * as vscode from 'vscode';
import { Disposables } from './disposables';

/** A node of a tree's model: it knows its parent, and its id is unique and stable in the tree. */
export interface Node {
  readonly id: string;
  readonly parent: Node | undefined;
  readonly children: () => readonly Node[];
  /** How it looks; made when it is first shown. */
  readonly item: () => vscode.TreeItem;
}

/** Shows a model as a tree; a new model replaces the old one as a whole, once at a time. */
export class ModelTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<undefined>());
  private roots: readonly Node[] = [];
  private readonly view: vscode.TreeView<Node>;

  readonly onDidChangeTreeData = this.changed.event;

  constructor(viewId: string) {
    this.view = this.disposables.add(
      vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true }),
    );
  }

  /** @param description stands beside the view's title */
  show(roots: readonly Node[], description: string | undefined): void {
    this.roots = roots;
    this.view.description = description;
    this.changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    return [...(node ? node.children() : this.roots)];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = node.item();
    item.id = node.id;
    return item;
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

/** The name of a document's file, for a view's description. */
export function nameOf(document: vscode.TextDocument): string {
  return document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
}
