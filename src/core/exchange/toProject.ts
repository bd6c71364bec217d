import { DOCUMENT_KEYS, type Annotation } from '../annotations/model';
import type { Codebook } from '../codebook/model';
import { surfaceKey } from '../entities/surface';
import type { Speaker } from '../interview/model';
import { message } from '../message';
import { byPlace, type Span } from '../text/span';
import { allTopics, type Taxonomy } from '../topics/model';
import { codeOf, FINDER, NOBODY, NO_CLAIM, refusalCode, tagCode, type Meaning } from './aspects';
import { plainText } from './codePoints';
import { marksOf, type ExchangeDocument, type Mark } from './document';
import { derivedGuid } from './guid';
import type { Losses } from './losses';
import type { Case, Coding, Project, Selection, Source, User, Value, Variable } from './refi/model';
import { aspectCodes, tagCodes, topicCodes, topicGuid } from './toCodes';

/** What a project is made of, beside its documents. */
export interface ProjectOptions {
  readonly name: string;
  /** The program that writes it, with its version. */
  readonly origin: string;
  readonly taxonomy: Taxonomy;
  readonly codebook: Codebook;
  /** Also what was found automatically, as the coding of a user of its own. */
  readonly found: boolean;
}

const ROLE = 'role';

export function variableGuid(name: string): string {
  return derivedGuid('variable', name);
}

/** The longest name of a code or a speaker that MAXQDA takes. */
const LONGEST_NAME = 63;

/** Makes a project of documents, which are added one after another. */
export class ProjectBuilder {
  private readonly sources: Source[] = [];
  private readonly users = new Map<string, User>();
  private readonly usedCodes = new Set<string>();
  private readonly freeTags = new Set<string>();
  private readonly usedVariables = new Set<string>();
  private readonly cases = new Map<string, OpenCase>();
  private readonly topics: ReadonlyMap<string, string>;

  constructor(
    private readonly options: ProjectOptions,
    private readonly losses: Losses,
  ) {
    const topics = [...allTopics(options.taxonomy.topics)];
    this.topics = new Map(topics.map((topic) => [topic.id, topicGuid(topic)]));
  }

  add(document: ExchangeDocument): void {
    const { path, analysis, anchored, corrections } = document;
    const guid = derivedGuid('source', path);
    const marks = marksOf(document, { found: this.options.found, dismissed: true });
    const orphans = anchored.filter(({ span }) => !span).length;
    const what = 'Annotations whose words are not in their document any more.';
    this.losses.add(message(what), orphans);
    const { text, toOffset } = plainText(analysis.text.toString());
    const inText = (selections: readonly Selection[]) =>
      selections
        .map((one) => ({ ...one, ...whole(text, toOffset(one.start), toOffset(one.end)) }))
        .filter(({ start, end }) => start < end);
    const selections = [
      // In order of the text that is written, where what began within a pair begins before it.
      ...inText(marks.map((mark) => this.selection(mark))).sort(byPlace),
      ...inText(this.turns(document, guid)),
    ];
    const values = DOCUMENT_KEYS.flatMap((name): Value[] => {
      const decision = corrections[name];
      return decision === undefined ? [] : [this.value(name, JSON.stringify(decision))];
    });
    this.sources.push({ guid, name: path, text, selections, values });
  }

  finished(): Project {
    const { name, origin, taxonomy, codebook } = this.options;
    const codes = [
      ...topicCodes(taxonomy.topics),
      ...tagCodes(codebook, [...this.freeTags].sort()),
      ...aspectCodes(this.usedCodes, taxonomy.topics),
    ];
    const cases = [...this.cases.values()].map((one) => this.closed(one));
    for (const { name } of [...codes, ...cases]) {
      if ([...name].length <= LONGEST_NAME) continue;
      const what = 'Names of more than {0} characters, which MAXQDA cuts: {1}';
      this.losses.add(message(what, LONGEST_NAME, name));
    }
    const variables = [...this.usedVariables].map((name): Variable => {
      return { guid: variableGuid(name), name };
    });
    const users = [...this.users.values()];
    const { sources } = this;
    return { name, origin, users, codes, variables, cases, sources, notes: [], sets: [] };
  }

  private selection(mark: Mark): Selection {
    const { start, end, guid, annotation, claim } = mark;
    const coder = annotation && this.user(coderOf(annotation));
    const codings: Coding[] = [];
    const add = (code: string, user: string) => {
      codings.push({ guid: derivedGuid('coding', guid, code), code, user });
    };
    if (annotation && coder !== undefined) {
      for (const code of this.codesOf(annotation)) add(code, coder);
    }
    if (this.options.found) {
      const found = [
        ...(claim && !annotation?.kind ? [this.aspect('kind', claim.kind)] : []),
        ...(claim?.likelihood ? [this.aspect('likelihood', claim.likelihood.term)] : []),
        ...mark.topics.flatMap((id) => this.topics.get(id) ?? []),
      ];
      for (const code of found) add(code, this.user(FINDER));
    }
    const note = annotation?.note;
    return {
      guid,
      start,
      end,
      ...(note !== undefined && { note }),
      user: coder ?? this.user(FINDER),
      codings,
    };
  }

  private codesOf(annotation: Annotation): string[] {
    const { kind, confidence, status, rating, dismissed, tags, topics } = annotation;
    const { notTopics = [] } = annotation;
    const said: [Meaning['aspect'], string | undefined][] = [
      ['kind', kind],
      ['confidence', confidence],
      ['status', status],
      ['source', rating?.source],
      ['information', rating?.information],
      ['decision', dismissed ? NO_CLAIM : undefined],
    ];
    return [
      ...said.flatMap(([aspect, value]) => (value === undefined ? [] : this.aspect(aspect, value))),
      ...tags.map((tag) => this.tag(tag)),
      ...topics.flatMap((id) => this.topic(id)),
      ...notTopics.flatMap((id) => this.topic(id).map((topic) => this.refusal(topic))),
    ].filter((code, index, all) => all.indexOf(code) === index);
  }

  private aspect(aspect: Meaning['aspect'], value: string): string {
    const code = codeOf({ aspect, value });
    this.usedCodes.add(code);
    return code;
  }

  private refusal(topic: string): string {
    const code = refusalCode(topic);
    this.usedCodes.add(code);
    return code;
  }

  private tag(tag: string): string {
    const known = this.options.codebook.find(tag);
    if (!known) this.freeTags.add(tag);
    return tagCode(known?.code.id ?? tag);
  }

  private topic(id: string): string[] {
    const code = this.topics.get(id);
    if (code === undefined) {
      this.losses.add(message('Topics of annotations that are not in the taxonomy: {0}', id));
    }
    return code === undefined ? [] : [code];
  }

  private user(user: User): string {
    this.users.set(user.guid, user);
    return user.guid;
  }

  private value(name: string, text: string): Value {
    this.usedVariables.add(name);
    return { variable: variableGuid(name), text };
  }

  /** A selection for each turn of a speaker, and the speaker as the case that it belongs to. */
  private turns({ path, analysis }: ExchangeDocument, source: string): Selection[] {
    return analysis.interview.turns.flatMap(({ speaker, span, index }) => {
      if (!speaker) return [];
      const guid = derivedGuid('turn', path, index);
      const open = this.caseOf(speaker, path);
      open.sources.add(source);
      open.selections.push(guid);
      return { guid, ...span, codings: [] };
    });
  }

  /** Who bears the same full name in two documents is one person; a name of one word may be anybody's. */
  private caseOf(speaker: Speaker, path: string): OpenCase {
    const key = surfaceKey(speaker.name);
    const parts = key.includes(' ') ? [key] : [key, path];
    const guid = derivedGuid('case', ...parts);
    const known = this.cases.get(guid);
    const { name, description } = speaker;
    const open = known ?? {
      guid,
      name,
      description,
      roles: new Set<string>(),
      sources: new Set<string>(),
      selections: [],
    };
    open.roles.add(speaker.role);
    open.description ??= description;
    this.cases.set(guid, open);
    return open;
  }

  private closed({ guid, name, description, roles, sources, selections }: OpenCase): Case {
    return {
      guid,
      name,
      ...(description !== undefined && { description }),
      values: [this.value(ROLE, [...roles].sort().join(', '))],
      sources: [...sources],
      selections,
    };
  }
}

interface OpenCase {
  readonly guid: string;
  readonly name: string;
  description: string | undefined;
  readonly roles: Set<string>;
  readonly sources: Set<string>;
  readonly selections: string[];
}

function coderOf({ coder }: Annotation): User {
  return coder === undefined ? NOBODY : { guid: derivedGuid('user', coder), name: coder };
}

/** A span that halves no pair of units: between them is no position that others know. */
function whole(text: string, start: number, end: number): Span {
  return {
    start: isWithinPair(text, start) ? start - 1 : start,
    end: isWithinPair(text, end) ? end + 1 : end,
  };
}

function isWithinPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
