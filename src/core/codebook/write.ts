import { isMap, isSeq, parseDocument, YAMLSeq, type Document } from 'yaml';
import { parseTaxonomy } from '../topics/taxonomy';
import { layoutOf } from '../yaml/layout';
import { parseCodebook } from './read';

/** In which file a codebook stands: in one of its own, or under `codebook:` in the taxonomy's. */
export type CodebookPlace = 'own' | 'taxonomy';

/**
 * The text of a codebook's file with one more code at its end; comments and order stay.
 *
 * @param yaml the present text; undefined if there is no such file
 * @returns undefined if the present text is broken, which is then to be left alone
 */
export function withCode(
  yaml: string | undefined,
  name: string,
  place: CodebookPlace,
): string | undefined {
  const text = yaml ?? '';
  if (!isReadable(text, place)) return undefined;
  const document: Document = parseDocument(text);
  if (yaml === undefined) {
    document.commentBefore =
      ' Codes for Interview Lens: names, perhaps with description, color, shortcut (1–9), children.';
  }
  const codes = codesIn(document, place);
  if (!codes) return undefined;
  codes.add(document.createNode({ name }));
  return document.toString({ lineWidth: 0, ...layoutOf(text) });
}

function isReadable(yaml: string, place: CodebookPlace): boolean {
  if (place === 'own') return parseCodebook(yaml).codebook !== undefined;
  return parseTaxonomy(yaml).taxonomy !== undefined;
}

/** The list of codes, made where there is none; undefined where it has no room. */
function codesIn(document: Document, place: CodebookPlace): YAMLSeq | undefined {
  const root: unknown = document.contents;
  // A taxonomy may be a bare list, too, but of topics.
  if (isSeq(root)) return place === 'own' ? root : undefined;
  const key = place === 'own' ? 'codes' : 'codebook';
  const present: unknown = isMap(root) ? root.get(key) : undefined;
  if (isSeq(present)) {
    present.flow = false;
    return present;
  }
  const made = new YAMLSeq();
  if (isMap(root)) root.set(key, made);
  else document.contents = document.createNode({ [key]: made });
  return made;
}
