import * as vscode from 'vscode';
import { sayingTopics, type TopicStatement } from '../../core/topics/say';
import { shifted, trimmed, type Span } from '../../core/text/span';
import { registerCommand } from '../../workspace/commands';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { isByKey, type ByKey } from '../../workspace/modelTree';
import { newId } from '../../workspace/newId';
import { toSpan } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import type { PassageNode, TopicsNode } from './nodes';
import { pickTopic } from './pickTopic';
import type { TopicsView } from './view';

/** Registers commands with which people say which topics a passage touches, and which it doesn’t. */
export function registerPassageCommands(services: Services, view: TopicsView): vscode.Disposable {
  const disposables = new Disposables();
  for (const registration of [
    registerCommand('interviewLens.tagTopic', (topicId?: string) => tagHere(services, topicId)),
    registerCommand(
      'interviewLens.notThisTopic',
      async (node?: TopicsNode | ByKey, nodes?: readonly TopicsNode[]) => {
        const passages = await passagesOf(view, node, nodes);
        const last = passages.at(-1);
        if (isByKey(node) && last) view.goOnAfter(last);
        for (const passage of passages) await refuse(services, passage);
      },
    ),
    registerCommand(
      'interviewLens.movePassages',
      async (nodes: readonly PassageNode[], topicId: string) => {
        for (const passage of nodes) await move(services, passage, topicId);
      },
    ),
    registerCommand(
      'interviewLens.movePassageTo',
      async (node?: TopicsNode, nodes?: readonly TopicsNode[]) => {
        const passages = await passagesOf(view, node, nodes);
        const topic = await pickTopic(services, view.about);
        for (const passage of topic ? passages : []) await move(services, passage, topic?.id ?? '');
      },
    ),
  ]) {
    disposables.add(registration);
  }
  return disposables;
}

async function passagesOf(
  view: TopicsView,
  node: TopicsNode | ByKey | undefined,
  nodes: readonly TopicsNode[] | undefined,
): Promise<PassageNode[]> {
  const meant = await view.meant(node, nodes);
  const passages = meant.filter((one) => one.kind === 'passage');
  if (passages.length > 0) return passages;
  throw new Error(vscode.l10n.t('Select passages in the Topics view first.'));
}

/** Tags the selected words, or the passage at the cursor, with a topic. */
async function tagHere(services: Services, topicId: string | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const reading = editor && (await services.documents.readInterview(editor.document));
  if (!editor || !reading) throw new Error(vscode.l10n.t('Open an interview first.'));
  const span = meantSpan(reading, editor.selection);
  const id = topicId ?? (await pickTopic(services, editor.document.uri))?.id;
  if (id !== undefined) await say(services, reading, span, { touches: [id] });
}

function meantSpan({ analysis }: Reading, selection: vscode.Selection): Span {
  const selected = toSpan(analysis.text, selection);
  const inner = trimmed(analysis.text.slice(selected), {
    start: 0,
    end: selected.end - selected.start,
  });
  if (inner.end > inner.start) return shifted(inner, selected.start);
  const passage = analysis.passageAt(selected.start)?.span;
  if (passage) return passage;
  throw new Error(vscode.l10n.t('Select words of a passage first, or put the cursor into one.'));
}

async function refuse(services: Services, { place, topic }: PassageNode): Promise<void> {
  const reading = await readingOf(services, place.document.uri);
  const span = spanNow(reading, place.passage);
  await say(services, reading, span, goneFrom(reading, span, topic.id));
}

async function move(
  services: Services,
  { place, topic }: PassageNode,
  topicId: string,
): Promise<void> {
  if (topic.id === topicId) return;
  const reading = await readingOf(services, place.document.uri);
  const span = spanNow(reading, place.passage);
  await say(services, reading, span, { ...goneFrom(reading, span, topic.id), touches: [topicId] });
}

/** To remove a topic, tags by hand are taken back, but what terms find has to be refused. */
function goneFrom({ analysis }: Reading, { start }: Span, topicId: string): TopicStatement {
  const isFound = analysis
    .topics()
    .get(topicId)
    ?.some(({ span }) => span.start === start);
  return { takesBack: [topicId], refuses: isFound ? [topicId] : [] };
}

async function say(
  services: Services,
  reading: Reading,
  span: Span,
  said: TopicStatement,
): Promise<void> {
  const { document, analysis, anchored } = reading;
  if (document.isUntitled) {
    throw new Error(
      vscode.l10n.t('Save the document first: its tags are kept in a file beside it.'),
    );
  }
  const taken = new Set(anchored.map(({ annotation }) => annotation.id));
  const edits = sayingTopics(anchored, analysis.text, span, said, () => newId(taken));
  if (edits.length > 0) await services.annotations.change(document, edits);
}

async function readingOf({ documents }: Services, uri: string): Promise<Reading> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  const reading = await documents.readInterview(document);
  if (reading) return reading;
  throw new Error(vscode.l10n.t('{0} is no interview any more.', document.uri.path));
}

/** The present span of a passage of the tree, which may be from before an edit. */
function spanNow({ analysis }: Reading, { start, end }: Span): Span {
  const passage = analysis.passageAt(start)?.span;
  return passage ?? { start, end };
}
