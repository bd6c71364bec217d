import * as vscode from 'vscode';
import type { TopicsNode } from './nodes';

const TYPE = 'application/vnd.code.tree.interviewlens.topics';

/** Moves what is dragged to a topic there: passages, or topics. */
export class TopicDragAndDrop implements vscode.TreeDragAndDropController<TopicsNode> {
  readonly dragMimeTypes = [TYPE];
  readonly dropMimeTypes = [TYPE];

  handleDrag(source: readonly TopicsNode[], transfer: vscode.DataTransfer): void {
    const nodes = source.filter(({ kind }) => kind !== 'group');
    if (nodes.length > 0) transfer.set(TYPE, new vscode.DataTransferItem(nodes));
  }

  async handleDrop(target: TopicsNode | undefined, transfer: vscode.DataTransfer): Promise<void> {
    const nodes = transfer.get(TYPE)?.value as readonly TopicsNode[] | undefined;
    if (!Array.isArray(nodes)) return;
    const topics = nodes.filter((node) => node.kind === 'topic');
    const passages = nodes.filter((node) => node.kind === 'passage');
    if (passages.length > 0 && target) {
      await vscode.commands.executeCommand('interviewLens.movePassages', passages, target.topic.id);
    }
    for (const { topic } of topics) {
      await vscode.commands.executeCommand(
        'interviewLens.moveTopic',
        topic.id,
        target?.topic.id ?? null,
      );
    }
  }
}
