import { message } from '../../message';
import { derivedGuid, guidOf } from '../guid';
import type { Losses } from '../losses';
import { childOf, childrenOf, type XmlElement } from '../xml';
import { counterOf, spanIn, type Convention, type Counter, type WrittenSource } from './convention';
import type { Guids } from './guids';
import type { Coding, Selection, Source } from './model';
import type { Notes } from './notes';
import type { Texts } from './texts';

/** A source whose positions aren't understood yet. */
export interface OpenSource extends WrittenSource {
  readonly guid: string;
  readonly name: string;
  /** The element with its values, codings and notes. */
  readonly element: XmlElement;
  /** One for each range. */
  readonly selections: readonly XmlElement[];
}

/** The things that sources define and refer to. */
interface Known {
  readonly codes: Guids;
  readonly users: Guids;
  readonly sources: Guids;
  readonly selections: Guids;
  readonly nameOfCode: (guid: string) => string;
}

/** Selections that mean a place in a picture, a page or a recording. */
const NO_TEXT = ['PictureSelection', 'PDFSelection', 'AudioSelection', 'VideoSelection'];

/** Elements of a source that may hold its text: what it shows or says. */
const TEXTS_IN = ['Representation', 'Transcript', 'TextDescription'];

/** Reads sources: first their texts and ranges and then, once it is known how these count, the rest. */
export class SourceReader {
  constructor(
    private readonly known: Known,
    private readonly notes: Notes,
    private readonly losses: Losses,
  ) {}

  /** The texts of a source: its own, or those of its transcripts or its pages. */
  *opening(element: XmlElement, texts: Texts): Generator<undefined, OpenSource[]> {
    const { guid = '', name = '', richTextPath } = element.attributes;
    const own = this.known.sources.own(guid, `${name}/${element.children.length}`);
    const parts =
      element.name === 'TextSource'
        ? [element]
        : element.children.filter((child) => TEXTS_IN.includes(child.name));
    const open: OpenSource[] = [];
    for (const part of parts) {
      const text = yield* texts.of(part);
      if (text === undefined) continue;
      const times = childrenOf(part, 'SyncPoint').length;
      this.losses.add(
        message('Points in time of transcripts: only their words were taken.'),
        times,
      );
      const id = open.length === 0 ? own : derivedGuid('part', own, open.length);
      open.push({
        guid: id,
        name: nameOf(name, part, open.length),
        text,
        element,
        ...ranges(part),
      });
    }
    if (open.length === 0) {
      this.losses.add(message('Sources without a text that can be read: {0}', name || guid));
    } else if (richTextPath !== undefined) {
      this.losses.add(message('The formatting of documents: their plain text was taken.'));
    }
    for (const kind of NO_TEXT) {
      const what = 'Selections in pictures, pages and recordings: only text is read here.';
      this.losses.add(message(what), childrenOf(element, kind).length);
    }
    return open;
  }

  close(source: OpenSource, convention: Convention): Omit<Source, 'values'> {
    const { guid, name, text, element } = source;
    const counter = counterOf(text, convention);
    const description = [childOf(element, 'Description')?.text.trim(), this.notes.of(element)];
    const joined = description.filter(Boolean).join('\n\n');
    for (const { code } of this.codings(element, guid)) {
      const what = 'Codes on a whole document, of which there are none here: {0} on {1}';
      this.losses.add(message(what, this.known.nameOfCode(code), name));
    }
    const selections = source.selections.flatMap((selection, index) => {
      return this.selection(selection, source, index, counter, convention) ?? [];
    });
    return { guid, name, text, ...(joined !== '' && { description: joined }), selections };
  }

  private selection(
    element: XmlElement,
    source: OpenSource,
    index: number,
    counter: Counter,
    convention: Convention,
  ): Selection | undefined {
    const range = source.ranges[index];
    const span = range && spanIn(counter, range, convention);
    if (!span || source.text.slice(span.start, span.end).trim() === '') {
      const what = 'Selections whose range is empty, blank or outside of the text of {0}.';
      this.losses.add(message(what, source.name));
      return undefined;
    }
    const guid = this.known.selections.own(
      element.attributes['guid'] ?? '',
      `${source.guid}/${index}`,
    );
    const user = this.known.users.find(element.attributes['creatingUser']);
    const onCodings = childrenOf(element, 'Coding').map((coding) => this.notes.of(coding));
    const notes = [
      childOf(element, 'Description')?.text.trim(),
      this.notes.of(element),
      ...onCodings,
    ];
    const note = notes.filter(Boolean).join('\n\n');
    return {
      guid,
      ...span,
      ...(note !== '' && { note }),
      ...(user !== undefined && { user }),
      codings: this.codings(element, guid),
    };
  }

  /** The codings in an element; also bare references to codes, as some tools write them. */
  private codings(element: XmlElement, place: string): Coding[] {
    const direct = [...childrenOf(element, 'Coding'), ...childrenOf(element, 'CodeRef')];
    return direct.flatMap((coding, index) => {
      const reference = coding.name === 'CodeRef' ? coding : childOf(coding, 'CodeRef');
      const code = this.known.codes.find(reference?.attributes['targetGUID']);
      if (code === undefined) {
        this.losses.add(message('Codings with a code that is not in the codebook.'));
        return [];
      }
      const user = this.known.users.find(coding.attributes['creatingUser']);
      const guid = guidOf(coding.attributes['guid'] ?? '', 'coding', place, index);
      return [{ guid, code, ...(user !== undefined && { user }) }];
    });
  }
}

/** A recording may have several transcripts. */
function nameOf(name: string, part: XmlElement, index: number): string {
  const own = part.attributes['name']?.trim() ?? '';
  const fallback = own === '' ? '?' : own;
  if (index === 0) return name.trim() === '' ? fallback : name.trim();
  return own === '' || own === name ? `${name} (${index + 1})` : own;
}

function ranges(part: XmlElement): Pick<OpenSource, 'ranges' | 'selections'> {
  const plain = childrenOf(part, 'PlainTextSelection').map((element) => ({
    element,
    start: number(element.attributes['startPosition']),
    end: number(element.attributes['endPosition']),
  }));
  const points = new Map(
    childrenOf(part, 'SyncPoint').map(({ attributes: { guid = '', position } }) => [
      guid,
      number(position),
    ]),
  );
  const synced = childrenOf(part, 'TranscriptSelection').map((element) => ({
    element,
    start: points.get(element.attributes['fromSyncPoint'] ?? '') ?? NaN,
    end: points.get(element.attributes['toSyncPoint'] ?? '') ?? NaN,
  }));
  const all = [...plain, ...synced];
  return {
    ranges: all.map(({ element: { attributes }, start, end }) => {
      return { start, end, quote: attributes['name'] ?? '' };
    }),
    selections: all.map(({ element }) => element),
  };
}

function number(written: string | undefined): number {
  return written !== undefined && /^\s*\+?\d{1,15}\s*$/.test(written) ? Number(written) : NaN;
}
