/** What may be picked, as far as it matters for which picks go together. */
export interface Pick {
  readonly section: 'kind' | 'tag' | 'newTag' | 'confidence' | 'topic' | 'note' | 'separator';
  readonly value: string;
  /** As it is shown, perhaps with icons. */
  label: string;
}

/** Sections in which one pick replaces the other. */
const SINGLE: ReadonlySet<Pick['section']> = new Set(['kind', 'confidence']);

/** Of a section that allows one, what was picked last stays. */
export function exclusive<P extends Pick>(before: readonly P[], selected: readonly P[]): P[] {
  const added = selected.filter((item) => !before.includes(item) && SINGLE.has(item.section));
  return selected.filter(
    (item) => added.includes(item) || !added.some(({ section }) => section === item.section),
  );
}

/**
 * What is meant by typing something and pressing Enter: the tag of that name, else the row in focus,
 * else (undefined) a new tag. Whoever types fast is ahead of the list: a focus that doesn't fit the
 * typed words is of before them, and the row counts that will have it.
 */
export function meant<P extends Pick>(
  items: readonly P[],
  focused: P | undefined,
  typed: string,
): P | undefined {
  const tag = tagNamed(items, typed);
  if (tag) return tag;
  if (focused?.section === 'newTag' && focused.value === typed.trim()) return undefined;
  const words = typed.trim().toLowerCase();
  const matching = items.filter((item) => shownWords(item).includes(words));
  if (focused && matching.includes(focused)) return focused;
  return matching.find((item) => shownWords(item).startsWith(words)) ?? matching[0];
}

function shownWords({ section, label }: Pick): string {
  return section === 'separator' ? '' : label.replace(/^\$\([a-z-]+\) /, '').toLowerCase();
}

/** The tag of a name, however it is written. */
export function tagNamed<P extends Pick>(items: readonly P[], name: string): P | undefined {
  const lower = name.trim().toLowerCase();
  return items.find(({ section, value }) => section === 'tag' && value.toLowerCase() === lower);
}
