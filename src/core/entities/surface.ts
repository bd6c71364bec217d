/** What surfaces of names are compared by: in lower case, straight quotes, spaces joined, without `the`. */
export function surfaceKey(surface: string): string {
  return surface
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^the (?=\S)/, '')
    .replace(/(?<=\.\p{L})\.$/u, '');
}

export function firstWord(key: string): string {
  return key.split(' ', 1)[0] ?? key;
}

export function lastWord(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

/** A surface on one line, as it is shown. */
export function shownSurface(surface: string): string {
  return surface.replace(/\s+/g, ' ');
}
