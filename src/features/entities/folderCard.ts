import * as vscode from 'vscode';
import { companionsOf, speakingIn, whoMentions } from '../../core/corpus/about';
import type { Appearance, Corpus, CorpusDocument, CorpusEntity } from '../../core/corpus/merge';
import type { Span } from '../../core/text/span';
import { titlesAmong } from '../../workspace/corpus/titleOf';
import { addText, addTextLink, plain } from '../../workspace/markdown';

const DOCUMENTS_SHOWN = 5;
const NAMES_SHOWN = 3;

/** What the other interviews of the folder say about an entity; nothing if it is only in this one. */
export function addFolder(
  markdown: vscode.MarkdownString,
  corpus: Corpus,
  entity: CorpusEntity,
  uri: string,
): void {
  const others = byDocument(entity).filter(([{ document }]) => document.uri !== uri);
  if (others.length > 0) {
    addOthers(markdown, others);
    const speakers = whoMentions(entity).slice(0, NAMES_SHOWN);
    const [most] = speakers;
    if (most && most.mentions > 1) {
      const names = speakers.map(({ name, mentions }) => `${plain(name)} (${mentions})`).join(', ');
      addText(markdown, vscode.l10n.t('Most by: {0}', names)).appendMarkdown('\n\n');
    }
  }
  // The same name may be that of a place and of an organisation: it is listed once.
  const companions = new Set(
    companionsOf(entity, corpus).map(({ entity: { name } }) => plain(name)),
  );
  if (companions.size === 0) return;
  const names = [...companions].slice(0, NAMES_SHOWN).join(', ');
  addText(markdown, vscode.l10n.t('Together with: {0}', names)).appendMarkdown('\n\n');
}

/** `Speaks in 2 other interviews: …`; nothing if nobody of that name does. */
export function addSpeakingElsewhere(
  markdown: vscode.MarkdownString,
  corpus: Corpus,
  name: string,
  uri: string,
): void {
  const others = speakingIn(name, corpus).filter(({ document }) => document.uri !== uri);
  const count = others.length;
  if (count === 0) return;
  markdown.appendMarkdown(
    count === 1
      ? vscode.l10n.t('Speaks in 1 other interview: ')
      : vscode.l10n.t('Speaks in {0} other interviews: ', count),
  );
  addTitles(
    markdown,
    others.map(({ document, speaker }) => {
      // Only to the label, as a turn may be long.
      const { start } = speaker.span;
      return { document, span: { start, end: start }, count: speaker.turns };
    }),
  );
}

/** `Also in 2 other interviews: The Pilots of the Sound (3), …`. */
function addOthers(markdown: vscode.MarkdownString, others: readonly Appearance[][]): void {
  const count = others.length;
  markdown.appendMarkdown(
    count === 1
      ? vscode.l10n.t('Also in 1 other interview: ')
      : vscode.l10n.t('Also in {0} other interviews: ', count),
  );
  addTitles(
    markdown,
    others.flatMap((appearances) => {
      const mentions = appearances.flatMap(({ entity }) => entity.mentions);
      const [span] = mentions;
      const document = appearances[0]?.document;
      return span && document ? [{ document, span, count: mentions.length }] : [];
    }),
  );
}

interface Place {
  readonly document: CorpusDocument;
  readonly span: Span;
  readonly count: number;
}

/** The documents' titles as links, each with a number. */
function addTitles(markdown: vscode.MarkdownString, places: readonly Place[]): void {
  const titleAmong = titlesAmong(places.map(({ document }) => document));
  places.slice(0, DOCUMENTS_SHOWN).forEach(({ document, span, count }, index) => {
    if (index > 0) markdown.appendMarkdown(', ');
    const args = [document.uri, span.start, span.end];
    addTextLink(markdown, titleAmong(document), 'interviewLens.revealPassage', args);
    markdown.appendMarkdown(` (${count})`);
  });
  markdown.appendMarkdown(places.length > DOCUMENTS_SHOWN ? ', …\n\n' : '\n\n');
}

/** The appearances of an entity, grouped by document. */
export function byDocument({ appearances }: CorpusEntity): [Appearance, ...Appearance[]][] {
  const groups = new Map<string, [Appearance, ...Appearance[]]>();
  for (const appearance of appearances) {
    const group = groups.get(appearance.document.uri);
    if (group) group.push(appearance);
    else groups.set(appearance.document.uri, [appearance]);
  }
  return [...groups.values()];
}
