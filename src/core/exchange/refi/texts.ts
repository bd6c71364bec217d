import { message } from '../../message';
import type { Losses } from '../losses';
import { childOf, type XmlElement } from '../xml';
import type { ZipReader } from '../zip';

/** Reads the texts that a project's elements hold or point to. */
export class Texts {
  /** Full names by their last part in lower case: tools disagree on the folder's name. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly zip: ZipReader,
    private readonly losses: Losses,
  ) {
    for (const name of zip.names) this.names.set(lastPart(name), name);
  }

  /** The text of a source, a transcript or a note; undefined if there is none that can be read. */
  *of(element: XmlElement): Generator<undefined, string | undefined> {
    const content = childOf(element, 'PlainTextContent');
    if (content) return content.text;
    const path = element.attributes['plainTextPath'];
    if (path === undefined || path === '') return undefined;
    const name = /^(?:relative|absolute):/i.test(path) ? undefined : this.names.get(lastPart(path));
    const bytes = name === undefined ? undefined : yield* this.zip.reading(name);
    if (!bytes) {
      this.losses.add(message('Texts that are not in the archive: {0}', path));
      return undefined;
    }
    return decoded(bytes);
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** A text by its byte order mark or the encoding that its XML declares; else as UTF-8. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    // An unknown encoding.
    return new TextDecoder().decode(bytes);
  }
}
