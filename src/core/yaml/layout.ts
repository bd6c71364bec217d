/** How a YAML file is laid out, so that after an edit the rest of it stays as it was. */
export function layoutOf(yaml: string): {
  indentSeq: boolean;
  indent: number;
  flowCollectionPadding: boolean;
} {
  const steps = [...yaml.matchAll(/^( *)[\w-]+:[ \t]*(?:#.*)?\r?\n( *)- /gm)].map(
    ([, outer = '', inner = '']) => inner.length - outer.length,
  );
  const [first = 2] = steps;
  return {
    indentSeq: first > 0,
    indent: steps.find((step) => step >= 2 && step <= 8) ?? 2,
    flowCollectionPadding: /[{[] \S/.test(yaml),
  };
}
