import { message } from '../../message';
import type { Losses } from '../losses';
import { childOf, childrenOf, type XmlElement } from '../xml';
import { Guids } from './guids';
import type { Note } from './model';
import type { Texts } from './texts';

interface Read extends Note {
  isUsed: boolean;
}

/** The notes of a project, which elements refer to. */
export class Notes {
  private readonly byGuid = new Map<string, Read>();

  private constructor(
    private readonly guids: Guids,
    private readonly losses: Losses,
  ) {}

  static *reading(
    elements: readonly XmlElement[],
    texts: Texts,
    losses: Losses,
  ): Generator<undefined, Notes> {
    const guids = new Guids('note', losses);
    const notes = new Notes(guids, losses);
    for (const [index, element] of elements.entries()) {
      const { guid: written = '', name = '' } = element.attributes;
      const guid = guids.own(written, index);
      const description = childOf(element, 'Description')?.text ?? '';
      const text = [description, (yield* texts.of(element)) ?? ''];
      const joined = text
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join('\n\n');
      losses.add(message('Codes in notes.'), childrenOf(element, 'PlainTextSelection').length);
      notes.byGuid.set(guid, { guid, name: name.trim(), text: joined, isUsed: false });
    }
    return notes;
  }

  /** The words of all notes that an element refers to; undefined if it refers to none. */
  of(element: XmlElement): string | undefined {
    const words = childrenOf(element, 'NoteRef').flatMap(({ attributes: { targetGUID } }) => {
      const note = this.byGuid.get(this.guids.find(targetGUID) ?? '');
      if (!note) this.losses.add(message('References to notes that lead nowhere.'));
      if (note) note.isUsed = true;
      if (note && note.name !== '') {
        this.losses.add(message('Titles of notes on codes, texts and passages.'));
      }
      return note && note.text !== '' ? [note.text] : [];
    });
    return words.length > 0 ? words.join('\n\n') : undefined;
  }

  /** The notes that no code, selection or source has taken. */
  left(): Note[] {
    return [...this.byGuid.values()]
      .filter(({ isUsed, text }) => !isUsed && text !== '')
      .map(({ guid, name, text }) => ({ guid, name, text }));
  }
}
