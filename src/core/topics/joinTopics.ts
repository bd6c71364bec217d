import { message, type Message } from '../message';
import { closestTo } from '../text/closest';
import type { Fix } from '../yaml/problem';
import { problem, replacing } from '../yaml/read';
import type { FileProblem } from './checkTerms';
import type { Topic } from './model';
import type { Placed, ReadTopic } from './readFile';

/** Deeper than anybody can follow, but shallow enough for recursion. */
const DEEPEST = 100;

/**
 * Joins the topics of all files into one tree: `broader`, and ids under `narrower`, put a topic under
 * another one. Duplicate ids and cycles are errors, unknown ids are warnings.
 */
export class TopicJoiner {
  readonly problems: FileProblem[] = [];
  private readonly byId = new Map<string, ReadTopic>();
  private readonly parents = new Map<ReadTopic, ReadTopic>();
  private readonly children = new Map<ReadTopic, ReadTopic[]>();
  private readonly all: ReadTopic[] = [];

  /** @param roots the topics of all files that aren't written under another one */
  constructor(
    private readonly roots: readonly ReadTopic[],
    private readonly textOf: (file: string) => string,
  ) {
    for (const root of roots) this.note(root);
    for (const topic of this.all) this.place(topic);
  }

  /** All topics, each before those that are written under it. */
  get topics(): readonly ReadTopic[] {
    return this.all;
  }

  tree(): Topic[] {
    return this.roots.filter((root) => !this.parents.has(root)).map((root) => this.made(root, 1));
  }

  private note(topic: ReadTopic): void {
    this.all.push(topic);
    if (this.byId.has(topic.id.text)) this.refuseId(topic);
    else this.byId.set(topic.id.text, topic);
    this.children.set(topic, [...topic.children]);
    for (const child of topic.children) {
      this.parents.set(child, topic);
      this.note(child);
    }
  }

  private refuseId(topic: ReadTopic): void {
    const { id, hasOwnId } = topic;
    let number = 2;
    while (this.byId.has(`${id.text}-${number}`)) number++;
    const free = `${id.text}-${number}`;
    const fixes = hasOwnId ? [replacing(id, free)] : this.insertingId(topic, free);
    const what = message('Two topics have the id “{0}”. Give one of them another.', id.text);
    this.problems.push({ file: topic.own.file, problem: problem(id, what, 'error', fixes) });
  }

  private insertingId({ firstKey, own }: ReadTopic, id: string): Fix[] {
    if (firstKey === undefined) return [];
    const text = this.textOf(own.file);
    const line = text.slice(text.lastIndexOf('\n', firstKey - 1) + 1, firstKey);
    const isFlow = /[{,]\s*$/.test(line);
    const written = isFlow ? `id: ${id}, ` : `id: ${id}\n${' '.repeat(line.length)}`;
    const edits = [{ start: firstKey, end: firstKey, text: written }];
    return [{ title: message('Add “id: {0}”', id), edits }];
  }

  private place(topic: ReadTopic): void {
    for (const above of topic.broader) this.putUnder(topic, this.find(topic, above), topic, above);
    for (const below of topic.narrower) {
      this.putUnder(this.find(topic, below), topic, topic, below);
    }
    for (const other of topic.related) this.find(topic, other);
  }

  /** Puts a topic under another one, unless it already has a place or would end up under itself. */
  private putUnder(
    child: ReadTopic | undefined,
    parent: ReadTopic | undefined,
    saying: ReadTopic,
    said: Placed,
  ): void {
    if (!child || !parent) return;
    const present = this.parents.get(child);
    if (present === parent) return;
    if (present) {
      const what = message(
        '“{0}” is already under “{1}”; a topic has only one place.',
        child.own.label,
        present.own.label,
      );
      return this.add(saying, said, what, 'warning');
    }
    for (let above: ReadTopic | undefined = parent; above; above = this.parents.get(above)) {
      if (above !== child) continue;
      const what = message('“{0}” would be under itself.', child.own.label);
      return this.add(saying, said, what, 'error');
    }
    this.parents.set(child, parent);
    this.children.get(parent)?.push(child);
  }

  private find(topic: ReadTopic, { text, ...span }: Placed): ReadTopic | undefined {
    const found = this.byId.get(text);
    if (found) return found;
    const meant = closestTo(text, [...this.byId.keys()]);
    if (meant === undefined) {
      const what = message('No topic has the id “{0}”.', text);
      this.add(topic, span, what, 'warning');
    } else {
      const what = message('No topic has the id “{0}”. Did you mean “{1}”?', text, meant);
      this.add(topic, span, what, 'warning', [replacing(span, meant)]);
    }
    return undefined;
  }

  private add(
    topic: ReadTopic,
    { start, end }: Omit<Placed, 'text'>,
    what: Message,
    severity: 'error' | 'warning',
    fixes: readonly Fix[] = [],
  ): void {
    const found = problem({ start, end }, what, severity, fixes);
    this.problems.push({ file: topic.own.file, problem: found });
  }

  private made(topic: ReadTopic, depth: number): Topic {
    const children = depth < DEEPEST ? (this.children.get(topic) ?? []) : [];
    return {
      ...topic.own,
      related: topic.related.map(({ text }) => text).filter((id) => this.byId.has(id)),
      children: children.map((child) => this.made(child, depth + 1)),
    };
  }
}
