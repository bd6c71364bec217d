import { AnnotationFileReader } from '../../../src/core/annotations/file';
import type { ParsedAnnotationFile } from '../../../src/core/annotations/read';
import type { FileEdit } from '../../../src/core/annotations/write';

/** Reads the YAML beside a document, by a reader that has read nothing before. */
export function parseAnnotationFile(yaml: string): ParsedAnnotationFile {
  return new AnnotationFileReader().read(yaml);
}

/** Changes the YAML beside a document, by a reader that has read nothing before. */
export function editAnnotationFile(
  yaml: string,
  edits: readonly FileEdit[],
  documentName: string,
): string | undefined {
  return new AnnotationFileReader().edit(yaml, edits, documentName);
}
