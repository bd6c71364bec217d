import { message } from '../../message';
import { CodePoints } from '../codePoints';
import { Refusal } from '../refusal';
import { escapeXml, MOST_UNITS, textElement, xmlElement } from '../xml';
import { packing } from '../zip';
import { codesXml } from './codebook';
import type { Case, Coding, Note, Project, Selection, Source, Value } from './model';

/** A selection's name is its quote, cut to this length. */
const LONGEST_NAME = 200;

/**
 * A REFI-QDA project (`.qdpx`) in steps: `project.qde` and the texts under `sources/`.
 *
 * Positions are Unicode code points and ends are exclusive, as the tools in use count them; each
 * selection has its quote as its name, so that a reader can check.
 *
 * @throws a {@link Refusal} if it would be larger than what we read ourselves
 */
export function* packingProject(project: Project): Generator<undefined, Uint8Array> {
  const encoder = new TextEncoder();
  const files: Record<string, Uint8Array> = {};
  const sources: string[] = [];
  for (const source of project.sources) {
    yield;
    sources.push(sourceXml(source));
    files[`sources/${source.guid}.txt`] = encoder.encode(source.text);
  }
  const xml = projectXml(project, sources);
  if (xml.length > MOST_UNITS) {
    const what = 'The project would be too large for any tool. Export less of it at once.';
    throw new Refusal(message(what));
  }
  return yield* packing({ 'project.qde': encoder.encode(xml), ...files });
}

/** The `project.qde`; its elements are in the order that the schema prescribes. */
function projectXml(project: Project, sources: readonly string[]): string {
  const { name, origin, users, codes, variables, cases, notes, description } = project;
  const content = [
    list(
      'Users',
      users.map(({ guid, name }) => xmlElement('User', { guid, name })),
    ),
    list('CodeBook', codes.length > 0 ? [codesXml(codes)] : []),
    list(
      'Variables',
      variables.map(({ guid, name }) =>
        xmlElement('Variable', { guid, name, typeOfVariable: 'Text' }),
      ),
    ),
    list('Cases', cases.map(caseXml)),
    list('Sources', sources),
    list('Notes', notes.map(noteXml)),
    textElement('Description', description),
  ];
  const attributes = { xmlns: 'urn:QDA-XML:project:1.0', name, origin };
  const xml = xmlElement('Project', attributes, content.join(''));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

/** Lists that may not be empty are left out when they are. */
function list(name: string, items: readonly string[]): string {
  return items.length > 0 ? xmlElement(name, {}, `\n${items.join('\n')}\n`) : '';
}

function caseXml({ guid, name, description, values, sources, selections }: Case): string {
  const content = [
    textElement('Description', description),
    ...values.map(valueXml),
    ...sources.map((targetGUID) => xmlElement('SourceRef', { targetGUID })),
    ...selections.map((targetGUID) => xmlElement('SelectionRef', { targetGUID })),
  ];
  return xmlElement('Case', { guid, name }, content.join(''));
}

function valueXml({ variable, text }: Value): string {
  const reference = xmlElement('VariableRef', { targetGUID: variable });
  const value = xmlElement('TextValue', {}, escapeXml(text));
  return xmlElement('VariableValue', {}, reference + value);
}

function noteXml({ guid, name, text }: Note): string {
  return xmlElement('Note', { guid, name }, xmlElement('PlainTextContent', {}, escapeXml(text)));
}

function sourceXml(source: Source): string {
  const { guid, name, text, description, selections, values } = source;
  const points = new CodePoints(text);
  const content = [
    textElement('Description', description),
    ...selections.map((selection) => selectionXml(selection, points)),
    ...values.map(valueXml),
  ];
  const attributes = { guid, name, plainTextPath: `internal://${guid}.txt` };
  return xmlElement('TextSource', attributes, content.join(''));
}

function selectionXml(selection: Selection, points: CodePoints): string {
  const { guid, start, end, note, user, codings } = selection;
  const attributes = {
    guid,
    name: nameOf(points.text.slice(start, end)),
    startPosition: points.toPosition(start),
    endPosition: points.toPosition(end),
    creatingUser: user,
  };
  const content = textElement('Description', note) + codings.map(codingXml).join('');
  return xmlElement('PlainTextSelection', attributes, content);
}

/** The quote on one line, as attributes lose line ends anyway. */
function nameOf(quote: string): string {
  const line = quote.slice(0, LONGEST_NAME + 1).replace(/\s+/g, ' ');
  return quote.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}

function codingXml({ guid, code, user }: Coding): string {
  const reference = xmlElement('CodeRef', { targetGUID: code });
  return xmlElement('Coding', { guid, creatingUser: user }, reference);
}
