/** Accents and the like on letters of alphabets; vowel signs of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * What surfaces of names are compared by: in lower case, without accents, with straight quotes and
 * plain hyphens, spaces joined, without `the`.
 */
export function surfaceKey(surface: string): string {
  return surface
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘ʼʻ]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^the (?=\S)/, '')
    .replace(/(?<=\.\p{L})\.$/u, '');
}

/** A key without what writers put in or leave out as they like: `U.N.` is `UN`, `IE 6` is `IE6`. */
export function squeezed(key: string): string {
  return key.replace(/[\s.'-]/g, '');
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
