/** What a setting says of where annotation files are kept: beside their documents, in a folder, or nowhere that may be. */
export type Folder =
  | { readonly kind: 'beside' }
  | { readonly kind: 'in'; readonly path: string }
  | { readonly kind: 'refused' };

/**
 * Reads the path of a folder within the workspace folder. Whatever leads out of it is refused: absolute
 * paths, drives, `..`.
 *
 * @param setting anything, as it stands in the user's file
 * @returns the path with slashes, without any at its ends
 */
export function readFolder(setting: unknown): Folder {
  if (typeof setting !== 'string' || setting.trim() === '') return { kind: 'beside' };
  const given = setting.trim().replaceAll('\\', '/');
  if (/^(?:\/|[a-z][a-z0-9+.-]*:|~)/i.test(given)) return { kind: 'refused' };
  const steps = given.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) return { kind: 'refused' };
  return steps.length === 0 ? { kind: 'beside' } : { kind: 'in', path: steps.join('/') };
}
