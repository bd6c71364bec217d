import * as vscode from 'vscode';
import { CONFIDENCES, type Annotation } from '../../core/annotations/model';
import { CLAIM_KINDS } from '../../core/claims/model';
import { overlaps } from '../../core/text/span';
import type { Topic } from '../../core/topics/model';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import type { Target } from './target';
import { iconOfKind, nameOfConfidence, nameOfKind, withoutIcons } from './words';

/** What a person may pick: all of one section, or one only where the section says so. */
interface Item extends vscode.QuickPickItem {
  readonly section: 'kind' | 'tag' | 'confidence' | 'topic' | 'note' | 'separator';
  readonly value: string;
}

/** Sections in which one pick replaces the other. */
const SINGLE: ReadonlySet<Item['section']> = new Set(['kind', 'confidence']);

/** What the picker ended in: the annotation as picked, a button, or nothing. */
export type Picked = Annotation | 'dismiss' | 'remove' | 'open' | undefined;

interface Button extends vscode.QuickInputButton {
  readonly does: 'dismiss' | 'remove' | 'open';
}

/** Lets a person say everything about a claim in one list: kind, tags, confidence, topics, note. */
export async function pickTags(
  services: Services,
  target: Target,
  annotation: Annotation,
): Promise<Picked> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.canSelectMany = true;
  picker.title = withoutIcons(plain(target.reading.analysis.text.slice(target.span)));
  picker.placeholder = vscode.l10n.t('Pick kind, tags, confidence and topics; type a new tag');
  picker.matchOnDescription = true;
  picker.buttons = buttonsFor(target);
  const items = itemsFor(services, target, annotation);
  picker.items = items;
  picker.selectedItems = items.filter(({ picked }) => picked);
  try {
    const picked = await outcome(picker, items);
    if (!Array.isArray(picked)) return picked;
    return await withNote(annotated(annotation, target, picked), picked);
  } finally {
    picker.dispose();
  }
}

/** Waits until the person accepts, presses a button or leaves. */
function outcome(
  picker: vscode.QuickPick<Item>,
  items: readonly Item[],
): Promise<Item[] | Button['does'] | undefined> {
  return new Promise((resolve) => {
    let before: readonly Item[] = picker.selectedItems;
    picker.onDidChangeValue((value) => {
      const selected = picker.selectedItems;
      picker.items = withNewTag(
        [...items, ...selected.filter((item) => !items.includes(item))],
        value,
      );
      picker.selectedItems = selected;
    });
    picker.onDidChangeSelection((selected) => {
      const kept = exclusive(before, selected);
      before = kept;
      if (kept.length !== selected.length) picker.selectedItems = kept;
    });
    picker.onDidTriggerButton((button) => resolve((button as Button).does));
    picker.onDidAccept(() => resolve([...picker.selectedItems]));
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
}

/** Of a section that allows one, what was picked last stays. */
function exclusive(before: readonly Item[], selected: readonly Item[]): readonly Item[] {
  const added = selected.filter((item) => !before.includes(item) && SINGLE.has(item.section));
  if (added.length === 0) return selected;
  return selected.filter(
    (item) => added.includes(item) || !added.some(({ section }) => section === item.section),
  );
}

/** Offers what is typed as a tag, unless there is one of that name. */
function withNewTag(items: readonly Item[], typed: string): Item[] {
  const tag = typed.trim();
  if (tag === '' || items.some(({ value }) => value === tag)) return [...items];
  const label = `$(add) ${vscode.l10n.t('Add tag “{0}”', withoutIcons(tag))}`;
  return [{ section: 'tag', value: tag, label, alwaysShow: true }, ...items];
}

function buttonsFor({ claim }: Target): Button[] {
  const button = (icon: string, tooltip: string, does: Button['does']): Button => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    does,
  });
  const buttons = [button('close', vscode.l10n.t('Dismiss: this is no claim'), 'dismiss')];
  if (claim?.annotation) buttons.push(button('trash', vscode.l10n.t('Remove Tags'), 'remove'));
  return [...buttons, button('go-to-file', vscode.l10n.t('Open Annotation File'), 'open')];
}

function itemsFor(services: Services, target: Target, annotation: Annotation): Item[] {
  return [
    separator(vscode.l10n.t('Kind')),
    ...kindItems(target, annotation),
    separator(vscode.l10n.t('Tags and note')),
    ...tagItems(services, target, annotation),
    noteItem(annotation),
    separator(vscode.l10n.t('Confidence')),
    ...confidenceItems(annotation),
    separator(vscode.l10n.t('Topics')),
    ...topicItems(services, target, annotation),
  ];
}

function separator(label: string): Item {
  return { section: 'separator', value: '', label, kind: vscode.QuickPickItemKind.Separator };
}

function kindItems({ claim }: Target, annotation: Annotation): Item[] {
  const detected = claim?.claim?.kind;
  const chosen = annotation.kind ?? detected;
  return CLAIM_KINDS.map((kind) => ({
    section: 'kind',
    value: kind,
    label: `$(${iconOfKind(kind)}) ${nameOfKind(kind)}`,
    ...(kind === detected && { description: vscode.l10n.t('found') }),
    picked: kind === chosen,
  }));
}

/** The claim's own tags first, then those used in this document, the most used first, then the setting's. */
function tagItems(services: Services, { reading }: Target, annotation: Annotation): Item[] {
  const used = new Map<string, number>();
  for (const { annotation: other } of services.annotations.anchored(reading.document)) {
    for (const tag of other.tags) used.set(tag, (used.get(tag) ?? 0) + 1);
  }
  const byUse = [...used].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  const own = vscode.workspace
    .getConfiguration('interviewLens.claims', reading.document)
    .get<string[]>('tags', []);
  return [...new Set([...annotation.tags, ...byUse, ...own])].map((tag) => ({
    section: 'tag',
    value: tag,
    label: `$(tag) ${withoutIcons(plain(tag))}`,
    picked: annotation.tags.includes(tag),
  }));
}

function noteItem({ note }: Annotation): Item {
  const label = `$(note) ${note ? vscode.l10n.t('Change the note…') : vscode.l10n.t('Write a note…')}`;
  return { section: 'note', value: '', label, ...(note && { description: plain(note) }) };
}

function confidenceItems(annotation: Annotation): Item[] {
  return CONFIDENCES.map((confidence) => ({
    section: 'confidence',
    value: confidence,
    label: nameOfConfidence(confidence),
    picked: annotation.confidence === confidence,
  }));
}

/** The taxonomy's topics, those that the paragraph touches first. */
function topicItems(services: Services, { reading, span }: Target, annotation: Annotation): Item[] {
  const { taxonomy } = services.taxonomies.of(reading.document.uri).value;
  const touched = reading.analysis.topics();
  const isTouched = ({ id }: Topic) =>
    (touched.get(id) ?? []).some((passage) => overlaps(passage.span, span));
  const all = flattened(taxonomy.topics);
  return [...all.filter(isTouched), ...all.filter((topic) => !isTouched(topic))].map((topic) => ({
    section: 'topic',
    value: topic.id,
    label: withoutIcons(plain(topic.label)),
    ...(isTouched(topic) && { description: vscode.l10n.t('touched here') }),
    picked: annotation.topics.includes(topic.id),
  }));
}

function flattened(topics: readonly Topic[]): Topic[] {
  return topics.flatMap((topic) => [topic, ...flattened(topic.children)]);
}

/** The annotation with what was picked in place of what it had. */
function annotated(annotation: Annotation, { claim }: Target, picked: readonly Item[]): Annotation {
  const values = (section: Item['section']) =>
    picked.filter((item) => item.section === section).map(({ value }) => value);
  const [kindValue] = values('kind');
  const kind = CLAIM_KINDS.find((known) => known === kindValue);
  const confidence = CONFIDENCES.find((known) => known === values('confidence')[0]);
  const { id, selector, note } = annotation;
  return {
    id,
    selector,
    // What was found needs no saying; without a kind found, or with another, the person's counts.
    ...(kind && (kind !== claim?.claim?.kind || annotation.kind) && { kind }),
    tags: values('tag'),
    ...(confidence && { confidence }),
    topics: values('topic'),
    ...(note !== undefined && { note }),
  };
}

async function withNote(
  annotation: Annotation,
  picked: readonly Item[],
): Promise<Annotation | undefined> {
  if (!picked.some(({ section }) => section === 'note')) return annotation;
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note'),
    value: annotation.note ?? '',
    prompt: vscode.l10n.t('An empty note is removed.'),
  });
  if (note === undefined) return undefined;
  const { id, selector, kind, tags, confidence, topics } = annotation;
  return {
    id,
    selector,
    ...(kind && { kind }),
    tags,
    ...(confidence && { confidence }),
    topics,
    ...(note.trim() !== '' && { note }),
  };
}
