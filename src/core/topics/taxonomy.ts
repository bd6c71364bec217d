import type { Codebook } from '../codebook/model';
import { message } from '../message';
import type { OtherFile } from '../yaml/otherFile';
import type { Problem } from '../yaml/problem';
import { problem } from '../yaml/read';
import { TermChecker, type FileProblem } from './checkTerms';
import { TopicJoiner } from './joinTopics';
import type { Taxonomy } from './model';
import { readTaxonomyFile, type Placed, type ReadFile } from './readFile';

/** Nobody's taxonomy has more files, and nobody reads more problems. */
const MOST_FILES = 100;
const MOST_PROBLEMS = 200;

export interface TaxonomyOptions {
  /** Gives an included file, by its path from the folder of the taxonomy’s own. */
  readonly read?: (path: string) => OtherFile;
  /** The language of labels, where there are several: `en`, `pt-br`. */
  readonly language?: string;
}

export interface ParsedTaxonomy {
  /** Undefined if there is an error, so that the last good one can stay in use. */
  readonly taxonomy: Taxonomy | undefined;
  /** What is under `codebook:` in the file itself; undefined if there is none, or an error anywhere. */
  readonly codebook: Codebook | undefined;
  /** Of the file itself. */
  readonly problems: readonly Problem[];
  /** The problems of the included files, by their paths. */
  readonly included: ReadonlyMap<string, readonly Problem[]>;
}

/** Used when only the file itself can be read. */
const ALONE = (): OtherFile => ({ kind: 'missing' });

/**
 * Reads a taxonomy with the files that it includes. The places of problems are in UTF-16 units of their
 * files. A broken included file makes the whole taxonomy unusable, as half of one would give wrong counts.
 * Never throws.
 */
export function parseTaxonomy(yaml: string, options: TaxonomyOptions = {}): ParsedTaxonomy {
  const { read = ALONE, language = 'en' } = options;
  const files = new Files(read, language);
  files.add('', yaml);
  const textOf = (file: string) => files.read.get(file)?.text ?? '';
  const roots = [...files.read.values()].flatMap(({ topics }) => topics);
  const joiner = new TopicJoiner(roots, textOf);
  const checker = new TermChecker(textOf);
  for (const topic of joiner.topics) checker.check(topic);
  const found = [...files.problems, ...joiner.problems, ...checker.problems];
  const byFile = new Map<string, Problem[]>();
  for (const [file, { problems }] of files.read) byFile.set(file, [...problems]);
  for (const { file, problem } of found) byFile.get(file)?.push(problem);
  const isBroken = [...byFile.values()].flat().some(({ severity }) => severity === 'error');
  const included = new Map<string, readonly Problem[]>();
  for (const [file, problems] of byFile) included.set(file, shown(problems));
  const problems = included.get('') ?? [];
  included.delete('');
  if (isBroken) return { taxonomy: undefined, codebook: undefined, problems, included };
  const codebook = files.read.get('')?.codebook;
  return { taxonomy: { topics: joiner.tree() }, codebook, problems, included };
}

/** In order of the file; errors first if there are too many. */
function shown(problems: readonly Problem[]): Problem[] {
  const order = ['error', 'warning', 'information'];
  const most = [...problems]
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .slice(0, MOST_PROBLEMS);
  return most.sort((a, b) => a.start - b.start);
}

/** The files of a taxonomy, read one after another as they are included; each once. */
class Files {
  readonly read = new Map<string, ReadFile>();
  readonly problems: FileProblem[] = [];

  constructor(
    private readonly other: (path: string) => OtherFile,
    private readonly language: string,
  ) {}

  add(file: string, text: string, above: readonly string[] = []): void {
    const content = readTaxonomyFile(text, file, this.language);
    this.read.set(file, content);
    for (const include of content.includes) this.include(include, file, [...above, file]);
  }

  private include(include: Placed, file: string, above: readonly string[]): void {
    const refuse = (what: Problem['message'], severity: Problem['severity'] = 'error') => {
      this.problems.push({ file, problem: problem(include, what, severity) });
    };
    const path = resolved(file, include.text);
    if (path === undefined) {
      return refuse(
        message('“{0}” is no path from this file’s folder to a .yaml file.', include.text),
      );
    }
    // The file itself has the path ''. Its name only comes up in a cycle, and the reader refuses it.
    if (above.includes(path)) {
      return refuse(
        message('“{0}” includes this file, so it can’t be included here.', include.text),
      );
    }
    if (this.read.has(path)) return;
    if (this.read.size >= MOST_FILES) {
      return refuse(message('More than {0} files are included.', MOST_FILES));
    }
    const other = this.other(path);
    if (other.kind === 'text') this.add(path, other.text, above);
    else if (other.kind === 'missing') refuse(message('There is no file “{0}”.', include.text));
    else if (other.kind === 'outside') {
      refuse(message('“{0}” lies outside of the workspace folder, or is this file.', include.text));
    }
  }
}

/** The path of an included file from the taxonomy’s folder, with `..` only at its start; undefined if invalid. */
function resolved(from: string, written: string): string | undefined {
  if (!/^[^\\:?#]+\.ya?ml$/i.test(written) || written.startsWith('/')) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
