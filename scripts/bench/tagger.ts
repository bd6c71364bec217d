import { taggerTokens } from '../../src/core/entities/tagger/tokens';
import { generateInterview } from '../../test/bench/generate';
import { shippedTagger } from '../../test/evaluate/shipped';
import type { Table } from './table';
import { shown, timed } from './time';

const SIZE = 1_000_000;

/** How fast the tagger reads its weights, and tags: its first pass over a text, and a later one. */
export function tagger(): Table[] {
  const paragraphs = generateInterview(SIZE).split('\n').filter(Boolean);
  const tokens = paragraphs.reduce((sum, paragraph) => sum + taggerTokens(paragraph).length, 0);
  let tag: ReturnType<typeof shippedTagger> = () => [];
  const load = timed(() => (tag = shippedTagger()));
  const passes = ['at first', 'later'].map((what) => {
    const ms = timed(() => {
      paragraphs.forEach(tag);
    });
    return { what: `tokens/s, ${what}`, figure: shown((1000 * tokens) / ms) };
  });
  const note = `On ${tokens} tokens, by processor time; words and pairs of them are remembered from the first pass on.`;
  const rows = [{ what: 'ms to read weights and lists', figure: shown(load) }, ...passes];
  return [{ title: 'The tagger', note, rows }];
}
