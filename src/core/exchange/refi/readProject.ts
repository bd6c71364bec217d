import { message } from '../../message';
import type { Losses } from '../losses';
import { Refusal } from '../refusal';
import { childOf, childrenOf, readingXml, type XmlElement } from '../xml';
import { ZipReader } from '../zip';
import { readCodes } from './codebook';
import { conventionOf } from './convention';
import { Guids } from './guids';
import { allCodes, type Case, type Group, type Project, type Source } from './model';
import type { User, Value, Variable } from './model';
import { Notes } from './notes';
import { SourceReader, type OpenSource } from './sources';
import { decoded, Texts } from './texts';

/**
 * Reads a REFI-QDA project (`.qdpx`) of any tool, in steps. References that lead nowhere and ranges
 * outside of their text are left out, and counted as losses, as is all for which we have no place.
 *
 * @throws a Refusal if it is no project, is broken, or is made to do harm
 */
export function* readingProject(bytes: Uint8Array, losses: Losses): Generator<undefined, Project> {
  const zip = new ZipReader(bytes);
  const name = zip.names.find((one) => /\.qde$/i.test(one));
  if (name === undefined) {
    throw new Refusal(message('This is no REFI-QDA project: there is no project.qde in it.'));
  }
  const xml = decoded((yield* zip.reading(name)) ?? new Uint8Array());
  const root = yield* readingXml(xml);
  if (root.name !== 'Project') {
    throw new Refusal(message('This is no REFI-QDA project: it holds “{0}”.', root.name));
  }
  return yield* new ProjectReader(root, new Texts(zip, losses), losses).reading();
}

/** Elements that we have no place for, with the sentence that says so. */
const NO_PLACE = [
  ['Links', 'Link', 'Links between things: there are none here.'],
  ['Graphs', 'Graph', 'Diagrams: there are none here.'],
] as const;

class ProjectReader {
  private readonly codes: Guids;
  private readonly users: Guids;
  private readonly variables: Guids;
  private readonly sources: Guids;
  private readonly selections: Guids;

  constructor(
    private readonly root: XmlElement,
    private readonly texts: Texts,
    private readonly losses: Losses,
  ) {
    this.codes = new Guids('code', losses);
    this.users = new Guids('user', losses);
    this.variables = new Guids('variable', losses);
    this.sources = new Guids('source', losses);
    this.selections = new Guids('selection', losses);
  }

  *reading(): Generator<undefined, Project> {
    const { root, losses, texts } = this;
    const users = this.readUsers();
    const notes = yield* Notes.reading(childrenOf(childOf(root, 'Notes'), 'Note'), texts, losses);
    const codebook = childOf(childOf(root, 'CodeBook'), 'Codes') ?? childOf(root, 'Codes');
    const codes = codebook ? readCodes(codebook, this.codes, losses, (code) => notes.of(code)) : [];
    const variables = this.readVariables();
    const names = new Map(allCodes(codes).map(({ guid, name }) => [guid, name]));
    const sources = yield* this.readSources(notes, (guid) => names.get(guid) ?? '?');
    const cases = this.readCases();
    const sets = this.readSets();
    const dated = message('Dates on which something was made or changed: there are none here.');
    losses.add(dated, datedIn(root));
    for (const [list, item, text] of NO_PLACE) {
      losses.add(message(text), childrenOf(childOf(root, list), item).length);
    }
    const { name = '', origin = '' } = root.attributes;
    return {
      name: name.trim(),
      origin,
      ...descriptionOf(root),
      users,
      codes,
      variables,
      cases,
      sources,
      notes: notes.left(),
      sets,
    };
  }

  private readUsers(): User[] {
    return childrenOf(childOf(this.root, 'Users'), 'User').map(({ attributes }, index) => {
      const { guid = '', name, id } = attributes;
      return { guid: this.users.own(guid, index), name: name?.trim() || id?.trim() || '?' };
    });
  }

  private readVariables(): Variable[] {
    const elements = childrenOf(childOf(this.root, 'Variables'), 'Variable');
    return elements.map((element, index) => {
      const { guid = '', name = '?' } = element.attributes;
      return {
        guid: this.variables.own(guid, index),
        name: name.trim(),
        ...descriptionOf(element),
      };
    });
  }

  private readSets(): Group[] {
    return childrenOf(childOf(this.root, 'Sets'), 'Set').map((element) => {
      const members = (name: string, guids: Guids) =>
        childrenOf(element, name).flatMap(({ attributes: { targetGUID, guid } }) => {
          const found = guids.find(targetGUID ?? guid);
          if (found === undefined) this.losses.add(message('Members of sets that are not there.'));
          return found ?? [];
        });
      this.losses.add(message('Notes in sets.'), childrenOf(element, 'MemberNote').length);
      return {
        name: element.attributes['name']?.trim() ?? '?',
        ...descriptionOf(element),
        sources: members('MemberSource', this.sources),
        codes: members('MemberCode', this.codes),
      };
    });
  }

  private *readSources(
    notes: Notes,
    nameOfCode: (guid: string) => string,
  ): Generator<undefined, Source[]> {
    const { codes, users, selections, sources, losses, texts } = this;
    const known = { codes, users, sources, selections, nameOfCode };
    const reader = new SourceReader(known, notes, losses);
    const open: OpenSource[] = [];
    for (const element of childOf(this.root, 'Sources')?.children ?? []) {
      yield;
      open.push(...(yield* reader.opening(element, texts)));
    }
    const convention = conventionOf(open);
    const read: Source[] = [];
    for (const source of open) {
      yield;
      read.push({ ...reader.close(source, convention), values: this.readValues(source.element) });
    }
    return read;
  }

  private readCases(): Case[] {
    const guids = new Guids('case', this.losses);
    const elements = childrenOf(childOf(this.root, 'Cases'), 'Case');
    return elements.map((element, index) => {
      const { guid = '', name = '' } = element.attributes;
      this.losses.add(message('Codes on cases.'), childrenOf(element, 'CodeRef').length);
      return {
        guid: guids.own(guid, index),
        name: name.trim() === '' ? '?' : name.trim(),
        ...descriptionOf(element),
        values: this.readValues(element),
        sources: this.references(element, 'SourceRef', this.sources),
        selections: this.references(element, 'SelectionRef', this.selections),
      };
    });
  }

  private references(element: XmlElement, name: string, guids: Guids): string[] {
    return childrenOf(element, name).flatMap(({ attributes: { targetGUID } }) => {
      const found = guids.find(targetGUID);
      if (found === undefined) this.losses.add(message('References of cases that lead nowhere.'));
      return found ?? [];
    });
  }

  private readValues(element: XmlElement): Value[] {
    return childrenOf(element, 'VariableValue').flatMap((value) => {
      const reference = childOf(value, 'VariableRef')?.attributes['targetGUID'];
      const variable = this.variables.find(reference);
      const written = value.children.find(({ name }) => /^\w+Value$/.test(name));
      if (variable === undefined)
        this.losses.add(message('Values of variables that are not there.'));
      return variable === undefined || !written ? [] : [{ variable, text: written.text.trim() }];
    });
  }
}

function descriptionOf(element: XmlElement): { description?: string } {
  const description = childOf(element, 'Description')?.text.trim() ?? '';
  return description === '' ? {} : { description };
}

/** How many elements bear a date, with all inside them. */
function datedIn({ attributes, children }: XmlElement): number {
  const own = Object.keys(attributes).some((name) => name.endsWith('DateTime')) ? 1 : 0;
  return children.reduce((sum, child) => sum + datedIn(child), own);
}
