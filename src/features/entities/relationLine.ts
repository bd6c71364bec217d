import * as vscode from 'vscode';
import type { Entity, Relation } from '../../core/entities/model';
import { addText, addTextLink } from '../../workspace/markdown';
import type { Reading } from '../../workspace/documents';

const SHOWN = 4;

/** `Capital of China`, or on the state's own card `See also: Beijing (8), Chinese (4)`. */
export function addRelation(
  markdown: vscode.MarkdownString,
  reading: Reading,
  { id, relation }: Entity,
): void {
  const { entities, byId } = reading.analysis.entities();
  const state = relation && byId.get(relation.entityId);
  if (state) {
    addText(markdown, labelOf(relation.kind)).appendMarkdown(' ');
    addFirstMention(markdown, reading, state);
    markdown.appendMarkdown('\n\n');
    return;
  }
  const others = entities.filter((other) => other.relation?.entityId === id).slice(0, SHOWN);
  if (others.length === 0) return;
  addText(markdown, vscode.l10n.t('See also:')).appendMarkdown(' ');
  others.forEach((other, index) => {
    if (index > 0) markdown.appendMarkdown(', ');
    addFirstMention(markdown, reading, other);
    markdown.appendMarkdown(` (${other.mentions.length})`);
  });
  markdown.appendMarkdown('\n\n');
}

function labelOf(kind: Relation['kind']): string {
  switch (kind) {
    case 'capital':
      return vscode.l10n.t('Capital of');
    case 'people':
      return vscode.l10n.t('Nationality:');
    case 'government':
      return vscode.l10n.t('Stands for the government of');
  }
}

function addFirstMention(
  markdown: vscode.MarkdownString,
  reading: Reading,
  { name, mentions }: Entity,
): void {
  const [first] = mentions;
  if (!first) return;
  const { start, end } = first.span;
  addTextLink(markdown, name, 'interviewLens.revealPassage', [
    reading.document.uri.toString(),
    start,
    end,
  ]);
}
