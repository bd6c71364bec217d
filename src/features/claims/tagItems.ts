import * as vscode from 'vscode';
import { CONFIDENCES, STATUSES } from '../../core/annotations/model';
import { INFORMATION_GRADES, SOURCE_GRADES } from '../../core/annotations/rating';
import type { Said } from '../../core/annotations/said';
import type { Codebook } from '../../core/codebook/model';
import { CLAIM_KINDS } from '../../core/claims/model';
import { overlaps } from '../../core/text/span';
import { allTopics, type Topic } from '../../core/topics/model';
import { nameOfKind } from '../../workspace/claimNames';
import { plain } from '../../workspace/markdown';
import type { Services } from '../../workspace/services';
import { colourDot } from './dot';
import { BARE_CLAIM, type Pick } from './picks';
import { ownAnnotation, type Target } from './target';
import {
  iconOfKind,
  iconOfStatus,
  nameOfConfidence,
  nameOfInformation,
  nameOfSource,
  nameOfStatus,
  withoutIcons,
} from './words';

export interface Item extends vscode.QuickPickItem, Pick {}

/** What the picker offers: all that may be said about some claims. */
export function itemsFor(
  services: Services,
  targets: readonly [Target, ...Target[]],
  said: Said,
  recent: readonly string[],
): Item[] {
  const [target] = targets;
  const note = targets.length === 1 ? target.claim?.annotation?.note : undefined;
  return [
    separator(vscode.l10n.t('Kind')),
    ...kindItems(targets, said),
    separator(vscode.l10n.t('Codes and note')),
    ...tagItems(services, target, said, recent),
    ...(targets.length === 1 ? [noteItem(note)] : []),
    separator(vscode.l10n.t('Status')),
    ...STATUSES.map((status) =>
      item('status', status, said, `$(${iconOfStatus(status)}) ${nameOfStatus(status)}`),
    ),
    separator(vscode.l10n.t('Confidence')),
    ...CONFIDENCES.map((confidence) =>
      item('confidence', confidence, said, nameOfConfidence(confidence)),
    ),
    separator(vscode.l10n.t('Source (or type a rating such as B2)')),
    ...SOURCE_GRADES.map((grade) =>
      item('source', grade, said, `${grade} · ${nameOfSource(grade)}`),
    ),
    separator(vscode.l10n.t('Information')),
    ...INFORMATION_GRADES.map((grade) =>
      item('information', grade, said, `${grade} · ${nameOfInformation(grade)}`),
    ),
    separator(vscode.l10n.t('Topics')),
    ...topicItems(services, target, said),
  ];
}

/** A tag as the picker offers it: with the codes above it, or with a button to add it to the codebook. */
export function tagItem(tag: string, codebook: Codebook, picked: boolean): Item {
  const { code } = codebook.find(tag) ?? {};
  const path = withoutIcons(plain(codebook.pathOf(tag).join(' › ')));
  const details = [code?.shortcut, code?.description].filter((part) => part !== undefined);
  return {
    section: 'tag',
    value: code?.id ?? tag,
    label: code?.color ? path : `$(${code ? 'bookmark' : 'tag'}) ${path}`,
    shortcut: code?.shortcut,
    picked,
    ...(details.length > 0 && { description: withoutIcons(plain(details.join(' · '))) }),
    ...(code?.color && { iconPath: colourDot(code.color) }),
    ...(!code && { buttons: [toCodebook()] }),
  };
}

function toCodebook(): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon('book'), tooltip: vscode.l10n.t('Add to Codebook') };
}

function item(
  section: keyof Said & Item['section'],
  value: string,
  said: Said,
  label: string,
): Item {
  return { section, value, label, picked: said[section] === value };
}

function separator(label: string): Item {
  return { section: 'separator', value: '', label, kind: vscode.QuickPickItemKind.Separator };
}

function kindItems(targets: readonly [Target, ...Target[]], said: Said): Item[] {
  const found = targets.length === 1 ? targets[0].claim?.claim?.kind : undefined;
  const kinds = CLAIM_KINDS.map((kind) => ({
    ...item('kind', kind, said, `$(${iconOfKind(kind)}) ${nameOfKind(kind)}`),
    ...(kind === found && { description: vscode.l10n.t('found') }),
  }));
  // Of what was found, the kind is known, and picking it is enough.
  return targets.some(({ claim }) => claim?.claim) ? kinds : [...kinds, bareClaimItem(targets)];
}

/** Marks words as a claim, of whichever kind: what is tagged is one until somebody takes that back. */
function bareClaimItem(targets: readonly Target[]): Item {
  return {
    section: 'kind',
    value: BARE_CLAIM,
    label: `$(${iconOfKind(undefined)}) ${vscode.l10n.t('claim')}`,
    description: vscode.l10n.t('of no certain kind'),
    picked: targets.every((target) => !ownAnnotation(target)?.kind),
  };
}

/**
 * The claim's own tags first, then those given last, then the codebook's, then other tags of this document,
 * the most used first, then the setting's.
 */
function tagItems(
  services: Services,
  { reading }: Target,
  said: Said,
  recent: readonly string[],
): Item[] {
  const codebook = services.codebooks.of(reading.document.uri);
  const used = new Map<string, number>();
  for (const { annotation } of reading.anchored) {
    for (const tag of annotation.tags) used.set(tag, (used.get(tag) ?? 0) + 1);
  }
  const byUse = [...used].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
  // The settings of a workspace may hold anything.
  const set = vscode.workspace
    .getConfiguration('interviewLens.claims', reading.document)
    .get<unknown>('tags');
  const own = Array.isArray(set) ? set.filter((tag) => typeof tag === 'string') : [];
  const codes = codebook.all.map(({ code }) => code.id);
  const idOf = (tag: string) => codebook.find(tag)?.code.id ?? tag;
  const offered = [...said.tags, ...recent, ...codes, ...byUse, ...own].map(idOf);
  const picked = new Set(said.tags.map(idOf));
  return [...new Set(offered)].map((tag) => tagItem(tag, codebook, picked.has(tag)));
}

function noteItem(note: string | undefined): Item {
  const label = `$(note) ${note ? vscode.l10n.t('Change the note…') : vscode.l10n.t('Write a note…')}`;
  return {
    section: 'note',
    value: '',
    label,
    description: note ? withoutIcons(plain(note)) : vscode.l10n.t('asked for at the end'),
  };
}

/** The taxonomy's topics, those that the paragraph touches first. */
function topicItems(services: Services, { reading, span }: Target, said: Said): Item[] {
  const { taxonomy } = services.taxonomies.of(reading.document.uri).value;
  const touched = reading.topics();
  const isTouched = ({ id }: Topic) =>
    (touched.get(id) ?? []).some((passage) => overlaps(passage.span, span));
  const all = [...allTopics(taxonomy.topics)];
  return [...all.filter(isTouched), ...all.filter((topic) => !isTouched(topic))].map((topic) => ({
    section: 'topic',
    value: topic.id,
    // As headings disappear once something is typed, an icon tells topics from tags.
    label: `$(symbol-structure) ${withoutIcons(plain(topic.label))}`,
    ...(isTouched(topic) && { description: vscode.l10n.t('touched here') }),
    picked: said.topics.includes(topic.id),
  }));
}
