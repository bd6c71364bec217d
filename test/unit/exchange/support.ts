import { Analyser, type Knowledge } from '../../../src/core/analysis';
import { reanchor } from '../../../src/core/annotations/anchor';
import { parseAnnotationFile } from '../support/annotationFile';
import type { AnnotationFile } from '../../../src/core/annotations/model';
import { shownClaims } from '../../../src/core/claims/shown';
import { Codebook } from '../../../src/core/codebook/model';
import { CardFinder } from '../../../src/core/entities/cardFinder';
import type { ExchangeDocument } from '../../../src/core/exchange/document';
import { importingProject, type ImportedFile } from '../../../src/core/exchange/fromProject';
import { Losses } from '../../../src/core/exchange/losses';
import type { Project } from '../../../src/core/exchange/refi/model';
import { readingProject } from '../../../src/core/exchange/refi/readProject';
import { packingProject } from '../../../src/core/exchange/refi/writeProject';
import { ProjectBuilder } from '../../../src/core/exchange/toProject';
import { inEnglish } from '../support/inEnglish';
import { TextLines } from '../../../src/core/text/lines';
import { TopicMatcher } from '../../../src/core/topics/matcher';
import type { Taxonomy } from '../../../src/core/topics/model';
import { parseTaxonomy } from '../../../src/core/topics/taxonomy';

/** A folder as exports see it. */
export interface Folder {
  readonly documents: readonly ExchangeDocument[];
  readonly taxonomy: Taxonomy;
  readonly codebook: Codebook;
}

/** Takes all steps at once. */
export function all<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function documentOf(
  path: string,
  text: string,
  { corrections, annotations }: AnnotationFile,
  taxonomy: Taxonomy = { topics: [] },
): ExchangeDocument {
  const knowledge: Knowledge = {
    corrections,
    cards: new CardFinder([]),
    matcher: TopicMatcher.compile(taxonomy),
    recogniser: () => [],
  };
  const analysis = new Analyser(knowledge).analyse(TextLines.of(text), knowledge);
  const anchored = reanchor(text, annotations);
  const claims = shownClaims(analysis.claims(), anchored);
  return { path, analysis, anchored, claims, corrections };
}

/** A folder of files as an import writes them. */
export function folderOf(files: readonly ImportedFile[]): Folder {
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  const {
    taxonomy = { topics: [] },
    codebook = Codebook.empty,
    problems,
  } = parseTaxonomy(byPath.get('taxonomy.yaml') ?? '');
  if (problems.length > 0) throw new Error(problems.map((one) => inEnglish(one.message)).join());
  const documents = files
    .filter(({ path }) => !/\.(?:yaml|csv)$/.test(path) && !path.startsWith('notes/'))
    .map(({ path, content }) => {
      const parsed = parseAnnotationFile(byPath.get(`${path}.annotations.yaml`) ?? '');
      if (parsed.problems.length > 0) throw new Error(JSON.stringify(parsed.problems));
      return documentOf(path, content, parsed.file, taxonomy);
    });
  return { documents, taxonomy, codebook };
}

export function projectOf(
  { documents, taxonomy, codebook }: Folder,
  losses = new Losses(),
): Project {
  const options = { name: 'Test', origin: 'Interview Lens 1', taxonomy, codebook, found: true };
  const builder = new ProjectBuilder(options, losses);
  for (const document of documents) builder.add(document);
  return builder.finished();
}

/** What is written, read and imported again, as a folder, with the losses on the way. */
export function thereAndBack(project: Project): { folder: Folder; losses: string[] } {
  const losses = new Losses();
  const read = all(readingProject(all(packingProject(project)), losses));
  const { files } = all(importingProject(read, losses));
  return { folder: folderOf(files), losses: lossTexts(losses) };
}

export function lossTexts(losses: Losses): string[] {
  return losses.list().map(({ message, times }) => `${times}× ${inEnglish(message)}`);
}
