import * as vscode from 'vscode';
import type { Metadata, Speaker } from '../../core/interview/model';
import type { Span } from '../../core/text/span';
import type { Reading } from '../../workspace/documents';
import { inert } from '../../workspace/inert';
import { plain } from '../../workspace/markdown';
import { nameOfRole } from '../../workspace/roleNames';
import { turnCount } from './words';

/** How much of what a document says about itself is shown, in UTF-16 units. */
const SHOWN = 100;

/** Something that a document says about itself or a speaker, with its place. */
export interface Told extends vscode.QuickPickItem {
  readonly span: Span;
}

/** What the document says about itself: title, date, place, outlet. */
export function aboutDocument({ analysis: { text, interview } }: Reading): Told[] {
  const names: Record<keyof Metadata, [icon: string, name: string]> = {
    title: ['book', vscode.l10n.t('Title')],
    date: ['calendar', vscode.l10n.t('Date')],
    place: ['location', vscode.l10n.t('Place')],
    outlet: ['broadcast', vscode.l10n.t('Outlet')],
  };
  const keys = Object.keys(names) as (keyof Metadata)[];
  return keys.flatMap((key) => {
    const span = interview.metadata[key];
    if (!span) return [];
    const [icon, name] = names[key];
    return [{ label: `$(${icon}) ${words(text.slice(span))}`, description: name, span }];
  });
}

/** Who takes part: what they do, how often, and how the document describes them. */
export function aboutSpeakers({ analysis: { interview } }: Reading): Told[] {
  return interview.speakers.flatMap((speaker) => {
    const turns = interview.turns.filter((turn) => turn.speaker?.id === speaker.id);
    const [first] = turns;
    if (!first) return [];
    const description = `${nameOfRole(speaker.role)} · ${turnCount(turns.length)}`;
    const detail = detailOf(speaker);
    const label = `$(person) ${words(speaker.name)}`;
    return [{ label, description, span: first.span, ...(detail && { detail }) }];
  });
}

function detailOf({ description, labels, name }: Speaker): string {
  const others = labels.filter((label) => label !== name).map(words);
  return [...(description === undefined ? [] : [words(description)]), ...others].join(' · ');
}

/** When, where and for whom people talked, on one line; '' if the document doesn't say. */
export function setting({ analysis: { text, interview } }: Reading): string {
  const { date, place, outlet } = interview.metadata;
  return [date, place, outlet]
    .flatMap((span) => (span ? [words(text.slice(span))] : []))
    .join(' · ');
}

/** The document's words on one line, without Markdown's marks. */
function words(text: string): string {
  const bare = plain(text)
    .replace(/^#+ |[*_]{1,3}/g, '')
    .trim();
  return inert(bare.length > SHOWN ? `${bare.slice(0, SHOWN).trimEnd()}…` : bare);
}
