import * as vscode from 'vscode';

export type FormatId =
  'project' | 'codebook' | 'table' | 'markdown' | 'html' | 'webAnnotations' | 'turtle' | 'skosJson';

export interface Format {
  readonly id: FormatId;
  readonly label: string;
  readonly detail: string;
  /** The ending of its files, without the dot. */
  readonly ending: string;
  /** What a file of something is called, without the ending: never as an interview that is read. */
  readonly fileName: (of: string) => string;
  /** The kind of file, for a save dialog. */
  readonly kind: string;
  /** What it contains: only the taxonomy, or what is said in documents. */
  readonly of: 'taxonomy' | 'documents';
  /** Whether it can be ordered by topic or by speaker. */
  readonly isOrdered: boolean;
}

const asItIs = (name: string): string => name;

/** All formats in the order in which they are offered. */
export function formats(): Format[] {
  return [...documentFormats(), ...taxonomyFormats()];
}

function documentFormats(): Format[] {
  const ordered = { of: 'documents', isOrdered: true } as const;
  const listed = { of: 'documents', isOrdered: false, fileName: asItIs } as const;
  const report = (name: string) => vscode.l10n.t('{0} report', name);
  const table = (name: string) => vscode.l10n.t('{0} table', name);
  return [
    {
      id: 'markdown',
      label: vscode.l10n.t('Report (Markdown)'),
      detail: vscode.l10n.t('Quotes with their sources, by topic or by speaker.'),
      ...{ ending: 'md', fileName: report, kind: 'Markdown', ...ordered },
    },
    {
      id: 'html',
      label: vscode.l10n.t('Report (HTML)'),
      detail: vscode.l10n.t('The same as one page for any browser.'),
      ...{ ending: 'html', fileName: report, kind: 'HTML', ...ordered },
    },
    {
      id: 'table',
      label: vscode.l10n.t('Table (CSV)'),
      detail: vscode.l10n.t('A line for each claim and passage, for spreadsheets and statistics.'),
      ...{ ...listed, ending: 'csv', fileName: table, kind: 'CSV' },
    },
    {
      id: 'project',
      label: vscode.l10n.t('REFI-QDA project (.qdpx)'),
      detail: vscode.l10n.t(
        'Texts, codes, codings and speakers, for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.',
      ),
      ...{ ending: 'qdpx', kind: 'REFI-QDA', ...listed },
    },
    {
      id: 'webAnnotations',
      label: vscode.l10n.t('Web Annotations (JSON-LD)'),
      detail: vscode.l10n.t('The W3C’s form of annotations, with quotes and positions.'),
      ...{ ending: 'jsonld', kind: 'JSON-LD', ...listed },
    },
  ];
}

function taxonomyFormats(): Format[] {
  const taxonomy = { of: 'taxonomy', isOrdered: false, fileName: asItIs } as const;
  return [
    {
      id: 'codebook',
      label: vscode.l10n.t('REFI-QDA codebook (.qdc)'),
      detail: vscode.l10n.t('The topics and your codes, without any text.'),
      ...{ ending: 'qdc', kind: 'REFI-QDA', ...taxonomy },
    },
    {
      id: 'turtle',
      label: vscode.l10n.t('Taxonomy as SKOS (Turtle)'),
      detail: vscode.l10n.t('The topics, for thesauri and linked data.'),
      ...{ ending: 'ttl', kind: 'Turtle', ...taxonomy },
    },
    {
      id: 'skosJson',
      label: vscode.l10n.t('Taxonomy as SKOS (JSON-LD)'),
      detail: vscode.l10n.t('The topics, for programs.'),
      ...{ ending: 'jsonld', kind: 'JSON-LD', ...taxonomy },
    },
  ];
}
