import { Inflate, Zip, ZipDeflate } from 'fflate';
import { message } from '../message';
import { Refusal } from './refusal';

/** In bytes. Larger archives hold films, which we don't read. */
export const LARGEST_ARCHIVE = 256_000_000;
const LARGEST_FILE = 128_000_000;
/** All that is unpacked from one archive. */
const LARGEST_TOTAL = 384_000_000;
const MOST_ENTRIES = 20_000;
/** Text and XML shrink to a tenth, to a fiftieth at best. */
const HIGHEST_RATIO = 250;
/** Small files may be nothing but spaces. */
const RATIO_FROM = 1_000_000;

/** So much is unpacked between two checks: at most a thousand times as much comes out. */
const SLICE = 1 << 14;

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly flags: number;
  /** In bytes, packed and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its header stands. */
  readonly at: number;
}

/**
 * A ZIP archive from anybody. What is unpacked is bounded in time and memory, whatever sizes the
 * archive claims; entries whose names lead out of a folder are refused. The unpacking itself is
 * fflate's; the directory is read here, as only so an entry can be unpacked in slices.
 */
export class ZipReader {
  private readonly entries = new Map<string, Entry>();
  private readonly view: DataView;
  private total = 0;

  /** @throws a {@link Refusal} if it is no archive, or one made to do harm */
  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length > LARGEST_ARCHIVE) {
      const megabytes = LARGEST_ARCHIVE / 1_000_000;
      throw new Refusal(message('The archive is too large to be read: over {0} MB.', megabytes));
    }
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.readDirectory();
  }

  /** The names of all files, with slashes, in the order of the archive. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * Unpacks a file in steps.
   *
   * @returns undefined if there is none of that name
   * @throws a {@link Refusal} if it is broken, or larger than it or anything says
   */
  *reading(name: string): Generator<undefined, Uint8Array | undefined> {
    const entry = this.entries.get(name);
    if (!entry) return undefined;
    const { size, packed } = entry;
    const isBomb = size > RATIO_FROM && size > HIGHEST_RATIO * Math.max(1, packed);
    this.total += size;
    if (isBomb || size > LARGEST_FILE || this.total > LARGEST_TOTAL) throw tooLarge(name);
    const data = this.packedBytes(name, entry);
    if (entry.method === STORED) return data;
    if (entry.method !== DEFLATED) throw broken(name);
    return yield* inflating(name, data, size);
  }

  private packedBytes(name: string, { at, packed, flags, method, size }: Entry): Uint8Array {
    if ((flags & 1) > 0) {
      throw new Refusal(message('“{0}” in the archive is encrypted.', name));
    }
    const start = at + LOCAL_LENGTH;
    if (start > this.bytes.length || this.view.getUint32(at, true) !== LOCAL) throw broken(name);
    const from = start + this.view.getUint16(at + 26, true) + this.view.getUint16(at + 28, true);
    if (from + packed > this.bytes.length || (method === STORED && size !== packed)) {
      throw broken(name);
    }
    return this.bytes.subarray(from, from + packed);
  }

  private readDirectory(): void {
    const end = this.endOfDirectory();
    const count = this.view.getUint16(end + 10, true);
    let at = this.view.getUint32(end + 16, true);
    if (count > MOST_ENTRIES) throw new Refusal(message('The archive holds too many files.'));
    let packed = 0;
    for (let index = 0; index < count; index++) {
      if (at + ENTRY_LENGTH > end || this.view.getUint32(at, true) !== ENTRY) throw broken('ZIP');
      at = this.readEntry(at);
    }
    for (const entry of this.entries.values()) packed += entry.packed;
    // More than there is: files that overlap, which is how the worst bombs are made.
    if (packed > this.bytes.length) throw tooLarge('ZIP');
  }

  /** @returns where the next one stands */
  private readEntry(at: number): number {
    const { view } = this;
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true);
    const name = nameIn(this.bytes.subarray(at + ENTRY_LENGTH, nameEnd));
    const isFolder = name.endsWith('/');
    if (!isFolder) {
      if (this.entries.has(name)) throw broken(name);
      this.entries.set(name, {
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      });
    }
    return nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }

  private endOfDirectory(): number {
    const last = this.bytes.length - END_LENGTH;
    // A comment of at most 65,535 bytes may stand behind it.
    for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
      if (this.view.getUint32(at, true) === END) return at;
    }
    throw new Refusal(message('This is not a ZIP archive, or not the whole of one.'));
  }
}

/** A name as a path within the archive. One that leads out of it is an attack, not a mistake. */
function nameIn(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes).replaceAll('\\', '/');
  const isOutside = name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
  if (isOutside || name.includes('\0')) {
    throw new Refusal(
      message('A file in the archive leads out of the folder of the import: {0}', name),
    );
  }
  return name;
}

function* inflating(
  name: string,
  data: Uint8Array,
  size: number,
): Generator<undefined, Uint8Array> {
  const result = new Uint8Array(size);
  let length = 0;
  let isDone = false;
  const inflate = new Inflate((chunk, final) => {
    if (length + chunk.length > size) throw tooLarge(name);
    result.set(chunk, length);
    length += chunk.length;
    isDone = final;
  });
  for (let start = 0; start < data.length; start += SLICE) {
    push(inflate, name, data.subarray(start, start + SLICE), start + SLICE >= data.length);
    yield;
  }
  if (!isDone || length !== size) throw broken(name);
  return result;
}

function push(inflate: Inflate, name: string, data: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(data, isLast);
  } catch (error) {
    throw error instanceof Refusal ? error : broken(name);
  }
}

function tooLarge(name: string): Refusal {
  return new Refusal(
    message('“{0}” in the archive unpacks to more than a project can need. It was not read.', name),
  );
}

function broken(name: string): Refusal {
  return new Refusal(message('The archive is broken at “{0}”. Export the project anew.', name));
}

/** So much is packed between two steps. */
const PACKED_SLICE = 1 << 20;

/** An archive of files by their paths, in steps; the same files make the same archive. */
export function* packing(
  files: Readonly<Record<string, Uint8Array>>,
): Generator<undefined, Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [name, bytes] of Object.entries(files)) {
    const entry = new ZipDeflate(name, { level: 6 });
    // The earliest time that a ZIP can hold: the core has no clock.
    entry.mtime = '1980-01-01T00:00:00';
    zip.add(entry);
    for (let start = 0; start === 0 || start < bytes.length; start += PACKED_SLICE) {
      yield;
      const end = start + PACKED_SLICE;
      entry.push(bytes.subarray(start, end), end >= bytes.length);
    }
  }
  zip.end();
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
