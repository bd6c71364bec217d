import * as vscode from 'vscode';
import type { Exchange } from '../../core/interview/model';
import { allTopics } from '../../core/topics/model';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';

/** How many topics are named above a question. */
const MOST = 4;

interface Touched {
  readonly id: string;
  readonly label: string;
  readonly passages: number;
  /** Where the topic is first touched. */
  readonly start: number;
}

/** A lens on each question: which topics it and its answers touch, the most touched first. */
export class TopicLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly services: Services) {
    this.disposables.add(
      services.documents.onDidChange(() => {
        this.changed.fire();
      }),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const settings = vscode.workspace.getConfiguration('interviewLens.topics', document);
    if (!settings.get('lens', false)) return [];
    const reading = await this.services.documents.readInterview(document);
    if (!reading) return [];
    const { taxonomy } = this.services.taxonomies.of(document.uri).value;
    const labels = new Map([...allTopics(taxonomy.topics)].map(({ id, label }) => [id, label]));
    return reading.analysis.interview.exchanges.flatMap((exchange) =>
      lensOf(reading, exchange, labels),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }
}

function lensOf(
  reading: Reading,
  exchange: Exchange,
  labels: ReadonlyMap<string, string>,
): vscode.CodeLens[] {
  const touched = touchedIn(reading, exchange, labels);
  const [first] = touched;
  if (!first) return [];
  const line = reading.analysis.text.lineAt(exchange.question.span.start);
  const names = touched.slice(0, MOST).map(({ label }) => plain(label));
  const title = names.join(' · ') + (touched.length > MOST ? '…' : '');
  return [
    new vscode.CodeLens(new vscode.Range(line, 0, line, 0), {
      title,
      tooltip: touched.map(({ label, passages }) => `${plain(label)}: ${passages}`).join('\n'),
      command: 'interviewLens.revealTopic',
      arguments: [first.id, reading.document.uri.toString(), first.start],
    }),
  ];
}

function touchedIn(
  reading: Reading,
  { span }: Exchange,
  labels: ReadonlyMap<string, string>,
): Touched[] {
  const touched = [...reading.topics()].flatMap(([id, passages]): Touched[] => {
    const label = labels.get(id);
    const within = passages.filter(
      (one) => span.start <= one.span.start && one.span.end <= span.end,
    );
    const [first] = within;
    if (label === undefined || !first) return [];
    return [{ id, label, passages: within.length, start: first.span.start }];
  });
  return touched.sort((a, b) => b.passages - a.passages || a.start - b.start);
}
