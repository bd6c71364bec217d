import * as vscode from 'vscode';
import { allTopics, type Topic } from '../../core/topics/model';
import { addText } from '../../workspace/markdown';
import { countSentence, type TopicTree } from './nodes';

/** How many of each kind are named. */
const MOST = 5;

/** The tooltip of a topic: what it is, who speaks about it, and together with what. */
export function topicCard(topic: Topic, tree: TopicTree): vscode.MarkdownString {
  const { counts, taxonomy, scope } = tree;
  const markdown = new vscode.MarkdownString();
  addText(markdown.appendMarkdown('**'), topic.label).appendMarkdown('**');
  if (topic.notation !== undefined) addText(markdown, ` ${topic.notation}`);
  if (topic.description !== undefined) line(markdown, topic.description);
  line(markdown, countSentence(counts.of(topic.id), scope));
  const terms = [...topic.terms, ...topic.exact, ...topic.entities];
  if (terms.length > 0) line(markdown, vscode.l10n.t('Terms: {0}', listed(terms)));
  const speakers = counts.speakersOf(topic.id).map(({ name, passages }) => `${name} (${passages})`);
  if (speakers.length > 0) line(markdown, vscode.l10n.t('Most by: {0}', listed(speakers)));
  const labels = new Map([...allTopics(taxonomy.topics)].map(({ id, label }) => [id, label]));
  const companions = counts
    .companionsOf(topic)
    .map(({ topicId, passages }) => `${labels.get(topicId) ?? topicId} (${passages})`);
  if (companions.length > 0)
    line(markdown, vscode.l10n.t('Together with: {0}', listed(companions)));
  const related = topic.related.map((id) => labels.get(id) ?? id);
  if (related.length > 0) line(markdown, vscode.l10n.t('See also: {0}', listed(related)));
  return markdown;
}

function listed(texts: readonly string[]): string {
  const more = texts.length > MOST ? '…' : '';
  return texts.slice(0, MOST).join(', ') + more;
}

function line(markdown: vscode.MarkdownString, text: string): void {
  addText(markdown.appendMarkdown('\n\n'), text);
}
