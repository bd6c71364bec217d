import { TextLines } from '../text/lines';
import { csvLine } from './csv';
import { allCodes, type Project, type Source, type Value } from './refi/model';

/** How much of a passage is quoted, in UTF-16 units. */
const LONGEST_QUOTE = 200;

/**
 * What a project of another tool says about its cases, sets, variables and documents, as a CSV table with one
 * statement a line, because we have no other place for it. Undefined if it says nothing.
 *
 * @param paths the documents' paths by the GUIDs of their sources
 */
export function attributesTable(
  { cases, codes, sets, sources, variables }: Project,
  paths: ReadonlyMap<string, string>,
): string | undefined {
  const names = new Map([...variables, ...allCodes(codes)].map(({ guid, name }) => [guid, name]));
  const passages = new Map(sources.flatMap((source) => passagesOf(source, paths)));
  const lines: string[][] = [];
  const say = (of: string, name: string, attribute: string, value: string | undefined) => {
    if (value !== undefined) lines.push([of, name, attribute, value]);
  };
  const sayValues = (of: string, name: string, values: readonly Value[]) => {
    for (const { variable, text } of values) say(of, name, names.get(variable) ?? '?', text);
  };
  for (const { name, description } of variables) say('variable', name, 'description', description);
  for (const { name, description, values, sources: documents, selections } of cases) {
    say('case', name, 'description', description);
    sayValues('case', name, values);
    for (const guid of documents) say('case', name, 'document', paths.get(guid) ?? '?');
    for (const guid of selections) say('case', name, 'passage', passages.get(guid));
  }
  for (const { name, description, sources: documents, codes: members } of sets) {
    say('set', name, 'description', description);
    for (const guid of documents) say('set', name, 'document', paths.get(guid) ?? '?');
    for (const guid of members) say('set', name, 'code', names.get(guid));
  }
  for (const { guid, values } of sources) sayValues('document', paths.get(guid) ?? '?', values);
  if (lines.length === 0) return undefined;
  return [['of', 'name', 'attribute', 'value'], ...lines].map(csvLine).join('');
}

/** Each selection’s GUID with its file, line and words. */
function passagesOf(
  { guid, text, selections }: Source,
  paths: ReadonlyMap<string, string>,
): [string, string][] {
  const lines = TextLines.of(text);
  return selections.map((selection) => {
    const { start, end } = selection;
    const quote = text.slice(start, Math.min(end, start + LONGEST_QUOTE)).replace(/\s+/g, ' ');
    const cut = end - start > LONGEST_QUOTE ? '…' : '';
    const where = `${paths.get(guid) ?? '?'}:${lines.lineAt(start) + 1}`;
    return [selection.guid, `${where}: ${quote}${cut}`];
  });
}
