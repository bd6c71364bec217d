import { escaped } from '../transcript/escape';

/** A passage with its source. */
export interface Quote {
  readonly words: string;
  readonly speaker: string | undefined;
  readonly title: string;
  /** The path of its file, from the workspace folder. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** Quotes by topic, as Markdown: each with its speaker, source and line. A single topic has no heading. */
export function quotesAsMarkdown(
  topics: readonly { readonly label: string; readonly quotes: readonly Quote[] }[],
): string {
  const sections = topics.map(({ label, quotes }) => {
    const heading = topics.length > 1 ? [`## ${escaped(label)}`] : [];
    return [...heading, ...quotes.map(asMarkdown)].join('\n\n');
  });
  return `${sections.join('\n\n')}\n`;
}

function asMarkdown({ words, speaker, title, path, line }: Quote): string {
  const paragraphs = words.split(/\n[ \t]*\n/).map(escaped);
  const quote = paragraphs.map((paragraph) => `> ${paragraph}`).join('\n>\n');
  const who = speaker === undefined ? '' : `${escaped(speaker)}, `;
  return `${quote}\n>\n> — ${who}*${escaped(title)}*, ${escaped(path)}:${line}`;
}
