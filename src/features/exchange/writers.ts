import type { Codebook } from '../../core/codebook/model';
import { titleShown } from '../../core/corpus/summarise';
import { CSV_HEAD, csvLines } from '../../core/exchange/csv';
import { ORIGIN } from '../../core/exchange/fromProject';
import type { Losses } from '../../core/exchange/losses';
import { codebookXml } from '../../core/exchange/refi/codebook';
import { packingProject } from '../../core/exchange/refi/writeProject';
import { htmlReport, markdownReport, type Order } from '../../core/exchange/report';
import { RowMaker, type Row } from '../../core/exchange/rows';
import { skosJson, skosTurtle } from '../../core/exchange/skos';
import { tagCodes, topicCodes } from '../../core/exchange/toCodes';
import { ProjectBuilder } from '../../core/exchange/toProject';
import { annotationCollection, webAnnotations } from '../../core/exchange/webAnnotations';
import type { Taxonomy } from '../../core/topics/model';
import type { ReadDocument } from '../../workspace/corpus/documentReader';
import type { FormatId } from './formats';
import { reportWords } from './words';

/** What every part of an export is made with. */
export interface Basis {
  /** The name of the export: the document's or the folder's. */
  readonly name: string;
  readonly version: string;
  readonly taxonomy: Taxonomy;
  readonly codebook: Codebook;
  readonly found: boolean;
  readonly order: Order;
  readonly losses: Losses;
}

/** Takes documents one after another, then gives the content of the file, in steps. */
export interface Writer {
  add(document: ReadDocument): void;
  finishing(): Generator<undefined, Uint8Array | string>;
}

export function writerOf(format: FormatId, basis: Basis): Writer {
  const { name, version, taxonomy, codebook, order, losses } = basis;
  const origin = `${ORIGIN} ${version}`;
  switch (format) {
    case 'project':
      return projectWriter(new ProjectBuilder({ ...basis, origin }, losses));
    case 'codebook': {
      const codes = [...topicCodes(taxonomy.topics), ...tagCodes(codebook, [])];
      return withoutDocuments(() => codebookXml(codes, origin));
    }
    case 'turtle':
      return withoutDocuments(() => skosTurtle(taxonomy, name));
    case 'skosJson':
      return withoutDocuments(() => skosJson(taxonomy, name));
    case 'table':
      return tableWriter(basis);
    case 'webAnnotations':
      return webAnnotationWriter(basis);
    case 'markdown':
      return reportWriter(basis, (rows, title) =>
        markdownReport(rows, order, taxonomy, reportWords(title, order)),
      );
    case 'html':
      return reportWriter(basis, (rows, title) =>
        htmlReport(rows, order, taxonomy, reportWords(title, order)),
      );
  }
}

function withoutDocuments(write: () => string): Writer {
  return {
    add: () => undefined,
    finishing: function* () {
      return write();
    },
  };
}

function projectWriter(builder: ProjectBuilder): Writer {
  return {
    add: (document) => {
      builder.add(document);
    },
    finishing: () => packingProject(builder.finished()),
  };
}

function rowsWriter(basis: Basis, write: (rows: readonly Row[]) => string): Writer {
  const maker = new RowMaker(basis.taxonomy, basis.codebook);
  const rows: Row[] = [];
  return {
    add: (document) => {
      rows.push(...maker.rows(document, basis));
    },
    finishing: function* () {
      return write(rows);
    },
  };
}

/** A report on a single interview has the interview's title. */
function reportWriter(
  basis: Basis,
  write: (rows: readonly Row[], title: string) => string,
): Writer {
  const titles: (string | undefined)[] = [];
  const writer = rowsWriter(basis, (rows) => {
    const [only, ...others] = titles;
    return write(rows, (others.length === 0 && only) || basis.name);
  });
  return {
    ...writer,
    add: (document) => {
      const { interview, text } = document.analysis;
      titles.push(interview.title && titleShown(text.slice(interview.title)));
      writer.add(document);
    },
  };
}

function tableWriter(basis: Basis): Writer {
  return rowsWriter(basis, (rows) => CSV_HEAD + csvLines(rows));
}

function webAnnotationWriter(basis: Basis): Writer {
  const maker = new RowMaker(basis.taxonomy, basis.codebook);
  const annotations: object[] = [];
  return {
    add: (document) => {
      const { analysis, path } = document;
      const source = path.split('/').map(encodeURIComponent).join('/');
      annotations.push(...webAnnotations(analysis.text, maker.rows(document, basis), source));
    },
    finishing: function* () {
      return annotationCollection(annotations, basis.name);
    },
  };
}
