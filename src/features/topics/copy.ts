import * as vscode from 'vscode';
import { speakerOf, type TopicPlace } from '../../core/corpus/topics';
import type { Topic } from '../../core/topics/model';
import { quotesAsMarkdown, type Quote } from '../../core/topics/quote';
import { registerCommand } from '../../workspace/commands';
import { readText } from '../../workspace/corpus/readText';
import { titleOf } from '../../workspace/corpus/titleOf';
import type { ByKey } from '../../workspace/modelTree';
import type { TopicsNode } from './nodes';
import type { TopicsView } from './view';

/** Registers the command that copies the passages selected in the tree as quotes. */
export function registerCopy(view: TopicsView): vscode.Disposable {
  return registerCommand(
    'interviewLens.copyPassages',
    async (node?: TopicsNode | ByKey, nodes?: readonly TopicsNode[]) => {
      const places = placesByTopic(await view.meant(node, nodes), view);
      if (places.size === 0) {
        throw new Error(vscode.l10n.t('Select topics or passages in the Topics view first.'));
      }
      const texts = new Texts();
      const topics = [];
      let count = 0;
      for (const [topic, ofTopic] of places) {
        const quotes = [];
        for (const place of ofTopic) quotes.push(await texts.quote(place));
        count += quotes.length;
        topics.push({ label: topic.label, quotes });
      }
      await vscode.env.clipboard.writeText(quotesAsMarkdown(topics));
      const said = vscode.l10n.t('Quotes copied: {0}', count);
      vscode.window.setStatusBarMessage(said, 4000);
    },
  );
}

/** The passages of the selected nodes, each once a topic. */
function placesByTopic(
  nodes: readonly TopicsNode[],
  view: TopicsView,
): Map<Topic, readonly TopicPlace[]> {
  const byTopic = new Map<Topic, Map<string, TopicPlace>>();
  for (const node of nodes) {
    const places =
      node.kind === 'topic'
        ? (view.counts?.placesBelow(node.topic) ?? [])
        : node.kind === 'group'
          ? node.places
          : [node.place];
    const known = byTopic.get(node.topic) ?? new Map<string, TopicPlace>();
    byTopic.set(node.topic, known);
    for (const place of places) known.set(`${place.document.uri}#${place.passage.start}`, place);
  }
  const filled = [...byTopic].filter(([, places]) => places.size > 0);
  return new Map(filled.map(([topic, places]) => [topic, [...places.values()]]));
}

/** Reads the documents of passages, each once. */
class Texts {
  private readonly known = new Map<string, Promise<string>>();

  async quote(place: TopicPlace): Promise<Quote> {
    const { document, passage } = place;
    const uri = vscode.Uri.parse(document.uri, true);
    const text = await this.read(uri);
    const words = text.slice(passage.start, passage.end);
    const isAsKept = words.replace(/\s/g, ' ').includes(passage.excerpt);
    return {
      // If the file has changed since, only the kept excerpt is sure to be right.
      words: isAsKept ? words : passage.excerpt,
      speaker: speakerOf(place)?.name,
      title: titleOf(document),
      path: vscode.workspace.asRelativePath(uri),
      line: passage.line + 1,
    };
  }

  private read(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    const known = this.known.get(key) ?? readText(uri);
    this.known.set(key, known);
    return known;
  }
}
