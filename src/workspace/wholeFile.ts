/** A file, and the copy beside it that exists only while the file is being written. */
export type Which = 'file' | 'copy';

/** What it takes of a file system to write a file safely. */
export interface FileAndCopy {
  /** @returns undefined if there is no such file */
  read(which: Which): Promise<Uint8Array | undefined>;
  write(which: Which, bytes: Uint8Array): Promise<void>;
  /** Does nothing if there is no such file. */
  remove(which: Which): Promise<void>;
}

/** The last line of a copy: one without it was not written to its end. */
const END = new TextEncoder().encode(
  '# The end. Interview Lens keeps this copy only while it writes the file itself.\n',
);

/**
 * Writes a file so that a whole copy of it exists at any moment, wherever the process is stopped.
 * VS Code gives extensions nothing atomic: its writeFile empties the file and fills it again, and its
 * rename deletes the target first. So the content is written twice, one after the other.
 *
 * @param before the file as it was read; if somebody else has written it since, it is left alone
 * @returns whether it was written
 * @throws the file system’s error; the file is then as before, or its copy is whole
 */
export async function writeWhole(
  files: FileAndCopy,
  before: Uint8Array | undefined,
  bytes: Uint8Array,
): Promise<boolean> {
  try {
    await files.write('copy', joined(bytes, END));
    if (!areSame(before, await files.read('file'))) {
      await files.remove('copy');
      return false;
    }
    await files.write('file', bytes);
  } catch (error) {
    await removeIfNeedless(files, before);
    throw error;
  }
  await files.remove('copy');
  return true;
}

/**
 * Deletes a file.
 *
 * @param before the file as it was read; where somebody else has written it since, it is left alone
 * @returns whether it is gone
 */
export async function removeWhole(
  files: FileAndCopy,
  before: Uint8Array | undefined,
): Promise<boolean> {
  if (!areSame(before, await files.read('file'))) return false;
  await files.remove('file');
  return true;
}

/** Removes the copy of what could not be written, if the file is as it was. */
async function removeIfNeedless(files: FileAndCopy, before: Uint8Array | undefined): Promise<void> {
  try {
    if (areSame(before, await files.read('file'))) await files.remove('copy');
  } catch {
    // The error that made the writing fail is reported; a copy that stays does no harm.
  }
}

/**
 * Reads a file or, if writing it was interrupted, its copy.
 *
 * @returns undefined if there is neither
 */
export async function readWhole(files: FileAndCopy): Promise<Uint8Array | undefined> {
  const file = await files.read('file');
  return copyInstead(file, await files.read('copy')) ?? file;
}

/**
 * Completes a file whose writing was interrupted.
 *
 * @returns its content, as {@link readWhole} would read it
 */
export async function mend(files: FileAndCopy): Promise<Uint8Array | undefined> {
  const file = await files.read('file');
  const whole = copyInstead(file, await files.read('copy'));
  if (!whole) return file;
  await files.write('file', whole);
  await files.remove('copy');
  return whole;
}

/**
 * The content of a copy, if its file is only a beginning of it. Any other file was written as a whole by
 * somebody, and counts as it is.
 */
function copyInstead(
  file: Uint8Array = new Uint8Array(),
  copy: Uint8Array = new Uint8Array(),
): Uint8Array | undefined {
  const length = copy.length - END.length;
  if (length < file.length || !END.every((byte, at) => copy[length + at] === byte))
    return undefined;
  // After a power failure, what had not reached the disk may read as zeros.
  const isBeginning = file.every((byte, at) => byte === copy[at] || byte === 0);
  return isBeginning ? copy.subarray(0, length) : undefined;
}

function areSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
