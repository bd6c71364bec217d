import * as vscode from 'vscode';
import type { Topic } from '../../core/topics/model';
import { Disposables } from '../../workspace/disposables';
import { toOffset } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import type { TopicsNode } from './nodes';
import type { TopicsView } from './view';

/** The cursor needn’t be followed closely. */
const PAUSE_MS = 200;

/** Selects in the tree the passage where the cursor is, if the setting says so. */
export class CursorFollower implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly services: Services,
    private readonly view: TopicsView,
  ) {
    this.disposables.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.follow(textEditor), PAUSE_MS);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.disposables.dispose();
  }

  private async follow({ document, selection }: vscode.TextEditor): Promise<void> {
    const { tree, counts } = this.view;
    const settings = vscode.workspace.getConfiguration('interviewLens.topics', document);
    if (!settings.get('followCursor', false) || !tree.view.visible || !counts) return;
    const reading = await this.services.documents.read(document);
    if (!reading) return;
    const offset = toOffset(reading.analysis.text, selection.active);
    const uri = document.uri.toString();
    const shown = counts.documents.find((one) => one.uri === uri);
    const passage = shown?.summary.passages.find(
      ({ start, end }) => start <= offset && offset <= end,
    );
    if (!passage) return;
    const nearest = [...passage.touches].sort(
      (a, b) => Math.abs(a.start - offset) - Math.abs(b.start - offset),
    )[0];
    const node = nearest && findPassage(tree.roots, nearest.topicId, uri, passage.start);
    if (!node || tree.view.selection.includes(node)) return;
    await tree.view.reveal(node, { select: true, focus: false });
  }
}

/** The node of a passage under a topic; only the nodes that lead there are made. */
export function findPassage(
  nodes: readonly TopicsNode[],
  topicId: string,
  uri: string,
  start: number,
): TopicsNode | undefined {
  for (const node of nodes) {
    if (node.kind === 'passage') {
      const { document, passage } = node.place;
      const isIt = node.topic.id === topicId && document.uri === uri && passage.start === start;
      if (isIt) return node;
      continue;
    }
    const leads =
      node.kind === 'topic'
        ? isWithin(node.topic, topicId)
        : node.places.some(
            ({ document, passage }) => document.uri === uri && passage.start === start,
          );
    const found =
      leads && findPassage(node.children() as readonly TopicsNode[], topicId, uri, start);
    if (found) return found;
  }
  return undefined;
}

function isWithin({ id, children }: Topic, topicId: string): boolean {
  return id === topicId || children.some((child) => isWithin(child, topicId));
}
