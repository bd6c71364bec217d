/** Accents and other marks on letters of alphabets; vowel signs of other scripts are letters of their own. */
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * The form in which surfaces are compared: lower case, no accents, straight quotes, plain hyphens, single
 * spaces, no `the`.
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

/** A key without what writers use or leave out at will: `U.N.` is `UN`, `IE 6` is `IE6`. */
export function squeezed(key: string): string {
  return key.replace(/[\s.'-]/g, '');
}

export function firstWord(key: string): string {
  return key.split(' ', 1)[0] ?? key;
}

export function lastWord(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

/** A surface as it is shown: on one line. */
export function shownSurface(surface: string): string {
  return surface.replace(/\s+/g, ' ');
}
