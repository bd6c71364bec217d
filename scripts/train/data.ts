import { readFileSync } from 'node:fs';
import { labelOf, OUTSIDE, type TaggedType } from '../../src/core/entities/tagger/labels';
import { taggerTokens } from '../../src/core/entities/tagger/tokens';
import type { Span } from '../../src/core/text/span';

/** A line of a set; its offsets count code points. */
interface Line {
  readonly id: string;
  readonly text: string;
  readonly genre?: string;
  readonly entities: readonly Name[];
  readonly ignore?: readonly Span[];
}

interface Name extends Span {
  readonly type: TaggedType;
}

/** A paragraph with what its tokens are; -1 where the set doesn't say. */
export interface LabelledPassage {
  readonly document: string;
  readonly genre: string | undefined;
  readonly tokens: readonly string[];
  readonly labels: readonly number[];
}

export const UNKNOWN = -1;

/** The paragraphs of a set `{id, text, entities, ignore?}`, one document a line. */
export function readSet(file: string): LabelledPassage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => passagesOf(JSON.parse(line) as Line));
}

function passagesOf({ id, text, genre, entities, ignore = [] }: Line): LabelledPassage[] {
  const units = [0];
  for (const { length } of text) units.push((units.at(-1) ?? 0) + length);
  const inUnits = <S extends Span>(span: S): S => ({
    ...span,
    start: units[span.start] ?? 0,
    end: units[span.end] ?? 0,
  });
  const names = entities.map(inUnits);
  const ignored = ignore.map(inUnits);
  return [...text.matchAll(/\S.*(?:\n(?=[^\n\S]*\S).*)*/g)].map(({ 0: passage, index }) => {
    const placed = <S extends Span>(span: S): S => ({
      ...span,
      start: span.start - index,
      end: span.end - index,
    });
    return { document: id, genre, ...labelled(passage, names.map(placed), ignored.map(placed)) };
  });
}

/** The labels of a passage's tokens, from its names and the stretches about which nothing is known. */
export function labelled(
  passage: string,
  names: readonly Name[],
  ignored: readonly Span[],
): Pick<LabelledPassage, 'tokens' | 'labels'> {
  const tokens = taggerTokens(passage);
  const labels = tokens.map((token) =>
    ignored.some((one) => meet(one, token)) ? UNKNOWN : OUTSIDE,
  );
  for (const name of names) label(tokens, labels, name);
  return { tokens: tokens.map(({ start, end }) => passage.slice(start, end)), labels };
}

function label(tokens: readonly Span[], labels: number[], name: Name): void {
  const within = tokens.flatMap((token, at) => (meet(token, name) ? [at] : []));
  within.forEach((at, index) => {
    const isFirst = index === 0;
    const isLast = index === within.length - 1;
    const position = isFirst ? (isLast ? 'single' : 'begin') : isLast ? 'end' : 'inside';
    labels[at] = labelOf(name.type, position);
  });
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
