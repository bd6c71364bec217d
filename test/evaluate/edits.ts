import { overlaps, type Span } from '../../src/core/text/span';
import type { Random } from './random';
import type { Tracked } from './tracked';

/** A document before an edit, with the sentence that the edit is about. */
export interface Scene {
  readonly text: Tracked;
  /** All sentences, in order. */
  readonly sentences: readonly Span[];
  /** Which of them is edited. */
  readonly target: number;
  readonly random: Random;
}

/** Makes an edit; undefined if the sentence has nothing to edit in this way. */
export type Edit = (scene: Scene) => Tracked | undefined;

const WORDS_WITHOUT_MEANING = 'harbour lantern quietly seven winters before anyone noticed'.split(
  ' ',
);

/** Edits that people and programs make, one each. */
export const EDITS: Readonly<Record<string, Edit>> = {
  nothing: ({ text }) => text,
  'a title added': ({ text }) => insert(text, 0, 'Draft, second reading\n\n'),
  'a sentence inserted before': (scene) =>
    insert(scene.text, targetOf(scene).start, `${fresh(scene)} `),
  'a sentence inserted behind': (scene) =>
    insert(scene.text, targetOf(scene).end, ` ${fresh(scene)}`),
  'sentences inserted on both sides': (scene) => {
    const { start, end } = targetOf(scene);
    return insert(insert(scene.text, end, ` ${fresh(scene)}`), start, `${fresh(scene)} `);
  },
  'a sentence inserted elsewhere': (scene) =>
    insert(scene.text, other(scene).start, `${fresh(scene)} `),
  'the sentence before deleted': (scene) => neighbour(scene, -1, (text, span) => cut(text, span)),
  'the sentence behind deleted': (scene) => neighbour(scene, 1, (text, span) => cut(text, span)),
  'a typo mended before': (scene) =>
    neighbour(scene, -1, (text, span) => typo(text, span, scene.random, 'last')),
  'a typo mended behind': (scene) =>
    neighbour(scene, 1, (text, span) => typo(text, span, scene.random, 'first')),
  'the sentence deleted': (scene) => cut(scene.text, targetOf(scene)),
  'the paragraph deleted': (scene) =>
    cut(scene.text, paragraphAt(scene.text.text, targetOf(scene))),
  'two sentences deleted': (scene) =>
    neighbour(scene, 1, (text, span) => cut(text, { start: targetOf(scene).start, end: span.end })),
  'the sentence replaced by another one of the text': (scene) => {
    const { start, end } = other(scene);
    return scene.text.supplant(targetOf(scene), scene.text.text.slice(start, end));
  },
  'the sentence replaced by the most similar one of the text': (scene) => {
    const { start, end } = mostSimilar(scene);
    return scene.text.supplant(targetOf(scene), scene.text.text.slice(start, end));
  },
  'the sentence moved': (scene) => move(scene, targetOf(scene)),
  'the sentence moved, another in its place': (scene) => {
    const moved = move(scene, targetOf(scene));
    const place =
      targetOf(scene).start +
      (other(scene).start < targetOf(scene).start ? length(targetOf(scene)) : 0);
    return moved && insert(moved, Math.min(place, moved.text.length), `${fresh(scene)} `);
  },
  'the paragraph moved': (scene) => move(scene, paragraphAt(scene.text.text, targetOf(scene))),
  'a typo mended': (scene) => typo(scene.text, targetOf(scene), scene.random),
  'a word replaced': (scene) => word(scene, /\p{Ll}{4,}/gu, () => 'lantern'),
  'two words replaced': (scene) => {
    const once = word(scene, /\p{Ll}{4,}/gu, () => 'lantern');
    return once && word({ ...scene, text: once }, /\p{Ll}{5,}/gu, () => 'harbour');
  },
  negated: (scene) =>
    word(scene, /(?<=\b(?:is|are|was|were|will|would|can|could|has|have|had)\b)/g, () => ' not'),
  'a negation taken away': (scene) => word(scene, / (?:not|never)\b|n[’']t\b/g, () => ''),
  'a number changed': (scene) =>
    word(scene, /\d+/g, (found) => String(Number(found.slice(-6)) + 3)),
  'likely made unlikely': (scene) =>
    word(
      scene,
      /\b(?:likely|probably|possible|certainly|may|might|could|will)\b/g,
      (found) => PROBABILITY[found] ?? 'unlikely',
    ),
  'a name changed': (scene) => word(scene, /(?<=\p{Ll} )\p{Lu}\p{Ll}{2,}/gu, () => 'Quillfeather'),
  'the first word changed': (scene) => word(scene, /^\p{L}+/gu, () => 'Lanterns'),
  'the last word changed': (scene) => word(scene, /\p{L}+(?=\P{L}*$)/gu, () => 'lanterns'),
  'the end of the sentence cut off': (scene) => {
    const { start, end } = targetOf(scene);
    return cut(scene.text, { start: start + Math.ceil((end - start) * 0.6), end });
  },
  'edited, and the sentence before deleted': (scene) => {
    const edited = word(scene, /\p{Ll}{4,}/gu, () => 'lantern');
    return edited && neighbour({ ...scene, text: edited }, -1, (text, span) => cut(text, span));
  },
  'edited, and a typo mended behind': (scene) => {
    const behind = neighbour(scene, 1, (text, span) => typo(text, span, scene.random, 'first'));
    return behind && word({ ...scene, text: behind }, /\p{Ll}{4,}/gu, () => 'lantern');
  },
  'edited, and a sentence inserted before': (scene) => {
    const edited = word(scene, /\p{Ll}{4,}/gu, () => 'lantern');
    return edited && insert(edited, targetOf(scene).start, `${fresh(scene)} `);
  },
  rewrapped: ({ text }) => wrapped(text),
  'quotes straightened': ({ text }) => straightened(text),
  CRLF: ({ text }) => text.rewritten(/\n/g, () => '\r\n'),
  'a byte order mark': ({ text }) => insert(text, 0, '\ufeff'),
  'reformatted as a whole': ({ text }) =>
    wrapped(straightened(text)).rewritten(/\n/g, () => '\r\n'),
  'reformatted, and edited': (scene) => {
    const edited = word(scene, /\p{Ll}{4,}/gu, () => 'lantern');
    return edited && wrapped(straightened(edited));
  },
  'the paragraph doubled': (scene) => {
    const { text } = scene;
    const { start, end } = paragraphAt(text.text, targetOf(scene));
    return insert(text, end, `\n\n${text.text.slice(start, end)}`);
  },
  noise: (scene) => noise(scene, 6),
  'noise, much of it': (scene) => noise(scene, 60),
};

const PROBABILITY: Readonly<Record<string, string>> = {
  likely: 'unlikely',
  possible: 'impossible',
  certainly: 'perhaps',
  will: 'may',
};

/** Whether an edit is of the whole document: other sentences than its own are worth a look. */
export function targetOf({ sentences, target }: Scene): Span {
  return sentences[target] as Span;
}

function length({ start, end }: Span): number {
  return end - start;
}

function insert(text: Tracked, at: number, words: string): Tracked {
  return text.replace({ start: at, end: at }, words);
}

/** Deletes a stretch with the white space behind it. */
function cut(text: Tracked, { start, end }: Span): Tracked {
  const space = /^[ \t]+/.exec(text.text.slice(end))?.[0].length ?? 0;
  return text.replace({ start, end: end + space }, '');
}

function neighbour(
  { text, sentences, target }: Scene,
  by: 1 | -1,
  edit: (text: Tracked, span: Span) => Tracked | undefined,
): Tracked | undefined {
  const span = sentences[target + by];
  return span && edit(text, span);
}

function other({ sentences, target, random }: Scene): Span {
  for (;;) {
    const found = random.pick(sentences);
    if (found !== sentences[target] || sentences.length < 2) return found;
  }
}

/** A sentence that stands nowhere else. */
function fresh({ random }: Scene): string {
  const words = Array.from({ length: 4 + random.below(8) }, () =>
    random.pick(WORDS_WITHOUT_MEANING),
  );
  return `Then ${words.join(' ')} ${random.below(10_000)} times.`;
}

function move(
  { text, sentences, target, random }: Scene,
  { start, end }: Span,
): Tracked | undefined {
  const places = sentences.filter(
    (span, index) => index !== target && !overlaps(span, { start, end }),
  );
  if (places.length === 0) return undefined;
  const { start: to } = random.pick(places);
  const stretch = { start, end: end + (/^\s*/.exec(text.text.slice(end))?.[0].length ?? 0) };
  return overlaps(stretch, { start: to, end: to + 1 }) && to < stretch.end && to > start
    ? undefined
    : text.move(stretch, to);
}

function mostSimilar({ text, sentences, target }: Scene): Span {
  const bag = (span: Span) =>
    new Set(
      text.text
        .slice(span.start, span.end)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [],
    );
  const own = bag(sentences[target] as Span);
  let best = { span: sentences[target === 0 ? 1 : 0] as Span, share: -1 };
  for (const [index, span] of sentences.entries()) {
    if (index === target) continue;
    const there = bag(span);
    const shared = [...own].filter((one) => there.has(one)).length;
    const share = shared / (own.size + there.size);
    if (share > best.share) best = { span, share };
  }
  return best.span;
}

/** The lines around a sentence, between empty ones. */
function paragraphAt(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n\n', start);
  const to = text.indexOf('\n\n', end);
  return { start: from < 0 ? 0 : from + 2, end: to < 0 ? text.length : to };
}

/** A letter of a longer word doubled, left out or swapped: such an edit the other way round mends it. */
function typo(
  text: Tracked,
  { start, end }: Span,
  random: Random,
  which?: 'first' | 'last',
): Tracked | undefined {
  const words = [...text.text.slice(start, end).matchAll(/\p{L}{4,}/gu)];
  const found =
    which === 'first'
      ? words[0]
      : which === 'last'
        ? words.at(-1)
        : words.length > 0
          ? random.pick(words)
          : undefined;
  if (!found) return undefined;
  const at = start + found.index + 1 + random.below(found[0].length - 2);
  const letter = text.text[at] ?? 'e';
  const kind = random.below(3);
  if (kind === 0) return text.replace({ start: at, end: at }, letter);
  if (kind === 1) return text.replace({ start: at, end: at + 1 }, '');
  return text.replace({ start: at, end: at + 1 }, letter === 'x' ? 'y' : 'x');
}

/** Replaces one match within the target. */
function word(
  { text, sentences, target, random }: Scene,
  pattern: RegExp,
  by: (found: string) => string,
): Tracked | undefined {
  const span = text.where(sentences[target] as Span);
  if (!span) return undefined;
  const found = [...text.text.slice(span.start, span.end).matchAll(pattern)];
  if (found.length === 0) return undefined;
  const { 0: match, index } = random.pick(found);
  const start = span.start + index;
  return text.replace({ start, end: start + match.length }, by(match));
}

/** Breaks lines at about 72 characters, and joins those that were broken; paragraphs stay. */
function wrapped(text: Tracked): Tracked {
  let column = 0;
  return text.rewritten(/[^\S\n]+|\n(?!\s*\n)|\n\s*\n|\S+/g, (match) => {
    if (/^\n\s*\n$/.test(match)) column = 0;
    else if (/^\s/.test(match)) {
      if (column > 72) {
        column = 0;
        return '\n';
      }
      return ' ';
    } else column += match.length + 1;
    return match;
  });
}

function straightened(text: Tracked): Tracked {
  return text.rewritten(/[‘’“”…]/g, (match) =>
    match === '…' ? '...' : match === '‘' || match === '’' ? "'" : '"',
  );
}

/** Edits anywhere that nobody thought of. */
function noise({ text, random }: Scene, count: number): Tracked {
  let result = text;
  for (let left = count; left > 0; left--) {
    const start = random.below(result.text.length + 1);
    const end = Math.min(
      result.text.length,
      start + (random.below(3) === 0 ? random.below(40) : 0),
    );
    const words =
      random.below(3) === 0
        ? ''
        : Array.from({ length: random.below(4) }, () => random.pick(WORDS_WITHOUT_MEANING)).join(
            ' ',
          );
    result = result.replace({ start, end }, words);
  }
  return result;
}
