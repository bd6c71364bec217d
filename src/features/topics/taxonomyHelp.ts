import * as vscode from 'vscode';
import { TextLines } from '../../core/text/lines';
import { completionsAt, keyAt, type Completions } from '../../core/topics/help';
import { allTopics } from '../../core/topics/model';
import { localise } from '../../workspace/localise';
import { addText } from '../../workspace/markdown';
import { toOffset, toRange } from '../../workspace/positions';
import type { Services } from '../../workspace/services';

/** Icons that suit topics. */
const ICONS =
  'account archive beaker bell book briefcase broadcast bug calendar circle-slash circuit-board cloud ' +
  'comment-discussion credit-card database dashboard eye flame gift globe graph heart home key law lightbulb ' +
  'location lock megaphone mortar-board organization person pulse rocket shield star tag telescope tools ' +
  'warning watch zap';

/** If this extension is installed, it completes and explains keys by the schema. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Help in the taxonomy’s files without an extension for YAML: completion, and meanings of keys. */
export class TaxonomyHelp implements vscode.CompletionItemProvider, vscode.HoverProvider {
  constructor(private readonly services: Services) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    if (!this.isOurs(document)) return [];
    const text = document.getText();
    const found = completionsAt(text, document.offsetAt(position));
    if (!found) return [];
    const range = new vscode.Range(document.positionAt(found.start), position);
    return found.kind === 'key' ? keyItems(found, range) : this.valueItems(document, found, range);
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    if (hasYamlExtension() || !this.isOurs(document)) return undefined;
    const lines = TextLines.of(document.getText());
    const found = keyAt(document.getText(), toOffset(lines, position));
    if (!found) return undefined;
    const meaning = addText(new vscode.MarkdownString(), localise(found.key.meaning));
    return new vscode.Hover(meaning, toRange(lines, found));
  }

  private valueItems(
    document: vscode.TextDocument,
    { kind }: Completions,
    range: vscode.Range,
  ): vscode.CompletionItem[] {
    const { taxonomies, folder } = this.services;
    const item = (label: string, of: vscode.CompletionItemKind, detail?: string) => {
      const made = new vscode.CompletionItem(label, of);
      made.range = range;
      made.insertText = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .’-]*$/u.test(label)
        ? label
        : JSON.stringify(label);
      if (detail !== undefined) made.detail = detail;
      return made;
    };
    if (kind === 'id') {
      const { topics } = taxonomies.of(document.uri).value.taxonomy;
      return [...allTopics(topics)].map(({ id, label }) =>
        item(id, vscode.CompletionItemKind.Reference, label),
      );
    }
    if (kind === 'entity') {
      return folder.corpus.entities
        .slice(0, 1000)
        .map(({ name, description }) => item(name, vscode.CompletionItemKind.Value, description));
    }
    if (kind === 'icon') {
      return ICONS.split(' ').map((name) => item(name, vscode.CompletionItemKind.Value));
    }
    return COLOURS.map((color) => item(color, vscode.CompletionItemKind.Color));
  }

  private isOurs({ uri }: vscode.TextDocument): boolean {
    const files = this.services.taxonomies.files(uri);
    return files.some((file) => file.uri.toString() === uri.toString());
  }
}

const COLOURS = ['#e69f00', '#56b4e9', '#009e73', '#0072b2', '#d55e00', '#cc79a7', '#808080'];

function keyItems({ keys }: Completions, range: vscode.Range): vscode.CompletionItem[] {
  if (hasYamlExtension()) return [];
  return keys.map(({ name, meaning, example }, index) => {
    const item = new vscode.CompletionItem(name, vscode.CompletionItemKind.Property);
    item.range = range;
    item.insertText = `${name}: ${example}`.replace(': \n', ':\n');
    item.documentation = localise(meaning);
    item.sortText = String.fromCharCode(97 + index);
    return item;
  });
}

function hasYamlExtension(): boolean {
  return vscode.extensions.getExtension(YAML_EXTENSION) !== undefined;
}

/** Offers the fixes that problems of a file bring along. */
export class ProblemFixes implements vscode.CodeActionProvider {
  constructor(private readonly services: Services) {}

  provideCodeActions(document: vscode.TextDocument, at: vscode.Range): vscode.CodeAction[] {
    const lines = TextLines.of(document.getText());
    return this.services.diagnostics
      .problemsAt(document.uri, at)
      .flatMap(({ problem, diagnostic }) =>
        (problem.fixes ?? []).map(({ title, edits }) => {
          const action = new vscode.CodeAction(localise(title), vscode.CodeActionKind.QuickFix);
          action.edit = new vscode.WorkspaceEdit();
          for (const { start, end, text } of edits) {
            action.edit.replace(document.uri, toRange(lines, { start, end }), text);
          }
          action.diagnostics = [diagnostic];
          action.isPreferred = (problem.fixes ?? []).length === 1;
          return action;
        }),
      );
  }
}
