import * as vscode from 'vscode';
import { CONFIDENCES, type Annotation } from '../../core/annotations/model';
import { CLAIM_KINDS } from '../../core/claims/model';
import { overlaps } from '../../core/text/span';
import type { Topic } from '../../core/topics/model';
import { nameOfKind } from '../../workspace/claimNames';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { exclusive, meant, tagNamed, type Pick } from './picks';
import type { Target } from './target';
import { iconOfKind, nameOfConfidence, withoutIcons } from './words';

interface Item extends vscode.QuickPickItem, Pick {}

/** Letters that are typed within this time belong together. */
const PAUSE_MS = 100;

/** What the picker ended in: the annotation as picked, a button, or nothing. */
export type Picked = Annotation | 'dismiss' | 'remove' | 'open' | undefined;

interface Button extends vscode.QuickInputButton {
  readonly does: 'dismiss' | 'remove' | 'open';
}

/**
 * Lets a person say everything about a claim in one list: kind, tags, confidence, topics, note. Enter
 * picks what was typed; with nothing typed, it ends.
 */
export async function pickTags(
  services: Services,
  target: Target,
  annotation: Annotation,
): Promise<Picked> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.canSelectMany = true;
  picker.matchOnDescription = false;
  picker.title = withoutIcons(plain(target.reading.analysis.text.slice(target.span)));
  picker.placeholder = vscode.l10n.t('Pick kind, tags, confidence and topics; type a new tag');
  picker.buttons = buttonsFor(target);
  try {
    const picked = await outcome(picker, itemsFor(services, target, annotation));
    if (!Array.isArray(picked)) return picked;
    return await withNote(annotated(annotation, target, picked), picked);
  } finally {
    picker.dispose();
  }
}

/** Waits until the person accepts, presses a button or leaves. */
function outcome(
  picker: vscode.QuickPick<Item>,
  offered: readonly Item[],
): Promise<Item[] | Button['does'] | undefined> {
  let items = offered;
  let chosen: readonly Item[] = offered.filter(({ picked }) => picked);
  let awaited: Item | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    picker.items = withNewTag(items, picker.value);
    picker.selectedItems = chosen;
  };
  const add = (item: Item) => {
    clearTimeout(timer);
    if (!chosen.includes(item)) awaited = item;
    chosen = exclusive(chosen, [...chosen.filter((one) => one !== item), item]);
    picker.value = '';
    show();
  };
  const addTag = (name: string) => {
    const tag = tagNamed(items, name) ?? tagItem(name.trim());
    if (!items.includes(tag)) items = withTag(items, tag);
    add(tag);
  };
  const select = (selected: readonly Item[]) => {
    // What the list says of before it learnt of a pick doesn't take the pick back.
    if (awaited && !selected.includes(awaited)) return;
    awaited = undefined;
    const offer = selected.find(({ section }) => section === 'newTag');
    if (offer) return addTag(offer.value);
    chosen = exclusive(chosen, selected);
    if (chosen.length !== selected.length) picker.selectedItems = chosen;
  };
  return new Promise((resolve) => {
    picker.onDidChangeValue(() => {
      // Not at every letter: the list forgets what is ticked while it gets new items.
      clearTimeout(timer);
      timer = setTimeout(show, PAUSE_MS);
    });
    picker.onDidChangeSelection(select);
    picker.onDidAccept(() => {
      const typed = picker.value;
      if (typed.trim() === '') return resolve([...chosen]);
      const item = meant(items, picker.activeItems[0], typed);
      if (item) add(item);
      else addTag(typed);
    });
    picker.onDidTriggerButton((button) => {
      resolve((button as Button).does);
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      resolve(undefined);
    });
    show();
    picker.show();
  });
}

/** Offers what is typed as a tag, unless there is one of that name. */
function withNewTag(items: readonly Item[], typed: string): Item[] {
  const value = typed.trim();
  if (value === '' || tagNamed(items, value)) return [...items];
  const label = `$(add) ${vscode.l10n.t('Add tag “{0}”', withoutIcons(value))}`;
  // At the end, so that it doesn't move the others while somebody clicks.
  return [...items, { section: 'newTag', value, label, alwaysShow: true }];
}

/** Puts a tag before the other tags. */
function withTag(items: readonly Item[], tag: Item): Item[] {
  const at = items.findIndex(({ section }) => section === 'tag' || section === 'note');
  return [...items.slice(0, at), tag, ...items.slice(at)];
}

function buttonsFor({ claim }: Target): Button[] {
  const button = (icon: string, tooltip: string, does: Button['does']): Button => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    does,
  });
  const buttons: Button[] = [];
  if (claim) buttons.push(button('close', vscode.l10n.t('Dismiss: this is no claim'), 'dismiss'));
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
    ...tagItem(tag),
    picked: annotation.tags.includes(tag),
  }));
}

function tagItem(tag: string): Item {
  return { section: 'tag', value: tag, label: `$(tag) ${withoutIcons(plain(tag))}` };
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
  const touched = reading.topics();
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

/** Asks for the note, if that was picked. Who leaves the question keeps what was picked before it. */
async function withNote(annotation: Annotation, picked: readonly Item[]): Promise<Annotation> {
  if (!picked.some(({ section }) => section === 'note')) return annotation;
  const { note: before = '', ...rest } = annotation;
  // The box has one line; a note of several stays as it is unless it is changed.
  const shown = before.replace(/\s*\n\s*/g, ' ').trim();
  const note = await vscode.window.showInputBox({
    title: vscode.l10n.t('Note'),
    value: shown,
    prompt: vscode.l10n.t('An empty note is removed.'),
    ignoreFocusOut: true,
  });
  if (note === undefined || note === shown) return annotation;
  return { ...rest, ...(note.trim() !== '' && { note: note.trim() }) };
}
