import { newAnnotationFile } from '../annotations/write';
import {
  CONFIDENCES,
  DOCUMENT_KEYS,
  STATUSES,
  type Annotation,
  type Confidence,
  type Selector,
} from '../annotations/model';
import { parseRating } from '../annotations/rating';
import { selectAll } from '../annotations/anchor';
import { CLAIM_KINDS } from '../claims/model';
import type { Corrections } from '../interview/model';
import { message } from '../message';
import { TextLines } from '../text/lines';
import { attributesTable } from './attributes';
import { FINDER, NOBODY, NO_CLAIM } from './aspects';
import { fileName, filePath, Paths } from './fileName';
import { importCodes, type Use } from './fromCodes';
import { derivedGuid } from './guid';
import type { Losses } from './losses';
import type { Coding, Project, Selection, Source } from './refi/model';
import { variableGuid } from './toProject';

/** A file to be written; its path is relative to the folder of the import, with slashes. */
export interface ImportedFile {
  readonly path: string;
  readonly content: string;
}

export interface ImportedProject {
  readonly files: readonly ImportedFile[];
  readonly documents: number;
  readonly topics: number;
  readonly annotations: number;
}

/** The origin that we write into projects. */
export const ORIGIN = 'Interview Lens';

/** Endings of files that are read as interviews; other names get one of them added. */
const TEXT = /\.(?:txt|md|markdown|vtt|srt|interview)$/i;

/**
 * A project as files: texts, a taxonomy, annotations beside the texts, notes. What was found
 * automatically is left out: it is found again.
 */
export function* importingProject(
  project: Project,
  losses: Losses,
): Generator<undefined, ImportedProject> {
  const codes = importCodes(project.codes, losses, project.name);
  const users = new Map(project.users.map(({ guid, name }) => [guid, name]));
  const reader = new SourceImport(codes.uses, users, losses);
  const isOurs = project.origin.startsWith(ORIGIN);
  const paths = new Paths();
  const files: ImportedFile[] = [];
  if (codes.yaml !== undefined) {
    files.push({ path: paths.own('taxonomy.yaml'), content: codes.yaml });
  }
  const pathBySource = new Map<string, string>();
  let annotations = 0;
  for (const source of project.sources) {
    yield;
    const path = paths.own(pathOf(source.name, isOurs));
    pathBySource.set(source.guid, path);
    files.push({ path, content: source.text });
    const file = { corrections: correctionsOf(source), annotations: reader.annotations(source) };
    annotations += file.annotations.length;
    if (file.annotations.length === 0 && Object.keys(file.corrections).length === 0) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    files.push({ path: `${path}.annotations.yaml`, content: newAnnotationFile(file, name) });
  }
  // In our own projects, speakers are recognised again, and the annotation files hold the rest.
  const attributes = isOurs ? undefined : attributesTable(project, pathBySource);
  if (attributes !== undefined) {
    const path = paths.own('attributes.csv');
    files.push({ path, content: attributes });
    const what =
      'Cases, variables and sets, which stand in {0}: speakers are found anew in the texts.';
    losses.add(message(what, path));
  }
  for (const { name, text } of notesOf(project)) {
    files.push({ path: paths.own(`notes/${fileName(name)}.md`), content: `${text}\n` });
  }
  return { files, documents: project.sources.length, topics: codes.topics, annotations };
}

function pathOf(name: string, isOurs: boolean): string {
  const path = isOurs ? filePath(name) : fileName(name);
  return TEXT.test(path) ? path : `${path}.txt`;
}

function notesOf({ name, description, sources, notes }: Project): { name: string; text: string }[] {
  return [
    ...(description === undefined ? [] : [{ name, text: description }]),
    ...sources.flatMap(({ name, description }) => {
      return description === undefined ? [] : [{ name, text: description }];
    }),
    ...notes,
  ];
}

/** What a person had decided about a document, if we exported it. */
function correctionsOf({ values }: Source): Corrections {
  const decided = DOCUMENT_KEYS.flatMap((key) => {
    const text = values.find(({ variable }) => variable === variableGuid(key))?.text;
    const value = text === undefined ? undefined : parsed(text);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(decided) as Corrections;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Somebody has changed it, so that it can't be read as a decision.
    return undefined;
  }
}

class SourceImport {
  constructor(
    private readonly uses: ReadonlyMap<string, Use>,
    private readonly users: ReadonlyMap<string, string>,
    private readonly losses: Losses,
  ) {}

  annotations({ text, selections }: Source): Annotation[] {
    const lines = TextLines.of(text);
    const selectors = selectAll(lines, selections);
    return selections.flatMap((selection, index) => this.ofSelection(selection, selectors[index]));
  }

  /** One annotation for each coder of a selection; none for a selection without anything said. */
  private ofSelection(selection: Selection, selector: Selector | undefined): Annotation[] {
    const { guid, note } = selection;
    const user = selection.user ?? onlyCoder(selection);
    const byUser = new Map<string | undefined, Coding[]>();
    if (note !== undefined) byUser.set(user, []);
    for (const coding of selection.codings) {
      const who = coding.user ?? user;
      if (who === FINDER.guid) continue;
      const same = byUser.get(who);
      if (same) same.push(coding);
      else byUser.set(who, [coding]);
    }
    return [...byUser].flatMap(([who, codings], index) => {
      if (!selector) return [];
      const coder = who === undefined || who === NOBODY.guid ? undefined : this.users.get(who);
      return {
        id: index === 0 ? guid : derivedGuid('annotation', guid, who ?? ''),
        selector,
        ...this.said(codings),
        ...(note !== undefined && who === user && { note }),
        ...(coder !== undefined && { coder }),
      };
    });
  }

  private said(codings: readonly Coding[]): Omit<Annotation, 'id' | 'selector'> {
    const by = (aspect: Use['aspect']) => {
      const values = codings.flatMap(({ code }) => {
        const use = this.uses.get(code);
        return use?.aspect === aspect ? [use.value] : [];
      });
      return [...new Set(values)];
    };
    const first = <T extends string>(aspect: Use['aspect'], allowed: readonly T[]) => {
      const [value, ...more] = by(aspect);
      const what = 'Second kinds, likelihoods, ratings and the like of one claim.';
      this.losses.add(message(what), more.length);
      return allowed.find((one) => one === value);
    };
    const kind = first('kind', CLAIM_KINDS);
    const status = first('status', STATUSES);
    const confidence: Confidence | undefined = first('confidence', CONFIDENCES);
    const notTopics = by('notTopic');
    const rating = parseRating(`${by('source')[0] ?? ''}${by('information')[0] ?? ''}`);
    return {
      ...(kind && { kind }),
      tags: by('tag'),
      ...(confidence && { confidence }),
      ...(rating && { rating }),
      ...(status && { status }),
      topics: by('topic'),
      ...(notTopics.length > 0 && { notTopics }),
      ...(by('decision').includes(NO_CLAIM) && { dismissed: true }),
    };
  }
}

/** The only coder of a selection, if there is just one, to whom its note belongs, too. */
function onlyCoder({ codings }: Selection): string | undefined {
  const [coder, ...others] = new Set(codings.map(({ user }) => user));
  return others.length === 0 ? coder : undefined;
}
