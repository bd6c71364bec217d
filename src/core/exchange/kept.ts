import { stringify } from 'yaml';
import { NodeReader, parseYaml } from '../yaml/read';

/** The line between a description and what other tools have no place for. */
const RULE = '---\n';

/**
 * A description followed by what the other tool has no place for, as YAML: people can read it there, and
 * {@link withoutKept} takes it out again when the project comes back.
 *
 * @param kept texts and lists of texts; what is undefined or empty is left out
 */
export function withKept(
  description: string | undefined,
  kept: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const lines = Object.entries(kept)
    .filter(([, value]) => value !== undefined && value.length > 0)
    .map(([key, value]) => stringify({ [key]: value }, { lineWidth: 0 }));
  const block = lines.length > 0 ? RULE + lines.join('').trimEnd() : '';
  const parts = [description ?? '', block].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('\n') : undefined;
}

/** Separates what {@link withKept} joined. Anybody else’s description is returned as it is. */
export function withoutKept(
  whole: string | undefined,
  keys: readonly string[],
): { description: string | undefined; kept: ReadonlyMap<string, readonly string[]> } {
  const text = whole ?? '';
  const at = text.lastIndexOf(`\n${RULE}`) + 1;
  const isRuled = text.startsWith(RULE, at);
  const kept = isRuled ? readKept(text.slice(at + RULE.length), keys) : undefined;
  if (!kept) return { description: whole, kept: new Map() };
  const description = text.slice(0, Math.max(0, at - 1));
  return { description: description === '' ? undefined : description, kept };
}

/** Undefined if it isn't ours: if it has other keys, or none. */
function readKept(
  yaml: string,
  keys: readonly string[],
): ReadonlyMap<string, readonly string[]> | undefined {
  const nodes = new NodeReader();
  const values = nodes.map(parseYaml(yaml).document?.contents, keys);
  if (!values || values.size === 0) return undefined;
  const kept = new Map([...values].map(([key, node]) => [key, nodes.texts(node, key)]));
  return nodes.problems.length > 0 ? undefined : kept;
}
