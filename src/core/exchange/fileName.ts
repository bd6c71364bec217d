/** The longest part of a path that every file system accepts, with room for our endings. */
const LONGEST = 120;

/** Names that Windows reserves for devices, whatever follows the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What some file system doesn't accept in a name, or what makes a name look like another one. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;

/** A name from anywhere as the name of a file on any system; never a path, never empty. */
export function fileName(name: string): string {
  const plain = name
    .replace(NOT_IN_NAMES, '-')
    .replace(/^[\s.-]+/, '')
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s.]+$/, '');
  if (plain === '') return 'untitled';
  return DEVICES.test(plain) ? `-${plain}` : plain;
}

/** As {@link fileName}, for a name with folders, none of which leads up. */
export function filePath(name: string): string {
  const parts = name.split('/').filter((part) => part.trim() !== '' && !/^\.+$/.test(part));
  return parts.length > 0 ? parts.map(fileName).join('/') : 'untitled';
}

/** Gives each path once; the second of a name gets a number, and letter case makes no difference. */
export class Paths {
  private readonly taken = new Set<string>();

  /** @param path with a file ending, before which the number goes */
  own(path: string): string {
    const dot = path.lastIndexOf('.');
    const [start, ending] = dot > 0 ? [path.slice(0, dot), path.slice(dot)] : [path, ''];
    let own = path;
    for (let number = 2; this.taken.has(own.toLowerCase()); number++) {
      own = `${start} ${number}${ending}`;
    }
    this.taken.add(own.toLowerCase());
    return own;
  }
}
