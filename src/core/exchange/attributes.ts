import { csvLine } from './csv';
import type { Project, Value } from './refi/model';

/**
 * What a project of another tool says of its cases and documents, as a CSV table of one statement a
 * line: there is no other place for it here. Undefined if it says nothing.
 *
 * @param paths the documents' paths by the GUIDs of their sources
 */
export function attributesTable(
  { cases, sources, variables }: Project,
  paths: ReadonlyMap<string, string>,
): string | undefined {
  const names = new Map(variables.map(({ guid, name }) => [guid, name]));
  const valued = (kind: string, name: string, values: readonly Value[]) =>
    values.map(({ variable, text }) => [kind, name, names.get(variable) ?? '?', text]);
  const lines = [
    ...cases.flatMap(({ name, description, values, sources }) => [
      ...(description === undefined ? [] : [['case', name, 'description', description]]),
      ...valued('case', name, values),
      ...sources.map((guid) => ['case', name, 'document', paths.get(guid) ?? '?']),
    ]),
    ...sources.flatMap(({ guid, values }) => valued('document', paths.get(guid) ?? '?', values)),
  ];
  if (lines.length === 0) return undefined;
  return [['of', 'name', 'attribute', 'value'], ...lines].map(csvLine).join('');
}
