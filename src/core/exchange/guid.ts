import { hashText } from '../entities/tagger/hash';

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** A GUID without braces and in lower case, so that equal ones look the same; undefined if the text is none. */
export function asGuid(text: string): string | undefined {
  return GUID.exec(text.trim())?.[1]?.toLowerCase();
}

/**
 * The GUID of something that `parts` identify: the same for the same parts, always and on every machine. It
 * is of version 8 (RFC 9562), which leaves it to us how to make the bits: here by four 32-bit hashes. Not for
 * secrets.
 */
export function derivedGuid(...parts: readonly (string | number)[]): string {
  const text = JSON.stringify(parts);
  const digits = [1, 2, 3, 4].map((seed) =>
    (hashText(seed, text) >>> 0).toString(16).padStart(8, '0'),
  );
  const all = digits.join('');
  const variant = '89ab'[parseInt(all[16] as string, 16) & 3] as string;
  return [
    all.slice(0, 8),
    all.slice(8, 12),
    `8${all.slice(13, 16)}`,
    `${variant}${all.slice(17, 20)}`,
    all.slice(20),
  ].join('-');
}

/** The id itself if it is a GUID, as those of imported things are; else the one derived from the parts. */
export function guidOf(id: string, ...parts: readonly (string | number)[]): string {
  return asGuid(id) ?? derivedGuid(...parts, id);
}
