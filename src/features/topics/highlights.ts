import * as vscode from 'vscode';
import type { TopicHit } from '../../core/topics/model';
import { allTopics, type Taxonomy, type Topic } from '../../core/topics/model';
import { Disposables } from '../../workspace/disposables';
import type { Reading } from '../../workspace/documents';
import { addText } from '../../workspace/markdown';
import { toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';
import type { TopicsView } from './view';

/** How long marks may lag behind typing. */
const PAUSE_MS = 120;

/** The colour of topics if neither they nor any above them have one. */
const NO_COLOUR = '#808080';

/** The opacity of a topic’s colour behind its words, as two hexadecimal digits. */
const FAINT = '33';

interface Marked {
  readonly color: string;
  readonly label: string;
}

/** Marks in the text what touches topics, in the topics’ colours, with their names on hovering. */
export class TopicHighlights implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private types = new Map<string, vscode.TextEditorDecorationType>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly services: Services,
    private readonly view: TopicsView,
  ) {
    const schedule = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.refresh(), PAUSE_MS);
    };
    for (const registration of [
      services.documents.onDidChange(schedule),
      vscode.window.onDidChangeVisibleTextEditors(schedule),
      view.tree.view.onDidChangeSelection(schedule),
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.forgetTypes();
        schedule();
      }),
    ]) {
      this.disposables.add(registration);
    }
    schedule();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.forgetTypes();
    this.disposables.dispose();
  }

  private async refresh(): Promise<void> {
    for (const editor of vscode.window.visibleTextEditors) {
      const reading = await this.services.documents.readInterview(editor.document);
      // In an older version, things were elsewhere; another change will follow anyway.
      if (reading && reading.version !== editor.document.version) continue;
      this.show(editor, reading);
    }
  }

  private show(editor: vscode.TextEditor, reading: Reading | undefined): void {
    const byColor = new Map<string, vscode.DecorationOptions[]>();
    for (const color of this.types.keys()) byColor.set(color, []);
    const marked = reading ? this.marked(reading) : new Map<string, Marked>();
    for (const [topicId, { color, label }] of marked) {
      const ranges = byColor.get(color) ?? [];
      byColor.set(color, ranges);
      for (const hit of reading ? hitsOf(reading, topicId) : []) {
        const hoverMessage = addText(new vscode.MarkdownString(), label);
        ranges.push({ range: toRange((reading as Reading).analysis.text, hit), hoverMessage });
      }
    }
    for (const [color, ranges] of byColor) editor.setDecorations(this.typeOf(color), ranges);
  }

  /** The topics to be marked, with their colours. */
  private marked({ document }: Reading): Map<string, Marked> {
    const settings = vscode.workspace.getConfiguration('interviewLens.topics', document);
    const which = settings.get<string>('highlight', 'selected');
    const { taxonomy } = this.services.taxonomies.of(document.uri).value;
    const marked = colours(taxonomy);
    if (which === 'all') return marked;
    const selected = which === 'selected' ? this.view.tree.view.selection : [];
    const ids = new Set(
      selected.flatMap(({ topic }) => [...allTopics([topic])].map(({ id }) => id)),
    );
    return new Map([...marked].filter(([id]) => ids.has(id)));
  }

  private typeOf(color: string): vscode.TextEditorDecorationType {
    const known = this.types.get(color);
    if (known) return known;
    const { kind } = vscode.window.activeColorTheme;
    const isContrast =
      kind === vscode.ColorThemeKind.HighContrast ||
      kind === vscode.ColorThemeKind.HighContrastLight;
    const made = vscode.window.createTextEditorDecorationType({
      ...(isContrast
        ? { border: `1px dashed ${color}` }
        : { backgroundColor: `${color}${FAINT}`, borderRadius: '2px' }),
      overviewRulerColor: color,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    });
    this.types.set(color, made);
    return made;
  }

  private forgetTypes(): void {
    for (const type of this.types.values()) type.dispose();
    this.types = new Map();
  }
}

function hitsOf(reading: Reading, topicId: string): TopicHit[] {
  return (reading.topics().get(topicId) ?? []).flatMap(({ hits }) => hits);
}

/** Each topic’s colour, in six digits: its own, or that of the nearest topic above that has one. */
function colours({ topics }: Taxonomy): Map<string, Marked> {
  const marked = new Map<string, Marked>();
  const note = ({ id, label, color, children }: Topic, above: string) => {
    const own = color === undefined ? above : sixDigits(color);
    marked.set(id, { color: own, label });
    for (const child of children) note(child, own);
  };
  for (const topic of topics) note(topic, NO_COLOUR);
  return marked;
}

function sixDigits(color: string): string {
  return color.length === 4 ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
}
