import * as vscode from 'vscode';
import type { ClaimKind, EstimativeTerm } from '../../core/claims/model';
import type { Picture, PictureWords, Scope, Words } from '../../core/overview/messages';
import type { Band, BandSpeaker, Cell, Matrix, Overview } from '../../core/overview/model';
import { nameOfKind, nameOfTerm } from '../../workspace/claimNames';
import { plain } from '../../workspace/markdown';
import { nameOfRole } from '../../workspace/roleNames';

/** How many of a picture's strongest cells are told in words. */
const TOLD = 3;

/** An overview with kinds and terms in the user's language. */
export function localised(overview: Overview): Overview {
  const { claims } = overview;
  if (!claims) return overview;
  const term = (name: string) =>
    name === '' ? vscode.l10n.t('no likelihood') : nameOfTerm(name as EstimativeTerm);
  return {
    ...overview,
    claims: {
      ...claims,
      rows: claims.rows.map((kind) => nameOfKind(kind as ClaimKind)),
      columns: claims.columns.map(term),
    },
  };
}

/** All that is written on the page. @param heading its title */
export function wordsOf(scope: Scope, heading: string, overview: Overview | undefined): Words {
  return {
    heading,
    nothing:
      scope === 'document'
        ? vscode.l10n.t('Open an interview, and its overview is drawn here.')
        : vscode.l10n.t('No interview has been found in the folder yet.'),
    scopes: {
      document: vscode.l10n.t('This interview'),
      folder: vscode.l10n.t('All interviews of the folder'),
    },
    saveSvg: vscode.l10n.t('Save as SVG…'),
    savePng: vscode.l10n.t('Save as PNG…'),
    asTable: vscode.l10n.t('As a table'),
    pictures: overview ? pictureWords(overview) : {},
    speakers: overview?.band?.speakers.map(speakerWords) ?? [],
    line: vscode.l10n.t('line'),
  };
}

function speakerWords({ name, role, share }: BandSpeaker): string {
  return `${plain(name)} · ${nameOfRole(role)} · ${Math.round(share * 100)}\u00a0%`;
}

function pictureWords(overview: Overview): Partial<Record<Picture, PictureWords>> {
  const { band, topicsAlong, topicsBySpeaker, topicsByDocument, claims, together } = overview;
  const topic = vscode.l10n.t('Topic');
  const passages = vscode.l10n.t('Passages');
  const entity = vscode.l10n.t('Name');
  return {
    ...(band && {
      band: {
        title: vscode.l10n.t('Who speaks when'),
        summary: bandSummary(band),
        rows: vscode.l10n.t('Speaker'),
        columns: '',
        counts: vscode.l10n.t('Turns'),
      },
    }),
    ...(topicsAlong && {
      topicsAlong: {
        title: vscode.l10n.t('Topics along the interview'),
        summary: strongest(topicsAlong),
        rows: topic,
        columns: vscode.l10n.t('After'),
        counts: passages,
      },
    }),
    ...(topicsBySpeaker && {
      topicsBySpeaker: {
        title: vscode.l10n.t('Who speaks of which topic'),
        summary: strongest(topicsBySpeaker),
        rows: topic,
        columns: vscode.l10n.t('Speaker'),
        counts: passages,
      },
    }),
    ...(topicsByDocument && {
      topicsByDocument: {
        title: vscode.l10n.t('Topics over the folder'),
        summary: strongest(topicsByDocument),
        rows: topic,
        columns: vscode.l10n.t('Interview'),
        counts: passages,
      },
    }),
    ...(claims && {
      claims: {
        title: vscode.l10n.t('Claims by kind and likelihood'),
        summary: strongest(claims),
        rows: vscode.l10n.t('Kind'),
        columns: vscode.l10n.t('Likelihood'),
        counts: vscode.l10n.t('Claims'),
      },
    }),
    together: {
      title: vscode.l10n.t('Names that occur together'),
      summary: strongest(together),
      rows: entity,
      columns: entity,
      counts: passages,
    },
  };
}

function bandSummary({ speakers }: Band): string {
  return [...speakers]
    .sort((a, b) => b.share - a.share)
    .slice(0, TOLD)
    .map((speaker) => speakerWords(speaker))
    .join('; ');
}

/** `Most: Sanctions – Lindqvist: 7; …`, of parts of a scale `Most: Sanctions at 45 %: 7; …` */
function strongest({ rows, columns, cells, isScale }: Matrix): string {
  const most = [...cells].sort((a, b) => b.count - a.count).slice(0, TOLD);
  const told = ({ row, column, count }: Cell) => {
    const [name, met] = [plain(rows[row] ?? ''), plain(columns[column] ?? '')];
    return isScale
      ? vscode.l10n.t('{0} at {1}: {2}', name, met, count)
      : `${name} – ${met}: ${count}`;
  };
  return vscode.l10n.t('Most: {0}.', most.map(told).join('; '));
}
